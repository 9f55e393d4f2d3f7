//! Roll-ups of a period for which few or none reported, and of sums that arose nowhere: what is known is said, and nothing is
//! said of nothing. Not for verdicts over gaps ([`crate::gaps`]).

use crate::dossier::Dossier;
use crate::pdf::Pdf;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const DOI_MAY: &str = "inputs/hai-xa/2024-Q1/doi-may.yaml";
const CENTRE: &str = "inputs/hai-xa/2024-Q1/trung-tam.yaml";

/// The first quarter of two communes, as a half-year report words every target.
fn half_year() -> Dossier {
    let case = Dossier::case("hai-xa").remove("inputs/hai-xa/2024-Q2/suoi-bac.yaml");
    case.remove("inputs/hai-xa/2024-Q2/doi-may.yaml")
        .edit(PLAN, |plan| plan.replace("Q1: [{ loai: quy", "Q1: [{ loai: 6-thang"))
}

fn roll_up(dossier: &Dossier) -> Pdf {
    dossier.build().ends_with(0);
    dossier.pdf("hai-xa/2024-Q1/tong-hop")
}

#[test]
fn where_nobody_reported_nothing_is_said_to_be_computed() {
    let nobody = half_year().remove(SUOI_BAC).remove(DOI_MAY);
    let page = roll_up(&nobody);
    page.must_say("Chưa có số liệu của cả 02 xã.");
    for said in ["tính trên", "0/2", "các xã Suối Bạc, Đồi Mây", "Các tỷ lệ dưới đây"]
    {
        page.must_not_say(said);
    }
    let nobody = nobody.remove(CENTRE);
    roll_up(&nobody).must_say("Chưa có số liệu của cả 02 xã và của Trung tâm Y tế huyện.");
    let quarter = nobody.replace(PLAN, "Q1: [{ loai: 6-thang", "Q1: [{ loai: quy");
    roll_up(&quarter).must_not_say("0/2");
}

#[test]
fn a_superior_row_that_did_not_report_is_named_with_the_units() {
    let page = roll_up(&half_year().remove(CENTRE));
    page.must_say("báo cáo của 2/2 xã; chưa có số liệu của Trung tâm Y tế huyện.");
    page.must_not_say("Các tỷ lệ dưới đây");
    let both = roll_up(&half_year().remove(CENTRE).remove(DOI_MAY));
    both.must_say("1/2 xã; chưa có số liệu của xã Đồi Mây và của Trung tâm Y tế huyện. Các tỷ lệ");
    both.must_say("(có số liệu của 1/2 xã; chưa có số liệu của Trung tâm Y tế huyện)");
    roll_up(&half_year()).must_say("báo cáo của 2/2 xã.");
}

#[test]
fn a_recognition_counts_without_a_return() {
    let page = roll_up(&half_year().remove(SUOI_BAC));
    page.must_say("Tỷ lệ xã được công nhận đạt 50% (1/2 xã)");
    let unknown = half_year().remove(DOI_MAY);
    roll_up(&unknown).must_say("tạm tính 1/2 xã (chưa có số liệu của xã Đồi Mây)");
    let decisions = "inputs/hai-xa/don-vi/suoi-bac.yaml";
    let later = half_year().remove(SUOI_BAC).replace(decisions, "2024-01-03", "2024-05-03");
    roll_up(&later).must_not_say("(1/2 xã)");
}

/// A target for meetings of the whole area.
fn meetings(goal: &str) -> Dossier {
    let target = format!(
        "  - ma: hop\n    ten: Số vụ ngộ độc\n    loi_van: Số vụ\n    kieu: gia_tri\n    tu_so: buoi\n    don_vi_tinh: vụ\n    cap_danh_gia: huyen\n    dich: [{{ {goal}, nam: 2024 }}]\nnhiem_vu:\n"
    );
    half_year().replace(PLAN, "nhiem_vu:\n", &target)
}

#[test]
fn a_sum_that_arose_nowhere_is_never_a_nought() {
    let none = |dossier: Dossier| {
        let none =
            |dossier: Dossier, path| dossier.replace(path, "buoi: 1", "buoi: khong-phat-sinh");
        none(none(dossier, SUOI_BAC), DOI_MAY)
    };
    let page = roll_up(&none(meetings("dau: \"<=\", gia_tri: 3")));
    page.must_say("Số vụ ngộ độc: không phát sinh, đạt mục tiêu năm 2024 (không quá 3 vụ)");
    page.must_say("Không quá 3 (2024) vụ không phát sinh");
    page.must_not_say("0 vụ");
    let some = roll_up(&meetings("dau: \"<=\", gia_tri: 3"));
    some.must_say("Số vụ ngộ độc là 2 vụ, đạt mục tiêu năm 2024 (không quá 3 vụ)");
    some.must_not_say("không phát sinh");
    roll_up(&meetings("dau: \">=\", gia_tri: 2")).must_say("Số vụ ngộ độc đạt 2 vụ, đạt");
}

#[test]
fn what_did_not_arise_so_far_is_provisional_in_prose_too() {
    let words = "\ntinh_hinh: \"Ngộ độc: {{ chi_tieu.hop.gia_tri }}. Xã khá. Có {{ chi_tieu.hop }} ca. Có {{ chi_tieu.hop.gia_tri }} vụ.\"\n";
    let page = roll_up(
        &meetings("dau: \"<=\", gia_tri: 3")
            .replace(SUOI_BAC, "buoi: 1", "buoi: khong-phat-sinh")
            .edit(BOARD, |text| text + words)
            .remove(DOI_MAY),
    );
    page.must_say("Ngộ độc: không phát sinh (tạm tính). Xã khá.");
    page.must_not_say("Có không phát sinh");
}

#[test]
fn a_whole_of_nothing_so_far_is_too_little_to_conclude_from() {
    let nothing = |dossier: Dossier| {
        let none = "so_thon: 0\n  thon_nvyt: 0\n";
        dossier.replace(SUOI_BAC, "so_thon: 4\n  thon_nvyt: 4\n", none)
    };
    let one = roll_up(&nothing(half_year()).remove(DOI_MAY));
    one.must_say(
        "Tỷ lệ thôn có nhân viên y tế: chưa đủ số liệu để kết luận (có số liệu của 1/2 xã)",
    );
    let nobody = half_year().remove(SUOI_BAC).remove(DOI_MAY);
    roll_up(&nobody).must_say("Tỷ lệ thôn có nhân viên y tế: chưa có số liệu.");
}

#[test]
fn all_that_meet_a_goal_are_told_in_one_way_and_over_how_many() {
    let all = half_year().replace(DOI_MAY, "nguoi_bhyt: 9000", "nguoi_bhyt: 9700");
    let all = all.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 980");
    roll_up(&all).must_say("cả 02 xã đều đạt mục tiêu");
    let missed = roll_up(&half_year().remove(DOI_MAY));
    missed.must_say("trong số xã có số liệu, còn 01 xã chưa đạt (xã Suối Bạc)");
    roll_up(&half_year()).must_say("cả 02 xã đều chưa đạt (các xã Suối Bạc, Đồi Mây)");
}

#[test]
fn a_whole_taken_from_the_last_return_is_said_where_a_verdict_rests_on_it() {
    let said =
        "tổng số làm căn cứ tính tỷ lệ của đơn vị chưa có số liệu được lấy theo báo cáo gần nhất";
    let half = Dossier::case("hai-xa").remove("inputs/hai-xa/2024-Q2/suoi-bac.yaml");
    half.build().ends_with(0);
    half.pdf("hai-xa/2024-Q2/tong-hop").must_say(said);
    roll_up(&half_year()).must_not_say(said);
    roll_up(&half_year().remove(DOI_MAY)).must_not_say(said);
}

const BOARD: &str = "inputs/hai-xa/2024-Q1/_tong-hop.yaml";

/// The half-year with a board that asks which units left these texts out.
fn counted(keys: &str) -> Dossier {
    half_year().edit(BOARD, |text| format!("{text}\nneu_don_vi_chua_viet: [{keys}]\n"))
}

#[test]
fn who_left_a_text_out_is_said_where_the_board_asks_for_it() {
    let without = |dossier: Dossier, path: &str| {
        dossier.edit(path, |text| {
            let start = text.find("\ndanh_gia:").map_or(text.len(), |at| at + 1);
            text[..start].to_owned()
        })
    };
    let one = without(counted("danh_gia.han_che"), DOI_MAY);
    roll_up(&one).must_say("Còn 01 xã chưa nêu hạn chế (xã Đồi Mây).");
    let both = without(without(counted("danh_gia.han_che, kien_nghi"), DOI_MAY), SUOI_BAC);
    let page = roll_up(&both);
    page.must_say("Chưa có xã nào nêu hạn chế. Chưa có xã nào nêu kiến nghị.");
    roll_up(&without(half_year(), DOI_MAY)).must_not_say("chưa nêu hạn chế");
    let missing = roll_up(&counted("danh-gia.han-che").remove(DOI_MAY));
    missing.must_not_say("chưa nêu hạn chế");
}

#[test]
fn a_text_that_is_not_there_to_be_counted_is_told_with_the_nearest() {
    let found = counted("danh_gia.han_chee").check().ends_with(1).one("Y06");
    assert!(found.noi_dung.contains("danh_gia.han_chee"), "{found:?}");
    assert!(
        found.cach_sua.as_deref().is_some_and(|hint| hint.contains("danh_gia.han_che")),
        "{found:?}"
    );
}

//! Targets set for each unit, figures that concern some units only, and what cannot be added up: what the roll-up says of
//! them. Not for gaps ([`crate::gaps`]).

use crate::dossier::Dossier;
use crate::pdf::Pdf;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const BOARD: &str = "inputs/hai-xa/2024-Q1/_tong-hop.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const DOI_MAY: &str = "inputs/hai-xa/2024-Q1/doi-may.yaml";

/// Two communes with a target for meetings, at this level.
fn meetings(level: &str, goal: &str) -> Dossier {
    let target = format!(
        "  - ma: hop\n    ten: Số buổi truyền thông\n    loi_van: Mỗi xã truyền thông đủ số buổi\n    kieu: gia_tri\n    tu_so: buoi\n    don_vi_tinh: buổi\n{level}    dich: [{{ {goal}, nam: 2024 }}]\nnhiem_vu:\n"
    );
    let case = Dossier::case("hai-xa").remove("inputs/hai-xa/2024-Q2/suoi-bac.yaml");
    case.remove("inputs/hai-xa/2024-Q2/doi-may.yaml").replace(PLAN, "nhiem_vu:\n", &target)
}

/// Meetings set for each commune.
fn each(goal: &str) -> Dossier {
    meetings("    cap_danh_gia: xa\n", goal)
}

fn roll_up(dossier: &Dossier) -> Pdf {
    dossier.build().ends_with(0);
    dossier.pdf("hai-xa/2024-Q1/tong-hop")
}

#[test]
fn a_target_for_each_commune_is_never_judged_on_the_sum() {
    let one_short = each("dau: \">=\", gia_tri: 3").replace(DOI_MAY, "buoi: 1", "buoi: 5");
    let page = roll_up(&one_short);
    page.must_say("Số buổi truyền thông tổng cộng 6 buổi, có 1/2 xã đạt mục tiêu năm 2024 (từ 3 buổi trở lên); còn 01 xã chưa đạt (xã Suối Bạc)");
    page.must_not_say("vượt 3 buổi");
    let told = one_short.run(["explain", "hai-xa", "2024-Q1", "tong-hop", "hop"]);
    assert!(
        told.stdout.contains("xét từng đơn vị: 1/2 đạt; chưa đạt: xã Suối Bạc"),
        "{}",
        told.stdout
    );
    let own = one_short.pdf("hai-xa/2024-Q1/suoi-bac");
    own.must_say("đạt 1 buổi, thấp hơn 2 buổi so với mục tiêu năm 2024");
}

#[test]
fn each_commune_has_to_keep_within_the_range() {
    let outside = each("dau: trong, tu: 2, den: 4").replace(DOI_MAY, "buoi: 1", "buoi: 6");
    let outside = outside.replace(SUOI_BAC, "buoi: 1", "buoi: 2");
    roll_up(&outside)
        .must_say("có 1/2 xã đạt mục tiêu năm 2024 (2 - 4 buổi); còn 01 xã chưa đạt (xã Đồi Mây)");
    let all = each("dau: trong, tu: 1, den: 4");
    assert_eq!(verdict(&all), "đạt: xét từng đơn vị: 2/2 đạt (mục tiêu 1 - 4, năm 2024)");
}

/// What `explain` concludes of the meetings.
fn verdict(dossier: &Dossier) -> String {
    let told = dossier.run(["explain", "hai-xa", "2024-Q1", "tong-hop", "hop"]).ends_with(0);
    let line = told.stdout.lines().find_map(|line| line.strip_prefix("Kết luận: "));
    line.unwrap_or_else(|| panic!("no verdict in {}", told.stdout)).to_owned()
}

#[test]
fn a_silent_commune_leaves_a_target_for_each_open_unless_another_misses_it() {
    let open = each("dau: \">=\", gia_tri: 1").remove(DOI_MAY);
    roll_up(&open).must_say("tạm tính 1 buổi");
    assert!(verdict(&open).starts_with("chưa đủ số liệu"), "{}", verdict(&open));
    let missed = each("dau: \">=\", gia_tri: 2").remove(DOI_MAY);
    assert!(verdict(&missed).starts_with("chưa đạt"), "{}", verdict(&missed));
    roll_up(&missed).must_say("cả 01 xã có số liệu đều chưa đạt mục tiêu năm 2024");
}

#[test]
fn a_plan_that_leaves_open_whose_goal_a_sum_is_is_asked_once() {
    let goal = "dau: \">=\", gia_tri: 3";
    let asked = meetings("", goal).check().one("V18");
    assert_eq!((asked.place().0, asked.muc_do.as_str()), (PLAN, "cảnh báo"));
    assert!(asked.cach_sua.is_some_and(|hint| hint.contains("cap_danh_gia: huyen")));
    for level in ["xa", "huyen"] {
        let said = meetings(&format!("    cap_danh_gia: {level}\n"), goal);
        assert_eq!(said.check().of("V18"), [], "{level}");
    }
    // One unit's sum is that unit's.
    let alone = meetings("", goal).replace(
        PLAN,
        "don_vi_tinh: buổi, loai: trong-nam",
        "don_vi_tinh: buổi, loai: trong-nam, bao_cao_boi: [suoi-bac]",
    );
    assert_eq!(alone.remove(DOI_MAY).check().of("V18"), []);
}

#[test]
fn until_the_plan_says_whose_goal_a_sum_is_nothing_is_concluded_from_it() {
    let goal = "dau: \">=\", gia_tri: 2";
    let road = "    lo_trinh: { 2024: 1 }\n    tong_hop: [ty_so, dem_dat]\n";
    let open = meetings(road, goal)
        .edit(BOARD, |text| text + "tinh_hinh: \"Truyền thông: {{ chi_tieu.hop.ket_luan }}.\"\n");
    let page = roll_up(&open);
    page.must_say("Truyền thông: không đánh giá.");
    page.must_say("Chưa đạt Không đánh giá");
    page.must_say("ngoài ra có 01 chỉ tiêu không đánh giá đạt hay chưa đạt");
    assert_eq!(
        verdict(&open),
        "không đánh giá: kế hoạch chưa nói mức này là của từng đơn vị hay của cả địa bàn (cap_danh_gia) (mục tiêu ≥ 2, năm 2024)"
    );
    let told = open.run(["explain", "hai-xa", "2024-Q1", "tong-hop", "hop"]);
    assert!(!told.stdout.contains("Lộ trình:"), "{}", told.stdout);
    let answered = meetings(&format!("{road}    cap_danh_gia: huyen\n"), goal);
    assert!(verdict(&answered).starts_with("đạt"), "{}", verdict(&answered));
    roll_up(&answered).must_not_say("không đánh giá đạt hay chưa đạt");
}

#[test]
fn a_figure_that_concerns_some_kinds_of_unit_is_no_gap_of_the_others() {
    let towns = || {
        Dossier::case("hai-xa")
            .replace(PLAN, "ma: doi-may, loai: xã", "ma: doi-may, loai: thị trấn")
            .replace(
                PLAN,
                "don_vi_tinh: buổi, loai: trong-nam",
                "don_vi_tinh: buổi, loai: trong-nam, ap_dung: { loai: [xã] }",
            )
            .replace(DOI_MAY, "  buoi: 1\n", "")
            .remove("inputs/hai-xa/2024-Q2/doi-may.yaml")
    };
    let told = towns().run(["check", "--period", "2024-Q1", "--format", "json"]);
    assert_eq!(told.of("B03"), []);
    roll_up(&towns()).must_say("Số buổi truyền thông: 1");
    let misplaced = towns().replace(DOI_MAY, "  kinh_phi: 800\n", "  kinh_phi: 800\n  buoi: 1\n");
    let found = misplaced.check().one("Y06");
    assert!(found.cach_sua.is_some_and(|hint| hint.contains("ap_dung")));
    let misspelt = towns().replace(PLAN, "loai: [xã] }", "loai: [Xa] }");
    assert!(misspelt.check().of("Y06").iter().any(|one| one.place().0 == PLAN));
}

/// Two communes that report a mean, with more of the figure's keys.
fn means(keys: &str) -> Dossier {
    let figure = format!(
        "don_vi_tinh: triệu đồng, loai: luy-ke, le: 1 }}\n  - {{ ma: cho, ten: Thời gian chờ khám bình quân, don_vi_tinh: phút, loai: thoi-diem{keys} }}"
    );
    Dossier::case("hai-xa")
        .replace(PLAN, "don_vi_tinh: triệu đồng, loai: luy-ke, le: 1 }", &figure)
        .replace(SUOI_BAC, "  buoi: 1\n", "  buoi: 1\n  cho: 30\n")
        .replace(DOI_MAY, "  buoi: 1\n", "  buoi: 1\n  cho: 41\n")
}

#[test]
fn means_of_communes_are_not_added_up() {
    let plain = means("");
    let found = plain.check().one("V19");
    assert_eq!((found.place().0, found.muc_do.as_str()), (PLAN, "cảnh báo"));
    let page = roll_up(&plain);
    page.must_say("Thời gian chờ khám bình quân: 30 - 41; trung vị 35,5");
    page.must_not_say("71");
    plain.pdf("hai-xa/2024-Q1/doi-may").must_say("Thời gian chờ khám bình quân phút 41");
}

/// The same with a target for it, at this level.
fn mean_target(level: &str, keys: &str) -> Dossier {
    let target = format!(
        "  - ma: cho\n    ten: Thời gian chờ khám bình quân\n    loi_van: Chờ không quá 35 phút\n    kieu: gia_tri\n    tu_so: cho\n    don_vi_tinh: phút\n    cap_danh_gia: {level}\n    dich: [{{ dau: \"<=\", gia_tri: 35, nam: 2025 }}]\nnhiem_vu:\n"
    );
    means(keys).replace(PLAN, "nhiem_vu:\n", &target)
}

#[test]
fn a_target_of_means_is_judged_unit_by_unit_or_not_at_all() {
    let each = roll_up(&mean_target("xa", ""));
    each.must_say("Thời gian chờ khám bình quân từ thấp nhất đến cao nhất là 30 - 41 phút (trung vị 35,5 phút), có 1/2 xã đạt mục tiêu đến năm 2025 (không quá 35 phút); còn 01 xã chưa đạt (xã Đồi Mây)");
    each.must_say("Toàn huyện");
    roll_up(&mean_target("huyen", "")).must_say("30 - 41 phút (trung vị 35,5 phút).");
    let weighed = roll_up(&mean_target("huyen", ", trong_so: dan_so"));
    weighed.must_say("là 40 phút, cao hơn 5 phút so với mục tiêu đến năm 2025");
    let half = mean_target("xa", "")
        .edit(PLAN, |plan| plan.replace("Q1: [{ loai: quy", "Q1: [{ loai: 6-thang"));
    roll_up(&half).must_say("30 - 41");
}

#[test]
fn means_with_a_weight_make_one_mean() {
    let weighed = means(", le: 1, trong_so: dan_so");
    assert_eq!(weighed.check().of("V19"), []);
    // (30·1.000 + 41·10.000) : 11.000
    roll_up(&weighed).must_say("Thời gian chờ khám bình quân: 40");
    let unknown = means(", trong_so: dan").check();
    assert!(unknown.of("Y06").iter().any(|one| one.noi_dung.contains("«dan»")));
}

#[test]
fn the_as_of_date_decides_which_goal_judges_not_the_day_of_signing() {
    let moved = || {
        each("dau: \">=\", gia_tri: 1").replace(
        PLAN,
        "dich: [{ dau: \">=\", gia_tri: 1, nam: 2024 }]",
        "dich: [{ dau: \">=\", gia_tri: 1, nam: 2024 }, { dau: \">=\", gia_tri: 2, nam: 2024, tu_ngay: 2024-03-16 }]",
    )
    };
    let signed = moved().edit(SUOI_BAC, |text| text + "van_ban: { so: 4, ngay: 2024-03-18 }\n");
    signed.build().ends_with(0);
    signed.pdf("hai-xa/2024-Q1/suoi-bac").must_say("Từ 1 trở lên (2024)");
    assert_eq!(verdict(&signed), verdict(&moved()));
}

#[test]
fn a_number_of_the_plan_is_printed_as_the_plan_wrote_it() {
    let half = Dossier::case("hai-xa").replace(PLAN, "gia_tri: 95, nam", "gia_tri: 97.5, nam");
    let page = roll_up(&half);
    page.must_say("(trên 97,5%)");
    page.must_not_say("97,50");
}

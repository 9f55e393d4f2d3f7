//! The roll-up over units: who is named, who counts, what may be said over a gap. Not for single sums ([`crate::figures`]).

use crate::dossier::Dossier;
use crate::pdf::{Pdf, squeezed};

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const DOI_MAY: &str = "inputs/hai-xa/2024-Q1/doi-may.yaml";

fn two_communes() -> Dossier {
    Dossier::case("hai-xa")
}

/// The roll-up of the first quarter.
fn roll_up(dossier: &Dossier) -> Pdf {
    dossier.build().ends_with(0);
    dossier.pdf("hai-xa/2024-Q1/tong-hop")
}

/// Two communes and `more`, each with a share of 50 % and its number in thousandths.
fn with_more(more: usize) -> Dossier {
    let units: String = (1..=more)
        .map(|at| format!("  - {{ ma: thon-{at:02}, loai: xã, ten: Thôn Số {at:02} }}\n"))
        .collect::<Vec<_>>()
        .concat();
    let dossier = two_communes().replace(
        PLAN,
        "  - { ma: trung-tam,",
        &format!("{units}  - {{ ma: trung-tam,"),
    );
    let text = dossier.read(DOI_MAY);
    (1..=more).fold(dossier, |made, at| {
        let own = text
            .replace("don_vi: doi-may", &format!("don_vi: thon-{at:02}"))
            .replace("nguoi_bhyt: 9000", &format!("nguoi_bhyt: {}", 5000 + 10 * (more - at)));
        made.write(&format!("inputs/hai-xa/2024-Q1/thon-{at:02}.yaml"), own)
    })
}

#[test]
fn up_to_ten_communes_below_a_target_are_all_named() {
    let page = roll_up(&with_more(9).replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 990"));
    page.must_say("có 1/11 xã đạt mục tiêu; còn 10 xã chưa đạt, gồm các xã Đồi Mây, Thôn Số 01,");
    page.must_not_say("thấp nhất là");
}

#[test]
fn a_quarter_says_that_all_who_reported_are_below_instead_of_naming_each() {
    let page = roll_up(&with_more(8));
    page.must_say("; cả 10 xã đều chưa đạt");
    page.must_not_say("gồm các xã Suối Bạc");
    let page = roll_up(&with_more(1));
    page.must_say("cả 03 xã đều chưa đạt (các xã Suối Bạc, Đồi Mây, Thôn Số 01)");
}

#[test]
fn of_more_than_ten_the_ten_lowest_are_named_and_the_rest_counted() {
    let page = roll_up(&with_more(12));
    page.must_say("cả 14 xã đều chưa đạt");
    page.must_say("14 Xã Thôn Số 12 50,00% 80,00%");
}

#[test]
fn a_count_is_judged_when_the_missing_units_cannot_change_it() {
    let undecided = two_communes().remove("inputs/hai-xa/don-vi/suoi-bac.yaml");
    let missed = undecided.remove(SUOI_BAC);
    roll_up(&missed)
        .must_say("tạm tính 0/2 xã (chưa có số liệu của xã Suối Bạc), chưa đạt mục tiêu");
    let open = two_communes().remove(DOI_MAY);
    let open = roll_up(&open).between("- Chưa đủ số liệu để kết luận:", "Trên đây là");
    assert!(open.contains(&squeezed("tạm tính 1/2 xã (chưa có số liệu của xã Đồi Mây)")), "{open}");
}

#[test]
fn a_missing_superior_row_is_named_and_its_rate_not_judged() {
    let dossier = two_communes().remove("inputs/hai-xa/2024-Q1/trung-tam.yaml");
    let page = roll_up(&dossier);
    page.must_say("báo cáo của 2/2 xã");
    page.must_say("- Chưa đủ số liệu để kết luận: số bác sĩ trên 10.000 dân (chưa có số liệu của Trung tâm Y tế huyện).");
    assert!(!dossier.has("hai-xa/2024-Q1/trung-tam"), "a superior row has no report of its own");
}

#[test]
fn a_quarter_nobody_reported_has_an_empty_roll_up() {
    let dossier = two_communes().remove(SUOI_BAC).remove(DOI_MAY);
    let page = roll_up(&dossier);
    page.must_say("Chưa có số liệu của cả 02 xã");
    page.must_say("- Chưa có số liệu: tỷ lệ dân số có thẻ; tỷ lệ thôn");
    page.must_not_say("đạt 0%");
}

#[test]
fn an_estimate_is_called_one_wherever_it_is_added_in() {
    let guess = "nguoi_bhyt: { gia_tri: 950, nguon: Trạm Y tế xã, uoc: true }";
    let dossier = two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", guess);
    let page = roll_up(&dossier);
    page.must_say("Tỷ lệ dân số có thẻ ước đạt 90,45%");
    dossier.pdf("hai-xa/2024-Q1/suoi-bac").must_say("Tỷ lệ dân số có thẻ ước đạt 95%");
    dossier.pdf("hai-xa/2024-Q1/doi-may").must_say("Tỷ lệ dân số có thẻ đạt 90%");
}

#[test]
fn units_stand_in_the_order_the_plan_gives() {
    let page = roll_up(&two_communes());
    page.must_say("1 Xã Suối Bạc 95,00% 100,00%");
    let numbered = two_communes()
        .replace(PLAN, "ten: Suối Bạc }", "ten: Suối Bạc, stt: 2 }")
        .replace(PLAN, "ten: Đồi Mây }", "ten: Đồi Mây, stt: 1 }");
    roll_up(&numbered).must_say("1 Xã Đồi Mây 90,00% 80,00%");
}

#[test]
fn a_unit_that_has_ended_is_neither_due_nor_counted() {
    let ended = two_communes()
        .replace(PLAN, "ten: Đồi Mây }", "ten: Đồi Mây, hieu_luc: { den: 2024-02-29 } }")
        .remove(DOI_MAY)
        .remove("inputs/hai-xa/2024-Q2/doi-may.yaml");
    let page = roll_up(&ended);
    page.must_say("báo cáo của 1/1 xã.");
    page.must_not_say("Đồi Mây");
    assert_eq!(ended.check().of("B01"), []);
}

#[test]
fn the_issuer_in_force_on_the_date_signs() {
    let later = "  tong_hop:\n    - { tu: 2024-06-01, cap_tren: Huyện ủy Đồi Xanh, co_quan: Ban Tuyên giáo và Dân vận, ky_hieu: BC/BTGDVHU, dia_danh: Đồi Xanh, nguoi_ky: { chuc_vu: PHÓ TRƯỞNG BAN, ho_ten: null }, noi_nhan: [Lưu Ban] }\n";
    let dossier = two_communes().edit(PLAN, |plan| {
        let (head, tail) =
            plan.split_once("  tong_hop:\n    - cap_tren").expect("the roll-up's issuer");
        format!("{head}{later}    - den: 2024-05-31\n      cap_tren{tail}")
    });
    roll_up(&dossier).must_say("Số -BC/BTGHU");
    let second = dossier.pdf("hai-xa/2024-Q2/tong-hop");
    second.must_say("Số -BC/BTGDVHU");
    second.must_say("PHÓ TRƯỞNG BAN");
    let gap = dossier.replace(PLAN, "tu: 2024-06-01", "tu: 2024-08-01");
    let told = gap.run(["build", "--format", "json"]).ends_with(1);
    assert!(told.errors()[0].noi_dung.contains("không nêu cơ quan ban hành"), "{}", told.stdout);
    assert!(gap.has("hai-xa/2024-Q2/suoi-bac"));
}

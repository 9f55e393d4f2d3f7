//! Returns held against earlier ones: what may not fall, what has to be explained, what the author may let stand.

use crate::dossier::Dossier;
use crate::told::{Found, Told};

const FIRST: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const SECOND: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";

/// A check of two communes, with these words by those in each file.
fn checked(changes: &[(&str, &str, &str)]) -> Told {
    let change =
        |dossier: Dossier, &(path, from, to): &(&str, &str, &str)| dossier.replace(path, from, to);
    changes.iter().fold(Dossier::case("hai-xa"), change).check()
}

/// The fall in people insured, with what the second return says of it.
fn fallen(said: &str) -> Vec<Found> {
    let said = format!("{said}nhiem_vu:");
    checked(&[(FIRST, "nguoi_bhyt: 950", "nguoi_bhyt: 990"), (SECOND, "nhiem_vu:", &said)])
        .of("V07")
}

#[test]
fn what_is_counted_from_january_may_not_fall_within_the_year() {
    let told = checked(&[(FIRST, "buoi: 1", "buoi: 5")]).ends_with(1);
    let found = told.one("V05");
    assert_eq!(found.place(), (SECOND, 10, 9));
    assert_eq!(found.o.as_deref(), Some("buoi"));
    assert!(found.noi_dung.contains('5') && found.noi_dung.contains('2'), "{found:?}");
    assert!(found.cach_sua.is_some_and(|hint| hint.contains("viết 7")), "the sum of both quarters");
}

#[test]
fn a_new_year_starts_counting_anew() {
    let later = Dossier::case("hai-xa").read(FIRST).replace("2024-", "2025-");
    let dossier = Dossier::case("hai-xa").write("inputs/hai-xa/2025-Q1/suoi-bac.yaml", later);
    assert_eq!(dossier.check().ends_with(0).of("V05"), []);
}

#[test]
fn a_fall_in_money_is_told_in_the_plans_own_decimals() {
    let told = checked(&[(SECOND, "kinh_phi: 1250.5", "kinh_phi: 1200")]).ends_with(1);
    let found = told.one("V06");
    assert!(found.noi_dung.contains("1.250,5") && !found.noi_dung.contains("12.505"), "{found:?}");
}

#[test]
fn a_fall_asks_for_an_explanation_and_is_silent_once_it_has_one() {
    let asked = fallen("");
    assert_eq!(asked.len(), 1);
    assert_eq!((asked[0].muc_do.as_str(), asked[0].place()), ("cảnh báo", (SECOND, 6, 15)));
    assert_eq!(fallen("giai_trinh:\n  nguoi_bhyt: Nhiều thẻ hết hạn.\n"), []);
}

#[test]
fn an_explanation_is_printed_among_the_causes() {
    let said = "giai_trinh:\n  nguoi_bhyt: Nhiều thẻ hết hạn.\nnhiem_vu:";
    let dossier = Dossier::case("hai-xa").replace(SECOND, "nhiem_vu:", said);
    dossier.build().ends_with(0);
    dossier
        .pdf("hai-xa/2024-Q2/suoi-bac")
        .must_say("Nguyên nhân - Về số người có thẻ: Nhiều thẻ hết hạn.");
}

#[test]
fn what_the_author_lets_stand_is_a_note_with_the_reason() {
    let stands = fallen("chap_nhan: [{ ma: V07, o: nguoi_bhyt, ly_do: Đã rà soát }]\n");
    assert_eq!(stands[0].muc_do, "ghi chú");
    assert!(stands[0].noi_dung.contains("Đã rà soát"), "{stands:?}");
    let other = fallen("chap_nhan: [{ ma: V07, o: dan_so, ly_do: Đã rà soát }]\n");
    assert_eq!(other[0].muc_do, "cảnh báo");
}

#[test]
fn an_error_cannot_be_let_stand() {
    let said = "chap_nhan: [{ ma: V02, o: nguoi_bhyt, ly_do: Vẫn gửi }]\nnhiem_vu:";
    let told =
        checked(&[(FIRST, "nguoi_bhyt: 950", "nguoi_bhyt: 9500"), (FIRST, "nhiem_vu:", said)]);
    assert_eq!(told.ends_with(1).one("V02").muc_do, "lỗi");
}

#[test]
fn swapped_digits_of_a_steady_figure_are_found_with_the_number_meant() {
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let steady = (
        plan,
        "ten: Dân số, don_vi_tinh: người, loai: thoi-diem",
        "ten: Dân số, don_vi_tinh: người, loai: thoi-diem, it_bien_dong: true",
    );
    let swapped = [
        steady,
        (FIRST, "dan_so: 1000", "dan_so: 35699"),
        (SECOND, "dan_so: 1000", "dan_so: 35969"),
    ];
    let found = checked(&swapped).one("V12");
    assert!(found.cach_sua.is_some_and(|hint| hint.contains("35699")));
    let revised = "dieu_chinh: [{ ky: 2024-Q1, o: dan_so, ly_do: Rà soát lại }]\nnhiem_vu:";
    let revised = [&swapped[..], &[(SECOND, "nhiem_vu:", revised)]].concat();
    assert_eq!(checked(&revised).of("V12"), []);
}

#[test]
fn a_return_that_breaks_a_rule_over_time_is_held_back_alone() {
    let dossier = Dossier::case("hai-xa").replace(SECOND, "buoi: 2", "buoi: 0");
    assert_eq!(dossier.build().ends_with(1).counts(), [5, 0, 1, 0]);
    assert!(!dossier.has("hai-xa/2024-Q2/suoi-bac") && dossier.has("hai-xa/2024-Q1/suoi-bac"));
    dossier.pdf("hai-xa/2024-Q2/tong-hop").must_say("chưa có số liệu của xã Suối Bạc");
}

#[test]
fn a_number_in_prose_that_differs_from_the_figure_is_told_at_its_place() {
    let wrong = "Số người có thẻ là 960 người, tăng đều.";
    let told = checked(&[(FIRST, "Đường vào thôn xa còn khó đi.", wrong)]).ends_with(0);
    let found = told.one("V14");
    assert_eq!(found.tep.as_deref(), Some(FIRST));
    assert!(found.noi_dung.contains("960") && found.noi_dung.contains("950"), "{found:?}");
    let right = "Số người có thẻ là 950 người, tăng đều.";
    let told = checked(&[(FIRST, "Đường vào thôn xa còn khó đi.", right)]);
    assert_eq!(told.findings(), []);
}

#[test]
fn a_late_document_is_confirmed_with_the_line_its_warning_gives() {
    let late = "van_ban: { so: 4, ngay: 2024-06-25 }\nso_lieu:";
    let found = checked(&[(SECOND, "so_lieu:", late)]).one("V13");
    let cure = found.cach_sua.expect("a cure");
    let line = cure.split("xác nhận: ").nth(1).expect("a line to copy");
    let confirmed = format!("{}\n{late}", line.replace('…', "mưa lũ"));
    assert_eq!(checked(&[(SECOND, "so_lieu:", &confirmed)]).one("V13").muc_do, "ghi chú");
}

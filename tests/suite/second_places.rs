//! A finding on two numbers or names that disagree shows both lines, in whatever files they are. Not for where a finding
//! itself stands ([`crate::findings`]).

use crate::dossier::Dossier;
use crate::told::{Found, OtherPlace};

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const FIRST: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const SECOND: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const DECISIONS: &str = "inputs/hai-xa/don-vi/suoi-bac.yaml";

/// A change of a file: what was there, what comes in its place.
type Change = (&'static str, &'static str, &'static str);

fn with(changes: &[Change]) -> Dossier {
    changes
        .iter()
        .fold(Dossier::case("hai-xa"), |dossier, (file, from, to)| dossier.replace(file, from, to))
}

/// The other places of a finding: the text of each line from there on, its file and the word under it.
fn others(dossier: &Dossier, found: &Found) -> Vec<(String, String, String)> {
    let place = |other: &OtherPlace| {
        let text = dossier.read(&other.tep);
        let line = text.lines().nth(other.dong - 1).expect("a line");
        let rest = line.chars().skip(other.cot - 1).collect();
        (other.tep.clone(), rest, other.nhan.clone())
    };
    found.cho_khac.iter().map(place).collect()
}

/// Holds the one finding of a code to its other places.
#[track_caller]
fn shows(code: &str, changes: &[Change], places: &[(&str, &str, &str)]) {
    let dossier = with(changes);
    let found = dossier.check().one(code);
    let shown = others(&dossier, &found);
    let shown: Vec<(&str, &str, &str)> =
        shown.iter().map(|(file, line, label)| (&**file, &**line, &**label)).collect();
    assert_eq!(shown, places, "{found:?}");
}

#[test]
fn a_part_is_shown_beside_its_whole() {
    let many = (FIRST, "nguoi_bhyt: 950", "nguoi_bhyt: 9500");
    shows("V02", &[many], &[(FIRST, "1000", "«dan_so» là 1.000")]);
    let unbound = (PLAN, ", khong_qua: dan_so", "");
    shows("V03", &[unbound, many], &[(FIRST, "1000", "mẫu số")]);
    let unmeasured = (PLAN, "don_vi_tinh: bác sĩ, loai: thoi-diem }", "loai: thoi-diem }");
    let several = (PLAN, "tu_so: nguoi_bhyt", "tu_so: [nguoi_bhyt, bac_si]");
    let places = [(FIRST, "1", "cùng ở tử số"), (FIRST, "1000", "mẫu số")];
    shows("V03", &[unbound, unmeasured, several, many], &places);
    let total = (PLAN, "loai: trong-nam }", "loai: trong-nam, tong_cua: [bac_si, so_thon] }");
    let right = [
        (SECOND, "buoi: 2", "buoi: 5"),
        ("inputs/hai-xa/2024-Q1/doi-may.yaml", "buoi: 1", "buoi: 7"),
        ("inputs/hai-xa/2024-Q2/doi-may.yaml", "buoi: 2", "buoi: 7"),
    ];
    let wrong = [total, (FIRST, "buoi: 1", "buoi: 6")];
    let places = [(FIRST, "1", "được cộng vào"), (FIRST, "4", "được cộng vào")];
    shows("V04", &[&right[..], &wrong[..]].concat(), &places);
}

#[test]
fn a_number_is_shown_beside_that_of_the_period_before() {
    shows("V05", &[(FIRST, "buoi: 1", "buoi: 5")], &[(FIRST, "5", "kỳ 2024-Q1 là 5")]);
    let money = (SECOND, "kinh_phi: 1250.5", "kinh_phi: 100");
    shows("V06", &[money], &[(FIRST, "1250.5", "kỳ 2024-Q1 là 1.250,5")]);
    shows("V07", &[(FIRST, "bac_si: 1", "bac_si: 2")], &[(FIRST, "2", "kỳ 2024-Q1 là 2")]);
    let steady = (PLAN, "ten: Dân số,", "ten: Dân số, it_bien_dong: true,");
    shows(
        "V12",
        &[steady, (SECOND, "dan_so: 1000", "dan_so: 1200")],
        &[(FIRST, "1000", "kỳ 2024-Q1 là 1.000")],
    );
}

#[test]
fn a_date_is_shown_beside_the_other() {
    let dated =
        (FIRST, "chot_den: 2024-03-15", "chot_den: 2024-03-15\nvan_ban: { ngay: 2024-03-01 }");
    shows("V13", &[dated], &[(FIRST, "{ ngay: 2024-03-01 }", "số, ngày văn bản")]);
    let lapsed = (DECISIONS, "den: 2027-01-03", "den: 2024-04-01");
    shows("V09", &[lapsed], &[(DECISIONS, "2024-04-01 }", "hết hiệu lực ngày 01/4/2024")]);
    let phases = "tong_ket: [{ ma: ket, tu: 2024-Q1, den: 2024-Q2 }]\nkien_nghi:\n";
    let dossier = with(&[(PLAN, "kien_nghi:\n", phases)]);
    let closing = "don_vi: suoi-bac\nky: ket\nchot_den: 2024-06-20\n";
    let dossier = dossier.write("inputs/hai-xa/ket/suoi-bac.yaml", closing);
    let found = dossier.check().one("V13");
    let place =
        (SECOND.to_owned(), "2024-06-14".to_owned(), "ngày chốt của báo cáo kỳ 2024-Q2".to_owned());
    assert_eq!(others(&dossier, &found), [place]);
}

#[test]
fn what_is_there_twice_is_shown_where_it_is_first() {
    let figure = "  - { ma: dan_so, ten: Dân, loai: thoi-diem }\nchi_tieu:\n";
    let first = "dan_so, ten: Dân số, don_vi_tinh: người, loai: thoi-diem }";
    shows("Y05", &[(PLAN, "chi_tieu:\n", figure)], &[(PLAN, first, "lần đầu ở đây")]);
    let unit = "  - { ma: suoi-bac, loai: xã, ten: Sông }\n  - { ma: trung-tam,";
    let first = "suoi-bac, loai: xã, ten: Suối Bạc }";
    shows("Y05", &[(PLAN, "  - { ma: trung-tam,", unit)], &[(PLAN, first, "lần đầu ở đây")]);
    let key = (FIRST, "  bac_si: 1", "  bac_si: 1\n  dan_so: 2");
    shows("Y01", &[key], &[(FIRST, "dan_so: 1000", "lần đầu ở đây")]);
    let key = (
        FIRST,
        "chot_den: 2024-03-15",
        "chot_den: 2024-03-15\nvan_ban: { so: 1, ngay: 2024-03-20, so: 2 }",
    );
    shows("Y01", &[key], &[(FIRST, "so: 1, ngay: 2024-03-20, so: 2 }", "lần đầu ở đây")]);
    let key = (FIRST, "kien_nghi:\n", "chot_den: 2024-03-15\nkien_nghi:\n");
    shows("Y01", &[key], &[(FIRST, "chot_den: 2024-03-15", "lần đầu ở đây")]);
}

#[test]
fn unlike_measures_are_shown_where_each_is_declared() {
    let people = "dan_so, ten: Dân số, don_vi_tinh: người, loai: thoi-diem }";
    let measured = (FIRST, "dan_so: 1000", "dan_so: { gia_tri: 1000, don_vi_tinh: hộ }");
    shows("V16", &[measured], &[(PLAN, people, "kế hoạch tính bằng người")]);
    let hamlets = "thon_nvyt, ten: Số thôn có nhân viên y tế, don_vi_tinh: thôn, loai: thoi-diem, khong_qua: so_thon }";
    let places = [(PLAN, hamlets, "tính bằng thôn"), (PLAN, people, "tính bằng người")];
    shows("V16", &[(PLAN, "mau_so: so_thon", "mau_so: dan_so")], &places);
    let twice = "de_cuong: { quys: {} }\nbieu_mau: { quys: {} }\nkien_nghi:\n";
    shows("Y06", &[(PLAN, "kien_nghi:\n", twice)], &[(PLAN, "quys: {} }", "cũng nêu ở đây")]);
}

#[test]
fn prose_is_shown_beside_the_figure_it_speaks_of() {
    let words = (FIRST, "Xã Suối Bạc đã họp dân ở bốn thôn.", "Số người có thẻ là 920 người.");
    shows("V14", &[words], &[(FIRST, "950", "số liệu")]);
}

#[test]
fn people_see_both_lines_with_their_marks() {
    let told = with(&[(FIRST, "nguoi_bhyt: 950", "nguoi_bhyt: 9500")]).run(["check"]).ends_with(1);
    let lines = [
        "5 |   dan_so: 1000",
        "  |           ---- «dan_so» là 1.000",
        "6 |   nguoi_bhyt: 9500",
        "  |               ^^^^ nhiều nhất là 1.000",
    ];
    assert!(told.stderr.contains(&lines.join("\n")), "{}", told.stderr);
    let told = with(&[(FIRST, "buoi: 1", "buoi: 5")]).run(["check"]).ends_with(1);
    let lines = [
        format!(" --> {SECOND}:10:9"),
        "   |".to_owned(),
        "10 |   buoi: 2".to_owned(),
        "   |         ^".to_owned(),
        "   |".to_owned(),
        format!("  ::: {FIRST}:10:9"),
        "   |".to_owned(),
        "10 |   buoi: 5".to_owned(),
        "   |         - kỳ 2024-Q1 là 5".to_owned(),
    ];
    assert!(told.stderr.contains(&lines.join("\n")), "{}", told.stderr);
}

#[test]
fn windows_line_ends_move_no_mark() {
    let plain = with(&[(FIRST, "nguoi_bhyt: 950", "nguoi_bhyt: 9500")]);
    let windows = with(&[(FIRST, "nguoi_bhyt: 950", "nguoi_bhyt: 9500")])
        .edit(FIRST, |text| text.replace('\n', "\r\n"));
    assert_eq!(plain.run(["check"]).stderr, windows.run(["check"]).stderr);
}

#[test]
fn the_list_of_other_places_is_there_only_if_there_is_one() {
    let dossier = with(&[
        (FIRST, "nguoi_bhyt: 950", "nguoi_bhyt: 9500"),
        (FIRST, "so_thon: 4", "so_thon: bốn"),
    ]);
    let told = dossier.check().ends_with(1);
    let lines = |code: &str| {
        let marked = format!("\"ma\":\"{code}\"");
        told.stdout.lines().find(|line| line.contains(&marked)).expect("a finding")
    };
    assert!(lines("V02").contains("\"cho_khac\":[{"), "{}", told.stdout);
    assert!(!lines("V01").contains("cho_khac"), "{}", told.stdout);
}

#[test]
fn an_earlier_run_keeps_both_places() {
    let measured = (FIRST, "dan_so: 1000", "dan_so: { gia_tri: 1000, don_vi_tinh: hộ }");
    let fewer = ("inputs/hai-xa/2024-Q2/doi-may.yaml", "bac_si: 2", "bac_si: 1");
    let dossier = with(&[measured, fewer]);
    let told = |words: &[&str]| {
        let all = dossier.run(words.iter().copied()).findings();
        let two = all.into_iter().filter(|one| !one.cho_khac.is_empty());
        two.collect::<Vec<_>>()
    };
    let first = told(&["check", "--format", "json"]);
    assert_eq!(first.len(), 2, "{first:?}");
    dossier.build();
    assert_eq!(told(&["build", "--format", "json"]), first);
}

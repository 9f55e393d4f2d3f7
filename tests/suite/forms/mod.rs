//! Forms go out and come back: what units are asked for, and that what they filled in comes into their returns and nothing
//! else. Not for forms that were spoiled ([`spoilt`]) or saved by another program ([`saved_elsewhere`]).

mod beside_figures;
pub(crate) mod book;
mod clerk;
mod properties;
mod saved_elsewhere;
mod spoilt;

use self::book::{Book, FIGURES, TEXTS};
use crate::dossier::{Dossier, files};
use crate::told::Told;

pub(crate) const SUOI_BAC: &str = "out/bieu/hai-xa/2025-Q1/bieu-2025-Q1-suoi-bac.xlsx";
const RETURN: &str = "inputs/hai-xa/2025-Q1/suoi-bac.yaml";

/// Two communes, with the forms of a quarter nobody has handed anything in for.
fn asked() -> Dossier {
    let dossier = Dossier::case("hai-xa");
    dossier.run(["form", "2025-Q1"]).ends_with(0);
    dossier
}

/// A form that was written.
pub(crate) fn form(dossier: &Dossier, path: &str) -> Book {
    let all = files(&dossier.path(""));
    Book::read(&all.iter().find(|(name, _)| name == path).unwrap_or_else(|| panic!("no {path}")).1)
}

/// The form of Suối Bạc with everything that belongs there.
pub(crate) fn filled(book: Book) -> Book {
    let book = book.type_at(FIGURES, "G5", "15/3/2025");
    let figures =
        [("dan_so", 1010), ("nguoi_bhyt", 980), ("so_thon", 4), ("thon_nvyt", 4), ("bac_si", 1)];
    let book = figures.into_iter().fold(book, |book, (figure, value)| book.value(figure, value));
    let book = book.value("buoi", "không phát sinh");
    book.value("kinh_phi", book::Typed::Number("1300.5".to_owned()))
        .text("tinh_hinh", "Mưa nhiều.\n\nĐường: lầy #2.")
        .text("danh_gia.han_che", "- Cầu yếu\n- Thiếu thuốc")
}

fn import(dossier: &Dossier, book: &Book, more: &[&str]) -> Told {
    dossier.put("gui-ve/suoi-bac.xlsx", book.bytes());
    dossier.run([&["import", "gui-ve"][..], more].concat())
}

const WANTED: &str = "\
# yaml-language-server: $schema=../.luoc-do/bao-cao.json
# Số liệu kỳ 2025-Q1 của xã Suối Bạc.
don_vi: suoi-bac
ky: 2025-Q1
chot_den: 2025-03-15                      # ngày chốt số liệu
van_ban: { so: null, ngay: null }         # số và ngày, điền khi phát hành

so_lieu:
  dan_so: 1010                            # Dân số (người)
  nguoi_bhyt: 980                         # Số người có thẻ (người)
  so_thon: 4                              # Số thôn (thôn)
  thon_nvyt: 4                            # Số thôn có nhân viên y tế (thôn)
  bac_si: 1                               # Số bác sĩ tại trạm (bác sĩ)
  buoi: khong-phat-sinh                   # Số buổi truyền thông (buổi)
  kinh_phi: 1300.5                        # Kinh phí đã bố trí (triệu đồng)

tinh_hinh: |
  Mưa nhiều.

  Đường: lầy #2.

danh_gia:
  han_che: |
    - Cầu yếu
    - Thiếu thuốc
";

#[test]
fn a_filled_form_becomes_the_units_return_and_a_second_import_changes_nothing() {
    let dossier = asked();
    let book = filled(form(&dossier, SUOI_BAC));
    let told = import(&dossier, &book, &["--dry-run"]).ends_with(0);
    assert!(told.stdout.contains("so_lieu.dan_so: (chưa có) → 1010\n"), "{}", told.stdout);
    assert!(
        told.stdout.contains("danh_gia.han_che: (chưa có) → «- Cầu yếu - Thiếu thuốc»"),
        "{}",
        told.stdout
    );
    assert!(!dossier.is_there(RETURN), "a dry run wrote");
    import(&dossier, &book, &[]).ends_with(0);
    assert_eq!(dossier.read(RETURN), WANTED);
    let before = files(&dossier.path("inputs"));
    let told = import(&dossier, &book, &[]).ends_with(0);
    assert!(told.stdout.starts_with("Không có gì thay đổi"), "{}", told.stdout);
    assert!(files(&dossier.path("inputs")) == before);
    let checked = dossier.check();
    assert!(checked.errors().is_empty(), "{}", checked.stdout);
}

#[test]
fn what_stands_in_a_return_besides_is_kept_to_the_byte() {
    let before = WANTED
        .replace("bac_si: 1 ", "bac_si: 2 ")
        .replace("chot_den: 2025-03-15", "chot_den: 2025-03-14")
        .replace("  Mưa nhiều.\n", "  Nắng nhiều.\n")
        + "\nkien_nghi: { huyen: \"Sửa cầu.\" }  # của xã\n";
    let dossier = asked().write(RETURN, &before);
    import(&dossier, &filled(form(&dossier, SUOI_BAC)), &[]).ends_with(0);
    let date = "chot_den: 2025-03-15                      #";
    let wanted = WANTED.replace(date, "chot_den: 2025-03-15   #");
    assert_eq!(dossier.read(RETURN), wanted + "\nkien_nghi: { huyen: \"Sửa cầu.\" }  # của xã\n");
}

#[test]
fn an_untouched_form_changes_nothing_and_is_told() {
    let dossier = asked();
    let before = files(&dossier.path("inputs"));
    let book = form(&dossier, SUOI_BAC);
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(0);
    assert!(told.one("N02").noi_dung.contains("xã Suối Bạc chưa điền gì"), "{}", told.stdout);
    assert!(files(&dossier.path("inputs")) == before);
}

#[test]
fn forms_ask_for_the_list_the_reminder_letter_asks_for() {
    let dossier = asked();
    let listed = |path: &str| -> Vec<String> {
        let cells = form(&dossier, path).cells(FIGURES);
        let rows = cells.iter().filter(|((row, column), _)| *column == 2 && *row > 6);
        rows.map(|(_, text)| text.clone()).collect()
    };
    let own = [
        "Dân số",
        "Số người có thẻ",
        "Số thôn",
        "Số thôn có nhân viên y tế",
        "Số bác sĩ tại trạm",
        "Số buổi truyền thông",
        "Kinh phí đã bố trí",
        "Được công nhận",
    ];
    assert_eq!(listed(SUOI_BAC), own);
    assert_eq!(
        listed("out/bieu/hai-xa/2025-Q1/bieu-2025-Q1-trung-tam.xlsx"),
        ["Số bác sĩ cấp huyện"]
    );
    let samples = Dossier::samples();
    samples.run(["form", "2024-Q3", "lac-duong", "--unit", "lat"]).ends_with(0);
    let samples = samples.remove("inputs/lac-duong/2024-Q3/lat.yaml");
    let letter = "  Q3: [{ loai: don-doc }, ";
    let samples = samples.replace("inputs/lac-duong/ke-hoach.yaml", "  Q3: [", letter);
    samples.run(["build", "lac-duong", "--period", "2024-Q3"]);
    let page = samples.pdf("lac-duong/2024-Q3/don-doc-lat");
    let cells = form(&samples, "out/bieu/lac-duong/2024-Q3/bieu-2024-Q3-lat.xlsx").cells(FIGURES);
    let names: Vec<&String> = cells
        .iter()
        .filter(|((row, column), _)| *column == 2 && *row > 6)
        .map(|(_, text)| text)
        .collect();
    assert!(names.len() > 15 && names.iter().all(|name| page.says(name)), "{names:?}");
}

#[test]
fn a_form_shows_the_last_values_and_where_they_came_from() {
    let dossier = Dossier::samples();
    dossier.run(["form", "2025-Q2", "lac-duong", "--unit", "lat"]).ends_with(0);
    let book = form(&dossier, "out/bieu/lac-duong/2025-Q2/bieu-2025-Q2-lat.xlsx");
    let cells = book.cells(FIGURES);
    let row = book.row(FIGURES, "dan_so") - 1;
    let shown = |row, column| cells.get(&(row, column)).map(String::as_str);
    assert_eq!(shown(6, 5), Some("Kỳ trước (quý I/2025)"));
    assert_eq!((shown(row, 5), shown(row, 8)), (Some("6890"), Some("Công an xã")));
    assert_eq!(shown(1, 1), Some("BIỂU SỐ LIỆU 6 THÁNG ĐẦU NĂM 2025"));
    assert_eq!(shown(3, 1), Some("Kỳ số liệu: quý II/2025 (hạn gửi: 20/6/2025)"));
    assert_eq!(shown(book.row(FIGURES, "cn_tcqg") - 1, 5), Some("Không"));
    let texts = book.cells(TEXTS);
    assert!(texts.values().any(|text| text.starts_with("Nâng cao nhận thức")), "{texts:?}");
    // The source that is given comes along with the value.
    let book = book.value("dan_so", 6901);
    dossier.put("lat.xlsx", book.bytes());
    let dossier = dossier.remove("inputs/lac-duong/2025-Q2/lat.yaml");
    dossier.run(["import", "lat.xlsx"]).ends_with(0);
    let text = dossier.read("inputs/lac-duong/2025-Q2/lat.yaml");
    assert!(text.contains("  dan_so: { gia_tri: 6901, nguon: Công an xã }"), "{text}");
}

#[test]
fn a_form_of_a_merged_unit_shows_the_sum_of_those_it_was() {
    let dossier = Dossier::samples();
    let told = dossier.run(["form", "2026-Q2", "lam-dong-2026"]).ends_with(0);
    assert!(told.stdout.contains("out/bieu/lam-dong-2026/2026-Q2"), "{}", told.stdout);
    let unit = "out/bieu/lam-dong-2026/2026-Q2/bieu-2026-Q2-xa-lac-duong.xlsx";
    let book = form(&dossier, unit);
    let row = book.row(FIGURES, "dan_so") - 1;
    let shown = book.cells(FIGURES).get(&(row, 5)).cloned();
    let of = |unit: &str| -> u64 {
        let text = dossier.read(&format!("inputs/lac-duong/2025-Q2/{unit}.yaml"));
        let line = text.lines().find(|line| line.contains("dan_so:")).expect("a population");
        let digits = line.split("gia_tri: ").nth(1).and_then(|rest| rest.split(',').next());
        digits.expect("a number").trim().parse().expect("a number")
    };
    let sum: u64 = ["da-sar", "da-nhim", "da-chais"].map(of).iter().sum();
    assert_eq!(shown, Some(sum.to_string()));
}

#[test]
fn forms_are_the_same_bytes_each_time_and_filled_ones_are_kept() {
    let dossier = asked();
    let before = files(&dossier.path("out/bieu"));
    assert_eq!(before.len(), 3);
    let told = dossier.run(["form", "2025-Q1"]).ends_with(0);
    assert!(told.stdout.starts_with("Đã lập 0 biểu; 3 biểu không đổi"), "{}", told.stdout);
    assert!(files(&dossier.path("out/bieu")) == before);
    let book = filled(form(&dossier, SUOI_BAC)).bytes();
    let dossier = dossier.write(SUOI_BAC, &book);
    let told = dossier.run(["form", "2025-Q1", "--format", "json"]).ends_with(0);
    assert!(told.one("G04").noi_dung.contains("suoi-bac.xlsx"), "{}", told.stdout);
    assert!(form(&dossier, SUOI_BAC).bytes() == Book::read(&book).bytes());
    dossier.run(["form", "2025-Q1", "--force"]).ends_with(0);
    assert!(files(&dossier.path("out/bieu")) == before);
}

#[test]
fn a_form_nobody_filled_in_follows_the_plan() {
    let dossier = asked();
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let dossier = dossier.replace(plan, "ten: Số thôn,", "ten: Số thôn và tổ dân phố,");
    let told = dossier.run(["form", "2025-Q1"]).ends_with(0);
    assert!(told.stdout.starts_with("Đã lập 2 biểu; 1 biểu không đổi"), "{}", told.stdout);
}

#[test]
fn one_form_for_all_units_comes_back_too() {
    let dossier = Dossier::case("hai-xa");
    let told = dossier.run(["form", "2025-Q1", "--gop"]).ends_with(0);
    assert!(told.stdout.starts_with("Đã lập 1 biểu"), "{}", told.stdout);
    let path = "out/bieu/hai-xa/2025-Q1/bieu-2025-Q1-cac-don-vi.xlsx";
    let book = form(&dossier, path);
    let row = book.row(FIGURES, "doi-may");
    let book = book.type_at(FIGURES, &format!("D{row}"), "20/3/2025");
    let book =
        book.type_at(FIGURES, &format!("E{row}"), 10020).type_at(FIGURES, &format!("F{row}"), 9100);
    let dossier = dossier.write(path, book.bytes());
    let told = dossier.run(["import", path]).ends_with(0);
    assert!(told.stdout.contains("1 tệp: 2 số liệu"), "{}", told.stdout);
    let text = dossier.read("inputs/hai-xa/2025-Q1/doi-may.yaml");
    assert!(text.contains("chot_den: 2025-03-20") && text.contains("dan_so: 10020 "), "{text}");
    let again = dossier.run(["form", "2025-Q1", "--gop", "--format", "json"]).ends_with(0);
    again.one("G04");
}

#[test]
fn tables_are_imported_as_before_and_need_a_period() {
    let dossier = asked().write("gui-ve/bang.csv", "xã;dan_so\nSuối Bạc;1011\n");
    let told =
        import(&dossier, &filled(form(&dossier, SUOI_BAC)), &["--format", "json"]).ends_with(0);
    assert!(told.one("N02").noi_dung.contains("bang.csv: không phải biểu"), "{}", told.stdout);
    let told = dossier.run(["import", "gui-ve/bang.csv"]).ends_with(2);
    assert!(told.stderr.contains("thiếu «--period <KỲ>»"), "{}", told.stderr);
    dossier.run(["import", "gui-ve/bang.csv", "hai-xa", "--period", "2025-Q1"]).ends_with(0);
    assert!(dossier.read(RETURN).contains("dan_so: 1011 "));
}

#[test]
fn no_form_is_asked_of_a_dossier_whose_units_are_no_more() {
    let dossier = Dossier::samples();
    let told = dossier.run(["form", "2025-Q3", "lac-duong"]).ends_with(2);
    let why = "hồ sơ lac-duong: không đơn vị nào còn hiệu lực vào cuối kỳ 2025-Q3";
    assert!(told.stderr.contains(why), "{}", told.stderr);
    let told = dossier.run(["form", "2019-Q3", "lac-duong"]).ends_with(2);
    assert!(told.stderr.contains("kỳ 2019-Q3 nằm ngoài giai đoạn 2024-2030"), "{}", told.stderr);
    assert!(!dossier.is_there("out/bieu"));
}

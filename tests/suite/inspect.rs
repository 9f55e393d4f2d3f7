//! Pages that are right, and pages with one thing wrong, held against both profiles. Not for how pages are laid out.

use std::fs;
use std::path::PathBuf;

use baocao::inspect::report::Inspection;
use baocao::inspect::table::Tables;
use baocao::template::files::TemplateFiles;
use baocao::typeset::fonts::Fonts;
use baocao::typeset::press::Press;
use lopdf::content::{Content, Operation};
use lopdf::{Document, Object};

use crate::dossier::{Dossier, repository};

/// A rule, the cell it is told by, and what is changed in the page: these words by those.
type Slip = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

/// Of the page to the older regulation.
const OLDER: &[(&str, &str)] = &[
    ("tháng 6 năm 2026", "tháng 6 năm 2024"),
    ("ngày 03/6/2026", "ngày 03/6/2024"),
    ("- Đảng ủy xã; ", "- Đảng ủy xã, "),
    ("của thôn; ", "của thôn, "),
];

#[rustfmt::skip]
const SLIPS: &[Slip] = &[
    ("kho_giay", "Trang giấy", &[("width: 210mm, height: 297mm", "width: 216mm, height: 297mm"), ("right: 15mm", "right: 21mm")]),
    ("le_trai", "Lề trang", &[("left: 30mm, right: 15mm", "left: 25mm, right: 15mm"), ("dx: 102.5mm", "dx: 100mm")]),
    ("le_trai", "Lề trang", &[("left: 30mm, right: 15mm", "left: 35mm, right: 15mm"), ("dx: 102.5mm", "dx: 105mm")]),
    ("le_phai", "Lề trang", &[("left: 30mm, right: 15mm", "left: 30mm, right: 20mm"), ("dx: 102.5mm", "dx: 100mm"), ("#place(top + right, ", "#place(top + right, dx: 0mm, ")]),
    ("le_tren", "Lề trang", &[("margin: (top: 20mm", "margin: (top: 15mm"), ("dy: -10mm, text", "dy: -5mm, text")]),
    ("le_tren", "Lề trang", &[("margin: (top: 20mm", "margin: (top: 30mm"), ("dy: -10mm, text", "dy: -20mm, text")]),
    ("le_duoi", "Lề trang", &[("#v(6pt)\n// Ô 9a", "#place(bottom + left, dy: 5mm)[Chữ ở lề dưới.]\n#v(6pt)\n// Ô 9a")]),
    ("mau_chu", "Phông chữ", &[("[BÁO CÁO]", "text(fill: red)[BÁO CÁO]")]),
    ("so_trang", "Số trang", &[("dx: 102.5mm", "dx: 95mm")]),
    ("so_trang", "Số trang", &[("dy: 10mm, box", "dy: 12mm, box")]),
    ("so_trang", "Số trang", &[("if trang > 1", "if trang > 0")]),
    ("so_trang", "Số trang", &[("if trang > 1", "if trang > 9")]),
    ("so_trang", "Số trang", &[("numbering(\"1\"", "numbering(\"I\"")]),
    ("so_trang", "Số trang", &[("text(size: 14pt, numbering", "text(size: 12pt, numbering")]),
    ("luu_hanh", "11a", &[("text(size: 12pt, weight: \"bold\")[TÀI", "text(size: 14pt, weight: \"bold\")[TÀI")]),
    ("ten_dang", "1", &[("text(size: 15pt, weight: \"bold\")[ĐẢNG", "text(size: 14pt, weight: \"bold\")[ĐẢNG")]),
    ("quoc_hieu", "1", &[("[ĐẢNG CỘNG SẢN VIỆT NAM]", "[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]"), ("#phai(57pt", "#phai(19pt, text(weight: \"bold\")[Độc lập - Tự do - Hạnh phúc])\n#phai(57pt"), ("dx: 79mm", "dx: 76mm"), ("[ĐẢNG BỘ XÃ ĐỒI XANH]", "[ĐẢNG BỘ XÃ]"), ("size: 15pt, weight", "size: 12pt, weight")]),
    ("ke_ten_dang", "1", &[("#phai(17pt, context line", "#let _ = (17pt, context line")]),
    ("ke_ten_dang", "1", &[(".width + 0mm", ".width + 4mm")]),
    ("ke_ten_dang", "1", &[(".width + 0mm", ".width - 20mm")]),
    ("cap_tren", "2", &[("[ĐẢNG BỘ XÃ ĐỒI XANH]", "text(weight: \"bold\")[ĐẢNG BỘ XÃ ĐỒI XANH]")]),
    ("co_quan", "2", &[("text(weight: \"bold\")[CHI BỘ THÔN", "[CHI BỘ THÔN")]),
    ("sao", "2", &[("#trai(38pt)[\\*]", "")]),
    ("sao", "2", &[("#trai(38pt)[\\*]", "#trai(38pt, line(length: 20mm))")]),
    ("so_ky_hieu", "3", &[("[Số 05-BC/CB]", "[Số: 05-BC/CB]")]),
    ("so_ky_hieu", "3", &[("[Số 05-BC/CB]", "[Số 5-BC/CB]"), ("báo cáo số 05-BC/CB", "báo cáo số 5-BC/CB"), ("Báo cáo số 05-BC/CB", "Báo cáo số 5-BC/CB")]),
    ("so_ky_hieu", "3", &[("[Số 05-BC/CB]", "[Số 05/BC-CB]"), ("Báo cáo số 05-BC/CB", "Báo cáo số 05/BC-CB")]),
    ("dia_danh_ngay", "4", &[("#phai(57pt, text(style: \"italic\")[", "#phai(61pt, text(style: \"italic\")[")]),
    ("dia_danh_ngay", "4", &[("#phai(57pt, text(style: \"italic\")[", "#phai(57pt, [")]),
    ("dia_danh_ngay", "4", &[("ngày 03 tháng 6 năm", "ngày 03 tháng 06 năm")]),
    ("dia_danh_ngay", "4", &[("ngày 03 tháng 6 năm", "ngày 3 tháng 6 năm")]),
    ("ngay_so", "4", &[("ngày 05/3/2026", "ngày 05/03/2026")]),
    ("loai", "5a", &[("size: 16pt, weight: \"bold\")[BÁO", "size: 13pt, weight: \"bold\")[BÁO")]),
    ("loai", "5a", &[("text(size: 16pt, weight: \"bold\")[BÁO CÁO]", "text(size: 16pt, weight: \"bold\")[#h(20mm)BÁO CÁO]")]),
    ("trich_yeu", "5a", &[("text(size: 14pt, weight: \"bold\")[sơ kết", "text(size: 14pt)[sơ kết")]),
    ("gach", "5a", &[("  [-----],\n)\n#v(6pt)", "  [---],\n)\n#v(6pt)")]),
    ("gach", "5a", &[("  [-----],\n)\n#v(6pt)", "  line(length: 30mm),\n)\n#v(6pt)")]),
    ("than", "6", &[("#let chu = 14pt", "#let chu = 13pt"), ("#trai(0pt)[ĐẢNG", "#set text(size: 14pt)\n#trai(0pt)[ĐẢNG"), ("#v(6pt)\n\nThực hiện", "#v(6pt)\n#set text(size: 13pt)\n\nThực hiện"), ("// Ô 9a, 7a", "#set text(size: 14pt)\n// Ô 9a, 7a"), ("#par(text(weight: \"bold\")[I- ", "#par(text(size: 14pt, weight: \"bold\")[I- "), ("#par(text(weight: \"bold\")[II- ", "#par(text(size: 14pt, weight: \"bold\")[II- ")]),
    ("thut_dau_dong", "6", &[("amount: 10mm", "amount: 12.7mm")]),
    ("thut_dau_dong", "6", &[("amount: 10mm", "amount: 0mm")]),
    ("can_deu", "6", &[("#set par(justify: true", "#set par(justify: false")]),
    ("gian_dong", "6", &[("#let dong = 19pt", "#let dong = 16.1pt")]),
    ("cach_doan", "6", &[("dong - chu + 6pt", "dong - chu")]),
    ("de_muc", "6", &[("[II- PHƯƠNG HƯỚNG]", "[II- Phương hướng]")]),
    ("ket_thuc", "6", &[("ngày càng tốt hơn.", "ngày càng tốt hơn./.")]),
    ("kinh_gui", "9a", &[("\nThực hiện Chương", "\n#par(align(center)[Kính gửi: Đảng ủy xã Đồi Xanh])\n\nThực hiện Chương")]),
    ("quyen_han", "7a", &[("[T/M CHI BỘ]", "[TM. CHI BỘ]")]),
    ("quyen_han", "7a", &[("text(weight: \"bold\")[T/M CHI BỘ]", "[T/M CHI BỘ]")]),
    ("chuc_vu", "7a", &[("align(center)[BÍ THƯ]", "align(center, text(weight: \"bold\")[BÍ THƯ])")]),
    ("cho_ky", "7c", &[("19pt + 37mm", "19pt + 28mm")]),
    ("ho_ten", "7b", &[("text(weight: \"bold\")[Lê Văn Hai]", "[Lê Văn Hai]")]),
    ("noi_nhan", "9a", &[("[Nơi nhận:]", "text(size: 12pt)[Nơi nhận:]")]),
    ("noi_nhan", "9a", &[("underline(evade: false, offset: 2pt)[Nơi", "[#set text();Nơi")]),
    ("noi_nhan", "9a", &[("place(dy: 0mm, box", "place(dy: 2mm, box")]),
    ("noi_nhan_muc", "9a", &[("- Lưu Chi bộ.", "- Lưu: VT, Chi bộ.")]),
    ("noi_nhan_muc", "9a", &[("- Lưu Chi bộ.", "- Lưu Chi bộ")]),
    ("noi_nhan_muc", "9a", &[("text(size: 12pt)[- Đảng ủy", "text(size: 11pt)[- Đảng ủy")]),
    ("phu_luc", "Phụ lục", &[("[Phụ lục #so]", "[Phụ lục #numbering(\"I\", so)]"), ("Phụ lục 1 và Phụ lục 2", "Phụ lục I và Phụ lục II")]),
    ("phu_luc", "Phụ lục", &[("chi tiết tại Phụ lục 1 và Phụ lục 2", "chi tiết tại Phụ lục 1")]),
    ("phu_luc_kem_theo", "Phụ lục", &[("    text(style: \"italic\")[(Kèm theo Báo cáo số 05-BC/CB, ngày 03/6/2026 của Chi bộ thôn Suối Mây)],\n", "")]),
    ("so_trang", "Số trang", &[("  counter(page).update(1)\n", "")]),
];

/// Wrong in the older regulation's page as in the newer one's, but for these: there other marks are right.
#[rustfmt::skip]
const ONLY_NEWER: &[Slip] = &[
    ("noi_nhan_muc", "9a", &[("- Đảng ủy xã; ", "- Đảng ủy xã, ")]),
    ("gian_dong", "6", &[("#let dong = 19pt", "#let dong = 23pt")]),
];

fn case(name: &str) -> PathBuf {
    repository().join("tests/cases/inspect").join(name)
}

fn page() -> String {
    fs::read_to_string(case("trang.typ")).expect("the page's source")
}

#[track_caller]
fn changed(page: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(page.to_owned(), |page, (from, to)| {
        assert!(page.contains(from), "«{from}» is not in the page");
        page.replace(from, to)
    })
}

/// What reads and what prints.
struct Desk {
    press: Press,
    tables: Tables,
}

impl Desk {
    fn new() -> Self {
        let files = TemplateFiles::embedded();
        let tables = Tables::load(&files).expect("the tables");
        Self { press: Press::new(&files, Fonts::load(&files)), tables }
    }

    #[track_caller]
    fn pdf(&self, page: String) -> Vec<u8> {
        self.press.typeset(page, "trang").expect("a page")
    }

    #[track_caller]
    fn inspect(&self, pdf: &[u8]) -> Inspection {
        baocao::inspect::inspect(pdf, &self.tables, None).expect("a PDF with text")
    }

    /// Rule and cell of everything found in a page.
    #[track_caller]
    fn found(&self, page: String) -> Vec<(String, String, String)> {
        let found = self.inspect(&self.pdf(page)).deviations.into_iter();
        found
            .map(|own| (own.rule.clone(), own.cell.clone(), baocao::inspect::tell::sentence(&own)))
            .collect()
    }

    fn finds_only(&self, page: &str, (rule, cell, changes): &Slip) -> Result<(), String> {
        let found = self.found(changed(page, changes));
        let right = !found.is_empty() && found.iter().all(|(own, at, _)| own == rule && at == cell);
        right.then_some(()).ok_or_else(|| format!("{rule} by {changes:?}: {found:#?}"))
    }
}

#[test]
fn a_page_as_the_regulation_asks_has_nothing_to_report() {
    let desk = Desk::new();
    assert_eq!(desk.found(page()), []);
    assert_eq!(desk.found(changed(&page(), OLDER)), []);
}

#[test]
fn each_slip_is_found_by_its_cell_and_nothing_else_is() {
    let desk = Desk::new();
    let older = changed(&page(), OLDER);
    let undated = |slip: &&Slip| slip.2.iter().all(|(from, _)| older.contains(from));
    let wrong: Vec<String> = SLIPS
        .iter()
        .chain(ONLY_NEWER)
        .filter_map(|slip| desk.finds_only(&page(), slip).err())
        .chain(SLIPS.iter().filter(undated).filter_map(|slip| desk.finds_only(&older, slip).err()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

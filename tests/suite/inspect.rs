//! Pages that are right, and pages with one thing wrong, held against both profiles. Not for how pages are laid out.

use baocao::assets::files::TemplateFiles;
use baocao::assets::fonts::Fonts;
use baocao::disk;
use baocao::inspect::inspect;
use baocao::inspect::read::pages;
use baocao::inspect::report::{Deviation, Inspection};
use baocao::inspect::table::Tables;
use baocao::inspect::tell::sentence;
use baocao::typeset::typesetter::Typesetter;
use lopdf::content::{Content, Operation};
use lopdf::{Document, ObjectId};

use crate::dossier::{Dossier, repository, text_of};

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
    ("kho_giay", "Trang giấy", &[("width: 210mm, height: 297mm", "width: 210mm, height: 279mm")]),
    ("le_trai", "Lề trang", &[("left: 30mm, right: 15mm", "left: 25mm, right: 15mm"), ("dx: 102.5mm", "dx: 100mm")]),
    ("le_trai", "Lề trang", &[("left: 30mm, right: 15mm", "left: 35mm, right: 15mm"), ("dx: 102.5mm", "dx: 105mm")]),
    ("le_phai", "Lề trang", &[("left: 30mm, right: 15mm", "left: 30mm, right: 20mm"), ("dx: 102.5mm", "dx: 100mm"), ("#place(top + right, ", "#place(top + right, dx: 0mm, ")]),
    ("le_tren", "Lề trang", &[("margin: (top: 20mm", "margin: (top: 15mm"), ("dy: -10mm, text", "dy: -5mm, text")]),
    ("le_tren", "Lề trang", &[("margin: (top: 20mm", "margin: (top: 30mm"), ("dy: -10mm, text", "dy: -20mm, text")]),
    ("le_duoi", "Lề trang", &[("#v(6pt)\n// Ô 9a", "#place(bottom + left, dy: 5mm)[Chữ ở lề dưới.]\n#v(6pt)\n// Ô 9a")]),
    ("mau_chu", "Phông chữ", &[("weight: \"bold\")[BÁO CÁO]", "weight: \"bold\", fill: red)[BÁO CÁO]")]),
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
    ("cap_tren", "2", &[("(0pt)[ĐẢNG BỘ XÃ ĐỒI XANH]", "(0pt, text(weight: \"bold\")[ĐẢNG BỘ XÃ ĐỒI XANH])")]),
    ("co_quan", "2", &[("text(weight: \"bold\")[CHI BỘ THÔN", "[CHI BỘ THÔN")]),
    ("sao", "2", &[("#trai(38pt)[\\*]", "")]),
    ("sao", "2", &[("#trai(38pt)[\\*]", "#trai(38pt, line(length: 20mm))")]),
    ("so_ky_hieu", "3", &[("[Số 05-BC/CB]", "[Số: 05-BC/CB]")]),
    ("so_ky_hieu", "3", &[("[Số 05-BC/CB]", "[Số 5-BC/CB]"), ("Báo cáo số 05-BC/CB", "Báo cáo số 5-BC/CB")]),
    ("so_ky_hieu", "3", &[("[Số 05-BC/CB]", "[Số 05/BC-CB]"), ("Báo cáo số 05-BC/CB", "Báo cáo số 05/BC-CB")]),
    ("dia_danh_ngay", "4", &[("#phai(57pt, text(style: \"italic\")[", "#phai(61pt, text(style: \"italic\")[")]),
    ("dia_danh_ngay", "4", &[("#phai(57pt, text(style: \"italic\")[", "#phai(57pt, [")]),
    ("dia_danh_ngay", "4", &[("ngày 03 tháng 6 năm", "ngày 03 tháng 06 năm")]),
    ("dia_danh_ngay", "4", &[("ngày 03 tháng 6 năm", "ngày 3 tháng 6 năm")]),
    ("dia_danh_ngay", "4", &[("[Đồi Xanh, ngày", "[#h(6mm)Đồi Xanh, ngày")]),
    ("so_ky_hieu", "3", &[("[Số 05-BC/CB]", "[#h(6mm)Số 05-BC/CB]")]),
    ("sao", "2", &[("#trai(38pt)[\\*]", "#trai(38pt)[#h(6mm)\\*]")]),
    ("cap_tren", "2", &[("#trai(0pt)", "#trai(4pt)")]),
    ("luu_hanh", "11a", &[("#place(top + right, dy: -10mm", "#place(top + right, dx: -20mm, dy: -10mm")]),
    ("ngay_so", "4", &[("ngày 05/3/2026", "ngày 05/03/2026")]),
    ("loai", "5a", &[("size: 16pt, weight: \"bold\")[BÁO", "size: 13pt, weight: \"bold\")[BÁO")]),
    ("loai", "5a", &[("text(size: 16pt, weight: \"bold\")[BÁO CÁO]", "text(size: 16pt, weight: \"bold\")[#h(20mm)BÁO CÁO]")]),
    ("trich_yeu", "5a", &[("text(size: 14pt, weight: \"bold\")[sơ kết", "text(size: 14pt)[sơ kết")]),
    ("gach", "5a", &[("  [#\"-----\"],\n)\n#v(6pt)", "  [#\"---\"],\n)\n#v(6pt)")]),
    ("gach", "5a", &[("  [#\"-----\"],\n)\n#v(6pt)", "  line(length: 30mm),\n)\n#v(6pt)")]),
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
    ("quyen_han", "7a", &[("[T/M CHI BỘ]", "[TUQ. CHI BỘ]")]),
    ("ho_ten", "7b", &[("[Lê Văn Hai]", "[#h(8mm)Lê Văn Hai]")]),
    ("phu_luc_gach", "Phụ lục", &[("    [#\"-----\"],\n", "")]),
    ("quyen_han", "7a", &[("text(weight: \"bold\")[T/M CHI BỘ]", "[T/M CHI BỘ]")]),
    ("chuc_vu", "7a", &[("align(center)[BÍ THƯ]", "align(center, text(weight: \"bold\")[BÍ THƯ])")]),
    ("cho_ky", "7c", &[("19pt + 37mm", "19pt + 28mm")]),
    ("ho_ten", "7b", &[("text(weight: \"bold\")[Lê Văn Hai]", "[Lê Văn Hai]")]),
    ("noi_nhan", "9a", &[("offset: 2pt)[Nơi nhận:]", "offset: 2pt, text(size: 12pt, weight: \"bold\", style: \"italic\")[Nơi nhận:])")]),
    ("noi_nhan", "9a", &[("underline(evade: false, offset: 2pt)[Nơi", "[#set text();Nơi")]),
    ("noi_nhan", "9a", &[("place(dy: 0mm, box", "place(dy: 2mm, box")]),
    ("noi_nhan_muc", "9a", &[("- Lưu Chi bộ.", "- Lưu: VT, Chi bộ.")]),
    ("noi_nhan_muc", "9a", &[("- Lưu Chi bộ.", "- Lưu Chi bộ")]),
    ("noi_nhan_muc", "9a", &[("text(size: 12pt)[\\- Đảng ủy", "text(size: 11pt)[\\- Đảng ủy")]),
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

fn page() -> String {
    text_of("tests/cases/inspect/trang.typ").expect("the page")
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
    press: Typesetter,
    tables: Tables,
}

impl Desk {
    fn new() -> Self {
        let files = TemplateFiles::embedded();
        let tables = Tables::load(&files).expect("the tables");
        Self { press: Typesetter::new(&files, Fonts::load(&files)), tables }
    }

    fn pdf(&self, page: String) -> Result<Vec<u8>, String> {
        self.press.typeset(page, "trang").map_err(|findings| format!("{findings:?}"))
    }

    #[track_caller]
    fn inspect(&self, pdf: &[u8]) -> Inspection {
        inspect(pdf, &self.tables, None).expect("a PDF with text")
    }

    /// Everything found in a page.
    fn found(&self, page: String) -> Result<Vec<Deviation>, String> {
        Ok(self.inspect(&self.pdf(page)?).deviations)
    }

    /// Held to finding what is wrong by its rule and cell, and nothing else.
    fn finds_only(&self, page: &str, (rule, cell, changes): &Slip) -> Result<(), String> {
        let found = self.found(changed(page, changes))?;
        let right = |own: &Deviation| own.rule == *rule && own.cell == *cell;
        if !found.is_empty() && found.iter().all(right) {
            return Ok(());
        }
        Err(format!("{rule} by {changes:?}:\n{}", told(&found).join("\n")))
    }
}

fn told(found: &[Deviation]) -> Vec<String> {
    found.iter().map(|own| format!("  {}: {}", own.rule, sentence(own))).collect()
}

#[test]
fn a_page_as_the_regulation_asks_has_nothing_to_report() {
    let desk = Desk::new();
    let found = |page| told(&desk.found(page).expect("a page"));
    assert_eq!(found(page()), [""; 0]);
    assert_eq!(found(changed(&page(), OLDER)), [""; 0]);
}

#[test]
fn back_sides_have_their_own_margins_and_middle() {
    let duplex = [
        ("left: 30mm, right: 15mm", "inside: 30mm, outside: 15mm"),
        ("dx: 102.5mm", "dx: if calc.odd(here().page()) { 102.5mm } else { 87.5mm }"),
    ];
    let desk = Desk::new();
    // Appendices begin on front sides, so that their second pages are back sides.
    let found = desk.found(changed(&page(), &duplex)).expect("a page");
    assert!(found.iter().all(|own| own.page > 2), "{:#?}", told(&found));
}

#[test]
fn what_no_regulation_fixes_is_left_alone_and_said() {
    let desk = Desk::new();
    let kinds: &[&[(&str, &str)]] = &[
        &[("[Số 05-BC/CB]", "[Số#h(12mm)-BC/CB]"), ("số 05-BC/CB", "số#h(12mm)-BC/CB")],
        &[("ngày 03 tháng 6", "ngày#h(8mm)tháng 6"), ("ngày 03/6/2026", "ngày#h(6mm)/6/2026")],
        &[(
            "  place(dx: 80mm, dy: 19pt + 37mm, box(width: 85mm, align(center, text(weight: \"bold\")[Lê Văn Hai])))\n",
            "",
        )],
        &[("text(weight: \"bold\")[Phụ lục", "text(size: 13pt)[Phụ lục")],
        &[(
            "1\\. Việc đã làm",
            "1\\. Việc đã làm của các tổ và các đoàn thể trong thôn từ đầu năm đến nay, theo kế hoạch của chi bộ",
        )],
        &[("#let dong = 19pt", "#let dong = 21pt"), ("stack(spacing: 5pt", "stack(spacing: 6pt")],
        &[(
            "#v(6pt)\n\nThực hiện",
            "#v(6pt)\n\n\\- Căn cứ Quy chế làm việc của chi bộ;\n\n\\- Căn cứ kết quả sáu tháng đầu năm.\n\nThực hiện",
        )],
    ];
    for changes in kinds {
        let found = desk.found(changed(&page(), changes)).expect("a page");
        assert_eq!(told(&found), [""; 0], "{changes:?}");
    }
    let inspection = desk.inspect(&desk.pdf(page()).expect("a page"));
    for word in ["con dấu", "bảng", "phụ lục"] {
        assert!(
            inspection.unjudged.iter().any(|own| own.contains(word)),
            "{:?}",
            inspection.unjudged
        );
    }
}

/// Bars drawn without the format library, in front of the second part.
const CHART: &str = "#block(width: 165mm, height: 40mm, {
  set text(size: 10pt)
  place(dx: 30mm, line(angle: 90deg, length: 36mm))
  for (i, dai) in (90mm, 70mm, 50mm).enumerate() {
    place(dy: i * 12mm + 3mm)[Tổ #(i + 1)]
    place(dx: 30mm, dy: i * 12mm + 2mm, rect(width: dai, height: 6mm))
    place(dx: 125mm, dy: i * 12mm + 3mm)[#(90 - i)%]
  }
})

#par(text(weight: \"bold\")[II- ";

#[test]
fn a_chart_in_the_body_is_no_table_and_its_words_are_no_paragraphs_but_it_keeps_to_the_margins() {
    let desk = Desk::new();
    let drawn = changed(&page(), &[("#par(text(weight: \"bold\")[II- ", CHART)]);
    let inspection = desk.inspect(&desk.pdf(drawn.clone()).expect("a page"));
    assert_eq!(told(&inspection.deviations), [""; 0]);
    assert!(inspection.unjudged.iter().any(|own| own.starts_with("biểu đồ")));
    let wide = desk.found(changed(&drawn, &[("width: dai,", "width: dai + 60mm,")]));
    let rules: Vec<String> = wide.expect("a page").into_iter().map(|own| own.rule).collect();
    assert_eq!(rules, ["le_phai"]);
    // Lines alone are a table, as before.
    let table = desk.inspect(&desk.pdf(page()).expect("a page"));
    assert!(!table.unjudged.iter().any(|own| own.starts_with("biểu đồ")));
}

#[test]
fn another_face_is_named() {
    let pdf = desk_with_other_face();
    let found = Desk::new().inspect(&pdf).deviations;
    assert!(
        found.iter().any(|own| own.rule == "phong_chu" && own.measured.contains("Arial")),
        "{:#?}",
        told(&found)
    );
}

/// The page with its faces called otherwise.
fn desk_with_other_face() -> Vec<u8> {
    let pdf = Desk::new().pdf(page()).expect("a page");
    let mut document = Document::load_mem(&pdf).expect("a PDF");
    for object in document.objects.values_mut() {
        let Ok(face) = object.as_dict_mut() else { continue };
        for key in [&b"BaseFont"[..], b"FontName"] {
            if face.has(key) {
                face.set(key, lopdf::Object::Name(b"ABCDEF+Arial".to_vec()));
            }
        }
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a PDF");
    bytes
}

#[test]
fn the_library_s_own_example_has_nothing_to_report() {
    let files = TemplateFiles::embedded();
    let example = files.get("van-ban-dang/vi-du/bao-cao.typ").expect("the example");
    let example = String::from_utf8_lossy(example).replace("../lib.typ", "/van-ban-dang/lib.typ");
    assert_eq!(told(&Desk::new().found(example).expect("a page")), [""; 0]);
}

#[test]
fn each_slip_is_found_by_its_cell_and_nothing_else_is() {
    let desk = Desk::new();
    let older = changed(&page(), OLDER);
    let in_older = |slip: &&Slip| slip.2.iter().all(|(from, _)| older.contains(from));
    let newer = SLIPS.iter().chain(ONLY_NEWER).map(|slip| (page(), slip));
    let older = SLIPS.iter().filter(in_older).map(|slip| (older.clone(), slip));
    let wrong: Vec<String> =
        newer.chain(older).filter_map(|(page, slip)| desk.finds_only(&page, slip).err()).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_order_things_are_drawn_in_does_not_matter() {
    let desk = Desk::new();
    for slip in
        [&[][..], &[("[Số 05-BC/CB]", "[Số: 05-BC/CB]"), ("amount: 10mm", "amount: 12.7mm")]]
    {
        let pdf = desk.pdf(changed(&page(), slip)).expect("a page");
        let (told_once, told_shuffled) = (desk.inspect(&pdf), desk.inspect(&shuffled(&pdf)));
        assert_eq!(told(&told_once.deviations), told(&told_shuffled.deviations));
        assert_eq!(told_once.deviations.is_empty(), slip.is_empty());
    }
}

/// The same pages, each drawn from its last block of words to its first.
fn shuffled(pdf: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).expect("a PDF");
    let own: Vec<ObjectId> = document.get_pages().into_values().collect();
    for page in own {
        let content = document.get_and_decode_page_content(page).expect("its content");
        let operations = content.operations;
        let content = Content { operations: backwards(operations) }.encode().expect("content");
        document.change_page_content(page, content).expect("a page");
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a PDF");
    let first = |pdf| pages(pdf).expect("a PDF")[0].glyphs[0].text.clone();
    assert_ne!(first(pdf), first(&bytes), "drawn in the same order");
    bytes
}

/// What stands between `q` and its `Q` at the outermost level with such blocks, last block first.
fn backwards(operations: Vec<Operation>) -> Vec<Operation> {
    let mut blocks: Vec<Vec<Operation>> = Vec::new();
    let mut depth = 0;
    for operation in operations {
        if matches!(operation.operator.as_str(), "BDC" | "BMC" | "EMC") {
            continue;
        }
        if depth == 0 {
            blocks.push(Vec::new());
        }
        depth += i32::from(operation.operator == "q") - i32::from(operation.operator == "Q");
        blocks.last_mut().expect("a block").push(operation);
    }
    if let [only] = &blocks[..]
        && only.len() > 2
    {
        let mut inner = only.clone();
        let (open, close) = (inner.remove(0), inner.pop().expect("its end"));
        let inner = backwards(inner);
        return std::iter::once(open).chain(inner).chain([close]).collect();
    }
    assert!(
        blocks.len() < 2 || blocks.iter().all(|block| block[0].operator == "q" || block.len() == 1)
    );
    blocks.reverse();
    blocks.concat()
}

#[test]
fn a_word_processor_s_page_has_nothing_to_report() {
    let pdf = repository().join("tests/cases/inspect/libreoffice/bao-cao.pdf");
    let pdf = disk::bytes(&pdf).expect("the page");
    let inspection = Desk::new().inspect(&pdf);
    assert_eq!(told(&inspection.deviations), [""; 0]);
    assert_eq!((inspection.profile.as_str(), inspection.pages), ("hd05", 2));
}

#[test]
fn the_command_says_what_deviates_and_ends_with_its_code() {
    let slip = [("[Số 05-BC/CB]", "[Số: 05-BC/CB]")];
    let desk = Desk::new();
    let dossier = Dossier::empty()
        .write("dung.pdf", desk.pdf(page()).expect("a page"))
        .write("sai.pdf", desk.pdf(changed(&page(), &slip)).expect("a page"))
        .write("khong.pdf", "không phải PDF");
    let told = dossier.run(["inspect", "dung.pdf"]);
    assert_eq!(told.code, 0, "{}", told.stdout);
    assert!(told.stdout.contains("không thấy chỗ nào lệch thể thức hd05"), "{}", told.stdout);
    assert!(told.stdout.contains("con dấu"), "{}", told.stdout);
    let told = dossier.run(["inspect", "sai.pdf", "--format", "short"]);
    assert_eq!(told.code, 1, "{}", told.stdout);
    assert_eq!(
        told.stdout,
        "sai.pdf: Ô 3 (số, ký hiệu), trang 1: «Số: 05-BC/CB» có dấu hai chấm sau «Số», phải là «Số 05-BC/ĐU», không có dấu hai chấm\n"
    );
    let told = dossier.run(["inspect", "sai.pdf", "--format", "json"]);
    let first = told.stdout.lines().next().unwrap_or_default();
    assert!(
        first.starts_with("{\"phien_ban\":1,\"loai\":\"lech\"") && first.contains("\"o\":\"3\""),
        "{first}"
    );
    assert_eq!(dossier.run(["inspect", "khong.pdf"]).code, 2);
    assert_eq!(dossier.run(["inspect", "khong-co.pdf"]).code, 2);
    assert_eq!(dossier.run(["inspect", "dung.pdf", "--profile", "hd99"]).code, 2);
    let other = dossier.run(["inspect", "dung.pdf", "--profile", "hd36", "--format", "short"]);
    assert!(other.stdout.contains("Ô 9a (danh sách nơi nhận)"), "{}", other.stdout);
}

#[test]
fn a_build_that_inspects_writes_only_what_conforms() {
    let right = Dossier::case("hai-xa");
    assert_eq!(right.run(["build", "--inspect"]).code, 0);
    assert!(right.has("hai-xa/2024-Q1/suoi-bac"));
    let profile = "report-templates/van-ban-dang/the-thuc/hd36.yaml";
    let small =
        text_of(profile).expect("the profile").replace("than: { co_chu: 14", "than: { co_chu: 13");
    let wrong = Dossier::case("hai-xa").write(profile, small);
    let told = wrong.run(["build", "--inspect", "--format", "json"]).ends_with(1);
    assert!(
        told.of("T01").iter().any(|own| own.noi_dung.contains("cỡ chữ 13 pt")),
        "{}",
        told.stdout
    );
    assert!(!wrong.has("hai-xa/2024-Q1/suoi-bac"));
    wrong.run(["build"]).ends_with(0);
    wrong.run(["build", "--inspect"]).ends_with(1);
}

//! Every rule has a page that breaks it, told by the rule and its cell, and nothing else is told of that page. Not for
//! pages that are right.

use std::collections::BTreeSet;

use baocao::inspect::rule::Rule;
use lopdf::Document;

use super::planted::planted_rules;
use super::tester::{
    Changes, OLDER_LETTER, OLDER_REPORT, PageTester, Slip, changed, letter, report, told,
};

/// What is wrong in a report.
#[rustfmt::skip]
const SLIPS: &[Slip] = &[
    (Rule::PaperSize, "Trang giấy", &[("width: 210mm, height: 297mm", "width: 210mm, height: 279mm")]),
    (Rule::LeftMargin, "Lề trang", &[("left: 30mm, right: 15mm", "left: 25mm, right: 15mm"), ("dx: 102.5mm", "dx: 100mm")]),
    (Rule::LeftMargin, "Lề trang", &[("left: 30mm, right: 15mm", "left: 35mm, right: 15mm"), ("dx: 102.5mm", "dx: 105mm")]),
    (Rule::RightMargin, "Lề trang", &[("left: 30mm, right: 15mm", "left: 30mm, right: 20mm"), ("dx: 102.5mm", "dx: 100mm"), ("#place(top + right, ", "#place(top + right, dx: 0mm, ")]),
    (Rule::TopMargin, "Lề trang", &[("margin: (top: 20mm", "margin: (top: 15mm"), ("dy: -10mm, text", "dy: -5mm, text")]),
    (Rule::TopMargin, "Lề trang", &[("margin: (top: 20mm", "margin: (top: 30mm"), ("dy: -10mm, text", "dy: -20mm, text")]),
    (Rule::BottomMargin, "Lề trang", &[("#v(6pt)\n// Ô 9a", "#place(bottom + left, dy: 5mm)[Chữ ở lề dưới.]\n#v(6pt)\n// Ô 9a")]),
    (Rule::TextColor, "Phông chữ", &[("weight: \"bold\")[BÁO CÁO]", "weight: \"bold\", fill: red)[BÁO CÁO]")]),
    (Rule::PageNumber, "Số trang", &[("dx: 102.5mm", "dx: 95mm")]),
    (Rule::PageNumber, "Số trang", &[("dy: 10mm, box", "dy: 12mm, box")]),
    (Rule::PageNumber, "Số trang", &[("dy: 10mm, box", "dy: 281mm, box")]),
    (Rule::PageNumber, "Số trang", &[("if trang > 1", "if trang > 0")]),
    (Rule::PageNumber, "Số trang", &[("if trang > 1", "if trang > 9")]),
    (Rule::PageNumber, "Số trang", &[("numbering(\"1\"", "numbering(\"I\"")]),
    (Rule::PageNumber, "Số trang", &[("text(size: 14pt, numbering", "text(size: 12pt, numbering")]),
    (Rule::CirculationNote, "11a", &[("text(size: 12pt, weight: \"bold\")[TÀI", "text(size: 14pt, weight: \"bold\")[TÀI")]),
    (Rule::PartyName, "1", &[("text(size: 15pt, weight: \"bold\")[ĐẢNG", "text(size: 14pt, weight: \"bold\")[ĐẢNG")]),
    (Rule::StateHeading, "1", &[("[ĐẢNG CỘNG SẢN VIỆT NAM]", "[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]"), ("#phai(57pt", "#phai(19pt, text(weight: \"bold\")[Độc lập - Tự do - Hạnh phúc])\n#phai(57pt"), ("dx: 79mm", "dx: 76mm"), ("[ĐẢNG BỘ XÃ ĐỒI XANH]", "[ĐẢNG BỘ XÃ]"), ("size: 15pt, weight", "size: 12pt, weight")]),
    (Rule::PartyNameLine, "1", &[("#phai(17pt, context line", "#let _ = (17pt, context line")]),
    (Rule::PartyNameLine, "1", &[(".width + 0mm", ".width + 4mm")]),
    (Rule::PartyNameLine, "1", &[(".width + 0mm", ".width - 20mm")]),
    (Rule::SuperiorBody, "2", &[("(0pt)[ĐẢNG BỘ XÃ ĐỒI XANH]", "(0pt, text(weight: \"bold\")[ĐẢNG BỘ XÃ ĐỒI XANH])")]),
    (Rule::IssuingBody, "2", &[("text(weight: \"bold\")[CHI BỘ THÔN", "[CHI BỘ THÔN")]),
    (Rule::Asterisk, "2", &[("#trai(38pt)[\\*]", "")]),
    (Rule::Asterisk, "2", &[("#trai(38pt)[\\*]", "#trai(38pt, line(length: 20mm))")]),
    (Rule::Symbol, "3", &[("[Số 05-BC/CB]", "[Số: 05-BC/CB]")]),
    (Rule::Symbol, "3", &[("[Số 05-BC/CB]", "[Số 5-BC/CB]"), ("Báo cáo số 05-BC/CB", "Báo cáo số 5-BC/CB")]),
    (Rule::Symbol, "3", &[("[Số 05-BC/CB]", "[Số 05/BC-CB]"), ("Báo cáo số 05-BC/CB", "Báo cáo số 05/BC-CB")]),
    (Rule::PlaceAndDate, "4", &[("#phai(57pt, text(style: \"italic\")[", "#phai(61pt, text(style: \"italic\")[")]),
    (Rule::PlaceAndDate, "4", &[("#phai(57pt, text(style: \"italic\")[", "#phai(57pt, [")]),
    (Rule::PlaceAndDate, "4", &[("ngày 03 tháng 6 năm", "ngày 03 tháng 06 năm")]),
    (Rule::PlaceAndDate, "4", &[("ngày 03 tháng 6 năm", "ngày 3 tháng 6 năm")]),
    (Rule::PlaceAndDate, "4", &[("[Đồi Xanh, ngày", "[ĐỒI XANH, ngày")]),
    (Rule::PlaceAndDate, "4", &[("[Đồi Xanh, ngày", "[#h(6mm)Đồi Xanh, ngày")]),
    (Rule::Symbol, "3", &[("[Số 05-BC/CB]", "[#h(6mm)Số 05-BC/CB]")]),
    (Rule::Asterisk, "2", &[("#trai(38pt)[\\*]", "#trai(38pt)[#h(6mm)\\*]")]),
    (Rule::SuperiorBody, "2", &[("#trai(0pt)", "#trai(4pt)")]),
    (Rule::CirculationNote, "11a", &[("#place(top + right, dy: -10mm", "#place(top + right, dx: -20mm, dy: -10mm")]),
    (Rule::NumericDate, "4", &[("ngày 05/3/2026", "ngày 05/03/2026")]),
    (Rule::DocumentType, "5a", &[("size: 16pt, weight: \"bold\")[BÁO", "size: 13pt, weight: \"bold\")[BÁO")]),
    (Rule::DocumentType, "5a", &[("text(size: 16pt, weight: \"bold\")[BÁO CÁO]", "text(size: 16pt, weight: \"bold\")[#h(20mm)BÁO CÁO]")]),
    (Rule::Subject, "5a", &[("text(size: 14pt, weight: \"bold\")[sơ kết", "text(size: 14pt)[sơ kết")]),
    (Rule::Hyphens, "5a", &[("  [#\"-----\"],\n)\n#v(6pt)", "  [#\"---\"],\n)\n#v(6pt)")]),
    (Rule::Hyphens, "5a", &[("  [#\"-----\"],\n)\n#v(6pt)", "  line(length: 30mm),\n)\n#v(6pt)")]),
    (Rule::BodyText, "6", &[("#let chu = 14pt", "#let chu = 13pt"), ("#trai(0pt)[ĐẢNG", "#set text(size: 14pt)\n#trai(0pt)[ĐẢNG"), ("#v(6pt)\n\nThực hiện", "#v(6pt)\n#set text(size: 13pt)\n\nThực hiện"), ("// Ô 9a, 7a", "#set text(size: 14pt)\n// Ô 9a, 7a"), ("#par(text(weight: \"bold\")[I- ", "#par(text(size: 14pt, weight: \"bold\")[I- "), ("#par(text(weight: \"bold\")[II- ", "#par(text(size: 14pt, weight: \"bold\")[II- ")]),
    (Rule::FirstLineIndent, "6", &[("amount: 10mm", "amount: 12.7mm")]),
    (Rule::FirstLineIndent, "6", &[("amount: 10mm", "amount: 0mm")]),
    (Rule::Justification, "6", &[("#set par(justify: true", "#set par(justify: false")]),
    (Rule::LineSpacing, "6", &[("#let dong = 19pt", "#let dong = 16.1pt")]),
    (Rule::ParagraphSpacing, "6", &[("dong - chu + 6pt", "dong - chu")]),
    (Rule::SectionHeading, "6", &[("[II- PHƯƠNG HƯỚNG]", "[II- Phương hướng]")]),
    (Rule::BodyEnding, "6", &[("ngày càng tốt hơn.", "ngày càng tốt hơn./.")]),
    (Rule::BodyEnding, "6", &[("ngày càng tốt hơn.", "ngày càng tốt hơn.\\//.")]),
    (Rule::Salutation, "9a", &[("\nThực hiện Chương", "\n#par(align(center)[Kính gửi: Đảng ủy xã Đồi Xanh])\n\nThực hiện Chương")]),
    (Rule::SigningAuthority, "7a", &[("[T/M CHI BỘ]", "[TM. CHI BỘ]")]),
    (Rule::SigningAuthority, "7a", &[("[T/M CHI BỘ]", "[TUQ. CHI BỘ]")]),
    (Rule::SignerName, "7b", &[("[Lê Văn Hai]", "[#h(8mm)Lê Văn Hai]")]),
    (Rule::AppendixHyphens, "Phụ lục", &[("    [#\"-----\"],\n", "")]),
    (Rule::SigningAuthority, "7a", &[("text(weight: \"bold\")[T/M CHI BỘ]", "[T/M CHI BỘ]")]),
    (Rule::SignerPosition, "7a", &[("align(center)[BÍ THƯ]", "align(center, text(weight: \"bold\")[BÍ THƯ])")]),
    (Rule::SigningRoom, "7c", &[("19pt + 37mm", "19pt + 28mm")]),
    (Rule::SignerName, "7b", &[("text(weight: \"bold\")[Lê Văn Hai]", "[Lê Văn Hai]")]),
    (Rule::RecipientsLabel, "9a", &[("offset: 2pt)[Nơi nhận:]", "offset: 2pt, text(size: 12pt, weight: \"bold\", style: \"italic\")[Nơi nhận:])")]),
    (Rule::RecipientsLabel, "9a", &[("underline(evade: false, offset: 2pt)[Nơi", "[#set text();Nơi")]),
    (Rule::RecipientsLabel, "9a", &[("place(dy: 0mm, box", "place(dy: 2mm, box")]),
    (Rule::Recipients, "9a", &[("- Lưu Chi bộ.", "- Lưu: VT, Chi bộ.")]),
    (Rule::Recipients, "9a", &[("- Lưu Chi bộ.", "- Lưu Chi bộ")]),
    (Rule::Recipients, "9a", &[("- Lưu Chi bộ.", "- Lưu.")]),
    (Rule::Recipients, "9a", &[("text(size: 12pt)[\\- Đảng ủy", "text(size: 11pt)[\\- Đảng ủy")]),
    (Rule::AppendixLabel, "Phụ lục", &[("[Phụ lục #so]", "[Phụ lục #numbering(\"I\", so)]"), ("Phụ lục 1 và Phụ lục 2", "Phụ lục I và Phụ lục II")]),
    (Rule::AppendixLabel, "Phụ lục", &[("chi tiết tại Phụ lục 1 và Phụ lục 2", "chi tiết tại Phụ lục 1")]),
    (Rule::AppendixAttachment, "Phụ lục", &[("    text(style: \"italic\")[(Kèm theo Báo cáo số 05-BC/CB, ngày 03/6/2026 của Chi bộ thôn Suối Mây)],\n", "")]),
    (Rule::PageNumber, "Số trang", &[("  counter(page).update(1)\n", "")]),
    (Rule::Orientation, "Trang giấy", &[("dx: 102.5mm", "dx: (page.width - 45mm) / 2 + 20mm"), ("#pagebreak()\n", "#page(width: 297mm, height: 210mm)[Chi bộ giữ sổ mượn sách và sổ góp sách tại nhà văn hóa thôn.]\n")]),
    (Rule::TextEncoding, "Phông chữ", &[("[Sách nông nghiệp]", "[Sách nôm\u{300} nghiệp]")]),
    (Rule::Urgency, "10", &[("#trai(57pt)[Số 05-BC/CB]", "#trai(57pt)[Số 05-BC/CB]\n#trai(76pt)[KHẨN]")]),
    (Rule::DraftNote, "11b", &[("#trai(57pt)[Số 05-BC/CB]", "#trai(57pt)[Số 05-BC/CB]\n#trai(76pt)[Dự thảo lần 2]")]),
    (Rule::Author, "5a", &[("  text(size: 14pt, weight: \"bold\")[sơ kết", "  text(size: 13pt, weight: \"bold\")[CỦA CHI BỘ THÔN SUỐI MÂY],\n  text(size: 14pt, weight: \"bold\")[sơ kết")]),
    (Rule::LegalBasis, "6", &[("\n\nThực hiện Chương", "\n\nCăn cứ Quy chế làm việc của chi bộ.\n\nThực hiện Chương")]),
    (Rule::PartHeading, "6", &[("#par(text(weight: \"bold\")[I- ", "#align(center)[Phần thứ nhất]\n\n#par(text(weight: \"bold\")[I- ")]),
    (Rule::MediaNote, "11a", &[("#v(6pt)\n// Ô 9a", "#place(bottom + center, dy: 10mm, text(size: 14pt)[Không phổ biến trên phương tiện thông tin đại chúng])\n#v(6pt)\n// Ô 9a")]),
    (Rule::MediaNote, "11a", &[("#v(6pt)\n// Ô 9a", "#place(bottom + center, dy: 5mm, text(size: 12pt)[Không phổ biến trên phương tiện thông tin đại chúng])\n#v(6pt)\n// Ô 9a")]),
    (Rule::Drafter, "12", &[("- Lưu Chi bộ.", "- Lưu Chi bộ. \\ #text(size: 9pt)[LVH]")]),
];

/// Wrong in the older regulation's page as in the newer one's, but for these: there other marks are right.
#[rustfmt::skip]
const ONLY_NEWER: &[Slip] = &[
    (Rule::Recipients, "9a", &[("- Đảng ủy xã; ", "- Đảng ủy xã, ")]),
    (Rule::LineSpacing, "6", &[("#let dong = 19pt", "#let dong = 23pt")]),
];

/// What is wrong in a letter.
#[rustfmt::skip]
const LETTER_SLIPS: &[Slip] = &[
    (Rule::LetterSubject, "5b", &[("text(size: 12pt, style: \"italic\")[về việc", "text(size: 12pt)[về việc")]),
    (Rule::LetterSubject, "5b", &[("về việc chuẩn bị", "chuẩn bị")]),
    (Rule::Hyphens, "5a", &[("// Ô 1, 4\n", "#trai(92pt, text(size: 12pt, style: \"italic\")[#\"-----\"])\n// Ô 1, 4\n")]),
    (Rule::Salutation, "9a", &[("text(style: \"italic\")[Kính gửi:]", "[Kính gửi:]")]),
    (Rule::Addressee, "9a", &[("dy: 19pt)[\\- Đoàn Thanh niên xã.]", "dy: 19pt, text(style: \"italic\")[\\- Đoàn Thanh niên xã.])")]),
    (Rule::Addressee, "9a", &[("Đoàn Thanh niên xã.", "Đoàn Thanh niên xã")]),
    (Rule::Addressee, "9a", &[("Chi bộ các thôn;", "Chi bộ các thôn")]),
    (Rule::Recipients, "9a", &[("Như trên", "Chi bộ các thôn")]),
];

/// The slips as they are made in a page to the newer regulation, and where their words stand there too, to the older.
fn pages<'s>(
    page: String,
    older: &Changes,
    slips: &'s [Slip],
) -> impl Iterator<Item = (String, &'s Slip)> {
    let older = changed(&page, older);
    let applies = |page: &str, slip: &Slip| slip.2.iter().all(|(from, _)| page.contains(from));
    let pages = move |slip: &'s Slip| {
        let older = applies(&older, slip).then(|| (older.clone(), slip));
        [Some((page.clone(), slip)), older].into_iter().flatten()
    };
    slips.iter().flat_map(pages)
}

#[test]
fn each_slip_is_found_by_its_cell_and_nothing_else_is() {
    let tester = PageTester::new();
    let slips = pages(report(), OLDER_REPORT, SLIPS)
        .chain(pages(letter(), OLDER_LETTER, LETTER_SLIPS))
        .chain(ONLY_NEWER.iter().map(|slip| (report(), slip)));
    let wrong: Vec<String> =
        slips.filter_map(|(page, slip)| tester.finds_only(&page, slip).err()).collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_a_page_that_breaks_it() {
    let slips = SLIPS.iter().chain(ONLY_NEWER).chain(LETTER_SLIPS);
    let broken: BTreeSet<Rule> = slips.map(|slip| slip.0).chain(planted_rules()).collect();
    let missing: Vec<&Rule> = Rule::ALL.iter().filter(|rule| !broken.contains(rule)).collect();
    assert!(missing.is_empty(), "no page breaks {missing:?}");
}

#[test]
fn another_face_is_named() {
    let tester = PageTester::new();
    let pdf = tester.pdf(report()).expect("a page");
    let deviations = tester.inspect(&with_faces_called(&pdf, b"ABCDEF+Arial")).deviations;
    assert!(!deviations.is_empty());
    assert!(
        deviations.iter().all(|own| own.rule == Rule::Typeface && own.measured.contains("Arial")),
        "{:#?}",
        told(&deviations)
    );
}

/// The PDF with its faces called otherwise; no other face comes with the program.
fn with_faces_called(pdf: &[u8], name: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).expect("a PDF");
    for object in document.objects.values_mut() {
        let Ok(face) = object.as_dict_mut() else { continue };
        for key in [&b"BaseFont"[..], b"FontName"] {
            if face.has(key) {
                face.set(key, lopdf::Object::Name(name.to_vec()));
            }
        }
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("a PDF");
    bytes
}

#[test]
fn a_report_addressed_to_somebody_is_told_so_once() {
    let addressed =
        ("\nThực hiện Chương", "\n#align(center)[Kính gửi: Đảng ủy xã]\n\nThực hiện Chương");
    let deviations = PageTester::new().deviations(changed(&report(), &[addressed]));
    let [deviation] = &deviations.expect("a page")[..] else { panic!("not one deviation") };
    assert_eq!((deviation.rule, deviation.more), (Rule::Salutation, 0));
}

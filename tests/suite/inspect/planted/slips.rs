//! The mistakes clerks make, each planted alone into documents that are right, with the rule that has to tell it; and what a
//! right document may have besides. Not for the documents ([`super::drafts`]).

use baocao::inspect::rule::Rule;

use super::change::Change::{self, After, Before, Drop, Look, Page, Set, Swap};
use super::sheet::{Line, Side};

/// A mistake: the rule, what it is, in which documents.
pub(super) struct Slip {
    pub(super) rule: Rule,
    pub(super) name: &'static str,
    pub(super) on: &'static [&'static str],
    pub(super) changes: &'static [Change],
}

pub(super) const fn slip(
    rule: Rule,
    name: &'static str,
    on: &'static [&'static str],
    changes: &'static [Change],
) -> Slip {
    Slip { rule, name, on, changes }
}

fn upright(line: Line) -> Line {
    Line { bold: false, italic: false, ..line }
}

pub(super) fn same(line: Line) -> Line {
    line
}

/// Name block, party, number and date.
#[rustfmt::skip]
pub(super) const HEAD: &[Slip] = &[
    slip(Rule::SuperiorBody, "thieu-cap-tren", &["bao-cao", "cong-van", "nghi-quyet-cu", "to-trinh", "ke-hoach-cu"], &[Drop("cap-tren")]),
    slip(Rule::SuperiorBody, "cap-tren-dam", &["quyet-dinh", "cong-van-cu"], &[Look("cap-tren", |line| line.bold = true)]),
    slip(Rule::SuperiorBody, "cap-tren-thuong", &["bao-cao", "thong-bao"], &[Look("cap-tren", |line| line.text = title_case(&line.text))]),
    slip(Rule::SuperiorBody, "dang-bo-tren-ban", &["to-trinh"], &[Swap("cap-tren", "ĐẢNG ỦY", "ĐẢNG BỘ")]),
    slip(Rule::SuperiorBody, "dang-bo-tren-ban", &["thong-bao"], &[Swap("cap-tren", "ĐẢNG ỦY", "ĐẢNG BỘ")]),
    slip(Rule::SuperiorBody, "dang-bo-tren-ban", &["huong-dan-cu"], &[Set("cap-tren", "ĐẢNG BỘ TỈNH SƠN TRÀ")]),
    slip(Rule::SuperiorBody, "dang-uy-tren-dang-uy", &["bao-cao", "quyet-dinh"], &[Set("cap-tren", "TỈNH ỦY PHÚ CƯỜNG")]),
    slip(Rule::SuperiorBody, "dang-uy-tren-dang-uy", &["nghi-quyet-cu"], &[Set("cap-tren", "ĐẢNG ỦY XÃ THẠCH BÀN")]),
    slip(Rule::IssuingBody, "co-quan-khong-dam", &["bao-cao", "ket-luan", "huong-dan-cu"], &[Look("co-quan", |line| line.bold = false)]),
    slip(Rule::IssuingBody, "co-quan-nho", &["cong-van", "chi-thi-cu"], &[Look("co-quan", |line| line.size = 13.0)]),
    slip(Rule::IssuingBody, "ban-thuong-vu-ban-hanh", &["quyet-dinh", "cong-van"], &[Before("co-quan", "BAN THƯỜNG VỤ", same), Drop("cap-tren")]),
    slip(Rule::Asterisk, "khong-sao", &["bao-cao", "cong-van-cu", "ket-luan"], &[Drop("sao")]),
    slip(Rule::Asterisk, "ba-sao", &["ke-hoach-cu", "cong-van", "nghi-quyet-cu"], &[Set("sao", "***")]),
    slip(Rule::Asterisk, "gach-thay-sao", &["quyet-dinh", "thong-bao"], &[Set("sao", "-------")]),
    slip(Rule::Asterisk, "ke-thay-sao", &["bao-cao", "chi-thi-cu"], &[Drop("sao"), Look("co-quan", |line| line.underline = true)]),
    slip(Rule::PartyName, "dang-co-14", &["bao-cao", "cong-van-cu"], &[Look("dang", |line| line.size = 14.0)]),
    slip(Rule::PartyName, "dang-chu-thuong", &["ket-luan", "thong-bao"], &[Set("dang", "Đảng Cộng sản Việt Nam")]),
    slip(Rule::PartyName, "dang-khong-dam", &["to-trinh"], &[Look("dang", |line| line.bold = false)]),
    slip(Rule::PartyName, "khong-ten-dang", &["quyet-dinh", "ke-hoach-cu"], &[Set("dang", "")]),
    slip(Rule::PartyNameLine, "khong-ke", &["bao-cao", "nghi-quyet-cu"], &[Look("dang", |line| line.underline = false)]),
    slip(Rule::PartyNameLine, "ke-bang-gach", &["cong-van", "chuong-trinh"], &[Look("dang", |line| line.underline = false), After("dang", "-------------", upright)]),
    slip(Rule::StateHeading, "quoc-hieu", &["cong-van", "bao-cao"], &[Set("dang", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), Look("dang", |line| (line.size, line.underline) = (11.0, false)), After("dang", "Độc lập - Tự do - Hạnh phúc", |line| Line { size: 13.0, underline: true, ..line })]),
    slip(Rule::Symbol, "hai-cham", &["bao-cao", "cong-van", "nghi-quyet-cu"], &[Swap("so", "Số ", "Số: ")]),
    slip(Rule::Symbol, "mot-chu-so", &["nghi-quyet-cu"], &[Swap("so", "03", "3")]),
    slip(Rule::Symbol, "mot-chu-so", &["to-trinh"], &[Swap("so", "09", "9")]),
    slip(Rule::Symbol, "kieu-nha-nuoc", &["quyet-dinh"], &[Set("so", "Số 203/QĐ-ĐU")]),
    slip(Rule::Symbol, "kieu-nha-nuoc", &["cong-van"], &[Set("so", "Số 118/CV-ĐU")]),
    slip(Rule::Symbol, "loai-khac-ma", &["bao-cao"], &[Set("so", "Số 27-CV/ĐU"), Swap("kem-theo", "27-BC", "27-CV")]),
    slip(Rule::Symbol, "loai-khac-ma", &["ke-hoach-cu"], &[Set("so", "Số 64-BC/HU")]),
    slip(Rule::Symbol, "loai-khac-ma", &["to-trinh"], &[Set("so", "Số 09-TT/BXDĐ")]),
    slip(Rule::Symbol, "loai-khac-ma", &["cong-van"], &[Set("so", "Số 118-BC/ĐU")]),
    slip(Rule::Symbol, "loai-khac-ma", &["chuong-trinh"], &[Set("so", "Số 01-KH/CB")]),
    slip(Rule::Symbol, "co-nam", &["ket-luan"], &[Set("so", "Số 41-KL/TU/2026")]),
    slip(Rule::Symbol, "co-nam", &["thong-bao"], &[Set("so", "Số 15/2027-TB/UBKT")]),
    slip(Rule::Symbol, "thieu-chu-so", &["cong-van-cu"], &[Set("so", "76-CV/ĐU")]),
    slip(Rule::Symbol, "cach-quanh-gach", &["quyet-dinh", "ket-luan"], &[Swap("so", "-", " - ")]),
    slip(Rule::Symbol, "so-dam", &["bao-cao", "thong-bao"], &[Look("so", |line| line.bold = true)]),
    slip(Rule::Symbol, "so-nghieng", &["chi-thi-cu"], &[Look("so", |line| line.italic = true)]),
    slip(Rule::Symbol, "ma-co-quan-thieu-dau", &["quyet-dinh"], &[Set("so", "Số 203-QĐ/DU")]),
    slip(Rule::Symbol, "ma-co-quan-khac", &["ket-luan"], &[Set("so", "Số 41-KL/ĐU")]),
    slip(Rule::Symbol, "ma-co-quan-khac", &["nghi-quyet-cu"], &[Set("so", "Số 03-NQ/ĐU")]),
    slip(Rule::PlaceAndDate, "dia-danh-hoa", &["bao-cao"], &[Swap("ngay", "Vĩnh Thuận", "VĨNH THUẬN")]),
    slip(Rule::PlaceAndDate, "dia-danh-hoa", &["cong-van-cu"], &[Swap("ngay", "Tân Lập", "TÂN LẬP")]),
    slip(Rule::PlaceAndDate, "dia-danh-thuong", &["quyet-dinh"], &[Swap("ngay", "Hòn Ngọc", "hòn ngọc")]),
    slip(Rule::PlaceAndDate, "thang-thua-khong", &["bao-cao"], &[Swap("ngay", "tháng 7", "tháng 07")]),
    slip(Rule::PlaceAndDate, "ngay-thieu-khong", &["nghi-quyet-cu"], &[Swap("ngay", "ngày 04", "ngày 4")]),
    slip(Rule::PlaceAndDate, "thang-thieu-khong", &["ke-hoach-cu", ], &[Swap("ngay", "tháng 02", "tháng 2")]),
    slip(Rule::PlaceAndDate, "ngay-bang-so", &["thong-bao"], &[Set("ngay", "Cẩm Thủy, ngày 26/01/2027")]),
    slip(Rule::PlaceAndDate, "ngay-bang-so", &["cong-van"], &[Set("ngay", "An Khánh, 21/10/2026")]),
    slip(Rule::PlaceAndDate, "thieu-phay", &["ket-luan"], &[Swap("ngay", "Cường, ngày", "Cường ngày")]),
    slip(Rule::PlaceAndDate, "ngay-hoa", &["huong-dan-cu"], &[Swap("ngay", "ngày", "Ngày")]),
    slip(Rule::PlaceAndDate, "khong-dia-danh", &["chi-thi-cu"], &[Set("ngay", "Ngày 07 tháng 6 năm 2022")]),
    slip(Rule::PlaceAndDate, "ngay-dung", &["to-trinh", "quyet-dinh"], &[Look("ngay", |line| line.italic = false)]),
    slip(Rule::PlaceAndDate, "ngay-dam", &["ke-hoach-cu"], &[Look("ngay", |line| line.bold = true)]),
    slip(Rule::PlaceAndDate, "co-cham", &["chuong-trinh"], &[Swap("ngay", "2027", "2027.")]),
    slip(Rule::Urgency, "khan-cap", &["cong-van"], &[After("so", "KHẨN CẤP", |line| Line { bold: true, ..line })]),
    slip(Rule::Urgency, "khan-cap", &["bao-cao"], &[After("so", "KHẨN CẤP", |line| Line { bold: true, ..line })]),
    slip(Rule::Urgency, "hoa-toc-thuong", &["ke-hoach-cu"], &[After("so", "HỎA TỐC", same)]),
    slip(Rule::Urgency, "rat-khan", &["ket-luan"], &[After("so", "RẤT KHẨN", |line| Line { bold: true, ..line })]),
    slip(Rule::DraftNote, "du-thao-dung", &["quyet-dinh", "chi-thi-cu"], &[After("so", "Dự thảo lần 3", same)]),
    slip(Rule::DraftNote, "du-thao-hoa", &["bao-cao"], &[After("so", "DỰ THẢO", |line| Line { bold: true, ..line })]),
];

/// Type, subject, hyphens, addressees.
#[rustfmt::skip]
pub(super) const TITLE: &[Slip] = &[
    slip(Rule::DocumentType, "loai-hai-cham", &["bao-cao"], &[Set("loai", "BÁO CÁO:")]),
    slip(Rule::DocumentType, "loai-hai-cham", &["chi-thi-cu"], &[Set("loai", "CHỈ THỊ:")]),
    slip(Rule::DocumentType, "loai-cham", &["ke-hoach-cu"], &[Set("loai", "KẾ HOẠCH.")]),
    slip(Rule::DocumentType, "loai-nho", &["thong-bao", "ket-luan"], &[Look("loai", |line| line.size = 14.0)]),
    slip(Rule::DocumentType, "loai-khong-dam", &["to-trinh"], &[Look("loai", |line| line.bold = false)]),
    slip(Rule::DocumentType, "loai-thuong", &["quyet-dinh"], &[Set("loai", "Quyết định")]),
    slip(Rule::DocumentType, "loai-thuong", &["bao-cao"], &[Set("loai", "Báo cáo")]),
    slip(Rule::Subject, "trich-yeu-hoa", &["ke-hoach-cu", "ket-luan", "huong-dan-cu"], &[Look("trich-yeu", |line| line.text = line.text.to_uppercase())]),
    slip(Rule::Subject, "trich-yeu-chu-dau-hoa", &["bao-cao", "thong-bao", "chuong-trinh"], &[Look("trich-yeu", |line| line.text = first_capital(&line.text))]),
    slip(Rule::Subject, "trich-yeu-ve-viec", &["quyet-dinh", "ke-hoach-cu"], &[Look("trich-yeu", |line| line.text = format!("Về việc {}", line.text))]),
    slip(Rule::Subject, "trich-yeu-vv", &["huong-dan-cu"], &[Look("trich-yeu", |line| line.text = format!("v/v {}", line.text))]),
    slip(Rule::Subject, "trich-yeu-nghieng", &["nghi-quyet-cu", "to-trinh"], &[Look("trich-yeu", |line| line.italic = true)]),
    slip(Rule::Subject, "trich-yeu-khong-dam", &["chi-thi-cu", "quyet-dinh"], &[Look("trich-yeu", |line| line.bold = false)]),
    slip(Rule::Subject, "khong-trich-yeu", &["ket-luan"], &[Drop("trich-yeu")]),
    slip(Rule::Subject, "trich-yeu-cham", &["thong-bao", "ke-hoach-cu"], &[Look("trich-yeu", |line| line.text.push('.'))]),
    slip(Rule::Hyphens, "khong-gach", &["bao-cao", "nghi-quyet-cu"], &[Drop("gach")]),
    slip(Rule::Hyphens, "gach-dai", &["quyet-dinh", "huong-dan-cu"], &[Set("gach", "----------")]),
    slip(Rule::Hyphens, "gach-ke", &["ket-luan", "chi-thi-cu"], &[Drop("gach"), Page(|sheet| if let Some(line) = sheet.named("trich-yeu").pop() { line.underline = true })]),
    slip(Rule::Hyphens, "gach-sao", &["thong-bao"], &[Set("gach", "-----o0o-----")]),
    slip(Rule::Hyphens, "gach-sao", &["ke-hoach-cu"], &[Set("gach", "*****")]),
    slip(Rule::Hyphens, "gach-cong-van", &["cong-van", "cong-van-cu"], &[After("trich-yeu", "-----", same)]),
    slip(Rule::LetterSubject, "vv", &["cong-van", "cong-van-cu"], &[Swap("trich-yeu", "về việc", "V/v")]),
    slip(Rule::LetterSubject, "ve-viec-hoa", &["cong-van-cu", "cong-van"], &[Swap("trich-yeu", "về việc", "Về việc")]),
    slip(Rule::LetterSubject, "dung", &["cong-van"], &[Look("trich-yeu", |line| line.italic = false)]),
    slip(Rule::LetterSubject, "co-14", &["cong-van-cu"], &[Look("trich-yeu", |line| line.size = 14.0)]),
    slip(Rule::LetterSubject, "khong-co", &["cong-van-cu"], &[Drop("trich-yeu")]),
    slip(Rule::Salutation, "kinh-gui-dung", &["cong-van", "cong-van-cu"], &[Look("kinh-gui", |line| line.italic = false)]),
    slip(Rule::Salutation, "kinh-gui-dam", &["cong-van-cu"], &[Look("kinh-gui", |line| line.bold = true)]),
    slip(Rule::Salutation, "kinh-gui-khong-hai-cham", &["cong-van"], &[Set("kinh-gui", "Kính gửi")]),
    slip(Rule::Salutation, "bao-cao-kinh-gui", &["bao-cao", "thong-bao", "quyet-dinh"], &[After("gach", "Kính gửi: Ban Thường vụ Tỉnh ủy", |line| Line { italic: true, before: 6.0, ..line })]),
    slip(Rule::Salutation, "to-trinh-kinh-gui", &["to-trinh"], &[Set("kinh-gui", "Kính gửi:")]),
    slip(Rule::Salutation, "cong-van-kinh-trinh", &["cong-van"], &[Set("kinh-gui", "Kính trình:")]),
    slip(Rule::Addressee, "noi-gui-nghieng", &["cong-van"], &[Look("noi-gui", |line| line.italic = true)]),
    slip(Rule::Addressee, "noi-gui-dam", &["cong-van-cu", "to-trinh"], &[Look("noi-gui", |line| line.bold = true)]),
    slip(Rule::Addressee, "noi-gui-dau", &["cong-van"], &[Swap("noi-gui", "phố;", "phố")]),
];

/// Text.
#[rustfmt::skip]
pub(super) const TEXT: &[Slip] = &[
    slip(Rule::LegalBasis, "can-cu-nghieng", &["quyet-dinh"], &[Look("can-cu", |line| line.italic = true)]),
    slip(Rule::LegalBasis, "can-cu-khong-gach", &["quyet-dinh"], &[Swap("can-cu", "- Căn cứ", "Căn cứ"), Swap("can-cu", "- Xét", "Xét")]),
    slip(Rule::LegalBasis, "can-cu-phay", &["quyet-dinh"], &[Swap("can-cu", "2030;", "2030,")]),
    slip(Rule::BodyText, "than-co-13", &["ke-hoach-cu", "cong-van"], &[Look("than", |line| line.size = 13.0)]),
    slip(Rule::BodyText, "than-nghieng", &["thong-bao"], &[Look("than", |line| line.italic = true)]),
    slip(Rule::FirstLineIndent, "thut-12-7", &["bao-cao", "cong-van-cu", "quyet-dinh"], &[Page(|sheet| sheet.lines.iter_mut().filter(|line| line.indent[1] > 9.0).for_each(|line| line.indent[1] = 12.7))]),
    slip(Rule::FirstLineIndent, "khong-thut", &["ket-luan", "chi-thi-cu"], &[Page(|sheet| sheet.lines.iter_mut().filter(|line| line.indent[1] > 9.0).for_each(|line| line.indent[1] = 0.0))]),
    slip(Rule::Justification, "canh-trai", &["bao-cao", "thong-bao", "cong-van-cu"], &[Look("than", |line| line.side = Side::Left)]),
    slip(Rule::LineSpacing, "gian-dong-16", &["bao-cao", "nghi-quyet-cu"], &[Look("than", |line| line.leading = 16.0)]),
    slip(Rule::LineSpacing, "gian-dong-26", &["cong-van", "quyet-dinh"], &[Look("than", |line| line.leading = 26.0)]),
    slip(Rule::ParagraphSpacing, "khong-cach-doan", &["thong-bao", "ke-hoach-cu"], &[Look("than", |line| line.before = 0.0)]),
    slip(Rule::SectionHeading, "de-muc-khong-dam", &["bao-cao", "ke-hoach-cu"], &[Look("de-muc", |line| line.bold = false)]),
    slip(Rule::BodyEnding, "cham-gach-cham", &["bao-cao", "cong-van"], &[Page(|sheet| if let Some(line) = sheet.named("than").pop() { line.text.push_str("/.") })]),
    slip(Rule::BodyEnding, "khong-cham", &["thong-bao", "ke-hoach-cu"], &[Page(|sheet| if let Some(line) = sheet.named("than").pop() { line.text.pop(); })]),
    slip(Rule::NumericDate, "ngay-1-3", &["ke-hoach-cu"], &[Swap("than", "ngày 10/3", "ngày 1/3")]),
    slip(Rule::NumericDate, "ngay-01-08-2026", &["bao-cao"], &[Swap("than", "ngày 30/9/2026", "ngày 30/09/2026")]),
    slip(Rule::NumericDate, "ngay-5-thang", &["cong-van"], &[Swap("than", "ngày 05/11/2026", "ngày 5 tháng 11")]),
    slip(Rule::NumericDate, "ngay-5-thang", &["ket-luan"], &[Swap("than", "ngày 25/8/2026", "ngày 25 tháng 08 năm 2026")]),
    slip(Rule::NumericDate, "ngay-gach", &["thong-bao"], &[Swap("than", "05/01/2027", "05-01-2027")]),
    slip(Rule::NumericDate, "ngay-cham", &["nghi-quyet-cu"], &[Swap("than", "03/12/2023", "03.12.2023")]),
    slip(Rule::NumericDate, "thang-03", &["ket-luan"], &[Swap("than", "trước ngày 25/8/2026", "trong tháng 08/2026")]),
    slip(Rule::NumericDate, "ngay-khong-co", &["cong-van"], &[Swap("than", "05/11/2026", "31/11/2026")]),
    slip(Rule::NumericDate, "nam-hai-so", &["bao-cao"], &[Swap("than", "30/9/2026", "30/9/26")]),
    slip(Rule::TextColor, "chu-do", &["bao-cao", "ket-luan"], &[Look("trich-yeu", |line| line.color = "C00000")]),
    slip(Rule::TextColor, "chu-xanh", &["cong-van"], &[Look("dang", |line| line.color = "1F3864")]),
    slip(Rule::TextColor, "chu-trang", &["thong-bao", "cong-van-cu"], &[After("than", "Nội dung này không in ra.", |line| Line { color: "FFFFFF", ..line })]),
    slip(Rule::Typeface, "phong-sans", &["bao-cao", "quyet-dinh"], &[Look("than", |line| line.face = "DejaVu Sans")]),
    slip(Rule::Typeface, "phong-khac-o-so", &["cong-van"], &[Look("so", |line| line.face = "DejaVu Sans")]),
    slip(Rule::TextEncoding, "tcvn3", &["ke-hoach-cu"], &[Swap("than", "Ban Tuyên giáo Huyện ủy chủ trì, xây dựng bộ câu hỏi", "Ban Tuyªn gi¸o HuyÖn ñy chñ tr×, x©y dùng bé c©u hái")]),
    slip(Rule::TextEncoding, "vni", &["ket-luan"], &[Swap("than", "theo dõi, đôn đốc việc thực hiện kết luận này", "theo doõi, ñoân ñoác vieäc thöïc hieän keát luaän naøy")]),
    slip(Rule::TextEncoding, "to-hop", &["cong-van", "thong-bao"], &[Look("than", |line| line.text = decomposed(&line.text))]),
    slip(Rule::CitedSymbol, "ky-hieu-dut", &["bao-cao"], &[Swap("than", "Thực hiện Nghị quyết số 11-NQ/TU, ngày", "Thực hiện đầy đủ các nội dung của Nghị quyết chuyên đề năm ngoái, số 11-NQ/TU, ngày")]),
    slip(Rule::CitedSymbol, "ky-hieu-dut", &["cong-van"], &[Swap("than", "Thực hiện hướng dẫn của Ban Tổ chức Tỉnh ủy,", "Thực hiện Công văn hướng dẫn nghiệp vụ cho cán bộ, đảng viên số 256-CV/BTCTU,")]),
];

/// Signature, Nơi nhận, appendix.
#[rustfmt::skip]
pub(super) const END: &[Slip] = &[
    slip(Rule::SigningAuthority, "tm-cham", &["bao-cao"], &[Set("quyen-han", "TM. ĐẢNG ỦY")]),
    slip(Rule::SigningAuthority, "tm-cham", &["ket-luan"], &[Set("quyen-han", "TM. BAN THƯỜNG VỤ")]),
    slip(Rule::SigningAuthority, "tm-gach-cham", &["nghi-quyet-cu"], &[Set("quyen-han", "T/M. CHI BỘ")]),
    slip(Rule::SigningAuthority, "kt-cham", &["to-trinh"], &[Set("quyen-han", "KT. TRƯỞNG BAN")]),
    slip(Rule::SigningAuthority, "tl-cham", &["cong-van"], &[Set("quyen-han", "TL. BAN THƯỜNG VỤ")]),
    slip(Rule::SigningAuthority, "thay-mat", &["chuong-trinh"], &[Set("quyen-han", "THAY MẶT CHI BỘ")]),
    slip(Rule::SigningAuthority, "khong-dam", &["quyet-dinh", "cong-van-cu"], &[Look("quyen-han", |line| line.bold = false)]),
    slip(Rule::SigningAuthority, "thuong", &["thong-bao"], &[Set("quyen-han", "T/M Ủy ban Kiểm tra")]),
    slip(Rule::SigningAuthority, "thieu-tm", &["bao-cao", "nghi-quyet-cu", "ke-hoach-cu", "thong-bao"], &[Drop("quyen-han")]),
    slip(Rule::SigningAuthority, "thieu-tm-con-ten", &["bao-cao"], &[Set("quyen-han", "ĐẢNG ỦY")]),
    slip(Rule::SigningAuthority, "thieu-tm-con-ten", &["quyet-dinh"], &[Set("quyen-han", "BAN THƯỜNG VỤ")]),
    slip(Rule::SigningAuthority, "dia-danh-sau-tm", &["bao-cao"], &[Set("quyen-han", "T/M ĐẢNG ỦY XÃ VĨNH THUẬN")]),
    slip(Rule::SigningAuthority, "dia-danh-sau-tm", &["nghi-quyet-cu"], &[Set("quyen-han", "T/M CHI BỘ THÔN NÀ PHẶC")]),
    slip(Rule::SigningAuthority, "dia-danh-sau-tm", &["ke-hoach-cu"], &[Set("quyen-han", "T/M BAN THƯỜNG VỤ HUYỆN ỦY")]),
    slip(Rule::SigningAuthority, "kt-tap-the", &["bao-cao"], &[Set("quyen-han", "K/T ĐẢNG ỦY")]),
    slip(Rule::SigningAuthority, "kt-tap-the", &["ket-luan"], &[Set("quyen-han", "K/T BAN THƯỜNG VỤ")]),
    slip(Rule::SigningAuthority, "kt-bi-thu", &["chuong-trinh"], &[Set("quyen-han", "K/T BÍ THƯ")]),
    slip(Rule::SigningAuthority, "tm-thu-truong", &["to-trinh"], &[Set("quyen-han", "T/M TRƯỞNG BAN")]),
    slip(Rule::SigningAuthority, "tm-thu-truong", &["huong-dan-cu"], &[Before("chuc-vu", "T/M BAN TỔ CHỨC", |line| Line { bold: true, ..line })]),
    slip(Rule::SigningAuthority, "tl-bi-thu", &["quyet-dinh"], &[Set("quyen-han", "T/L BÍ THƯ"), Set("chuc-vu", "CHÁNH VĂN PHÒNG")]),
    slip(Rule::SignerPosition, "chu-tich", &["quyet-dinh", "ket-luan"], &[Set("chuc-vu", "CHỦ TỊCH")]),
    slip(Rule::SignerPosition, "bi-thu-duoi-tl", &["cong-van"], &[Set("chuc-vu", "PHÓ BÍ THƯ")]),
    slip(Rule::SignerPosition, "truong-ban-duoi-kt", &["to-trinh"], &[Set("chuc-vu", "TRƯỞNG BAN")]),
    slip(Rule::SignerPosition, "bi-thu-ubkt", &["thong-bao"], &[Set("chuc-vu", "BÍ THƯ")]),
    slip(Rule::SignerPosition, "thieu-chuc-vu", &["bao-cao", "cong-van", "nghi-quyet-cu"], &[Drop("chuc-vu")]),
    slip(Rule::SignerPosition, "chuc-vu-thuong", &["bao-cao"], &[Set("chuc-vu", "Phó Bí thư")]),
    slip(Rule::SignerPosition, "chuc-vu-thuong", &["cong-van"], &[Set("chuc-vu", "Chánh Văn phòng")]),
    slip(Rule::SignerPosition, "chuc-vu-thuong", &["huong-dan-cu"], &[Set("chuc-vu", "Trưởng ban")]),
    slip(Rule::SignerPosition, "chuc-vu-dam", &["ke-hoach-cu", "to-trinh"], &[Look("chuc-vu", |line| line.bold = true)]),
    slip(Rule::SignerPosition, "chuc-vu-kem-ten", &["ket-luan"], &[Set("chuc-vu", "PHÓ BÍ THƯ TỈNH ỦY")]),
    slip(Rule::SigningRoom, "cho-ky-hep", &["bao-cao", "cong-van-cu"], &[Look("cho-ky", |line| line.leading = 60.0)]),
    slip(Rule::SigningRoom, "da-ky", &["ket-luan", "cong-van", "nghi-quyet-cu"], &[Look("cho-ky", |line| line.leading = 54.0), After("cho-ky", "(Đã ký)", |line| Line { leading: 54.0, ..line })]),
    slip(Rule::SignerName, "ten-hoa", &["bao-cao"], &[Set("ho-ten", "PHAN THANH TÙNG")]),
    slip(Rule::SignerName, "ten-khong-dam", &["cong-van"], &[Look("ho-ten", |line| line.bold = false)]),
    slip(Rule::SignerName, "hoc-vi", &["bao-cao"], &[Set("ho-ten", "BSCKI. Phan Thanh Tùng")]),
    slip(Rule::SignerName, "hoc-vi", &["thong-bao"], &[Set("ho-ten", "ThS. Vũ Thị Lan Anh")]),
    slip(Rule::SignerName, "hoc-vi", &["to-trinh"], &[Set("ho-ten", "TS Trịnh Quốc Đạt")]),
    slip(Rule::SignerName, "hoc-vi", &["ket-luan"], &[Set("ho-ten", "Đại tá Mai Đức Long")]),
    slip(Rule::SignerName, "hoc-vi", &["huong-dan-cu"], &[Set("ho-ten", "PGS.TS. Cao Xuân Trường")]),
    slip(Rule::SignerName, "hoc-vi", &["chuong-trinh"], &[Set("ho-ten", "NGƯT. Kiều Thị Mỹ Duyên")]),
    slip(Rule::SignerName, "dong-chi", &["ke-hoach-cu"], &[Set("ho-ten", "Đ/c Đặng Thị Hồng")]),
    slip(Rule::RecipientsLabel, "khong-hai-cham", &["bao-cao", "cong-van-cu"], &[Set("nhan-noi-nhan", "Nơi nhận")]),
    slip(Rule::RecipientsLabel, "nghieng-dam", &["cong-van", "quyet-dinh"], &[Look("nhan-noi-nhan", |line| (line.bold, line.italic, line.size, line.underline) = (true, true, 12.0, false))]),
    slip(Rule::RecipientsLabel, "khong-gach-chan", &["thong-bao"], &[Look("nhan-noi-nhan", |line| line.underline = false)]),
    slip(Rule::RecipientsLabel, "khong-co", &["nghi-quyet-cu"], &[Drop("nhan-noi-nhan"), Drop("noi-nhan"), Drop("luu")]),
    slip(Rule::RecipientsLabel, "hoa", &["ket-luan"], &[Set("nhan-noi-nhan", "NƠI NHẬN:")]),
    slip(Rule::Recipients, "luu-vt", &["bao-cao", "cong-van"], &[Set("luu", "- Lưu: VT.")]),
    slip(Rule::Recipients, "luu-vp", &["quyet-dinh"], &[Set("luu", "- Lưu VPĐU.")]),
    slip(Rule::Recipients, "khong-luu", &["thong-bao"], &[Drop("luu"), Swap("noi-nhan", "giám sát;", "giám sát.")]),
    slip(Rule::Recipients, "phay", &["bao-cao", "ket-luan"], &[Look("noi-nhan", |line| line.text = line.text.replace(';', ","))]),
    slip(Rule::Recipients, "cham-phay-cu", &["ke-hoach-cu", "huong-dan-cu"], &[Look("noi-nhan", |line| line.text = line.text.replace(',', ";"))]),
    slip(Rule::Recipients, "co-11", &["cong-van", "chuong-trinh"], &[Page(|sheet| sheet.lines.iter_mut().filter(|line| line.size < 12.5 && line.name != "trich-yeu").for_each(|line| line.size = 11.0))]),
    slip(Rule::Recipients, "co-14", &["quyet-dinh"], &[Look("noi-nhan", |line| line.size = 14.0)]),
    slip(Rule::Recipients, "nghieng", &["nghi-quyet-cu"], &[Look("noi-nhan", |line| line.italic = true)]),
    slip(Rule::Recipients, "khong-nhu-tren", &["cong-van", "to-trinh"], &[Set("noi-nhan", "- Các chi bộ;")]),
    slip(Rule::Recipients, "nhu-kinh-gui", &["cong-van-cu"], &[Set("noi-nhan", "- Như kính gửi,")]),
    slip(Rule::Recipients, "khong-gach-dau", &["ket-luan", "bao-cao"], &[Page(|sheet| sheet.lines.iter_mut().filter(|line| matches!(line.name, "noi-nhan" | "luu")).for_each(|line| line.text = line.text.trim_start_matches("- ").to_owned()))]),
    slip(Rule::Recipients, "thieu-cham-cuoi", &["thong-bao", "cong-van-cu"], &[Page(|sheet| sheet.named("luu").into_iter().for_each(|line| _ = line.text.pop()))]),
    slip(Rule::SignaturePage, "chu-ky-mot-trang", &["ket-luan", "cong-van-cu"], &[After("than", "", |line| Line { new_page: true, leading: 1.0, size: 1.0, ..line })]),
    slip(Rule::AppendixLabel, "la-ma", &["bao-cao"], &[Set("phu-luc", "Phụ lục I")]),
    slip(Rule::AppendixLabel, "khong-dan", &["bao-cao"], &[Swap("than", "số liệu từng ấp nêu tại Phụ lục kèm theo", "số liệu từng ấp đã gửi riêng")]),
    slip(Rule::AppendixAttachment, "khong-kem-theo", &["bao-cao"], &[Drop("kem-theo")]),
    slip(Rule::AppendixAttachment, "ngay-khac", &["bao-cao"], &[Swap("kem-theo", "08/7/2026", "18/7/2026")]),
    slip(Rule::AppendixAttachment, "so-khac", &["bao-cao"], &[Swap("kem-theo", "27-BC", "72-BC")]),
    slip(Rule::AppendixAttachment, "co-quan-khac", &["bao-cao"], &[Swap("kem-theo", "xã Vĩnh Thuận", "xã Vĩnh Hòa")]),
    slip(Rule::AppendixAttachment, "loai-khac", &["bao-cao"], &[Swap("kem-theo", "Báo cáo", "Kế hoạch")]),
    slip(Rule::AppendixHyphens, "khong-gach", &["bao-cao"], &[Drop("gach-phu-luc")]),
];

/// Paper, margins, page numbers.
#[rustfmt::skip]
pub(super) const PAGE: &[Slip] = &[
    slip(Rule::PaperSize, "letter", &["cong-van", "ket-luan"], &[Page(|sheet| sheet.paper = [215.9, 279.4])]),
    slip(Rule::LeftMargin, "trai-25", &["bao-cao", "cong-van"], &[Page(|sheet| sheet.margins[2] = 25.0)]),
    slip(Rule::LeftMargin, "trai-35", &["thong-bao"], &[Page(|sheet| sheet.margins[2] = 35.0)]),
    slip(Rule::RightMargin, "phai-20", &["ke-hoach-cu", "chi-thi-cu"], &[Page(|sheet| sheet.margins[3] = 20.0)]),
    slip(Rule::TopMargin, "tren-15", &["bao-cao", "nghi-quyet-cu"], &[Page(|sheet| sheet.margins[0] = 15.0)]),
    slip(Rule::TopMargin, "tren-25", &["quyet-dinh", "cong-van-cu"], &[Page(|sheet| sheet.margins[0] = 30.0)]),
    slip(Rule::PageNumber, "trang-dau", &["bao-cao", "ket-luan", "cong-van"], &[Page(|sheet| sheet.number.first = true)]),
    slip(Rule::PageNumber, "co-11", &["bao-cao"], &[Page(|sheet| sheet.number.size = 11.0)]),
    slip(Rule::PageNumber, "trang-2", &["bao-cao"], &[Page(|sheet| sheet.number.before = "Trang ")]),
    slip(Rule::PageNumber, "ben-phai", &["bao-cao"], &[Page(|sheet| sheet.number.side = Side::Right)]),
];

/// What a document may have, or have otherwise, and still be right.
#[rustfmt::skip]
pub(super) const RIGHT: &[(&str, &[&str], &[Change])] = &[
    ("khan", &["bao-cao", "ke-hoach-cu"], &[After("so", "KHẨN", |line| Line { bold: true, ..line })]),
    ("hoa-toc", &["cong-van"], &[After("trich-yeu", "HỎA TỐC", |line| Line { bold: true, italic: false, size: 14.0, ..line })]),
    ("du-thao", &["quyet-dinh", "chi-thi-cu"], &[After("so", "Dự thảo lần 2", |line| Line { italic: true, ..line })]),
    ("chua-co-so", &["ket-luan"], &[Set("so", "Số      -KL/TU")]),
    ("chua-co-so", &["cong-van"], &[Set("so", "Số      -CV/ĐU")]),
    ("chua-co-ngay", &["thong-bao"], &[Set("ngay", "Cẩm Thủy, ngày      tháng 01 năm 2027")]),
    ("khong-ten", &["nghi-quyet-cu", "to-trinh"], &[Set("ho-ten", "")]),
    ("than-15", &["bao-cao", "cong-van-cu"], &[Page(|sheet| sheet.lines.iter_mut().filter(|line| matches!(line.name, "than" | "de-muc" | "noi-gui" | "can-cu")).for_each(|line| (line.size, line.leading) = (15.0, 21.0)))]),
    ("tac-gia", &["bao-cao", "thong-bao"], &[Before("trich-yeu", "CỦA BAN CHẤP HÀNH", same)]),
    ("thu-truong-dam", &["huong-dan-cu"], &[Look("chuc-vu", |line| line.bold = true)]),
    ("pho-phu-trach", &["huong-dan-cu"], &[Set("chuc-vu", "PHÓ TRƯỞNG BAN")]),
    ("quyen", &["ke-hoach-cu"], &[Set("chuc-vu", "Q. BÍ THƯ")]),
    ("ten-dai", &["cong-van"], &[Set("ho-ten", "Nguyễn Phước Bảo Toàn")]),
    ("uy-cach-cu", &["bao-cao"], &[Page(|sheet| sheet.lines.iter_mut().for_each(|line| line.text = line.text.replace("ủy", "uỷ").replace("ỦY", "UỶ")))]),
    ("ngay-trong-bai", &["nghi-quyet-cu"], &[Swap("than", "họp ngày 03/12/2023", "họp ngày 03 tháng 12 năm 2023")]),
    ("phan-so", &["thong-bao"], &[Swap("than", "bốn chi bộ", "4/15 chi bộ, trong đó 1/4 ở khu công nghiệp,")]),
    ("trich-yeu-ten-rieng", &["chi-thi-cu"], &[Drop("trich-yeu"), After("loai", "Đảng bộ thành phố Bạch Đằng thi đua học tập", |line| Line { name: "trich-yeu", size: 14.0, ..line })]),
];

fn title_case(text: &str) -> String {
    text.split(' ').map(first_capital_only).collect::<Vec<_>>().join(" ")
}

fn first_capital_only(word: &str) -> String {
    first_capital(&word.to_lowercase())
}

fn first_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Each mark apart from its letter, as some programs save it.
fn decomposed(text: &str) -> String {
    unicode_normalization::UnicodeNormalization::nfd(text).collect()
}

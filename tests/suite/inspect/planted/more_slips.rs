//! Further mistakes of clerks: other wordings, other places and other kinds than those of [`super::slips`]; and what is right
//! beside them. Not for the documents ([`super::drafts`]).

use baocao::inspect::rule::Rule;

use super::change::Change::{self, After, Before, Look, Page, Set, Swap};
use super::sheet::Line;
use super::slips::{Slip, same, slip};

/// Name block, number, date and what stands under them.
#[rustfmt::skip]
pub(super) const MORE_HEAD: &[Slip] = &[
    slip(Rule::SuperiorBody, "viet-tat", &["bao-cao"], &[Set("cap-tren", "ĐB TỈNH PHÚ CƯỜNG")]),
    slip(Rule::SuperiorBody, "viet-tat", &["thong-bao"], &[Set("cap-tren", "ĐU PHƯỜNG CẨM THỦY")]),
    slip(Rule::SuperiorBody, "viet-tat", &["cong-van"], &[Set("cap-tren", "ĐẢNG BỘ T. BẠCH ĐẰNG")]),
    slip(Rule::SuperiorBody, "co-12", &["quyet-dinh", "huong-dan-cu"], &[Look("cap-tren", |line| line.size = 12.0)]),
    slip(Rule::IssuingBody, "viet-tat", &["cong-van"], &[Set("co-quan", "ĐU PHƯỜNG AN KHÁNH")]),
    slip(Rule::IssuingBody, "viet-tat", &["thong-bao"], &[Set("co-quan", "UBKT ĐẢNG ỦY")]),
    slip(Rule::IssuingBody, "chu-thuong", &["bao-cao", "nghi-quyet-cu"], &[Look("co-quan", |line| line.text = line.text.to_lowercase())]),
    slip(Rule::Asterisk, "ba-sao-cach", &["bao-cao", "chi-thi-cu"], &[Set("sao", "* * *")]),
    slip(Rule::Asterisk, "sao-giua-gach", &["ket-luan", "to-trinh"], &[Set("sao", "--*--")]),
    slip(Rule::PartyName, "dang-nghieng", &["chuong-trinh"], &[Look("dang", |line| line.italic = true)]),
    slip(Rule::Symbol, "chu-hoa", &["cong-van"], &[Swap("so", "Số", "SỐ")]),
    slip(Rule::Symbol, "hai-gach", &["ket-luan"], &[Set("so", "Số 41-KL-TU")]),
    slip(Rule::Symbol, "cham-cuoi", &["thong-bao"], &[Set("so", "Số 15-TB/UBKT.")]),
    slip(Rule::Symbol, "hai-so-khong", &["nghi-quyet-cu"], &[Set("so", "Số 003-NQ/CB")]),
    slip(Rule::PlaceAndDate, "nam-hai-so", &["quyet-dinh"], &[Swap("ngay", "2026", "26")]),
    slip(Rule::PlaceAndDate, "ngay-khong-co", &["cong-van"], &[Set("ngay", "An Khánh, ngày 31 tháng 11 năm 2026")]),
    slip(Rule::PlaceAndDate, "thang-bang-chu", &["ket-luan"], &[Set("ngay", "Phú Cường, ngày 14 tháng tám năm 2026")]),
    slip(Rule::Urgency, "chu-thuong", &["bao-cao"], &[After("so", "Khẩn", |line| Line { bold: true, ..line })]),
    slip(Rule::Urgency, "chu-thuong", &["cong-van"], &[After("trich-yeu", "Hỏa tốc", |line| Line { bold: true, italic: false, size: 14.0, ..line })]),
    slip(Rule::Urgency, "chu-thuong", &["ke-hoach-cu"], &[After("so", "thượng khẩn", |line| Line { bold: true, ..line })]),
    slip(Rule::DraftNote, "trong-ngoac", &["quyet-dinh"], &[After("so", "(Dự thảo)", |line| Line { italic: true, ..line })]),
    slip(Rule::LetterSubject, "bao-cao-co", &["ke-hoach-cu"], &[After("so", "về việc tổ chức hội thi", |line| Line { italic: true, size: 12.0, ..line })]),
    slip(Rule::SuperiorBody, "viet-tat-cham", &["ke-hoach-cu"], &[Set("cap-tren", "Đ.BỘ TỈNH SƠN TRÀ")]),
    slip(Rule::IssuingBody, "viet-tat-gach", &["bao-cao"], &[Set("co-quan", "Đ/U XÃ VĨNH THUẬN")]),
    slip(Rule::IssuingBody, "viet-tat-giua", &["to-trinh"], &[Set("co-quan", "BAN XD ĐẢNG")]),
    slip(Rule::Asterisk, "cham-tron", &["quyet-dinh"], &[Set("sao", "•")]),
    slip(Rule::Symbol, "hai-cham-lien", &["bao-cao"], &[Swap("so", "Số ", "Số:")]),
    slip(Rule::Symbol, "cham-thay-gach", &["ket-luan"], &[Set("so", "Số 41.KL/TU")]),
    slip(Rule::PlaceAndDate, "thang-thieu-khong", &["thong-bao"], &[Swap("ngay", "tháng 01", "tháng 1")]),
    slip(Rule::PlaceAndDate, "thieu-chu-ngay", &["cong-van-cu"], &[Swap("ngay", "ngày 17", "17")]),
    slip(Rule::Urgency, "co-12", &["cong-van"], &[After("trich-yeu", "HỎA TỐC", |line| Line { bold: true, italic: false, size: 12.0, ..line })]),
    slip(Rule::Urgency, "rat-khan-thuong", &["ket-luan"], &[After("so", "Rất khẩn", |line| Line { bold: true, ..line })]),
    slip(Rule::DraftNote, "co-12", &["chi-thi-cu"], &[After("so", "Dự thảo lần 2", |line| Line { italic: true, size: 12.0, ..line })]),
    slip(Rule::DraftNote, "trong-ngoac-vuong", &["bao-cao"], &[After("so", "[Dự thảo lần 2]", |line| Line { italic: true, ..line })]),
    slip(Rule::LetterSubject, "hoa", &["cong-van-cu"], &[Look("trich-yeu", |line| line.text = line.text.to_uppercase())]),
    slip(Rule::LetterSubject, "vv-lien", &["cong-van-cu"], &[Swap("trich-yeu", "về việc", "Vv")]),
];

/// Type, author, subject, hyphens, addressees.
#[rustfmt::skip]
pub(super) const MORE_TITLE: &[Slip] = &[
    slip(Rule::DocumentType, "them-tinh-chat", &["bao-cao"], &[Set("loai", "BÁO CÁO SƠ KẾT")]),
    slip(Rule::DocumentType, "cach-chu", &["thong-bao"], &[Set("loai", "T H Ô N G  B Á O")]),
    slip(Rule::DocumentType, "nghieng", &["chi-thi-cu"], &[Look("loai", |line| line.italic = true)]),
    slip(Rule::Author, "chu-thuong", &["bao-cao"], &[Before("trich-yeu", "Của Ban Chấp hành", same)]),
    slip(Rule::Author, "khong-dam", &["thong-bao"], &[Before("trich-yeu", "CỦA BAN CHẤP HÀNH", |line| Line { bold: false, ..line })]),
    slip(Rule::Subject, "co-12", &["to-trinh", "quyet-dinh"], &[Look("trich-yeu", |line| line.size = 12.0)]),
    slip(Rule::Hyphens, "cach-nhau", &["quyet-dinh"], &[Set("gach", "- - - - -")]),
    slip(Rule::Hyphens, "dau-bang", &["chi-thi-cu"], &[Set("gach", "=====")]),
    slip(Rule::Salutation, "kinh-gui-tren-loai", &["bao-cao"], &[Before("loai", "Kính gửi: Ban Thường vụ Tỉnh ủy", |line| Line { bold: false, size: 14.0, ..line })]),
    slip(Rule::Salutation, "kinh-gui-tren-loai", &["ke-hoach-cu"], &[Before("loai", "Kính gửi: Các tổ chức cơ sở đảng", |line| Line { bold: false, italic: true, size: 14.0, ..line })]),
    slip(Rule::Salutation, "kinh-goi", &["cong-van"], &[Set("kinh-gui", "Kính gởi:")]),
    slip(Rule::Addressee, "cham-phay-cu", &["cong-van-cu"], &[Swap("noi-gui", "Huyện ủy,", "Huyện ủy;")]),
    slip(Rule::DocumentType, "them-noi-dung", &["ke-hoach-cu"], &[Set("loai", "KẾ HOẠCH TUYÊN TRUYỀN")]),
    slip(Rule::DocumentType, "cach-chu-rong", &["quyet-dinh"], &[Set("loai", "Q U Y Ế T   Đ Ị N H")]),
    slip(Rule::Author, "co-12", &["bao-cao"], &[Before("trich-yeu", "CỦA BAN CHẤP HÀNH", |line| Line { size: 12.0, ..line })]),
    slip(Rule::Subject, "phay-cuoi", &["thong-bao"], &[Look("trich-yeu", |line| line.text.push(','))]),
    slip(Rule::Hyphens, "dau-nga", &["ket-luan"], &[Set("gach", "~~~~~")]),
    slip(Rule::Hyphens, "o-giua", &["quyet-dinh"], &[Set("gach", "--- o0o ---")]),
    slip(Rule::Salutation, "hoa", &["cong-van"], &[Set("kinh-gui", "KÍNH GỬI:")]),
    slip(Rule::Salutation, "kinh-gui-tren-loai-hai-dong", &["thong-bao"], &[Before("loai", "Kính gửi:", |line| Line { bold: false, size: 14.0, ..line }), Before("loai", "- Các chi bộ trực thuộc.", |line| Line { bold: false, size: 14.0, ..line })]),
    slip(Rule::Addressee, "co-13", &["cong-van"], &[Look("noi-gui", |line| line.size = 13.0)]),
];

/// Text.
#[rustfmt::skip]
pub(super) const MORE_TEXT: &[Slip] = &[
    slip(Rule::CitedSymbol, "hai-cham", &["bao-cao"], &[Swap("than", "số 11-NQ/TU", "số: 11-NQ/TU")]),
    slip(Rule::CitedSymbol, "hai-cham", &["cong-van-cu"], &[Swap("than", "công văn của", "Công văn số : 45-CV/TTCT của")]),
    slip(Rule::CitedSymbol, "chu-hoa", &["bao-cao"], &[Swap("than", "số 11-NQ/TU", "Số 11-NQ/TU")]),
    slip(Rule::CitedSymbol, "mot-chu-so", &["cong-van"], &[Swap("than", "hướng dẫn của Ban Tổ chức Tỉnh ủy", "Hướng dẫn số 7-HD/BTCTU")]),
    slip(Rule::DecimalSeparator, "phan-tram-cham", &["bao-cao"], &[Swap("than", "73%", "73.5%")]),
    slip(Rule::DecimalSeparator, "km-cham", &["bao-cao"], &[Swap("than", "5,4 km", "5.4 km")]),
    slip(Rule::DecimalSeparator, "nghin-phay", &["ket-luan"], &[Swap("than", "136 hộ", "136 hộ, thiệt hại ước 12,350,000,000 đồng")]),
    slip(Rule::DecimalSeparator, "nghin-khong-cham", &["chi-thi-cu"], &[Swap("than", "số vụ cháy ở khu dân cư còn cao", "thiệt hại còn 12350 triệu đồng")]),
    slip(Rule::LegalBasis, "cuoi-cham-phay", &["quyet-dinh"], &[Swap("can-cu", "Văn phòng Đảng ủy.", "Văn phòng Đảng ủy;")]),
    slip(Rule::BodyText, "ca-doan-dam", &["chi-thi-cu", "ket-luan"], &[Page(|sheet| if let Some(line) = sheet.named("than").into_iter().next() { line.bold = true })]),
    slip(Rule::SectionHeading, "de-muc-thuong", &["bao-cao"], &[Swap("de-muc", "KẾT QUẢ", "Kết quả")]),
    slip(Rule::BodyEnding, "cham-gach-cham-cach", &["ket-luan"], &[Page(|sheet| if let Some(line) = sheet.named("than").pop() { line.text.push_str(" / .") })]),
    slip(Rule::BodyEnding, "cham-than", &["cong-van-cu"], &[Page(|sheet| if let Some(line) = sheet.named("than").pop() { line.text = line.text.replace("khóa học.", "khóa học!") })]),
    slip(Rule::CitedSymbol, "hoa-hai-cham", &["cong-van"], &[Swap("than", "hướng dẫn của Ban Tổ chức Tỉnh ủy", "Công văn Số: 256-CV/BTCTU")]),
    slip(Rule::CitedSymbol, "kieu-nha-nuoc", &["bao-cao"], &[Swap("than", "11-NQ/TU", "11/NQ-TU")]),
    slip(Rule::CitedSymbol, "gach-dai", &["bao-cao"], &[Swap("than", "11-NQ/TU", "11–NQ/TU")]),
    slip(Rule::DecimalSeparator, "phan-tram-bang-chu", &["thong-bao"], &[Swap("than", "nộp đủ", "nộp đủ 98.75 phần trăm")]),
    slip(Rule::DecimalSeparator, "trieu-phay", &["quyet-dinh"], &[Swap("than", "bảy đồng chí", "bảy đồng chí, kinh phí 1,250,000 đồng,")]),
    slip(Rule::DecimalSeparator, "km-lien", &["bao-cao"], &[Swap("than", "14,6 km", "14.6km")]),
    slip(Rule::LegalBasis, "dau-cong", &["quyet-dinh"], &[Swap("can-cu", "- Căn cứ", "+ Căn cứ")]),
    slip(Rule::BodyText, "than-co-16", &["cong-van-cu"], &[Look("than", |line| line.size = 16.0)]),
    slip(Rule::BodyEnding, "cham-phay", &["thong-bao"], &[Page(|sheet| if let Some(line) = sheet.named("than").pop() { line.text = line.text.replace("thực hiện.", "thực hiện;") })]),
    slip(Rule::NumericDate, "nam-hai-so", &["cong-van-cu"], &[Swap("than", "08/5/2023", "08/5/23")]),
];

/// Signature, Nơi nhận, appendix.
#[rustfmt::skip]
pub(super) const MORE_END: &[Slip] = &[
    slip(Rule::SigningAuthority, "tap-the-viet-tat", &["ket-luan"], &[Set("quyen-han", "T/M BTV")]),
    slip(Rule::SigningAuthority, "tap-the-viet-tat", &["quyet-dinh"], &[Set("quyen-han", "T/M BAN CHẤP HÀNH ĐB")]),
    slip(Rule::SigningAuthority, "dang-bo", &["bao-cao"], &[Set("quyen-han", "T/M ĐẢNG BỘ")]),
    slip(Rule::SigningAuthority, "kt-duoi-tl", &["cong-van"], &[After("quyen-han", "K/T CHÁNH VĂN PHÒNG", same), Set("chuc-vu", "PHÓ CHÁNH VĂN PHÒNG")]),
    slip(Rule::SigningAuthority, "tm-thuong", &["nghi-quyet-cu"], &[Set("quyen-han", "t/m CHI BỘ")]),
    slip(Rule::SignerPosition, "viet-tat", &["bao-cao"], &[Set("chuc-vu", "P. BÍ THƯ")]),
    slip(Rule::SignerPosition, "viet-tat", &["cong-van"], &[Set("chuc-vu", "CHÁNH VP")]),
    slip(Rule::SignerPosition, "quyen-viet-du", &["ke-hoach-cu"], &[Set("chuc-vu", "QUYỀN BÍ THƯ")]),
    slip(Rule::SignerPosition, "nghieng", &["ket-luan"], &[Look("chuc-vu", |line| line.italic = true)]),
    slip(Rule::SigningRoom, "da-ky-khong-ngoac", &["bao-cao"], &[Look("cho-ky", |line| line.leading = 54.0), After("cho-ky", "Đã ký", |line| Line { leading: 54.0, italic: true, ..line })]),
    slip(Rule::SigningRoom, "da-ky-vuong", &["cong-van-cu"], &[Look("cho-ky", |line| line.leading = 54.0), After("cho-ky", "[Chữ ký]", |line| Line { leading: 54.0, italic: true, ..line })]),
    slip(Rule::SignerName, "co-15", &["quyet-dinh"], &[Look("ho-ten", |line| line.size = 15.0)]),
    slip(Rule::SignerName, "hoc-vi-sau", &["to-trinh"], &[Set("ho-ten", "Trịnh Quốc Đạt - Thạc sĩ")]),
    slip(Rule::RecipientsLabel, "noi-gui", &["thong-bao"], &[Set("nhan-noi-nhan", "Nơi gửi:")]),
    slip(Rule::RecipientsLabel, "cach-hai-cham", &["ket-luan"], &[Set("nhan-noi-nhan", "Nơi nhận :")]),
    slip(Rule::Recipients, "nhu-tren-o-bao-cao", &["bao-cao"], &[Swap("noi-nhan", "Ban Thường vụ Tỉnh ủy", "Như trên")]),
    slip(Rule::Recipients, "nhu-kinh-gui-o-thong-bao", &["thong-bao"], &[Swap("noi-nhan", "Thường trực Đảng ủy", "Như kính gửi")]),
    slip(Rule::Recipients, "luu-van-thu", &["quyet-dinh"], &[Set("luu", "- Lưu Văn thư.")]),
    slip(Rule::Recipients, "mot-muc-khong-dau", &["bao-cao"], &[Swap("noi-nhan", "trực thuộc;", "trực thuộc")]),
    slip(Rule::Drafter, "co-12", &["ket-luan"], &[After("luu", "NguyenVanAn-26", same)]),
    slip(Rule::AppendixLabel, "chu-cai", &["bao-cao"], &[Set("phu-luc", "Phụ lục A")]),
    slip(Rule::AppendixHyphens, "gach-dai", &["bao-cao"], &[Set("gach-phu-luc", "---------")]),
    slip(Rule::SigningAuthority, "tap-the-viet-tat", &["bao-cao"], &[Set("quyen-han", "T/M Đ.ỦY")]),
    slip(Rule::SigningAuthority, "bch-viet-tat", &["quyet-dinh"], &[Set("quyen-han", "T/M BCH ĐẢNG BỘ")]),
    slip(Rule::SigningAuthority, "tuq-cham", &["cong-van"], &[Set("quyen-han", "TUQ. BAN THƯỜNG VỤ")]),
    slip(Rule::SignerPosition, "viet-tat-sau", &["bao-cao"], &[Set("chuc-vu", "PHÓ BT")]),
    slip(Rule::SignerPosition, "hai-chu-hoa", &["nghi-quyet-cu"], &[Set("chuc-vu", "Bí Thư")]),
    slip(Rule::SigningRoom, "ky-dong-dau", &["to-trinh"], &[Look("cho-ky", |line| line.leading = 54.0), After("cho-ky", "(Ký tên, đóng dấu)", |line| Line { leading: 54.0, italic: true, ..line })]),
    slip(Rule::SigningRoom, "ky-ghi-ro", &["ke-hoach-cu"], &[Look("cho-ky", |line| line.leading = 54.0), After("cho-ky", "Ký và ghi rõ họ tên", |line| Line { leading: 54.0, ..line })]),
    slip(Rule::SignerName, "cu-nhan", &["thong-bao"], &[Set("ho-ten", "Cử nhân Vũ Thị Lan Anh")]),
    slip(Rule::SignerName, "hoc-vi-ngoac", &["bao-cao"], &[Set("ho-ten", "Phan Thanh Tùng (ThS)")]),
    slip(Rule::SignerName, "nghieng", &["ket-luan"], &[Look("ho-ten", |line| line.italic = true)]),
    slip(Rule::RecipientsLabel, "co-12", &["bao-cao"], &[Look("nhan-noi-nhan", |line| line.size = 12.0)]),
    slip(Rule::Recipients, "luu-hai-cham", &["quyet-dinh"], &[Set("luu", "- Lưu: Văn phòng Đảng ủy.")]),
    slip(Rule::Recipients, "dau-cong", &["ket-luan"], &[Swap("noi-nhan", "- Đảng", "+ Đảng")]),
    slip(Rule::AppendixLabel, "so-khong", &["bao-cao"], &[Set("phu-luc", "Phụ lục 01")]),
    slip(Rule::AppendixAttachment, "khong-ngoac", &["bao-cao"], &[Page(|sheet| sheet.named("kem-theo").into_iter().for_each(|line| line.text = line.text.trim_matches(['(', ')']).to_owned()))]),
];

/// What is right although it looks like one of these, or is left open.
#[rustfmt::skip]
pub(super) const MORE_RIGHT: &[(&str, &[&str], &[Change])] = &[
    ("khoan-gach", &["bao-cao"], &[Set("de-muc", "1- KẾT QUẢ")]),
    ("doanh-nghiep", &["nghi-quyet-cu"], &[Set("co-quan", "CHI BỘ CÔNG TY TNHH MTV 27")]),
    ("ten-e-de", &["cong-van"], &[Set("cap-tren", "ĐẢNG BỘ XÃ EA DRĂNG"), Set("co-quan", "ĐẢNG ỦY CÔNG TY 715A")]),
    ("khoan-dan", &["ket-luan"], &[Swap("than", "136 hộ", "136 hộ nêu tại mục 1.2 và điểm 2.13 của báo cáo, đạt 12,25% và 1.250 triệu đồng")]),
    ("van-ban-nha-nuoc", &["cong-van-cu"], &[Swap("than", "công văn của", "Công văn số 45-CV/TTCT và Nghị định số 30/2020/NĐ-CP của")]),
    ("so-luong", &["chi-thi-cu"], &[Swap("than", "số vụ cháy ở khu dân cư còn cao", "số: 12 vụ trong 3 tháng")]),
];

//! Mistakes in the text of the third set. Not for the head and the end ([`super::head`], [`super::end`]).

use baocao::inspect::rule::Rule;

use crate::inspect::planted::change::Change::{Look, Swap};
use crate::inspect::planted::sheet::Side;
use crate::inspect::planted::slips::{Slip, slip};

/// What is wrong in it.
#[rustfmt::skip]
pub(in crate::inspect::planted) const TEXT: &[Slip] = &[
    slip(Rule::LegalBasis, "nghieng", &["qd-xa"], &[Look("can-cu", |line| line.italic = true)]),
    slip(Rule::LegalBasis, "sao", &["qd-xa"], &[Look("can-cu", |line| line.text = line.text.replacen("- ", "* ", 1))]),
    slip(Rule::LegalBasis, "khong-dau", &["qd-xa"], &[Swap("can-cu", "Đảng ủy;", "Đảng ủy")]),
    slip(Rule::BodyText, "co-12", &["ttri-tinh"], &[Look("than", |line| line.size = 12.0)]),
    slip(Rule::FirstLineIndent, "8", &["kh-cao-su"], &[Look("than", |line| line.indent[1] = 8.0)]),
    slip(Rule::Justification, "trai", &["ct-huyen", "cv-vptu", "qd-xa"], &[Look("than", |line| line.side = Side::Left)]),
    slip(Rule::LineSpacing, "24", &["kl-tinh"], &[Look("than", |line| line.leading = 24.0)]),
    slip(Rule::ParagraphSpacing, "3", &["hd-ubkt"], &[Look("than", |line| line.before = 3.0)]),
    slip(Rule::SectionHeading, "thuong", &["bc-cong-an-xa"], &[Swap("de-muc", "KIẾN NGHỊ", "Kiến nghị, đề xuất")]),
    slip(Rule::BodyEnding, "phay", &["cv-khu-pho"], &[Swap("than", "giúp đỡ.", "giúp đỡ,")]),
    slip(Rule::BodyEnding, "gach", &["kl-tinh"], &[Swap("than", "thực hiện.", "thực hiện. /.")]),
    slip(Rule::BodyEnding, "gach-cheo", &["ttr-btc"], &[Swap("than", "quyết định.", "quyết định./")]),
    slip(Rule::BodyEnding, "hai-cham", &["ct-huyen"], &[Swap("than", "đến chi bộ.", "đến chi bộ..")]),
    slip(Rule::NumericDate, "mot", &["bc-cong-an-xa"], &[Swap("than", "01/10/2026", "1/10/2026")]),
    slip(Rule::NumericDate, "nam-2", &["ct-huyen"], &[Swap("than", "10/10/2022", "10/10/22")]),
    slip(Rule::NumericDate, "cham", &["ttri-tinh"], &[Swap("than", "23/5/2021", "23.5.2021")]),
    slip(Rule::NumericDate, "cach", &["kh-cao-su"], &[Swap("than", "28/02/2027", "28 / 02 / 2027")]),
    slip(Rule::NumericDate, "danh-sach", &["cv-vptu"], &[Swap("than", "ngày 03 và 04/11/2026", "ngày 3 và 04/11/2026")]),
    slip(Rule::NumericDate, "thang-12", &["kl-tinh"], &[Swap("than", "01/12/2026", "01 tháng 12/2026")]),
    slip(Rule::NumericDate, "thang-1", &["bc-cong-an-xa"], &[Swap("than", "19/01/2026", "19/1/2026")]),
    slip(Rule::NumericDate, "thang-07", &["hd-ubkt"], &[Swap("than", "15/7/2026", "15/07/2026")]),
    slip(Rule::NumericDate, "thang-06", &["nq-tram-y-te"], &[Swap("than", "tháng 6", "tháng 06")]),
    slip(Rule::NumericDate, "khong-co", &["cv-khu-pho"], &[Swap("than", "20/6/2026", "31/6/2026")]),
    slip(Rule::NumericDate, "hoa", &["tb-phuong"], &[Swap("than", "Ngày 17/11/2026", "Ngày 17-11-2026")]),
    slip(Rule::NumericDate, "thang-cham", &["ttr-btc"], &[Swap("than", "01/8/2015", "01/08/2015")]),
    slip(Rule::TextColor, "tim", &["hd-ubkt"], &[Look("trich-yeu", |line| line.color = "7030A0")]),
    slip(Rule::Typeface, "sans", &["kl-tinh"], &[Look("than", |line| line.face = "DejaVu Sans")]),
    slip(Rule::TextEncoding, "vni", &["nq-tram-y-te"], &[Swap("than", "theo dõi, báo cáo chi bộ tại phiên họp", "theo doõi, baùo caùo chi boä taïi phieân hoïp")]),
    slip(Rule::CitedSymbol, "hai-cham", &["cv-vptu"], &[Swap("than", "số 92-KH", "số:92-KH")]),
    slip(Rule::CitedSymbol, "mot-chu-so", &["bc-cong-an-xa"], &[Swap("than", "số 06-CTr", "số 6-CTr")]),
    slip(Rule::CitedSymbol, "nha-nuoc", &["ttri-tinh"], &[Swap("than", "45-CT/TW", "45/CT-TW")]),
    slip(Rule::CitedSymbol, "nha-nuoc", &["qd-xa"], &[Swap("can-cu", "08-BC/UBKT", "08/BC-UBKT")]),
    slip(Rule::CitedSymbol, "hai-gach", &["cv-vptu"], &[Swap("than", "92-KH/TU", "92-KH-TU")]),
    slip(Rule::CitedSymbol, "cach", &["ttri-tinh"], &[Swap("than", "45-CT/TW", "45 -CT/TW")]),
    slip(Rule::CitedSymbol, "hoa", &["ttri-tinh"], &[Swap("than", "số 45", "Số 45")]),
    slip(Rule::DecimalSeparator, "phan-tram", &["nq-tram-y-te"], &[Swap("than", "98,5%", "98.5 %")]),
    slip(Rule::DecimalSeparator, "tan-ha", &["ct-huyen"], &[Swap("than", "22,5 tấn", "22.5 tấn")]),
    slip(Rule::DecimalSeparator, "ha", &["bc-cong-an-xa"], &[Swap("than", "3,75 ha", "3.75ha")]),
    slip(Rule::DecimalSeparator, "tang", &["kl-tinh"], &[Swap("than", "8,36%", "8.36%")]),
    slip(Rule::DecimalSeparator, "tre", &["nq-tram-y-te"], &[Swap("than", "1.126 trẻ", "1,126 trẻ")]),
    slip(Rule::DecimalSeparator, "dong", &["bc-cong-an-xa"], &[Swap("than", "24.500.000 đồng", "24500000 đồng")]),
    slip(Rule::DecimalSeparator, "cach", &["bc-cong-an-xa"], &[Swap("than", "24.500.000 đồng", "24 500 000 đồng")]),
    slip(Rule::DecimalSeparator, "trieu", &["bc-cong-an-xa"], &[Swap("than", "24.500.000 đồng", "24.5 triệu đồng")]),
];

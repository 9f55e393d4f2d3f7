//! What is right in the second set although it looks otherwise. Not for mistakes ([`super::head`]).

use crate::inspect::planted::change::Change::{self, After, Before, Drop, Look, Set, Swap};
use crate::inspect::planted::sheet::Line;
use crate::inspect::planted::slips::same;

/// What a document may have, or have otherwise.
#[rustfmt::skip]
pub(in crate::inspect::planted) const RIGHT: &[(&str, &[&str], &[Change])] = &[
    ("hoa-toc-cach-cu", &["kl-thanh-uy"], &[After("so", "HOẢ TỐC", |line| Line { bold: true, ..line })]),
    ("thuong-khan", &["ct-dac-khu"], &[After("so", "THƯỢNG KHẨN", |line| Line { bold: true, ..line })]),
    ("du-thao", &["qc-cong-ty"], &[After("so", "Dự thảo lần 4", |line| Line { italic: true, ..line })]),
    ("chua-so", &["nq-phuong"], &[Set("so", "Số      -NQ/ĐU")]),
    ("chua-ngay", &["kh-cong-an"], &[Set("ngay", "Lam Sơn, ngày      tháng 11 năm 2026")]),
    ("tac-gia", &["ct-dac-khu"], &[Before("trich-yeu", "CỦA BAN THƯỜNG VỤ ĐẢNG ỦY", same)]),
    ("thu-truong", &["cv-tuyen-giao"], &[Drop("quyen-han"), Set("chuc-vu", "TRƯỞNG BAN")]),
    ("pho-van-phong", &["ttr-van-phong"], &[Before("chuc-vu", "K/T CHÁNH VĂN PHÒNG", |line| Line { name: "quyen-han", bold: true, ..line }), Set("chuc-vu", "PHÓ CHÁNH VĂN PHÒNG")]),
    ("quyen-truong-ban", &["hd-to-chuc"], &[Set("chuc-vu", "Q. TRƯỞNG BAN")]),
    ("giam-doc", &["ttr-van-phong"], &[Set("co-quan", "TRUNG TÂM CHÍNH TRỊ"), Set("so", "Số 31-TTr/TTCT"), Set("chuc-vu", "GIÁM ĐỐC"), Set("luu", "- Lưu Trung tâm Chính trị.")]),
    ("thuong-truc", &["nq-phuong"], &[Set("chuc-vu", "PHÓ BÍ THƯ THƯỜNG TRỰC")]),
    ("ban-chap-hanh", &["nq-phuong"], &[Set("quyen-han", "T/M BAN CHẤP HÀNH")]),
    ("khong-ten", &["kl-thanh-uy"], &[Set("ho-ten", "")]),
    ("ten-ba-na", &["bc-buon"], &[Set("ho-ten", "H'Bia Kbuôr")]),
    ("ten-kh-me", &["qd-huyen"], &[Set("ho-ten", "Thạch Sa Rươne")]),
    ("ten-bac-si", &["ctr-uy-ban"], &[Set("ho-ten", "Bá Tiến Sĩ")]),
    ("dia-danh-xa", &["ttr-van-phong"], &[Set("ngay", "Xã Bắc Lãng, ngày 06 tháng 8 năm 2026")]),
    ("dia-danh-gach", &["kl-thanh-uy"], &[Set("ngay", "Ka Đô - Pró, ngày 27 tháng 8 năm 2026")]),
    ("uy-cach-cu", &["bb-bo-phan"], &[Look("co-quan", |line| line.text = line.text.replace("ỦY", "UỶ")), Look("quyen-han", |line| line.text = line.text.replace("ỦY", "UỶ"))]),
    ("doan-kiem-tra", &["tb-kiem-tra"], &[Swap("than", "kiểm tra tài chính đảng tại sáu đảng bộ xã", "cử 03 đoàn, mỗi đoàn 4-5 đồng chí, kiểm tra 1/3 số đảng bộ xã")]),
    ("so-nha-nuoc", &["ct-dac-khu"], &[Swap("than", "mùa mưa bão năm nay", "theo Nghị định số 38/2024/NĐ-CP và Công điện số 7/CĐ-TTg của Thủ tướng Chính phủ, mùa mưa bão năm nay")]),
    ("khoan", &["qdinh-thi-uy"], &[Swap("than", "Mỗi cấp ủy viên", "1.1. Theo điểm 2.3 và bảng 1.2, mỗi cấp ủy viên")]),
    ("thang-nam", &["hd-to-chuc"], &[Swap("than", "trong tháng 02/2022", "từ tháng 02 đến tháng 3 năm 2022 (quý I/2022)")]),
    ("ngay-le", &["kl-thanh-uy"], &[Swap("than", "trong sáu tháng", "từ dịp kỷ niệm 30/4 và 01/5 đến hết năm")]),
    ("ty-so", &["nq-phuong"], &[Swap("than", "64 chi bộ", "64/64 chi bộ, 5/8 khu phố")]),
    ("gio", &["bb-bo-phan"], &[Swap("than", "10 giờ 30 phút", "10 giờ 30")]),
    ("ten-rieng", &["qc-cong-ty"], &[Set("trich-yeu", "Đại hội đại biểu Đảng bộ Công ty")]),
    ("noi-gui-dai", &["cv-quan-su"], &[Set("noi-gui", "- Thường trực các huyện ủy, thị ủy, thành ủy,")]),
    ("noi-nhan-dai", &["kl-thanh-uy"], &[Swap("noi-nhan", "Các đảng ủy trực thuộc", "Ban Chỉ đạo Trung ương (B/c)")]),
];

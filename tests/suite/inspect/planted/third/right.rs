//! What is right in the third set although it looks otherwise. Not for mistakes ([`super::head`]).

use crate::inspect::planted::change::Change::{self, After, Before, Drop, Look, Set, Swap};
use crate::inspect::planted::sheet::Line;

/// What a document may have, or have otherwise.
#[rustfmt::skip]
pub(in crate::inspect::planted) const RIGHT: &[(&str, &[&str], &[Change])] = &[
    ("hoa-toc", &["cv-vptu"], &[After("trich-yeu", "HỎA TỐC", |line| Line { bold: true, italic: false, size: 14.0, ..line })]),
    ("khan-cong-van", &["cv-khu-pho"], &[After("trich-yeu", "KHẨN", |line| Line { bold: true, italic: false, size: 14.0, ..line })]),
    ("du-thao-khan", &["kl-tinh"], &[After("so", "Dự thảo lần 7", |line| Line { italic: true, ..line })]),
    ("trich-yeu-khan", &["cv-khu-pho"], &[Set("trich-yeu", "về việc khẩn trương sửa loa")]),
    ("trich-yeu-gap", &["ct-huyen"], &[Set("trich-yeu", "về khẩn trương khắc phục hậu quả hạn hán")]),
    ("q-chu-nhiem", &["hd-ubkt"], &[Set("chuc-vu", "Q. CHỦ NHIỆM")]),
    ("pho-giam-doc", &["cv-vptu"], &[Set("co-quan", "TRUNG TÂM LƯU TRỮ"), Set("so", "Số 1207-CV/TTLT"), Set("quyen-han", "K/T GIÁM ĐỐC"), Set("chuc-vu", "PHÓ GIÁM ĐỐC"), Set("luu", "- Lưu Trung tâm.")]),
    ("ban-chi-dao", &["kh-cao-su"], &[Set("quyen-han", "T/M BAN CHẤP HÀNH")]),
    ("dang-uy-cong-ty", &["kh-cao-su"], &[Set("quyen-han", "T/M ĐẢNG ỦY")]),
    ("doan-kiem-tra", &["hd-ubkt"], &[Set("quyen-han", "T/M ĐOÀN KIỂM TRA"), Set("chuc-vu", "TRƯỞNG ĐOÀN")]),
    ("t-l-truong-phong", &["ttr-btc"], &[Set("quyen-han", "T/L TRƯỞNG BAN"), Set("chuc-vu", "TRƯỞNG PHÒNG")]),
    ("ten-xo-dang", &["bc-cong-an-xa"], &[Set("ho-ten", "Y Pút Mlô")]),
    ("ten-ong", &["kl-tinh"], &[Set("ho-ten", "Ông Ích Đạt")]),
    ("ten-co", &["ct-huyen"], &[Set("ho-ten", "Cổ Tấn Anh")]),
    ("ten-mot-chu", &["bc-cong-an-xa"], &[Set("ho-ten", "A H'Ning")]),
    ("dia-danh-so", &["cv-khu-pho"], &[Set("ngay", "Phường 7, ngày 13 tháng 6 năm 2026"), Set("cap-tren", "ĐẢNG BỘ PHƯỜNG 7")]),
    ("dia-danh-phay", &["kh-cao-su"], &[Set("ngay", "TP. Huế, ngày 15 tháng 01 năm 2027")]),
    ("so-lieu", &["kl-tinh"], &[Swap("than", "21/21 chỉ tiêu", "1,5 lần kế hoạch, 12,345 triệu tấn, 21/21 chỉ tiêu")]),
    ("muc", &["hd-ubkt"], &[Swap("than", "bảy loại giấy tờ", "bảy loại giấy tờ nêu tại mục 2.1 và 3.15 của Quy trình")]),
    ("van-ban-khac", &["ct-huyen"], &[Swap("than", "giá xuống thấp", "theo Báo cáo số 7/BC-PNN và Công văn số 3 /UBND-KT, giá xuống thấp")]),
    ("nam", &["tb-phuong"], &[Swap("than", "trả 350 hồ sơ", "năm 2025 hộ dân nộp, năm 2026 trả 350 hồ sơ")]),
    ("ngay-le", &["nq-tram-y-te"], &[Swap("than", "trong đợt nắng nóng", "dịp 19/5 và trong ba tháng 6, 7, 8")]),
    ("gio", &["cv-khu-pho"], &[Swap("than", "vào tối ngày 20/6/2026", "từ 19 giờ 30 đến 21 giờ ngày 20/6/2026")]),
    ("khong-lanh-dao", &["cv-vptu"], &[Drop("quyen-han"), Set("chuc-vu", "CHÁNH VĂN PHÒNG")]),
    ("tac-gia", &["kl-tinh"], &[Before("trich-yeu", "CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", |line| line)]),
    ("uy", &["qd-xa"], &[Look("noi-nhan", |line| line.text = line.text.replace("ủy", "uỷ"))]),
];

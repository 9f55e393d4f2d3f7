//! What is right in the fourth set although it looks otherwise. Not for mistakes ([`super::slips`]).

use crate::inspect::planted::change::Change::{self, After, Before, Drop, Set, Swap};
use crate::inspect::planted::sheet::Line;

/// What a document may have, or have otherwise.
#[rustfmt::skip]
pub(in crate::inspect::planted) const RIGHT: &[(&str, &[&str], &[Change])] = &[
    ("hoa-toc-uy-cu", &["nq-quan-uy"], &[After("so", "HOẢ TỐC", |line| Line { bold: true, ..line })]),
    ("du-thao", &["ctr-tinh"], &[After("so", "Dự thảo lần 12", |line| Line { italic: true, ..line })]),
    ("chua-co", &["kh-bo-phan"], &[Set("so", "Số …-KH/ĐU"), Set("ngay", "Lương Sơn, ngày … tháng 01 năm 2027")]),
    ("pho-ban", &["ttr-dan-van"], &[Before("chuc-vu", "K/T TRƯỞNG BAN", |line| Line { name: "quyen-han", bold: true, ..line }), Set("chuc-vu", "PHÓ TRƯỞNG BAN THƯỜNG TRỰC")]),
    ("q-truong-ban", &["cv-noi-chinh"], &[Set("chuc-vu", "Q. TRƯỞNG BAN")]),
    ("btv", &["ctr-tinh"], &[Set("quyen-han", "T/M BAN THƯỜNG VỤ")]),
    ("khong-chuc-danh", &["kh-bo-phan"], &[Set("ho-ten", "")]),
    ("ten-dan-toc", &["qd-bien-phong"], &[Set("ho-ten", "Ksor H'Bơ Khăp")]),
    ("ten-dai-ta", &["tb-ubkt-huyen"], &[Set("ho-ten", "Đại Văn Tá")]),
    ("dia-danh-hai", &["cv-noi-chinh"], &[Set("ngay", "Quận 3, ngày 01 tháng 7 năm 2026")]),
    ("so-lieu", &["nq-quan-uy"], &[Swap("than", "1.200 hộ", "hơn 1.200/2.400 hộ (50,0%), bình quân 1,25 tỷ đồng/hộ, hệ số 1,125 và")]),
    ("nam", &["bc-mat-tran"], &[Swap("than", "còn sơ sài", "còn sơ sài (mục 1.1, 2.10 sổ tay, trang 2024 và 2025)")]),
    ("van-ban", &["cv-ubnd"], &[Swap("than", "Đề nghị các chi bộ", "Theo Công văn số 9/BNV-TL và Quyết định số 12/2025/QĐ-TTg, đề nghị các chi bộ")]),
    ("ngay", &["kh-bo-phan"], &[Swap("than", "trong hai ngày", "ngày 20 và 21/01/2027, từ 7 giờ 30 đến 11 giờ")]),
    ("khong-so-lieu", &["ctr-tinh"], &[Swap("than", "hai nhà máy", "02 nhà máy (giai đoạn 2026 - 2028 và 2029 - 2030)")]),
    ("nhan-nhieu", &["ctr-tinh"], &[Set("noi-nhan", "- Văn phòng Trung ương Đảng và các ban đảng Trung ương (để báo cáo);")]),
    ("huyen-lao", &["tb-ubkt-huyen"], &[Set("cap-tren", "HUYỆN ỦY TU MƠ RÔNG"), Set("ngay", "Tu Mơ Rông, ngày 09 tháng 10 năm 2024")]),
    ("chi-bo-dn", &["kh-bo-phan"], &[Set("co-quan", "CHI BỘ NÔNG TRƯỜNG 716"), Set("so", "Số 06-KH/CB"), Set("quyen-han", "T/M CHI BỘ"), Set("luu", "- Lưu Chi bộ.")]),
    ("trich-yeu-so", &["nq-quan-uy"], &[Set("trich-yeu", "12 nhiệm vụ trọng tâm năm 2023")]),
    ("luu-vp-ubkt", &["tb-ubkt-huyen"], &[Set("luu", "- Lưu Văn phòng, hồ sơ vụ việc.")]),
    ("bo-cong-doan", &["cv-ubnd"], &[Drop("noi-gui"), After("kinh-gui", "- Các chi bộ trực thuộc.", |line| Line { name: "noi-gui", italic: false, indent: [62.0, 0.0], before: 0.0, ..line })]),
];

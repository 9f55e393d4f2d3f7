//! The shapes of a plan's figures and targets. Not for what returns say of them ([`super::returns`]).

use super::shape::Shape;
use crate::model::limits::{AMOUNT_DECIMALS, YEARS};

/// A figure of a plan.
#[must_use]
pub(crate) fn figure() -> Shape {
    let kinds = [
        ("thoi-diem", "số tại ngày chốt"),
        ("trong-nam", "cộng dồn từ 01/01"),
        ("luy-ke", "cộng dồn từ đầu giai đoạn"),
        ("co-khong", "có hoặc không"),
        ("cong-nhan", "quyết định công nhận, ghi ở thư mục don-vi"),
    ];
    let source = [("bat-buoc", "phải ghi nguồn"), ("tuy-chon", "không cần ghi nguồn")];
    Shape::object([
        ("ma", Shape::id().told("Mã, cũng là khóa trong so_lieu của tệp báo cáo.").required()),
        ("ten", Shape::line().told("Tên in trong phụ lục.")),
        ("don_vi_tinh", Shape::line().told("Đơn vị tính: người, lượt, triệu đồng …")),
        ("loai", words(kinds).told("Cách tính số liệu.").required()),
        ("le", Shape::integer(0, i64::from(AMOUNT_DECIMALS)).told("Số chữ số phần lẻ.")),
        ("khong_qua", ids().told("Không lớn hơn số liệu này, hoặc số liệu nào trong danh sách.")),
        ("tong_cua", ids().told("Phải bằng tổng các số liệu này.")),
        ("duoc_bang_0", Shape::flag().told("Số 0 là bình thường dù là mẫu số.")),
        ("it_bien_dong", Shape::flag().told("Đổi quá 5% so với quý trước thì cảnh báo.")),
        ("nguon", words(source).told("Có phải ghi nguồn không.")),
        ("tuy_chon", Shape::flag().told("Không có cũng không cảnh báo.")),
        ("bao_cao_boi", ids().told("Chỉ các đơn vị này báo cáo.")),
        ("ap_dung", applies().told("Chỉ các đơn vị thuộc loại này báo cáo.")),
        (
            "trong_so",
            Shape::id().told("Số liệu làm trọng số, khi số liệu này là tỷ lệ, bình quân."),
        ),
    ])
}

/// A target of a plan.
#[must_use]
pub(crate) fn target() -> Shape {
    let sorts = [
        ("ty_so", "tử số chia mẫu số"),
        ("dem_don_vi", "đếm đơn vị đạt"),
        ("gia_tri", "cộng các số liệu"),
        ("dinh_tinh", "không có con số phải đạt"),
    ];
    let modes = [("dat", "phải đạt"), ("duy_tri", "phải giữ suốt giai đoạn")];
    let printed = [("ty_so", "in giá trị"), ("dem_dat", "in thêm số đơn vị đạt")];
    Shape::object([
        ("ma", Shape::id().told("Mã chỉ tiêu.").required()),
        (
            "ten",
            Shape::line()
                .told("Cụm danh từ, là chủ ngữ của câu và tên hàng trong bảng.")
                .required(),
        ),
        ("ten_ngan", Shape::line().told("Tên cho cột hẹp ở phụ lục.")),
        ("loi_van", Shape::line().told("Nguyên văn kế hoạch.").required()),
        ("kieu", words(sorts).told("Không ghi thì là ty_so.")),
        ("tu_so", ids().told("Mã số liệu, hoặc danh sách được cộng lại.")),
        ("mau_so", ids().told("Mã số liệu, hoặc danh sách được cộng lại.")),
        (
            "nhan",
            Shape::integer(0, i64::from(u32::MAX)).told("Nhân với bao nhiêu; không ghi thì 100."),
        ),
        ("dem", Shape::id().told("Với dem_don_vi: số liệu được đếm.")),
        ("don_vi_tinh", Shape::line().told("Đơn vị của giá trị: \"%\".")),
        ("cap_danh_gia", Shape::line().told("Cấp mà kế hoạch đặt chỉ tiêu.")),
        ("che_do", words(modes).told("Phải đạt, hay phải giữ.")),
        ("dich", Shape::list(goal()).told("Mức phải đạt; văn bản sau thêm một mục.")),
        ("lo_trinh", Shape::keyed("^[0-9]{4}$", Shape::number()).told("Mức từng năm.")),
        ("ap_dung", applies().told("Chỉ áp dụng cho loại đơn vị này.")),
        ("tong_hop", Shape::one_or_list(words(printed)).told("Báo cáo tổng hợp in gì.")),
        ("trong_nhiem_vu", Shape::id().told("Nhóm nhiệm vụ có chỉ tiêu này.")),
        ("duoc_vuot_100", Shape::flag().told("Tỷ lệ vượt 100% là bình thường.")),
        ("quy_uoc", Shape::anything().told("Để ghi nhớ, không in.")),
        ("ghi_chu", Shape::anything().told("Để ghi nhớ, không in.")),
    ])
}

/// Which kinds of unit something is about.
fn applies() -> Shape {
    Shape::object([(
        "loai",
        Shape::one_or_list(Shape::line()).told("Loại đơn vị, như loai ở don_vi."),
    )])
}

fn goal() -> Shape {
    let marks = [
        (">", "trên"),
        (">=", "từ … trở lên"),
        ("=", "đúng bằng; 100%, mỗi, tất cả"),
        ("<", "dưới"),
        ("<=", "không quá"),
        ("trong", "trong khoảng tu đến den"),
    ];
    Shape::object([
        ("dau", words(marks).told("So với mức thế nào.").required()),
        ("gia_tri", Shape::number().told("Mức phải đạt.")),
        ("tu", Shape::number().told("Với trong: mức dưới.")),
        ("den", Shape::number().told("Với trong: mức trên.")),
        ("vuot_van_dat", Shape::flag().told("Vượt mức trên vẫn là đạt.")),
        ("nam", year().told("Năm phải đạt.")),
        ("tu_ngay", Shape::date().told("Áp dụng từ ngày này.")),
        ("can_cu", Shape::line().told("Văn bản đặt mức này.")),
    ])
}

/// A year of a plan.
pub(super) fn year() -> Shape {
    Shape::integer(i64::from(*YEARS.start()), i64::from(*YEARS.end()))
}

/// A word of a few, each with its meaning.
pub(super) fn words<const N: usize>(words: [(&'static str, &str); N]) -> Shape {
    Shape::keyword(words.map(|(word, meaning)| (word, meaning.to_owned())))
}

fn ids() -> Shape {
    Shape::one_or_list(Shape::id())
}

/// From when to when something is in force.
pub(super) fn validity() -> [(&'static str, Shape); 2] {
    [
        ("tu", Shape::date().told("Ngày đầu có hiệu lực.")),
        ("den", Shape::date().told("Ngày cuối có hiệu lực.")),
    ]
}

//! The shape of `ke-hoach.yaml`: the same for every plan. Not for targets and figures in it
//! ([`super::plan_parts`]) or what it says of its reports beyond the calendar ([`super::plan_forms`]).

use super::plan_forms::{deadline, forms, outlines, phase, time, watched_word};
use super::plan_parts::{figure, target, validity, year};
use super::shape::Shape;
use crate::model::limits::RATIO_DECIMALS;

/// The schema of a plan.
#[must_use]
pub(crate) fn plan() -> Shape {
    Shape::object([
        ("ma", Shape::id().told("Mã hồ sơ, trùng tên thư mục.").required()),
        ("ten", Shape::line().told("Tên hồ sơ.").required()),
        ("trich_yeu", subject().required()),
        ("giai_doan", years().required()),
        ("nam_goc", year().told("Năm gốc để so sánh; số liệu đặt ở thư mục quý IV của năm đó.")),
        (
            "cap_tong_hop",
            Shape::line()
                .told("Cấp của báo cáo tổng hợp; chỉ tiêu cấp này chỉ đánh giá ở đó, ví dụ huyen."),
        ),
        (
            "goi_chung",
            Shape::line().told("Cách gọi chung các đơn vị, ví dụ xã, thị trấn.").required(),
        ),
        (
            "toan_dia_ban",
            Shape::line().told("Cách gọi cả địa bàn trong câu, ví dụ toàn huyện.").required(),
        ),
        ("dem_hai_chu_so", Shape::flag().told("Số đếm nhỏ viết hai chữ số; không ghi thì có.")),
        (
            "chu_so_le",
            Shape::integer(0, i64::from(RATIO_DECIMALS))
                .told("Số chữ số lẻ của tỷ lệ; không ghi thì 2."),
        ),
        ("muc_tieu_chung", Shape::text().told("Mục tiêu chung, nguyên văn; in ở báo cáo năm.")),
        ("tu_ngu", Shape::list(watched_word()).told("Từ cần xem lại trong lời văn.")),
        ("can_cu", documents().told("Văn bản dẫn ở câu mở đầu, cấp cao trước.")),
        ("lich_bao_cao", calendar().required()),
        ("tong_ket", Shape::list(phase()).told("Các giai đoạn được tổng kết bằng một báo cáo.")),
        ("de_cuong", outlines()),
        ("bieu_mau", forms()),
        ("ban_hanh", super::issuing::issuing().required()),
        ("trach_nhiem", Shape::list(duty()).told("Cơ quan có nhiệm vụ theo kế hoạch; để tra cứu.")),
        ("kien_nghi", Shape::list(addressee()).told("Các cấp nhận kiến nghị, theo thứ tự in.")),
        ("don_vi", Shape::list(unit()).told("Các đơn vị, theo thứ tự quen dùng.").required()),
        ("so_lieu", Shape::list(figure()).told("Các số liệu phải báo cáo.").required()),
        ("chi_tieu", Shape::list(target()).told("Các chỉ tiêu, theo thứ tự kế hoạch.").required()),
        (
            "nhiem_vu",
            Shape::list(task()).told("Các nhóm nhiệm vụ, đúng thứ tự và lời văn của kế hoạch."),
        ),
    ])
    .named("Kế hoạch được theo dõi")
}

/// A list of cited or issued documents.
#[must_use]
pub(crate) fn documents() -> Shape {
    let day = Shape::pattern("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", "2024-01-26");
    Shape::list(Shape::object([
        ("loai", Shape::line().told("Chỉ thị, Kế hoạch, Công văn …").required()),
        ("so", Shape::line().told("Số và ký hiệu; chưa có thì để trống.")),
        ("ngay", day.told("Ngày văn bản; chưa rõ ngày thì ghi năm-tháng.")),
        ("co_quan", Shape::line().told("Cơ quan ban hành.")),
        ("trich_yeu", Shape::line().told("Bắt đầu bằng chữ thường, thường là «về …».")),
    ]))
}

fn years() -> Shape {
    Shape::object([
        ("tu", year().told("Năm đầu.").required()),
        ("den", year().told("Năm cuối.").required()),
    ])
    .told("Năm đầu và năm cuối của kế hoạch.")
}

fn subject() -> Shape {
    Shape::object([
        (
            "don_vi",
            Shape::line()
                .told("Cho báo cáo của từng đơn vị; {loai}, {ten} là của đơn vị.")
                .required(),
        ),
        ("tong_hop", Shape::line().told("Cho báo cáo tổng hợp.").required()),
    ])
    .told("Báo cáo về việc gì.")
}

fn calendar() -> Shape {
    let due = Shape::object([
        (
            "loai",
            Shape::id()
                .told("Loại báo cáo: quy, 6-thang, 9-thang, nam, hoặc loại tự thêm.")
                .required(),
        ),
        ("han_nop", deadline()),
        ("lan", time()),
    ]);
    Shape::object(["Q1", "Q2", "Q3", "Q4"].map(|quarter| {
        let told = format!("Báo cáo của quý {}.", &quarter[1..]);
        (quarter, Shape::list(due.clone()).told(&told))
    }))
    .told("Báo cáo phải lập trong mỗi quý.")
}

fn duty() -> Shape {
    Shape::object([
        ("co_quan", Shape::line().told("Cơ quan có nhiệm vụ.").required()),
        ("nhiem_vu", Shape::text().told("Nhiệm vụ theo kế hoạch.")),
        ("trong_noi_nhan", Shape::flag().told("Có tên trong nơi nhận của kế hoạch.")),
    ])
}

fn addressee() -> Shape {
    Shape::object([
        ("ma", Shape::id().told("Mã, cũng là khóa trong kien_nghi của tệp báo cáo.").required()),
        ("ten", Shape::line().told("Đề mục khi in: Đối với tỉnh.").required()),
    ])
}

fn task() -> Shape {
    Shape::object([
        ("ma", Shape::id().told("Mã, cũng là khóa trong nhiem_vu của tệp báo cáo.").required()),
        ("ten", Shape::line().told("Nguyên văn kế hoạch.").required()),
        ("noi_dung", Shape::anything().told("Để tra cứu, không in.")),
    ])
}

fn unit() -> Shape {
    let predecessor = Shape::either([
        Shape::object([
            ("ho_so", Shape::id().told("Hồ sơ có số liệu của đơn vị cũ.").required()),
            ("ma", Shape::id().told("Mã của đơn vị cũ trong hồ sơ đó.").required()),
        ]),
        Shape::object([(
            "ngoai",
            Shape::line().told("Tên đơn vị cũ mà số liệu không có ở đây.").required(),
        )]),
    ]);
    Shape::object([
        ("ma", Shape::id().told("Mã, cũng là tên tệp báo cáo.").required()),
        (
            "loai",
            Shape::line().told(
                "Cấp của đơn vị, viết thường; hàng cấp trên không cần. Ví dụ xã, phường, thị trấn.",
            ),
        ),
        ("ten", Shape::line().told("Tên riêng, không kèm cấp.").required()),
        ("dia_danh", Shape::line().told("Địa danh ghi trước ngày; không ghi thì lấy ten.")),
        ("cap", Shape::keyword([("tren", "hàng cấp trên: chỉ góp số liệu".to_owned())]).told("Chỉ ghi cho hàng cấp trên.")),
        ("hieu_luc", Shape::object(validity()).told("Thời gian đơn vị tồn tại.")),
        (
            "stt",
            Shape::integer(0, i64::from(u32::MAX))
                .told("Số thứ tự, khi khác thứ tự của danh sách."),
        ),
        ("ke_thua", Shape::list(predecessor).told("Các đơn vị hợp thành của đơn vị mới.")),
        ("ma_dvhc", Shape::line().told("Mã của cơ quan thống kê.")),
        ("nhom", Shape::anything().told("Các đơn vị cùng nhóm đứng cạnh nhau trong bảng của báo cáo tổng hợp, kèm hàng cộng.")),
        ("ten_khac", Shape::anything().told("Để ghi nhớ, không in.")),
    ])
}

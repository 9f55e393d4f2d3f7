//! The shape of a plan's `ban_hanh`: who issues and signs. Not for the rest of the plan ([`super::plan`]).

use super::plan_parts::{validity, words};
use super::shape::Shape;

/// Who issues the units' reports and the area's.
#[must_use]
pub(crate) fn issuing() -> Shape {
    Shape::object([
        ("don_vi", Shape::list(issuer()).told("Cho báo cáo của từng đơn vị.").required()),
        ("tong_hop", Shape::list(issuer()).told("Cho báo cáo tổng hợp.").required()),
    ])
    .told("Cơ quan ban hành, ký hiệu, người ký, nơi nhận; mục khớp sau cùng được dùng trọn vẹn.")
}

fn issuer() -> Shape {
    let always = [
        ("loai", lines().told("Chỉ dùng cho các loại báo cáo này.")),
        ("cap_tren", Shape::line().told("Dòng cơ quan cấp trên.")),
        (
            "co_quan",
            lines()
                .told("Cơ quan ban hành; {loai} {ten} là của đơn vị. Liên tịch: danh sách, cơ quan chủ trì trước.")
                .required(),
        ),
        (
            "ten_day_du",
            Shape::line().told("Tên cơ quan khi viết trong câu; không ghi thì lấy co_quan."),
        ),
        ("ky_hieu", Shape::line().told("Ký hiệu sau số: BC/ĐU.").required()),
        (
            "nhiem_ky",
            Shape::line().told("Nhiệm kỳ của cấp ủy, ví dụ 2020-2025: số văn bản chạy liên tục trong nhiệm kỳ; cần khi cấp số bằng baocao issue."),
        ),
        (
            "dia_danh",
            Shape::line().told("Địa danh trước ngày; {dia_danh} là của đơn vị.").required(),
        ),
        (
            "nguoi_ky",
            Shape::one_or_list(signer()).told("Liên tịch: danh sách, người chủ trì trước.").required(),
        ),
        (
            "noi_nhan",
            Shape::list(Shape::line()).told("Mỗi nơi một dòng, dòng lưu để cuối.").required(),
        ),
    ];
    Shape::object(validity().into_iter().chain(always).chain(extra()))
}

fn signer() -> Shape {
    Shape::object([
        ("quyen_han", Shape::line().told("T/M BAN THƯỜNG VỤ; ký trực tiếp thì bỏ.")),
        (
            "chuc_vu",
            lines()
                .told("BÍ THƯ, TRƯỞNG BAN …; kiêm nhiệm: danh sách ba dòng, giữa là kiêm.")
                .required(),
        ),
        ("ho_ten", Shape::line().told("Để trống thì chừa chỗ.")),
    ])
}

/// What not every document bears.
fn extra() -> [(&'static str, Shape); 9] {
    let urgencies = [("khan", "KHẨN"), ("thuong-khan", "THƯỢNG KHẨN"), ("hoa-toc", "HỎA TỐC")];
    let circulations = [
        ("noi-bo", "LƯU HÀNH NỘI BỘ"),
        ("hoi-nghi", "TÀI LIỆU HỘI NGHỊ"),
        ("thu-hoi", "TÀI LIỆU THU HỒI"),
        ("tra-lai", "XEM XONG TRẢ LẠI"),
    ];
    [
        ("tac_gia", Shape::line().told("Dòng tác giả dưới tên loại: của Ban Thường vụ …")),
        ("khan", words(urgencies).told("Độ khẩn.")),
        ("luu_hanh", words(circulations).told("Chỉ dẫn lưu hành.")),
        ("khong_pho_bien", Shape::flag().told("Có dòng không phổ biến ở cuối trang cuối (ô 11a).")),
        ("du_thao", Shape::integer(1, i64::from(u8::MAX)).told("Dự thảo lần thứ mấy.")),
        ("soan_thao", Shape::line().told("Ký hiệu người soạn thảo và số bản.")),
        ("lien_he", Shape::line().told("Dòng liên hệ ở cuối trang cuối.")),
        ("can_cu_rieng", Shape::flag().told("Viết căn cứ thành từng đoạn trước nội dung.")),
        ("hai_mat", Shape::flag().told("In hai mặt.")),
    ]
}

fn lines() -> Shape {
    Shape::one_or_list(Shape::line())
}

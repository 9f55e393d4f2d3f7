//! What a plan says of its reports beyond the calendar: words to look at twice, the phases it closes, the superior's own
//! outlines and forms. Not for the plan's other keys ([`super::plan`]).

use super::shape::Shape;
use crate::model::limits::LAST_TIME;
use crate::model::names::CLOSING;

/// `tu_ngu`: a word to look at twice.
#[must_use]
pub(crate) fn watched_word() -> Shape {
    Shape::object([
        ("viet", Shape::line().told("Từ cần xem lại; gặp trong lời văn thì cảnh báo.").required()),
        ("nen", Shape::line().told("Nên viết thế nào.")),
        ("ly_do", Shape::line().told("Vì sao.")),
    ])
}

/// `tong_ket`: a phase that is closed by a report.
#[must_use]
pub(crate) fn phase() -> Shape {
    Shape::object([
        (
            "ma",
            Shape::id()
                .told("Mã giai đoạn, cũng là tên thư mục chứa lời văn, ví dụ tong-ket-2024-2025.")
                .required(),
        ),
        ("ten", Shape::line().told("Tên giai đoạn khi in; không ghi thì lấy các năm.")),
        ("loai", Shape::id().told(&format!("Loại báo cáo; không ghi thì {CLOSING}."))),
        ("tu", Shape::period().told("Kỳ đầu.").required()),
        ("den", Shape::period().told("Kỳ cuối; số liệu tổng kết lấy ở kỳ này.").required()),
        ("han_nop", deadline()),
    ])
}

/// `de_cuong`: the superior's outline of a kind of report.
#[must_use]
pub(crate) fn outlines() -> Shape {
    let outline = Shape::object([
        ("muc", Shape::list(Shape::line()).told("Các mục, theo thứ tự; không ghi thì như sẵn có.")),
        ("de_muc", headings().told("Tên đề mục theo lời của cấp trên.")),
    ]);
    by_kind(outline).told("Đề cương của cấp trên, theo loại báo cáo.")
}

/// `bieu_mau`: the superior's form of the table of targets, for a kind of report.
#[must_use]
pub(crate) fn forms() -> Shape {
    let form = Shape::object([
        ("cot", Shape::list(Shape::line()).told("Các cột, theo thứ tự; không ghi thì như sẵn có.")),
        ("ten_cot", headings().told("Tên cột theo lời của cấp trên.")),
        (
            "chi_tieu",
            Shape::list(Shape::id())
                .told("Thứ tự chỉ tiêu; chỉ tiêu không nêu đứng sau, theo kế hoạch."),
        ),
    ]);
    by_kind(form).told("Biểu mẫu của cấp trên, theo loại báo cáo.")
}

fn by_kind(value: Shape) -> Shape {
    Shape::keyed("^[a-z0-9][a-z0-9_-]{0,39}$", value)
}

/// Words under keys of the phrase bank.
fn headings() -> Shape {
    Shape::keyed("^.+$", Shape::line())
}

/// Which time somebody is reminded.
#[must_use]
pub(crate) fn time() -> Shape {
    Shape::integer(1, LAST_TIME.into()).told(
        "Công văn đôn đốc lần thứ mấy; không ghi là lần đầu. Từ lần 2, lời văn thúc giục hơn.",
    )
}

/// Month and day something is due.
#[must_use]
pub(crate) fn deadline() -> Shape {
    Shape::pattern("^[0-9]{1,2}-[0-9]{1,2}$", "03-20").told("Hạn nộp, tháng-ngày.")
}

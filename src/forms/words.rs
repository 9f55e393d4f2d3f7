//! What a form says around its cells: titles, heads of columns, how to fill it in. Not for the plan's own words.

use super::columns::Column;
use super::content::{FormRow, FormSet};
use crate::model::figure::{Figure, FigureKind};
use crate::model::period::Period;
use crate::model::unit::Unit;
use crate::yaml::slips::date::period_meant;

/// The hidden word of the line with the unit.
pub(crate) const UNIT: &str = "don_vi";
/// The hidden word of the line with the period.
pub(crate) const PERIOD: &str = "ky";
/// The hidden word of the line with the as-of date.
pub(crate) const AS_OF: &str = "chot_den";
/// What the line with the as-of date begins with.
pub(crate) const AS_OF_BEGINS: &str = "Số liệu tính đến ngày";
/// What stands before the as-of date.
pub(crate) const AS_OF_LINE: &str =
    "Số liệu tính đến ngày (ngày chốt, điền ở ô vàng bên phải, ví dụ 15/3/2025):";
/// What to do, in a line.
pub(crate) const HOW: &str =
    "Chỉ điền ô nền vàng; chưa có số thì để trống; không phát sinh thì chọn «không phát sinh».";
/// How documents are listed.
pub(crate) const DOCUMENTS: &str =
    "Văn bản đơn vị đã ban hành trong kỳ, mỗi văn bản một hàng; không có thì để trống.";
/// The mark of an estimate.
pub(crate) const ESTIMATE: &str = "x";
/// What is said of a recognition.
pub(crate) const RECOGNITION: &str = "Gửi kèm quyết định công nhận";
/// What stands before the unit's name.
const OF_UNIT: &str = "Đơn vị:";
/// What stands before the period.
const OF_PERIOD: &str = "Kỳ số liệu:";

/// The line with the unit.
#[must_use]
pub(crate) fn unit(unit: &Unit) -> String {
    format!("{OF_UNIT} {}", unit.full_name())
}

/// The line with the period.
#[must_use]
pub(crate) fn period(set: &FormSet<'_>) -> String {
    let due = set.deadline.as_ref().map_or(String::new(), |due| format!(" (hạn gửi: {due})"));
    format!("{OF_PERIOD} quý {}/{}{due}", set.period.roman(), set.period.year())
}

/// The unit a line names, if it is the line with the unit.
#[must_use]
pub(crate) fn told_unit(line: &str) -> Option<&str> {
    Some(line.trim().strip_prefix(OF_UNIT)?.trim())
}

/// The period a line names, if it is the line with the period and names one.
#[must_use]
pub(crate) fn told_period(line: &str) -> Option<Period> {
    let rest = line.trim().strip_prefix(OF_PERIOD)?;
    period_meant(rest.split('(').next()?.trim())
}

/// The head over earlier values: of which period they are, or would be if its return could be read.
#[must_use]
pub(crate) fn earlier(known: Option<Period>, unknown: Option<Period>) -> String {
    let quarter = |period: Period| format!("quý {}/{}", period.roman(), period.year());
    match (known, unknown) {
        (Some(period), _) => format!("Kỳ trước ({})", quarter(period)),
        (None, Some(period)) => format!("Kỳ trước ({}: chưa đọc được)", quarter(period)),
        (None, None) => "Kỳ trước (chưa có)".to_owned(),
    }
}

/// The head of a column.
#[must_use]
pub(crate) fn head(column: Column, earlier: &str) -> String {
    let head = match column {
        Column::Id => "Mã",
        Column::Number => "STT",
        Column::Name => "Số liệu",
        Column::Measure => "Đơn vị tính",
        Column::Counting => "Cách tính",
        Column::Earlier => earlier,
        Column::Value => "Kỳ này (điền)",
        Column::Check => "Kiểm tra",
        Column::Source => "Nguồn số liệu",
        Column::Reason => "Giải trình (nếu giảm, nếu bất thường)",
        Column::Estimate => "Số ước (đánh dấu x)",
        Column::Help => "Gợi ý",
        Column::Content => "Nội dung (điền)",
        Column::DocumentKind => "Loại văn bản",
        Column::DocumentNumber => "Số và ký hiệu",
        Column::DocumentDate => "Ngày ban hành",
        Column::DocumentSubject => "Trích yếu (về …)",
    };
    head.to_owned()
}

/// The column a visible head is of, whatever became of the hidden row.
#[must_use]
pub(crate) fn column_of(heading: &str) -> Option<Column> {
    let known = [
        Column::Number,
        Column::Measure,
        Column::Counting,
        Column::Value,
        Column::Check,
        Column::Source,
        Column::Reason,
        Column::Estimate,
        Column::Help,
        Column::Content,
        Column::DocumentKind,
        Column::DocumentNumber,
        Column::DocumentDate,
        Column::DocumentSubject,
    ];
    let heading = heading.trim();
    if heading.starts_with("Kỳ trước (") {
        return Some(Column::Earlier);
    }
    if matches!(heading, "Số liệu" | "Phần") {
        return Some(Column::Name);
    }
    known.into_iter().find(|column| head(*column, "") == heading)
}

/// A figure's name, with a mark where it may be left out.
#[must_use]
pub(crate) fn asked(row: &FormRow<'_>) -> String {
    if row.figure.optional {
        format!("{}{OPTIONAL}", row.figure.name)
    } else {
        row.figure.name.to_string()
    }
}

/// What stands behind the name of a figure that may be left out.
pub(crate) const OPTIONAL: &str = " (nếu có)";

/// How a figure is counted.
#[must_use]
pub(crate) fn counting(figure: &Figure) -> &'static str {
    match figure.kind {
        FigureKind::Stock => "Tại ngày chốt",
        FigureKind::YearToDate => "Cộng dồn từ 01/01",
        FigureKind::Cumulative => "Cộng dồn từ đầu kế hoạch",
        FigureKind::Fact => "Có hoặc không",
        FigureKind::Recognition => "Quyết định",
    }
}

/// How a form is filled in and sent back.
#[must_use]
pub(crate) fn help(set: &FormSet<'_>) -> Vec<String> {
    let due = set.deadline.as_ref().map_or_else(
        || "Điền xong thì gửi lại tệp này cho cơ quan theo dõi.".to_owned(),
        |due| format!("Điền xong thì gửi lại tệp này cho cơ quan theo dõi trước ngày {due}."),
    );
    [
        "CÁCH ĐIỀN",
        "1. Chỉ điền vào ô nền vàng ở các trang «Số liệu», «Văn bản», «Lời văn», kể cả ô ngày chốt số liệu ở đầu trang «Số liệu». Các ô khác đã khóa để khỏi sửa nhầm.",
        "2. Số viết liền, không dấu ngăn hàng nghìn: 4921. Số tiền có phần lẻ thì viết như máy đang dùng: 1250,5 hoặc 1250.5.",
        "3. Chưa có số liệu thì để trống ô. Không phát sinh thì chọn «không phát sinh». Bằng 0 thì ghi 0. Đừng ghi gạch ngang.",
        "4. Số «Cộng dồn từ 01/01» là số từ đầu năm đến ngày chốt, không phải số của riêng quý này.",
        "5. Cột «Kiểm tra» báo ngay chỗ chưa hợp lý. Số đúng là như vậy thì vẫn gửi, và ghi lý do ở cột «Giải trình».",
        "6. Nguồn số liệu đã ghi sẵn như kỳ trước; nguồn khác thì sửa.",
        "7. Chép từ tệp khác thì dán bằng «Dán giá trị» (Paste Values) để giữ khung của biểu.",
        "8. Lời văn: xuống dòng trong ô bằng Alt+Enter; mỗi ý một dòng, đầu dòng gõ dấu - và một dấu cách. Ô bắt đầu bằng dấu - thì gõ dấu nháy đơn (') trước dấu ấy.",
        "9. Số mới ước tính, chưa chốt thì đánh dấu x ở cột «Số ước». Văn bản đơn vị ban hành trong kỳ ghi ở trang «Văn bản», mỗi văn bản một hàng.",
        "10. Tỷ lệ ở trang «Tỷ lệ» do biểu tự tính từ số đã điền, không phải điền.",
        "11. Đừng thêm, xóa hàng cột, đừng đổi tên đơn vị hay kỳ; mỗi đơn vị, mỗi kỳ có biểu riêng.",
        &format!("12. {due}"),
    ]
    .map(str::to_owned)
    .into()
}

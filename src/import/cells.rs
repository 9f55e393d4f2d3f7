//! Reads one cell as the amount of a figure, in the words a YAML value is read with. Not for that reading itself
//! ([`crate::read::amounts`]).

use super::columns::{TableColumn, figure_column};
use super::footnotes::unmarked;
use super::measures::TableMeasure;
use super::problems::{CellProblem, ProblemKind};
use super::request::NumberStyle;
use super::table::{CellContent, CellPosition, SourceTable};
use super::text_numbers::Readings;
use crate::diagnostic::{Code, Finding};
use crate::model::exact::{Exact, in_steps, power_of_ten};
use crate::model::figure::{Figure, FigureKind};
use crate::model::number::{parse_decimal, typed};
use crate::model::returns::Amount;
use crate::read::amounts::amount;
use crate::vietnamese::nearest::fold;
use crate::yaml::fields::Sink;
use crate::yaml::tree::{Node, Value};

/// What a cell says: nothing if it is empty, which leaves a return as it is.
///
/// # Errors
/// What is wrong with the cell.
pub(crate) fn read(
    table: &SourceTable,
    place: CellPosition,
    column: &TableColumn<'_>,
    style: NumberStyle,
) -> Result<Option<Amount>, CellProblem> {
    let Some(cell) = table.cell(place) else { return Ok(None) };
    let reading = CellReading { table, place, figure: column.figure };
    if let Some((kind, problem, hint)) = unreadable(cell) {
        return Err(reading.problem(kind, &problem, hint));
    }
    let shown = cell.shown();
    if matches!(fold(&shown).as_str(), "khongphatsinh" | "kps") {
        return Ok(Some(Amount::NoneArose));
    }
    if column.figure.kind == FigureKind::Fact {
        let said = yes_or_no(&shown).map_or(shown, str::to_owned);
        return reading.typed(&said).map(Some);
    }
    let (text, factor) = reading.number(cell, column, style)?;
    let text = reading.in_plan(text, factor, column)?;
    reading.typed(&text).map(Some)
}

/// What a cell of a form says, whose figures stand in the plan's unit of measure.
///
/// # Errors
/// What is wrong with the cell.
pub(crate) fn of_form(
    table: &SourceTable,
    place: CellPosition,
    figure: &Figure,
) -> Result<Option<Amount>, Finding> {
    let column = figure_column(figure, place, Vec::new());
    read(table, place, &column, NumberStyle::Plain).map_err(|problem| {
        let finding = *problem.finding;
        match problem.kind {
            // What is said of a table's column is of no use for a cell.
            ProblemKind::TwoReadings => finding.hint(IN_A_FORM),
            _ => finding,
        }
    })
}

/// What is done about a text in a form that may be two numbers.
const IN_A_FORM: &str =
    "sửa ô ấy trong biểu: viết liền, không dấu ngăn hàng nghìn, ví dụ 15260; hoặc hỏi lại đơn vị";

/// A cell on its way to an amount.
struct CellReading<'a> {
    table: &'a SourceTable,
    place: CellPosition,
    figure: &'a Figure,
}

impl CellReading<'_> {
    /// The number of a cell as a return has it, and what it is multiplied by.
    fn number(
        &self,
        cell: &CellContent,
        column: &TableColumn<'_>,
        style: NumberStyle,
    ) -> Result<(String, Exact), CellProblem> {
        match cell {
            CellContent::Text(text) => Ok((self.text(text, style)?, column.factor)),
            CellContent::Formatted { shown, held, scale, words } => {
                self.formatted((shown, held), *scale, words, column)
            }
            cell => Ok((cell.shown(), column.factor)),
        }
    }

    /// A number typed as text.
    fn text(&self, text: &str, style: NumberStyle) -> Result<String, CellProblem> {
        let text = unmarked(text);
        let Some(readings) = Readings::of(text) else { return Ok(text.to_owned()) };
        match style {
            NumberStyle::Vietnamese => Ok(readings.vietnamese.unwrap_or_else(|| text.to_owned())),
            NumberStyle::Plain if readings.is_plain() => Ok(text.to_owned()),
            NumberStyle::Plain => Err(self.asked(text, &readings)),
        }
    }

    /// A text that may be two numbers; where a return would refuse it too, in the same words.
    fn asked(&self, text: &str, readings: &Readings) -> CellProblem {
        let accept = "nếu cả cột viết kiểu Việt Nam (dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ) thì thêm --so-viet";
        let shown = format!("«{text}» là {}", readings.told());
        let finding = if let Err(told) = self.typed(text) {
            let hint = told.finding.hint.clone().unwrap_or_default();
            told.finding.hint(format!("{hint}; {accept}"))
        } else {
            let message = format!("«{}»: {shown}", self.figure.id);
            let finding = Finding::new(Code::NotACount, message).at(&self.table.span(self.place));
            let hint = format!("{accept}; nếu không thì đổi ô thành số");
            finding.about(&self.figure.id).value(text).hint(hint)
        };
        CellProblem { kind: ProblemKind::TwoReadings, finding: Box::new(finding), shown }
    }

    /// A number whose format leaves out thousands or adds a unit of measure: taken as it is shown, if the unit of measure
    /// says so too.
    fn formatted(
        &self,
        (shown, held): (&str, &str),
        scale: u8,
        words: &str,
        column: &TableColumn<'_>,
    ) -> Result<(String, Exact), CellProblem> {
        let plan = TableMeasure::read(column.figure.measure.as_str());
        let own = Some(TableMeasure::read(words)).filter(|_| !fold(words).is_empty());
        let factor = own.as_ref().map_or(Some(column.factor), |own| own.in_terms_of(&plan));
        let measure = own.as_ref().or(column.measures.first());
        let told = measure.is_some_and(|one| one.factor() == power_of_ten(scale));
        match factor {
            Some(factor) if scale == 0 || told => Ok((shown.to_owned(), factor)),
            Some(_) => {
                let problem = format!(
                    "ô hiện {shown} nhưng giữ số {held} (định dạng ô bỏ bớt {scale} chữ số)"
                );
                let hint = "ghi đơn vị tính của số đang hiện ở tiêu đề cột, ví dụ (triệu đồng); hoặc bỏ định dạng ấy";
                Err(self.problem(ProblemKind::Scaled, &problem, hint))
            }
            None => {
                let problem =
                    format!("ô ghi {shown} {words}, kế hoạch tính bằng {}", column.figure.measure);
                let hint = "đổi số về đơn vị tính của kế hoạch rồi nhập";
                Err(self.problem(ProblemKind::Scaled, &problem, hint))
            }
        }
    }

    /// A number in the plan's unit of measure; a number of a workbook has to have no more decimals than the plan.
    fn in_plan(
        &self,
        text: String,
        factor: Exact,
        column: &TableColumn<'_>,
    ) -> Result<String, CellProblem> {
        let decimals = column.figure.decimals;
        let is_text = matches!(self.table.cell(self.place), Some(CellContent::Text(_)));
        let Some(value) = parse_decimal(&text).filter(|_| factor != Exact::ONE || !is_text) else {
            return Ok(text);
        };
        let value = value * factor;
        let (steps, rest) = in_steps(value, decimals);
        match i64::try_from(steps) {
            Ok(steps) if rest == 0 && steps >= 0 => Ok(typed(steps, decimals)),
            Ok(steps) if steps >= 0 => Err(self.too_fine(&text, factor, column)),
            Err(_) if value > Exact::ZERO => {
                let problem =
                    format!("ô ghi {}, đổi ra {} thì quá lớn", text, column.figure.measure);
                let hint = "xem lại đơn vị tính ở tiêu đề cột";
                Err(self.problem(ProblemKind::Scaled, &problem, hint))
            }
            _ => Ok(text),
        }
    }

    fn too_fine(&self, text: &str, factor: Exact, column: &TableColumn<'_>) -> CellProblem {
        let (figure, number) = (column.figure, text.replace('.', ","));
        let takes = match figure.decimals {
            0 => "không phải số nguyên".to_owned(),
            decimals => format!("kế hoạch chỉ lấy {decimals} chữ số lẻ"),
        };
        let measured = match column.measures.first() {
            Some(measure) if factor != Exact::ONE => {
                format!(" {}, đổi ra {} thì", measure.written, figure.measure)
            }
            _ => ",".to_owned(),
        };
        let problem = format!("ô là số {number}{measured} {takes}");
        let hint = "làm tròn trong bảng, ví dụ bằng hàm ROUND; nếu dấu chấm là dấu ngăn hàng nghìn thì gõ lại số viết liền";
        self.problem(ProblemKind::TooFine, &problem, hint)
    }

    /// The words as the reader of returns reads the same words.
    fn typed(&self, text: &str) -> Result<Amount, CellProblem> {
        let span = self.table.span(self.place);
        let sink = Sink::default();
        let node = Node { value: Value::Scalar(text.to_owned()), span: span.clone() };
        let read = amount(&node, self.figure, &sink);
        // Whether a source is named shows in the return, not in the cell.
        let found = sink.into_findings().into_iter().find(|found| found.code != Code::MissingKey);
        let finding = match (found, read) {
            (None, Some(reported)) => return Ok(reported.amount),
            (Some(finding), _) => finding,
            (None, None) => {
                Finding::new(Code::NotACount, format!("«{}» không đọc được", self.figure.id))
                    .at(&span)
                    .hint("gõ lại ô này")
            }
        };
        let finding = Box::new(finding.about(&self.figure.id));
        Err(CellProblem { kind: ProblemKind::NoNumber, finding, shown: format!("«{text}»") })
    }

    fn problem(&self, kind: ProblemKind, problem: &str, hint: &str) -> CellProblem {
        let shown = self.table.text(self.place).unwrap_or_default();
        let message = format!("«{}»: {problem}", self.figure.id);
        let finding = Finding::new(Code::NotACount, message).at(&self.table.span(self.place));
        let finding = Box::new(finding.about(&self.figure.id).value(shown.as_str()).hint(hint));
        let quoted = if shown.is_empty() { shown } else { format!("«{shown}»") };
        CellProblem { kind, finding, shown: quoted }
    }
}

/// What a table writes for yes and no.
fn yes_or_no(shown: &str) -> Option<&'static str> {
    match fold(shown).as_str() {
        "co" | "x" | "1" | "true" | "dung" => Some("true"),
        "khong" | "0" | "false" | "chua" => Some("false"),
        _ => matches!(shown, "✓" | "✔" | "√").then_some("true"),
    }
}

/// What a cell can hold that no file can.
fn unreadable(cell: &CellContent) -> Option<(ProblemKind, String, &'static str)> {
    Some(match cell {
        CellContent::Date(date) => (
            ProblemKind::Date,
            format!("ô là ngày giờ ({date}), không phải số"),
            "bảng tính hay đổi chữ như «9-10» thành ngày: định dạng ô là Số hoặc Văn bản rồi gõ lại",
        ),
        CellContent::Fault(error) => (
            ProblemKind::Fault,
            format!("ô là lỗi công thức {error}"),
            "sửa công thức trong bảng, hoặc gõ số vào ô",
        ),
        CellContent::Uncomputed => (
            ProblemKind::Uncomputed,
            "ô có công thức chưa tính".to_owned(),
            "mở bảng bằng Excel hoặc LibreOffice, lưu lại rồi nhập",
        ),
        CellContent::Text(text) if is_dash(text) => (
            ProblemKind::Dash,
            format!("«{}» không nói rõ là chưa có số liệu hay không phát sinh", text.trim()),
            "chưa có thì để trống ô; không phát sinh thì ghi KPS; bằng 0 thì ghi 0",
        ),
        _ => return None,
    })
}

/// Whether a text is only dashes or dots, which some write for nothing and some for zero.
fn is_dash(text: &str) -> bool {
    let mark = |c: char| matches!(c, '-' | '–' | '—' | '.' | '…' | '/' | '_') || c.is_whitespace();
    text.chars().all(mark)
}

//! The live checks of a form as formulas: what a typed value is held against while somebody types. Not for the rules
//! themselves ([`crate::validate`]), which hold what is imported whatever a form showed.

use super::columns::Column;
use super::content::FormRow;
use crate::model::figure::{Figure, FigureKind};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::returns::Amount;
use crate::source::At;

/// What is shown where nothing is wrong.
pub(crate) const RIGHT: &str = "đúng";
/// What is chosen where none arose.
pub(crate) const NONE_AROSE: &str = "không phát sinh";
/// The answers to a question.
pub(crate) const YES_NO: [&str; 2] = ["Có", "Không"];
/// How much of a name a check repeats.
const NAME: usize = 60;

/// Where the figures of a form stand, and the periods their values are of.
pub(crate) struct Places<'r> {
    /// The rows, in order.
    pub(crate) rows: &'r [FormRow<'r>],
    /// The sheet's row, from 1, of the first.
    pub(crate) first: usize,
    /// The form's period.
    pub(crate) period: Period,
    /// The period of the earlier values.
    pub(crate) earlier: Option<Period>,
}

impl Places<'_> {
    /// The row of a figure, if the form has it.
    #[must_use]
    pub(crate) fn row(&self, figure: &Id) -> Option<usize> {
        let at = self.rows.iter().position(|row| row.figure.id == *figure)?;
        Some(self.first + at)
    }

    /// Whether a running total goes on from the earlier value.
    fn goes_on(&self, figure: &Figure) -> bool {
        let same_year = self.earlier.is_some_and(|then| then.year() == self.period.year());
        match figure.kind {
            FigureKind::Cumulative => true,
            FigureKind::YearToDate => same_year,
            FigureKind::Stock | FigureKind::Fact | FigureKind::Recognition => false,
        }
    }
}

/// A cell of a column.
#[must_use]
pub(crate) fn cell(column: Column, row: usize) -> String {
    format!("{}{row}", column.letter())
}

/// The formula that checks the value of a row, or nothing for a figure that is not typed there.
#[must_use]
pub(crate) fn check(row: &FormRow<'_>, places: &Places<'_>) -> Option<String> {
    let at = places.row(&row.figure.id)?;
    let value = cell(Column::Value, at);
    let cases = match row.figure.kind {
        FigureKind::Recognition => return None,
        FigureKind::Fact => facts(&value),
        _ => {
            [form(row.figure, &value), related(row.figure, &value, places), moved(row, at, places)]
                .concat()
        }
    };
    let empty = (format!("{value}=\"\""), String::new());
    let source = row
        .figure
        .source_required
        .then(|| (format!("{}=\"\"", cell(Column::Source, at)), "Thiếu nguồn số liệu".to_owned()));
    let all = std::iter::once(empty).chain(cases).chain(source);
    let formula = all
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .fold(text(RIGHT), |rest, (when, word)| format!("IF({when},{},{rest})", text(&word)));
    Some(format!("={formula}"))
}

/// A condition and what is said where it holds.
type Case = (String, String);

fn facts(value: &str) -> Vec<Case> {
    let known = YES_NO.iter().map(|word| format!("{value}={}", text(word)));
    let known = known.collect::<Vec<_>>().join(",");
    vec![(format!("NOT(OR({known}))"), "Chọn Có hoặc Không".to_owned())]
}

/// Whether it is a number as the plan wants it.
fn form(figure: &Figure, value: &str) -> Vec<Case> {
    let decimals = figure.decimals;
    let whole = match decimals {
        0 => "Phải là số nguyên".to_owned(),
        some => format!("Nhiều nhất {some} chữ số lẻ"),
    };
    vec![
        (format!("{value}={}", text(NONE_AROSE)), RIGHT.to_owned()),
        (format!("NOT(ISNUMBER({value}))"), "Phải là số, viết liền".to_owned()),
        (format!("{value}<0"), "Không được âm".to_owned()),
        (format!("ROUND({value},{decimals})<>{value}"), whole),
    ]
}

/// Whether it agrees with figures it is part of or the sum of.
fn related(figure: &Figure, value: &str, places: &Places<'_>) -> Vec<Case> {
    let wholes = figure.not_over.iter().filter_map(|whole| {
        let row = places.row(&whole.value)?;
        let other = cell(Column::Value, row);
        let name = places.rows[row - places.first].figure.name.as_str();
        let name: String = name.chars().take(NAME).collect();
        let over = format!("IF(ISNUMBER({other}),{value}>{other},FALSE)");
        Some((over, format!("Lớn hơn «{name}»")))
    });
    let mut cases: Vec<Case> = wholes.collect();
    let parts = |ids: &[At<Id>]| {
        let cells = ids.iter().map(|part| Some(cell(Column::Value, places.row(&part.value)?)));
        cells.collect::<Option<Vec<String>>>().map(|cells| cells.join(","))
    };
    if let Some(parts) = parts(&figure.sum_of).filter(|parts| !parts.is_empty()) {
        let (count, decimals) = (figure.sum_of.len(), figure.decimals);
        let differs = format!("ROUND({value}-SUM({parts}),{decimals})<>0");
        let all = format!("IF(COUNT({parts})={count},{differs},FALSE)");
        cases.push((all, "Khác tổng các phần của nó".to_owned()));
    }
    cases
}

/// Whether it moved from the earlier value as it can.
fn moved(row: &FormRow<'_>, at: usize, places: &Places<'_>) -> Vec<Case> {
    if !matches!(row.earlier, Some(Amount::Value(_))) {
        return Vec::new();
    }
    let (value, earlier) = (cell(Column::Value, at), cell(Column::Earlier, at));
    if places.goes_on(row.figure) {
        let fell = format!("IF(ISNUMBER({earlier}),{value}<{earlier},FALSE)");
        return vec![(fell, "Nhỏ hơn kỳ trước: phải ghi số cộng dồn".to_owned())];
    }
    if row.figure.kind != FigureKind::Stock {
        return Vec::new();
    }
    let unexplained = format!("{}=\"\"", cell(Column::Reason, at));
    let fell = format!("IF(ISNUMBER({earlier}),AND({value}<{earlier}*0.98,{unexplained}),FALSE)");
    vec![(fell, "Giảm quá 2%: ghi giải trình".to_owned())]
}

/// Words as a formula writes them.
#[must_use]
pub(crate) fn text(words: &str) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}

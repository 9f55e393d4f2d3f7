//! What is written around a table: the period it is of, up to when, its unit of measure, mottos and places. Not for the
//! table itself ([`super::head`]).

use chrono::NaiveDate;

use super::headings::stated_measure;
use super::measures::TableMeasure;
use super::stated_periods::{StatedPeriod, as_of, periods};
use super::table::{CellPosition, SourceTable};
use crate::diagnostic::{Code, Finding};
use crate::model::period::Period;
use crate::vietnamese::nearest::fold;

/// Beginnings of lines that stand above tables and say nothing of a column.
const MOTTOS: [&str; 8] =
    ["conghoa", "doclap", "dangcongsan", "bieuso", "mauso", "phuluc", "bieumau", "kemtheo"];

/// Beginnings of titles.
const TITLES: [&str; 7] = ["bieu", "bang", "tonghop", "baocao", "thongke", "solieu", "ketqua"];

/// Whether a text stands beside a table rather than in its head.
#[must_use]
pub(crate) fn is_beside(text: &str) -> bool {
    let folded = fold(text);
    let motto = MOTTOS.iter().any(|words| folded.starts_with(words));
    let bracketed = text.trim().starts_with('(') && text.trim().ends_with(')');
    let title =
        TITLES.iter().any(|words| folded.starts_with(words)) && text.split_whitespace().count() > 2;
    motto
        || title
        || bracketed
        || stated_measure(text).is_some()
        || text.split_whitespace().count() > 8
}

/// The texts above a row, with their places.
fn above(table: &SourceTable, row: u32) -> impl Iterator<Item = (CellPosition, String)> {
    let cells = table.cells().take_while(move |(place, _)| place.0 < row);
    cells.map(|(place, cell)| (place, cell.shown()))
}

/// The finding that a table is of another period: titles and the sheet's name speak of none but others.
#[must_use]
pub(crate) fn other_period(table: &SourceTable, top: u32, period: Period) -> Option<Finding> {
    let titles = above(table, top).flat_map(|(place, text)| {
        periods(&text).into_iter().map(move |stated| (Some(place), stated))
    });
    let name = table.sheet.as_deref().map(periods).unwrap_or_default();
    let stated: Vec<(Option<CellPosition>, StatedPeriod)> =
        titles.chain(name.into_iter().map(|stated| (None, stated))).collect();
    if let Some((place, date)) = stated_date(table, top).filter(|(_, date)| !period.contains(*date))
    {
        let said = format!("số liệu đến ngày {}", date.format("%d/%m/%Y"));
        return Some(refusal(table, Some(place), &said, period));
    }
    let (place, other) = stated.first()?;
    let fits = stated.iter().any(|(_, stated)| stated.is(period));
    (!fits).then(|| refusal(table, *place, &other.words, period))
}

fn refusal(
    table: &SourceTable,
    place: Option<CellPosition>,
    said: &str,
    period: Period,
) -> Finding {
    let span = place.map_or_else(|| table.whole(), |place| table.span(place));
    Finding::new(Code::OtherPeriod, format!("bảng ghi «{said}», không phải kỳ {period}"))
        .at(&span)
        .value(said)
        .hint("nhập vào đúng kỳ với --period; nếu bảng đúng là của kỳ này thì sửa lại dòng ấy trong bảng")
}

/// Up to when the figures are, if a title says.
#[must_use]
pub(crate) fn stated_date(table: &SourceTable, top: u32) -> Option<(CellPosition, NaiveDate)> {
    above(table, top).find_map(|(place, text)| Some((place, as_of(&text)?)))
}

/// The units of measure that lines above the table state for all of it.
#[must_use]
pub(crate) fn measures(table: &SourceTable, first: u32) -> Vec<(CellPosition, TableMeasure)> {
    let stated =
        above(table, first).filter_map(|(place, text)| Some((place, part_measure(&text)?)));
    let mut measures: Vec<(CellPosition, TableMeasure)> = Vec::new();
    for (place, measure) in stated {
        if !measures.iter().any(|(_, known)| *known == measure) {
            measures.push((place, measure));
        }
    }
    measures
}

/// The unit of measure of a line, also behind other words: «Biểu 2. Đơn vị tính: triệu đồng».
fn part_measure(text: &str) -> Option<TableMeasure> {
    let lower = text.to_lowercase();
    let from = ["đơn vị tính", "đvt", "đơn vị"].iter().find_map(|words| lower.rfind(words))?;
    stated_measure(lower.get(from..)?)
}

//! The texts that stand above one another in a column of a table's head, whatever cells are merged or left empty because
//! the text beside them goes on. Not for what they mean ([`super::meaning`]).

use super::abbreviations::spelt_out;
use super::headings::{Heading, parted, read, stated_measure};
use super::measures::TableMeasure;
use super::names::PlanNames;
use super::surroundings::is_beside;
use super::table::{CellPosition, SourceTable};
use crate::vietnamese::nearest::fold;

/// A text of a column's head.
#[derive(Debug, Clone)]
pub(crate) struct StackedText<'p> {
    /// Where it stands.
    pub(crate) place: CellPosition,
    /// The text.
    pub(crate) text: String,
    /// What it is.
    pub(crate) heading: Heading<'p>,
}

/// The rows of a table's head.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct HeadRows {
    /// The column of units.
    pub(crate) units: u32,
    /// The first row in which anything may be said of a column.
    pub(crate) start: u32,
    /// The row of the heading of the column of units; titles stand above it.
    pub(crate) top: u32,
    /// The first row below the head.
    pub(crate) end: u32,
}

impl HeadRows {
    /// Finds the head above the first unit, which stands in row `first`.
    #[must_use]
    pub(crate) fn find(table: &SourceTable, names: &PlanNames<'_>, units: u32, first: u32) -> Self {
        let (top, bottom) = unit_heading(table, names, units, first);
        let is_body = |row: &u32| is_label(table, units, *row);
        let end = (bottom + 1..first).find(is_body).unwrap_or(first);
        let mut rows = Self { units, start: top, top, end };
        while rows.start > 0 && rows.is_upper(table, rows.start - 1) {
            rows.start -= 1;
        }
        rows
    }

    /// Whether a row above the heading of the units still says something of columns.
    fn is_upper(self, table: &SourceTable, row: u32) -> bool {
        let left = (0..=self.units).any(|column| table.is_covered((row, column)));
        let texts: Vec<(CellPosition, String)> = table.row(row).collect();
        !left && !texts.is_empty() && !texts.iter().all(|(_, text)| is_beside(text))
    }

    /// The texts of a column, from the top.
    #[must_use]
    pub(crate) fn stack<'p>(
        self,
        table: &SourceTable,
        names: &PlanNames<'p>,
        column: u32,
    ) -> Vec<StackedText<'p>> {
        let mut stack: Vec<StackedText<'p>> = Vec::new();
        for row in self.start..self.end {
            let place = (row, column);
            let shown =
                table.heading(place, self.units).or_else(|| self.spread(table, names, place));
            let inside = shown.filter(|text| row >= self.top || !is_outside(text, names));
            let Some(text) = inside else { continue };
            let text = spelt_out(table, row, text);
            // A merged cell says its text once.
            let again = |last: &StackedText<'_>| {
                last.text == text && table.region(place).is_some_and(|(first, _)| first.0 < row)
            };
            if stack.last().is_some_and(again) {
                continue;
            }
            let parts = said_and_measure(&text, names).map_or_else(|| vec![text], Vec::from);
            let read = |text: String| StackedText { place, heading: read(&text, names), text };
            stack.extend(parts.into_iter().map(read));
        }
        stack
    }

    /// The text to the left that goes on over an empty cell: both columns have texts of their own below.
    fn spread(
        self,
        table: &SourceTable,
        names: &PlanNames<'_>,
        (row, column): CellPosition,
    ) -> Option<String> {
        let own = |column: u32| {
            (row + 1..self.end).any(|below| {
                let text = table.heading((below, column), self.units);
                text.is_some_and(|text| {
                    !matches!(read(&text, names), Heading::Measure(_) | Heading::Number)
                })
            })
        };
        if table.region((row, column)).is_some() || !own(column) {
            return None;
        }
        let (left, text) = (self.units + 1..column)
            .rev()
            .find_map(|left| Some((left, table.text((row, left))?)))?;
        (table.region((row, left)).is_none() && own(left)).then_some(text)
    }
}

/// Whether a text above the heading of the units is none of its column's: a title, but no unit of measure in brackets.
fn is_outside(text: &str, names: &PlanNames<'_>) -> bool {
    let bracketed = text.trim().starts_with('(') && stated_measure(text).is_none();
    let is_measure =
        || TableMeasure::read(text).is_share() || matches!(read(text, names), Heading::Measure(_));
    is_beside(text) && !(bracketed && is_measure())
}

/// What is said of a column and the unit of measure behind it, apart: «Thực hiện (tỷ đồng)».
fn said_and_measure(text: &str, names: &PlanNames<'_>) -> Option<[String; 2]> {
    let (said, measure) = parted(text.trim())?;
    let both = (read(text, names), read(said, names), read(measure, names));
    let apart = matches!(both, (Heading::Unknown, Heading::Qualifier(_), Heading::Measure(_)));
    apart.then(|| [said, measure].map(|part| part.trim().to_owned()))
}

/// First and last row of the heading above the units: the lowest text of their column beside or above a name.
fn unit_heading(table: &SourceTable, names: &PlanNames<'_>, units: u32, first: u32) -> (u32, u32) {
    let is_named = |row: &u32| {
        let mut others = table.row(*row).filter(|((_, column), _)| *column != units);
        others.any(|(_, text)| {
            let text = spelt_out(table, *row, text);
            matches!(read(&text, names), Heading::Name(..) | Heading::Qualifier(_) | Heading::Share)
        })
    };
    let lowest = (0..first).rev().find(is_named).map_or(first, |row| row + 1);
    let heading = (0..lowest).rev().find_map(|row| {
        let (from, to) = table.region((row, units)).unwrap_or(((row, units), (row, units)));
        let text = table.text(from)?;
        let wide = to.1 - from.1 > 1;
        (is_name(&text) && !wide && fold(&text).chars().count() < 40).then_some((from.0, to.0))
    });
    heading.unwrap_or_else(|| {
        let filled = |row: &u32| table.row(*row).next().is_some();
        let top = (0..lowest).rev().take_while(filled).last().unwrap_or(first);
        (top, top)
    })
}

/// Whether a row has a name where units have theirs.
fn is_label(table: &SourceTable, units: u32, row: u32) -> bool {
    let named = |column: u32| table.text((row, column)).is_some_and(|text| is_name(&text));
    let below = |column: u32| table.region((row, column)).is_none_or(|(first, _)| first.0 == row);
    (0..=units).any(|column| named(column) && below(column))
}

/// Whether a text can be a name: no number, no unit of measure.
fn is_name(text: &str) -> bool {
    let letters = fold(text).chars().filter(|c| c.is_alphabetic()).count();
    letters > 1 && !TableMeasure::read(text).is_known()
}

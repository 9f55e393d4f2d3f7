//! What the texts above a column make of it together: a figure, its plan, a share, something unknown. A name says what a
//! column holds only if nothing around it says more. Not for single texts ([`super::headings`]).

use super::headings::{Heading, Qualifier};
use super::measures::TableMeasure;
use super::names::{Column, PlanNames};
use super::stacks::StackedText;
use super::table::CellPosition;
use crate::model::figure::Figure;
use crate::vietnamese::nearest::fold;

/// Headings that only gather columns.
const GATHERING: [&str; 12] = [
    "trongdo",
    "chiara",
    "baogom",
    "gom",
    "thongtinchung",
    "noidung",
    "chitieu",
    "solieu",
    "cacchitieu",
    "chitiet",
    "solieubaocao",
    "phanloai",
];
/// Headings of columns that say nothing to import.
const BESIDE: [&str; 11] = [
    "stt", "tt", "sott", "sothutu", "ghichu", "ma", "madonvi", "madvhc", "kyten", "kynhan",
    "diengiai",
];

/// What a column holds.
#[derive(Debug, Clone)]
pub(crate) enum Meaning<'p> {
    /// What the plan knows by name, and the unit of measure written for it.
    Known(Column<'p>, Vec<TableMeasure>),
    /// A figure's plan, its value of another period, or a part of it that is not asked for.
    Other(&'p Figure),
    /// A share of others.
    Share,
    /// Nothing to import.
    Beside,
    /// Something nobody knows.
    Unknown,
}

/// A column with what it holds.
#[derive(Debug, Clone)]
pub(crate) struct ColumnMeaning<'p> {
    /// What it holds.
    pub(crate) meaning: Meaning<'p>,
    /// The text that names it.
    pub(crate) place: CellPosition,
    /// All its texts, from the top.
    pub(crate) text: String,
    /// The lowest row that is part of its head.
    pub(crate) lowest: u32,
}

/// Whether a heading is of a column of remarks, numbers of rows, codes.
#[must_use]
pub(crate) fn is_remark(heading: &str) -> bool {
    let last = heading.rsplit(" / ").next().unwrap_or(heading);
    BESIDE.contains(&fold(last).as_str())
}

/// What a stack of texts means; none if there are no words.
#[must_use]
pub(crate) fn meaning<'p>(
    stack: &[StackedText<'p>],
    names: &PlanNames<'p>,
) -> Option<ColumnMeaning<'p>> {
    let stack = joined(stack, names);
    let words =
        |one: &&StackedText<'_>| !matches!(one.heading, Heading::Number | Heading::Measure(_));
    let last = stack.iter().rev().find(words)?;
    let index = stack.iter().rposition(|one| matches!(one.heading, Heading::Name(..)));
    let text: Vec<&str> = stack.iter().filter(words).map(|one| one.text.trim()).collect();
    let (place, meaning) = match index {
        Some(at) => (stack[at].place, with_name(&stack, at, names)),
        None => (last.place, without_name(&last.text, &stack)),
    };
    let said = |one: &&StackedText<'_>| !matches!(one.heading, Heading::Number | Heading::Unknown);
    let lowest = stack.iter().rev().find(said).map_or(place.0, |one| one.place.0.max(place.0));
    Some(ColumnMeaning { meaning, place, text: text.join(" / "), lowest })
}

/// The stack with two texts as one, where only together they are a name.
fn joined<'p>(stack: &[StackedText<'p>], names: &PlanNames<'p>) -> Vec<StackedText<'p>> {
    let pairs = (0..stack.len()).flat_map(|low| (0..low).rev().map(move |up| (up, low)));
    for (up, low) in pairs.collect::<Vec<_>>().into_iter().rev() {
        let text = format!("{} {}", stack[up].text, stack[low].text);
        if let Some(column) = names.column(&text) {
            let mut joined = stack.to_vec();
            let heading = Heading::Name(column, None, None);
            joined[low] = StackedText { place: stack[low].place, text, heading };
            joined.remove(up);
            return joined;
        }
    }
    stack.to_vec()
}

fn with_name<'p>(stack: &[StackedText<'p>], at: usize, names: &PlanNames<'p>) -> Meaning<'p> {
    let Heading::Name(column, measure, said) = &stack[at].heading else { return Meaning::Unknown };
    let (mut measures, mut said): (Vec<TableMeasure>, Vec<Qualifier>) =
        (measure.iter().cloned().collect(), said.iter().copied().collect());
    for (index, one) in stack.iter().enumerate() {
        match &one.heading {
            Heading::Measure(measure) => measures.push(measure.clone()),
            Heading::Qualifier(qualifier) => said.push(*qualifier),
            Heading::Share if index > at => return Meaning::Share,
            Heading::Unknown if index > at => return Meaning::Unknown,
            Heading::Unknown | Heading::Share | Heading::Name(..)
                if index < at && !says_nothing(one, &stack[at].text, *column) =>
            {
                return Meaning::Unknown;
            }
            _ => {}
        }
    }
    match column {
        Column::Figure(figure) if !said.iter().all(|said| said.suits(figure, names.period())) => {
            Meaning::Other(figure)
        }
        column => Meaning::Known(*column, measures),
    }
}

/// Whether a text above a name does not change what the name says: it only gathers columns, or the name has all its
/// words. The id of a figure says everything by itself.
fn says_nothing(upper: &StackedText<'_>, name: &str, column: Column<'_>) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).map(fold);
        words.filter(|word| !word.is_empty()).collect()
    };
    let (upper_words, own) = (words(&upper.text), words(name));
    let by_id = matches!(column, Column::Figure(figure) if name.trim() == figure.id.as_str());
    let same = matches!(upper.heading, Heading::Name(above, ..) if above == column);
    let gathers = GATHERING.contains(&fold(&upper.text).as_str());
    let held = upper_words.len() > 1 && upper_words.iter().all(|word| own.contains(word));
    by_id || same || gathers || held
}

fn without_name<'p>(lowest: &str, stack: &[StackedText<'p>]) -> Meaning<'p> {
    if BESIDE.contains(&fold(lowest).as_str()) {
        Meaning::Beside
    } else if stack.iter().any(|one| one.heading == Heading::Share) {
        Meaning::Share
    } else {
        Meaning::Unknown
    }
}

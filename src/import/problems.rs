//! What is wrong with cells, told once for each column and kind: forty-five formulas without a result are one finding.
//! Not for reading cells ([`super::cells`]).

use std::collections::BTreeMap;

use super::table::CellPosition;
use crate::diagnostic::Finding;

/// So many cells of one kind in a column are still told one by one.
const FEW: usize = 3;
/// So many cells are named; the others are counted.
const NAMED: usize = 5;

/// What kind of thing is wrong with a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ProblemKind {
    /// A text that may be two numbers.
    TwoReadings,
    /// A formula that was never computed.
    Uncomputed,
    /// A formula's error.
    Fault,
    /// A date.
    Date,
    /// Only dashes.
    Dash,
    /// More decimals than the plan has.
    TooFine,
    /// A format or unit of measure that makes another number of it.
    Scaled,
    /// One cell over several.
    Merged,
    /// No number, or none the plan takes.
    NoNumber,
}

impl ProblemKind {
    /// What many cells of the kind are.
    fn said(self) -> &'static str {
        match self {
            Self::TwoReadings => "ghi số bằng chữ, đọc được nhiều cách",
            Self::Uncomputed => "có công thức chưa tính",
            Self::Fault => "là lỗi công thức",
            Self::Date => "là ngày giờ, không phải số",
            Self::Dash => "chỉ có dấu gạch, không nói rõ là chưa có số liệu hay không phát sinh",
            Self::TooFine => "có nhiều chữ số lẻ hơn kế hoạch lấy",
            Self::Scaled => "hiện một số, giữ một số khác",
            Self::Merged => "trộn chung nhiều ô",
            Self::NoNumber => "không nhập được",
        }
    }

    /// From how many cells on they are told as one.
    fn many(self) -> usize {
        match self {
            Self::TwoReadings | Self::Uncomputed | Self::TooFine | Self::Scaled => 2,
            Self::Fault | Self::Date | Self::Dash | Self::Merged | Self::NoNumber => FEW + 1,
        }
    }
}

/// What is wrong with a cell.
#[derive(Debug, Clone)]
pub(crate) struct CellProblem {
    /// What kind of thing.
    pub(crate) kind: ProblemKind,
    /// What is found if it is the only one.
    pub(crate) finding: Box<Finding>,
    /// What the cell shows, and how that may be read.
    pub(crate) shown: String,
}

/// What is wrong with the cells of a table.
#[derive(Debug, Default)]
pub(crate) struct CellProblems(BTreeMap<(u32, ProblemKind), Vec<(CellPosition, CellProblem)>>);

impl CellProblems {
    /// Adds a cell.
    pub(crate) fn add(&mut self, place: CellPosition, problem: CellProblem) {
        self.0.entry((place.1, problem.kind)).or_default().push((place, problem));
    }

    /// The findings, in the order of the table.
    #[must_use]
    pub(crate) fn told(self) -> Vec<Finding> {
        let mut told: Vec<(CellPosition, Finding)> = Vec::new();
        for ((_, kind), cells) in self.0 {
            if cells.len() < kind.many() {
                told.extend(cells.into_iter().map(|(place, problem)| (place, *problem.finding)));
            } else {
                told.push((cells[0].0, as_one(kind, &cells)));
            }
        }
        told.sort_by_key(|(place, _)| *place);
        told.into_iter().map(|(_, finding)| finding).collect()
    }
}

/// Many cells as one finding at the first, the others named or counted.
fn as_one(kind: ProblemKind, cells: &[(CellPosition, CellProblem)]) -> Finding {
    let first = &cells[0].1.finding;
    let name = |(place, problem): &(CellPosition, CellProblem)| {
        let shown =
            if problem.shown.is_empty() { String::new() } else { format!(" {}", problem.shown) };
        format!("{}{shown}", cell_name(*place))
    };
    let named: Vec<String> = cells.iter().take(NAMED).map(name).collect();
    let others = match cells.len().saturating_sub(NAMED) {
        0 => String::new(),
        others => format!(" và {others} ô khác"),
    };
    let about = first.about.as_deref().unwrap_or_default();
    let message =
        format!("«{about}»: {} ô {}: {}{others}", cells.len(), kind.said(), named.join("; "));
    Finding { message, ..first.as_ref().clone() }
}

/// `C7` for row 6, column 2.
#[must_use]
pub(crate) fn cell_name(place: CellPosition) -> String {
    format!("{}{}", column_name(place.1), place.0 + 1)
}

/// `C` for column 2, `AA` for column 26.
#[must_use]
pub(crate) fn column_name(column: u32) -> String {
    let letter = |number: u32| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    let before = column / 26;
    let first = if before == 0 { String::new() } else { column_name(before - 1) };
    format!("{first}{}", letter(column))
}

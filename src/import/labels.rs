//! What the name of a row says where it is no unit: a total, a group of units, a line below the table. Not for units
//! ([`super::names`]).

use super::footnotes::unnumbered;
use super::table::{CellContent, SourceTable};
use crate::model::plan::Plan;
use crate::vietnamese::nearest::fold;

/// What a row that is no unit's adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SumLabel {
    /// All units.
    Total,
    /// Some of them; a lower level holds more.
    Group(u8),
}

/// Beginnings of names of groups.
const GROUPS: [&str; 10] = [
    "các xã",
    "các phường",
    "các đơn vị",
    "khu vực",
    "cụm",
    "vùng",
    "khối",
    "thị xã",
    "thành phố",
    "tiểu vùng",
];

/// The name of a row: what stands in the column of units, or to its left where cells are merged.
#[must_use]
pub(crate) fn label(table: &SourceTable, units: u32, row: u32) -> String {
    let words = |column: u32| {
        table.text((row, column)).filter(|text| text.chars().any(char::is_alphabetic))
    };
    (0..=units).rev().find_map(words).unwrap_or_default()
}

/// Whether a row adds up others, by its name or by what numbers it.
#[must_use]
pub(crate) fn sum_label(
    table: &SourceTable,
    units: u32,
    row: u32,
    label: &str,
    plan: &Plan,
) -> Option<SumLabel> {
    let level = (0..units).find_map(|column| level(&table.text((row, column))?));
    let level =
        level.or_else(|| label.split_once(['.', ')']).and_then(|(before, _)| level_of(before)));
    let name = unnumbered(label);
    is_total(name, plan)
        .or_else(|| level.map(SumLabel::Group))
        .or_else(|| is_group(name, plan).then_some(SumLabel::Group(2)))
}

fn level(text: &str) -> Option<u8> {
    level_of(text.trim().trim_end_matches(['.', ')']))
}

/// The level of a group's number: `A` above `I`.
fn level_of(number: &str) -> Option<u8> {
    let all = |letters: &str| !number.is_empty() && number.chars().all(|c| letters.contains(c));
    match number.len() {
        _ if all("IVX") => Some(1),
        1 if all("ABCDEFGH") => Some(0),
        _ => None,
    }
}

/// Whether a name says total over all units, or over some of them.
fn is_total(label: &str, plan: &Plan) -> Option<SumLabel> {
    let before = label.split_once('(').map_or(label, |(before, _)| before);
    let folded = fold(before);
    let area = fold(plan.wording.area.as_str());
    let words = ["tongcong", "tongso", "congchung", "tong", "cong"];
    let rest = words.iter().find_map(|word| folded.strip_prefix(word));
    match rest {
        _ if folded == area => Some(SumLabel::Total),
        Some(rest) => {
            let all = rest.is_empty() || rest == area || rest == fold(plan.wording.units.as_str());
            Some(if all { SumLabel::Total } else { SumLabel::Group(2) })
        }
        None => None,
    }
}

fn is_group(label: &str, plan: &Plan) -> bool {
    let folded = fold(label);
    let mut groups = plan.units.iter().filter_map(|unit| unit.group.as_ref());
    groups.any(|group| fold(group.as_str()) == folded)
        || GROUPS.iter().any(|words| folded.starts_with(&fold(words)))
}

/// Whether a cell holds something to be read as a value; a place with a date, a name, a remark is none.
#[must_use]
pub(crate) fn is_value(cell: &CellContent) -> bool {
    let CellContent::Text(text) = cell else { return true };
    let words = text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic));
    text.contains(|c: char| c.is_ascii_digit()) && words.count() <= 3
}

//! Tables typed for older Vietnamese fonts: their names are none of the plan's until they are put right. Not for telling
//! such text from other ([`crate::vietnamese::legacy`]).

use std::collections::BTreeSet;

use super::problems::cell_name;
use super::table::{CellContent, SourceTable};
use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::vietnamese::legacy::{Encoding, Suspect, suspect};

/// So many cells are named; the others are counted.
const NAMED: usize = 5;

/// The finding that texts of a table are in an older encoding, with what the first says.
#[must_use]
pub(crate) fn old_encoding(table: &SourceTable) -> Option<Finding> {
    let texts = table.cells().filter_map(|(place, cell)| match cell {
        CellContent::Text(text) => Some((place, suspect(text)?)),
        _ => None,
    });
    let texts: Vec<_> = texts.collect();
    let words: BTreeSet<&String> = texts.iter().flat_map(|(_, suspect)| &suspect.words).collect();
    // One word may be chance.
    if words.len() < 2 && !texts.iter().any(|(_, suspect)| suspect.sure) {
        return None;
    }
    let (place, best) = texts.iter().rev().max_by_key(|(_, suspect)| suspect.words.len())?;
    let cells: Vec<String> = texts.iter().take(NAMED).map(|(place, _)| cell_name(*place)).collect();
    let others = match texts.len().saturating_sub(NAMED) {
        0 => String::new(),
        others => format!(" và {others} ô khác"),
    };
    Some(told(best, &format!("{}{others}", cells.join(", "))).at(&table.span(*place)))
}

fn told(suspect: &Suspect, cells: &str) -> Finding {
    let (typed, meant) = (visible(&suspect.typed), visible(&suspect.meant));
    let message = format!(
        "bảng gõ bằng bảng mã {}, không phải Unicode: «{typed}» ({cells})",
        suspect.encoding.name()
    );
    let way = match suspect.encoding {
        Encoding::Misread => "mở lại tệp gốc bằng mã UTF-8 rồi lưu lại",
        _ => "chuyển cả bảng sang Unicode (UniKey Toolkit hoặc phần mềm chuyển mã) rồi nhập",
    };
    Finding::new(Code::OldEncoding, message)
        .value(typed)
        .hint(format!("{} Nếu đúng, {way}", did_you_mean(meant)))
}

/// A text without the characters a terminal would obey.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

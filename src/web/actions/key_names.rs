//! What an import says it changes, with what the form calls it before each key of the file. Not for what it changes
//! ([`crate::import`]).

use crate::forms::called::called;
use crate::model::plan::Plan;

/// What begins a line about a value of a file.
const INDENT: &str = "  ";

/// What was said with names before the keys that begin a line: `so_lieu.dan_so: 1000 → 1001`.
pub(super) fn with_names(said: &str, plan: &Plan) -> String {
    said.split_inclusive('\n')
        .map(|line| named(line, plan).unwrap_or_else(|| line.to_owned()))
        .collect()
}

fn named(line: &str, plan: &Plan) -> Option<String> {
    let (key, rest) = line.strip_prefix(INDENT)?.split_once(": ")?;
    Some(format!("{INDENT}{} ({key}): {rest}", called(plan, key)?))
}

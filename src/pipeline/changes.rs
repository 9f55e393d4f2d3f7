//! Says in words which values of the files a report is made from have changed. Not for whether its page has.

use crate::inputs::file_role::FileRole;
use crate::inputs::snapshot::Input;
use crate::model::number::steps;
use crate::report::due::{Job, Scope};
use crate::yaml::flat;
use crate::yaml::flat::Changed;

/// So many changes are named; the others are counted.
const NAMED: usize = 3;

/// The changes that print something first; others only if there are none. Many are counted.
pub(super) fn named(told: Vec<(bool, String)>) -> Vec<String> {
    let printed = told.iter().any(|(prints, _)| *prints);
    let mut words: Vec<String> =
        told.into_iter().filter(|(prints, _)| *prints == printed).map(|(_, words)| words).collect();
    if words.len() > NAMED + 1 {
        let more = words.len() - NAMED;
        words.truncate(NAMED);
        words.push(format!("và {more} thay đổi khác"));
    }
    words
}

/// The values that changed in one file, and whether a report of this job is sure to print such values: all of its own
/// file, of others only the figures.
pub(super) fn differences(
    job: &Job<'_>,
    input: &Input,
    old: &str,
    now: &str,
) -> Vec<(bool, String)> {
    let own = match (&input.place, job.scope) {
        (FileRole::Handed(period, name), Scope::Unit(unit)) => {
            *period == job.period && name == unit.id.as_str()
        }
        (FileRole::Handed(period, name), Scope::Area | Scope::Missing(_)) => {
            *period == job.period && name.starts_with('_')
        }
        (FileRole::Plan | FileRole::Unit(_) | FileRole::Phase(..), _) => true,
    };
    let changes = flat::changes(old, now);
    let told =
        |change: &Changed| (own || change.path.starts_with("so_lieu."), words(change, input));
    changes.iter().filter(|change| !flat::is_answer(change)).map(told).collect()
}

fn words(change: &Changed, input: &Input) -> String {
    let value = |text: &Option<String>| match text.as_deref() {
        None => "(không có)".to_owned(),
        Some(text) if text.starts_with('#') => "…".to_owned(),
        Some(text) => text.parse::<i64>().map_or_else(|_| text.to_owned(), |whole| steps(whole, 0)),
    };
    let (before, now) = (value(&change.before), value(&change.now));
    let what = match (before.as_str(), now.as_str()) {
        ("…", _) | (_, "…") => format!("{}: lời văn đã sửa", change.path),
        _ => format!("{} {before} → {now}", change.path),
    };
    format!("{what} ({})", input.name)
}

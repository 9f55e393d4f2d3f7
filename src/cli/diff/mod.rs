//! The command `diff`: two states of the same reports in, what changed out. Not for finding the changes ([`mod@crate::diff`]).
//!
//! [`state`] says which states there are, [`comparison`] reads the reports of two of them, [`workspace`] from a folder and
//! [`kept`] from what was kept; [`one`] tells of one report, [`period`] of all.

pub(super) mod arguments;
mod comparison;
mod kept;
mod lines;
mod one;
mod period;
mod reports;
mod state;
mod workspace;

use std::io;

use self::arguments::Compared;
use self::comparison::Comparison;
use self::one::{Telling, tell_one};
use self::period::tell_all;
use self::state::State;
use crate::cli::reporter::Reporter;
use crate::cli::terminal::paints;
use crate::diagnostic::render::Format;
use crate::diff::tell::Drawing;
use crate::error::Error;
use crate::options::Paths;

/// Runs the command; the result is the exit code: 1 if a report could not be compared, 2 if nothing could.
pub(super) fn run(typed: Compared, colorless: bool, reporter: &Reporter) -> u8 {
    let format = reporter.format;
    let paths = Paths { out: typed.out, ..typed.sources.paths() };
    let color = format == Format::Human && paints(&io::stdout(), colorless);
    let drawing = if color { Drawing::Colored } else { Drawing::Plain };
    let read = states(typed.with, typed.from, typed.to)
        .and_then(|states| Comparison::read(&typed.words, states, &paths));
    match read {
        Ok(comparison) => {
            let telling = Telling { format, drawing, pdf: typed.pdf.as_deref() };
            tell(&comparison, telling, reporter)
        }
        Err(error) => reporter.stopped(&error),
    }
}

/// The old state and the new one.
fn states(
    with: Option<String>,
    from: Option<String>,
    to: Option<String>,
) -> Result<(State, State), Error> {
    let old = with.or(from).map_or(Ok(State::IssuedOrBuilt), |typed| State::read(&typed))?;
    let new = to.map_or(Ok(State::Present), |typed| State::read(&typed))?;
    Ok((old, new))
}

/// Tells of the one report that was asked for, or of all of the period.
fn tell(comparison: &Comparison, telling: Telling<'_>, reporter: &Reporter) -> u8 {
    let both = comparison.new.iter();
    let pairs: Vec<_> = both
        .filter_map(|(stem, new)| Some((stem.as_str(), comparison.old.get(stem)?, new)))
        .collect();
    let refused = |why: String| reporter.stopped(&Error::NoState(why));
    match pairs[..] {
        [pair] if comparison.asked.unit.is_some() => tell_one(comparison, pair, telling, reporter),
        [] => {
            let (old, new) = (comparison.states.0.words(), comparison.states.1.words());
            refused(format!("hai bên ({old}; {new}) không có báo cáo nào cùng tên để so"))
        }
        _ if telling.pdf.is_some() => {
            refused("--pdf viết một báo cáo: ghi thêm đơn vị, ví dụ tong-hop".to_owned())
        }
        _ => tell_all(comparison, telling.format, reporter),
    }
}

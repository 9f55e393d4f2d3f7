//! What would make a file readable: changes of what people mistype or paste, each tried before it is told, so that what a
//! finding says to do works. Not for what is said where none helps ([`super::syntax`]).

mod flow;
mod indent;
mod lines;
mod prose;
mod repair;
mod signs;
mod unseen;

use std::sync::Arc;

use self::lines::Lines;
pub(super) use self::repair::Repair;
use self::repair::Trial;
pub(super) use self::signs::COLONS;
use crate::source::SourceFile;

/// Longer files are not read many times to find a slip.
const LONGEST: usize = 200_000;
/// Lines before the one an error was met on that may have caused it.
const BEFORE: usize = 2;

/// The change of the indents of a file, where some begin with a space that is none of YAML's.
pub(super) fn odd_indents(file: &Arc<SourceFile>) -> Option<Repair> {
    unseen::indents(&Lines::of(file))
}

/// The change that makes a file readable, or readable furthest, if one of the known ones does. `error` is the line of its
/// first error, from 1, and `reads` tells that of another text, if it has one.
pub(super) fn find(
    file: &Arc<SourceFile>,
    error: usize,
    reads: &dyn Fn(&str) -> Option<usize>,
) -> Option<Repair> {
    if file.text().len() > LONGEST {
        return None;
    }
    let lines = Lines::of(file);
    let last = error.min(lines.count()).saturating_sub(1);
    let near: Vec<usize> = (last.saturating_sub(BEFORE)..=last + 1).rev().collect();
    let near: Vec<usize> = near.into_iter().filter(|at| *at < lines.count()).collect();
    let mut trial = Trial::new(&lines, error, reads);
    trial.all(unseen::repairs(&lines));
    trial.all(signs::repairs(&lines, &near));
    trial.all(flow::repairs(&lines, &near));
    trial.all(indent::repairs(&lines, &near));
    trial.all(prose::repairs(&lines, &near));
    trial.all(indent::of_prose(&lines, last));
    trial.best()
}

//! All reports of a period: a line for each that changed, and which documents have to be signed again. Not for one report
//! ([`super::one`]).

use std::fmt::Write;

use super::comparison::{Comparison, both};
use super::lines::{json, line};
use super::reports::StateReport;
use super::state::State;
use crate::cli::output::print;
use crate::cli::reporter::Reporter;
use crate::diagnostic::render::Format;
use crate::diff::differences::differences;
use crate::diff::places::locate;

/// What is said of a period.
#[derive(Default)]
struct Account {
    out: String,
    changed: usize,
    same: usize,
    uncompared: usize,
    documents: Vec<String>,
}

/// Tells of all reports; the result is the exit code: 1 if one could not be compared.
#[must_use]
pub(super) fn tell_all(comparison: &Comparison, format: Format, reporter: &Reporter) -> u8 {
    let mut account = Account::default();
    let (old, new) = (&comparison.states.0, &comparison.states.1);
    for (stem, is) in &comparison.new {
        match comparison.old.get(stem) {
            Some(was) => account.add((stem, was, is), comparison, format, reporter),
            // A document is one report; the others are not meant.
            None if matches!(old, State::Issued(_)) => {}
            None => account.add_alone(stem, "chưa có ở bên cũ", old, format),
        }
    }
    let gone = comparison.old.keys().filter(|stem| !comparison.new.contains_key(*stem));
    gone.for_each(|stem| account.add_alone(stem, "không còn ở bên mới", new, format));
    if format != Format::Json {
        account.close(old, new);
    }
    print(&account.out).max(u8::from(account.uncompared > 0))
}

impl Account {
    fn add(
        &mut self,
        (stem, old, new): (&str, &StateReport, &StateReport),
        comparison: &Comparison,
        format: Format,
        reporter: &Reporter,
    ) {
        let (was, is) = match both(old, new) {
            Ok(contents) => contents,
            Err(why) => {
                self.uncompared += 1;
                return reporter.beside(&format!("{stem}: chưa so được; {why}\n"));
            }
        };
        let mut found = differences(was, is);
        locate(&mut found, &new.places);
        let signed = comparison.to_sign_again(stem);
        if found.is_empty() {
            self.same += 1;
        } else {
            self.changed += 1;
            self.out.push_str(&match format {
                Format::Json => json(&found, old, new, signed),
                Format::Human | Format::Short => line(stem, &found, signed),
            });
        }
        self.documents.extend(signed.map(str::to_owned));
    }

    fn add_alone(&mut self, stem: &str, what: &str, state: &State, format: Format) {
        if format != Format::Json {
            _ = writeln!(self.out, "{stem}: {what} ({})", state.words());
        }
    }

    fn close(&mut self, old: &State, new: &State) {
        let (old, new, changed, same) = (old.words(), new.words(), self.changed, self.same);
        _ = writeln!(self.out, "{old} → {new}: {changed} báo cáo thay đổi, {same} báo cáo như cũ.");
        if !self.documents.is_empty() {
            let (count, all) = (self.documents.len(), self.documents.join("; "));
            _ = writeln!(self.out, "Phải ký lại {count} văn bản: {all}");
        }
    }
}

//! Two states of the same reports, read. Not for telling what changed.

use std::collections::BTreeMap;

use super::kept;
use super::kept::built;
use super::reports::{AskedReports, StateReport, StateReports};
use super::state::{State, no_revision};
use super::workspace::Workspace;
use crate::diff::content::Content;
use crate::disk::file_system::Local;
use crate::disk::has_folder;
use crate::disk::revision::Revision;
use crate::error::Error;
use crate::model::names::ISSUED;
use crate::options::Paths;

/// The folder of templates beside inputs.
const TEMPLATES: &str = "report-templates";

/// Two states of the reports asked for.
pub(super) struct Comparison {
    /// Which reports.
    pub(super) asked: AskedReports,
    /// The old state and the new one.
    pub(super) states: (State, State),
    /// The reports of the old state.
    pub(super) old: StateReports,
    /// Those of the new state.
    pub(super) new: StateReports,
    /// The documents that say something else than the new state, by the names of their reports.
    to_sign_again: BTreeMap<String, String>,
    /// What lies in the inputs now.
    pub(super) workspace: Workspace,
}

impl Comparison {
    /// Reads both states of the reports that `words` ask for.
    ///
    /// # Errors
    /// A name nothing has, or a state there is not.
    pub(super) fn read(
        words: &[String],
        states: (State, State),
        paths: &Paths,
    ) -> Result<Self, Error> {
        let mut workspace = Workspace::read(paths)?;
        let asked = workspace.asked(words)?;
        workspace.fill(&asked);
        let (present, first) = (states.1 == State::Present, states.0 == State::IssuedOrBuilt);
        let issued =
            if present || first { in_force(&asked, &workspace)? } else { StateReports::new() };
        let new = reports_of(&states.1, StateReports::new(), &asked, &workspace, paths)?;
        if new.is_empty() {
            return Err(nothing(&asked, &states.1));
        }
        let to_sign_again = if present { changed(&issued, &new) } else { BTreeMap::new() };
        let old = reports_of(&states.0, issued, &asked, &workspace, paths)?;
        if old.is_empty() {
            return Err(nothing(&asked, &states.0));
        }
        Ok(Self { asked, states, old, new, to_sign_again, workspace })
    }

    /// The document that was issued of a report, if it says something else than the new state.
    pub(super) fn to_sign_again(&self, stem: &str) -> Option<&str> {
        self.to_sign_again.get(stem).map(String::as_str)
    }
}

/// The documents in force of the reports asked for.
fn in_force(asked: &AskedReports, workspace: &Workspace) -> Result<StateReports, Error> {
    let past = workspace.out_of_force();
    kept::issued(asked, workspace.archive(), |folder, _| !past.contains(folder))
}

/// The documents that say something else than reports do.
fn changed(issued: &StateReports, new: &StateReports) -> BTreeMap<String, String> {
    let differs = |stem: &str, document: &StateReport| {
        let both = document.content.as_ref().ok().zip(new.get(stem)?.content.as_ref().ok());
        both.map(|(was, is)| !was.says_the_same(is))
    };
    let changed = issued.iter().filter(|(stem, one)| differs(stem, one) == Some(true));
    changed.map(|(stem, one)| (stem.clone(), one.words.clone())).collect()
}

/// What both sides say, or why that cannot be told.
pub(super) fn both<'r>(
    old: &'r StateReport,
    new: &'r StateReport,
) -> Result<(&'r Content, &'r Content), String> {
    let content = |side: &'r StateReport| {
        side.content.as_ref().map_err(|why| format!("{}: {why}", side.words))
    };
    Ok((content(old)?, content(new)?))
}

/// Reads the reports of a state. The present one is read already, and so is what was `issued`.
///
/// # Errors
/// There is no such state.
fn reports_of(
    state: &State,
    issued: StateReports,
    asked: &AskedReports,
    present: &Workspace,
    paths: &Paths,
) -> Result<StateReports, Error> {
    let words = state.words();
    match state {
        State::Present => present.reports(asked, &words),
        State::LastBuild => built(asked, paths, &StateReports::new()),
        State::Issued(number) => {
            let mut reports = kept::issued(asked, present.archive(), |_, of| of == *number)?;
            reports.retain(|_, report| report.content.is_ok());
            if reports.is_empty() {
                let (dossier, folder) = (&asked.dossier, &asked.folder);
                return Err(Error::NoState(format!(
                    "hồ sơ {dossier}, kỳ {folder} không có văn bản số {number:02} đã ban hành trong thư mục {ISSUED}; xem lại số, kỳ và đơn vị"
                )));
            }
            Ok(reports)
        }
        State::IssuedOrBuilt => {
            let mut reports = built(asked, paths, &issued)?;
            reports.extend(issued);
            Ok(reports)
        }
        State::Period(typed) => present.reports(&present.of_period(asked, typed)?, &words),
        State::Folder(folder) => {
            let below = folder.join("inputs");
            let inputs =
                if has_folder(&Local, &below).unwrap_or(false) { below } else { folder.clone() };
            let paths = Paths { inputs, templates: None, out: paths.out.clone() };
            elsewhere(&paths, asked, &words)
        }
        State::Revision(revision) => {
            let taken = Revision::take(revision, &paths.inputs, TEMPLATES)
                .map_err(|why| no_revision(why, revision, &paths.inputs))?;
            let paths = Paths { inputs: taken.inputs(), templates: None, out: paths.out.clone() };
            elsewhere(&paths, asked, &words)
        }
    }
}

/// The reports asked for, as dossiers in another place have them.
fn elsewhere(paths: &Paths, asked: &AskedReports, words: &str) -> Result<StateReports, Error> {
    let mut workspace = Workspace::read(paths)?;
    workspace.fill(asked);
    workspace.reports(asked, words)
}

/// Why a state has none of the reports asked for.
fn nothing(asked: &AskedReports, state: &State) -> Error {
    let of = asked.unit.as_ref().map_or(String::new(), |unit| format!(" của {unit}"));
    let (dossier, folder) = (&asked.dossier, &asked.folder);
    let cure = match state {
        State::LastBuild | State::IssuedOrBuilt => {
            format!(
                "; chạy «baocao build {dossier}» để lập (bản lập từ trước khi có lệnh này thì thêm --force), hoặc so với một thư mục, một bản git"
            )
        }
        _ => "; xem lại đơn vị và kỳ".to_owned(),
    };
    Error::NoState(format!(
        "{}: không có báo cáo{of} kỳ {folder} của hồ sơ {dossier}{cure}",
        state.words()
    ))
}

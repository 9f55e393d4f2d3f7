//! Two states of the same reports, read. Not for telling what changed.

use super::kept::{ISSUED, built, issued};
use super::reports::{AskedReports, StateReport, StateReports};
use super::state::{State, no_revision};
use super::workspace::Workspace;
use crate::diff::content::Content;
use crate::disk::file_system::Local;
use crate::disk::has_folder;
use crate::disk::revision::Revision;
use crate::error::Error;
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
    /// What was issued of them.
    issued: StateReports,
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
        let old = reports_of(&states.0, &asked, &workspace, paths)?;
        let new = reports_of(&states.1, &asked, &workspace, paths)?;
        if new.is_empty() {
            return Err(nothing(&asked, &states.1));
        }
        if old.is_empty() {
            return Err(nothing(&asked, &states.0));
        }
        let issued = issued(&asked, paths, |folder, _| workspace.is_in_force(folder));
        Ok(Self { asked, states, old, new, issued, workspace })
    }

    /// The document that was issued of a report, if it says something else than `is`.
    pub(super) fn to_sign_again(&self, stem: &str, is: &Content) -> Option<String> {
        if self.states.1 != State::Present {
            return None;
        }
        let issued = self.issued.get(stem)?;
        let content = issued.content.as_ref().ok()?;
        (!content.says_the_same(is)).then(|| issued.words.clone())
    }
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

/// Reads the reports of a state. The present one is read already.
///
/// # Errors
/// There is no such state.
fn reports_of(
    state: &State,
    asked: &AskedReports,
    present: &Workspace,
    paths: &Paths,
) -> Result<StateReports, Error> {
    let words = state.words();
    match state {
        State::Present => present.reports(asked, &words),
        State::LastBuild => Ok(built(asked, paths)),
        State::Issued(number) => {
            let mut reports = issued(asked, paths, |_, of| of == *number);
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
            let mut reports = built(asked, paths);
            reports.extend(issued(asked, paths, |folder, _| present.is_in_force(folder)));
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

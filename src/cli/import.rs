//! The command `import`: reads the plan, has the table held against the returns, writes them and tells it. Not for what
//! changes ([`crate::import`]).

use super::reporter::{Detail, Reporter, exit_code};
use super::table_account::{brief, whole};
use crate::diagnostic::{Finding, Severity, any_error};
use crate::disk::file_system::FileSystem;
use crate::error::Error;
use crate::import::draft::{DraftStatus, ReturnDraft, ValueChange};
use crate::import::lock::DossierLock;
use crate::import::{ImportRequest, ImportResult, import};
use crate::load::plan_file;
use crate::options::Paths;

/// What an import does with what it finds.
#[derive(Clone, Copy)]
pub(crate) enum Effect<'f> {
    /// Only tells it.
    DryRun,
    /// Writes it here.
    Write(&'f dyn FileSystem),
}

/// Runs the command; the result is the exit code.
#[must_use]
pub(crate) fn run(
    request: &ImportRequest,
    paths: &Paths,
    effect: Effect<'_>,
    reporter: &Reporter,
) -> u8 {
    let result = match effect {
        Effect::DryRun => prepare(request, paths),
        Effect::Write(files) => perform(request, paths, files),
    };
    match result {
        Ok(result) => tell(&result, reporter),
        Err(error) => reporter.stopped(&error),
    }
}

/// What the request comes to. Nothing is written.
///
/// # Errors
/// A dossier, sheet, period or date that does not fit.
pub(crate) fn prepare(request: &ImportRequest, paths: &Paths) -> Result<ImportResult, Error> {
    let dossier = dossier(request, paths)?;
    let period = request.period;
    if let Some(date) = request.as_of.filter(|date| !period.contains(*date)) {
        return Err(Error::DateOutside { date, period });
    }
    let folder = paths.inputs.join(&dossier);
    let shown = format!("{}/{dossier}", paths.inputs_shown());
    match plan_file::read(&folder, &shown) {
        Ok(plan) => {
            let known = plan.years.0.min(plan.base_year.unwrap_or(u16::MAX))..=plan.years.1;
            if !known.contains(&period.year()) {
                return Err(Error::OutsidePlan { period, years: plan.years });
            }
            import(request, &plan, &folder, &shown)
        }
        Err(findings) => Ok(ImportResult { findings, ..ImportResult::default() }),
    }
}

/// The dossier that takes the figures.
fn dossier(request: &ImportRequest, paths: &Paths) -> Result<String, Error> {
    let mut dossiers = plan_file::dossiers(&paths.inputs, request.dossier.as_slice())?;
    match dossiers.pop() {
        Some(dossier) if dossiers.is_empty() => Ok(dossier),
        last => Err(Error::ManyDossiers(dossiers.into_iter().chain(last).collect())),
    }
}

/// Does what the request asks for; what could not be written is among the findings.
///
/// # Errors
/// As [`prepare`], or another import does not end.
pub fn perform(
    request: &ImportRequest,
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<ImportResult, Error> {
    // Held from the first look to the last write: two imports at once would each put back what the other changed.
    let _lock = DossierLock::take(files, &paths.inputs.join(dossier(request, paths)?))?;
    let mut result = prepare(request, paths)?;
    result.write(files);
    Ok(result)
}

fn tell(result: &ImportResult, reporter: &Reporter) -> u8 {
    let more = reporter.findings(&result.findings.iter().collect::<Vec<_>>());
    reporter.beside(&result.drafts.iter().map(changes).collect::<String>());
    if !result.account.parts.is_empty() {
        let told = if reporter.detail == Detail::Each { whole } else { brief };
        reporter.beside(&told(&result.account));
    }
    reporter.beside(&format!("{}{more}.\n", closing(result)));
    exit_code(&result.findings)
}

fn changes(draft: &ReturnDraft) -> String {
    let new = if draft.is_new() { " (tệp mới)" } else { "" };
    let line = |change: &ValueChange| {
        let before = change.before.as_deref().unwrap_or("(chưa có)");
        format!("  {}: {before} → {}\n", change.key, change.after)
    };
    let lines: String = draft.changes.iter().map(line).collect();
    format!("{}{new}\n{lines}", draft.shown)
}

/// The closing line without its end, which counts files, values, rows and notes.
fn closing(result: &ImportResult) -> String {
    let done: Vec<&ReturnDraft> = result.done().collect();
    let new = done.iter().filter(|draft| draft.is_new()).count();
    let changed = done.len() - new;
    let values: usize = done.iter().map(|draft| draft.changes.len()).sum();
    let done = match done.first().map(|draft| draft.status) {
        None if any_error(&result.findings) => "Chưa nhập được gì".to_owned(),
        None => "Không có gì thay đổi".to_owned(),
        Some(DraftStatus::Planned) => {
            format!("Sẽ sửa {changed} tệp, tạo {new} tệp: {values} số liệu; chưa ghi gì")
        }
        Some(_) => format!("Đã sửa {changed} tệp, tạo {new} tệp: {values} số liệu"),
    };
    let right = match result.unchanged {
        0 => String::new(),
        units => format!("; {units} đơn vị đã đúng như bảng"),
    };
    let skipped = match result.refused.join(", ") {
        units if units.is_empty() => units,
        units => format!("; bỏ qua vì có lỗi: {units}"),
    };
    let is_note = |finding: &&Finding| finding.severity == Severity::Note;
    let notes = match result.findings.iter().filter(is_note).count() {
        0 => String::new(),
        notes => format!("; {notes} ghi chú"),
    };
    format!("{done}{right}{skipped}{notes}")
}

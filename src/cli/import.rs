//! The command `import`: has Word documents, forms and tables held against the returns and writes them. Not for what
//! changes ([`crate::import`]) and not for telling it ([`super::import_told`]).

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::came_back::came_back;
use super::import_told::tell;
use super::reporter::Reporter;
use super::sent_files::{SentFiles, sent_files};
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding};
use crate::disk::file_system::{FileSystem, Local};
use crate::docx::settled::Tracked;
use crate::draft::account::DraftAccount;
use crate::error::Error;
use crate::forms::importing::{FormsRequest, Taking, import as forms};
use crate::import::issued::of_issued;
use crate::import::lock::DossierLock;
use crate::import::{ImportRequest, ImportResult, ReadingOptions, import};
use crate::load::plan_file;
use crate::model::period::Period;
use crate::options::Paths;
use crate::source::{SourceFile, Span};

/// What an import does with what it finds.
#[derive(Clone, Copy)]
pub(crate) enum Effect<'f> {
    /// Only tells it.
    DryRun,
    /// Writes it here.
    Write(&'f dyn FileSystem),
}

/// What was asked for: files, folders and a dossier as typed.
#[derive(Debug, Clone)]
pub struct AskedImport {
    /// Files and folders; among those behind the first, the dossier.
    pub words: Vec<PathBuf>,
    /// The sheet of a table.
    pub sheet: Option<String>,
    /// The period; forms have their own.
    pub period: Option<Period>,
    /// The as-of date of new returns.
    pub as_of: Option<NaiveDate>,
    /// What becomes of forms with refused cells.
    pub taking: Taking,
    /// How a table is read.
    pub reading: ReadingOptions,
}

/// What all files come to, and what came back in Word documents among them.
type Prepared = (ImportResult, Vec<DraftAccount>);

/// Runs the command; the result is the exit code.
#[must_use]
pub(crate) fn run(
    asked: &AskedImport,
    tracked: Tracked,
    paths: &Paths,
    effect: Effect<'_>,
    reporter: &Reporter,
) -> u8 {
    let result = match effect {
        Effect::DryRun => prepare_sent(asked, tracked, paths, &Local),
        Effect::Write(files) => import_all(asked, tracked, paths, files),
    };
    match result {
        Ok((result, accounts)) => tell(&result, &accounts, reporter),
        Err(error) => reporter.stopped(&error),
    }
}

/// Imports forms and tables. Which dossiers forms are of is in the forms, so all dossiers are held from the first look to the last
/// write: two imports at once would each put back what the other changed.
fn import_all(
    asked: &AskedImport,
    tracked: Tracked,
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<Prepared, Error> {
    let dossiers = plan_file::dossiers(files, paths, &[])?.names;
    let lock = |dossier: String| DossierLock::take(files, &paths.inputs.join(dossier));
    let _locks = dossiers.into_iter().map(lock).collect::<Result<Vec<_>, _>>()?;
    let (mut result, accounts) = prepare_sent(asked, tracked, paths, files)?;
    result.write(files);
    Ok((result, accounts))
}

/// What Word documents, forms and tables together come to. Nothing is written.
fn prepare_sent(
    asked: &AskedImport,
    tracked: Tracked,
    paths: &Paths,
    disk: &dyn FileSystem,
) -> Result<Prepared, Error> {
    let mut sent = sent_files(disk, &asked.words, paths)?;
    let (came, accounts) = came_back(&mut sent, tracked, asked.period, paths, disk)?;
    let mut result = ImportResult::default();
    for more in came {
        merge(&mut result, more);
    }
    let issued = of_issued(&result.drafts, paths, disk);
    result.findings.extend(issued);
    let taken = !accounts.is_empty() || !result.findings.is_empty();
    if let [folder] = sent.folders.as_slice()
        && sent.files.is_empty()
        && sent.unread.is_empty()
        && !taken
    {
        return Err(Error::NothingSent(folder.clone()));
    }
    if !taken || !sent.files.is_empty() || !sent.unread.is_empty() {
        merge(&mut result, prepare_tables(asked, sent, paths, disk)?);
    }
    Ok((result, accounts))
}

/// What forms and tables together come to. Nothing is written.
///
/// # Errors
/// A dossier, sheet, period or date that does not fit; a table without a period.
pub fn prepare_all(
    asked: &AskedImport,
    paths: &Paths,
    disk: &dyn FileSystem,
) -> Result<ImportResult, Error> {
    prepare_tables(asked, sent_files(disk, &asked.words, paths)?, paths, disk)
}

fn prepare_tables(
    asked: &AskedImport,
    sent: SentFiles,
    paths: &Paths,
    disk: &dyn FileSystem,
) -> Result<ImportResult, Error> {
    let SentFiles { dossier, files, folders, unread } = sent;
    let request = FormsRequest {
        dossier: dossier.clone(),
        period: asked.period,
        as_of: asked.as_of,
        taking: asked.taking,
    };
    let (mut result, tables) = forms(disk, files, &request, paths)?;
    result.findings.extend(unread);
    for file in tables {
        let Some(period) = asked.period else {
            if folders.iter().any(|folder| file.starts_with(folder)) {
                result.findings.push(no_form(&file));
                continue;
            }
            return Err(Error::TableWithoutPeriod(file));
        };
        let (sheet, as_of) = (asked.sheet.clone(), asked.as_of);
        let (dossier, reading) = (dossier.clone(), asked.reading);
        let request = ImportRequest { file, sheet, dossier, period, as_of, reading };
        merge(&mut result, prepare(&request, paths, disk)?);
    }
    let issued = of_issued(&result.drafts, paths, disk);
    result.findings.extend(issued);
    Ok(result)
}

/// A table in a folder of forms.
fn no_form(file: &Path) -> Finding {
    let shown = slashed(file);
    let message = format!("{shown}: không phải biểu của chương trình nên không nhập");
    let hint =
        "là bảng số liệu thì nhập riêng, thêm --period; là biểu đã gõ lại thì chép số vào biểu gốc";
    let whole = Span::whole(&SourceFile::new(shown, ""));
    Finding::new(Code::NotImported, message).at(&whole).hint(hint)
}

/// Adds what a table comes to. What two files make of a return is taken if it is
/// the same.
fn merge(all: &mut ImportResult, more: ImportResult) {
    for draft in more.drafts {
        let other = all.drafts.iter().find(|other| other.path == draft.path);
        if other.is_some_and(|other| other.bytes == draft.bytes) {
            continue;
        }
        if other.is_some() {
            let message = format!("{}: hai tệp cùng nhập vào, mới nhận tệp đầu", draft.shown);
            let hint = "nhập từng tệp một, xem lại những chỗ khác nhau";
            let whole = Span::whole(&SourceFile::new(draft.shown.as_str(), ""));
            all.findings.push(Finding::new(Code::BadTable, message).at(&whole).hint(hint));
            all.refused.push(draft.shown);
        } else {
            all.drafts.push(draft);
        }
    }
    all.account.join(more.account);
    all.unchanged += more.unchanged;
    all.refused.extend(more.refused);
    all.blank.extend(more.blank);
    all.findings.extend(more.findings);
}

/// What the request comes to. Nothing is written.
///
/// # Errors
/// A dossier, sheet, period or date that does not fit.
pub(crate) fn prepare(
    request: &ImportRequest,
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<ImportResult, Error> {
    let dossier = dossier(request, paths, files)?;
    let period = request.period;
    if let Some(date) = request.as_of.filter(|date| !period.contains(*date)) {
        return Err(Error::DateOutside { date, period });
    }
    let folder = paths.inputs.join(&dossier);
    let shown = format!("{}/{dossier}", paths.inputs_shown());
    match plan_file::read(files, &folder, &shown) {
        Ok(plan) => {
            let known = plan.years.0.min(plan.base_year.unwrap_or(u16::MAX))..=plan.years.1;
            if !known.contains(&period.year()) {
                return Err(Error::OutsidePlan { period, years: plan.years });
            }
            import(files, request, &plan, &folder, &shown)
        }
        Err(findings) => Ok(ImportResult { findings, ..ImportResult::default() }),
    }
}

/// The dossier that takes the figures.
fn dossier(
    request: &ImportRequest,
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<String, Error> {
    let known = plan_file::dossiers(files, paths, request.dossier.as_slice())?;
    // Another dossier may have been meant.
    if let Some(finding) = known.unread.first() {
        return Err(Error::unread(finding));
    }
    let mut dossiers = known.names;
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
    let _lock = DossierLock::take(files, &paths.inputs.join(dossier(request, paths, files)?))?;
    let mut result = prepare(request, paths, files)?;
    result.write(files);
    Ok(result)
}

//! The command `issue`: what was asked for becomes entries of the register, and what was done is told. Not for issuing
//! ([`crate::issuing`]).

use chrono::NaiveDate;

use super::register_arguments::IssueAsked;
use super::reporter::Reporter;
use super::today::today;
use super::typed_period::asked;
use crate::diagnostic::{Code, Finding};
use crate::disk;
use crate::disk::file_system::FileSystem;
use crate::disk::links::leads_outside;
use crate::disk::write::replace;
use crate::error::Error;
use crate::import::lock::DossierLock;
use crate::issuing::enter::{signed, void};
use crate::issuing::issue::{Issued, issue, tried_out};
use crate::issuing::request::{IssueRequest, Which};
use crate::issuing::workspace::Workspace;
use crate::model::written_date::short;
use crate::options::{AskedPeriod, Paths};
use crate::output::artifact;
use crate::output::artifact::PDF;
use crate::register::entry::{Act, Entry};
use crate::register::kept;
use crate::report::due::Job;

/// Runs the command; the result is the exit code: 1 if something stands against issuing.
#[must_use]
pub(super) fn run(
    typed: &IssueAsked,
    paths: &Paths,
    files: &dyn FileSystem,
    reporter: &Reporter,
) -> u8 {
    match perform(typed, paths, files, reporter) {
        Ok(0) => reporter.code(0),
        Ok(code) => code,
        Err(error) => reporter.stopped(&error),
    }
}

fn perform(
    typed: &IssueAsked,
    paths: &Paths,
    files: &dyn FileSystem,
    reporter: &Reporter,
) -> Result<u8, Error> {
    let mut workspace = Workspace::open(paths, files)?;
    for folder in &workspace.finished {
        reporter.beside(&format!("Việc cấp số dở dang lần trước đã được làm nốt: {folder}\n"));
    }
    if typed.reason.is_some() && typed.replace.is_none() && typed.void.is_none() {
        let told = "«--reason» là lý do thay thế hoặc hủy: ghi cùng --replace hoặc --void";
        return Err(Error::NoNumber(told.to_owned()));
    }
    let which = which(typed)?;
    let names = names(&workspace, &which, typed)?;
    let dossiers: Vec<String> =
        names.iter().take(1).filter_map(|name| name.split('/').next()).map(str::to_owned).collect();
    let _held =
        dossiers.first().map(|id| DossierLock::take(files, &paths.inputs.join(id))).transpose()?;
    if let Some(number) = typed.void {
        let reason = typed.reason.as_deref().unwrap_or_default();
        let day = typed.date.unwrap_or_else(today);
        let entry = void(&mut workspace, &names[0], number, (day, reason));
        return Ok(told(entry, reporter, |entry| {
            format!("Đã hủy số {}: {reason}. Số này không dùng lại.\n", entry.numbered())
        }));
    }
    if let Some(file) = &typed.signed {
        let day = typed.date.unwrap_or_else(today);
        let entry = signed(&mut workspace, &names[0], (file, day), typed.with_warnings);
        return Ok(told(entry, reporter, signed_told));
    }
    let Some(date) = typed.date else {
        return Err(Error::NoNumber(
            "thiếu «--date <NGÀY>»: ngày của văn bản, ví dụ --date 2026-10-05".to_owned(),
        ));
    };
    let now = today();
    if date > now {
        let told = format!(
            "ngày {} chưa đến (hôm nay {}); xem lại --date",
            short(date.into()),
            short(now.into())
        );
        return Err(Error::NoNumber(told));
    }
    if typed.trial.dry_run {
        return Ok(try_out(&mut workspace, (&names, typed.all), &request(typed, date), reporter));
    }
    Ok(issue_all(&mut workspace, (&names, typed.all), &request(typed, date), reporter))
}

/// Which reports are meant, the period as its folder is called.
fn which(typed: &IssueAsked) -> Result<Which, Error> {
    let period = match asked(&typed.period) {
        Ok(AskedPeriod::Whole(period)) => period.to_string(),
        Ok(AskedPeriod::Quarter(quarter)) => {
            let told =
                format!("kỳ «{}» thiếu năm: ghi cả năm, ví dụ 2024-Q{quarter}", typed.period);
            return Err(Error::NoNumber(told));
        }
        Err(_) => typed.period.clone(),
    };
    Ok(Which { dossier: typed.dossier.clone(), period, unit: typed.unit.clone() })
}

/// The names of the reports that are meant. What is only entered may be of a report that is not due any more.
fn names(
    workspace: &Workspace<'_>,
    which: &Which,
    typed: &IssueAsked,
) -> Result<Vec<String>, Error> {
    let unit = which.unit.as_deref().unwrap_or_default();
    let name = format!("{}/{}/{unit}", which.dossier, which.period);
    let entered = typed.void.is_some() || typed.signed.is_some();
    if entered && workspace.register.in_force().contains_key(name.as_str()) {
        return Ok(vec![name]);
    }
    Ok(workspace.jobs(which)?.iter().map(Job::name).collect())
}

fn request(typed: &IssueAsked, date: NaiveDate) -> IssueRequest {
    IssueRequest {
        date,
        number: typed.number,
        gap: typed.gap.clone(),
        replaces: typed.replace.zip(typed.reason.clone()),
        copies: typed.copies,
        note: typed.note.clone(),
        with_warnings: typed.with_warnings,
        illustrative: typed.illustrative,
    }
}

/// The reports that are meant; of all those that have no number yet.
fn without_number(workspace: &Workspace<'_>, names: &[String], all: bool) -> Vec<String> {
    let issued = workspace.register.in_force();
    let asked = |name: &&String| !(all && issued.contains_key(name.as_str()));
    names.iter().filter(asked).cloned().collect()
}

/// Tells which numbers the reports would get, and what stands against those that would get none.
fn try_out(
    workspace: &mut Workspace<'_>,
    (names, all): (&[String], bool),
    request: &IssueRequest,
    reporter: &Reporter,
) -> u8 {
    let mut code = 0;
    for name in &without_number(workspace, names, all) {
        match tried_out(workspace, name, request) {
            Ok(entry) => reporter.beside(&format!(
                "Sẽ ban hành {name}: {} số {}, ngày {}\n",
                entry.series.kind,
                entry.numbered(),
                short(entry.date.into())
            )),
            Err(found) => {
                code = 1;
                _ = reporter.findings(&found.iter().collect::<Vec<_>>());
            }
        }
    }
    reporter.beside("Xem thử: chưa cấp số, chưa ghi gì.\n");
    code
}

/// Issues each of the reports, of `all` those that have no number yet; one that cannot be does not keep the others, unless the
/// disk takes no more.
fn issue_all(
    workspace: &mut Workspace<'_>,
    (names, all): (&[String], bool),
    request: &IssueRequest,
    reporter: &Reporter,
) -> u8 {
    let mut code = 0;
    let (mut done, mut tried) = (0, 0);
    for name in &without_number(workspace, names, all) {
        tried += 1;
        match issue(workspace, name, request) {
            Ok(issued) => {
                done += 1;
                show(workspace, &issued);
                reporter.beside(&issued_told(&issued, &workspace.snapshot.shown));
            }
            Err(found) => {
                code = 1;
                _ = reporter.findings(&found.iter().collect::<Vec<_>>());
                if found.iter().any(|one| one.code == Code::NotWritten) {
                    break;
                }
            }
        }
    }
    if all && done == 0 && code == 0 {
        reporter.beside("Không còn báo cáo nào chưa có số trong kỳ này.\n");
    }
    if done > 0 {
        let left = tried - done;
        let left = if left > 0 {
            format!("; {left} báo cáo chưa cấp được, vì các điều nêu trên")
        } else {
            String::new()
        };
        reporter.beside(&format!("Đã cấp {done} số{left}. Việc tiếp theo: baocao build, để các báo cáo khác theo bản đã ban hành.\n"));
    }
    code
}

/// Puts the issued PDF into the output folder at once; where that cannot be, the next build does.
fn show(workspace: &Workspace<'_>, issued: &Issued) {
    let place = issued.entry.kept.as_ref().map(|kept| format!("{}/{}", kept.folder, kept::PDF));
    let Some(place) = place else { return };
    let mut path = workspace.paths.inputs.clone();
    path.extend(place.split('/'));
    let out = artifact::path(&workspace.paths.out, &issued.report, PDF);
    let bytes = disk::bytes(&path).filter(|_| !leads_outside(&workspace.paths.out, &out));
    if let Some(bytes) = bytes {
        _ = replace(workspace.files, &out, &bytes);
    }
}

fn issued_told(issued: &Issued, inputs: &str) -> String {
    let entry = &issued.entry;
    let kept = entry.kept.as_ref().map_or("", |kept| kept.folder.as_str());
    format!(
        "Đã ban hành {}: {} số {}, ngày {}; lưu ở {inputs}/{kept}\n",
        issued.report,
        entry.series.kind,
        entry.numbered(),
        short(entry.date.into())
    )
}

fn signed_told(entry: &Entry) -> String {
    let proof = entry.signed.as_ref().map_or("", |signed| signed.proof.as_str());
    format!("Đã vào sổ bản ký của {} số {}: {proof}\n", entry.series.kind, entry.numbered())
}

pub(super) fn told(
    entry: Result<Entry, Vec<Finding>>,
    reporter: &Reporter,
    words: impl Fn(&Entry) -> String,
) -> u8 {
    match entry {
        Ok(entry) => {
            debug_assert!(entry.act != Act::Issued);
            reporter.beside(&words(&entry));
            0
        }
        Err(found) => {
            _ = reporter.findings(&found.iter().collect::<Vec<_>>());
            1
        }
    }
}

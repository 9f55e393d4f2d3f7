//! Writes Word drafts of reports whose data is right, each beside its PDF: one that nothing has changed is left alone, one that
//! somebody has corrected is never written over. Not for what is in one ([`crate::draft`]) and not for what comes back from it.

mod record;
pub(crate) mod workspace;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use self::record::{DraftRecord, WrittenDraft};
use self::workspace::{Workspace, kept_path};
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding};
use crate::disk::file_system::FileSystem;
use crate::disk::read::{if_there, not_read};
use crate::disk::write::replace_if_changed;
use crate::docx::document::Kept;
use crate::docx::write::docx;
use crate::error::Error;
use crate::options::Paths;
use crate::output::artifact;
use crate::output::lock::Lock;
use crate::output::manifest::FileMark;
use crate::pipeline::Environment;
use crate::report::due::Job;
use crate::toolchain::CompiledKind;

/// The ending of a draft.
pub(crate) const DOCX: &str = "docx";

/// Which drafts are asked for.
#[derive(Debug, Clone)]
pub struct DraftRequest {
    /// The folders.
    pub paths: Paths,
    /// The names of the reports, whose data is right.
    pub reports: Vec<String>,
    /// Which draft it is, from 1; none: what the plan says.
    pub number: Option<u8>,
    /// Whether one that was corrected is written over.
    pub replaces: bool,
}

/// What became of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftOutcome {
    /// It was written.
    Written,
    /// It stands as it would be written.
    Unchanged,
    /// It stands as somebody has corrected it.
    Corrected,
    /// It could not be made, or not be written.
    Failed,
}

/// The drafts that were asked for.
#[derive(Debug, Default)]
pub struct Drafted {
    /// Where each is, and what became of it.
    pub drafts: Vec<(PathBuf, DraftOutcome)>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Writes the drafts.
///
/// # Errors
/// No inputs, templates that cannot be used, or an output folder another run writes to.
pub fn write(request: &DraftRequest, environment: &Environment<'_>) -> Result<Drafted, Error> {
    let (paths, files) = (&request.paths, environment.files);
    let _held = Lock::take(files, &paths.out)?;
    let asked: BTreeSet<&str> = request.reports.iter().map(String::as_str).collect();
    let of_dossier =
        |dossier: &str| asked.iter().any(|name| name.split('/').next() == Some(dossier));
    let workspace = Workspace::open(paths, files, of_dossier)?;
    let jobs = workspace.jobs(|name| asked.contains(name));
    let compiled = workspace.toolchain.compiled(jobs.iter().map(|job| &job.due.kind));
    let record = DraftRecord::read(files, &paths.out);
    let drafter = Drafter { request, workspace: &workspace, record: &record, files };
    environment.progress.start(jobs.len());
    let made: Vec<(String, Made)> = jobs
        .par_iter()
        .filter(|_| !environment.cancel.is_cancelled())
        .filter_map(|job| {
            let kind = compiled.get(&job.due.kind)?.as_ref().as_ref().ok()?;
            let made = drafter.made(job, kind);
            environment.progress.step(&job.name());
            Some((job.name(), made))
        })
        .collect();
    let stopped = environment.cancel.is_cancelled();
    let gone = asked.into_iter().filter(|name| !stopped && !made.iter().any(|one| one.0 == *name));
    let gone: Vec<String> = gone.map(str::to_owned).collect();
    let mut result = drafter.keep(made, record.clone())?;
    result.findings.extend(gone.iter().map(|name| changed_meanwhile(name)));
    Ok(result)
}

/// A finding for a report whose data was right when it was checked, and is not there any more.
fn changed_meanwhile(name: &str) -> Finding {
    let message = format!("{name}: số liệu đổi hoặc không đọc được trong khi lập bản Word");
    Finding::new(Code::NotWritten, message).hint("chạy lại lệnh")
}

/// A draft that was made, or why there is none to be written.
enum Made {
    /// To be written.
    New(Box<NewDraft>),
    /// Nothing is to be written.
    Left(DraftOutcome, Vec<Finding>),
}

/// A draft to be written.
struct NewDraft {
    bytes: Vec<u8>,
    /// Hash of what it was made from.
    from: String,
    kept: Option<Kept>,
}

struct Drafter<'a> {
    request: &'a DraftRequest,
    workspace: &'a Workspace,
    record: &'a DraftRecord,
    files: &'a dyn FileSystem,
}

impl Drafter<'_> {
    fn path(&self, name: &str) -> PathBuf {
        artifact::path(&self.request.paths.out, name, DOCX)
    }

    /// The draft of a report, unless it stands already or was corrected.
    fn made(&self, job: &Job<'_>, kind: &CompiledKind) -> Made {
        let name = job.name();
        let number = self.request.number;
        let made = self.workspace.with_markup(job, kind, number, |markup, context| {
            let from = self.workspace.toolchain.shared.of(&markup).hash();
            let known = self.record.of(&name);
            let path = self.path(&name);
            let shown = slashed(&path);
            // What cannot be read may be what somebody has corrected.
            let there = if_there(self.files, &path);
            let there = there.map_err(|fault| vec![not_read(&fault, &shown)])?;
            let mark = there.map(|bytes| FileMark::of(&bytes));
            let intact = known.is_some_and(|known| Some(&known.mark) == mark.as_ref());
            if intact && known.is_some_and(|known| known.from == from) {
                return Ok(Made::Left(DraftOutcome::Unchanged, Vec::new()));
            }
            let document = self.workspace.document(markup, context, kind, &name)?;
            let bytes = docx(&document);
            let as_it_is = mark.as_ref() == Some(&FileMark::of(&bytes));
            if mark.is_some() && !intact && !as_it_is && !self.request.replaces {
                let told = corrected(&self.path(&name));
                return Ok(Made::Left(DraftOutcome::Corrected, vec![told]));
            }
            Ok(Made::New(Box::new(NewDraft { bytes, from, kept: document.kept })))
        });
        made.unwrap_or_else(|findings| Made::Left(DraftOutcome::Failed, findings))
    }

    /// Writes what was made.
    fn keep(&self, made: Vec<(String, Made)>, mut record: DraftRecord) -> Result<Drafted, Error> {
        let out = &self.request.paths.out;
        let mut drafted = Drafted::default();
        for (name, made) in made {
            let path = self.path(&name);
            let outcome = match made {
                Made::Left(outcome, findings) => {
                    drafted.findings.extend(findings);
                    outcome
                }
                Made::New(new) => match self.put(&path, &new) {
                    Ok(()) => {
                        let mark = FileMark::of(&new.bytes);
                        record.enter(&name, WrittenDraft { from: new.from, mark });
                        DraftOutcome::Written
                    }
                    Err(error) => {
                        let told = Finding::not_written(Unwritten::Output(&path), &error);
                        drafted.findings.push(told);
                        DraftOutcome::Failed
                    }
                },
            };
            drafted.drafts.push((path, outcome));
        }
        let path = DraftRecord::path(out);
        replace_if_changed(self.files, &path, record.text().as_bytes())
            .map_err(|source| Error::Output { path, source })?;
        Ok(drafted)
    }

    /// Writes one, what it said first: a program that saves it may drop that.
    fn put(&self, path: &Path, new: &NewDraft) -> std::io::Result<()> {
        if let Some(kept) = &new.kept {
            let snapshot = kept_path(&self.request.paths.out, &kept.mark);
            replace_if_changed(self.files, &snapshot, kept.words.as_bytes())?;
        }
        replace_if_changed(self.files, path, &new.bytes).map(|_| ())
    }
}

/// A finding for a draft that somebody has corrected.
fn corrected(path: &Path) -> Finding {
    let shown = slashed(path);
    let message = "bản Word này đã được sửa sau khi lập, nên không lập đè lên";
    let hint = format!(
        "lời đã sửa mà chưa nhập thì nhập bằng «baocao import {shown}»; đã nhập rồi, hoặc muốn bỏ các chỗ sửa, thì thêm --force"
    );
    Finding::new(Code::DraftKept, message).at(&artifact::place(path)).hint(hint)
}

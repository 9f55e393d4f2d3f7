//! Writes Word drafts of reports whose data is right, each beside its PDF: one that nothing has changed is left alone, one that
//! somebody has corrected is never written over. Not for what is in one ([`crate::draft`]) and not for what comes back from it.

mod record;

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use self::record::{DraftRecord, WrittenDraft};
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::{Code, Finding};
use crate::disk::file_system::FileSystem;
use crate::disk::read::if_there;
use crate::disk::write::replace_if_changed;
use crate::docx::write::docx;
use crate::draft::twin::document;
use crate::error::Error;
use crate::inputs::snapshot::InputSnapshot;
use crate::load::dossiers::from;
use crate::model::returns::Narrative;
use crate::options::Paths;
use crate::output::artifact;
use crate::output::lock::Lock;
use crate::output::manifest::FileMark;
use crate::pipeline::Environment;
use crate::register::check::register;
use crate::register::stamp::draft;
use crate::report::context::ReportContext;
use crate::report::due::Job;
use crate::report::views::table::ViewTable;
use crate::report::{assemble, due};
use crate::toolchain::{CompiledKind, Toolchain};
use crate::typeset::typesetter::Typesetter;

/// The ending of a draft.
pub(crate) const DOCX: &str = "docx";
/// Typst's results are kept for the next document only.
const KEPT: usize = 1;

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
    let toolchain = Toolchain::open(paths)?;
    let snapshot = InputSnapshot::take(files, &paths.inputs, &paths.inputs_shown(), None);
    let register = register(files, &snapshot);
    let coverage = toolchain.typesetter.fonts().coverage();
    let loaded = from(files, &snapshot, &register, &coverage);
    let all = loaded.dossiers.iter().flat_map(|one| due(&loaded.dossiers, one, &toolchain.kinds));
    let jobs: Vec<Job<'_>> = all.filter(|job| request.reports.contains(&job.name())).collect();
    let compiled = toolchain.compiled(jobs.iter().map(|job| &job.due.kind));
    let record = DraftRecord::read(files, &paths.out);
    let in_force = register.in_force();
    let drafter = Drafter { request, toolchain: &toolchain, record: &record, files };
    environment.progress.start(jobs.len());
    let made: Vec<(String, Made)> = jobs
        .par_iter()
        .filter(|_| !environment.cancel.is_cancelled())
        .filter_map(|job| {
            let kind = compiled.get(&job.due.kind)?.as_ref().as_ref().ok()?;
            let stamp = in_force.get(job.name().as_str()).map(|entry| draft(entry));
            let made = drafter.made(&Job { stamp: stamp.as_ref(), ..*job }, kind);
            environment.progress.step();
            Some((job.name(), made))
        })
        .collect();
    drafter.keep(made, record.clone())
}

/// A draft that was made, or why there is none to be written.
enum Made {
    /// Its bytes, and the hash of what it was made from.
    Bytes(Vec<u8>, String),
    /// Nothing is to be written.
    Left(DraftOutcome, Vec<Finding>),
}

struct Drafter<'a> {
    request: &'a DraftRequest,
    toolchain: &'a Toolchain,
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
        let none = Narrative::default();
        let context = ReportContext::new(job, &kind.kind, &none).with_origins();
        let views = ViewTable::new(context);
        let markup = match self.markup(&views, kind) {
            Ok(markup) => markup,
            Err(finding) => return Made::Left(DraftOutcome::Failed, vec![finding]),
        };
        let from = self.toolchain.shared.of(&markup).hash();
        let known = self.record.of(&name);
        let there = if_there(self.files, &self.path(&name));
        let mark = there.ok().flatten().map(|bytes| FileMark::of(&bytes));
        let intact = known.is_some_and(|known| Some(&known.mark) == mark.as_ref());
        if intact && known.is_some_and(|known| known.from == from) {
            return Made::Left(DraftOutcome::Unchanged, Vec::new());
        }
        let tree = self.toolchain.typesetter.tree(markup);
        Typesetter::forget(KEPT);
        let together = kind.engine.together();
        let made = tree.and_then(|tree| {
            document(&tree, &views.context, together, &name).map_err(|finding| vec![finding])
        });
        let bytes = match made {
            Ok(document) => docx(&document),
            Err(findings) => return Made::Left(DraftOutcome::Failed, findings),
        };
        let as_it_is = mark.as_ref() == Some(&FileMark::of(&bytes));
        if mark.is_some() && !intact && !as_it_is && !self.request.replaces {
            return Made::Left(DraftOutcome::Corrected, vec![corrected(&self.path(&name))]);
        }
        Made::Bytes(bytes, from)
    }

    /// The markup of a report, its words marked with where they come from.
    fn markup(&self, views: &ViewTable<'_>, kind: &CompiledKind) -> Result<String, Finding> {
        let profile = self.toolchain.profiles.on(views.context.reference())?;
        let mut view = assemble(views, profile)?;
        if let Some(number) = self.request.number {
            view.van_ban.set_draft(number);
        }
        kind.engine.render(&view)
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
                Made::Bytes(bytes, from) => match replace_if_changed(self.files, &path, &bytes) {
                    Ok(_) => {
                        record.enter(&name, WrittenDraft { from, mark: FileMark::of(&bytes) });
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
}

/// A finding for a draft that somebody has corrected.
fn corrected(path: &Path) -> Finding {
    let shown = path.to_string_lossy().replace('\\', "/");
    let message = "bản Word này đã được sửa sau khi lập, nên không lập đè lên";
    let hint = format!(
        "nhập lời đã sửa bằng «baocao import {shown}»; muốn bỏ các chỗ sửa thì thêm --force"
    );
    Finding::new(Code::DraftKept, message).at(&artifact::place(path)).hint(hint)
}

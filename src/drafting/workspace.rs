//! What Word drafts are made from: inputs, register, templates. Not for writing drafts.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diagnostic::Finding;
use crate::disk::file_system::FileSystem;
use crate::disk::read::if_there;
use crate::docx::document::WordDocument;
use crate::draft::snapshot::Snapshot;
use crate::draft::twin::document;
use crate::error::Error;
use crate::inputs::snapshot::InputSnapshot;
use crate::load::dossiers::{plans, read_units};
use crate::load::issued_returns::folders_with_issued;
use crate::load::loaded::Loaded;
use crate::model::dossier::Dossier;
use crate::model::returns::Narrative;
use crate::model::unit::Predecessor;
use crate::options::Paths;
use crate::output::lock::PRIVATE;
use crate::pipeline::read_before::ReadBefore;
use crate::register::book::Register;
use crate::register::check::register;
use crate::register::stamp::draft;
use crate::report::context::ReportContext;
use crate::report::due::Job;
use crate::report::views::table::ViewTable;
use crate::report::{assemble, due};
use crate::toolchain::{CompiledKind, Toolchain};
use crate::typeset::typesetter::Typesetter;

/// The folder of snapshots in the program's own.
const SNAPSHOTS: &str = "ban-word";
/// Typst's results are kept for the next document only.
const KEPT: usize = 1;

/// Inputs, register and templates.
pub(crate) struct Workspace {
    pub(super) toolchain: Toolchain,
    register: Register,
    loaded: Loaded,
}

impl Workspace {
    /// Reads the dossiers that are `wanted` and those their units were in before; files in which the last run found no error
    /// without checking them again.
    ///
    /// # Errors
    /// Templates that cannot be used.
    pub(crate) fn open(
        paths: &Paths,
        files: &dyn FileSystem,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<Self, Error> {
        let toolchain = Toolchain::open(paths)?;
        let snapshot = InputSnapshot::take(files, &paths.inputs, &paths.inputs_shown(), None);
        let register = register(files, &snapshot);
        let coverage = toolchain.typesetter.fonts().coverage();
        let folders = folders_with_issued(files, &snapshot, &register);
        let mut loaded = plans(&snapshot, &folders, &coverage);
        let own: BTreeSet<String> = with_predecessors(&loaded, wanted);
        let known = ReadBefore::of(files, &paths.out, &folders, toolchain.files().hash());
        let right = |dossier: &str, name: &str| known.was_right(dossier, name);
        read_units(&mut loaded, &folders, &coverage, |dossier, _| own.contains(dossier), right);
        Ok(Self { toolchain, register, loaded })
    }

    /// The reports that are due and `wanted` by name.
    pub(super) fn jobs(&self, wanted: impl Fn(&str) -> bool) -> Vec<Job<'_>> {
        let dossiers = &self.loaded.dossiers;
        let all = dossiers.iter().flat_map(|one| due(dossiers, one, &self.toolchain.kinds));
        all.filter(|job| wanted(&job.name())).collect()
    }

    /// The markup of a report as a draft, its words marked with where they come from, for `made`.
    ///
    /// # Errors
    /// What keeps it from being made.
    pub(super) fn with_markup<T>(
        &self,
        job: &Job<'_>,
        kind: &CompiledKind,
        number: Option<u8>,
        made: impl FnOnce(String, &ReportContext<'_>) -> Result<T, Vec<Finding>>,
    ) -> Result<T, Vec<Finding>> {
        let name = job.name();
        let stamp = self.register.in_force().get(name.as_str()).map(|entry| draft(entry));
        let present = job.present();
        let dossier = present.as_ref().unwrap_or(job.dossier);
        let job = Job { dossier, stamp: stamp.as_ref(), ..*job };
        let none = Narrative::default();
        let context = ReportContext::new(&job, &kind.kind, &none).with_origins();
        let views = ViewTable::new(context);
        let markup = self.markup(&views, kind, number).map_err(|finding| vec![finding])?;
        made(markup, &views.context)
    }

    fn markup(
        &self,
        views: &ViewTable<'_>,
        kind: &CompiledKind,
        number: Option<u8>,
    ) -> Result<String, Finding> {
        let profile = self.toolchain.profiles.on(views.context.reference())?;
        let mut view = assemble(views, profile)?;
        if let Some(number) = number {
            view.van_ban.set_draft(number);
        }
        kind.engine.render(&view)
    }

    /// The document of a report's markup.
    ///
    /// # Errors
    /// What keeps it from being made.
    pub(super) fn document(
        &self,
        markup: String,
        context: &ReportContext<'_>,
        kind: &CompiledKind,
        name: &str,
    ) -> Result<WordDocument, Vec<Finding>> {
        let tree = self.toolchain.typesetter.tree(markup);
        Typesetter::forget(KEPT);
        document(&tree?, context, kind.engine.together(), name).map_err(|finding| vec![finding])
    }

    /// What a report says now; none if it is not due, or cannot be made.
    pub(crate) fn present(&self, name: &str) -> Option<Snapshot> {
        let jobs = self.jobs(|other| other == name);
        let job = jobs.first()?;
        let compiled = self.toolchain.compiled(std::iter::once(&job.due.kind));
        let kind = compiled.get(&job.due.kind)?.as_ref().as_ref().ok()?;
        let made = self.with_markup(job, kind, None, |markup, context| {
            self.document(markup, context, kind, name)
        });
        Snapshot::from_json(&made.ok()?.kept?.words)
    }
}

/// The dossiers that are wanted, and those their units were in before.
fn with_predecessors(loaded: &Loaded, wanted: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let asked = loaded.dossiers.iter().filter(|one| wanted(one.plan.id.as_str()));
    let of = |dossier: &Dossier| {
        let before = dossier.plan.units.iter().flat_map(|unit| &unit.predecessors);
        let before = before.filter_map(|one| match one {
            Predecessor::Unit { dossier, .. } => Some(dossier.to_string()),
            Predecessor::Outside(_) => None,
        });
        before.chain([dossier.plan.id.to_string()]).collect::<Vec<_>>()
    };
    asked.flat_map(of).collect()
}

/// Where a snapshot is kept for drafts that lose theirs.
pub(super) fn kept_path(out: &Path, mark: &str) -> PathBuf {
    out.join(PRIVATE).join(SNAPSHOTS).join(format!("{mark}.json"))
}

/// What a draft said, by the mark of its snapshot, if it was written below `out`.
pub(crate) fn kept(files: &dyn FileSystem, out: &Path, mark: &str) -> Option<Snapshot> {
    if !mark.chars().all(|c| c.is_ascii_hexdigit()) {
        return None;
    }
    let bytes = if_there(files, &kept_path(out, mark)).ok()??;
    Snapshot::from_json(&String::from_utf8(bytes).ok()?)
}

//! What the library makes of a case's files, up to the views templates see: everything but pages. Not for what a
//! user runs ([`crate::dossier`]).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use baocao::assets::files::TemplateFiles;
use baocao::diagnostic::Finding;
use baocao::disk::file_system::Local;
use baocao::kinds::kind;
use baocao::kinds::kind::Kind;
use baocao::load::dossiers::load;
use baocao::load::loaded::Loaded;
use baocao::model::id::Id;
use baocao::model::returns::Narrative;
use baocao::options::Paths;
use baocao::report::context::ReportContext;
use baocao::report::due::Job;
use baocao::report::views::table::ViewTable;
use baocao::report::{ReportView, assemble, due};
use baocao::toolchain::Toolchain;

use crate::dossier::Dossier;

/// Templates, fonts and profiles of the program itself.
pub(crate) static TOOLCHAIN: LazyLock<Toolchain> = LazyLock::new(|| {
    // Beside this folder lie no templates.
    let paths = Paths { inputs: "nowhere/inputs".into(), ..Paths::default() };
    Toolchain::open(&paths).expect("the toolchain")
});

static TEMPLATES: LazyLock<TemplateFiles> = LazyLock::new(TemplateFiles::embedded);

/// The kind of report of this name.
pub(crate) fn kind(name: &str) -> Kind {
    kind::read(&TEMPLATES, &Id::parse(name).expect("an id")).expect("a kind")
}

/// Reads a case as the program does.
pub(crate) fn read(dossier: &Dossier) -> Loaded {
    load(&Local, &dossier.path("inputs"), "inputs", &TOOLCHAIN.typesetter.fonts().coverage())
        .expect("the inputs")
}

/// What `each` makes of the tables of every due report that is not refused, by name.
pub(crate) fn of_each<T>(
    loaded: &Loaded,
    mut each: impl FnMut(&Job<'_>, &ViewTable<'_>) -> T,
) -> BTreeMap<String, T> {
    let family = &loaded.dossiers;
    let jobs = family
        .iter()
        .flat_map(|dossier| due(family, dossier, &TOOLCHAIN.kinds))
        .filter(|job| !job.broken());
    let mut kinds: BTreeMap<String, Option<Kind>> = BTreeMap::new();
    let mut view = |job: &Job<'_>| {
        let id = &job.due.kind;
        let kind =
            kinds.entry(id.to_string()).or_insert_with(|| kind::read(&TEMPLATES, id).ok()).as_ref();
        let none = Narrative::default();
        let views = ViewTable::new(ReportContext::new(job, kind?, &none));
        Some((job.name(), each(job, &views)))
    };
    jobs.filter_map(|job| view(&job)).collect()
}

/// The view of every due report that is not refused, by name, or why it cannot be assembled.
pub(crate) fn assembled(loaded: &Loaded) -> BTreeMap<String, Result<ReportView, Finding>> {
    of_each(loaded, |_, views| {
        let profile = TOOLCHAIN.profiles.on(views.context.reference());
        profile.and_then(|profile| assemble(views, profile))
    })
}

/// The views of a case whose reports can all be assembled.
pub(crate) fn views(dossier: &Dossier) -> BTreeMap<String, ReportView> {
    let all = assembled(&read(dossier)).into_iter();
    all.map(|(name, view)| (name, view.expect("a view"))).collect()
}

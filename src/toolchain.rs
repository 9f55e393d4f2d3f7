//! Everything reports are made with, loaded once: templates, profiles, fonts, Typst. Not for any one report.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::assets::files::TemplateFiles;
use crate::assets::fonts::Fonts;
use crate::assets::location::template_files;
use crate::diagnostic::{Code, Finding};
use crate::disk::file_system::Local;
use crate::error::Error;
use crate::inspect::error::InspectionError;
use crate::inspect::table::RuleTables;
use crate::kinds::catalog::Kinds;
use crate::kinds::kind::Kind;
use crate::model::id::Id;
use crate::options::Paths;
use crate::output::fingerprint::Shared;
use crate::render::engine::Engine;
use crate::render::origins::Origins;
use crate::report::number_origins::mark_numbers;
use crate::report::views::table::ViewTable;
use crate::report::{ReportView, assemble};
use crate::source::Span;
use crate::typeset::profile::Profiles;
use crate::typeset::typesetter::Typesetter;

/// A kind of report, ready to render.
pub struct CompiledKind {
    /// Its manifest.
    pub(crate) kind: Kind,
    /// Its templates.
    pub(crate) engine: Engine,
}

/// The kinds of report that are asked for, or what is wrong with them.
pub type CompiledKinds = BTreeMap<Id, Arc<Result<CompiledKind, Vec<Finding>>>>;

/// Templates, profiles, fonts and Typst.
pub struct Toolchain {
    files: TemplateFiles,
    /// The kinds of report.
    pub kinds: Kinds,
    /// The format profiles.
    pub profiles: Profiles,
    /// Typst with the format library.
    pub typesetter: Typesetter,
    /// Hashes of what all reports share.
    pub(crate) shared: Shared,
    /// What finished pages are held against, if they are to be.
    pub(crate) tables: Option<RuleTables>,
    /// What all kinds share, compiled when the first is prepared.
    common: OnceLock<Result<Engine, Finding>>,
    prepared: Mutex<CompiledKinds>,
}

impl Toolchain {
    /// Loads everything with the templates of these paths, for pages that are not inspected.
    ///
    /// # Errors
    /// No such folder, no fonts, or a profile with errors.
    pub fn open(paths: &Paths) -> Result<Self, Error> {
        Self::with(template_files(&Local, paths)?, false)
    }

    /// Loads everything with these templates, ready to `inspect` finished pages if that is wanted.
    ///
    /// # Errors
    /// No fonts, or a profile with errors.
    pub(crate) fn with(files: TemplateFiles, inspect: bool) -> Result<Self, Error> {
        let fonts = Fonts::load(&files);
        if fonts.get(0).is_none() {
            return Err(Error::NoFonts);
        }
        let (kinds, (profiles, typesetter)) = rayon::join(
            || Kinds::read(&files),
            || rayon::join(|| Profiles::load(&files), || Typesetter::new(&files, fonts)),
        );
        Ok(Self {
            kinds,
            profiles: profiles.map_err(Error::Templates)?,
            shared: Shared::new(&files),
            typesetter,
            tables: inspect.then(|| tables(&files)).transpose()?,
            common: OnceLock::new(),
            prepared: Mutex::default(),
            files,
        })
    }

    /// Prepares the kinds of report that are asked for, each once. A kind with errors has none; what is wrong with it
    /// stands in its place.
    #[must_use]
    pub fn compiled<'a>(&self, kinds: impl Iterator<Item = &'a Id>) -> CompiledKinds {
        let mut prepared = self.prepared.lock().unwrap_or_else(PoisonError::into_inner);
        let mut compiled = CompiledKinds::new();
        for id in kinds {
            if !compiled.contains_key(id) {
                let compiled_kind =
                    prepared.entry(id.clone()).or_insert_with(|| Arc::new(self.compiled_kind(id)));
                compiled.insert(id.clone(), Arc::clone(compiled_kind));
            }
        }
        compiled
    }

    /// The template files.
    #[must_use]
    pub fn files(&self) -> &TemplateFiles {
        &self.files
    }

    /// The templates of a kind once more, writing marks that lead from markup back to template lines.
    #[must_use]
    pub(crate) fn marked(&self, kind: &Kind) -> Option<Engine> {
        Engine::marked(&self.files, kind).ok()
    }

    fn compiled_kind(&self, id: &Id) -> Result<CompiledKind, Vec<Finding>> {
        let wrong: Vec<Finding> = self.files.findings_of(id.as_str()).cloned().collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let manifest = self.files.place(&format!("{id}/loai.yaml"));
        let somewhere = |one: Finding| if one.span.is_some() { one } else { one.at(&manifest) };
        let known = self.kinds.find(id);
        let kind = known.map_err(|all| all.into_iter().map(somewhere).collect::<Vec<_>>())?.clone();
        let common = self.common.get_or_init(|| Engine::common(&self.files));
        let engine =
            common.as_ref().map_err(Clone::clone).and_then(|all| all.of(&self.files, &kind));
        let engine = engine.map_err(|finding| vec![finding])?;
        Ok(CompiledKind { kind, engine })
    }
}

/// The view of a report and the Typst markup of its page.
///
/// # Errors
/// A finding: no issuer or profile for its date, or a template that does not render.
pub(crate) fn rendered(
    views: &ViewTable<'_>,
    kind: &CompiledKind,
    toolchain: &Toolchain,
) -> Result<(ReportView, String), Finding> {
    let profile = toolchain.profiles.on(views.context.reference())?;
    let view = assemble(views, profile)?;
    let markup = kind.engine.render(&view)?;
    Ok((view, markup))
}

/// The Typst markup of the page of a view whose words are marked with where they come from, and where that is.
///
/// # Errors
/// As [`rendered`].
pub(crate) fn rendered_with_origins(
    views: &ViewTable<'_>,
    kind: &CompiledKind,
    toolchain: &Toolchain,
) -> Result<(String, Origins), Finding> {
    let profile = toolchain.profiles.on(views.context.reference())?;
    let mut view = assemble(views, profile)?;
    mark_numbers(&mut view);
    kind.engine.render_with_origins(&view)
}

fn tables(files: &TemplateFiles) -> Result<RuleTables, Error> {
    RuleTables::load(files).map_err(|error| {
        let place = match &error {
            InspectionError::Table { file, line, .. } => match files.source(file) {
                Ok(source) => source.map(|source| Span::line(&source, line.unwrap_or(1))),
                Err(not_text) => return Error::Templates(vec![not_text]),
            },
            _ => None,
        };
        let finding = Finding::new(Code::Template, error.to_string()).at_maybe(place);
        Error::Templates(vec![
            finding.hint("sửa bảng, hoặc xóa nó để dùng bản đi kèm chương trình"),
        ])
    })
}

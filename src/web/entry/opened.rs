//! The return that a form is of: whose it is, its file, what was typed into its form. Not for showing it ([`super::page`]) and not for
//! writing it ([`super::saving`]).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;

use super::entry_form::EntryForm;
use super::fields::{FieldValues, VERSION, on_disk, same, sent};
use super::followed::{FollowedForm, followed};
use super::places::FieldPlaces;
use super::typed::{Wrong, filled};
use crate::diagnostic::Finding;
use crate::disk::file_system::Local;
use crate::forms::content::FormSet;
use crate::forms::drafts::draft;
use crate::import::draft::ReturnDraft;
use crate::import::importer::Importer;
use crate::import::returns::{ReturnFile, ReturnsFolder};
use crate::import::scaffold::PeriodReturns;
use crate::register::entry::Entry;
use crate::source::{SourceFile, Span};
use crate::web::asked::{Pairs, first};
use crate::web::page_error::PageError;
use crate::web::place::Place;
use crate::web::site::Site;
use crate::web::workspace::Workspace;

/// A return that is being looked at.
pub(super) struct Opened<'o> {
    pub(super) site: &'o Site,
    pub(super) place: Place<'o>,
    pub(super) workspace: &'o Workspace,
    pub(super) content: EntryForm<'o>,
    pub(super) set: &'o FormSet<'o>,
    /// The dossier's folder, which is there.
    pub(super) folder: PathBuf,
    /// What findings call it.
    shown: String,
}

/// What a form sent, beside what its file has.
pub(super) struct Typed {
    /// The file, if there is one.
    pub(super) file: Option<ReturnFile>,
    /// What stands in the fields: what was typed, else what the file has by now.
    pub(super) fields: FieldValues,
    /// What the file has.
    pub(super) disk: FieldValues,
    /// What the file has by now where something else was typed.
    pub(super) others: BTreeMap<String, String>,
    /// Whether it changed since the form was made.
    pub(super) changed: bool,
    /// What was typed into documents that are there no more.
    pub(super) lost: Vec<String>,
    /// What is wrong with fields.
    pub(super) wrong: Wrong,
}

/// A return as it would be written.
pub(super) struct TypedReturn {
    /// The file as it will be; none if nothing changes, or why it cannot be changed.
    pub(super) draft: Result<Option<ReturnDraft>, Finding>,
    /// What was found in what was typed.
    pub(super) found: Vec<Finding>,
}

/// Does something with the return of a place, among what a workspace has.
///
/// # Errors
/// There is no such unit, or those of `done`.
pub(super) fn opened<T>(
    site: &Site,
    place: Place<'_>,
    workspace: &Workspace,
    done: impl FnOnce(&Opened<'_>) -> Result<T, PageError>,
) -> Result<T, PageError> {
    let dossier = workspace.dossier(place)?;
    let set = FormSet::new(workspace.family(), dossier, &workspace.toolchain.kinds, place.period);
    let paths = &site.paths;
    let shown = format!("{}/{}", paths.inputs_shown(), dossier.plan.id);
    let folder = paths.inputs.join(dossier.plan.id.as_str());
    let content = EntryForm::of(&set, workspace, place)?;
    done(&Opened { site, place, workspace, content, set: &set, folder, shown })
}

/// The fields of a form by where they stand in its file.
pub(in crate::web) fn field_places(
    site: &Site,
    workspace: &Workspace,
    place: Place<'_>,
) -> FieldPlaces {
    let places = opened(site, place, workspace, |opened| {
        let returns = opened.returns();
        let (file, name) = (returns.read(place.period, opened.file_name()), opened.shown());
        let file = file.ok().flatten();
        Ok(file.map(|file| FieldPlaces::of(&opened.content, &name, file.source.text())))
    });
    // What cannot be read leads nowhere, and is told where the report is.
    places.ok().flatten().unwrap_or_default()
}

/// By which a file is known again.
pub(super) fn mark(file: Option<&ReturnFile>) -> String {
    file.map_or_else(String::new, |file| blake3::hash(&file.bytes).to_hex().to_string())
}

impl Opened<'_> {
    /// The name of its file, without what stands behind the dot.
    pub(super) fn file_name(&self) -> &str {
        self.content.owner.file_name()
    }

    /// What findings call its file.
    pub(super) fn shown(&self) -> String {
        self.returns().path(self.place.period, self.file_name()).1
    }

    /// The number its report was issued under, if it was.
    pub(super) fn issued(&self) -> Option<String> {
        let jobs = self.workspace.jobs(self.place).unwrap_or_default();
        jobs.iter().find_map(|job| self.workspace.issued(job)).map(Entry::numbered)
    }

    /// What it is called.
    pub(super) fn called(&self) -> String {
        self.content.owner.called()
    }

    /// What lies in the inputs folder if its file, by the name findings call it, said this; and what is found in it then.
    pub(super) fn with_text(&self, file: (&str, String)) -> (Workspace, Vec<Finding>) {
        self.workspace.with_text(&self.site.paths, (self.place, self.file_name()), file)
    }

    /// The returns as they lie there now.
    pub(super) fn returns(&self) -> ReturnsFolder<'_> {
        ReturnsFolder::new(&Local, self.folder.clone(), self.shown.clone())
    }

    /// The file, if there is one, and what it has for each field.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub(super) fn file(
        &self,
        returns: &ReturnsFolder<'_>,
    ) -> Result<(Option<ReturnFile>, FieldValues), Finding> {
        let file = returns.read(self.place.period, self.file_name())?;
        let disk = on_disk(&self.content, file.as_ref().map(|file| &file.root));
        Ok((file, disk))
    }

    /// What a form sent, where the file is as it is by now.
    ///
    /// # Errors
    /// Why the file cannot be read.
    pub(super) fn typed(
        &self,
        returns: &ReturnsFolder<'_>,
        form: &Pairs,
    ) -> Result<Typed, Finding> {
        let (file, disk) = self.file(returns)?;
        let changed = first(form, VERSION).unwrap_or_default() != mark(file.as_ref());
        let followed = changed.then(|| followed(form, &disk));
        let (form, lost) = match followed {
            Some(FollowedForm { form, lost }) => (Cow::Owned(form), lost),
            None => (Cow::Borrowed(form), Vec::new()),
        };
        let (mut fields, before) = sent(&form, &disk);
        let others = if changed { merged(&mut fields, &before, &disk) } else { BTreeMap::new() };
        let (_, wrong) = filled(&self.content, &fields, &disk);
        Ok(Typed { file, fields, disk, others, changed, lost, wrong })
    }

    /// The same for a page that shows it.
    ///
    /// # Errors
    /// As [`Opened::typed`].
    pub(super) fn sent(&self, form: &Pairs) -> Result<Typed, PageError> {
        self.typed(&self.returns(), form).map_err(|finding| PageError::Found(vec![finding]))
    }

    /// The file as it will be with what was typed.
    pub(super) fn draft(&self, returns: &ReturnsFolder<'_>, typed: &Typed) -> TypedReturn {
        let (mut filled, _) = filled(&self.content, &typed.fields, &typed.disk);
        let (plan, period) = (self.set.plan(), self.place.period);
        // Only a new file begins with something, and what it begins with takes reading all others.
        let begun = typed.file.is_none().then(|| self.in_common(returns));
        let header = begun.and_then(|others| others.header(filled.as_of));
        let importer =
            Importer { plan, period, returns, header, stated: filled.as_of, named: None };
        let span = Span::whole(&SourceFile::new("trang nhập", ""));
        let draft = draft(&importer, self.content.owner, &span, &mut filled);
        TypedReturn { draft, found: filled.findings }
    }

    /// What the returns of the period have in common.
    fn in_common(&self, returns: &ReturnsFolder<'_>) -> PeriodReturns {
        let Place { dossier, period, .. } = self.place;
        let read = || PeriodReturns::of(returns, period);
        self.workspace.in_common.get_or((dossier.to_owned(), period), read)
    }

    /// What findings call the file, and its text as it would be; none if there would be no file. Beside it what was found in what was
    /// typed, and what keeps the file from being changed.
    pub(super) fn text(&self, typed: &Typed) -> (Option<(String, String)>, Vec<Finding>) {
        let returns = self.returns();
        let TypedReturn { draft, mut found } = self.draft(&returns, typed);
        let drafted = draft.unwrap_or_else(|finding| {
            found.push(finding);
            None
        });
        let drafted = drafted.map(|draft| (draft.shown.clone(), draft.text()));
        let as_it_is = || {
            let file = typed.file.as_ref()?;
            Some((self.shown(), file.source.text().to_owned()))
        };
        (drafted.or_else(as_it_is), found)
    }
}

/// Takes over what the file has by now where nothing was typed; what it has where something else was typed.
fn merged(
    typed: &mut FieldValues,
    before: &FieldValues,
    disk: &FieldValues,
) -> BTreeMap<String, String> {
    let mut others = BTreeMap::new();
    for (name, now) in disk {
        let (own, had) = (&typed[name], &before[name]);
        if same(own, had) {
            typed.insert(name.clone(), now.clone());
        } else if !same(now, had) && !same(now, own) {
            others.insert(name.clone(), now.clone());
        }
    }
    others
}

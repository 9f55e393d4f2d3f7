//! A unit's return as a form: shown as the file is, written back by the same road as a form that a unit filled in. What was typed is
//! never lost: where it cannot be written, or the file changed meanwhile, the form comes back with it. Not for reading what was
//! typed ([`super::return_typed`]).

use std::collections::BTreeMap;
use std::path::PathBuf;

use hyper::StatusCode;
use serde::Serialize;

use super::asked::{Pairs, first};
use super::finding_view::{self, FindingView};
use super::page_error::PageError;
use super::place::Place;
use super::reply::Reply;
use super::return_fields::{FieldValues, VERSION, on_disk, same, sent};
use super::return_typed::{Wrong, filled};
use super::return_view::{Shown, view};
use super::site::Site;
use super::workspace::Workspace;
use crate::diagnostic::{Code, Finding, any_error};
use crate::disk::file_system::Local;
use crate::forms::content::{FormContent, FormSet};
use crate::forms::drafts::draft;
use crate::forms::filled::Filled;
use crate::import::ImportResult;
use crate::import::draft::{DraftStatus, ReturnDraft, ValueChange};
use crate::import::importer::Importer;
use crate::import::issued::of_issued;
use crate::import::lock::DossierLock;
use crate::import::returns::{ReturnFile, ReturnsFolder};
use crate::import::scaffold::ReturnHeader;
use crate::source::{SourceFile, Span};

/// What was written.
#[derive(Debug, Serialize)]
struct SavedPage {
    ten: String,
    tep: String,
    dia_chi: String,
    dia_chi_don_vi: String,
    doi: Vec<ChangeView>,
    cac_phat_hien: Vec<FindingView>,
}

/// A value that became another.
#[derive(Debug, Serialize)]
struct ChangeView {
    khoa: String,
    truoc: Option<String>,
    sau: String,
}

/// A return that is being looked at.
struct Opened<'o> {
    site: &'o Site,
    place: Place<'o>,
    content: FormContent<'o>,
    set: &'o FormSet<'o>,
    /// The dossier's folder, which is there, and what findings call it.
    folder: PathBuf,
    shown: String,
}

/// Does something with the return of a place.
fn opened(
    site: &Site,
    place: Place<'_>,
    done: impl FnOnce(&Opened<'_>) -> Result<Reply, PageError>,
) -> Result<Reply, PageError> {
    let workspace = Workspace::open(site)?;
    let dossier = workspace.dossier(place)?;
    let set = FormSet::new(workspace.family(), dossier, &workspace.toolchain.kinds, place.period);
    let unit =
        set.units().find(|unit| unit.id.as_str() == place.unit).ok_or(PageError::NotThere)?;
    let paths = &site.paths;
    let shown = format!("{}/{}", paths.inputs_shown(), dossier.plan.id);
    let folder = paths.inputs.join(dossier.plan.id.as_str());
    done(&Opened { site, place, content: set.content(unit), set: &set, folder, shown })
}

/// The form with what the file has.
///
/// # Errors
/// There is no such unit, or its file cannot be read.
pub(super) fn page(site: &Site, place: Place<'_>) -> Result<Reply, PageError> {
    opened(site, place, |opened| {
        let read = opened.file(&opened.returns());
        let (file, disk) = read.map_err(|finding| PageError::Found(vec![finding]))?;
        let (others, wrong) = (BTreeMap::new(), Wrong::new());
        let version = mark(file.as_ref());
        Ok(opened.form(&Shown {
            typed: &disk,
            disk: &disk,
            others: &others,
            version: &version,
            changed: false,
            wrong: &wrong,
            found: &[],
        }))
    })
}

/// Writes what was sent, or shows the form again with it.
///
/// # Errors
/// There is no such unit.
pub(super) fn save(site: &Site, place: Place<'_>, form: &Pairs) -> Result<Reply, PageError> {
    opened(site, place, |opened| {
        // Held from the look at the file to its writing: what others write meanwhile is seen or waits.
        match DossierLock::take(&Local, &opened.folder) {
            Ok(_lock) => Ok(opened.save(form)),
            Err(error) => {
                Ok(opened.as_sent(form, Finding::new(Code::NotWritten, error.to_string())))
            }
        }
    })
}

/// By which a file is known again.
fn mark(file: Option<&ReturnFile>) -> String {
    file.map_or_else(String::new, |file| blake3::hash(&file.bytes).to_hex().to_string())
}

impl Opened<'_> {
    /// The returns as they lie there now.
    fn returns(&self) -> ReturnsFolder<'_> {
        ReturnsFolder::new(&Local, self.folder.clone(), self.shown.clone())
    }

    /// The file, if there is one, and what it has for each field.
    fn file(
        &self,
        returns: &ReturnsFolder<'_>,
    ) -> Result<(Option<ReturnFile>, FieldValues), Finding> {
        let file = returns.read(self.place.period, self.place.unit)?;
        let disk = on_disk(&self.content, file.as_ref().map(|file| &file.root));
        Ok((file, disk))
    }

    fn form(&self, shown: &Shown<'_>) -> Reply {
        let view = view(self.place, &self.content, shown);
        self.site.templates.page("nhap.html", view)
    }

    /// The form as it was sent, where the file was not looked at; why.
    fn as_sent(&self, form: &Pairs, why: Finding) -> Reply {
        let (typed, before) = sent(form, &on_disk(&self.content, None));
        let shown = Shown {
            typed: &typed,
            disk: &before,
            others: &BTreeMap::new(),
            version: first(form, VERSION).unwrap_or_default(),
            changed: false,
            wrong: &Wrong::new(),
            found: &[why],
        };
        self.form(&shown).status(StatusCode::CONFLICT)
    }

    fn save(&self, form: &Pairs) -> Reply {
        let returns = self.returns();
        let (file, disk) = match self.file(&returns) {
            Ok(read) => read,
            Err(why) => return self.as_sent(form, why),
        };
        let (mut typed, before) = sent(form, &disk);
        let version = mark(file.as_ref());
        let changed = first(form, VERSION).unwrap_or_default() != version;
        let others = if changed { merged(&mut typed, &before, &disk) } else { BTreeMap::new() };
        let (mut filled, wrong) = filled(&self.content, &typed, &disk);
        let mut found = Vec::new();
        if !changed && wrong.is_empty() {
            match self.draft(&returns, &mut filled) {
                Ok(None) => return Reply::see(&self.place.address(&[])),
                Ok(Some(draft)) => match self.write(draft) {
                    Ok(saved) => return saved,
                    Err(why) => found = why,
                },
                Err(finding) => found.push(finding),
            }
        }
        let status = if changed { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        let (others, wrong) = (&others, &wrong);
        let shown = Shown {
            typed: &typed,
            disk: &disk,
            others,
            version: &version,
            changed,
            wrong,
            found: &found,
        };
        self.form(&shown).status(status)
    }

    /// The file as it will be; none if nothing changes.
    fn draft(
        &self,
        returns: &ReturnsFolder<'_>,
        filled: &mut Filled<'_>,
    ) -> Result<Option<ReturnDraft>, Finding> {
        let (plan, period) = (self.set.plan(), self.place.period);
        let header = ReturnHeader::of(returns, period, filled.as_of);
        let importer =
            Importer { plan, period, returns, header, stated: filled.as_of, named: None };
        let span = Span::whole(&SourceFile::new("trang nhập", ""));
        draft(&importer, self.content.unit, &span, filled)
    }

    /// Writes the file; what keeps it from being written.
    fn write(&self, draft: ReturnDraft) -> Result<Reply, Vec<Finding>> {
        let mut result = ImportResult { drafts: vec![draft], ..ImportResult::default() };
        result.write(&Local);
        let issued = of_issued(&result.drafts, &self.site.paths, &Local);
        let ImportResult { drafts, mut findings, .. } = result;
        let written = drafts.into_iter().find(|draft| draft.status == DraftStatus::Written);
        let Some(draft) = written.filter(|_| !any_error(&findings)) else { return Err(findings) };
        findings.extend(issued);
        let change =
            |one: ValueChange| ChangeView { khoa: one.key, truoc: one.before, sau: one.after };
        let view = SavedPage {
            ten: self.content.unit.full_name(),
            tep: draft.shown,
            dia_chi: self.place.address(&["nhap"]),
            dia_chi_don_vi: self.place.address(&[]),
            doi: draft.changes.into_iter().map(change).collect(),
            cac_phat_hien: finding_view::views(&findings),
        };
        Ok(self.site.templates.page("da-luu.html", view))
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

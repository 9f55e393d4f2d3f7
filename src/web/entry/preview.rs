//! What a form would print and what would be found in it, before it is saved: the same rooms on the same inputs with the typed return
//! in its place. Not for saving it ([`super::saving`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::fields;
use super::opened::{Opened, Typed};
use super::places::FieldPlaces;
use super::references::{ReferenceView, references};
use super::shares::{ShareView, shares};
use crate::diagnostic::{Code, Finding};
use crate::model::id::Id;
use crate::model::returns::Narrative;
use crate::report::context::ReportContext;
use crate::report::due::Job;
use crate::report::views::table::ViewTable;
use crate::review::submission;
use crate::source::Span;
use crate::web::finding_view::{self, FindingView};
use crate::web::page_regions::{Leads, SheetView, sheet_views};
use crate::web::workspace::Workspace;

/// Rules that ask for the reason of a fall.
const ASK_FOR_A_REASON: [Code; 2] = [Code::FellUnexplained, Code::LostMaintenance];

/// What is said where nothing is to be printed yet.
const NOTHING_YET: &str = "Chưa có số liệu nào: gõ số đầu tiên thì trang in hiện ở đây.";

/// What a form would print.
#[derive(Debug, Default, Serialize)]
pub(super) struct PreviewView {
    pub(super) trang: Vec<SheetView>,
    /// Why there is no page.
    pub(super) chua: Option<&'static str>,
    pub(super) cac_phat_hien: Vec<FindingView>,
    /// What belongs beside each field that has something, by its name.
    pub(super) o: BTreeMap<String, FieldNotes>,
    pub(super) dan: Vec<ReferenceView>,
}

/// What belongs beside a field.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct FieldNotes {
    pub(super) ty_le: Vec<ShareView>,
    pub(super) cac_phat_hien: Vec<FindingView>,
    /// Whether a rule asks why it fell.
    pub(super) hoi: bool,
    /// Whether what was typed cannot be read, so that the page goes by what the file has.
    pub(super) chua_doc: bool,
}

/// What a report has for the page of a form.
struct Made {
    trang: Vec<SheetView>,
    ty_le: Vec<(Id, ShareView)>,
    dan: Vec<ReferenceView>,
    found: Vec<Finding>,
}

/// What would be printed and found.
pub(super) fn preview(opened: &Opened<'_>, typed: &Typed) -> PreviewView {
    let (text, mut found) = opened.text(typed);
    let Some((name, text)) = text else {
        let chua = Some(NOTHING_YET);
        let mut view = PreviewView { chua, ..PreviewView::default() };
        unread(&mut view, typed);
        found.extend(typed.wrong.values().cloned());
        view.cac_phat_hien = finding_view::views(&found);
        return view;
    };
    let places = FieldPlaces::of(&opened.content, &name, &text);
    let place = opened.place;
    let (workspace, in_files) = opened.with_text((&name, text));
    let period = place.period.to_string();
    let of_period = |one: &Finding| one.subject.period.as_ref().is_none_or(|own| *own == period);
    found.extend(in_files.into_iter().filter(of_period));
    let jobs = workspace.jobs(place).unwrap_or_default();
    let mut view = PreviewView::default();
    match jobs.first().map(|job| made(opened, &workspace, job, &places)) {
        Some(Ok(made)) => {
            found.extend(made.found);
            (view.trang, view.dan) = (made.trang, made.dan);
            for (figure, share) in made.ty_le {
                view.o.entry(fields::value_of(figure.as_str())).or_default().ty_le.push(share);
            }
        }
        Some(Err(more)) => {
            found.extend(more);
            view.chua = Some("Sửa các lỗi nêu ở dưới thì trang in hiện lại ở đây.");
        }
        None if opened.content.texts.is_empty() => {
            view.chua = Some("Kỳ này đơn vị không có báo cáo riêng để in.");
        }
        None => view.chua = Some(NOTHING_YET),
    }
    beside(&mut view, &found, &places);
    unread(&mut view, typed);
    let field = |span: &Span| places.of_span(span).map(|field| format!("#{field}"));
    let wrong = typed.wrong.iter().flat_map(|(field, finding)| {
        finding_view::views_with_fields([finding], |_| Some(format!("#{field}")))
    });
    view.cac_phat_hien = wrong.chain(finding_view::views_with_fields(&found, field)).collect();
    view
}

/// Says beside each field what in it cannot be read, since all else goes by what the file has there.
fn unread(view: &mut PreviewView, typed: &Typed) {
    for (field, finding) in &typed.wrong {
        let told = Finding { span: None, ..finding.clone() };
        let notes = view.o.entry(field.clone()).or_default();
        notes.cac_phat_hien.extend(finding_view::views([&told]));
        notes.chua_doc = true;
    }
}

/// Puts findings beside the fields they are about.
fn beside(view: &mut PreviewView, found: &[Finding], places: &FieldPlaces) {
    for finding in found {
        if ASK_FOR_A_REASON.contains(&finding.code)
            && let Some(figure) = &finding.about
        {
            view.o.entry(fields::value_of(figure)).or_default().hoi = true;
        }
        let Some(field) = finding.span.as_ref().and_then(|span| places.of_span(span)) else {
            continue;
        };
        let notes = view.o.entry(field.to_owned()).or_default();
        notes.cac_phat_hien.extend(finding_view::views([finding]));
    }
}

/// Everything of the report that would be printed.
fn made(
    opened: &Opened<'_>,
    workspace: &Workspace,
    job: &Job<'_>,
    places: &FieldPlaces,
) -> Result<Made, Vec<Finding>> {
    let pages = || {
        let (markup, origins) = workspace.markup_with_origins(job)?;
        let sheets = opened.site.sheets.sheets(&workspace.toolchain, markup)?;
        let kind = job.due.kind.as_str();
        let unit_kinds = workspace.unit_kinds(opened.place).unwrap_or_default();
        let (place, unit_kinds) = (opened.place, &unit_kinds);
        let leads = Leads { place, kind, unit_kinds, form: "", fields: places };
        Ok::<_, Vec<Finding>>(sheet_views(&sheets, &origins, &leads))
    };
    let (trang, told) = rayon::join(pages, || told(opened, workspace, job));
    Ok(Made { trang: trang?, ..told? })
}

/// What is computed and found without laying a page out.
fn told(opened: &Opened<'_>, workspace: &Workspace, job: &Job<'_>) -> Result<Made, Vec<Finding>> {
    let none = Narrative::default();
    workspace.with_job(job, |job, kind| {
        let views = ViewTable::new(ReportContext::new(job, &kind.kind, &none));
        Ok(Made {
            trang: Vec::new(),
            ty_le: shares(&views, &opened.content),
            dan: references(&views, opened.place.dossier),
            found: submission::values(job, &views, workspace.lexicons()),
        })
    })
}

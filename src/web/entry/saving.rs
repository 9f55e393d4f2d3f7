//! Writes what a form sent into the return's file, by the same road as a form that a unit filled in. What cannot be written comes back
//! in the form. Not for reading what was typed ([`super::typed`]).

use hyper::StatusCode;
use serde::Serialize;

use super::fields::same;
use super::opened::{Opened, Typed, TypedReturn};
use super::unsaved;
use crate::diagnostic::{Code, Finding, Severity, any_error};
use crate::disk::file_system::Local;
use crate::forms::called::called;
use crate::import::ImportResult;
use crate::import::draft::{DraftStatus, ReturnDraft, ValueChange};
use crate::import::issued::of_issued;
use crate::import::lock::DossierLock;
use crate::web::asked::Pairs;
use crate::web::finding_view::{self, FindingView};
use crate::web::place::PlaceTrail;
use crate::web::reply::Reply;

/// What was written.
#[derive(Debug, Serialize)]
struct SavedPage {
    ten: String,
    tep: String,
    dia_chi: String,
    dia_chi_don_vi: String,
    duong: PlaceTrail,
    doi: Vec<ChangeView>,
    cac_phat_hien: Vec<FindingView>,
}

/// A value that became another.
#[derive(Debug, Serialize)]
struct ChangeView {
    /// What the form calls it; none where it has no field of its own.
    ten: Option<String>,
    khoa: String,
    truoc: Option<String>,
    sau: String,
}

/// Writes what was sent, or shows the form again with it.
pub(super) fn save(opened: &Opened<'_>, form: &Pairs) -> Reply {
    // Held from the look at the file to its writing: what others write meanwhile is seen or waits.
    match DossierLock::take(&Local, &opened.folder) {
        Ok(_lock) => locked(opened, form),
        Err(error) => opened.as_sent(form, Finding::new(Code::NotWritten, error.to_string())),
    }
}

fn locked(opened: &Opened<'_>, form: &Pairs) -> Reply {
    let returns = opened.returns();
    let typed = match opened.typed(&returns, form) {
        Ok(typed) => typed,
        Err(why) => return opened.as_sent(form, why),
    };
    let mut found = Vec::new();
    if !typed.changed && typed.wrong.is_empty() {
        let TypedReturn { draft, found: told } = opened.draft(&returns, &typed);
        match draft {
            Ok(None) if says_otherwise(&typed) => found.push(nothing_changed()),
            Ok(None) => {
                unsaved::forget(opened.site, opened.place);
                return Reply::see(&opened.place.address(&[]));
            }
            Ok(Some(draft)) => match write(opened, draft, told) {
                Ok(saved) => {
                    unsaved::forget(opened.site, opened.place);
                    return saved;
                }
                Err(why) => found = why,
            },
            Err(finding) => found.push(finding),
        }
    }
    let status =
        if typed.changed { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    opened.with(&typed, &found, false).status(status)
}

/// Whether a field says something else than the file.
fn says_otherwise(typed: &Typed) -> bool {
    typed.fields.iter().any(|(name, value)| !same(value, &typed.disk[name]))
}

/// That what was typed changes nothing in the file.
fn nothing_changed() -> Finding {
    let message = "những ô vừa sửa chưa làm tệp đổi gì";
    let hint = "tệp chưa có thì ghi ít nhất một số hoặc một lời rồi lưu; còn lại thì tệp đã nói đúng như thế";
    Finding::new(Code::NotImported, message).severity(Severity::Note).hint(hint)
}

/// Writes the file, and tells what was found in what was typed; what keeps it from being written.
pub(super) fn write(
    opened: &Opened<'_>,
    draft: ReturnDraft,
    told: Vec<Finding>,
) -> Result<Reply, Vec<Finding>> {
    let mut result = ImportResult { drafts: vec![draft], ..ImportResult::default() };
    result.write(&Local);
    let issued = of_issued(&result.drafts, &opened.site.paths, &Local);
    let ImportResult { drafts, mut findings, .. } = result;
    let written = drafts.into_iter().find(|draft| draft.status == DraftStatus::Written);
    let Some(draft) = written.filter(|_| !any_error(&findings)) else { return Err(findings) };
    findings.extend(issued.into_iter().chain(told));
    let change = |one: ValueChange| ChangeView {
        ten: called(opened.set.plan(), &one.key),
        khoa: one.key,
        truoc: one.before,
        sau: one.after,
    };
    let view = SavedPage {
        ten: opened.called(),
        tep: draft.shown,
        dia_chi: opened.place.address(&["nhap"]),
        dia_chi_don_vi: opened.place.address(&[]),
        duong: opened.place.trail(opened.called()),
        doi: draft.changes.into_iter().map(change).collect(),
        cac_phat_hien: finding_view::views(&findings),
    };
    Ok(opened.site.templates.page("da-luu.html", view))
}

//! Whether a document that is to take another's place says anything else than that one. Not for what it takes the place of
//! ([`super::new_entry`]).

use super::ready::not_issued;
use super::workspace::Workspace;
use crate::diagnostic::Finding;
use crate::diff::content::Content;
use crate::diff::gather::of_page;
use crate::model::returns::Narrative;
use crate::register::archive::Archive;
use crate::register::entry::Entry;
use crate::register::kept::{CONTENT, MARKUP};
use crate::register::stamp::stamp;
use crate::report::context::ReportContext;
use crate::report::due::Job;
use crate::report::views::table::ViewTable;
use crate::toolchain::{CompiledKind, rendered};

/// That a replacement says what the document it replaces says; none where something is changed, or nothing replaced.
#[must_use]
pub(super) fn unchanged(
    workspace: &Workspace<'_>,
    job: &Job<'_>,
    kind: &CompiledKind,
    entry: &Entry,
) -> Option<Finding> {
    let register = &workspace.register;
    let before = register.entry(entry.replaces?)?;
    let folder = &before.kept.as_ref()?.folder;
    let archive = Archive { disk: workspace.files, snapshot: &workspace.snapshot };
    let kept = |file: &str| archive.text(&format!("{folder}/{file}")).ok().flatten();
    // Under its number and date it would be the same page.
    let stamp = stamp(register, before);
    let as_before = Job { stamp: Some(&stamp), ..*job };
    let none = Narrative::default();
    let views = ViewTable::new(ReportContext::new(&as_before, &kind.kind, &none));
    let (view, markup) = rendered(&views, kind, &workspace.toolchain).ok()?;
    let same_page = kept(MARKUP).is_some_and(|kept| kept.text() == markup);
    let same = || {
        let was = Content::from_json(kept(CONTENT)?.text().as_bytes())?;
        Some(was.says_the_same(&of_page(&views, &view, &markup)))
    };
    (same_page || same() == Some(true)).then(|| {
        let message =
            format!("báo cáo không khác gì bản đã ban hành số {}, nên chưa thay thế", before.numbered());
        not_issued(job, &message).hint("sửa số liệu, lời văn trong tệp trước rồi chạy lại; chỉ muốn ban hành lại dưới số mới thì thêm --with-warnings")
    })
}

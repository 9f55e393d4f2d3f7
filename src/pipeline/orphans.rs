//! Reports that were built once and belong to no dossier any more: named, and removed on request. Not for files this
//! program did not write.

use std::collections::BTreeSet;

use super::context::RunContext;
use super::result::RunResult;
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding, Subject};
use crate::disk::links::leads_outside;
use crate::model::dossier::Dossier;
use crate::model::period::Period;
use crate::model::written_date::short;
use crate::options::Options;
use crate::output::artifact;
use crate::output::artifact::{FileStatus, PDF, file_status};
use crate::output::manifest::{FileMark, ManifestEntry};
use crate::output::store::OutputStore;
use crate::register::entry::Entry;
use crate::register::kept::DATA;
use crate::report::due;
use crate::report::pattern::fill;
use crate::source::{SourceFile, Span};

/// Names what belongs to no dossier any more, or removes it. A dossier whose plan cannot be read keeps its reports.
pub(super) fn tell(
    run: &mut RunResult,
    dossiers: &[Dossier],
    refused: &[String],
    store: &mut OutputStore<'_>,
    context: &RunContext<'_, '_>,
) {
    let options = context.options;
    if run.stopped {
        return;
    }
    let asked = |id: &String| context.selection.asks_for(id);
    run.unpruned = options.prune && refused.iter().any(asked);
    let read = context.toolchain.files().findings().is_empty();
    let whole = read && context.previous.snapshot.is_whole();
    run.kept_unread = options.prune && !whole && !run.unpruned;
    for (name, entry) in orphans(dossiers, refused, store, context) {
        let statuses = statuses(&name, &entry, context);
        if statuses.iter().all(|status| *status == FileStatus::Missing) {
            store.forget(&name);
        } else if !options.prune || !whole {
            run.findings.push(left(&name, options));
        } else if statuses.contains(&FileStatus::Unread) {
            run.findings.push(unread(&name, options));
        } else if statuses.contains(&FileStatus::Modified) {
            run.findings.push(kept(&name, options));
        } else {
            match store.remove(&name, &entry) {
                Ok(()) => run.pruned.push(name),
                Err((path, error)) => {
                    run.findings.push(Finding::not_written(Unwritten::Output(&path), &error));
                }
            }
        }
    }
}

/// Documents that were issued of reports nothing stands for any more: their files are gone, or the plan has another unit.
pub(super) fn issued(dossiers: &[Dossier], context: &RunContext<'_, '_>) -> Vec<Finding> {
    if context.sources.issued.is_empty() {
        return Vec::new();
    }
    let jobs = dossiers.iter().flat_map(|dossier| due(dossiers, dossier, &context.toolchain.kinds));
    let names: BTreeSet<String> = jobs.map(|job| job.name()).collect();
    let read = |name: &str| {
        let dossier = name.split('/').next().unwrap_or_default();
        let own = dossiers.iter().find(|own| own.plan.id.as_str() == dossier);
        own.is_some_and(|own| !hides(own, name))
    };
    let gone = |name: &str| !names.contains(name) && read(name);
    let entries = context.sources.issued.iter();
    let entries = entries.filter(|(name, _)| gone(name) && is_asked(name, dossiers, context));
    entries.map(|(name, entry)| told(name, entry, context)).collect()
}

fn told(name: &str, entry: &Entry, context: &RunContext<'_, '_>) -> Finding {
    let message = format!(
        "{} đã ban hành số {}, ngày {}; nay không còn tệp số liệu, hoặc kế hoạch không còn đơn vị, kỳ ấy ({name})",
        entry.series.kind,
        entry.numbered(),
        short(entry.date.into())
    );
    let folder = entry.kept.as_ref().map_or("", |kept| kept.folder.as_str());
    let place = format!("{}/{folder}", context.options.paths.inputs_shown());
    let kept = format!(
        "bản đã ban hành giữ nguyên; tệp số liệu khi ban hành còn ở {place}/{DATA}: xóa nhầm thì chép lại, số cấp nhầm thì hủy bằng baocao issue … --void {}",
        entry.number
    );
    Finding::new(Code::IssuedChanged, message)
        .at(&Span::whole(&SourceFile::new(place, "")))
        .hint(kept)
        .subject(&Subject::of_report(name))
}

fn orphans(
    dossiers: &[Dossier],
    refused: &[String],
    store: &OutputStore<'_>,
    context: &RunContext<'_, '_>,
) -> Vec<(String, ManifestEntry)> {
    let jobs = dossiers.iter().flat_map(|dossier| due(dossiers, dossier, &context.toolchain.kinds));
    let names: BTreeSet<String> = jobs.map(|job| job.name()).collect();
    let orphan = |name: &str| {
        let dossier = name.split('/').next().unwrap_or_default();
        let unread =
            || dossiers.iter().any(|own| own.plan.id.as_str() == dossier && hides(own, name));
        let issued = context.sources.issued.contains_key(name);
        !issued
            && !names.contains(name)
            && !refused.iter().any(|refused| refused == dossier)
            && !unread()
    };
    let asked = |name: &str| is_asked(name, dossiers, context);
    let known = store.reports().filter(|(name, _)| orphan(name) && asked(name));
    known.map(|(name, entry)| (name.to_owned(), entry.clone())).collect()
}

/// Whether what a report was made from may be in a folder that was not read.
fn hides(dossier: &Dossier, name: &str) -> bool {
    let folder = name.split('/').nth(1).unwrap_or_default();
    let unread = &dossier.unread;
    let period = Period::parse(folder);
    unread.phases.contains(folder) || period.is_some_and(|period| unread.periods.contains(&period))
}

/// Whether a report is within what was asked for, by its name alone.
fn is_asked(name: &str, dossiers: &[Dossier], context: &RunContext<'_, '_>) -> bool {
    let [dossier, folder, file] = name.split('/').collect::<Vec<_>>()[..] else { return false };
    let selection = context.selection;
    let plan = dossiers.iter().find(|own| own.plan.id.as_str() == dossier).map(|own| &own.plan);
    let phase = || plan.and_then(|plan| plan.phase(folder)).map(|phase| phase.to);
    let period = Period::parse(folder).or_else(phase);
    let of_unit = |unit: &str| {
        let stem = file.split('.').next().unwrap_or_default();
        let kinds = context.toolchain.kinds.right();
        let mut patterns = kinds.filter_map(|kind| kind.file.as_ref());
        stem == unit || patterns.any(|one| fill(one.as_str(), &[("don_vi", unit)]) == stem)
    };
    selection.asks_for(dossier)
        && selection.period.is_none_or(|asked| period == Some(asked))
        && selection.unit.as_deref().is_none_or(of_unit)
}

/// How its files stand to what was written; what lies behind a link to elsewhere is not.
fn statuses(name: &str, entry: &ManifestEntry, context: &RunContext<'_, '_>) -> Vec<FileStatus> {
    let out = &context.options.paths.out;
    let status = |(ending, mark): (&String, &FileMark)| {
        let path = artifact::path(out, name, ending);
        match file_status(context.environment.files, &path, mark, None, true) {
            FileStatus::Intact if leads_outside(out, &path) => FileStatus::Modified,
            status => status,
        }
    };
    entry.files.iter().map(status).collect()
}

fn left(name: &str, options: &Options) -> Finding {
    let path = artifact::path(&options.paths.out, name, PDF);
    let message =
        format!("{}: không còn số liệu hoặc kế hoạch ứng với báo cáo này", slashed(&path));
    Finding::new(Code::OrphanPdf, message)
        .at(&artifact::place(&path))
        .subject(&Subject::of_report(name))
        .hint("đừng gửi bản này; khôi phục tệp số liệu, hoặc chạy baocao build --prune để xóa")
}

fn unread(name: &str, options: &Options) -> Finding {
    let path = artifact::path(&options.paths.out, name, PDF);
    let message = format!("{}: báo cáo thừa nhưng không đọc được nên không xóa", slashed(&path));
    Finding::new(Code::OrphanPdf, message)
        .at(&artifact::place(&path))
        .subject(&Subject::of_report(name))
        .hint("xem quyền đọc tệp và thư mục chứa nó, rồi chạy lại")
}

fn kept(name: &str, options: &Options) -> Finding {
    let path = artifact::path(&options.paths.out, name, PDF);
    let message =
        format!("{}: báo cáo thừa nhưng đã bị sửa sau khi lập nên không xóa", slashed(&path));
    Finding::new(Code::OrphanPdf, message)
        .at(&artifact::place(&path))
        .subject(&Subject::of_report(name))
        .hint("xem lại, rồi tự xóa hoặc chuyển tệp đi nơi khác")
}

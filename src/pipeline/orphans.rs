//! Reports that were built once and belong to no dossier any more: named, and removed on request. Not for files this
//! program did not write.

use std::collections::BTreeSet;

use super::context::RunContext;
use super::result::RunResult;
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::{Code, Finding};
use crate::disk;
use crate::model::dossier::Dossier;
use crate::options::Options;
use crate::output::artifact;
use crate::output::artifact::{FileStatus, PDF, file_status};
use crate::output::manifest::ManifestEntry;
use crate::output::store::OutputStore;
use crate::report::due;

/// Names what belongs to no dossier any more, or removes it. A dossier whose plan cannot be read keeps its reports.
pub(super) fn tell(
    run: &mut RunResult,
    dossiers: &[Dossier],
    refused: &[String],
    store: &mut OutputStore<'_>,
    context: &RunContext<'_, '_>,
) {
    let options = context.options;
    if options.period.is_some() || options.unit.is_some() || run.stopped {
        return;
    }
    for (name, entry) in orphans(dossiers, refused, store, context) {
        if !entry
            .files
            .keys()
            .any(|ending| disk::is_file(&artifact::path(&options.paths.out, &name, ending)))
        {
            store.forget(&name);
        } else if !options.prune {
            run.findings.push(left(&name, options));
        } else if changed(&name, &entry, options) {
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
        !names.contains(name)
            && context.options.asks_for(dossier)
            && !refused.iter().any(|refused| refused == dossier)
    };
    let known = store.reports().filter(|(name, _)| orphan(name));
    known.map(|(name, entry)| (name.to_owned(), entry.clone())).collect()
}

/// Whether somebody worked on the PDF after it was written.
fn changed(name: &str, entry: &ManifestEntry, options: &Options) -> bool {
    let path = artifact::path(&options.paths.out, name, PDF);
    let mark = entry.files.get(PDF);
    mark.is_some_and(|mark| file_status(&path, mark, None, true) == FileStatus::Modified)
}

fn left(name: &str, options: &Options) -> Finding {
    let path = artifact::path(&options.paths.out, name, PDF);
    let message =
        format!("{}: không còn số liệu hoặc kế hoạch ứng với báo cáo này", path.display());
    Finding::new(Code::OrphanPdf, message)
        .hint("đừng gửi bản này; khôi phục tệp số liệu, hoặc chạy baocao build --prune để xóa")
}

fn kept(name: &str, options: &Options) -> Finding {
    let path = artifact::path(&options.paths.out, name, PDF);
    let message =
        format!("{}: báo cáo thừa nhưng đã bị sửa sau khi lập nên không xóa", path.display());
    Finding::new(Code::OrphanPdf, message).hint("xem lại, rồi tự xóa hoặc chuyển tệp đi nơi khác")
}

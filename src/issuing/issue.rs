//! Issues the report of a job: checked, numbered, made, kept, entered. Not for which reports ([`super::workspace`]).

use super::freeze::{Page, gathered, keep, list};
use super::new_entry::entry;
use super::ready::{against, not_issued};
use super::replacement::unchanged;
use super::request::IssueRequest;
use super::workspace::Workspace;
use crate::build_report::{Before, BuildContext, Outcome, build_report};
use crate::diagnostic::Finding;
use crate::diagnostic::not_written::Unwritten;
use crate::diff::content::Content;
use crate::diff::gather::of_page;
use crate::disk::sha256::sha256;
use crate::model::returns::Narrative;
use crate::model::stamp::Stamp;
use crate::options::{Options, RunMode};
use crate::output::artifact::{FileStatus, PDF};
use crate::output::fingerprint::Fingerprint;
use crate::register::entry::Entry;
use crate::register::stamp::stamp;
use crate::report::context::ReportContext;
use crate::report::document::{document_head, issuer, period_view};
use crate::report::due::Job;
use crate::report::views::table::ViewTable;
use crate::review::prose::Lexicons;
use crate::toolchain::{CompiledKind, rendered};

/// A document that was issued.
#[derive(Debug)]
pub struct Issued {
    /// Its report's name.
    pub report: String,
    /// Its entry.
    pub(crate) entry: Entry,
}

/// Issues the report with this name.
///
/// # Errors
/// Everything that stands against it; nothing was given then.
pub fn issue(
    workspace: &mut Workspace<'_>,
    name: &str,
    request: &IssueRequest,
) -> Result<Issued, Vec<Finding>> {
    let (entry, text) =
        made_of(workspace, name, request, |job, entry, made| made.keep(workspace, entry, job))?;
    workspace.enter(text).map_err(|error| {
        let name = format!("{}/so-dang-ky.yaml", workspace.paths.inputs_shown());
        vec![Finding::not_written(Unwritten::Opened(&name), &error)]
    })?;
    Ok(Issued { report: name.to_owned(), entry })
}

/// The entry a report would get; nothing is kept or entered, but the next one that is asked for comes behind it.
///
/// # Errors
/// As [`issue`].
pub(crate) fn tried_out(
    workspace: &mut Workspace<'_>,
    name: &str,
    request: &IssueRequest,
) -> Result<Entry, Vec<Finding>> {
    let entry = made_of(workspace, name, request, |_, entry, _| Ok(entry))?;
    workspace.register.entries.push(entry.clone());
    Ok(entry)
}

/// What `done` does with a report of this name that nothing stands against, and the entry it gets.
fn made_of<T>(
    workspace: &Workspace<'_>,
    name: &str,
    request: &IssueRequest,
    done: impl FnOnce(&Job<'_>, Entry, Made) -> Result<T, Vec<Finding>>,
) -> Result<T, Vec<Finding>> {
    let jobs = workspace.all_jobs();
    let job = jobs.iter().find(|job| job.name() == name).expect("a job that was found");
    let present = job.present();
    let job = &Job { dossier: present.as_ref().unwrap_or(job.dossier), ..*job };
    let compiled = workspace.toolchain.compiled([&job.due.kind].into_iter());
    let kind = compiled[&job.due.kind].as_ref().as_ref().map_err(Clone::clone)?;
    let dated = Stamp {
        number: Some(0),
        date: Some(request.date),
        reference: request.date,
        replaces: None,
    };
    let none = Narrative::default();
    let context = ReportContext::new(&Job { stamp: Some(&dated), ..*job }, &kind.kind, &none);
    let Some(issuer) = issuer(&context) else {
        let message = "kế hoạch không có cơ quan ban hành cho ngày này («ban_hanh»)".to_owned();
        return Err(vec![
            not_issued(job, &message).hint("thêm mục ban_hanh có hiệu lực vào ngày ấy"),
        ]);
    };
    let head = document_head(&context, issuer, &period_view(&context));
    let entry = entry(workspace, job, (issuer, &head), request)?;
    if let Some(finding) =
        unchanged(workspace, job, kind, &entry).filter(|_| !request.with_warnings)
    {
        return Err(vec![finding]);
    }
    let (entry, mut made) =
        make(workspace, job, kind, entry).map_err(|found| against(found, job, request))?;
    let found = against(std::mem::take(&mut made.found), job, request);
    if found.is_empty() { done(job, entry, made) } else { Err(found) }
}

/// A report as it was made.
struct Made {
    pdf: Vec<u8>,
    markup: String,
    content: Content,
    found: Vec<Finding>,
    fingerprint: Fingerprint,
}

/// Makes the report under its number.
fn make(
    workspace: &Workspace<'_>,
    job: &Job<'_>,
    kind: &CompiledKind,
    entry: Entry,
) -> Result<(Entry, Made), Vec<Finding>> {
    let stamp = stamp(&workspace.register, &entry);
    let job = &Job { stamp: Some(&stamp), ..*job };
    let lexicons = Lexicons::for_plans(std::iter::once(&*job.dossier.plan));
    let options = Options::default();
    let toolchain = &workspace.toolchain;
    let with =
        BuildContext { toolchain, lexicons: &lexicons, options: &options, mode: RunMode::Build };
    let built = build_report(job, kind, with, Before { entry: None, pdf: FileStatus::Missing });
    let mut found = built.findings;
    found.extend(workspace.loaded.findings.iter().cloned());
    let none = Narrative::default();
    let views = ViewTable::new(ReportContext::new(job, &kind.kind, &none));
    let (view, markup) = rendered(&views, kind, toolchain).map_err(|finding| vec![finding])?;
    let content = of_page(&views, &view, &markup);
    match built.product.filter(|_| built.outcome == Outcome::Built) {
        Some(mut product) => {
            let at = product.files.iter().position(|(ending, _)| *ending == PDF);
            let pdf = at.map(|at| product.files.remove(at).1).unwrap_or_default();
            Ok((entry, Made { pdf, markup, content, found, fingerprint: product.fingerprint }))
        }
        None => Err(found),
    }
}

impl Made {
    /// Keeps the document; its entry, and the register with it.
    fn keep(
        self,
        workspace: &Workspace<'_>,
        mut entry: Entry,
        job: &Job<'_>,
    ) -> Result<(Entry, String), Vec<Finding>> {
        let page = Page { pdf: self.pdf, markup: self.markup, content: self.content };
        let files = gathered(workspace, job, page, &self.fingerprint);
        let list = list(&files);
        if let Some(kept) = &mut entry.kept {
            kept.sums = sha256(list.as_bytes());
        }
        let (text, lines) = workspace.register.with(&entry);
        let mut folder = workspace.paths.inputs.clone();
        folder.extend(entry.kept.iter().flat_map(|kept| kept.folder.split('/')));
        keep(workspace.files, &folder, &files, (&list, &lines)).map_err(|(path, error)| {
            vec![Finding::not_written(Unwritten::Opened(&path.to_string_lossy()), &error)]
        })?;
        Ok((entry, text))
    }
}

//! Issues the report of a job: checked, numbered, made, kept, entered. Not for which reports ([`super::workspace`]).

use super::freeze::{Page, gathered, keep, list};
use super::ready::{against, lacking, not_issued, number};
use super::request::IssueRequest;
use super::workspace::Workspace;
use crate::build_report::{Before, BuildContext, Outcome, build_report};
use crate::diagnostic::Finding;
use crate::diagnostic::not_written::Unwritten;
use crate::diff::content::Content;
use crate::diff::gather::of_page;
use crate::model::issuing::Issuer;
use crate::model::returns::Narrative;
use crate::model::stamp::{Replaced, Stamp};
use crate::options::{Options, RunMode};
use crate::output::artifact::{FileStatus, PDF};
use crate::register::entry::{Act, Entry, Kept, Series};
use crate::register::kept::folder;
use crate::register::series::next;
use crate::report::context::ReportContext;
use crate::report::document::{DocumentHead, document_head, issuer, period_view};
use crate::report::due::Job;
use crate::report::views::table::ViewTable;
use crate::review::prose::Lexicons;
use crate::toolchain::{CompiledKind, rendered};
use crate::vietnamese::text::capitalised;

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
    let (entry, text) = {
        let jobs = workspace.all_jobs();
        let job = jobs.iter().find(|job| job.name() == name).expect("a job that was found");
        drawn_up(workspace, job, request)?
    };
    workspace.enter(text).map_err(|error| {
        let name = format!("{}/so-dang-ky.yaml", workspace.paths.inputs_shown());
        vec![Finding::not_written(Unwritten::Opened(&name), &error)]
    })?;
    Ok(Issued { report: name.to_owned(), entry })
}

/// A document that is kept and only has to be entered: its entry, and the register with it.
fn drawn_up(
    workspace: &Workspace<'_>,
    job: &Job<'_>,
    request: &IssueRequest,
) -> Result<(Entry, String), Vec<Finding>> {
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
    make(workspace, job, kind, entry)
        .map_err(|found| against(found, job, request))
        .and_then(|(entry, made)| made.keep(workspace, entry, job, request))
}

/// The entry without the kept files; none, if something stands against it.
fn entry(
    workspace: &Workspace<'_>,
    job: &Job<'_>,
    (issuer, head): (&Issuer, &DocumentHead),
    request: &IssueRequest,
) -> Result<Entry, Vec<Finding>> {
    let register = &workspace.register;
    let mut found = lacking(job, issuer, issuer.term.is_some(), request);
    let series = Series {
        body: head.ten_day_du.clone(),
        kind: capitalised(&head.loai.to_lowercase()),
        term: issuer.term.as_ref().map_or_else(String::new, |term| term.value.to_string()),
    };
    let name = job.name();
    let before = register.in_force().get(name.as_str()).copied();
    let typed =
        ReportContext::new(&Job { stamp: None, ..*job }, kind_of(job), &Narrative::default())
            .number;
    let given = request.number.or(typed).unwrap_or_else(|| next(&register.entries, &series));
    if let Some(typed) = typed.filter(|typed| *typed != given) {
        let message = format!("tệp số liệu ghi «van_ban.so: {typed}», khác --number {given}");
        found.push(
            not_issued(job, &message).hint("bỏ dòng «van_ban» trong tệp, hoặc ghi cùng một số"),
        );
    }
    let replaced = match (before, &request.replaces) {
        (None, None) => None,
        (Some(before), Some((old, reason))) if before.number == *old => Some((before, reason)),
        (before, asked) => {
            found.push(wrongly_replaced(job, before, asked.as_ref().map(|(old, _)| *old)));
            None
        }
    };
    if issuer.term.is_some() {
        found.extend(number(job, register, (&series, given, &head.ky_hieu), request));
    }
    if !found.is_empty() {
        return Err(found);
    }
    let last = register.entries.iter().map(|entry| entry.order).max().unwrap_or(0);
    Ok(Entry {
        order: last + 1,
        act: Act::Issued,
        series,
        number: given,
        symbol: head.ky_hieu.clone(),
        date: request.date,
        subject: head.trich_yeu.clone(),
        signer: signer(head),
        recipients: head.noi_nhan.clone(),
        copies: request.copies,
        note: request.note.clone(),
        report: Some(name.clone()),
        replaces: replaced.map(|(before, _)| before.order),
        about: None,
        reason: replaced.map(|(_, reason)| reason.trim().trim_end_matches('.').to_owned()),
        gap: request.gap.clone(),
        kept: Some(Kept { folder: folder(&name, given), sums: String::new() }),
        signed: None,
    })
}

fn kind_of<'a>(job: &Job<'a>) -> &'a crate::kinds::kind::Kind {
    job.kinds.get(&job.due.kind).expect("a due report has a kind")
}

/// Who signs, as the register lists it: position and name.
fn signer(head: &DocumentHead) -> String {
    let one = head.cac_nguoi_ky.iter().map(|signer| {
        let position = signer.chuc_vu.join(" ");
        signer
            .ho_ten
            .as_ref()
            .map_or_else(|| position.clone(), |name| format!("{position}, {name}"))
    });
    one.collect::<Vec<_>>().join("; ")
}

/// A report that is issued already, or a number that is not the one of what is in force.
fn wrongly_replaced(job: &Job<'_>, before: Option<&Entry>, asked: Option<u32>) -> Finding {
    match (before, asked) {
        (Some(before), None) => not_issued(job, &format!("đã ban hành số {}", before.numbered()))
            .hint(format!(
                "có sai sót thì ban hành bản thay thế: thêm --replace {} --reason \"…\"",
                before.number
            )),
        (Some(before), Some(asked)) => not_issued(
            job,
            &format!("bản đang có hiệu lực là số {}, không phải số {asked}", before.numbered()),
        )
        .hint(format!("ghi --replace {}", before.number)),
        (None, asked) => {
            let asked = asked.map_or_else(String::new, |asked| format!(" số {asked}"));
            not_issued(job, &format!("chưa ban hành bản nào{asked} nên không có gì để thay thế"))
                .hint("bỏ --replace")
        }
    }
}

/// A report as it was made.
struct Made {
    pdf: Vec<u8>,
    markup: String,
    content: Content,
    found: Vec<Finding>,
    fingerprint: crate::output::fingerprint::Fingerprint,
}

/// Makes the report under its number.
fn make(
    workspace: &Workspace<'_>,
    job: &Job<'_>,
    kind: &CompiledKind,
    entry: Entry,
) -> Result<(Entry, Made), Vec<Finding>> {
    let before = entry.replaces.and_then(|order| workspace.register.entry(order));
    let replaces = before.map(|before| Replaced {
        number: before.number,
        symbol: before.symbol.clone(),
        date: before.date,
        reason: entry.reason.clone().unwrap_or_default(),
    });
    let stamp = Stamp {
        number: Some(entry.number),
        date: Some(entry.date),
        reference: entry.date,
        replaces,
    };
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
    /// Keeps the document if nothing stands against it; its entry, and the register with it.
    fn keep(
        self,
        workspace: &Workspace<'_>,
        mut entry: Entry,
        job: &Job<'_>,
        request: &IssueRequest,
    ) -> Result<(Entry, String), Vec<Finding>> {
        let found = against(self.found, job, request);
        if !found.is_empty() {
            return Err(found);
        }
        let page = Page { pdf: self.pdf, markup: self.markup, content: self.content };
        let files = gathered(workspace, job, page, &self.fingerprint);
        let list = list(&files);
        if let Some(kept) = &mut entry.kept {
            kept.sums = crate::disk::sha256::sha256(list.as_bytes());
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

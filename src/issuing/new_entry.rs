//! The entry a report gets in the register: its number, what it takes the place of, where it is kept. Not for making the report
//! ([`super::issue`]).

use super::ready::{GivenNumber, lacking, not_issued, number};
use super::request::IssueRequest;
use super::workspace::Workspace;
use crate::diagnostic::Finding;
use crate::kinds::kind::Kind;
use crate::model::issuing::Issuer;
use crate::model::returns::Narrative;
use crate::register::book::Register;
use crate::register::entry::{Act, Entry, Kept, Series};
use crate::register::kept::{folder, further_folder};
use crate::register::series::{Obstacle, next, obstacles};
use crate::report::context::ReportContext;
use crate::report::document::DocumentHead;
use crate::report::due::Job;
use crate::source::Span;
use crate::vietnamese::text::capitalised;

/// The entry without the kept files; none, if something stands against it.
pub(super) fn entry(
    workspace: &Workspace<'_>,
    job: &Job<'_>,
    (issuer, head): (&Issuer, &DocumentHead),
    request: &IssueRequest,
) -> Result<Entry, Vec<Finding>> {
    let register = &workspace.register;
    let (kind, none) = (kind_of(job), Narrative::default());
    let unstamped = ReportContext::new(&Job { stamp: None, ..*job }, kind, &none);
    let mut found = lacking((job, &unstamped), issuer, request);
    let series = Series {
        body: head.ten_day_du.clone(),
        kind: capitalised(&head.loai.to_lowercase()),
        term: issuer.term.as_ref().map_or_else(String::new, |term| term.value.to_string()),
    };
    let name = job.name();
    let before = register.in_force().get(name.as_str()).copied();
    let typed = unstamped.number;
    let given = request.number.or(typed).unwrap_or_else(|| next(&register.entries, &series));
    found
        .extend(typed.filter(|typed| *typed != given).map(|typed| other_number(job, typed, given)));
    found.extend(unprintable(workspace, job, request));
    let replaced = replaced(job, before, request).unwrap_or_else(|finding| {
        found.push(finding);
        None
    });
    if request.number.is_none() && typed.is_none() {
        let renamed = renamed(&register.entries, &series, (&name, &head.ky_hieu));
        found.extend(renamed.map(|other| begun_anew(job, &register.entries, &series, other)));
    }
    if given == 0 {
        found.push(
            not_issued(job, "số văn bản là 0").hint("ghi «van_ban.so» từ 1, hoặc bỏ dòng ấy"),
        );
    }
    if issuer.term.is_some() {
        let (symbol, typed) = (&head.ky_hieu, in_file(&unstamped, given));
        let own = GivenNumber { series: &series, number: given, symbol, typed };
        found.extend(number(job, register, own, request));
    }
    if !found.is_empty() {
        return Err(found);
    }
    Ok(Entry {
        order: last(&register.entries) + 1,
        act: Act::Issued,
        series: series.clone(),
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
        gap: request.gap.clone().filter(|_| skips(register, &series, given, request)),
        kept: Some(Kept { folder: free_folder(workspace, &name, given), sums: String::new() }),
        signed: None,
    })
}

fn other_number(job: &Job<'_>, typed: u32, given: u32) -> Finding {
    let message = format!("tệp số liệu ghi «van_ban.so: {typed}», khác --number {given}");
    not_issued(job, &message).hint("bỏ dòng «van_ban» trong tệp, hoặc ghi cùng một số")
}

/// Where a report's file gives it this number.
fn in_file<'a>(unstamped: &ReportContext<'a>, number: u32) -> Option<&'a Span> {
    unstamped.heading?.document.as_ref().filter(|_| unstamped.number == Some(number))
}

/// The document it takes the place of, and why.
///
/// # Errors
/// It is issued already, or something else is in force.
fn replaced<'e>(
    job: &Job<'_>,
    before: Option<&'e Entry>,
    request: &'e IssueRequest,
) -> Result<Option<(&'e Entry, &'e String)>, Finding> {
    match (before, &request.replaces) {
        (None, None) => Ok(None),
        (Some(before), Some((old, reason))) if before.number == *old => Ok(Some((before, reason))),
        (before, asked) => Err(wrongly_replaced(job, before, asked.as_ref().map(|(old, _)| *old))),
    }
}

/// A folder for the document that nothing is kept in. A body that got another name, or a new term, begins its numbers anew.
fn free_folder(workspace: &Workspace<'_>, report: &str, number: u32) -> String {
    let own = folder(report, number);
    let entries = &workspace.register.entries;
    let used = |entry: &Entry| entry.kept.as_ref().is_some_and(|kept| kept.folder == own);
    let below = format!("{own}/");
    let mut records = workspace.snapshot.records.iter();
    if entries.iter().any(used) || records.any(|record| record.place.starts_with(&below)) {
        return further_folder(report, number, last(entries) + 1);
    }
    own
}

/// A document of the same unit with the same symbol in the same term whose body has another name, while the series has none:
/// whether numbers go on is for the office to say.
fn renamed<'e>(
    entries: &'e [Entry],
    series: &Series,
    (report, symbol): (&str, &str),
) -> Option<&'e Entry> {
    let about = |report: &str| {
        let mut parts = report.split('/');
        (parts.next().map(str::to_owned), parts.nth(1).map(str::to_owned))
    };
    let mut documents = entries.iter().filter(|entry| entry.is_document());
    if documents.clone().any(|entry| entry.series == *series) {
        return None;
    }
    documents.rfind(|entry| {
        let same = entry.report.as_deref().is_some_and(|own| about(own) == about(report));
        let (kind, term) = (&entry.series.kind, &entry.series.term);
        same && entry.symbol == symbol && *kind == series.kind && *term == series.term
    })
}

fn begun_anew(job: &Job<'_>, entries: &[Entry], series: &Series, other: &Entry) -> Finding {
    let message = format!(
        "cơ quan ban hành nay ghi là «{}»; sổ đăng ký có số {} của «{}»",
        series.body,
        other.numbered(),
        other.series.body
    );
    not_issued(job, &message).hint(format!(
        "cơ quan mới thì số bắt đầu lại: thêm --number 1; vẫn cơ quan ấy đổi tên thì đánh số tiếp: thêm --number {} --gap \"đổi tên\"",
        next(entries, &other.series)
    ))
}

/// A reason with a character the fonts do not have, which the page cannot print.
fn unprintable(
    workspace: &Workspace<'_>,
    job: &Job<'_>,
    request: &IssueRequest,
) -> Option<Finding> {
    let (_, reason) = request.replaces.as_ref()?;
    let coverage = workspace.toolchain.typesetter.fonts().coverage();
    let other = reason.chars().find(|c| !c.is_whitespace() && !coverage.has(*c))?;
    let message = format!("lý do có ký tự «{other}» mà phông chữ không in được");
    Some(not_issued(job, &message).hint("bỏ ký tự ấy trong --reason"))
}

/// Whether numbers are left out before it.
fn skips(register: &Register, series: &Series, number: u32, request: &IssueRequest) -> bool {
    let found = obstacles(&register.entries, series, number, request.date);
    found.iter().any(|one| matches!(one, Obstacle::Gap { .. }))
}

/// The place of the last entry.
fn last(entries: &[Entry]) -> u32 {
    entries.iter().map(|entry| entry.order).max().unwrap_or(0)
}

fn kind_of<'a>(job: &Job<'a>) -> &'a Kind {
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

//! What stands against issuing a report (S06): what was found in it, its dates, what its page lacks, its number. Not for carrying
//! it out ([`super::issue`]).

use chrono::{Datelike, NaiveDate};

use super::request::IssueRequest;
use crate::diagnostic::{Code, Finding, Severity, Subject};
use crate::model::issuing::Issuer;
use crate::model::names::BOARD;
use crate::model::stamp::numbered;
use crate::model::written_date::short;
use crate::register::book::Register;
use crate::register::entry::{Entry, Series};
use crate::register::series::{Obstacle, obstacles};
use crate::report::context::ReportContext;
use crate::report::due::{Job, Scope};
use crate::source::{SourceFile, Span};

/// What was found that stands against issuing: errors, and warnings unless they are let pass. `all` is everything found in the
/// files and in the report.
#[must_use]
pub(crate) fn against(all: Vec<Finding>, job: &Job<'_>, request: &IssueRequest) -> Vec<Finding> {
    let unit = match job.scope {
        Scope::Unit(unit) | Scope::Missing(unit) => unit.id.as_str(),
        Scope::Area => BOARD,
    };
    let (dossier, period) = (job.dossier.plan.id.as_str(), job.period.to_string());
    let own = |subject: &Subject| {
        let is = |named: &Option<String>, own: &str| named.as_deref().is_none_or(|one| one == own);
        is(&subject.dossier, dossier) && is(&subject.period, &period) && is(&subject.unit, unit)
    };
    // What the plan is warned of is of no report, and cannot be acknowledged in a return.
    let weighs = |finding: &Finding| match finding.severity {
        Severity::Error => true,
        Severity::Warning => finding.subject.unit.is_some() && !request.with_warnings,
        Severity::Note => false,
    };
    let mut found: Vec<Finding> =
        all.into_iter().filter(|one| own(&one.subject) && weighs(one)).collect();
    found.extend(closing(&found, job));
    found
}

/// That nothing was given for what was found, and what to do; nothing where that is said already.
fn closing(found: &[Finding], job: &Job<'_>) -> Option<Finding> {
    if found.is_empty() || found.iter().any(|one| one.code == Code::NotIssued) {
        return None;
    }
    let errors = found.iter().filter(|one| one.is_error()).count();
    let finding = not_issued(
        job,
        &match (errors, found.len() - errors) {
            (0, warnings) => format!("chưa cấp số: còn {warnings} cảnh báo chưa xác nhận"),
            (errors, 0) => format!("chưa cấp số: còn {errors} lỗi"),
            (errors, warnings) => {
                format!("chưa cấp số: còn {errors} lỗi, {warnings} cảnh báo chưa xác nhận")
            }
        },
    );
    Some(finding.hint(match errors {
        0 => "sửa hoặc xác nhận từng điều trong tệp rồi chạy lại; đã xem và vẫn cấp số thì thêm --with-warnings",
        _ => "sửa lỗi trong tệp rồi chạy lại",
    }))
}

/// What the report itself lacks, or says otherwise; `context` is what its files say, without the register.
#[must_use]
pub(super) fn lacking(
    (job, context): (&Job<'_>, &ReportContext<'_>),
    issuer: &Issuer,
    request: &IssueRequest,
) -> Vec<Finding> {
    let plan = Some(issuer.span.clone());
    let in_plan = unsaid(issuer, request).into_iter().map(|told| (told, &plan));
    let figures = context.heading.map(|heading| heading.as_of.span.clone());
    let document = context.heading.and_then(|heading| heading.document.clone());
    let document = document.or(figures.clone());
    let all = [
        before_its_figures(context, request).map(|told| (told, &figures)),
        other_date(context, request).map(|told| (told, &document)),
        outside_term(issuer, request).map(|told| (told, &plan)),
        illustrative(context, request).map(|told| (told, &figures)),
    ];
    let all = all.into_iter().flatten().chain(in_plan);
    let told = |((message, cure), place): (Told, &Option<Span>)| {
        not_issued(job, &message).at_maybe(place.clone()).hint(cure)
    };
    all.map(told).collect()
}

/// What stands against a report, and what to do.
type Told = (String, &'static str);

fn before_its_figures(context: &ReportContext<'_>, request: &IssueRequest) -> Option<Told> {
    let as_of = context.as_of().filter(|as_of| request.date < *as_of)?;
    let message = format!(
        "ngày ban hành {} trước ngày chốt số liệu {}",
        short(request.date.into()),
        short(as_of.into())
    );
    Some((message, "ghi ngày ban hành không trước ngày chốt, hoặc sửa «chot_den»"))
}

fn other_date(context: &ReportContext<'_>, request: &IssueRequest) -> Option<Told> {
    let date = context.date.filter(|date| *date != request.date)?;
    let message = format!("tệp số liệu ghi «van_ban.ngay: {date}», khác --date {}", request.date);
    Some((message, "bỏ dòng «van_ban» trong tệp (chương trình cấp số), hoặc ghi cùng một ngày"))
}

fn outside_term(issuer: &Issuer, request: &IssueRequest) -> Option<Told> {
    let term = issuer.term.as_ref()?.value.to_string();
    let message = format!(
        "ngày ban hành {} không thuộc nhiệm kỳ {term} của cấp ủy",
        short(request.date.into())
    );
    (!is_within(request.date, &term)).then_some((
        message,
        "xem lại năm ở --date; nhiệm kỳ mới thì sửa «nhiem_ky» trong mục ban_hanh",
    ))
}

fn illustrative(context: &ReportContext<'_>, request: &IssueRequest) -> Option<Told> {
    (context.illustrative() && !request.illustrative).then(|| {
        (
            "số liệu ghi là minh họa («minh_hoa: true»)".to_owned(),
            "thay bằng số liệu thật rồi bỏ dòng minh_hoa; chỉ tập dùng thì thêm --illustrative",
        )
    })
}

/// What the plan does not say of who issues.
fn unsaid(issuer: &Issuer, request: &IssueRequest) -> Vec<Told> {
    let unnamed = !request.illustrative && issuer.signers.iter().any(|one| one.name.is_none());
    let all = [
        (
            unnamed,
            "kế hoạch chưa ghi họ tên người ký («ban_hanh», ho_ten)",
            "ghi họ tên người ký trong ke-hoach.yaml",
        ),
        (
            issuer.recipients.is_empty(),
            "kế hoạch chưa ghi nơi nhận («ban_hanh», noi_nhan)",
            "ghi nơi nhận trong ke-hoach.yaml, dòng lưu để cuối",
        ),
        (
            issuer.term.is_none(),
            "kế hoạch chưa ghi nhiệm kỳ của cấp ủy («ban_hanh», nhiem_ky)",
            "thêm vào mục ban_hanh đang dùng, ví dụ nhiem_ky: 2020-2025; số chạy liên tục trong nhiệm kỳ",
        ),
    ];
    let told = |(_, message, cure): (bool, &str, _)| (message.to_owned(), cure);
    all.into_iter().filter(|(is_unsaid, ..)| *is_unsaid).map(told).collect()
}

/// Whether a date can be of a term: the next committee may be elected the year after its last one.
pub(super) fn is_within(date: NaiveDate, term: &str) -> bool {
    let years: Vec<i32> = term.split(" - ").filter_map(|year| year.parse().ok()).collect();
    let [first, last] = years[..] else { return true };
    (first..=last + 1).contains(&date.year())
}

/// A number, and where it was typed if a file gives it.
#[derive(Clone, Copy)]
pub(super) struct GivenNumber<'a> {
    /// The series.
    pub(super) series: &'a Series,
    /// The number.
    pub(super) number: u32,
    /// The symbol after it.
    pub(super) symbol: &'a str,
    /// Where a file gives it.
    pub(super) typed: Option<&'a Span>,
}

/// What stands against a number.
#[must_use]
pub(super) fn number(
    job: &Job<'_>,
    register: &Register,
    given: GivenNumber<'_>,
    request: &IssueRequest,
) -> Vec<Finding> {
    let GivenNumber { series, number, symbol, typed } = given;
    let cure = |asked: &'static str, in_file: &'static str| match typed {
        Some(_) => in_file,
        None => asked,
    };
    let own = numbered(number, symbol);
    let entry = |entry: &Entry| {
        let day = short(entry.date.into());
        format!(
            "mục {} của sổ: {} số {}, ngày {day}, {}",
            entry.order,
            series.kind,
            entry.numbered(),
            entry.subject
        )
    };
    let all = obstacles(&register.entries, series, number, request.date);
    // The others follow from the first.
    let told = all.into_iter().take(1).filter_map(|obstacle| match obstacle {
        Obstacle::Used(used) => Some(
            not_issued(job, &format!("số {own} đã cấp ({})", entry(used)))
                .hint(cure(
                    "bỏ --number để lấy số liền sau; thay thế văn bản đã cấp thì dùng --replace",
                    "số này ghi ở «van_ban» của tệp: sửa cho đúng sổ, hoặc bỏ dòng ấy để lấy số liền sau",
                )),
        ),
        Obstacle::OutOfOrder(other) => {
            let message = format!(
                "số {own} ngày {} không theo thứ tự ngày ({})",
                short(request.date.into()),
                entry(other)
            );
            Some(not_issued(job, &message).hint(cure(
                "số sau không được ghi ngày trước số trước; sửa --date hoặc --number",
                "số sau không được ghi ngày trước số trước; sửa «van_ban» trong tệp, hoặc --date",
            )))
        }
        Obstacle::Gap { .. } if request.gap.is_some() => None,
        Obstacle::Gap { first, last } => {
            let which = if first == last { format!("số {first}") } else { format!("các số từ {first} đến {last}") };
            let message = format!("sổ đăng ký chưa có {which} của {}, {}", series.kind, series.body);
            Some(not_issued(job, &message).hint("vào sổ văn bản lập ngoài chương trình (baocao register --enter), hoặc nêu lý do nhảy số: --gap \"…\""))
        }
    });
    told.map(|finding| finding.at_maybe(typed.cloned())).collect()
}

/// A finding against issuing the report of a job.
#[must_use]
pub(crate) fn not_issued(job: &Job<'_>, message: &str) -> Finding {
    let name = job.name();
    let place = Span::whole(&SourceFile::new(name.as_str(), ""));
    let finding = Finding::new(Code::NotIssued, format!("{name}: {message}")).at(&place);
    finding.subject(&Subject::of_report(&name))
}

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
    all.into_iter().filter(|one| own(&one.subject) && weighs(one)).collect()
}

/// What the report itself lacks, or says otherwise; `context` is what its files say, without the register.
#[must_use]
pub(super) fn lacking(
    (job, context): (&Job<'_>, &ReportContext<'_>),
    issuer: &Issuer,
    request: &IssueRequest,
) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut against = |message: String, hint: &str| {
        found.push(not_issued(job, &message).hint(hint));
    };
    if let Some(as_of) = context.as_of().filter(|as_of| request.date < *as_of) {
        let message = format!(
            "ngày ban hành {} trước ngày chốt số liệu {}",
            short(request.date.into()),
            short(as_of.into())
        );
        against(message, "ghi ngày ban hành không trước ngày chốt, hoặc sửa «chot_den»");
    }
    if let Some(date) = context.date.filter(|date| *date != request.date) {
        let message =
            format!("tệp số liệu ghi «van_ban.ngay: {date}», khác --date {}", request.date);
        against(
            message,
            "bỏ dòng «van_ban» trong tệp (chương trình cấp số), hoặc ghi cùng một ngày",
        );
    }
    if let Some(term) =
        issuer.term.as_ref().filter(|term| !is_within(request.date, &term.value.to_string()))
    {
        let message = format!(
            "ngày ban hành {} không thuộc nhiệm kỳ {} của cấp ủy",
            short(request.date.into()),
            term.value
        );
        against(
            message,
            "xem lại năm ở --date; nhiệm kỳ mới thì sửa «nhiem_ky» trong mục ban_hanh",
        );
    }
    if context.illustrative() && !request.illustrative {
        let message = "số liệu ghi là minh họa («minh_hoa: true»)".to_owned();
        against(
            message,
            "thay bằng số liệu thật rồi bỏ dòng minh_hoa; chỉ tập dùng thì thêm --illustrative",
        );
    }
    if !request.illustrative && issuer.signers.iter().any(|signer| signer.name.is_none()) {
        let message = "kế hoạch chưa ghi họ tên người ký («ban_hanh», ho_ten)".to_owned();
        against(message, "ghi họ tên người ký trong ke-hoach.yaml");
    }
    if issuer.recipients.is_empty() {
        let message = "kế hoạch chưa ghi nơi nhận («ban_hanh», noi_nhan)".to_owned();
        against(message, "ghi nơi nhận trong ke-hoach.yaml, dòng lưu để cuối");
    }
    if issuer.term.is_none() {
        let message = "kế hoạch chưa ghi nhiệm kỳ của cấp ủy («ban_hanh», nhiem_ky)".to_owned();
        against(
            message,
            "thêm vào mục ban_hanh đang dùng, ví dụ nhiem_ky: 2020-2025; số chạy liên tục trong nhiệm kỳ",
        );
    }
    found
}

/// Whether a date can be of a term: the next committee may be elected the year after its last one.
pub(super) fn is_within(date: NaiveDate, term: &str) -> bool {
    let years: Vec<i32> = term.split(" - ").filter_map(|year| year.parse().ok()).collect();
    let [first, last] = years[..] else { return true };
    (first..=last + 1).contains(&date.year())
}

/// What stands against a number.
#[must_use]
pub(crate) fn number(
    job: &Job<'_>,
    register: &Register,
    (series, number, symbol): (&Series, u32, &str),
    request: &IssueRequest,
) -> Vec<Finding> {
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
                .hint("bỏ --number để lấy số liền sau; thay thế văn bản đã cấp thì dùng --replace"),
        ),
        Obstacle::OutOfOrder(other) => {
            let message = format!(
                "số {own} ngày {} không theo thứ tự ngày ({})",
                short(request.date.into()),
                entry(other)
            );
            Some(not_issued(job, &message).hint("số sau không được ghi ngày trước số trước; sửa --date hoặc --number"))
        }
        Obstacle::Gap { .. } if request.gap.is_some() => None,
        Obstacle::Gap { first, last } => {
            let which = if first == last { format!("số {first}") } else { format!("các số từ {first} đến {last}") };
            let message = format!("sổ đăng ký chưa có {which} của {}, {}", series.kind, series.body);
            Some(not_issued(job, &message).hint("vào sổ văn bản lập ngoài chương trình (baocao register --enter), hoặc nêu lý do nhảy số: --gap \"…\""))
        }
    });
    told.collect()
}

/// A finding against issuing the report of a job.
#[must_use]
pub(crate) fn not_issued(job: &Job<'_>, message: &str) -> Finding {
    let name = job.name();
    let place = Span::whole(&SourceFile::new(name.as_str(), ""));
    let finding = Finding::new(Code::NotIssued, format!("{name}: {message}")).at(&place);
    finding.subject(&Subject::of_report(&name))
}

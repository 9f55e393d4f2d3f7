//! Rules on what was handed in for a period (B01, B02, B05, B07, V04, V13, V14, V17, V20–V22), told once per dossier and period.
//! Not for single files.

use super::prose::Lexicons;
use super::{
    bindings, copies, dates, documents, issued_states, numbers, other_periods, other_units, prose,
};
use crate::diagnostic::{Code, Finding, Subject};
use crate::model::dossier::Dossier;
use crate::model::period::Period;
use crate::model::plan::Phase;
use crate::model::returns::{Acknowledgement, NarrativePart, Return};
use crate::model::unit::Unit;
use crate::report::context::ReportContext;
use crate::report::due::missing;
use crate::report::due::{Job, Scope};
use crate::report::fact_table::FactTable;
use crate::report::views::figures::amount;
use crate::report::views::table::ViewTable;
use crate::source::{SourceFile, Span};
use crate::validate::history;

/// Units that did not hand in, and periods nothing is due for. `shown` is how findings call the inputs folder.
#[must_use]
pub(crate) fn completeness(dossier: &Dossier, period: Period, shown: &str) -> Vec<Finding> {
    let plan = &dossier.plan;
    if !dossier.periods.contains(&period) {
        return Vec::new();
    }
    let folder = format!("{shown}/{}/{period}", plan.id);
    let subject = Subject::of_dossier(&plan.id).of_period(&period);
    if !plan.calendar.iter().any(|due| due.quarter == period.quarter()) {
        let message =
            format!("{folder}: kỳ này không có trong lịch báo cáo, không lập báo cáo nào");
        let file = SourceFile::new(folder, "");
        return vec![
            Finding::new(Code::NotDue, message)
                .at(&Span::whole(&file))
                .subject(&subject)
                .hint("thêm kỳ vào «lich_bao_cao» trong ke-hoach.yaml nếu cần báo cáo"),
        ];
    }
    let of_period = missing(dossier, period).map(|unit| {
        let then = "báo cáo tổng hợp ghi rõ đơn vị chưa có số liệu";
        let finding = if dossier.is_opened(&unit.id, period) {
            not_filled(unit, &folder, period, then)
        } else {
            not_submitted(unit, &folder, &format!("báo cáo kỳ {period}"), then)
        };
        (unit, finding)
    });
    let ended = plan.phases.iter().filter(|phase| phase.to == period);
    let of_phases = ended.flat_map(|phase| {
        let (folder, what) = (format!("{shown}/{}/{}", plan.id, phase.id), "lời văn tổng kết");
        let then = "báo cáo tổng kết chung vẫn có số liệu của đơn vị, lấy ở báo cáo các kỳ";
        let late = not_closed(dossier, phase);
        late.map(move |unit| (unit, not_submitted(unit, &folder, what, then))).collect::<Vec<_>>()
    });
    let told = of_period.chain(of_phases);
    told.map(|(unit, finding)| finding.subject(&subject.clone().of_unit(&unit.id))).collect()
}

/// Units without a text for a phase others have closed.
fn not_closed<'a>(dossier: &'a Dossier, phase: &Phase) -> impl Iterator<Item = &'a Unit> {
    let closed = dossier.closed.get(&phase.id);
    let members = dossier.plan.members(phase.to.last_day());
    members.filter(move |unit| closed.is_some_and(|all| !all.contains(&unit.id)))
}

fn not_submitted(unit: &Unit, folder: &str, what: &str, until_then: &str) -> Finding {
    let path = format!("{folder}/{}.yaml", unit.id);
    let message = format!("{} chưa nộp {what}", unit.full_name());
    let hint = format!("khi có số liệu, tạo tệp {path}; trước đó {until_then}");
    Finding::new(Code::NotSubmitted, message)
        .at(&Span::whole(&SourceFile::new(path, "")))
        .hint(hint)
}

/// A unit whose file was opened, and nobody has written in it.
fn not_filled(unit: &Unit, folder: &str, period: Period, until_then: &str) -> Finding {
    let path = format!("{folder}/{}.yaml", unit.id);
    let message =
        format!("{} chưa nộp báo cáo kỳ {period}: tệp đã mở, chưa điền", unit.full_name());
    let hint = format!("khi có số liệu, điền vào tệp {path}; trước đó {until_then}");
    Finding::new(Code::NotSubmitted, message)
        .at(&Span::whole(&SourceFile::new(path, "")))
        .hint(hint)
}

/// What the values of one report ask to be looked at: prose that differs, broken bases, totals that do not reconcile.
#[must_use]
pub fn values(job: &Job<'_>, views: &ViewTable<'_>, lexicons: &Lexicons) -> Vec<Finding> {
    let context = &views.context;
    let mut findings = match (job.scope, job.phase) {
        (Scope::Area, None) => reconciliation(job, &context.table),
        _ => Vec::new(),
    };
    findings.extend(prose::check(views, lexicons.get(&job.dossier.plan)));
    findings.extend(bindings::gaps(views));
    findings.extend(missing_parts(context));
    findings.extend(contents(job, context));
    findings.extend(issued_states::check(job));
    for acknowledged in acknowledgements(job, context) {
        history::acknowledge(&mut findings, acknowledged);
    }
    for then in context.earlier().iter().map(|then| &then.table) {
        // Without a period it is a predecessor's, which is told with the plans.
        for row in then.rows.iter().filter(|row| row.broken && row.period.is_some()) {
            let mut same = context.rows().iter().filter(|now| now.unit == row.unit);
            let Some(now) = same.find_map(|now| now.submitted) else { continue };
            let is_unread = job.dossier.is_unread(then.period, None);
            findings.push(uncompared(row.unit, now, then.period, is_unread));
        }
    }
    findings
}

/// B02: a return that is compared with one that has errors, or whose folder was not read.
fn uncompared(unit: &Unit, now: &Return, then: Period, is_unread: bool) -> Finding {
    let path = beside(now, then);
    let (why, hint) = if is_unread {
        let folder = path.rsplit_once('/').map_or(path.as_str(), |(folder, _)| folder);
        let hint = format!("xem quyền đọc thư mục {folder} và kết nối đến ổ đĩa, rồi chạy lại");
        ("không đọc được", hint)
    } else {
        ("đang có lỗi", format!("sửa tệp {path}"))
    };
    let message =
        format!("{} kỳ {then} {why} nên kỳ {} chưa so sánh được", unit.full_name(), now.period);
    Finding::new(Code::BrokenBase, message).at(&now.heading.as_of.span).hint(hint)
}

/// What the files a report is made from acknowledge: the units' and the board's.
fn acknowledgements<'c>(
    job: &'c Job<'_>,
    context: &'c ReportContext<'_>,
) -> impl Iterator<Item = &'c [Acknowledgement]> {
    let dossier = job.dossier;
    let board = dossier.board(job.period).map(|board| &board.acknowledged);
    let units = context.rows().iter().filter_map(|row| row.submitted);
    let closings = job.phase.into_iter().flat_map(move |phase| {
        let of_units = dossier.series.values().map(|series| &series.closings);
        let all = of_units.chain([&*dossier.closings]);
        all.filter_map(|closings| Some(&closings.get(&phase.id)?.good()?.acknowledged))
    });
    let all = board.into_iter().chain(units.map(|read| &read.acknowledged)).chain(closings);
    all.map(Vec::as_slice)
}

/// What texts and documents say that they cannot, or that somebody else said.
fn contents(job: &Job<'_>, context: &ReportContext<'_>) -> Vec<Finding> {
    let mut found = copies::check(job, context);
    found.extend(other_units::check(context));
    found.extend(other_periods::check(context));
    found.extend(documents::check(job, context));
    found.extend(numbers::check(job));
    found.extend(dates::check(job, context));
    found
}

/// The path of the same unit's return of another period; what is wrong in it has findings of its own.
fn beside(read: &Return, period: Period) -> String {
    let path = read.heading.as_of.span.file().path();
    path.replacen(&format!("/{}/", read.period), &format!("/{period}/"), 1)
}

/// B07: what the kind of report demands of its text.
fn missing_parts(context: &ReportContext<'_>) -> Vec<Finding> {
    let Some(heading) = context.heading.filter(|_| context.reminder.is_none()) else {
        return Vec::new();
    };
    let lacking = context.kind.demanded.iter().filter(|part| context.narrative.lacks(**part));
    let finding = |part: &NarrativePart| {
        let message = format!("{} phải có «{}»", context.kind.name, part.word());
        Finding::new(Code::MissingPart, message)
            .at(&heading.as_of.span)
            .about(&part.word())
            .hint(format!("viết «{}» trong tệp này", part.word()))
    };
    lacking.map(finding).collect()
}

/// V04: the published totals against the sums over all rows, when every unit has reported.
fn reconciliation(job: &Job<'_>, table: &FactTable<'_>) -> Vec<Finding> {
    let board = job.dossier.board(job.period);
    let mut findings = Vec::new();
    for (id, published) in board.iter().flat_map(|board| &board.published) {
        let Some(figure) = table.plan.figure(id.as_str()) else { continue };
        let value = table.total(figure);
        let Some(sum) = value.known().filter(|_| value.coverage.is_full()) else { continue };
        let stated = crate::model::exact::Exact::new(
            i128::from(published.value),
            crate::model::exact::power_of_ten(figure.decimals),
        );
        if sum != stated {
            let message = format!(
                "tổng «{id}» của các đơn vị là {}, số đã công bố là {}",
                amount(sum, figure),
                amount(stated, figure)
            );
            findings.push(
                Finding::new(Code::NotReconciled, message)
                    .at(&published.span)
                    .hint("tìm đơn vị nhập sai, hoặc xem lại số công bố"),
            );
        }
    }
    findings
}

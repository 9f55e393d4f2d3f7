//! Rules between the returns of one unit over time (V05–V08, V11–V13, V15), and what the data acknowledges.
//! Not for single returns ([`super::figures`]).

use std::collections::BTreeMap;

use super::change::{Seen, changes};
use crate::diagnostic::{Code, Finding, Severity, any_error};
use crate::dossier::{Dossier, Filed};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::returns::{Acknowledgement, Return};
use crate::model::target::{Measure, Target};
use crate::rollup::rows::{Row, row_of};
use crate::rollup::value::measure;
use crate::rollup::verdict::{Verdict, judge};

/// Checks every return against the unit's earlier ones, in order of time. A return that breaks a rule becomes broken,
/// so that later ones are held against the last right one.
pub fn check(dossier: &mut Dossier, findings: &mut Vec<Finding>) {
    let periods: Vec<Period> = dossier.periods.keys().copied().collect();
    for period in periods {
        let mut broken = Vec::new();
        for (unit, read) in good(dossier, period) {
            let mut found = changes(&seen(dossier, unit, period, read));
            found.extend(lost_maintenance(dossier, unit, period, read));
            found.extend(late(dossier, period, read));
            found.extend(all_perfect(dossier, unit, period, read));
            if any_error(&found) {
                broken.push(unit.clone());
            }
            findings.extend(found);
        }
        for unit in broken {
            if let Some(submitted) = dossier.periods.get_mut(&period) {
                submitted.returns.insert(unit, Filed::Broken);
            }
        }
    }
}

/// Turns warnings the data acknowledges into notes with the reason, and reports acknowledgements of nothing.
pub fn acknowledge(findings: &mut [Finding], acknowledged: &[Acknowledgement]) -> Vec<Finding> {
    let mut useless = Vec::new();
    for one in acknowledged {
        let matches = |finding: &&mut Finding| {
            let same_file =
                finding.span.as_ref().is_some_and(|span| span.file() == one.span.file());
            same_file
                && finding.code == one.code
                && finding.about.as_deref() == Some(one.about.as_str())
                && !finding.is_error()
        };
        let mut any = false;
        for finding in findings.iter_mut().filter(matches) {
            any = true;
            finding.severity = Severity::Note;
            finding.message = format!("{} (đã xác nhận: {})", finding.message, one.reason);
            finding.hint = None;
        }
        if !any {
            let message = format!("xác nhận {} ở «{}» không còn cần", one.code, one.about);
            useless.push(
                Finding::new(Code::UselessAcknowledgement, message)
                    .at(&one.span)
                    .hint("xóa dòng này"),
            );
        }
    }
    useless
}

fn good(dossier: &Dossier, period: Period) -> Vec<(&Id, &Return)> {
    let returns = dossier.periods.get(&period).map(|submitted| &submitted.returns);
    returns.into_iter().flatten().filter_map(|(unit, filed)| Some((unit, filed.good()?))).collect()
}

/// The return with the unit's right earlier ones, nearest first.
fn seen<'a>(dossier: &'a Dossier, unit: &Id, period: Period, read: &'a Return) -> Seen<'a> {
    let before = dossier.periods.range(..period).rev();
    let earlier = before.filter_map(|(_, submitted)| submitted.returns.get(unit)?.good());
    Seen { plan: &dossier.plan, read, earlier: earlier.collect() }
}

fn rows_of<'a>(dossier: &'a Dossier, unit: &Id, period: Period) -> Vec<Row<'a>> {
    let unit = dossier.plan.unit(unit.as_str());
    unit.and_then(|unit| row_of(dossier, unit, period)).into_iter().collect()
}

/// V08: a target to be kept that is not.
fn lost_maintenance(dossier: &Dossier, unit: &Id, period: Period, read: &Return) -> Vec<Finding> {
    let plan = &dossier.plan;
    let date = read.heading.date.unwrap_or_else(|| period.last_day());
    let rows = rows_of(dossier, unit, period);
    let lost = plan.targets.iter().filter(|target| {
        let own_level = plan.is_of_units(target);
        own_level
            && judge(target, target.goal_on(date), &measure(plan, target, &rows), date)
                == Verdict::NotKept
    });
    let due = plan.base_year != Some(period.year());
    lost.filter(|_| due).map(|target| lost_one(target, read)).collect()
}

fn lost_one(target: &Target, read: &Return) -> Finding {
    let finding =
        Finding::new(Code::LostMaintenance, format!("chỉ tiêu duy trì bị mất: {}", target.wording));
    let first = target.measure.figures().next();
    let finding = match first.and_then(|id| Some((id, read.figures.get(id)?))) {
        Some((id, reported)) => finding.at(&reported.span).about(id).value(reported.span.text()),
        None => finding.at(&read.heading.as_of.span),
    };
    if target.measure.figures().any(|id| read.explanations.contains_key(id)) {
        return finding
            .severity(Severity::Note)
            .hint("báo cáo tự nêu trong phần hạn chế, kèm giải trình đã ghi");
    }
    finding.hint("báo cáo tự nêu trong phần hạn chế; nên ghi nguyên nhân ở «giai_trinh»")
}

/// V13: dated after the deadline.
fn late(dossier: &Dossier, period: Period, read: &Return) -> Option<Finding> {
    let date = read.heading.date?;
    let due = dossier
        .plan
        .calendar
        .iter()
        .find(|due| due.quarter == period.quarter() && due.deadline.is_some())?;
    let (month, day) = due.deadline?;
    let deadline = chrono::NaiveDate::from_ymd_opt(i32::from(period.year()), month, day)?;
    let (written, limit) = (
        crate::vietnamese::date::short(date.into()),
        crate::vietnamese::date::short(deadline.into()),
    );
    (date > deadline).then(|| {
        Finding::new(Code::BadDate, format!("văn bản ghi ngày {written}, sau hạn nộp {limit}"))
            .severity(Severity::Warning)
            .at(read.heading.document.as_ref().unwrap_or(&read.heading.as_of.span))
            .about(&"van_ban")
            .value(written)
            .hint(
                "nếu nộp muộn có lý do, xác nhận bằng chap_nhan: { ma: V13, o: van_ban, ly_do: … }",
            )
    })
}

/// V15: every share at 100 % in two periods running.
fn all_perfect(dossier: &Dossier, unit: &Id, period: Period, read: &Return) -> Option<Finding> {
    let perfect = |period| {
        let rows = rows_of(dossier, unit, period);
        let shares = dossier
            .plan
            .targets
            .iter()
            .filter(|t| t.unit.as_str() == "%" && matches!(t.measure, Measure::Ratio { .. }));
        let known: Vec<_> =
            shares.filter_map(|target| measure(&dossier.plan, target, &rows).known()).collect();
        known.len() >= 3
            && known.iter().all(|value| *value == crate::model::exact::Exact::from_integer(100))
    };
    (perfect(period) && perfect(period.previous())).then(|| {
        Finding::new(Code::AllPerfect, "mọi chỉ tiêu tỷ lệ đều 100% trong hai kỳ liền".to_owned())
            .at(&read.heading.as_of.span)
            .about(&"chi_tieu")
            .value("100%")
            .hint("kiểm tra thực tế; nếu đúng, xác nhận bằng chap_nhan: { ma: V15, o: chi_tieu, ly_do: … }")
    })
}

/// What each return of `period` acknowledges, for findings made later.
#[must_use]
pub fn acknowledgements(dossier: &Dossier, period: Period) -> BTreeMap<&Id, &[Acknowledgement]> {
    good(dossier, period)
        .into_iter()
        .map(|(unit, read)| (unit, read.acknowledged.as_slice()))
        .collect()
}

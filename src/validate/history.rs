//! Rules between the returns of one unit over time (V05–V08, V11–V13, V15, V20), and what the data acknowledges.
//! Not for single returns ([`super::figures`]).

use super::change::changes;
use super::copied_figures::{ALL_FIGURES, copied_figures};
use super::earlier::ReturnHistory;
use crate::diagnostic::{Code, Finding, Severity, any_error};
use crate::model::dossier::{Filed, UnitHistory};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::{Acknowledgement, Return};
use crate::model::target::{Measure, Target};
use crate::model::unit::Unit;
use crate::model::written_date::short;
use crate::rollup::rows::Row;
use crate::rollup::value::measure;
use crate::rollup::verdict::{Verdict, judge};

/// Checks every return of a unit against its earlier ones, in order of time. A return that breaks a rule becomes
/// broken, so that later ones are held against the last right one. Warnings the unit acknowledges become notes.
pub(crate) fn check(plan: &Plan, unit: &Id, series: &mut UnitHistory, findings: &mut Vec<Finding>) {
    let periods: Vec<Period> = series.returns.keys().copied().collect();
    for period in periods {
        let Some(read) = good(series, period) else { continue };
        let past = UnitPast { plan, unit: plan.unit(unit.as_str()), series };
        let seen = seen(plan, series, read);
        let mut found = changes(&seen);
        found.extend(copied_figures(&seen));
        found.extend(past.lost_maintenance(period, read));
        found.extend(late(plan, period, read));
        found.extend(past.all_perfect(period, read));
        let broken = any_error(&found);
        let subject = read.subject(&plan.id);
        findings.extend(found.into_iter().map(|finding| finding.subject(&subject)));
        if broken {
            series.returns.insert(period, Filed::Broken);
        }
    }
    for read in series.returns.values().filter_map(Filed::good) {
        let (later, now): (Vec<_>, Vec<_>) =
            read.acknowledged.iter().cloned().partition(|one| is_reviewed(plan, one));
        acknowledge(findings, &later);
        let useless = acknowledge(findings, &now);
        let subject = read.subject(&plan.id);
        findings.extend(useless.into_iter().map(|finding| finding.subject(&subject)));
    }
}

/// Whether what is acknowledged may be found only when a report is made, which holds its texts and documents against
/// figures, other returns and each other.
fn is_reviewed(plan: &Plan, one: &Acknowledgement) -> bool {
    let about = one.about.as_str();
    match one.code {
        Code::ProseDiffers | Code::NothingToPrint | Code::SpeaksOfAnother | Code::WronglyListed => {
            true
        }
        Code::Copied => about != ALL_FIGURES && plan.figure(about).is_none(),
        Code::BadDate => about != "van_ban",
        _ => false,
    }
}

/// Turns warnings the data acknowledges into notes with the reason, and reports acknowledgements of nothing.
pub(crate) fn acknowledge(
    findings: &mut [Finding],
    acknowledged: &[Acknowledgement],
) -> Vec<Finding> {
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

fn good(series: &UnitHistory, period: Period) -> Option<&Return> {
    series.returns.get(&period)?.good()
}

/// The return with the unit's right earlier ones, nearest first.
fn seen<'a>(plan: &'a Plan, series: &'a UnitHistory, read: &'a Return) -> ReturnHistory<'a> {
    let before = series.returns.range(..read.period).rev();
    ReturnHistory { plan, read, earlier: before.filter_map(|(_, filed)| filed.good()).collect() }
}

/// A unit and all it handed in.
struct UnitPast<'a> {
    plan: &'a Plan,
    unit: Option<&'a Unit>,
    series: &'a UnitHistory,
}

impl UnitPast<'_> {
    /// The unit's own row of a period, if it existed then.
    fn row(&self, period: Period) -> Vec<Row<'_>> {
        let existed = self.unit.filter(|unit| unit.validity.contains(period.last_day()));
        existed.map(|unit| Row::new(unit, Some(self.series), period)).into_iter().collect()
    }

    /// V08: a target to be kept that is not.
    fn lost_maintenance(&self, period: Period, read: &Return) -> Vec<Finding> {
        let plan = self.plan;
        let date = read.heading.as_of.value;
        let rows = self.row(period);
        let lost = plan.targets.iter().filter(|target| {
            let own_level = plan.is_of_units(target);
            own_level
                && judge(target, target.goal_on(date), &measure(plan, target, &rows), date)
                    == Verdict::NotKept
        });
        let due = plan.base_year != Some(period.year());
        lost.filter(|_| due).map(|target| lost_one(target, read)).collect()
    }

    /// V15: every share at 100 % in two periods running.
    fn all_perfect(&self, period: Period, read: &Return) -> Option<Finding> {
        (self.perfect(period) && self.perfect(period.previous())).then(|| {
            Finding::new(
                Code::AllPerfect,
                "mọi chỉ tiêu tỷ lệ đều 100% trong hai kỳ liền".to_owned(),
            )
            .at(&read.heading.as_of.span)
            .value("100%")
            .unless_acknowledged(&"chi_tieu", "kiểm tra thực tế")
        })
    }

    fn perfect(&self, period: Period) -> bool {
        let rows = self.row(period);
        let share = |t: &&Target| t.is_percent() && matches!(t.measure, Measure::Ratio { .. });
        let shares = self.plan.targets.iter().filter(share);
        let known: Vec<_> =
            shares.filter_map(|target| measure(self.plan, target, &rows).known()).collect();
        let hundred = crate::model::exact::Exact::from_integer(100);
        known.len() >= 3 && known.iter().all(|value| *value == hundred)
    }
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
fn late(plan: &Plan, period: Period, read: &Return) -> Option<Finding> {
    let date = read.heading.date?;
    let due = plan
        .calendar
        .iter()
        .find(|due| due.quarter == period.quarter() && due.deadline.is_some())?;
    let deadline = due.deadline_of(period)?;
    let (written, limit) = (short(date.into()), short(deadline.into()));
    (date > deadline).then(|| {
        Finding::new(Code::BadDate, format!("văn bản ghi ngày {written}, sau hạn nộp {limit}"))
            .severity(Severity::Warning)
            .at(read.heading.document.as_ref().unwrap_or(&read.heading.as_of.span))
            .value(written)
            .unless_acknowledged(&"van_ban", "gõ nhầm thì sửa ngày")
    })
}

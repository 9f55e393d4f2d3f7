//! Which period of a dossier is meant on a day: the one that is due. Not for periods as they are typed ([`crate::options`]).

use chrono::NaiveDate;

use crate::kinds::catalog::Kinds;
use crate::model::dossier::Dossier;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::options::AskedPeriod;
use crate::report::due::owed;

/// The period that was asked for, or the latest that was opened or whose deadline has come by `today`.
///
/// # Errors
/// Why the dossier has no such period.
pub(crate) fn period_meant(
    asked: Option<AskedPeriod>,
    today: NaiveDate,
    dossier: &Dossier,
    kinds: &Kinds,
) -> Result<Period, String> {
    let id = &dossier.plan.id;
    let due: Vec<Period> =
        periods(&dossier.plan).filter(|one| is_due(*one, dossier, kinds)).collect();
    let come = |period: &&Period| {
        let opened = dossier.periods.contains(period) && period.first_day() <= today;
        opened || deadline(**period, dossier, kinds) <= today
    };
    match asked {
        Some(AskedPeriod::Whole(period)) if due.contains(&period) => Ok(period),
        Some(AskedPeriod::Whole(period)) => {
            Err(format!("hồ sơ {id} không có báo cáo phải nộp kỳ {period}"))
        }
        Some(AskedPeriod::Quarter(quarter)) => {
            let of_quarter = due.iter().rev().filter(|period| period.quarter() == quarter);
            let found = of_quarter.clone().find(come).or(of_quarter.clone().next_back());
            found
                .copied()
                .ok_or_else(|| format!("hồ sơ {id} không có báo cáo phải nộp quý {quarter}"))
        }
        None => {
            let latest = due.iter().rev().find(come).or(due.first());
            latest.copied().ok_or_else(|| format!("hồ sơ {id} không có báo cáo nào phải nộp"))
        }
    }
}

/// Every quarter of the plan's years.
fn periods(plan: &Plan) -> impl Iterator<Item = Period> {
    let (first, last) = plan.years;
    (first..=last).flat_map(Period::of_year)
}

/// Whether somebody owes a report for the period.
pub(crate) fn is_due(period: Period, dossier: &Dossier, kinds: &Kinds) -> bool {
    let plan = &dossier.plan;
    plan.base_year != Some(period.year())
        && !owed(dossier, kinds, period).is_empty()
        && plan.members(period.last_day()).next().is_some()
}

/// By when the first report of the period is due; without a word of the plan, the period's last day.
#[must_use]
pub(crate) fn deadline(period: Period, dossier: &Dossier, kinds: &Kinds) -> NaiveDate {
    let owed = owed(dossier, kinds, period).into_iter();
    owed.filter_map(|due| due.deadline_of(period)).min().unwrap_or(period.last_day())
}

//! Which reports are due, and what their files are called. Not for building them.

use crate::dossier::Dossier;
use crate::model::period::Period;
use crate::model::plan::Due;
use crate::model::unit::Unit;

/// What a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope<'a> {
    /// One unit.
    Unit(&'a Unit),
    /// The whole area: the roll-up.
    Area,
}

/// A report to build.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// Every dossier there is, for units that were others before.
    pub family: &'a [Dossier],
    /// The period.
    pub period: Period,
    /// The calendar's entry: the kind of report.
    pub due: &'a Due,
    /// What it is about.
    pub scope: Scope<'a>,
    /// Whether it is the first kind of its quarter, whose files need no kind in their name.
    pub first: bool,
}

impl Job<'_> {
    /// Whether its own file has errors, so that it is refused.
    #[must_use]
    pub fn broken(&self) -> bool {
        match self.scope {
            Scope::Unit(unit) => self
                .dossier
                .handed_in(&unit.id, self.period)
                .is_none_or(|filed| filed.good().is_none()),
            Scope::Area => {
                let text = self.dossier.boards.get(&self.period);
                text.is_some_and(|filed| filed.good().is_none())
            }
        }
    }

    /// The output without its extension: `lac-duong/2024-Q1/lat`.
    #[must_use]
    pub fn name(&self) -> String {
        let unit = match self.scope {
            Scope::Unit(unit) => unit.id.as_str(),
            Scope::Area => "tong-hop",
        };
        let kind = if self.first { String::new() } else { format!(".{}", self.due.kind) };
        format!("{}/{}/{unit}{kind}", self.dossier.plan.id, self.period)
    }
}

/// Every report that is due for the periods something was handed in for, units first, the roll-up last. No return
/// has to be read for that.
#[must_use]
pub fn due<'a>(family: &'a [Dossier], dossier: &'a Dossier) -> Vec<Job<'a>> {
    let plan = &dossier.plan;
    let mut jobs = Vec::new();
    for &period in dossier.periods.iter().filter(|period| plan.base_year != Some(period.year())) {
        let kinds = plan.calendar.iter().filter(|due| due.quarter == period.quarter());
        let filed = dossier.filed.get(&period);
        for (at, due) in kinds.enumerate() {
            let job = |scope| Job { dossier, family, period, due, scope, first: at == 0 };
            let members = plan.members(period.last_day());
            let handed_in = members.filter(|unit| filed.is_some_and(|all| all.contains(&unit.id)));
            jobs.extend(handed_in.map(|unit| job(Scope::Unit(unit))));
            jobs.push(job(Scope::Area));
        }
    }
    jobs
}

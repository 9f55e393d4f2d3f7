//! Which reports are due, and what their files are called. Not for building them.

use std::collections::BTreeSet;

use super::pattern::fill;
use crate::kinds::audience::Audience;
use crate::kinds::catalog::Kinds;
use crate::model::dossier::{Dossier, Filed};
use crate::model::names::AREA;
use crate::model::period::Period;
use crate::model::plan::{Due, Phase};
use crate::model::stamp::Stamp;
use crate::model::unit::Unit;

/// What a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope<'a> {
    /// One unit.
    Unit(&'a Unit),
    /// The whole area: the roll-up.
    Area,
    /// A unit that handed nothing in: what the board writes to it.
    Missing(&'a Unit),
}

impl<'a> Scope<'a> {
    /// The unit, if it is about one.
    #[must_use]
    pub(crate) fn unit(self) -> Option<&'a Unit> {
        match self {
            Self::Unit(unit) | Self::Missing(unit) => Some(unit),
            Self::Area => None,
        }
    }

    /// The unit's id, or [`AREA`].
    #[must_use]
    pub(crate) fn name(self) -> &'a str {
        self.unit().map_or(AREA, |unit| unit.id.as_str())
    }
}

/// A report to build.
#[derive(Debug, Clone, Copy)]
pub struct Job<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// Every dossier there is, for units that were others before.
    pub(crate) family: &'a [Dossier],
    /// Every kind of report there is.
    pub(crate) kinds: &'a Kinds,
    /// The period; of a phase its last, since nothing later is read.
    pub(crate) period: Period,
    /// The phase, if it closes one.
    pub(crate) phase: Option<&'a Phase>,
    /// The calendar's entry: the kind of report.
    pub due: &'a Due,
    /// What it is about.
    pub(crate) scope: Scope<'a>,
    /// Whether no earlier report of its folder has its name, so that its files need no kind in theirs.
    pub(crate) plain: bool,
    /// Number and date from the register; none: those of its files.
    pub(crate) stamp: Option<&'a Stamp>,
}

impl Job<'_> {
    /// Whether its own file has errors or was not read, so that it is refused.
    #[must_use]
    pub fn broken(&self) -> bool {
        let dossier = self.dossier;
        if dossier.is_unread(self.period, self.phase) {
            return true;
        }
        match (self.scope, self.phase) {
            (Scope::Unit(unit), None) => {
                is_broken(dossier.handed_in(&unit.id, self.period)).unwrap_or(true)
            }
            (Scope::Unit(unit), Some(phase)) => {
                let closings = dossier.series.get(&unit.id).map(|series| &series.closings);
                let own = is_broken(closings.and_then(|all| all.get(&phase.id))).unwrap_or(true);
                own || is_broken(dossier.handed_in(&unit.id, self.period)).unwrap_or(false)
            }
            (_, Some(phase)) => is_broken(dossier.closings.get(&phase.id)).unwrap_or(false),
            (_, None) => is_broken(dossier.boards.get(&self.period)).unwrap_or(false),
        }
    }

    /// The dossier with what the file of the unit it is about says by now, if its report was issued with something else.
    #[must_use]
    pub(crate) fn present(&self) -> Option<Dossier> {
        match (self.scope, self.phase) {
            (Scope::Unit(unit), None) => self.dossier.with_present(&unit.id, self.period),
            _ => None,
        }
    }

    /// The output without its extension: `lac-duong/2024-Q1/lat`.
    #[must_use]
    pub fn name(&self) -> String {
        let pattern = self.kinds.get(&self.due.kind).and_then(|kind| kind.file.as_ref());
        let pattern = pattern.map_or("{don_vi}", |pattern| pattern.as_str());
        let own = fill(pattern, &[("don_vi", self.scope.name())]);
        let folder =
            self.phase.map_or_else(|| self.period.to_string(), |phase| phase.id.to_string());
        let time =
            if self.due.time > 1 { format!("-lan-{}", self.due.time) } else { String::new() };
        let kind = if self.plain { String::new() } else { format!(".{}", self.due.kind) };
        format!("{}/{folder}/{own}{time}{kind}", self.dossier.plan.id)
    }
}

fn is_broken<T>(filed: Option<&Filed<T>>) -> Option<bool> {
    filed.map(|filed| filed.good().is_none())
}

/// Every report that is due for the periods and phases something was handed in for: units first, the roll-up last, then
/// what is written to units that handed nothing in. No return has to be read for that.
#[must_use]
pub fn due<'a>(family: &'a [Dossier], dossier: &'a Dossier, kinds: &'a Kinds) -> Vec<Job<'a>> {
    let base = |period: &Period| dossier.plan.base_year == Some(period.year());
    let periods = dossier.periods.iter().copied().filter(|period| !base(period));
    let of_periods = periods.flat_map(|period| {
        let entries = entries(dossier, kinds, period).into_iter();
        entries.map(move |due| (period, None, due))
    });
    let closed = |phase: &&Phase| dossier.closed.contains_key(&phase.id);
    let phases = dossier.plan.phases.iter().filter(closed);
    let of_phases = phases.map(|phase| (phase.to, Some(phase), &phase.due));
    let mut jobs = Vec::new();
    let mut names = BTreeSet::new();
    for (period, phase, due) in of_periods.chain(of_phases) {
        for scope in scopes(dossier, kinds, period, phase, due) {
            let job =
                Job { dossier, family, kinds, period, phase, due, scope, plain: true, stamp: None };
            jobs.push(Job { plain: names.insert(job.name()), ..job });
        }
    }
    jobs
}

/// What the calendar asks for in a period, and what comes by itself where it asks for anything.
pub(crate) fn entries<'a>(dossier: &'a Dossier, kinds: &'a Kinds, period: Period) -> Vec<&'a Due> {
    let quarter = period.quarter();
    let mut entries: Vec<&Due> =
        dossier.plan.calendar.iter().filter(|due| due.quarter == quarter).collect();
    if !entries.is_empty() {
        let named: BTreeSet<_> = entries.iter().map(|due| &due.kind).collect();
        let more: Vec<&Due> =
            kinds.by_themselves(quarter).filter(|due| !named.contains(&due.kind)).collect();
        entries.extend(more);
    }
    entries
}

fn scopes<'a>(
    dossier: &'a Dossier,
    kinds: &Kinds,
    period: Period,
    phase: Option<&Phase>,
    due: &Due,
) -> Vec<Scope<'a>> {
    let mut scopes = Vec::new();
    for audience in kinds.audience(&due.kind) {
        match audience {
            Audience::Filed => scopes.extend(filed(dossier, period, phase).map(Scope::Unit)),
            // What nobody has written in yet cannot be added up.
            Audience::Area if phase.is_none() && dossier.unbegun.contains(&period) => {}
            Audience::Area => scopes.push(Scope::Area),
            Audience::Missing if phase.is_none() && !owed(dossier, kinds, period).is_empty() => {
                scopes.extend(missing(dossier, period).map(Scope::Missing));
            }
            Audience::Missing => {}
        }
    }
    scopes
}

/// The units a period or phase has files of.
fn filed<'a>(
    dossier: &'a Dossier,
    period: Period,
    phase: Option<&Phase>,
) -> impl Iterator<Item = &'a Unit> {
    let filed = match phase {
        Some(phase) => dossier.closed.get(&phase.id),
        None => dossier.filed.get(&period),
    };
    let members = dossier.plan.members(period.last_day());
    members.filter(move |unit| filed.is_some_and(|all| all.contains(&unit.id)))
}

/// The units, superior-level rows among them, that owe figures for a period and handed nothing in.
pub(crate) fn missing(dossier: &Dossier, period: Period) -> impl Iterator<Item = &Unit> {
    let plan = &dossier.plan;
    let filed = dossier.filed.get(&period);
    plan.rows(period.last_day()).filter(move |unit| {
        let owes = plan.figures.iter().any(|figure| figure.is_owed_by(unit));
        owes && !filed.is_some_and(|filed| filed.contains(&unit.id))
    })
}

/// The reports every unit owes for a period.
#[must_use]
pub(crate) fn owed<'a>(dossier: &'a Dossier, kinds: &Kinds, period: Period) -> Vec<&'a Due> {
    let of_quarter = dossier.plan.calendar.iter().filter(|due| due.quarter == period.quarter());
    of_quarter.filter(|due| kinds.audience(&due.kind).contains(&Audience::Filed)).collect()
}

//! Which reports are made of what was asked for, and which findings belong to it: all that concerns a dossier, period or
//! unit asked for, be it in a file nothing reads. Not for what happens to them.

use super::selection::Selection;
use crate::diagnostic::{Code, Finding, Subject};
use crate::inputs::path_slips::unit_named;
use crate::kinds::catalog::Kinds;
use crate::model::dossier::Dossier;
use crate::model::names::BOARD;
use crate::model::period::Period;
use crate::model::unit::Predecessor;
use crate::report::due;
use crate::report::due::Job;
use crate::review::submission;
use crate::vietnamese::nearest::nearest;

/// The reports that are due and asked for, in order of dossier, period and unit.
pub(super) fn select<'a>(
    dossiers: &'a [Dossier],
    kinds: &'a Kinds,
    selection: &Selection,
) -> Vec<Job<'a>> {
    let wanted = |job: &Job<'_>| {
        let name = job.scope.name();
        selection.period.is_none_or(|period| period == job.period)
            && selection.unit.as_deref().is_none_or(|unit| unit == name)
    };
    let asked = dossiers.iter().filter(|dossier| selection.asks_for(dossier.plan.id.as_str()));
    asked.flat_map(|dossier| due(dossiers, dossier, kinds)).filter(wanted).collect()
}

/// Who has not handed in, for every period asked for.
pub(super) fn completeness(
    dossiers: &[Dossier],
    selection: &Selection,
    shown: &str,
) -> Vec<Finding> {
    let asked = dossiers.iter().filter(|dossier| selection.asks_for(dossier.plan.id.as_str()));
    let periods = asked
        .flat_map(|dossier| dossier.periods.iter().map(move |period| (dossier, *period)))
        .filter(|(dossier, period)| {
            selection.period.is_none_or(|only| only == *period)
                && dossier.plan.base_year != Some(period.year())
        });
    periods.flat_map(|(dossier, period)| submission::completeness(dossier, period, shown)).collect()
}

/// Decides which findings belong to what was asked for.
#[derive(Clone, Copy)]
pub(super) struct Relevance<'a> {
    /// What was asked for.
    pub(super) selection: &'a Selection,
    /// Every dossier whose plan is right.
    pub(super) dossiers: &'a [Dossier],
    /// Those whose plan is not.
    pub(super) refused: &'a [String],
}

impl Relevance<'_> {
    /// Whether a finding belongs to what was asked for: its dossier, and of its files those of the period and unit.
    pub(super) fn concerns(&self, finding: &Finding) -> bool {
        let Subject { dossier, period, unit } = &finding.subject;
        let asked = self.selection.period.map(|period| period.to_string());
        let hides = finding.code == Code::Unreadable;
        // Reports are compared with what is earlier: what cannot be read of that is told with them.
        let same = |(asked, own): (String, &String)| asked == *own || (hides && *own < asked);
        let compared = |dossier: &String| hides && self.compares_with(dossier);
        asked.zip(period.as_ref()).is_none_or(same)
            && dossier.as_ref().is_none_or(|own| self.asks_for(own) || compared(own))
            && unit.as_ref().is_none_or(|unit| {
                let lost = || match (dossier, period) {
                    (Some(dossier), Some(period)) => self.lacks(dossier, period),
                    _ => finding.code == Code::UnusedFile,
                };
                self.is_of_unit(dossier.as_deref(), unit).unwrap_or_else(lost)
            })
    }

    /// Whether findings in the files of a unit, of the board, or of a name that is none, may belong to what was asked for.
    pub(super) fn concerns_bundle(&self, dossier: &str, name: &str) -> bool {
        self.selection.asks_for(dossier) && self.is_of_unit(Some(dossier), name).unwrap_or(true)
    }

    /// Whether a folder is a dossier asked for, or without a plan and named almost like one.
    fn asks_for(&self, folder: &str) -> bool {
        let right = self.dossiers.iter().map(|dossier| dossier.plan.id.as_str());
        let known: Vec<&str> = right.chain(self.refused.iter().map(String::as_str)).collect();
        if self.selection.asks_for(folder) || known.contains(&folder) {
            return self.selection.asks_for(folder);
        }
        nearest(folder, known.into_iter()).is_some_and(|meant| self.selection.asks_for(meant))
    }

    /// Whether units of a dossier asked for were in this one before.
    fn compares_with(&self, dossier: &str) -> bool {
        let asked =
            self.dossiers.iter().filter(|one| self.selection.asks_for(one.plan.id.as_str()));
        let before = asked.flat_map(|one| &one.plan.units).flat_map(|unit| &unit.predecessors);
        let mut before = before.filter_map(|one| match one {
            Predecessor::Unit { dossier, .. } => Some(dossier.as_str()),
            Predecessor::Outside(_) => None,
        });
        before.any(|before| before == dossier)
    }

    /// Whether a file of this name is the asked unit's, or was to be; none if that cannot be told.
    fn is_of_unit(&self, dossier: Option<&str>, name: &str) -> Option<bool> {
        let Some(asked) = self.selection.one_unit() else { return Some(true) };
        // A folder without a plan may be of any dossier.
        let own = self.dossier(dossier).map_or(self.dossiers, std::slice::from_ref);
        let units = own.iter().flat_map(|dossier| &dossier.plan.units);
        let names = units.map(|unit| (unit.id.as_str(), unit.name.as_str()));
        if name == asked || name == BOARD || names.clone().any(|(id, _)| id == name) {
            return Some(name == asked);
        }
        let meant = unit_named(name, names.chain([(asked, asked), (BOARD, BOARD)]))?;
        Some(meant == asked)
    }

    /// Whether the asked unit has handed nothing in for a period, so that any file may be its return.
    fn lacks(&self, dossier: &str, period: &str) -> bool {
        let filed = self.dossier(Some(dossier)).map(|dossier| &dossier.filed);
        let filed = filed.zip(Period::parse(period)).and_then(|(all, period)| all.get(&period));
        let asked = self.selection.one_unit();
        !filed.into_iter().flatten().any(|unit| Some(unit.as_str()) == asked)
    }

    fn dossier(&self, id: Option<&str>) -> Option<&Dossier> {
        self.dossiers.iter().find(|dossier| Some(dossier.plan.id.as_str()) == id)
    }
}

//! Dossiers: one plan with all that was handed in for it. Not for finding and reading files ([`crate::load`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::id::Id;
use super::period::Period;
use super::plan::{Phase, Plan};
use super::returns::{BoardText, Closing, Recognitions, Return};
use super::stamp::IssuedDocument;

/// A file that was handed in: readable and right, or with errors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filed<T> {
    /// Without errors.
    Good(T),
    /// With errors; its own report is refused and others treat it as not reported.
    Broken,
}

impl<T> Filed<T> {
    /// The content, if right.
    pub fn good(&self) -> Option<&T> {
        match self {
            Self::Good(content) => Some(content),
            Self::Broken => None,
        }
    }
}

/// What one unit handed in over time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UnitHistory {
    /// Its returns by period.
    pub returns: BTreeMap<Period, Filed<Return>>,
    /// What its files say by now of periods whose report was issued with other returns, which are among [`Self::returns`].
    pub(crate) present: BTreeMap<Period, Filed<Return>>,
    /// Its recognitions.
    pub recognitions: Recognitions,
    /// What it says at the end of a phase, by phase.
    pub closings: Closings,
}

/// The board's own texts by period.
pub(crate) type Boards = BTreeMap<Period, Filed<BoardText>>;

/// What somebody says at the end of phases, by phase.
pub type Closings = BTreeMap<Id, Filed<Closing>>;

/// Folders of a dossier that are there and were not read: what is in them is not known, which is not the same as nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct UnreadFolders {
    /// Whether the folder of what does not change each quarter is one.
    pub(crate) units: bool,
    /// The periods whose folders are.
    pub(crate) periods: BTreeSet<Period>,
    /// The phases whose folders are, by the names of the folders.
    pub(crate) phases: BTreeSet<String>,
}

impl UnreadFolders {
    /// What a unit handed in, where each return of a period that was not read counts as one with errors, and so does all
    /// of it where its recognitions were not read.
    fn mark(&self, series: &Arc<UnitHistory>) -> Arc<UnitHistory> {
        if *self == Self::default() {
            return Arc::clone(series);
        }
        let mut marked = UnitHistory::clone(series);
        for period in &self.periods {
            marked.returns.insert(*period, Filed::Broken);
        }
        if self.units {
            marked.returns.values_mut().for_each(|filed| *filed = Filed::Broken);
        }
        Arc::new(marked)
    }
}

/// One plan with all its periods. What is in the files of a unit may not be read yet: a report needs only the units
/// it speaks of.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The plan.
    pub plan: Arc<Plan>,
    /// Periods there are files of.
    pub(crate) periods: BTreeSet<Period>,
    /// Which units handed something in, by period.
    pub filed: BTreeMap<Period, BTreeSet<Id>>,
    /// Which units only have a file that waits to be filled in, by period.
    pub(crate) opened: BTreeMap<Period, BTreeSet<Id>>,
    /// Periods whose files all wait to be filled in.
    pub(crate) unbegun: BTreeSet<Period>,
    /// Which units there are texts of, by phase; a phase only the board wrote for has none.
    pub(crate) closed: BTreeMap<Id, BTreeSet<Id>>,
    /// What units handed in, for those whose files were read.
    pub series: BTreeMap<Id, Arc<UnitHistory>>,
    /// The board's texts, if they were read.
    pub boards: Arc<Boards>,
    /// What the board says at the end of phases, if its texts were read.
    pub closings: Arc<Closings>,
    /// Its folders that were not read.
    pub(crate) unread: UnreadFolders,
    /// What was issued of its reports.
    pub(crate) issued: Arc<[IssuedDocument]>,
}

impl Dossier {
    /// Adds what a unit handed in.
    pub(crate) fn add_series(&mut self, unit: &Id, series: &Arc<UnitHistory>) {
        self.series.insert(unit.clone(), self.unread.mark(series));
    }

    /// Whether the folder of a period or phase, or what every report needs, was not read.
    #[must_use]
    pub(crate) fn is_unread(&self, period: Period, phase: Option<&Phase>) -> bool {
        let phase = phase.is_some_and(|phase| self.unread.phases.contains(phase.id.as_str()));
        self.unread.units || self.unread.periods.contains(&period) || phase
    }

    /// What a unit handed in for a period, if its files were read.
    #[must_use]
    pub fn handed_in(&self, unit: &Id, period: Period) -> Option<&Filed<Return>> {
        self.series.get(unit)?.returns.get(&period)
    }

    /// The same with what a unit's file of a period says by now, if its report was issued with something else.
    #[must_use]
    pub(crate) fn with_present(&self, unit: &Id, period: Period) -> Option<Self> {
        let series = self.series.get(unit)?;
        let present = series.present.get(&period)?;
        let mut own = UnitHistory::clone(series);
        own.returns.insert(period, present.clone());
        let mut dossier = self.clone();
        dossier.series.insert(unit.clone(), Arc::new(own));
        Some(dossier)
    }

    /// Whether a unit's file of a period is there and waits to be filled in.
    #[must_use]
    pub(crate) fn is_opened(&self, unit: &Id, period: Period) -> bool {
        self.opened.get(&period).is_some_and(|opened| opened.contains(unit))
    }

    /// The board's text of a period, if it is right.
    #[must_use]
    pub fn board(&self, period: Period) -> Option<&BoardText> {
        self.boards.get(&period)?.good()
    }
}

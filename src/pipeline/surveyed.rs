//! What a look over a period finds: what was handed in, and how each report stands. Not for looking ([`super::survey`]).

use std::collections::BTreeMap;

use crate::diagnostic::Finding;
use crate::kinds::catalog::Kinds;
use crate::model::dossier::Dossier;
use crate::model::id::Id;
use crate::model::period::Period;
use crate::output::build_cache::ReturnDates;

/// How a report that is due stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReportState {
    /// Its own file has errors, or the last build refused it.
    Held,
    /// There is none yet.
    NotBuilt,
    /// There is one, and what it is made from has changed, or may have.
    Outdated,
    /// It is there as it should be.
    Built,
    /// It is issued, and what it is made from has changed since.
    IssuedChanged,
    /// It is issued.
    Issued,
}

/// Whom a report is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ReportFor {
    /// A unit that handed in.
    Unit(Id),
    /// The whole area.
    Area,
    /// A unit that did not hand in: a letter.
    Missing(Id),
}

/// A report that is due, and how it stands.
#[derive(Debug, Clone)]
pub(crate) struct SurveyedReport {
    /// Its name below `out/`, without extension.
    pub(crate) name: String,
    /// Its kind.
    pub(crate) kind: Id,
    /// Of a letter, the how manieth it is.
    pub(crate) time: u8,
    /// Whom it is for.
    pub(crate) whom: ReportFor,
    /// How it stands.
    pub(crate) state: ReportState,
    /// The number it is issued under.
    pub(crate) number: Option<String>,
    /// What was found when it was made, if it would be made from the same now.
    pub(crate) findings: Option<Vec<Finding>>,
}

/// What a unit handed in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum SurveyedReturn {
    /// Right, with its dates.
    Good(ReturnDates),
    /// With errors.
    Broken,
}

/// A period of a dossier.
#[derive(Debug)]
pub(crate) struct SurveyedPeriod {
    /// The dossier; its units are read as far as was needed.
    pub(crate) dossier: Dossier,
    /// The period.
    pub(crate) period: Period,
    /// What units handed in, by unit.
    pub(crate) returns: BTreeMap<Id, SurveyedReturn>,
    /// What was found in the files of the period.
    pub(crate) findings: Vec<Finding>,
    /// The reports that are due.
    pub(crate) reports: Vec<SurveyedReport>,
}

/// What was looked over.
#[derive(Debug)]
pub(crate) struct Survey {
    /// A period of each dossier asked for.
    pub(crate) periods: Vec<SurveyedPeriod>,
    /// What is wrong with plans that cannot be used.
    pub(crate) refused: Vec<Finding>,
    /// The kinds of report there are.
    pub(crate) kinds: Kinds,
    /// Dossiers without such a period, and why.
    pub(crate) absent: Vec<String>,
}

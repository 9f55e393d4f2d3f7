//! The plan under monitoring: everything `ke-hoach.yaml` says. Not for what units report.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::date::PartialDate;
use super::figure::Figure;
use super::id::Id;
use super::issuing::Issuer;
use super::outline::Outline;
use super::period::Period;
use super::target::{Measure, Target, Test};
use super::text::{Line, Text};
use super::unit::{Rank, Unit};
use crate::source::Span;

/// A document that is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// `Chỉ thị`, `Kế hoạch`.
    pub kind: Line,
    /// Number and symbol, `25-CT/TW`; none while unnumbered.
    pub number: Option<Line>,
    /// Its date.
    pub(crate) date: Option<PartialDate>,
    /// Who issued it.
    pub(crate) body: Option<Line>,
    /// Its subject, beginning with `về`.
    pub(crate) subject: Option<Line>,
    /// Where it is listed.
    pub(crate) span: Span,
}

/// A task group of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id, the key in a return's `nhiem_vu`.
    pub(crate) id: Id,
    /// The plan's own words.
    pub(crate) name: Line,
}

/// A level proposals can be addressed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// Its id, the key in a return's `kien_nghi`.
    pub(crate) id: Id,
    /// `Đối với tỉnh`.
    pub(crate) name: Line,
}

/// A report that is due in a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The quarter, 1 to 4.
    pub(crate) quarter: u8,
    /// The kind of report, a folder of the templates.
    pub kind: Id,
    /// Month and day of the deadline, if set.
    pub(crate) deadline: Option<(u32, u32)>,
    /// Of a letter that reminds: which time, from 1. The first asks, a later one insists.
    pub(crate) time: u8,
}

impl Due {
    /// The deadline for `period`; one that lies before the quarter's first day is of the next year.
    #[must_use]
    pub(crate) fn deadline_of(&self, period: Period) -> Option<NaiveDate> {
        let (month, day) = self.deadline?;
        let first = period.first_day();
        let year = if month < first.month() { first.year() + 1 } else { first.year() };
        NaiveDate::from_ymd_opt(year, month, day)
    }
}

/// A phase of the plan, closed by a report of its own. Its texts are in a folder of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phase {
    /// Its id, the folder's name.
    pub id: Id,
    /// Where its id is declared.
    pub(crate) span: Span,
    /// What a report calls it, if not by its years.
    pub(crate) name: Option<Line>,
    /// Its first quarter.
    pub(crate) from: Period,
    /// Its last quarter, whose returns are its last figures.
    pub(crate) to: Period,
    /// The kind of report that closes it.
    pub(crate) due: Due,
}

/// A body with a duty under the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The body.
    pub(crate) body: Line,
    /// What it has to do.
    pub(crate) task: Option<Text>,
    /// Whether the plan lists it among its recipients.
    pub(crate) recipient: bool,
}

/// The words the plan uses for its area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// What the units are called together: `xã, thị trấn`.
    pub(crate) units: Line,
    /// What the area is called in a sentence: `toàn huyện`.
    pub(crate) area: Line,
    /// What a unit's report is about; `{loai}` and `{ten}` are the unit's.
    pub(crate) unit_subject: Line,
    /// What the roll-up is about.
    pub(crate) area_subject: Line,
    /// Whether small counts are written with two digits: `01`.
    pub(crate) two_digit_counts: bool,
}

/// A word the board wants looked at when a report uses it: `mãn tính`, where `mạn tính` is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WatchedWord {
    /// The word, or several.
    pub(crate) typed: Line,
    /// What is better.
    pub(crate) better: Option<Line>,
    /// Why.
    pub(crate) reason: Option<Line>,
}

/// A plan under monitoring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its id, the dossier's folder.
    pub id: Id,
    /// Its name.
    pub name: Line,
    /// The words for its area.
    pub wording: Wording,
    /// First and last year.
    pub years: (u16, u16),
    /// The base year, if there is one.
    pub base_year: Option<u16>,
    /// The level of the roll-up; a target of this level is not judged for a unit.
    pub top_level: Option<Line>,
    /// Decimals of a ratio before any is added.
    pub digits: u8,
    /// The general goal in the plan's words.
    pub general_goal: Option<Text>,
    /// Words to look at in returns.
    pub watched_words: Vec<WatchedWord>,
    /// Documents cited in the opening, highest first.
    pub documents: Vec<Document>,
    /// What is due when.
    pub calendar: Vec<Due>,
    /// Phases that are closed by a report.
    pub phases: Vec<Phase>,
    /// The superior's own outlines and forms, by kind of report.
    pub outlines: BTreeMap<Id, Outline>,
    /// Issuers of the units' reports.
    pub unit_issuers: Vec<Issuer>,
    /// Issuers of the roll-up.
    pub area_issuers: Vec<Issuer>,
    /// Who has a duty.
    pub duties: Vec<Duty>,
    /// Levels proposals are addressed to.
    pub addressees: Vec<Addressee>,
    /// Units in their customary order.
    pub units: Vec<Unit>,
    /// Figures in order.
    pub figures: Vec<Figure>,
    /// Targets in the plan's order.
    pub targets: Vec<Target>,
    /// Task groups in the plan's order.
    pub tasks: Vec<Task>,
    /// Where values stand that are examples and have to be replaced.
    pub to_fill_in: Vec<Span>,
}

impl Plan {
    /// The unit with this id.
    #[must_use]
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id.as_str() == id)
    }

    /// The figure with this id.
    #[must_use]
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id.as_str() == id)
    }

    /// The phase whose texts are in the folder of this name.
    #[must_use]
    pub(crate) fn phase(&self, id: &str) -> Option<&Phase> {
        self.phases.iter().find(|phase| phase.id.as_str() == id)
    }

    /// The target with this id.
    #[must_use]
    pub fn target(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|target| target.id.as_str() == id)
    }

    /// Units that report for themselves and exist on `date`.
    pub fn members(&self, date: NaiveDate) -> impl Iterator<Item = &Unit> {
        self.units
            .iter()
            .filter(move |unit| unit.rank == Rank::Member && unit.validity.contains(date))
    }

    /// All rows of the roll-up on `date`: members, then superior-level rows, in the plan's order.
    pub(crate) fn rows(&self, date: NaiveDate) -> impl Iterator<Item = &Unit> {
        self.units.iter().filter(move |unit| unit.validity.contains(date))
    }

    /// Whether a target is about single units, not only about the whole area.
    #[must_use]
    pub(crate) fn is_of_units(&self, target: &Target) -> bool {
        target.level.as_ref().is_none_or(|level| Some(&level.value) != self.top_level.as_ref())
    }

    /// Whether a unit's own value is judged: a goal for a plain sum is the area's unless the plan gives it a level.
    #[must_use]
    pub(crate) fn is_judged_by_unit(&self, target: &Target) -> bool {
        let areas_sum = matches!(target.measure, Measure::Sum { .. }) && target.level.is_none();
        self.is_of_units(target) && !areas_sum
    }

    /// Whether a goal is set for each unit by itself ("mỗi chi bộ 2 - 4 buổi"): a sum, or what must lie in a range, that the
    /// plan sets at the units' own level. Then neither the sum nor the mean over units is judged.
    #[must_use]
    pub(crate) fn is_set_for_each_unit(&self, target: &Target) -> bool {
        let own_level = target.level.is_some() && self.is_of_units(target);
        let in_range = target
            .goals
            .iter()
            .any(|goal| matches!(goal.test, Test::Within { more_is_met: false, .. }));
        let summed = matches!(target.measure, Measure::Sum { .. });
        own_level && !target.qualitative && (summed || in_range)
    }

    /// Whether the plan leaves open whose goal a sum of several units' figures is, each unit's or the whole area's. Until it says
    /// so, nothing is concluded from it.
    #[must_use]
    pub(crate) fn is_goal_left_open(&self, target: &Target) -> bool {
        let Measure::Sum { figures } = &target.measure else { return false };
        let mut owed = figures.iter().filter_map(|id| self.figure(id.value.as_str()));
        let of_several = owed.any(|figure| self.reporters(figure) > 1);
        target.level.is_none() && !target.goals.is_empty() && !target.qualitative && of_several
    }

    /// How many units have to report a figure.
    #[must_use]
    pub(crate) fn reporters(&self, figure: &Figure) -> usize {
        self.units.iter().filter(|unit| figure.is_owed_by(unit)).count()
    }

    /// Whether a unit's report has a row for `target`: not for what only the whole area is judged by, nor for what it
    /// reports no figure of.
    #[must_use]
    pub(crate) fn is_shown_for(&self, target: &Target, unit: &Unit) -> bool {
        let applies = target.applies_to(&unit.kind);
        let figures = target.measure.figures().filter_map(|id| self.figure(id.as_str()));
        let owes = figures.into_iter().any(|figure| figure.is_owed_by(unit));
        self.is_of_units(target) && applies && (target.measure == Measure::Words || owes)
    }
}

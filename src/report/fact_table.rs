//! What is known of every target and figure over the rows of one time, each computed once, whoever prints, draws, cites or
//! explains it. Not for how it becomes text ([`super::facts`], [`super::views`]).

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::due::Scope;
use super::facts::Facts;
use super::once_list::{OnceList, Slot};
use crate::model::comparator::Comparator;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::target::{Measure, Target};
use crate::model::unit::Unit;
use crate::rollup::compare::{Base, Change, base, starts_anew};
use crate::rollup::rows::Row;
use crate::rollup::value::{MeasuredValue, measure, total};
use crate::rollup::verdict::{Verdict, each, judge};

/// Rows of one time, and what has been computed over them. A unit's value is written alike in its own report and in the
/// roll-up's appendix, because both come from here.
pub struct FactTable<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Whose rows they are.
    pub scope: Scope<'a>,
    /// Their period.
    pub period: Period,
    /// The as-of date of the figures, else the period's last day: whose goals are in force, and on which they are judged.
    /// The day a report is signed decides nothing.
    pub as_of: NaiveDate,
    /// The rows.
    pub rows: Vec<Row<'a>>,
    /// What they are compared with.
    pub earlier: Vec<Earlier<'a>>,
    /// What has been computed; of a new table nothing.
    pub cells: Cells<'a>,
}

/// What a table has computed.
#[derive(Default)]
pub struct Cells<'a> {
    values: OnceList<Arc<MeasuredValue<'a>>>,
    facts: OnceList<Facts<'a>>,
    totals: OnceList<MeasuredValue<'a>>,
    units: OnceList<Arc<FactTable<'a>>>,
    pub(super) groups: OnceLock<Vec<UnitGroup<'a>>>,
}

/// Units of one group of the plan.
pub struct UnitGroup<'a> {
    /// Its name; none for units the plan puts in no group.
    pub(crate) name: Option<String>,
    /// Its rows, by their index.
    pub(crate) rows: Vec<usize>,
    /// The rows added up like the whole area, compared with nothing; none for a single unit, or where there is only one
    /// group.
    pub(crate) together: Option<FactTable<'a>>,
}

/// How much a table has computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Computed {
    /// Values of targets.
    pub(crate) values: usize,
    /// Values with what is decided about them.
    pub facts: usize,
    /// Sums of figures.
    pub(crate) totals: usize,
}

/// An earlier period that rows are compared with.
pub struct Earlier<'a> {
    /// As what it is compared with.
    pub(crate) comparator: Comparator,
    /// Its rows.
    pub(crate) table: FactTable<'a>,
    places: OnceLock<BTreeMap<&'a Id, Range<usize>>>,
}

impl<'a> Earlier<'a> {
    /// The rows of `table`, compared with as `comparator`.
    #[must_use]
    pub fn new(comparator: Comparator, table: FactTable<'a>) -> Self {
        Self { comparator, table, places: OnceLock::new() }
    }

    /// Whether it stands for a year.
    #[must_use]
    pub(crate) fn is_year(&self) -> bool {
        matches!(self.comparator, Comparator::BaseYear | Comparator::EachYear)
    }

    /// The rows one unit is compared with. They stand together, so that each is found without going through all:
    /// a roll-up asks for every unit.
    #[must_use]
    pub(crate) fn rows_of(&self, unit: &Unit) -> &[Row<'a>] {
        let rows = &self.table.rows;
        let places = self.places.get_or_init(|| {
            let mut places: BTreeMap<&Id, Range<usize>> = BTreeMap::new();
            for (at, row) in rows.iter().enumerate() {
                places.entry(&row.unit.id).or_insert(at..at).end = at + 1;
            }
            places
        });
        places.get(&unit.id).map_or(&[], |place| &rows[place.clone()])
    }

    /// The same period as one unit is compared with it.
    fn narrowed(&self, unit: &'a Unit) -> Self {
        let rows = self.rows_of(unit).to_vec();
        let (scope, earlier, cells) = (Scope::Unit(unit), Vec::new(), Cells::default());
        Self::new(self.comparator, FactTable { scope, rows, earlier, cells, ..self.table })
    }
}

/// The latest as-of date of what the rows handed in.
#[must_use]
pub(crate) fn as_of(rows: &[Row<'_>]) -> Option<NaiveDate> {
    rows.iter().filter_map(|row| Some(row.submitted?.heading.as_of.value)).max()
}

impl<'a> FactTable<'a> {
    /// Rows of an earlier period, compared with nothing.
    #[must_use]
    pub fn past(plan: &'a Plan, scope: Scope<'a>, period: Period, rows: Vec<Row<'a>>) -> Self {
        let as_of = as_of(&rows).unwrap_or_else(|| period.last_day());
        let (earlier, cells) = (Vec::new(), Cells::default());
        Self { plan, scope, period, as_of, rows, earlier, cells }
    }

    /// The value of a target; like every target and figure asked for, it is one of the plan's own.
    pub(crate) fn value(&self, target: &Target) -> &Arc<MeasuredValue<'a>> {
        let slot = Slot::find(&self.plan.targets, target);
        self.cells.values.get(slot, || Arc::new(measure(self.plan, target, &self.rows)))
    }

    /// Everything decided about a target.
    pub fn facts(&self, target: &Target) -> &Facts<'a> {
        let slot = Slot::find(&self.plan.targets, target);
        self.cells.facts.get(slot, || self.decided(target))
    }

    /// The sum of a figure.
    pub(crate) fn total(&self, figure: &Figure) -> &MeasuredValue<'a> {
        let slot = Slot::find(&self.plan.figures, figure);
        self.cells.totals.get(slot, || total(self.plan, figure, &self.rows))
    }

    /// The table of one of the rows alone, seen by its unit and judged on its own as-of date, as in the unit's own report.
    pub fn unit(&self, index: usize) -> &Arc<Self> {
        let slot = Slot::at(&self.rows, index);
        self.cells.units.get(slot, || Arc::new(self.narrowed(index)))
    }

    fn narrowed(&self, index: usize) -> Self {
        let row = self.rows[index];
        let as_of = as_of(&[row]).unwrap_or_else(|| self.period.last_day());
        let earlier = self.earlier.iter().map(|then| then.narrowed(row.unit)).collect();
        let (scope, cells) = (Scope::Unit(row.unit), Cells::default());
        Self { scope, as_of, rows: vec![row], earlier, cells, ..*self }
    }

    fn decided(&self, target: &Target) -> Facts<'a> {
        let (value, verdict) = self.judged(target);
        let bases: Vec<Base> =
            self.earlier.iter().map(|then| self.base(target, &value, &then.table)).collect();
        let others: Vec<Exact> = bases
            .iter()
            .filter_map(|base| if let Base::Value(v) = base { Some(*v) } else { None })
            .collect();
        let column = self.column(target, &value, &others);
        let shown = value.known().map(|exact| column.write(exact));
        Facts { value, shown, column, verdict, bases }
    }

    /// The value and the verdict alone.
    pub(super) fn judged(&self, target: &Target) -> (Arc<MeasuredValue<'a>>, Verdict) {
        let value = Arc::clone(self.value(target));
        let verdict = self.verdict(target, &value);
        (value, verdict)
    }

    fn verdict(&self, target: &Target, value: &MeasuredValue<'_>) -> Verdict {
        if self.plan.is_goal_left_open(target) {
            return Verdict::NotJudged;
        }
        if self.judges_each_unit(target) {
            return each(self.unit_verdicts(target).map(|(_, verdict)| verdict));
        }
        if self.scope == Scope::Area || self.plan.is_judged_by_unit(target) {
            return judge(target, target.goal_on(self.as_of), value, self.as_of);
        }
        Verdict::NotJudged
    }

    /// Whether the rows are judged one by one, not by their sum or mean.
    #[must_use]
    pub(crate) fn judges_each_unit(&self, target: &Target) -> bool {
        self.scope == Scope::Area && self.plan.is_set_for_each_unit(target)
    }

    /// Whether the value of the rows together is held against goal and road map: not where units are judged one by one, nor
    /// where the plan leaves open whose goal it is.
    #[must_use]
    pub(crate) fn judges_together(&self, target: &Target) -> bool {
        !self.judges_each_unit(target) && !self.plan.is_goal_left_open(target)
    }

    /// What is said of each member row the target concerns.
    pub(crate) fn unit_verdicts(
        &self,
        target: &Target,
    ) -> impl Iterator<Item = (&'a Unit, Verdict)> {
        let rows = self.rows.iter().enumerate();
        let members =
            rows.filter(|(_, row)| row.is_member() && self.plan.is_shown_for(target, row.unit));
        members.map(|(index, row)| (row.unit, self.unit(index).facts(target).verdict))
    }

    /// What `now` is compared with in an earlier table.
    fn base(&self, target: &Target, now: &MeasuredValue<'_>, then: &FactTable<'_>) -> Base {
        let value = then.value(target);
        // Before the plan began nobody promised a figure.
        let before_plan = then.period.year() < self.plan.years.0;
        let promised = !before_plan || self.plan.base_year == Some(then.period.year());
        let unpromised = value.known().is_none() && !promised;
        if unpromised || starts_anew(self.plan, target, (then.period, self.period)) {
            return Base::Not(Change::NotComparable);
        }
        base(target, now, value, &then.rows)
    }

    /// The decimals a target's numbers are written with before any is added: a sum's own, else the plan's.
    #[must_use]
    pub(crate) fn digits(&self, target: &Target, value: &MeasuredValue<'_>) -> u8 {
        let summed = matches!(target.measure, Measure::Sum { .. });
        if summed { value.decimals } else { self.plan.digits }
    }

    /// The numbers a written value must stand on the true side of.
    #[must_use]
    pub(crate) fn marks(&self, target: &Target) -> Vec<Exact> {
        let goals = target.goals_on(self.as_of);
        let mut marks: Vec<Exact> = goals.flat_map(|goal| goal.test.marks()).collect();
        marks.extend(target.road_map.get(&self.period.year()));
        if matches!(target.measure, Measure::Ratio { .. } | Measure::Count { .. }) {
            marks.push(Exact::ZERO);
        }
        if target.is_percent() {
            marks.push(Exact::from_integer(100));
        }
        marks
    }

    /// How much has been computed, with what has been for units and earlier periods.
    #[must_use]
    pub fn computed(&self) -> Computed {
        let Cells { values, facts, totals, units, .. } = &self.cells;
        let here = Computed {
            values: values.computed().count(),
            facts: facts.computed().count(),
            totals: totals.computed().count(),
        };
        let units = units.computed().map(|unit| unit.computed());
        let earlier = self.earlier.iter().map(|then| then.table.computed());
        units.chain(earlier).fold(here, |all, one| Computed {
            values: all.values + one.values,
            facts: all.facts + one.facts,
            totals: all.totals + one.totals,
        })
    }
}

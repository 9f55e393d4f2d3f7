//! Which values of a target or figure stand in one column of a table, and are written with one number of decimals. Not for
//! how many ([`Column`]).

use std::sync::Arc;

use super::due::Scope;
use super::fact_table::FactTable;
use super::facts::Facts;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::id::Id;
use crate::model::target::{Measure, Target};
use crate::rollup::digits::Column;
use crate::rollup::spread::Spread;
use crate::rollup::value::MeasuredValue;
use crate::source::At;

impl<'a> FactTable<'a> {
    /// The column of a target's `value`, which is compared with `others`: with it stand the same in the years of a report
    /// that compares by year and, in a roll-up, the units' own and their groups' values. A sum of one figure is that figure
    /// too, wherever that is printed.
    #[must_use]
    pub(super) fn column(
        &self,
        target: &Target,
        value: &MeasuredValue<'_>,
        others: &[Exact],
    ) -> Column {
        let digits = self.digits(target, value);
        let years = self.earlier.iter().filter(|then| then.is_year());
        let years = years.filter_map(|then| then.table.value(target).known());
        let mut beside: Vec<Exact> = years.chain(ends(value)).collect();
        if self.has_parts() && self.plan.is_of_units(target) && has_decimals(target, digits) {
            beside.extend(self.parts().filter_map(|part| part.value(target).known()));
        }
        let own = Column::of(value.known(), (others, &beside), digits, &self.marks(target));
        match only_figure(target).and_then(|id| self.plan.figure(id)) {
            Some(figure) => own.with(self.figure_column(figure)),
            None => own,
        }
    }

    /// The column of a figure: its sum, its earlier ones and, in a roll-up, those of units and groups.
    #[must_use]
    pub(crate) fn figure_column(&self, figure: &Figure) -> Column {
        let now = self.total(figure);
        let mut beside: Vec<Exact> = now.known().into_iter().chain(ends(now)).collect();
        if figure.decimals > 0 {
            let earlier = self.earlier.iter().map(|then| then.table.total(figure));
            beside.extend(earlier.filter_map(MeasuredValue::known));
            if self.has_parts() {
                beside.extend(self.parts().filter_map(|part| part.total(figure).known()));
            }
        }
        Column::of(None, (&[], &beside), figure.decimals, &[])
    }

    /// The columns of the sums above and below a target's line. A sum of one figure is written like that figure, one of several
    /// like the same sum of earlier periods, units and groups.
    #[must_use]
    pub(crate) fn sum_columns(&self, target: &Target) -> [Column; 2] {
        let (above, below): (&[At<Id>], &[At<Id>]) = match &target.measure {
            Measure::Ratio { numerator, denominator, .. } => (numerator, denominator),
            Measure::Sum { figures } => (figures, &[]),
            Measure::Count { .. } | Measure::Words => (&[], &[]),
        };
        [
            self.sum_column(target, above, |value| Some(value.numerator)),
            self.sum_column(target, below, |value| value.denominator),
        ]
    }

    fn sum_column(
        &self,
        target: &Target,
        figures: &[At<Id>],
        sum: fn(&MeasuredValue<'_>) -> Option<Exact>,
    ) -> Column {
        let value = self.value(target);
        if let ([id], 1..) = (figures, value.decimals) {
            let figure = self.plan.figure(id.value.as_str()).expect("a target's figure is there");
            return self.figure_column(figure);
        }
        let mut all: Vec<Exact> = sum(value).into_iter().collect();
        if value.decimals > 0 {
            all.extend(self.earlier.iter().filter_map(|then| sum(then.table.value(target))));
            if self.has_parts() {
                all.extend(self.parts().filter_map(|part| sum(part.value(target))));
            }
        }
        Column::of(None, (&[], &all), value.decimals, &[])
    }

    /// What `part`, rows of this table or of another time, has of a target, written in this table's column.
    #[must_use]
    pub(crate) fn in_column(&self, part: &Self, target: &Target) -> Facts<'a> {
        let column = self.facts(target).column;
        // A row is decided for its own report, by whoever asks first; sums of rows have none.
        let (value, verdict) = if part.rows.len() == 1 {
            let own = part.facts(target);
            (Arc::clone(&own.value), own.verdict)
        } else {
            part.judged(target)
        };
        let shown = value.known().map(|exact| column.write(exact));
        Facts { value, shown, column, verdict, bases: Vec::new() }
    }

    /// Whether a table by unit may stand in the report.
    fn has_parts(&self) -> bool {
        self.scope == Scope::Area && self.rows.len() > 1
    }

    /// Each member row alone, and the groups they are added up in.
    fn parts(&self) -> impl Iterator<Item = &Self> {
        let members = self.rows.iter().enumerate().filter(|(_, row)| row.is_member());
        let units = members.map(|(index, _)| &**self.unit(index));
        units.chain(self.groups().iter().filter_map(|group| group.together.as_ref()))
    }
}

/// Whether any value of it can have decimals: whether a fact holds for a unit is no number.
fn has_decimals(target: &Target, digits: u8) -> bool {
    match target.measure {
        Measure::Ratio { .. } => true,
        Measure::Sum { .. } => digits > 0,
        Measure::Count { .. } | Measure::Words => false,
    }
}

/// The ends of a range of what cannot be added.
fn ends(value: &MeasuredValue<'_>) -> impl Iterator<Item = Exact> {
    value.spread.into_iter().flat_map(|Spread { low, high, .. }| [low, high])
}

/// The figure that is the value itself.
fn only_figure(target: &Target) -> Option<&str> {
    match &target.measure {
        Measure::Sum { figures } if figures.len() == 1 => Some(figures[0].value.as_str()),
        _ => None,
    }
}

//! What the form of a unit asks for: figures with their last values, texts, what they are held against. It is the very list
//! of the letter that reminds the unit. Not for how that looks ([`super::book`]).

use std::collections::BTreeSet;

use super::identity::{FormIdentity, version};
use super::text_fields::{TextField, text_fields};
use crate::kinds::catalog::Kinds;
use crate::model::date::PartialDate;
use crate::model::dossier::Dossier;
use crate::model::figure::Figure;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::{Amount, NarrativePart};
use crate::model::text::Line;
use crate::model::unit::{Rank, Unit};
use crate::model::written_date::short;
use crate::report::document::period_names;
use crate::report::due;
use crate::report::owed::owed_figures;
use crate::rollup::rows::{Addend, Row, earlier_rows_of};

/// What all forms of a dossier and period have in common.
pub(crate) struct FormSet<'a> {
    /// The dossier.
    pub(crate) dossier: &'a Dossier,
    /// Every dossier there is, for units that were others before.
    pub(crate) family: &'a [Dossier],
    /// The period.
    pub(crate) period: Period,
    /// What reports call it: `6 tháng đầu năm 2025`.
    pub(crate) period_name: String,
    /// By when the forms are due.
    pub(crate) deadline: Option<String>,
    /// The texts a report of the period must have.
    pub(crate) demanded: Vec<NarrativePart>,
}

/// What the form of one unit asks for.
pub(crate) struct FormContent<'a> {
    /// Whose it is.
    pub(crate) identity: FormIdentity,
    /// The unit.
    pub(crate) unit: &'a Unit,
    /// The period the earlier values are of; none if there are none.
    pub(crate) earlier: Option<Period>,
    /// The period that earlier values would be of, if its return has errors or cannot be read.
    pub(crate) unknown: Option<Period>,
    /// A row per figure.
    pub(crate) rows: Vec<FormRow<'a>>,
    /// The texts; none for a superior-level row, which has no report.
    pub(crate) texts: Vec<TextField>,
}

/// A figure a form asks for.
pub(crate) struct FormRow<'a> {
    /// The figure.
    pub(crate) figure: &'a Figure,
    /// Its last value.
    pub(crate) earlier: Option<Amount>,
    /// Where that came from.
    pub(crate) source: Option<Line>,
}

/// What was handed in last.
enum Earlier<'a> {
    /// Nothing yet.
    Nothing,
    /// For this period, which has errors or cannot be read.
    Unknown(Period),
    /// For this period, by these.
    Known(Period, Vec<Row<'a>>),
}

impl Earlier<'_> {
    fn known(&self) -> Option<Period> {
        if let Self::Known(period, _) = self { Some(*period) } else { None }
    }

    fn unknown(&self) -> Option<Period> {
        if let Self::Unknown(period) = self { Some(*period) } else { None }
    }
}

impl<'a> FormSet<'a> {
    /// The forms of a period.
    #[must_use]
    pub(crate) fn new(
        family: &'a [Dossier],
        dossier: &'a Dossier,
        kinds: &Kinds,
        period: Period,
    ) -> Self {
        let owed = due::owed(dossier, kinds, period);
        let known = || owed.iter().filter_map(|due| kinds.get(&due.kind));
        let name = known().next().map(|kind| period_names(kind, period, None).ten);
        let deadline = owed.iter().find_map(|due| due.deadline_of(period));
        Self {
            dossier,
            family,
            period,
            period_name: name
                .unwrap_or_else(|| format!("quý {}/{}", period.roman(), period.year())),
            deadline: deadline.map(|date| short(PartialDate::from(date))),
            demanded: known().flat_map(|kind| kind.demanded.iter().copied()).collect(),
        }
    }

    /// The plan.
    #[must_use]
    pub(crate) fn plan(&self) -> &'a Plan {
        &self.dossier.plan
    }

    /// The units that owe figures for the period, in the plan's order.
    pub(crate) fn units(&self) -> impl Iterator<Item = &'a Unit> + use<'a> {
        let plan = self.plan();
        let owes = move |unit: &&Unit| plan.figures.iter().any(|figure| figure.is_owed_by(unit));
        plan.rows(self.period.last_day()).filter(owes)
    }

    /// The form of a unit.
    #[must_use]
    pub(crate) fn content(&self, unit: &'a Unit) -> FormContent<'a> {
        let plan = self.plan();
        let earlier = self.earlier(unit);
        let before = if let Earlier::Known(_, rows) = &earlier { &rows[..] } else { &[] };
        let figures: Vec<&Figure> = owed_figures(plan, &[unit]).collect();
        let row = |figure: &&'a Figure| FormRow {
            figure,
            earlier: earlier_amount(figure, before),
            source: earlier_source(figure, before),
        };
        let concerns = |field: &TextField| match field.path.as_slice() {
            [group, id, _] if group == "chi_tieu" => {
                plan.target(id).is_some_and(|target| target.applies_to(&unit.kind))
            }
            _ => true,
        };
        let texts = if unit.rank == Rank::Member { text_fields(plan) } else { Vec::new() };
        let texts = texts.into_iter().filter(concerns).collect();
        FormContent {
            identity: FormIdentity {
                dossier: plan.id.to_string(),
                period: self.period,
                unit: Some(unit.id.to_string()),
                version: version(plan, figures.iter().copied()),
            },
            unit,
            earlier: earlier.known(),
            unknown: earlier.unknown(),
            rows: figures.iter().map(row).collect(),
            texts,
        }
    }

    /// The last period before that something was handed in for by the unit or those it was, and their rows; of what has errors or
    /// cannot be read there is nothing to show, and an older value is not the last.
    fn earlier(&self, unit: &'a Unit) -> Earlier<'a> {
        let all: BTreeSet<Period> =
            self.family.iter().flat_map(|dossier| &dossier.periods).copied().collect();
        let mut before = all.range(..self.period).rev();
        let found = before.find_map(|period| {
            let rows = earlier_rows_of(self.family, self.dossier, unit, *period);
            let handed_in = rows.iter().any(|row| row.submitted.is_some() || row.broken);
            handed_in.then_some((*period, rows))
        });
        found.map_or(Earlier::Nothing, |(period, rows)| {
            let broken = rows.iter().any(|row| row.broken);
            if broken { Earlier::Unknown(period) } else { Earlier::Known(period, rows) }
        })
    }
}

/// What a figure was: one unit's value, or the sum over those it was made of.
fn earlier_amount(figure: &Figure, rows: &[Row<'_>]) -> Option<Amount> {
    if let [row] = rows {
        return match row.addend(figure) {
            Addend::Value(value) => Some(Amount::Value(value)),
            Addend::NoneArose => Some(Amount::NoneArose),
            Addend::Missing => None,
        };
    }
    let summed = figure.is_additive() && !figure.kind.is_yes_no() && !rows.is_empty();
    let value = |row: &Row<'_>| match row.addend(figure) {
        Addend::Value(value) => Some(value),
        Addend::NoneArose => Some(0),
        Addend::Missing => None,
    };
    let sum = || rows.iter().map(value).sum::<Option<i64>>();
    summed.then(sum).flatten().map(Amount::Value)
}

fn earlier_source(figure: &Figure, rows: &[Row<'_>]) -> Option<Line> {
    let [row] = rows else { return None };
    row.submitted?.figures.get(&figure.id)?.source.clone()
}

//! Comparing a value with one of another period. Not for what is compared with what (a kind's manifest).

use serde::{Serialize, Serializer};

use super::digits::Shown;
use super::rows::{Origin, Row};
use super::value::MeasuredValue;
use crate::model::exact::Exact;
use crate::model::figure::FigureKind;
use crate::model::number;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::target::{Measure, Target};

/// How a value stands to an earlier one. The names are cases of the phrase bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// More than before.
    Up,
    /// Less than before.
    Down,
    /// The same.
    Same,
    /// No figures to compare with.
    NoBase,
    /// The earlier return has errors.
    BrokenBase,
    /// The earlier value was made from other units.
    OtherCoverage,
    /// A predecessor's figures are not here.
    NoOrigin,
    /// Counted since 1 January, so that it cannot be held against another quarter of a year; or counted over other units,
    /// before they were merged.
    NotComparable,
}

impl Change {
    /// Every case; the phrase bank has a sentence for each.
    pub const ALL: [Self; 8] = [
        Self::Up,
        Self::Down,
        Self::Same,
        Self::NoBase,
        Self::BrokenBase,
        Self::OtherCoverage,
        Self::NotComparable,
        Self::NoOrigin,
    ];

    /// The name of its case in the phrase bank.
    #[must_use]
    pub(crate) fn case(self) -> &'static str {
        match self {
            Self::Up => "tang",
            Self::Down => "giam",
            Self::Same => "bang",
            Self::NoBase => "chua_co",
            Self::BrokenBase => "dang_loi",
            Self::OtherCoverage => "khac_do_phu",
            Self::NoOrigin => "thieu_goc",
            Self::NotComparable => "khong_so_sanh",
        }
    }
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.case())
    }
}

/// The earlier value of a target, or why there is none.
pub(crate) enum Base {
    /// The value.
    Value(Exact),
    /// Why not.
    Not(Change),
}

/// Whether a target counts anew each year, so that its value in the earlier of two periods says nothing beside the later
/// one's.
#[must_use]
pub(crate) fn starts_anew(plan: &Plan, target: &Target, (then, now): (Period, Period)) -> bool {
    let figures = target.measure.figures().filter_map(|id| plan.figure(id.as_str()));
    let mut kinds = figures.map(|figure| figure.kind);
    then.quarter() != now.quarter() && kinds.any(|kind| kind == FigureKind::YearToDate)
}

/// The value `target` had, `then`, over `rows` of an earlier period, if it may be held against `now`, its later value.
#[must_use]
pub(crate) fn base(
    target: &Target,
    now: &MeasuredValue<'_>,
    then: &MeasuredValue<'_>,
    rows: &[Row<'_>],
) -> Base {
    let broken = rows.iter().any(|row| row.broken && then.coverage.missing.contains(&row.unit));
    let inherited = rows.iter().any(|row| row.origin.is_some());
    let outside = rows.iter().any(|row| matches!(row.origin, Some(Origin::Outside(_))));
    let same_units = if inherited {
        now.coverage.is_full() && then.coverage.is_full()
    } else {
        now.coverage == then.coverage
    };
    // Fewer units now than then: what part of them it held for says nothing.
    if inherited && matches!(target.measure, Measure::Count { .. }) {
        return Base::Not(Change::NotComparable);
    }
    match then.known() {
        _ if broken => Base::Not(Change::BrokenBase),
        _ if outside => Base::Not(Change::NoOrigin),
        None => Base::Not(Change::NoBase),
        Some(_) if !same_units => Base::Not(Change::OtherCoverage),
        Some(value) => Base::Value(value),
    }
}

/// The difference of two values as they are written: direction by the exact values, amount by the written ones.
#[must_use]
pub fn difference(exact: (Exact, Exact), shown: (&Shown, &Shown)) -> (Change, String) {
    let change = match exact.0.cmp(&exact.1) {
        std::cmp::Ordering::Greater => Change::Up,
        std::cmp::Ordering::Less => Change::Down,
        std::cmp::Ordering::Equal => Change::Same,
    };
    (change, gap(shown.0, shown.1))
}

/// The distance of two written values, without sign.
#[must_use]
pub fn gap(a: &Shown, b: &Shown) -> String {
    let distance =
        if a.rounded < b.rounded { b.rounded - a.rounded } else { a.rounded - b.rounded };
    number::decimal(distance, a.digits.max(b.digits))
}

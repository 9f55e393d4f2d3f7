//! Figures that cannot be added over units: shares, rates, means. Over several units they are a mean by the figure the plan
//! weighs them by, or else a range and its middle. Not for sums ([`super::value`]).

use super::rows::{Addend, Row};
use crate::model::exact::{Exact, power_of_ten};
use crate::model::figure::Figure;
use crate::model::plan::Plan;

/// The least, the middle and the most of several units' values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The least.
    pub low: Exact,
    /// The one in the middle; of an even number the mean of the two.
    pub middle: Exact,
    /// The most.
    pub high: Exact,
}

/// What several units' values are together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Together {
    /// Their mean, each counted by its weight.
    Mean(Exact),
    /// Nothing weighs them.
    Spread(Spread),
}

/// `figure` over rows of which at least two reported it; none where sums say it, or a weight is missing or 0.
#[must_use]
pub(crate) fn together(plan: &Plan, figure: &Figure, rows: &[Row<'_>]) -> Option<Together> {
    let known: Vec<(&Row<'_>, Exact)> =
        rows.iter().filter_map(|row| Some((row, amount(row, figure)?))).collect();
    if figure.is_additive() || known.len() < 2 {
        return None;
    }
    let Some(weight) = figure.weight.as_ref().and_then(|id| plan.figure(id.value.as_str())) else {
        return Some(Together::Spread(spread(known.iter().map(|(_, value)| *value).collect())));
    };
    let (mut sum, mut all) = (Exact::ZERO, Exact::ZERO);
    for (row, value) in known {
        let own = amount(row, weight)?;
        (sum, all) = (sum + value * own, all + own);
    }
    (all > Exact::ZERO).then(|| Together::Mean(sum / all))
}

fn amount(row: &Row<'_>, figure: &Figure) -> Option<Exact> {
    match row.addend(figure) {
        Addend::Value(steps) => Some(Exact::new(i128::from(steps), power_of_ten(figure.decimals))),
        Addend::NoneArose | Addend::Missing => None,
    }
}

fn spread(mut values: Vec<Exact>) -> Spread {
    values.sort_unstable();
    let (half, last) = (values.len() / 2, values.len() - 1);
    let middle = (values[half] + values[last - half]) / Exact::from_integer(2);
    Spread { low: values[0], middle, high: values[last] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_one_of_the_values_or_between_two() {
        let of = |values: &[i128]| spread(values.iter().map(|v| Exact::from_integer(*v)).collect());
        assert_eq!(of(&[30, 10, 20]).middle, Exact::from_integer(20));
        assert_eq!(of(&[40, 10, 20, 30]).middle, Exact::from_integer(25));
        assert_eq!((of(&[7, 3]).low, of(&[7, 3]).high), (3.into(), 7.into()));
    }
}

//! From the sums to the printed number: the formula, the exact quotient, the rounding. Not for whether it is enough
//! ([`super::verdict`]).

use serde::Serialize;

use crate::model::exact::{Exact, power_of_ten};
use crate::model::id::Id;
use crate::model::number::{decimal, whole};
use crate::model::plan::Plan;
use crate::model::target::{Measure, Target};
use crate::report::due::Scope;
use crate::report::fact_table::FactTable;
use crate::report::facts::as_sums;
use crate::source::At;

/// Digits shown beyond the printed ones.
const MORE: u8 = 4;

/// The steps from the sums to the printed number.
#[derive(Debug, Serialize)]
pub struct Arithmetic {
    /// `2431·100 : 2548 = 95,408163…`.
    pub(crate) phep_chia: Option<String>,
    /// The number as printed; none where too much is missing to print one.
    pub in_ra: Option<String>,
    /// The decimals it is rounded to.
    pub(crate) chu_so_le: u8,
    /// Why it has more decimals than the plan asks for, or none is printed.
    pub(crate) vi: Option<&'static str>,
}

/// How a target is computed, by the names of its figures.
#[must_use]
pub(crate) fn formula(plan: &Plan, target: &Target) -> Option<String> {
    let name =
        |id: &Id| plan.figure(id.as_str()).map_or(id.to_string(), |own| own.name.to_string());
    let sum = |ids: &[At<Id>]| ids.iter().map(|id| name(&id.value)).collect::<Vec<_>>().join(" + ");
    let several = |ids: &[At<Id>]| if ids.len() > 1 { format!("({})", sum(ids)) } else { sum(ids) };
    match &target.measure {
        Measure::Ratio { numerator, denominator, factor } => {
            let times = whole(i128::from(*factor));
            Some(format!("{} × {times} : {}", several(numerator), several(denominator)))
        }
        Measure::Sum { figures } => Some(sum(figures)),
        Measure::Count { fact } => {
            Some(format!("số đơn vị có “{}” × 100 : tổng số đơn vị", name(&fact.value)))
        }
        Measure::Words => None,
    }
}

/// The steps to the number a report prints; none without a number, and for a fact of one unit.
#[must_use]
pub(crate) fn steps(table: &FactTable<'_>, target: &Target) -> Option<Arithmetic> {
    let facts = table.facts(target);
    let shown = facts.shown.as_ref()?;
    let value = &facts.value;
    let exact = value.known()?;
    let counted = matches!(target.measure, Measure::Count { .. });
    if counted && matches!(table.scope, Scope::Unit(_)) {
        return None;
    }
    let plain = |sum| decimal(sum, value.decimals).replace('.', "");
    let quotient = value.denominator.map(|below| {
        let above = format!("{}·{}", plain(value.numerator), factor(target));
        format!("{above} : {} = {}", plain(below), expanded(exact, shown.digits))
    });
    let held_back = as_sums(target, value).is_some();
    let why = if held_back {
        Some("chưa in thành một con số vì còn đơn vị chưa có số liệu")
    } else if value.is_provisional() {
        Some("tạm tính vì còn đơn vị chưa có số liệu")
    } else {
        (shown.digits > table.digits(target, value)).then_some(
            "thêm chữ số lẻ để không số nào cùng cột in ra trái với kết luận hoặc chiều tăng, giảm",
        )
    };
    let printed = (!held_back).then(|| shown.in_sentence());
    Some(Arithmetic { phep_chia: quotient, in_ra: printed, chu_so_le: shown.digits, vi: why })
}

/// What a share is multiplied by.
#[must_use]
pub(crate) fn factor(target: &Target) -> u32 {
    match target.measure {
        Measure::Ratio { factor, .. } => factor,
        Measure::Count { .. } => 100,
        Measure::Sum { .. } | Measure::Words => 1,
    }
}

/// A value with some digits more than are printed, cut, not rounded: `95,408163…`.
pub(crate) fn expanded(value: Exact, printed: u8) -> String {
    let scale = power_of_ten(printed + MORE);
    let cut = (value * Exact::from_integer(scale)).trunc() / Exact::from_integer(scale);
    let text = decimal(cut, printed + MORE);
    if cut == value {
        return if text.contains(',') { text.trim_end_matches('0').to_owned() } else { text };
    }
    format!("{text}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exact_quotient_ends_and_another_goes_on() {
        assert_eq!(expanded(Exact::new(95, 1), 2), "95");
        assert_eq!(expanded(Exact::new(185, 2), 2), "92,5");
        assert_eq!(expanded(Exact::new(243_100, 2548), 2), "95,408163…");
        assert_eq!(expanded(Exact::new(2, 3), 0), "0,6666…");
    }
}

//! Holds a table's shares against those computed from its own figures. Shares are never imported, and never errors. Not
//! for totals ([`super::totals`]).

use super::columns::TableColumn;
use super::footnotes::unmarked;
use super::rows::{TableRow, TableRows, counted};
use super::table::{CellContent, CellPosition};
use super::text_numbers::Readings;
use super::unit_row::TableReading;
use crate::diagnostic::{Code, Finding};
use crate::model::exact::{Exact, round};
use crate::model::number::{decimal, parse_decimal};
use crate::model::target::{Measure, Target};

/// A share is held against the computed one to no more decimals than these.
const MOST_DECIMALS: usize = 4;

/// Every share that is not what the row's figures make.
#[must_use]
pub(crate) fn check(reading: &TableReading<'_, '_>, rows: &TableRows<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (column, named) in &reading.head.shares {
        let Some(target) = named.or_else(|| between(reading, *column)) else { continue };
        let shares: Vec<(&TableRow<'_>, CellPosition, Exact, u8)> = rows
            .units
            .iter()
            .filter_map(|row| {
                let place = (row.row, *column);
                let (share, decimals) = share(reading.table.cell(place)?)?;
                Some((row, place, share, decimals))
            })
            .collect();
        // Formulas that were never computed all show nought.
        if shares.iter().all(|(_, _, share, _)| *share == Exact::ZERO) {
            continue;
        }
        let wrong = |(row, place, share, decimals): &(&TableRow<'_>, CellPosition, Exact, u8)| {
            let computed = computed(row, target)?;
            let same = |share: Exact| round(share, *decimals) == round(computed, *decimals);
            let hundredth = *share * Exact::from_integer(100);
            if same(*share) || *share <= Exact::ONE && same(hundredth) {
                return None;
            }
            let digits = (*decimals).max(2);
            let message = format!(
                "tỷ lệ trong bảng là {}%, tính từ số liệu của hàng được {}% ({})",
                decimal(round(*share, digits), digits),
                decimal(round(computed, digits), digits),
                target.name
            );
            Some(Finding::new(Code::TableRatio, message).at(&reading.table.span(*place)).about(&target.id).hint(
                "xem lại tử số, mẫu số và tỷ lệ trong bảng; tỷ lệ không được nhập, chương trình tự tính",
            ))
        };
        findings.extend(shares.iter().filter_map(wrong));
    }
    findings
}

/// The target whose figures stand to the left of a column of shares, the numerator nearest.
pub(crate) fn between<'p>(reading: &TableReading<'_, 'p>, column: u32) -> Option<&'p Target> {
    let left: Vec<&TableColumn<'p>> =
        reading.head.figures.range(..column).rev().map(|(_, column)| column).collect();
    let nearest = left.first()?;
    let mut targets = reading.names.plan().targets.iter().filter(|target| {
        let Measure::Ratio { numerator, denominator, .. } = &target.measure else { return false };
        let ([above], [below]) = (numerator.as_slice(), denominator.as_slice()) else {
            return false;
        };
        let there = left.iter().any(|known| known.figure.id == below.value);
        target.is_percent() && above.value == nearest.figure.id && there
    });
    targets.next()
}

/// What a row's figures make.
fn computed(row: &TableRow<'_>, target: &Target) -> Option<Exact> {
    let Measure::Ratio { numerator, denominator, factor } = &target.measure else { return None };
    let sum = |ids: &[crate::source::At<crate::model::id::Id>]| -> Option<Exact> {
        let mut sum = Exact::ZERO;
        for id in ids {
            let value = row.values.iter().find(|value| value.figure.id == id.value)?;
            let steps = i128::from(counted(value.amount)?);
            let scale = crate::model::exact::power_of_ten(value.figure.decimals);
            sum += Exact::new(steps, scale);
        }
        Some(sum)
    };
    let (above, below) = (sum(numerator)?, sum(denominator)?);
    let factor = Exact::from_integer(i128::from(*factor));
    (below != Exact::ZERO && target.is_percent()).then(|| above / below * factor)
}

/// The share a cell shows, and with how many decimals.
fn share(cell: &CellContent) -> Option<(Exact, u8)> {
    let text = match cell {
        CellContent::Percent(share) | CellContent::Number(share) => share.clone(),
        CellContent::Text(text) => {
            let text = unmarked(text.trim()).trim_end_matches('%').trim();
            Readings::of(text).map_or(Some(text.to_owned()), |one| one.vietnamese.or(one.other))?
        }
        _ => return None,
    };
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let cut = decimals.saturating_sub(9);
    let value = parse_decimal(text.get(..text.len() - cut)?)?;
    Some((value, u8::try_from(decimals.min(MOST_DECIMALS)).unwrap_or(0)))
}

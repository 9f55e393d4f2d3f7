//! V20 on figures: all of them as they were in the period before, or a sum since January that is last year's. Not for one
//! figure that stays ([`super::change`]) and not for texts.

use super::earlier::{EarlierValue, ReturnHistory, value};
use crate::diagnostic::{Code, Finding};
use crate::model::figure::{Figure, FigureKind};
use crate::model::number::steps;
use crate::model::period::Period;
use crate::model::returns::Return;
use crate::source::Span;

/// So many figures that all stay the same are no chance.
const BLOCK: usize = 5;
/// What all figures together are acknowledged by: their key in the file.
pub(super) const ALL_FIGURES: &str = "so_lieu";
/// A sum as large as this that is last year's is no chance; nor are so many, or all there are.
const LARGE: i64 = 100;
const SEVERAL: usize = 3;

/// What the figures of a return repeat.
pub(super) fn copied_figures(seen: &ReturnHistory<'_>) -> Vec<Finding> {
    let whole = whole_block(seen);
    whole.into_iter().chain(last_years(seen)).collect()
}

/// Every figure that could have moved is as it was in the period before.
fn whole_block(seen: &ReturnHistory<'_>) -> Option<Finding> {
    let last = seen.earlier.first().filter(|last| last.period == seen.read.period.previous())?;
    let lively = |figure: &&Figure| {
        let kind = match figure.kind {
            FigureKind::Stock => !figure.steady,
            FigureKind::YearToDate => last.period.year() == seen.read.period.year(),
            FigureKind::Cumulative => true,
            _ => false,
        };
        kind && value(seen.read, &figure.id).is_some_and(|now| now > 0)
    };
    let figures: Vec<&Figure> = seen.plan.figures.iter().filter(lively).collect();
    let same = figures.iter().all(|one| value(last, &one.id) == value(seen.read, &one.id));
    let first = figures.first().filter(|_| same && figures.len() >= BLOCK)?;
    let place = |read: &Return| -> Option<Span> { Some(read.figures.get(&first.id)?.span.clone()) };
    let message =
        format!("cả {} số liệu có thể thay đổi đều y hệt kỳ {}", figures.len(), last.period);
    let finding = Finding::new(Code::Copied, message).at_maybe(place(seen.read));
    let then = format!("khối số liệu của kỳ {}", last.period);
    let finding = finding.also_all(&place(last), &then);
    Some(finding.unless_acknowledged(&ALL_FIGURES, "nhập số của kỳ này"))
}

/// Sums since January of a first quarter that are those of the whole year before.
fn last_years(seen: &ReturnHistory<'_>) -> Vec<Finding> {
    let period = seen.read.period;
    let year_end = Period::year_end(period.year() - 1);
    let last = seen.earlier.first().filter(|last| last.period == year_end);
    let Some(last) = last.filter(|_| period.quarter() == 1) else { return Vec::new() };
    let counted = |figure: &&Figure| figure.kind == FigureKind::YearToDate;
    let same = seen.plan.figures.iter().filter(counted).filter_map(|figure| {
        let then = EarlierValue::of(last, &figure.id)?;
        let now = value(seen.read, &figure.id).filter(|now| *now > 0 && *now == then.value)?;
        Some((figure, then, now))
    });
    let same: Vec<_> = same.collect();
    let all = seen.plan.figures.iter().filter(counted).count();
    let several = same.len() >= SEVERAL || (same.len() > 1 && same.len() == all);
    let large = |now: i64, figure: &Figure| now / 10_i64.pow(u32::from(figure.decimals)) >= LARGE;
    let told = same.iter().filter(|(figure, _, now)| several || large(*now, figure));
    told.filter_map(|(figure, then, now)| {
        let shown = steps(*now, figure.decimals);
        let message = format!(
            "«{}» từ đầu năm {} là {shown}, đúng bằng số cả năm {}",
            figure.id,
            period.year(),
            year_end.year()
        );
        let reported = seen.read.figures.get(&figure.id)?;
        let finding = Finding::new(Code::Copied, message).at(&reported.span).value(shown);
        let finding = finding.unless_acknowledged(&figure.id, "ghi số từ ngày 01/01 năm nay");
        Some(then.beside(finding, figure))
    })
    .collect()
}

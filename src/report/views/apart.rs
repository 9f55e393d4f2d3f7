//! The figures a table of targets leaves out: those no cell of it spells out. Not for how they are printed.

use super::appendix::Appendix;
use super::figures::FigureView;
use super::targets::TargetView;
use crate::model::id::Id;
use crate::model::target::{Measure, Target};
use crate::report::context::ReportContext;
use crate::report::due::Scope;
use crate::source::At;

/// The column with the two sums of a rate.
const SUMS: &str = "so_lieu";
/// The column with the value.
const VALUE: &str = "gia_tri";

/// The figures of a report that its table of targets does not spell out, in the plan's order. A sum of several figures,
/// or of fewer units than reported one of them, spells out neither; nor do two sums say which of them is an estimate.
#[must_use]
pub(crate) fn left_out(
    context: &ReportContext<'_>,
    (targets, appendix): (&[TargetView], Option<&Appendix>),
    columns: &[String],
    figures: &[FigureView],
) -> Vec<FigureView> {
    let shown = appendix.map_or(targets, |appendix| &appendix.cot);
    let has = |column: &str| columns.iter().any(|name| name == column);
    let (mut as_sums, mut as_values): (Vec<(&Id, &str)>, Vec<_>) = (Vec::new(), Vec::new());
    for view in shown.iter().filter(|view| view.gia_tri.is_some()) {
        let target = context.plan().target(&view.ma).expect("a view is of a target");
        if has(SUMS) {
            as_sums.extend(sums(context, target, view));
        }
        if has(VALUE) {
            as_values.extend(value(context, target, view));
        }
    }
    let is_spelled = |figure: &&FigureView| {
        let is_it = |(id, text): &(&Id, &str)| {
            id.as_str() == figure.ma && figure.so.as_deref() == Some(*text)
        };
        as_values.iter().any(is_it) || !figure.uoc && as_sums.iter().any(is_it)
    };
    figures.iter().filter(|figure| !is_spelled(figure)).cloned().collect()
}

/// The figures that stand above and below the line, each alone.
fn sums<'a>(
    context: &ReportContext<'_>,
    target: &'a Target,
    view: &'a TargetView,
) -> Vec<(&'a Id, &'a str)> {
    let (above, below): (&[At<Id>], &[At<Id>]) = match &target.measure {
        Measure::Ratio { numerator, denominator, .. } => (numerator, denominator),
        Measure::Count { fact } if context.scope() == Scope::Area => {
            (std::slice::from_ref(fact), &[])
        }
        _ => (&[], &[]),
    };
    let texts = [Some(view.tu_so.as_str()), view.mau_so.as_deref()];
    let pairs = [above, below].into_iter().zip(texts);
    pairs.filter_map(|(ids, text)| Some((alone(ids)?, text?))).collect()
}

/// The figure that is the value itself: a plain number, or a fact of one unit.
fn value<'a>(
    context: &ReportContext<'_>,
    target: &'a Target,
    view: &'a TargetView,
) -> Option<(&'a Id, &'a str)> {
    match &target.measure {
        Measure::Sum { figures } => Some((alone(figures)?, view.so.as_deref()?)),
        Measure::Count { fact } if context.scope() != Scope::Area => {
            Some((&fact.value, &view.tu_so))
        }
        _ => None,
    }
}

fn alone(ids: &[At<Id>]) -> Option<&Id> {
    if let [id] = ids { Some(&id.value) } else { None }
}

//! The views of a report's targets and figures, each made once, for whoever prints, draws, cites, checks or explains them.
//! Not for what is in one ([`super::targets`], [`super::figures`]).

use std::sync::OnceLock;

use super::figures::{FigureView, figure_view};
use super::outline::targets;
use super::tally::{Tally, tally};
use super::targets::{TargetView, target_view};
use crate::model::figure::Figure;
use crate::model::target::Target;
use crate::model::unit::Unit;
use crate::report::context::ReportContext;
use crate::report::due::Scope;
use crate::report::once_list::{OnceList, Slot};
use crate::report::owed::owed_figures;

/// What a report is made from, and the views made so far.
pub struct ViewTable<'a> {
    /// What the report is made from.
    pub context: ReportContext<'a>,
    shown: Vec<&'a Target>,
    targets: OnceList<TargetView>,
    figures: OnceList<FigureView>,
    tally: OnceLock<Tally>,
    units: OnceList<ViewTable<'a>>,
}

impl<'a> ViewTable<'a> {
    /// The views of a context; none is made yet.
    #[must_use]
    pub fn new(context: ReportContext<'a>) -> Self {
        Self {
            shown: shown(&context),
            context,
            targets: OnceList::default(),
            figures: OnceList::default(),
            tally: OnceLock::new(),
            units: OnceList::default(),
        }
    }

    /// A target of the plan, whether the report shows it or not; its remarks are not filled in.
    pub fn target(&self, target: &Target) -> &TargetView {
        let slot = Slot::find(&self.context.plan().targets, target);
        self.targets.get(slot, || {
            let number = self.shown.iter().position(|shown| std::ptr::eq(*shown, target));
            target_view(&self.context.table, target, number.map_or(0, |at| at + 1))
        })
    }

    /// The targets the report shows, in order.
    pub fn targets(&self) -> impl Iterator<Item = &TargetView> {
        self.shown.iter().map(|target| self.target(target))
    }

    /// How many of them are met.
    pub(crate) fn tally(&self) -> &Tally {
        self.tally.get_or_init(|| tally(self.targets()))
    }

    /// A figure of the plan.
    pub(crate) fn figure(&self, figure: &Figure) -> &FigureView {
        let slot = Slot::find(&self.context.plan().figures, figure);
        self.figures.get(slot, || figure_view(&self.context.table, figure))
    }

    /// The figures the report shows, in the plan's order.
    pub(crate) fn figures(&self) -> impl Iterator<Item = &FigureView> {
        let units: Vec<&Unit> = self.context.rows().iter().map(|row| row.unit).collect();
        owed_figures(self.context.plan(), &units).map(|figure| self.figure(figure))
    }

    /// The views of the report that the unit of one of the rows makes of itself.
    pub fn unit(&self, index: usize) -> &Self {
        let slot = Slot::at(self.context.rows(), index);
        self.units.get(slot, || Self::new(self.context.of_unit(index)))
    }
}

/// Targets in order; a unit's report leaves out what only the whole area is judged by, a letter has none.
fn shown<'a>(context: &ReportContext<'a>) -> Vec<&'a Target> {
    let is_shown = |target: &&Target| match context.scope() {
        Scope::Area => true,
        Scope::Missing(_) => false,
        Scope::Unit(unit) => context.plan().is_shown_for(target, unit),
    };
    targets(context).into_iter().filter(is_shown).collect()
}

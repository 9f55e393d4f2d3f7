//! What is computed beside the figures of a form: the shares they give, with verdict and road map, from the view of the report that
//! would be printed. Not for computing it ([`crate::report`]).

use serde::Serialize;

use super::entry_form::EntryForm;
use crate::binding::Fact;
use crate::binding::parts::TargetPart;
use crate::model::id::Id;
use crate::model::target::Target;
use crate::report::views::table::ViewTable;
use crate::trace::verdict::Judgement;
use crate::trace::{printed, verdict};

/// A target a figure gives.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ShareView {
    ma: String,
    ten: String,
    gia_tri: String,
    /// The verdict with the goal: `đạt (mục tiêu > 95)`.
    ket_luan: String,
    /// The same for this year's mark of the road map.
    lo_trinh: Option<String>,
}

/// The targets of a form with the figure each is shown beside: the first that its value is made from.
pub(super) fn shares(views: &ViewTable<'_>, content: &EntryForm<'_>) -> Vec<(Id, ShareView)> {
    let asked = |id: &Id| content.rows.iter().any(|row| row.figure.id == *id);
    let plan = views.context.plan();
    let Some(unit) = content.owner.unit() else { return Vec::new() };
    let shown = plan.targets.iter().filter(|target| target.applies_to(&unit.kind));
    let beside = shown.filter_map(|target| {
        let first = target.measure.figures().find(|id| asked(id))?;
        Some((first.clone(), share(views, target)))
    });
    beside.collect()
}

fn share(views: &ViewTable<'_>, target: &Target) -> ShareView {
    let context = &views.context;
    ShareView {
        ma: target.id.to_string(),
        ten: target.short_name.to_string(),
        gia_tri: printed(views, &Fact::Target(target.id.clone(), TargetPart::Value)),
        ket_luan: told(&verdict::judgement(context, target), "mục tiêu"),
        lo_trinh: verdict::mark(context, target).map(|mark| told(&mark, "mức")),
    }
}

fn told(judged: &Judgement, of: &str) -> String {
    let year = judged.nam.map_or(String::new(), |year| format!(", năm {year}"));
    let goal = judged.muc.as_ref().map(|goal| format!(" ({of} {goal}{year})"));
    format!("{}{}", judged.ket_luan, goal.unwrap_or_default())
}

//! The view of texts, each with its references resolved, and of documents issued. Not for escaping, which happens when they are printed.

use serde::Serialize;

use super::binding::lines;
use super::views::issued::listed;
use super::views::table::ViewTable;
use super::views::text::{DocumentView, Lines, NamedView};
use super::views::unwritten::{UnwrittenView, unwritten};
use crate::model::text::Text;

/// All texts of a report.
#[derive(Debug, Clone, Serialize)]
pub struct NarrativeView {
    /// General situation.
    pub tinh_hinh: Lines,
    /// Leadership and dissemination.
    pub(crate) lanh_dao: LeadershipView,
    /// Task groups in the plan's order.
    pub(crate) nhiem_vu: Vec<NamedView>,
    /// Assessment.
    pub(crate) danh_gia: AssessmentView,
    /// Direction.
    pub(crate) phuong_huong: Lines,
    /// Proposals that were made, in the plan's order of addressees.
    pub(crate) kien_nghi: Vec<NamedView>,
    /// Texts that units left out, where the board wants it said.
    pub(crate) chua_viet: Vec<UnwrittenView>,
}

/// Leadership and dissemination.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LeadershipView {
    /// Documents issued.
    pub(crate) van_ban: Vec<DocumentView>,
    /// Dissemination.
    pub(crate) quan_triet: Lines,
    /// Inspection.
    pub(crate) kiem_tra: Lines,
}

/// Assessment.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AssessmentView {
    /// Strengths.
    pub(crate) uu_diem: Lines,
    /// Limits.
    pub(crate) han_che: Lines,
    /// Objective causes.
    pub(crate) khach_quan: Lines,
    /// Subjective causes.
    pub(crate) chu_quan: Lines,
    /// Lessons.
    pub(crate) bai_hoc: Lines,
}

/// All texts as a template sees them, with what they refer to.
#[must_use]
pub(crate) fn narrative_view(views: &ViewTable<'_>) -> NarrativeView {
    let (plan, narrative) = (views.context.plan(), views.context.narrative);
    let lines = |text: &Text| lines(views, text);
    let tasks = plan.tasks.iter().map(|task| NamedView {
        ma: task.id.to_string(),
        ten: task.name.to_string(),
        van: narrative.tasks.get(&task.id).map(lines).unwrap_or_default(),
    });
    let proposals = plan.addressees.iter().filter_map(|level| {
        let van = lines(narrative.proposals.get(&level.id)?);
        let named = |van| NamedView { ma: level.id.to_string(), ten: level.name.to_string(), van };
        (!van.is_empty()).then(|| named(van))
    });
    NarrativeView {
        tinh_hinh: lines(&narrative.situation),
        lanh_dao: LeadershipView {
            van_ban: views
                .context
                .documents
                .iter()
                .map(|one| listed(&views.context, one))
                .collect(),
            quan_triet: lines(&narrative.dissemination),
            kiem_tra: lines(&narrative.inspection),
        },
        nhiem_vu: tasks.collect(),
        danh_gia: AssessmentView {
            uu_diem: lines(&narrative.strengths),
            han_che: lines(&narrative.limits),
            khach_quan: lines(&narrative.objective_causes),
            chu_quan: lines(&narrative.subjective_causes),
            bai_hoc: lines(&narrative.lessons),
        },
        phuong_huong: lines(&narrative.direction),
        kien_nghi: proposals.collect(),
        chua_viet: unwritten(&views.context),
    }
}

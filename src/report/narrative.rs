//! The view of texts and cited documents. Not for escaping, which happens when they are printed.

use serde::Serialize;

use super::binding::lines;
use super::scene::Scene;
use crate::model::plan::Document;
use crate::model::text::Text;
use crate::vietnamese::date::short;

/// Paragraphs as a template sees them; an empty list is false in a template.
pub type Lines = Vec<LineView>;

/// A paragraph or dash item.
#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    /// Whether it is a dash item.
    pub gach: bool,
    /// The words.
    pub chu: String,
}

/// Paragraphs of the plan as a template sees them, printed as typed.
#[must_use]
pub fn plain(text: &Text) -> Lines {
    text.paragraphs().iter().map(|p| LineView { gach: p.dash, chu: p.line.to_string() }).collect()
}

/// A cited document.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    /// `Chỉ thị`.
    pub loai: String,
    /// `25-CT/TW`; none while unnumbered.
    pub so: Option<String>,
    /// `25/10/2023`, or `01/2024`.
    pub ngay: Option<String>,
    /// Whether the day is written.
    pub du_ngay: bool,
    /// Who issued it.
    pub co_quan: Option<String>,
    /// Its subject.
    pub trich_yeu: Option<String>,
}

/// A document as a template sees it.
#[must_use]
pub fn document_view(document: &Document) -> DocumentView {
    let text = |line: &Option<crate::model::text::Line>| line.as_ref().map(ToString::to_string);
    DocumentView {
        loai: document.kind.to_string(),
        so: text(&document.number),
        ngay: document.date.map(short),
        du_ngay: document.date.is_some_and(|date| date.day.is_some()),
        co_quan: text(&document.body),
        trich_yeu: text(&document.subject),
    }
}

/// A named text: a task group or an addressee.
#[derive(Debug, Clone, Serialize)]
pub struct NamedView {
    /// Its id.
    pub ma: String,
    /// Its name.
    pub ten: String,
    /// Its text; may be empty.
    pub van: Lines,
}

/// All texts of a report.
#[derive(Debug, Clone, Serialize)]
pub struct NarrativeView {
    /// General situation.
    pub tinh_hinh: Lines,
    /// Leadership and dissemination.
    pub lanh_dao: LeadershipView,
    /// Task groups in the plan's order.
    pub nhiem_vu: Vec<NamedView>,
    /// Assessment.
    pub danh_gia: AssessmentView,
    /// Direction.
    pub phuong_huong: Lines,
    /// Proposals that were made, in the plan's order of addressees.
    pub kien_nghi: Vec<NamedView>,
}

/// Leadership and dissemination.
#[derive(Debug, Clone, Serialize)]
pub struct LeadershipView {
    /// Documents issued.
    pub van_ban: Vec<DocumentView>,
    /// Dissemination.
    pub quan_triet: Lines,
    /// Inspection.
    pub kiem_tra: Lines,
}

/// Assessment.
#[derive(Debug, Clone, Serialize)]
pub struct AssessmentView {
    /// Strengths.
    pub uu_diem: Lines,
    /// Limits.
    pub han_che: Lines,
    /// Objective causes.
    pub khach_quan: Lines,
    /// Subjective causes.
    pub chu_quan: Lines,
    /// Lessons.
    pub bai_hoc: Lines,
}

/// All texts as a template sees them, with what they refer to.
#[must_use]
pub fn narrative_view(scene: &Scene<'_>) -> NarrativeView {
    let (plan, narrative) = (scene.plan, scene.narrative);
    let lines = |text: &Text| lines(scene, text);
    let tasks = plan.tasks.iter().map(|task| NamedView {
        ma: task.id.to_string(),
        ten: task.name.to_string(),
        van: narrative.tasks.get(&task.id).map(lines).unwrap_or_default(),
    });
    let proposals = plan.addressees.iter().filter_map(|level| {
        let text = narrative.proposals.get(&level.id)?;
        Some(NamedView { ma: level.id.to_string(), ten: level.name.to_string(), van: lines(text) })
    });
    NarrativeView {
        tinh_hinh: lines(&narrative.situation),
        lanh_dao: LeadershipView {
            van_ban: narrative.documents.iter().map(document_view).collect(),
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
    }
}

//! What a path can mean, once it is known to be right. Not for its letters ([`super::grammar`]).

use std::collections::BTreeMap;

use super::parts::{FigurePart, PeriodPart, SubmissionPart, TallyPart, TargetPart};
use crate::model::id::Id;
use crate::model::returns::Narrative;
use crate::model::text::Text;
use crate::model::unit::Unit;

/// What a path may begin with.
pub(super) const ROOTS: [&str; 7] =
    ["so_lieu", "chi_tieu", "ky", "chot_den", "tong_ket", "nop", "don_vi"];

/// Whose text a path stands in.
#[derive(Debug, Clone, Copy)]
pub enum Writer<'p> {
    /// A unit's return: it speaks of the unit alone.
    Unit(&'p Unit),
    /// The board's text: it speaks of the area, and of any unit by its id.
    Board,
}

/// What a path stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Binding {
    /// Something the report itself prints.
    Own(Fact),
    /// Something a unit's own report prints.
    OfUnit(Id, Fact),
    /// A unit's words.
    Words(Id, Passage),
}

/// Something a report prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// `so_lieu.<ma>`.
    Figure(Id, FigurePart),
    /// `chi_tieu.<ma>`.
    Target(Id, TargetPart),
    /// `ky`.
    Period(PeriodPart),
    /// `chot_den`.
    AsOf,
    /// `don_vi.ten`: the unit's name with its kind.
    Name,
    /// `tong_ket`: how many targets are met.
    Tally(TallyPart),
    /// `nop`: how many units handed in.
    Submitted(SubmissionPart),
}

/// A text of a return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    /// `tinh_hinh`.
    Situation,
    /// `lanh_dao.quan_triet`.
    Dissemination,
    /// `lanh_dao.kiem_tra`.
    Inspection,
    /// `danh_gia.uu_diem`.
    Strengths,
    /// `danh_gia.han_che`.
    Limits,
    /// `danh_gia.nguyen_nhan.khach_quan`.
    ObjectiveCauses,
    /// `danh_gia.nguyen_nhan.chu_quan`.
    SubjectiveCauses,
    /// `danh_gia.bai_hoc`.
    Lessons,
    /// `phuong_huong`.
    Direction,
    /// `nhiem_vu.<ma>`.
    Task(Id),
    /// `kien_nghi.<ma>`.
    Proposal(Id),
    /// `giai_trinh.<ma>`.
    Explanation(Id),
    /// `chi_tieu.<ma>.nhan_xet`.
    Remark(Id),
}

impl Passage {
    /// The texts whose keys are the same in every plan.
    pub const FIXED: [(&'static str, Self); 9] = [
        ("tinh_hinh", Self::Situation),
        ("lanh_dao.quan_triet", Self::Dissemination),
        ("lanh_dao.kiem_tra", Self::Inspection),
        ("danh_gia.uu_diem", Self::Strengths),
        ("danh_gia.han_che", Self::Limits),
        ("danh_gia.nguyen_nhan.khach_quan", Self::ObjectiveCauses),
        ("danh_gia.nguyen_nhan.chu_quan", Self::SubjectiveCauses),
        ("danh_gia.bai_hoc", Self::Lessons),
        ("phuong_huong", Self::Direction),
    ];

    /// The text among a unit's own, if there is one.
    #[must_use]
    pub(crate) fn of<'r>(
        &self,
        own: &'r Narrative,
        explanations: &'r BTreeMap<Id, Text>,
    ) -> Option<&'r Text> {
        let text = match self {
            Self::Situation => &own.situation,
            Self::Dissemination => &own.dissemination,
            Self::Inspection => &own.inspection,
            Self::Strengths => &own.strengths,
            Self::Limits => &own.limits,
            Self::ObjectiveCauses => &own.objective_causes,
            Self::SubjectiveCauses => &own.subjective_causes,
            Self::Lessons => &own.lessons,
            Self::Direction => &own.direction,
            Self::Task(id) => own.tasks.get(id)?,
            Self::Proposal(id) => own.proposals.get(id)?,
            Self::Explanation(id) => explanations.get(id)?,
            Self::Remark(id) => own.remarks.get(id)?,
        };
        (!text.is_empty()).then_some(text)
    }
}

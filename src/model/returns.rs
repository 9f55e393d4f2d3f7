//! Returns: what a unit reports for a period, and the board's own text for the roll-up. Not for the plan.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::id::Id;
use super::period::Period;
use super::plan::Document;
use super::text::{Line, Text};
use crate::diagnostic::Code;
use crate::source::{At, Span};

/// A reported amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// A value in the figure's smallest step: units, or 10^-decimals of them. A fact is 1 or 0.
    Value(i64),
    /// `khong-phat-sinh`: none arose. Adds nothing, and is neither 0 nor missing.
    NoneArose,
}

/// A reported figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// How much.
    pub amount: Amount,
    /// Whether it is an estimate.
    pub estimate: bool,
    /// Where the figure comes from, in the unit's words.
    pub source: Option<Line>,
    /// Where it stands.
    pub span: Span,
}

/// A recognition decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    /// The decision's number and symbol.
    pub number: Line,
    /// Its date.
    pub date: NaiveDate,
    /// Its last day of validity.
    pub expires: NaiveDate,
    /// Where it stands.
    pub span: Span,
}

impl Recognition {
    /// Whether it holds on `date`.
    #[must_use]
    pub fn holds_on(&self, date: NaiveDate) -> bool {
        self.date <= date && date <= self.expires
    }
}

/// Recognitions of one unit, by figure.
pub type Recognitions = BTreeMap<Id, Vec<Recognition>>;

/// The narrative of a report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrative {
    /// `tinh_hinh`: general situation.
    pub situation: Text,
    /// `lanh_dao.van_ban`: documents issued.
    pub documents: Vec<Document>,
    /// `lanh_dao.quan_triet`: dissemination.
    pub dissemination: Text,
    /// `lanh_dao.kiem_tra`: inspection.
    pub inspection: Text,
    /// `nhiem_vu`: by task group.
    pub tasks: BTreeMap<Id, Text>,
    /// `danh_gia.uu_diem`.
    pub strengths: Text,
    /// `danh_gia.han_che`.
    pub limits: Text,
    /// `danh_gia.nguyen_nhan.khach_quan`.
    pub objective_causes: Text,
    /// `danh_gia.nguyen_nhan.chu_quan`.
    pub subjective_causes: Text,
    /// `danh_gia.bai_hoc`: lessons.
    pub lessons: Text,
    /// `phuong_huong`: direction.
    pub direction: Text,
    /// `kien_nghi`: proposals by addressee.
    pub proposals: BTreeMap<Id, Text>,
    /// `chi_tieu.<id>.nhan_xet`: own sentences by target.
    pub remarks: BTreeMap<Id, Text>,
}

impl Narrative {
    /// Every text, in the order of the report, then those by id.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let single = [
            &self.situation,
            &self.dissemination,
            &self.inspection,
            &self.strengths,
            &self.limits,
            &self.objective_causes,
            &self.subjective_causes,
            &self.lessons,
            &self.direction,
        ];
        let by_id = self.tasks.values().chain(self.proposals.values()).chain(self.remarks.values());
        single.into_iter().chain(by_id)
    }
}

/// What stands at the head of a return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The as-of date.
    pub as_of: At<NaiveDate>,
    /// Whether the figures are illustrative.
    pub illustrative: bool,
    /// The document's number, if it has one.
    pub number: Option<u32>,
    /// The document's date, if it has one.
    pub date: Option<NaiveDate>,
    /// Where number and date stand, if they do.
    pub document: Option<Span>,
}

/// A warning the author has looked at and lets stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// The finding's code.
    pub code: Code,
    /// The figure or key it is about.
    pub about: Line,
    /// Why it may stand.
    pub reason: Line,
    /// Where it is written.
    pub span: Span,
}

/// A figure that stands on a revised basis against an earlier period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The period it differs from.
    pub period: Period,
    /// The figure.
    pub figure: Id,
    /// Why.
    pub reason: Line,
}

/// What one unit reports for one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    /// The unit.
    pub unit: Id,
    /// The period.
    pub period: Period,
    /// Number, dates, illustrative or not.
    pub heading: Heading,
    /// Figures by id. A figure that is absent is missing, never 0.
    pub figures: BTreeMap<Id, Reported>,
    /// `giai_trinh`: why a figure fell, by figure.
    pub explanations: BTreeMap<Id, Text>,
    /// `chap_nhan`: warnings that may stand.
    pub acknowledged: Vec<Acknowledgement>,
    /// `dieu_chinh`: revised figures.
    pub revisions: Vec<Revision>,
    /// Its texts.
    pub narrative: Narrative,
}

/// The board's own text for the roll-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardText {
    /// The period.
    pub period: Period,
    /// Number, dates, illustrative or not.
    pub heading: Heading,
    /// Published totals to reconcile with, by figure.
    pub published: BTreeMap<Id, At<i64>>,
    /// Its texts.
    pub narrative: Narrative,
}

//! Returns: what a unit reports for a period, and the board's own text for the roll-up. Not for the plan.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::id::Id;
use super::period::Period;
use super::plan::Document;
use super::text::{Line, Text};
use crate::diagnostic::{Code, Subject};
use crate::source::{At, Span};

/// A reported amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// A value in the figure's smallest step: units, or 10^-decimals of them. A fact is 1 or 0.
    Value(i64),
    /// [`Amount::NONE_AROSE`]: none arose. Adds nothing, and is neither 0 nor missing.
    NoneArose,
}

impl Amount {
    /// How a file says that none arose.
    pub const NONE_AROSE: &str = "khong-phat-sinh";
}

/// A reported figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reported {
    /// How much.
    pub amount: Amount,
    /// Whether it is an estimate.
    pub(crate) estimate: bool,
    /// Where the figure comes from, in the unit's words.
    pub(crate) source: Option<Line>,
    /// Where it stands.
    pub(crate) span: Span,
}

impl Reported {
    /// The key of a value carried over from the period before, to be confirmed.
    pub(crate) const CARRIED: &str = "cho_xac_nhan";
}

/// A recognition decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognition {
    /// The decision's number and symbol.
    pub(crate) number: Line,
    /// Its date.
    pub(crate) date: NaiveDate,
    /// Its last day of validity.
    pub(crate) expires: At<NaiveDate>,
    /// Where it stands.
    pub(crate) span: Span,
}

impl Recognition {
    /// Whether it holds on `date`.
    #[must_use]
    pub(crate) fn holds_on(&self, date: NaiveDate) -> bool {
        self.date <= date && date <= self.expires.value
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
    /// `neu_don_vi_chua_viet`, of the board: the keys of the texts of which it says which units wrote none.
    pub counted_unwritten: Vec<String>,
}

/// A part of the narrative a kind of report may demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NarrativePart {
    /// `tinh_hinh`.
    Situation,
    /// `uu_diem`.
    Strengths,
    /// `han_che`.
    Limits,
    /// `bai_hoc`.
    Lessons,
    /// `phuong_huong`.
    Direction,
    /// `kien_nghi`.
    Proposals,
}

impl NarrativePart {
    /// The words of a manifest, which are the keys of the files.
    pub const WORDS: [(&'static str, Self); 6] = [
        ("tinh_hinh", Self::Situation),
        ("uu_diem", Self::Strengths),
        ("han_che", Self::Limits),
        ("bai_hoc", Self::Lessons),
        ("phuong_huong", Self::Direction),
        ("kien_nghi", Self::Proposals),
    ];

    /// Its key in the files.
    #[must_use]
    pub(crate) fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, part)| *part == self);
        found.expect("every part has a word").0
    }
}

impl Narrative {
    /// Every text, in the order of the report, then those by id.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Text> {
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

    /// Whether nothing is written for a part.
    #[must_use]
    pub(crate) fn lacks(&self, part: NarrativePart) -> bool {
        match part {
            NarrativePart::Situation => self.situation.is_empty(),
            NarrativePart::Strengths => self.strengths.is_empty(),
            NarrativePart::Limits => self.limits.is_empty(),
            NarrativePart::Lessons => self.lessons.is_empty(),
            NarrativePart::Direction => self.direction.is_empty(),
            NarrativePart::Proposals => self.proposals.is_empty(),
        }
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
    pub(crate) number: Option<u32>,
    /// The document's date, if it has one.
    pub date: Option<NaiveDate>,
    /// Where number and date stand, if they do.
    pub(crate) document: Option<Span>,
    /// Numbers and dates of further documents made from the same period.
    pub(crate) others: Vec<OtherDocument>,
}

impl Heading {
    /// The document of a kind, if it has a number and date of its own.
    #[must_use]
    pub(crate) fn other(&self, kind: &Id) -> Option<&OtherDocument> {
        self.others.iter().find(|one| one.kind == *kind && one.unit.is_none())
    }

    /// The letter of a kind to a unit, the first or a later one, if it has a number and date.
    #[must_use]
    pub(crate) fn letter(&self, kind: &Id, unit: &Id, time: u8) -> Option<&OtherDocument> {
        let to = |one: &&OtherDocument| one.unit.as_ref() == Some(unit) && one.time == time;
        self.others.iter().filter(to).find(|one| one.kind == *kind)
    }
}

/// Number and date of a further document made from the same period, such as a second kind of report or a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OtherDocument {
    /// Its kind.
    pub(crate) kind: Id,
    /// The unit it goes to, for a letter.
    pub(crate) unit: Option<Id>,
    /// Which letter to it, from 1.
    pub(crate) time: u8,
    /// Its number, if it has one.
    pub(crate) number: Option<u32>,
    /// Its date, if it has one.
    pub(crate) date: Option<NaiveDate>,
    /// Where it stands.
    pub(crate) span: Span,
}

/// A warning the author has looked at and lets stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Acknowledgement {
    /// The finding's code.
    pub(crate) code: Code,
    /// The figure or key it is about.
    pub(crate) about: Line,
    /// Why it may stand.
    pub(crate) reason: Line,
    /// Where it is written.
    pub(crate) span: Span,
}

/// A figure that stands on a revised basis against an earlier period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Revision {
    /// The period it differs from.
    pub(crate) period: Period,
    /// The figure.
    pub(crate) figure: Id,
    /// Why.
    pub(crate) reason: Line,
}

/// What one unit reports for one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    /// The unit.
    pub(crate) unit: Id,
    /// The period.
    pub period: Period,
    /// Number, dates, illustrative or not.
    pub heading: Heading,
    /// Figures by id. A figure that is absent is missing, never 0.
    pub figures: BTreeMap<Id, Reported>,
    /// `giai_trinh`: why a figure fell, by figure.
    pub explanations: BTreeMap<Id, Text>,
    /// `chap_nhan`: warnings that may stand.
    pub(crate) acknowledged: Vec<Acknowledgement>,
    /// `dieu_chinh`: revised figures.
    pub(crate) revisions: Vec<Revision>,
    /// Its texts.
    pub narrative: Narrative,
}

impl Return {
    /// Whom findings in it are about; `dossier` is its plan's id.
    #[must_use]
    pub(crate) fn subject(&self, dossier: &Id) -> Subject {
        Subject::of_dossier(dossier).of_period(&self.period).of_unit(&self.unit)
    }
}

/// The board's own text for the roll-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardText {
    /// The period.
    pub(crate) period: Period,
    /// Number, dates, illustrative or not.
    pub heading: Heading,
    /// Published totals to reconcile with, by figure.
    pub(crate) published: BTreeMap<Id, At<i64>>,
    /// `chap_nhan`: warnings that may stand.
    pub(crate) acknowledged: Vec<Acknowledgement>,
    /// Its texts.
    pub narrative: Narrative,
}

/// What a unit or the board says at the end of a phase. It has no figures: those are in the returns of the phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closing {
    /// Number, dates, illustrative or not.
    pub heading: Heading,
    /// `chap_nhan`: warnings that may stand.
    pub(crate) acknowledged: Vec<Acknowledgement>,
    /// Its texts.
    pub narrative: Narrative,
}

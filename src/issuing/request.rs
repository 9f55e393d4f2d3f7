//! What is asked for when documents are issued. Not for carrying it out ([`super::issue`]).

use chrono::NaiveDate;

/// Which reports, by the folder and name they have in `out/`.
#[derive(Debug, Clone)]
pub struct Which {
    /// The dossier, as typed.
    pub dossier: String,
    /// The period or phase, as typed.
    pub period: String,
    /// The unit, `tong-hop`, or the name of a letter; none: every unit's report that has no number yet.
    pub unit: Option<String>,
}

/// What a document is issued with.
#[derive(Debug, Clone)]
pub struct IssueRequest {
    /// Its date.
    pub date: NaiveDate,
    /// Its number; none: the next of its series.
    pub number: Option<u32>,
    /// Why numbers before it are not in the register.
    pub gap: Option<String>,
    /// The number of the document it takes the place of, and why.
    pub replaces: Option<(u32, String)>,
    /// How many copies.
    pub copies: Option<u32>,
    /// What the office notes.
    pub note: Option<String>,
    /// Whether warnings that nobody acknowledged are let pass.
    pub with_warnings: bool,
    /// Whether figures that are marked as illustrative are let pass.
    pub illustrative: bool,
}

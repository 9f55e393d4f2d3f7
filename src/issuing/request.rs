//! What is asked for when documents are issued. Not for carrying it out ([`super::issue`]).

use chrono::NaiveDate;

/// Which reports, by the folder and name they have in `out/`.
#[derive(Debug, Clone)]
pub(crate) struct Which {
    /// The dossier, as typed.
    pub(crate) dossier: String,
    /// The period or phase, as typed.
    pub(crate) period: String,
    /// The unit, `tong-hop`, or the name of a letter; none: every unit's report that has no number yet.
    pub(crate) unit: Option<String>,
}

/// What a document is issued with.
#[derive(Debug, Clone)]
pub(crate) struct IssueRequest {
    /// Its date.
    pub(crate) date: NaiveDate,
    /// Its number; none: the next of its series.
    pub(crate) number: Option<u32>,
    /// Why numbers before it are not in the register.
    pub(crate) gap: Option<String>,
    /// The number of the document it takes the place of, and why.
    pub(crate) replaces: Option<(u32, String)>,
    /// How many copies.
    pub(crate) copies: Option<u32>,
    /// What the office notes.
    pub(crate) note: Option<String>,
    /// Whether warnings that nobody acknowledged are let pass.
    pub(crate) with_warnings: bool,
    /// Whether figures that are marked as illustrative are let pass.
    pub(crate) illustrative: bool,
}

//! Who issues and signs a report, and to whom it goes. Not for where that stands on the page (the Typst library).

use super::text::Line;
use super::unit::Validity;
use crate::source::At;

/// A signature block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// `T/M BAN THƯỜNG VỤ`; none when the head signs directly.
    pub(crate) authority: Option<Line>,
    /// `BÍ THƯ`.
    pub(crate) position: Line,
    /// The name, if it is to be printed.
    pub name: Option<Line>,
}

/// The letterhead, symbol, signing and recipients of one sort of report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// When it applies.
    pub(crate) validity: Validity,
    /// The kinds of report it applies to; empty: all.
    pub(crate) kinds: Vec<At<Line>>,
    /// The superior body, if printed.
    pub(crate) superior: Option<Line>,
    /// The issuing body.
    pub(crate) body: Line,
    /// The issuing body as a sentence names it, where the letterhead's two lines make one name.
    pub(crate) full_body: Option<Line>,
    /// The symbol after the number: `BC/ĐU`.
    pub(crate) symbol: Line,
    /// The place before the date.
    pub(crate) place: Line,
    /// Who signs.
    pub signer: Signer,
    /// Recipients, in order, the archive last.
    pub(crate) recipients: Vec<Line>,
}

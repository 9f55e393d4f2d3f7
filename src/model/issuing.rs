//! Who issues and signs a report, and to whom it goes. Not for where that stands on the page (the Typst library).

use super::text::Line;
use super::unit::Validity;
use crate::source::At;

/// A signature block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// `T/M BAN THƯỜNG VỤ`; none when the head signs directly.
    pub authority: Option<Line>,
    /// `BÍ THƯ`.
    pub position: Line,
    /// The name, if it is to be printed.
    pub name: Option<Line>,
}

/// The letterhead, symbol, signing and recipients of one sort of report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// When it applies.
    pub validity: Validity,
    /// The kinds of report it applies to; empty: all.
    pub kinds: Vec<At<Line>>,
    /// The superior body, if printed.
    pub superior: Option<Line>,
    /// The issuing body.
    pub body: Line,
    /// The issuing body as a sentence names it, where the letterhead's two lines make one name.
    pub full_body: Option<Line>,
    /// The symbol after the number: `BC/ĐU`.
    pub symbol: Line,
    /// The place before the date.
    pub place: Line,
    /// Who signs.
    pub signer: Signer,
    /// Recipients, in order, the archive last.
    pub recipients: Vec<Line>,
}

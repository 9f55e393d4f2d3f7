//! Who issues and signs a report, and to whom it goes. Not for where that stands on the page (the Typst library).

use super::text::Line;
use super::unit::Validity;
use crate::source::{At, Span};

/// A signature block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// `T/M BAN THƯỜNG VỤ`; none when the head signs directly.
    pub(crate) authority: Option<At<Line>>,
    /// `BÍ THƯ`, or the lines `PHÓ BÍ THƯ`, `kiêm`, `TRƯỞNG BAN CHỈ ĐẠO`; at least one.
    pub(crate) positions: Vec<At<Line>>,
    /// The name, if it is to be printed.
    pub name: Option<At<Line>>,
}

/// How fast a document is to reach its readers (cell 10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Urgency {
    /// `KHẨN`.
    Urgent,
    /// `THƯỢNG KHẨN`.
    VeryUrgent,
    /// `HỎA TỐC`.
    Express,
}

/// Who may read a document (cell 11a, at the top).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Circulation {
    /// `LƯU HÀNH NỘI BỘ`.
    Internal,
    /// `TÀI LIỆU HỘI NGHỊ`.
    Meeting,
    /// `TÀI LIỆU THU HỒI`.
    Recalled,
    /// `XEM XONG TRẢ LẠI`.
    Returned,
}

/// The components that not every document bears.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ExtraComponents {
    /// The line under the type: `của Ban Thường vụ …` (cell 5a).
    pub(crate) author: Option<Line>,
    /// Cell 10.
    pub(crate) urgency: Option<Urgency>,
    /// Cell 11a.
    pub(crate) circulation: Option<Circulation>,
    /// The note of cell 11a that it is not for the media.
    pub(crate) not_for_media: bool,
    /// Which draft it is (cell 11b).
    pub(crate) draft: Option<u8>,
    /// Drafter and number of copies (cell 12).
    pub(crate) drafter: Option<Line>,
    /// The contact line (cell 13).
    pub(crate) contact: Option<Line>,
    /// Whether the legal bases are paragraphs before the body rather than part of its first sentence.
    pub(crate) legal_bases: bool,
    /// Whether it is printed on both sides of the sheet.
    pub(crate) duplex: bool,
}

/// The letterhead, symbol, signing and recipients of one sort of report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issuer {
    /// Where it is declared.
    pub(crate) span: Span,
    /// When it applies.
    pub(crate) validity: Validity,
    /// The kinds of report it applies to; empty: all.
    pub(crate) kinds: Vec<At<Line>>,
    /// The superior body, if printed.
    pub(crate) superior: Option<At<Line>>,
    /// The issuing body; of a joint document all of them, the lead first.
    pub(crate) bodies: Vec<At<Line>>,
    /// The issuing body as a sentence names it, where the letterhead's lines do not make one name.
    pub(crate) full_body: Option<At<Line>>,
    /// The symbol after the number: `BC/ĐU`.
    pub(crate) symbol: At<Line>,
    /// The committee's term, `2020 - 2025`, within which numbers run on; what is issued by the program needs one.
    pub(crate) term: Option<At<Line>>,
    /// The place before the date.
    pub(crate) place: At<Line>,
    /// Who signs, the lead first.
    pub signers: Vec<Signer>,
    /// Recipients, in order, the archive last.
    pub(crate) recipients: Vec<At<Line>>,
    /// What not every document bears.
    pub(crate) extra: ExtraComponents,
}

impl Issuer {
    /// The issuing body as a sentence names it.
    #[must_use]
    pub(crate) fn named(&self) -> Line {
        match &self.full_body {
            Some(full) => full.value.clone(),
            None => self.bodies_as(" và "),
        }
    }

    /// The issuing body as lists and envelopes name it: by its letterhead.
    #[must_use]
    pub(crate) fn letterhead(&self) -> Line {
        self.bodies_as(" - ")
    }

    fn bodies_as(&self, joint: &str) -> Line {
        let names: Vec<&str> = self.bodies.iter().map(|body| body.value.as_str()).collect();
        Line::new(&names.join(joint))
    }
}

/// A term of a committee as it is written: `2020 - 2025`; none if it is not two years in order.
#[must_use]
pub(crate) fn term(typed: &str) -> Option<Line> {
    let years: Vec<&str> = typed.split(['-', '–']).map(str::trim).collect();
    let year = |text: &str| text.parse::<u16>().ok().filter(|_| text.len() == 4);
    let [first, last] = years[..] else { return None };
    let in_order = year(first)? < year(last)?;
    in_order.then(|| Line::new(&format!("{first} - {last}")))
}

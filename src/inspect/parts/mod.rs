//! Says which lines of a document are which component, by place and words. Not for whether they are right
//! ([`super::rules`]).

pub(crate) mod appendix;
mod areas;
mod authority_line;
pub(crate) mod beginnings;
pub(crate) mod body;
pub(crate) mod closing;
pub(crate) mod component;
pub(crate) mod date_line;
mod edges;
pub(crate) mod head;
pub(crate) mod page;
pub(crate) mod phrases;
mod symbol_line;
mod title;
pub(crate) mod under_number;

use self::appendix::AppendixHead;
use self::body::BodyParagraph;
use self::closing::ClosingParts;
use self::head::{HeadParts, PageVocabulary};
use self::page::PageParts;
use super::pdf::page::PdfPage;
use super::text::line::TextLine;

/// A document taken apart into its components.
pub(crate) struct DocumentParts {
    /// Its pages.
    pub(crate) pages: Vec<PageParts>,
    /// The top of page 1 (cells 1–5, 10, 11b).
    pub(crate) head: HeadParts,
    /// What stands between the head and the signature.
    pub(crate) body: Vec<BodyParagraph>,
    /// The end: Nơi nhận and signature.
    pub(crate) closing: ClosingParts,
    /// Cell 9a, the words before the addressees.
    pub(crate) salutation: Option<TextLine>,
    /// The appendices.
    pub(crate) appendices: Vec<AppendixHead>,
}

impl DocumentParts {
    /// Takes the pages of a document apart.
    pub(crate) fn find(pages: Vec<PdfPage>, vocabulary: &PageVocabulary) -> Self {
        let pages = page::lay_out(pages);
        let head = head::find(&pages, vocabulary);
        let closing = closing::find(&pages, &head, &vocabulary.beginnings.positions);
        let body = body::find(&pages, &head, &closing);
        let salutation = body::salutation(&head, &body);
        let appendices = appendix::find(&pages);
        Self { pages, head, body, closing, salutation, appendices }
    }

    /// The last page before the appendices, from 0.
    pub(crate) fn last_page(&self) -> usize {
        self.pages.iter().rposition(|page| page.part == 0).unwrap_or_default()
    }
}

//! On which pages the texts stand that changed, from what each page says. Not for how a page looks ([`crate::inspect`]).

use std::collections::BTreeSet;
use std::ops::Range;

use super::content::{Block, BlockKind};
use super::differences::Differences;
use crate::inspect::pdf::reader;

/// So much of a text is looked for where it goes over to another page, in letters; what is shorter is short.
const BEGINNING: usize = 24;
/// How far behind the text before it a short text may stand, in bytes: page numbers and heads of tables may come between.
const NEAR: usize = 600;

/// The pages of a text that says `blocks`, of those that changed.
#[must_use]
pub(crate) fn changed_pages(
    text: &PagedText,
    blocks: &[Block],
    differences: &Differences,
) -> Vec<usize> {
    let found = text.find_all(blocks);
    let (mut added, mut removed) = (0, 0);
    let of_change = differences.loi.iter().filter_map(|change| match change.at {
        (was, Some(at)) => {
            added += usize::from(was.is_none());
            Some(at)
        }
        // What is there no more stood before what stands in its place now.
        (Some(at), None) => {
            let place = (at + added).saturating_sub(removed);
            removed += 1;
            found.len().checked_sub(1).map(|last| place.min(last))
        }
        (None, None) => None,
    });
    let pages: BTreeSet<usize> = of_change.flat_map(|at| found[at].clone()).collect();
    pages.into_iter().collect()
}

/// The letters of all pages, one after another, and where each page ends.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PagedText {
    letters: String,
    ends: Vec<usize>,
}

impl PagedText {
    /// Reads a finished PDF; none if it cannot be read.
    #[must_use]
    pub fn read(pdf: &[u8]) -> Option<Self> {
        let mut text = Self::default();
        for page in reader::pages(pdf).ok()? {
            text.add_page(page.glyphs.iter().map(|glyph| glyph.text.as_str()));
        }
        Some(text)
    }

    /// What pages say that are laid out.
    #[must_use]
    pub fn of(pages: &[String]) -> Self {
        let mut text = Self::default();
        for page in pages {
            text.add_page(std::iter::once(page.as_str()));
        }
        text
    }

    fn add_page<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        texts.for_each(|text| add_letters(text, &mut self.letters));
        self.ends.push(self.letters.len());
    }

    /// The pages each block stands on: blocks are printed in their order, so each is looked for behind the one before; but the
    /// parts of the head, which stand side by side. What is not found is taken to stand where the one before it ends.
    fn find_all(&self, blocks: &[Block]) -> Vec<BTreeSet<usize>> {
        let mut from = 0;
        let pages = |block: &Block| {
            let found = self.find(block, from);
            if let Some(range) = found.as_ref().filter(|_| block.loai != BlockKind::Head) {
                from = range.end;
            }
            let Range { start, end } = found.unwrap_or(from..from);
            (self.page(start)..=self.page(end.saturating_sub(1).max(start))).collect()
        };
        blocks.iter().map(pages).collect()
    }

    /// Where a block stands behind a letter. A few letters are found everywhere, so those have to be near.
    fn find(&self, block: &Block, from: usize) -> Option<Range<usize>> {
        let mut wanted = String::new();
        block.chu.iter().for_each(|text| add_letters(text, &mut wanted));
        let beginning = wanted.char_indices().nth(BEGINNING).map(|(at, _)| at);
        let start = |wanted: &str| self.letters[from..].find(wanted);
        let whole = start(&wanted).filter(|at| beginning.is_some() || *at < NEAR);
        let at = whole.or_else(|| start(&wanted[..beginning?]))? + from;
        Some(at..(at + wanted.len()).min(self.letters.len()))
    }

    /// The page of a letter, from 1.
    fn page(&self, at: usize) -> usize {
        self.ends.partition_point(|end| *end <= at).min(self.ends.len().saturating_sub(1)) + 1
    }
}

/// Letters and digits, small: the library prints some names in capitals.
fn add_letters(text: &str, letters: &mut String) {
    letters.extend(text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
}

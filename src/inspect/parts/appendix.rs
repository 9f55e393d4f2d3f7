//! Which lines are the head of an appendix. Not for whether they are right, nor for its tables.

use super::page::PageParts;
use super::phrases::is_hyphens;
use crate::inspect::text::line::{TextLine, text_of_lines};

/// How many lines an appendix head may have.
const LONGEST: usize = 14;

/// The head of an appendix.
#[derive(Debug)]
pub(crate) struct AppendixHead {
    /// The page it opens on, from 0.
    pub(crate) page: usize,
    /// "Phụ lục …".
    pub(crate) label: TextLine,
    /// Its title.
    pub(crate) title: Vec<TextLine>,
    /// "(Kèm theo …)".
    pub(crate) attached: Vec<TextLine>,
    /// The hyphens below.
    pub(crate) hyphens: Option<TextLine>,
}

/// Finds the heads of all appendices.
pub(crate) fn find(pages: &[PageParts]) -> Vec<AppendixHead> {
    let opening = pages.iter().enumerate().filter(|(at, page)| *at > 0 && page.opens_appendix());
    opening.filter_map(|(at, page)| AppendixHead::find(at, page)).collect()
}

impl AppendixHead {
    fn find(at: usize, page: &PageParts) -> Option<Self> {
        let (label, rest) = page.lines.split_first()?;
        let mut head = Self {
            page: at,
            label: label.clone(),
            title: Vec::new(),
            attached: Vec::new(),
            hyphens: None,
        };
        let table = page.tables.first().map_or(page.height, |table| table.top);
        for line in rest.iter().take(LONGEST).take_while(|line| line.y < table) {
            if !head.take(line) {
                break;
            }
        }
        Some(head)
    }

    /// Takes a line if it belongs to the head; whether the head may go on behind it.
    fn take(&mut self, line: &TextLine) -> bool {
        let text = line.text();
        let open = !self.attached.is_empty() && !text_of_lines(&self.attached).ends_with(')');
        if is_hyphens(&text) {
            self.hyphens = Some(line.clone());
            return false;
        }
        if open || text.to_lowercase().starts_with("(kèm theo") {
            self.attached.push(line.clone());
        } else if self.attached.is_empty() && line.bold() {
            self.title.push(line.clone());
        } else {
            return false;
        }
        true
    }
}

//! Which lines are the end of the document: Nơi nhận, authority, position, name, drafter, contact. Not for whether
//! they are right.

use super::head::HeadParts;
use super::page::PageParts;
use crate::inspect::text::line::{TextLine, text_of_lines};

/// Left ends beyond this (mm) belong to the signature, not to Nơi nhận.
const RIGHT_SIDE: f64 = 85.0;
/// A line of authority begins to the right of this (mm).
const AUTHORITY_FROM: f64 = 70.0;
/// Lines of one block of words are nearer than this (mm).
const NEXT: f64 = 13.0;
/// The room Nơi nhận and signature may be apart (mm) and still belong together.
const APART: f64 = 60.0;
/// How far above Nơi nhận a signature without authority may begin (mm).
const ABOVE_RECIPIENTS: f64 = 30.0;
/// The list of recipients ends at a level line longer than this (mm), or so far above the lower edge.
const FOOTER_LINE: f64 = 100.0;
const FOOTER: f64 = 20.0;
/// Marks of who signs for whom, right and wrong ones.
const FOR: &[&str] =
    &["T/M", "K/T", "T/L", "TM", "KT", "TL", "TUQ", "T/UQ", "TM.", "KT.", "TL.", "TUQ."];
/// How the positions of signers begin.
const POSITIONS: &[&str] =
    &["BÍ THƯ", "PHÓ", "TRƯỞNG", "CHÁNH", "CHỦ", "Q.", "ỦY VIÊN", "GIÁM ĐỐC"];

/// The components of the end; what is not there is none or empty.
#[derive(Debug, Default)]
pub(crate) struct ClosingParts {
    /// The page it is on, from 0, and where it begins.
    pub(crate) start: Option<(usize, f64)>,
    /// Cell 9a, the words "Nơi nhận:".
    pub(crate) recipients_label: Option<TextLine>,
    /// Cell 9a, the list; an item may have several lines.
    pub(crate) recipients: Vec<Vec<TextLine>>,
    /// Cell 12.
    pub(crate) drafter: Option<TextLine>,
    /// Cell 7a, for whom.
    pub(crate) authority: Vec<TextLine>,
    /// Cell 7a, the position.
    pub(crate) position: Vec<TextLine>,
    /// Cell 7b.
    pub(crate) name: Option<TextLine>,
    /// Whether others sign on the left.
    pub(crate) joint: bool,
}

/// Finds the end on the last pages before the appendices.
pub(crate) fn find(pages: &[PageParts], head: &HeadParts) -> ClosingParts {
    let mut closing = ClosingParts::default();
    let lines: Vec<&TextLine> = pages
        .iter()
        .filter(|page| page.part == 0)
        .flat_map(|page| &page.lines)
        .filter(|line| line.page > 0 || line.y > head.end)
        .collect();
    let last = |is: fn(&TextLine) -> bool| lines.iter().copied().rfind(|line| is(line));
    let (label, authority) = (last(is_recipients_label), last(is_authority));
    let Some(anchor) = label.or(authority) else { return closing };
    let (page, top) = (anchor.page, anchor.y);
    let authority = authority.filter(|line| line.page == page && (line.y - top).abs() < APART);
    let from = authority.map_or(top - ABOVE_RECIPIENTS, |line| line.y - 0.2);
    let near = lines.into_iter().filter(|line| line.page == page && line.y > from);
    let (right, left): (Vec<&TextLine>, Vec<&TextLine>) =
        near.partition(|line| line.x0() > RIGHT_SIDE);
    closing.recipients_label = label.cloned();
    closing.find_signature(&right);
    let (below, footer) = (label.map_or(f64::MAX, |line| line.y + 0.5), footer(&pages[page], top));
    let listed = left.iter().copied().filter(|line| line.y > below && line.y < footer);
    closing.find_recipients(listed);
    let first = closing.first_baseline();
    closing.joint = left.iter().any(|line| line.caps() && line.y > first - 0.5);
    closing.start = Some((page, first.min(top)));
    closing
}

fn is_recipients_label(line: &TextLine) -> bool {
    line.text().to_lowercase().starts_with("nơi nhận") && line.x0() < RIGHT_SIDE
}

fn is_authority(line: &TextLine) -> bool {
    is_for(&line.text()) && line.x0() > AUTHORITY_FROM
}

fn is_for(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    FOR.contains(&first) && !text.chars().any(char::is_lowercase)
}

/// Where the list of recipients ends at the latest.
fn footer(page: &PageParts, top: f64) -> f64 {
    let lines = page.drawn_lines.iter().filter(|line| line.level() && line.length() > FOOTER_LINE);
    lines.map(|line| line.y0).filter(|y| *y > top).fold(page.height - FOOTER, f64::min)
}

impl ClosingParts {
    /// Authority, position and name, from the lines on the right.
    fn find_signature(&mut self, right: &[&TextLine]) {
        let mut last: Option<f64> = None;
        for line in right {
            let near = last.is_none_or(|last| line.y - last < NEXT);
            let text = line.text();
            if self.position.is_empty() && (is_for(&text) || self.continues_authority(line)) {
                self.authority.push((*line).clone());
            } else if near && (line.caps() || text == "kiêm") {
                self.position.push((*line).clone());
            } else if last.is_some() && self.name.is_none() {
                self.name = Some((*line).clone());
            }
            if last.is_some() || !self.authority.is_empty() || !self.position.is_empty() {
                last = Some(line.y);
            }
        }
    }

    /// A long authority goes on in bold, and the position under it is not.
    fn continues_authority(&self, line: &TextLine) -> bool {
        !self.authority.is_empty()
            && line.caps()
            && line.bold()
            && !POSITIONS.iter().any(|word| line.text().starts_with(word))
    }

    /// The list of recipients and the drafter's line.
    fn find_recipients<'a>(&mut self, left: impl Iterator<Item = &'a TextLine>) {
        for line in left {
            let text = line.text();
            let ended =
                self.recipients.last().is_some_and(|item| text_of_lines(item).ends_with('.'));
            if text.starts_with(['-', '–', '+', '•']) {
                self.recipients.push(vec![line.clone()]);
            } else if ended && !text.contains(' ') {
                self.drafter = Some(line.clone());
            } else if let Some(item) = self.recipients.last_mut().filter(|_| !ended) {
                item.push(line.clone());
            }
        }
    }

    /// The first line of the signature: authority, or the position of who signs for himself.
    pub(crate) fn first_of_signature(&self) -> Option<&TextLine> {
        self.authority.first().or(self.position.first())
    }

    fn first_baseline(&self) -> f64 {
        let firsts =
            [self.authority.first(), self.position.first(), self.recipients_label.as_ref()];
        firsts.into_iter().flatten().map(|line| line.y).fold(f64::MAX, f64::min)
    }
}

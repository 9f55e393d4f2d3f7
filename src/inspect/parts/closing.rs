//! Which lines are the end of the document: Nơi nhận, authority, position, name, drafter, contact. Not for whether
//! they are right.

use super::authority_line::is_for;
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

/// How words begin that are typed where a signature belongs.
const SIGNED: &[&str] = &["đã ký", "chữ ký", "ký ", "ký,"];

/// The word between two positions of one signer.
const AND: &str = "kiêm";

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
    /// Words where the signature belongs.
    pub(crate) in_signing_room: Option<TextLine>,
    /// Cell 7b.
    pub(crate) name: Option<TextLine>,
    /// Whether others sign on the left.
    pub(crate) joint: bool,
}

/// Finds the end on the last pages before the appendices; `positions` are how those of signers begin.
pub(crate) fn find(pages: &[PageParts], head: &HeadParts, positions: &[String]) -> ClosingParts {
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
    if let Some(start) = joint_start(&lines, anchor, positions) {
        return ClosingParts::joint(&lines, label, start, &pages[page]);
    }
    let authority = authority.filter(|line| line.page == page && (line.y - top).abs() < APART);
    let authority = authority.map(|last| first_authority(&lines, last));
    let from = authority.map_or(top - ABOVE_RECIPIENTS, |line| line.y - 0.2);
    let near = lines.into_iter().filter(|line| line.page == page && line.y > from);
    let (right, left): (Vec<&TextLine>, Vec<&TextLine>) =
        near.partition(|line| line.x0() > RIGHT_SIDE);
    closing.recipients_label = label.cloned();
    closing.find_signature(&right, positions);
    let (below, footer) = (label.map_or(f64::MAX, |line| line.y + 0.5), footer(&pages[page], top));
    let listed = left.iter().copied().filter(|line| line.y > below && line.y < footer);
    closing.find_recipients(listed);
    let first = closing.first_baseline();
    closing.joint = left.iter().any(|line| line.caps() && line.y > first - 0.5);
    closing.start = Some((page, first.min(top)));
    closing
}

/// Where the signatures of several bodies begin, above Nơi nhận: positions and names on both sides, without a sentence between.
fn joint_start(lines: &[&TextLine], label: &TextLine, positions: &[String]) -> Option<f64> {
    let above = lines.iter().rev().filter(|line| line.page == label.page && line.y < label.y - 0.5);
    let of_signers = |line: &&&TextLine| line.caps() || line.bold() || line.text() == AND;
    let signers: Vec<&&TextLine> = above.take_while(of_signers).collect();
    let position = |left: bool| {
        let side = move |line: &&&&TextLine| (line.x0() < RIGHT_SIDE) == left && line.caps();
        signers.iter().any(|line| side(&line) && begins(&line.text(), positions))
    };
    let both = position(true) && position(false);
    both.then(|| signers.iter().map(|line| line.y).fold(f64::MAX, f64::min))
}

fn is_recipients_label(line: &TextLine) -> bool {
    line.text().to_lowercase().starts_with("nơi nhận") && line.x0() < RIGHT_SIDE
}

fn is_authority(line: &TextLine) -> bool {
    is_for(&line.text()) && line.x0() > AUTHORITY_FROM
}

/// The first of the lines of authority that end with `last`, each right above the next.
fn first_authority<'l>(lines: &[&'l TextLine], last: &'l TextLine) -> &'l TextLine {
    let above = |below: &'l TextLine| {
        let near = |line: &&&TextLine| {
            line.page == below.page && line.y < below.y - 0.5 && below.y - line.y < NEXT
        };
        lines.iter().filter(near).copied().find(|line| is_authority(line))
    };
    let mut first = last;
    while let Some(line) = above(first) {
        first = line;
    }
    first
}

/// Whether words stand for a signature: in brackets, or said to be one.
fn stands_for_signature(text: &str) -> bool {
    let text = text.to_lowercase();
    text.starts_with(['(', '[', '<']) || SIGNED.iter().any(|words| text.starts_with(words))
}

fn begins(text: &str, words: &[String]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// Whether a line is a position, in capitals as it should be or not.
fn is_position(line: &TextLine, positions: &[String]) -> bool {
    let text = line.text();
    line.caps() || text == AND || begins(&text.to_uppercase(), positions)
}

/// Where the list of recipients ends at the latest.
fn footer(page: &PageParts, top: f64) -> f64 {
    let lines = page.drawn_lines.iter().filter(|line| line.level() && line.length() > FOOTER_LINE);
    lines.map(|line| line.y0).filter(|y| *y > top).fold(page.height - FOOTER, f64::min)
}

impl ClosingParts {
    /// The end of a document of several bodies, whose signatures are left to the reader.
    fn joint(lines: &[&TextLine], label: Option<&TextLine>, start: f64, page: &PageParts) -> Self {
        let mut closing = Self { joint: true, recipients_label: label.cloned(), ..Self::default() };
        let Some(label) = label else { return closing };
        let footer = footer(page, label.y);
        let below = lines.iter().copied().filter(|line| {
            line.page == label.page
                && line.y > label.y + 0.5
                && line.y < footer
                && line.x0() < RIGHT_SIDE
        });
        closing.find_recipients(below);
        closing.start = Some((label.page, start));
        closing
    }

    /// Authority, position and name, from the lines on the right.
    fn find_signature(&mut self, right: &[&TextLine], positions: &[String]) {
        let mut last: Option<f64> = None;
        for line in right {
            let near = last.is_none_or(|last| line.y - last < NEXT);
            let text = line.text();
            if self.position.is_empty()
                && (is_for(&text) || self.continues_authority(line, positions))
            {
                self.authority.push((*line).clone());
            } else if last.is_some() && stands_for_signature(&text) {
                self.in_signing_room = Some((*line).clone());
            } else if near && self.name.is_none() && is_position(line, positions) {
                self.position.push((*line).clone());
            } else if last.is_some() && self.name.is_none() {
                self.name = Some((*line).clone());
            } else if self.is_a_better_name(line) {
                self.in_signing_room = self.name.replace((*line).clone());
            }
            if last.is_some() || !self.authority.is_empty() || !self.position.is_empty() {
                last = Some(line.y);
            }
        }
    }

    /// Words above the name, in whose place it was taken for one, are not in bold as the name is.
    fn is_a_better_name(&self, line: &TextLine) -> bool {
        let above = |name: &TextLine| !name.bold() && line.y > name.y + 1.0;
        line.bold() && self.in_signing_room.is_none() && self.name.as_ref().is_some_and(above)
    }

    /// A long authority goes on in bold, and the position under it is not.
    fn continues_authority(&self, line: &TextLine, positions: &[String]) -> bool {
        !self.authority.is_empty() && line.caps() && line.bold() && !begins(&line.text(), positions)
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

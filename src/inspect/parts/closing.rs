//! Which lines are the end of the document: Nơi nhận, authority, position, name, drafter, contact. Not for whether
//! they are right.

use super::parts_head::Head;
use super::parts_page::Page;
use super::text::{Line, text_of};

/// Left ends beyond this (mm) belong to the signature, not to Nơi nhận.
const RIGHT_SIDE: f64 = 85.0;
/// Lines of one block of words are nearer than this (mm).
const NEXT: f64 = 13.0;
/// The room Nơi nhận and signature may be apart (mm) and still belong together.
const APART: f64 = 60.0;
/// Marks of who signs for whom, right and wrong ones.
const FOR: &[&str] =
    &["T/M", "K/T", "T/L", "TM", "KT", "TL", "TUQ", "T/UQ", "TM.", "KT.", "TL.", "TUQ."];

/// The components of the end; what is not there is none or empty.
#[derive(Debug, Default)]
pub struct Closing {
    /// The page it is on, from 0, and where it begins.
    pub start: Option<(usize, f64)>,
    /// Cell 9a, the words "Nơi nhận:".
    pub to: Option<Line>,
    /// Cell 9a, the list; an item may have several lines.
    pub items: Vec<Vec<Line>>,
    /// Cell 12.
    pub drafter: Option<Line>,
    /// Cell 7a, for whom.
    pub authority: Vec<Line>,
    /// Cell 7a, the position.
    pub position: Vec<Line>,
    /// Cell 7b.
    pub name: Option<Line>,
    /// Whether others sign on the left.
    pub joint: bool,
}

/// Finds the end on the last pages before the appendices.
#[must_use]
pub fn find(pages: &[Page], head: &Head) -> Closing {
    let mut closing = Closing::default();
    let own = || pages.iter().enumerate().filter(|(_, page)| page.part == 0);
    let lines = || {
        own().flat_map(|(_, page)| &page.lines).filter(|line| line.page > 0 || line.y > head.end)
    };
    closing.to = lines().rfind(|line| is_to(line)).cloned();
    let signs = lines().rfind(|line| is_for(&line.text()) && line.x0() > RIGHT_SIDE - 15.0);
    let Some(anchor) = closing.to.as_ref().or(signs) else { return closing };
    let (number, top) = (anchor.page, anchor.y);
    let signs = signs.filter(|line| line.page == number && (line.y - top).abs() < APART);
    let from = signs.map_or(top - 30.0, |line| line.y - 0.2);
    let near: Vec<&Line> = lines().filter(|line| line.page == number && line.y > from).collect();
    let (right, left): (Vec<&Line>, Vec<&Line>) =
        near.into_iter().partition(|line| line.x0() > RIGHT_SIDE);
    closing.sign(&right);
    let footer = pages[number].rules.iter().filter(|rule| rule.level() && rule.length() > 100.0);
    let footer =
        footer.map(|rule| rule.y0).filter(|y| *y > top).fold(pages[number].height - 20.0, f64::min);
    let below = closing.to.as_ref().map_or(f64::MAX, |line| line.y + 0.5);
    closing.list(left.iter().copied().filter(|line| line.y > below && line.y < footer));
    let first = [closing.authority.first(), closing.position.first(), closing.to.as_ref()];
    let first = first.into_iter().flatten().map(|line| line.y).fold(f64::MAX, f64::min);
    closing.joint = left.iter().any(|line| line.caps() && line.y > first - 0.5);
    closing.start = Some((number, first.min(top)));
    closing
}

fn is_to(line: &Line) -> bool {
    line.text().to_lowercase().starts_with("nơi nhận") && line.x0() < RIGHT_SIDE
}

fn is_for(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    FOR.contains(&first) && !text.chars().any(char::is_lowercase)
}

impl Closing {
    /// Authority, position and name, from the lines on the right.
    fn sign(&mut self, right: &[&Line]) {
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
    fn continues_authority(&self, line: &Line) -> bool {
        const POSITIONS: &[&str] =
            &["BÍ THƯ", "PHÓ", "TRƯỞNG", "CHÁNH", "CHỦ", "Q.", "ỦY VIÊN", "GIÁM ĐỐC"];
        !self.authority.is_empty()
            && line.caps()
            && line.bold()
            && !POSITIONS.iter().any(|word| line.text().starts_with(word))
    }

    /// The list of recipients and the drafter's line.
    fn list<'a>(&mut self, left: impl Iterator<Item = &'a Line>) {
        for line in left {
            let text = line.text();
            let ended = self.items.last().is_some_and(|item| whole(item).ends_with('.'));
            if text.starts_with(['-', '–', '+', '•']) {
                self.items.push(vec![line.clone()]);
            } else if ended && !text.contains(' ') {
                self.drafter = Some(line.clone());
            } else if let Some(item) = self.items.last_mut().filter(|_| !ended) {
                item.push(line.clone());
            }
        }
    }
}

/// The text of several lines.
#[must_use]
pub fn whole(lines: &[Line]) -> String {
    lines.iter().map(|line| text_of(&line.words)).collect::<Vec<_>>().join(" ")
}

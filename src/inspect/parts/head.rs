//! Which lines of page 1 are the head: cells 1 to 5, urgency, draft note; and whether it is one of a letter. Not for
//! whether they are right.

use super::beginnings::Beginnings;
use super::date_line::{is_date, is_numeric_date};
use super::page::PageParts;
use super::phrases::{is_ornament, is_salutation, is_state_heading, slips};
use super::symbol_line::{is_symbol, split_symbol};
use crate::inspect::text::line::{TextLine, text_of};

/// The words of cell 1.
pub(crate) const PARTY: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// What a letter's symbol begins with.
const LETTER: &str = "CV/";
/// The second word of a committee's name.
const COMMITTEE: &[&str] = &["ỦY", "UỶ"];
/// The head ends above this height of page 1 (mm).
pub(super) const LOWEST: f64 = 150.0;
/// A place above its date is centred on it to this (mm).
const CENTRED: f64 = 3.0;

/// Words components are known by.
#[derive(Debug, Default)]
pub(crate) struct PageVocabulary {
    /// Types of document (cell 5a).
    pub(crate) kinds: Vec<String>,
    /// How the names of superior bodies begin, which may be in bold by mistake.
    pub(crate) superiors: Vec<String>,
    /// How the names of issuing bodies begin.
    pub(crate) bodies: Vec<String>,
    /// How names and positions begin, and how the Party's name is shortened.
    pub(crate) beginnings: Beginnings,
}

/// The components of the head; what is not there is none or empty.
#[derive(Debug, Default)]
pub(crate) struct HeadParts {
    /// Cell 1.
    pub(crate) party: Option<TextLine>,
    /// The state's heading, which has no place here.
    pub(crate) state: Vec<TextLine>,
    /// Cell 2, the superior body.
    pub(crate) superior: Vec<TextLine>,
    /// Cell 2, the issuing body.
    pub(crate) issuing: Vec<TextLine>,
    /// Cell 2, the asterisk.
    pub(crate) asterisk: Option<TextLine>,
    /// Cell 3.
    pub(crate) symbol: Option<TextLine>,
    /// Cell 4.
    pub(crate) date: Option<TextLine>,
    /// The place of cell 4, where it has a line of its own above the date.
    pub(crate) date_place: Option<TextLine>,
    /// What stands between the number and the type (5b, 10, 11b).
    pub(crate) under_number: Vec<TextLine>,
    /// Cell 5a, the type.
    pub(crate) kind: Option<TextLine>,
    /// Its name, in capitals and without what else its line says; empty where there is no type.
    pub(crate) kind_name: String,
    /// Words to addressees above the type, where no document has them.
    pub(crate) salutation: Option<TextLine>,
    /// Cell 5a, the author.
    pub(crate) author: Vec<TextLine>,
    /// Cell 5a, the subject.
    pub(crate) subject: Vec<TextLine>,
    /// The hyphens under the subject.
    pub(crate) hyphens: Option<TextLine>,
    /// Whether it is the head of a letter (công văn): no type, but addressees or a letter's symbol.
    pub(crate) letter: bool,
    /// The baseline of its last line.
    pub(crate) end: f64,
}

/// Finds the head on the first page.
pub(crate) fn find(pages: &[PageParts], vocabulary: &PageVocabulary) -> HeadParts {
    let mut head = HeadParts::default();
    let Some(page) = pages.first() else { return head };
    let lines: Vec<&TextLine> = page.lines.iter().filter(|line| line.y < LOWEST).collect();
    let salutation = lines.iter().copied().find(|line| is_salutation(&line.text()));
    head.find_kind(&lines, salutation, page.width, vocabulary);
    let ends = [salutation, head.kind.as_ref()].into_iter().flatten().map(|line| line.y - 0.1);
    let bottom = ends.fold(LOWEST, f64::min);
    head.salutation = salutation.filter(|_| head.kind.is_some()).cloned();
    let mut rest = Vec::new();
    for line in lines.iter().filter(|line| line.y < bottom) {
        head.take(line, &mut rest, vocabulary);
    }
    head.sort_left(rest, page.width / 2.0, vocabulary);
    head.find_title(&lines, page.width);
    head.end = head.lowest_baseline();
    let symbol = head.symbol.as_ref().is_some_and(|line| line.text().contains(LETTER));
    head.letter = head.kind.is_none() && (salutation.is_some() || symbol);
    head
}

impl HeadParts {
    /// Takes what its words make known; the rest goes to `rest`.
    fn take(&mut self, line: &TextLine, rest: &mut Vec<TextLine>, vocabulary: &PageVocabulary) {
        let text = line.text();
        if let Some([before, party]) = split_at_party(line, &vocabulary.beginnings.party_short) {
            self.party = party;
            rest.extend(before);
        } else if is_state_heading(&text) {
            self.state.push(line.clone());
        } else if is_symbol(&text) {
            let (symbol, date) = split_symbol(line);
            self.symbol = self.symbol.take().or(Some(symbol));
            self.date = self.date.take().or(date);
        } else if self.date.is_none() && (is_date(&text) || is_numeric_date(&text)) {
            self.date = Some(line.clone());
            self.date_place = rest.pop_if(|above| ends_in_place(above, line));
        } else {
            rest.push(line.clone());
        }
    }

    /// The name block, the asterisk and what stands under the number, from the left side's lines.
    fn sort_left(&mut self, rest: Vec<TextLine>, middle: f64, vocabulary: &PageVocabulary) {
        let right = [&self.party, &self.date].into_iter().flatten().map(TextLine::x0);
        let right = right.reduce(f64::min).unwrap_or(middle);
        let symbol = self.symbol.as_ref();
        let number = symbol.or(self.date.as_ref()).map_or(LOWEST, |line| line.y);
        // Where no number is, the asterisk is the last of the block.
        let unnumbered = |line: &TextLine| symbol.is_none() && is_ornament(&line.text());
        // What goes over to the right side is text from edge to edge.
        let left = rest.into_iter().filter(|line| line.x1() < right.max(middle));
        let (above, below): (Vec<TextLine>, Vec<TextLine>) =
            left.partition(|line| line.y < number - 0.5 || unnumbered(line));
        self.under_number = below;
        let (asterisks, mut names): (Vec<TextLine>, Vec<TextLine>) =
            above.into_iter().partition(|line| is_ornament(&line.text()));
        self.asterisk = asterisks.into_iter().next();
        self.issuing = names.split_off(issuing_from(&names, vocabulary));
        self.superior = names;
    }

    fn lowest_baseline(&self) -> f64 {
        let single =
            [&self.party, &self.asterisk, &self.symbol, &self.date, &self.kind, &self.hyphens];
        let lists = [&self.state, &self.issuing, &self.under_number, &self.subject, &self.author];
        let all = single.into_iter().flatten().chain(lists.into_iter().flatten());
        all.map(|line| line.y).fold(0.0, f64::max)
    }
}

/// At which line of the name block the issuing body begins: at the first bold one under others, or else where the words of
/// a superior body end.
fn issuing_from(names: &[TextLine], vocabulary: &PageVocabulary) -> usize {
    let bold = names.iter().position(TextLine::bold);
    let Some(first) = names.first().filter(|_| bold.is_none_or(|at| at == 0)) else {
        return bold.unwrap_or(0);
    };
    let below = |is: &dyn Fn(&str) -> bool| {
        names.iter().skip(1).position(|line| is(&line.text())).map(|at| at + 1)
    };
    let begins = |text: &str, words: &[String]| words.iter().any(|word| text.starts_with(word));
    let advisory = |text: &str| begins(text, &vocabulary.beginnings.advisory);
    let (text, alone) = (first.text(), names.len().saturating_sub(1));
    if begins(&text, &vocabulary.superiors) {
        below(&|text| begins(text, &vocabulary.bodies) || is_committee(text)).unwrap_or(0)
    } else if is_committee(&text) && text.split_whitespace().count() > 2 {
        below(&advisory).unwrap_or(0)
    } else if bold.is_some() || begins(&text, &vocabulary.bodies) {
        0
    } else {
        below(&|text| begins(text, &vocabulary.bodies)).unwrap_or(alone)
    }
}

/// Whether a text begins with the name of a committee: "TỈNH ỦY", "HUYỆN ỦY" …
fn is_committee(text: &str) -> bool {
    let second = text.split_whitespace().nth(1).unwrap_or_default().to_uppercase();
    COMMITTEE.contains(&&*second)
}

/// Whether `above` is a long place, over the date that goes on from it.
fn ends_in_place(above: &TextLine, date: &TextLine) -> bool {
    let near = date.y - above.y < 8.0 && (above.middle() - date.middle()).abs() < CENTRED;
    near && above.italic() && above.text().ends_with(',') && date.text().starts_with("ngày")
}

/// The words of `line` before the Party's name and those from there on, if it holds the name, misspelt or shortened too.
fn split_at_party(line: &TextLine, short: &[String]) -> Option<[Option<TextLine>; 2]> {
    let from = |at: &usize| text_of(&line.words[*at..]).to_uppercase();
    let nearly = |at: usize| {
        let names = short.iter().map(String::as_str).chain([PARTY]);
        Some((names.filter_map(|name| slips(&from(&at), name)).min()?, at))
    };
    let words = 0..line.words.len();
    let exact = words.clone().find(|at| from(at).starts_with(PARTY));
    Some(line.split_at(exact.or_else(|| words.filter_map(nearly).min().map(|(_, at)| at))?))
}

//! Which lines of page 1 are the head: cells 1 to 5, urgency, draft note; and whether it is one of a letter. Not for
//! whether they are right.

use std::sync::LazyLock;

use regex::Regex;

use super::date_line::{is_date, is_numeric_date};
use super::page::PageParts;
use super::phrases::{is_hyphens, is_salutation, is_state_heading};
use crate::inspect::text::line::{TextLine, text_of, text_of_lines};
use crate::pattern::pattern;

/// The words of cell 1.
const PARTY: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// What a letter's symbol begins with.
const LETTER: &str = "CV/";
/// What an author begins with.
const AUTHOR: &str = "CỦA ";
/// What joins an author to what he writes about, in one subject.
const ABOUT: &str = " về ";
/// The signs an asterisk may be printed as.
const ASTERISKS: &str = "*∗⁎×";
/// Number and symbol without the word before them.
static BARE_SYMBOL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\d{1,4}\s?[-/]\s?\p{L}+\s?[-/]\s?\p{L}+"));
/// The head ends above this height of page 1 (mm).
const LOWEST: f64 = 150.0;
/// The hyphens are among so many lines under the type.
const TITLE_LINES: usize = 16;
/// The lines of a title are centred under the type to this (mm).
const CENTRED: f64 = 3.0;

/// Words the head is known by.
#[derive(Debug, Default)]
pub(crate) struct HeadVocabulary {
    /// Types of document (cell 5a).
    pub(crate) kinds: Vec<String>,
    /// How the names of superior bodies begin, which may be in bold by mistake.
    pub(crate) superiors: Vec<String>,
    /// How the names of issuing bodies begin.
    pub(crate) bodies: Vec<String>,
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
pub(crate) fn find(pages: &[PageParts], vocabulary: &HeadVocabulary) -> HeadParts {
    let mut head = HeadParts::default();
    let Some(page) = pages.first() else { return head };
    let lines: Vec<&TextLine> = page.lines.iter().filter(|line| line.y < LOWEST).collect();
    let is_kind = |line: &&&TextLine| {
        let typed = line.text();
        let text = typed.to_uppercase();
        // A paragraph's last line may be such a word: it does not begin like a title.
        typed.starts_with(char::is_uppercase)
            && vocabulary.kinds.iter().any(|kind| kind == text.trim_end_matches([':', '.', ' ']))
    };
    head.kind = lines.iter().find(is_kind).map(|line| (*line).clone());
    let salutation = lines.iter().find(|line| is_salutation(&line.text()));
    let below = head.kind.as_ref().or(salutation.copied());
    let bottom = below.map_or(LOWEST, |line| line.y - 0.1);
    let mut rest = Vec::new();
    for line in lines.iter().filter(|line| line.y < bottom) {
        head.take(line, &mut rest);
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
    fn take(&mut self, line: &TextLine, rest: &mut Vec<TextLine>) {
        let text = line.text();
        if let Some([before, party]) = split_at_phrase(line, PARTY) {
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
    fn sort_left(&mut self, rest: Vec<TextLine>, middle: f64, vocabulary: &HeadVocabulary) {
        let right = [&self.party, &self.date].into_iter().flatten().map(TextLine::x0);
        let right = right.reduce(f64::min).unwrap_or(middle);
        let number = self.symbol.as_ref().or(self.date.as_ref()).map_or(LOWEST, |line| line.y);
        let left = rest.into_iter().filter(|line| line.middle() < right);
        let (above, below): (Vec<TextLine>, Vec<TextLine>) =
            left.partition(|line| line.y < number - 0.5);
        self.under_number = below;
        let is_asterisk = |line: &TextLine| {
            let text = line.text();
            text.chars().all(|c| ASTERISKS.contains(c)) || is_hyphens(&text)
        };
        let (asterisks, mut names): (Vec<TextLine>, Vec<TextLine>) =
            above.into_iter().partition(is_asterisk);
        self.asterisk = asterisks.into_iter().next();
        self.issuing = names.split_off(issuing_from(&names, vocabulary));
        self.superior = names;
    }

    /// Author, subject and hyphens.
    fn find_title(&mut self, lines: &[&TextLine], width: f64) {
        let Some(kind) = &self.kind else { return };
        let below: Vec<&TextLine> =
            lines.iter().copied().filter(|line| line.y > kind.y + 1.0).collect();
        let hyphens = below.iter().take(TITLE_LINES).position(|line| is_hyphens(&line.text()));
        let of_title = |line: &&&TextLine| {
            let centred = (line.middle() - kind.middle()).abs() < CENTRED;
            line.bold() && centred && line.x0() > width / 10.0
        };
        let count = hyphens.unwrap_or_else(|| below.iter().take_while(of_title).count());
        self.hyphens = hyphens.map(|at| below[at].clone());
        let mut title: Vec<TextLine> = below[..count].iter().map(|line| (*line).clone()).collect();
        self.subject = title.split_off(author_lines(&title));
        self.author = title;
    }

    fn lowest_baseline(&self) -> f64 {
        let single =
            [&self.party, &self.asterisk, &self.symbol, &self.date, &self.kind, &self.hyphens];
        let lists = [&self.state, &self.issuing, &self.under_number, &self.subject, &self.author];
        let all = single.into_iter().flatten().chain(lists.into_iter().flatten());
        all.map(|line| line.y).fold(0.0, f64::max)
    }
}

/// At which line of the name block the issuing body begins: at the first bold one, unless that is a superior body's;
/// without bold lines, at the name of a body.
fn issuing_from(names: &[TextLine], vocabulary: &HeadVocabulary) -> usize {
    let begins =
        |line: &TextLine, words: &[String]| words.iter().any(|word| line.text().starts_with(word));
    let body = || names.iter().position(|line| begins(line, &vocabulary.bodies));
    match names.iter().position(TextLine::bold) {
        Some(0) if begins(&names[0], &vocabulary.superiors) => body().unwrap_or(0),
        Some(at) => at,
        None => body().unwrap_or(names.len().saturating_sub(1)),
    }
}

/// Whether `above` is a long place, over the date that goes on from it.
fn ends_in_place(above: &TextLine, date: &TextLine) -> bool {
    let near = date.y - above.y < 8.0 && (above.middle() - date.middle()).abs() < CENTRED;
    near && above.italic() && above.text().ends_with(',') && date.text().starts_with("ngày")
}

/// Whether a line is number and symbol, however they are written.
fn is_symbol(text: &str) -> bool {
    (text.starts_with("Số") && text.contains(['/', '-'])) || BARE_SYMBOL.is_match(text)
}

/// How many lines of a title are the author's: "CỦA …", in capitals.
fn author_lines(title: &[TextLine]) -> usize {
    // "của …" in small letters is an author only above a subject of its own; "kết luận của …" is a subject.
    let begins = |line: &TextLine| {
        line.text().to_uppercase().starts_with(AUTHOR) && (line.caps() || title.len() > 1)
    };
    let authored = title.first().is_some_and(|first| {
        begins(first) && (first.caps() || !text_of_lines(title).contains(ABOUT))
    });
    let of_author = |line: &&TextLine| line.caps() && !line.text().starts_with('(');
    if authored { title.iter().take_while(of_author).count().max(1) } else { 0 }
}

/// The words of `line` before `phrase` and those from there on, if it holds the phrase.
fn split_at_phrase(line: &TextLine, phrase: &str) -> Option<[Option<TextLine>; 2]> {
    let at = (0..line.words.len())
        .find(|from| text_of(&line.words[*from..]).to_uppercase().starts_with(phrase))?;
    Some(line.split_at(at))
}

/// A line's symbol, and the place and date it may hold too.
fn split_symbol(line: &TextLine) -> (TextLine, Option<TextLine>) {
    let end = line.words.iter().position(|word| word.text.contains('/')).map_or(0, |at| at + 1);
    match line.split_at(end) {
        [Some(symbol), Some(date)] if is_date(&date.text()) => (symbol, Some(date)),
        _ => (line.clone(), None),
    }
}

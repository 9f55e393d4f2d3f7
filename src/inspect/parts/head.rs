//! Which lines of page 1 are the head: cells 1 to 5, urgency, draft note; and whether it is one of a letter. Not for
//! whether they are right.

use super::date_line::{is_date, is_numeric_date};
use super::page::PageParts;
use super::phrases::{is_hyphens, is_salutation, is_state_heading, without_spaces};
use super::symbol_line::{is_symbol, split_symbol};
use crate::inspect::text::line::{TextLine, text_of, text_of_lines};

/// The words of cell 1.
const PARTY: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// What a letter's symbol begins with.
const LETTER: &str = "CV/";
/// What an author begins with.
const AUTHOR: &str = "CỦA ";
/// What joins an author to what he writes about, in one subject.
const ABOUT: &str = " về ";
/// The letters an ornament in the place of the asterisk may have: «-o0o-».
const ORNAMENT: &str = "oO0";
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
pub(crate) fn find(pages: &[PageParts], vocabulary: &HeadVocabulary) -> HeadParts {
    let mut head = HeadParts::default();
    let Some(page) = pages.first() else { return head };
    let lines: Vec<&TextLine> = page.lines.iter().filter(|line| line.y < LOWEST).collect();
    let salutation = lines.iter().copied().find(|line| is_salutation(&line.text()));
    head.find_kind(&lines, salutation, vocabulary);
    let ends = [salutation, head.kind.as_ref()].into_iter().flatten().map(|line| line.y - 0.1);
    let bottom = ends.fold(LOWEST, f64::min);
    head.salutation = salutation.filter(|_| head.kind.is_some()).cloned();
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
    /// The type: on a line of its own, or else with more words in a line above the addressees that looks like a title.
    fn find_kind(
        &mut self,
        lines: &[&TextLine],
        salutation: Option<&TextLine>,
        vocabulary: &HeadVocabulary,
    ) {
        let addressed = salutation.map_or(LOWEST, |line| line.y);
        let begins = |line: &TextLine, kind: &str| {
            let title = line.caps() && line.bold() && line.y < addressed;
            title && line.text().starts_with(&format!("{kind} "))
        };
        let first = |names: &dyn Fn(&TextLine, &str) -> bool| {
            lines.iter().find_map(|line| {
                Some((*line, vocabulary.kinds.iter().find(|kind| names(line, kind))?))
            })
        };
        if let Some((line, name)) = first(&is_kind).or_else(|| first(&begins)) {
            (self.kind, self.kind_name) = (Some(line.clone()), name.clone());
        }
    }

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
            line.text().chars().all(|c| !c.is_alphanumeric() || ORNAMENT.contains(c))
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

/// Whether a line is the name of that type, whatever mark is behind it and however its letters are spaced.
fn is_kind(line: &TextLine, kind: &str) -> bool {
    let typed = line.text();
    let text = typed.to_uppercase();
    // A paragraph's last line may be such a word: it does not begin like a title.
    typed.starts_with(char::is_uppercase)
        && without_spaces(text.trim_end_matches([':', '.', ' '])) == without_spaces(kind)
}

/// How many lines of a title are the author's: "CỦA …", in capitals.
fn author_lines(title: &[TextLine]) -> usize {
    // "của …" in small letters is an author only above a subject of its own; "kết luận của …" is a subject.
    let begins = |line: &TextLine| {
        line.text().to_uppercase().starts_with(AUTHOR) && (line.caps() || title.len() > 1)
    };
    // A subject begins in small letters, and goes on with what it is about.
    let goes_on = title.get(1).is_some_and(|line| line.text().starts_with(ABOUT.trim_start()));
    let apart = |first: &TextLine| {
        let text = first.text();
        text.starts_with(char::is_uppercase) && !text.contains(ABOUT) && !goes_on
    };
    let authored = title.first().is_some_and(|first| {
        begins(first) && (first.caps() || apart(first) || !text_of_lines(title).contains(ABOUT))
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

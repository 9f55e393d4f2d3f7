//! Which lines of page 1 are the head: cells 1 to 5, urgency, draft note; and whether it is one of a letter. Not for
//! whether they are right.

use std::sync::LazyLock;

use chrono::{Months, NaiveDate};
use regex::Regex;

use super::parts_page::Page;
use super::text::{Line, text_of};

/// The words of cell 1.
const PARTY: &str = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// What a letter's symbol begins with.
const LETTER: &str = "CV/";
/// The head ends above this height of page 1 (mm).
const LOWEST: f64 = 150.0;

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)ngày[\s.…\d]*tháng[\s.…]*(\d*)[\s.…]*năm[\s.…]*(\d{4})?").ok()
});

/// Words the head is known by.
#[derive(Debug, Default)]
pub struct Words {
    /// Types of document (cell 5a).
    pub kinds: Vec<String>,
    /// How the names of superior bodies begin, which may be in bold by mistake.
    pub superiors: Vec<String>,
    /// How the names of issuing bodies begin.
    pub bodies: Vec<String>,
}

/// The components of the head; what is not there is none or empty.
#[derive(Debug, Default)]
pub struct Head {
    /// Cell 1.
    pub party: Option<Line>,
    /// The state's heading, which has no place here.
    pub state: Vec<Line>,
    /// Cell 2, the superior body.
    pub superior: Vec<Line>,
    /// Cell 2, the issuing body.
    pub issuing: Vec<Line>,
    /// Cell 2, the asterisk.
    pub star: Option<Line>,
    /// Cell 3.
    pub symbol: Option<Line>,
    /// Cell 4.
    pub date: Option<Line>,
    /// What stands between the number and the type (5b, 10, 11b).
    pub under_number: Vec<Line>,
    /// Cell 5a, the type.
    pub kind: Option<Line>,
    /// Cell 5a, the author.
    pub author: Vec<Line>,
    /// Cell 5a, the subject.
    pub subject: Vec<Line>,
    /// The hyphens under the subject.
    pub hyphens: Option<Line>,
    /// Whether it is the head of a letter (công văn): no type, but addressees or a letter's symbol.
    pub letter: bool,
    /// The baseline of its last line.
    pub end: f64,
}

/// Finds the head on the first page.
#[must_use]
pub fn find(pages: &[Page], words: &Words) -> Head {
    let mut head = Head::default();
    let Some(page) = pages.first() else { return head };
    let lines: Vec<&Line> = page.lines.iter().filter(|line| line.y < LOWEST).collect();
    head.kind = lines.iter().find(|line| is_kind(line, words)).map(|line| (*line).clone());
    let greeting = lines.iter().find(|line| is_greeting(&line.text()));
    let body = head.kind.as_ref().or(greeting.copied());
    let top = body.map_or(LOWEST, |line| line.y - 0.1);
    let mut rest = Vec::new();
    for line in lines.iter().filter(|line| line.y < top) {
        head.take(line, &mut rest);
    }
    head.sort_left(rest, page.width / 2.0, words);
    head.under_kind(&lines, page.width);
    head.end = head.last();
    let symbol = head.symbol.as_ref().is_some_and(|line| line.text().contains(LETTER));
    head.letter = head.kind.is_none() && (greeting.is_some() || symbol);
    head
}

/// Whether a line begins the addressees of a letter.
#[must_use]
pub fn is_greeting(text: &str) -> bool {
    text.starts_with("Kính gửi")
}

fn is_kind(line: &Line, words: &Words) -> bool {
    words.kinds.contains(&line.text().to_uppercase())
}

impl Head {
    /// Takes what its words make known; the rest goes to `rest`.
    fn take(&mut self, line: &Line, rest: &mut Vec<Line>) {
        let text = line.text();
        if let Some((before, own)) = split_at(line, PARTY) {
            self.party = Some(own);
            rest.extend(before);
        } else if is_state(&text) {
            self.state.push(line.clone());
        } else if text.starts_with("Số") && (text.contains('/') || text.contains('-')) {
            let (symbol, date) = split_symbol(line);
            self.symbol = self.symbol.take().or(Some(symbol));
            self.date = self.date.take().or(date);
        } else if self.date.is_none() && is_date(&text) {
            self.date = Some(line.clone());
        } else {
            rest.push(line.clone());
        }
    }

    /// The name block, the asterisk and what stands under the number, from the left side's lines.
    fn sort_left(&mut self, rest: Vec<Line>, middle: f64, words: &Words) {
        let right = [&self.party, &self.date].into_iter().flatten().map(Line::x0);
        let right = right.reduce(f64::min).unwrap_or(middle);
        let number = self.symbol.as_ref().or(self.date.as_ref()).map_or(LOWEST, |line| line.y);
        let left = rest.into_iter().filter(|line| line.middle() < right);
        let (names, below): (Vec<Line>, Vec<Line>) = left.partition(|line| line.y < number - 0.5);
        self.under_number = below;
        let (stars, names): (Vec<Line>, Vec<Line>) =
            names.into_iter().partition(|line| line.text().chars().all(|c| "*∗⁎×".contains(c)));
        self.star = stars.into_iter().next();
        let first_bold = names.iter().position(Line::bold);
        let begins =
            |line: &Line, with: &[String]| with.iter().any(|own| line.text().starts_with(own));
        let body = |line: &Line| begins(line, &words.bodies);
        let split = match first_bold {
            Some(0) if begins(&names[0], &words.superiors) => {
                names.iter().position(body).unwrap_or(0)
            }
            Some(at) => at,
            None => names.iter().position(body).unwrap_or(names.len().saturating_sub(1)),
        };
        self.issuing = names.get(split..).unwrap_or_default().to_vec();
        self.superior = names.get(..split).unwrap_or_default().to_vec();
    }

    /// Author, subject and hyphens.
    fn under_kind(&mut self, lines: &[&Line], width: f64) {
        let Some(kind) = &self.kind else { return };
        let below: Vec<&Line> =
            lines.iter().copied().filter(|line| line.y > kind.y + 1.0).collect();
        let hyphens = below.iter().take(16).position(|line| is_hyphens(&line.text()));
        let centred = |line: &&&Line| {
            line.bold() && (line.middle() - kind.middle()).abs() < 3.0 && line.x0() > width / 10.0
        };
        let count = hyphens.unwrap_or_else(|| below.iter().take_while(centred).count());
        self.hyphens = hyphens.map(|at| below[at].clone());
        let titles = &below[..count];
        let by = |line: &&&Line| line.caps() && !line.text().starts_with('(');
        let authored =
            titles.first().is_some_and(|line| line.text().to_uppercase().starts_with("CỦA "));
        let authors = if authored { titles.iter().take_while(by).count().max(1) } else { 0 };
        self.author = titles[..authors].iter().map(|line| (*line).clone()).collect();
        self.subject = titles[authors..].iter().map(|line| (*line).clone()).collect();
    }

    fn last(&self) -> f64 {
        let single = [&self.party, &self.star, &self.symbol, &self.date, &self.kind, &self.hyphens];
        let lists = [&self.state, &self.issuing, &self.under_number, &self.subject, &self.author];
        let all = single.into_iter().flatten().chain(lists.into_iter().flatten());
        all.map(|line| line.y).fold(0.0, f64::max)
    }
}

/// Whether a line is one of the state's heading.
#[must_use]
pub fn is_state(text: &str) -> bool {
    let text = text.to_uppercase().replace("HOÀ", "HÒA").replace(['–', '—'], "-");
    text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA") || text.contains("ĐỘC LẬP - TỰ DO")
}

fn is_date(text: &str) -> bool {
    DATE.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

/// Whether a line is nothing but a few hyphens or dashes.
#[must_use]
pub fn is_hyphens(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    bare.chars().count() >= 2 && bare.chars().all(|c| "-–—_".contains(c))
}

/// The day a line with place and date names; the month's last day if its day is blank.
#[must_use]
pub fn dated(text: &str) -> Option<NaiveDate> {
    let found = DATE.as_ref()?.captures(text)?;
    let (month, year) =
        (found.get(1)?.as_str().parse().ok()?, found.get(2)?.as_str().parse().ok()?);
    let day = text.split("ngày").nth(1)?.split_whitespace().next()?.parse().ok();
    match day {
        Some(day) => NaiveDate::from_ymd_opt(year, month, day),
        None => Some(NaiveDate::from_ymd_opt(year, month, 1)? + Months::new(1))
            .and_then(|next| next.pred_opt()),
    }
}

/// The words of `line` from `phrase` on, and those before it.
fn split_at(line: &Line, phrase: &str) -> Option<(Option<Line>, Line)> {
    let from = (0..line.words.len())
        .find(|from| text_of(&line.words[*from..]).to_uppercase().starts_with(phrase))?;
    Some(parted(line, from))
}

/// A line's symbol, and the place and date it may hold too.
fn split_symbol(line: &Line) -> (Line, Option<Line>) {
    let after = line.words.iter().position(|word| word.text.contains('/')).map_or(0, |at| at + 1);
    let date = after > 0 && after < line.words.len() && is_date(&text_of(&line.words[after..]));
    if !date {
        return (line.clone(), None);
    }
    let (symbol, date) = parted(line, after);
    (symbol.unwrap_or_else(|| line.clone()), Some(date))
}

fn parted(line: &Line, at: usize) -> (Option<Line>, Line) {
    let (before, own) = line.words.split_at(at);
    let with = |words: &[_]| Line { words: words.to_vec(), y: line.y, page: line.page };
    ((!before.is_empty()).then(|| with(before)), with(own))
}

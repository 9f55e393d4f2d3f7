//! Cuts a text into paragraphs and list lines as people mean it: what is pasted has no empty lines, marks of its own, and
//! lines that broke where a window ended. Not for reading how one line begins ([`crate::vietnamese::list_line`]).

use super::line_breaks::{LineBreaks, LineReading, ends_clause};
use crate::vietnamese::list_line::{Counted, Mark, Marked, counted, marked};

/// Characters of a line by which it is told.
const SHOWN: usize = 32;

/// A paragraph before it is cleaned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    /// Whether it is one of the format's dash items.
    pub(super) dash: bool,
    /// Its words.
    pub(super) words: String,
}

/// A line and what was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReadLine {
    /// What was made of it.
    pub(crate) reading: LineReading,
    /// The words it begins with, without its mark.
    pub(crate) words: String,
    /// Its mark; empty if it has none.
    pub(crate) mark: String,
}

/// Cuts cleaned text.
pub(super) fn cut(cleaned: &str) -> (Vec<Cut>, Vec<ReadLine>) {
    let lines: Vec<&str> = cleaned.lines().map(str::trim).collect();
    let mut cutter = Cutter { lines: &lines, list: ListLines::of(&lines), ..Cutter::default() };
    let breaks = LineBreaks::of(&lines, |at| is_plain(&lines, at));
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.is_empty()) {
        cutter.line(at, line, &breaks);
    }
    cutter.cuts.retain(|cut| !cut.words.trim().is_empty());
    (cutter.cuts, cutter.read)
}

/// Whether a line begins with neither mark nor number.
fn is_plain(lines: &[&str], at: usize) -> bool {
    marked(lines[at]).is_none() && counted(lines[at]).is_empty()
}

#[derive(Default)]
struct Cutter<'l> {
    lines: &'l [&'l str],
    list: ListLines,
    cuts: Vec<Cut>,
    read: Vec<ReadLine>,
    first: Option<Mark>,
}

impl Cutter<'_> {
    fn line(&mut self, at: usize, line: &str, breaks: &LineBreaks) {
        let before = at.checked_sub(1).map(|at| self.lines[at]).filter(|line| !line.is_empty());
        if let Some(item) = marked(line).filter(|item| self.list.holds(item, before)) {
            return self.item(&item);
        }
        let counted = counted(line);
        let own = before.is_none_or(|before| {
            counted.iter().any(|one| ends_clause(before) || self.list.has_neighbour(one))
        });
        if own {
            return self.cuts.push(Cut { dash: false, words: line.to_owned() });
        }
        match breaks.reading(at) {
            Some(LineReading::Parted) => {
                self.tell(LineReading::Parted, line, String::new());
                self.cuts.push(Cut { dash: false, words: line.to_owned() });
            }
            reading => {
                if reading == Some(LineReading::Joined) {
                    self.tell(LineReading::Joined, line, String::new());
                }
                let last = self.cuts.last_mut().expect("a line before this one");
                last.words.push(' ');
                last.words.push_str(line);
            }
        }
    }

    fn item(&mut self, item: &Marked<'_>) {
        let inner = matches!(item.mark, Mark::Plus | Mark::Hollow);
        let below = inner && self.first.is_some_and(|first| first != item.mark);
        self.first.get_or_insert(item.mark);
        let words = if below { format!("+ {}", item.words) } else { item.words.to_owned() };
        let as_typed = !item.touching && item.sign == if below { '+' } else { '-' };
        if !as_typed {
            self.tell(LineReading::Marked, item.words, item.sign.to_string());
        }
        self.cuts.push(Cut { dash: !below, words });
    }

    fn tell(&mut self, reading: LineReading, line: &str, mark: String) {
        let words = line.chars().take(SHOWN).collect::<String>().trim_end().to_owned();
        self.read.push(ReadLine { reading, words, mark });
    }
}

/// How often each mark begins a line of a text, and all its numbered lines.
#[derive(Default)]
struct ListLines {
    marks: Vec<Mark>,
    counted: Vec<Counted>,
}

impl ListLines {
    fn of(lines: &[&str]) -> Self {
        let marks = lines.iter().filter_map(|line| marked(line));
        Self {
            marks: marks.filter(|one| !one.is_signed_number()).map(|one| one.mark).collect(),
            counted: lines.iter().flat_map(|line| counted(line)).collect(),
        }
    }

    /// Whether a line that begins with a mark is one of a list, by the line before it in its paragraph.
    fn holds(&self, item: &Marked<'_>, before: Option<&str>) -> bool {
        let others = self.marks.iter().filter(|mark| **mark == item.mark).count();
        let ended = before.is_none_or(ends_clause);
        if item.is_signed_number() {
            let goes_on = before.and_then(marked).is_some_and(|one| one.mark == item.mark);
            return others > 0 && ended || others > 1 && goes_on;
        }
        let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        match item.mark {
            Mark::Bullet | Mark::Hollow | Mark::Star => true,
            _ if ended || others > 1 => true,
            // `2021` above `- 2025`: a range goes on.
            _ if digits(item.words) => {
                item.mark == Mark::Hyphen
                    && !before.is_some_and(|line| line.ends_with(|c: char| c.is_ascii_digit()))
            }
            Mark::Hyphen if !item.touching => true,
            // A dash inside a sentence goes on with a small letter.
            _ => !item.words.starts_with(char::is_lowercase),
        }
    }

    /// Whether the list goes on before or behind a numbered line.
    fn has_neighbour(&self, one: &Counted) -> bool {
        self.counted.iter().any(|other| {
            let alike = other.counting == one.counting && other.end == one.end;
            alike && other.place.abs_diff(one.place) == 1
        })
    }
}

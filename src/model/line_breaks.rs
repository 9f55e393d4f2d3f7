//! What the line breaks inside a text mean: paragraphs pasted without empty lines between them, or lines that broke where
//! a window ended. Not for lines of a list ([`super::paragraphs`]).

/// What was made of a line that is not plain from how it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum LineReading {
    /// Its mark is printed as a dash, or as `+` below a dash.
    Marked,
    /// It is a paragraph of its own, though no empty line parts it.
    Parted,
    /// It was joined with the line before, though it may be one of its own.
    Joined,
}

/// Nobody lets lines break before this many characters; a shorter line was ended by hand.
const NARROWEST: usize = 50;
/// Nor behind so many: a longer line is a whole paragraph.
const WIDEST: usize = 120;

/// Words behind which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 13] =
    ["TP", "Tp", "TX", "Tx", "TT", "Tr", "ThS", "TS", "BS", "GS", "PGS", "Q", "P"];

/// What was made of the break before each line that has one of its own paragraph before it.
pub(super) struct LineBreaks(Vec<Option<LineReading>>);

impl LineBreaks {
    /// Reads the breaks of a text; `is_plain` tells lines that are no list's.
    pub(super) fn of(lines: &[&str], is_plain: impl Fn(usize) -> bool) -> Self {
        let mut readings = vec![None; lines.len()];
        let mut start = 0;
        while start < lines.len() {
            let length = lines[start..].iter().take_while(|line| !line.is_empty()).count();
            let run = start..start + length;
            let plain = run.clone().skip(1).filter(|at| is_plain(*at)).collect::<Vec<_>>();
            let width = run.clone().map(|at| characters(lines[at])).max().unwrap_or(0);
            let wrapped = plain.iter().any(|at| goes_on(lines[*at - 1], lines[*at]));
            for at in plain {
                let typed = is_typed(lines[at - 1], lines[at], width);
                readings[at] = reading(lines[at - 1], lines[at], typed, wrapped);
            }
            start = run.end + 1;
        }
        Self(readings)
    }

    /// What was made of the break before a line; none if it is nothing but the end of a window.
    pub(super) fn reading(&self, at: usize) -> Option<LineReading> {
        self.0[at]
    }
}

/// What is made of a break that was typed or not, in lines of which some break inside a sentence or none.
fn reading(before: &str, line: &str, typed: bool, wrapped: bool) -> Option<LineReading> {
    if !begins_sentence(line) {
        return None;
    }
    if ends_sentence(before) {
        return (typed || !wrapped).then_some(LineReading::Parted);
    }
    (typed && !ends_clause(before)).then_some(LineReading::Joined)
}

/// Whether a break is inside a sentence, as where a window ended.
fn goes_on(before: &str, line: &str) -> bool {
    characters(before) <= WIDEST && !(ends_sentence(before) && begins_sentence(line))
}

/// Whether a break was typed: the next word had room on the line, or no window is so narrow or wide.
fn is_typed(before: &str, line: &str, width: usize) -> bool {
    let length = characters(before);
    let word = line.split_whitespace().next().map_or(0, characters);
    !(NARROWEST..=WIDEST).contains(&length) || length + 1 + word <= width
}

/// Whether a sentence ends with a line; a full stop behind an abbreviation (`TP.`, `ThS.`) ends none.
fn ends_sentence(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default();
    let short = ABBREVIATIONS.iter().any(|word| last.strip_suffix('.') == Some(word));
    ends_clause(line) && !line.ends_with(',') && !short
}

fn begins_sentence(line: &str) -> bool {
    let line = line.trim_start_matches(['“', '"', '‘', '«', '(']);
    line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

fn characters(text: &str) -> usize {
    text.chars().count()
}

/// Whether a line ends where a list line or another sentence may begin.
pub(super) fn ends_clause(line: &str) -> bool {
    let line = line.trim_end_matches(['”', '"', '’', '»', ')', ']']);
    line.ends_with(['.', ';', ':', ',', '!', '?', '…'])
}

//! How a line of a list begins: a mark of several kinds, or a number or letter. Not for whether a line that begins so is
//! one, which its neighbours tell ([`crate::model::paragraphs`]).

use super::bullet::{BULLET, HOLLOW};

/// What stands before a line of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// `•` and what it stands for.
    Bullet,
    /// The hollow bullet of a second level, `o`.
    Hollow,
    /// `-`.
    Hyphen,
    /// `–`, `—`, `−`.
    Dash,
    /// `+`.
    Plus,
    /// `*`.
    Star,
}

/// A line that begins with a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Marked<'l> {
    /// The mark.
    pub(crate) mark: Mark,
    /// The mark as typed.
    pub(crate) sign: char,
    /// The words behind it.
    pub(crate) words: &'l str,
    /// Whether no blank parts them.
    pub(crate) touching: bool,
}

impl Marked<'_> {
    /// Whether it may as well be a number with its sign: `-5`.
    pub(crate) fn is_signed_number(&self) -> bool {
        self.touching && self.words.starts_with(|c: char| c.is_ascii_digit())
    }
}

/// The mark a cleaned line begins with.
pub(crate) fn marked(line: &str) -> Option<Marked<'_>> {
    let sign = line.chars().next()?;
    let rest = &line[sign.len_utf8()..];
    let words = rest.trim_start();
    let touching = words.len() == rest.len() && !words.is_empty();
    let mark = match sign {
        BULLET => Mark::Bullet,
        HOLLOW => Mark::Hollow,
        '-' => Mark::Hyphen,
        '–' | '—' | '−' => Mark::Dash,
        '+' => Mark::Plus,
        '*' => Mark::Star,
        _ => return None,
    };
    let opens = |c: char| c.is_alphanumeric() || matches!(c, '“' | '"' | '‘' | '«' | '(');
    let is_mark = match mark {
        Mark::Bullet => true,
        Mark::Hollow => !touching && !words.is_empty(),
        Mark::Hyphen | Mark::Dash => !touching || words.starts_with(opens),
        Mark::Plus => !words.is_empty() && (!touching || words.starts_with(opens)),
        // A star right before a number is a note's; two around a word set it off.
        Mark::Star if touching => words.starts_with(char::is_alphabetic) && !words.contains('*'),
        Mark::Star => !words.is_empty(),
    };
    is_mark.then_some(Marked { mark, sign, words, touching })
}

/// How the lines of a list are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counting {
    /// `1`, `2`.
    Numbers,
    /// `1.1`, whatever stands before the last number.
    Parts,
    /// `a`, `b`, `c`, `d`, `đ`.
    Letters,
    /// `A`, `B`.
    Capitals,
    /// `I`, `II`.
    Roman,
}

/// A line that begins with its place in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counted {
    /// How the list is counted.
    pub(crate) counting: Counting,
    /// What ends the number.
    pub(crate) end: char,
    /// The place, from 1.
    pub(crate) place: usize,
}

const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";
const CAPITALS: &str = "ABCDĐEGHIKLMNOPQRSTUVXY";
const ROMAN: [&str; 20] = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    "XVI", "XVII", "XVIII", "XIX", "XX",
];

/// The places a line may have in a list, by how it begins: `1.`, `1)`, `(1)`, `a)`, `I.`, `1.1.`, `1/`. More than one for `I.`.
pub(crate) fn counted(line: &str) -> Vec<Counted> {
    let inner = line.strip_prefix('(').unwrap_or(line);
    let label = inner.find(|c: char| !c.is_alphanumeric() && c != '.').unwrap_or(inner.len());
    let label = inner[..label].trim_end_matches('.');
    let mut rest = inner[label.len()..].chars();
    let Some(end) = rest.next().filter(|end| matches!(end, '.' | ')' | '/' | '-')) else {
        return touching_dot(inner);
    };
    let next = rest.next();
    let parted = next.is_some_and(char::is_whitespace);
    let firm = matches!(end, '.' | ')');
    let words = inner[label.len() + 1..].trim_start();
    let sure = if firm { parted } else { parted && words.starts_with(char::is_alphabetic) };
    let touching = end == ')' && next.is_some_and(char::is_alphabetic);
    if sure || touching { places(label, end) } else { Vec::new() }
}

/// `1.Xã`: the label runs into the words.
fn touching_dot(line: &str) -> Vec<Counted> {
    let Some((label, words)) = line.split_once('.') else { return Vec::new() };
    let number = !label.is_empty() && label.bytes().all(|b| b.is_ascii_digit());
    if number && words.starts_with(char::is_uppercase) { places(label, '.') } else { Vec::new() }
}

fn places(label: &str, end: char) -> Vec<Counted> {
    let counted = |counting, place| Counted { counting, end, place };
    let number =
        |text: &str| text.parse().ok().filter(|_| text.len() <= 2 && !text.starts_with('+'));
    if let Some(place) = number(label) {
        return vec![counted(Counting::Numbers, place)];
    }
    let parts: Vec<Option<usize>> = label.split('.').map(number).collect();
    if let Some(last) =
        parts.last().copied().flatten().filter(|_| parts.iter().all(Option::is_some))
    {
        return vec![counted(Counting::Parts, last)];
    }
    let of = |all: &str| {
        let mut one = label.chars();
        let (letter, more) = (one.next()?, one.next());
        all.chars().position(|own| own == letter && more.is_none()).map(|at| at + 1)
    };
    let letter = of(LETTERS).map(|place| counted(Counting::Letters, place));
    let capital = of(CAPITALS).map(|place| counted(Counting::Capitals, place));
    let roman = ROMAN.iter().position(|own| *own == label);
    let roman = roman.map(|at| counted(Counting::Roman, at + 1));
    letter.into_iter().chain(capital).chain(roman).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_told_from_a_sign() {
        let words = |line| marked(line).map(|one| (one.mark, one.words));
        assert_eq!(words("-Ý"), Some((Mark::Hyphen, "Ý")));
        assert_eq!(words("— Ý"), Some((Mark::Dash, "Ý")));
        assert_eq!(words("o Ý"), Some((Mark::Hollow, "Ý")));
        assert_eq!(words("*Ý"), Some((Mark::Star, "Ý")));
        assert_eq!(words("-"), Some((Mark::Hyphen, "")));
        for line in ["---", "**Ý**", "*Ý* kia", "*5", "o", "ong", "+", "++", "– – –x", ""] {
            let none = marked(line).is_none_or(|one| line == "– – –x" && !one.touching);
            assert!(none, "{line}");
        }
        assert!(marked("-5 người").is_some_and(|one| one.is_signed_number()));
        assert!(marked("- 5 người").is_some_and(|one| !one.is_signed_number()));
    }

    #[test]
    fn a_place_in_a_list_is_told_from_a_number() {
        let place = |line| counted(line).first().map(|one| one.place);
        for line in
            ["1. Ý", "1) Ý", "(1) Ý", "a) Ý", "a. Ý", "1.Ý", "1)Ý", "1/ Ý", "I. Ý", "1.1. Ý"]
        {
            assert_eq!(place(line), Some(if line.starts_with('I') { 9 } else { 1 }), "{line}");
        }
        assert_eq!(place("đ) Ý"), Some(5));
        assert_eq!(place("12. Ý"), Some(12));
        for line in [
            "1.250 người",
            "2024. Xã",
            "1,5 km",
            "5/10 xã",
            "5 - 10",
            "xã) Ý",
            "1.1 triệu",
            "15",
            "(a",
            "",
        ] {
            assert_eq!(place(line), None, "{line}");
        }
    }
}

//! Makes any text inert in Typst markup. The one place where text from YAML meets markup. Not for text inside Typst code
//! ([`super::code`]), and not for what stands around it ([`super::finish`]).

use std::fmt::{self, Write};

/// Writes `text` as markup that prints exactly these characters, whatever they are and wherever in markup they stand.
///
/// Letters, digits, commas, single spaces and what is quiet where it stands stay; everything else that could mean something
/// to Typst is written as an escape, which is inert in markup and in a string literal alike.
///
/// # Errors
/// Those of `out`.
pub(crate) fn write_inert(text: &str, out: &mut impl Write) -> fmt::Result {
    let mut done = 0;
    for (at, c) in text.char_indices() {
        let inert = match c {
            ',' => true,
            ' ' => at > 0 && at + 1 < text.len() && !text[..at].ends_with(' '),
            _ if c.is_ascii() => c.is_ascii_alphanumeric() || is_quiet(text, at, c),
            _ => !c.is_whitespace() && !c.is_control(),
        };
        if !inert {
            out.write_str(&text[done..at])?;
            c.escape_unicode().try_for_each(|c| out.write_char(c))?;
            done = at + c.len_utf8();
        }
    }
    out.write_str(&text[done..])
}

/// Whether a character of markup means nothing to Typst where it stands. Sure of what it says, so false of some that do.
#[must_use]
pub(crate) fn is_plain(text: &str, at: usize, c: char) -> bool {
    match c {
        ' ' | ',' | '(' | ')' | '%' | ';' | '–' => true,
        // As in `9 - 10` and `268.577/ 349.664`: not where a list or a comment could begin.
        '-' => {
            let before = text[..at].strip_suffix(' ');
            before.is_some_and(|before| !before.trim().is_empty())
                && text[at + 1..].starts_with(' ')
        }
        '/' => {
            text[..at].ends_with(char::is_alphanumeric) && !text[at + 1..].starts_with(['/', '*'])
        }
        _ => c.is_alphanumeric() || is_quiet(text, at, c),
    }
}

/// Whether a sign means nothing to Typst where it stands: `95%`, `2.466/2.470`, `xã: Lát. Huyện`. (At the start of a line, behind
/// code, and before signs like itself it may begin a list, a call, a comment or a link. An escape costs Typst an element.)
fn is_quiet(text: &str, at: usize, c: char) -> bool {
    if !"%/.:;()".contains(c) {
        return false;
    }
    let (before, after) = (text[..at].chars().next_back(), text[at + 1..].chars().next());
    let is = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    match c {
        '%' => is(before),
        '(' => before == Some(' '),
        ')' => before.is_some(),
        '/' => is(before) && is(after),
        '.' if is(before) && is(after) => true,
        _ => before.is_some_and(|c| c.is_alphabetic() || ")%".contains(c)) && after == Some(' '),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inert(text: &str) -> String {
        let mut out = String::new();
        write_inert(text, &mut out).expect("a string takes it");
        out
    }

    #[test]
    fn nothing_that_means_something_to_typst_is_left() {
        let hostile = "# $ @ < > * _ \\ [ ] { } ~ --- ... // /* ' \" = - + / 1. `";
        let inert = inert(hostile);
        let bare: String = inert
            .split("\\u{")
            .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest))
            .collect();
        assert!(bare.chars().all(|c| c.is_alphanumeric() || c == ' '), "{bare}");
    }

    #[test]
    fn signs_are_escaped_where_they_may_mean_something() {
        for (text, written) in [
            ("xã: 95% (2.466/2.470). Còn", "xã: 95% (2.466/2.470). Còn"),
            ("1. Một", "1\\u{2e} Một"),
            ("Thôn 1. Hai... hết.", "Thôn 1\\u{2e} Hai\\u{2e}\\u{2e}\\u{2e} hết\\u{2e}"),
            (
                "a // b /* c http://x",
                "a \\u{2f}\\u{2f} b \\u{2f}\\u{2a} c http\\u{3a}\\u{2f}\\u{2f}x",
            ),
            ("(a) %; .b", "\\u{28}a) \\u{25}; \\u{2e}b"),
            ("6-18", "6\\u{2d}18"),
        ] {
            assert_eq!(inert(text), written);
        }
    }
}

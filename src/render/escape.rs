//! Makes any text inert in Typst markup, and keeps together what must not be torn over two lines. The one place
//! where text from YAML meets markup. Not for text inside Typst code ([`super::code`]).

use std::fmt::{self, Write};
use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::pattern;

/// Longer runs are left breakable, so that no box is wider than a line or a column.
const LONGEST_BOX: usize = 32;
/// Where Typst may break a line inside a symbol, a date or an amount.
const BREAKS: [char; 3] = [' ', '-', '/'];

/// What must not be torn: a document symbol with "số", a date, a period, a number and its unit, a name and its number
/// (`party-format`, "Citations and conventions").
static TOGETHER: LazyLock<Regex> = LazyLock::new(|| {
    let symbol = format!("(?:[Ss]ố )?[0-9]+[-/][{CAPITALS}0-9]+(?:[-/][{CAPITALS}0-9]+)*");
    let date = "(?:[Nn]gày )?[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|(?:[Tt]háng )[0-9]{1,2}/[0-9]{4}";
    let period = "(?:[Qq]uý )[IVX]+(?:/[0-9]{4})?|(?:[Nn]ăm|[Tt]háng|[Nn]gày|[Ss]ố) [0-9]+";
    let amount = "[0-9][0-9.,/]*%|[0-9](?:[0-9.,/]*[0-9])? [A-Za-zÀ-ỹ]+";
    let numbered = format!("[{CAPITALS}][a-zà-ỹ]+ [0-9]{{1,2}}(?-u:\\b)");
    let fraction = "[0-9][0-9.]*/[0-9][0-9.]*[0-9]|[0-9][0-9.]*/[0-9]";
    pattern(&format!("{date}|{symbol}|{period}|{amount}|{numbered}|{fraction}"))
});

/// The capitals of document symbols. Named one by one, since a class of all the world's would take a process longer to
/// prepare than a report to print.
const CAPITALS: &str = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ";

/// `text` as Typst markup that prints exactly these characters, whatever they are and wherever in markup they stand.
#[must_use]
pub fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    // Writing to a string cannot fail.
    _ = write_markup(text, &mut out);
    out
}

/// Writes what [`markup`] returns.
///
/// # Errors
/// Those of `out`.
pub fn write_markup(text: &str, out: &mut impl Write) -> fmt::Result {
    let mut done = 0;
    // Looked at only then, so that a run without such text never compiles the pattern.
    let kept = may_tear(text).then(|| TOGETHER.find_iter(text)).into_iter().flatten();
    for found in kept.filter(|found| found.as_str().contains(BREAKS) && found.len() <= LONGEST_BOX)
    {
        plain(&text[done..found.start()], out)?;
        out.write_str("#box[")?;
        plain(found.as_str(), out)?;
        out.write_str("];")?;
        done = found.end();
    }
    plain(&text[done..], out)
}

/// Whether there may be anything to keep together: most texts of a table are names or plain numbers, which is seen
/// faster than searched for.
fn may_tear(text: &str) -> bool {
    let counts = text.bytes().any(|byte| byte.is_ascii_digit()) || text.contains('ý');
    counts && text.contains(BREAKS)
}

/// What [`markup`] prints, as the characters themselves again: for the library, which measures words before it sets them.
#[must_use]
pub fn characters(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(c) = rest.chars().next() {
        if let Some(inner) = rest.strip_prefix("#box[") {
            let (kept, after) = inner.split_once("];").unwrap_or((inner, ""));
            out.push_str(&characters(kept));
            rest = after;
        } else if let Some((code, after)) =
            rest.strip_prefix("\\u{").and_then(|escape| escape.split_once('}'))
        {
            out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
            rest = after;
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// Whether markup prints only characters, each as it stands or as an escape, and keeps none of them together. Sure of what
/// it says, so false of some that do.
#[must_use]
pub fn is_characters(markup: &str) -> bool {
    let mut rest = markup;
    while let Some(at) = rest.find('\\') {
        let escape = rest[at..].strip_prefix("\\u{").and_then(|escape| escape.split_once('}'));
        let Some((code, after)) = escape else { return false };
        if !inert(&rest[..at]) || !code.bytes().all(|c| c.is_ascii_hexdigit()) {
            return false;
        }
        rest = after;
    }
    inert(rest)
}

fn inert(text: &str) -> bool {
    text.char_indices().all(|(at, c)| match c {
        ' ' | ',' | '(' | ')' | '%' | ';' | '–' => true,
        _ => c.is_alphanumeric() || is_quiet(text, at, c),
    })
}

/// Letters, digits, commas, single spaces and what is quiet where it stands stay; everything else that could mean something
/// to Typst is written as an escape, which is inert in markup and in a string literal alike.
fn plain(text: &str, out: &mut impl Write) -> fmt::Result {
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

    #[test]
    fn nothing_that_means_something_to_typst_is_left() {
        let hostile = "# $ @ < > * _ \\ [ ] { } ~ --- ... // /* ' \" = - + / 1. `";
        let inert = markup(hostile);
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
            let mut out = String::new();
            plain(text, &mut out).expect("a string takes it");
            assert_eq!(out, written);
        }
    }

    #[test]
    fn escaped_characters_come_back_as_they_were() {
        for text in
            ["92,53%", "4/5 xã, ngày 05/12/2024", "Đưng K'Nớ #box[x]; \\u{25}", " a  b ", ""]
        {
            assert_eq!(characters(&markup(text)), text);
        }
    }

    #[test]
    fn a_text_with_anything_kept_together_is_more_than_characters() {
        for text in ["92,53%", "trên 95% (2030)", "Đưng K'Nớ", "", "a\\b", "-- # $"] {
            assert!(is_characters(&markup(text)), "{text}");
        }
        for more in ["#box[5\\u{2f}6];", "*đậm*", "a\\ b", "\\u{2d", "{a}\\", "$x$", "= a"] {
            assert!(!is_characters(more), "{more}");
        }
    }

    #[test]
    fn symbols_dates_and_amounts_are_kept_together() {
        for whole in [
            "số 25-CT/TW",
            "ngày 25/10/2023",
            "quý I/2024",
            "6 thôn",
            "12-KH/ĐU",
            "5/6 đơn",
            "Rông 4",
        ] {
            let written = markup(&format!("theo {whole} là"));
            assert!(written.starts_with("theo\\u{20}#box["), "{written}");
            assert_eq!(written.matches("#box[").count(), 1, "{written}");
        }
        assert!(!markup("Đưng K'Nớ và xã").contains("#box"));
    }
}

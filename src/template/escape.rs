//! Makes any text inert in Typst markup, and keeps together what must not be torn over two lines. The one place
//! where text from YAML meets markup. Not for text inside Typst code ([`super::code`]).

use std::fmt::Write;
use std::sync::LazyLock;

use regex::Regex;

/// Longer runs are left breakable, so that no box is wider than a line or a column.
const LONGEST_BOX: usize = 32;

/// What must not be torn: a document symbol with "số", a date, a period, a number and its unit, a name and its number
/// (`party-format`, "Citations and conventions").
static TOGETHER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let symbol = r"(?:[Ss]ố )?\d+[-/][\p{Lu}\d]+(?:[-/][\p{Lu}\d]+)*";
    let date = r"(?:[Nn]gày )?\d{1,2}/\d{1,2}/\d{4}|(?:[Tt]háng )\d{1,2}/\d{4}";
    let period = r"(?:[Qq]uý )[IVX]+(?:/\d{4})?|(?:[Nn]ăm|[Tt]háng|[Nn]gày|[Ss]ố) \d+";
    let amount = r"\d[\d.,/]*%|\d(?:[\d.,/]*\d)? \p{L}+";
    let numbered = r"\p{Lu}\p{Ll}+ \d{1,2}\b";
    let fraction = r"\d[\d.]*/\d[\d.]*\d|\d[\d.]*/\d";
    Regex::new(&format!("{date}|{symbol}|{period}|{amount}|{numbered}|{fraction}")).ok()
});

/// `text` as Typst markup that prints exactly these characters, whatever they are and wherever in markup they stand.
#[must_use]
pub fn markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut done = 0;
    let kept = TOGETHER.iter().flat_map(|regex| regex.find_iter(text));
    for found in
        kept.filter(|found| found.as_str().contains([' ', '-', '/']) && found.len() <= LONGEST_BOX)
    {
        plain(&text[done..found.start()], &mut out);
        out.push_str("#box[");
        plain(found.as_str(), &mut out);
        out.push_str("];");
        done = found.end();
    }
    plain(&text[done..], &mut out);
    out
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

/// Letters, digits, commas and single spaces stay; everything else that could mean something to Typst is written as
/// an escape, which is inert in markup and in a string literal alike.
fn plain(text: &str, out: &mut String) {
    let mut after_space = true;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let inner_space = c == ' ' && !after_space && chars.peek().is_some();
        after_space = c == ' ';
        if c.is_alphanumeric()
            || c == ','
            || inner_space
            || !c.is_ascii() && !c.is_whitespace() && !c.is_control()
        {
            out.push(c);
        } else {
            // Writing to a string cannot fail.
            _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
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
    fn escaped_characters_come_back_as_they_were() {
        for text in
            ["92,53%", "4/5 xã, ngày 05/12/2024", "Đưng K'Nớ #box[x]; \\u{25}", " a  b ", ""]
        {
            assert_eq!(characters(&markup(text)), text);
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

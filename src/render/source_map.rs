//! Leads from a place in generated markup back to the template line that wrote it. Used only after Typst objects:
//! the report is rendered once more with marks. Not for errors of the templates themselves.

use std::fmt::Write;

/// What a mark begins with: a Typst comment that is nothing to the page.
const OPEN: &str = "/*@";
/// What stands in the mark at a sentence's end.
const END: &str = ".";

/// `text` with a mark before every line that begins outside a tag, so that its output says where it comes from.
#[must_use]
pub(crate) fn marked(name: &str, text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut inside: Option<&str> = None;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        if inside.is_none() {
            // Writing to a string cannot fail.
            _ = write!(out, "{OPEN}{name}:{}*/", number + 1);
        }
        out.push_str(line);
        inside = still_open(line, inside);
    }
    out
}

/// The tag that is open after `line`, by its closing mark.
fn still_open<'a>(line: &str, mut inside: Option<&'a str>) -> Option<&'a str> {
    let mut rest = line;
    loop {
        if let Some(close) = inside {
            let Some(at) = rest.find(close) else { return inside };
            rest = &rest[at + close.len()..];
        }
        let opens = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")];
        let first = opens.iter().filter_map(|(open, close)| Some((rest.find(open)?, *close))).min();
        let (at, close) = first?;
        rest = &rest[at + 2..];
        inside = Some(close);
    }
}

/// A sentence, which stands inside a line of another template: marked at both ends.
#[must_use]
pub(crate) fn marked_sentence(name: &str, text: &str) -> String {
    format!("{OPEN}{name}:1*/{text}{OPEN}{END}*/")
}

/// The template and line that wrote the byte `at` of marked markup.
#[must_use]
pub(crate) fn origin(markup: &str, at: usize) -> Option<(&str, usize)> {
    let mut before = markup.get(..at)?;
    let mut ended = 0_usize;
    loop {
        let start = before.rfind(OPEN)?;
        let (mark, _) = before[start + OPEN.len()..].split_once("*/")?;
        before = &before[..start];
        match mark.rsplit_once(':') {
            None => ended += 1,
            Some((name, line)) if ended == 0 => return Some((name, line.parse().ok()?)),
            Some((name, _)) => {
                ended -= usize::from(name.starts_with(crate::kinds::phrases::FOLDER));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_leads_back_to_its_line() {
        let text = "a\n{% if x\n   and y %}\nb {{ c }}\n";
        let markup = marked("muc/x", text);
        assert_eq!(
            markup,
            "/*@muc/x:1*/a\n/*@muc/x:2*/{% if x\n   and y %}\n/*@muc/x:4*/b {{ c }}\n"
        );
        let at = markup.find("b {{").expect("the text is there");
        assert_eq!(origin(&markup, at), Some(("muc/x", 4)));
        assert_eq!(origin("none", 2), None);
        let around =
            format!("{}{} rest", marked("muc/x", "a "), marked_sentence("cau/k", "sentence"));
        assert_eq!(origin(&around, around.len()), Some(("muc/x", 1)));
        assert_eq!(
            origin(&around, around.find("sentence").expect("it is there")),
            Some(("cau/k", 1))
        );
    }
}

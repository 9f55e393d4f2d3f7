//! Text as a terminal may show it: what would move the cursor, change colours or turn the order of letters is replaced by a
//! sign. Not for what is printed on pages.

use std::borrow::Cow;
use std::fmt::Write;
use std::path::Path;

/// Whether a terminal obeys a character instead of showing it. Line ends and tabs are its own business.
fn is_obeyed(c: char) -> bool {
    let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (c.is_control() && c != '\n' && c != '\t')
}

/// A path as findings name it: with `/` between folders, on Windows too.
#[must_use]
pub(crate) fn slashed(path: &Path) -> String {
    let shown = path.to_string_lossy();
    if cfg!(windows) { shown.replace('\\', "/") } else { shown.into_owned() }
}

/// The text with a sign for every character a terminal would obey.
#[must_use]
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_obeyed) {
        return Cow::Borrowed(text);
    }
    let sign = |c: char| match u32::from(c) {
        code if code < 0x20 => char::from_u32(0x2400 + code).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ => '\u{fffd}',
    };
    Cow::Owned(text.chars().map(|c| if is_obeyed(c) { sign(c) } else { c }).collect())
}

/// JSON whose strings hold such characters only by number.
#[must_use]
pub(super) fn escaped(json: String) -> String {
    if !json.contains(is_obeyed) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if is_obeyed(c) {
            write!(escaped, "\\u{:04x}", u32::from(c)).expect("a string takes all");
        } else {
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_shown_as_a_sign() {
        assert_eq!(
            visible("a\u{1b}[31mđ\n\tb\u{7f}\u{9b}\u{202e}"),
            "a␛[31mđ\n\tb␡\u{fffd}\u{fffd}"
        );
        assert_eq!(
            escaped("{\"a\":\"\u{9b}x\u{7f}\"}\n".to_owned()),
            "{\"a\":\"\\u009bx\\u007f\"}\n"
        );
    }
}

//! Signs word processors put before the lines of a list: one stands for all, since fonts of letters lack most of them. Not
//! for what is a list's line ([`super::list_line`]).

use std::borrow::Cow;

/// The sign that stands for all.
pub(crate) const BULLET: char = '•';
/// The sign that stands for those of a second level.
pub(crate) const HOLLOW: char = 'o';

/// Signs nothing else begins with.
const SIGNS: &str = "•·∙‧・●▪▫■□◆◇❖►▶▸➢➤➔→✓✔‣⁃";
/// Signs of a second level.
const HOLLOW_SIGNS: &str = "○◦";
/// What a copy without its symbol font leaves of a sign, a tab behind it: `o`, `§` for a square, `Ø` for an arrow.
const LETTERS: &str = "o§Øüvq";

/// The text with one sign for all at the beginnings of its lines.
pub(super) fn unified(text: &str) -> Cow<'_, str> {
    if !text.split('\n').any(|line| bulleted(line).is_some()) {
        return Cow::Borrowed(text);
    }
    let lines = text.split('\n').map(|line| match bulleted(line) {
        Some((sign, rest)) => Cow::Owned(format!("{sign} {rest}")),
        None => Cow::Borrowed(line),
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

/// The sign that stands for the one a line begins with, and what follows it; none if the line needs no other.
fn bulleted(line: &str) -> Option<(char, &str)> {
    let line = line.trim_start();
    let sign = line.chars().next()?;
    let rest = &line[sign.len_utf8()..];
    let symbol = SIGNS.contains(sign) || ('\u{f000}'..='\u{f0ff}').contains(&sign);
    let hollow = HOLLOW_SIGNS.contains(sign);
    // A letter with nothing behind it may be a word.
    let text_behind = rest.starts_with('\t') && !rest.trim().is_empty();
    let letter = LETTERS.contains(sign) && text_behind;
    let done = sign == BULLET && rest.starts_with(' ');
    let meant = if hollow || sign == HOLLOW { HOLLOW } else { BULLET };
    ((symbol || hollow || letter) && !done).then(|| (meant, rest.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sign_stands_for_all_at_the_beginning_of_a_line() {
        for line in ["•\tÝ", "·Ý", "\u{f0b7}\tÝ", "\u{f0a7} Ý", "▪ Ý", "§\tÝ", "Ø\tÝ", "  ● Ý"]
        {
            assert_eq!(unified(line), "• Ý", "{line:?}");
        }
        for line in ["o Ý", "vÝ", "Ý • Ý", "Ø 5 cm", "35 m²·năm", "", "• Ý", "qua\tcầu", "q\t"]
        {
            assert_eq!(unified(line), line, "{line:?}");
        }
        assert_eq!(unified("●\tMột\no\tHai\n◦ Ba"), "• Một\no Hai\no Ba");
        assert_eq!(unified("Gồm:\n●\tMột\n●\tHai"), "Gồm:\n• Một\n• Hai");
    }
}

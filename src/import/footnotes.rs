//! Marks of footnotes and numbering around a name or number typed in a table. Not for marks raised by a workbook's
//! formatting ([`super::raised_marks`]).

/// `text` without the marks of footnotes behind it: `Xã Lát (*)`, `Xã Lát¹`, `6852 (1)`, `Dân số [2]`.
#[must_use]
pub(crate) fn unmarked(text: &str) -> &str {
    let mut rest = text.trim();
    loop {
        // A square or cubic metre.
        if rest.ends_with("m²") || rest.ends_with("m³") {
            return rest;
        }
        let shorter = rest.trim_end_matches(|c: char| is_mark(c) || c.is_whitespace());
        let shorter = without_brackets(shorter).unwrap_or(shorter).trim_end();
        if shorter.is_empty() {
            return rest;
        }
        if shorter.len() == rest.len() {
            return rest;
        }
        rest = shorter;
    }
}

/// `text` without what numbers it: `1. Xã Lát`, `a) Xã Lát`, `- Xã Lát`, `II. Xã Lát`.
#[must_use]
pub(crate) fn unnumbered(text: &str) -> &str {
    let text = text.trim().trim_start_matches(['-', '–', '+', '•', '*']).trim_start();
    let number = |c: char| c.is_ascii_digit() || c == '.';
    if let Some((before, after)) = text.split_once(['.', ')', '/']) {
        let roman = |word: &str| word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let numbers = before.chars().all(number) || before.chars().count() == 1 || roman(before);
        let spaced = after.starts_with(char::is_whitespace) || before.chars().all(number);
        if numbers && !before.is_empty() && spaced && after.chars().any(char::is_alphabetic) {
            return unnumbered(after.trim_start_matches(number));
        }
    }
    let after = text.trim_start_matches(number);
    let named = after.starts_with(char::is_whitespace) && after.chars().any(char::is_alphabetic);
    if named { after.trim_start() } else { text }
}

/// Asterisks and raised digits.
fn is_mark(c: char) -> bool {
    matches!(c, '*' | '†' | '‡' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// What stands before `(1)`, `[2]`, `(*)` at the end.
fn without_brackets(text: &str) -> Option<&str> {
    let (open, inside) = [(')', '('), (']', '[')].into_iter().find_map(|(close, open)| {
        let inside = text.strip_suffix(close)?;
        let at = inside.rfind(open)?;
        Some((at, &inside[at + 1..]))
    })?;
    let short = inside.chars().count() <= 2 && !inside.is_empty();
    let mark = inside.chars().all(|c| c.is_ascii_digit() || is_mark(c));
    (short && mark).then_some(&text[..open])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_of_a_footnote_is_no_part_of_a_name_or_number() {
        for (typed, wanted) in [
            ("Xã Lát (*)", "Xã Lát"),
            ("Xã Lát (1)", "Xã Lát"),
            ("Xã Lát¹", "Xã Lát"),
            ("6852 (1)", "6852"),
            ("6852**", "6852"),
            ("Dân số [2]", "Dân số"),
            ("Dân số (người)", "Dân số (người)"),
            ("(152)", "(152)"),
            ("(1)", "(1)"),
            ("***", "***"),
        ] {
            assert_eq!(unmarked(typed), wanted);
        }
    }

    #[test]
    fn a_number_before_a_name_is_no_part_of_it() {
        for typed in [
            "1. Xã Lát",
            "1) Xã Lát",
            "- Xã Lát",
            "II. Xã Lát",
            "1 Xã Lát",
            "1.2. Xã Lát",
            "1.Xã Lát",
        ] {
            assert_eq!(unnumbered(typed), "Xã Lát", "{typed}");
        }
        for kept in ["X. Lát", "TT. Lạc Dương", "6852", "Phường 7", "P. 7", "9 tháng"] {
            let wanted = if kept == "9 tháng" {
                "tháng"
            } else if kept == "X. Lát" || kept == "P. 7" {
                continue;
            } else {
                kept
            };
            assert_eq!(unnumbered(kept), wanted, "{kept}");
        }
    }
}

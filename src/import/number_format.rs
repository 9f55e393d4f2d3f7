//! What a workbook's number format does to the value a person sees: percentages, thousands left out, words behind the
//! number. Not for the values themselves ([`super::workbook`]).

/// A number format, as far as it changes what is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct NumberFormat {
    /// Whether the value is shown times a hundred, with a percent sign.
    pub(super) percent: bool,
    /// How many places the decimal point is moved to the left before the value is shown: 6 for `#,##0,,`.
    pub(super) scale: u8,
    /// Words written behind the number: `triệu đồng`, `%`.
    pub(super) words: String,
}

impl NumberFormat {
    /// Reads the part of a format code that is for positive numbers.
    #[must_use]
    pub(super) fn read(code: &str) -> Self {
        let (mut format, mut digits) = (Self::default(), String::new());
        let mut rest = code.chars();
        while let Some(c) = rest.next() {
            match c {
                ';' => break,
                '"' => format.words.extend(rest.by_ref().take_while(|c| *c != '"')),
                '\\' => format.words.extend(rest.next()),
                '_' | '*' => _ = rest.next(),
                '[' => _ = rest.by_ref().find(|c| *c == ']'),
                '%' => format.percent = true,
                '0' | '#' | '?' | ',' | '.' => digits.push(c),
                _ => {}
            }
        }
        format.scale = thousands(&digits) * 3;
        let words = format.words.trim().to_owned();
        Self { words, ..format }
    }

    /// One of the formats every workbook has without naming it.
    #[must_use]
    pub(super) fn built_in(id: &str) -> Self {
        Self { percent: matches!(id, "9" | "10"), ..Self::default() }
    }

    /// Whether the value is shown as it is.
    #[must_use]
    pub(super) fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

/// Commas behind the last digit of the whole or of the decimals: each leaves out three digits.
fn thousands(digits: &str) -> u8 {
    let trailing = |part: &str| part.len() - part.trim_end_matches(',').len();
    let commas: usize = digits.split('.').map(trailing).sum();
    u8::try_from(commas).map_or(0, |commas| commas.min(4))
}

/// A number written with a decimal point, the point moved `places` to the right: `0.954` by 2 is `95.4`.
#[must_use]
pub(super) fn moved(number: &str, places: i32) -> String {
    let (sign, number) = number.strip_prefix('-').map_or(("", number), |rest| ("-", rest));
    let (head, tail) = number.split_once('.').unwrap_or((number, ""));
    let count = usize::try_from(places.unsigned_abs()).unwrap_or(0);
    let (whole, rest) = if places < 0 {
        let head = format!("{head:0>width$}", width = count + 1);
        let (whole, moved) = head.split_at(head.len() - count);
        (whole.to_owned(), format!("{moved}{tail}"))
    } else {
        let tail = format!("{tail:0<count$}");
        let (moved, rest) = tail.split_at(count);
        (format!("{head}{moved}"), rest.to_owned())
    };
    let (whole, rest) = (whole.trim_start_matches('0'), rest.trim_end_matches('0'));
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_that_leaves_out_thousands_or_adds_words_is_told_from_a_plain_one() {
        for plain in ["General", "0", "#,##0", "#,##0.00", "#,##0_);(#,##0)", "[Red]0;-0", "@"] {
            let read = NumberFormat::read(plain);
            assert!(!read.percent && read.scale == 0 && read.words.is_empty(), "{plain} {read:?}");
        }
        for (code, scale) in [("#,##0,", 3), ("#,##0,,", 6), ("0.0,,", 6), ("#,##0,.00", 3)] {
            assert_eq!(NumberFormat::read(code).scale, scale, "{code}");
        }
        assert!(NumberFormat::read("0.00%").percent);
        assert_eq!(NumberFormat::read("0.0\"%\"").words, "%");
        assert_eq!(NumberFormat::read("#,##0\\ \"triệu đồng\"").words, "triệu đồng");
    }

    #[test]
    fn a_decimal_point_is_moved_without_rounding() {
        for (number, places, wanted) in [
            ("0.954", 2, "95.4"),
            ("1", 2, "100"),
            ("0.05", 2, "5"),
            ("0.12345", 2, "12.345"),
            ("0", 2, "0"),
            ("-0.5", 2, "-50"),
            ("1250000000", -6, "1250"),
            ("1250400000", -6, "1250.4"),
            ("999", -6, "0.000999"),
            ("12.5", -3, "0.0125"),
        ] {
            assert_eq!(moved(number, places), wanted, "{number} by {places}");
        }
    }
}

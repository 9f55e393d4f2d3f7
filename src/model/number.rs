//! Numbers as Party documents write them: decimal comma, dot between thousands. Not for rounding decisions
//! ([`crate::rollup::digits`]).

use super::exact::{Exact, in_steps, power_of_ten};

/// A whole number with a dot between thousands.
///
/// ```
/// assert_eq!(baocao::model::number::whole(1_234_567), "1.234.567");
/// ```
#[must_use]
pub fn whole(value: i128) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if value < 0 {
        out.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// A value that is already rounded to `digits` decimals, written with all of them unless they are all zero:
/// `92,50`, `95`.
#[must_use]
pub fn decimal(rounded: Exact, digits: u8) -> String {
    let (scaled, _) = in_steps(rounded, digits);
    let scale = power_of_ten(digits);
    if scaled % scale == 0 { whole(scaled / scale) } else { fixed(rounded, digits) }
}

/// The same with all its decimals, zeros or not: `95,00`.
#[must_use]
pub(crate) fn fixed(rounded: Exact, digits: u8) -> String {
    let (scaled, _) = in_steps(rounded, digits);
    let scale = power_of_ten(digits);
    let (head, tail) = (scaled / scale, (scaled % scale).unsigned_abs());
    let sign = if scaled < 0 && head == 0 { "-" } else { "" };
    if digits == 0 {
        return whole(head);
    }
    format!("{sign}{},{tail:0width$}", whole(head), width = usize::from(digits))
}

/// An amount in its smallest steps, written with its decimals: 12505 tenths as `1.250,5`.
#[must_use]
pub(crate) fn steps(value: i64, decimals: u8) -> String {
    decimal(Exact::new(i128::from(value), power_of_ten(decimals)), decimals)
}

/// An amount in its smallest steps as it is typed in YAML: 12505 tenths as `1250.5`.
#[must_use]
pub fn typed(value: i64, decimals: u8) -> String {
    steps(value, decimals).replace('.', "").replace(',', ".")
}

/// Reads `95`, `9.5`, `-2`: digits with at most one dot.
#[must_use]
pub fn parse_decimal(text: &str) -> Option<Exact> {
    let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (head, tail) = rest.split_once('.').unwrap_or((rest, ""));
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if head.is_empty()
        || head.len() > 18
        || tail.len() > 9
        || !all_digits(head)
        || !all_digits(tail)
    {
        return None;
    }
    if rest.contains('.') && tail.is_empty() {
        return None;
    }
    let scale = power_of_ten(u8::try_from(tail.len()).ok()?);
    let fraction = if tail.is_empty() { 0 } else { tail.parse().ok()? };
    Some(Exact::new(sign * (head.parse::<i128>().ok()? * scale + fraction), scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_by_dots_and_decimals_by_a_comma() {
        assert_eq!(whole(35699), "35.699");
        assert_eq!(whole(-1_234_567), "-1.234.567");
        assert_eq!(whole(999), "999");
        assert_eq!(decimal(Exact::new(9250, 100), 2), "92,50");
        assert_eq!(decimal(Exact::new(95, 1), 2), "95");
        assert_eq!(decimal(Exact::new(-5, 100), 2), "-0,05");
        assert_eq!(decimal(Exact::new(12505, 10), 1), "1.250,5");
        assert_eq!(fixed(Exact::new(95, 1), 2), "95,00");
        assert_eq!(fixed(Exact::new(1_250, 1), 0), "1.250");
    }

    #[test]
    fn only_plain_decimals_are_read() {
        assert_eq!(parse_decimal("1250.5"), Some(Exact::new(2501, 2)));
        assert_eq!(parse_decimal("-2"), Some(Exact::from_integer(-2)));
        for bad in ["", "1,5", "1 000", "1.", ".5", "1.2.3", "95%", "1e3", "+4"] {
            assert_eq!(parse_decimal(bad), None, "{bad}");
        }
    }
}

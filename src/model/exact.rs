//! Exact numbers: no figure of a report is ever a float. Not for how they are written ([`super::number`]).

use num_rational::Ratio;

/// An exact ratio of two integers.
pub type Exact = Ratio<i128>;

/// A count of things.
#[must_use]
pub(crate) fn from_usize(count: usize) -> Exact {
    Exact::from_integer(i128::try_from(count).expect("a count has fewer bits than an i128"))
}

/// Ten to the power of `digits`.
#[must_use]
pub fn power_of_ten(digits: u8) -> i128 {
    10_i128.pow(u32::from(digits))
}

/// `value` rounded to `digits` decimals, halves away from zero.
#[must_use]
pub fn round(value: Exact, digits: u8) -> Exact {
    let (whole, rest) = in_steps(value, digits);
    let away = if rest.abs() * 2 >= *value.denom() { value.numer().signum() } else { 0 };
    Exact::new(whole + away, power_of_ten(digits))
}

/// How many whole steps of `10^-digits` are in `value`, counted towards zero, and what is left, in parts of its
/// denominator. Integers only: reports round some thousand times, and reducing a fraction costs most.
#[must_use]
pub(crate) fn in_steps(value: Exact, digits: u8) -> (i128, i128) {
    let (above, below, scale) = (*value.numer(), *value.denom(), power_of_ten(digits));
    let rest = above % below * scale;
    (above / below * scale + rest / below, rest % below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!(round(Exact::new(12345, 1000), 2), Exact::new(1235, 100));
        assert_eq!(round(Exact::new(-12345, 1000), 2), Exact::new(-1235, 100));
        assert_eq!(round(Exact::new(12344, 1000), 2), Exact::new(1234, 100));
        assert_eq!(round(Exact::new(-1, 3), 0), Exact::ZERO);
        assert_eq!(round(Exact::new(-2, 3), 0), Exact::from_integer(-1));
    }
}

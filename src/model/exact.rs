//! Exact numbers: no figure of a report is ever a float. Not for how they are written ([`crate::vietnamese::number`]).

use num_rational::Ratio;

/// An exact ratio of two integers.
pub type Exact = Ratio<i128>;

/// Ten to the power of `digits`.
#[must_use]
pub fn power_of_ten(digits: u8) -> i128 {
    10_i128.pow(u32::from(digits))
}

/// `value` rounded to `digits` decimals, halves away from zero.
#[must_use]
pub fn round(value: Exact, digits: u8) -> Exact {
    let scale = Exact::from_integer(power_of_ten(digits));
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_away_from_zero() {
        assert_eq!(round(Exact::new(12345, 1000), 2), Exact::new(1235, 100));
        assert_eq!(round(Exact::new(-12345, 1000), 2), Exact::new(-1235, 100));
        assert_eq!(round(Exact::new(12344, 1000), 2), Exact::new(1234, 100));
    }
}

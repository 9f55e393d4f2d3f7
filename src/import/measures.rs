//! Units of measure as tables write them, and how one is put into another: `nghìn đồng` into `triệu đồng`, `m²` into
//! `ha`. Not for where they stand ([`super::headings`], [`super::surroundings`]).

use crate::model::exact::Exact;
use crate::vietnamese::nearest::fold;

/// A unit of measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableMeasure {
    /// As it is written.
    pub(crate) written: String,
    /// How many of `base` it is.
    factor: i128,
    /// What is counted; empty for a bare `triệu`, which is money.
    base: String,
}

/// Words that multiply, longest first where one begins another.
const FACTORS: [(&str, i128); 16] = [
    ("1.000.000.000", 1_000_000_000),
    ("1.000.000", 1_000_000),
    ("1000000", 1_000_000),
    ("1.000", 1_000),
    ("1,000", 1_000),
    ("1000", 1_000),
    ("nghìn tỷ", 1_000_000_000_000),
    ("nghìn", 1_000),
    ("ngàn", 1_000),
    ("trăm", 100),
    ("triệu", 1_000_000),
    ("tỷ", 1_000_000_000),
    ("tỉ", 1_000_000_000),
    ("nghin", 1_000),
    ("trieu", 1_000_000),
    ("ty", 1_000_000_000),
];

impl TableMeasure {
    /// Reads a unit of measure, whatever it counts.
    #[must_use]
    pub(crate) fn read(written: &str) -> Self {
        let written = written.trim_matches(|c: char| c.is_whitespace() || "().,:;*".contains(c));
        let text = written.to_lowercase().replace('²', "2").replace('³', "3");
        let short = ["trđ", "tr.đ", "tr đ", "tr.đồng", "tr đồng", "trđồng"];
        let worded = || FACTORS.iter().find_map(|(word, factor)| multiplied(&text, word, *factor));
        let (factor, rest) = if short.contains(&text.as_str()) {
            (1_000_000, "đ")
        } else {
            worded().unwrap_or((1, &text))
        };
        let (more, base) = base(rest);
        Self { written: written.to_owned(), factor: factor * more, base }
    }

    /// What `value` of this unit is multiplied by to be one of `other`; none if they count different things.
    #[must_use]
    pub(crate) fn in_terms_of(&self, other: &Self) -> Option<Exact> {
        let bare = |one: &Self, two: &Self| one.base.is_empty() && one.factor > 1 && two.is_money();
        let same = self.base == other.base || bare(self, other) || bare(other, self);
        same.then(|| Exact::new(self.factor, other.factor))
    }

    /// Whether it is a unit by itself, whatever a plan counts: money, an area, a share.
    #[must_use]
    pub(crate) fn is_known(&self) -> bool {
        matches!(self.base.as_str(), "dong" | "m2" | "kg" | "m" | "%")
            || self.base.is_empty() && self.factor > 1
    }

    /// Whether it is per cent.
    #[must_use]
    pub(crate) fn is_share(&self) -> bool {
        self.base == "%"
    }

    /// How many of what it counts it is.
    #[must_use]
    pub(crate) fn factor(&self) -> i128 {
        self.factor
    }

    fn is_money(&self) -> bool {
        self.base == "dong"
    }
}

fn multiplied<'t>(text: &'t str, word: &str, factor: i128) -> Option<(i128, &'t str)> {
    let rest = text.strip_prefix(word)?;
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let digits = word.starts_with(|c: char| c.is_ascii_digit());
    (ends || digits && rest.starts_with(char::is_alphabetic)).then_some((factor, rest.trim_start()))
}

/// The smallest of its kind, and how many of it the unit is.
fn base(text: &str) -> (i128, String) {
    let folded = fold(text);
    if folded.is_empty() && text.contains('%') || folded == "phantram" {
        return (1, "%".to_owned());
    }
    let (factor, base) = match folded.as_str() {
        "d" | "dong" | "vnd" | "vietnamdong" | "dongvietnam" => (1, "dong"),
        "m2" | "metvuong" => (1, "m2"),
        "ha" | "hecta" => (10_000, "m2"),
        "km2" => (1_000_000, "m2"),
        "kg" | "kilogam" => (1, "kg"),
        "yen" => (10, "kg"),
        "ta" => (100, "kg"),
        "tan" => (1_000, "kg"),
        "m" | "met" => (1, "m"),
        "km" => (1_000, "m"),
        other => (1, other),
    };
    (factor, base.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_put_into_another_of_its_kind_exactly() {
        for (from, to, wanted) in [
            ("đồng", "triệu đồng", Some(Exact::new(1, 1_000_000))),
            ("1.000đ", "triệu đồng", Some(Exact::new(1, 1_000))),
            ("nghìn đồng", "Triệu đồng", Some(Exact::new(1, 1_000))),
            ("tỷ đồng", "trđ", Some(Exact::from_integer(1_000))),
            ("triệu", "triệu đồng", Some(Exact::ONE)),
            ("m²", "ha", Some(Exact::new(1, 10_000))),
            ("Ha", "hecta", Some(Exact::ONE)),
            ("tạ", "tấn", Some(Exact::new(1, 10))),
            ("nghìn người", "người", Some(Exact::from_integer(1_000))),
            ("người", "(người)", Some(Exact::ONE)),
            ("lượt", "người", None),
            ("%", "người", None),
            ("đồng", "người", None),
            ("triệu", "người", None),
        ] {
            let (one, other) = (TableMeasure::read(from), TableMeasure::read(to));
            assert_eq!(one.in_terms_of(&other), wanted, "{from} into {to}");
        }
    }
}

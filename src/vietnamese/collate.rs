//! Vietnamese alphabetical order (CLDR `vi`). Not for tables with a customary order (`stt`), which win over it.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// Compares Vietnamese names.
pub struct Alphabet(CollatorBorrowed<'static>);

impl Alphabet {
    /// The Vietnamese alphabet.
    ///
    /// # Panics
    /// Never: the data is compiled in.
    #[must_use]
    pub fn new() -> Self {
        let collator = Collator::try_new(locale!("vi").into(), CollatorOptions::default());
        Self(collator.expect("the Vietnamese alphabet is compiled in"))
    }

    /// Which name comes first.
    #[must_use]
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.compare(a, b)
    }
}

impl Default for Alphabet {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tones_count_after_letters() {
        let alphabet = Alphabet::new();
        let mut names = ["Lát", "Lạc Dương", "Đưng K'Nớ", "Đạ Sar", "Đạ Nhim", "Đạ Chais"];
        names.sort_by(|a, b| alphabet.compare(a, b));
        assert_eq!(names, ["Đạ Chais", "Đạ Nhim", "Đạ Sar", "Đưng K'Nớ", "Lạc Dương", "Lát"]);
    }
}

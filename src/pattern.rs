//! Compiles the search patterns that stand in the source. Not for patterns that come from a file or a user, which may
//! be wrong.

use regex::Regex;

/// A literal pattern, compiled.
///
/// # Panics
/// If it does not compile, with its text: a slip in the source must not silently switch off the rule that uses it.
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text).unwrap_or_else(|error| panic!("a literal pattern: {text}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_finds_what_it_describes() {
        assert!(pattern("^Số [0-9]+$").is_match("Số 05"));
    }

    #[test]
    #[should_panic(expected = "a literal pattern: (Số")]
    fn a_slip_in_a_pattern_names_the_pattern() {
        _ = pattern("(Số");
    }
}

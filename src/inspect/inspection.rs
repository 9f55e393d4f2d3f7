//! What an inspection found. Not for how it is found (`rules`), nor for printing it ([`super::tell`]).

use super::rule::Rule;

/// One thing that is not as the regulation asks.
#[derive(Debug, Clone, PartialEq)]
pub struct Deviation {
    /// The rule it breaks.
    pub rule: Rule,
    /// The cell, such as `5a`, or a name where the regulation has no number.
    pub cell: String,
    /// What the component is called.
    pub(crate) name: String,
    /// Where the specification asks it.
    pub(crate) source: String,
    /// The page, from 1.
    pub page: usize,
    /// Where on it, in mm from the top left corner: left end and baseline.
    pub(crate) place: Option<(f64, f64)>,
    /// The words concerned.
    pub(crate) words: Option<String>,
    /// What was measured.
    pub measured: String,
    /// What it must be.
    pub(crate) expected: String,
    /// Whether it is how words look or stand rather than what they say.
    pub(crate) looks: bool,
    /// In how many more places.
    pub more: usize,
}

/// What an inspection found.
#[derive(Debug)]
pub struct Inspection {
    /// The profile.
    pub profile: String,
    /// Its regulation.
    pub(crate) regulation: String,
    /// What deviates, by page and place.
    pub deviations: Vec<Deviation>,
    /// What could not be judged.
    pub unjudged: Vec<String>,
    /// How many pages there are.
    pub pages: usize,
}

//! What is said of a value that cannot be read. Not for finding out what is wrong with it.

/// Why something is not the number wanted, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Slip {
    /// Completes a sentence that begins with the key and what was typed.
    pub(crate) why: String,
    /// What to type.
    pub(crate) hint: String,
}

impl Slip {
    /// A slip of these words.
    pub(crate) fn new(why: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { why: why.into(), hint: hint.into() }
    }
}

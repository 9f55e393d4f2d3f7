//! What is said of a value that cannot be read. Not for finding out what is wrong with it.

/// Why something is not the number wanted, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Completes a sentence that begins with the key and what was typed.
    pub why: String,
    /// What to type.
    pub hint: String,
}

impl Slip {
    /// A slip of these words.
    pub fn new(why: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { why: why.into(), hint: hint.into() }
    }
}

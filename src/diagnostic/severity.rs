//! How bad a finding is. Not for what is wrong.

use serde::{Deserialize, Serialize};

/// How bad a finding is. Only [`Severity::Error`] refuses a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Ghi chú: nothing to do, good to know.
    Note,
    /// Cảnh báo: the report is built; somebody should look.
    Warning,
    /// Lỗi: the report concerned is not built.
    Error,
}

impl Severity {
    /// The Vietnamese word.
    #[must_use]
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Note => "ghi chú",
            Self::Warning => "cảnh báo",
            Self::Error => "lỗi",
        }
    }
}

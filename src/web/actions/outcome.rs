//! What came of an action: how it ended, what was found, what was said. Not for finding anything out.

use serde::Serialize;

use crate::diagnostic::shown::visible;
use crate::error::Error;
use crate::web::finding_view::{self, FindingView};

/// What came of an action.
#[derive(Debug, Clone, Default, Serialize)]
pub(in crate::web) struct Outcome {
    /// The exit code of the command: 0 done, 1 with errors, 2 not done at all.
    #[serde(rename = "ma")]
    pub(super) code: u8,
    /// What was found.
    #[serde(rename = "cac_phat_hien")]
    pub(super) found: Vec<FindingView>,
    /// What was said beside it.
    #[serde(rename = "loi")]
    pub(super) said: String,
}

impl Outcome {
    /// What stopped a run, in the words of the commands.
    pub(super) fn stopped(error: &Error) -> Self {
        let found = match error {
            Error::Templates(found) | Error::RegisterChanged(found) => finding_view::views(found),
            _ => Vec::new(),
        };
        Self { found, ..Self::failed(&error.to_string()) }
    }

    /// That something could not be done, and why.
    pub(super) fn failed(why: &str) -> Self {
        Self { code: 2, found: Vec::new(), said: format!("lỗi: {}", visible(why)) }
    }
}

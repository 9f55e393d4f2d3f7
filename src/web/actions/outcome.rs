//! What came of an action: how it ended, what was found, what was said. Not for finding anything out.

use serde::Serialize;

use crate::diagnostic::shown::visible;
use crate::error::Error;
use crate::web::finding_view::{self, FindingView};
use crate::web::page_words::{PageWord, page_words};

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

/// What came of an action, on a page: with what the commands it names are called there.
#[derive(Debug, Serialize)]
pub(super) struct OutcomeView {
    #[serde(flatten)]
    outcome: Outcome,
    tren_trang: Vec<PageWord>,
}

impl OutcomeView {
    /// What came of an action, and whose quarter it was about; nothing where it was about none.
    pub(super) fn of(mut outcome: Outcome, (dossier, period): (&str, &str)) -> Self {
        let mut tren_trang = page_words(&outcome.said);
        // What is about the register alone is about no quarter.
        if !dossier.is_empty() {
            for word in &mut tren_trang {
                word.place(dossier, period);
            }
            for one in &mut outcome.found {
                one.place(dossier, period);
            }
        }
        Self { outcome, tren_trang }
    }
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

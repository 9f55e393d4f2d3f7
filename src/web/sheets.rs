//! The pages of reports as pictures, laid out once for the page that shows them and the pictures it then asks for. Not for their
//! markup ([`super::workspace`]).

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diagnostic::Finding;
use crate::toolchain::Toolchain;
use crate::typeset::typesetter::{PagePicture, Typesetter};

/// So many reports are kept: what a few open tabs show.
const KEPT: usize = 8;
/// Typst's results are kept for so many sheets: the next edit of the same report is laid out faster.
const SHEETS: usize = 4;

/// Reports that were laid out, by what they were laid out from, the last first.
#[derive(Default)]
pub(super) struct SheetCache(Mutex<VecDeque<(String, Arc<Vec<PagePicture>>)>>);

/// The pages of a report.
pub(super) struct Sheets {
    /// What they were laid out from, for the address of a picture.
    pub(super) mark: String,
    /// The pages.
    pub(super) pages: Arc<Vec<PagePicture>>,
}

impl SheetCache {
    /// The pages laid out from what has this mark, if they are kept.
    pub(super) fn kept(&self, mark: &str) -> Option<Arc<Vec<PagePicture>>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().find(|(own, _)| own == mark).map(|(_, pages)| Arc::clone(pages))
    }

    /// The pages of a report with this markup.
    ///
    /// # Errors
    /// What keeps it from being laid out.
    pub(super) fn sheets(
        &self,
        toolchain: &Toolchain,
        markup: String,
    ) -> Result<Sheets, Vec<Finding>> {
        let mark = toolchain.shared.of(&markup).hash();
        if let Some(pages) = self.kept(&mark) {
            return Ok(Sheets { mark, pages });
        }
        let pages = toolchain.typesetter.pictures(markup);
        Typesetter::forget(SHEETS);
        let pages = Arc::new(pages?);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.truncate(KEPT - 1);
        kept.push_front((mark.clone(), Arc::clone(&pages)));
        Ok(Sheets { mark, pages })
    }
}

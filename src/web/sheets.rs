//! The pages of reports as pictures, laid out once for the page that shows them and the pictures it then asks for. Not for their
//! markup ([`super::workspace`]).

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use crate::diagnostic::Finding;
use crate::draft::twin::charts::{DrawnChart, charts};
use crate::toolchain::Toolchain;
use crate::typeset::typesetter::{PagePicture, Typesetter};

/// So many reports are kept: what a few open tabs show.
const KEPT: usize = 12;
/// Typst's results are kept for so many sheets: the next edit of the same report is laid out faster, and where words move on to the
/// next page after many keys, what is in them is still known.
const SHEETS: usize = 32;

/// What marks the charts of a report off from its pages.
const CHARTS: &str = "bieu-do ";

/// Reports that were laid out, by what they were laid out from, the last first.
#[derive(Default)]
pub(super) struct SheetCache(Mutex<VecDeque<(String, Arc<Vec<Sheet>>)>>);

/// A page of a report.
pub(super) struct Sheet {
    /// By which its picture is asked for: a page that looks as before has the same.
    pub(super) mark: String,
    /// What stands above it; nothing above a page.
    pub(super) title: String,
    /// How it looks.
    pub(super) picture: PagePicture,
}

impl SheetCache {
    /// What `made` makes of the page whose picture has this mark, if it is kept.
    pub(super) fn kept<T>(&self, mark: &str, made: impl FnOnce(&Sheet) -> T) -> Option<T> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.iter().flat_map(|(_, pages)| pages.iter()).find(|page| page.mark == mark).map(made)
    }

    /// The pages of a report with this markup.
    ///
    /// # Errors
    /// What keeps it from being laid out.
    pub(super) fn sheets(
        &self,
        toolchain: &Toolchain,
        markup: String,
    ) -> Result<Arc<Vec<Sheet>>, Vec<Finding>> {
        let mark = toolchain.shared.of(&markup).hash();
        self.known_or(mark, || {
            let pages = toolchain.typesetter.pictures(markup)?.into_iter();
            Ok(pages.map(|page| Sheet::of(String::new(), page)).collect())
        })
    }

    /// The charts of a report with this markup, each with what stands above it; its text is what it shows, in words.
    ///
    /// # Errors
    /// As [`SheetCache::sheets`].
    pub(super) fn charts(
        &self,
        toolchain: &Toolchain,
        markup: String,
    ) -> Result<Arc<Vec<Sheet>>, Vec<Finding>> {
        let mark = format!("{CHARTS}{}", toolchain.shared.of(&markup).hash());
        self.known_or(mark, || {
            let charts = charts(&toolchain.typesetter.tree(markup)?).into_iter();
            Ok(charts.map(Sheet::of_chart).collect())
        })
    }

    fn known_or(
        &self,
        mark: String,
        made: impl FnOnce() -> Result<Vec<Sheet>, Vec<Finding>>,
    ) -> Result<Arc<Vec<Sheet>>, Vec<Finding>> {
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, pages)) = known().iter().find(|(own, _)| *own == mark) {
            return Ok(Arc::clone(pages));
        }
        let pages = made();
        rayon::spawn(|| Typesetter::forget(SHEETS));
        let pages = Arc::new(pages?);
        let mut kept = known();
        kept.truncate(KEPT - 1);
        kept.push_front((mark, Arc::clone(&pages)));
        Ok(pages)
    }
}

impl Sheet {
    fn of(title: String, picture: PagePicture) -> Self {
        Self { mark: blake3::hash(picture.svg.as_bytes()).to_hex().to_string(), title, picture }
    }

    fn of_chart(chart: DrawnChart) -> Self {
        let DrawnChart { caption, description, svg, size } = chart;
        Self::of(
            caption,
            PagePicture { svg: svg.into(), text: description, words: Vec::new(), size },
        )
    }
}

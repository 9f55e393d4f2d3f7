//! The pictures of a report's pages and charts, as they were when the page that shows them was made. Not for laying them out
//! ([`super::sheets`]).

use super::page_error::PageError;
use super::place::Place;
use super::reply::{Media, Reply};
use super::sheets::Sheet;
use super::site::Site;

/// What of a report is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) enum Drawn {
    /// Its pages.
    Pages,
    /// The charts of its period.
    Charts,
}

/// A picture of a page or chart.
///
/// # Errors
/// There is none.
pub(super) fn picture(
    site: &Site,
    place: Place<'_>,
    drawn: Drawn,
    (kind, file): (&str, &str),
    mark: &str,
) -> Result<Reply, PageError> {
    let number: usize = file
        .strip_suffix(".svg")
        .and_then(|number| number.parse().ok())
        .ok_or(PageError::NotThere)?;
    let svg = |page: &Sheet| Reply::of(Media::Svg, page.picture.svg.as_bytes());
    if let Some(kept) = site.sheets.kept(mark, svg) {
        return Ok(kept);
    }
    let workspace = site.workspace()?;
    let job = workspace.job(place, kind)?;
    let pages = match drawn {
        Drawn::Pages => workspace
            .markup(&job)
            .and_then(|markup| site.sheets.sheets(&workspace.toolchain, markup)),
        Drawn::Charts => workspace
            .charts_markup(&job)
            .and_then(|markup| site.sheets.charts(&workspace.toolchain, markup)),
    };
    let pages = pages.map_err(PageError::Found)?;
    number.checked_sub(1).and_then(|at| pages.get(at)).map(svg).ok_or(PageError::NotThere)
}

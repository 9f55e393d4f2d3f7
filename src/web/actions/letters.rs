//! Letters to units that are late: which are due, and the PDF of each. Not for making them, which a build does ([`super::runs`]).

use serde::Serialize;

use super::quarter::{Quarter, QuarterView};
use crate::disk::file_system::Local;
use crate::disk::links::leads_outside;
use crate::disk::read::if_there;
use crate::output::artifact;
use crate::output::artifact::PDF;
use crate::status::board::{LetterLine, board};
use crate::status::words::state;
use crate::web::page_error::PageError;
use crate::web::reply::{Media, Reply};
use crate::web::site::Site;

/// The page.
#[derive(Debug, Serialize)]
struct LettersPage {
    quy: QuarterView,
    cong_van: Vec<LetterView>,
    /// Those that are not made yet.
    chua_lap: usize,
    /// Some cannot be made before the quarter is opened.
    chua_mo: bool,
}

/// A letter.
#[derive(Debug, Serialize)]
struct LetterView {
    ten: String,
    lan: u8,
    tinh_trang: &'static str,
    /// Where its PDF is; none before it is made.
    dia_chi: Option<String>,
}

/// The name of a letter's report in its folder.
fn stem(letter: &LetterLine) -> Option<&str> {
    letter.report.as_deref()?.rsplit('/').next()
}

/// The letters that are due.
///
/// # Errors
/// The period is not due, or its plan cannot be used.
pub(super) fn page(site: &Site, quarter: Quarter<'_>) -> Result<Reply, PageError> {
    let letters = due(site, quarter)?;
    let view = |letter: &LetterLine| LetterView {
        ten: letter.name.clone(),
        lan: letter.time,
        tinh_trang: state(letter.state),
        dia_chi: stem(letter)
            .filter(|_| letter.state.is_made())
            .map(|stem| quarter.address(&["cong-van", stem])),
    };
    let page = LettersPage {
        quy: quarter.view(),
        chua_lap: letters.iter().filter(|letter| !letter.state.is_made()).count(),
        chua_mo: letters.iter().any(|letter| letter.report.is_none()),
        cong_van: letters.iter().map(view).collect(),
    };
    Ok(site.templates.page("viec-cong-van.html", page))
}

fn due(site: &Site, quarter: Quarter<'_>) -> Result<Vec<LetterLine>, PageError> {
    let surveyed = quarter.surveyed(site)?;
    let seen = surveyed.periods.first().ok_or(PageError::NotThere)?;
    Ok(board(seen, &surveyed.kinds, site.today()).letters)
}

/// The PDF of a letter, as the last build wrote it.
///
/// # Errors
/// No such letter is due, or it is not made.
pub(super) fn pdf(site: &Site, quarter: Quarter<'_>, name: &str) -> Result<Reply, PageError> {
    let letters = due(site, quarter)?;
    let found = letters.iter().find(|letter| stem(letter) == Some(name));
    let report = found.and_then(|letter| letter.report.as_deref()).ok_or(PageError::NotThere)?;
    let path = artifact::path(&site.paths.out, report, PDF);
    if leads_outside(&site.paths.out, &path) {
        return Err(PageError::NotThere);
    }
    let bytes = if_there(&Local, &path).ok().flatten().ok_or(PageError::NotThere)?;
    Ok(Reply::of(Media::Pdf, bytes).file(&format!("{report}.pdf")))
}

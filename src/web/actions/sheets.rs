//! The board of a quarter as a PDF to print, as `status --pdf` writes it. Not for the board on the screen ([`crate::web::board_page`]).

use super::quarter::Quarter;
use crate::status::board::board;
use crate::status::sheet::sheet;
use crate::typeset::typesetter::Typesetter;
use crate::web::page_error::PageError;
use crate::web::reply::{Media, Reply};
use crate::web::site::Site;

/// The board as a PDF.
///
/// # Errors
/// The period is not due, its plan cannot be used, or templates cannot.
pub(super) fn board_pdf(site: &Site, quarter: Quarter<'_>) -> Result<Reply, PageError> {
    let surveyed = quarter.surveyed(site)?;
    let seen = surveyed.periods.first().ok_or(PageError::NotThere)?;
    let board = board(seen, &surveyed.kinds, site.today());
    let toolchain = site.toolchain()?;
    let profile = toolchain.profiles.on(board.today);
    let profile = profile.map_err(|finding| PageError::Found(vec![finding]))?;
    let name = format!("{}/{}/tinh-hinh-nop", board.dossier, board.period);
    let bytes = toolchain.typesetter.typeset(sheet(&board, profile), &name);
    Typesetter::forget(1);
    let file = format!("tinh-hinh-nop-{}-{}.pdf", board.dossier, board.period);
    Ok(Reply::of(Media::Pdf, bytes.map_err(PageError::Found)?).file(&file))
}

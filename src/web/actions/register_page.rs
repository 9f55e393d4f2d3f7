//! The register of documents, as `register` lists it, and its sheets. Not for entering into it ([`super::issuing`]).

use serde::Serialize;

use crate::diagnostic::Finding;
use crate::disk::file_system::Local;
use crate::error::Error;
use crate::inputs::reach;
use crate::inputs::snapshot::InputSnapshot;
use crate::issuing::listing::{HEADS, Row, rows};
use crate::issuing::register_book::workbook;
use crate::issuing::register_sheet::sheet;
use crate::register::archive::Archive;
use crate::register::check::{check, register};
use crate::typeset::typesetter::Typesetter;
use crate::web::finding_view::{self, FindingView};
use crate::web::page_error::PageError;
use crate::web::reply::{Media, Reply};
use crate::web::site::Site;

/// The page.
#[derive(Debug, Serialize)]
struct RegisterPage {
    dau: [&'static str; 9],
    /// The cells of each document, and whether its number is void.
    hang: Vec<([String; 9], bool)>,
    cac_phat_hien: Vec<FindingView>,
}

/// The documents, and what is wrong with the register.
fn listed(site: &Site) -> Result<(Vec<Row>, Vec<Finding>), PageError> {
    let paths = &site.paths;
    reach::is_there(&Local, &paths.inputs)?;
    let snapshot = InputSnapshot::take(&Local, &paths.inputs, &paths.inputs_shown(), None);
    reach::is_opened(&snapshot.unreached, &paths.inputs)?;
    let book = register(&Local, &snapshot);
    let found = check(&book, Archive { disk: &Local, snapshot: &snapshot });
    Ok((rows(&book, &[]), found))
}

/// The register.
///
/// # Errors
/// No inputs.
pub(super) fn page(site: &Site) -> Result<Reply, PageError> {
    let (rows, found) = listed(site)?;
    let page = RegisterPage {
        dau: HEADS,
        hang: rows.iter().map(|row| (row.cells(), row.da_huy)).collect(),
        cac_phat_hien: finding_view::views(&found),
    };
    Ok(site.templates.page("so-dang-ky.html", page))
}

/// The register as a workbook.
///
/// # Errors
/// No inputs, or the workbook cannot be made.
pub(super) fn xlsx(site: &Site) -> Result<Reply, PageError> {
    let (rows, _) = listed(site)?;
    let failed = |error| Error::NoNumber(format!("không lập được bảng Excel: {error}"));
    let bytes = workbook(&rows).map_err(failed)?;
    Ok(Reply::of(Media::Workbook, bytes).file("so-dang-ky.xlsx"))
}

/// The register as pages to print.
///
/// # Errors
/// No inputs, or templates that cannot be used.
pub(super) fn pdf(site: &Site) -> Result<Reply, PageError> {
    let (rows, _) = listed(site)?;
    let toolchain = site.toolchain()?;
    let last = rows.last().and_then(|row| row.ngay.parse().ok()).unwrap_or_default();
    let profile = toolchain.profiles.on(last);
    let profile = profile.map_err(|finding| PageError::Found(vec![finding]))?;
    let bytes = toolchain.typesetter.typeset(sheet(&rows, profile), "so-dang-ky");
    Typesetter::forget(1);
    Ok(Reply::of(Media::Pdf, bytes.map_err(PageError::Found)?).file("so-dang-ky.pdf"))
}

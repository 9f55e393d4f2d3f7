//! Enters signed copies of issued documents, by the command `issue --signed`: a copy that was sent is shown first, and entered when that
//! is confirmed. Not for issuing ([`super::issuing`]).

use hyper::StatusCode;

use super::issue_page::{Shown, one, report};
use super::issuing::{ConfirmPage, confirm, issue, links, options, shown};
use super::quarter::{Quarter, begin};
use super::receiving::{gone, not_kept};
use crate::web::asked::{Asked, Pairs, first};
use crate::web::page_error::PageError;
use crate::web::reply::Reply;
use crate::web::site::Site;

/// Keeps a signed copy that was sent, and shows what will be done with it.
///
/// # Errors
/// No such report.
pub(super) fn sent(
    site: &Site,
    quarter: Quarter<'_>,
    stem: &str,
    asked: &Asked,
) -> Result<Reply, PageError> {
    let own = quarter.address(&["ban-hanh", stem, "ban-ky"]);
    let [file] = asked.files.as_slice() else {
        let shown = Shown { typed: &asked.query, unchosen: true };
        return Ok(one(site, quarter, stem, shown)?.status(StatusCode::BAD_REQUEST));
    };
    let report = report(site, quarter, stem)?;
    let upload = match site.actions.uploads.keep(&own, std::slice::from_ref(file)) {
        Ok(upload) => upload,
        Err(error) => return Ok(not_kept(site, &error)),
    };
    let form = asked.form.clone().unwrap_or_default();
    let day = first(&form, "ngay").filter(|day| !day.is_empty());
    let muc = [("Bản ký", Some(upload.names.concat())), ("Ngày vào sổ", day.map(shown))];
    Ok(confirm(
        site,
        ConfirmPage {
            quy: Some(quarter.view()),
            tieu_de: format!(
                "Vào sổ bản ký của số {}: {}",
                report.so.as_deref().unwrap_or("(chưa có)"),
                report.ten
            ),
            nut: "Vào sổ bản ký",
            muc: muc.into_iter().filter_map(|(called, value)| Some((called, value?))).collect(),
            an: form
                .into_iter()
                .filter(|(name, _)| name == "ngay" || name == "con_canh_bao")
                .collect(),
            dia_chi: quarter.address(&["ban-hanh", stem, "ban-ky", &upload.id]),
            dia_chi_lui: quarter.address(&["ban-hanh", stem]),
            thu: None,
        },
    ))
}

/// Enters a signed copy that was looked at.
///
/// # Errors
/// No such report.
pub(super) fn signed(
    site: &Site,
    quarter: Quarter<'_>,
    (stem, id): (&str, &str),
    form: &Pairs,
) -> Result<Reply, PageError> {
    let own = quarter.address(&["ban-hanh", stem, "ban-ky"]);
    let Some(upload) = site.actions.uploads.whole(&own, id) else { return Ok(gone(site)) };
    let report = report(site, quarter, stem)?;
    let file = upload.files().next().ok_or(PageError::NotThere)?;
    let command = options(issue(site), form).hide(&upload.folder).value("signed", file);
    let command = command.word(quarter.dossier).word(quarter.period.to_string()).word(stem);
    let mut head = quarter.head(format!("Vào sổ bản ký: {}", report.ten));
    head.links = links(quarter);
    let uploads = site.actions.uploads.clone();
    Ok(begin(site, head, move |_| {
        let outcome = command.run();
        if outcome.code == 0 {
            uploads.forget(&upload.id);
        }
        outcome
    }))
}

//! Which action an address asks for. Not for doing it.

use super::issue_page::Shown;
use super::quarter::Quarter;
use super::{
    comparing, entering, forms, issue_page, issuing, job_page, letters, opening, receiving,
    register_page, runs, sheets, signed_copies,
};
use crate::options::RunMode;
use crate::web::asked::Asked;
use crate::web::page_error::PageError;
use crate::web::reply::Reply;
use crate::web::site::Site;

/// Whether a form with files may be sent to an address.
pub(in crate::web) fn takes_files(path: &[String]) -> bool {
    let parts: Vec<&str> = path.iter().map(String::as_str).collect();
    matches!(parts[..], ["viec", _, _, "nhap"] | ["viec", _, _, "ban-hanh", _, "ban-ky"])
}

/// What is sent back for what is asked.
///
/// # Errors
/// Nothing has that address, or what stops the action.
pub(in crate::web) fn answer(
    site: &Site,
    parts: &[&str],
    asked: &Asked,
) -> Result<Reply, PageError> {
    match (parts, &asked.form) {
        (["dang-lam", id], None) => job_page::page(site, id),
        (["dang-lam", id, "dung"], Some(_)) => job_page::stop(site, id),
        (["so-dang-ky"], None) => register_page::page(site),
        (["so-dang-ky", "xlsx"], None) => register_page::xlsx(site),
        (["so-dang-ky", "vao-so"], None) => entering::page(site, &asked.query),
        (["so-dang-ky", "vao-so"], Some(form)) => Ok(entering::enter(site, form)),
        (["so-dang-ky", "pdf"], None) => register_page::pdf(site),
        (["viec", dossier, period, below @ ..], _) => {
            of_quarter(site, Quarter::of(site, dossier, period)?, below, asked)
        }
        _ => Err(PageError::NotThere),
    }
}

/// An action of a quarter.
fn of_quarter(
    site: &Site,
    quarter: Quarter<'_>,
    below: &[&str],
    asked: &Asked,
) -> Result<Reply, PageError> {
    match (below, &asked.form) {
        (["mo-ky"], None) => Ok(opening::page(site, quarter)),
        (["mo-ky"], Some(form)) => Ok(opening::open(site, quarter, form)),
        (["bieu"], None) => Ok(forms::page(site, quarter)),
        (["bieu"], Some(form)) => Ok(forms::make(site, quarter, form)),
        (["bieu", "tung-don-vi"], None) => forms::archive(site, quarter),
        (["bieu", "gop"], None) => forms::workbook(site, quarter),
        (["nhap"], None) => Ok(receiving::page(site, quarter)),
        (["nhap"], Some(_)) => Ok(receiving::receive(site, quarter, asked)),
        (["nhap", upload], Some(form)) => Ok(receiving::again(site, quarter, upload, form)),
        (["kiem-tra"], Some(_)) => Ok(runs::start(site, quarter, RunMode::Check)),
        (["lap"], Some(_)) => Ok(runs::start(site, quarter, RunMode::Build)),
        (["cong-van"], None) => letters::page(site, quarter),
        (["cong-van", name], None) => letters::pdf(site, quarter, name),
        (["bang"], None) => sheets::board_pdf(site, quarter),
        (["so-sanh"], None) => comparing::page(site, quarter, None),
        (["so-sanh", name, "pdf"], None) => comparing::pdf(site, quarter, name),
        (["so-sanh", name], None) => comparing::page(site, quarter, Some(name)),
        (["ban-hanh"], None) => issue_page::page(site, quarter, &asked.query),
        (["ban-hanh"], Some(form)) => Ok(issuing::all(site, quarter, form)),
        (["ban-hanh", name], None) => {
            issue_page::one(site, quarter, name, Shown { typed: &asked.query, unchosen: false })
        }
        (["ban-hanh", name], Some(form)) => issuing::act(site, quarter, name, form),
        (["ban-hanh", name, "ban-ky"], Some(_)) => signed_copies::sent(site, quarter, name, asked),
        (["ban-hanh", name, "ban-ky", upload], Some(form)) => {
            signed_copies::signed(site, quarter, (name, upload), form)
        }
        _ => Err(PageError::NotThere),
    }
}

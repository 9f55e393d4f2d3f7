//! Which page an address asks for. Not for making it.

use super::actions;
use super::asked::Asked;
use super::entry::page as entry;
use super::numbers_page::Number;
use super::page_error::PageError;
use super::pictures::{Drawn, picture};
use super::place::Place;
use super::reply::Reply;
use super::site::Site;
use super::templates::asset;
use super::{board_page, downloads, error_page, home_page, numbers_page, unit_page};

/// What is sent back for what is asked.
pub(super) fn answer(site: &Site, asked: &Asked) -> Reply {
    let parts: Vec<&str> = asked.path.iter().map(String::as_str).collect();
    let page = match (parts.as_slice(), &asked.form) {
        ([], None) => home_page::page(site),
        (["tep", name], None) => asset(name).ok_or(PageError::NotThere),
        (["ho-so", dossier], None) => board_page::page(site, dossier, None, asked),
        (["ho-so", dossier, period], None) => board_page::page(site, dossier, Some(period), asked),
        (["ho-so", dossier, period, unit, below @ ..], _) => {
            Place::of(dossier, period, unit).and_then(|place| of_unit(site, place, below, asked))
        }
        (parts, _) => actions::routes::answer(site, parts, asked),
    };
    page.unwrap_or_else(|error| error_page::page(&error, site))
}

/// A page about a unit, or the whole area.
fn of_unit(
    site: &Site,
    place: Place<'_>,
    below: &[&str],
    asked: &Asked,
) -> Result<Reply, PageError> {
    match (below, &asked.form) {
        ([], None) => unit_page::page(site, place),
        (["trang", kind, file], None) => {
            picture(site, place, Drawn::Pages, (kind, file), asked.value("ban"))
        }
        (["bieu-do", kind, file], None) => {
            picture(site, place, Drawn::Charts, (kind, file), asked.value("ban"))
        }
        (["so", kind, group, id], None) => {
            numbers_page::page(site, place, Number { kind, group, id })
        }
        (["ban-hanh", kind], None) => downloads::issued(site, place, kind),
        (["pdf", kind], None) => downloads::pdf(site, place, kind),
        (["nhap"], None) => entry::page(site, place),
        (["nhap"], Some(form)) => entry::saved(site, place, form),
        (["nhap", "xem"], Some(form)) => entry::previewed(site, place, form),
        (["nhap", "xem-ngay"], Some(form)) => entry::live(site, place, form),
        (["nhap", "xac-nhan"], Some(form)) => entry::acknowledged(site, place, form),
        (["nhap", "bo"], Some(_)) => entry::forgotten(site, place),
        (["nhap", "so", kind, group, id], Some(form)) => {
            entry::number(site, place, Number { kind, group, id }, form)
        }
        (["word", kind], Some(_)) => downloads::word(site, place, kind),
        _ => Err(PageError::NotThere),
    }
}

//! Which page an address asks for. Not for making it.

use super::asked::Asked;
use super::fault::Fault;
use super::numbers_page::Number;
use super::place::Place;
use super::reply::Reply;
use super::templates::asset;
use super::workspace::Workspace;
use super::{board_page, downloads, home_page, numbers_page, return_page, unit_page};

/// What is sent back for what is asked.
pub(super) fn answer(workspace: &Workspace, asked: &Asked) -> Reply {
    let parts: Vec<&str> = asked.path.iter().map(String::as_str).collect();
    let page = match (parts.as_slice(), &asked.form) {
        ([], None) => home_page::page(workspace),
        (["tep", name], None) => asset(name).ok_or(Fault::NotThere),
        (["ho-so", dossier], None) => board_page::page(workspace, dossier, None, asked),
        (["ho-so", dossier, period], None) => {
            board_page::page(workspace, dossier, Some(period), asked)
        }
        (["ho-so", dossier, period, unit, below @ ..], _) => Place::of(dossier, period, unit)
            .and_then(|place| of_unit(workspace, place, below, asked)),
        _ => Err(Fault::NotThere),
    };
    page.unwrap_or_else(|fault| fault.page(workspace))
}

/// A page about a unit, or the whole area.
fn of_unit(
    workspace: &Workspace,
    place: Place<'_>,
    below: &[&str],
    asked: &Asked,
) -> Result<Reply, Fault> {
    match (below, &asked.form) {
        ([], None) => unit_page::page(workspace, place),
        (["trang", kind, file], None) => {
            unit_page::sheet(workspace, place, (kind, file), asked.value("ban"))
        }
        (["so", kind, group, id], None) => {
            numbers_page::page(workspace, place, Number { kind, group, id })
        }
        (["pdf", kind], None) => downloads::pdf(workspace, place, kind),
        (["nhap"], None) => return_page::page(workspace, place),
        (["nhap"], Some(form)) => return_page::save(workspace, place, form),
        (["word", kind], Some(_)) => downloads::word(workspace, place, kind),
        _ => Err(Fault::NotThere),
    }
}

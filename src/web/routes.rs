//! Which page an address asks for. Not for making it.

use super::asked::Asked;
use super::fault::Fault;
use super::reply::Reply;
use super::templates::asset;
use super::workspace::Workspace;
use super::{board_page, home_page};

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
        _ => Err(Fault::NotThere),
    };
    page.unwrap_or_else(|fault| fault.page(workspace))
}

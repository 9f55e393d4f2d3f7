//! Reports whose content was kept: what was built last, what was issued. Not for what lies in the inputs ([`super::workspace`]).

use std::path::{Path, PathBuf};

use super::reports::{AskedReports, Page, StateReport, StateReports};
use super::state::State;
use crate::diff::content::{Content, DocumentIdentity};
use crate::diff::places::Places;
use crate::disk;
use crate::disk::file_system::Local;
use crate::disk::walk::plain;
use crate::options::Paths;
use crate::output::artifact::{self, PDF};
use crate::output::last_content;
use crate::output::manifest::Manifest;
use crate::register::kept::named_after;

/// The folder of a dossier that holds what was issued.
pub(super) const ISSUED: &str = "da-ban-hanh";
/// What an issued document said, in its folder.
const CONTENT: &str = "noi-dung.json";
/// Its page.
const PAGE: &str = "bao-cao.pdf";

/// What the last build left of the reports asked for.
pub(super) fn built(asked: &AskedReports, paths: &Paths) -> StateReports {
    let below = format!("{}/{}/", asked.dossier, asked.folder);
    let out = &paths.out;
    let Ok((manifest, _)) = Manifest::read(&Local, out) else { return StateReports::new() };
    let reports = manifest.entries().filter_map(|(name, entry)| {
        let stem = name.strip_prefix(&below)?;
        let content = last_content::read::<Content>(out, name, &entry.fingerprint.content)?;
        let page = Page::File(artifact::path(out, name, PDF));
        Some((stem.to_owned(), kept(content, asked, State::LastBuild.words(), page)?))
    });
    reports.collect()
}

/// A report whose content was kept, if it is of a unit that was asked for.
fn kept(content: Content, asked: &AskedReports, words: String, page: Page) -> Option<StateReport> {
    let is_asked = asked.unit.as_ref().is_none_or(|unit| *unit == content.bao_cao.don_vi);
    is_asked.then(|| StateReport { content: Ok(content), words, places: Places::new(), page })
}

/// What was issued of the reports asked for: of each the document with the highest of the
/// numbers `wanted` of those in a folder.
pub(super) fn issued(
    asked: &AskedReports,
    paths: &Paths,
    wanted: impl Fn(&str, u32) -> bool,
) -> StateReports {
    let folder = paths.inputs.join(&asked.dossier).join(ISSUED).join(&asked.folder);
    let mut numbered: Vec<(u32, String, PathBuf)> = Vec::new();
    for file in plain(&Local, &folder).files {
        let [document, name] = &file.parts[..] else { continue };
        let Some((stem, number)) = named_after(document) else { continue };
        let place = format!("{}/{ISSUED}/{}/{document}", asked.dossier, asked.folder);
        if name == CONTENT && wanted(&place, number) {
            numbered.push((number, stem.to_owned(), folder.join(document)));
        }
    }
    numbered.sort();
    let reports = numbered.into_iter();
    reports
        .filter_map(|(number, stem, folder)| Some((stem, document(number, &folder, asked)?)))
        .collect()
}

/// The document in a folder, if it is of a unit that was asked for.
fn document(number: u32, folder: &Path, asked: &AskedReports) -> Option<StateReport> {
    let bytes = disk::bytes(&folder.join(CONTENT)).unwrap_or_default();
    let page = Page::File(folder.join(PAGE));
    if let Some(content) = Content::from_json(&bytes) {
        let words = document_words(&content.van_ban, number);
        return kept(content, asked, words, page);
    }
    let why = format!("không đọc được {}", folder.join(CONTENT).display());
    let (words, places) = (State::Issued(number).words(), Places::new());
    Some(StateReport { content: Err(why), words, places, page })
}

/// `Số 12-BC/ĐU ngày 05/10/2026`.
fn document_words(document: &DocumentIdentity, number: u32) -> String {
    let date = document.ngay.as_ref().map_or(String::new(), |date| format!(" ngày {date}"));
    format!("Số {:02}-{}{date}", document.so.unwrap_or(number), document.ky_hieu)
}

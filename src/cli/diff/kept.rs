//! Reports whose content was kept: what was built last, what was issued. Not for what lies in the inputs ([`super::workspace`]).

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::reports::{AskedReports, Page, StateReport, StateReports};
use super::state::State;
use crate::diagnostic::shown::slashed;
use crate::diff::content::{Content, DocumentIdentity};
use crate::diff::places::Places;
use crate::disk::file_system::Local;
use crate::error::Error;
use crate::inputs::records::Record;
use crate::inputs::unreached::told;
use crate::model::names::ISSUED;
use crate::options::Paths;
use crate::output::artifact::{self, PDF};
use crate::output::last_content;
use crate::output::manifest::Manifest;
use crate::register::archive::Archive;
use crate::register::kept;
use crate::register::kept::named_after;

/// What the last build left of the reports asked for, but of those in `others`.
///
/// # Errors
/// Which reports it left cannot be read.
pub(super) fn built(
    asked: &AskedReports,
    paths: &Paths,
    others: &StateReports,
) -> Result<StateReports, Error> {
    let (below, out) = (asked.below(), &paths.out);
    let (manifest, _) = Manifest::read(&Local, out)?;
    let wanted = manifest.entries().filter_map(|(name, entry)| {
        let stem = name.strip_prefix(&below)?;
        (asked.may_be(stem) && !others.contains_key(stem)).then_some((name, stem, entry))
    });
    let wanted: Vec<_> = wanted.collect();
    let reports = wanted.into_par_iter().filter_map(|(name, stem, entry)| {
        let read = last_content::read::<Content>(&Local, out, name, &entry.fingerprint.content);
        let content = match read {
            Ok(content) => Ok(content?),
            Err(fault) => Err(format!("{}: {fault}", slashed(&last_content::path(out, name)))),
        };
        let page = Page::File(artifact::path(out, name, PDF));
        let report = report(content, asked, State::LastBuild.words(), page)?;
        Some((stem.to_owned(), report))
    });
    Ok(reports.collect())
}

/// A report whose content was kept, if it is of a unit that was asked for.
fn report(
    content: Result<Content, String>,
    asked: &AskedReports,
    words: String,
    page: Page,
) -> Option<StateReport> {
    let of_other =
        |content: &Content| asked.unit.as_ref().is_some_and(|unit| *unit != content.bao_cao.don_vi);
    let is_asked = !content.as_ref().is_ok_and(of_other);
    is_asked.then(|| StateReport { content, words, places: Places::new(), page })
}

/// What was issued of the reports asked for: of each the document with the highest of the
/// numbers `wanted` of those in a folder.
///
/// # Errors
/// A folder that was not opened may hold one.
pub(super) fn issued(
    asked: &AskedReports,
    archive: Archive<'_>,
    wanted: impl Fn(&str, u32) -> bool,
) -> Result<StateReports, Error> {
    let folder = format!("{}/{ISSUED}/{}", asked.dossier, asked.folder);
    opened(asked, &folder, archive)?;
    let mut highest: BTreeMap<&str, (u32, &Record)> = BTreeMap::new();
    for record in archive.below(&folder) {
        let below = record.place[folder.len() + 1..].split_once('/');
        let document =
            below.filter(|(_, name)| *name == kept::CONTENT).map(|(document, _)| document);
        let Some((document, (stem, number))) = document.zip(document.and_then(named_after)) else {
            continue;
        };
        let higher = highest.get(stem).is_none_or(|(known, _)| *known <= number);
        if asked.may_be(stem) && higher && wanted(&format!("{folder}/{document}"), number) {
            highest.insert(stem, (number, record));
        }
    }
    let documents = highest.into_par_iter().filter_map(|(stem, (number, record))| {
        Some((stem.to_owned(), document(number, record, asked, archive)?))
    });
    Ok(documents.collect())
}

/// Holds to folders of issued documents that were all opened, as far as reports asked for may be in them.
fn opened(asked: &AskedReports, folder: &str, archive: Archive<'_>) -> Result<(), Error> {
    let parts: Vec<&str> = folder.split('/').collect();
    let may_hold = |place: &[String]| match place.get(parts.len()) {
        Some(document) => named_after(document).is_some_and(|(stem, _)| asked.may_be(stem)),
        None => true,
    };
    let snapshot = archive.snapshot;
    let mut closed = snapshot.unreached.iter().filter(|one| {
        one.parts.iter().zip(&parts).all(|(own, part)| own == part) && may_hold(&one.parts)
    });
    let finding = closed.find_map(|one| told(one, &snapshot.shown));
    finding.map_or(Ok(()), |finding| Err(Error::unread(&finding)))
}

/// The document with this content, if it is of a unit that was asked for.
fn document(
    number: u32,
    record: &Record,
    asked: &AskedReports,
    archive: Archive<'_>,
) -> Option<StateReport> {
    let page = Page::File(record.path().with_file_name(kept::PDF));
    let bytes = record.bytes(archive.disk).unwrap_or_default();
    let content = match (&record.hash, Content::from_json(&bytes)) {
        (_, Some(content)) => Ok(content),
        (Err(finding), None) => Err(finding.message.clone()),
        (Ok(_), None) => Err(format!("không đọc được {}", record.name)),
    };
    let words = match &content {
        Ok(content) => document_words(&content.van_ban, number),
        Err(_) => State::Issued(number).words(),
    };
    report(content, asked, words, page)
}

/// `Số 12-BC/ĐU ngày 05/10/2026`.
fn document_words(document: &DocumentIdentity, number: u32) -> String {
    let date = document.ngay.as_ref().map_or(String::new(), |date| format!(" ngày {date}"));
    format!("Số {:02}-{}{date}", document.so.unwrap_or(number), document.ky_hieu)
}

//! Folders of issued documents that no line of the register speaks of: what a command left half done, or what the register has
//! lost. What they hold counts as issued all the same, so that nothing is numbered twice or built over. Not for entering them
//! ([`crate::issuing`]).

use std::collections::BTreeSet;

use super::archive::Archive;
use super::block::{Block, blocks};
use super::book::Register;
use super::entry::Entry;
use super::kept::{ENTRY, SUMS, is_folder, is_own, listed};
use super::read_entry::entry;
use crate::inputs::records::Record;
use crate::model::names::ISSUED;
use crate::source::SourceFile;
use crate::yaml;
use crate::yaml::fields::Sink;
use crate::yaml::tree::Value;

/// A folder that no line of the register speaks of.
#[derive(Debug)]
pub(crate) struct Unentered<'s> {
    /// The folder, below the inputs.
    pub(crate) place: &'s str,
    /// What it is.
    pub(crate) state: State,
}

/// What an unentered folder is.
#[derive(Debug)]
pub(crate) enum State {
    /// A whole document whose entry comes next: its lines, as they were sealed.
    Next(String, Box<Entry>),
    /// A whole document whose entry does not come next: entries before it are lost.
    Lost(Box<Entry>),
    /// A whole document whose lines stand in a register that cannot be read.
    Unread(Box<Entry>),
    /// Files of a document that was never whole, and nothing else.
    Cut,
    /// Something else: a copy of a document's folder, files somebody put there.
    Foreign,
}

/// The folders without an entry; those whose entries come next first, in their order.
#[must_use]
pub(crate) fn unentered<'s>(register: &Register, archive: Archive<'s>) -> Vec<Unentered<'s>> {
    let entered: BTreeSet<&str> = register.entered().filter_map(folder).collect();
    let folders = archive.snapshot.records.iter().filter_map(|record| folder_of(&record.place));
    let left: BTreeSet<&str> = folders.filter(|folder| !entered.contains(folder)).collect();
    let (_, written) = blocks(register.text());
    let mut found = Vec::new();
    let mut whole = Vec::new();
    for place in left {
        match document(archive, place) {
            Some((lines, entry)) if written.iter().any(|block| block.text == lines) => {
                found.push(Unentered { place, state: State::Unread(Box::new(entry)) });
            }
            Some(document) => whole.push((place, document)),
            None if is_cut(archive, place) => found.push(Unentered { place, state: State::Cut }),
            None => found.push(Unentered { place, state: State::Foreign }),
        }
    }
    whole.sort_by_key(|(_, (_, entry))| entry.order);
    let mut seal = register.last_seal().to_owned();
    let states = whole.into_iter().map(|(place, (lines, entry))| {
        let block = Block { text: &lines, start: 0 };
        let state = if block.is_sealed(&seal) {
            block.seal().unwrap_or_default().clone_into(&mut seal);
            State::Next(lines, Box::new(entry))
        } else {
            State::Lost(Box::new(entry))
        };
        Unentered { place, state }
    });
    states.chain(found).collect()
}

fn folder(entry: &Entry) -> Option<&str> {
    Some(entry.kept.as_ref()?.folder.as_str())
}

/// The document's folder a kept file is in: the fourth level below the inputs.
fn folder_of(place: &str) -> Option<&str> {
    let mut slashes = place.match_indices('/').map(|(at, _)| at);
    let end = slashes.nth(3)?;
    (place.split('/').nth(1) == Some(ISSUED)).then(|| &place[..end])
}

/// The entry of a folder's document, with its lines, if every listed file is there as it was written, in its own folder.
fn document(archive: Archive<'_>, folder: &str) -> Option<(String, Entry)> {
    let named = |name: &str| archive.record(&format!("{folder}/{name}"));
    let sums = named(SUMS)?.text(archive.disk).ok()?;
    let is_there = |name: &str, hash: &str| {
        named(name).is_some_and(|record| record.hash.as_deref() == Ok(hash))
    };
    let whole = listed(sums.text()).all(|(name, hash)| is_there(name, hash));
    let lines = named(ENTRY)?.text(archive.disk).ok()?;
    let entry = one(&lines)?;
    let own = entry.kept.as_ref().is_some_and(|kept| {
        kept.folder == folder
            && named(SUMS).is_some_and(|list| list.hash.as_ref() == Ok(&kept.sums))
    });
    (whole && own).then(|| (lines.text().to_owned(), entry))
}

/// The entry a file of one holds.
fn one(lines: &std::sync::Arc<SourceFile>) -> Option<Entry> {
    let node = yaml::parse(lines).ok()?;
    let Value::List(items) = &node.value else { return None };
    let sink = Sink::default();
    entry(items.first()?, &sink)
}

/// Whether a folder has a document's name and holds nothing but files a document has.
fn is_cut(archive: Archive<'_>, folder: &str) -> bool {
    let name = folder.rsplit('/').next().unwrap_or_default();
    let below = |record: &Record| record.place[folder.len() + 1..].to_owned();
    is_folder(name) && archive.below(folder).all(|record| is_own(&below(record)))
}

//! The planted pages: which there are, the file a word processor makes a PDF of, and that PDF parted again. Not for what is
//! told of them ([`super::recall`]).
#![expect(clippy::disallowed_methods, reason = "the hash is a file of the repository")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use baocao::disk;
use baocao::inspect::rule::Rule;
use lopdf::{Document, Object, ObjectId};

use super::docx;
use super::drafts::DRAFTS;
use super::more_slips::{MORE_END, MORE_HEAD, MORE_RIGHT, MORE_TEXT, MORE_TITLE};
use super::sheet::Sheet;
use super::slips::{END, HEAD, PAGE, RIGHT, Slip, TEXT, TITLE};
use crate::dossier::repository;

/// The pages as a word processor sets them, and the hash of what it was given.
const PDF: &str = "tests/cases/inspect/libreoffice/trang.pdf";
const HASH: &str = "tests/cases/inspect/libreoffice/trang.hash";

/// A document with what must be told of it.
pub(super) struct Planted {
    pub(super) name: String,
    /// None where it is right.
    pub(super) rule: Option<Rule>,
    sheet: Sheet,
}

/// All of them: those that are right first.
pub(super) fn all() -> Vec<Planted> {
    let sheet =
        |key: &str| Sheet::of(DRAFTS.iter().find(|draft| draft.key == key).expect("a draft"));
    let mut all: Vec<Planted> = Vec::new();
    let mut add = |rule, what: &str, key: &str, changes: &[super::change::Change]| {
        let mut sheet = sheet(key);
        for change in changes {
            change.apply(&mut sheet);
        }
        all.push(Planted { name: format!("{what}-{key}-{}", all.len()), rule, sheet });
    };
    for draft in DRAFTS {
        add(None, "dung", draft.key, &[]);
    }
    for (what, on, changes) in RIGHT.iter().chain(MORE_RIGHT) {
        for key in *on {
            add(None, what, key, changes);
        }
    }
    // The last document takes the blank page behind it along, whose number only its own mistake may be about.
    let slips = [HEAD, TITLE, TEXT, END, MORE_HEAD, MORE_TITLE, MORE_TEXT, MORE_END, PAGE];
    for Slip { rule, name, on, changes } in slips.into_iter().flatten() {
        for key in *on {
            add(Some(*rule), name, key, changes);
        }
    }
    all
}

/// The file of a word processor with all of them.
fn written(all: &[Planted]) -> Vec<u8> {
    docx::file(all.iter().map(|planted| (planted.name.clone(), &planted.sheet)))
}

/// Each as a PDF of its own, from the PDF in the repository or the one `INSPECT_PAGES` names.
pub(super) fn parted(all: &[Planted]) -> Vec<Vec<u8>> {
    let other = std::env::var_os("INSPECT_PAGES").map(PathBuf::from);
    let pdf = disk::bytes(&other.unwrap_or_else(|| repository().join(PDF))).expect("the pages");
    let whole = Document::load_mem(&pdf).expect("a PDF");
    let pages: Vec<ObjectId> = whole.get_pages().into_values().collect();
    let starts = starts(&whole, &pages);
    let place = |planted: &Planted| {
        let start =
            starts.get(&planted.name).unwrap_or_else(|| panic!("no {} in {PDF}", planted.name));
        let end =
            starts.values().filter(|other| *other > start).min().copied().unwrap_or(pages.len());
        part(&whole, &pages[*start..end])
    };
    all.iter().map(place).collect()
}

/// The page each bookmark leads to.
fn starts(whole: &Document, pages: &[ObjectId]) -> BTreeMap<String, usize> {
    let destinations = whole.catalog().and_then(|catalog| catalog.get(b"Dests")?.as_reference());
    let destinations =
        whole.get_dictionary(destinations.expect("destinations")).expect("destinations");
    let start = |(name, place): (&Vec<u8>, &Object)| {
        let page = place.as_array().expect("a place")[0].as_reference().expect("a page");
        let at = pages.iter().position(|own| *own == page).expect("one of the pages");
        (String::from_utf8_lossy(name).into_owned(), at)
    };
    destinations.iter().map(start).collect()
}

fn part(whole: &Document, pages: &[ObjectId]) -> Vec<u8> {
    let mut part = whole.clone();
    let root =
        part.catalog().and_then(|catalog| catalog.get(b"Pages")?.as_reference()).expect("its root");
    let kids = pages.iter().map(|page| Object::Reference(*page)).collect::<Vec<_>>();
    let tree = part.get_object_mut(root).and_then(Object::as_dict_mut).expect("its root");
    tree.set("Count", i64::try_from(kids.len()).expect("a few"));
    tree.set("Kids", kids);
    let catalog = part.trailer.get(b"Root").and_then(Object::as_reference).expect("a catalog");
    let catalog = part.get_object_mut(catalog).and_then(Object::as_dict_mut).expect("a catalog");
    for key in [&b"Dests"[..], b"Outlines", b"OpenAction", b"Names", b"PageLabels"] {
        catalog.remove(key);
    }
    part.prune_objects();
    let mut bytes = Vec::new();
    part.save_to(&mut bytes).expect("a file");
    bytes
}

#[test]
fn the_planted_pages_are_those_the_word_processor_was_given() {
    let (all, hash) = (all(), repository().join(HASH));
    let docx = written(&all);
    let given = blake3::hash(&docx).to_hex().to_string();
    if let Ok(to) = std::env::var("WRITE_PAGES") {
        std::fs::write(to, &docx).expect("a file");
    }
    if std::env::var_os("RENEW").is_some() {
        std::fs::write(&hash, format!("{given}\n")).expect("a file");
    }
    let known = std::fs::read_to_string(&hash).expect("a hash");
    assert_eq!(known.trim(), given, "the pages changed: `bash .ci/word-pages` sets them anew");
}

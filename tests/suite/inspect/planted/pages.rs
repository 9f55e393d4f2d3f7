//! The planted pages: which there are, the file a word processor makes a PDF of, and that PDF parted again. Not for what is
//! told of them ([`super::recall`]).
#![expect(clippy::disallowed_methods, reason = "the hash is a file of the repository")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use baocao::disk;
use baocao::inspect::rule::Rule;
use lopdf::{Document, Object, ObjectId};

use super::change::Change;
use super::drafts::{DRAFTS, Draft};
use super::more_slips::{MORE_END, MORE_HEAD, MORE_RIGHT, MORE_TEXT, MORE_TITLE};
use super::sheet::Sheet;
use super::slips::{END, HEAD, PAGE, RIGHT, Slip, TEXT, TITLE};
use super::{docx, fourth, second, third};
use crate::dossier::repository;

/// The pages as a word processor sets them, and hashes of what it was given.
const FOLDER: &str = "tests/cases/inspect/libreoffice";

/// Documents, what is planted in them, and what is right although it looks wrong.
pub(super) struct PageSet {
    /// The name of its PDF, without the ending.
    pub(super) name: &'static str,
    drafts: &'static [Draft],
    right: &'static [&'static [RightPage]],
    slips: &'static [&'static [Slip]],
}

/// What a right page is called, the documents it is made of, and how.
type RightPage = (&'static str, &'static [&'static str], &'static [Change]);

/// The sets, each with wordings of its own. The last document of a set takes the blank page behind it along, whose number
/// only its own mistake may be about.
pub(super) const SETS: &[PageSet] = &[
    PageSet {
        name: "trang",
        drafts: DRAFTS,
        right: &[RIGHT, MORE_RIGHT],
        slips: &[HEAD, TITLE, TEXT, END, MORE_HEAD, MORE_TITLE, MORE_TEXT, MORE_END, PAGE],
    },
    PageSet {
        name: "trang-2",
        drafts: second::drafts::DRAFTS,
        right: &[second::right::RIGHT],
        slips: &[
            second::head::NAMES,
            second::head::NUMBER,
            second::head::TITLE,
            second::text::TEXT,
            second::end::SIGNATURE,
            second::end::RECIPIENTS,
        ],
    },
    PageSet {
        name: "trang-3",
        drafts: third::drafts::DRAFTS,
        right: &[third::right::RIGHT],
        slips: &[third::head::HEAD, third::text::TEXT, third::end::END],
    },
    PageSet {
        name: "trang-4",
        drafts: fourth::drafts::DRAFTS,
        right: &[fourth::right::RIGHT],
        slips: &[fourth::slips::HEAD, fourth::slips::TEXT, fourth::slips::END],
    },
];

/// A document with what must be told of it.
pub(super) struct Planted {
    pub(super) name: String,
    /// None where it is right.
    pub(super) rule: Option<Rule>,
    sheet: Sheet,
}

impl PageSet {
    /// All of its pages: those that are right first.
    pub(super) fn pages(&self) -> Vec<Planted> {
        let mut all: Vec<Planted> = Vec::new();
        for draft in self.drafts {
            all.push(self.planted(all.len(), None, "dung", draft.key, &[]));
        }
        for (what, on, changes) in self.right.iter().copied().flatten() {
            for key in *on {
                all.push(self.planted(all.len(), None, what, key, changes));
            }
        }
        for Slip { rule, name, on, changes } in self.slips.iter().copied().flatten() {
            for key in *on {
                all.push(self.planted(all.len(), Some(*rule), name, key, changes));
            }
        }
        all
    }

    fn planted(
        &self,
        at: usize,
        rule: Option<Rule>,
        what: &str,
        key: &str,
        changes: &[Change],
    ) -> Planted {
        let draft = self.drafts.iter().find(|draft| draft.key == key).expect("a draft");
        let mut sheet = Sheet::of(draft);
        for change in changes {
            change.apply(&mut sheet);
        }
        Planted { name: format!("{what}-{key}-{at}"), rule, sheet }
    }

    /// A file of it in `folder`.
    fn file(&self, folder: &Path, ending: &str) -> PathBuf {
        folder.join(format!("{}.{ending}", self.name))
    }

    /// Each page as a PDF of its own, from the folder of the repository or the one `INSPECT_PAGES` names.
    pub(super) fn parted(&self, all: &[Planted]) -> Vec<Vec<u8>> {
        let folder = std::env::var_os("INSPECT_PAGES").map(PathBuf::from);
        let pdf = self.file(&folder.unwrap_or_else(|| repository().join(FOLDER)), "pdf");
        parted(&disk::bytes(&pdf).expect("the pages"), all)
    }
}

/// The file of a word processor with all of them.
fn written(all: &[Planted]) -> Vec<u8> {
    docx::file(all.iter().map(|planted| (planted.name.clone(), &planted.sheet)))
}

/// Each as a PDF of its own.
fn parted(pdf: &[u8], all: &[Planted]) -> Vec<Vec<u8>> {
    let whole = Document::load_mem(pdf).expect("a PDF");
    let pages: Vec<ObjectId> = whole.get_pages().into_values().collect();
    let starts = starts(&whole, &pages);
    let place = |planted: &Planted| {
        let start = starts.get(&planted.name).unwrap_or_else(|| panic!("no {}", planted.name));
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
#[cfg_attr(windows, ignore = "an archive says on which system it was written")]
fn the_planted_pages_are_those_the_word_processor_was_given() {
    for set in SETS {
        let hash = set.file(&repository().join(FOLDER), "hash");
        let docx = written(&set.pages());
        let given = blake3::hash(&docx).to_hex().to_string();
        if let Some(folder) = std::env::var_os("WRITE_PAGES") {
            std::fs::write(set.file(folder.as_ref(), "docx"), &docx).expect("a file");
        }
        if std::env::var_os("RENEW").is_some() {
            std::fs::write(&hash, format!("{given}\n")).expect("a file");
        }
        let known = std::fs::read_to_string(&hash).expect("a hash");
        assert_eq!(known.trim(), given, "the pages changed: `bash .ci/word-pages` sets them anew");
    }
}

//! Finished pages to measure: the format library's examples under both profiles, single sheets, and the sample reports.
//! Not for what they are held to.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use baocao::assets::files::TemplateFiles;
use baocao::assets::fonts::Fonts;
use baocao::disk::file_system::Local;
use baocao::typeset::typesetter::Typesetter;

use crate::dossier::{SAMPLES, repository, text_of};
use crate::measure::{Line, Page, Run};
use crate::page_content::pages;

/// The profiles that come with the program.
pub(crate) const PROFILES: [&str; 2] = ["hd36", "hd05"];
/// The example documents of the format library.
const EXAMPLES: [&str; 4] = ["bao-cao", "du-thanh-phan", "cong-van", "to-trinh"];

static TYPESETTER: LazyLock<Typesetter> = LazyLock::new(|| {
    let folder = repository().join("report-templates");
    let files = TemplateFiles::with_folder(&Local, &folder, "report-templates");
    Typesetter::new(&files, Fonts::load(&files))
});

/// A document's pages.
pub(crate) struct Document {
    pub(crate) name: String,
    pub(crate) profile: &'static str,
    pub(crate) bytes: Vec<u8>,
    pub(crate) pages: Vec<Page>,
}

impl Document {
    fn new(name: impl Into<String>, profile: &'static str, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), profile, pages: pages(&bytes), bytes }
    }

    /// Whether it is a letter (công văn), which has no type.
    pub(crate) fn is_letter(&self) -> bool {
        self.name == "cong-van" || self.name.contains("/don-doc-")
    }

    /// The first run on `page` (counted from 1) that says exactly `text`.
    #[track_caller]
    pub(crate) fn run(&self, page: usize, text: &str) -> &Run {
        let runs = &self.pages[page - 1].runs;
        runs.iter().find(|run| run.text.trim() == text).unwrap_or_else(|| {
            let all: Vec<_> = runs.iter().map(|run| run.text.as_str()).collect();
            panic!("{} {}: no «{text}» on page {page} among {all:?}", self.name, self.profile)
        })
    }

    /// The first run on `page` (counted from 1) that begins with `text`.
    #[track_caller]
    pub(crate) fn begins(&self, page: usize, text: &str) -> &Run {
        let found = self.pages[page - 1].runs.iter().find(|run| run.text.starts_with(text));
        found.unwrap_or_else(|| panic!("{}: no «{text}…» on page {page}", self.name))
    }

    /// The lines of every page, with the page's place from 0.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (usize, Line)> {
        let pages = self.pages.iter().enumerate();
        pages.flat_map(|(at, page)| page.lines().into_iter().map(move |line| (at, line)))
    }
}

/// Sets `markup`, which need not import the library.
#[track_caller]
pub(crate) fn sheet(markup: &str) -> Document {
    let markup = format!("#import \"/van-ban-dang/lib.typ\": *\n{markup}");
    let bytes = TYPESETTER.typeset(markup, "sheet").unwrap_or_else(|told| panic!("{told:?}"));
    Document::new("sheet", "", bytes)
}

static SET: LazyLock<BTreeMap<(&str, &str), Document>> = LazyLock::new(|| {
    let all = EXAMPLES.into_iter().flat_map(|name| PROFILES.map(|profile| (name, profile)));
    let set = all.map(|(name, profile)| {
        let markup = text_of(&format!("report-templates/van-ban-dang/vi-du/{name}.typ"));
        let markup = markup.expect("an example").replace("\"hd36\"", &format!("\"{profile}\""));
        let bytes =
            TYPESETTER.typeset(markup, name).unwrap_or_else(|told| panic!("{name}: {told:?}"));
        ((name, profile), Document::new(name, profile, bytes))
    });
    set.collect()
});

static REPORTS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    let pdfs =
        SAMPLES.1.iter().filter_map(|(name, bytes)| Some((name.strip_suffix(".pdf")?, bytes)));
    // The format changed on 27 May 2026: reports of the second quarter on are dated after it.
    let later = ["/2026-Q2/", "/2026-Q3/"];
    let is_later = |name: &str| later.iter().any(|period| name.contains(period));
    let profile = |name: &str| if is_later(name) { "hd05" } else { "hd36" };
    pdfs.map(|(name, bytes)| Document::new(name, profile(name), bytes.clone())).collect()
});

/// An example under both profiles.
pub(crate) fn example(name: &'static str) -> impl Iterator<Item = &'static Document> {
    PROFILES.into_iter().map(move |profile| &SET[&(name, profile)])
}

/// Every example under both profiles.
pub(crate) fn examples() -> impl Iterator<Item = &'static Document> {
    SET.values()
}

/// The sample reports.
pub(crate) fn reports() -> &'static [Document] {
    &REPORTS
}

/// Every example and every sample report.
pub(crate) fn all() -> impl Iterator<Item = &'static Document> {
    examples().chain(reports())
}

/// Holds two measures to being the same, within half a millimetre.
#[track_caller]
pub(crate) fn level(one: f64, other: f64, what: &str) {
    near(one, other, 0.5, what);
}

/// Holds two measures to being the same, within `slack`.
#[track_caller]
#[expect(clippy::float_arithmetic, reason = "measures are compared")]
pub(crate) fn near(one: f64, other: f64, slack: f64, what: &str) {
    assert!((one - other).abs() <= slack, "{what}: {one:.2} instead of {other:.2}");
}

/// Holds a run to its size and style: `bold`, `italic`, both or neither.
#[track_caller]
pub(crate) fn styled(run: &Run, size: f64, style: &str) {
    near(run.size, size, 0.1, &run.text);
    let face = (run.face.bold(), run.face.italic());
    let wanted = (style.contains("bold"), style.contains("italic"));
    assert_eq!(face, wanted, "«{}» is set in {}", run.text, run.face.name);
}

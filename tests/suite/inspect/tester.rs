//! Sets a page of Typst and inspects the PDF. Not for what is expected of it.

use baocao::assets::files::TemplateFiles;
use baocao::assets::fonts::Fonts;
use baocao::inspect::inspect;
use baocao::inspect::inspection::{Deviation, Inspection};
use baocao::inspect::rule::Rule;
use baocao::inspect::table::RuleTables;
use baocao::inspect::tell::sentence;
use baocao::typeset::typesetter::Typesetter;

use crate::dossier::text_of;

/// Words of a page, and those put in their place.
pub(super) type Changes = [(&'static str, &'static str)];
/// A rule, the cell it is told by, and what is changed in a page to break it.
pub(super) type Slip = (Rule, &'static str, &'static Changes);

/// What makes the report one to the older regulation.
pub(super) const OLDER_REPORT: &Changes = &[
    ("tháng 6 năm 2026", "tháng 6 năm 2024"),
    ("ngày 03/6/2026", "ngày 03/6/2024"),
    ("- Đảng ủy xã; ", "- Đảng ủy xã, "),
    ("của thôn; ", "của thôn, "),
];

/// What makes the letter one to the older regulation.
pub(super) const OLDER_LETTER: &Changes = &[
    ("tháng 6 năm 2026", "tháng 6 năm 2024"),
    ("Chi bộ các thôn;", "Chi bộ các thôn,"),
    ("Như trên; ", "Như trên, "),
];

/// A báo cáo as the regulation asks.
pub(super) fn report() -> String {
    text_of("tests/cases/inspect/trang.typ").expect("the report")
}

/// A công văn as the regulation asks.
pub(super) fn letter() -> String {
    text_of("tests/cases/inspect/cong-van.typ").expect("the letter")
}

/// A page with these changes, each of which has to apply.
#[track_caller]
pub(super) fn changed(page: &str, changes: &Changes) -> String {
    changes.iter().fold(page.to_owned(), |page, (from, to)| {
        assert!(page.contains(from), "«{from}» is not in the page");
        page.replace(from, to)
    })
}

/// Each deviation by its rule and in its words.
pub(super) fn told(deviations: &[Deviation]) -> Vec<String> {
    let told = |own: &Deviation| format!("  {}: {}", own.rule.key(), sentence(own));
    deviations.iter().map(told).collect()
}

/// What sets pages, and what they are held against.
pub(super) struct PageTester {
    typesetter: Typesetter,
    pub(super) tables: RuleTables,
}

impl PageTester {
    pub(super) fn new() -> Self {
        let files = TemplateFiles::embedded();
        let tables = RuleTables::load(&files).expect("the tables");
        Self { typesetter: Typesetter::new(&files, Fonts::load(&files)), tables }
    }

    pub(super) fn pdf(&self, page: String) -> Result<Vec<u8>, String> {
        self.typesetter.typeset(page, "trang").map_err(|findings| format!("{findings:?}"))
    }

    #[track_caller]
    pub(super) fn inspect(&self, pdf: &[u8]) -> Inspection {
        inspect(pdf, &self.tables, None).expect("a PDF with text")
    }

    /// Everything found in a page.
    pub(super) fn deviations(&self, page: String) -> Result<Vec<Deviation>, String> {
        Ok(self.inspect(&self.pdf(page)?).deviations)
    }

    /// Held to finding what is wrong by its rule and cell, and nothing else.
    pub(super) fn finds_only(&self, page: &str, slip: &Slip) -> Result<(), String> {
        let (rule, cell, changes) = slip;
        let deviations = self.deviations(changed(page, changes))?;
        let right = |own: &Deviation| own.rule == *rule && own.cell == *cell;
        if !deviations.is_empty() && deviations.iter().all(right) {
            return Ok(());
        }
        Err(format!("{} by {changes:?}:\n{}", rule.key(), told(&deviations).join("\n")))
    }
}

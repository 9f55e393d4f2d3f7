//! An issued report as it is kept, and whether a report would still say the same. Not for what becomes of one that would not
//! ([`super::issued`]).

use crate::diff::content::Content;
use crate::diff::gather::of_page;
use crate::inputs::records::Record;
use crate::model::returns::Narrative;
use crate::register::archive::Archive;
use crate::register::entry::Entry;
use crate::register::kept;
use crate::report::context::ReportContext;
use crate::report::due::Job;
use crate::report::views::table::ViewTable;
use crate::toolchain::{CompiledKind, Toolchain, rendered};

/// An issued report as it is kept.
pub(crate) struct KeptReport {
    /// Its page.
    pub(crate) pdf: Vec<u8>,
    /// The markup of its page.
    markup: Vec<u8>,
    /// What it says, as it is kept.
    pub(crate) content: Vec<u8>,
}

impl KeptReport {
    /// The kept files of a document, if they are as they were.
    pub(crate) fn read(archive: &Archive<'_>, entry: &Entry) -> Option<Self> {
        let kept = entry.kept.as_ref()?;
        let record = |file: &str| archive.record(&format!("{}/{file}", kept.folder));
        let sums = record(kept::SUMS).filter(|record| record.hash.as_ref() == Ok(&kept.sums))?;
        let sums = sums.text(archive.disk).ok()?;
        let right = |file: &str| -> Option<&Record> {
            let hash = kept::listed(sums.text()).find(|(name, _)| *name == file)?.1;
            record(file).filter(|record| record.hash.as_deref() == Ok(hash))
        };
        let bytes = |file: &str| right(file)?.bytes(archive.disk);
        let (pdf, markup) = (bytes(kept::PDF)?, bytes(kept::MARKUP)?);
        Some(Self { pdf, markup, content: bytes(kept::CONTENT)? })
    }

    /// Whether a report with this document's stamp would say what it said; how its page is laid out may change with the program.
    pub(crate) fn is_said_by(
        &self,
        job: &Job<'_>,
        kind: &CompiledKind,
        toolchain: &Toolchain,
    ) -> bool {
        let none = Narrative::default();
        let views = ViewTable::new(ReportContext::new(job, &kind.kind, &none));
        let Ok((view, markup)) = rendered(&views, kind, toolchain) else {
            return false;
        };
        markup.as_bytes() == self.markup
            || Content::from_json(&self.content)
                .is_some_and(|was| was.says_the_same(&of_page(&views, &view, &markup)))
    }
}

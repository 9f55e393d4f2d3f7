//! Word drafts of reports, as they go out: the words of the PDF, in the form of the PDF, each word of an author where it can be
//! changed. Not for what comes back.

mod custom;
mod form;
mod incremental;
mod issued;
mod reader;
mod same_words;

use std::sync::LazyLock;

use self::reader::Docx;
use crate::dossier::{Dossier, OutputFiles};
use crate::told::Told;

/// What drafting the samples with two jobs says and leaves.
static DRAFTS: LazyLock<(Told, OutputFiles)> = LazyLock::new(|| {
    let samples = Dossier::samples();
    (samples.run(["draft", "--jobs", "2"]), samples.output_files())
});

/// The draft of a report of the samples.
fn draft(name: &str) -> Docx {
    let bytes = DRAFTS.1.get(&format!("{name}.docx"));
    Docx::read(bytes.unwrap_or_else(|| panic!("no draft {name}")))
}

/// The draft of a report in a folder.
fn draft_in(dossier: &Dossier, name: &str) -> Docx {
    Docx::read(&dossier.output_files()[&format!("{name}.docx")])
}

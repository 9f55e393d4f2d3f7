//! The text of a document as it was read: paragraphs of runs, each run with the controls it stands in and the tracked changes it
//! is part of. Not for reading it ([`super::reading`]).

use super::controls::Tag;
use super::revision::RevisionKind;

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Paragraph {
    /// Its runs, in order.
    pub(crate) runs: Vec<Run>,
    /// Whether Word puts a mark of a list before it.
    pub(crate) listed: bool,
    /// What was done to its end; once that is taken out, the next paragraph goes on here.
    pub(crate) ends: Vec<RevisionKind>,
    /// Which body, cell or other container it stands in: only neighbours of one container can become one.
    pub(crate) container: usize,
    /// Controls around the whole paragraph.
    pub(crate) around: Vec<Tag>,
    /// Pictures in it that the program did not put there.
    pub(crate) pictures: usize,
    /// Its place among the paragraphs of the document as it was read.
    pub(crate) place: usize,
}

/// Words of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Run {
    /// What is read; a tab is `\t`, a line break `\n`.
    pub(crate) text: String,
    /// The controls of ours it stands in, outermost first.
    pub(crate) tags: Vec<Tag>,
    /// The tracked changes it is part of.
    pub(crate) revisions: Vec<RevisionKind>,
    /// Whether it is struck through by hand.
    pub(crate) struck: bool,
}

impl Paragraph {
    /// What is read.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// The controls of ours in it and around it, in order.
    pub(crate) fn tags(&self) -> impl Iterator<Item = Tag> {
        self.around.iter().chain(self.runs.iter().flat_map(|run| &run.tags)).copied()
    }
}

//! What came back in a document, to be told: texts old and new, tracked changes, comments, and how many paragraphs there were. Not
//! for how it is told.

use std::collections::BTreeMap;

use super::compare::Counts;
use super::printed::TextKey;
use crate::docx::comments::Comment;
use crate::docx::revision::{Revision, RevisionKind};
use crate::docx::settled::Tracked;

/// What came back in a document.
#[derive(Debug, Default)]
pub(crate) struct DraftAccount {
    /// The document as findings call it.
    pub(crate) shown: String,
    /// The report it is a draft of.
    pub(crate) report: String,
    /// The files whose texts change, as findings call them.
    pub(crate) files: Vec<String>,
    /// The texts that change.
    pub(crate) turns: Vec<TextTurn>,
    /// Tracked changes, and what became of them.
    pub(crate) revisions: Vec<ToldRevision>,
    /// What became of them.
    pub(crate) tracked: Tracked,
    /// Comments.
    pub(crate) comments: Vec<ToldComment>,
    /// Its paragraphs.
    pub(crate) counts: Counts,
}

/// A text that changes: paragraphs before and after, one of them missing where a paragraph is new or gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextTurn {
    /// Which.
    pub(crate) key: String,
    /// Its paragraphs.
    pub(crate) turns: Vec<(Option<String>, Option<String>)>,
}

/// A tracked change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ToldRevision {
    /// By whom.
    pub(crate) author: String,
    /// When: `20/6/2025 09:30`.
    pub(crate) date: String,
    /// What was done.
    pub(crate) kind: RevisionKind,
    /// The words; empty where it is only the end of a paragraph.
    pub(crate) words: String,
    /// The text.
    pub(crate) place: Option<String>,
}

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ToldComment {
    /// By whom.
    pub(crate) author: String,
    /// When.
    pub(crate) date: String,
    /// What it says.
    pub(crate) words: String,
    /// What it is about.
    pub(crate) about: String,
    /// The text.
    pub(crate) place: Option<String>,
}

/// The texts of paragraphs by their places in the document.
type Places = BTreeMap<usize, TextKey>;

/// Tracked changes to be told; those of one person in one place are one.
#[must_use]
pub(crate) fn revisions(all: &[Revision], places: &Places) -> Vec<ToldRevision> {
    let mut told: Vec<(usize, ToldRevision)> = Vec::new();
    for one in all {
        let (author, date) = (named(&one.author), day(&one.date));
        let last = told.last_mut().filter(|(paragraph, last)| {
            *paragraph == one.paragraph && last.kind == one.kind && last.author == author
        });
        if let Some((_, last)) = last {
            last.words.push_str(&one.words);
            continue;
        }
        let place = places.get(&one.paragraph).map(TextKey::shown);
        let (kind, words) = (one.kind, one.words.clone());
        told.push((one.paragraph, ToldRevision { author, date, kind, words, place }));
    }
    told.into_iter().map(|(_, one)| one).collect()
}

/// Comments to be told.
#[must_use]
pub(crate) fn comments(all: &[Comment], places: &Places) -> Vec<ToldComment> {
    let told = |one: &Comment| ToldComment {
        author: named(&one.author),
        date: day(&one.date),
        words: one.words.clone(),
        about: one.about.clone(),
        place: one.paragraph.and_then(|at| places.get(&at)).map(TextKey::shown),
    };
    all.iter().map(told).collect()
}

fn named(author: &str) -> String {
    if author.trim().is_empty() { "không ghi tên".to_owned() } else { author.trim().to_owned() }
}

/// `2025-06-20T09:30:00Z` as `20/6/2025 09:30`; what is no such date stays as it is.
fn day(date: &str) -> String {
    let known =
        chrono::NaiveDateTime::parse_from_str(date.trim_end_matches('Z'), "%Y-%m-%dT%H:%M:%S");
    known.map_or_else(|_| date.to_owned(), |date| date.format("%-d/%-m/%Y %H:%M").to_string())
}

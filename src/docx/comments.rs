//! Comments of a document: who says what, of which words. Not for the words of the text ([`super::text`]).

use super::fault::DocxFault;
use super::walker::Anchors;
use super::xml::{Piece, each};

/// A comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comment {
    /// By whom.
    pub(crate) author: String,
    /// When, as the document has it.
    pub(crate) date: String,
    /// What it says.
    pub(crate) words: String,
    /// What it is about; empty if about a place alone.
    pub(crate) about: String,
    /// The paragraph it is about, among those of the document.
    pub(crate) paragraph: Option<usize>,
}

/// Reads the comments of a document, which are about what `anchors` say.
///
/// # Errors
/// The part is damaged.
pub(super) fn comments(xml: &str, anchors: &Anchors) -> Result<Vec<Comment>, DocxFault> {
    let mut found: Vec<Comment> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    each(xml, |piece| match piece {
        Piece::Open(element) => {
            let name = element.name();
            let said = |name| element.attribute(name).unwrap_or_default();
            match (name.as_str(), found.last_mut()) {
                ("comment", _) => {
                    let anchor = anchors.get(&said("id"));
                    found.push(Comment {
                        author: said("author"),
                        date: said("date"),
                        words: String::new(),
                        about: anchor.map_or_else(String::new, |(_, words)| words.clone()),
                        paragraph: anchor.map(|(paragraph, _)| *paragraph),
                    });
                }
                ("p" | "br" | "tab", Some(comment)) => comment.words.push(' '),
                _ => {}
            }
            open.push(name);
        }
        Piece::Close => _ = open.pop(),
        Piece::Words(words) => {
            if let Some(comment) =
                found.last_mut().filter(|_| open.last().is_some_and(|one| one == "t"))
            {
                comment.words.push_str(&words);
            }
        }
    })?;
    for comment in &mut found {
        comment.words = comment.words.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    Ok(found)
}

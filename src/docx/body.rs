//! Walks through a part with text: every element is gone into, what is in a control or a tracked change is marked, what stands
//! beside the text is kept apart. Not for what becomes of tracked changes ([`super::settled`]).

use super::aside::{Aside, AsideKind};
use super::fault::DocxFault;
use super::walker::{Body, Walker};
use super::xml::{Piece, each};

/// Reads the text of a document.
///
/// # Errors
/// The part is damaged.
pub(super) fn body(xml: &str) -> Result<Body, DocxFault> {
    walk(xml, Walker::default())
}

/// Reads a part all of whose words stand beside the text.
///
/// # Errors
/// The part is damaged.
pub(super) fn beside(xml: &str, kind: AsideKind) -> Result<Vec<Aside>, DocxFault> {
    let mut walker = Walker::default();
    walker.beside.push(Aside { kind, words: String::new() });
    walk(xml, walker).map(|read| read.asides)
}

fn walk(xml: &str, mut walker: Walker) -> Result<Body, DocxFault> {
    each(xml, |piece| match piece {
        Piece::Open(element) => walker.open(&element),
        Piece::Close => walker.close(),
        Piece::Words(words) => walker.words(&words),
    })?;
    while let Some(aside) = walker.beside.pop() {
        walker.put_aside(&aside);
    }
    Ok(walker.read)
}

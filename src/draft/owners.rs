//! Which text a paragraph belongs to that was put in or moved: that of its neighbours, where they leave no doubt. Not for words
//! put into a paragraph ([`super::units`]).

use super::held::{HeldToken, Label};
use super::printed::{PlaceNumber, Printed};

/// What stands at the edges of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Edges {
    /// The body or cell it is in.
    pub(crate) container: usize,
    /// The text its first words are of, but for a dash.
    pub(crate) first: Option<PlaceNumber>,
    /// The text its last words are of, but for signs.
    pub(crate) last: Option<PlaceNumber>,
}

/// Whose a new paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// This text's.
    Text(PlaceNumber),
    /// One of two texts'.
    Between(PlaceNumber, PlaceNumber),
    /// No text's.
    Nobody,
}

/// The edges of a paragraph with words that were there.
#[must_use]
pub(crate) fn edges(printed: &Printed<'_>, tokens: &[HeldToken], container: usize) -> Edges {
    let place = |token: &HeldToken| {
        token.control.or_else(|| token.label.part()).and_then(|part| printed.place_of(part))
    };
    let words = |token: &&HeldToken| token.token.word.chars().any(char::is_alphanumeric);
    let first = tokens.iter().find(|token| token.label != Label::Dash);
    let last = tokens.iter().rev().find(words);
    Edges { container, first: first.and_then(place), last: last.and_then(place) }
}

/// Whose a paragraph is that stands at `at` among others, of which those that were not there have no edges.
#[must_use]
pub(crate) fn owner(at: usize, container: usize, all: &[Option<Edges>]) -> Owner {
    let same = |edges: &&Edges| edges.container == container;
    let before = all[..at].iter().rev().flatten().next().filter(same);
    let behind = all[at + 1..].iter().flatten().next().filter(same);
    let (before, behind) =
        (before.and_then(|edges| edges.last), behind.and_then(|edges| edges.first));
    match (before, behind) {
        (Some(one), Some(other)) if one != other => Owner::Between(one, other),
        (Some(one), _) | (None, Some(one)) => Owner::Text(one),
        (None, None) => Owner::Nobody,
    }
}

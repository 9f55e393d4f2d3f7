//! What a draft said when it was written, as tokens that know where they came from; and the texts its paragraphs are of. Not for
//! what came back ([`super::received`]).

use std::collections::BTreeMap;

use super::snapshot::{Part, Piece, Snapshot, Written};
use super::tokens::{Token, tokens};

/// Where a text stands: its file and the keys to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TextKey {
    /// The file as findings call it.
    pub(crate) file: String,
    /// The keys.
    pub(crate) keys: Vec<String>,
}

impl TextKey {
    /// What people read: `lat.yaml · danh_gia.han_che`.
    #[must_use]
    pub(crate) fn shown(&self) -> String {
        let name = self.file.rsplit('/').next().unwrap_or_default();
        format!("{name} · {}", self.keys.join("."))
    }
}

/// A part of a paragraph: the numbers of both in the snapshot.
pub(crate) type PartPlace = (usize, usize);
/// A number of a text in [`Printed::places`].
pub(crate) type PlaceNumber = usize;

/// A text, once for each time it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextPlace {
    /// Which text.
    pub(crate) key: TextKey,
    /// Its parts in reading order.
    pub(crate) parts: Vec<PartPlace>,
}

/// Where a token of a draft came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The program.
    Computed,
    /// The dash before an item.
    Dash,
    /// Somebody's words.
    Typed(PartPlace),
    /// What a reference prints, by its piece.
    Value(PartPlace, usize),
}

impl Origin {
    /// The part of a text it is of.
    #[must_use]
    pub(crate) fn part(self) -> Option<PartPlace> {
        match self {
            Self::Typed(part) | Self::Value(part, _) => Some(part),
            Self::Computed | Self::Dash => None,
        }
    }
}

/// A token and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PrintedToken {
    /// The token.
    pub(crate) token: Token,
    /// Where it came from.
    pub(crate) origin: Origin,
}

/// A draft as it was written.
#[derive(Debug)]
pub(crate) struct Printed<'s> {
    /// What it said.
    pub(crate) snapshot: &'s Snapshot,
    /// The tokens of each paragraph.
    pub(crate) paragraphs: Vec<Vec<PrintedToken>>,
    /// The texts in it.
    pub(crate) places: Vec<TextPlace>,
    of_part: BTreeMap<PartPlace, PlaceNumber>,
}

impl<'s> Printed<'s> {
    /// Takes a snapshot apart.
    #[must_use]
    pub(crate) fn new(snapshot: &'s Snapshot) -> Self {
        let paragraphs = (0..snapshot.doan.len()).map(|at| paragraph(snapshot, at)).collect();
        let mut printed =
            Self { snapshot, paragraphs, places: Vec::new(), of_part: BTreeMap::new() };
        for (at, one) in snapshot.doan.iter().enumerate() {
            for (part, written) in one.phan.iter().enumerate() {
                if let Part::Loi(written) = written {
                    printed.add((at, part), written);
                }
            }
        }
        printed
    }

    /// Puts a part to its text; where a paragraph comes again the text is printed once more.
    fn add(&mut self, part: PartPlace, written: &Written) {
        let key = TextKey { file: written.tep.clone(), keys: written.khoa.clone() };
        let last = self.places.iter().rposition(|place| place.key == key);
        let goes_on = last.filter(|at| {
            let before = self.places[*at].parts.last().and_then(|part| self.written(*part));
            before.is_some_and(|before| before.thu < written.thu)
        });
        let number = goes_on.unwrap_or_else(|| {
            self.places.push(TextPlace { key, parts: Vec::new() });
            self.places.len() - 1
        });
        self.places[number].parts.push(part);
        self.of_part.insert(part, number);
    }

    /// The text a part is of.
    #[must_use]
    pub(crate) fn place_of(&self, part: PartPlace) -> Option<PlaceNumber> {
        self.of_part.get(&part).copied()
    }

    /// What somebody wrote in a part.
    #[must_use]
    pub(crate) fn written(&self, (paragraph, part): PartPlace) -> Option<&'s Written> {
        match self.snapshot.doan.get(paragraph)?.phan.get(part)? {
            Part::Loi(written) => Some(written),
            Part::In(_) => None,
        }
    }

    /// What a reference prints and how it is typed.
    #[must_use]
    pub(crate) fn value(&self, part: PartPlace, piece: usize) -> Option<(&'s str, &'s str)> {
        match self.written(part)?.manh.get(piece)? {
            Piece::So { in_ra, nguon } => Some((in_ra, nguon)),
            Piece::Chu(_) => None,
        }
    }

    /// The part a control of a text stands for: `L12` is the only one of its paragraph.
    #[must_use]
    pub(crate) fn part_of_control(
        &self,
        paragraph: usize,
        part: Option<usize>,
    ) -> Option<PartPlace> {
        let only = || {
            let mut all =
                self.of_part.range((paragraph, 0)..(paragraph + 1, 0)).map(|(part, _)| *part);
            all.next().filter(|_| all.next().is_none())
        };
        part.map_or_else(only, |part| Some((paragraph, part)))
            .filter(|part| self.of_part.contains_key(part))
    }
}

/// The tokens of a paragraph.
fn paragraph(snapshot: &Snapshot, at: usize) -> Vec<PrintedToken> {
    let parts = &snapshot.doan[at].phan;
    let (mut all, mut space) = (Vec::new(), String::new());
    let mut put = |text: &str, origin: Origin| {
        let (mut found, behind) = tokens(text);
        match found.first_mut() {
            Some(first) => {
                let before = std::mem::replace(&mut space, behind);
                if !before.is_empty() && first.space.is_empty() {
                    (first.gap, first.space) = (super::tokens::gap(&before), before);
                }
            }
            None => space.push_str(&behind),
        }
        all.extend(found.into_iter().map(|token| PrintedToken { token, origin }));
    };
    for (number, part) in parts.iter().enumerate() {
        match part {
            Part::In(text) => {
                let item = matches!(parts.get(number + 1), Some(Part::Loi(next)) if next.gach);
                let origin = if item && is_mark(text) { Origin::Dash } else { Origin::Computed };
                put(text, origin);
            }
            Part::Loi(written) => {
                for (piece, one) in written.manh.iter().enumerate() {
                    let origin = match one {
                        Piece::Chu(_) => Origin::Typed((at, number)),
                        Piece::So { .. } => Origin::Value((at, number), piece),
                    };
                    put(one.text(), origin);
                }
            }
        }
    }
    all
}

/// Whether words are nothing but the mark of an item.
#[must_use]
pub(crate) fn is_mark(text: &str) -> bool {
    let mut characters = text.trim().chars();
    characters.next().is_some_and(|c| "-–—•·▪*\u{f0b7}".contains(c)) && characters.next().is_none()
}

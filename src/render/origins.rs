//! Where the words of a report's markup come from: an author's text, a reference in it, a number of a figure or target. Not for the
//! marks that say so on their way ([`crate::model::origin_marks`]).

use std::ops::Range;

use crate::model::origin_marks::{Mark, MarkReader, ParagraphPlace, Read};

/// A part of the markup that comes from one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OriginPart {
    /// Where it stands in the markup.
    pub(crate) range: Range<usize>,
    /// Of which paragraph of a text it is, if it is an author's.
    pub(crate) paragraph: Option<ParagraphPlace>,
    /// What it is the value of, as a reference is typed or as `so_lieu.tram`, `chi_tieu.bhyt`.
    pub(crate) value: Option<String>,
}

/// The parts of a report's markup that say where they come from, in order; they do not overlap.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Origins(pub(crate) Vec<OriginPart>);

impl Origins {
    /// Reads the marks a text had, each with the place it stood at.
    #[must_use]
    pub(super) fn of(marks: &[(usize, char)]) -> Self {
        let (mut parts, mut reader) = (Vec::new(), MarkReader::default());
        let (mut paragraph, mut value, mut start) = (None, None, 0);
        for (at, c) in marks {
            let Read::Mark(mark) = reader.take(*c) else { continue };
            if start < *at && (paragraph.is_some() || value.is_some()) {
                let (paragraph, value) = (paragraph.clone(), value.clone());
                parts.push(OriginPart { range: start..*at, paragraph, value });
            }
            start = *at;
            match mark {
                Mark::Paragraph(place) => paragraph = Some(place),
                Mark::ParagraphEnd => paragraph = None,
                Mark::Value(typed) => value = Some(typed),
                Mark::ValueEnd => value = None,
            }
        }
        Self(parts)
    }

    /// The number of the part a place in the markup is in.
    #[must_use]
    pub(crate) fn at(&self, place: usize) -> Option<usize> {
        let next = self.0.partition_point(|part| part.range.end <= place);
        self.0.get(next).filter(|part| part.range.start <= place).map(|_| next)
    }
}

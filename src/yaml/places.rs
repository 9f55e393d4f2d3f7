//! Many places of one slip in a few words. Not for places that have a finding each.

use crate::source::Span;

/// Lines named at most.
const SHOWN: usize = 8;

/// What was seen of one slip in a file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places {
    first: Vec<Span>,
    count: usize,
}

impl Places {
    /// One more place.
    pub(crate) fn add(&mut self, place: Span) {
        self.count += 1;
        if self.first.len() < SHOWN {
            self.first.push(place);
        }
    }

    /// Where it was first seen.
    #[must_use]
    pub(crate) fn first(&self) -> Option<&Span> {
        self.first.first()
    }

    /// `dòng 5`, `12 chỗ: dòng 5, 9, …`.
    #[must_use]
    pub(crate) fn told(&self) -> String {
        let mut lines: Vec<usize> = self.first.iter().map(|span| span.position().0).collect();
        lines.dedup();
        let lines = lines.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let more = if self.count > self.first.len() { ", …" } else { "" };
        if self.count == 1 {
            format!("dòng {lines}")
        } else {
            format!("{} chỗ: dòng {lines}{more}", self.count)
        }
    }
}

/// Where `text` stands in a value as typed; in a value written with escapes, the whole value.
#[must_use]
pub(crate) fn place(span: &Span, text: &str) -> Span {
    Cursor::new(span).next(text)
}

/// Finds texts in a value as typed, each behind the one before.
pub(crate) struct Cursor<'s> {
    span: &'s Span,
    from: usize,
}

impl<'s> Cursor<'s> {
    /// At the start of a value.
    #[must_use]
    pub(crate) fn new(span: &'s Span) -> Self {
        Self { span, from: 0 }
    }

    /// The next place of `text`; in a value written with escapes, the whole value.
    pub(crate) fn next(&mut self, text: &str) -> Span {
        let rest = self.span.text().get(self.from..).unwrap_or_default();
        let Some(found) = rest.find(text) else { return self.span.clone() };
        let start = self.span.range().start + self.from + found;
        self.from += found + text.len();
        Span::new(self.span.file(), start..start + text.len())
    }
}

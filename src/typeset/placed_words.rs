//! Where on a page the words of the markup stand. Not for what they are or come from ([`crate::render::origins`]).

use typst::layout::{Abs, Frame, FrameItem, Point, Transform};
use typst::syntax::Span;
use typst::text::TextItem;

use super::string_cells::{CellFollower, StringCells};

/// A word on a page, or a part of one that comes from elsewhere than the rest; from the page's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PlacedWord {
    /// Where its first letter stands in the markup.
    pub(crate) start: usize,
    /// Its left edge.
    pub(crate) x: Abs,
    /// Its upper edge.
    pub(crate) y: Abs,
    /// How wide it is.
    pub(crate) width: Abs,
    /// How high it is.
    pub(crate) height: Abs,
}

/// Where what a span names begins in the markup; none if it is none of it.
pub(super) type MarkupPlace<'m> = &'m dyn Fn(Span) -> Option<usize>;

/// The words of a page's frame that stand in the markup, in the order in which they are drawn.
#[must_use]
pub(super) fn placed_words(
    frame: &Frame,
    in_markup: MarkupPlace<'_>,
    cells: &StringCells,
) -> Vec<PlacedWord> {
    let (strings, cells) = (cells, cells.follower());
    let mut placer = Placer { in_markup, strings, cells, known: None, words: Vec::new() };
    placer.frame(frame, Transform::identity());
    placer.words
}

struct Placer<'p> {
    in_markup: MarkupPlace<'p>,
    /// The cells that are strings.
    strings: &'p StringCells,
    cells: CellFollower<'p>,
    /// The place that was found last: letters of one text share it.
    known: Option<(Span, Option<usize>)>,
    words: Vec<PlacedWord>,
}

impl Placer<'_> {
    fn frame(&mut self, frame: &Frame, around: Transform) {
        for (at, item) in frame.items() {
            let here = around.pre_concat(Transform::translate(at.x, at.y));
            match item {
                FrameItem::Group(group) => {
                    self.frame(&group.frame, here.pre_concat(group.transform));
                }
                FrameItem::Text(run) => self.run(run, here),
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &TextItem, here: Transform) {
        let (ascent, descent) = {
            let metrics = run.font.metrics();
            (metrics.ascender.at(run.size), metrics.descender.at(run.size))
        };
        let mut x = Abs::zero();
        let mut open: Option<(usize, Abs)> = None;
        let mut parted = false;
        // What bears no mark at all is what the library set of a string, or its own.
        let marked = run.glyphs.iter().any(|glyph| self.place(glyph.span).is_some());
        let cell = if marked { None } else { self.cells.cell_of(&run.text) };
        for glyph in &run.glyphs {
            let letters = &run.text[glyph.range()];
            let blank = letters.trim().is_empty();
            // What stands between may part two numbers: `667/802`.
            let between = !letters.chars().all(char::is_alphanumeric);
            if between || parted {
                self.close(&mut open, x, (ascent, descent), here);
            }
            parted = between;
            let place = self.place(glyph.span).or(cell).filter(|_| !blank);
            let (start, end) = (x, x + glyph.x_advance.at(run.size));
            if place.is_none() {
                self.close(&mut open, start, (ascent, descent), here);
            }
            open = open.or(place.map(|place| (place, start)));
            x = end;
        }
        self.close(&mut open, x, (ascent, descent), here);
    }

    fn close(
        &mut self,
        open: &mut Option<(usize, Abs)>,
        end: Abs,
        (ascent, descent): (Abs, Abs),
        here: Transform,
    ) {
        let Some((start, from)) = open.take() else { return };
        let corner = |x, y| Point::new(x, y).transform(here);
        let (one, other) = (corner(from, -ascent), corner(end, -descent));
        let (left, top) = (one.x.min(other.x), one.y.min(other.y));
        self.words.push(PlacedWord {
            start,
            x: left,
            y: top,
            width: one.x.max(other.x) - left,
            height: one.y.max(other.y) - top,
        });
    }

    /// Where a letter stands in the markup; none if the format library wrote it.
    fn place(&mut self, (span, offset): (Span, u16)) -> Option<usize> {
        if self.known.is_none_or(|(known, _)| known != span) {
            self.known = Some((span, (self.in_markup)(span)));
        }
        let (_, start) = self.known?;
        self.cells.at(start?);
        Some(self.strings.letter(start?, usize::from(offset)))
    }
}

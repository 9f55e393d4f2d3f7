//! K09: lines of prose that were read otherwise than typed, told once a file for each sort. Not for reading them
//! ([`crate::model::text`]).

use std::collections::BTreeMap;

use super::places::{Cursor, Places};
use crate::diagnostic::{Code, Finding};
use crate::model::line_breaks::LineReading;
use crate::model::paragraphs::ReadLine;
use crate::source::Span;

/// Marks named at most.
const SHOWN: usize = 6;

/// What was seen in one file.
#[derive(Debug, Default)]
pub(super) struct ReadLines {
    seen: BTreeMap<LineReading, Seen>,
}

/// The lines of one sort.
#[derive(Debug, Default)]
struct Seen {
    marks: Vec<String>,
    words: String,
    places: Places,
}

impl ReadLines {
    /// Remembers the lines of one value.
    pub(super) fn see(&mut self, lines: Vec<ReadLine>, span: &Span) {
        let mut cursor = Cursor::new(span);
        for line in lines {
            let seen = self.seen.entry(line.reading).or_default();
            seen.places.add(cursor.next(&line.words));
            if seen.words.is_empty() {
                seen.words = line.words;
            }
            if !line.mark.is_empty() && !seen.marks.contains(&line.mark) {
                seen.marks.push(line.mark);
            }
        }
    }

    /// One finding for each sort.
    pub(super) fn tell(self) -> impl Iterator<Item = Finding> {
        self.seen.into_iter().map(|(reading, seen)| {
            let (what, hint) = told(reading, &seen);
            Finding::new(Code::ReadLine, format!("{what} ({})", seen.places.told()))
                .hint(hint)
                .at_maybe(seen.places.first().cloned())
        })
    }
}

fn told(reading: LineReading, seen: &Seen) -> (String, &'static str) {
    match reading {
        LineReading::Marked => {
            let marks: Vec<String> =
                seen.marks.iter().take(SHOWN).map(|mark| format!("«{mark}»")).collect();
            (
                format!("dòng bắt đầu bằng {} được in thành gạch đầu dòng", marks.join(", ")),
                "đúng ý thì để nguyên, hoặc thay bằng «- »; nếu là câu viết tiếp, nối vào dòng trên",
            )
        }
        LineReading::Parted => (
            format!("dòng «{}» được in thành một đoạn riêng", seen.words),
            "đúng ý thì để nguyên, hoặc thêm một dòng trống phía trên; nếu cùng một đoạn, nối vào dòng trên",
        ),
        LineReading::Joined => (
            format!("dòng «{}» được nối vào dòng trên thành một câu", seen.words),
            "nếu là một đoạn hay một ý riêng, thêm một dòng trống phía trên hoặc «- » ở đầu dòng; nếu cùng một câu, nối vào dòng trên",
        ),
    }
}

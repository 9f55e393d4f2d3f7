//! Text as it will be printed: NFC, without hidden characters, cut into paragraphs. Not for escaping
//! ([`crate::render::escape`]).

use std::fmt;

use super::paragraphs::{ReadLine, cut};
use crate::source::Span;
use crate::vietnamese::text::clean;

/// One line of cleaned text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Line(String);

impl Line {
    /// Cleans `text`; line ends become spaces.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let cleaned = clean(text);
        Self(
            cleaned
                .split(['\n', '\r'])
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A paragraph, or one of the format's dash items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Whether the line began with `- ` or what stands for it.
    pub(crate) dash: bool,
    /// The words, without the dash.
    pub line: Line,
}

/// Paragraphs, parted by empty lines in the YAML or as they were pasted; a line of a list is one of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    paragraphs: Vec<Paragraph>,
    place: Option<Span>,
}

impl Text {
    /// Cuts `text` into paragraphs.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self::read(text).0
    }

    /// Cuts `text` into paragraphs, with the lines that were read otherwise than typed.
    #[must_use]
    pub(crate) fn read(text: &str) -> (Self, Vec<ReadLine>) {
        let (cuts, read) = cut(&clean(text));
        let paragraphs =
            cuts.into_iter().map(|cut| Paragraph { dash: cut.dash, line: Line::new(&cut.words) });
        (Self { paragraphs: paragraphs.collect(), place: None }, read)
    }

    /// Remembers where it was read.
    #[must_use]
    pub fn at(mut self, span: &Span) -> Self {
        self.place = Some(span.clone());
        self
    }

    /// Where it was read, if from a file.
    #[must_use]
    pub(crate) fn place(&self) -> Option<&Span> {
        self.place.as_ref()
    }

    /// Where the `nth` (from 0) of all `mark`s of the text stands in the file. The whole text where they cannot be told
    /// apart, as in a value written with escapes; none if it was not read from a file.
    #[must_use]
    pub(crate) fn place_of_nth(&self, mark: &str, nth: usize) -> Option<Span> {
        let whole = self.place.as_ref()?;
        let all: usize =
            self.paragraphs.iter().map(|one| one.line.as_str().matches(mark).count()).sum();
        let typed: Vec<usize> = whole.text().match_indices(mark).map(|(at, _)| at).collect();
        let start = typed.get(nth).filter(|_| typed.len() == all);
        Some(start.map_or_else(
            || whole.clone(),
            |at| {
                let start = whole.range().start + at;
                Span::new(whole.file(), start..start + mark.len())
            },
        ))
    }

    /// The paragraphs in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Whether there is nothing to print.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::line_breaks::LineReading;

    /// Paragraphs of a text, items with a dash.
    fn read(text: &str) -> Vec<String> {
        let text = Text::parse(text);
        let dash = |p: &Paragraph| if p.dash { "- " } else { "" };
        text.paragraphs().iter().map(|p| format!("{}{}", dash(p), p.line)).collect()
    }

    #[test]
    fn empty_lines_part_paragraphs_and_dashes_start_items() {
        let text = "Một\nhai.\n\n- Ba\n- Bốn\n  năm.\n\nSáu.";
        assert_eq!(read(text), ["Một hai.", "- Ba", "- Bốn năm.", "Sáu."]);
    }

    #[test]
    fn every_mark_of_a_list_is_a_dash() {
        for mark in
            ["•", "• ", "·\t", "\u{f0b7}\t", "▪ ", "o\t", "– ", "— ", "+ ", "* ", "-", "–", "*"]
        {
            let text = format!("Đã làm\n{mark}Họp dân\n{mark}Mở lớp");
            assert_eq!(read(&text), ["Đã làm", "- Họp dân", "- Mở lớp"], "{mark:?}");
        }
        assert_eq!(read("•\nHọp dân\n•\nMở lớp"), ["- Họp dân", "- Mở lớp"]);
        assert_eq!(read("- Họp:\n+ Một\n+ Hai\n- Mở"), ["- Họp:", "+ Một", "+ Hai", "- Mở"]);
        assert_eq!(read("•\tHọp:\no\tMột\n•\tMở"), ["- Họp:", "+ Một", "- Mở"]);
        assert_eq!(read("-Họp\n-05 lớp;\n-03 buổi"), ["- Họp -05 lớp;", "- 03 buổi"]);
        assert_eq!(read("-Họp\n-05 lớp\n-Mở"), ["- Họp", "- 05 lớp", "- Mở"]);
        assert_eq!(read("-Họp;\n-05 lớp;\n-03 buổi"), ["- Họp;", "- 05 lớp;", "- 03 buổi"]);
    }

    #[test]
    fn what_goes_on_with_a_sign_is_no_list() {
        for (typed, printed) in [
            ("-5 người so với", "-5 người so với"),
            ("biến động\n-5 người so với", "biến động -5 người so với"),
            ("tăng\n+5% so với", "tăng +5% so với"),
            ("giai đoạn 2021\n- 2025", "giai đoạn 2021 - 2025"),
            ("giai đoạn 2021\n– 2025", "giai đoạn 2021 – 2025"),
            ("Chương trình\n– một trong các việc", "Chương trình – một trong các việc"),
            ("đơn vị Tây\n-nam", "đơn vị Tây -nam"),
            ("---", "---"),
        ] {
            assert_eq!(read(typed), [printed], "{typed:?}");
        }
    }

    #[test]
    fn numbered_lines_stay_lines_of_their_own_as_typed() {
        for lines in [
            ["1. Họp dân", "2. Mở lớp"],
            ["1) Họp dân", "2) Mở lớp"],
            ["a) Họp dân", "b) Mở lớp"],
            ["a. Họp dân", "b. Mở lớp"],
            ["I. Họp dân", "II. Mở lớp"],
            ["1.1. Họp dân", "1.2. Mở lớp"],
            ["(1) Họp dân", "(2) Mở lớp"],
            ["1/ Họp dân", "2/ Mở lớp"],
        ] {
            assert_eq!(
                read(&format!("Đã làm\n{}", lines.join("\n"))),
                ["Đã làm", lines[0], lines[1]]
            );
        }
        for (typed, printed) in [
            ("thuộc Dự án\n1. Xã đã họp", "thuộc Dự án 1. Xã đã họp"),
            ("trong năm\n2024. Xã đã họp", "trong năm 2024. Xã đã họp"),
            ("khoảng\n1.250 người", "khoảng 1.250 người"),
        ] {
            assert_eq!(read(typed), [printed]);
        }
    }

    #[test]
    fn lines_pasted_without_empty_lines_are_paragraphs() {
        assert_eq!(
            read("Đảng ủy đã họp.\nXã mở lớp:\n05 người học."),
            ["Đảng ủy đã họp.", "Xã mở lớp:", "05 người học."]
        );
        let long = "Đảng ủy xã đã tổ chức hội nghị học tập, quán triệt chỉ thị cho toàn thể cán bộ, đảng viên và các đoàn thể của xã trong quý I.";
        assert_eq!(read(&format!("{long}\n{long}")), [long, long]);
    }

    #[test]
    fn lines_that_broke_at_a_width_are_one_paragraph() {
        let lines = [
            "Đảng ủy xã đã tổ chức hội nghị học tập, quán triệt chỉ thị cho toàn",
            "thể cán bộ, đảng viên và các đoàn thể của xã trong quý I năm 2024.",
            "Các chi bộ đã đăng ký nội dung làm theo và đã được kiểm tra ở bốn",
            "thôn. Ban",
            "Thường vụ đã nghe báo cáo.",
        ];
        assert_eq!(read(&lines.join("\n")), [lines.join(" ")]);
        assert_eq!(read("Đoạn một,\ncòn tiếp."), ["Đoạn một, còn tiếp."]);
        assert_eq!(read("Bí thư TP.\nHà Tĩnh"), ["Bí thư TP. Hà Tĩnh"]);
    }

    #[test]
    fn two_lines_that_run_together_are_told() {
        let readings = |text| {
            let read = Text::read(text).1;
            read.into_iter().map(|one| (one.reading, one.words)).collect::<Vec<_>>()
        };
        let joined = readings("Về công tác tuyên truyền\nĐảng ủy đã họp");
        assert_eq!(joined, [(LineReading::Joined, "Đảng ủy đã họp".to_owned())]);
        assert_eq!(readings("Đoạn một,\ncòn tiếp.\n\n- Một\n- Hai\n1. Ba"), []);
    }
}

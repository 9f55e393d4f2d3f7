//! Rules on characters, for every value of every file: the fonts must have them, people must see them, and words
//! must fit on a line. What a whole file has of one slip is gathered by the modules beside this one. Not for Typst or
//! template syntax in text, which is harmless ([`crate::render::escape`]).

use std::collections::BTreeSet;

use unicode_normalization::char::is_combining_mark;

use super::cut_text;
use super::encodings::Encodings;
use super::lookalikes::LookAlikes;
use super::spellings::Spellings;
use super::uncomposed;
use crate::assets::fonts::GlyphCoverage;
use crate::diagnostic::{Code, Finding};
use crate::source::Span;
use crate::vietnamese::text::{clean, is_hidden, is_ordinary};
use crate::yaml::fields::{Sink, shorten};
use crate::yaml::places::place as find;
use crate::yaml::tree::{Node, Value};

/// Words of this many characters fit on a line whatever their letters are.
const SURE_TO_FIT: usize = 28;
/// The widest word that fits on a line: 155 mm at 14 pt in the widest face, in ems.
const WIDEST_WORD: f64 = 155.0 / 25.4 * 72.0 / 14.0;

/// Checks every scalar below `node`, the whole of a file.
pub fn check(node: &Node, coverage: &GlyphCoverage<'_>, sink: &Sink) {
    let mut scan = FileScan::new(coverage, sink);
    scan.node(node, FilePart::Text);
    scan.tell();
}

/// What part of a file a value is in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FilePart {
    Text,
    /// Among figures, whose own errors name what is wrong with a value.
    Figures,
}

/// The values of one file, and what is told of them once.
struct FileScan<'a> {
    coverage: &'a GlyphCoverage<'a>,
    sink: &'a Sink,
    encodings: Encodings<'a>,
    look_alikes: LookAlikes,
    spellings: Spellings<'a>,
}

impl<'a> FileScan<'a> {
    fn new(coverage: &'a GlyphCoverage<'a>, sink: &'a Sink) -> Self {
        Self {
            coverage,
            sink,
            encodings: Encodings::default(),
            look_alikes: LookAlikes::default(),
            spellings: Spellings::default(),
        }
    }

    fn node(&mut self, node: &'a Node, part: FilePart) {
        match &node.value {
            Value::Null if part == FilePart::Text => cut_text::check("", &node.span, self.sink),
            Value::Scalar(text) if part == FilePart::Text => self.text(text, &node.span),
            Value::Null | Value::Scalar(_) => {}
            Value::List(items) => items.iter().for_each(|item| self.node(item, part)),
            Value::Map(entries) => {
                for (key, value) in entries {
                    self.node(value, part.below(&key.text, value));
                }
            }
        }
    }

    fn text(&mut self, text: &'a str, span: &'a Span) {
        cut_text::check(text, span, self.sink);
        if text.is_ascii() || !self.encodings.see(text, span) {
            self.good(text, span);
        }
    }

    /// A value that is in no older encoding.
    fn good(&mut self, text: &'a str, span: &'a Span) {
        scalar(text, span, self.coverage, self.sink);
        self.look_alikes.see(text, span);
        if !text.is_ascii() {
            self.spellings.see(text, span);
        }
    }

    fn tell(mut self) {
        for (text, span) in std::mem::take(&mut self.encodings).tell(self.sink) {
            self.good(text, span);
        }
        self.look_alikes.tell(self.sink);
        self.spellings.tell(self.sink);
    }
}

impl FilePart {
    fn below(self, key: &str, value: &Node) -> Self {
        let lines = matches!(value.value, Value::Map(_));
        match (self, key) {
            // A plan's figures are a list of descriptions.
            (Self::Text, "so_lieu" | "doi_chieu") if lines => Self::Figures,
            (Self::Figures, "nguon" | "don_vi_tinh") => Self::Text,
            (part, _) => part,
        }
    }
}

/// Whether there is nothing to find in a value: seen in one pass, true of nearly all.
fn is_sure(text: &str, coverage: &GlyphCoverage<'_>) -> bool {
    let (mut length, mut before) = (0, ' ');
    text.chars().all(|c| {
        let braces = before == '{' && matches!(c, '{' | '%');
        length = if breaks(c) { 0 } else { length + 1 };
        before = c;
        !braces && length <= SURE_TO_FIT && is_ordinary(c) && (c.is_ascii() || coverage.has(c))
    })
}

/// K01 to K04 of one value.
fn scalar(text: &str, span: &Span, coverage: &GlyphCoverage<'_>, sink: &Sink) {
    if is_sure(text, coverage) {
        return;
    }
    let hidden: BTreeSet<char> = text.chars().filter(|c| is_hidden(*c)).collect();
    for c in hidden {
        sink.push(
            Finding::new(
                Code::HiddenCharacter,
                format!("ký tự ẩn U+{:04X}{} đã được bỏ khi in", u32::from(c), known_as(c)),
            )
            .at(&place(span, c))
            .hint("xóa ký tự này: đặt con trỏ vào chỗ được chỉ, gõ lại đoạn chữ đó"),
        );
    }
    let cleaned = clean(text);
    uncomposed::check(&cleaned, span, sink);
    let lacks = |c: &char| !c.is_whitespace() && !is_combining_mark(*c) && !coverage.has(*c);
    let lacking: BTreeSet<char> = cleaned.chars().filter(lacks).collect();
    for c in lacking {
        sink.push(
            Finding::new(
                Code::NoGlyph,
                format!("ký tự «{c}» (U+{:04X}) không có trong phông chữ", u32::from(c)),
            )
            .at(&place(span, c))
            .hint("xóa ký tự này hoặc thay bằng chữ thường"),
        );
    }
    if let Some(word) = cleaned.split(breaks).find(|word| too_wide(word, coverage)) {
        sink.push(
            Finding::new(
                Code::LongWord,
                format!(
                    "từ «{}» dài {} ký tự, vượt bề rộng dòng",
                    shorten(word),
                    word.chars().count()
                ),
            )
            .at(&find(span, &word.chars().take(12).collect::<String>()))
            .hint("chèn dấu cách: một từ không được rộng hơn dòng chữ (khoảng 45 chữ thường)"),
        );
    }
}

/// Whether no line can hold `word`.
fn too_wide(word: &str, coverage: &GlyphCoverage<'_>) -> bool {
    let length = word.chars().count();
    length > SURE_TO_FIT && (length > 400 || coverage.width(word) > WIDEST_WORD)
}

/// Characters after which a line can break.
fn breaks(c: char) -> bool {
    c.is_whitespace() && c != '\u{a0}' || matches!(c, '-' | '–' | '—' | '?' | '!')
}

/// What a hidden character is called.
fn known_as(c: char) -> &'static str {
    match c {
        '\u{ad}' => " (gạch nối mềm)",
        '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' => " (độ rộng bằng không)",
        '\u{feff}' => " (dấu đầu tệp)",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            " (dấu đổi chiều chữ)"
        }
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => " (ký tự điều khiển)",
        _ => "",
    }
}

/// Where `c` stands in the raw text; in a value written with escapes, the whole value.
fn place(span: &Span, c: char) -> Span {
    find(span, c.encode_utf8(&mut [0; 4]))
}

//! Rules on characters, for every value of every file: the fonts must have them, people must see them, and words
//! must fit on a line. Not for Typst or template syntax in text, which is harmless ([`crate::template::escape`]).

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Finding};
use crate::dossier::fields::{Sink, shorten};
use crate::dossier::yaml::{Node, Value};
use crate::source::Span;
use crate::typeset::fonts::Coverage;
use crate::vietnamese::text::{clean, is_hidden, is_plain};

/// Words of this many characters fit on a line whatever their letters are.
const SURE_TO_FIT: usize = 28;
/// The widest word that fits on a line: 155 mm at 14 pt in the widest face, in ems.
const WIDEST_WORD: f64 = 155.0 / 25.4 * 72.0 / 14.0;

/// Checks every scalar below `node`.
pub fn check(node: &Node, coverage: &Coverage<'_>, sink: &Sink) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(text) => scalar(text, &node.span, coverage, sink),
        Value::List(items) => items.iter().for_each(|item| check(item, coverage, sink)),
        Value::Map(entries) => entries.iter().for_each(|(_, value)| check(value, coverage, sink)),
    }
}

/// Whether there is nothing to find in `text`, seen in one pass: plain characters that have glyphs, short words.
fn ordinary(text: &str, coverage: &Coverage<'_>) -> bool {
    let mut length = 0;
    text.chars().all(|c| {
        length = if c.is_ascii_whitespace() { 0 } else { length + 1 };
        length <= SURE_TO_FIT && is_plain(c) && c != '{' && (length == 0 || coverage.has(c))
    })
}

fn scalar(text: &str, span: &Span, coverage: &Coverage<'_>, sink: &Sink) {
    if ordinary(text, coverage) {
        return;
    }
    if let Some(mark) = ["{{", "{%"].into_iter().find(|mark| text.contains(mark)) {
        let finding = Finding::new(Code::LiteralBraces, format!("«{mark}» được in nguyên văn"));
        sink.push(finding.at(&find(span, mark)).hint("nếu không cố ý, xóa dấu ngoặc"));
    }
    let hidden: BTreeSet<char> = text.chars().filter(|c| is_hidden(*c)).collect();
    for c in hidden {
        sink.push(
            Finding::new(
                Code::HiddenCharacter,
                format!("ký tự ẩn U+{:04X} đã được bỏ khi in", u32::from(c)),
            )
            .at(&place(span, c))
            .hint("xóa ký tự này: đặt con trỏ vào chỗ được chỉ, gõ lại đoạn chữ đó"),
        );
    }
    let cleaned = clean(text);
    let lacking: BTreeSet<char> =
        cleaned.chars().filter(|c| !c.is_whitespace() && !coverage.has(*c)).collect();
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
fn too_wide(word: &str, coverage: &Coverage<'_>) -> bool {
    let length = word.chars().count();
    length > SURE_TO_FIT && (length > 400 || coverage.width(word) > WIDEST_WORD)
}

/// Characters after which a line can break.
fn breaks(c: char) -> bool {
    c.is_whitespace() && c != '\u{a0}' || matches!(c, '-' | '–' | '—' | '?' | '!')
}

/// Where `c` stands in the raw text; in a value written with escapes, the whole value.
fn place(span: &Span, c: char) -> Span {
    find(span, c.encode_utf8(&mut [0; 4]))
}

fn find(span: &Span, text: &str) -> Span {
    let start = span.range().start;
    span.text().find(text).map_or_else(
        || span.clone(),
        |at| Span::new(span.file(), start + at..start + at + text.len()),
    )
}

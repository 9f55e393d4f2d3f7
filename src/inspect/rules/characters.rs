//! Rules about everything printed: face, colour, characters. Not for sizes, which each component has its own.

use std::collections::BTreeSet;

use super::inspector::{Inspector, PagePlace};
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::page::PageParts;
use crate::inspect::pdf::page::Glyph;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;
use crate::vietnamese::legacy::suspect;

/// A part of a colour above this is not that of black.
const BLACK: u8 = 40;
/// Marks that stand apart from their letters, but for the breve: ê̆, ô̆, ơ̆ and ư̆ of the Ê Đê and others have no other form.
const COMBINING: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';
const BREVE: char = '\u{306}';
const APART: [&str; 2] = ["dấu rời khỏi chữ (Unicode tổ hợp)", "Unicode dựng sẵn"];

/// What is wrong with a glyph.
struct GlyphFault {
    rule: Rule,
    measured: String,
    expected: &'static str,
}

/// Holds face, colour and characters of all pages against the profile. Each fault is told once, a wrong face once by its
/// name.
pub(crate) fn check(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    hidden(parts, inspector);
    older_encodings(parts, inspector);
    copied(parts, inspector);
    let names = &inspector.requirement(Rule::Typeface).names;
    let right: Vec<String> = names.iter().map(|name| letters(name)).collect();
    let mut told: BTreeSet<(Rule, &str)> = BTreeSet::new();
    for (at, page) in parts.pages.iter().enumerate() {
        for glyph in page.glyphs.iter().filter(|glyph| !glyph.is_space()) {
            for fault in faults(glyph, &right) {
                let face = if fault.rule == Rule::Typeface { &*glyph.face.name } else { "" };
                if told.insert((fault.rule, face)) {
                    let line = page.lines.iter().find(|line| holds(line, glyph));
                    let at = line.map_or(PagePlace::Page(at), PagePlace::Line);
                    inspector.note(fault.rule, &at, fault.measured, fault.expected);
                }
            }
        }
    }
}

fn has_marks_apart(text: &str) -> bool {
    text.chars().any(|c| COMBINING.contains(&c) && c != BREVE)
}

/// Text whose marks stand apart where it is copied, though not where it is drawn.
fn copied(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let apart = |page: &PageParts| page.copied.iter().any(|text| has_marks_apart(text));
    if let Some(at) = parts.pages.iter().position(apart) {
        inspector.note_page(Rule::TextEncoding, at, APART[0], APART[1]);
    }
}

/// Text nobody sees: white, or not painted. Over a picture it is what a scanner read.
fn hidden(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let pages = parts.pages.iter().enumerate().filter(|(_, page)| page.images == 0);
    for (at, page) in pages {
        let letters: String = page
            .hidden
            .iter()
            .filter(|glyph| !glyph.is_space())
            .map(|glyph| &*glyph.text)
            .collect();
        if !letters.is_empty() {
            let measured = format!("có chữ trắng hoặc ẩn, {} chữ cái", letters.chars().count());
            inspector.note_page(Rule::TextColor, at, measured, "chữ màu đen, nhìn thấy được");
        }
    }
}

/// Text typed for an older face shows other letters in a Unicode one.
fn older_encodings(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    for line in parts.pages.iter().flat_map(|page| &page.lines) {
        let Some(found) = suspect(&line.text()) else { continue };
        if found.sure || found.words.len() > 1 {
            let measured = format!("chữ gõ theo {}", found.encoding.name());
            inspector.note_line(Rule::TextEncoding, line, measured, "gõ lại bằng bảng mã Unicode");
        }
    }
}

/// A name without spaces, hyphens and capitals, which differ by program.
fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

fn holds(line: &TextLine, glyph: &Glyph) -> bool {
    (line.y - glyph.y).abs() < 0.3 && line.x0() - 0.1 <= glyph.x && glyph.x <= line.x1()
}

fn faults(glyph: &Glyph, right: &[String]) -> impl Iterator<Item = GlyphFault> {
    [face(glyph, right), color(glyph), encoding(glyph)].into_iter().flatten()
}

fn face(glyph: &Glyph, right: &[String]) -> Option<GlyphFault> {
    let name = letters(&glyph.face.name);
    let measured = if !glyph.face.embedded {
        "phông chữ không nhúng trong tệp".to_owned()
    } else if !right.iter().any(|right| name.starts_with(right)) {
        format!("phông {}", glyph.face.name)
    } else {
        return None;
    };
    let expected = "Times New Roman (hoặc Liberation Serif), nhúng trong tệp";
    Some(GlyphFault { rule: Rule::Typeface, measured, expected })
}

fn color(glyph: &Glyph) -> Option<GlyphFault> {
    glyph.color.iter().any(|part| *part > BLACK).then(|| GlyphFault {
        rule: Rule::TextColor,
        measured: "chữ có màu".to_owned(),
        expected: "chữ màu đen",
    })
}

fn encoding(glyph: &Glyph) -> Option<GlyphFault> {
    let (measured, expected) = if glyph.text.is_empty() {
        ("ký tự không có mã Unicode", "chữ Unicode sao chép được")
    } else if has_marks_apart(&glyph.text) {
        (APART[0], APART[1])
    } else {
        return None;
    };
    Some(GlyphFault { rule: Rule::TextEncoding, measured: measured.to_owned(), expected })
}

//! Rules about everything printed: face, colour, characters. Not for sizes, which each component has its own.

use std::collections::BTreeSet;

use super::Parts;
use super::read::Glyph;
use super::report::{At, Judge};
use super::text::Line;

/// Brighter than this is no black.
const BLACK: u8 = 40;

/// Holds face, colour and characters of all pages against the profile.
pub fn judge(parts: &Parts, judge: &mut Judge<'_>) {
    let Some(row) = judge.row("phong_chu") else { return };
    let plain = |name: &str| {
        name.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
    };
    let good: Vec<String> = row.danh.iter().map(|name| plain(name)).collect();
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (at, page) in parts.pages.iter().enumerate() {
        for glyph in page
            .glyphs
            .iter()
            .filter(|glyph| glyph.text.is_empty() || !glyph.text.trim().is_empty())
        {
            let name = plain(&glyph.face.name);
            for (rule, measured, expected) in wrongs(glyph, &name, &good) {
                if told.insert((rule, if rule == "phong_chu" { &glyph.face.name } else { "" })) {
                    let line = page.lines.iter().find(|line| holds(line, glyph));
                    judge.note(rule, &line.map_or(At::Page(at), At::Line), measured, expected);
                }
            }
        }
    }
}

fn holds(line: &Line, glyph: &Glyph) -> bool {
    (line.y - glyph.y).abs() < 0.3 && line.x0() - 0.1 <= glyph.x && glyph.x <= line.x1()
}

/// What is wrong with a glyph: the rule, what it is, what it must be.
fn wrongs(glyph: &Glyph, face: &str, good: &[String]) -> Vec<(&'static str, String, String)> {
    let mut wrongs = Vec::new();
    let asked = || "Times New Roman (hoặc Liberation Serif), nhúng trong tệp".to_owned();
    if !glyph.face.embedded {
        wrongs.push(("phong_chu", "phông chữ không nhúng trong tệp".to_owned(), asked()));
    } else if !good.iter().any(|good| face.starts_with(good)) {
        wrongs.push(("phong_chu", format!("phông {}", glyph.face.name), asked()));
    }
    if glyph.color.iter().any(|part| *part > BLACK) {
        wrongs.push(("mau_chu", "chữ có màu".to_owned(), "chữ màu đen".to_owned()));
    }
    if glyph.text.is_empty() {
        wrongs.push((
            "ma_chu",
            "ký tự không có mã Unicode".to_owned(),
            "chữ Unicode sao chép được".to_owned(),
        ));
    } else if glyph.text.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)) {
        wrongs.push((
            "ma_chu",
            "dấu rời khỏi chữ (Unicode tổ hợp)".to_owned(),
            "Unicode dựng sẵn".to_owned(),
        ));
    }
    wrongs
}

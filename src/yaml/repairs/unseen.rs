//! Characters nobody sees that YAML does not take: in the place of an indent, of a line end, behind a colon, anywhere. Not
//! for hidden characters inside texts, which are dropped when printed ([`crate::validate::characters`]).

use super::lines::{Lines, keyed};
use super::repair::Repair;
use crate::vietnamese::text::{is_hidden, is_odd_space};

/// Lines named at most.
const SHOWN: usize = 8;

/// All changes of characters nobody sees.
pub(super) fn repairs(lines: &Lines<'_>) -> Vec<Repair> {
    let each = [controls(lines), indents(lines), line_ends(lines), behind_signs(lines)];
    each.into_iter().flatten().chain(tabs(lines)).collect()
}

/// Control characters YAML takes nowhere, and a byte order mark behind the start.
fn controls(lines: &Lines<'_>) -> Option<Repair> {
    let control = |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{feff}');
    let (first, found) = first_with(lines, |line| line.chars().find(|c| control(*c)))?;
    let places = places(lines, |line| line.contains(control));
    let message = format!(
        "có ký tự ẩn U+{:04X}{}, YAML không nhận ({places})",
        u32::from(found),
        known_as(found)
    );
    let hint = format!(
        "xóa ký tự U+{:04X}: đặt con trỏ vào chỗ được chỉ, xóa, hai từ dính nhau thì gõ dấu cách",
        u32::from(found)
    );
    let text = lines.with_all(|_, line| line.replace(control, ""));
    Some(Repair::new(lines, first, message, hint, text).at_character(found))
}

/// Spaces of word processors, and what has no width, before the first word of a line.
pub(crate) fn indents(lines: &Lines<'_>) -> Option<Repair> {
    let gap = |c: char| c == ' ' || is_odd_space(c) || is_hidden(c);
    let odd = |line: &str| {
        let start = line.len() - line.trim_start_matches(gap).len();
        line[..start].chars().find(|c| *c != ' ')
    };
    let (first, found) = first_with(lines, odd)?;
    let straight = |line: &str| {
        let words = line.trim_start_matches(gap);
        let width = |c: char| match c {
            '\u{3000}' => 2,
            c => usize::from(!is_hidden(c)),
        };
        let depth = line[..line.len() - words.len()].chars().map(width).sum();
        format!("{}{words}", " ".repeat(depth))
    };
    let places = places(lines, |line| odd(line).is_some());
    let message = format!(
        "đầu dòng có {} (U+{:04X}) thay cho dấu cách ({places})",
        name(found),
        u32::from(found)
    );
    let depth = super::lines::indent(&straight(lines.get(first)));
    let hint = format!(
        "xóa khoảng trắng ở đầu các dòng này, gõ lại bằng phím cách: dòng {} thụt vào {depth} dấu cách",
        first + 1
    );
    let text = lines.with_all(|_, line| straight(line));
    Some(Repair::new(lines, first, message, hint, text).at_character(found))
}

/// Line ends only some programs take for such.
fn line_ends(lines: &Lines<'_>) -> Option<Repair> {
    let end = |c: char| matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}');
    let (first, found) = first_with(lines, |line| line.chars().find(|c| end(*c)))?;
    let places = places(lines, |line| line.contains(end));
    let message = format!(
        "dòng ngắt bằng ký tự ẩn U+{:04X}, YAML không coi là xuống dòng ({places})",
        u32::from(found)
    );
    let rest = lines.get(first).split(end).nth(1).unwrap_or_default().trim();
    let next: String = rest.chars().take_while(|c| *c != ':').take(30).collect();
    let hint = format!("đặt con trỏ ngay trước «{next}», xóa ký tự ẩn, bấm Enter");
    let text = lines.with_all(|_, line| line.replace(end, "\n"));
    Some(Repair::new(lines, first, message, hint, text).at_character(found))
}

/// A space YAML does not know behind the colon of a key or the dash of a list.
fn behind_signs(lines: &Lines<'_>) -> Option<Repair> {
    let odd = |c: char| is_odd_space(c) || is_hidden(c);
    let straight = |line: &str| -> Option<String> {
        let words = line.trim_start_matches(' ');
        let head = &line[..line.len() - words.len()];
        if let Some(rest) = words.strip_prefix('-').filter(|rest| rest.starts_with(odd)) {
            return Some(format!("{head}- {}", rest.trim_start_matches(|c| odd(c) || c == ' ')));
        }
        let key = keyed(line)?;
        let rest = key.rest.strip_prefix(':').filter(|rest| rest.starts_with(odd))?;
        let value = rest.trim_start_matches(|c| odd(c) || c == ' ');
        Some(format!("{}{}: {value}", key.head, key.key))
    };
    let (first, line) = first_with(lines, straight)?;
    let found = lines.get(first).chars().find(|c| odd(*c))?;
    let places = places(lines, |line| straight(line).is_some());
    let message = format!(
        "sau dấu hai chấm hoặc gạch đầu dòng có {} (U+{:04X}) thay cho dấu cách ({places})",
        name(found),
        u32::from(found)
    );
    let hint = format!("gõ lại bằng phím cách, dòng {}: viết «{}»", first + 1, line.trim());
    let text = lines.with_all(|_, line| straight(line).unwrap_or_else(|| line.to_owned()));
    Some(Repair::new(lines, first, message, hint, text).at_character(found))
}

/// Tabs before the first word of lines: as deep as makes the file readable.
fn tabs(lines: &Lines<'_>) -> Vec<Repair> {
    let tabbed = |line: &str| {
        let start = line.len() - line.trim_start_matches([' ', '\t']).len();
        line[..start].contains('\t') && start < line.len()
    };
    let Some((first, _)) = first_with(lines, |line| tabbed(line).then_some('\t')) else {
        return Vec::new();
    };
    let places = places(lines, tabbed);
    [2, 4, 0, 8, 6]
        .map(|width| {
            let depth = |line: &str| {
                let start = line.len() - line.trim_start_matches([' ', '\t']).len();
                // Blanks before a tab fill it up.
                line[..start].matches('\t').count() * width
            };
            let text = lines.with_all(|_, line| {
                let words = line.trim_start_matches([' ', '\t']);
                if tabbed(line) {
                    format!("{}{words}", " ".repeat(depth(line)))
                } else {
                    line.to_owned()
                }
            });
            let message = format!("dùng phím Tab để thụt lề ({places})");
            let hint = format!(
                "xóa Tab ở đầu các dòng này, gõ dấu cách: dòng {} thụt vào {} dấu cách",
                first + 1,
                depth(lines.get(first))
            );
            Repair::new(lines, first, message, hint, text).at_character('\t')
        })
        .into()
}

/// The first line something is found in.
fn first_with<T>(lines: &Lines<'_>, find: impl Fn(&str) -> Option<T>) -> Option<(usize, T)> {
    lines.all().find_map(|(at, line)| Some((at, find(line)?)))
}

/// `dòng 5`, `12 chỗ: dòng 5, 9, …`.
fn places(lines: &Lines<'_>, is: impl Fn(&str) -> bool) -> String {
    let all: Vec<usize> = lines.all().filter(|(_, line)| is(line)).map(|(at, _)| at + 1).collect();
    let shown = all.iter().take(SHOWN).map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let more = if all.len() > SHOWN { ", …" } else { "" };
    if all.len() == 1 {
        format!("dòng {shown}")
    } else {
        format!("{} dòng: {shown}{more}", all.len())
    }
}

/// What a space or a hidden character is called.
fn name(c: char) -> &'static str {
    match c {
        '\u{a0}' | '\u{202f}' => "dấu cách không ngắt",
        '\u{3000}' => "dấu cách toàn khổ",
        c if is_odd_space(c) => "dấu cách đặc biệt",
        _ => "ký tự ẩn",
    }
}

fn known_as(c: char) -> &'static str {
    match c {
        '\u{b}' => " (Word dùng để xuống dòng)",
        '\u{c}' => " (ngắt trang)",
        '\u{1a}' => " (dấu hết tệp của chương trình cũ)",
        '\u{feff}' => " (dấu đầu tệp, nằm giữa tệp)",
        _ => " (ký tự điều khiển)",
    }
}

//! Signs of a line that look like YAML's or are missing: a colon of full width, no blank behind a colon or a dash, another
//! sign for the colon, a comment that touches. Not for what stands inside braces ([`super::flow`]).

use super::lines::{Keyed, Lines, keyed};
use super::repair::Repair;

/// What looks like a colon.
pub(crate) const COLONS: [char; 5] = ['：', '﹕', '∶', '꞉', '︰'];

/// All changes of signs near the error.
pub(super) fn repairs(lines: &Lines<'_>, near: &[usize]) -> Vec<Repair> {
    let mut repairs: Vec<Repair> = odd_colons(lines).into_iter().collect();
    for at in near.iter().copied() {
        let line = lines.get(at);
        repairs.extend(keyed(line).and_then(|key| no_space(lines, at, &key)));
        repairs.extend(dash(lines, at, line));
        repairs.extend(keyed(line).and_then(|key| no_colon(lines, at, &key)));
        repairs.extend(comment(lines, at, line));
    }
    repairs
}

/// A colon of full width behind a key, wherever one stands.
fn odd_colons(lines: &Lines<'_>) -> Option<Repair> {
    let straight = |line: &str| {
        let key = keyed(line)?;
        let value = key.rest.trim_start().strip_prefix(COLONS)?.trim();
        Some(format!("{}{}: {value}", key.head, key.key).trim_end().to_owned())
    };
    let (at, line) = lines.all().find_map(|(at, line)| Some((at, straight(line)?)))?;
    let sign = lines.get(at).chars().find(|c| COLONS.contains(c))?;
    let message = format!("dấu «{sign}» (U+{:04X}) chỉ trông giống dấu hai chấm", u32::from(sign));
    let hint = format!("gõ dấu hai chấm thường và một dấu cách: viết «{}»", line.trim());
    let text = lines.with_all(|_, line| straight(line).unwrap_or_else(|| line.to_owned()));
    Some(Repair::new(lines, at, message, hint, text))
}

/// `dan_so:4921`.
fn no_space(lines: &Lines<'_>, at: usize, key: &Keyed<'_>) -> Option<Repair> {
    let value = key.rest.strip_prefix(':')?.trim_end();
    let meant = !value.is_empty() && !value.starts_with([' ', '/', ':']);
    let line = format!("{}{}: {value}", key.head, key.key);
    meant.then(|| Repair::of_line(lines, at, "thiếu dấu cách sau dấu hai chấm", &line))
}

/// `dan_so = 4921`, `dan_so; 4921`, `dan_so 4921`.
fn no_colon(lines: &Lines<'_>, at: usize, key: &Keyed<'_>) -> Option<Repair> {
    let rest = key.rest.trim();
    let sign = rest.chars().next()?;
    let value = rest.trim_start_matches(['=', ';', '>', '-', ',']).trim();
    let signed = !sign.is_alphanumeric();
    let parted = signed || key.rest.starts_with(' ');
    let lower = !key.key.contains(|c: char| c.is_ascii_uppercase());
    // One word of a sentence is no key.
    let words = value.split_whitespace().count();
    let name = key.key.contains('_');
    let number = words == 1 && value.contains(|c: char| c.is_ascii_digit());
    let short = lower && (name || number || signed && words <= 2);
    let line = format!("{}{}: {value}", key.head, key.key);
    (parted && short && sign != ':' && !value.contains(": "))
        .then(|| Repair::of_line(lines, at, "thiếu dấu hai chấm sau khóa", &line))
}

/// `-{ ma: V07 }`, `– { ma: V07 }`, `• ma: V07`: no dash of a list.
fn dash(lines: &Lines<'_>, at: usize, line: &str) -> Vec<Repair> {
    let words = line.trim_start_matches(' ');
    let head = &line[..line.len() - words.len()];
    let Some(rest) = words.strip_prefix(['-', '–', '—', '•', '*', '+', '·']) else {
        return Vec::new();
    };
    let item = rest.trim_start();
    let entry = item.starts_with('{') || keyed(item).is_some_and(|key| key.rest.starts_with(':'));
    if !entry || words.starts_with("- ") {
        return Vec::new();
    }
    let message = "mục của danh sách phải bắt đầu bằng gạch nối và một dấu cách";
    // One blank less before the dash leaves the keys below in line.
    let heads = [head, head.strip_suffix(' ').unwrap_or(head)];
    let each = heads.map(|head| {
        let meant = format!("{head}- {item}");
        let hint = format!("viết «{}», thụt vào {} dấu cách", meant.trim(), head.len());
        Repair::new(lines, at, message, hint, lines.with(at, &meant))
    });
    each.into()
}

/// `{ gia_tri: 1 }# ghi chú`: the comment touches what it is behind.
fn comment(lines: &Lines<'_>, at: usize, line: &str) -> Option<Repair> {
    let found = ["}#", "]#", "\"#", "'#"].into_iter().find_map(|sign| line.rfind(sign))?;
    let meant = format!("{}  {}", &line[..=found], &line[found + 1..]);
    let message = "thiếu dấu cách trước dấu # của chú thích";
    Some(Repair::of_line(lines, at, message, &meant))
}

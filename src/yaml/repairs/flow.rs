//! What goes wrong between braces and brackets on one line: other commas, none, none that close. Not for keys without a
//! blank behind their colon, which YAML reads ([`crate::yaml::fields`]).

use super::lines::{Lines, keyed};
use super::repair::Repair;

/// All changes of braces near the error.
pub(super) fn repairs(lines: &Lines<'_>, near: &[usize]) -> Vec<Repair> {
    near.iter().flat_map(|at| of_line(lines, *at)).collect()
}

fn of_line(lines: &Lines<'_>, at: usize) -> Vec<Repair> {
    let line = lines.get(at);
    let start = keyed(line).map_or(line.len() - line.trim_start().len(), |key| {
        line.len() - key.rest.trim_start_matches([':', ' ']).len()
    });
    let value = line[start..].trim_start_matches("- ");
    let head = &line[..line.len() - value.len()];
    let keys =
        value.starts_with(['{', '｛']) && value.contains([':', '：']) && !value.starts_with("{{");
    let names = value.starts_with(['[', '［'])
        && !value.contains(|c: char| c.is_alphabetic() && !c.is_ascii());
    if !keys && !names && !value.starts_with("[{") {
        return Vec::new();
    }
    let straight = straight(value);
    let parted = parted(&straight);
    let closed = closed(&parted);
    let changes = [
        ("dấu phẩy, hai chấm hoặc ngoặc không phải của bàn phím thường", straight),
        ("thiếu dấu phẩy giữa hai khóa trong dấu ngoặc", parted),
        ("dấu ngoặc { hoặc [ không được đóng", closed),
    ];
    let each = changes.into_iter().filter(|(_, meant)| meant != value);
    each.map(|(message, meant)| Repair::of_line(lines, at, message, &format!("{head}{meant}")))
        .collect()
}

/// Signs of full width, and semicolons between keys, as YAML knows them.
fn straight(value: &str) -> String {
    let signs = [
        ('，', ", "),
        ('、', ", "),
        ('；', ", "),
        ('：', ": "),
        ('｛', "{ "),
        ('｝', " }"),
        ('［', "["),
        ('］', "]"),
    ];
    let put = signs.iter().fold(value.to_owned(), |text, (odd, meant)| text.replace(*odd, meant));
    let put = if put.contains('"') { put } else { put.replace("; ", ", ") };
    put.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// With a comma before each word that is a key.
fn parted(value: &str) -> String {
    let mut out = String::new();
    for word in value.split(' ') {
        let key = word
            .strip_suffix(':')
            .is_some_and(|key| keyed(key).is_some_and(|key| key.rest.is_empty()));
        if key && !out.is_empty() && !out.trim_end().ends_with(['{', '[', ',']) {
            out.push(',');
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// With what closes the braces that are open.
fn closed(value: &str) -> String {
    let mut open = Vec::new();
    for sign in value.chars() {
        match sign {
            '{' => open.push(" }"),
            '[' => open.push("]"),
            '}' | ']' => _ = open.pop(),
            _ => {}
        }
    }
    let ends = open.into_iter().rev();
    ends.fold(value.to_owned(), |text, end| text + end)
}

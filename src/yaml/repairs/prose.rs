//! Sentences YAML takes for something else: with a colon, behind a sign it has other uses for, in curly quotes, with
//! quotes inside, on the line of `|`, in several lines. Not for numbers ([`crate::yaml::slips::number`]).

use super::lines::{Lines, indent, keyed};
use super::repair::Repair;

/// What a value begins with that YAML has other uses for.
const SIGNS: &str = "@`%&*!|>{}[]#?-,";

/// All changes of texts near the error: those that leave them on their lines first.
pub(super) fn repairs(lines: &Lines<'_>, near: &[usize]) -> Vec<Repair> {
    let above = near.iter().filter_map(|at| lines.parent(*at));
    let mut all: Vec<usize> = near.iter().copied().chain(above).collect();
    all.dedup();
    all.retain(|at| !lines.is_figure(*at));
    let quoted = all.iter().filter_map(|at| quoted(lines, *at));
    quoted.chain(all.iter().filter_map(|at| block(lines, *at))).collect()
}

/// The value between quotation marks, where none are inside.
fn quoted(lines: &Lines<'_>, at: usize) -> Option<Repair> {
    let key = keyed(lines.get(at))?;
    let value = key.value().filter(|value| is_prose(value))?;
    let curly = value.starts_with(['“', '”', '‘', '«']) && value.ends_with(['”', '“', '’', '»']);
    let bare =
        if curly { value.trim_matches(['“', '”', '‘', '’', '«', '»']) } else { value };
    let open = bare
        .chars()
        .next()
        .is_some_and(|quote| matches!(quote, '"' | '\'') && bare.matches(quote).count() == 1);
    let bare = if open { &bare[1..] } else { bare };
    if bare.is_empty() || bare.contains(['"', '\\']) || bare.starts_with(['|', '>']) {
        return None;
    }
    let line = format!("{}{}: \"{bare}\"", key.head, key.key);
    let message = if curly {
        "ngoặc kép cong “ ” không phải ngoặc kép của YAML".to_owned()
    } else if open {
        "dấu ngoặc kép hoặc nháy đơn không được đóng".to_owned()
    } else {
        why(value)
    };
    let hint = format!("bọc cả giá trị trong ngoặc kép thẳng: viết «{}»", line.trim());
    Some(Repair::new(lines, at, message, hint, lines.with(at, &line)))
}

/// The value and the lines below it behind `|`.
fn block(lines: &Lines<'_>, at: usize) -> Option<Repair> {
    let key = keyed(lines.get(at))?;
    let value = key.value()?;
    let below = lines.below(at);
    let words = value.trim_start_matches(['|', '>', '-', '+']).trim();
    let (same, behind) = (words == value, value.starts_with(['|', '>']));
    if !value.is_empty() && !is_prose(value) || behind && words.is_empty() {
        return None;
    }
    // Keys below are no lines of a text.
    let is_key = |own| keyed(lines.get(own)).is_some_and(|key| key.value().is_some());
    if value.is_empty() && below.clone().any(is_key) {
        return None;
    }
    let deep = below.clone().map(|own| lines.get(own)).find(|line| !line.trim().is_empty());
    let depth = deep.map_or(key.head.len() + 2, indent);
    let gap = " ".repeat(depth);
    let words = if same { value } else { words };
    let text = lines.with_all(|own, line| {
        if own == at {
            let first = if words.is_empty() { String::new() } else { format!("\n{gap}{words}") };
            format!("{}{}: |{first}", key.head, key.key)
        } else if below.contains(&own) && !line.trim().is_empty() && indent(line) < depth {
            format!("{gap}{}", line.trim())
        } else {
            line.to_owned()
        }
    });
    let message = if behind {
        let sign = &value[..1];
        format!("sau dấu {sign} không được viết chữ: lời văn bắt đầu ở dòng dưới")
    } else if value.is_empty() {
        "lời văn nhiều dòng phải đứng dưới dấu |".to_owned()
    } else if value.contains('"') {
        "dấu ngoặc kép trong câu làm YAML tưởng câu đã hết".to_owned()
    } else {
        why(value)
    };
    let hint = if words.is_empty() {
        format!("viết «{}: |», các dòng dưới giữ nguyên", key.key)
    } else {
        format!("viết «{}: |», chuyển câu xuống dòng dưới, thụt vào {depth} dấu cách", key.key)
    };
    Some(Repair::new(lines, at, message, hint, text))
}

/// Whether a value is words rather than keys in braces.
fn is_prose(value: &str) -> bool {
    let braces = value.starts_with(['{', '[', '｛', '［']) && value.contains(':');
    value.contains(char::is_alphabetic) && (!braces || value.starts_with("{{"))
}

/// Why YAML does not read a value as a sentence.
fn why(value: &str) -> String {
    let sign = value.chars().next().filter(|c| SIGNS.contains(*c));
    match sign {
        Some(sign) => format!("giá trị bắt đầu bằng «{sign}», có nghĩa riêng trong YAML"),
        None if value.starts_with(['\'', '"']) => {
            "dấu nháy ở đầu câu làm YAML tưởng câu đã hết".to_owned()
        }
        None if value.contains(": ") || value.ends_with(':') => {
            "có thêm dấu hai chấm trong giá trị".to_owned()
        }
        None => "câu có ký tự YAML hiểu theo nghĩa khác".to_owned(),
    }
}

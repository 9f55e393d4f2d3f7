//! How it is said what came back in a Word document: texts old and new side by side, tracked changes, comments, and what became
//! of all paragraphs. Not for finding that out ([`crate::draft`]).

use std::fmt::Write;

use crate::diff::words::{Mark, Stretch, compared};
use crate::docx::revision::RevisionKind;
use crate::docx::settled::Tracked;
use crate::draft::account::{DraftAccount, TextTurn, ToldComment, ToldRevision};

/// Columns of a terminal whose width is not known.
pub(super) const WIDTH: usize = 100;
/// A column is not made narrower.
const NARROWEST: usize = 24;
/// What stands between both columns.
const RULE: &str = " │ ";

/// What came back in a document, on a terminal of that many columns.
#[must_use]
pub(super) fn told(account: &DraftAccount, width: usize) -> String {
    let files = account.files.join(", ");
    let files = if files.is_empty() { files } else { format!(", lời văn ở {files}") };
    let mut out = format!("{}: bản Word của {}{files}\n", account.shown, account.report);
    for turn in &account.turns {
        _ = writeln!(out, "  {}", turn.key);
        side_by_side(turn, width, &mut out);
    }
    if !account.revisions.is_empty() {
        let became = match account.tracked {
            Tracked::Accepted => "coi như đã đồng ý; --theo-doi bo để không nhận",
            Tracked::Rejected => "không nhận",
        };
        _ = writeln!(out, "  Sửa có theo dõi ({became}):");
        account.revisions.iter().for_each(|one| _ = writeln!(out, "    {}", revision(one)));
    }
    if !account.comments.is_empty() {
        out.push_str("  Nhận xét (chỉ để đọc, không ghi vào đâu):\n");
        account.comments.iter().for_each(|one| _ = writeln!(out, "    {}", comment(one)));
    }
    let counts = account.counts;
    let parts = [
        (counts.unchanged, "giữ nguyên"),
        (counts.changed, "sửa hoặc thêm"),
        (counts.removed, "bỏ"),
        (counts.refused, "không nhận"),
    ];
    let said = parts.iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = said.map(|(count, what)| format!("{count} {what}")).collect();
    _ = writeln!(out, "  Đoạn và ô: {}.", said.join(", "));
    out
}

fn revision(one: &ToldRevision) -> String {
    let what = match one.kind {
        RevisionKind::Inserted => "thêm",
        RevisionKind::Deleted => "xóa",
        RevisionKind::MovedTo => "chuyển đến",
        RevisionKind::MovedFrom => "chuyển đi",
    };
    let words = if one.words.trim().is_empty() {
        "dấu hết đoạn".to_owned()
    } else {
        format!("«{}»", line(&one.words))
    };
    format!("{}, {what} {words}{}", who(&one.author, &one.date), place(one.place.as_deref()))
}

fn comment(one: &ToldComment) -> String {
    let about = line(&one.about);
    let about = if about.is_empty() { about } else { format!(" về «{about}»") };
    let place = place(one.place.as_deref());
    format!("{}{about}{place}: {}", who(&one.author, &one.date), line(&one.words))
}

fn who(author: &str, date: &str) -> String {
    if date.is_empty() { author.to_owned() } else { format!("{author}, {date}") }
}

fn place(place: Option<&str>) -> String {
    place.map_or_else(String::new, |place| format!(" ({place})"))
}

fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Both columns, the words that changed marked in each.
fn side_by_side(turn: &TextTurn, width: usize, out: &mut String) {
    let column = (width.saturating_sub(4 + RULE.chars().count()) / 2).max(NARROWEST);
    for (old, new) in &turn.turns {
        let (old, new) = match (old, new) {
            (Some(old), Some(new)) => {
                let stretches = compared(old, new);
                (side(&stretches, Mark::Removed), side(&stretches, Mark::Added))
            }
            (old, new) => (
                old.as_ref().map_or_else(|| "(chưa có)".to_owned(), |old| format!("[-{old}-]")),
                new.as_ref()
                    .map_or_else(|| "(bỏ đoạn này)".to_owned(), |new| format!("{{+{new}+}}")),
            ),
        };
        let (left, right) = (wrapped(&old, column), wrapped(&new, column));
        for at in 0..left.len().max(right.len()) {
            let cell = |lines: &[String]| lines.get(at).cloned().unwrap_or_default();
            let (left, right) = (cell(&left), cell(&right));
            let line = format!("    {left:<column$}{RULE}{right}");
            _ = writeln!(out, "{}", line.trim_end());
        }
    }
}

/// One side of a comparison: what stayed and what is only there.
fn side(stretches: &[Stretch], own: Mark) -> String {
    let drawn = |one: &Stretch| match one.dau {
        Mark::Kept => one.chu.clone(),
        mark if mark != own => String::new(),
        Mark::Removed => format!("[-{}-]", one.chu),
        Mark::Added => format!("{{+{}+}}", one.chu),
    };
    stretches.iter().map(drawn).collect()
}

/// A text in lines of so many characters; a longer word is cut.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let mut rest: Vec<char> = word.chars().collect();
        let last = lines.last_mut().expect("there is a line");
        let used = last.chars().count();
        if used > 0 && used + 1 + rest.len() <= width {
            last.push(' ');
            last.extend(rest);
            continue;
        }
        if used > 0 {
            lines.push(String::new());
        }
        while rest.len() > width {
            let tail = rest.split_off(width);
            lines.last_mut().expect("there is a line").extend(rest);
            lines.push(String::new());
            rest = tail;
        }
        lines.last_mut().expect("there is a line").extend(rest);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_texts_stand_side_by_side() {
        let turn = TextTurn {
            key: "lat.yaml · danh_gia.han_che".to_owned(),
            turns: vec![
                (
                    Some("Đường vào thôn xa còn khó đi.".to_owned()),
                    Some("Đường vào hai thôn còn khó đi.".to_owned()),
                ),
                (None, Some("Mới.".to_owned())),
            ],
        };
        let mut out = String::new();
        side_by_side(&turn, 60, &mut out);
        let wanted = [
            "    Đường vào thôn[- xa-] còn  │ Đường vào {+hai +}thôn còn",
            "    khó đi.                    │ khó đi.",
            "    (chưa có)                  │ {+Mới.+}",
        ];
        assert_eq!(out.lines().collect::<Vec<_>>(), wanted);
        assert!(out.lines().all(|line| line.chars().count() <= 60), "{out}");
    }
}

//! Tells what `import` comes to: each value that changes, what became of a table, and the closing line. Not for finding it out
//! ([`mod@super::import`]).

use std::io::{self, IsTerminal};

use super::draft_account;
use super::reporter::{Detail, Reporter, exit_code};
use super::table_account::{brief, whole};
use crate::diagnostic::{Finding, Severity, any_error};
use crate::draft::account::DraftAccount;
use crate::import::ImportResult;
use crate::import::draft::{DraftStatus, ReturnDraft, ValueChange};

/// Tells what an import comes to; the result is the exit code.
pub(super) fn tell(result: &ImportResult, accounts: &[DraftAccount], reporter: &Reporter) -> u8 {
    let more = reporter.findings(&result.findings.iter().collect::<Vec<_>>());
    // Texts of documents are told side by side.
    let beside =
        |draft: &&ReturnDraft| accounts.iter().any(|account| account.files.contains(&draft.shown));
    let plain = result.drafts.iter().filter(|draft| !beside(draft));
    reporter.beside(&plain.map(changes).collect::<String>());
    let width = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let width = width.filter(|_| io::stdout().is_terminal()).unwrap_or(draft_account::WIDTH);
    let told = accounts.iter().map(|account| draft_account::told(account, width));
    reporter.beside(&told.collect::<String>());
    if !result.account.parts.is_empty() {
        let told = if reporter.detail == Detail::Each { whole } else { brief };
        reporter.beside(&told(&result.account));
    }
    reporter.beside(&format!("{}{more}.\n", closing(result)));
    reporter.code(exit_code(&result.findings))
}

fn changes(draft: &ReturnDraft) -> String {
    let new = if draft.is_new() { " (tệp mới)" } else { "" };
    let line = |change: &ValueChange| {
        let before = change.before.as_deref().unwrap_or("(chưa có)");
        format!("  {}: {before} → {}\n", change.key, change.after)
    };
    let lines: String = draft.changes.iter().map(line).collect();
    format!("{}{new}\n{lines}", draft.shown)
}

/// What a key of a return holds, in words that are counted.
fn kind_of(key: &str) -> &'static str {
    match key.split('.').collect::<Vec<_>>()[..] {
        ["so_lieu", _] => "số liệu",
        ["so_lieu", _, "nguon"] => "nguồn số liệu",
        ["so_lieu", ..] => "dấu số ước",
        ["chot_den"] => "ngày chốt",
        ["lanh_dao", "van_ban"] => "văn bản",
        ["giai_trinh", _] => "giải trình",
        _ => "đoạn lời văn",
    }
}

/// `12 số liệu, 3 đoạn lời văn, 1 ngày chốt`: what changes, figures first.
fn counted<'c>(changes: impl Iterator<Item = &'c ValueChange>) -> String {
    const ORDER: [&str; 7] = [
        "số liệu",
        "nguồn số liệu",
        "dấu số ước",
        "giải trình",
        "đoạn lời văn",
        "văn bản",
        "ngày chốt",
    ];
    let kinds: Vec<&str> = changes.map(|change| kind_of(&change.key)).collect();
    let count = |kind: &str| kinds.iter().filter(|one| **one == kind).count();
    let counts = ORDER.into_iter().map(|kind| (count(kind), kind));
    let told: Vec<String> = counts
        .filter(|(count, _)| *count > 0)
        .map(|(count, kind)| format!("{count} {kind}"))
        .collect();
    told.join(", ")
}

/// The closing line without its end, which counts files, values, rows and notes.
fn closing(result: &ImportResult) -> String {
    let done: Vec<&ReturnDraft> = result.done().collect();
    let new = done.iter().filter(|draft| draft.is_new()).count();
    let changed = done.len() - new;
    let values = counted(done.iter().flat_map(|draft| &draft.changes));
    let done = match done.first().map(|draft| draft.status) {
        None if any_error(&result.findings) => "Chưa nhập được gì".to_owned(),
        None => "Không có gì thay đổi".to_owned(),
        Some(DraftStatus::Planned) => {
            format!("Sẽ sửa {changed} tệp, tạo {new} tệp: {values}; chưa ghi gì")
        }
        Some(_) => format!("Đã sửa {changed} tệp, tạo {new} tệp: {values}"),
    };
    let right = match result.unchanged {
        0 => String::new(),
        units => format!("; {units} đơn vị đã đúng như bảng"),
    };
    let skipped = match result.refused.join(", ") {
        units if units.is_empty() => units,
        units => format!("; bỏ qua vì có lỗi: {units}"),
    };
    let blank = match result.blank.join(", ") {
        units if units.is_empty() => units,
        units => format!("; biểu chưa điền gì: {units}"),
    };
    let is_note = |finding: &&Finding| finding.severity == Severity::Note;
    let notes = match result.findings.iter().filter(is_note).count() {
        0 => String::new(),
        notes => format!("; {notes} ghi chú"),
    };
    format!("{done}{right}{skipped}{blank}{notes}")
}

//! Whether the files of issued documents and their signed copies are as they were kept (S02, S04). Not for the register's own entries
//! ([`super::check`]).

use std::collections::{BTreeSet, HashSet};

use super::archive::Archive;
use super::block::blocks;
use super::book::Register;
use super::entry::Entry;
use super::kept::{ENTRY, SUMS, listed, signed_copy};
use super::rewritten::rewritten;
use crate::diagnostic::{Code, Finding, Subject};
use crate::inputs::records::Record;
use crate::source::{SourceFile, Span};

/// What to do where an entry or a kept file is not as it was.
pub(super) const RESTORE: &str =
    "khôi phục từ bản sao lưu; đừng sửa tay, số đã cấp phải còn nguyên";

/// What kept files are held against besides their own list.
pub(super) struct Known<'r> {
    /// The lines of every entry; none of a register that another program has rewritten.
    lines: Option<HashSet<&'r str>>,
    /// The signed copies that are entered.
    signed: HashSet<&'r str>,
}

impl<'r> Known<'r> {
    pub(super) fn of(register: &'r Register) -> Self {
        let (_, blocks) = blocks(register.text());
        let lines = rewritten(register).is_none().then(|| blocks.iter().map(|one| one.text));
        let signed = register.entries.iter().filter_map(|one| one.signed.as_ref());
        Self {
            lines: lines.map(Iterator::collect),
            signed: signed.map(|signed| signed.file.as_str()).collect(),
        }
    }
}

/// Files of an issued document that are not as they were.
pub(super) fn kept(entry: &Entry, known: &Known<'_>, archive: Archive<'_>) -> Vec<Finding> {
    let Some(kept) = &entry.kept else { return Vec::new() };
    let subject = entry.report.as_deref().map(Subject::of_report).unwrap_or_default();
    let place = format!("{}/{}", archive.snapshot.shown, kept.folder);
    let told = |what: String| {
        let message = format!("{}: {what}", entry.titled());
        let span = Span::whole(&SourceFile::new(place.as_str(), ""));
        let finding = Finding::new(Code::KeptChanged, message).at(&span).hint(RESTORE);
        finding.subject(&subject)
    };
    let name = |file: &str| format!("{}/{file}", kept.folder);
    let Some(list) = archive.record(&name(SUMS)) else {
        return vec![told(format!("không còn tệp {SUMS} trong thư mục lưu"))];
    };
    let text = match (&list.hash, list.text(archive.disk)) {
        (Err(finding), _) => return vec![finding.clone().subject(&subject)],
        (Ok(hash), Ok(text)) if *hash == kept.sums => text,
        _ => return vec![told(format!("tệp {SUMS} đã bị sửa"))],
    };
    let mut findings: Vec<Finding> = Vec::new();
    let mut own = BTreeSet::from([name(SUMS), name(ENTRY)]);
    for (file, hash) in listed(text.text()) {
        own.insert(name(file));
        findings.extend(state(archive.record(&name(file)), hash, file, &told));
    }
    findings.extend(copy(entry, known, archive, &told));
    let is_known = |record: &&Record| {
        own.contains(&record.place) || known.signed.contains(record.place.as_str())
    };
    let added = archive.below(&kept.folder).filter(|record| !is_known(record));
    findings.extend(added.map(|record| added_file(entry, record, told(String::new()))));
    findings
}

fn state(
    record: Option<&Record>,
    hash: &str,
    file: &str,
    told: &impl Fn(String) -> Finding,
) -> Option<Finding> {
    match record.map(|record| &record.hash) {
        Some(Ok(own)) if own == hash => None,
        Some(Ok(_)) => Some(told(format!("tệp lưu {file} đã bị sửa sau khi ban hành"))),
        Some(Err(finding)) => Some(finding.clone()),
        None => Some(told(format!("không còn tệp lưu {file}"))),
    }
}

/// A file beside a document that neither its list nor the register speaks of: a signed copy whose entry was cut off, or
/// somebody's own.
fn added_file(entry: &Entry, record: &Record, blank: Finding) -> Finding {
    let file = record.place.rsplit('/').next().unwrap_or_default();
    let hash = record.hash.as_deref().unwrap_or_default();
    if !hash.is_empty() && file == signed_copy(hash) {
        let message = format!("{}: bản ký {file} chưa có mục trong sổ", entry.titled());
        let finding = Finding::new(Code::Unentered, message).at_maybe(blank.span);
        return finding.subject(&blank.subject).hint(
            "chương trình bị dừng khi đang nhận bản ký: chạy lại lệnh baocao issue … --signed ấy",
        );
    }
    let message =
        format!("{}: có thêm tệp {} không có trong danh sách", entry.titled(), record.place);
    Finding { message, ..blank }.hint("chuyển tệp ấy đi nơi khác")
}

/// The entry's copy beside its document.
fn copy(
    entry: &Entry,
    known: &Known<'_>,
    archive: Archive<'_>,
    told: &impl Fn(String) -> Finding,
) -> Option<Finding> {
    let kept = entry.kept.as_ref()?;
    match archive.text(&format!("{}/{ENTRY}", kept.folder)) {
        Ok(None) => Some(told(format!("không còn tệp lưu {ENTRY}"))),
        Err(finding) => Some(finding),
        Ok(Some(copy)) => {
            let other = known.lines.as_ref().is_some_and(|lines| !lines.contains(copy.text()));
            let message =
                || format!("tệp lưu {ENTRY} và mục {} của sổ không giống nhau", entry.order);
            other.then(|| told(message()))
        }
    }
}

/// A signed copy that is not as it was.
pub(super) fn signed(entry: &Entry, archive: Archive<'_>) -> Option<Finding> {
    let signed = entry.signed.as_ref().filter(|signed| !archive.is_closed(&signed.file))?;
    let place =
        Span::whole(&SourceFile::new(format!("{}/{}", archive.snapshot.shown, signed.file), ""));
    let told = |what: &str| {
        let message = format!("bản ký của {} {what}", entry.titled());
        Finding::new(Code::KeptChanged, message).at(&place).hint(RESTORE)
    };
    match archive.record(&signed.file).map(|record| &record.hash) {
        Some(Ok(hash)) if *hash == signed.hash => None,
        Some(Ok(_)) => Some(told("đã bị sửa")),
        Some(Err(finding)) => Some(finding.clone()),
        None => Some(told("không còn")),
    }
}

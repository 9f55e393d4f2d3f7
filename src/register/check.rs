//! Whether register and kept files are as they were written: every entry by its seal, every file by its hash (S01, S02), and
//! numbers that were being given when the program was stopped (S04). Not for whether reports would be others today
//! ([`crate::build_report`]).

use std::collections::BTreeSet;

use super::archive::Archive;
use super::block::{Block, blocks};
use super::book::{FIRST, Register, head};
use super::entry::{Act, Entry};
use super::entry_text::BEGINNING;
use super::kept::{ENTRY, SUMS, listed};
use super::rewritten::rewritten;
use super::unentered::{State, Unentered, unentered};
use super::unentered_folder::left;
use crate::diagnostic::{Code, Finding, Subject};
use crate::disk::file_system::FileSystem;
use crate::inputs::records::Record;
use crate::inputs::snapshot::InputSnapshot;
use crate::model::names::REGISTER;
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::flat::{changes, flat};

/// What to do where an entry or a file is not as it was written.
const RESTORE: &str = "khôi phục từ bản sao lưu; đừng sửa tay, số đã cấp phải còn nguyên";

/// Everything wrong with the register and what is kept.
#[must_use]
pub(crate) fn check(register: &Register, archive: Archive<'_>) -> Vec<Finding> {
    let mut findings = match rewritten(register) {
        Some(finding) => vec![finding],
        None => register.findings.iter().cloned().chain(entries(register, archive)).collect(),
    };
    findings.extend(spoilt(register, archive));
    // A folder that cannot be opened is told where the inputs are read.
    let closed =
        |entry: &&Entry| entry.kept.as_ref().is_some_and(|kept| archive.is_closed(&kept.folder));
    let issued = register.entered().filter(|entry| entry.act == Act::Issued && !closed(entry));
    findings.extend(issued.flat_map(|entry| kept(entry, register, archive)));
    let signed = register.entries.iter().filter_map(|entry| signed(entry, archive));
    findings.extend(signed);
    let unentered = unentered(register, archive);
    // Which entries a register has that cannot be read is not known.
    let unread = rewritten(register).is_some() || register.is_unread();
    let whole = |folder: &&Unentered<'_>| !matches!(folder.state, State::Cut | State::Foreign);
    let told = unentered.iter().filter(|folder| !(unread && whole(folder)));
    findings.extend(told.filter_map(|folder| left(folder, archive)));
    findings
}

/// A register that is no text any more; one that is only closed to this user is told where files are read.
fn spoilt(register: &Register, archive: Archive<'_>) -> Option<Finding> {
    let is_closed = archive.record(REGISTER)?.hash.is_err();
    let found = register.findings.first().filter(|_| register.is_unread() && !is_closed)?;
    let message = format!("{REGISTER}: sổ đăng ký không còn là tệp văn bản đọc được");
    Some(changed(message, found.span.clone()))
}

/// Entries that are not as they were written, or not where they were.
fn entries(register: &Register, archive: Archive<'_>) -> Vec<Finding> {
    let Some(file) = &register.file else { return Vec::new() };
    let (top, blocks) = blocks(register.text());
    let mut findings = Vec::new();
    let (mut before, mut order) = (FIRST, 0);
    for block in &blocks {
        let own = order_of(*block);
        if !block.is_sealed(before) {
            findings.push(broken(*block, own, order + 1, register, archive));
        }
        (before, order) = (block.seal().unwrap_or_default(), own.unwrap_or(order + 1));
    }
    if top != head(blocks.len(), before) {
        let message = format!(
            "{}: phần đầu sổ không khớp {} mục bên dưới: có mục bị bớt, thêm, hoặc đầu sổ bị sửa",
            file.path(),
            blocks.len()
        );
        findings.push(changed(message, Some(Span::line(file, 1))));
    }
    findings
}

/// The place an entry says it has.
fn order_of(block: Block<'_>) -> Option<u32> {
    block.text.strip_prefix(BEGINNING)?.lines().next()?.trim().parse().ok()
}

/// What became of an entry whose seal does not fit.
fn broken(
    block: Block<'_>,
    own: Option<u32>,
    due: u32,
    register: &Register,
    archive: Archive<'_>,
) -> Finding {
    let what = match own {
        Some(own) if own > due => {
            format!("trước mục {own} thiếu mục {due}: mục bị bớt hoặc đổi chỗ")
        }
        Some(own) if own < due => {
            format!("mục {own} không ở chỗ của nó: mục bị đổi chỗ hoặc chép thêm")
        }
        own => {
            let named = own.map_or_else(|| format!("mục thứ {due}"), |own| format!("mục {own}"));
            let entry = register.entry(due);
            let was = entry.and_then(|entry| differences(block, entry, archive));
            let was = was.map_or_else(String::new, |was| format!(": {was}"));
            format!("{named} không còn như khi ghi, hoặc mục trước nó đã bị bớt, bị thay{was}")
        }
    };
    let path = register.file.as_ref().map_or("", |file| file.path());
    changed(format!("{path}: {what}"), register.span(block))
}

/// What an entry says otherwise than the copy that is kept with its document.
fn differences(block: Block<'_>, entry: &Entry, archive: Archive<'_>) -> Option<String> {
    let kept = entry.kept.as_ref()?;
    let copy = archive.text(&format!("{}/{ENTRY}", kept.folder)).ok()??;
    let lines = |text: &str| {
        let file = SourceFile::new("", text);
        yaml::parse(&file).ok().map(|node| flat(&node))
    };
    let changed = changes(&lines(copy.text())?, &lines(block.text)?);
    let told = changed.iter().map(|one| {
        let name = one.path.trim_start_matches("1.");
        let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "không có".to_owned());
        format!("«{name}» từ «{}» thành «{}»", value(&one.before), value(&one.now))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}

/// Files of an issued document that are not as they were.
fn kept(entry: &Entry, register: &Register, archive: Archive<'_>) -> Vec<Finding> {
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
    let mut known = BTreeSet::from([name(SUMS), name(ENTRY)]);
    for (file, hash) in listed(text.text()) {
        known.insert(name(file));
        findings.extend(state(archive.record(&name(file)), hash, file, &told));
    }
    findings.extend(copy(entry, register, archive, &told));
    let signed = register.entries.iter().filter_map(|one| one.signed.as_ref());
    known.extend(signed.map(|signed| signed.file.clone()));
    let added = archive.below(&kept.folder).filter(|record| !known.contains(&record.place));
    findings.extend(added.map(|record| {
        told(format!("có thêm tệp {} không có trong danh sách", record.place))
            .hint("chuyển tệp ấy đi nơi khác")
    }));
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

/// The entry's copy beside its document.
fn copy(
    entry: &Entry,
    register: &Register,
    archive: Archive<'_>,
    told: &impl Fn(String) -> Finding,
) -> Option<Finding> {
    let kept = entry.kept.as_ref()?;
    let record = archive.record(&format!("{}/{ENTRY}", kept.folder));
    let Some(record) = record else { return Some(told(format!("không còn tệp lưu {ENTRY}"))) };
    let copy = match record.text(archive.disk) {
        Ok(copy) => copy,
        Err(finding) => return Some(finding),
    };
    let (_, blocks) = blocks(register.text());
    let same = blocks.iter().any(|block| block.text == copy.text());
    if rewritten(register).is_some() {
        return None;
    }
    (!same).then(|| told(format!("tệp lưu {ENTRY} và mục {} của sổ không giống nhau", entry.order)))
}

/// A signed copy that is not as it was.
fn signed(entry: &Entry, archive: Archive<'_>) -> Option<Finding> {
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

fn changed(message: String, place: Option<Span>) -> Finding {
    Finding::new(Code::RegisterChanged, message).at_maybe(place).hint(RESTORE)
}

/// The register as it lies in the inputs folder, with the documents that are kept whole and have no entry in it.
#[must_use]
pub(crate) fn register(disk: &dyn FileSystem, snapshot: &InputSnapshot) -> Register {
    let archive = Archive { disk, snapshot };
    let mut register = match archive.text(REGISTER) {
        Ok(Some(file)) => Register::read(&file),
        Ok(None) => Register::default(),
        Err(finding) => Register { findings: vec![finding], ..Register::default() },
    };
    let kept = unentered(&register, archive).into_iter();
    let documents = kept.filter_map(|folder| match folder.state {
        State::Next(_, entry) | State::Lost(entry) | State::Unread(entry) => Some(*entry),
        State::Cut | State::Foreign => None,
    });
    register.add_beside(documents);
    register
}

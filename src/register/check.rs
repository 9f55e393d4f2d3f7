//! Whether register and kept files are as they were written: every entry by its seal, every file by its hash (S01, S02), and
//! numbers that were being given when the program was stopped (S04). Not for whether reports would be others today
//! ([`crate::build_report`]).

use super::archive::Archive;
use super::block::{Block, blocks};
use super::book::{FIRST, Register, head};
use super::entry::{Act, Entry};
use super::entry_text::BEGINNING;
use super::kept::ENTRY;
use super::kept_files::{Known, RESTORE, kept, signed};
use super::rewritten::rewritten;
use super::unentered::{State, Unentered, unentered};
use super::unentered_folder::left;
use crate::diagnostic::{Code, Finding};
use crate::disk::file_system::FileSystem;
use crate::inputs::snapshot::InputSnapshot;
use crate::model::names::REGISTER;
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::flat::{changes, flat};

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
    let known = Known::of(register);
    findings.extend(issued.flat_map(|entry| kept(entry, &known, archive)));
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

//! Takes the words of a Word document back: which report it is a draft of, what its texts are now, and the files as they will be.
//! Nothing is written yet. Not for telling it ([`crate::cli`]).

use std::collections::BTreeMap;
use std::path::Path;

use super::account::{DraftAccount, TextTurn, comments, revisions};
use super::compare::{Comparison, compare};
use super::explained::{Explained, name};
use super::files::{TextFile, is_text};
use super::identity::{snapshot, unread};
use super::lines::is_read;
use super::merge::{Merged, MergedText, merged, not_edited};
use super::moved_figures::figures_moved;
use super::printed::TextKey;
use super::refusal::{Refusal, quoted};
use super::request::ReceivedRequest;
use super::texts::TextChange;
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding};
use crate::disk::file_system::FileSystem;
use crate::disk::read::{not_read, up_to};
use crate::docx::archive::{LARGEST_FILE, Package};
use crate::docx::reading::read;
use crate::docx::settled::settled;
use crate::import::ImportResult;
use crate::import::draft::{DraftStatus, ReturnDraft, ValueChange};
use crate::import::only_edited::only_edited;
use crate::import::returns::MARK;
use crate::import::text_edit::{NewValue, apply};
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::fields::{Sink, shorten};
use crate::yaml::tree::Node;
use crate::yaml::values::prose;

/// Endings of documents of word processors, and of what is sent in their place.
const DOCUMENTS: [&str; 9] = ["docx", "docm", "dotx", "doc", "odt", "rtf", "pdf", "wps", "html"];

/// Whether a file is one to take words from, or was meant as one.
#[must_use]
pub(crate) fn is_document(disk: &dyn FileSystem, file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if DOCUMENTS.contains(&ending.to_ascii_lowercase().as_str()) {
        return true;
    }
    up_to(disk, file, LARGEST_FILE).is_ok_and(|bytes| Package::open(&bytes).is_ok())
}

/// Whether a document was made by the program.
#[must_use]
pub(crate) fn is_draft(disk: &dyn FileSystem, file: &Path) -> bool {
    let read = up_to(disk, file, LARGEST_FILE).ok().and_then(|bytes| read(&bytes).ok());
    read.is_some_and(|document| document.report.is_some() || document.snapshot.is_some())
}

/// What a document comes to.
///
/// # Errors
/// Why nothing of it can be taken.
pub(crate) fn import(
    disk: &dyn FileSystem,
    file: &Path,
    request: &ReceivedRequest<'_>,
) -> Result<(ImportResult, DraftAccount), Finding> {
    let shown = slashed(file);
    let bytes = up_to(disk, file, LARGEST_FILE).map_err(|fault| not_read(&fault, &shown))?;
    let document = read(&bytes).map_err(|fault| unread(&shown, fault))?;
    let snapshot = snapshot(&document, &shown, request)?;
    let (dossier, _) = snapshot.bao_cao.split_once('/').unwrap_or((&snapshot.bao_cao, ""));
    let text = settled(&document.paragraphs, request.tracked);
    let comparison = compare(&snapshot, &text, &document.asides);
    let explained = Explained::of(&snapshot);
    let importing = Importing { disk, request, dossier, explained, shown: &shown };
    let mut result = ImportResult::default();
    let mut account = DraftAccount {
        revisions: revisions(&document.revisions, &comparison.texts),
        comments: comments(&document.comments, &comparison.texts),
        tracked: request.tracked,
        counts: comparison.counts,
        report: snapshot.bao_cao.clone(),
        shown: shown.clone(),
        files: Vec::new(),
        turns: Vec::new(),
    };
    importing.changes(&comparison, &mut result, &mut account);
    importing.refused(&comparison, &mut result);
    if let Some(now) = (request.present)(&snapshot.bao_cao) {
        result.findings.extend(figures_moved(&snapshot, &now, &importing.place()));
    }
    Ok((result, account))
}

/// One document on its way into files.
struct Importing<'a> {
    disk: &'a dyn FileSystem,
    request: &'a ReceivedRequest<'a>,
    dossier: &'a str,
    explained: Explained,
    shown: &'a str,
}

impl Importing<'_> {
    fn place(&self) -> Span {
        Span::whole(&SourceFile::new(self.shown, ""))
    }

    /// The files that change.
    fn changes(
        &self,
        comparison: &Comparison,
        result: &mut ImportResult,
        account: &mut DraftAccount,
    ) {
        let mut files: BTreeMap<&str, Vec<&TextChange>> = BTreeMap::new();
        for change in &comparison.changes {
            if is_text(&change.key, self.dossier) {
                files.entry(&change.key.file).or_default().push(change);
            } else {
                let (key, why) = (change.key.clone(), "chỗ này không sửa được từ Word".to_owned());
                let words = change.after.iter().map(|one| one.source.as_str()).collect::<Vec<_>>();
                let refusal = Refusal::Locked { key, why, words: words.join(" ¶ ") };
                result.findings.push(refusal.finding(&self.place(), &self.explained));
                result.refused.push(change.key.shown());
            }
        }
        for changes in files.into_values() {
            match TextFile::read(self.disk, &changes[0].key, self.dossier, self.request.paths) {
                Ok(file) => Self::file(file, &changes, result, account),
                Err(finding) => {
                    result.findings.push(finding);
                    result.refused.extend(changes.iter().map(|change| change.key.shown()));
                }
            }
        }
    }

    /// One file with its texts.
    fn file(
        file: TextFile,
        changes: &[&TextChange],
        result: &mut ImportResult,
        account: &mut DraftAccount,
    ) {
        let whole = Span::whole(&file.source);
        let mut text = file.source.text().to_owned();
        let mut told = Vec::new();
        for change in changes {
            match put(&file.root, change, &whole, &mut text) {
                Ok(None) => {}
                Ok(Some(turn)) => {
                    told.push(value_change(change));
                    account.turns.push(turn);
                }
                Err(finding) => {
                    result.findings.push(finding);
                    result.refused.push(change.key.shown());
                }
            }
        }
        if told.is_empty() {
            return;
        }
        let marked = file.bytes.starts_with(MARK.as_bytes());
        let bytes = if marked { format!("{MARK}{text}") } else { text }.into_bytes();
        let TextFile { path, shown, bytes: before, .. } = file;
        account.files.push(shown.clone());
        let (before, status) = (Some(before), DraftStatus::Planned);
        result.drafts.push(ReturnDraft { path, shown, before, changes: told, bytes, status });
    }

    /// What is not taken, and what is only said.
    fn refused(&self, comparison: &Comparison, result: &mut ImportResult) {
        let place = self.place();
        for refusal in &comparison.refusals {
            let finding = refusal.finding(&place, &self.explained);
            result.findings.push(self.with_figure(refusal, finding));
            if let Some(key) =
                refusal.key().map(TextKey::shown).filter(|key| !result.refused.contains(key))
            {
                result.refused.push(key);
            }
        }
        for words in &comparison.pictures {
            let about = if words.is_empty() {
                String::new()
            } else {
                format!(" ở đoạn «{}»", quoted(words))
            };
            let message = format!("ảnh dán trong Word{about} không được nhập");
            let hint = "báo cáo chỉ in biểu đồ do chương trình lập; nội dung của ảnh thì viết thành lời văn";
            result.findings.push(Finding::new(Code::WordAside, message).at(&place).hint(hint));
        }
        for words in &comparison.struck {
            let message =
                format!("chữ gạch ngang trong Word vẫn được coi là chữ: «{}»", quoted(words));
            let hint = "muốn bỏ chữ ấy thì xóa hẳn trong Word (hoặc bật Track Changes rồi xóa) và nhập lại";
            result.findings.push(Finding::new(Code::WordAside, message).at(&place).hint(hint));
        }
    }

    /// Points at the line a touched number is typed in, where it is one figure of the same file.
    fn with_figure(&self, refusal: &Refusal, finding: Finding) -> Finding {
        let Refusal::Value { key, typed, .. } = refusal else { return finding };
        let path = name(typed).strip_prefix("so_lieu.");
        let Some(figure) = path.map(|path| path.split('.').next().unwrap_or_default()) else {
            return finding;
        };
        let file = Some(key).filter(|key| is_text(key, self.dossier));
        let file = file.map(|key| TextFile::read(self.disk, key, self.dossier, self.request.paths));
        let Some(Ok(file)) = file else { return finding };
        match file.root.at("so_lieu").and_then(|all| all.at(figure)) {
            Some(node) => finding.also(&node.span, "số liệu ở đây"),
            None => finding,
        }
    }
}

/// Puts one text into a file's; what is told of it, if anything changes.
fn put(
    root: &Node,
    change: &TextChange,
    whole: &Span,
    text: &mut String,
) -> Result<Option<TextTurn>, Finding> {
    let Merged::Edit(one) = merged(root, change, whole)? else { return Ok(None) };
    *text = edited(text, &one).ok_or_else(|| not_edited(&change.key, whole))?;
    Ok(Some(one.turn))
}

/// A file's text with one of its texts put in; none if that is not what is read from it.
fn edited(text: &str, one: &MergedText) -> Option<String> {
    let edits = std::slice::from_ref(&one.edit);
    let after = apply(text, edits, &[])?;
    let read = |text: &str| yaml::parse(&SourceFile::new("", text)).ok();
    let (old, new) = read(text).zip(read(&after))?;
    let node = one.edit.path.iter().try_fold(&new, |node, key| node.at(key))?;
    let said = match &one.edit.value {
        NewValue::Prose(typed) => {
            let same = |read: &crate::model::text::Text| {
                read.paragraphs() == crate::model::text::Text::parse(typed).paragraphs()
            };
            is_read(typed, &one.wanted) && prose(node, &Sink::default()).as_ref().is_some_and(same)
        }
        _ => prose(node, &Sink::default()).is_none(),
    };
    (said && only_edited(&old, &new, edits)).then_some(after)
}

fn value_change(change: &TextChange) -> ValueChange {
    let told = |all: &mut dyn Iterator<Item = &str>| {
        format!("«{}»", shorten(&all.collect::<Vec<_>>().join(" ")))
    };
    ValueChange {
        key: change.key.keys.join("."),
        before: Some(told(&mut change.before.iter().map(|(_, one)| one.source.as_str()))),
        after: told(&mut change.after.iter().map(|one| one.source.as_str())),
    }
}

//! The register as a file, `inputs/so-dang-ky.yaml`: reading it, and its text with one entry more. Not for what is wrong with it
//! ([`super::check`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::block::{Block, blocks};
use super::entry::{Act, Entry};
use super::entry_text::sealed;
use super::read_entry::entry;
use crate::diagnostic::Finding;
use crate::model::names::REGISTER;
use crate::model::stamp::IssuedDocument;
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::fields::Sink;
use crate::yaml::tree::{Node, Value};

/// The seal before the first entry.
pub(crate) const FIRST: &str = "";

/// The register.
#[derive(Debug, Clone, Default)]
pub(crate) struct Register {
    /// Its text, if there is one.
    pub(crate) file: Option<Arc<SourceFile>>,
    /// Its entries, as far as they can be read, and those of [`Self::beside`].
    pub(crate) entries: Vec<Entry>,
    /// Documents that are kept whole without an entry, by their folders; they are among the entries.
    pub(crate) beside: BTreeSet<String>,
    /// What is wrong with its form.
    pub(crate) findings: Vec<Finding>,
}

impl Register {
    /// Reads the register.
    #[must_use]
    pub(crate) fn read(file: &Arc<SourceFile>) -> Self {
        let sink = Sink::default();
        let entries = match yaml::parse(file) {
            Ok(node) => entries(&node, &sink),
            Err(finding) => {
                sink.push(finding);
                Vec::new()
            }
        };
        let findings = sink.into_findings();
        Self { file: Some(Arc::clone(file)), entries, findings, ..Self::default() }
    }

    /// Its text.
    #[must_use]
    pub(crate) fn text(&self) -> &str {
        self.file.as_ref().map_or("", |file| file.text())
    }

    /// Counts documents that are kept whole without an entry as issued.
    pub(crate) fn add_beside(&mut self, documents: impl Iterator<Item = Entry>) {
        for entry in documents {
            self.beside.extend(entry.kept.as_ref().map(|kept| kept.folder.clone()));
            self.entries.push(entry);
        }
        self.entries.sort_by_key(|entry| entry.order);
    }

    /// Whether there is a register whose text could not be read.
    #[must_use]
    pub(crate) fn is_unread(&self) -> bool {
        self.file.is_none() && !self.findings.is_empty()
    }

    /// The entries that stand in its text.
    pub(crate) fn entered(&self) -> impl Iterator<Item = &Entry> {
        let beside = |entry: &&Entry| {
            entry.kept.as_ref().is_some_and(|kept| self.beside.contains(&kept.folder))
        };
        self.entries.iter().filter(move |entry| !beside(entry))
    }

    /// The entry with this place.
    #[must_use]
    pub(crate) fn entry(&self, order: u32) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.order == order)
    }

    /// Whether a later entry voids it.
    #[must_use]
    pub(crate) fn voided(&self, entry: &Entry) -> Option<&Entry> {
        self.later(entry, Act::Voided)
    }

    /// The last signed copy of it.
    #[must_use]
    pub(crate) fn signed(&self, entry: &Entry) -> Option<&Entry> {
        self.later(entry, Act::Signed)
    }

    fn later(&self, entry: &Entry, act: Act) -> Option<&Entry> {
        let about = |one: &&Entry| one.act == act && one.about == Some(entry.order);
        self.entries.iter().rev().find(about)
    }

    /// The document that takes its place.
    #[must_use]
    pub(crate) fn replacement(&self, entry: &Entry) -> Option<&Entry> {
        let stands = |one: &&Entry| one.replaces == Some(entry.order) && self.voided(one).is_none();
        self.entries.iter().find(stands)
    }

    /// The issued document of each report that is in force: not voided, and the last of those that take each other's place.
    #[must_use]
    pub(crate) fn in_force(&self) -> BTreeMap<&str, &Entry> {
        let issued = self.entries.iter().filter(|entry| entry.act == Act::Issued);
        let valid = issued.filter(|entry| self.voided(entry).is_none());
        valid.filter_map(|entry| Some((entry.report.as_deref()?, entry))).collect()
    }

    /// Everything that was issued, void or not: its number is used.
    #[must_use]
    pub(crate) fn issued(&self) -> Vec<IssuedDocument> {
        let file = self.file.clone().unwrap_or_else(|| SourceFile::new(REGISTER, ""));
        let (_, blocks) = blocks(self.text());
        let places = blocks.iter().zip(self.entered());
        let places = places.filter_map(|(block, entry)| Some((entry.order, self.span(*block)?)));
        let places: BTreeMap<u32, Span> = places.collect();
        let in_force: BTreeSet<u32> = self.in_force().values().map(|entry| entry.order).collect();
        let issued = self.entries.iter().filter(|entry| entry.act == Act::Issued);
        let document = |entry: &Entry| {
            Some(IssuedDocument {
                report: entry.report.clone()?,
                number: entry.number,
                symbol: entry.symbol.clone(),
                date: entry.date,
                term: entry.series.term.get(..4)?.parse().ok()?,
                in_force: in_force.contains(&entry.order),
                span: places.get(&entry.order).cloned().unwrap_or_else(|| Span::whole(&file)),
            })
        };
        issued.filter_map(document).collect()
    }

    /// The seal of the last entry.
    #[must_use]
    pub(crate) fn last_seal(&self) -> &str {
        let (_, blocks) = blocks(self.text());
        blocks.last().and_then(|block| block.seal()).unwrap_or(FIRST)
    }

    /// The text with one entry more, and the lines of that entry.
    #[must_use]
    pub(crate) fn with(&self, entry: &Entry) -> (String, String) {
        let (_, before) = blocks(self.text());
        let (lines, seal) = sealed(entry, self.last_seal());
        let kept: String = before.iter().map(|block| block.text).collect();
        (format!("{}{kept}{lines}", head(before.len() + 1, &seal)), lines)
    }

    /// The text with entries more whose lines are known.
    #[must_use]
    pub(crate) fn with_lines(&self, more: &[String]) -> String {
        let (_, before) = blocks(self.text());
        let last = more.last().map_or("", String::as_str);
        let seal = Block { text: last, start: 0 }.seal().unwrap_or_default();
        let kept: String = before.iter().map(|block| block.text).collect();
        format!("{}{kept}{}", head(before.len() + more.len(), seal), more.concat())
    }

    /// Where an entry stands.
    #[must_use]
    pub(crate) fn span(&self, block: Block<'_>) -> Option<Span> {
        let file = self.file.as_ref()?;
        let line = block.text.lines().next().unwrap_or_default();
        Some(Span::new(file, block.start..block.start + line.len()))
    }
}

/// What stands above the entries: what the file is, how many entries there are, and the last one's seal.
#[must_use]
pub(crate) fn head(entries: usize, seal: &str) -> String {
    format!(
        "# Sổ đăng ký văn bản đi, do chương trình ghi. Mỗi mục mang dấu (dau) nối với mục trước và với tệp lưu: mục bị sửa, bớt,
# đổi chỗ thì «baocao check» nêu ra. Không sửa tay. Xem và in: baocao register
# viec: cap-so (văn bản do chương trình lập), van-ban-khac (văn bản lập ngoài chương trình), huy-so, ban-ky (bản đã ký)
so_muc: {entries}
dau_cuoi: \"{seal}\"
muc:
"
    )
}

fn entries(node: &Node, sink: &Sink) -> Vec<Entry> {
    match node.at("muc").map(|node| &node.value) {
        Some(Value::List(items)) => items.iter().filter_map(|item| entry(item, sink)).collect(),
        _ => Vec::new(),
    }
}

//! What a table's row changes in its unit's return, and the file after it, read again before anybody writes it. Not for
//! reading the table ([`super::rows`]).

use std::path::PathBuf;
use std::sync::Arc;

use super::edit;
use super::edit::{Edit, quoted};
use super::proof::{holds, proved};
use super::returns::{Filed, MARK, Shelf, at, source};
use super::rows::{Entry, UnitRow};
use super::scaffold::{Head, scaffold};
use crate::diagnostic::{Code, Finding, Severity};
use crate::model::figure::{Figure, FigureKind};
use crate::model::number;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::Amount;
use crate::model::text::Line;
use crate::read::amounts::amount;
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::fields::{Sink, shorten};
use crate::yaml::tree::{Node, Value};

/// One value that becomes another.
#[derive(Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stands: `so_lieu.nguoi_bhyt`.
    pub key: String,
    /// What stood there, if anything.
    pub before: Option<String>,
    /// What will.
    pub after: String,
}

/// A return as it will be.
#[derive(Debug)]
pub struct Draft {
    /// Where it is.
    pub path: PathBuf,
    /// What it is called.
    pub shown: String,
    /// Whether there was no such file.
    pub new: bool,
    /// What changes.
    pub changes: Vec<Change>,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// What returns are drafted with.
pub struct Desk<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The period the table is of.
    pub period: Period,
    /// The returns there are.
    pub shelf: &'a Shelf,
    /// What new returns begin with; none if their as-of date is not known.
    pub head: Option<Head>,
}

impl Desk<'_> {
    /// The unit's return after the row; none if nothing changes.
    ///
    /// # Errors
    /// What keeps the return from being changed.
    pub fn draft(
        &self,
        row: &UnitRow<'_>,
        findings: &mut Vec<Finding>,
    ) -> Result<Option<Draft>, Finding> {
        let unit = row.unit.id.as_str();
        let (path, shown) = self.shelf.place(self.period, unit);
        let filed = self.shelf.filed(self.period, unit)?;
        let (changes, text) = match &filed {
            Some(filed) => self.edited(row, filed, findings)?,
            None if row.entries.is_empty() => return Ok(None),
            None => self.created(row, &shown, findings)?,
        };
        let marked = filed.as_ref().is_some_and(|filed| filed.marked);
        let bytes = if marked { format!("{MARK}{text}") } else { text }.into_bytes();
        let new = filed.is_none();
        Ok((!changes.is_empty()).then_some(Draft { path, shown, new, changes, bytes }))
    }

    fn edited(
        &self,
        row: &UnitRow<'_>,
        filed: &Filed,
        findings: &mut Vec<Finding>,
    ) -> Result<(Vec<Change>, String), Finding> {
        let (mut changes, mut edits) = (Vec::new(), Vec::new());
        for entry in &row.entries {
            let node =
                at(&filed.root, "so_lieu").and_then(|node| at(node, entry.figure.id.as_str()));
            let node = node.filter(|node| !matches!(node.value, Value::Null));
            let read = node.and_then(|node| amount(node, entry.figure, &Sink::default()));
            let same = read.is_some_and(|read| read.amount == entry.amount);
            if same && entry.source.is_none() {
                continue;
            }
            let source = self.source(row, entry, node, findings);
            hold(entry, node, same, source.as_ref(), &mut changes, &mut edits);
        }
        if edits.is_empty() {
            return Ok((changes, String::new()));
        }
        let order: Vec<&str> = self.plan.figures.iter().map(|figure| figure.id.as_str()).collect();
        let edited = edit::apply(filed.file.text(), &edits, &order);
        let edited = edited.filter(|text| proved(&filed.root, text, &edits, &row.entries));
        edited.map(|text| (changes, text)).ok_or_else(|| unedited(&filed.file, row))
    }

    fn created(
        &self,
        row: &UnitRow<'_>,
        shown: &str,
        findings: &mut Vec<Finding>,
    ) -> Result<(Vec<Change>, String), Finding> {
        let Some(head) = &self.head else {
            let message = format!("chưa biết «chot_den» (ngày chốt số liệu) cho tệp mới {shown}");
            let hint = format!("thêm --chot-den, ví dụ --chot-den {}", self.period.last_day());
            return Err(Finding::new(Code::MissingKey, message).at(&row.span).hint(hint));
        };
        let change = |entry: &Entry<'_>| Change {
            key: format!("so_lieu.{}", entry.figure.id),
            before: None,
            after: typed(entry.amount, entry.figure),
        };
        let values: Vec<(&Figure, String)> = row
            .entries
            .iter()
            .map(|entry| {
                let source = self.source(row, entry, None, findings);
                (entry.figure, written(entry, source.as_ref()))
            })
            .collect();
        let text = scaffold(self.plan, row.unit, self.period, head, &values);
        let read = yaml::parse(&SourceFile::new(shown, text.as_str()));
        if !read.is_ok_and(|root| holds(&root, &row.entries)) {
            return Err(unedited(&SourceFile::new(shown, ""), row));
        }
        Ok((row.entries.iter().map(change).collect(), text))
    }

    /// Where a value comes from, if the file is to say so: the table's word, or for a figure that must name its source
    /// what the file or an earlier return says.
    fn source(
        &self,
        row: &UnitRow<'_>,
        entry: &Entry<'_>,
        node: Option<&Node>,
        findings: &mut Vec<Finding>,
    ) -> Option<Line> {
        let figure = entry.figure;
        if entry.source.is_some() || !figure.source_required {
            return entry.source.clone();
        }
        let (unit, id) = (row.unit.id.as_str(), figure.id.as_str());
        let known = node.and_then(source).or_else(|| self.shelf.last_source(self.period, unit, id));
        if known.is_none() {
            findings.push(
                Finding::new(Code::MissingKey, format!("«{id}» phải ghi nguồn số liệu"))
                    .severity(Severity::Warning)
                    .at(&entry.span)
                    .about(&figure.id)
                    .hint(format!(
                        "thêm cột «Nguồn {}» vào bảng, hoặc ghi «nguon» trong tệp",
                        figure.name
                    )),
            );
        }
        known
    }
}

/// Holds one value of the table and its source against what stands in the file.
fn hold(
    entry: &Entry<'_>,
    node: Option<&Node>,
    same: bool,
    wanted: Option<&Line>,
    changes: &mut Vec<Change>,
    edits: &mut Vec<Edit>,
) {
    let figure = entry.figure;
    let edit = |key, yaml| Edit { figure: figure.id.to_string(), key, yaml };
    let long = node.is_some_and(|node| matches!(node.value, Value::Map(_)));
    let named = wanted.filter(|wanted| node.and_then(source).as_ref() != Some(*wanted));
    let key = format!("so_lieu.{}", figure.id);
    if !same {
        let after = typed(entry.amount, figure);
        changes.push(Change { key: key.clone(), before: node.map(shown), after: after.clone() });
        edits.extend(long.then(|| edit(Some("gia_tri"), after)));
    }
    if let Some(named) = named {
        let before = node.and_then(source).map(|line| line.to_string());
        changes.push(Change { key: format!("{key}.nguon"), before, after: named.to_string() });
        edits.extend(long.then(|| edit(Some("nguon"), quoted(named.as_str()))));
    }
    if !long && (!same || named.is_some()) {
        edits.push(edit(None, written(entry, wanted)));
    }
}

/// The value in the form its source asks for.
fn written(entry: &Entry<'_>, source: Option<&Line>) -> String {
    let value = typed(entry.amount, entry.figure);
    match source {
        Some(source) => format!("{{ gia_tri: {value}, nguon: {} }}", quoted(source.as_str())),
        None => value,
    }
}

/// An amount as a return writes it.
#[must_use]
pub fn typed(amount: Amount, figure: &Figure) -> String {
    match amount {
        Amount::NoneArose => "khong-phat-sinh".to_owned(),
        Amount::Value(value) if figure.kind == FigureKind::Fact => (value != 0).to_string(),
        Amount::Value(value) => number::typed(value, figure.decimals),
    }
}

/// What stands in the file now.
fn shown(node: &Node) -> String {
    let value = at(node, "gia_tri").unwrap_or(node);
    shorten(value.span.text().trim())
}

fn unedited(file: &Arc<SourceFile>, row: &UnitRow<'_>) -> Finding {
    let message = format!("{}: không sửa được tự động, tệp được giữ nguyên", file.path());
    let hint = format!(
        "sửa tay số liệu của {} theo bảng, rồi nhập lại để đối chiếu",
        row.unit.full_name()
    );
    Finding::new(Code::NotEdited, message).at(&Span::whole(file)).hint(hint)
}

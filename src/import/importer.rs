//! Draws up the return of a unit as it is after the table's row, and reads it again before anybody writes it. Not for
//! reading the table ([`super::rows`]).

use std::sync::Arc;

use chrono::NaiveDate;

use super::blank_date::{AS_OF, dated, is_blank};
use super::differences::{Differences, is_same, written};
use super::draft::{ReturnDraft, ValueChange};
use super::edit;
use super::returns::{ReturnFile, ReturnsFolder, source};
use super::rows::{TableRow, TableValue};
use super::scaffold::{ReturnHeader, scaffold};
use super::verify::{holds, verified};
use crate::diagnostic::{Code, Finding, Severity};
use crate::model::figure::Figure;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::text::Line;
use crate::model::written_amount::typed;
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::tree::{Node, Value};

/// What changes in a return, and its text after that.
type Drafted = (Vec<ValueChange>, String);

/// What returns are drafted with.
pub(crate) struct Importer<'a> {
    /// The plan.
    pub(crate) plan: &'a Plan,
    /// The period the table is of.
    pub(crate) period: Period,
    /// The returns there are.
    pub(crate) returns: &'a ReturnsFolder<'a>,
    /// What new returns begin with; none if their as-of date is not known.
    pub(crate) header: Option<ReturnHeader>,
    /// Up to when the table says its figures are, to be proposed as the as-of date.
    pub(crate) stated: Option<NaiveDate>,
    /// The as-of date that was named, for returns that have none yet.
    pub(crate) named: Option<NaiveDate>,
}

impl Importer<'_> {
    /// The unit's return after the row; none if nothing changes.
    ///
    /// # Errors
    /// What keeps the return from being changed.
    pub(crate) fn draft(
        &self,
        row: &TableRow<'_>,
        findings: &mut Vec<Finding>,
    ) -> Result<Option<ReturnDraft>, Finding> {
        let unit = row.unit.id.as_str();
        let (path, shown) = self.returns.path(self.period, unit);
        let file = self.returns.read(self.period, unit)?;
        let (changes, text) = match &file {
            Some(file) => self.edited(row, file, findings)?,
            None if row.values.is_empty() => return Ok(None),
            None => self.created(row, &shown, findings)?,
        };
        if changes.is_empty() {
            return Ok(None);
        }
        let before = file.map(|file| file.bytes);
        Ok(Some(ReturnDraft::planned((path, shown), before, changes, &text)))
    }

    fn edited(
        &self,
        row: &TableRow<'_>,
        file: &ReturnFile,
        findings: &mut Vec<Finding>,
    ) -> Result<Drafted, Finding> {
        let mut differences = Differences::default();
        for value in &row.values {
            let node = file.root.at("so_lieu").and_then(|node| node.at(value.figure.id.as_str()));
            let node = node.filter(|node| !matches!(node.value, Value::Null));
            if is_same(value, node) && value.source.is_none() && value.estimate != Some(true) {
                continue;
            }
            let source = self.source(row, value, node, findings);
            differences.add(value, node, source.as_ref());
        }
        let Differences { mut changes, edits } = differences;
        let text = file.source.text();
        let edited = if edits.is_empty() {
            Some(text.to_owned())
        } else {
            let order: Vec<&str> =
                self.plan.figures.iter().map(|figure| figure.id.as_str()).collect();
            let edited = edit::apply(&file.root, text, &edits, &order);
            edited.filter(|text| verified(&file.root, text, &edits, &row.values))
        };
        let mut edited = edited.ok_or_else(|| not_edited(&file.source, row))?;
        if let Some(date) = self.named.filter(|_| is_blank(&file.root)) {
            edited = dated(&edited, date).ok_or_else(|| not_edited(&file.source, row))?;
            changes.push(ValueChange {
                key: AS_OF.to_owned(),
                before: None,
                after: date.to_string(),
            });
        }
        Ok((changes, edited))
    }

    fn created(
        &self,
        row: &TableRow<'_>,
        shown: &str,
        findings: &mut Vec<Finding>,
    ) -> Result<Drafted, Finding> {
        let Some(header) = &self.header else {
            let message = format!("chưa biết «chot_den» (ngày chốt số liệu) cho tệp mới {shown}");
            let hint = match self.stated {
                Some(date) => format!("bảng ghi số liệu đến ngày này: thêm --chot-den {date}"),
                None => format!("thêm --chot-den, ví dụ --chot-den {}", self.period.last_day()),
            };
            return Err(Finding::new(Code::MissingKey, message).at(&row.span).hint(hint));
        };
        let change = |value: &TableValue<'_>| ValueChange {
            key: format!("so_lieu.{}", value.figure.id),
            before: None,
            after: typed(value.amount, value.figure),
        };
        let values: Vec<(&Figure, String)> = row
            .values
            .iter()
            .map(|value| {
                let source = self.source(row, value, None, findings);
                (value.figure, written(value, source.as_ref()))
            })
            .collect();
        let text = scaffold(self.plan, row.unit, self.period, *header, &values);
        let read = yaml::parse(&SourceFile::new(shown, text.as_str()));
        if !read.is_ok_and(|root| holds(&root, &row.values)) {
            return Err(not_edited(&SourceFile::new(shown, ""), row));
        }
        Ok((row.values.iter().map(change).collect(), text))
    }

    /// Where a value comes from, if the file is to say so: the table's word, or for a figure that must name its source
    /// what the file or an earlier return says.
    fn source(
        &self,
        row: &TableRow<'_>,
        value: &TableValue<'_>,
        node: Option<&Node>,
        findings: &mut Vec<Finding>,
    ) -> Option<Line> {
        let figure = value.figure;
        if value.source.is_some() || !figure.source_required {
            return value.source.clone();
        }
        let (unit, id) = (row.unit.id.as_str(), figure.id.as_str());
        let known =
            node.and_then(source).or_else(|| self.returns.last_source(self.period, unit, id));
        if known.is_none() {
            findings.push(no_source(value));
        }
        known
    }
}

fn no_source(value: &TableValue<'_>) -> Finding {
    let figure = value.figure;
    let hint = format!("thêm cột «Nguồn {}» vào bảng, hoặc ghi «nguon» trong tệp", figure.name);
    Finding::new(Code::MissingKey, format!("«{}» phải ghi nguồn số liệu", figure.id))
        .severity(Severity::Warning)
        .at(&value.span)
        .about(&figure.id)
        .hint(hint)
}

fn not_edited(file: &Arc<SourceFile>, row: &TableRow<'_>) -> Finding {
    let message = format!("{}: không sửa được tự động, tệp được giữ nguyên", file.path());
    let hint = format!(
        "sửa tay số liệu của {} theo bảng, rồi nhập lại để đối chiếu",
        row.unit.full_name()
    );
    Finding::new(Code::NotEdited, message).at(&Span::whole(file)).hint(hint)
}

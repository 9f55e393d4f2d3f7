//! A kind of report: a folder of the templates with its manifest `loai.yaml`. Not for its sentences.

use serde::Serialize;

use super::files::TemplateFiles;
use super::words::Words;
use crate::diagnostic::{Code, Finding, any_error};
use crate::dossier::fields::{Fields, Sink};
use crate::dossier::values::{choice, ids, line, list, scalar};
use crate::dossier::yaml::{self, Node, Value};
use crate::model::id::Id;
use crate::model::text::Line;
use crate::rollup::compare::Comparator;

/// The manifest of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its folder's name, as the plan's calendar calls it.
    pub id: Id,
    /// What it is called in messages.
    pub name: Line,
    /// `BÁO CÁO`.
    pub document_type: Line,
    /// The subject: `{trich_yeu}` is the plan's, `{ky}` the period.
    pub subject: Line,
    /// The period in a sentence: `quý {quy}/{nam}`.
    pub period: Line,
    /// The period in the subject.
    pub period_in_subject: Line,
    /// The time after the period.
    pub next_period: Line,
    /// What values are compared with, in order.
    pub comparators: Vec<Comparator>,
    /// Sections in order: templates `muc/<name>.typ.j2`.
    pub sections: Vec<String>,
    /// Columns of the target table in order.
    pub columns: Vec<String>,
    /// Charts, in order.
    pub charts: Vec<Chart>,
    /// Words that stand inside a clerk's own sentence.
    pub words: Words,
}

/// A chart for each of some targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What its values are laid out by.
    pub way: Way,
    /// Whose values it shows.
    pub targets: Charted,
}

/// What a chart's values are laid out by. The names are cases of the phrase bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Way {
    /// `theo_don_vi`: bars by unit; in a roll-up only.
    #[serde(rename = "theo_don_vi")]
    Units,
    /// `theo_ky`: a line over the periods.
    #[serde(rename = "theo_ky")]
    Periods,
}

/// Targets that have a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Charted {
    /// `chinh`: the plan's main ones.
    Main,
    /// Those named; a plan without one of them has no chart of it.
    Named(Vec<Id>),
}

/// Reads the manifest of `kind`.
///
/// # Errors
/// Findings: no such kind, or a manifest with errors.
pub fn read(files: &TemplateFiles, kind: &Id) -> Result<Kind, Vec<Finding>> {
    let Some(file) = files.source(&format!("{kind}/loai.yaml")) else {
        let message = format!("không có loại báo cáo «{kind}»");
        let hint = format!(
            "thêm thư mục {kind}/ có loai.yaml trong report-templates, hoặc sửa «loai» ở lich_bao_cao"
        );
        return Err(vec![Finding::new(Code::Template, message).hint(hint)]);
    };
    let node = yaml::parse(&file).map_err(|finding| vec![finding])?;
    let sink = Sink::default();
    let read = manifest(&node, kind, &sink);
    let findings = sink.into_findings();
    match read {
        Some(read) if !any_error(&findings) => {
            let words = Words::read(files, kind).map_err(|finding| vec![finding])?;
            Ok(Kind { words, ..read })
        }
        _ => Err(findings),
    }
}

fn manifest(node: &Node, kind: &Id, sink: &Sink) -> Option<Kind> {
    let fields = Fields::of(node, sink)?;
    let names = |n, s| list(n, s, |n, s| scalar(n, s).map(str::to_owned));
    let name = fields.req("ten", line);
    let document_type = fields.req("loai_van_ban", line);
    let subject = fields.req("trich_yeu", line);
    let periods = fields.req("ky", |node, sink| {
        let fields = Fields::of(node, sink)?;
        let read =
            (fields.req("ten", line), fields.req("trich_yeu", line), fields.req("tiep_theo", line));
        fields.finish();
        Some((read.0?, read.1?, read.2?))
    });
    let comparators =
        fields.opt("so_sanh", |n, s| list(n, s, |n, s| choice(n, s, &Comparator::WORDS)));
    let sections = fields.req("muc", names);
    let columns = fields.req("cot", names);
    let charts = fields.opt("bieu_do", |n, s| list(n, s, chart));
    fields.finish();
    let (period, period_in_subject, next_period) = periods?;
    Some(Kind {
        id: kind.clone(),
        name: name?,
        document_type: document_type?,
        subject: subject?,
        period,
        period_in_subject,
        next_period,
        comparators: comparators.unwrap_or_default(),
        sections: sections?,
        columns: columns?,
        charts: charts.unwrap_or_default(),
        words: Words::default(),
    })
}

fn chart(node: &Node, sink: &Sink) -> Option<Chart> {
    let fields = Fields::of(node, sink)?;
    let ways = [("theo_don_vi", Way::Units), ("theo_ky", Way::Periods)];
    let way = fields.req("kieu", |n, s| choice(n, s, &ways));
    let targets = fields.req("chi_tieu", charted);
    fields.finish();
    Some(Chart { way: way?, targets: targets? })
}

fn charted(node: &Node, sink: &Sink) -> Option<Charted> {
    if matches!(&node.value, Value::Scalar(word) if word == "chinh") {
        return Some(Charted::Main);
    }
    let named = ids(node, sink)?;
    Some(Charted::Named(named.into_iter().map(|id| id.value).collect()))
}

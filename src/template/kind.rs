//! A kind of report: a folder of the templates with its manifest `loai.yaml`. Not for its sentences.

use super::files::TemplateFiles;
use crate::diagnostic::{Code, Finding, any_error};
use crate::dossier::fields::{Fields, Sink};
use crate::dossier::values::{choice, line, list, scalar};
use crate::dossier::yaml::{self, Node};
use crate::model::id::Id;
use crate::model::text::Line;
use crate::rollup::compare::Comparator;
use crate::vietnamese::nearest::nearest;

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
}

/// Reads the manifest of `kind`.
///
/// # Errors
/// Findings: no such kind, or a manifest with errors.
pub fn read(files: &TemplateFiles, kind: &Id) -> Result<Kind, Vec<Finding>> {
    let Some(file) = files.source(&format!("{kind}/loai.yaml")) else {
        let message = format!("không có loại báo cáo «{kind}»");
        let near = nearest(kind.as_str(), files.kinds())
            .map_or(String::new(), |near| format!("có phải là «{near}»? "));
        let hint = format!(
            "{near}Thêm thư mục {kind}/ có loai.yaml trong report-templates, hoặc sửa «loai» ở lich_bao_cao"
        );
        return Err(vec![Finding::new(Code::Template, message).hint(hint)]);
    };
    let node = yaml::parse(&file).map_err(|finding| vec![finding])?;
    let sink = Sink::default();
    let read = manifest(&node, kind, &sink);
    let findings = sink.into_findings();
    match read {
        Some(kind) if !any_error(&findings) => Ok(kind),
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
    })
}

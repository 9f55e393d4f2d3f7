//! The sections, columns and order of targets of a report: the superior's own outline and form where the plan has one,
//! else the kind's. Not for what a section contains (its template).

use std::collections::BTreeMap;

use crate::kinds::phrases;
use crate::model::outline::Outline;
use crate::model::target::Target;
use crate::model::text::Line;
use crate::report::context::ReportContext;
use crate::source::{At, Span};

/// A name in the plan's outline, and the templates that must be there for it.
#[derive(Debug, Clone)]
pub(crate) struct OutlineName {
    /// What is asked for, in Vietnamese: a section, a column, a heading.
    pub(crate) what: &'static str,
    /// The name as typed.
    pub(crate) name: String,
    /// What stands around the name in the names of its templates.
    pub(crate) around: Vec<(String, &'static str)>,
    /// Where it stands.
    pub(crate) span: Span,
}

/// What a report consists of.
#[derive(Debug, Clone, Default)]
pub(crate) struct ReportOutline {
    /// Sections in order.
    pub(crate) sections: Vec<String>,
    /// Columns of the target table in order.
    pub(crate) columns: Vec<String>,
    /// Sentences in the superior's words, by their key.
    pub(crate) words: BTreeMap<String, String>,
    /// What of that the plan asked for.
    pub(crate) asked: Vec<OutlineName>,
}

/// The shape of a context's report.
#[must_use]
pub(crate) fn shape(context: &ReportContext<'_>) -> ReportOutline {
    let mut shape = ReportOutline {
        sections: context.kind.sections.clone(),
        columns: context.kind.columns.clone(),
        ..ReportOutline::default()
    };
    let Some(own) = outline(context) else { return shape };
    let names = |lines: &[At<Line>]| lines.iter().map(|line| line.value.to_string()).collect();
    if !own.sections.is_empty() {
        shape.sections = names(&own.sections);
    }
    if !own.columns.is_empty() {
        shape.columns = names(&own.columns);
    }
    shape.words =
        own.headings.iter().map(|(key, words)| (key.clone(), words.value.to_string())).collect();
    shape.asked = asked(own);
    shape
}

fn outline<'a>(context: &ReportContext<'a>) -> Option<&'a Outline> {
    context.plan().outlines.get(&context.kind.id)
}

fn asked(own: &Outline) -> Vec<OutlineName> {
    let phrase = |key: &str| (phrases::template_name(key), "");
    let asked_name = |what, line: &At<Line>, around| OutlineName {
        what,
        name: line.value.to_string(),
        around,
        span: line.span.clone(),
    };
    let sections = own.sections.iter();
    let sections =
        sections.map(|line| asked_name("mục", line, vec![("muc/".to_owned(), ".typ.j2")]));
    let columns = own.columns.iter();
    let columns = columns.map(|line| {
        asked_name("cột", line, ["bang.cot.", "bang.o."].map(phrase).into_iter().collect())
    });
    let headings = own.headings.iter().filter_map(|(key, words)| {
        let (bank, name) = key.rsplit_once('.')?;
        Some(OutlineName {
            what: "đề mục",
            name: name.to_owned(),
            around: vec![phrase(&format!("{bank}."))],
            span: words.span.clone(),
        })
    });
    sections.chain(columns).chain(headings).collect()
}

/// The plan's targets: those of the superior's form first, in its order, then the others in the plan's.
#[must_use]
pub(crate) fn targets<'a>(context: &ReportContext<'a>) -> Vec<&'a Target> {
    let first = outline(context).map(|own| &own.targets[..]).unwrap_or_default();
    let place =
        |target: &&Target| first.iter().position(|id| id.value == target.id).unwrap_or(first.len());
    let mut targets: Vec<&Target> = context.plan().targets.iter().collect();
    targets.sort_by_key(place);
    targets
}

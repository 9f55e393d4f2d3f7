//! The sections, columns and order of targets of a report: the superior's own outline and form where the plan has one,
//! else the kind's. Not for what a section contains (its template).

use std::collections::BTreeMap;

use crate::kinds::TEMPLATE;
use crate::kinds::kind_names::KindNames;
use crate::kinds::phrases;
use crate::model::outline::Outline;
use crate::model::target::Target;
use crate::report::context::ReportContext;
use crate::source::Span;

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

/// What a context's report consists of.
#[must_use]
pub(crate) fn report_outline(context: &ReportContext<'_>) -> ReportOutline {
    let kind = context.kind;
    let mut outline = ReportOutline {
        sections: kind.sections.clone(),
        columns: kind.columns.clone(),
        ..ReportOutline::default()
    };
    let Some(own) = own_outline(context) else { return outline };
    if !own.sections.is_empty() {
        outline.sections =
            own.sections.iter().map(|line| kind.names.section(line.value.as_str())).collect();
    }
    if !own.columns.is_empty() {
        outline.columns =
            own.columns.iter().map(|line| kind.names.column(line.value.as_str())).collect();
    }
    outline.words =
        own.headings.iter().map(|(key, words)| (key.clone(), words.value.to_string())).collect();
    outline.asked = asked(own, &kind.names);
    outline
}

fn own_outline<'a>(context: &ReportContext<'a>) -> Option<&'a Outline> {
    context.plan().outlines.get(&context.kind.id)
}

fn asked(own: &Outline, known: &KindNames) -> Vec<OutlineName> {
    let phrase = |key: &str| (phrases::template_name(key), "");
    let sections = own.sections.iter().map(|line| OutlineName {
        what: "mục",
        name: known.section(line.value.as_str()),
        around: vec![("muc/".to_owned(), TEMPLATE)],
        span: line.span.clone(),
    });
    let columns = own.columns.iter().map(|line| OutlineName {
        what: "cột",
        name: known.column(line.value.as_str()),
        around: ["bang.cot.", "bang.o."].map(phrase).into(),
        span: line.span.clone(),
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
    let first = own_outline(context).map(|own| &own.targets[..]).unwrap_or_default();
    let place =
        |target: &&Target| first.iter().position(|id| id.value == target.id).unwrap_or(first.len());
    let mut targets: Vec<&Target> = context.plan().targets.iter().collect();
    targets.sort_by_key(place);
    targets
}

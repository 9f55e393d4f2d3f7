//! Paragraphs and cited documents as a template sees them. Not for escaping, which happens when they are printed, and not
//! for what prose refers to ([`crate::report::binding`]).

use serde::Serialize;

use crate::model::plan::Document;
use crate::model::text::{Line, Paragraph, Text};
use crate::model::written_date::short;

/// Paragraphs as a template sees them; an empty list is false in a template.
pub(crate) type Lines = Vec<LineView>;

/// A paragraph or dash item.
#[derive(Debug, Clone, Serialize)]
pub struct LineView {
    /// Whether it is a dash item.
    pub(crate) gach: bool,
    /// The words.
    pub chu: String,
    /// Which paragraph of its text it is, from 0; none if its words are another text's.
    #[serde(skip)]
    pub(crate) paragraph: Option<usize>,
}

/// Paragraphs of the plan as a template sees them, printed as typed.
#[must_use]
pub(crate) fn plain(text: &Text) -> Lines {
    let line = |(at, p): (usize, &Paragraph)| LineView {
        gach: p.dash,
        chu: p.line.to_string(),
        paragraph: Some(at),
    };
    text.paragraphs().iter().enumerate().map(line).collect()
}

/// A cited document.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentView {
    /// `Chỉ thị`.
    pub loai: String,
    /// `25-CT/TW`; none while unnumbered.
    pub so: Option<String>,
    /// `25/10/2023`, or `01/2024`.
    pub ngay: Option<String>,
    /// Whether the day is written.
    pub(crate) du_ngay: bool,
    /// Who issued it.
    pub co_quan: Option<String>,
    /// Its subject.
    pub trich_yeu: Option<String>,
}

/// A document as a template sees it.
#[must_use]
pub(crate) fn document_view(document: &Document) -> DocumentView {
    let text = |line: &Option<Line>| line.as_ref().map(ToString::to_string);
    DocumentView {
        loai: document.kind.to_string(),
        so: text(&document.number),
        ngay: document.date.map(short),
        du_ngay: document.date.is_some_and(|date| date.day.is_some()),
        co_quan: text(&document.body),
        trich_yeu: text(&document.subject),
    }
}

/// A named text: a task group or an addressee.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NamedView {
    /// Its id.
    pub(crate) ma: String,
    /// Its name.
    pub(crate) ten: String,
    /// Its text; may be empty.
    pub(crate) van: Lines,
}

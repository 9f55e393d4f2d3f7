//! How findings look: for people, as one line each, or as JSON. Not for deciding where they are printed.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::{Finding, Severity};
use crate::source::{Cell, Span};

/// A way to print findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// The line drawn, with a label and a hint.
    #[default]
    Human,
    /// `file:line:column: severity[code]: message`.
    Short,
    /// One JSON object a line.
    Json,
}

/// Draws one finding, ending in a line end.
#[must_use]
pub fn render(finding: &Finding, format: Format, color: bool) -> String {
    match format {
        Format::Human => human(finding, color),
        Format::Short => short(finding),
        Format::Json => json(finding),
    }
}

fn human(finding: &Finding, color: bool) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_title(
        level
            .with_name(finding.severity.word())
            .primary_title(&finding.message)
            .id(finding.code.id()),
    );
    match finding.span.as_ref() {
        Some(span) if span.file().text().is_empty() || span.file().cell().is_some() => {
            group = group.element(Origin::path(span.file().path()));
        }
        Some(span) => group = group.element(drawn(span, finding.label.as_deref())),
        None => {}
    }
    if let Some(hint) = &finding.hint {
        group = group.element(Level::HELP.with_name("cách sửa").message(hint));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n\n", renderer.term_width(160).render(&[group]))
}

/// The line with a mark under the place.
fn drawn<'a>(span: &'a Span, label: Option<&'a str>) -> Snippet<'a, Annotation<'a>> {
    let (line, start, range) = excerpt(span);
    let mark = AnnotationKind::Primary.span(range);
    let mark = if let Some(label) = label { mark.label(label) } else { mark };
    Snippet::source(line).line_start(start).path(span.file().path()).annotation(mark)
}

/// The line a span starts on, its number, and the marked range inside it.
fn excerpt(span: &Span) -> (String, usize, std::ops::Range<usize>) {
    let text = span.file().text();
    let range = span.range();
    let start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let line = text[start..end].trim_end_matches('\r');
    let from = (range.start - start).min(line.len());
    let to = (range.end.max(range.start) - start).min(line.len());
    let first = line[from..].chars().next().map_or(1, char::len_utf8);
    (line.to_owned(), span.position().0, from..to.max(from + first).min(line.len().max(from)))
}

fn short(finding: &Finding) -> String {
    let place = finding.span.as_ref().map_or(String::new(), |span| format!("{span}: "));
    let hint = finding.hint.as_ref().map_or(String::new(), |hint| format!(" → {hint}"));
    format!("{place}{}[{}]: {}{hint}\n", finding.severity.word(), finding.code, finding.message)
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    phien_ban: u8,
    ma: &'a str,
    muc_do: &'a str,
    noi_dung: &'a str,
    tep: Option<&'a str>,
    dong: Option<usize>,
    cot: Option<usize>,
    o_bang: Option<String>,
    o: Option<&'a str>,
    gia_tri: Option<&'a str>,
    nhan: Option<&'a str>,
    cach_sua: Option<&'a str>,
}

fn cell(span: &Span) -> Option<&Cell> {
    span.file().cell()
}

fn json(finding: &Finding) -> String {
    let position = finding.span.as_ref().map(Span::position);
    let record = JsonFinding {
        phien_ban: 1,
        ma: finding.code.id(),
        muc_do: finding.severity.word(),
        noi_dung: &finding.message,
        tep: finding
            .span
            .as_ref()
            .map(|span| cell(span).map_or(span.file().path(), |cell| &cell.book)),
        dong: position.map(|(line, _)| line),
        cot: position.map(|(_, column)| column),
        o_bang: finding.span.as_ref().and_then(cell).map(Cell::place),
        o: finding.about.as_deref(),
        gia_tri: finding.value.as_deref(),
        nhan: finding.label.as_deref(),
        cach_sua: finding.hint.as_deref(),
    };
    let text = serde_json::to_string(&record).expect("words and numbers are JSON");
    format!("{text}\n")
}

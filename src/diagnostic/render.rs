//! How findings look: for people, as one line each, or as JSON. Not for deciding where they are printed.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::shown::{escaped, visible};
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
            .primary_title(visible(&finding.message))
            .id(finding.code.id()),
    );
    for places in by_file(finding) {
        group = if can_be_drawn(places[0].span) {
            group.element(drawn(&places))
        } else {
            group.element(Origin::path(visible(places[0].span.file().path())))
        };
    }
    if let Some(hint) = &finding.hint {
        group = group.element(Level::HELP.with_name("cách sửa").message(visible(hint)));
    }
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    format!("{}\n\n", renderer.term_width(160).render(&[group]))
}

/// A place to draw.
struct MarkedPlace<'a> {
    span: &'a Span,
    label: Option<&'a str>,
    kind: AnnotationKind,
}

/// The places of a finding, those in one file together, its own first.
fn by_file(finding: &Finding) -> Vec<Vec<MarkedPlace<'_>>> {
    let own = finding.span.iter().map(|span| {
        let label = finding.label.as_deref();
        MarkedPlace { span, label, kind: AnnotationKind::Primary }
    });
    let also = finding.also.iter().map(|(span, label)| {
        let label = Some(label.as_str());
        MarkedPlace { span, label, kind: AnnotationKind::Context }
    });
    let mut files: Vec<Vec<MarkedPlace<'_>>> = Vec::new();
    for place in own.chain(also) {
        let path = place.span.file().path();
        match files.iter_mut().find(|places| places[0].span.file().path() == path) {
            Some(places) => places.push(place),
            None => files.push(vec![place]),
        }
    }
    files
}

/// Whether there are lines to show: not of a file that is not there, nor of a cell.
fn can_be_drawn(span: &Span) -> bool {
    !span.file().text().is_empty() && span.file().cell().is_none()
}

/// The lines of places in one file, with a mark under each place.
fn drawn<'a>(places: &[MarkedPlace<'a>]) -> Snippet<'a, Annotation<'a>> {
    let file = places[0].span.file();
    let lines: Vec<Span> = places.iter().map(|place| place.span.whole_line()).collect();
    let from = lines.iter().map(|line| line.range().start).min().unwrap_or_default();
    let to = lines.iter().map(|line| line.range().end).max().unwrap_or_default();
    let shown = &file.text()[from..to];
    let marks = places.iter().zip(&lines).map(|(place, line)| {
        let range = mark(place.span, line);
        // Windows' line ends are shown as others are.
        let before = shown[..range.start - from].matches("\r\n").count() + from;
        let mark = place.kind.span(range.start - before..range.end - before);
        if let Some(label) = place.label { mark.label(label) } else { mark }
    });
    let first = Span::new(file, from..from).position().0;
    let snippet = Snippet::source(shown.replace("\r\n", "\n")).line_start(first);
    snippet.path(visible(file.path())).annotations(marks)
}

/// What is marked of a line: what a span has of it, and one character at least where there is one.
fn mark(span: &Span, line: &Span) -> Range<usize> {
    let (start, end) = (span.range().start.min(line.range().end), line.range().end);
    let first = span.file().text()[start..end].chars().next().map_or(0, char::len_utf8);
    start..span.range().end.max(start + first).min(end)
}

fn short(finding: &Finding) -> String {
    let place = finding.span.as_ref().map_or(String::new(), |span| format!("{span}: "));
    let hint = finding.hint.as_ref().map_or(String::new(), |hint| format!(" → {hint}"));
    let line =
        format!("{place}{}[{}]: {}{hint}", finding.severity.word(), finding.code, finding.message);
    format!("{}\n", visible(&line).replace('\n', " "))
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cho_khac: Vec<JsonPlace<'a>>,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    tep: &'a str,
    dong: usize,
    cot: usize,
    nhan: &'a str,
}

fn cell(span: &Span) -> Option<&Cell> {
    span.file().cell()
}

/// The file a place is in; of a cell, that of its table.
fn book(span: &Span) -> &str {
    cell(span).map_or(span.file().path(), |cell| &cell.book)
}

fn other_place((span, label): &(Span, String)) -> JsonPlace<'_> {
    let (dong, cot) = span.position();
    JsonPlace { tep: book(span), dong, cot, nhan: label }
}

fn json(finding: &Finding) -> String {
    let position = finding.span.as_ref().map(Span::position);
    let record = JsonFinding {
        phien_ban: 1,
        ma: finding.code.id(),
        muc_do: finding.severity.word(),
        noi_dung: &finding.message,
        tep: finding.span.as_ref().map(book),
        dong: position.map(|(line, _)| line),
        cot: position.map(|(_, column)| column),
        o_bang: finding.span.as_ref().and_then(cell).map(Cell::place),
        o: finding.about.as_deref(),
        gia_tri: finding.value.as_deref(),
        nhan: finding.label.as_deref(),
        cach_sua: finding.hint.as_deref(),
        cho_khac: finding.also.iter().map(other_place).collect(),
    };
    let text = serde_json::to_string(&record).expect("words and numbers are JSON");
    escaped(format!("{text}\n"))
}

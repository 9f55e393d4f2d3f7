//! Rules about where the lines of a paragraph stand: indent, left edge, justification, distances. Not for their style.

use super::inspector::Inspector;
use super::text_block::TextBlock;
use super::wording::{number, range};
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::body::BodyParagraph;
use crate::inspect::pdf::page::POINT;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;

/// Distances of lines may be off by this (pt).
const LEADING: f64 = 0.15;

/// Distances of lines nearer than this (pt) are the same.
const SAME: f64 = 0.5;
/// Slanted lines may end so much before the edge (mm).
const SLANT: f64 = 0.5;

/// Holds indent, edges and line distance of a paragraph against the profile.
pub(crate) fn place(
    parts: &DocumentParts,
    paragraph: &BodyParagraph,
    inspector: &mut Inspector<'_>,
) {
    let Some((first, rest)) = paragraph.lines.split_first() else { return };
    let block =
        |line: &TextLine, inspector: &Inspector<'_>| inspector.text_block(&parts.pages[line.page]);
    indent(first, block(first, inspector), inspector);
    for line in rest {
        left_edge(line, block(line, inspector), inspector);
    }
    if !paragraph.lines.iter().all(TextLine::bold) {
        for line in paragraph.lines.iter().rev().skip(1) {
            right_edge(line, block(line, inspector), inspector);
        }
    }
    for lines in paragraph.lines.windows(2).filter(|lines| lines[0].page == lines[1].page) {
        line_spacing(&lines[0], &lines[1], inspector);
    }
}

fn indent(first: &TextLine, block: TextBlock, inspector: &mut Inspector<'_>) {
    let requirement = inspector.requirement(Rule::FirstLineIndent);
    let (asked, indent) = (requirement.measure(0), first.x0() - block.left);
    if (indent - asked).abs() > requirement.tolerance() {
        let measured = format!("dòng đầu đoạn lùi {} mm", number(indent));
        let expected = format!("lùi {} mm", number(asked));
        inspector.note_line(Rule::FirstLineIndent, first, measured, expected);
    }
}

fn left_edge(line: &TextLine, block: TextBlock, inspector: &mut Inspector<'_>) {
    let off = line.x0() - block.left;
    if off.abs() > inspector.requirement(Rule::FirstLineIndent).tolerance() {
        let measured = format!("bắt đầu cách lề trái {} mm", number(off));
        inspector.note_line(Rule::Justification, line, measured, "sát lề trái");
    }
}

/// Every line but the last of a paragraph reaches the right edge.
fn right_edge(line: &TextLine, block: TextBlock, inspector: &mut Inspector<'_>) {
    let short = block.right - line.x1();
    // The advance of a slanted letter ends before the letter does.
    let slant = if line.italic() { SLANT } else { 0.0 };
    if short > inspector.requirement(Rule::FirstLineIndent).tolerance() + slant {
        let measured = format!("dòng hết trước lề phải {} mm", number(short));
        inspector.note_line(Rule::Justification, line, measured, "canh đều hai bên");
    }
}

fn line_spacing(above: &TextLine, line: &TextLine, inspector: &mut Inspector<'_>) {
    let requirement = inspector.requirement(Rule::LineSpacing);
    let (least, most) = (requirement.measure(0), requirement.measures.get(1).copied());
    let distance = distance(above, line);
    if distance < least - LEADING || most.is_some_and(|most| distance > most + LEADING) {
        let expected = match most {
            Some(most) => format!("{} pt", range(least, most)),
            None => format!("ít nhất {} pt", number(least)),
        };
        let measured = format!("cách dòng trên {} pt", number(distance));
        inspector.note_line(Rule::LineSpacing, line, measured, expected);
    }
}

/// From baseline to baseline, in points.
fn distance(above: &TextLine, line: &TextLine) -> f64 {
    (line.y - above.y) / POINT
}

/// Holds the room between paragraphs against the profile: what is more than the distance of lines. Between paragraphs whose lines
/// stand differently far apart, and behind what is set apart, it says nothing.
pub(crate) fn spacing(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let Some(usual) = usual_distance(&parts.body) else { return };
    let mut above: Option<f64> = None;
    let behind = std::iter::once(true).chain(parts.body.iter().map(|paragraph| paragraph.apart));
    let paragraphs = parts.body.iter().zip(behind);
    for (paragraph, behind_apart) in paragraphs.filter(|(paragraph, _)| !paragraph.apart) {
        let own = usual_distance(std::slice::from_ref(paragraph));
        let same = match (above, own) {
            (Some(above), Some(own)) => (above - own).abs() < SAME,
            _ => true,
        };
        let distance = own.or(above).unwrap_or(usual);
        above = own.or(above);
        if same && !behind_apart {
            room_above(paragraph, distance, inspector);
        }
    }
}

fn room_above(paragraph: &BodyParagraph, distance: f64, inspector: &mut Inspector<'_>) {
    let (Some(gap), Some(line)) = (paragraph.gap, paragraph.lines.first()) else { return };
    let least = inspector.requirement(Rule::ParagraphSpacing).measure(0);
    let room = gap / POINT - distance;
    if room < least - 2.0 * LEADING {
        let measured = format!("cách đoạn trên {} pt", number(room.max(0.0)));
        let expected = format!("ít nhất {} pt", number(least));
        inspector.note_line(Rule::ParagraphSpacing, line, measured, expected);
    }
}

/// The median distance of lines within paragraphs, in points.
fn usual_distance(body: &[BodyParagraph]) -> Option<f64> {
    let mut distances: Vec<f64> = body
        .iter()
        .flat_map(|paragraph| paragraph.lines.windows(2))
        .filter(|lines| lines[0].page == lines[1].page)
        .map(|lines| distance(&lines[0], &lines[1]))
        .collect();
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() / 2).copied()
}

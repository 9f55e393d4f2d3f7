//! What changed as pages to print, in the document's face: figures first, then the new side with its changes marked and the old
//! one beside it. A change has a rule in the margin; added words are underlined, removed ones struck out, so that a copy in
//! black shows them. Not for the terminal ([`super::tell`]) and not for laying it out ([`crate::typeset`]).

use std::fmt::Write;

use chrono::NaiveDate;

use super::content::{Block, BlockKind, Content};
use super::differences::{Differences, TextChange};
use super::tell::report_line;
use super::turn::Turn;
use super::words::{Mark, Stretch};
use crate::model::period::Period;
use crate::render::code::string;
use crate::render::pages::{PageStyle, beginning};

/// The markup of the pages: each side with what it is called, in the format profile of this name.
#[must_use]
pub(crate) fn sheet(
    (was, old): (&Content, &str),
    (is, new): (&Content, &str),
    differences: &Differences,
    profile: &str,
) -> String {
    let report = report_line(&is.bao_cao);
    let title = format!("Những chỗ thay đổi: {report}");
    let style =
        PageStyle { profile, title: &title, date: day(is), landscape: true, size: (11, 14) };
    let parts = [
        beginning(style),
        MARKS.to_owned(),
        "#align(center, text(weight: \"bold\", \"NHỮNG CHỖ THAY ĐỔI\"))\n\n".to_owned(),
        format!("#align(center, {})\n\n", string(&report)),
        numbers(differences),
        format!(
            "#grid(columns: (1fr, 1fr), column-gutter: 6mm, row-gutter: 2pt,\ngrid.header(ten-ben({}), ten-ben({})),\n",
            string(&format!("Bên mới: {new}")),
            string(&format!("Bên cũ: {old}"))
        ),
        rows(&was.khoi, &is.khoi, &differences.loi),
        ")\n".to_owned(),
    ];
    parts.concat()
}

/// The date of the file, which no page shows and an archive asks for: the last day of the report's period, since no clock
/// reaches an output.
fn day(content: &Content) -> NaiveDate {
    Period::parse(&content.bao_cao.ky).map(Period::last_day).unwrap_or_default()
}

/// How changes are marked.
const MARKS: &str = "\
#let ten-ben(ten) = block(below: 4pt, text(weight: \"bold\", ten))
#let o(doi, ..than) = block(width: 100%, inset: (left: 6pt, y: 1pt), stroke: if doi { (left: 1.5pt) }, than.pos().join())
#let dam(doi, ..than) = o(doi, text(weight: \"bold\", than.pos().join()))
#let them(chu) = underline(text(weight: \"bold\", chu))
#let bo(chu) = strike(chu)
";

/// The figures and targets that changed, in a table.
fn numbers(differences: &Differences) -> String {
    let mut lines = Vec::new();
    for figure in &differences.so_lieu {
        lines.push(line(&figure.ten, &figure.gia_tri));
    }
    for target in &differences.chi_tieu {
        let parts =
            [(&target.gia_tri, ""), (&target.ket_luan, ": kết luận"), (&target.muc, ": mục tiêu")];
        let turned = parts.iter().filter_map(|(turn, what)| Some((turn.as_ref()?, what)));
        lines.extend(turned.map(|(turn, what)| line(&format!("{}{what}", target.ten), turn)));
    }
    if lines.is_empty() {
        return String::new();
    }
    format!(
        "#bang(cot: (1fr, 45, 45), can: (left, center, center), co-chu: 10pt, dau: ((\"Số liệu, chỉ tiêu\", \"Cũ\", \"Mới\"),),\n{})\n\n",
        lines.concat()
    )
}

fn line(name: &str, turn: &Turn) -> String {
    format!("  ({}, {}, {}),\n", string(name), string(&turn.cu), string(&turn.moi))
}

/// A row for each block: the new side, the old side.
fn rows(old: &[Block], new: &[Block], changes: &[TextChange]) -> String {
    let (mut out, mut was, mut is) = (String::new(), 0, 0);
    for change in changes {
        while change.at.0.is_none_or(|at| was < at)
            && change.at.1.is_none_or(|at| is < at)
            && was < old.len()
            && is < new.len()
            && old[was].chu == new[is].chu
        {
            same(&new[is], &mut out);
            (was, is) = (was + 1, is + 1);
        }
        let side = |place: Option<usize>, list: &[Block], hidden: Mark| {
            place.map_or("[]".to_owned(), |at| cell(&list[at], &change.doan, hidden))
        };
        let (left, right) =
            (side(change.at.1, new, Mark::Removed), side(change.at.0, old, Mark::Added));
        _ = writeln!(out, "{left}, {right},");
        was += usize::from(change.at.0.is_some());
        is += usize::from(change.at.1.is_some());
    }
    new[is..].iter().for_each(|block| same(block, &mut out));
    out
}

/// A block that stands on both sides.
fn same(block: &Block, out: &mut String) {
    let cell = format!("{}(false, {})", look(block), string(&block.line()));
    _ = writeln!(out, "{cell}, {cell},");
}

/// One side of a change.
fn cell(block: &Block, stretches: &[Stretch], hidden: Mark) -> String {
    let shown = stretches.iter().filter(|one| one.dau != hidden);
    let words = shown.map(|one| match one.dau {
        Mark::Kept => string(&one.chu),
        Mark::Added => format!("them({})", string(&one.chu)),
        Mark::Removed => format!("bo({})", string(&one.chu)),
    });
    format!("{}(true, {})", look(block), words.collect::<Vec<_>>().join(", "))
}

fn look(block: &Block) -> &'static str {
    if matches!(block.loai, BlockKind::Heading | BlockKind::TableHead) { "dam" } else { "o" }
}

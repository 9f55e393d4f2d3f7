//! Tables of the tree: rows, cells that fill several of them. Not for the words in a cell ([`super::words`]).

use typst_html::{HtmlElement, HtmlNode};

use super::lines::{Line, dressed, is_inline, line_of};
use super::measures::{ParagraphMeasures, TableMeasures, attribute, measures};
use super::words::Setting;
use crate::docx::document::{Cell, Paragraph, Row, RowSpan, RunLook, Table};

/// What a table of figures is called. A control around it would cost its words their looks in `LibreOffice`, one around each
/// cell makes word processors slow.
const COMPUTED: &str = "Bảng do chương trình lập - không sửa ở đây";
/// Room between rule and text where the tree does not say.
const PADDING: u32 = 60;

/// Makes the paragraph of a line.
pub(super) type Make<'m> = dyn FnMut(&Line<'_>, &ParagraphMeasures, Setting) -> Paragraph + 'm;

/// The table of an element, in a room so wide; `make` makes the paragraphs of its cells.
pub(super) fn table(element: &HtmlElement, width: u32, make: &mut Make<'_>) -> Table {
    let mut said: TableMeasures = measures(element);
    let rows = rows_of(element);
    if said.columns.is_empty() {
        said = plain(&rows, width);
    }
    let mut open = vec![None; said.columns.len()];
    let rows: Vec<Row> =
        rows.iter().map(|(_, row)| self::row(make, &said, row, &mut open)).collect();
    Table {
        columns: said.columns,
        ruled: said.ruled,
        padding_x: said.padding_x,
        padding_y: said.padding_y,
        head_rows: said.head_rows,
        rows,
        caption: said.ruled.then(|| COMPUTED.to_owned()),
    }
}

/// The rows of a table, and whether each stands in its head.
fn rows_of(element: &HtmlElement) -> Vec<(bool, &HtmlElement)> {
    let mut rows = Vec::new();
    for child in &element.children {
        let HtmlNode::Element(inner) = child else { continue };
        match inner.tag.resolve().as_str() {
            "tr" => rows.push((false, inner)),
            "thead" => rows.extend(rows_of(inner).into_iter().map(|(_, row)| (true, row))),
            _ => rows.extend(rows_of(inner)),
        }
    }
    rows
}

/// Measures of a table that a template wrote as Typst's own: columns of equal widths.
fn plain(rows: &[(bool, &HtmlElement)], width: u32) -> TableMeasures {
    let columns =
        rows.iter().map(|(_, row)| cells_of(row).iter().map(|cell| span(cell, "colspan")).sum());
    let columns: usize = columns.max().unwrap_or(1).max(1);
    TableMeasures {
        columns: vec![width / u32::try_from(columns).unwrap_or(1); columns],
        ruled: true,
        padding_x: PADDING,
        padding_y: PADDING,
        head_rows: rows.iter().filter(|(head, _)| *head).count(),
        size: None,
        line: None,
    }
}

fn cells_of(row: &HtmlElement) -> Vec<&HtmlElement> {
    let cells = row.children.iter().filter_map(|child| match child {
        HtmlNode::Element(cell) => Some(cell),
        _ => None,
    });
    cells.collect()
}

/// How many columns or rows a cell fills, as Typst's own tables say it.
fn span(cell: &HtmlElement, name: &str) -> usize {
    attribute(cell, name).and_then(|said| said.parse().ok()).unwrap_or(1)
}

/// A cell that goes on in rows below: how many, and how many columns it fills.
type Open = Option<(usize, usize)>;

fn row(make: &mut Make<'_>, said: &TableMeasures, row: &HtmlElement, open: &mut [Open]) -> Row {
    let mut cells = Vec::new();
    let mut next = cells_of(row).into_iter();
    let mut column = 0;
    while column < said.columns.len() {
        if let Some((left, columns)) = open[column] {
            open[column] = (left > 1).then_some((left - 1, columns));
            let paragraphs = vec![in_cell(Paragraph::default(), said)];
            cells.push(Cell { columns, rows: RowSpan::More, paragraphs });
            column += columns;
            continue;
        }
        let Some(element) = next.next() else { break };
        let measured: ParagraphMeasures = measures(element);
        let columns = measured.columns.unwrap_or_else(|| span(element, "colspan")).max(1);
        let rows = measured.rows.unwrap_or_else(|| span(element, "rowspan")).max(1);
        if rows > 1 {
            open[column] = Some((rows - 1, columns));
        }
        let rows = if rows > 1 { RowSpan::First } else { RowSpan::One };
        cells.push(Cell { columns, rows, paragraphs: paragraphs(make, said, element, &measured) });
        column += columns;
    }
    Row { cells }
}

/// The paragraphs of a cell: those it has, and those of words that stand in none.
fn paragraphs(
    make: &mut Make<'_>,
    table: &TableMeasures,
    cell: &HtmlElement,
    said: &ParagraphMeasures,
) -> Vec<Paragraph> {
    let (mut all, mut loose) = (Vec::new(), Line::default());
    let mut put = |line: &Line<'_>, said: &ParagraphMeasures| {
        all.push(in_cell(make(line, said, setting(table)), table));
    };
    for child in &cell.children {
        match child {
            HtmlNode::Element(inner) if !is_inline(inner) => {
                let before = std::mem::take(&mut loose);
                if !before.is_empty() {
                    put(&before, said);
                }
                put(&line_of(inner, RunLook::default()), &measures(inner));
            }
            inner => loose.add(inner, RunLook::default()),
        }
    }
    if !loose.is_empty() {
        put(&loose, said);
    }
    // An empty cell has a line of its table, not one of the text.
    if all.is_empty() {
        all.push(in_cell(Paragraph::default(), table));
    }
    all
}

/// Where the words of a table stand: a table without rules only sets them side by side.
fn setting(table: &TableMeasures) -> Setting {
    if table.ruled { Setting::Cell } else { Setting::Beside }
}

/// A paragraph with the looks of its table.
fn in_cell(mut paragraph: Paragraph, table: &TableMeasures) -> Paragraph {
    paragraph.look.line = paragraph.look.line.or(table.line);
    paragraph.look.after = paragraph.look.after.or(Some(0));
    paragraph.look.first_line = paragraph.look.first_line.or(Some(0));
    dressed(&mut paragraph.items, RunLook { size: table.size, ..RunLook::default() });
    paragraph
}

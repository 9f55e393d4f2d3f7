//! Tables: rows that are not torn, heads that are repeated, spans. Not for what stands in a cell ([`super::body`]).

use super::xml::Xml;
use crate::docx::document::{Cell, Paragraph, Row, RowSpan, Table};

const RULE: [(&str, &str); 4] =
    [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")];

/// A table; `paragraph` writes those of its cells.
pub(super) fn table(xml: &mut Xml, table: &Table, mut paragraph: impl FnMut(&mut Xml, &Paragraph)) {
    xml.with("w:tbl", &[], |xml| {
        xml.with("w:tblPr", &[], |xml| properties(xml, table));
        xml.with("w:tblGrid", &[], |xml| {
            for width in &table.columns {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        for (at, one) in table.rows.iter().enumerate() {
            row(xml, (table, one), at < table.head_rows, &mut paragraph);
        }
    });
}

fn properties(xml: &mut Xml, table: &Table) {
    let width = table.columns.iter().sum::<u32>().to_string();
    xml.empty("w:tblW", &[("w:w", &width), ("w:type", "dxa")]);
    xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
    if table.ruled {
        xml.with("w:tblBorders", &[], |xml| {
            for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                xml.empty(side, &RULE);
            }
        });
    }
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    let (x, y) = (table.padding_x.to_string(), table.padding_y.to_string());
    xml.with("w:tblCellMar", &[], |xml| {
        for (side, room) in [("w:top", &y), ("w:left", &x), ("w:bottom", &y), ("w:right", &x)] {
            xml.empty(side, &[("w:w", room), ("w:type", "dxa")]);
        }
    });
    // No style lends its looks to first or last rows.
    xml.empty("w:tblLook", &[("w:val", "0000")]);
    if let Some(caption) = &table.caption {
        xml.value("w:tblCaption", caption);
    }
}

fn row(
    xml: &mut Xml,
    (table, row): (&Table, &Row),
    head: bool,
    paragraph: &mut impl FnMut(&mut Xml, &Paragraph),
) {
    xml.with("w:tr", &[], |xml| {
        xml.with("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            if head {
                xml.empty("w:tblHeader", &[]);
            }
        });
        let mut column = 0;
        for one in &row.cells {
            let end = (column + one.columns).min(table.columns.len());
            let width = table.columns[column.min(end)..end].iter().sum();
            cell(xml, one, (width, table.ruled), paragraph);
            column = end;
        }
    });
}

fn cell(
    xml: &mut Xml,
    cell: &Cell,
    (width, ruled): (u32, bool),
    paragraph: &mut impl FnMut(&mut Xml, &Paragraph),
) {
    xml.with("w:tc", &[], |xml| {
        xml.with("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if cell.columns > 1 {
                xml.value("w:gridSpan", &cell.columns.to_string());
            }
            match cell.rows {
                RowSpan::One => {}
                RowSpan::First => xml.value("w:vMerge", "restart"),
                RowSpan::More => xml.empty("w:vMerge", &[]),
            }
            if ruled {
                xml.value("w:vAlign", "center");
            }
        });
        for one in &cell.paragraphs {
            paragraph(xml, one);
        }
    });
}

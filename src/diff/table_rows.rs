//! The rows of a table in markup, cell by cell, and the texts of a dictionary. Not for what stands around a table
//! ([`super::printed_text`]).

use typst::syntax::{SyntaxKind, SyntaxNode};

use super::calls::{arguments, printed_value};
use super::content::{Block, BlockKind};
use super::inline::leaf;

/// What the column that counts a table's rows is called.
const ROW_NUMBERS: [&str; 2] = ["tt", "stt"];

/// Adds a row: an array of cells, or a call of such as `hang-dam(…)`.
pub(super) fn add_row(node: &SyntaxNode, kind: BlockKind, rows: &mut Vec<Block>) {
    let mut cells = Vec::new();
    match node.kind() {
        SyntaxKind::Array => add_cells(node, &mut cells),
        SyntaxKind::FuncCall => {
            arguments(node).for_each(|argument| add_cells(argument, &mut cells));
        }
        _ => {}
    }
    if cells.iter().any(|cell| !cell.is_empty()) {
        rows.push(Block { loai: kind, chu: cells });
    }
}

/// Adds every text of a value, also empty ones and whole numbers of an array, so that each cell stays in its column.
pub(super) fn add_cells(node: &SyntaxNode, cells: &mut Vec<String>) {
    match node.kind() {
        SyntaxKind::Named | SyntaxKind::Keyed => {
            if let Some(value) = printed_value(node).filter(|one| one.kind() != SyntaxKind::Int) {
                add_cells(value, cells);
            }
        }
        SyntaxKind::Int => cells.push(node.leaf_text().to_string()),
        SyntaxKind::Array | SyntaxKind::Dict | SyntaxKind::Parenthesized => {
            node.children().for_each(|item| add_cells(item, cells));
        }
        _ => cells.extend(leaf(node)),
    }
}

/// Takes the column away that only counts the rows.
pub(super) fn drop_row_numbers(rows: &mut [Block]) {
    let first = rows.first().and_then(|row| row.chu.first()).map(|cell| cell.to_lowercase());
    if first.is_some_and(|first| ROW_NUMBERS.contains(&first.as_str())) {
        let counted = rows.iter_mut().filter(|row| row.chu.len() > 1);
        counted.for_each(|row| _ = row.chu.remove(0));
    }
}

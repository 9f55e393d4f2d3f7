//! Takes what is printed out of finished markup, in reading order, by Typst's own parser: paragraphs, headings, cells. Not for
//! layout: sizes, places and keeping together are nothing a reader reads, and numbers the library counts are left out. Not for the
//! text within a line ([`super::inline`]) and rows of tables ([`super::table_rows`]).

use typst::syntax::{SyntaxKind, SyntaxNode, parse};

use super::calls::{arguments, bodies, is_inline, name, parameter, printed_value};
use super::content::{Block, BlockKind};
use super::inline::{add_inline, leaf, plain};
use super::table_rows::{add_cells, add_row, drop_row_numbers};

/// What `markup` prints.
#[must_use]
pub(super) fn printed_text(markup: &str) -> Vec<Block> {
    let root = parse(markup);
    let mut reader = Reader { blocks: Vec::new(), open: String::new() };
    reader.markup(&root, BlockKind::Paragraph);
    reader.close(BlockKind::Paragraph);
    reader.blocks
}

/// Blocks read so far, and the text of the one that is open.
struct Reader {
    blocks: Vec<Block>,
    open: String,
}

impl Reader {
    fn close(&mut self, kind: BlockKind) {
        let text = plain(&std::mem::take(&mut self.open));
        self.push(kind, text);
    }

    fn push(&mut self, kind: BlockKind, text: String) {
        if !text.is_empty() {
            self.blocks.push(Block { loai: kind, chu: vec![text] });
        }
    }

    /// Reads markup; what is not closed by its end stays open.
    fn markup(&mut self, node: &SyntaxNode, kind: BlockKind) {
        for child in node.children() {
            match child.kind() {
                SyntaxKind::Parbreak => self.close(kind),
                SyntaxKind::Heading => self.block(child, kind, BlockKind::Heading),
                SyntaxKind::ListItem | SyntaxKind::EnumItem | SyntaxKind::TermItem => {
                    self.block(child, kind, BlockKind::Item);
                }
                SyntaxKind::FuncCall if !is_inline(child) => {
                    self.close(kind);
                    self.call(child, kind);
                }
                SyntaxKind::ShowRule => {
                    let calls = child.children().filter(|part| part.kind() == SyntaxKind::FuncCall);
                    calls.for_each(|call| self.arguments(call, BlockKind::Head));
                }
                _ => add_inline(child, &mut self.open),
            }
        }
    }

    /// Reads the body of a heading or list item as a block of its own.
    fn block(&mut self, node: &SyntaxNode, around: BlockKind, kind: BlockKind) {
        self.close(around);
        let bodies = node.children().filter(|part| part.kind() == SyntaxKind::Markup);
        bodies.for_each(|body| self.markup(body, kind));
        self.close(kind);
    }

    /// Reads a call that stands for itself, by what the library draws with it.
    fn call(&mut self, call: &SyntaxNode, kind: BlockKind) {
        match name(call) {
            "bang" => self.table(call),
            "gach" => self.arguments(call, BlockKind::Item),
            "muc-lien" => {
                for argument in arguments(call) {
                    let body = argument.kind() == SyntaxKind::ContentBlock;
                    self.value(argument, if body { kind } else { BlockKind::Heading });
                }
            }
            "bieu-do-duong" | "bieu-do-thanh" => self.arguments(call, BlockKind::Chart),
            "ket-van-ban" => {
                let is_body = |one: &&SyntaxNode| one.kind() == SyntaxKind::ContentBlock;
                arguments(call).filter(is_body).for_each(|body| self.value(body, kind));
                let others = arguments(call).filter(|one| !is_body(one));
                others.for_each(|one| self.value(one, BlockKind::Closing));
            }
            "phu-luc" => {
                for argument in arguments(call) {
                    let named = argument.kind() == SyntaxKind::Named;
                    self.value(argument, if named { BlockKind::Heading } else { kind });
                }
            }
            _ => self.arguments(call, kind),
        }
    }

    fn arguments(&mut self, call: &SyntaxNode, kind: BlockKind) {
        arguments(call).for_each(|argument| self.value(argument, kind));
    }

    /// Reads a value that is handed over: every text in it is a block, a dictionary's texts are one.
    fn value(&mut self, node: &SyntaxNode, kind: BlockKind) {
        match node.kind() {
            SyntaxKind::ContentBlock => {
                bodies(node).for_each(|body| self.markup(body, kind));
                self.close(kind);
            }
            SyntaxKind::Named | SyntaxKind::Keyed => {
                if let Some(value) = printed_value(node) {
                    self.value(value, kind);
                }
            }
            SyntaxKind::Dict if !holds_dictionary(node) => {
                let mut cells = Vec::new();
                add_cells(node, &mut cells);
                if cells.iter().any(|cell| !cell.is_empty()) {
                    self.blocks.push(Block { loai: kind, chu: cells });
                }
            }
            SyntaxKind::Array | SyntaxKind::Dict | SyntaxKind::Parenthesized => {
                node.children().for_each(|item| self.value(item, kind));
            }
            SyntaxKind::FuncCall if !is_inline(node) => self.call(node, kind),
            _ => {
                if let Some(text) = leaf(node) {
                    self.push(kind, text);
                }
            }
        }
    }

    /// Reads a table: what stands above it, its head, its rows.
    fn table(&mut self, call: &SyntaxNode) {
        let mut rows = Vec::new();
        for argument in arguments(call) {
            match (argument.kind(), parameter(argument)) {
                (SyntaxKind::Named, Some("dau")) => {
                    for row in printed_value(argument).into_iter().flat_map(SyntaxNode::children) {
                        add_row(row, BlockKind::TableHead, &mut rows);
                    }
                }
                (SyntaxKind::Named, _) => self.value(argument, BlockKind::Paragraph),
                _ => add_row(argument, BlockKind::Row, &mut rows),
            }
        }
        drop_row_numbers(&mut rows);
        self.blocks.append(&mut rows);
    }
}

fn holds_dictionary(node: &SyntaxNode) -> bool {
    node.children().any(|item| item.kind() == SyntaxKind::Dict || holds_dictionary(item))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(markup: &str) -> Vec<String> {
        printed_text(markup).iter().map(Block::line).collect()
    }

    #[test]
    fn what_only_shapes_lines_says_nothing() {
        let one = "Đạt #box[9\\u{2f}12 chỉ]; tiêu,\\u{20}#box[ngày 05/12];.";
        let other = "Đạt 9/12\u{a0}chỉ\ntiêu, ngày  05/12.";
        assert_eq!(lines(one), ["Đạt 9/12 chỉ tiêu, ngày 05/12."]);
        assert_eq!(printed_text(one), printed_text(other));
    }

    #[test]
    fn a_heading_in_its_paragraph_is_a_heading() {
        let apart = "== Đối với tỉnh\n\nĐề nghị tỉnh.\n";
        let beside = "#muc-lien(cap: 2, text(\"Đối với tỉnh\"))[Đề nghị tỉnh.]\n";
        assert_eq!(printed_text(apart), printed_text(beside));
    }

    #[test]
    fn a_table_is_read_row_by_row_without_its_counted_column() {
        let table = "#bang(cot: (9mm, 1fr), can: (center,), ten: [Bảng],\n dau: ((text(\"TT\"), text(\"Số\"), [Nay]),),\n (1, text(\"Dân số\"), \"35.785\", ),\n hang-nhom(text(\"Xã\")),\n hang-dam(\"\", text(\"Cộng\"), \"\"),\n)";
        assert_eq!(lines(table), ["Bảng", "Số | Nay", "Dân số | 35.785", "Xã", "Cộng | "]);
    }

    #[test]
    fn the_head_is_read_without_number_and_date() {
        let head = "#show: van-ban.with(\n loai: \"BÁO CÁO\", ten-loai: \"Báo cáo\", so: 5, ngay: (\"nam\": 2024),\n co-quan: (\"A\", \"B\", ), luu-hanh: [MẬT], du-thao: [Dự thảo], hai-mat: false,\n)\n";
        assert_eq!(lines(head), ["BÁO CÁO", "A", "B", "MẬT"]);
    }

    #[test]
    fn the_closing_is_a_paragraph_signers_and_recipients() {
        let end = "#ket-van-ban(\n nguoi-ky: ((\"quyen-han\": \"T/M\", \"chuc-vu\": (\"BÍ THƯ\", ), \"ho-ten\": none, ), ),\n noi-nhan: (\"Lưu\", ),\n)[Trên đây là báo cáo.]";
        assert_eq!(lines(end), ["Trên đây là báo cáo.", "T/M | BÍ THƯ", "Lưu"]);
    }
}

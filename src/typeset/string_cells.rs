//! Cells of tables that the markup writes as strings or numbers, and which of them a word on a page is: what the format library sets
//! of a string bears no mark of where it comes from, so the cell is known by those around it. Not for words of the markup itself
//! ([`super::placed_words`]).

use std::collections::BTreeMap;

use typst::syntax::ast;
use typst::syntax::{SyntaxKind, SyntaxNode};

/// A function whose string is set as words of the markup.
const TEXT: &str = "text";

/// A cell that is a string or a number.
#[derive(Debug, Clone, PartialEq, Eq)]
struct StringCell {
    /// Where it stands in the markup.
    start: usize,
    /// What it prints.
    text: String,
}

/// The cells of a markup that are strings or numbers, in order.
#[derive(Debug, Default)]
pub(super) struct StringCells {
    cells: Vec<StringCell>,
    /// Where the string of each `text("…")` begins and how it is written, by where that begins.
    texts: BTreeMap<usize, (usize, String)>,
}

impl StringCells {
    /// Reads a markup.
    #[must_use]
    pub(super) fn of(root: &SyntaxNode) -> Self {
        let mut cells = Self::default();
        cells.collect(root, 0, root.kind() == SyntaxKind::Array);
        cells
    }

    /// Reads what stands in a node that begins at `start`, which `holds_cells` or not. Plain nodes, since there are as many as letters.
    fn collect(&mut self, node: &SyntaxNode, start: usize, holds_cells: bool) {
        let (mut at, mut is_text) = (start, false);
        for child in node.children() {
            match child.kind() {
                SyntaxKind::Str | SyntaxKind::Int if holds_cells => {
                    self.cells.push(cell(child, at));
                }
                SyntaxKind::Args if is_text => self.add_text(start, child, at),
                SyntaxKind::Array | SyntaxKind::Args => self.collect(child, at, true),
                _ => self.collect(child, at, false),
            }
            is_text = child.kind() == SyntaxKind::Ident && child.leaf_text() == TEXT;
            at += child.len();
        }
    }

    /// The string of a call of [`TEXT`], whose arguments begin at `start`, and what else is in them.
    fn add_text(&mut self, call: usize, arguments: &SyntaxNode, start: usize) {
        let mut at = start;
        for child in arguments.children() {
            if child.kind() == SyntaxKind::Str {
                let written = child.leaf_text().trim_matches('"').to_owned();
                self.texts.entry(call).or_insert((at + 1, written));
            }
            at += child.len();
        }
        self.collect(arguments, start, false);
    }

    /// Where in the markup a letter stands that is `offset` bytes into what begins at `start`: of a `text("…")` into its string.
    #[must_use]
    pub(super) fn letter(&self, start: usize, offset: usize) -> usize {
        let Some((string, written)) = self.texts.get(&start) else { return start + offset };
        string + written_at(written, offset)
    }

    /// Follows the words of a page.
    #[must_use]
    pub(super) fn follower(&self) -> CellFollower<'_> {
        CellFollower { cells: &self.cells, place: None, next: None, read: 0 }
    }
}

/// How many bytes of a string as it is written come to so many of what it says: `\\u{23}` is one of it.
fn written_at(written: &str, offset: usize) -> usize {
    let (mut said, mut at) = (0, 0);
    while said < offset && at < written.len() {
        let rest = &written[at..];
        let escaped = rest.strip_prefix("\\u{").and_then(|code| code.split_once('}'));
        let (length, one) = match escaped {
            Some((code, _)) => (
                code.len() + "\\u{}".len(),
                u32::from_str_radix(code, 16).ok().and_then(char::from_u32),
            ),
            None if rest.starts_with('\\') => (2, rest.chars().nth(1)),
            None => (rest.chars().next().map_or(1, char::len_utf8), rest.chars().next()),
        };
        said += one.map_or(1, char::len_utf8);
        at += length;
    }
    at
}

fn cell(node: &SyntaxNode, start: usize) -> StringCell {
    let string = node.cast::<ast::Str<'_>>().map(|string| string.get().to_string());
    let text = string.unwrap_or_else(|| node.leaf_text().to_string());
    // Behind the quotation mark, where what is in it begins.
    let quote = usize::from(node.kind() == SyntaxKind::Str);
    StringCell { start: start + quote, text }
}

/// Knows the cells by the words of a page in the order in which they are drawn, row by row.
#[derive(Debug)]
pub(super) struct CellFollower<'c> {
    cells: &'c [StringCell],
    /// The place that was gone to last, if no words were asked for since.
    place: Option<usize>,
    /// The cell whose words are expected next; none where that is not known.
    next: Option<usize>,
    /// So much of it was read.
    read: usize,
}

impl CellFollower<'_> {
    /// Goes to the cells behind what stands at a place of the markup.
    pub(super) fn at(&mut self, place: usize) {
        self.place = Some(place);
    }

    /// Where in the markup the cell with these words begins; none where they are not those that are expected.
    pub(super) fn cell_of(&mut self, words: &str) -> Option<usize> {
        let words = words.trim();
        if let Some(place) = self.place.take() {
            self.next = Some(self.cells.partition_point(|cell| cell.start <= place));
            self.read = 0;
        }
        let mut at = self.next.take()?;
        loop {
            let cell = self.cells.get(at)?;
            let rest = cell.text[self.read..].trim_start();
            if rest.is_empty() {
                (at, self.read) = (at + 1, 0);
                continue;
            }
            let left = rest.strip_prefix(words)?;
            self.read = cell.text.len() - left.len();
            self.next = Some(at);
            return Some(cell.start);
        }
    }
}

#[cfg(test)]
mod tests {
    use typst::syntax::parse;

    use super::*;

    const TABLE: &str = "#bang(\n  dau: ((text(\"TT\"), [Xã], \"2025\"),),\n  (1, text(\"Lát\"), \"95%\", \"29.631/31.891\", text(\"Đạt\")),\n  (2, text(\"Đạ Sar\"), \"\", \"2\", [chưa]),\n  hang-dam(\"\", text(\"Cộng\"), \"96%\"),\n)\n";

    fn place(words: &str) -> usize {
        TABLE.find(words).expect("it is there")
    }

    #[test]
    fn a_string_is_known_by_the_cells_around_it() {
        let root = parse(TABLE);
        let cells = StringCells::of(&root);
        let mut page = cells.follower();
        assert_eq!(page.cell_of("95%"), None, "nothing is known yet");
        page.at(place("text(\"Lát\")"));
        assert_eq!(page.cell_of("95%"), Some(place("95%")));
        assert_eq!(page.cell_of("29.631/"), Some(place("29.631/")), "on two lines");
        assert_eq!(page.cell_of("31.891"), Some(place("29.631/")));
        page.at(place("text(\"Đạt\")"));
        assert_eq!(page.cell_of("2"), Some(place("2, text(\"Đạ Sar\")")));
        page.at(place("text(\"Đạ Sar\")"));
        assert_eq!(page.cell_of("2"), Some(place("2\", [chưa]")), "an empty cell draws nothing");
        page.at(place("text(\"Cộng\")"));
        assert_eq!(page.cell_of("95%"), None, "other words are no cell");
        assert_eq!(page.cell_of("96%"), None, "and nothing is guessed behind them");
    }

    #[test]
    fn a_letter_of_a_text_stands_in_its_string() {
        let markup = "#bang((text(\"a\\u{23}b\"), 1))";
        let root = parse(markup);
        let cells = StringCells::of(&root);
        let (call, letter) =
            (markup.find("text").expect("a call"), markup.find("b\")").expect("b"));
        assert_eq!(cells.letter(call, 2), letter);
        assert_eq!(cells.letter(call + 1, 2), call + 3, "any other place is counted on");
    }

    #[test]
    fn words_a_template_wrote_as_text_are_no_cells() {
        let root = parse(TABLE);
        let cells = StringCells::of(&root);
        let texts: Vec<&str> = cells.cells.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(texts, ["2025", "1", "95%", "29.631/31.891", "2", "", "2", "", "96%"]);
    }
}

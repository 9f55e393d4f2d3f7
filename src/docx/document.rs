//! A document of a word processor, as it is to be written. Lengths are in twentieths of a point, sizes of type in half points,
//! as the format counts. Not for how it is written ([`super::write`]).

/// The whole document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct WordDocument {
    /// Its title.
    pub(crate) title: String,
    /// Who issues it.
    pub(crate) author: String,
    /// Its keywords.
    pub(crate) keywords: Vec<String>,
    /// What a paragraph of the body looks like.
    pub(crate) body: BodyLook,
    /// Whether left and right margins change places on the back.
    pub(crate) duplex: bool,
    /// Its parts, each with pages of its own.
    pub(crate) sections: Vec<Section>,
    /// What is kept inside it for the program that reads it back: the name of the report, and its words.
    pub(crate) kept: Option<Kept>,
}

/// What is kept inside a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    /// The report's name.
    pub(crate) name: String,
    /// What it said when it was written.
    pub(crate) words: String,
    /// By what that is found again where a program that saves the document drops it.
    pub(crate) mark: String,
}

/// What a paragraph of the body looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct BodyLook {
    /// Size of type.
    pub(crate) size: u32,
    /// Distance from line to line.
    pub(crate) line: u32,
    /// Room below.
    pub(crate) after: u32,
    /// Indent of the first line.
    pub(crate) first_line: u32,
}

/// A part with pages of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Section {
    /// Its pages.
    pub(crate) page: Page,
    /// Whether pages are counted anew, the first without a number.
    pub(crate) restarts: bool,
    /// What stands above the text of the first page, and how far from the paper's edge.
    pub(crate) first_header: Option<(u32, Vec<Paragraph>)>,
    /// Its paragraphs and tables.
    pub(crate) blocks: Vec<Block>,
}

/// Pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Page {
    /// Width.
    pub(crate) width: u32,
    /// Height.
    pub(crate) height: u32,
    /// Margin above.
    pub(crate) top: u32,
    /// Margin below.
    pub(crate) bottom: u32,
    /// Margin on the left.
    pub(crate) left: u32,
    /// Margin on the right.
    pub(crate) right: u32,
    /// How far from the upper edge the page number stands.
    pub(crate) number_distance: u32,
    /// Size of the page number.
    pub(crate) number_size: u32,
}

impl Page {
    /// Width of the text.
    #[must_use]
    pub(crate) fn text_width(&self) -> u32 {
        self.width.saturating_sub(self.left + self.right)
    }
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Paragraph {
    /// What it looks like.
    pub(crate) look: ParagraphLook,
    /// What stands in it.
    pub(crate) items: Vec<Inline>,
}

/// What a paragraph looks like; none where it looks like the body's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of the format")]
pub(crate) struct ParagraphLook {
    /// How its lines are set.
    pub(crate) align: Option<Align>,
    /// Distance from line to line.
    pub(crate) line: Option<u32>,
    /// Room above.
    pub(crate) before: u32,
    /// Room below.
    pub(crate) after: Option<u32>,
    /// Indent of the first line.
    pub(crate) first_line: Option<u32>,
    /// Indent on the left.
    pub(crate) left: u32,
    /// Indent on the right.
    pub(crate) right: u32,
    /// Whether it stays with what follows.
    pub(crate) keep_next: bool,
    /// Its level if it is a heading, from 1, and whether the text goes on behind it.
    pub(crate) heading: Option<HeadingLook>,
    /// Whether it is the document's type.
    pub(crate) is_title: bool,
    /// A rule above it.
    pub(crate) rule_above: bool,
    /// A rule below it.
    pub(crate) rule_below: bool,
    /// Whether its line is as high as what stands in it, as a picture.
    pub(crate) is_high: bool,
    /// Where it stands if not in the text.
    pub(crate) foot: Option<Foot>,
}

/// A heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct HeadingLook {
    /// Its level, from 1.
    pub(crate) level: u32,
    /// Whether the text goes on behind it.
    pub(crate) run_in: bool,
}

/// The foot of a page as a place for a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foot {
    /// At the foot of the text.
    Text,
    /// So far above the paper's lower edge.
    Paper(u32),
}

/// How lines are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// Even on the left.
    Left,
    /// Centred.
    Centre,
    /// Even on the right.
    Right,
    /// Even on both sides.
    Both,
}

/// What stands in a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Inline {
    /// Words; a no-break space stays one, and U+2011 is written as the format's own no-break hyphen.
    Text(String, RunLook),
    /// A new line.
    Break,
    /// A picture.
    Picture(Picture),
    /// A content control with what stands in it.
    Control(Control, Vec<Inline>),
}

/// What words look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct RunLook {
    /// Bold.
    pub(crate) bold: bool,
    /// Italic.
    pub(crate) italic: bool,
    /// Underlined.
    pub(crate) underline: bool,
    /// Size of type, if not the body's.
    pub(crate) size: Option<u32>,
}

/// A content control: by its tag it is known again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Control {
    /// The tag.
    pub(crate) tag: String,
    /// What it is called on the screen.
    pub(crate) title: String,
    /// What may be done with it.
    pub(crate) lock: Lock,
}

/// What may be done with a content control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lock {
    /// It cannot be removed; its words can be changed.
    Control,
    /// Nothing.
    Content,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picture {
    /// PNG.
    pub(crate) png: Vec<u8>,
    /// Width on the page.
    pub(crate) width: u32,
    /// Height on the page.
    pub(crate) height: u32,
    /// What it shows, in words.
    pub(crate) description: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Table {
    /// Widths of its columns.
    pub(crate) columns: Vec<u32>,
    /// Whether it is ruled.
    pub(crate) ruled: bool,
    /// Room between rule and text, left and right.
    pub(crate) padding_x: u32,
    /// Room between rule and text, above and below.
    pub(crate) padding_y: u32,
    /// How many rows are repeated on every page.
    pub(crate) head_rows: usize,
    /// Its rows.
    pub(crate) rows: Vec<Row>,
    /// What it is called for who asks what it is; it is not shown.
    pub(crate) caption: Option<String>,
}

/// A row, which is never torn over two pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Row {
    /// Its cells.
    pub(crate) cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// How many columns it fills.
    pub(crate) columns: usize,
    /// Whether it fills several rows.
    pub(crate) rows: RowSpan,
    /// Its paragraphs, one at least.
    pub(crate) paragraphs: Vec<Paragraph>,
}

/// Whether a cell fills several rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowSpan {
    /// One.
    One,
    /// Several, beginning here.
    First,
    /// It goes on from the row above.
    More,
}

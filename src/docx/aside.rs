//! Words and things of a document that stand beside its text. Not for the text ([`super::text`]).

/// What stands beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Aside {
    /// Where.
    pub(crate) kind: AsideKind,
    /// The words.
    pub(crate) words: String,
}

/// Where something stands that is not in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum AsideKind {
    /// A text box or shape.
    TextBox,
    /// A footnote.
    Footnote,
    /// An endnote.
    Endnote,
    /// The head of pages.
    Header,
    /// The foot of pages.
    Footer,
    /// Another document put in whole.
    Chunk,
}

impl AsideKind {
    /// What people call it.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::TextBox => "hộp văn bản",
            Self::Footnote => "chú thích cuối trang",
            Self::Endnote => "chú thích cuối văn bản",
            Self::Header => "đầu trang",
            Self::Footer => "chân trang",
            Self::Chunk => "tài liệu chèn nguyên khối",
        }
    }
}

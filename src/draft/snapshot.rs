//! What a Word draft said when it was written, paragraph by paragraph, and where each word came from; it is kept inside the
//! document, so that what comes back can be held against it. Not for reading the document ([`crate::docx`]).

use serde::{Deserialize, Serialize};

/// Version of the JSON form; it rises when the meaning of a key changes.
pub(crate) const VERSION: u8 = 1;

/// Everything a Word draft said, in reading order: paragraphs of the body and of table cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Snapshot {
    /// [`VERSION`].
    pub(crate) phien_ban: u8,
    /// The report's name below `out`: `lac-duong/2025-Q2/lat`.
    pub(crate) bao_cao: String,
    /// The paragraphs.
    pub(crate) doan: Vec<SnapshotParagraph>,
    /// What stands above the text of the first page.
    #[serde(default)]
    pub(crate) dau_trang: Vec<String>,
}

/// A paragraph: what is printed in it, piece by piece.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SnapshotParagraph {
    /// Its pieces, in order; a paragraph can hold computed words beside somebody's own.
    pub(crate) phan: Vec<Part>,
}

/// A part of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    /// Computed or worded by a template: headings, sentences over figures, cells, the dash before an item. Not to be edited.
    In(String),
    /// What an author wrote, with the values it refers to.
    Loi(Written),
}

/// A paragraph of an author's text, or the part of it that stands in a paragraph of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Written {
    /// The file as findings call it: `inputs/lac-duong/2025-Q2/lat.yaml`.
    pub(crate) tep: String,
    /// The keys to the text in that file: `danh_gia`, `han_che`.
    pub(crate) khoa: Vec<String>,
    /// Which of the text's paragraphs it is, from 0.
    pub(crate) thu: usize,
    /// Whether the paragraph is typed as a list item; its dash is printed before it ([`Part::In`]).
    pub(crate) gach: bool,
    /// The paragraph as it is typed, cleaned, without the dash, references as references: `Đạt {{ chi_tieu.bhyt }}.`
    pub(crate) goc: String,
    /// Why it cannot be changed in Word, in Vietnamese, if it cannot: somebody else's words, or a sentence that was left out.
    pub(crate) khong_sua: Option<String>,
    /// What is printed of it.
    pub(crate) manh: Vec<Piece>,
}

/// A piece of an author's paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Piece {
    /// As typed.
    Chu(String),
    /// What a reference prints, and the reference as typed, braces included.
    So {
        /// What is printed.
        in_ra: String,
        /// What is typed: `{{ chi_tieu.bhyt.gia_tri }}`.
        nguon: String,
    },
}

/// By what a snapshot in its JSON form is known again.
#[must_use]
pub(crate) fn mark(json: &str) -> String {
    blake3::hash(json.as_bytes()).to_hex().chars().take(16).collect()
}

impl Snapshot {
    /// The JSON form.
    #[must_use]
    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).expect("plain data")
    }

    /// Reads the JSON form; none if it is not of this version.
    #[must_use]
    pub(crate) fn from_json(text: &str) -> Option<Self> {
        let read = serde_json::from_str::<Self>(text).ok();
        read.filter(|read| read.phien_ban == VERSION)
    }
}

impl SnapshotParagraph {
    /// What is read.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        self.phan.iter().map(Part::text).collect()
    }
}

impl Part {
    /// What is read.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        match self {
            Self::In(text) => text.clone(),
            Self::Loi(written) => written.text(),
        }
    }
}

impl Written {
    /// What it is called where it can be changed: `lat.yaml · danh_gia.han_che`.
    #[must_use]
    pub(crate) fn title(&self) -> String {
        let file = self.tep.rsplit('/').next().unwrap_or_default();
        format!("{file} · {}", self.khoa.join("."))
    }

    /// What is read.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        self.manh.iter().map(Piece::text).collect()
    }
}

impl Piece {
    /// What is typed.
    #[must_use]
    pub(crate) fn typed(&self) -> &str {
        match self {
            Self::Chu(text) | Self::So { nguon: text, .. } => text,
        }
    }

    /// What is read.
    #[must_use]
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Chu(text) | Self::So { in_ra: text, .. } => text,
        }
    }
}

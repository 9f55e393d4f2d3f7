//! Everything a report says, in reading order and independent of its layout, as it is kept in JSON beside a page. Not for how
//! it is gathered ([`mod@super::gather`]).

use serde::{Deserialize, Serialize};

/// Version of the JSON form; it rises when the meaning of a key changes.
pub(crate) const VERSION: u8 = 1;

/// What a report says. The keys are those of the JSON form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// [`VERSION`].
    pub phien_ban: u8,
    /// Which report it is.
    pub bao_cao: ReportIdentity,
    /// Its number and date.
    pub van_ban: DocumentIdentity,
    /// The figures that it may print, in the plan's order.
    pub so_lieu: Vec<FigureContent>,
    /// The targets, in the report's order.
    pub chi_tieu: Vec<TargetContent>,
    /// Everything printed, in reading order.
    pub khoi: Vec<Block>,
}

/// Which report it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportIdentity {
    /// The dossier.
    pub ho_so: String,
    /// The period.
    pub ky: String,
    /// The period as the report calls it.
    pub ten_ky: String,
    /// The kind of report.
    pub loai: String,
    /// The unit's id; `tong-hop` for the roll-up.
    pub don_vi: String,
    /// The unit's name; what the area is called for the roll-up.
    pub ten: String,
}

/// What a document is known by. It is no part of what the report says: a draft has neither number nor day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentIdentity {
    /// The number, once it has one.
    pub so: Option<u32>,
    /// The symbol.
    pub ky_hieu: String,
    /// The date, once it has a day.
    pub ngay: Option<String>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureContent {
    /// Its id.
    pub ma: String,
    /// Its name.
    pub ten: String,
    /// What is counted.
    pub don_vi_tinh: String,
    /// What the report prints of it.
    pub gia_tri: String,
    /// Units that reported it.
    pub co: usize,
    /// Units that should.
    pub tong: usize,
    /// What each unit adds.
    pub theo_don_vi: Vec<UnitAddend>,
}

/// What a unit adds to a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitAddend {
    /// The unit's name.
    pub don_vi: String,
    /// The value as written.
    pub gia_tri: String,
}

/// A target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetContent {
    /// Its id.
    pub ma: String,
    /// Its name.
    pub ten: String,
    /// What the report prints of it.
    pub gia_tri: String,
    /// The verdict.
    pub ket_luan: String,
    /// The goal in force.
    pub muc: Option<String>,
    /// This year's mark of the road map.
    pub lo_trinh: Option<String>,
    /// Units it covers.
    pub co: usize,
    /// Units it should cover.
    pub tong: usize,
    /// The row of each unit in the appendix of a roll-up.
    pub theo_don_vi: Vec<UnitCell>,
}

/// One unit's value of a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitCell {
    /// The unit's name.
    pub don_vi: String,
    /// The value as printed; none without figures.
    pub gia_tri: Option<String>,
    /// The verdict.
    pub ket_luan: String,
}

/// What stands in one piece on the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub loai: BlockKind,
    /// Its text; of a row that of each cell.
    pub chu: Vec<String>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// A part of the head: type, subject, bodies, place.
    #[serde(rename = "dau_van_ban")]
    Head,
    /// A heading, without its number.
    #[serde(rename = "de_muc")]
    Heading,
    /// A paragraph.
    #[serde(rename = "doan")]
    Paragraph,
    /// An item of a list.
    #[serde(rename = "gach")]
    Item,
    /// The head of a table.
    #[serde(rename = "dau_bang")]
    TableHead,
    /// A row of a table, without its number.
    #[serde(rename = "hang")]
    Row,
    /// A label or value of a chart.
    #[serde(rename = "bieu_do")]
    Chart,
    /// A signer, a recipient.
    #[serde(rename = "ket_van_ban")]
    Closing,
}

impl Block {
    /// What it says in one line.
    #[must_use]
    pub fn line(&self) -> String {
        self.chu.join(" | ")
    }
}

impl Content {
    /// The JSON form, ending in a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{}\n", serde_json::to_string(self).expect("plain data"))
    }

    /// Reads the JSON form; none if it is not of this version.
    #[must_use]
    pub fn from_json(bytes: &[u8]) -> Option<Self> {
        let read = serde_json::from_slice::<Self>(bytes).ok();
        read.filter(|content| content.phien_ban == VERSION)
    }

    /// Whether both print the same, number, date and layout aside.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let words =
            |content: &'_ Self| -> Vec<String> { content.khoi.iter().map(Block::line).collect() };
        words(self) == words(other)
    }
}

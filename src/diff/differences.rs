//! What one page says otherwise than another, as data: figures and verdicts first, then texts. Not for gathering what pages say
//! ([`mod@super::gather`]), and not for telling it ([`super::tell`]).

use serde::Serialize;

use super::align::{Pair, changed_pairs};
use super::content::{Block, BlockKind, Content, ReportIdentity};
use super::numbers::{FigureChange, TargetChange, figure_changes, target_changes};
use super::turn::{ChangedTexts, Turn};
use super::words::{Stretch, compared};

/// Version of the JSON form; it rises when the meaning of a key changes.
const VERSION: u8 = 1;

/// What a report says otherwise than before. The keys are those of the JSON form.
#[derive(Debug, Clone, Serialize)]
pub struct Differences {
    /// [`VERSION`].
    pub(crate) phien_ban: u8,
    /// Which report it is.
    pub bao_cao: ReportIdentity,
    /// Number and date, where both sides have them and they differ.
    pub van_ban: Vec<Turn>,
    /// Figures that are printed otherwise.
    pub so_lieu: Vec<FigureChange>,
    /// Targets whose value, verdict or goal is another.
    pub chi_tieu: Vec<TargetChange>,
    /// Texts and rows, in reading order.
    pub loi: Vec<TextChange>,
    /// The pages of the new side that changed, from 1; none where they are not known.
    pub trang: Vec<usize>,
}

/// A text or row that was added, removed or changed.
#[derive(Debug, Clone, Serialize)]
pub struct TextChange {
    /// What it is.
    pub loai: BlockKind,
    /// The heading it stands under.
    pub de_muc: Option<String>,
    /// What it was; none: it is new.
    pub cu: Option<String>,
    /// What it is; none: it is there no more.
    pub moi: Option<String>,
    /// Its words with what became of them.
    pub doan: Vec<Stretch>,
    /// Of a row the cells that changed, where it has as many as before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub o: Vec<CellChange>,
    /// Where it is, or was, in its list.
    #[serde(skip)]
    pub(crate) at: Pair,
}

/// A cell that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellChange {
    /// The head of its column.
    pub cot: Option<String>,
    /// What it was.
    pub cu: String,
    /// What it is.
    pub moi: String,
}

impl Differences {
    /// Whether both sides say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.loi.is_empty() && self.van_ban.is_empty()
    }

    /// Whether the page says something else, so that it has to be signed again.
    #[must_use]
    pub fn changes_the_page(&self) -> bool {
        !self.loi.is_empty()
    }
}

/// What `new` says otherwise than `old`.
#[must_use]
pub fn differences(old: &Content, new: &Content) -> Differences {
    let changes = changed_pairs(&old.khoi, &new.khoi).into_iter();
    let changes = changes.map(|pair| text_change(pair, &old.khoi, &new.khoi));
    // The same words as an item of a list and as a paragraph are the same words.
    let loi: Vec<TextChange> = changes.filter(|change| change.cu != change.moi).collect();
    let texts = ChangedTexts::of(loi.iter().flat_map(|change| &change.doan));
    Differences {
        phien_ban: VERSION,
        bao_cao: new.bao_cao.clone(),
        van_ban: document(old, new),
        so_lieu: figure_changes(&old.so_lieu, &new.so_lieu, &texts),
        chi_tieu: target_changes(&old.chi_tieu, &new.chi_tieu, &texts),
        loi,
        trang: Vec::new(),
    }
}

fn document(old: &Content, new: &Content) -> Vec<Turn> {
    let (was, is) = (&old.van_ban, &new.van_ban);
    let number = was.so.zip(is.so).and_then(|(old, new)| {
        let symbol = |number: u32, symbol: &str| format!("Số {number:02}-{symbol}");
        Turn::of(&symbol(old, &was.ky_hieu), &symbol(new, &is.ky_hieu))
    });
    let date = was.ngay.as_ref().zip(is.ngay.as_ref());
    let date = date.and_then(|(old, new)| Turn::of(&format!("ngày {old}"), &format!("ngày {new}")));
    number.into_iter().chain(date).collect()
}

fn text_change(pair: Pair, old: &[Block], new: &[Block]) -> TextChange {
    let (was, is) = (pair.0.map(|at| &old[at]), pair.1.map(|at| &new[at]));
    let (list, at) = match pair {
        (_, Some(at)) => (new, at),
        (Some(at), None) => (old, at),
        (None, None) => unreachable!("a pair has a block"),
    };
    let (cu, moi) = (was.map(Block::line), is.map(Block::line));
    TextChange {
        loai: list[at].loai,
        de_muc: heading_of(list, at),
        doan: compared(cu.as_deref().unwrap_or_default(), moi.as_deref().unwrap_or_default()),
        o: was.zip(is).map_or_else(Vec::new, |(was, is)| cells(was, is, table_head(list, at))),
        cu,
        moi,
        at: pair,
    }
}

/// The last heading before a block.
fn heading_of(list: &[Block], at: usize) -> Option<String> {
    let before = list[..at].iter().rev();
    before.clone().find(|block| block.loai == BlockKind::Heading).map(Block::line)
}

/// The head of the table a row stands in.
fn table_head(list: &[Block], at: usize) -> Option<&Block> {
    let row = list.get(at).filter(|block| block.loai == BlockKind::Row)?;
    let mut above = list[..at].iter().rev();
    let head = above.find(|block| block.loai != BlockKind::Row)?;
    (head.loai == BlockKind::TableHead && head.chu.len() == row.chu.len()).then_some(head)
}

fn cells(was: &Block, is: &Block, head: Option<&Block>) -> Vec<CellChange> {
    if is.loai != BlockKind::Row || was.chu.len() != is.chu.len() {
        return Vec::new();
    }
    let changed = was.chu.iter().zip(&is.chu).enumerate().filter(|(_, (old, new))| old != new);
    let cell = |(at, (old, new)): (usize, (&String, &String))| CellChange {
        cot: head.and_then(|head| head.chu.get(at)).cloned(),
        cu: old.clone(),
        moi: new.clone(),
    };
    changed.map(cell).collect()
}

//! Which figures and targets a page prints otherwise, which verdicts turned, and in which units. Not for texts
//! ([`super::differences`]).

use std::collections::{BTreeMap, VecDeque};

use serde::Serialize;

use super::content::{FigureContent, TargetContent, UnitAddend, UnitCell};
use super::turn::{ChangedTexts, Turn};

/// What stands where there was no such figure, target or unit.
pub(crate) const NOTHING: &str = "không có";

/// A figure that is printed otherwise.
#[derive(Debug, Clone, Serialize)]
pub struct FigureChange {
    /// Its id.
    pub ma: String,
    /// Its name.
    pub ten: String,
    /// What is counted.
    pub don_vi_tinh: String,
    /// What the report prints of it.
    #[serde(flatten)]
    pub gia_tri: Turn,
    /// The units that report it otherwise.
    pub theo_don_vi: Vec<AddendChange>,
}

/// What one unit reports otherwise.
#[derive(Debug, Clone, Serialize)]
pub struct AddendChange {
    /// The unit.
    pub don_vi: String,
    /// What it reported and reports.
    #[serde(flatten)]
    pub gia_tri: Turn,
    /// The file that has the new value, where the new side is what lies in the inputs.
    pub tep: Option<String>,
    /// The line, from 1.
    pub dong: Option<usize>,
}

/// A target whose value, verdict or goal is another.
#[derive(Debug, Clone, Serialize)]
pub struct TargetChange {
    /// Its id.
    pub ma: String,
    /// Its name.
    pub ten: String,
    /// What the report prints of it, where that changed.
    pub gia_tri: Option<Turn>,
    /// The verdict, where it turned.
    pub ket_luan: Option<Turn>,
    /// The goal, where it was moved.
    pub muc: Option<Turn>,
    /// This year's mark of the road map, where it was moved.
    pub lo_trinh: Option<Turn>,
    /// How many units it covers, where that changed.
    pub do_phu: Option<Turn>,
    /// The rows of units that changed.
    pub theo_don_vi: Vec<CellTurn>,
}

/// One unit's value of a target.
#[derive(Debug, Clone, Serialize)]
pub struct CellTurn {
    /// The unit.
    pub don_vi: String,
    /// Its value, where that changed.
    pub gia_tri: Option<Turn>,
    /// Its verdict, where it turned.
    pub ket_luan: Option<Turn>,
}

/// Each of the new list with the old one of its key, then the old ones there are no more. What has one key twice is taken in
/// its order.
fn matched<'l, T, K: Ord>(
    old: &'l [T],
    new: &'l [T],
    key: impl Fn(&'l T) -> K,
) -> Vec<(Option<&'l T>, Option<&'l T>)> {
    let mut left: BTreeMap<K, VecDeque<&T>> = BTreeMap::new();
    for one in old {
        left.entry(key(one)).or_default().push_back(one);
    }
    let mut first = |one: &'l T| left.get_mut(&key(one)).and_then(VecDeque::pop_front);
    let mut pairs: Vec<_> = new.iter().map(|one| (first(one), Some(one))).collect();
    pairs.extend(left.into_values().flatten().map(|one| (Some(one), None)));
    pairs
}

/// The figures the page shows to be others.
pub(super) fn figure_changes(
    old: &[FigureContent],
    new: &[FigureContent],
    texts: &ChangedTexts,
) -> Vec<FigureChange> {
    let value =
        |one: Option<&FigureContent>| one.map_or(NOTHING, |one| one.gia_tri.as_str()).to_owned();
    let change = |(was, is): (Option<&FigureContent>, Option<&FigureContent>)| {
        let gia_tri = Turn::of(&value(was), &value(is)).filter(|turn| texts.show(turn))?;
        let known = is.or(was)?;
        let addends =
            |one: Option<&'_ FigureContent>| one.map_or(Vec::new(), |one| one.theo_don_vi.clone());
        Some(FigureChange {
            ma: known.ma.clone(),
            ten: known.ten.clone(),
            don_vi_tinh: known.don_vi_tinh.clone(),
            gia_tri,
            theo_don_vi: addend_changes(&addends(was), &addends(is)),
        })
    };
    matched(old, new, |one| &one.ma).into_iter().filter_map(change).collect()
}

fn addend_changes(old: &[UnitAddend], new: &[UnitAddend]) -> Vec<AddendChange> {
    let value =
        |one: Option<&UnitAddend>| one.map_or(NOTHING, |one| one.gia_tri.as_str()).to_owned();
    let change = |(was, is): (Option<&UnitAddend>, Option<&UnitAddend>)| {
        let gia_tri = Turn::of(&value(was), &value(is))?;
        let don_vi = is.or(was)?.don_vi.clone();
        Some(AddendChange { don_vi, gia_tri, tep: None, dong: None })
    };
    matched(old, new, |one| &one.don_vi).into_iter().filter_map(change).collect()
}

/// The targets the page shows to be others.
pub(super) fn target_changes(
    old: &[TargetContent],
    new: &[TargetContent],
    texts: &ChangedTexts,
) -> Vec<TargetChange> {
    let change = |(was, is): (Option<&TargetContent>, Option<&TargetContent>)| {
        let turn = |part: &dyn Fn(&TargetContent) -> String| {
            let text = |one: Option<&TargetContent>| one.map_or(NOTHING.to_owned(), part);
            Turn::of(&text(was), &text(is))
        };
        let goal = |goal: &Option<String>| goal.clone().unwrap_or_else(|| NOTHING.to_owned());
        let known = is.or(was)?;
        let change = TargetChange {
            ma: known.ma.clone(),
            ten: known.ten.clone(),
            gia_tri: turn(&|one| one.gia_tri.clone()).filter(|turn| texts.show(turn)),
            ket_luan: turn(&|one| one.ket_luan.clone()),
            muc: turn(&|one| goal(&one.muc)).filter(|turn| texts.show(turn)),
            lo_trinh: turn(&|one| goal(&one.lo_trinh)).filter(|turn| texts.show(turn)),
            do_phu: turn(&|one| format!("{}/{}", one.co, one.tong)).filter(|turn| texts.show(turn)),
            theo_don_vi: cell_turns(was, is, texts),
        };
        (texts.are_there() && !change.is_empty()).then_some(change)
    };
    matched(old, new, |one| &one.ma).into_iter().filter_map(change).collect()
}

impl TargetChange {
    fn is_empty(&self) -> bool {
        let turns = [&self.gia_tri, &self.ket_luan, &self.muc, &self.lo_trinh, &self.do_phu];
        turns.into_iter().all(Option::is_none) && self.theo_don_vi.is_empty()
    }
}

fn cell_turns(
    was: Option<&TargetContent>,
    is: Option<&TargetContent>,
    texts: &ChangedTexts,
) -> Vec<CellTurn> {
    let Some((was, is)) = was.zip(is) else { return Vec::new() };
    let turn = |(old, new): (Option<&UnitCell>, Option<&UnitCell>)| {
        let value = |one: Option<&UnitCell>| {
            one.and_then(|one| one.gia_tri.clone()).unwrap_or_else(|| NOTHING.to_owned())
        };
        let verdict =
            |one: Option<&UnitCell>| one.map_or(NOTHING, |one| one.ket_luan.as_str()).to_owned();
        let gia_tri = Turn::of(&value(old), &value(new)).filter(|turn| texts.show(turn));
        let ket_luan = Turn::of(&verdict(old), &verdict(new));
        let don_vi = new.or(old)?.don_vi.clone();
        (gia_tri.is_some() || ket_luan.is_some()).then_some(CellTurn { don_vi, gia_tri, ket_luan })
    };
    matched(&was.theo_don_vi, &is.theo_don_vi, |one| &one.don_vi)
        .into_iter()
        .filter_map(turn)
        .collect()
}

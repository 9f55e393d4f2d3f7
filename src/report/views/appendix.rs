//! The roll-up's table with a row per unit: the same values the units' own reports print. Not for its layout.

use serde::Serialize;

use super::outline::targets;
use super::printed_tables::{ColumnView, column};
use super::targets::TargetView;
use crate::kinds::table_layout::{TableLayout, UNITS};
use crate::model::exact::Exact;
use crate::model::id::Id;
use crate::model::target::{Measure, Target};
use crate::report::context::ReportContext;
use crate::report::due::Scope;
use crate::report::fact_table::{FactTable, UnitGroup};
use crate::report::facts::{Written, bare, none_arose};
use crate::rollup::verdict::Verdict;

/// More columns than this are parted into tables of their own.
const MOST_COLUMNS: usize = 12;
/// The column that stands for one column a target.
const BY_TARGET: &str = "chi_tieu";

/// One unit's row.
#[derive(Debug, Clone, Serialize)]
pub struct AppendixRow {
    /// The unit's id, which no page prints.
    #[serde(skip)]
    pub(crate) unit: Id,
    /// Its number, from 1.
    pub stt: usize,
    /// Its name with its kind.
    pub ten: String,
    /// Whether a usable return was handed in.
    pub(crate) da_nop: bool,
    /// A cell for each target of the appendix, in order.
    pub o: Vec<AppendixCell>,
}

/// One value for one target.
#[derive(Debug, Clone, Serialize)]
pub struct AppendixCell {
    /// The value, with its unit only where that is `%`; none without figures.
    pub gia_tri: Option<String>,
    /// The same in a sentence.
    #[serde(skip)]
    pub(crate) in_sentence: Option<String>,
    /// For a unit's count: whether the fact holds.
    pub(crate) co: Option<bool>,
    /// Whether it is a sum of what arose nowhere.
    pub(crate) khong_phat_sinh: bool,
    /// Whether it is an estimate.
    pub(crate) uoc: bool,
    /// Whether units of the group still missing may change it.
    pub(crate) tam_tinh: bool,
    /// The verdict.
    pub ket_luan: Verdict,
}

/// Units that stand together.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// Whether its name is printed: not where there is only one group without one.
    pub(crate) rieng: bool,
    /// Its name; none for units the plan puts in no group.
    pub(crate) ten: Option<String>,
    /// Its first row, from 0.
    pub tu: usize,
    /// The row after its last.
    pub den: usize,
    /// How many of its units handed in.
    pub co: usize,
    /// Its sums, a cell for each target; none for a single unit, or where there is only one group.
    pub cong: Option<Vec<AppendixCell>>,
}

/// Targets that stand in one table.
#[derive(Debug, Clone, Serialize)]
pub struct ColumnRange {
    /// The first, from 0.
    pub tu: usize,
    /// The one after the last.
    pub den: usize,
    /// The size of the table's text, as Typst code.
    pub(crate) co_chu: String,
    /// The table's columns, with one for each of these targets.
    pub(crate) cot: Vec<ColumnView>,
}

/// The appendix as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub struct Appendix {
    /// The targets, as columns.
    pub cot: Vec<TargetView>,
    /// The columns of each table.
    pub phan: Vec<ColumnRange>,
    /// A row per member unit, by group.
    pub hang: Vec<AppendixRow>,
    /// The groups, in the order of their first units; a single one without a name when the plan has none.
    pub nhom: Vec<Group>,
}

/// A row per member unit; targets of the roll-up's own level have no column. None for a unit's report.
#[must_use]
pub(crate) fn appendix(context: &ReportContext<'_>, views: &[TargetView]) -> Option<Appendix> {
    if context.scope() != Scope::Area {
        return None;
    }
    let by_unit = |target: &&Target| {
        let own_level = context.plan().is_of_units(target);
        own_level && target.measure != Measure::Words
    };
    let targets: Vec<&Target> = targets(context).into_iter().filter(by_unit).collect();
    let shown = |view: &&TargetView| targets.iter().any(|target| target.id.as_str() == view.ma);
    let cot: Vec<TargetView> = views.iter().filter(shown).cloned().collect();
    let table = &*context.table;
    let grouped = table.groups();
    let parted = grouped.len() > 1;
    let mut hang = Vec::new();
    let nhom = grouped.iter().map(|UnitGroup { name, rows, together }| {
        let tu = hang.len();
        let row = |(at, index): (usize, &usize)| unit_row(table, *index, &targets, tu + at);
        hang.extend(rows.iter().enumerate().map(row));
        let co = hang[tu..].iter().filter(|row| row.da_nop).count();
        let sums = |group| targets.iter().map(|target| plain_cell(table, group, target)).collect();
        let cong = together.as_ref().map(sums);
        Group { rieng: parted || name.is_some(), ten: name.clone(), tu, den: hang.len(), co, cong }
    });
    let nhom = nhom.collect();
    Some(Appendix { phan: parts(cot.len(), context.kind.layout.table(UNITS)), cot, hang, nhom })
}

/// As few tables as hold the targets, about equally wide.
fn parts(targets: usize, layout: &TableLayout) -> Vec<ColumnRange> {
    let tables = targets.div_ceil(MOST_COLUMNS).max(1);
    let edge = |table: usize| table * targets / tables;
    let part = |table: usize| {
        let (tu, den) = (edge(table), edge(table + 1));
        let cot = layout.columns.iter().flat_map(|name| {
            let each = if name == BY_TARGET { tu..den } else { 0..1 };
            each.map(|at| column(layout, name, None, at))
        });
        ColumnRange { tu, den, co_chu: layout.size().to_owned(), cot: cot.collect() }
    };
    (0..tables).map(part).collect()
}

fn unit_row(table: &FactTable<'_>, index: usize, targets: &[&Target], at: usize) -> AppendixRow {
    let row = table.rows[index];
    AppendixRow {
        unit: row.unit.id.clone(),
        stt: at + 1,
        ten: row.unit.full_name(),
        da_nop: row.submitted.is_some(),
        o: targets.iter().map(|target| unit_cell(table, index, target)).collect(),
    }
}

/// The value one row of a table has of a target: that of the unit's own report, with the decimals of the column.
#[must_use]
pub(crate) fn unit_cell(table: &FactTable<'_>, index: usize, target: &Target) -> AppendixCell {
    if !table.plan.is_shown_for(target, table.rows[index].unit) {
        return AppendixCell {
            gia_tri: None,
            in_sentence: None,
            co: None,
            khong_phat_sinh: false,
            uoc: false,
            tam_tinh: false,
            ket_luan: Verdict::NotApplicable,
        };
    }
    let unit = table.unit(index);
    let value = unit.value(target).known();
    let counted = matches!(target.measure, Measure::Count { .. });
    let co = value.filter(|_| counted).map(|value| value > Exact::ZERO);
    AppendixCell { co, ..plain_cell(table, unit, target) }
}

/// The value of `part`, a row or a group's rows together, with the decimals of the table's column.
fn plain_cell<'a>(table: &FactTable<'a>, part: &FactTable<'a>, target: &Target) -> AppendixCell {
    let facts = table.in_column(part, target);
    let (in_sentence, gia_tri) = bare(target, &facts).map(Written::both).unzip();
    AppendixCell {
        gia_tri,
        in_sentence,
        co: None,
        khong_phat_sinh: none_arose(target, &facts.value),
        uoc: facts.value.estimate,
        tam_tinh: facts.value.is_provisional(),
        ket_luan: facts.verdict,
    }
}

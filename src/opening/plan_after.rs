//! The plan of a dossier that goes on from another: the other's file with another id, other units and another head. Not for
//! what in it still speaks of the other ([`super::old_names`]).

use std::ops::Range;
use std::sync::Arc;

use super::lines::{line, quoted};
use super::new_unit::NewUnit;
use super::plan_text::{MODELINE, called};
use crate::model::id::Id;
use crate::model::plan::Plan;
use crate::model::unit::{Rank, Unit};
use crate::source::SourceFile;
use crate::yaml::tree::{Key, Node, Value};

/// The plan that is gone on from.
pub(crate) struct OldPlan {
    /// Its file.
    pub(crate) file: Arc<SourceFile>,
    /// The file as a tree.
    pub(crate) node: Node,
    /// What it says.
    pub(crate) plan: Plan,
}

/// The text of the plan after another, with these units; without units, those of the other stay. None if the other's keys do
/// not stand on lines of their own.
#[must_use]
pub(crate) fn plan_after(old: &OldPlan, id: &Id, units: &[NewUnit]) -> Option<String> {
    let text = old.file.text();
    let mut changes = vec![(0..block(old, "ma")?.start, head(&old.plan.id, units))];
    changes.push((block(old, "ma")?, line(&format!("ma: {id}"), "mã hồ sơ, trùng tên thư mục")));
    if !units.is_empty() {
        let superior = old.plan.units.iter().filter(|unit| unit.rank == Rank::Superior);
        let lines = units.iter().map(NewUnit::line).chain(superior.map(superior_line));
        changes.push((block(old, "don_vi")?, format!("don_vi:\n{}", lines.collect::<String>())));
        if let Some(called) = called(units) {
            let told = line(&format!("goi_chung: {called}"), "cách gọi chung các đơn vị");
            changes.push((block(old, "goi_chung")?, told));
        }
    }
    changes.sort_by_key(|(range, _)| range.start);
    let mut new = String::new();
    let mut done = 0;
    for (range, words) in changes {
        new.push_str(text.get(done..range.start)?);
        new.push_str(&words);
        done = range.end;
    }
    new.push_str(text.get(done..)?);
    Some(new)
}

/// The lines of a key and its value, up to the comments of what follows.
fn block(old: &OldPlan, key: &str) -> Option<Range<usize>> {
    let Value::Map(entries) = &old.node.value else { return None };
    let at = entries.iter().position(|(known, _)| known.text == key)?;
    let text = old.file.text();
    let start = entries[at].0.span.range().start;
    if start > 0 && !text[..start].ends_with('\n') {
        return None;
    }
    let next =
        entries.get(at + 1).map_or(text.len(), |(key, _): &(Key, Node)| key.span.range().start);
    let own = &text[start..next];
    let mut length = 0;
    let mut read = 0;
    for line in own.split_inclusive('\n') {
        read += line.len();
        if !line.trim().is_empty() && !line.starts_with('#') {
            length = read;
        }
    }
    Some(start..start + length)
}

/// The row of a superior level, as it was.
fn superior_line(unit: &Unit) -> String {
    let dates = [("tu", unit.validity.from), ("den", unit.validity.to)];
    let dates: Vec<String> =
        dates.into_iter().filter_map(|(key, date)| Some(format!("{key}: {}", date?))).collect();
    let valid = match dates[..] {
        [] => String::new(),
        _ => format!(", hieu_luc: {{ {} }}", dates.join(", ")),
    };
    format!("  - {{ ma: {}, cap: tren, ten: {}{valid} }}\n", unit.id, quoted(unit.name.as_str()))
}

/// What the file says of itself, in the place of what the other said.
fn head(old: &Id, units: &[NewUnit]) -> String {
    let what = if units.is_empty() { "đơn vị, số liệu" } else { "số liệu" };
    format!(
        "{MODELINE}# Hồ sơ nối tiếp hồ sơ {old}: {what}, chỉ tiêu, nhiệm vụ, nơi ban hành chép từ kế hoạch ấy.
# Xem lại từng phần: ten, trich_yeu, giai_doan, can_cu, lich_bao_cao, ban_hanh, trach_nhiem, chi_tieu; sửa những chỗ còn nói về hồ sơ cũ.

"
    )
}

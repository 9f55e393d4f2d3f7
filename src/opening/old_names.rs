//! What in a plan that goes on from another still speaks of the other's area: names of places and units, kinds of unit that are
//! no more. Not for putting it right, which only its author can.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::new_unit::NewUnit;
use crate::diagnostic::{Code, Finding};
use crate::model::plan::Plan;
use crate::model::text::Line;
use crate::model::unit::{Rank, Unit};
use crate::source::{At, SourceFile, Span};
use crate::vietnamese::text::capitalised;

/// What still speaks of the old area in the new plan's file; a finding a name.
#[must_use]
pub(crate) fn old_names(old: &Plan, units: &[NewUnit], new: &Arc<SourceFile>) -> Vec<Finding> {
    let names = names(old, units);
    let told = |name: &String| {
        let lines: Vec<Span> = own_lines(new)
            .filter_map(|(at, text)| {
                let line = Span::line(new, at).range().start;
                let found = line + place(text, name)?;
                Some(Span::new(new, found..found + name.len()))
            })
            .collect();
        (!lines.is_empty()).then(|| finding(old, name, &lines))
    };
    let mut findings: Vec<Finding> = names.iter().filter_map(told).collect();
    findings.extend(narrowed(old, units, new));
    findings
}

/// Names of the old area: where the board's documents are dated, the units that are no more, their kinds.
fn names(old: &Plan, units: &[NewUnit]) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = BTreeSet::from([old.id.to_string()]);
    names.extend(old.area_issuers.iter().map(|issuer| issuer.place.value.to_string()));
    let kinds: BTreeSet<&str> = units.iter().map(|unit| unit.kind.as_str()).collect();
    let members = || old.units.iter().filter(|unit| unit.rank == Rank::Member);
    if units.is_empty() || members().all(|unit| is_kept(unit, units)) {
        return names;
    }
    // Where units are others, the level above them may be too: `toàn huyện`.
    names.extend(old.top_level.iter().map(Line::to_string));
    names.extend(old.wording.area.as_str().split_once(' ').map(|(_, level)| level.to_owned()));
    for unit in members() {
        // A name of one syllable is many another word's.
        let name = unit.name.as_str();
        let own = if name.contains(' ') { name.to_owned() } else { unit.full_name() };
        if !is_kept(unit, units) {
            names.insert(own);
        }
        if !kinds.contains(unit.kind.as_str()) {
            names.insert(unit.kind.to_string());
        }
    }
    names
}

/// Whether a unit is one of the new plan's too.
fn is_kept(unit: &Unit, units: &[NewUnit]) -> bool {
    units.iter().any(|new| new.name == unit.name.as_str() && new.kind == unit.kind.as_str())
}

/// The lines of a file but those that list units, which name the old ones rightly, each with its number.
fn own_lines(file: &SourceFile) -> impl Iterator<Item = (usize, &str)> {
    let mut listing = false;
    file.text().lines().enumerate().skip_while(|(_, line)| !line.starts_with("ma:")).filter_map(
        move |(at, line)| {
            if line.starts_with(char::is_alphabetic) {
                listing = line.starts_with("don_vi:");
            }
            (!listing).then_some((at + 1, line))
        },
    )
}

/// Where a line has a name as words of their own, its first letter large or small.
fn place(line: &str, name: &str) -> Option<usize> {
    let apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '-');
    let own = |name: &str| {
        let mut found = line.match_indices(name).map(|(at, _)| at);
        found.find(|at| {
            apart(line[..*at].chars().next_back()) && apart(line[at + name.len()..].chars().next())
        })
    };
    own(name).or_else(|| own(&capitalised(name)))
}

fn finding(old: &Plan, name: &str, places: &[Span]) -> Finding {
    let lines = places.iter().map(|place| place.position().0.to_string());
    let message = format!(
        "kế hoạch mới còn «{name}» của hồ sơ {} ở {} dòng: {}",
        old.id,
        places.len(),
        lines.collect::<Vec<_>>().join(", ")
    );
    let hint = "sửa từng dòng cho đúng địa bàn, cơ quan của hồ sơ mới; dòng nào đúng là nói về hồ sơ cũ thì để nguyên";
    Finding::new(Code::SpeaksOfAnother, message).at(&places[0]).hint(hint)
}

/// Figures and targets that are only of kinds of unit the new plan has not, or not of all it has.
fn narrowed(old: &Plan, units: &[NewUnit], new: &Arc<SourceFile>) -> Option<Finding> {
    let kinds: BTreeSet<&str> = units.iter().map(|unit| unit.kind.as_str()).collect();
    let of_figures = old.figures.iter().map(|one| (&one.id, &one.unit_kinds));
    let of_targets = old.targets.iter().map(|one| (&one.id, &one.unit_kinds));
    let lacks = |named: &[At<Line>]| {
        !named.is_empty()
            && kinds.iter().any(|kind| named.iter().all(|one| one.value.as_str() != *kind))
    };
    let narrow = of_figures.chain(of_targets).filter(|(_, named)| lacks(named));
    let ids: Vec<String> = narrow.map(|(id, _)| id.to_string()).collect();
    if ids.is_empty() {
        return None;
    }
    let kinds: Vec<&str> = kinds.into_iter().collect();
    let message = format!(
        "«ap_dung» của {} chưa có đủ các loại đơn vị mới: {}",
        ids.join(", "),
        kinds.join(", ")
    );
    let hint = "thêm loại đơn vị mới vào «ap_dung»; không thì các đơn vị ấy không báo cáo, không được tính";
    let place = own_lines(new).find_map(|(at, text)| text.contains("ap_dung:").then_some(at));
    let place = place.map(|at| Span::line(new, at));
    Some(Finding::new(Code::SpeaksOfAnother, message).at_maybe(place).hint(hint))
}

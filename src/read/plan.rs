//! Reads `ke-hoach.yaml` into a [`Plan`]. Not for whether its parts fit together ([`crate::validate::plan`]).

use std::collections::BTreeMap;

use super::dates::{month_and_day, time};
use super::issuers::issuer;
use super::plan_forms::{outlines, phases};
use super::plan_parts::{addressee, documents, duty, figure, task, turned_round, unit};
use super::plan_targets::target;
use crate::diagnostic::{Code, Finding};
use crate::model::id::Id;
use crate::model::issuing::Issuer;
use crate::model::limits::RATIO_DECIMALS;
use crate::model::plan::{Due, Plan, WatchedWord, Wording};
use crate::model::unit::Unit;
use crate::source::Span;
use crate::validate::to_fill_in;
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::Node;
use crate::yaml::values::{flag, id, integer, line, list, text};

/// Reads a whole plan; `None` when something it cannot do without is missing.
pub fn plan(node: &Node, sink: &Sink) -> Option<Plan> {
    let fields = Fields::of(node, sink)?;
    let plan_id = fields.req("ma", id);
    let name = fields.req("ten", line);
    let wording = wording(&fields);
    let years = fields.req("giai_doan", years);
    let base_year = fields.opt("nam_goc", integer);
    let top_level = fields.opt("cap_tong_hop", line);
    let digits = fields.opt("chu_so_le", digits).unwrap_or(2);
    let general_goal = fields.opt("muc_tieu_chung", text);
    let watched_words = fields.opt("tu_ngu", |n, s| list(n, s, watched_word)).unwrap_or_default();
    let cited = fields.opt("can_cu", documents).unwrap_or_default();
    let due = fields.req("lich_bao_cao", calendar);
    let issuing = fields.req("ban_hanh", issuers);
    let duties = fields.opt("trach_nhiem", |n, s| list(n, s, duty)).unwrap_or_default();
    let addressees = fields.opt("kien_nghi", |n, s| list(n, s, addressee)).unwrap_or_default();
    let units = fields.req("don_vi", units);
    let figures = fields.req("so_lieu", |n, s| list(n, s, figure));
    let targets = fields.req("chi_tieu", |n, s| list(n, s, target));
    let tasks = fields.opt("nhiem_vu", |n, s| list(n, s, task)).unwrap_or_default();
    let phases = fields.opt("tong_ket", phases).unwrap_or_default();
    let outlines = outlines(&fields);
    fields.finish();
    let to_fill_in = to_fill_in::check(node, sink);
    let (unit_issuers, area_issuers) = issuing?;
    Some(Plan {
        id: plan_id?,
        name: name?,
        wording: wording?,
        years: years?,
        base_year,
        top_level,
        digits,
        general_goal,
        watched_words,
        documents: cited,
        calendar: due?,
        phases,
        outlines,
        unit_issuers,
        area_issuers,
        duties,
        addressees,
        units: units?,
        figures: figures?,
        targets: targets?,
        tasks,
        to_fill_in,
    })
}

fn watched_word(node: &Node, sink: &Sink) -> Option<WatchedWord> {
    let fields = Fields::of(node, sink)?;
    let typed = fields.req("viet", line);
    let (better, reason) = (fields.opt("nen", line), fields.opt("ly_do", line));
    fields.finish();
    Some(WatchedWord { typed: typed?, better, reason })
}

fn wording(fields: &Fields<'_>) -> Option<Wording> {
    let subject = fields.req("trich_yeu", |node, sink| {
        let fields = Fields::of(node, sink)?;
        let read = (fields.req("don_vi", line), fields.req("tong_hop", line));
        fields.finish();
        Some((read.0?, read.1?))
    });
    let units = fields.req("goi_chung", line);
    let area = fields.req("toan_dia_ban", line);
    let two_digit_counts = fields.opt("dem_hai_chu_so", flag).unwrap_or(true);
    let (unit_subject, area_subject) = subject?;
    let (units, area) = (units?, area?);
    Some(Wording { units, area, unit_subject, area_subject, two_digit_counts })
}

fn years(node: &Node, sink: &Sink) -> Option<(u16, u16)> {
    let fields = Fields::of(node, sink)?;
    let (from, to) = (fields.req("tu", integer), fields.req("den", integer));
    fields.finish();
    let (from, to) = (from?, to?);
    if from > to {
        let message = format!("giai đoạn của kế hoạch bắt đầu năm {from}, sau năm kết thúc {to}");
        sink.push(turned_round(message, node.at("tu"), node.at("den")));
        return None;
    }
    Some((from, to))
}

/// Ratios have few decimals ([`RATIO_DECIMALS`]).
fn digits(node: &Node, sink: &Sink) -> Option<u8> {
    let read: u8 = integer(node, sink)?;
    if read > RATIO_DECIMALS {
        let message = format!("nhiều nhất {RATIO_DECIMALS} chữ số lẻ");
        sink.push(Finding::new(Code::WrongForm, message).at(&node.span));
        return None;
    }
    Some(read)
}

fn calendar(node: &Node, sink: &Sink) -> Option<Vec<Due>> {
    let fields = Fields::of(node, sink)?;
    let mut all = Vec::new();
    for (quarter, key) in [(1, "Q1"), (2, "Q2"), (3, "Q3"), (4, "Q4")] {
        all.extend(
            fields.opt(key, |n, s| list(n, s, |n, s| due(quarter, n, s))).unwrap_or_default(),
        );
    }
    fields.finish();
    Some(all)
}

fn due(quarter: u8, node: &Node, sink: &Sink) -> Option<Due> {
    let fields = Fields::of(node, sink)?;
    let kind = fields.req("loai", id);
    let deadline = fields.opt("han_nop", month_and_day);
    let time = fields.opt("lan", time).unwrap_or(1);
    fields.finish();
    Some(Due { quarter, kind: kind?, deadline, time })
}

fn issuers(node: &Node, sink: &Sink) -> Option<(Vec<Issuer>, Vec<Issuer>)> {
    let fields = Fields::of(node, sink)?;
    let unit = fields.req("don_vi", |n, s| list(n, s, issuer));
    let area = fields.req("tong_hop", |n, s| list(n, s, issuer));
    fields.finish();
    Some((unit?, area?))
}

/// Units in the order of the list, those with an `stt` at that place of it.
fn units(node: &Node, sink: &Sink) -> Option<Vec<Unit>> {
    let mut read = list(node, sink, unit)?;
    repeated(read.iter().map(|(_, unit)| unit), sink);
    read.sort_by_key(|(order, _)| order.unwrap_or(u32::MAX));
    let placed = read.iter().take_while(|(order, _)| order.is_some()).count();
    let mut units: Vec<Unit> = read.split_off(placed).into_iter().map(|(_, unit)| unit).collect();
    for (order, unit) in read {
        let place = order.map_or(0, |order| order.saturating_sub(1) as usize);
        units.insert(place.min(units.len()), unit);
    }
    Some(units)
}

/// An id given twice would overwrite files.
fn repeated<'u>(units: impl Iterator<Item = &'u Unit>, sink: &Sink) {
    let mut seen: BTreeMap<&Id, &Span> = BTreeMap::new();
    for unit in units {
        if let Some(first) = seen.get(&unit.id) {
            let message = format!("mã «{}» được khai báo hai lần", unit.id);
            let finding = Finding::new(Code::BadId, message).at(&unit.span);
            sink.push(finding.first_at(first).hint("đổi một trong hai mã"));
        } else {
            seen.insert(&unit.id, &unit.span);
        }
    }
}

//! Reads what a plan says of its reports beyond the calendar: the phases it closes, the superior's own outlines and
//! forms. Not for whether a kind has such a section or column ([`crate::report::views::outline`]).

use std::collections::BTreeMap;

use super::dates::{month_and_day, period};
use super::plan_parts::turned_round;
use crate::diagnostic::{Code, Finding};
use crate::model::id::Id;
use crate::model::names::{CLOSING, UNITS};
use crate::model::outline::Outline;
use crate::model::period::Period;
use crate::model::plan::{Due, Phase};
use crate::model::text::Line;
use crate::source::At;
use crate::yaml::fields::{Fields, Sink, shorten};
use crate::yaml::tree::{Key, Node, Value};
use crate::yaml::values::{id, id_at, ids, line, line_at, list};

/// `tong_ket`: the phases that are closed by a report.
pub(crate) fn phases(node: &Node, sink: &Sink) -> Option<Vec<Phase>> {
    list(node, sink, phase)
}

fn phase(node: &Node, sink: &Sink) -> Option<Phase> {
    let fields = Fields::of(node, sink)?;
    let phase_id = fields.req("ma", id_at);
    let name = fields.opt("ten", line);
    let kind = fields.opt("loai", id);
    let kind = kind.unwrap_or_else(|| Id::parse(CLOSING).expect("a literal id"));
    let (from, to) = (fields.req("tu", period), fields.req("den", period));
    let deadline = fields.opt("han_nop", month_and_day);
    fields.finish();
    let (from, to) = (from?, to?);
    if from > to {
        let message = format!("giai đoạn bắt đầu ở {from}, sau khi kết thúc ở {to}");
        sink.push(turned_round(message, node.at("tu"), node.at("den")));
        return None;
    }
    let due = Due { quarter: to.quarter(), kind, deadline, time: 1 };
    let At { value, span } = phase_id?;
    Some(Phase { id: not_a_period(value, node, sink)?, span, name, from, to, due })
}

/// A folder cannot be a phase and a quarter at once.
fn not_a_period(id: Id, node: &Node, sink: &Sink) -> Option<Id> {
    if !Period::is_like(id.as_str()) && id.as_str() != UNITS {
        return Some(id);
    }
    let message =
        format!("«{id}» không dùng làm mã tổng kết được: trùng cách đặt tên thư mục khác");
    sink.push(
        Finding::new(Code::BadId, message).at(&node.span).hint("đặt mã như tong-ket-2024-2025"),
    );
    None
}

/// `de_cuong` and `bieu_mau`: the superior's own, by kind of report.
pub(crate) fn outlines(fields: &Fields<'_>) -> BTreeMap<Id, Outline> {
    let mut all: BTreeMap<Id, Outline> = BTreeMap::new();
    fields.opt("de_cuong", |node, sink| {
        by_kind(node, sink, |kind, node| {
            let fields = Fields::of(node, sink)?;
            let own = named(&mut all, kind);
            own.sections = fields.opt("muc", names).unwrap_or_default();
            own.headings.extend(
                fields.opt("de_muc", |n, s| headings(n, s, "de_muc")).into_iter().flatten(),
            );
            fields.finish();
            Some(())
        })
    });
    fields.opt("bieu_mau", |node, sink| {
        by_kind(node, sink, |kind, node| {
            let fields = Fields::of(node, sink)?;
            let own = named(&mut all, kind);
            own.columns = fields.opt("cot", names).unwrap_or_default();
            own.headings.extend(
                fields.opt("ten_cot", |n, s| headings(n, s, "bang.cot")).into_iter().flatten(),
            );
            own.targets = fields.opt("chi_tieu", ids).unwrap_or_default();
            fields.finish();
            Some(())
        })
    });
    all
}

/// The outline of a kind, with one more place it is named at.
fn named(all: &mut BTreeMap<Id, Outline>, kind: At<Id>) -> &mut Outline {
    let own = all.entry(kind.value).or_default();
    own.named.push(kind.span);
    own
}

fn entries<'n>(node: &'n Node, sink: &Sink) -> Option<&'n [(Key, Node)]> {
    if let Value::Map(entries) = &node.value {
        return Some(entries);
    }
    let message = "chỗ này cần các dòng «mã: …»";
    sink.push(Finding::new(Code::WrongForm, message).at(&node.span));
    None
}

fn by_kind(
    node: &Node,
    sink: &Sink,
    mut read: impl FnMut(At<Id>, &Node) -> Option<()>,
) -> Option<()> {
    for (key, node) in entries(node, sink)? {
        match Id::parse(&key.text) {
            Ok(value) => _ = read(At { value, span: key.span.clone() }, node),
            Err(why) => {
                let message = format!("«{}» không phải loại báo cáo: {why}", shorten(&key.text));
                sink.push(
                    Finding::new(Code::BadId, message)
                        .at(&key.span)
                        .hint("ghi đúng tên loại như ở lich_bao_cao, ví dụ nam"),
                );
            }
        }
    }
    Some(())
}

fn names(node: &Node, sink: &Sink) -> Option<Vec<At<Line>>> {
    list(node, sink, line_at)
}

fn headings(node: &Node, sink: &Sink, bank: &str) -> Option<Vec<(String, At<Line>)>> {
    let read = entries(node, sink)?.iter().filter_map(|(key, node)| {
        let words = At { value: line(node, sink)?, span: key.span.clone() };
        Some((format!("{bank}.{}", key.text), words))
    });
    Some(read.collect())
}

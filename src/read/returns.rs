//! Reads returns, the board's text and recognitions. Not for rules between figures ([`crate::validate`]).

use std::collections::BTreeMap;

use chrono::Datelike;

use super::amounts::{amount, published, swallowed};
use super::dates::period;
use super::entries::known_entries;
use super::heading::{heading, same_period, same_unit};
use super::narrative::NarrativeReader;
use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::model::figure::FigureKind;
use crate::model::id::Id;
use crate::model::keyed_texts::countable;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::{
    Acknowledgement, BoardText, Narrative, Recognition, Recognitions, Reported, Return, Revision,
};
use crate::source::At;
use crate::validate::heading::lived;
use crate::vietnamese::nearest::nearest;
use crate::yaml::fields::{Fields, Sink, shorten};
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::{date, date_at, id_at, line, list, scalar};

/// Reads `<period>/<unit>.yaml`. `unit` and `period` are what the file's own name and folder say.
pub fn unit_return(
    node: &Node,
    plan: &Plan,
    unit: &Id,
    period: Period,
    sink: &Sink,
) -> Option<Return> {
    let fields = Fields::of(node, sink)?;
    let texts = NarrativeReader::of(plan, Some(unit));
    same_unit(&fields, unit, plan);
    same_period(&fields, period);
    let heading = heading(&fields, plan);
    let figures = fields.opt("so_lieu", |n, s| figures(n, plan, s)).unwrap_or_default();
    let explanations = fields
        .opt("giai_trinh", |n, s| texts.by_id(n, s, "số liệu", &figure_ids(plan)))
        .unwrap_or_default();
    let acknowledged = acknowledged(&fields);
    let revisions = fields
        .opt("dieu_chinh", |n, s| list(n, s, |n, s| revision(n, plan, s)))
        .unwrap_or_default();
    let narrative = texts.narrative(&fields);
    fields.finish();
    Some(Return {
        unit: unit.clone(),
        period,
        heading: heading?,
        figures,
        explanations,
        acknowledged,
        revisions,
        narrative,
    })
}

/// Reads `<period>/_tong-hop.yaml`.
pub fn board_text(node: &Node, plan: &Plan, period: Period, sink: &Sink) -> Option<BoardText> {
    let fields = Fields::of(node, sink)?;
    same_period(&fields, period);
    let heading = heading(&fields, plan);
    let published =
        fields.opt("doi_chieu", |n, s| published_totals(n, plan, s)).unwrap_or_default();
    let acknowledged = acknowledged(&fields);
    let counted = |node: &Node, sink: &Sink| list(node, sink, |n, s| countable_key(n, plan, s));
    let counted_unwritten = fields.opt("neu_don_vi_chua_viet", counted).unwrap_or_default();
    let narrative = NarrativeReader::of(plan, None).narrative(&fields);
    let narrative = Narrative { counted_unwritten, ..narrative };
    fields.finish();
    Some(BoardText { period, heading: heading?, published, acknowledged, narrative })
}

/// The key of a text, of several together or of one task or addressee of the plan.
fn countable_key(node: &Node, plan: &Plan, sink: &Sink) -> Option<String> {
    let typed = scalar(node, sink)?;
    let known = countable(plan);
    let same = |key: &&String| *key == typed || **key == typed.replace('-', "_");
    if let Some(key) = known.iter().find(same) {
        return Some(key.clone());
    }
    let near = nearest(typed, known.iter().map(String::as_str));
    let message = format!("không có phần lời văn «{}»", shorten(typed));
    sink.push(
        Finding::new(Code::UnknownName, message).at(&node.span).did_you_mean(
            near,
            "ghi khóa của phần lời văn trong tệp đơn vị, ví dụ danh_gia.han_che",
        ),
    );
    None
}

/// Reads `don-vi/<unit>.yaml`.
pub fn recognitions(node: &Node, plan: &Plan, unit: &Id, sink: &Sink) -> Option<Recognitions> {
    let fields = Fields::of(node, sink)?;
    same_unit(&fields, unit, plan);
    let declared: Vec<&str> = plan
        .figures
        .iter()
        .filter(|f| f.kind == FigureKind::Recognition)
        .map(|f| f.id.as_str())
        .collect();
    let read = fields.opt("cong_nhan", |node, sink| {
        let entries = known_entries(node, sink, "công nhận", &declared)?;
        Some(entries.filter_map(|(id, node)| Some((id, list(node, sink, recognition)?))).collect())
    });
    fields.finish();
    Some(read.unwrap_or_default())
}

/// `chap_nhan`, the same in every file with texts.
pub(super) fn acknowledged(fields: &Fields<'_>) -> Vec<Acknowledgement> {
    fields.opt("chap_nhan", |node, sink| list(node, sink, acknowledgement)).unwrap_or_default()
}

fn acknowledgement(node: &Node, sink: &Sink) -> Option<Acknowledgement> {
    let fields = Fields::of(node, sink)?;
    let code = fields.req("ma", |node, sink| {
        let text = scalar(node, sink)?;
        let code = Code::parse(text);
        if code.is_none() {
            let message = format!("không có mã phát hiện «{}»", shorten(text));
            sink.push(Finding::new(Code::UnknownName, message).at(&node.span).hint(
                nearest(text, Code::ALL.iter().map(|code| code.id())).map_or_else(
                    || "chép mã trong ngoặc vuông của cảnh báo, ví dụ V07".to_owned(),
                    |near| format!("{} Chép mã trong ngoặc vuông của cảnh báo", did_you_mean(near)),
                ),
            ));
        }
        code
    });
    let (about, reason) = (fields.req("o", line), fields.req("ly_do", line));
    fields.finish();
    Some(Acknowledgement { code: code?, about: about?, reason: reason?, span: node.span.clone() })
}

fn revision(node: &Node, plan: &Plan, sink: &Sink) -> Option<Revision> {
    let fields = Fields::of(node, sink)?;
    let period = fields.req("ky", period);
    let figure = fields.req("o", id_at).filter(|id| {
        let known = plan.figure(id.value.as_str()).is_some();
        if !known {
            let near = nearest(id.value.as_str(), figure_ids(plan).into_iter());
            sink.push(
                Finding::new(Code::UnknownName, format!("không có số liệu «{}»", id.value))
                    .at(&id.span)
                    .did_you_mean(near, "ghi mã một số liệu của kế hoạch"),
            );
        }
        known
    });
    let reason = fields.req("ly_do", line);
    fields.finish();
    Some(Revision { period: period?, figure: figure?.value, reason: reason? })
}

fn recognition(node: &Node, sink: &Sink) -> Option<Recognition> {
    let fields = Fields::of(node, sink)?;
    let (number, from, to) =
        (fields.req("so", line), fields.req("ngay", date), fields.req("den", date_at));
    fields.finish();
    let span = node.span.clone();
    let read = Recognition { number: number?, date: from?, expires: to?, span };
    for date in [read.date, read.expires.value] {
        lived(date.year(), &node.span, sink);
    }
    if read.expires.value <= read.date {
        let message = "ngày hết hiệu lực không sau ngày quyết định công nhận";
        sink.push(
            Finding::new(Code::BadRecognition, message)
                .at(&node.span)
                .also(&read.expires.span, "ngày hết hiệu lực")
                .hint("xem lại «ngay» và «den»"),
        );
        return None;
    }
    Some(read)
}

fn figure_ids(plan: &Plan) -> Vec<&str> {
    plan.figures.iter().map(|figure| figure.id.as_str()).collect()
}

fn figures(node: &Node, plan: &Plan, sink: &Sink) -> Option<BTreeMap<Id, Reported>> {
    let declared: Vec<&str> = plan
        .figures
        .iter()
        .filter(|f| f.kind != FigureKind::Recognition)
        .map(|f| f.id.as_str())
        .collect();
    let entries = known_entries(node, sink, "số liệu", &declared)?;
    let read = entries.filter_map(|(id, node)| {
        let figure = plan.figure(id.as_str())?;
        if matches!(node.value, Value::Null) {
            swallowed(node, figure, sink);
            return None;
        }
        amount(node, figure, sink).map(|reported| (id, reported))
    });
    Some(read.collect())
}

fn published_totals(node: &Node, plan: &Plan, sink: &Sink) -> Option<BTreeMap<Id, At<i64>>> {
    let declared = figure_ids(plan);
    let entries = known_entries(node, sink, "số liệu", &declared)?;
    let read = entries.filter_map(|(id, node)| {
        let figure = plan.figure(id.as_str())?;
        published(node, figure, sink)
            .map(|total| (id, At { value: total, span: node.span.clone() }))
    });
    Some(read.collect())
}

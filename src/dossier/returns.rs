//! Reads returns, the board's text and recognitions. Not for rules between figures ([`crate::validate`]).

use std::collections::BTreeMap;

use super::amounts::{amount, published, swallowed};
use super::closing::other_document;
use super::date_slips::period_meant;
use super::fields::{Fields, Sink, shorten, unknown};
use super::narrative::Pen;
use super::plan_forms::period;
use super::values::{date, flag, id_at, integer, line, list, scalar};
use super::yaml::{Key, Node, Value};
use crate::diagnostic::{Code, Finding};
use crate::model::figure::FigureKind;
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::{
    Acknowledgement, BoardText, Heading, Recognition, Recognitions, Reported, Return, Revision,
};
use crate::source::At;
use crate::vietnamese::nearest::nearest;

/// Reads `<period>/<unit>.yaml`. `unit` and `period` are what the file's own name and folder say.
pub fn unit_return(
    node: &Node,
    plan: &Plan,
    unit: &Id,
    period: Period,
    sink: &Sink,
) -> Option<Return> {
    let fields = Fields::of(node, sink)?;
    let pen = Pen::of(plan, Some(unit));
    same_unit(&fields, unit, plan);
    same_period(&fields, period);
    let heading = heading(&fields, plan);
    let figures = fields.opt("so_lieu", |n, s| figures(n, plan, s)).unwrap_or_default();
    let explanations = fields
        .opt("giai_trinh", |n, s| pen.by_id(n, s, "số liệu", &figure_ids(plan)))
        .unwrap_or_default();
    let acknowledged =
        fields.opt("chap_nhan", |n, s| list(n, s, acknowledgement)).unwrap_or_default();
    let revisions = fields
        .opt("dieu_chinh", |n, s| list(n, s, |n, s| revision(n, plan, s)))
        .unwrap_or_default();
    let narrative = pen.narrative(&fields);
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
    let narrative = Pen::of(plan, None).narrative(&fields);
    fields.finish();
    Some(BoardText { period, heading: heading?, published, narrative })
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
                    |near| format!("có phải là «{near}»? Chép mã trong ngoặc vuông của cảnh báo"),
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
            let hint = nearest(id.value.as_str(), figure_ids(plan).into_iter()).map_or_else(
                || "ghi mã một số liệu của kế hoạch".to_owned(),
                |near| format!("có phải là «{near}»?"),
            );
            sink.push(
                Finding::new(Code::UnknownName, format!("không có số liệu «{}»", id.value))
                    .at(&id.span)
                    .hint(hint),
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
        (fields.req("so", line), fields.req("ngay", date), fields.req("den", date));
    fields.finish();
    let read = Recognition { number: number?, date: from?, expires: to? };
    if read.expires <= read.date {
        let message = "ngày hết hiệu lực không sau ngày quyết định công nhận";
        sink.push(
            Finding::new(Code::BadRecognition, message)
                .at(&node.span)
                .hint("xem lại «ngay» và «den»"),
        );
        return None;
    }
    Some(read)
}

/// The file's own `don_vi` is its name.
pub fn same_unit(fields: &Fields<'_>, unit: &Id, plan: &Plan) {
    if let Some(named) = fields.req("don_vi", id_at).filter(|named| named.value != *unit) {
        let message = format!("«don_vi: {}» khác tên tệp «{unit}.yaml»", named.value);
        let hint = if plan.unit(named.value.as_str()).is_some() {
            format!(
                "nếu tệp này của {unit} thì viết don_vi: {unit}; nếu của {0} thì đổi tên tệp thành {0}.yaml",
                named.value
            )
        } else {
            format!("có phải là «{unit}»? Mã đơn vị phải trùng tên tệp")
        };
        fields.sink.push(Finding::new(Code::UnknownName, message).at(&named.span).hint(hint));
    }
}

fn same_period(fields: &Fields<'_>, period: Period) {
    let read = fields.req("ky", line);
    if let Some((typed, node)) =
        read.zip(fields.get("ky")).filter(|(typed, _)| typed.as_str() != period.to_string())
    {
        let message = format!("«ky: {typed}» khác thư mục chứa tệp «{period}»");
        let hint = if period_meant(typed.as_str()) == Some(period) {
            format!("viết ky: {period}")
        } else {
            format!("viết ky: {period}, hoặc chuyển tệp sang đúng thư mục")
        };
        fields.sink.push(Finding::new(Code::WrongForm, message).at(&node.span).hint(hint));
    }
}

/// What stands at the head of a file that was handed in.
pub fn heading(fields: &Fields<'_>, plan: &Plan) -> Option<Heading> {
    let as_of =
        fields.req("chot_den", |n, s| Some(At { value: date(n, s)?, span: n.span.clone() }));
    let illustrative = fields.opt("minh_hoa", flag).unwrap_or(false);
    let document = fields.opt("van_ban", |node, sink| {
        let fields = Fields::of(node, sink)?;
        let read = (fields.opt("so", integer), fields.opt("ngay", date));
        fields.finish();
        Some(read)
    });
    let (number, date) = document.unwrap_or_default();
    let document = fields.get("van_ban").map(|node| node.span.clone());
    let others = fields
        .opt("van_ban_khac", |n, s| list(n, s, |n, s| other_document(n, plan, s)))
        .unwrap_or_default();
    Some(Heading { as_of: as_of?, illustrative, number, date, document, others })
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

/// The entries of a mapping whose keys must be among `declared`; others are found and left out.
pub(super) fn known_entries<'n>(
    node: &'n Node,
    sink: &Sink,
    what: &str,
    declared: &[&str],
) -> Option<impl Iterator<Item = (Id, &'n Node)>> {
    let Value::Map(entries) = &node.value else {
        sink.push(
            Finding::new(Code::WrongForm, "chỗ này cần các dòng «mã: giá trị»").at(&node.span),
        );
        return None;
    };
    let known = |key: &Key| {
        let known = declared.contains(&key.text.as_str());
        if !known {
            sink.push(unknown(Code::UnknownName, what, key, declared.iter().copied()));
        }
        known
    };
    let kept: Vec<_> = entries.iter().filter(|(key, _)| known(key)).collect();
    Some(kept.into_iter().filter_map(|(key, node)| Some((Id::parse(&key.text).ok()?, node))))
}

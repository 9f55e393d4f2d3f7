//! Reads what units and the board say at the end of a phase, and the numbers of further documents. Not for returns
//! ([`super::returns`]): the figures of a phase are in those.

use super::fields::{Fields, Sink};
use super::narrative::Pen;
use super::returns::{heading, same_unit};
use super::values::{date, id, id_at, integer, line};
use super::yaml::Node;
use crate::diagnostic::{Code, Finding};
use crate::model::id::Id;
use crate::model::plan::{Phase, Plan};
use crate::model::returns::{Closing, OtherDocument};

/// Reads `<phase>/<unit>.yaml`, or without a unit `<phase>/_tong-hop.yaml`.
pub fn closing(
    node: &Node,
    plan: &Plan,
    unit: Option<&Id>,
    phase: &Phase,
    sink: &Sink,
) -> Option<Closing> {
    let fields = Fields::of(node, sink)?;
    if let Some(unit) = unit {
        same_unit(&fields, unit, plan);
    }
    same_phase(&fields, phase);
    let heading = heading(&fields, plan);
    let narrative = Pen::of(plan, unit).narrative(&fields);
    fields.finish();
    Some(Closing { heading: heading?, narrative })
}

fn same_phase(fields: &Fields<'_>, phase: &Phase) {
    let read = fields.req("ky", line).zip(fields.get("ky"));
    if let Some((typed, node)) = read.filter(|(typed, _)| typed.as_str() != phase.id.as_str()) {
        let message = format!("«ky: {typed}» khác thư mục chứa tệp «{}»", phase.id);
        fields.sink.push(
            Finding::new(Code::WrongForm, message)
                .at(&node.span)
                .hint("sửa kỳ, hoặc chuyển tệp sang đúng thư mục"),
        );
    }
}

/// One entry of `van_ban_khac`.
pub fn other_document(node: &Node, plan: &Plan, sink: &Sink) -> Option<OtherDocument> {
    let fields = Fields::of(node, sink)?;
    let kind = fields.req("loai", id);
    let unit = fields.opt("don_vi", id_at);
    let (number, date) = (fields.opt("so", integer), fields.opt("ngay", date));
    fields.finish();
    if let Some(unit) = unit.as_ref().filter(|unit| plan.unit(unit.value.as_str()).is_none()) {
        let message = format!("không có đơn vị nào mang mã «{}»", unit.value);
        sink.push(
            Finding::new(Code::UnknownName, message)
                .at(&unit.span)
                .hint("ghi mã của đơn vị nhận văn bản, như trong ke-hoach.yaml"),
        );
    }
    Some(OtherDocument { kind: kind?, unit: unit.map(|unit| unit.value), number, date })
}

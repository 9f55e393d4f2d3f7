//! Reads what units and the board say at the end of a phase. Not for returns
//! ([`super::returns`]): the figures of a phase are in those.

use super::heading::{heading, same_unit};
use super::narrative::NarrativeReader;
use super::returns::acknowledged;
use crate::diagnostic::{Code, Finding};
use crate::model::id::Id;
use crate::model::plan::{Phase, Plan};
use crate::model::returns::Closing;
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::Node;
use crate::yaml::values::line;

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
    let acknowledged = acknowledged(&fields);
    let narrative = NarrativeReader::of(plan, unit).narrative(&fields);
    fields.finish();
    Some(Closing { heading: heading?, acknowledged, narrative })
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

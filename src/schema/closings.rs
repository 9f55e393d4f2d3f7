//! The shapes of what units and the board say at the end of a phase: texts as in a return, and no figures, which are in
//! the returns of the phase. Not for returns ([`super::returns`]).

use super::returns::{Keys, acknowledgements, heading, narrative, owned, unit};
use super::shape::Shape;
use crate::model::plan::Plan;

/// The schema of `<phase>/<unit>.yaml`.
#[must_use]
pub(crate) fn of_unit(plan: &Plan) -> Shape {
    let mut keys = owned([("don_vi", unit(plan).required())]);
    keys.extend(texts(plan));
    Shape::object(keys).named("Lời văn tổng kết của đơn vị").told(plan.name.as_str())
}

/// The schema of `<phase>/_tong-hop.yaml`.
#[must_use]
pub(crate) fn of_board(plan: &Plan) -> Shape {
    Shape::object(texts(plan)).named("Lời của Ban trong báo cáo tổng kết").told(plan.name.as_str())
}

fn texts(plan: &Plan) -> Keys {
    let meaning = |phase: &crate::model::plan::Phase| {
        let name = phase.name.as_ref().map(|name| format!("{name}, ")).unwrap_or_default();
        format!("{name}từ {} đến {}", phase.from, phase.to)
    };
    let phases = Shape::choice(plan.phases.iter().map(|phase| (phase.id.as_str(), meaning(phase))));
    let period = phases.told("Mã giai đoạn tổng kết, trùng tên thư mục.");
    let as_of = Shape::date().told("Ngày chốt số liệu: trùng ngày chốt của báo cáo kỳ cuối.");
    let mut keys = heading(plan, period, as_of);
    keys.extend(owned([("chap_nhan", acknowledgements())]));
    keys.extend(narrative(plan));
    keys
}

//! What stands at the head of every file that is handed in: unit, period, dates, numbers. Not for whether its dates can be
//! right ([`crate::validate::heading`]).

use super::dates::time;
use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::{Heading, OtherDocument};
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::slips::date::period_meant;
use crate::yaml::tree::Node;
use crate::yaml::values::{date, date_at, flag, id, id_at, integer, line, list};

/// The file's own `don_vi` is its name.
pub(crate) fn same_unit(fields: &Fields<'_>, unit: &Id, plan: &Plan) {
    if let Some(named) = fields.req("don_vi", id_at).filter(|named| named.value != *unit) {
        let message = format!("«don_vi: {}» khác tên tệp «{unit}.yaml»", named.value);
        let hint = if plan.unit(named.value.as_str()).is_some() {
            format!(
                "nếu tệp này của {unit} thì viết don_vi: {unit}; nếu của {0} thì đổi tên tệp thành {0}.yaml",
                named.value
            )
        } else {
            format!("{} Mã đơn vị phải trùng tên tệp", did_you_mean(unit))
        };
        fields.sink.push(Finding::new(Code::UnknownName, message).at(&named.span).hint(hint));
    }
}

/// The file's own `ky` is its folder.
pub(crate) fn same_period(fields: &Fields<'_>, period: Period) {
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
pub(crate) fn heading(fields: &Fields<'_>, plan: &Plan) -> Option<Heading> {
    let as_of = fields.req("chot_den", date_at);
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

/// One entry of `van_ban_khac`.
fn other_document(node: &Node, plan: &Plan, sink: &Sink) -> Option<OtherDocument> {
    let fields = Fields::of(node, sink)?;
    let kind = fields.req("loai", id);
    let unit = fields.opt("don_vi", id_at);
    let time = fields.opt("lan", time).unwrap_or(1);
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
    let unit = unit.map(|unit| unit.value);
    Some(OtherDocument { kind: kind?, unit, time, number, date, span: node.span.clone() })
}

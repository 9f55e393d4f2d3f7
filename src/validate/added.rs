//! Rules on what a roll-up adds up: whether the plan says whose a goal for a sum is, and what cannot be added at all. Not for
//! what is made of it ([`crate::rollup`]).

use crate::diagnostic::{Code, Finding};
use crate::model::figure::Figure;
use crate::model::plan::Plan;
use crate::model::target::Target;
use crate::yaml::fields::Sink;

/// V18: a goal for a sum is each unit's or the whole area's.
pub(super) fn target(plan: &Plan, target: &Target, sink: &Sink) {
    if !plan.is_goal_left_open(target) {
        return;
    }
    let top = plan.top_level.as_ref().map_or("<cap_tong_hop>", |level| level.as_str());
    let message = format!(
        "chỉ tiêu «{}» đặt mức cho một số cộng, chưa nói là mức của từng đơn vị hay của cả địa bàn; báo cáo chưa đánh giá chỉ tiêu này",
        target.id
    );
    sink.push(Finding::new(Code::UnstatedLevel, message).at(&target.span).about(&target.id).hint(
        format!("thêm cap_danh_gia: {top} nếu xét tổng của cả địa bàn, hoặc cấp của đơn vị nếu mỗi đơn vị phải đạt"),
    ));
}

/// V19: shares, rates and means of several units have no sum.
pub(super) fn figure(plan: &Plan, figure: &Figure, sink: &Sink) {
    let told = figure.kind.is_yes_no() || figure.is_additive() || figure.weight.is_some();
    if told || plan.reporters(figure) < 2 {
        return;
    }
    let measure =
        if figure.measure.is_empty() { "số bình quân" } else { figure.measure.as_str() };
    let message = format!(
        "số liệu «{}» ({measure}) của nhiều đơn vị không cộng lại được; báo cáo tổng hợp chỉ in khoảng và số đứng giữa",
        figure.id
    );
    sink.push(Finding::new(Code::NotAdditive, message).at(&figure.span).about(&figure.id).hint(
        "khai tử số và mẫu số thành hai số liệu và đặt chỉ tiêu tỷ lệ, hoặc thêm trong_so: <mã số liệu làm trọng số>",
    ));
}

//! Rules between the figures of one return (V02, V03, missing ones). Not for comparisons over time.

use crate::diagnostic::{Code, Finding};
use crate::dossier::fields::Sink;
use crate::dossier::yaml::Node;
use crate::model::figure::{Figure, FigureKind};
use crate::model::plan::Plan;
use crate::model::returns::{Amount, Recognitions, Reported, Return};
use crate::source::Span;
use crate::vietnamese::number::whole;

/// Checks one return against what the plan declares.
pub fn check(read: &Return, plan: &Plan, recognitions: &Recognitions, node: &Node, sink: &Sink) {
    let Some(unit) = plan.unit(read.unit.as_str()) else { return };
    for figure in &plan.figures {
        match read.figures.get(&figure.id) {
            Some(reported) if !plan.owes(unit, figure) => {
                not_theirs(figure, &unit.full_name(), reported, sink);
            }
            Some(reported) => not_over(figure, reported, read, plan, sink),
            None if figure.kind == FigureKind::Recognition
                || figure.optional
                || !plan.owes(unit, figure) => {}
            None => missing(figure, &Span::new(node.span.file(), 0..0), sink),
        }
    }
    wholes(read, plan, sink);
    for id in recognitions.keys().filter(|id| plan.figure(id.as_str()).is_none()) {
        sink.push(
            Finding::new(Code::UnknownName, format!("công nhận «{id}» không có trong kế hoạch"))
                .at(&node.span),
        );
    }
}

fn missing(figure: &Figure, span: &Span, sink: &Sink) {
    sink.push(
        Finding::new(
            Code::MissingFigure,
            format!("thiếu số liệu «{}» ({})", figure.id, figure.name),
        )
        .at(span)
        .hint(format!(
            "thêm dòng «{}: …» trong so_lieu; nếu không phát sinh, viết khong-phat-sinh",
            figure.id
        )),
    );
}

fn not_theirs(figure: &Figure, unit: &str, reported: &Reported, sink: &Sink) {
    sink.push(
        Finding::new(
            Code::UnknownName,
            format!("{unit} không phải đơn vị báo cáo số liệu «{}»", figure.id),
        )
        .at(&reported.span)
        .hint("xóa dòng này; kế hoạch giao số liệu này cho đơn vị khác (bao_cao_boi)"),
    );
}

/// V02: a part is not more than its whole.
fn not_over(figure: &Figure, reported: &Reported, read: &Return, plan: &Plan, sink: &Sink) {
    let whole_figure = figure.not_over.as_ref().and_then(|id| plan.figure(id.as_str()));
    let Some((over, over_reported)) =
        whole_figure.and_then(|w| Some((w, read.figures.get(&w.id)?)))
    else {
        return;
    };
    let (Amount::Value(part), Amount::Value(all)) = (reported.amount, over_reported.amount) else {
        return;
    };
    if part > all && figure.decimals == over.decimals {
        let message = format!(
            "«{}» là {}, lớn hơn «{}» là {}",
            figure.id,
            whole(part.into()),
            over.id,
            whole(all.into())
        );
        sink.push(
            Finding::new(Code::OverWhole, message)
                .at(&reported.span)
                .hint(format!("kiểm tra cả hai số: {} không thể vượt {}", figure.name, over.name)),
        );
    }
}

/// V03: a whole of 0 is refused unless the plan allows it.
fn wholes(read: &Return, plan: &Plan, sink: &Sink) {
    let used = |figure: &Figure| {
        plan.targets.iter().any(|target| match &target.measure {
            crate::model::target::Measure::Ratio { denominator, .. } => {
                denominator.contains(&figure.id)
            }
            _ => false,
        })
    };
    for figure in plan.figures.iter().filter(|figure| !figure.zero_allowed && used(figure)) {
        if let Some(zero) =
            read.figures.get(&figure.id).filter(|reported| reported.amount == Amount::Value(0))
        {
            sink.push(
                Finding::new(
                    Code::ZeroWhole,
                    format!("«{}» bằng 0 nên không tính được tỷ lệ", figure.id),
                )
                .at(&zero.span)
                .hint("nếu không phát sinh, viết khong-phat-sinh; nếu chưa có số liệu, để trống"),
            );
        }
    }
}

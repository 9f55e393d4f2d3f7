//! Rules between the figures of one return (V02, V03, V04, V10, missing ones). Not for comparisons over time
//! ([`super::history`]).

use crate::diagnostic::{Code, Finding, Severity};
use crate::model::exact::{Exact, power_of_ten};
use crate::model::figure::{Figure, FigureKind};
use crate::model::id::Id;
use crate::model::number;
use crate::model::number::{steps, typed};
use crate::model::plan::Plan;
use crate::model::returns::{Amount, Recognitions, Reported, Return};
use crate::model::target::{Measure, Target};
use crate::source::{At, Span};
use crate::yaml::fields::Sink;
use crate::yaml::tree::{Node, Value};

/// Checks one return against what the plan declares.
pub fn check(read: &Return, plan: &Plan, recognitions: &Recognitions, node: &Node, sink: &Sink) {
    let Some(unit) = plan.unit(read.unit.as_str()) else { return };
    for figure in &plan.figures {
        match read.figures.get(&figure.id) {
            Some(reported) if !figure.is_owed_by(unit) => {
                not_theirs(figure, &unit.full_name(), reported, sink);
            }
            Some(reported) => {
                not_over(figure, reported, read, plan, sink);
                sum_of(figure, reported, read, sink);
            }
            None if figure.kind == FigureKind::Recognition
                || figure.optional
                || !figure.is_owed_by(unit) => {}
            // A value that was written but could not be read has a finding of its own.
            None if written(node, figure) => {}
            None => missing(figure, node, sink),
        }
    }
    wholes(read, plan, sink);
    plan.targets.iter().for_each(|target| over_hundred(target, read, plan, sink));
    super::recognitions::check(read, plan, recognitions, sink);
}

fn written(node: &Node, figure: &Figure) -> bool {
    let value = node.at("so_lieu").and_then(|figures| figures.at(figure.id.as_str()));
    value.is_some_and(|value| !matches!(value.value, Value::Null))
}

fn missing(figure: &Figure, node: &Node, sink: &Sink) {
    let figures = node.at("so_lieu");
    // A key without a value, as in a file that was opened.
    let blank = figures.and_then(|figures| figures.key(figure.id.as_str()));
    let place =
        figures.map_or_else(|| Span::whole(node.span.file()), |figures| figures.span.clone());
    let place = Span::new(place.file(), place.range().start..place.range().start);
    let cure = match blank {
        Some(_) => format!("ghi số vào sau «{}:»", figure.id),
        None => format!("thêm dòng «{}: …» trong so_lieu", figure.id),
    };
    sink.push(
        Finding::new(
            Code::MissingFigure,
            format!("thiếu số liệu «{}» ({})", figure.id, figure.name),
        )
        .at(blank.unwrap_or(&place))
        .about(&figure.id)
        .hint(format!("{cure}; nếu không phát sinh, viết khong-phat-sinh")),
    );
}

fn not_theirs(figure: &Figure, unit: &str, reported: &Reported, sink: &Sink) {
    sink.push(
        Finding::new(
            Code::UnknownName,
            format!("{unit} không phải đơn vị báo cáo số liệu «{}»", figure.id),
        )
        .at(&reported.span)
        .about(&figure.id)
        .hint("xóa dòng này; kế hoạch giao số liệu này cho đơn vị khác (bao_cao_boi, ap_dung)"),
    );
}

/// V02, V10: a part is not more than its whole, nor more than a related figure of another measure.
fn not_over(figure: &Figure, reported: &Reported, read: &Return, plan: &Plan, sink: &Sink) {
    for over in figure.not_over.iter().filter_map(|id| plan.figure(id.value.as_str())) {
        let Some(limit) = read.figures.get(&over.id) else { continue };
        let (Amount::Value(part), Amount::Value(all)) = (reported.amount, limit.amount) else {
            continue;
        };
        if exact(part, figure) <= exact(all, over) {
            continue;
        }
        let code = if figure.measure == over.measure { Code::OverWhole } else { Code::OverRelated };
        let message = format!(
            "«{}» là {}, lớn hơn «{}» là {}",
            figure.id,
            steps(part, figure.decimals),
            over.id,
            steps(all, over.decimals)
        );
        sink.push(
            Finding::new(code, message)
                .at(&reported.span)
                .about(&figure.id)
                .value(steps(part, figure.decimals))
                .label(format!("nhiều nhất là {}", steps(all, over.decimals)))
                .also(&limit.span, format!("«{}» là {}", over.id, steps(all, over.decimals)))
                .hint(format!("kiểm tra cả hai số: {} không thể vượt {}", figure.name, over.name)),
        );
    }
}

/// Where the figures of a list stand.
fn reported_at<'r>(figures: &[At<Id>], read: &'r Return) -> Vec<&'r Span> {
    figures.iter().filter_map(|id| Some(&read.figures.get(&id.value)?.span)).collect()
}

/// V04 within a return: a figure is the sum of its parts.
fn sum_of(figure: &Figure, reported: &Reported, read: &Return, sink: &Sink) {
    let Amount::Value(total) = reported.amount else { return };
    let part = |id: &At<Id>| match read.figures.get(&id.value).map(|part| part.amount) {
        Some(Amount::Value(value)) => Some(value),
        Some(Amount::NoneArose) => Some(0),
        None => None,
    };
    let Some(parts) = figure.sum_of.iter().map(part).collect::<Option<Vec<i64>>>() else { return };
    let sum: i64 = parts.iter().sum();
    if parts.is_empty() || sum == total {
        return;
    }
    let names: Vec<&str> = figure.sum_of.iter().map(|id| id.value.as_str()).collect();
    let parts_at = reported_at(&figure.sum_of, read);
    let message = format!(
        "«{}» là {}, khác tổng {} là {}",
        figure.id,
        steps(total, figure.decimals),
        names.join(" + "),
        steps(sum, figure.decimals)
    );
    sink.push(
        Finding::new(Code::NotReconciled, message)
            .severity(Severity::Error)
            .at(&reported.span)
            .about(&figure.id)
            .value(steps(total, figure.decimals))
            .also_all(parts_at, "được cộng vào")
            .hint(format!(
                "nếu các phần đúng, viết {}; nếu không, tìm phần nhập sai",
                typed(sum, figure.decimals)
            )),
    );
}

/// V02: a whole of 0 is refused unless the plan allows it.
fn wholes(read: &Return, plan: &Plan, sink: &Sink) {
    let used = |figure: &Figure| {
        plan.targets.iter().any(|target| match &target.measure {
            Measure::Ratio { denominator, .. } => {
                denominator.iter().any(|id| id.value == figure.id)
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
                    Code::OverWhole,
                    format!("«{}» bằng 0 nên không tính được tỷ lệ", figure.id),
                )
                .at(&zero.span)
                .about(&figure.id)
                .value("0")
                .hint("nếu không phát sinh, viết khong-phat-sinh; nếu chưa có số liệu, để trống"),
            );
        }
    }
}

fn exact(value: i64, figure: &Figure) -> Exact {
    Exact::new(i128::from(value), power_of_ten(figure.decimals))
}

/// V03: a share does not pass 100 % unless the plan says it may.
fn over_hundred(target: &Target, read: &Return, plan: &Plan, sink: &Sink) {
    let Measure::Ratio { numerator, denominator, .. } = &target.measure else { return };
    if target.unit.as_str() != "%" || target.may_pass_hundred {
        return;
    }
    let one = |id: &At<Id>| {
        let figure = plan.figure(id.value.as_str())?;
        match read.figures.get(&id.value)?.amount {
            Amount::Value(value) => Some(exact(value, figure)),
            Amount::NoneArose => Some(Exact::ZERO),
        }
    };
    let sum = |ids: &[At<Id>]| ids.iter().map(one).sum::<Option<Exact>>();
    let (Some(above), Some(below)) = (sum(numerator), sum(denominator)) else { return };
    let declared = numerator.iter().filter_map(|id| plan.figure(id.value.as_str()));
    let bounds = declared.flat_map(|figure| &figure.not_over).map(|id| &id.value);
    let found_already =
        bounds.into_iter().any(|bound| denominator.iter().any(|id| id.value == *bound));
    let first = numerator.first().and_then(|id| Some((&id.value, read.figures.get(&id.value)?)));
    if let Some((id, reported)) =
        first.filter(|_| below > Exact::ZERO && above > below && !found_already)
    {
        let message = format!(
            "{}: {} trên {} là quá 100%",
            target.name,
            number::decimal(above, 3),
            number::decimal(below, 3)
        );
        sink.push(
            Finding::new(Code::OverHundred, message)
                .at(&reported.span)
                .about(id)
                .value(number::decimal(above, 3))
                .also_all(reported_at(&numerator[1..], read), "cùng ở tử số")
                .also_all(reported_at(denominator, read), "mẫu số")
                .hint("kiểm tra tử số và mẫu số; được phép vượt thì kế hoạch khai duoc_vuot_100: true"),
        );
    }
}

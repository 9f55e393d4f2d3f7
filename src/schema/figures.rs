//! What a figure's value may be and what an editor says of it: its name, unit of measure and the plan's rules. Not for
//! whether a value keeps those rules ([`crate::validate`]).

use serde_json::json;

use super::shape::Shape;
use crate::model::figure::{Figure, FigureKind};
use crate::model::id::Id;
use crate::model::limits::LARGEST_AMOUNT;
use crate::model::plan::Plan;
use crate::model::returns::{Amount, Reported};
use crate::model::target::Measure;
use crate::source::At;

/// `so_lieu`: every figure units report.
#[must_use]
pub(crate) fn values(plan: &Plan) -> Shape {
    let reported = plan.figures.iter().filter(|figure| figure.kind != FigureKind::Recognition);
    Shape::object(reported.map(|figure| (figure.id.to_string(), value(figure, plan))))
        .told("Các số liệu, mỗi số một dòng. Chưa có thì bỏ dòng hoặc để null, không ghi 0.")
}

/// A plain amount, without "none arose".
#[must_use]
pub(crate) fn amount(figure: &Figure) -> Shape {
    let most = LARGEST_AMOUNT / 10_i64.pow(u32::from(figure.decimals));
    match (figure.kind, figure.decimals) {
        (FigureKind::Fact, _) => Shape::flag(),
        (_, 0) => Shape::integer(0, most),
        _ => Shape::number().with("minimum", json!(0)).with("maximum", json!(most)),
    }
}

fn value(figure: &Figure, plan: &Plan) -> Shape {
    let none = || {
        Shape::keyword([(
            Amount::NONE_AROSE,
            "không phát sinh: không phải 0, không phải thiếu".to_owned(),
        )])
    };
    let amount_or_none = || Shape::either([amount(figure), none()]).required();
    let source = Shape::line().told("Nguồn số liệu, ví dụ Công an xã.");
    let source = if figure.source_required { source.required() } else { source };
    let mut long = vec![
        ("gia_tri", amount_or_none()),
        ("nguon", source),
        ("uoc", Shape::flag().told("Số ước tính.")),
    ];
    if !figure.measure.is_empty() {
        let measure = (figure.measure.as_str(), "đơn vị tính của kế hoạch".to_owned());
        long.push(("don_vi_tinh", Shape::choice([measure])));
    }
    let waiting = amount_or_none().told(
        "Số kỳ trước, chờ xác nhận: còn đúng thì đổi chữ này thành gia_tri, khác thì ghi số mới.",
    );
    let mut carried = long.clone();
    carried[0].1 = Shape::either([amount(figure), none()]);
    carried.push((Reported::CARRIED, waiting));
    let short = (!figure.source_required).then(|| [amount(figure), none()]);
    let shapes = short.into_iter().flatten().chain([Shape::object(long), Shape::object(carried)]);
    let facts = facts(figure, plan);
    let marked = facts.join("\n- ");
    Shape::either(shapes).named(figure.name.as_str()).told(&facts.join(" ")).with(
        "markdownDescription",
        json!(format!("**{}** (`{}`)\n\n- {marked}", figure.name, figure.id)),
    )
}

/// What the plan says of a figure, a sentence each.
fn facts(figure: &Figure, plan: &Plan) -> Vec<String> {
    let names = |ids: &[At<Id>]| {
        let name = |At { value: id, .. }: &At<Id>| {
            plan.figure(id.as_str())
                .map_or(id.to_string(), |other| format!("{} ({id})", other.name))
        };
        ids.iter().map(name).collect::<Vec<_>>().join("; ")
    };
    let units = figure.reported_by.iter().filter_map(|id| plan.unit(id.value.as_str()));
    let units: Vec<String> = units.map(crate::model::unit::Unit::full_name).collect();
    let said = [
        (!figure.measure.is_empty(), format!("Đơn vị tính: {}.", figure.measure)),
        (true, kind(figure.kind).to_owned()),
        (!figure.not_over.is_empty(), format!("Không lớn hơn: {}.", names(&figure.not_over))),
        (!figure.sum_of.is_empty(), format!("Bằng tổng của: {}.", names(&figure.sum_of))),
        (figure.decimals > 0, format!("Nhiều nhất {} chữ số lẻ, sau dấu chấm.", figure.decimals)),
        (figure.zero_allowed, "Số 0 là bình thường.".to_owned()),
        (figure.steady, "Ít biến động: đổi quá 5% so với quý trước thì được hỏi lại.".to_owned()),
        (figure.source_required, "Phải ghi nguồn.".to_owned()),
        (figure.optional, "Không bắt buộc.".to_owned()),
        (!units.is_empty(), format!("Chỉ báo cáo bởi: {}.", units.join("; "))),
    ];
    let said = said.into_iter().filter_map(|(true_here, fact)| true_here.then_some(fact));
    said.chain(uses(figure, plan)).chain([format!("Cách ghi: {}", written(figure))]).collect()
}

/// The targets a figure goes into.
fn uses(figure: &Figure, plan: &Plan) -> Option<String> {
    let among = |ids: &[At<Id>]| ids.iter().any(|id| id.value == figure.id);
    let part = |measure: &Measure| match measure {
        Measure::Ratio { numerator, .. } if among(numerator) => Some("tử số của"),
        Measure::Ratio { denominator, .. } if among(denominator) => Some("mẫu số của"),
        Measure::Count { fact } if fact.value == figure.id => Some("căn cứ đếm của"),
        Measure::Sum { figures } if among(figures) => Some("số cộng vào"),
        _ => None,
    };
    let uses = plan
        .targets
        .iter()
        .filter_map(|target| Some(format!("{} «{}»", part(&target.measure)?, target.name)));
    let uses: Vec<String> = uses.collect();
    (!uses.is_empty()).then(|| format!("Dùng làm: {}.", uses.join("; ")))
}

fn kind(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Stock => "Số tại ngày chốt số liệu.",
        FigureKind::YearToDate => {
            "Cộng dồn từ ngày 01/01 đến ngày chốt, không phải số của riêng quý."
        }
        FigureKind::Cumulative => "Cộng dồn từ đầu giai đoạn đến ngày chốt.",
        FigureKind::Fact => "Có hoặc không.",
        FigureKind::Recognition => "Quyết định công nhận, ghi ở thư mục don-vi.",
    }
}

/// How a value is written.
fn written(figure: &Figure) -> String {
    let value = match (figure.kind, figure.decimals) {
        (FigureKind::Fact, _) => "true hoặc false",
        (_, 0) => "số nguyên viết liền, ví dụ 4921",
        _ => "số viết liền, phần lẻ sau dấu chấm, ví dụ 1250.5",
    };
    if figure.source_required {
        return format!("{{ gia_tri: …, nguon: … }}, giá trị là {value}; chưa có thì để trống.");
    }
    format!("{value}; không phát sinh thì khong-phat-sinh; chưa có thì để trống.")
}

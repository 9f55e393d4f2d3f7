//! Reads reported amounts: whole counts, money with its decimals, yes/no, "none arose". Not for the plan's own numbers.

use crate::diagnostic::{Code, Finding};
use crate::model::exact::{Exact, power_of_ten};
use crate::model::figure::{Figure, FigureKind};
use crate::model::limits::LARGEST_AMOUNT;
use crate::model::number;
use crate::model::returns::{Amount, Reported};
use crate::source::Span;
use crate::yaml::fields::{Fields, Sink, shorten};
use crate::yaml::slips::cell;
use crate::yaml::slips::number::explain;
use crate::yaml::slips::slip::Slip;
use crate::yaml::slips::written_number::Wanted;
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::{flag, is_keyword, line, scalar};

/// Reads a figure in its short (`2466`) or long (`{ gia_tri: 2466, nguon: … }`) form.
pub(crate) fn amount(node: &Node, figure: &Figure, sink: &Sink) -> Option<Reported> {
    if !matches!(node.value, Value::Map(_)) {
        let amount = plain_amount(node, figure, sink)?;
        missing_source(node, figure, None, sink);
        return Some(Reported { amount, estimate: false, source: None, span: node.span.clone() });
    }
    let fields = Fields::of(node, sink)?;
    let carried = fields.get(Reported::CARRIED);
    let value = if carried.is_some() { fields.get("gia_tri") } else { fields.need("gia_tri") };
    let read = value.map(|value| (plain_amount(value, figure, sink), value.span.clone()));
    let source = fields.opt("nguon", line);
    let estimate = fields.opt("uoc", flag).unwrap_or(false);
    fields.opt("don_vi_tinh", |node, sink| same_measure(node, figure, sink));
    fields.finish();
    if let Some(carried) = carried.filter(|_| read.is_none()) {
        sink.push(unconfirmed(carried, figure));
        return None;
    }
    missing_source(node, figure, source.as_ref(), sink);
    let (amount, span) = read?;
    Some(Reported { amount: amount?, estimate, source, span })
}

/// B08: a value of the period before that nobody has confirmed is no value of this one. It stands under a key of its own, in
/// the place of the value: a clerk who fills the file in cannot pass it over, one word confirms it, nothing of it is printed
/// or added before that, and with the word changed the line is what a clerk would have typed.
fn unconfirmed(carried: &Node, figure: &Figure) -> Finding {
    let text = carried.span.text();
    let message = format!("số kỳ trước của «{}» ({}) chưa được xác nhận", figure.id, figure.name);
    Finding::new(Code::Unconfirmed, message).at(&carried.span).about(&figure.id).value(text).hint(
        format!(
            "nếu kỳ này vẫn là {text}, đổi chữ «{}» thành «gia_tri»; nếu khác, ghi số mới",
            Reported::CARRIED
        ),
    )
}

/// V16: a unit of measure written beside the value is the plan's.
fn same_measure(node: &Node, figure: &Figure, sink: &Sink) -> Option<()> {
    let written = line(node, sink)?;
    if written != figure.measure {
        let message = format!("«{}» tính bằng {}, không phải {written}", figure.id, figure.measure);
        let finding = Finding::new(Code::WrongMeasure, message)
            .at(&node.span)
            .about(&figure.id)
            .value(written.as_str())
            .also(&figure.span, format!("kế hoạch tính bằng {}", figure.measure));
        sink.push(finding.hint(format!("đổi số liệu ra {} rồi bỏ «don_vi_tinh»", figure.measure)));
    }
    Some(())
}

fn missing_source(
    node: &Node,
    figure: &Figure,
    source: Option<&crate::model::text::Line>,
    sink: &Sink,
) {
    if figure.source_required && source.is_none() {
        sink.push(
            Finding::new(Code::MissingKey, format!("«{}» phải ghi nguồn số liệu", figure.id))
                .at(&node.span)
                .hint("viết dạng đầy đủ: { gia_tri: …, nguon: Công an xã }"),
        );
    }
}

fn plain_amount(node: &Node, figure: &Figure, sink: &Sink) -> Option<Amount> {
    let text = scalar(node, sink)?;
    if is_keyword(text, Amount::NONE_AROSE) {
        return Some(Amount::NoneArose);
    }
    if figure.kind == FigureKind::Fact {
        return flag(node, sink).map(|yes| Amount::Value(i64::from(yes)));
    }
    steps(node, figure, sink).map(Amount::Value)
}

/// Reads a published total to reconcile with.
pub(crate) fn published(node: &Node, figure: &Figure, sink: &Sink) -> Option<i64> {
    steps(node, figure, sink)
}

/// The amount in the figure's smallest steps.
fn steps(node: &Node, figure: &Figure, sink: &Sink) -> Option<i64> {
    let text = scalar(node, sink)?;
    // 1.000 is no careful 1: it is a thousand with a dot. 05 is how reports write 5; 007 is no count.
    let written_digits = text.split_once('.').map_or(0, |(_, tail)| tail.len());
    let is_code = text.len() > 2 && text.starts_with('0') && !text.starts_with("0.");
    let scaled = number::parse_decimal(text)
        .filter(|_| written_digits <= usize::from(figure.decimals) && !is_code)
        .map(|value| value * Exact::from_integer(power_of_ten(figure.decimals)))
        .filter(Exact::is_integer)
        .and_then(|value| i64::try_from(value.to_integer()).ok())
        .filter(|value| (0..=LARGEST_AMOUNT).contains(value));
    if scaled.is_none() {
        sink.push(not_a_number(text, figure, &node.span));
    }
    scaled
}

fn not_a_number(text: &str, figure: &Figure, span: &Span) -> Finding {
    told(text, explain(text, wanted(figure)), figure, span)
}

fn told(text: &str, slip: Slip, figure: &Figure, span: &Span) -> Finding {
    let message = format!("«{}: {}» {}", figure.id, shorten(text.trim()), slip.why);
    Finding::new(Code::NotACount, message).at(span).about(&figure.id).value(text).hint(slip.hint)
}

fn wanted(figure: &Figure) -> Wanted<'_> {
    Wanted { measure: figure.measure.as_str(), decimals: figure.decimals, reported: true }
}

/// An empty value whose number YAML took for something else, such as the comment `#REF!`.
pub(crate) fn swallowed(node: &Node, figure: &Figure, sink: &Sink) {
    let line = node.span.whole_line();
    let Some((_, rest)) = line.text().split_once(':') else { return };
    if let Some(slip) = cell::swallowed(rest, wanted(figure)) {
        let from = line.range().end - rest.trim_start().len();
        sink.push(told(rest, slip, figure, &Span::new(line.file(), from..line.range().end)));
    }
}

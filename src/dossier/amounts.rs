//! Reads reported amounts: whole counts, money with its decimals, yes/no, "none arose". Not for the plan's own numbers.

use super::fields::{Fields, Sink, shorten};
use super::values::{flag, line, scalar};
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Finding};
use crate::model::exact::{Exact, power_of_ten};
use crate::model::figure::{Figure, FigureKind};
use crate::model::returns::{Amount, Reported};
use crate::vietnamese::number;

/// Amounts are kept far below what sums and products of them can hold.
const LARGEST: i64 = 1_000_000_000_000_000;

/// Reads a figure in its short (`2466`) or long (`{ gia_tri: 2466, nguon: … }`) form.
pub fn amount(node: &Node, figure: &Figure, sink: &Sink) -> Option<Reported> {
    if !matches!(node.value, Value::Map(_)) {
        let amount = plain_amount(node, figure, sink)?;
        missing_source(node, figure, None, sink);
        return Some(Reported { amount, estimate: false, source: None, span: node.span.clone() });
    }
    let fields = Fields::of(node, sink)?;
    let read =
        fields.need("gia_tri").map(|value| (plain_amount(value, figure, sink), value.span.clone()));
    let source = fields.opt("nguon", line);
    let estimate = fields.opt("uoc", flag).unwrap_or(false);
    fields.opt("don_vi_tinh", |node, sink| same_measure(node, figure, sink));
    fields.finish();
    missing_source(node, figure, source.as_ref(), sink);
    let (amount, span) = read?;
    Some(Reported { amount: amount?, estimate, source, span })
}

/// V16: a unit of measure written beside the value is the plan's.
fn same_measure(node: &Node, figure: &Figure, sink: &Sink) -> Option<()> {
    let written = line(node, sink)?;
    if written != figure.measure {
        let message = format!("«{}» tính bằng {}, không phải {written}", figure.id, figure.measure);
        let finding = Finding::new(Code::WrongMeasure, message)
            .at(&node.span)
            .about(&figure.id)
            .value(written.as_str());
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
    if text == "khong-phat-sinh" {
        return Some(Amount::NoneArose);
    }
    if figure.kind == FigureKind::Fact {
        return flag(node, sink).map(|yes| Amount::Value(i64::from(yes)));
    }
    steps(node, figure, sink).map(Amount::Value)
}

/// Reads a published total to reconcile with.
pub fn published(node: &Node, figure: &Figure, sink: &Sink) -> Option<i64> {
    steps(node, figure, sink)
}

/// The amount in the figure's smallest steps.
fn steps(node: &Node, figure: &Figure, sink: &Sink) -> Option<i64> {
    let text = scalar(node, sink)?;
    // 1.000 is no careful 1: it is a thousand with a dot.
    let written_digits = text.split_once('.').map_or(0, |(_, tail)| tail.len());
    let scaled = number::parse_decimal(text)
        .filter(|_| written_digits <= usize::from(figure.decimals))
        .map(|value| value * Exact::from_integer(power_of_ten(figure.decimals)))
        .filter(Exact::is_integer)
        .and_then(|value| i64::try_from(value.to_integer()).ok())
        .filter(|value| (0..=LARGEST).contains(value));
    if scaled.is_none() {
        let finding = Finding::new(
            Code::NotACount,
            format!("«{}: {}» {}", figure.id, shorten(text), why(text, figure)),
        );
        sink.push(
            finding.at(&node.span).about(&figure.id).value(text).hint(intended(text, figure)),
        );
    }
    scaled
}

fn why(text: &str, figure: &Figure) -> String {
    if text.starts_with('-') {
        return "là số âm".to_owned();
    }
    if figure.decimals == 0 && number::parse_decimal(text).is_some_and(|value| !value.is_integer())
    {
        return format!("được đọc là {}, không phải số nguyên", text.replace('.', ","));
    }
    if figure.decimals == 0 {
        "không phải số nguyên".to_owned()
    } else {
        "không phải một số".to_owned()
    }
}

/// The likely intended value: digits grouped in threes by dots, commas or spaces are one number.
fn intended(text: &str, figure: &Figure) -> String {
    let parts: Vec<&str> = text.trim().split(['.', ',', ' ', '\u{a0}']).collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let grouped = parts.len() > 1
        && parts.iter().all(digits)
        && parts[1..].iter().all(|part| part.len() == 3);
    if grouped && parts[0].len() <= 3 {
        return format!("viết liền, không dấu ngăn hàng nghìn: {}", parts.concat());
    }
    if let Some(share) = text.trim().strip_suffix('%').filter(|share| !share.is_empty()) {
        return format!("tỷ lệ {share}% do chương trình tính; ghi số {} ở đây", figure.measure);
    }
    if figure.decimals > 0 {
        return format!(
            "viết liền, phần lẻ (nhiều nhất {} chữ số) sau dấu chấm: 1250.5",
            figure.decimals
        );
    }
    "viết số nguyên không âm, liền nhau, ví dụ 4921; chưa có số liệu thì để trống (null)".to_owned()
}

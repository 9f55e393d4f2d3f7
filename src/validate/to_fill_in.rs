//! What a plan that was begun still has to say: values that bear the mark of examples. Not for figures and texts of returns,
//! which are empty until somebody writes them ([`crate::inputs::unfilled`]).

use crate::diagnostic::{Code, Finding};
use crate::model::names::TO_FILL_IN;
use crate::source::Span;
use crate::yaml::fields::Sink;
use crate::yaml::tree::{Node, Value};

/// Tells of every value that bears the mark (B09); the places are returned.
pub(crate) fn check(plan: &Node, sink: &Sink) -> Vec<Span> {
    let mut places = Vec::new();
    walk(plan, "", &mut |key, span| {
        let message = format!("«{key}» của kế hoạch chưa điền");
        let hint = format!("thay cả giá trị này, kể cả chữ «{TO_FILL_IN}», bằng lời của kế hoạch");
        sink.push(Finding::new(Code::NotFilledIn, message).at(span).about(&key).hint(hint));
        places.push(span.clone());
    });
    places
}

/// Shows `told` each value that bears the mark, with the key it stands under.
fn walk(node: &Node, key: &str, told: &mut dyn FnMut(&str, &Span)) {
    match &node.value {
        Value::Scalar(text) if text.contains(TO_FILL_IN) => told(key, &node.span),
        Value::Null | Value::Scalar(_) => {}
        Value::List(items) => items.iter().for_each(|item| walk(item, key, told)),
        Value::Map(entries) => {
            for (own, value) in entries {
                let path =
                    if key.is_empty() { own.text.clone() } else { format!("{key}.{}", own.text) };
                walk(value, &path, told);
            }
        }
    }
}

/// Why no report is made yet, while a plan bears the mark anywhere.
#[must_use]
pub(crate) fn obstacle(places: &[Span]) -> Option<Finding> {
    let first = places.first()?;
    let message = format!("kế hoạch còn {} chỗ chưa điền nên chưa lập báo cáo", places.len());
    let hint = format!("tìm chữ «{TO_FILL_IN}» trong ke-hoach.yaml, thay hết rồi lập lại");
    let finding = Finding::new(Code::NotFilledIn, message).at(first).hint(hint);
    Some(finding.severity(crate::diagnostic::Severity::Error))
}

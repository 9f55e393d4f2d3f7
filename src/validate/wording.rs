//! K08: words the plan wants looked at, and sentences that run together. Each told once for a file. Not for what a text
//! says of figures ([`crate::review::prose`]).

use std::borrow::Cow;

use crate::diagnostic::{Code, Finding, Severity};
use crate::model::plan::{Plan, WatchedWord};
use crate::source::Span;
use crate::vietnamese::sentence::run_together;
use crate::vietnamese::text::{clean, is_ordinary};
use crate::yaml::fields::Sink;
use crate::yaml::places::{Cursor, Places, place};
use crate::yaml::tree::{Node, Value};

/// Checks every text below `node`, the whole of a return or a board's text.
pub fn check(node: &Node, plan: &Plan, sink: &Sink) {
    let mut texts = Vec::new();
    gather(node, &mut texts);
    for word in &plan.watched_words {
        watched(word, &texts, sink);
    }
    for (text, span) in &texts {
        for (before, opener) in run_together(text) {
            let message = format!("có thể thiếu dấu chấm giữa «{before}» và «{opener}»");
            let at = place(span, opener);
            let finding = Finding::new(Code::WatchedWord, message).severity(Severity::Note).at(&at);
            sink.push(finding.hint("thêm dấu chấm, hoặc viết thường chữ đầu nếu là một câu"));
        }
    }
}

/// Texts of several words that are printed, as they are printed.
fn gather<'n>(node: &'n Node, texts: &mut Vec<(Cow<'n, str>, &'n Span)>) {
    match &node.value {
        Value::Scalar(text) if text.contains(' ') => {
            let ordinary = text.chars().all(is_ordinary);
            let text =
                if ordinary { Cow::Borrowed(text.as_str()) } else { Cow::Owned(clean(text)) };
            texts.push((text, &node.span));
        }
        Value::Null | Value::Scalar(_) => {}
        Value::List(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Map(entries) => {
            // These are not printed, and name the very word.
            let printed = entries
                .iter()
                .filter(|(key, _)| !matches!(key.text.as_str(), "chap_nhan" | "dieu_chinh"));
            printed.for_each(|(_, value)| gather(value, texts));
        }
    }
}

fn watched(word: &WatchedWord, texts: &[(Cow<'_, str>, &Span)], sink: &Sink) {
    let typed = word.typed.as_str().to_lowercase();
    let mut places = Places::default();
    for (text, span) in texts {
        let small = text.to_lowercase();
        let mut cursor = Cursor::new(span);
        for (at, _) in
            small.match_indices(&typed).filter(|(at, _)| stands_alone(&small, *at, typed.len()))
        {
            places.add(cursor.next(text.get(at..at + typed.len()).unwrap_or(&typed)));
        }
    }
    let Some(first) = places.first() else { return };
    let message = format!("«{}» là từ kế hoạch dặn xem lại ({})", word.typed, places.told());
    let better = word.better.as_ref().map(|better| format!("nên viết «{better}»"));
    let reason = word.reason.as_ref().map(ToString::to_string);
    let hint: Vec<String> = better.into_iter().chain(reason).collect();
    let hint = if hint.is_empty() {
        "sửa lời văn, hoặc để nguyên nếu đúng".to_owned()
    } else {
        hint.join(": ")
    };
    sink.push(Finding::new(Code::WatchedWord, message).at(first).about(&word.typed).hint(hint));
}

/// Whether a match is no part of a longer word.
fn stands_alone(text: &str, at: usize, length: usize) -> bool {
    let letter = |c: char| c.is_alphanumeric();
    !text[..at].ends_with(letter) && !text[at + length..].starts_with(letter)
}

//! Reading the keys of a YAML mapping: required, optional, unknown. Not for what a value means; see [`super::values`].

use std::cell::RefCell;

use super::read_lines::ReadLines;
use super::tree::{Key, Node, Value};
use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::model::paragraphs::ReadLine;
use crate::source::Span;
use crate::vietnamese::lookalike::{as_seen, is_odd};
use crate::vietnamese::nearest::nearest;
use crate::vietnamese::text::{is_hidden, is_odd_space};

/// Where findings are collected while a file is read.
#[derive(Debug, Default)]
pub struct Sink {
    findings: RefCell<Vec<Finding>>,
    lines: RefCell<ReadLines>,
}

impl Sink {
    /// Adds a finding.
    pub fn push(&self, finding: Finding) {
        self.findings.borrow_mut().push(finding);
    }

    /// Remembers lines of a text that were read otherwise than typed.
    pub(super) fn see_lines(&self, lines: Vec<ReadLine>, span: &Span) {
        self.lines.borrow_mut().see(lines, span);
    }

    /// Everything found.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        let told = self.lines.into_inner().tell();
        self.findings.into_inner().into_iter().chain(told).collect()
    }
}

/// The entries of one mapping, remembering which keys were asked for.
pub(crate) struct Fields<'n> {
    /// Where findings go.
    pub(crate) sink: &'n Sink,
    /// The whole mapping.
    pub(crate) span: Span,
    entries: &'n [(Key, Node)],
    known: RefCell<Vec<&'static str>>,
}

impl<'n> Fields<'n> {
    /// Opens a mapping. Anything else is a finding.
    pub(crate) fn of(node: &'n Node, sink: &'n Sink) -> Option<Self> {
        if let Value::Map(entries) = &node.value {
            Some(Self { sink, span: node.span.clone(), entries, known: RefCell::new(Vec::new()) })
        } else {
            let empty = matches!(node.value, Value::Null);
            let message = if empty {
                "tệp hoặc nhóm khóa này để trống"
            } else {
                "chỗ này cần một nhóm khóa (mỗi dòng một «khóa: giá trị»)"
            };
            let hint = "viết từng khóa của nhóm ở các dòng dưới, thụt vào hai dấu cách; không có gì để ghi thì xóa cả dòng";
            sink.push(Finding::new(Code::WrongForm, message).at(&node.span).hint(hint));
            None
        }
    }

    /// The value of an optional key; `null` counts as absent.
    pub(crate) fn get(&self, key: &'static str) -> Option<&'n Node> {
        self.known.borrow_mut().push(key);
        let (_, node) = self.entries.iter().find(|(k, _)| k.text == key)?;
        (!matches!(node.value, Value::Null)).then_some(node)
    }

    /// The value of a required key; its absence is a finding.
    pub(crate) fn need(&self, key: &'static str) -> Option<&'n Node> {
        let found = self.get(key);
        if found.is_none() {
            let written = self.entries.iter().find(|(k, _)| k.text == key);
            let span = written.map_or(&self.span, |(k, _)| &k.span);
            let first = self
                .entries
                .first()
                .map_or(span, |(k, _)| if written.is_some() { span } else { &k.span });
            self.sink.push(
                Finding::new(Code::MissingKey, format!("thiếu «{key}»"))
                    .at(first)
                    .hint(format!("thêm một dòng «{key}: …» trong nhóm này")),
            );
        }
        found
    }

    /// Reads an optional key with `read`.
    pub(crate) fn opt<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&'n Node, &'n Sink) -> Option<T>,
    ) -> Option<T> {
        self.get(key).and_then(|node| read(node, self.sink))
    }

    /// Reads a required key with `read`.
    pub(crate) fn req<T>(
        &self,
        key: &'static str,
        read: impl FnOnce(&'n Node, &'n Sink) -> Option<T>,
    ) -> Option<T> {
        self.need(key).and_then(|node| read(node, self.sink))
    }

    /// Reports every key nobody asked for, with the nearest known one.
    pub(crate) fn finish(self) {
        let known = self.known.into_inner();
        for (key, _) in self.entries.iter().filter(|(key, _)| !known.contains(&key.text.as_str())) {
            self.sink.push(unknown(Code::UnknownKey, "khóa", key, known.iter().copied()));
        }
    }
}

/// A finding for a name nobody declared, with the nearest declared one.
pub(crate) fn unknown<'a>(
    code: Code,
    what: &str,
    key: &Key,
    declared: impl Iterator<Item = &'a str> + Clone,
) -> Finding {
    let hint = nearest(&key.text, declared.clone()).map_or_else(
        || {
            let mut names: Vec<&str> = Vec::new();
            for name in declared.filter(|name| !name.is_empty()) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names.truncate(20);
            format!("các tên dùng được: {}", names.join(", "))
        },
        did_you_mean,
    );
    let of = if code == Code::UnknownName { "kế hoạch" } else { "quy ước" };
    let odd = odd_letter(&key.text).map_or(String::new(), |odd| format!(": {odd}"));
    let torn = key.text.contains(' ');
    let hint = if key.text.bytes().all(|b| b.is_ascii_digit()) {
        "trong { … }, dấu phẩy ngăn các khóa: viết số liền nhau, phần lẻ sau dấu chấm".to_owned()
    } else if torn {
        "nếu đây là một phần của câu có dấu phẩy hoặc hai chấm, bọc cả câu trong ngoặc kép \"…\""
            .to_owned()
    } else {
        hint
    };
    Finding::new(code, format!("{what} «{}» không có trong {of}{odd}", shorten(&key.text)))
        .at(&key.span)
        .hint(hint)
}

/// What nobody sees in a name: a hidden character, or a letter that only looks like the right one.
#[must_use]
pub(crate) fn odd_letter(name: &str) -> Option<String> {
    let odd = name.chars().find(|c| is_hidden(*c) || is_odd(*c) || is_odd_space(*c))?;
    let code = u32::from(odd);
    Some(if is_odd(odd) {
        format!("có chữ «{odd}» (U+{code:04X}) chỉ trông giống «{}»", as_seen(&odd.to_string()))
    } else {
        format!("có ký tự ẩn U+{code:04X} mà mắt không thấy")
    })
}

/// A long text cut for a message.
#[must_use]
pub(crate) fn shorten(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

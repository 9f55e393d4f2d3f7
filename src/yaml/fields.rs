//! Reading the keys of a YAML mapping: required, optional, unknown. Not for what a value means; see [`super::values`].

use std::cell::{Cell, RefCell};

use super::groups::{GROUP, apart, not_a_group, runs_on};
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
    /// How many groups are read that are not there; what is found in them is not told.
    absent: Cell<usize>,
}

impl Sink {
    /// Adds a finding.
    pub fn push(&self, finding: Finding) {
        if self.absent.get() == 0 {
            self.findings.borrow_mut().push(finding);
        }
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
    form: Form,
    known: RefCell<Vec<&'static str>>,
    missing: RefCell<Vec<&'static str>>,
}

/// How a group of keys is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// A line each.
    Lines,
    /// `{ ma: V07 }`; what is missing is told at once, since no line can be added.
    Braces,
    /// Something else stands there; told when it is known which keys are wanted.
    Absent,
}

impl Drop for Fields<'_> {
    fn drop(&mut self) {
        let missing = std::mem::take(&mut *self.missing.borrow_mut());
        if self.form == Form::Absent {
            self.sink.absent.set(self.sink.absent.get() - 1);
            self.sink.push(not_a_group(&self.span, &self.known.borrow()));
        } else if !missing.is_empty() {
            let list = |each: &dyn Fn(&&str) -> String| {
                missing.iter().map(each).collect::<Vec<_>>().join(", ")
            };
            let message = format!("thiếu {}", list(&|key| format!("«{key}»")));
            let hint = format!("thêm vào trong dấu {{ }}: {}", list(&|key| format!("{key}: …")));
            let first = self.entries.first().map_or(&self.span, |(key, _)| &key.span);
            self.sink.push(Finding::new(Code::MissingKey, message).at(first).hint(hint));
        }
    }
}

impl<'n> Fields<'n> {
    /// Opens a mapping. Anything else is a finding, and a group without keys.
    pub(crate) fn of(node: &'n Node, sink: &'n Sink) -> Option<Self> {
        let (entries, form) = match &node.value {
            Value::Map(entries) if node.span.text().starts_with('{') => {
                (entries.as_slice(), Form::Braces)
            }
            Value::Map(entries) => (entries.as_slice(), Form::Lines),
            Value::Null => {
                let message = "tệp hoặc nhóm khóa này để trống";
                sink.push(Finding::new(Code::WrongForm, message).at(&node.span).hint(GROUP));
                return None;
            }
            Value::Scalar(_) | Value::List(_) => {
                sink.absent.set(sink.absent.get() + 1);
                (&[][..], Form::Absent)
            }
        };
        let span = node.span.clone();
        Some(Self {
            sink,
            span,
            entries,
            form,
            known: RefCell::default(),
            missing: RefCell::default(),
        })
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
            self.is_missing(key);
        }
        found
    }

    /// A key that is not there, or empty. One that runs into its value is told as unknown.
    fn is_missing(&self, key: &'static str) {
        if self.entries.iter().any(|(typed, _)| runs_on(&typed.text) == Some(key)) {
            return;
        }
        let written = self.entries.iter().find(|(k, _)| k.text == key);
        if self.form == Form::Braces && written.is_none() {
            return self.missing.borrow_mut().push(key);
        }
        let first = self.entries.first().map_or(&self.span, |(k, _)| &k.span);
        let (at, hint) = match written {
            Some((written, _)) => (&written.span, format!("ghi tiếp vào sau «{key}:» ở dòng này")),
            None => (first, format!("thêm một dòng «{key}: …» trong nhóm này")),
        };
        let finding = Finding::new(Code::MissingKey, format!("thiếu «{key}»"));
        self.sink.push(finding.at(at).hint(hint));
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
        let known = self.known.borrow();
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
    let run_on = runs_on(&key.text).filter(|own| declared.clone().any(|name| name == *own));
    let near = nearest(&key.text, declared.clone());
    let hint = near.map_or_else(
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
    let hint = if let Some(own) = run_on {
        apart(own, &key.text)
    } else if key.text.bytes().all(|b| b.is_ascii_digit()) {
        "trong { … }, dấu phẩy ngăn các khóa: viết số liền nhau, phần lẻ sau dấu chấm".to_owned()
    } else if torn {
        "nếu đây là một phần của câu có dấu phẩy hoặc hai chấm, bọc cả câu trong ngoặc kép \"…\"; nếu là một dòng của đoạn văn phía trên, thụt vào thẳng cột với đoạn ấy"
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

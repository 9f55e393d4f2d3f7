//! Reading single YAML values into checked types: text, numbers, dates, ids, lists.
//! Not for groups of keys ([`super::fields`]) and not for rules between values ([`crate::validate`]).

use chrono::NaiveDate;

use super::braces::braces;
use super::fields::{Sink, odd_letter, shorten};
use super::slips::date::{date_hint, date_meant};
use super::slips::number::explain;
use super::slips::written_number::Wanted;
use super::tree::{Node, Value};
use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::model::date::PartialDate;
use crate::model::exact::Exact;
use crate::model::id::Id;
use crate::model::number;
use crate::model::text::{Line, Text};
use crate::source::{At, Span};
use crate::vietnamese::lookalike::as_seen;
use crate::vietnamese::nearest::{fold, nearest};

/// The text of any scalar as typed.
pub(crate) fn scalar<'n>(node: &'n Node, sink: &Sink) -> Option<&'n str> {
    if let Value::Scalar(text) = &node.value {
        return Some(text);
    }
    sink.push(wrong(node, "chỗ này cần một giá trị, không phải danh sách hay nhóm khóa"));
    None
}

/// One line of text, cleaned; line ends become spaces.
pub(crate) fn line(node: &Node, sink: &Sink) -> Option<Line> {
    let typed = scalar(node, sink)?;
    braces(typed, &node.span, sink);
    Some(Line::new(typed))
}

/// Paragraphs of text, cleaned and printed as typed.
pub(crate) fn text(node: &Node, sink: &Sink) -> Option<Text> {
    let text = prose(node, sink)?;
    braces(scalar(node, sink)?, &node.span, sink);
    Some(text)
}

/// Paragraphs of text, cleaned; what stands in braces is for the reader of the file to check.
pub(crate) fn prose(node: &Node, sink: &Sink) -> Option<Text> {
    if let Value::List(_) | Value::Map(_) = node.value {
        let inline = node.span.text().starts_with(['[', '{']);
        let hint = if inline {
            "bọc cả câu trong ngoặc kép \"…\", hoặc viết dấu | sau khóa rồi viết câu ở dòng dưới, thụt vào sâu hơn khóa"
        } else {
            "viết dấu | sau khóa (một dấu cách trước |); các dòng dưới giữ nguyên, thụt vào sâu hơn khóa"
        };
        let message = "chỗ này cần lời văn, không phải danh sách hay nhóm khóa";
        sink.push(wrong(node, message).hint(hint));
        return None;
    }
    let typed = scalar(node, sink)?;
    let lines = typed_lines(typed, &node.span);
    let (text, read) = Text::read(lines.as_deref().unwrap_or(typed));
    sink.see_lines(read, &node.span);
    (!text.is_empty()).then(|| text.at(&node.span))
}

/// The lines of a text as typed, if YAML joined them: one without `|` that goes on over several lines.
fn typed_lines(text: &str, span: &Span) -> Option<String> {
    let typed = span.text().trim();
    if !typed.contains('\n') || typed.starts_with('|') {
        return None;
    }
    let quote = ['"', '\''].into_iter().find(|quote| typed.starts_with(*quote));
    let inner = match quote {
        Some(quote) => typed.strip_prefix(quote)?.strip_suffix(quote)?,
        None if typed.starts_with('>') => typed.split_once('\n')?.1,
        None => typed,
    };
    // What is written with escapes, or holds a comment, is left as YAML reads it.
    inner.split_whitespace().eq(text.split_whitespace()).then(|| inner.to_owned())
}

/// An id, such as `dung-kno`.
pub(crate) fn id(node: &Node, sink: &Sink) -> Option<Id> {
    let text = scalar(node, sink)?;
    match Id::parse(text) {
        Ok(id) => Some(id),
        Err(why) => {
            let why = odd_letter(text).unwrap_or_else(|| why.to_owned());
            sink.push(
                Finding::new(Code::BadId, format!("mã «{}» không hợp lệ: {why}", shorten(text)))
                    .at(&node.span)
                    .hint(id_hint(text)),
            );
            None
        }
    }
}

/// The id somebody may have meant: `Đưng K'Nớ` as `dung-kno`.
fn id_hint(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '.' | '/'));
    let words: Vec<String> =
        words.map(|word| fold(&as_seen(word))).filter(|word| !word.is_empty()).collect();
    let mark = if text.contains('_') { "_" } else { "-" };
    let meant = Id::parse(&words.join(mark)).ok().filter(|id| id.as_str() != text);
    meant.map_or_else(
        || "mã chỉ gồm chữ thường không dấu, chữ số, - và _, ví dụ «dung-kno»".to_owned(),
        |id| format!("{} Mã chỉ gồm chữ thường không dấu, chữ số, - và _", did_you_mean(id)),
    )
}

/// An id and where it stands.
pub(crate) fn id_at(node: &Node, sink: &Sink) -> Option<At<Id>> {
    id(node, sink).map(|value| At { value, span: node.span.clone() })
}

/// One id or a list of ids.
pub(crate) fn ids(node: &Node, sink: &Sink) -> Option<Vec<At<Id>>> {
    match &node.value {
        Value::List(_) => list(node, sink, id_at),
        _ => id_at(node, sink).map(|id| vec![id]),
    }
}

/// A line of text and where it stands.
pub(crate) fn line_at(node: &Node, sink: &Sink) -> Option<At<Line>> {
    line(node, sink).map(|value| At { value, span: node.span.clone() })
}

/// A list, each item read with `item`; items that cannot be read are left out (and found).
pub(crate) fn list<'n, T>(
    node: &'n Node,
    sink: &'n Sink,
    item: impl Fn(&'n Node, &'n Sink) -> Option<T>,
) -> Option<Vec<T>> {
    if let Value::List(items) = &node.value {
        return Some(items.iter().filter_map(|node| item(node, sink)).collect());
    }
    let line = node.span.whole_line();
    let start = node.span.range().start - line.range().start;
    let typed = line.text()[start..].trim_end();
    let hint = if typed.starts_with('{') && typed.ends_with('}') {
        format!("bọc trong ngoặc vuông: viết «[{typed}]»")
    } else {
        "viết mỗi mục một dòng, bắt đầu bằng «- »".to_owned()
    };
    sink.push(wrong(node, "chỗ này cần một danh sách").hint(hint));
    None
}

/// Yes or no.
pub(crate) fn flag(node: &Node, sink: &Sink) -> Option<bool> {
    match scalar(node, sink)? {
        "true" | "có" | "Có" | "True" | "TRUE" => Some(true),
        "false" | "không" | "Không" | "False" | "FALSE" => Some(false),
        other => {
            let hint = match meant(other) {
                Some(true) => "nếu là có thì viết true",
                Some(false) => "nếu là không thì viết false",
                None => "viết true (có) hoặc false (không)",
            };
            sink.push(
                wrong(node, &format!("«{}» không phải true hoặc false", shorten(other))).hint(hint),
            );
            None
        }
    }
}

/// The answer somebody may have meant.
fn meant(answer: &str) -> Option<bool> {
    let yes = ["1", "x", "yes", "y", "on", "co", "dat", "dung", "true", "roi", "daco", "1.0"];
    let no = [
        "0", "no", "n", "off", "ko", "khong", "chua", "chuadat", "sai", "false", "khongdat",
        "chuaco", "0.0",
    ];
    let folded = if answer.contains('.') { answer.to_owned() } else { fold(answer) };
    let is = |words: &[&str]| words.contains(&folded.as_str());
    is(&yes).then_some(true).or_else(|| is(&no).then_some(false))
}

/// A whole number that fits `T`.
pub(crate) fn integer<T: std::str::FromStr>(node: &Node, sink: &Sink) -> Option<T> {
    let text = scalar(node, sink)?;
    let read = text.parse().ok();
    if read.is_none() {
        let leading: String = text.chars().take_while(char::is_ascii_digit).collect();
        let symbol =
            text[leading.len()..].starts_with(['-', '/']) && text.contains(char::is_alphabetic);
        let slip = explain(text, Wanted { measure: "", decimals: 0, reported: false });
        let message = format!("«{}» {}, không dùng được ở đây", shorten(text), slip.why);
        let hint = if symbol && !leading.is_empty() {
            format!("chỉ ghi con số: {leading}")
        } else {
            slip.hint
        };
        sink.push(wrong(node, &message).hint(hint));
    }
    read
}

/// An exact decimal, written with a dot: `95`, `9.5`.
pub(crate) fn decimal(node: &Node, sink: &Sink) -> Option<Exact> {
    let text = scalar(node, sink)?;
    let read = number::parse_decimal(text);
    if read.is_none() {
        let slip = explain(text, Wanted { measure: "", decimals: 9, reported: false });
        sink.push(wrong(node, &format!("«{}» {}", shorten(text), slip.why)).hint(slip.hint));
    }
    read
}

/// A full date, `2024-03-15`.
pub(crate) fn date(node: &Node, sink: &Sink) -> Option<NaiveDate> {
    let text = scalar(node, sink)?;
    let read =
        NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|date| date.to_string() == text);
    if read.is_none() {
        sink.push(
            wrong(node, &format!("«{}» không phải ngày", shorten(text))).hint(date_hint(text)),
        );
    }
    read
}

/// A full date and where it stands.
pub(crate) fn date_at(node: &Node, sink: &Sink) -> Option<At<NaiveDate>> {
    date(node, sink).map(|value| At { value, span: node.span.clone() })
}

/// A date whose day may be blank: `2024-01-26` or `2024-01`.
pub(crate) fn partial_date(node: &Node, sink: &Sink) -> Option<PartialDate> {
    let text = scalar(node, sink)?;
    let read = PartialDate::parse(text);
    if read.is_none() {
        sink.push(wrong(node, &format!("«{}» không phải ngày hoặc tháng", shorten(text))).hint(
            date_meant(text).map_or_else(
                || "viết 2024-01-26, hoặc 2024-01 khi văn bản chưa ghi ngày".to_owned(),
                |date| format!("viết năm-tháng-ngày, đủ hai chữ số: {date}"),
            ),
        ));
    }
    read
}

/// Whether a keyword was typed, with a hyphen or an underscore between its parts: `luy-ke`, `luy_ke`.
#[must_use]
pub(crate) fn is_keyword(typed: &str, keyword: &str) -> bool {
    let one = |c: char| if c == '_' { '-' } else { c };
    typed.chars().map(one).eq(keyword.chars().map(one))
}

/// One of a few keywords.
pub(crate) fn choice<T: Copy>(node: &Node, sink: &Sink, words: &[(&str, T)]) -> Option<T> {
    let text = scalar(node, sink)?;
    let found = words.iter().find(|(word, _)| is_keyword(text, word)).map(|(_, value)| *value);
    if found.is_none() {
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        sink.push(wrong(node, &format!("«{}» không dùng được ở đây", shorten(text))).hint(
            match nearest(text, names.iter().copied()) {
                Some(near) => {
                    format!("{} Chọn một trong: {}", did_you_mean(near), names.join(", "))
                }
                None => format!("chọn một trong: {}", names.join(", ")),
            },
        ));
    }
    found
}

/// A finding that a value has the wrong form.
#[must_use]
pub(crate) fn wrong(node: &Node, message: &str) -> Finding {
    Finding::new(Code::WrongForm, message).at(&node.span)
}

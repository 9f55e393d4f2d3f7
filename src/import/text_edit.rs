//! Puts a text, or another single value, into a return's YAML in place: comments, order, quotes and all other text stay.
//! Not for figures ([`super::edit`]) and not for which texts ([`crate::forms`]).

use super::edit::quoted;
use super::list_edit::removed;
use super::text_places::{bytes_of, close_of, colon, column, line_end, node_end, value_end};
use crate::source::SourceFile;
use crate::yaml;
use crate::yaml::tree::{Key, Node, Value};

/// The key of a value with those it stands under: `danh_gia`, `han_che`; of an item of a list its place from 0.
pub(crate) type KeyPath = Vec<String>;

/// One value that is to stand in a return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextEdit {
    /// Where.
    pub(crate) path: KeyPath,
    /// What.
    pub(crate) value: NewValue,
}

/// What is put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NewValue {
    /// Paragraphs.
    Prose(String),
    /// A word that YAML takes as it is, such as a date.
    Plain(String),
    /// Words on one line.
    Line(String),
    /// Nothing, of an item of a list: it is taken away.
    Gone,
    /// Items, each on a line of YAML, behind those a list has.
    Items(Vec<String>),
}

/// The text after `edits`; a key that was not there comes where `order` has it. None if the text is not such a file, or
/// has a value in another form than is expected.
#[must_use]
pub(crate) fn apply(text: &str, edits: &[TextEdit], order: &[KeyPath]) -> Option<String> {
    let crlf = text.contains('\n') && text.matches("\r\n").count() == text.matches('\n').count();
    let plain = if crlf { text.replace("\r\n", "\n") } else { text.to_owned() };
    let edited = edits.iter().try_fold(plain, |text, edit| put(&text, edit, order))?;
    Some(if crlf { edited.replace('\n', "\r\n") } else { edited })
}

/// The text after one edit.
fn put(text: &str, edit: &TextEdit, order: &[KeyPath]) -> Option<String> {
    let root = yaml::parse(&SourceFile::new("", text)).ok()?;
    let (mut node, mut depth) = (&root, 0);
    loop {
        let Value::Map(entries) = &node.value else { return None };
        let (path, rest) = edit.path.split_at(depth);
        let (name, below) = rest.split_first()?;
        let flow = is_flow(node);
        let Some((key, value)) = entries.iter().find(|(key, _)| key.text == *name) else {
            return if flow {
                into_flow(text, node, entries, &flow_entry(rest, &edit.value))
            } else {
                insert(text, entries, &sorted(path, order), rest, &edit.value)
            };
        };
        match &value.value {
            Value::Map(_) if !below.is_empty() => (node, depth) = (value, depth + 1),
            Value::Null if !below.is_empty() && !flow => {
                return under(text, key, value, below, &edit.value);
            }
            Value::List(items) if !below.is_empty() => {
                let (place, below) = below.split_first()?;
                let place = place.parse().ok()?;
                let item = items.get(place)?;
                if below.is_empty() {
                    let start = value.span.range().start;
                    return removed(text, start, items, place)
                        .filter(|_| edit.value == NewValue::Gone);
                }
                (node, depth) = (item, depth + 2);
            }
            Value::List(items) if below.is_empty() => {
                let NewValue::Items(new) = &edit.value else { return None };
                return appended(text, key, value, items, new);
            }
            // A figure with its source on one line is taken away with it.
            Value::Map(_) if edit.value.is_nothing() && !flow && is_flow(value) => {
                return replaced(text, key, value, &edit.value);
            }
            // Words that somebody wrote there are not put away for a list.
            Value::Scalar(_) if matches!(edit.value, NewValue::Items(_)) => return None,
            Value::Null | Value::Scalar(_) if below.is_empty() && flow => {
                return in_place(text, key, value, &one_line(&edit.value));
            }
            Value::Null | Value::Scalar(_) if below.is_empty() => {
                return replaced(text, key, value, &edit.value);
            }
            _ => return None,
        }
    }
}

impl NewValue {
    /// Whether nothing is to stand there.
    fn is_nothing(&self) -> bool {
        matches!(self, Self::Plain(word) if word.is_empty())
    }
}

/// Whether a mapping is written in braces.
fn is_flow(node: &Node) -> bool {
    node.span.text().trim_start().starts_with('{')
}

/// The keys that can stand under `path`, in order.
fn sorted(path: &[String], order: &[KeyPath]) -> Vec<String> {
    let is_place = |key: &&String| key.parse::<usize>().is_ok();
    let path: Vec<String> = path.iter().filter(|key| !is_place(key)).cloned().collect();
    let below = order.iter().filter_map(|known| known.strip_prefix(path.as_slice())?.first());
    let mut keys: Vec<String> = Vec::new();
    for key in below {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    keys
}

/// A value of a block in the place of another; a remark on its line stays there.
fn replaced(text: &str, key: &Key, value: &Node, new: &NewValue) -> Option<String> {
    let range = bytes_of(text, key, value)?;
    let end = line_end(text, range.end);
    let colon = colon(text, key)?;
    let head = text[colon..line_end(text, colon)].trim();
    let remark = if head.starts_with(['|', '>']) {
        head.find('#').map(|at| &head[at..])
    } else {
        Some(text[range.end..end].trim()).filter(|rest| !rest.is_empty())
    };
    if remark.is_some_and(|remark| !remark.starts_with('#')) {
        return None;
    }
    let remark = remark.map_or_else(String::new, |remark| format!("   {remark}"));
    let (head, block) = written(new, column(text, key.span.range().start) + 2);
    let head = if head.is_empty() { head } else { format!(" {head}") };
    Some(format!("{}{head}{remark}{block}{}", &text[..colon], &text[end..]))
}

/// Items behind those a list has.
fn appended(text: &str, key: &Key, list: &Node, items: &[Node], new: &[String]) -> Option<String> {
    if text[list.span.range().start..].trim_start().starts_with('[') {
        let Some(behind) = items.last() else {
            let close = close_of(text, list, ']')?;
            let inside = text[..close].trim_end().len();
            return Some(format!("{}{}{}", &text[..inside], new.join(", "), &text[close..]));
        };
        // Right behind the last one: a remark or comma behind it stays there.
        let end = node_end(text, behind)?;
        return Some(format!("{}, {}{}", &text[..end], new.join(", "), &text[end..]));
    }
    let first = items.first()?.span.range().start;
    let line = text[..first].rfind('\n').map_or(0, |end| end + 1);
    let margin = &text[line..first];
    let margin = &margin[..margin.find('-').filter(|at| margin[..*at].trim().is_empty())?];
    let end = line_end(text, value_end(text, key, list)?);
    let lines: Vec<String> = new.iter().map(|item| format!("\n{margin}- {item}")).collect();
    Some(format!("{}{}{}", &text[..end], lines.concat(), &text[end..]))
}

/// Values under a key that had none.
fn under(text: &str, key: &Key, value: &Node, rest: &[String], new: &NewValue) -> Option<String> {
    let range = bytes_of(text, key, value)?;
    let end = line_end(text, range.end);
    let remark = text[range.end..end].trim();
    if !remark.is_empty() && !remark.starts_with('#') {
        return None;
    }
    let remark = if remark.is_empty() { String::new() } else { format!(" {remark}") };
    let block = nested(rest, new, column(text, key.span.range().start) + 2);
    Some(format!("{}{remark}\n{block}{}", &text[..colon(text, key)?], &text[end..]))
}

/// A key that was not there, behind the last that comes before it.
fn insert(
    text: &str,
    entries: &[(Key, Node)],
    order: &[String],
    rest: &[String],
    new: &NewValue,
) -> Option<String> {
    let place = |key: &str| order.iter().position(|known| known == key);
    let own = place(rest.first()?)?;
    let before = entries.iter().rfind(|(key, _)| place(&key.text).is_some_and(|at| at < own));
    let indent = column(text, entries.first()?.0.span.range().start);
    let block = nested(rest, new, indent);
    let Some((key, value)) = before else {
        let first = entries.first()?.0.span.range().start - indent;
        return Some(format!("{}{block}\n{}", &text[..first], &text[first..]));
    };
    let end = line_end(text, value_end(text, key, value)?);
    // Parts of a return stand apart.
    let gap = if indent == 0 { "\n" } else { "" };
    Some(format!("{}\n{gap}{block}{}", &text[..end], &text[end..]))
}

fn in_place(text: &str, key: &Key, value: &Node, new: &str) -> Option<String> {
    let range = bytes_of(text, key, value)?;
    let gap = if range.is_empty() { " " } else { "" };
    Some(format!("{}{gap}{new}{}", &text[..range.start], &text[range.end..]))
}

/// An entry at the end of a `{ … }`.
fn into_flow(text: &str, node: &Node, entries: &[(Key, Node)], entry: &str) -> Option<String> {
    let Some((key, value)) = entries.last() else {
        let close = close_of(text, node, '}')?;
        let inside = text[..close].trim_end().len();
        return Some(format!("{} {entry} {}", &text[..inside], &text[close..]));
    };
    let end = value_end(text, key, value)?;
    Some(format!("{}, {entry}{}", &text[..end], &text[end..]))
}

fn flow_entry(path: &[String], new: &NewValue) -> String {
    match path {
        [key] => format!("{key}: {}", one_line(new)),
        [key, rest @ ..] => format!("{key}: {{ {} }}", flow_entry(rest, new)),
        [] => String::new(),
    }
}

/// Keys under each other, the last with the value, without the last line's end.
fn nested(path: &[String], new: &NewValue, indent: usize) -> String {
    let margin = " ".repeat(indent);
    match path {
        [key] => {
            let (head, block) = written(new, indent + 2);
            let gap = if head.is_empty() { "" } else { " " };
            format!("{margin}{key}:{gap}{head}{block}")
        }
        [key, rest @ ..] => format!("{margin}{key}:\n{}", nested(rest, new, indent + 2)),
        [] => String::new(),
    }
}

/// A value behind its key, and the lines below it.
fn written(new: &NewValue, indent: usize) -> (String, String) {
    let text = match new {
        NewValue::Plain(word) => return (word.clone(), String::new()),
        NewValue::Line(words) => return (quoted(words), String::new()),
        NewValue::Gone => return (String::new(), String::new()),
        NewValue::Items(items) => {
            let margin = " ".repeat(indent);
            let lines: Vec<String> =
                items.iter().map(|item| format!("\n{margin}- {item}")).collect();
            return (String::new(), lines.concat());
        }
        NewValue::Prose(text) => text,
    };
    let margin = " ".repeat(indent);
    let line = |line: &str| match line.trim() {
        "" => "\n".to_owned(),
        words => format!("\n{margin}{words}"),
    };
    ("|".to_owned(), text.trim().lines().map(line).collect())
}

/// A value on one line, for `{ … }`.
fn one_line(new: &NewValue) -> String {
    match new {
        NewValue::Plain(word) => word.clone(),
        NewValue::Line(words) => quoted(words),
        NewValue::Gone => String::new(),
        NewValue::Items(items) => format!("[{}]", items.join(", ")),
        NewValue::Prose(text) => {
            let text = text.trim().replace('\\', "\\\\").replace('"', "\\\"");
            format!("\"{}\"", text.replace('\t', " ").replace('\n', "\\n"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::only_edited::only_edited;

    fn path(key: &str) -> KeyPath {
        key.split('.').map(str::to_owned).collect()
    }

    fn prose(key: &str, text: &str) -> TextEdit {
        TextEdit { path: path(key), value: NewValue::Prose(text.to_owned()) }
    }

    fn after(text: &str, edits: &[TextEdit]) -> String {
        let order = ["ky", "chot_den", "so_lieu", "giai_trinh.a", "giai_trinh.b", "tinh_hinh"];
        let more = [
            "danh_gia.uu_diem",
            "danh_gia.han_che",
            "danh_gia.nguyen_nhan.chu_quan",
            "kien_nghi.tinh",
        ];
        let order: Vec<KeyPath> = order.into_iter().chain(more).map(path).collect();
        let edited = apply(text, edits, &order).expect("a return");
        let read = |text: &str| yaml::parse(&SourceFile::new("", text)).expect("YAML");
        assert!(only_edited(&read(text), &read(&edited), edits), "more changed:\n{edited}");
        edited
    }

    #[test]
    fn a_text_is_put_in_the_place_of_another_and_its_remark_stays() {
        let text = "ky: 2024-Q1\ntinh_hinh: |   # chung\n  Cũ.\n\n  Hai.\n\n# về sau\ndanh_gia:\n  han_che: \"cũ\" # hạn chế\n  uu_diem:\n";
        let edits = [
            prose("tinh_hinh", "Mới.\n\nĐoạn hai."),
            prose("danh_gia.han_che", "- Một\n- Hai"),
            prose("danh_gia.uu_diem", "Tốt: có #1"),
        ];
        let wanted = "ky: 2024-Q1\ntinh_hinh: |   # chung\n  Mới.\n\n  Đoạn hai.\n\n# về sau\ndanh_gia:\n  han_che: |   # hạn chế\n    - Một\n    - Hai\n  uu_diem: |\n    Tốt: có #1\n";
        assert_eq!(after(text, &edits), wanted);
    }

    #[test]
    fn a_text_that_was_not_there_comes_where_it_belongs() {
        let text = "ky: 2024-Q1\r\nso_lieu:\r\n  a: 1   # một\r\ndanh_gia:   # chung\r\nkien_nghi: { }\r\n";
        let edits = [
            prose("giai_trinh.b", "Giảm."),
            prose("giai_trinh.a", "Tăng."),
            prose("danh_gia.nguyen_nhan.chu_quan", "Chậm."),
            prose("kien_nghi.tinh", "Một \"xe\".\nHai."),
            prose("tinh_hinh", "Yên."),
        ];
        let wanted = "ky: 2024-Q1\nso_lieu:\n  a: 1   # một\n\ngiai_trinh:\n  a: |\n    Tăng.\n  b: |\n    Giảm.\n\ntinh_hinh: |\n  Yên.\ndanh_gia: # chung\n  nguyen_nhan:\n    chu_quan: |\n      Chậm.\nkien_nghi: { tinh: \"Một \\\"xe\\\".\\nHai.\" }\n";
        assert_eq!(after(text, &edits), wanted.replace('\n', "\r\n"));
    }

    #[test]
    fn a_date_is_changed_and_its_remark_stays() {
        let edit =
            TextEdit { path: path("chot_den"), value: NewValue::Plain("2024-03-20".to_owned()) };
        let text = "ky: 2024-Q1\nchot_den: 2024-03-15      # ngày chốt\nso_lieu: {}\n";
        let wanted = "ky: 2024-Q1\nchot_den: 2024-03-20   # ngày chốt\nso_lieu: {}\n";
        assert_eq!(after(text, &[edit]), wanted);
    }

    #[test]
    fn what_has_another_form_is_left_alone() {
        let order = vec![path("tinh_hinh")];
        assert_eq!(apply("tinh_hinh: [a]\n", &[prose("tinh_hinh", "b")], &order), None);
        assert_eq!(apply("- a\n", &[prose("tinh_hinh", "b")], &order), None);
    }
}

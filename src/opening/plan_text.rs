//! The plan of a dossier that is begun with nothing: every key with what the schema says of it, and examples where a plan
//! cannot do without a value. Not for a plan made after another ([`super::plan_after`]).

use serde_json::Value;

use super::lines::quoted;
use super::new_unit::NewUnit;
use crate::model::id::Id;
use crate::model::names::TO_FILL_IN;
use crate::schema;

/// Every key of a plan in the order people write them, with examples; what has to be replaced bears the mark of them.
const EXAMPLES: &str = include_str!("../../report-templates/chung/ke-hoach-mau.yaml");
/// The line above them that lists what names of units may begin with.
const KINDS: &str = "# Cấp mà tên đơn vị có thể bắt đầu bằng: ";
/// The line that leads an editor from a plan to its schema.
pub(super) const MODELINE: &str = "# yaml-language-server: $schema=.luoc-do/ke-hoach.json\n";
/// How the file is filled in.
const HOW: &str = "# Kế hoạch của hồ sơ. Mỗi khóa có lời giải thích ở trên nó; khóa ghi null là không dùng đến, bỏ đi cũng được.
# Giá trị có chữ «(chưa điền)» phải thay trọn, cả chữ ấy; `baocao check` nhắc đến khi không còn chỗ nào.
# Các giá trị khác là ví dụ hoặc cách thường dùng: xem lại từng dòng. Muốn trình soạn thảo gợi ý khi gõ: baocao schema.
";
/// What units are called before it is known which they are.
const UNITS: &str = "xã, phường";
/// A unit before it is known which there are.
const UNIT: &str = "  - { ma: don-vi-1, loai: xã, ten: (chưa điền) Tên riêng của đơn vị }\n";
/// Comments are about this long.
const WIDTH: usize = 130;

/// The text of a plan with this id and these units; without units, with an example of one.
#[must_use]
pub(crate) fn plan_text(id: &Id, units: &[NewUnit]) -> String {
    let schema = schema::plan::plan().into_value();
    let listed: String = units.iter().map(NewUnit::line).collect();
    let listed = if listed.is_empty() { UNIT } else { listed.as_str() };
    let called = called(units).unwrap_or_else(|| format!("{TO_FILL_IN} {UNITS}"));
    let mut parts = vec![format!("{MODELINE}{HOW}\n")];
    for line in EXAMPLES.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, _)) = line.split_once(':').filter(|_| begins_key(line)) {
            parts.push(told(&schema["properties"][key], required(&schema, key)));
        }
        let line = line.replace("«mã»", id.as_str()).replace("«gọi chung»", &called);
        parts.push(format!("{}\n", line.replace("«đơn vị»", listed)));
    }
    parts.concat()
}

/// Whether a line begins with a key of the plan itself.
fn begins_key(line: &str) -> bool {
    line.starts_with(|c: char| c.is_ascii_lowercase())
}

/// What units may be and their names begin with: `xã`, `phường`.
pub(super) fn known_kinds() -> impl Iterator<Item = &'static str> {
    EXAMPLES.lines().filter_map(|line| line.strip_prefix(KINDS)).flat_map(|kinds| kinds.split(", "))
}

/// What units of these kinds are called together.
pub(super) fn called(units: &[NewUnit]) -> Option<String> {
    let mut kinds: Vec<&str> = Vec::new();
    for unit in units {
        if !kinds.contains(&unit.kind.as_str()) {
            kinds.push(&unit.kind);
        }
    }
    (!kinds.is_empty()).then(|| quoted(&kinds.join(", ")))
}

/// The comment above a key: what it is for, and each key below it.
fn told(shape: &Value, required: &str) -> String {
    let words = shape["description"].as_str().unwrap_or_default();
    let mut lines = wrapped("# ", &format!("{words}{required}"));
    below(shape, 1, &mut lines);
    lines
}

/// The keys below a group or in the items of a list, what is required first; a group like the one before it is not told again.
fn below(shape: &Value, depth: usize, lines: &mut String) {
    let mut before: Option<(&str, Vec<&Value>)> = None;
    for group in groups(shape) {
        let keys = group["properties"].as_object().expect("a group has keys");
        for key in in_order(group) {
            let own = &keys[key];
            let inner = groups(own);
            let same = before.as_ref().filter(|(_, last)| !inner.is_empty() && *last == inner);
            let words = own["description"].as_str().unwrap_or_default();
            let like = same.map_or_else(String::new, |(last, _)| format!(" Các khóa như {last}."));
            let words = format!("{words}{}{}{like}", meanings(own), required(group, key));
            lines.push_str(&wrapped(&format!("#{}{key}: ", "   ".repeat(depth)), words.trim()));
            if same.is_none() {
                below(own, depth + 1, lines);
                before = Some((key, inner));
            }
        }
    }
}

/// The keys of a group, what is required first.
fn in_order(group: &Value) -> Vec<&str> {
    let required = group["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let first: Vec<&str> = required.collect();
    let keys = group["properties"].as_object().into_iter().flat_map(|keys| keys.keys());
    let rest = keys.map(String::as_str).filter(|key| !first.contains(key)).collect::<Vec<_>>();
    [first.clone(), rest].concat()
}

/// The groups a shape is, or is a list of, or may be.
fn groups(shape: &Value) -> Vec<&Value> {
    if shape["properties"].is_object() {
        return vec![shape];
    }
    let keyed = shape["patternProperties"].as_object().and_then(|keyed| keyed.values().next());
    let items = [Some(&shape["items"]), keyed].into_iter().flatten();
    let any = shape["anyOf"].as_array().into_iter().flatten();
    let mut found = Vec::new();
    for group in items.chain(any).filter(|inner| inner.is_object()).flat_map(groups) {
        if !found.contains(&group) {
            found.push(group);
        }
    }
    found
}

/// The words a value may be, with what each means.
fn meanings(shape: &Value) -> String {
    let any = shape["anyOf"].as_array().into_iter().flatten();
    let choice = std::iter::once(shape).chain(any).find(|one| one["enumDescriptions"].is_array());
    let Some(choice) = choice else { return String::new() };
    let words = choice["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let told =
        choice["enumDescriptions"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let each: Vec<String> =
        words.zip(told).map(|(word, told)| format!("{word} ({told})")).collect();
    format!(" Là một trong: {}.", each.join("; "))
}

fn required(group: &Value, key: &str) -> &'static str {
    let keys = group["required"].as_array().into_iter().flatten();
    let is = keys.filter_map(Value::as_str).any(|one| one == key);
    if is { " Phải có." } else { "" }
}

/// A comment in lines that are not too long.
fn wrapped(begun: &str, words: &str) -> String {
    let mut lines = String::new();
    let mut line = begun.trim_end().to_owned();
    for word in words.split_whitespace() {
        if line.chars().count() + word.chars().count() >= WIDTH {
            lines.push_str(&line);
            lines.push('\n');
            line = format!("#{}", " ".repeat(begun.chars().count() + 1));
        }
        line.push(' ');
        line.push_str(word);
    }
    format!("{lines}{line}\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_examples_say_what_names_of_units_begin_with() {
        assert!(known_kinds().count() > 5);
    }

    #[test]
    fn the_examples_have_every_key_of_a_plan_and_no_other() {
        let schema = schema::plan::plan().into_value();
        let keys = schema["properties"].as_object().expect("keys");
        let known: BTreeSet<&str> = keys.keys().map(String::as_str).collect();
        let keyed = EXAMPLES.lines().filter(|line| begins_key(line));
        let shown: BTreeSet<&str> =
            keyed.filter_map(|line| Some(line.split_once(':')?.0)).collect();
        assert_eq!(shown, known);
    }
}

//! Changes values of a return's YAML in place: comments, order, quotes, line ends and all other text stay. Not for which
//! values ([`super::differences`]).

use std::ops::Range;
use std::str::FromStr;

use yaml_edit::{Document, Mapping, YamlNode};

use crate::yaml::tree::{Node, Value};

/// One change under `so_lieu`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    /// The figure.
    pub(crate) figure: String,
    /// The key of its long form, or none for all that stands after the figure's id.
    pub(crate) key: Option<&'static str>,
    /// What is to stand there, as YAML.
    pub(crate) yaml: String,
}

/// The keys `so_lieu` follows in a return, the last first.
const BEFORE: [&str; 5] = ["van_ban", "minh_hoa", "chot_den", "ky", "don_vi"];

/// The text after `edits`, which are in the plan's order; a figure that was not there comes where `order` has it. `root` is
/// the text as read. None if the text is not such a file.
#[must_use]
pub(crate) fn apply(root: &Node, text: &str, edits: &[Edit], order: &[&str]) -> Option<String> {
    let (typed, others): (Vec<_>, Vec<_>) =
        edits.iter().map(|edit| (place(root, text, edit), edit)).partition(|(at, _)| at.is_some());
    let mut places: Vec<_> =
        typed.into_iter().filter_map(|(at, edit)| Some((at?, edit.yaml.as_str()))).collect();
    places.sort_by_key(|(at, _)| std::cmp::Reverse(at.start));
    let mut changed = text.to_owned();
    for (at, yaml) in places {
        changed.replace_range(at, yaml);
    }
    let others: Vec<&Edit> = others.into_iter().map(|(_, edit)| edit).collect();
    if others.is_empty() { Some(changed) } else { put_all(&changed, &others, order) }
}

/// Where the value that changes is typed, on one line: then only its characters change, wherever comments stand around it.
fn place(root: &Node, text: &str, edit: &Edit) -> Option<Range<usize>> {
    let figure = root.at("so_lieu")?.at(&edit.figure)?;
    let node = edit.key.map_or(Some(figure), |key| figure.at(key))?;
    let Value::Scalar(value) = &node.value else { return None };
    let at = node.span.range();
    let typed = text.get(at.clone())?;
    let bare = typed.trim_matches(['"', '\'']);
    (!value.is_empty() && bare == value && typed.trim() == typed).then_some(at)
}

fn put_all(text: &str, edits: &[&Edit], order: &[&str]) -> Option<String> {
    let document = Document::from_str(text).ok()?;
    let root = document.as_mapping()?;
    match root.get_mapping("so_lieu") {
        Some(figures) => edits.iter().try_for_each(|edit| put(&figures, edit, order))?,
        None => new_block(&root, edits)?,
    }
    Some(same_line_ends(text, &document.to_string()))
}

fn put(figures: &Mapping, edit: &Edit, order: &[&str]) -> Option<()> {
    let figure = edit.figure.as_str();
    let value = value(&edit.yaml)?;
    if let Some(key) = edit.key {
        figures.get_mapping(figure)?.set(key, &value);
        return Some(());
    }
    let there = |id: &&&str| figures.contains_key(**id);
    let at = order.iter().position(|id| *id == figure)?;
    let (before, after) =
        (order[..at].iter().rev().find(there), order[at + 1..].iter().find(there));
    match (before, after) {
        _ if figures.contains_key(figure) => figures.set(figure, &value),
        (Some(before), _) => _ = figures.insert_after(*before, figure, &value),
        (None, Some(after)) => _ = figures.insert_before(*after, figure, &value),
        (None, None) => figures.set(figure, &value),
    }
    Some(())
}

/// `so_lieu` where there was none, or an empty one.
fn new_block(root: &Mapping, edits: &[&Edit]) -> Option<()> {
    let line = |edit: &&Edit| format!("  {}: {}\n", edit.figure, edit.yaml);
    let block =
        node(&format!("so_lieu:\n{}", edits.iter().map(line).collect::<String>()), "so_lieu")?;
    let before = BEFORE.iter().find(|key| root.contains_key(**key));
    match before {
        _ if root.contains_key("so_lieu") => root.set("so_lieu", &block),
        Some(before) => _ = root.insert_after(*before, "so_lieu", &block),
        None => root.set("so_lieu", &block),
    }
    Some(())
}

fn value(yaml: &str) -> Option<YamlNode> {
    node(&format!("k: {yaml}\n"), "k")
}

fn node(yaml: &str, key: &str) -> Option<YamlNode> {
    Document::from_str(yaml).ok()?.as_mapping()?.get(key)
}

/// A file whose lines all ended in CR LF goes on doing so.
fn same_line_ends(before: &str, after: &str) -> String {
    let lines = before.matches('\n').count();
    if lines == 0 || before.matches("\r\n").count() < lines {
        return after.to_owned();
    }
    after.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// Words as a YAML value on one line, in quotes where they need them.
#[must_use]
pub(crate) fn quoted(words: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || c == ' ';
    let safe = words.starts_with(char::is_alphabetic) && words.chars().all(plain);
    let meant = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    if safe && !words.ends_with(' ') && !meant.contains(&words.to_lowercase().as_str()) {
        return words.to_owned();
    }
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;
    use crate::yaml::tree::parse;

    const ORDER: [&str; 4] = ["dan_so", "so_ho", "nguoi_bhyt", "buoi"];

    fn after(text: &str, edits: &[(&str, Option<&'static str>, &str)]) -> String {
        let edit = |(figure, key, yaml): &(&str, Option<&'static str>, &str)| Edit {
            figure: (*figure).to_owned(),
            key: *key,
            yaml: (*yaml).to_owned(),
        };
        let edits: Vec<Edit> = edits.iter().map(edit).collect();
        let root = parse(&SourceFile::new("", text)).expect("YAML");
        apply(&root, text, &edits, &ORDER).expect("a return")
    }

    #[test]
    fn a_value_on_a_line_of_its_own_keeps_every_comment_around_it() {
        let text = "so_lieu:\n  dan_so:   # một\n    # hai\n    1000   # ba\n    # bốn\n  buoi: { gia_tri:\n      7, # năm\n      nguon: Xã }\n  so_ho: 3\n";
        let wanted = text.replace("1000", "1001").replace("7,", "8,");
        let edits = [("dan_so", None, "1001"), ("buoi", Some("gia_tri"), "8")];
        assert_eq!(after(text, &edits), wanted);
        let more = [&edits[..], &[("nguoi_bhyt", None, "5")]].concat();
        assert_eq!(after(text, &more), format!("{wanted}  nguoi_bhyt: 5\n"));
    }

    #[test]
    fn a_value_changes_and_its_comment_and_quotes_stay_where_they_are() {
        let text = "# đầu\nso_lieu:   # các số\n  dan_so: { gia_tri: 5, nguon: \"Công an, xã\" }   # dài\n  buoi: '7'\n";
        let wanted = text.replace("gia_tri: 5", "gia_tri: 6").replace("'7'", "8");
        assert_eq!(after(text, &[("dan_so", Some("gia_tri"), "6"), ("buoi", None, "8")]), wanted);
    }

    #[test]
    fn a_new_figure_comes_where_the_plan_has_it() {
        let text = "so_lieu:\n  dan_so: 5   # a\n  buoi: 7\n  # cuối\ntinh_hinh: x\n";
        let wanted = "so_lieu:\n  dan_so: 5   # a\n  so_ho: 2\n  buoi: 7\n  # cuối\ntinh_hinh: x\n";
        assert_eq!(after(text, &[("so_ho", None, "2")]), wanted);
        let first =
            after("so_lieu:\n  buoi: 7\n", &[("dan_so", None, "{ gia_tri: 5, nguon: Xã }")]);
        assert_eq!(first, "so_lieu:\n  dan_so: { gia_tri: 5, nguon: Xã }\n  buoi: 7\n");
        let flow = after("so_lieu: { dan_so: 5, buoi: 7 } # c\n", &[("so_ho", None, "2")]);
        assert_eq!(flow, "so_lieu: { dan_so: 5, so_ho: 2, buoi: 7 } # c\n");
    }

    #[test]
    fn figures_come_before_the_texts_where_there_were_none() {
        let wanted =
            "ky: 2024-Q1\r\nso_lieu:\r\n  dan_so: 5\r\n  buoi: 7\r\ntinh_hinh: |\r\n  a\r\n";
        let both = [("dan_so", None, "5"), ("buoi", None, "7")];
        assert_eq!(after("ky: 2024-Q1\r\ntinh_hinh: |\r\n  a\r\n", &both), wanted);
        assert_eq!(after("ky: 2024-Q1\r\nso_lieu:\r\ntinh_hinh: |\r\n  a\r\n", &both), wanted);
    }

    #[test]
    fn words_that_yaml_would_misread_are_quoted() {
        assert_eq!(quoted("Công an xã"), "Công an xã");
        assert_eq!(quoted("Trạm: số \"mới\", 2024"), "\"Trạm: số \\\"mới\\\", 2024\"");
        assert_eq!(quoted("No"), "\"No\"");
    }
}

//! A file's values as lines of path and text, to say later which of them changed. Not for reading their meaning.

use super::tree::{Node, Value};

/// Longer texts are told apart by their hash; nobody wants to read two paragraphs to find a comma.
const LONGEST: usize = 60;

/// One line per scalar: its path with dots, a tab, its text.
#[must_use]
pub fn flat(node: &Node) -> String {
    let mut lines = String::new();
    collect(node, "", &mut lines);
    lines
}

fn collect(node: &Node, path: &str, lines: &mut String) {
    let below = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match &node.value {
        Value::Null => {}
        Value::Scalar(text) => {
            for part in [path, "\t", &short(text), "\n"] {
                lines.push_str(part);
            }
        }
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                collect(item, &below(&(at + 1).to_string()), lines);
            }
        }
        Value::Map(entries) => {
            for (key, value) in entries {
                collect(value, &below(&key.text), lines);
            }
        }
    }
}

fn short(text: &str) -> String {
    let line = text.trim();
    if line.chars().count() <= LONGEST && !line.contains(['\n', '\t']) {
        return line.to_owned();
    }
    format!("#{}", &blake3::hash(text.as_bytes()).to_hex()[..16])
}

/// A value that differs between two files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changed {
    /// Its path, such as `so_lieu.nguoi_bhyt`.
    pub(crate) path: String,
    /// What it was; none if it was not there.
    pub(crate) before: Option<String>,
    /// What it is; none if it is gone.
    pub(crate) now: Option<String>,
}

/// What differs between two files' lines, in the order of the new file, then what is gone.
#[must_use]
pub(crate) fn changes(before: &str, now: &str) -> Vec<Changed> {
    let read = |lines: &str| -> Vec<(String, String)> {
        let pairs = lines.lines().filter_map(|line| line.split_once('\t'));
        pairs.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
    };
    let (before, now) = (read(before), read(now));
    let value = |all: &[(String, String)], path: &str| {
        all.iter().find(|(own, _)| own == path).map(|(_, text)| text.clone())
    };
    let kept = now.iter().map(|(path, text)| Changed {
        path: path.clone(),
        before: value(&before, path),
        now: Some(text.clone()),
    });
    let gone = before
        .iter()
        .filter(|(path, _)| value(&now, path).is_none())
        .map(|(path, text)| Changed { path: path.clone(), before: Some(text.clone()), now: None });
    kept.filter(|change| change.before != change.now).chain(gone).collect()
}

/// What only answers a warning: no page prints it.
const ACKNOWLEDGED: &str = "chap_nhan";

/// Whether two files' lines differ in anything but what only answers warnings.
#[must_use]
pub(crate) fn says_other(before: &str, now: &str) -> bool {
    changes(before, now).iter().any(|one| !is_answer(one))
}

/// Whether a change is only in what answers a warning.
#[must_use]
pub(crate) fn is_answer(change: &Changed) -> bool {
    change.path.split('.').next() == Some(ACKNOWLEDGED)
}

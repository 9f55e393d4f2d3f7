//! What is said where a group of keys is wanted and something else stands, or a key runs into its value. Not for reading
//! the keys ([`super::fields`]).

use super::repairs::COLONS;
use crate::diagnostic::{Code, Finding};
use crate::source::Span;

/// What to do where a group of keys is missing.
pub(super) const GROUP: &str = "viết từng khóa của nhóm ở các dòng dưới, thụt vào hai dấu cách; không có gì để ghi thì xóa cả dòng";
/// Keys named at most.
const NAMED: usize = 12;

/// The finding for something else where a group of these keys is wanted.
pub(super) fn not_a_group(at: &Span, keys: &[&str]) -> Finding {
    let message = "chỗ này cần một nhóm khóa (mỗi dòng một «khóa: giá trị»)";
    let typed = at.text().lines().next().unwrap_or_default().trim();
    let line = at.whole_line();
    let before = &line.text()[..at.range().start.saturating_sub(line.range().start)];
    let each = |form: &dyn Fn(&&str) -> String| {
        keys.iter().take(NAMED).map(form).collect::<Vec<_>>().join(", ")
    };
    let hint = if let Some(key) = runs_on(typed).filter(|key| keys.contains(key)) {
        apart(key, typed)
    } else if before.contains(['[', '{']) && !keys.is_empty() {
        format!("thay bằng một nhóm trong dấu {{ }}: {{ {} }}", each(&|key| format!("{key}: …")))
    } else if keys.is_empty() {
        GROUP.to_owned()
    } else {
        format!("{GROUP}; các khóa của nhóm: {}", each(&|key| (*key).to_owned()))
    };
    Finding::new(Code::WrongForm, message).at(at).hint(hint)
}

/// The key of a text that runs into its value: `gia_tri:1`, `gia_tri = 1`, `gia_tri： 1`.
pub(super) fn runs_on(typed: &str) -> Option<&str> {
    let (key, rest) = typed.split_once(|c: char| c == ':' || c == '=' || COLONS.contains(&c))?;
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let key = key.trim();
    (!key.is_empty() && key.chars().all(name) && !rest.trim().is_empty()).then_some(key)
}

/// How a text is written whose key runs into its value.
pub(super) fn apart(key: &str, typed: &str) -> String {
    let value = typed.trim();
    let value = value.strip_prefix(key).unwrap_or(value).trim_start();
    let mut rest = value.chars();
    let sign = rest.next().unwrap_or(':');
    let what = match sign {
        ':' => "thiếu dấu cách sau dấu hai chấm".to_owned(),
        sign => format!("«{sign}» không phải dấu hai chấm"),
    };
    format!("{what}: viết «{key}: {}»", rest.as_str().trim())
}

//! What is wrong with a path, in words its author can act on. Not for finding it ([`super::grammar`]).

use super::path::{Passage, ROOTS};
use crate::diagnostic::{Code, did_you_mean};
use crate::model::plan::Plan;
use crate::vietnamese::nearest::{fold, nearest};

/// Shorter first names are near to too many words that mean nothing here.
const SHORTEST_NEAR: usize = 5;

/// Why a path leads nowhere.
#[derive(Debug, PartialEq, Eq)]
pub struct PathSlip {
    /// An unknown name, or a wrong form.
    pub(crate) code: Code,
    /// The name that is wrong, as typed.
    pub(crate) name: String,
    /// What is wrong.
    pub(crate) message: String,
    /// What to write.
    pub(crate) hint: String,
}

pub(super) fn part_of<T: Copy>(
    parts: &[(&str, T)],
    before: &[&str],
    typed: &[&str],
) -> Result<T, PathSlip> {
    let word = typed.join(".");
    if let Some((_, part)) = parts.iter().find(|(name, _)| *name == word) {
        return Ok(*part);
    }
    let names = || parts.iter().map(|(name, _)| *name).filter(|name| !name.is_empty());
    let whole = before.join(".");
    let message = if word.is_empty() {
        format!("«{whole}» còn thiếu một phần")
    } else {
        format!("«{whole}» không có phần «{word}»")
    };
    let near = nearest(&word, names()).filter(|_| !word.is_empty());
    let hint = near.map_or_else(
        || format!("dùng được: {}", names().collect::<Vec<_>>().join(", ")),
        |near| format!("có phải là {{{{ {whole}.{near} }}}}?"),
    );
    let last = || before.last().map(|name| (*name).to_owned()).unwrap_or_default();
    let name = if word.is_empty() { last() } else { word };
    Err(PathSlip { code: Code::UnknownName, name, message, hint })
}

/// A name that begins no path but is near to one that does, or stands for a figure or target without its first name.
pub(super) fn meant(names: &[&str], plan: &Plan) -> Option<PathSlip> {
    let first = names[0];
    let whole =
        |root: &str| format!("viết {{{{ {} }}}}", [&[root], &names[1..]].concat().join("."));
    let said = |hint: String| {
        let message = format!("«{first}» không dùng được trong dấu ngoặc {{{{ }}}}");
        Some(PathSlip { code: Code::UnknownName, name: first.to_owned(), message, hint })
    };
    if names.len() == 1 && plan.figure(first).is_some() {
        return said(format!("viết {{{{ so_lieu.{first} }}}}"));
    }
    if names.len() == 1 && plan.target(first).is_some() {
        return said(format!("viết {{{{ chi_tieu.{first} }}}}"));
    }
    let known = fold(first).len() >= SHORTEST_NEAR;
    nearest(first, ROOTS.into_iter()).filter(|_| known).and_then(|root| said(whole(root)))
}

pub(super) fn unknown<'a>(
    what: &str,
    typed: &str,
    names: impl Iterator<Item = &'a str> + Clone,
) -> PathSlip {
    let hint = nearest(typed, names.clone()).map_or_else(
        || format!("các mã dùng được: {}", names.take(20).collect::<Vec<_>>().join(", ")),
        did_you_mean,
    );
    let message = format!("{what} «{typed}» không có trong kế hoạch");
    PathSlip { code: Code::UnknownName, name: typed.to_owned(), message, hint }
}

pub(super) fn no_such_words(unit: &str, typed: &[&str], plan: &Plan) -> PathSlip {
    let tasks = plan.tasks.iter().map(|task| format!("nhiem_vu.{}", task.id));
    let levels = plan.addressees.iter().map(|level| format!("kien_nghi.{}", level.id));
    let fixed = Passage::FIXED.iter().map(|(name, _)| (*name).to_owned());
    let names: Vec<String> = fixed.chain(tasks).chain(levels).collect();
    let word = typed.join(".");
    let near = nearest(&word, names.iter().map(String::as_str)).filter(|_| !word.is_empty());
    let hint = near.map_or_else(
        || format!("dùng được: ten, so_lieu.<mã>, chi_tieu.<mã>, {}", names.join(", ")),
        |near| format!("có phải là {{{{ don_vi.{unit}.{near} }}}}?"),
    );
    let message = format!("«don_vi.{unit}» không có phần «{word}»");
    let name = if word.is_empty() { unit.to_owned() } else { word };
    PathSlip { code: Code::UnknownName, name, message, hint }
}

pub(super) fn missing(root: &str, example: Option<&str>) -> PathSlip {
    let example = example.unwrap_or("<mã>");
    wrong_form(
        root,
        "đường dẫn còn thiếu mã",
        &format!("viết tiếp sau dấu chấm, ví dụ {{{{ {root}.{example} }}}}"),
    )
}

pub(super) fn no_path(root: &str, closed: bool) -> PathSlip {
    if closed {
        return wrong_form(
            root,
            "trong dấu ngoặc {{ }} chỉ viết một đường dẫn, không viết phép tính, bộ lọc hay chữ khác",
            "chỉ để lại đường dẫn, ví dụ {{ so_lieu.dan_so }}; chữ khác đặt ngoài dấu ngoặc",
        );
    }
    wrong_form(
        root,
        "dấu ngoặc «{{» không được đóng trong cùng một đoạn",
        "thêm «}}» sau đường dẫn",
    )
}

pub(super) fn wrong_form(name: &str, message: &str, hint: &str) -> PathSlip {
    PathSlip {
        code: Code::WrongForm,
        name: name.to_owned(),
        message: message.to_owned(),
        hint: hint.to_owned(),
    }
}

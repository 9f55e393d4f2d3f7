//! YAML files that nothing reads, because of their place or name. Not for files of other kinds, which may lie anywhere.

use std::path::Path;

use super::path_slips::path_meant;
use crate::diagnostic::{Code, Finding, Subject, did_you_mean};
use crate::model::period::Period;
use crate::source::{SourceFile, Span};

/// A finding for a file that looks as if it should be read. `parts` is its path below the inputs folder, which findings
/// call `shown`.
#[must_use]
pub(crate) fn unused(parts: &[String], shown: &str) -> Option<Finding> {
    let name = parts.last()?.to_ascii_lowercase();
    let extension = Path::new(&name).extension()?.to_str()?;
    // Notepad likes to add a second ending.
    let doubled = name.contains(".yaml.") || name.contains(".yml.");
    let hidden = parts.iter().any(|part| part.starts_with('.'));
    if !(doubled || matches!(extension, "yaml" | "yml")) || hidden {
        return None;
    }
    let below: Vec<&str> = parts.iter().skip(1).map(String::as_str).collect();
    let hint = match below[..] {
        _ if doubled || extension == "yml" => "đổi đuôi tệp thành .yaml",
        [folder, _] if Period::parse(&folder.to_ascii_uppercase()).is_some() => {
            "đổi tên thư mục kỳ cho đúng, ví dụ 2024-Q1 (chữ Q hoa)"
        }
        _ => "chuyển tệp vào đúng chỗ: ke-hoach.yaml, don-vi/<mã>.yaml hoặc <năm>-Q<quý>/<mã>.yaml",
    };
    let at_root = parts.len() == 1;
    let inner = if at_root { vec![parts[0].as_str()] } else { below };
    let meant = path_meant(&inner, at_root);
    let hint =
        meant.map_or_else(|| hint.to_owned(), |meant| format!("{hint}; {}", did_you_mean(meant)));
    Some(told(&format!("{shown}/{}", parts.join("/")), &hint).subject(&subject(parts)))
}

/// Whom a file would be about, by its place.
fn subject(parts: &[String]) -> Subject {
    let (period, unit) = match parts {
        [_, folder, file] => (
            Period::parse(folder).map(|period| period.to_string()),
            Some(file.strip_suffix(".yaml").unwrap_or(file).to_owned()),
        ),
        _ => (None, None),
    };
    Subject { dossier: parts.first().cloned(), period, unit }
}

/// A finding for the unused file of this name.
#[must_use]
pub(crate) fn told(path: &str, hint: &str) -> Finding {
    let message = format!("{path}: tệp không được dùng");
    let place = Span::whole(&SourceFile::new(path, ""));
    Finding::new(Code::UnusedFile, message).at(&place).hint(hint)
}

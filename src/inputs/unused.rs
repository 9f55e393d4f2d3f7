//! YAML files that nothing reads, because of their place or name. Not for files of other kinds, which may lie anywhere.

use std::collections::BTreeMap;
use std::path::Path;

use super::file_role::FileRole;
use super::folder::Folder;
use super::path_slips::{path_meant, subject};
use super::snapshot::{Input, InputSnapshot};
use crate::diagnostic::{Code, Finding, Subject, did_you_mean};
use crate::model::names::PLAN;
use crate::model::period::Period;
use crate::source::{SourceFile, Span};
use crate::vietnamese::nearest::nearest;

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

/// A finding for each folder that holds returns but no plan, so that nothing of it is read.
pub(crate) fn without_plan(snapshot: &InputSnapshot, folders: &[Folder<'_>]) -> Vec<Finding> {
    let known: Vec<&str> = folders.iter().map(|folder| folder.id).collect();
    let mut lost: BTreeMap<&str, Vec<&Input>> = BTreeMap::new();
    for input in &snapshot.files {
        let is_return = matches!(input.place, FileRole::Unit(_) | FileRole::Handed(..));
        if is_return && !input.folder.starts_with('.') && !known.contains(&input.folder.as_str()) {
            lost.entry(&input.folder).or_default().push(input);
        }
    }
    let told = |(folder, files): (&str, Vec<&Input>)| {
        let path = format!("{}/{folder}", snapshot.shown);
        let count = files.len();
        let message =
            format!("{path}: thư mục không có {PLAN} nên {count} tệp trong đó không được dùng");
        let meant = nearest(folder, known.iter().copied());
        let moved = "chuyển các tệp vào thư mục của hồ sơ";
        let moved = meant.map_or_else(|| moved.to_owned(), |id| format!("{moved} «{id}»"));
        let hint = format!("{moved}; nếu là hồ sơ mới thì tạo tệp {path}/{PLAN}");
        let period = files[0]
            .place
            .period()
            .filter(|period| files.iter().all(|file| file.place.period() == Some(*period)));
        let subject = Subject::of_dossier(&folder);
        let subject = period.map_or(subject.clone(), |period| subject.of_period(&period));
        Finding::new(Code::UnusedFile, message)
            .at(&Span::whole(&SourceFile::new(path, "")))
            .hint(hint)
            .subject(&subject)
    };
    lost.into_iter().map(told).collect()
}

/// A finding for the unused file of this name.
#[must_use]
pub(crate) fn told(path: &str, hint: &str) -> Finding {
    let message = format!("{path}: tệp không được dùng");
    let place = Span::whole(&SourceFile::new(path, ""));
    Finding::new(Code::UnusedFile, message).at(&place).hint(hint)
}

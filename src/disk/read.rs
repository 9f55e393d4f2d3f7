//! Reads input files from disk. The only place that does; not for templates and fonts, which are embedded.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use crate::diagnostic::{Code, Finding};
use crate::source::{SourceFile, Span};

/// Larger files are refused unread: a return has a few thousand characters.
const LARGEST: u64 = 4 * 1024 * 1024;

/// A file and its place below the folder that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Its name below the folder, parts in order.
    pub parts: Vec<String>,
}

/// Size and time of a file: enough to trust what only this program writes, never to trust what people write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Bytes.
    pub size: u64,
    /// Nanoseconds since 1970 when it was last written.
    pub written: u64,
}

/// The stamp of a file, if it is there.
#[must_use]
pub fn stamp(path: &Path) -> Option<Stamp> {
    let data = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    let since = data.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(Stamp { size: data.len(), written: u64::try_from(since.as_nanos()).ok()? })
}

/// Every file below `root`, in order of name, links not followed.
#[must_use]
pub fn files(root: &Path) -> Vec<Found> {
    let entries = WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let parts = below
                .components()
                .map(|part| part.as_os_str().to_string_lossy().into_owned())
                .collect();
            Found { path: entry.path().to_owned(), parts }
        })
        .collect()
}

/// Reads a text file; `name` is what findings call it.
///
/// # Errors
/// A finding when it cannot be read, is too large, or is not UTF-8.
pub fn read(path: &Path, name: &str) -> Result<Arc<SourceFile>, Finding> {
    let refuse = |message: String, text: &str| {
        let file = SourceFile::new(name, text);
        Finding::new(Code::Unreadable, format!("{name}: {message}")).at(&Span::whole(&file))
    };
    let size = std::fs::metadata(path).map_or(0, |data| data.len());
    if size > LARGEST {
        return Err(refuse(format!("tệp lớn bất thường ({} MB)", size / 1_048_576), "")
            .hint("kiểm tra có dán nhầm nội dung khác vào tệp không"));
    }
    #[expect(clippy::disallowed_methods, reason = "this is the place that reads inputs")]
    let bytes =
        std::fs::read(path).map_err(|error| refuse(format!("không đọc được tệp ({error})"), ""))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let readable = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let file = SourceFile::new(name, readable);
        Finding::new(Code::Unreadable, format!("{name}: tệp không phải UTF-8"))
            .at(&Span::new(&file, at..at))
            .hint("mở tệp, chọn «Lưu với mã UTF-8» rồi lưu lại")
    })?;
    Ok(SourceFile::new(name, text.strip_prefix('\u{feff}').unwrap_or(&text)))
}

/// The bytes of a template or font file, if it can be read.
#[must_use]
pub fn bytes(path: &Path) -> Option<Vec<u8>> {
    #[expect(clippy::disallowed_methods, reason = "this is the place that reads inputs")]
    std::fs::read(path).ok()
}

//! Reads files from disk. Not for what is around them ([`super::listing`]), and not for templates and fonts that are
//! embedded.
#![expect(clippy::disallowed_methods, reason = "this is the place that reads files")]

use std::path::Path;
use std::sync::Arc;

use super::listing::size;
use crate::diagnostic::{Code, Finding};
use crate::source::{SourceFile, Span};

/// Larger files are refused unread: a return has a few thousand characters.
const LARGEST: u64 = 4 * 1024 * 1024;

/// Reads a text file; `name` is what findings call it.
///
/// # Errors
/// A finding when it cannot be read, is too large, or is not UTF-8.
pub fn read(path: &Path, name: &str) -> Result<Arc<SourceFile>, Finding> {
    let refuse = |message: String, text: &str| {
        let file = SourceFile::new(name, text);
        Finding::new(Code::Unreadable, format!("{name}: {message}")).at(&Span::whole(&file))
    };
    let size = size(path);
    if size > LARGEST {
        return Err(refuse(format!("tệp lớn bất thường ({} MB)", size / 1_048_576), "")
            .hint("kiểm tra có dán nhầm nội dung khác vào tệp không"));
    }
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

/// The bytes of a file, if it can be read.
#[must_use]
pub fn bytes(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

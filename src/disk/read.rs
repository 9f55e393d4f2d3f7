//! Reads files from disk. Not for what is around them ([`super::listing`]), and not for templates and fonts that are
//! embedded.

use std::fmt;
use std::fs::Metadata;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::file_system::{FileSystem, Local};
use super::listing::{Stamp, stamp_of};
use crate::diagnostic::system_error::words;
use crate::diagnostic::{Code, Finding};
use crate::source::{SourceFile, Span};

/// What some editors put before a text.
const BYTE_ORDER_MARK: char = '\u{feff}';
/// Larger files are refused unread: a return has a few thousand characters.
pub(crate) const LARGEST_TEXT: u64 = 4 * 1024 * 1024;

/// Why the bytes of a file are not there.
#[derive(Debug)]
pub(crate) enum ReadFault {
    /// The system does not give them.
    System(io::Error),
    /// A pipe, a device or a folder, which may never end.
    NoFile,
    /// More bytes than such a file has.
    TooLarge(u64),
}

impl fmt::Display for ReadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System(error) => write!(f, "không đọc được tệp ({})", words(error)),
            Self::NoFile => f.write_str("không phải một tệp thường nên không được đọc"),
            Self::TooLarge(size) => write!(f, "tệp lớn bất thường ({} MB)", size / 1_048_576),
        }
    }
}

/// The bytes of a file of at most `largest`; what is no file, such as a pipe, is not opened.
///
/// # Errors
/// Why there are none.
pub(crate) fn up_to(
    files: &dyn FileSystem,
    path: &Path,
    largest: u64,
) -> Result<Vec<u8>, ReadFault> {
    seen_up_to(files, path, &files.metadata(path).map_err(ReadFault::System)?, largest)
}

/// The same of a file that was looked at.
fn seen_up_to(
    files: &dyn FileSystem,
    path: &Path,
    data: &Metadata,
    largest: u64,
) -> Result<Vec<u8>, ReadFault> {
    if !data.is_file() {
        return Err(ReadFault::NoFile);
    }
    if data.len() > largest {
        return Err(ReadFault::TooLarge(data.len()));
    }
    // A file may grow while it is read.
    let bytes =
        files.read(path, data.len(), largest.saturating_add(1)).map_err(ReadFault::System)?;
    let size = bytes.len() as u64;
    if size > largest { Err(ReadFault::TooLarge(size)) } else { Ok(bytes) }
}

/// Reads a text file; `name` is what findings call it.
///
/// # Errors
/// A finding when it cannot be read, is too large, or is not UTF-8.
pub(crate) fn read(
    files: &dyn FileSystem,
    path: &Path,
    name: &str,
) -> Result<Arc<SourceFile>, Finding> {
    stamped(files, path, name).1
}

/// Reads a text file, and the stamp it had when it was looked at just before.
pub(crate) fn stamped(
    files: &dyn FileSystem,
    path: &Path,
    name: &str,
) -> (Option<Stamp>, Result<Arc<SourceFile>, Finding>) {
    let data = files.metadata(path).map_err(ReadFault::System);
    let stamp = data.as_ref().ok().and_then(stamp_of);
    let bytes = data.and_then(|data| seen_up_to(files, path, &data, LARGEST_TEXT));
    (stamp, bytes.map_err(|fault| not_read(&fault, name)).and_then(|bytes| text(&bytes, name)))
}

/// The text of a file with these bytes.
///
/// # Errors
/// A finding when it is not UTF-8.
pub(crate) fn text(bytes: &[u8], name: &str) -> Result<Arc<SourceFile>, Finding> {
    // Text in Vietnamese is mostly letters of several bytes, which the standard library looks at one by one.
    let mut text = match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => return Err(no_text(bytes, error.valid_up_to(), name)),
    };
    if text.starts_with(BYTE_ORDER_MARK) {
        text.drain(..BYTE_ORDER_MARK.len_utf8());
    }
    Ok(SourceFile::new(name, text))
}

/// A file that is no text from this byte on.
fn no_text(bytes: &[u8], at: usize, name: &str) -> Finding {
    let readable = String::from_utf8_lossy(bytes).into_owned();
    let place = Span::new(&SourceFile::new(name, readable), at..at);
    Finding::new(Code::Unreadable, format!("{name}: tệp không phải UTF-8"))
        .at(&place)
        .hint("mở tệp, chọn «Lưu với mã UTF-8» rồi lưu lại")
}

/// A file whose bytes are not there, in words.
#[must_use]
pub(crate) fn not_read(fault: &ReadFault, name: &str) -> Finding {
    let hint = match fault {
        ReadFault::System(_) => "xem quyền đọc tệp và kết nối đến ổ đĩa, rồi chạy lại",
        ReadFault::NoFile => "đặt một tệp thường vào chỗ này, hoặc xóa nó",
        ReadFault::TooLarge(_) => "kiểm tra có dán nhầm nội dung khác vào tệp không",
    };
    let place = Span::whole(&SourceFile::new(name, ""));
    Finding::new(Code::Unreadable, format!("{name}: {fault}")).at(&place).hint(hint)
}

/// The bytes of a file, if there is one.
///
/// # Errors
/// There is something of this name whose bytes cannot be had.
pub(crate) fn if_there(files: &dyn FileSystem, path: &Path) -> Result<Option<Vec<u8>>, ReadFault> {
    match up_to(files, path, u64::MAX) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(ReadFault::System(error)) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// The bytes of a file of this machine, if it can be read.
#[must_use]
pub fn bytes(path: &Path) -> Option<Vec<u8>> {
    up_to(&Local, path, u64::MAX).ok()
}

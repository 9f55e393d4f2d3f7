//! What is said of a file that could not be written. Not for writing it ([`crate::disk::write`]).

use std::io;
use std::path::Path;

use super::system_error::words;
use super::{Code, Finding};
use crate::diagnostic::shown::slashed;
use crate::source::{SourceFile, Span};

/// Which file could not be written.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Unwritten<'p> {
    /// A file of the output folder.
    Output(&'p Path),
    /// A unit's return, as findings call it.
    Return(&'p str),
    /// A file that was to be opened, as findings call it.
    Opened(&'p str),
    /// A schema of a dossier, as findings call it.
    Schema(&'p str),
    /// A schema of the templates, as findings call it.
    TemplateSchema(&'p str),
}

impl Finding {
    /// A file that could not be written; what stood there before still does.
    #[must_use]
    pub(crate) fn not_written(file: Unwritten<'_>, error: &io::Error) -> Self {
        let pointed_at = |name: &str| {
            let message = format!("không ghi được {name} ({})", words(error));
            Self::new(Code::NotWritten, message).at(&Span::whole(&SourceFile::new(name, "")))
        };
        match file {
            Unwritten::Output(path) => pointed_at(&slashed(path))
                .hint("đóng tệp nếu đang mở, kiểm tra ổ đĩa và quyền ghi, rồi chạy lại; bản cũ còn nguyên"),
            Unwritten::Return(name) => pointed_at(name)
                .hint("đóng tệp nếu đang mở, xem quyền ghi thư mục, rồi nhập lại"),
            Unwritten::Opened(name) => pointed_at(name)
                .hint("xem quyền ghi thư mục số liệu và ổ đĩa, rồi chạy lại; tệp đã có được giữ nguyên"),
            Unwritten::Schema(name) => {
                pointed_at(name).hint("xem quyền ghi thư mục số liệu, rồi chạy lại")
            }
            Unwritten::TemplateSchema(name) => {
                pointed_at(name).hint("xem quyền ghi thư mục khuôn mẫu, rồi chạy lại")
            }
        }
    }
}

//! What is wrong with the syntax of a file, in words a clerk can act on. It goes by the kinds of error the YAML crate
//! knows, never by its words. Not for what was meant by the line it was met on ([`super::slips::syntax`]) and what would make
//! it readable ([`super::repairs`]).

use std::ops::Range;
use std::sync::Arc;

use serde_yaml::granit_parser::ErrorKind;
use serde_yaml::localizer::ExternalMessageSource;
use serde_yaml::{Error, Location};

use super::repairs;
use super::slips::syntax::{explain_figure, explain_line};
use crate::diagnostic::{Code, Finding};
use crate::source::{SourceFile, Span};

/// What the parser met, as far as there is something to say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Objection {
    RepeatedKey,
    Tab,
    Quote,
    Colon,
    Indent,
    TooMuch,
    Alias,
    Documents,
    Other,
}

/// What the parser objects to in a file, as a finding at its line; `reads` tells the line of the first error of another
/// text, if it has one.
#[must_use]
pub(crate) fn syntax(
    file: &Arc<SourceFile>,
    error: &Error,
    reads: &dyn Fn(&str) -> Option<usize>,
) -> Finding {
    let objection = objection(error);
    let unclosed = objection == Objection::Quote;
    let line = line(error);
    let slip = || {
        let meant = explain_line(file, line, unclosed);
        let meant =
            meant.or_else(|| repairs::find(file, line, reads).map(repairs::Repair::finding));
        meant.or_else(|| explain_figure(file, line))
    };
    let slip = if objection.is_plain() { None } else { slip() };
    slip.unwrap_or_else(|| {
        let (message, hint) = objection.explained();
        Finding::new(Code::Syntax, message).at(&place(file, error)).hint(hint)
    })
}

/// The line an error was met on, from 1.
#[must_use]
pub(crate) fn line(error: &Error) -> usize {
    error.location().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1))
}

/// Where the second of two keys starts that are the same, if that is what the parser objects to.
#[must_use]
pub(crate) fn repeated_key(error: &Error) -> Option<usize> {
    let repeated = objection(error) == Objection::RepeatedKey;
    error.location().filter(|_| repeated).and_then(bytes).map(|range| range.start)
}

/// From where the parser stopped to the end of the line.
fn place(file: &Arc<SourceFile>, error: &Error) -> Span {
    let Some(at) = error.location() else { return Span::whole(file) };
    let line = Span::line(file, usize::try_from(at.line()).unwrap_or(1)).range();
    let start = bytes(at).map_or(line.start, |range| range.start).max(line.start);
    Span::new(file, start..line.end.max(start))
}

/// The bytes the parser speaks of, if it knows them.
#[must_use]
pub(crate) fn bytes(location: Location) -> Option<Range<usize>> {
    let span = location.span();
    let start = usize::try_from(span.byte_offset()?).ok()?;
    let length = span.byte_len().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
    Some(start..start + length)
}

fn objection(error: &Error) -> Objection {
    match error {
        Error::WithSnippet { error, .. } | Error::AliasError { error, .. } => objection(error),
        Error::DuplicateMappingKey { .. } => Objection::RepeatedKey,
        Error::Budget { .. } => Objection::TooMuch,
        Error::MultipleDocuments { .. } => Objection::Documents,
        Error::UnknownAnchor { .. }
        | Error::AliasReplayCounterOverflow { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. } => Objection::Alias,
        Error::FoldedBlockScalarMustIndentContent { .. } => Objection::Indent,
        Error::ExternalMessage { source, .. } => match source.as_ref() {
            ExternalMessageSource::Parser(error) => scanned(error.kind()),
            _ => Objection::Other,
        },
        _ => Objection::Other,
    }
}

fn scanned(kind: &ErrorKind) -> Objection {
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar => Objection::Tab,
        ErrorKind::DocumentIndicatorInQuotedScalar
        | ErrorKind::UnclosedQuotedScalar
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidTrailingSingleQuotedScalar
        | ErrorKind::InvalidTrailingDoubleQuotedScalar
        | ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => Objection::Quote,
        ErrorKind::MappingValueNotAllowed => Objection::Colon,
        ErrorKind::InvalidIndentation
        | ErrorKind::ZeroBlockScalarIndent
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidFlowScalarIndent => Objection::Indent,
        ErrorKind::MissingAnchorOrAliasName | ErrorKind::AnchorCountOverflow => Objection::Alias,
        _ => Objection::Other,
    }
}

impl Objection {
    /// Whether it says more than the line does.
    fn is_plain(self) -> bool {
        matches!(self, Self::RepeatedKey | Self::TooMuch | Self::Documents)
    }

    /// The message and what to do.
    fn explained(self) -> (String, &'static str) {
        let (what, hint) = match self {
            Self::RepeatedKey => {
                ("khóa bị lặp lại trong cùng một nhóm", "giữ một khóa, xóa hoặc gộp khóa kia")
            }
            Self::Tab => ("dùng phím Tab để thụt lề", "thay Tab bằng dấu cách"),
            Self::Quote => (
                "dấu ngoặc kép hoặc nháy đơn không được đóng",
                "thêm dấu đóng, hoặc bọc cả giá trị trong ngoặc kép",
            ),
            Self::Colon => {
                ("có thêm dấu hai chấm trong giá trị", "bọc cả giá trị trong ngoặc kép \"…\"")
            }
            Self::Indent => {
                ("thụt lề không đều", "các khóa cùng cấp phải thẳng cột, thụt bằng dấu cách")
            }
            Self::TooMuch => ("tệp quá lớn hoặc lồng quá sâu", "kiểm tra lại nội dung dán vào tệp"),
            Self::Alias => (
                "dùng bí danh YAML (*, &) không hợp lệ",
                "bọc giá trị bắt đầu bằng * hoặc & trong ngoặc kép",
            ),
            Self::Documents => ("tệp có nhiều phần ngăn bởi ---", "chỉ giữ một phần trong mỗi tệp"),
            Self::Other => {
                let hint = "xem lại dòng này và dòng ngay trên; giá trị có ký tự đặc biệt cần đặt trong ngoặc kép";
                return ("tệp YAML sai cú pháp".to_owned(), hint);
            }
        };
        (format!("tệp YAML sai cú pháp: {what}"), hint)
    }
}

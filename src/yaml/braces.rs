//! Braces in a value that is no prose of a return: printed as typed, and told (K04). Not for references in prose
//! ([`crate::binding`]).

use super::fields::Sink;
use super::places::place;
use crate::binding::braces::OPEN;
use crate::diagnostic::{Code, Finding};
use crate::source::Span;

/// What a template statement begins with; nothing here does.
pub(crate) const STATEMENT: &str = "{%";

/// K04 for a value that is no prose of a return: no braces mean anything in it.
pub(crate) fn braces(text: &str, span: &Span, sink: &Sink) {
    if let Some(mark) = [OPEN, STATEMENT].into_iter().find(|mark| text.contains(mark)) {
        sink.push(literal_braces(mark).at(&place(span, mark)));
    }
}

/// The finding for braces that are printed as typed.
#[must_use]
pub(crate) fn literal_braces(mark: &str) -> Finding {
    Finding::new(Code::LiteralBraces, format!("«{mark}» được in nguyên văn"))
        .hint("nếu không cố ý, xóa dấu ngoặc; muốn in một số liệu, viết {{ so_lieu.<mã> }}")
}

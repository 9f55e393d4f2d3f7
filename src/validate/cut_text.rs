//! Y09: prose cut short by a `#`, which begins a comment in YAML. Only where the comment looks like the rest of the
//! sentence. Not for figures, whose comments are meant ([`crate::yaml::slips::cell`] knows the others).

use crate::diagnostic::{Code, Finding};
use crate::source::Span;
use crate::yaml::fields::{Sink, shorten};

/// A comment of so many words may be the rest of a sentence.
const SENTENCE: usize = 4;

/// Looks at what stands behind a value on its last line.
pub(crate) fn check(text: &str, span: &Span, sink: &Sink) {
    let Some((comment, gap)) = comment(span) else { return };
    if span.text().starts_with(['"', '\'']) || !is_rest(text.trim_end(), comment, gap) {
        return;
    }
    let start = span.range().end + gap;
    let at = Span::new(span.file(), start..start + comment.len());
    let read = text
        .trim()
        .chars()
        .rev()
        .take(30)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect::<String>();
    let message = if read.is_empty() {
        format!("giá trị để trống vì «{}» bị coi là chú thích", shorten(comment))
    } else {
        format!(
            "câu bị cắt ở dấu #: chỉ đọc đến «{read}», phần «{}» bị coi là chú thích",
            shorten(comment)
        )
    };
    let hint = "nếu là lời văn, bọc cả câu trong ngoặc kép \"…\" hoặc viết sau dấu |; nếu là chú thích, để hai dấu cách trước # và một dấu cách sau";
    sink.push(Finding::new(Code::CutText, message).at(&at).hint(hint));
}

/// The comment behind a value on its line, and how far behind.
fn comment(span: &Span) -> Option<(&str, usize)> {
    let rest = span.file().text().get(span.range().end..)?;
    let rest = rest.strip_prefix(':').map_or(rest, |rest| rest);
    let before = span.file().text().get(span.range().end..)?.len() - rest.len();
    let trimmed = rest.trim_start_matches([' ', '\t']);
    let gap = rest.len() - trimmed.len();
    (gap > 0 && trimmed.starts_with('#'))
        .then(|| (trimmed.lines().next().unwrap_or_default(), before + gap))
}

/// Whether a comment is the rest of what was typed: `Phòng khám #2`, `Xã đã làm # đường hỏng nên chậm nộp`.
fn is_rest(text: &str, comment: &str, gap: usize) -> bool {
    let words = |text: &str| {
        text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count()
    };
    let attached = comment[1..].starts_with(char::is_alphanumeric);
    let prose = words(text) > 1 || text.is_empty();
    let whole = text.ends_with(['.', ';', ':', '!', '?', '}', ']']);
    let long = gap == 1 && !whole && words(text) >= SENTENCE && words(comment) >= SENTENCE;
    attached && prose || long
}

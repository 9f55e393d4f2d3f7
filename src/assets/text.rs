//! The text of one template file, without the mark some editors begin it with. Not for which files there are ([`super::files`]).

use std::sync::Arc;

use crate::diagnostic::{Code, Finding};
use crate::source::{SourceFile, Span};
use crate::vietnamese::bytes::guess;

/// The mark some editors put before UTF-8 text.
const MARK: char = '\u{feff}';

/// The text in these bytes; findings call the file `name`.
///
/// # Errors
/// They are no UTF-8, or have the mark within them, where it would be printed.
pub(super) fn text(name: String, bytes: &[u8]) -> Result<Arc<SourceFile>, Finding> {
    let save = "mở tệp, chọn «Lưu với mã UTF-8» rồi lưu lại";
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let file = SourceFile::new(name.as_str(), String::from_utf8_lossy(bytes));
        let at = error.valid_up_to();
        let guess = guess(bytes);
        let like = guess.as_ref().map_or(String::new(), |guess| format!(": {}", guess.name));
        let hint = guess.map_or(save, |guess| guess.way);
        Finding::new(Code::Template, format!("tệp không phải UTF-8{like}"))
            .at(&Span::new(&file, at..at))
            .hint(hint)
    })?;
    let file = SourceFile::new(name, text.strip_prefix(MARK).unwrap_or(text));
    match file.text().find(MARK) {
        None => Ok(file),
        Some(at) => {
            Err(Finding::new(Code::Template, "ký tự ẩn U+FEFF ở giữa tệp sẽ in thành chỗ trống")
                .at(&Span::new(&file, at..at + MARK.len_utf8()))
                .hint("xóa ký tự này: đặt con trỏ vào chỗ được chỉ, gõ lại đoạn chữ đó"))
        }
    }
}

//! A register whose text another program has rewritten as a whole. Not for single entries ([`super::check`]).

use super::book::Register;
use crate::diagnostic::{Code, Finding};
use crate::source::Span;

/// A register whose text another program has rewritten as a whole: no entry of it need be told by itself.
#[must_use]
pub(super) fn rewritten(register: &Register) -> Option<Finding> {
    let file = register.file.as_ref()?;
    let (what, hint) = if register.text().contains('\r') {
        (
            "dấu xuống dòng của sổ đã bị đổi kiểu (CRLF), thường do Git hoặc trình soạn thảo trên Windows",
            "khôi phục từ bản sao lưu; dùng Git thì thêm dòng «inputs/** -text» vào .gitattributes rồi lấy lại tệp",
        )
    } else if register.text().lines().any(|line| line.starts_with("<<<<<<<")) {
        (
            "sổ còn dấu gộp của Git (<<<<<<<): hai nơi cùng cấp số",
            "giữ nguyên một trong hai bản sổ, không ghép tay; văn bản của bản kia thì chuyển thư mục lưu ra ngoài rồi cấp số lại",
        )
    } else {
        return None;
    };
    let message = format!("{}: {what}", file.path());
    let finding = Finding::new(Code::RegisterChanged, message);
    Some(finding.at(&Span::line(file, 1)).hint(hint))
}

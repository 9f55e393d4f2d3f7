//! What is told of a folder of an issued document that has no entry (S01, S04). Not for finding it ([`super::unentered`]).

use super::archive::Archive;
use super::unentered::{State, Unentered};
use crate::diagnostic::{Code, Finding};
use crate::model::written_date::short;
use crate::source::{SourceFile, Span};

/// What is told of a folder without an entry; nothing of one whose entry stands in a register that cannot be read.
#[must_use]
pub(super) fn left(folder: &Unentered<'_>, archive: Archive<'_>) -> Option<Finding> {
    let place = format!("{}/{}", archive.snapshot.shown, folder.place);
    let at = Span::whole(&SourceFile::new(place.as_str(), ""));
    let (code, what, hint) = match &folder.state {
        State::Unread(_) => return None,
        State::Next(_, entry) => (
            Code::Unentered,
            format!(
                "{}, ngày {}: chưa có mục trong sổ đăng ký",
                entry.titled(),
                short(entry.date.into())
            ),
            "chạy baocao issue lần nữa thì mục ấy được vào sổ; sổ lấy từ bản sao lưu cũ thì khôi phục bản mới nhất",
        ),
        State::Lost(entry) => (
            Code::RegisterChanged,
            format!(
                "{}, ngày {} đã cấp mà sổ đăng ký không có mục nào",
                entry.titled(),
                short(entry.date.into())
            ),
            "sổ bị bớt mục hoặc là bản cũ thì khôi phục sổ mới nhất từ bản sao lưu; hai nơi cùng cấp số thì chuyển thư mục ấy ra ngoài rồi cấp số lại",
        ),
        State::Cut => (
            Code::Unentered,
            "thư mục lưu còn dở, chưa có mục nào trong sổ đăng ký".to_owned(),
            "đang cấp số thì chờ xong; chương trình bị dừng giữa chừng thì chạy baocao issue lần nữa, phần dở được dọn đi",
        ),
        State::Foreign => (
            Code::Unentered,
            "thư mục này không phải của văn bản nào trong sổ đăng ký".to_owned(),
            "tệp chép thêm thì chuyển đi nơi khác; sổ bị bớt mục thì khôi phục sổ từ bản sao lưu",
        ),
    };
    Some(Finding::new(code, format!("{place}: {what}")).at(&at).hint(hint))
}

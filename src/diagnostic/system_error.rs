//! What the system says of a file or folder, in Vietnamese. Not for what to do about it, which the finding knows.

use std::io::{self, ErrorKind};

/// The reason as words that stand in brackets.
#[must_use]
pub(crate) fn words(error: &io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::PermissionDenied => "không có quyền",
        ErrorKind::NotFound => "không còn ở đó",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "ổ đĩa hết chỗ",
        ErrorKind::AddrInUse => "cổng này đang có chương trình khác dùng",
        ErrorKind::FileTooLarge => "tệp quá lớn với ổ đĩa này",
        ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc",
        ErrorKind::StaleNetworkFileHandle => "thư mục mạng đã ngắt kết nối",
        ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::TimedOut => "mạng không trả lời",
        ErrorKind::IsADirectory => "đây là thư mục, không phải tệp",
        ErrorKind::NotADirectory => "đây là tệp, không phải thư mục",
        ErrorKind::DirectoryNotEmpty => "thư mục còn tệp bên trong",
        ErrorKind::AlreadyExists => "tên này đã có ở đó",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "chương trình khác đang dùng",
        ErrorKind::InvalidFilename => "tên quá dài hoặc có ký tự không dùng được",
        _ => "",
    };
    match (known, error.raw_os_error()) {
        // The program's own words.
        ("", None) => error.to_string(),
        ("", Some(number)) => format!("hệ thống báo lỗi số {number}"),
        (known, _) => known.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_is_said_in_vietnamese() {
        for (number, said) in [(5, "hệ thống báo lỗi số 5"), (13, "không có quyền")] {
            assert_eq!(words(&io::Error::from_raw_os_error(number)), said);
        }
        assert_eq!(words(&io::Error::from(ErrorKind::StorageFull)), "ổ đĩa hết chỗ");
        assert_eq!(words(&io::Error::other("tệp đã đổi")), "tệp đã đổi");
    }
}

//! What numbers of Windows mean where the standard library has no word for them, or the wrong one: a network drive that is gone
//! is not an empty folder. Not for the words of errors ([`crate::diagnostic::system_error`]).

use std::io::{Error, ErrorKind};

/// The error as it is to be understood; on other systems, as it is.
#[must_use]
pub(super) fn understood(error: Error) -> Error {
    let number = error.raw_os_error().filter(|_| cfg!(windows));
    match number.map(meaning) {
        None | Some(Meaning::Same) => error,
        Some(Meaning::Kind(kind)) => Error::new(kind, error),
        Some(Meaning::Words(words)) => Error::other(words),
    }
}

/// What a number means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// What the standard library says.
    Same,
    /// Another kind.
    Kind(ErrorKind),
    /// What no kind says.
    Words(&'static str),
}

/// By the list of system error codes in Microsoft's reference of the Windows interface.
fn meaning(number: i32) -> Meaning {
    match number {
        // Sharing violation, lock violation, a mapped file: another program has it open.
        32 | 33 | 1224 => Meaning::Kind(ErrorKind::ResourceBusy),
        // Names, devices and connections of the network that are not there (any more).
        51 | 53 | 54 | 55 | 59 | 64 | 67 | 121 | 1203 | 1222 | 1231 | 1232 | 1236 | 2250 => {
            Meaning::Kind(ErrorKind::NetworkDown)
        }
        // No such drive, not ready, not connected.
        15 | 21 | 1167 => Meaning::Words("ổ đĩa đã rút ra hoặc chưa sẵn sàng"),
        // Data error, sector not found, device fault, damaged.
        23 | 27 | 483 | 1117 | 1392 | 1393 => Meaning::Words("ổ đĩa đọc lỗi ở chỗ này"),
        225 | 226 => Meaning::Words("chương trình diệt vi rút không cho"),
        1314 => Meaning::Kind(ErrorKind::PermissionDenied),
        _ => Meaning::Same,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_drive_that_is_gone_is_not_an_empty_folder() {
        for gone in [53, 64, 67, 15, 21] {
            assert_ne!(meaning(gone), Meaning::Same, "{gone}");
            assert_ne!(meaning(gone), Meaning::Kind(ErrorKind::NotFound), "{gone}");
        }
        assert_eq!(meaning(32), Meaning::Kind(ErrorKind::ResourceBusy));
        // File and path not found, access denied, disk full: the standard library is right.
        assert!([2, 3, 5, 112].into_iter().all(|number| meaning(number) == Meaning::Same));
    }

    #[test]
    fn only_windows_counts_its_errors_so() {
        let understood = understood(Error::from_raw_os_error(53));
        assert_eq!(understood.kind() == ErrorKind::NetworkDown, cfg!(windows));
    }
}

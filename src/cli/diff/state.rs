//! The states reports can be compared in, by the words for them. Not for reading their reports ([`super::comparison`]).

use std::path::{Path, PathBuf};

use crate::cli::typed_period;
use crate::diagnostic::shown::slashed;
use crate::disk::file_system::Local;
use crate::disk::has_folder;
use crate::disk::revision::NoRevision;
use crate::error::Error;

/// A state reports are compared in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum State {
    /// What lies in the inputs.
    Present,
    /// What was built last.
    LastBuild,
    /// The document of this number.
    Issued(u32),
    /// What was issued, else what was built last.
    IssuedOrBuilt,
    /// The same report of another period, as typed.
    Period(String),
    /// Another folder of inputs, or one that holds such.
    Folder(PathBuf),
    /// A revision of the inputs.
    Revision(String),
}

impl State {
    /// The state that is meant by what was typed.
    ///
    /// # Errors
    /// Nothing is, with what may be typed.
    pub(super) fn read(typed: &str) -> Result<Self, Error> {
        if let Some(revision) = typed.strip_prefix("git:") {
            return Ok(Self::Revision(revision.to_owned()));
        }
        match typed {
            "hien-nay" => return Ok(Self::Present),
            "lan-lap" => return Ok(Self::LastBuild),
            _ => {}
        }
        if let Some(number) = typed.strip_prefix("so-").and_then(|number| number.parse().ok()) {
            return Ok(Self::Issued(number));
        }
        if has_folder(&Local, Path::new(typed)).unwrap_or(false) {
            return Ok(Self::Folder(PathBuf::from(typed)));
        }
        if typed_period::asked(typed).is_ok() {
            return Ok(Self::Period(typed.to_owned()));
        }
        Err(Error::NoState(format!(
            "không hiểu «{typed}»: không có thư mục nào tên như vậy; ghi hien-nay, lan-lap, so-12, một kỳ như 2024-Q1, một thư mục số liệu hoặc git:BẢN"
        )))
    }

    /// What it is called.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Present => "hiện nay".to_owned(),
            Self::LastBuild => "lần lập gần nhất".to_owned(),
            Self::Issued(number) => format!("văn bản số {number:02} đã ban hành"),
            Self::IssuedOrBuilt => "bản đã ban hành hoặc lần lập gần nhất".to_owned(),
            Self::Period(typed) => format!("kỳ {typed}"),
            Self::Folder(folder) => format!("thư mục {}", slashed(folder)),
            Self::Revision(revision) => format!("bản git {revision}"),
        }
    }
}

/// Why a revision cannot be compared with, and what to do.
#[must_use]
pub(super) fn no_revision(why: NoRevision, revision: &str, inputs: &Path) -> Error {
    let inputs = slashed(inputs);
    Error::NoState(match why {
        NoRevision::NoGit => format!(
            "không chạy được lệnh git nên không đọc được bản «{revision}»; cài Git, hoặc so với một thư mục"
        ),
        NoRevision::NoRepository => format!(
            "thư mục «{inputs}» không nằm trong kho Git nào; so với lan-lap hoặc với một thư mục"
        ),
        NoRevision::Unknown => format!(
            "kho Git không có bản «{revision}»; gõ «git log» để xem các bản, ví dụ git:HEAD~1"
        ),
        NoRevision::NoFolder => {
            format!("bản «{revision}» chưa có thư mục «{inputs}»; chọn bản mới hơn")
        }
        NoRevision::Failed => format!(
            "không lấy được các tệp của bản «{revision}» ra thư mục tạm; xem chỗ trống của ổ đĩa rồi chạy lại"
        ),
    })
}

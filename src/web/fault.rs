//! Why there is no page: nothing of that name, or what stops a run. Not for what is wrong with data, which pages show
//! ([`super::finding_view`]).

use hyper::StatusCode;

use super::reply::Reply;
use super::workspace::Workspace;
use crate::error::Error;

/// Why there is no page.
#[derive(Debug)]
pub(super) enum Fault {
    /// Nothing has that name.
    NotThere,
    /// What stops a run stops a page, in the same words.
    Stopped(Error),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Stopped(error)
    }
}

impl Fault {
    /// The page that says so.
    pub(super) fn page(&self, workspace: &Workspace) -> Reply {
        match self {
            Self::NotThere => {
                let why = "Không có trang này, hoặc hồ sơ, kỳ, đơn vị đã đổi tên.";
                let page = workspace.message("Không có trang này", why, "Trở về trang đầu.");
                page.status(StatusCode::NOT_FOUND)
            }
            Self::Stopped(error) => {
                let cure = "Sửa xong thì tải lại trang này.";
                let page = workspace.message("Chưa xem được", &format!("{error}."), cure);
                let unknown = matches!(error, Error::Unknown { .. } | Error::NotDue(_));
                page.status(if unknown { StatusCode::NOT_FOUND } else { StatusCode::CONFLICT })
            }
        }
    }
}

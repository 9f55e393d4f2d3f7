//! Why there is no page: nothing of that name, or what stops a run. Not for what is wrong with data, which pages show
//! ([`super::finding_view`]).

use hyper::StatusCode;
use serde::Serialize;

use super::finding_view::{self, FindingView};
use super::reply::Reply;
use super::site::Site;
use crate::diagnostic::Finding;
use crate::error::Error;
use crate::vietnamese::text::capitalised;

/// Why there is no page.
#[derive(Debug)]
pub(super) enum PageError {
    /// Nothing has that name.
    NotThere,
    /// What stops a run stops a page, in the same words.
    Stopped(Error),
    /// What keeps a report from being made; nothing if errors of its own file do.
    Found(Vec<Finding>),
}

/// What keeps a report from being made.
#[derive(Debug, Serialize)]
struct FoundPage {
    cac_phat_hien: Vec<FindingView>,
}

impl From<Error> for PageError {
    fn from(error: Error) -> Self {
        Self::Stopped(error)
    }
}

impl PageError {
    /// The page that says so.
    pub(super) fn page(&self, site: &Site) -> Reply {
        match self {
            Self::NotThere => {
                let why = "Không có trang này, hoặc hồ sơ, kỳ, đơn vị đã đổi tên.";
                let page = site.message("Không có trang này", why, "Trở về trang đầu.");
                page.status(StatusCode::NOT_FOUND)
            }
            Self::Found(found) | Self::Stopped(Error::Templates(found)) => {
                let view = FoundPage { cac_phat_hien: finding_view::views(found) };
                site.templates.page("vuong.html", view).status(StatusCode::CONFLICT)
            }
            Self::Stopped(error) => {
                let unknown = matches!(error, Error::Unknown { .. } | Error::NotDue(_));
                let cure = if unknown {
                    "Trở về trang đầu."
                } else {
                    "Sửa xong thì tải lại trang này."
                };
                let why = capitalised(&error.to_string());
                let stop = if why.ends_with(['.', '?', '!']) { "" } else { "." };
                let page = site.message("Chưa xem được", &format!("{why}{stop}"), cure);
                page.status(if unknown { StatusCode::NOT_FOUND } else { StatusCode::CONFLICT })
            }
        }
    }
}

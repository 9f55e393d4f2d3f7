//! The page that says why there is no other. Not for why ([`super::page_error`]).

use hyper::StatusCode;
use serde::Serialize;

use super::finding_view::{self, FindingView};
use super::page_error::PageError;
use super::reply::Reply;
use super::site::Site;
use crate::error::Error;
use crate::vietnamese::text::capitalised;

/// What keeps a report from being made.
#[derive(Debug, Serialize)]
struct FoundPage {
    cac_phat_hien: Vec<FindingView>,
}

/// The page that says why there is none.
pub(super) fn page(error: &PageError, site: &Site) -> Reply {
    match error {
        PageError::NotThere => {
            let why = "Không có trang này, hoặc hồ sơ, kỳ, đơn vị đã đổi tên.";
            let page = site.message("Không có trang này", why, "Trở về trang đầu.");
            page.status(StatusCode::NOT_FOUND)
        }
        PageError::Found(found) | PageError::Stopped(Error::Templates(found)) => {
            let view = FoundPage { cac_phat_hien: finding_view::views(found) };
            site.templates.page("vuong.html", view).status(StatusCode::CONFLICT)
        }
        PageError::Stopped(error) => {
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

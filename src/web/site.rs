//! What every page is made with: the folders, the day, the templates of pages. Not for any one page.

use std::sync::Arc;

use chrono::NaiveDate;
use hyper::StatusCode;
use serde::Serialize;

use super::access::AccessRefusal;
use super::actions::state::Actions;
use super::reply::Reply;
use super::sheets::SheetCache;
use super::templates::Templates;
use super::workspace::Workspace;
use super::workspace_cache::WorkspaceCache;
use crate::error::Error;
use crate::load::kept_units::KeptUnits;
use crate::options::{Options, Paths};
use crate::toolchain::Toolchain;

/// The folders, the day, the templates of pages.
pub(crate) struct Site {
    /// The folders the program reads and writes.
    pub(super) paths: Paths,
    /// The page templates.
    pub(super) templates: Templates,
    /// What is under way, and what was sent.
    pub(super) actions: Actions,
    /// Reports that were laid out.
    pub(super) sheets: SheetCache,
    /// What was read of units, for all pages.
    pub(super) kept: KeptUnits,
    workspaces: WorkspaceCache,
    today: Box<dyn Fn() -> NaiveDate + Send + Sync>,
}

impl Site {
    /// The page of these folders; `today` is asked for each page, since a server stays open overnight.
    pub(crate) fn new(paths: Paths, today: impl Fn() -> NaiveDate + Send + Sync + 'static) -> Self {
        let (actions, kept) = (Actions::open(&paths), KeptUnits::default());
        Self {
            paths,
            actions,
            templates: Templates::new(),
            sheets: SheetCache::default(),
            workspaces: WorkspaceCache::new(&kept),
            kept,
            today: Box::new(today),
        }
    }

    /// The day it is.
    pub(super) fn today(&self) -> NaiveDate {
        (self.today)()
    }

    /// What reports are made from now.
    ///
    /// # Errors
    /// No inputs, or templates that cannot be used.
    pub(super) fn workspace(&self) -> Result<Arc<Workspace>, Error> {
        self.workspaces.open(&self.paths)
    }

    /// The same as it was a moment ago, for a page that is made at every key.
    ///
    /// # Errors
    /// As [`Site::workspace`].
    pub(super) fn recent_workspace(&self) -> Result<Arc<Workspace>, Error> {
        self.workspaces.recent(&self.paths)
    }

    /// Templates of reports, fonts and Typst as they are now.
    ///
    /// # Errors
    /// What of them cannot be used.
    pub(super) fn toolchain(&self) -> Result<Arc<Toolchain>, Error> {
        self.workspaces.toolchain(&self.paths).map(|(_, toolchain)| toolchain)
    }

    /// Options that name some dossiers; none: all.
    pub(super) fn options(&self, dossiers: &[&str]) -> Options {
        let dossiers = dossiers.iter().map(|&one| one.to_owned()).collect();
        Options { paths: self.paths.clone(), dossiers, ..Options::default() }
    }

    /// Says why a request is not let in.
    pub(super) fn refused(&self, refusal: AccessRefusal) -> Reply {
        let why = match refusal {
            AccessRefusal::Host => "Trang này chỉ trả lời ở địa chỉ của chính máy này.",
            AccessRefusal::Origin => "Yêu cầu này do một trang khác gửi nên không được nhận.",
            AccessRefusal::Token => "Chưa có mã của lần mở này, hoặc chương trình đã được mở lại.",
            AccessRefusal::Method => "Trang này không nhận loại yêu cầu ấy.",
        };
        let cure = "Bấm đúp vào chương trình để mở lại trang; đang mở sẵn thì chép trọn địa chỉ in ở cửa sổ chương trình, kể cả phần sau dấu «?».";
        let status = match refusal {
            AccessRefusal::Method => StatusCode::METHOD_NOT_ALLOWED,
            AccessRefusal::Host => StatusCode::MISDIRECTED_REQUEST,
            AccessRefusal::Origin | AccessRefusal::Token => StatusCode::FORBIDDEN,
        };
        let view =
            Message { tieu_de: "Không vào được trang này", vi_sao: why, cach_lam: cure };
        self.templates.page("khong-vao.html", view).status(status)
    }

    /// Says that what was sent cannot be used.
    pub(super) fn unread(&self, status: StatusCode) -> Reply {
        let (why, cure) = match status {
            StatusCode::PAYLOAD_TOO_LARGE => {
                ("Lời gửi lên dài quá mức.", "Bớt lời văn rồi lưu lại; xem có dán nhầm không.")
            }
            StatusCode::REQUEST_TIMEOUT => {
                ("Lời gửi lên không đến hết.", "Quay lại trang trước rồi lưu lại.")
            }
            StatusCode::INTERNAL_SERVER_ERROR => (
                "Chương trình gặp lỗi khi lập trang này.",
                "Xem cửa sổ chương trình, báo cho người phụ trách; các trang khác vẫn dùng được.",
            ),
            _ => ("Yêu cầu này không đọc được.", "Quay lại trang trước rồi thử lại."),
        };
        self.message("Không làm được", why, cure).status(status)
    }

    /// A page that says one thing: what is wrong, and what to do.
    pub(super) fn message(&self, title: &str, why: &str, cure: &str) -> Reply {
        let view = Message { tieu_de: title, vi_sao: why, cach_lam: cure };
        self.templates.page("thong-bao.html", view)
    }
}

/// A page that says one thing.
#[derive(Debug, Serialize)]
struct Message<'m> {
    tieu_de: &'m str,
    vi_sao: &'m str,
    cach_lam: &'m str,
}

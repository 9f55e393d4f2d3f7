//! What every page is made with: the folders, the day, the templates of pages. Not for any one page.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use hyper::StatusCode;
use serde::Serialize;

use super::access::AccessRefusal;
use super::actions::state::Actions;
use super::reply::Reply;
use super::sheets::SheetCache;
use super::templates::Templates;
use crate::assets::location::template_files;
use crate::disk::file_system::Local;
use crate::error::Error;
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
    /// Templates of reports, fonts and Typst, opened again when a template changed.
    toolchain: Mutex<Option<(blake3::Hash, Arc<Toolchain>)>>,
    today: Box<dyn Fn() -> NaiveDate + Send + Sync>,
}

impl Site {
    /// The page of these folders; `today` is asked for each page, since a server stays open overnight.
    pub(crate) fn new(paths: Paths, today: impl Fn() -> NaiveDate + Send + Sync + 'static) -> Self {
        let (sheets, toolchain) = (SheetCache::default(), Mutex::default());
        let (actions, templates) = (Actions::open(&paths), Templates::new());
        Self { paths, templates, actions, sheets, toolchain, today: Box::new(today) }
    }

    /// The day it is.
    pub(super) fn today(&self) -> NaiveDate {
        (self.today)()
    }

    /// Templates of reports, fonts and Typst as they are now.
    ///
    /// # Errors
    /// What of them cannot be used.
    pub(super) fn toolchain(&self) -> Result<Arc<Toolchain>, Error> {
        let files = template_files(&Local, &self.paths)?;
        let hash = files.hash();
        let mut open = self.toolchain.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, toolchain)) = open.as_ref().filter(|(own, _)| *own == hash) {
            return Ok(Arc::clone(toolchain));
        }
        let toolchain = Arc::new(Toolchain::with(files, false)?);
        *open = Some((hash, Arc::clone(&toolchain)));
        Ok(toolchain)
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
        let cure = "Mở bằng địa chỉ in ở cửa sổ lệnh «baocao serve», kể cả phần sau dấu «?».";
        let status = match refusal {
            AccessRefusal::Method => StatusCode::METHOD_NOT_ALLOWED,
            AccessRefusal::Host => StatusCode::MISDIRECTED_REQUEST,
            AccessRefusal::Origin | AccessRefusal::Token => StatusCode::FORBIDDEN,
        };
        self.message("Không vào được trang này", why, cure).status(status)
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
                "Xem cửa sổ lệnh, báo cho người phụ trách chương trình; các trang khác vẫn dùng được.",
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

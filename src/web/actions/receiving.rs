//! Takes in what units and the head of the board sent back, by the command `import`: tried out first, then done with the very same bytes.
//! Not for where they lie meanwhile ([`super::uploads`]).

use std::sync::Arc;

use hyper::StatusCode;
use serde::Serialize;

use super::command::ProgramCommand;
use super::dry_run::DryRun;
use super::key_names::with_names;
use super::outcome::Outcome;
use super::quarter::{Quarter, QuarterView, begin};
use super::uploads::Upload;
use crate::diagnostic::system_error::words;
use crate::model::plan::Plan;
use crate::web::asked::{Asked, Pairs, first};
use crate::web::reply::Reply;
use crate::web::site::Site;

/// The page.
#[derive(Debug, Serialize)]
struct ReceivingPage {
    quy: QuarterView,
    /// Nothing was chosen to be sent.
    chua_chon: bool,
}

/// The page to which files are dropped.
pub(super) fn page(site: &Site, quarter: Quarter<'_>) -> Reply {
    site.templates.page("viec-nhap.html", ReceivingPage { quy: quarter.view(), chua_chon: false })
}

/// Keeps what was sent, and tries out what it comes to.
pub(super) fn receive(site: &Site, quarter: Quarter<'_>, asked: &Asked) -> Reply {
    if asked.files.is_empty() {
        let view = ReceivingPage { quy: quarter.view(), chua_chon: true };
        return site.templates.page("viec-nhap.html", view).status(StatusCode::BAD_REQUEST);
    }
    match site.actions.uploads.keep(&quarter.address(&["nhap"]), &asked.files) {
        Ok(upload) => try_out(site, quarter, &upload, &Pairs::new()),
        Err(error) => not_kept(site, &error),
    }
}

/// Tries out what was sent once more, otherwise read, or does it.
pub(super) fn again(site: &Site, quarter: Quarter<'_>, id: &str, form: &Pairs) -> Reply {
    let Some(upload) = site.actions.uploads.whole(&quarter.address(&["nhap"]), id) else {
        return gone(site);
    };
    if first(form, "viec") == Some("nhap") {
        take(site, quarter, &upload, form)
    } else {
        try_out(site, quarter, &upload, form)
    }
}

/// Tries out what was sent.
fn try_out(site: &Site, quarter: Quarter<'_>, upload: &Upload, form: &Pairs) -> Reply {
    let dry_run = dry_run(quarter, upload, form);
    let command = command(site, quarter, upload, &dry_run).switch("dry-run", true);
    let mut head = quarter.head(format!("Xem trước khi nhập, kỳ {}", quarter.period));
    head.dry_run = Some(dry_run);
    head.links = vec![("Gửi tệp khác", quarter.address(&["nhap"]))];
    let plan = plan(site, quarter);
    begin(site, head, move |_| in_words(command.run(), plan.as_deref()))
}

/// Does what was tried out; files that were taken in whole are removed.
fn take(site: &Site, quarter: Quarter<'_>, upload: &Upload, form: &Pairs) -> Reply {
    let command = command(site, quarter, upload, &dry_run(quarter, upload, form));
    let (uploads, id) = (site.actions.uploads.clone(), upload.id.clone());
    let mut head = quarter.head(format!("Nhập vào kỳ {}", quarter.period));
    head.links = vec![("Nhập tệp khác", quarter.address(&["nhap"]))];
    let plan = plan(site, quarter);
    begin(site, head, move |_| {
        let outcome = command.run();
        if outcome.code == 0 {
            uploads.forget(&id);
        }
        in_words(outcome, plan.as_deref())
    })
}

/// The plan, for the names in it; none where it cannot be used, which the import tells.
fn plan(site: &Site, quarter: Quarter<'_>) -> Option<Arc<Plan>> {
    let workspace = site.recent_workspace().ok()?;
    let mut plans = workspace.family().iter().map(|dossier| &dossier.plan);
    plans.find(|plan| plan.id.as_str() == quarter.dossier).map(Arc::clone)
}

/// What came of it, in the words of the plan as far as there is one.
fn in_words(outcome: Outcome, plan: Option<&Plan>) -> Outcome {
    let Some(plan) = plan else { return outcome };
    Outcome { said: with_names(&outcome.said, plan), ..outcome }
}

fn dry_run(quarter: Quarter<'_>, upload: &Upload, form: &Pairs) -> DryRun {
    let is_on = |name: &str| first(form, name).is_some_and(|value| !value.is_empty());
    let typed = |name: &str| first(form, name).unwrap_or_default().to_owned();
    DryRun {
        dia_chi: quarter.address(&["nhap", &upload.id]),
        tep: upload.names.clone(),
        mot_phan: is_on("mot_phan"),
        so_viet: is_on("so_viet"),
        bo_theo_doi: is_on("bo_theo_doi"),
        chot_den: typed("chot_den"),
        trang: typed("trang"),
    }
}

fn command(site: &Site, quarter: Quarter<'_>, upload: &Upload, asked: &DryRun) -> ProgramCommand {
    let command = site.actions.command("import").inputs(&site.paths).hide(&upload.folder);
    let command = command.value("period", quarter.period.to_string());
    let command = command.value("chot-den", &asked.chot_den).value("sheet", &asked.trang);
    let command = command.switch("mot-phan", asked.mot_phan).switch("so-viet", asked.so_viet);
    let command = command.value("theo-doi", if asked.bo_theo_doi { "bo" } else { "" });
    upload.files().fold(command, ProgramCommand::word).word(quarter.dossier)
}

/// Says that what was to be confirmed is not there any more.
pub(super) fn gone(site: &Site) -> Reply {
    let why =
        "Tệp đã gửi lên không còn: đã nhập xong, đã để quá lâu, hoặc bị đổi từ lúc xem trước.";
    let page =
        site.message("Chưa làm gì", why, "Xem bảng tình hình; nếu chưa nhập thì gửi lại tệp.");
    page.status(StatusCode::GONE)
}

/// Says that what was sent could not be kept.
pub(super) fn not_kept(site: &Site, error: &std::io::Error) -> Reply {
    let why = format!("Không lưu tạm được tệp gửi lên ({}).", words(error));
    let cure = "Xem ổ đĩa còn chỗ và thư mục kết quả ghi được không, rồi gửi lại.";
    site.message("Chưa nhận được tệp", &why, cure).status(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Says that files that were sent cannot be used.
pub(in crate::web) fn unread(site: &Site, status: StatusCode) -> Reply {
    let (why, cure) = match status {
        StatusCode::PAYLOAD_TOO_LARGE => (
            "Tệp gửi lên lớn quá 64 MB, hoặc nhiều quá 500 tệp.",
            "Gửi làm nhiều lần; xem có chọn nhầm tệp không.",
        ),
        StatusCode::REQUEST_TIMEOUT => ("Tệp gửi lên không đến hết.", "Quay lại rồi gửi lại."),
        _ => ("Tệp gửi lên không đọc được.", "Quay lại rồi chọn tệp và gửi lại."),
    };
    site.message("Chưa nhận được tệp", why, cure).status(status)
}

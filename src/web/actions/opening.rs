//! Opens a quarter, by the command `new`. Not for what is in the files it makes ([`crate::opening`]).

use serde::Serialize;

use super::quarter::{Quarter, QuarterView, begin};
use crate::web::asked::{Pairs, first};
use crate::web::reply::Reply;
use crate::web::site::Site;

/// The page.
#[derive(Debug, Serialize)]
struct OpeningPage {
    quy: QuarterView,
    /// Its first and last day, between which its as-of date must lie.
    tu_ngay: String,
    den_ngay: String,
}

/// The page on which one opens a quarter.
pub(super) fn page(site: &Site, quarter: Quarter<'_>) -> Reply {
    let (first, last) = (quarter.period.first_day(), quarter.period.last_day());
    let view =
        OpeningPage { quy: quarter.view(), tu_ngay: first.to_string(), den_ngay: last.to_string() };
    site.templates.page("viec-mo-ky.html", view)
}

/// Opens it.
pub(super) fn open(site: &Site, quarter: Quarter<'_>, form: &Pairs) -> Reply {
    let command = site.actions.command("new").sources(&site.paths);
    let command = command.value("chot-den", first(form, "chot_den").unwrap_or_default());
    let command = command.word(quarter.period.to_string()).word(quarter.dossier);
    let mut head = quarter.head(format!("Mở kỳ {}", quarter.period));
    head.links = vec![("Lập biểu gửi đơn vị", quarter.address(&["bieu"]))];
    begin(site, head, |_| command.run())
}

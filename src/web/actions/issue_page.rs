//! The pages on which documents are issued, replaced, voided, and signed copies entered: what may be said, and a look before it is done.
//! Not for doing it ([`super::issuing`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::quarter::{Quarter, QuarterView};
use crate::model::unit::Unit;
use crate::pipeline::surveyed::{ReportFor, SurveyedPeriod, SurveyedReport};
use crate::status::unit_line::UnitState;
use crate::status::words::state;
use crate::web::asked::{Pairs, first};
use crate::web::page_error::PageError;
use crate::web::reply::Reply;
use crate::web::site::Site;

/// What is to be done, by its name in the form.
pub(super) const ACT: &str = "viec";
/// What may be typed: its name in the form, the option it is, what it is called.
pub(super) const FIELDS: [(&str, &str, &str); 6] = [
    ("ngay", "date", "Ngày của văn bản"),
    ("so", "number", "Số"),
    ("nhay_so", "gap", "Lý do nhảy số"),
    ("so_ban", "copies", "Số bản"),
    ("ghi_chu", "note", "Ghi chú trong sổ"),
    ("ly_do", "reason", "Lý do"),
];
/// What may be ticked: the same of it.
pub(super) const SWITCHES: [(&str, &str, &str); 2] = [
    ("con_canh_bao", "with-warnings", "Vẫn ban hành khi còn cảnh báo chưa xác nhận"),
    ("minh_hoa", "illustrative", "Vẫn cấp số cho số liệu minh họa (để tập dùng)"),
];

/// A report of the quarter.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ReportView {
    /// Its name in its folder.
    pub(super) ten_tep: String,
    /// Whose it is.
    pub(super) ten: String,
    tinh_trang: &'static str,
    /// Whether it is built and has no number.
    cho_so: bool,
    /// The number it is issued under, as it is written.
    pub(super) so: Option<String>,
    dia_chi: String,
    dia_chi_so_sanh: String,
}

/// The page of all.
#[derive(Debug, Serialize)]
struct IssuePage {
    quy: QuarterView,
    hom_nay: String,
    bao_cao: Vec<ReportView>,
    cho_so: usize,
    /// What was typed before one came back.
    da_go: BTreeMap<String, String>,
}

/// The page of one.
#[derive(Debug, Serialize)]
struct ReportPage {
    quy: QuarterView,
    hom_nay: String,
    bao_cao: ReportView,
    /// The number alone, of one that is issued.
    so_cu: String,
    /// What was typed before one came back.
    da_go: BTreeMap<String, String>,
    chua_chon: bool,
}

/// Every report of the quarter.
///
/// # Errors
/// The period is not due, or its plan cannot be used.
pub(super) fn reports(site: &Site, quarter: Quarter<'_>) -> Result<Vec<ReportView>, PageError> {
    let surveyed = quarter.surveyed(site)?;
    let seen = surveyed.periods.first().ok_or(PageError::NotThere)?;
    Ok(seen.reports.iter().map(|report| view(seen, report, quarter)).collect())
}

/// The report of this name.
///
/// # Errors
/// None of the quarter is called so.
pub(super) fn report(
    site: &Site,
    quarter: Quarter<'_>,
    stem: &str,
) -> Result<ReportView, PageError> {
    let mut all = reports(site, quarter)?.into_iter();
    all.find(|report| report.ten_tep == stem).ok_or(PageError::NotThere)
}

fn view(seen: &SurveyedPeriod, report: &SurveyedReport, quarter: Quarter<'_>) -> ReportView {
    let plan = &seen.dossier.plan;
    let unit = |id: &str| plan.unit(id).map_or_else(|| id.to_owned(), Unit::full_name);
    let stem = report.name.rsplit('/').next().unwrap_or_default();
    let own = UnitState::from(report.state);
    ReportView {
        ten: match &report.whom {
            ReportFor::Unit(id) => unit(id.as_str()),
            ReportFor::Area => format!("Tổng hợp {}", plan.wording.area),
            ReportFor::Missing(id) => format!("Công văn gửi {}", unit(id.as_str())),
        },
        tinh_trang: state(own),
        cho_so: report.number.is_none() && own == UnitState::Built,
        so: report.number.clone(),
        dia_chi: quarter.address(&["ban-hanh", stem]),
        dia_chi_so_sanh: quarter.address(&["so-sanh", stem]),
        ten_tep: stem.to_owned(),
    }
}

/// The page of all reports.
///
/// # Errors
/// As [`reports`].
pub(super) fn page(site: &Site, quarter: Quarter<'_>, typed: &Pairs) -> Result<Reply, PageError> {
    let bao_cao = reports(site, quarter)?;
    let cho_so = bao_cao.iter().filter(|report| report.cho_so).count();
    let hom_nay = site.today().to_string();
    let da_go = typed_before(typed);
    let page = IssuePage { quy: quarter.view(), hom_nay, bao_cao, cho_so, da_go };
    Ok(site.templates.page("viec-ban-hanh.html", page))
}

/// What was typed before one came back; nothing where nothing was.
fn typed_before(typed: &Pairs) -> BTreeMap<String, String> {
    let said = |name: &str| first(typed, name).unwrap_or_default().to_owned();
    let names = FIELDS.iter().chain(&SWITCHES).map(|(name, ..)| *name);
    names.chain([ACT]).map(|name| (name.to_owned(), said(name))).collect()
}

/// What the page of a report begins with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shown<'s> {
    /// What was typed before one came back.
    pub(super) typed: &'s Pairs,
    /// Whether no file was chosen that should have been.
    pub(super) unchosen: bool,
}

/// The page of one report.
///
/// # Errors
/// As [`report`].
pub(super) fn one(
    site: &Site,
    quarter: Quarter<'_>,
    stem: &str,
    shown: Shown<'_>,
) -> Result<Reply, PageError> {
    let bao_cao = report(site, quarter, stem)?;
    let page = ReportPage {
        quy: quarter.view(),
        hom_nay: site.today().to_string(),
        so_cu: bao_cao.number().to_owned(),
        bao_cao,
        da_go: typed_before(shown.typed),
        chua_chon: shown.unchosen,
    };
    Ok(site.templates.page("viec-ban-hanh-mot.html", page))
}

impl ReportView {
    /// Its number alone, without the symbol behind it; nothing where it has none.
    pub(super) fn number(&self) -> &str {
        let written = self.so.as_deref().unwrap_or_default();
        written.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default()
    }
}

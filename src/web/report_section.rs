//! A report on the page of its unit: its pages, its numbers, the charts of its period, whether it is issued. Not for how the unit stands
//! ([`super::unit_page`]).

use serde::Serialize;

use super::addresses::{address, query};
use super::entry::places::FieldPlaces;
use super::finding_view::{self, FindingView};
use super::page_regions::{Leads, SheetView, points, sheet_views};
use super::place::Place;
use super::sheets::Sheet;
use super::site::Site;
use super::workspace::Workspace;
use crate::diagnostic::Finding;
use crate::model::names::AREA;
use crate::register::entry::Entry;
use crate::report::due::Job;
use crate::trace::index::{Index, IndexEntry, index};

/// A report.
#[derive(Debug, Default, Serialize)]
pub(super) struct ReportSection {
    loai: String,
    ten_loai: String,
    /// Where it is compared and issued.
    dia_chi_so_sanh: String,
    dia_chi_ban_hanh: String,
    /// Its number, if it is issued.
    ban_hanh: Option<String>,
    /// Whether it would say something else by now.
    da_khac: bool,
    trang: Vec<SheetView>,
    /// Why it cannot be shown.
    vuong: Vec<FindingView>,
    so: Vec<NumberView>,
    /// The charts of the period; of the roll-up alone.
    bieu_do: Vec<ChartView>,
}

/// A chart.
#[derive(Debug, Serialize)]
struct ChartView {
    ten: String,
    /// What it shows, in words.
    mo_ta: String,
    dia_chi: String,
    rong: String,
    cao: String,
}

/// A number of a report.
#[derive(Debug, Serialize)]
struct NumberView {
    ma: String,
    ten: String,
    gia_tri: String,
    don_vi_tinh: String,
    ket_luan: String,
    dia_chi: String,
}

/// A report as it will print, and its numbers.
pub(super) fn report_section(
    site: &Site,
    workspace: &Workspace,
    job: &Job<'_>,
    (place, fields): (Place<'_>, &FieldPlaces),
) -> ReportSection {
    let kind = job.due.kind.as_str();
    let called = job.kinds.get(&job.due.kind).map(|kind| kind.name.to_string());
    let (name, period) = (job.name(), place.period.to_string());
    let stem = name.rsplit('/').next().unwrap_or_default();
    let action = |which| address(&["viec", place.dossier, &period, which, stem]);
    let mut view = ReportSection {
        dia_chi_so_sanh: action("so-sanh"),
        dia_chi_ban_hanh: action("ban-hanh"),
        ban_hanh: workspace.issued(job).map(Entry::numbered),
        da_khac: workspace.stands(job).is_ok_and(|stands| !stands),
        loai: kind.to_owned(),
        ten_loai: called.unwrap_or_else(|| kind.to_owned()),
        ..ReportSection::default()
    };
    let index = workspace.with_views(job, |views, _| Ok(index(views, place.dossier)));
    view.so = index.map(|index| numbers_of(&index, kind, place)).unwrap_or_default();
    let pages = || {
        let (markup, origins) = workspace.markup_with_origins(job)?;
        let pages = site.sheets.sheets(&workspace.toolchain, markup)?;
        let unit_kinds = &workspace.unit_kinds(place).unwrap_or_default();
        let leads = Leads { place, kind, unit_kinds, form: &place.address(&["nhap"]), fields };
        Ok::<_, Vec<Finding>>(sheet_views(&pages, &origins, &leads))
    };
    let charts = || match place.unit {
        AREA => charts_of(site, workspace, job, place),
        _ => Vec::new(),
    };
    let (pages, charts) = rayon::join(pages, charts);
    view.bieu_do = charts;
    match pages {
        Ok(sheets) => view.trang = sheets,
        Err(findings) => view.vuong = finding_view::views(&findings),
    }
    view
}

/// The charts of the period; none where the report cannot be made, which is told where its pages would be.
fn charts_of(
    site: &Site,
    workspace: &Workspace,
    job: &Job<'_>,
    place: Place<'_>,
) -> Vec<ChartView> {
    let markup = workspace.charts_markup(job);
    let charts = markup.and_then(|markup| site.sheets.charts(&workspace.toolchain, markup));
    let charts = charts.unwrap_or_default();
    let view = |(at, chart): (usize, &Sheet)| ChartView {
        ten: chart.title.clone(),
        mo_ta: chart.picture.text.clone(),
        dia_chi: format!(
            "{}{}",
            place.address(&["bieu-do", job.due.kind.as_str(), &format!("{}.svg", at + 1)]),
            query(&[("ban", &chart.mark)])
        ),
        rong: points(chart.picture.size.x),
        cao: points(chart.picture.size.y),
    };
    charts.iter().enumerate().map(view).collect()
}

fn numbers_of(index: &Index, kind: &str, place: Place<'_>) -> Vec<NumberView> {
    let number = |group: &str, entry: &IndexEntry| NumberView {
        dia_chi: place.address(&["so", kind, group, &entry.ma]),
        ma: entry.ma.clone(),
        ten: entry.ten.clone(),
        gia_tri: entry.gia_tri.clone(),
        don_vi_tinh: entry.don_vi_tinh.clone().unwrap_or_default(),
        ket_luan: entry.ket_luan.clone().unwrap_or_default(),
    };
    let targets = index.chi_tieu.iter().map(|entry| number("chi-tieu", entry));
    targets.chain(index.so_lieu.iter().map(|entry| number("so-lieu", entry))).collect()
}

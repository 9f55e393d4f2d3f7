//! The page of a unit or of the whole area: how it stands, what was found, its report as it will print, its numbers. Not for entering
//! figures.

use serde::Serialize;

use super::addresses::{address, query};
use super::board_source::surveyed;
use super::board_view::{look, look_of_area};
use super::entry::opened::field_places;
use super::entry::places::FieldPlaces;
use super::finding_view::{self, FindingView};
use super::page_error::PageError;
use super::page_regions::{Leads, SheetView, points, sheet_views};
use super::place::Place;
use super::reply::{Media, Reply};
use super::sheets::Sheet;
use super::site::Site;
use super::workspace::Workspace;
use crate::diagnostic::Finding;
use crate::disk::file_system::Local;
use crate::error::Error;
use crate::model::names::AREA;
use crate::options::{AskedPeriod, Options, RunMode};
use crate::pipeline::{Environment, run};
use crate::register::entry::Entry;
use crate::report::due::Job;
use crate::source::Span;
use crate::status::board::{Board, board};
use crate::status::words::{late, open, received, state};
use crate::trace::index::{Index, IndexEntry, index};

/// The page.
#[derive(Debug, Serialize)]
struct UnitPage {
    ho_so: String,
    ky: String,
    ten: String,
    dia_chi: String,
    dia_chi_bang: String,
    /// Whether it has a file to fill in.
    co_nhap: bool,
    /// Whether it is the whole area.
    la_chung: bool,
    lop: &'static str,
    dau: &'static str,
    tinh_trang: &'static str,
    /// When it handed in, how late, what is to be done.
    chi_tiet: Vec<(&'static str, String)>,
    bao_cao: Vec<ReportSection>,
    /// Why it could not be checked.
    chua_kiem_tra: Option<String>,
    cac_phat_hien: Vec<FindingView>,
}

/// A report.
#[derive(Debug, Default, Serialize)]
struct ReportSection {
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

/// The page.
///
/// # Errors
/// There is no such unit or period, or what stops the commands.
pub(super) fn page(site: &Site, place: Place<'_>) -> Result<Reply, PageError> {
    let surveyed = surveyed(site, &[place.dossier], Some(place.period))?;
    let seen = surveyed.periods.first().ok_or(PageError::NotThere)?;
    let board = board(seen, &surveyed.kinds, site.today());
    let mut view = stands(&board, place)?;
    let workspace = site.workspace()?;
    let jobs = workspace.jobs(place)?;
    view.co_nhap |= !jobs.is_empty();
    let fields = field_places(site, &workspace, place);
    view.bao_cao = jobs.iter().map(|job| report(site, &workspace, job, (place, &fields))).collect();
    match found(site, place) {
        Ok(found) => {
            let form = place.address(&["nhap"]);
            let field = |span: &Span| Some(format!("{form}#{}", fields.of_span(span)?));
            view.cac_phat_hien = finding_view::views_with_fields(&found, field);
        }
        Err(error) => view.chua_kiem_tra = Some(error.to_string()),
    }
    if place.unit == AREA {
        view.ten = workspace.called(place)?;
    }
    Ok(site.templates.page("don-vi.html", view))
}

/// How a unit or the roll-up stands, as the board has it.
fn stands(board: &Board, place: Place<'_>) -> Result<UnitPage, PageError> {
    let page = UnitPage {
        ho_so: board.dossier.clone(),
        ky: board.period.clone(),
        ten: String::new(),
        dia_chi: place.address(&[]),
        dia_chi_bang: place.board(),
        co_nhap: place.unit != AREA,
        la_chung: place.unit == AREA,
        lop: "",
        dau: "",
        tinh_trang: "",
        chi_tiet: Vec::new(),
        bao_cao: Vec::new(),
        chua_kiem_tra: None,
        cac_phat_hien: Vec::new(),
    };
    if place.unit == AREA {
        let worst = board.area.iter().map(|line| line.state).min().ok_or(PageError::NotThere)?;
        let (lop, dau) = look_of_area(worst);
        return Ok(UnitPage { lop, dau, tinh_trang: state(worst), ..page });
    }
    let line = board.units.iter().find(|line| line.id == place.unit).ok_or(PageError::NotThere)?;
    let (lop, dau) = look(line);
    let chi_tiet =
        vec![("Ngày nộp", received(line)), ("Muộn", late(line)), ("Còn phải làm", open(line))];
    Ok(UnitPage {
        ten: line.name.clone(),
        lop,
        dau,
        tinh_trang: state(line.state),
        chi_tiet,
        ..page
    })
}

/// What `check` finds for it.
fn found(site: &Site, place: Place<'_>) -> Result<Vec<Finding>, Error> {
    let options = Options {
        period: Some(AskedPeriod::Whole(place.period)),
        unit: Some(place.unit.to_owned()),
        ..site.options(&[place.dossier])
    };
    let environment = Environment { files: &Local, ..Environment::default() };
    run(&options, RunMode::Check, &environment).map(|run| run.findings)
}

/// A report as it will print, and its numbers.
fn report(
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
    let laid_out = workspace.markup_with_origins(job).and_then(|(markup, origins)| {
        let pages = site.sheets.sheets(&workspace.toolchain, markup)?;
        let unit_kinds = &workspace.unit_kinds(place).unwrap_or_default();
        let leads = Leads { place, kind, unit_kinds, form: &place.address(&["nhap"]), fields };
        Ok(sheet_views(&pages, &origins, &leads))
    });
    if place.unit == AREA {
        view.bieu_do = charts_of(site, workspace, job, place);
    }
    match laid_out {
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

/// What of a report is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) enum Drawn {
    /// Its pages.
    Pages,
    /// The charts of its period.
    Charts,
}

/// A picture of a page or chart, as it was when the page that shows it was made.
///
/// # Errors
/// There is none.
pub(super) fn sheet(
    site: &Site,
    place: Place<'_>,
    drawn: Drawn,
    (kind, file): (&str, &str),
    mark: &str,
) -> Result<Reply, PageError> {
    let number: usize = file
        .strip_suffix(".svg")
        .and_then(|number| number.parse().ok())
        .ok_or(PageError::NotThere)?;
    let svg = |page: &Sheet| Reply::of(Media::Svg, page.picture.svg.as_bytes());
    if let Some(kept) = site.sheets.kept(mark, svg) {
        return Ok(kept);
    }
    let workspace = site.workspace()?;
    let job = workspace.job(place, kind)?;
    let pages = match drawn {
        Drawn::Pages => workspace
            .markup(&job)
            .and_then(|markup| site.sheets.sheets(&workspace.toolchain, markup)),
        Drawn::Charts => workspace
            .charts_markup(&job)
            .and_then(|markup| site.sheets.charts(&workspace.toolchain, markup)),
    };
    let pages = pages.map_err(PageError::Found)?;
    number.checked_sub(1).and_then(|at| pages.get(at)).map(svg).ok_or(PageError::NotThere)
}

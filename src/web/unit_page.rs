//! The page of a unit or of the whole area: how it stands, what was found, its report as it will print, its numbers. Not for entering
//! figures.

use serde::Serialize;

use super::board_source::surveyed;
use super::board_view::{look, look_of_area};
use super::entry::opened::field_places;
use super::finding_view::{self, FindingView};
use super::page_error::PageError;
use super::place::Place;
use super::reply::Reply;
use super::report_section::{ReportSection, report_section};
use super::site::Site;
use crate::diagnostic::Finding;
use crate::disk::file_system::Local;
use crate::error::Error;
use crate::model::names::AREA;
use crate::options::{AskedPeriod, Options, RunMode};
use crate::pipeline::{Environment, Session};
use crate::source::Span;
use crate::status::board::{Board, board};
use crate::status::words::{late, open, received, state};

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
    view.bao_cao =
        jobs.iter().map(|job| report_section(site, &workspace, job, (place, &fields))).collect();
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
    let mut session = Session::new(options)?.sharing(&site.kept);
    session.run(RunMode::Check, &environment).map(|run| run.findings)
}

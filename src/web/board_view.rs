//! The board of a period as a page shows it, in the words of `status`. Not for which units are shown ([`super::board_filter`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::addresses::{address, query};
use super::asked::Asked;
use super::board_filter::{FILTERS, Filter, filter, finds, found_by};
use super::board_source::periods;
use super::page_words::{PageWord, page_words};
use crate::diagnostic::Severity;
use crate::model::period::Period;
use crate::pipeline::surveyed::{ReportFor, SurveyedPeriod};
use crate::status::board::Board;
use crate::status::sheet::as_of_note;
use crate::status::table::{HEADS, rest, summary};
use crate::status::unit_line::{UnitLine, UnitState};
use crate::status::words::{late, open, received, state};

/// More units than this are shown in cells unless rows are asked for.
const MANY: usize = 40;
/// The words of both forms in an address.
const CELLS: &str = "gon";
const ROWS: &str = "bang";

/// The board.
#[derive(Debug, Serialize)]
pub(super) struct BoardView {
    ho_so: String,
    ten: String,
    ky: String,
    dia_chi: String,
    dia_chi_kieu_khac: String,
    cac_ky: Vec<PeriodLink>,
    tom_tat: String,
    tim: String,
    loc: &'static str,
    xem: &'static str,
    cac_loc: Vec<FilterLink>,
    dau: [&'static str; 5],
    hang: Vec<RowView>,
    so_hien: usize,
    dong_cuoi: Vec<(String, Vec<PageWord>)>,
    /// Whether there is a roll-up to look at.
    tong_hop: bool,
}

/// A period to go to.
#[derive(Debug, Serialize)]
struct PeriodLink {
    ten: String,
    dia_chi: String,
    dang_xem: bool,
}

/// A way to show fewer units.
#[derive(Debug, Serialize)]
struct FilterLink {
    ten: &'static str,
    so: usize,
    dia_chi: String,
    dang_chon: bool,
}

/// A unit.
#[derive(Debug, Serialize)]
struct RowView {
    ten: String,
    dia_chi: String,
    lop: &'static str,
    dau: &'static str,
    tinh_trang: &'static str,
    ngay: String,
    muon: String,
    con_lai: String,
    phat_hien: String,
    tim: String,
    hien: bool,
}

/// Errors and warnings found in the files of each unit, and in its reports since they were last made.
type Counts<'s> = BTreeMap<&'s str, (usize, usize)>;

/// The board as it is asked for.
pub(super) fn view(board: &Board, seen: &SurveyedPeriod, asked: &Asked) -> BoardView {
    let (chosen, typed) = (filter(asked.value("loc")), asked.value("tim"));
    let shown = match asked.value("xem") {
        CELLS => CELLS,
        ROWS => ROWS,
        _ if board.units.len() > MANY => CELLS,
        _ => ROWS,
    };
    let own = address(&["ho-so", &board.dossier, &board.period]);
    let with = |loc: &str, xem: &str| {
        format!("{own}{}", query(&[("loc", loc), ("tim", typed), ("xem", xem)]))
    };
    let counts = counts(seen);
    let units = board.units.iter().filter(|line| chosen.holds(line));
    let rows: Vec<RowView> =
        units.map(|line| row(line, &own, typed, counts.get(line.id.as_str()))).collect();
    let filter_view = |one: &Filter| FilterLink {
        ten: one.name,
        so: board.units.iter().filter(|line| one.holds(line)).count(),
        dia_chi: with(one.word, asked.value("xem")),
        dang_chon: one.word == chosen.word,
    };
    BoardView {
        ho_so: board.dossier.clone(),
        ten: board.name.clone(),
        ky: board.period.clone(),
        dia_chi_kieu_khac: with(chosen.word, if shown == CELLS { ROWS } else { CELLS }),
        cac_ky: period_views(board, seen),
        tom_tat: summary(board),
        tim: typed.to_owned(),
        loc: chosen.word,
        xem: shown,
        cac_loc: FILTERS
            .iter()
            .map(filter_view)
            .filter(|one| one.so > 0 || one.dang_chon)
            .collect(),
        dau: HEADS,
        so_hien: rows.iter().filter(|row| row.hien).count(),
        hang: rows,
        dong_cuoi: last_lines(board),
        tong_hop: !board.area.is_empty(),
        dia_chi: own,
    }
}

/// What is said below the units, each with what its commands are called on the page.
fn last_lines(board: &Board) -> Vec<(String, Vec<PageWord>)> {
    let own = |line: String| {
        let mut words = page_words(&line);
        for word in &mut words {
            word.place(&board.dossier, &board.period);
        }
        (line, words)
    };
    as_of_note(board).into_iter().chain(rest(board)).map(own).collect()
}

fn period_views(board: &Board, seen: &SurveyedPeriod) -> Vec<PeriodLink> {
    let one = |period: Period| PeriodLink {
        ten: period.to_string(),
        dia_chi: address(&["ho-so", &board.dossier, &period.to_string()]),
        dang_xem: period == seen.period,
    };
    periods(seen).into_iter().map(one).collect()
}

fn counts(seen: &SurveyedPeriod) -> Counts<'_> {
    let mut counts = Counts::new();
    let in_files = seen.findings.iter().filter_map(|one| Some((one.subject.unit.as_deref()?, one)));
    let in_reports = seen.reports.iter().filter_map(|report| match &report.whom {
        ReportFor::Unit(unit) => Some((unit.as_str(), report.findings.as_ref()?)),
        ReportFor::Area | ReportFor::Missing(_) => None,
    });
    let in_reports = in_reports.flat_map(|(unit, all)| all.iter().map(move |one| (unit, one)));
    for (unit, finding) in in_files.chain(in_reports) {
        let (errors, warnings) = counts.entry(unit).or_default();
        match finding.severity {
            Severity::Error => *errors += 1,
            Severity::Warning => *warnings += 1,
            Severity::Note => {}
        }
    }
    counts
}

fn row(line: &UnitLine, own: &str, typed: &str, counts: Option<&(usize, usize)>) -> RowView {
    let (errors, warnings) = counts.copied().unwrap_or_default();
    let counted = [(errors, Severity::Error), (warnings, Severity::Warning)];
    let told = counted.into_iter().filter(|(count, _)| *count > 0);
    let told: Vec<String> = told.map(|(count, what)| format!("{count} {}", what.word())).collect();
    let (class, sign) = look(line);
    let tim = found_by(line);
    RowView {
        ten: line.name.clone(),
        dia_chi: format!("{own}{}", address(&[&line.id])),
        lop: class,
        dau: sign,
        tinh_trang: state(line.state),
        ngay: received(line),
        muon: late(line),
        con_lai: open(line),
        phat_hien: if told.is_empty() { "–".to_owned() } else { told.join(", ") },
        hien: finds(typed, &tim),
        tim,
    }
}

/// The class and the sign of what is missing or wrong, is to be done, is done.
type Look = (&'static str, &'static str);
const WRONG: Look = ("thieu", "✗");
const TO_DO: Look = ("can-lam", "○");
const DONE: Look = ("xong", "✓");

/// The class and the sign of a unit.
pub(super) fn look(line: &UnitLine) -> Look {
    if !line.state.is_received() || line.errors > 0 || line.state.is_refused() {
        WRONG
    } else if line.needs_something() {
        TO_DO
    } else {
        DONE
    }
}

/// The class and the sign of the roll-up.
pub(super) fn look_of_area(state: UnitState) -> Look {
    if state.is_refused() {
        WRONG
    } else if matches!(state, UnitState::Built | UnitState::Issued) {
        DONE
    } else {
        TO_DO
    }
}

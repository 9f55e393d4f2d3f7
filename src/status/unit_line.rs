//! How one unit stands: what it has handed in, when, and what has become of it. Not for how units are put in order
//! ([`super::board`]).

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::diagnostic::{Code, Finding};
use crate::model::names::UNITS;
use crate::model::unit::{Rank, Unit};
use crate::pipeline::surveyed::{
    ReportFor, ReportState, SurveyedPeriod, SurveyedReport, SurveyedReturn,
};

/// How a unit stands, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UnitState {
    /// Nobody knows: the folder its file would be in was not read.
    #[serde(rename = "chua_doc_duoc")]
    Unread,
    /// There is no file of it.
    #[serde(rename = "chua_nop")]
    NotReceived,
    /// Its file is there, and nobody has written in it.
    #[serde(rename = "chua_dien")]
    NotFilled,
    /// Its file has errors, so that its report is held back.
    #[serde(rename = "co_loi")]
    WithErrors,
    /// Its file is right, and its report was refused.
    #[serde(rename = "bi_giu")]
    Held,
    /// It is received, and its report is not built yet.
    #[serde(rename = "chua_lap")]
    NotBuilt,
    /// Its report is built, from what has changed since.
    #[serde(rename = "can_lap_lai")]
    Outdated,
    /// Its report is issued, and what it is made from has changed since.
    #[serde(rename = "ban_hanh_da_doi")]
    IssuedChanged,
    /// Its report is built.
    #[serde(rename = "da_lap")]
    Built,
    /// Its report is issued.
    #[serde(rename = "da_ban_hanh")]
    Issued,
    /// It has handed in figures alone, as a superior-level row does, which has no report.
    #[serde(rename = "da_nop")]
    Received,
}

impl UnitState {
    /// Whether its document is there as it should be.
    #[must_use]
    pub(crate) fn is_made(self) -> bool {
        matches!(self, Self::IssuedChanged | Self::Built | Self::Issued)
    }

    /// Whether what was handed in is kept from becoming a report.
    #[must_use]
    pub(crate) fn is_refused(self) -> bool {
        matches!(self, Self::WithErrors | Self::Held)
    }

    /// Whether something was handed in.
    #[must_use]
    pub(crate) fn is_received(self) -> bool {
        !matches!(self, Self::Unread | Self::NotReceived | Self::NotFilled)
    }
}

impl From<ReportState> for UnitState {
    fn from(state: ReportState) -> Self {
        match state {
            ReportState::Held => Self::Held,
            ReportState::NotBuilt => Self::NotBuilt,
            ReportState::Outdated => Self::Outdated,
            ReportState::Built => Self::Built,
            ReportState::IssuedChanged => Self::IssuedChanged,
            ReportState::Issued => Self::Issued,
        }
    }
}

/// Which date tells when a return was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) enum DateSource {
    /// The document's own.
    #[serde(rename = "van_ban")]
    Document,
    /// The as-of date, which it cannot be earlier than: the document has none yet.
    #[serde(rename = "chot_den")]
    AsOf,
}

/// A date as it is typed, if there is one.
#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "the form serde asks for"
)]
fn date<S: Serializer>(date: &Option<NaiveDate>, to: S) -> Result<S::Ok, S::Error> {
    date.map(|date| date.to_string()).serialize(to)
}

/// A unit on the board.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct UnitLine {
    /// Its id.
    #[serde(rename = "ma")]
    pub(crate) id: String,
    /// Kind and name.
    #[serde(rename = "ten")]
    pub(crate) name: String,
    /// How it stands.
    #[serde(rename = "trang_thai")]
    pub(crate) state: UnitState,
    /// When it handed in.
    #[serde(rename = "ngay", serialize_with = "date")]
    pub(crate) date: Option<NaiveDate>,
    /// What the date is.
    #[serde(rename = "ngay_theo")]
    pub(crate) date_source: Option<DateSource>,
    /// Days behind the deadline: when it handed in, or today.
    #[serde(rename = "muon")]
    pub(crate) late: i64,
    /// Figures it owes and has not given.
    #[serde(rename = "con_trong")]
    pub(crate) blank: Vec<String>,
    /// Figures carried over from the period before that nobody has confirmed.
    #[serde(rename = "cho_xac_nhan")]
    pub(crate) unconfirmed: Vec<String>,
    /// Errors in its file.
    #[serde(rename = "so_loi")]
    pub(crate) errors: usize,
    /// Folders with files of it that were not read.
    #[serde(rename = "chua_doc")]
    pub(crate) unread: Vec<String>,
    /// Its report below `out/`, if it has one of its own.
    #[serde(rename = "bao_cao")]
    pub(crate) report: Option<String>,
    /// The number its report is issued under.
    #[serde(rename = "so_ban_hanh")]
    pub(crate) number: Option<String>,
}

impl UnitLine {
    /// Whether somebody has something to do about it.
    #[must_use]
    pub(crate) fn needs_something(&self) -> bool {
        let done = matches!(self.state, UnitState::Built | UnitState::Issued | UnitState::Received);
        !done || !self.unread.is_empty() || !self.blank.is_empty() || !self.unconfirmed.is_empty()
    }
}

/// A unit that owes something for a period. `found` is what was found in its file of the period.
#[must_use]
pub(crate) fn unit_line(
    unit: &Unit,
    surveyed: &SurveyedPeriod,
    found: &[&Finding],
    reports: &[&SurveyedReport],
    (deadline, today): (NaiveDate, NaiveDate),
) -> UnitLine {
    let own = reports.iter().find(|one| matches!(one.whom, ReportFor::Unit(_)));
    let state = state(unit, surveyed, reports);
    let dates = match surveyed.returns.get(&unit.id) {
        Some(SurveyedReturn::Good(dates)) => Some(dates),
        _ => None,
    };
    let document = dates.and_then(|dates| dates.document);
    let date = document.or(dates.map(|dates| dates.as_of));
    let source = if document.is_some() { DateSource::Document } else { DateSource::AsOf };
    let until = match state {
        UnitState::Unread => None,
        state if state.is_received() => date,
        _ => Some(today),
    };
    let of = |code: Code| {
        let those = found.iter().filter(|one| one.code == code);
        those.filter_map(|one| one.about.clone()).collect::<Vec<_>>()
    };
    UnitLine {
        id: unit.id.to_string(),
        name: unit.full_name(),
        state,
        date,
        date_source: date.map(|_| source),
        late: until.map_or(0, |until| (until - deadline).num_days().max(0)),
        blank: of(Code::MissingFigure),
        unconfirmed: of(Code::Unconfirmed),
        unread: unread(surveyed),
        errors: found.iter().filter(|one| one.is_error()).count(),
        report: own.map(|one| one.name.clone()),
        number: own.and_then(|one| one.number.clone()),
    }
}

/// The folders of a dossier that were not read, of those a return of the period depends on.
fn unread(surveyed: &SurveyedPeriod) -> Vec<String> {
    let (unread, period) = (&surveyed.dossier.unread, surveyed.period);
    let own = unread.periods.get(&period).map(ToString::to_string);
    own.into_iter().chain(unread.units.then(|| UNITS.to_owned())).collect()
}

fn state(unit: &Unit, surveyed: &SurveyedPeriod, reports: &[&SurveyedReport]) -> UnitState {
    let (dossier, period) = (&surveyed.dossier, surveyed.period);
    if dossier.unread.periods.contains(&period) {
        return UnitState::Unread;
    }
    let filed = dossier.filed.get(&period).is_some_and(|filed| filed.contains(&unit.id));
    if !filed && dossier.is_opened(&unit.id, period) {
        return UnitState::NotFilled;
    }
    if !filed {
        return UnitState::NotReceived;
    }
    if !matches!(surveyed.returns.get(&unit.id), Some(SurveyedReturn::Good(_))) {
        return UnitState::WithErrors;
    }
    if unit.rank == Rank::Superior {
        return UnitState::Received;
    }
    let own = reports.iter().filter(|one| matches!(one.whom, ReportFor::Unit(_)));
    own.map(|one| UnitState::from(one.state)).min().unwrap_or(UnitState::Received)
}

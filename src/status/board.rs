//! The board of a period: every unit that owes something, the worst first; who owes nothing, apart; the roll-up and the letters.
//! Not for how it looks ([`super::table`]).

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::period::deadline;
use super::unit_line::{UnitLine, UnitState, unit_line};
use super::words::not_due;
use crate::diagnostic::Finding;
use crate::kinds::audience::Audience;
use crate::kinds::catalog::Kinds;
use crate::model::id::Id;
use crate::model::plan::Due;
use crate::model::unit::{Rank, Unit};
use crate::pipeline::surveyed::{ReportFor, SurveyedPeriod, SurveyedReport};
use crate::report::due::{entries, owed};

/// Raised when the meaning of a key of the board changes.
const VERSION: u8 = 1;

/// The board of a period of a dossier on a day.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Board {
    #[serde(rename = "phien_ban")]
    version: u8,
    /// The day it is of.
    #[serde(rename = "tinh_den", serialize_with = "date")]
    pub(crate) today: NaiveDate,
    /// The dossier.
    #[serde(rename = "ho_so")]
    pub(crate) dossier: String,
    /// The plan's name.
    #[serde(rename = "ten")]
    pub(crate) name: String,
    /// The period.
    #[serde(rename = "ky")]
    pub(crate) period: String,
    /// What units owe.
    #[serde(rename = "bao_cao")]
    pub(crate) owed: Vec<String>,
    /// By when.
    #[serde(rename = "han_nop", serialize_with = "date")]
    pub(crate) deadline: NaiveDate,
    /// How many stand how.
    #[serde(rename = "dem")]
    pub(crate) counts: Counts,
    /// The units, the worst first.
    #[serde(rename = "don_vi")]
    pub(crate) units: Vec<UnitLine>,
    /// The roll-up, one of each kind.
    #[serde(rename = "tong_hop")]
    pub(crate) area: Vec<AreaLine>,
    /// Letters that are due.
    #[serde(rename = "cong_van")]
    pub(crate) letters: Vec<LetterLine>,
    /// Units that owe nothing for the period.
    #[serde(rename = "khong_phai_nop")]
    pub(crate) not_due: Vec<NotDueLine>,
}

/// A date as it is typed: `2024-03-20`.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the form serde asks for")]
fn date<S: Serializer>(date: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(date)
}

/// How many units stand how. Only units that owe something are counted, each once among received, not received and
/// not known.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Counts {
    /// Units that owe something.
    #[serde(rename = "phai_nop")]
    pub(crate) due: usize,
    /// Of them, those that handed in.
    #[serde(rename = "da_nop")]
    pub(crate) received: usize,
    /// Those of which nobody knows, since the folder of the period was not read.
    #[serde(rename = "chua_doc_duoc")]
    pub(crate) unread: usize,
    /// Those that did not.
    #[serde(rename = "chua_nop")]
    pub(crate) not_received: usize,
    /// Of those that handed in, after the deadline.
    #[serde(rename = "nop_muon")]
    pub(crate) late: usize,
    /// Of those that handed in, with errors or held back.
    #[serde(rename = "co_loi")]
    pub(crate) held: usize,
    /// Of those that handed in, with figures blank or to be confirmed.
    #[serde(rename = "con_trong")]
    pub(crate) incomplete: usize,
    /// Of those that handed in, with their report built.
    #[serde(rename = "da_lap")]
    pub(crate) built: usize,
    /// Of those that handed in, with their report issued.
    #[serde(rename = "da_ban_hanh")]
    pub(crate) issued: usize,
    /// Of those that handed in, those that have a report of their own.
    #[serde(rename = "phai_lap")]
    pub(crate) to_build: usize,
}

/// The roll-up of a kind.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AreaLine {
    /// The kind.
    #[serde(rename = "loai")]
    pub(crate) kind: String,
    /// How it stands.
    #[serde(rename = "trang_thai")]
    pub(crate) state: UnitState,
    /// Its name below `out/`.
    #[serde(rename = "bao_cao")]
    pub(crate) report: String,
}

/// A letter that is due: the unit has not handed in, and the deadline is over.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct LetterLine {
    /// The kind.
    #[serde(rename = "loai")]
    pub(crate) kind: String,
    /// The how manieth letter it is.
    #[serde(rename = "lan")]
    pub(crate) time: u8,
    /// The unit it goes to.
    #[serde(rename = "don_vi")]
    pub(crate) unit: String,
    /// What the unit is called.
    #[serde(rename = "ten")]
    pub(crate) name: String,
    /// How it stands.
    #[serde(rename = "trang_thai")]
    pub(crate) state: UnitState,
    /// Its name below `out/`; none before there is a file of the period, without which none is made.
    #[serde(rename = "tep")]
    pub(crate) report: Option<String>,
}

/// A unit that owes nothing.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NotDueLine {
    /// Its id.
    #[serde(rename = "ma")]
    pub(crate) id: String,
    /// Kind and name.
    #[serde(rename = "ten")]
    pub(crate) name: String,
    /// Why.
    #[serde(rename = "ly_do")]
    pub(crate) why: String,
}

/// The board of what was surveyed.
#[must_use]
pub(crate) fn board(surveyed: &SurveyedPeriod, kinds: &Kinds, today: NaiveDate) -> Board {
    let (dossier, period) = (&surveyed.dossier, surveyed.period);
    let plan = &dossier.plan;
    let deadline = deadline(period, dossier, kinds);
    let name = |due: &&Due| kinds.get(&due.kind).map(|kind| kind.name.to_string());
    let owed = owed(dossier, kinds, period);
    let units = units(surveyed, (deadline, today));
    let rest = plan.units.iter().filter(|unit| !owes(unit, surveyed));
    Board {
        version: VERSION,
        today,
        dossier: plan.id.to_string(),
        name: plan.name.to_string(),
        period: period.to_string(),
        owed: owed.iter().filter_map(name).collect(),
        deadline,
        counts: counts(&units),
        area: surveyed.reports.iter().filter_map(area_line).collect(),
        letters: letters(surveyed, kinds, &units, (deadline, today)),
        not_due: rest
            .map(|unit| NotDueLine {
                id: unit.id.to_string(),
                name: unit.full_name(),
                why: not_due(unit, period),
            })
            .collect(),
        units,
    }
}

/// Whether a unit owes anything: it exists at the end of the period, and reports for itself or has a figure to give.
fn owes(unit: &Unit, surveyed: &SurveyedPeriod) -> bool {
    let plan = &surveyed.dossier.plan;
    unit.validity.contains(surveyed.period.last_day())
        && (unit.rank == Rank::Member || plan.figures.iter().any(|figure| figure.is_owed_by(unit)))
}

/// The units that owe something, the worst first, else in the plan's order.
fn units(surveyed: &SurveyedPeriod, dates: (NaiveDate, NaiveDate)) -> Vec<UnitLine> {
    let mut found: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &surveyed.findings {
        if let Some(unit) = finding.subject.unit.as_deref() {
            found.entry(unit).or_default().push(finding);
        }
    }
    let mut reports: BTreeMap<&str, Vec<&SurveyedReport>> = BTreeMap::new();
    for report in &surveyed.reports {
        if let ReportFor::Unit(unit) | ReportFor::Missing(unit) = &report.whom {
            reports.entry(unit.as_str()).or_default().push(report);
        }
    }
    let those = surveyed.dossier.plan.units.iter().filter(|unit| owes(unit, surveyed));
    let mut lines: Vec<UnitLine> = those
        .map(|unit| {
            let id = unit.id.as_str();
            let found = found.get(id).map(Vec::as_slice).unwrap_or_default();
            let reports = reports.get(id).map(Vec::as_slice).unwrap_or_default();
            unit_line(unit, surveyed, found, reports, dates)
        })
        .collect();
    lines.sort_by_key(|line| {
        let open = line.blank.len() + line.unconfirmed.len();
        let asked = line.state.is_received() && open > 0 && line.state >= UnitState::NotBuilt;
        // What lacks figures comes before what only has to be built.
        let state = if asked { (UnitState::Held, 1) } else { (line.state, 0) };
        (state, std::cmp::Reverse((open, line.late)))
    });
    lines
}

fn counts(units: &[UnitLine]) -> Counts {
    let count = |is: &dyn Fn(&UnitLine) -> bool| units.iter().filter(|line| is(line)).count();
    let received = |line: &UnitLine| line.state.is_received();
    let lacks = |line: &UnitLine| !line.blank.is_empty() || !line.unconfirmed.is_empty();
    Counts {
        due: units.len(),
        received: count(&received),
        unread: count(&|line| line.state == UnitState::Unread),
        not_received: count(&|line| !received(line) && line.state != UnitState::Unread),
        late: count(&|line| received(line) && line.late > 0),
        held: count(&|line| matches!(line.state, UnitState::WithErrors | UnitState::Held)),
        incomplete: count(&|line| received(line) && lacks(line)),
        built: count(&|line| line.state.is_made()),
        issued: count(&|line| line.number.is_some()),
        to_build: count(&|line| received(line) && line.report.is_some()),
    }
}

fn area_line(report: &SurveyedReport) -> Option<AreaLine> {
    (report.whom == ReportFor::Area).then(|| AreaLine {
        kind: report.kind.to_string(),
        state: report.state.into(),
        report: report.name.clone(),
    })
}

/// The letters to units that are late: each the calendar asks for once the deadline before it is over, and those that come by
/// themselves.
fn letters(
    surveyed: &SurveyedPeriod,
    kinds: &Kinds,
    units: &[UnitLine],
    (deadline, today): (NaiveDate, NaiveDate),
) -> Vec<LetterLine> {
    let (dossier, period) = (&surveyed.dossier, surveyed.period);
    let is_letter = |due: &&Due| kinds.audience(&due.kind).contains(&Audience::Missing);
    let asked: Vec<&Due> = entries(dossier, kinds, period).into_iter().filter(is_letter).collect();
    let over = |due: &&&Due| {
        let before = asked.iter().filter(|one| one.kind == due.kind && one.time < due.time);
        let before = before.filter_map(|one| one.deadline_of(period)).max();
        today > before.unwrap_or(deadline).max(deadline)
    };
    let asked: BTreeSet<(&Id, u8)> =
        asked.iter().filter(over).map(|due| (&due.kind, due.time)).collect();
    let mut made = BTreeMap::new();
    for report in &surveyed.reports {
        if let ReportFor::Missing(unit) = &report.whom {
            made.insert((unit.as_str(), &report.kind, report.time), report);
        }
    }
    let awaits = |line: &&UnitLine| !line.state.is_received() && line.state != UnitState::Unread;
    let late = units.iter().filter(awaits);
    let of_unit = |line: &UnitLine| {
        let letter = |(kind, time): &(&Id, u8)| {
            let report = made.get(&(line.id.as_str(), *kind, *time));
            LetterLine {
                kind: kind.to_string(),
                time: *time,
                unit: line.id.clone(),
                name: line.name.clone(),
                state: report.map_or(UnitState::NotBuilt, |one| one.state.into()),
                report: report.map(|one| one.name.clone()),
            }
        };
        asked.iter().map(letter).collect::<Vec<_>>()
    };
    late.flat_map(of_unit).collect()
}

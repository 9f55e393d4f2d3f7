//! What the files of one unit, or of the board, say, read together so that returns are held against each other. Not for
//! which files there are.

use std::sync::Arc;

use super::fields::Sink;
use super::flat::flat;
use super::folder::Bundle;
use super::intake::{BOARD, Input, Place};
use super::yaml::{self, Node};
use super::{Boards, Closings, Filed, Series, closing, phases, returns};
use crate::diagnostic::{Code, Finding, any_error};
use crate::model::id::Id;
use crate::model::plan::{Phase, Plan};
use crate::model::returns::Closing;
use crate::source::{SourceFile, Span};
use crate::typeset::fonts::Coverage;
use crate::validate;
use crate::validate::encodings::named;
use crate::vietnamese::nearest::nearest;

/// What the files of one unit, or of the board, say.
#[derive(Debug, Default)]
pub struct Reading {
    /// The unit's returns, if it is a unit of the plan.
    pub series: Option<Arc<Series>>,
    /// The board's texts, if it is the board.
    pub boards: Option<Arc<Boards>>,
    /// What the board says at the end of phases, if it is the board.
    pub closings: Option<Arc<Closings>>,
    /// What was found in the files.
    pub findings: Vec<Finding>,
    /// Each file's values as lines, by the hash of its content.
    pub values: Vec<(blake3::Hash, String)>,
}

/// Reads the files of a unit, or of the board, and holds a unit's returns against each other.
#[must_use]
pub fn reading(plan: &Plan, name: &str, bundle: &Bundle<'_>, coverage: &Coverage<'_>) -> Reading {
    if name == BOARD {
        return boards(plan, bundle, coverage);
    }
    match plan.unit(name) {
        Some(unit) => series(plan, &unit.id, bundle, coverage),
        None => Reading {
            findings: bundle.files.iter().map(|input| unknown_unit(plan, name, input)).collect(),
            ..Reading::default()
        },
    }
}

fn boards(plan: &Plan, bundle: &Bundle<'_>, coverage: &Coverage<'_>) -> Reading {
    let mut reading = Reading::default();
    let mut boards = Boards::new();
    let mut closings = Closings::new();
    for input in &bundle.files {
        if let Some(phase) = reading.phase_of(plan, input) {
            let read = closing_file(plan, None, phase, input, coverage);
            closings.insert(phase.id.clone(), reading.filed(read, input));
        }
        let Some(period) = input.place.period() else { continue };
        let read = file(input, coverage, |node, sink| {
            let board = returns::board_text(node, plan, period, sink)?;
            validate::heading::check(&board.heading, period, sink);
            validate::wording::check(node, plan, sink);
            Some(board)
        });
        boards.insert(period, reading.filed(read, input));
    }
    reading.boards = Some(Arc::new(boards));
    reading.closings = Some(Arc::new(closings));
    reading
}

fn closing_file(
    plan: &Plan,
    unit: Option<&Id>,
    phase: &Phase,
    input: &Input,
    coverage: &Coverage<'_>,
) -> FileRead<Closing> {
    file(input, coverage, |node, sink| {
        let closing = closing::closing(node, plan, unit, phase, sink)?;
        validate::heading::check(&closing.heading, phase.to, sink);
        validate::wording::check(node, plan, sink);
        Some(closing)
    })
}

fn series(plan: &Plan, unit: &Id, bundle: &Bundle<'_>, coverage: &Coverage<'_>) -> Reading {
    let mut reading = Reading::default();
    let mut series = Series::default();
    let mut broken = false;
    for input in &bundle.files {
        match input.place {
            Place::Plan | Place::Phase(..) => {}
            Place::Unit(_) => {
                let read = |node: &Node, sink: &Sink| returns::recognitions(node, plan, unit, sink);
                match reading.filed(file(input, coverage, read), input) {
                    Filed::Good(read) => series.recognitions = read,
                    Filed::Broken => broken = true,
                }
            }
            Place::Handed(period, _) => {
                let read = file(input, coverage, |node, sink| {
                    let read = returns::unit_return(node, plan, unit, period, sink)?;
                    validate::heading::check(&read.heading, period, sink);
                    validate::wording::check(node, plan, sink);
                    validate::figures::check(&read, plan, &series.recognitions, node, sink);
                    Some(read)
                });
                series.returns.insert(period, reading.filed(read, input));
            }
        }
    }
    if broken {
        series.returns.values_mut().for_each(|filed| *filed = Filed::Broken);
    }
    for input in &bundle.files {
        let Some(phase) = reading.phase_of(plan, input) else { continue };
        let mut read = closing_file(plan, Some(unit), phase, input, coverage);
        let last = series.returns.get(&phase.to).and_then(Filed::good);
        let dates = read.content.as_ref().zip(last);
        read.findings.extend(dates.and_then(|(own, last)| phases::same_date(own, last)));
        series.closings.insert(phase.id.clone(), reading.filed(read, input));
    }
    validate::history::check(plan, unit, &mut series, &mut reading.findings);
    reading.series = Some(Arc::new(series));
    reading
}

impl Reading {
    /// The phase a file is of; a folder that only looks like one is told.
    fn phase_of<'p>(&mut self, plan: &'p Plan, input: &Input) -> Option<&'p Phase> {
        self.findings.extend(phases::stray(plan, input));
        phases::phase(plan, input)
    }

    fn filed<T>(&mut self, read: FileRead<T>, input: &Input) -> Filed<T> {
        let broken = any_error(&read.findings);
        self.findings.extend(read.findings);
        self.values.push((input.hash, read.values));
        read.content.filter(|_| !broken).map_or(Filed::Broken, Filed::Good)
    }
}

/// A file named after no unit of the plan.
fn unknown_unit(plan: &Plan, name: &str, input: &Input) -> Finding {
    if let Some(stray) = phases::stray(plan, input) {
        return stray;
    }
    let file = SourceFile::new(input.name.as_str(), "");
    let names = plan.units.iter().map(|unit| unit.id.as_str()).chain([BOARD]);
    let near = nearest(name, names);
    let hint = near.map_or_else(
        || "tên tệp phải là mã một đơn vị trong ke-hoach.yaml".to_owned(),
        |near| format!("đổi tên tệp thành «{near}.yaml»?"),
    );
    let message = format!("{}: không có đơn vị nào mang mã «{name}»", file.path());
    Finding::new(Code::UnknownName, message).at(&Span::whole(&file)).hint(hint)
}

/// What one file says.
pub(super) struct FileRead<T> {
    pub(super) content: Option<T>,
    pub(super) findings: Vec<Finding>,
    values: String,
}

/// Reads one file with `read`, after its characters were looked at.
pub(super) fn file<T>(
    input: &Input,
    coverage: &Coverage<'_>,
    read: impl FnOnce(&Node, &Sink) -> Option<T>,
) -> FileRead<T> {
    match input.text.clone().and_then(|file| yaml::parse(&file)) {
        Ok(node) => {
            let sink = Sink::default();
            validate::characters::check(&node, coverage, &sink);
            let content = read(&node, &sink);
            FileRead { content, findings: few(sink.into_findings()), values: flat(&node) }
        }
        Err(finding) => {
            let finding = named(finding, || input.bytes());
            FileRead { content: None, findings: vec![finding], values: String::new() }
        }
    }
}

/// More findings than this in one file tell a clerk nothing more.
const MOST_FINDINGS: usize = 100;

/// The first findings of a file with too many, errors before others, and how many more there are.
fn few(mut findings: Vec<Finding>) -> Vec<Finding> {
    if findings.len() > MOST_FINDINGS {
        findings.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        let more = findings.len() - MOST_FINDINGS;
        findings.truncate(MOST_FINDINGS);
        if let Some(last) = findings.last_mut() {
            last.message = format!("{} (và {more} phát hiện khác trong tệp này)", last.message);
        }
    }
    findings
}

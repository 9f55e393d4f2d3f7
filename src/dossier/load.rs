//! Reads the files of dossiers: plans, and what units and the board handed in. Not for finding files
//! ([`super::intake`]) and not for building reports.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::fields::Sink;
use super::flat::flat;
use super::folder::{Bundle, Folder, folders};
use super::intake::{BOARD, Input, Intake, Place};
use super::unused::unused;
use super::yaml::{self, Node};
use super::{Boards, Closings, Dossier, Filed, Series, closing, phases, plan, returns};
use crate::diagnostic::{Code, Finding, any_error};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::{Phase, Plan};
use crate::model::returns::Closing;
use crate::model::unit::Predecessor;
use crate::source::{SourceFile, Span};
use crate::typeset::fonts::Coverage;
use crate::validate;
use crate::validate::encodings::named;

/// What was read from the inputs folder.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Dossiers whose plan is right, by id.
    pub dossiers: Vec<Dossier>,
    /// Dossiers whose plan has errors: nothing of them can be built.
    pub refused: Vec<String>,
    /// Everything found.
    pub findings: Vec<Finding>,
}

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

/// Reads all dossiers below `root`. `shown` is how findings call that folder.
#[must_use]
pub fn load(root: &Path, shown: &str, coverage: &Coverage<'_>) -> Loaded {
    let intake = Intake::take(root, shown, None);
    let folders = folders(&intake);
    let mut loaded = plans(&intake, &folders, coverage);
    for (dossier, folder) in with_folders(&mut loaded.dossiers, &folders) {
        let bundles = folder.bundles.par_iter();
        let readings: Vec<(&str, Reading)> = bundles
            .map(|(name, bundle)| (*name, reading(&dossier.plan, name, bundle, coverage)))
            .collect();
        for (name, reading) in readings {
            dossier.add(name, &reading);
            loaded.findings.extend(reading.findings);
        }
    }
    loaded
}

/// Each dossier with its folder.
pub fn with_folders<'a, 'f, 'i>(
    dossiers: &'a mut [Dossier],
    folders: &'f [Folder<'i>],
) -> impl Iterator<Item = (&'a mut Dossier, &'f Folder<'i>)> {
    dossiers.iter_mut().filter_map(|dossier| {
        let folder = folders.iter().find(|folder| folder.id == dossier.plan.id.as_str())?;
        Some((dossier, folder))
    })
}

/// Reads every plan. The dossiers know what was handed in, but nothing of it is read yet.
#[must_use]
pub fn plans(intake: &Intake, folders: &[Folder<'_>], coverage: &Coverage<'_>) -> Loaded {
    let strays = intake.strays.iter().filter_map(|parts| unused(parts, &intake.shown));
    let strays = strays.chain(phases::without_plan(intake, folders));
    let mut loaded = Loaded { findings: strays.collect(), ..Loaded::default() };
    let read: Vec<_> =
        folders.par_iter().map(|folder| (folder, read_plan(folder, coverage))).collect();
    for (folder, (plan, findings)) in read {
        loaded.findings.extend(findings);
        match plan {
            Some(plan) => loaded.dossiers.push(unread(plan, folder)),
            None => loaded.refused.push(folder.id.to_owned()),
        }
    }
    orphans(&mut loaded);
    loaded
}

fn read_plan(folder: &Folder<'_>, coverage: &Coverage<'_>) -> (Option<Plan>, Vec<Finding>) {
    let read = file(folder.plan, coverage, |node, sink| {
        let plan = plan::plan(node, sink)?;
        if plan.id.as_str() != folder.id {
            let message = format!("«ma: {}» khác tên thư mục «{}»", plan.id, folder.id);
            let finding = Finding::new(Code::BadId, message).at(&node.span);
            sink.push(finding.hint("đặt mã trùng tên thư mục"));
        }
        validate::plan::check(&plan, &node.span, sink);
        Some(plan)
    });
    (read.content.filter(|_| !any_error(&read.findings)), read.findings)
}

/// A dossier of which only the plan was read.
fn unread(plan: Plan, folder: &Folder<'_>) -> Dossier {
    let mut filed: BTreeMap<Period, _> = BTreeMap::new();
    for (name, bundle) in &folder.bundles {
        let Some(unit) = plan.unit(name) else { continue };
        for period in bundle.periods() {
            filed
                .entry(period)
                .or_insert_with(std::collections::BTreeSet::new)
                .insert(unit.id.clone());
        }
    }
    Dossier {
        closed: phases::closed(&plan, folder),
        plan: Arc::new(plan),
        periods: folder.periods.clone(),
        filed,
        series: BTreeMap::new(),
        boards: Arc::default(),
        closings: Arc::default(),
    }
}

impl Dossier {
    /// Adds what was read of `name`.
    pub fn add(&mut self, name: &str, reading: &Reading) {
        if let Some((series, unit)) = reading.series.as_ref().zip(self.plan.unit(name)) {
            self.series.insert(unit.id.clone(), Arc::clone(series));
        }
        if let Some(boards) = &reading.boards {
            self.boards = Arc::clone(boards);
        }
        if let Some(closings) = &reading.closings {
            self.closings = Arc::clone(closings);
        }
    }
}

/// Predecessors that are in no dossier: the plan that names them is refused, since its comparisons would be wrong.
fn orphans(loaded: &mut Loaded) {
    let known = |dossier: &Id, unit: &Id| {
        let mut plans = loaded.dossiers.iter().map(|other| &other.plan);
        plans.any(|plan| plan.id == *dossier && plan.unit(unit.as_str()).is_some())
    };
    let mut found = Vec::new();
    for dossier in &loaded.dossiers {
        for before in dossier.plan.units.iter().flat_map(|unit| &unit.predecessors) {
            let Predecessor::Unit { dossier: named, unit, span } = before else { continue };
            if !known(named, unit) {
                let message = format!("không có đơn vị «{unit}» trong hồ sơ «{named}»");
                let hint = "sửa ho_so, ma; đơn vị không có số liệu ở đây thì viết { ngoai: \"tên đơn vị\" }";
                let finding = Finding::new(Code::UnknownName, message).at(span).hint(hint);
                found.push((dossier.plan.id.clone(), finding));
            }
        }
    }
    for (id, finding) in found {
        loaded.dossiers.retain(|dossier| dossier.plan.id != id);
        if !loaded.refused.iter().any(|refused| refused == id.as_str()) {
            loaded.refused.push(id.to_string());
        }
        loaded.findings.push(finding);
    }
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
    let nearest = crate::vietnamese::nearest::nearest(name, names);
    let hint = nearest.map_or_else(
        || "tên tệp phải là mã một đơn vị trong ke-hoach.yaml".to_owned(),
        |near| format!("đổi tên tệp thành «{near}.yaml»?"),
    );
    let message = format!("{}: không có đơn vị nào mang mã «{name}»", file.path());
    Finding::new(Code::UnknownName, message).at(&Span::whole(&file)).hint(hint)
}

struct FileRead<T> {
    content: Option<T>,
    findings: Vec<Finding>,
    values: String,
}

fn file<T>(
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

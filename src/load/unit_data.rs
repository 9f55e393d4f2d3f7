//! What the files of one unit, or of the board, say, read together so that returns are held against each other. Not for
//! which files there are.

use std::sync::Arc;

use super::file::{FileRead, file, issued, unchecked};
use crate::assets::fonts::GlyphCoverage;
use crate::diagnostic::{Code, Finding, any_error};
use crate::inputs::file_role::FileRole;
use crate::inputs::folder::UnitFiles;
use crate::inputs::phases;
use crate::inputs::snapshot::Input;
use crate::model::dossier::{Boards, Closings, Filed, UnitHistory};
use crate::model::id::Id;
use crate::model::names::BOARD;
use crate::model::period::Period;
use crate::model::plan::{Phase, Plan};
use crate::model::returns::{Closing, Heading, Recognitions, Return};
use crate::read::{closing, returns};
use crate::source::{SourceFile, Span};
use crate::validate;
use crate::vietnamese::nearest::nearest;
use crate::yaml::fields::Sink;
use crate::yaml::tree::Node;

/// What the files of one unit, or of the board, say.
#[derive(Debug, Default)]
pub(crate) struct UnitData {
    /// The unit's returns, if it is a unit of the plan.
    pub(crate) series: Option<Arc<UnitHistory>>,
    /// The board's texts, if it is the board.
    pub(crate) boards: Option<Arc<Boards>>,
    /// What the board says at the end of phases, if it is the board.
    pub(crate) closings: Option<Arc<Closings>>,
    /// What was found in the files.
    pub(crate) findings: Vec<Finding>,
    /// Each checked file's values as lines, by the hash of its content.
    pub(crate) values: Vec<(blake3::Hash, String)>,
}

/// Reads the files of a unit, or of the board, and holds a unit's returns against each other.
#[must_use]
pub(crate) fn unit_data(
    plan: &Plan,
    name: &str,
    files: &UnitFiles<'_>,
    coverage: &GlyphCoverage<'_>,
) -> UnitData {
    Reader { plan, coverage, checks: true }.read(name, files)
}

/// Reads files in which no error was found when they were last read: what they say, with what was `found` then. None of
/// it is checked again, and its values are not put into lines.
#[must_use]
pub(crate) fn unit_data_again(
    plan: &Plan,
    name: &str,
    files: &UnitFiles<'_>,
    coverage: &GlyphCoverage<'_>,
    found: Vec<Finding>,
) -> UnitData {
    let data = Reader { plan, coverage, checks: false }.read(name, files);
    UnitData { findings: found, ..data }
}

/// Reads the files of one plan, with or without holding their values against each other and against the plan.
struct Reader<'a> {
    plan: &'a Plan,
    coverage: &'a GlyphCoverage<'a>,
    checks: bool,
}

impl Reader<'_> {
    fn read(&self, name: &str, files: &UnitFiles<'_>) -> UnitData {
        if name == BOARD {
            return self.boards(files);
        }
        match self.plan.unit(name) {
            Some(unit) => self.series(&unit.id, files),
            None => UnitData {
                findings: files
                    .inputs
                    .iter()
                    .map(|input| unknown_unit(self.plan, name, input))
                    .collect(),
                ..UnitData::default()
            },
        }
    }

    fn boards(&self, files: &UnitFiles<'_>) -> UnitData {
        let mut data = UnitData::default();
        let mut boards = Boards::new();
        let mut closings = Closings::new();
        for input in &files.inputs {
            if let Some(phase) = data.phase_of(self.plan, input) {
                let read = self.closing_file(None, phase, input);
                closings.insert(phase.id.clone(), data.filed(read, input));
            }
            let Some(period) = input.place.period() else { continue };
            let read = self.file(input, |node, sink| {
                let board = returns::board_text(node, self.plan, period, sink)?;
                self.texts(&board.heading, period, node, sink);
                Some(board)
            });
            if input.unfilled {
                data.waits(read, input);
                continue;
            }
            boards.insert(period, data.filed(read, input));
        }
        data.boards = Some(Arc::new(boards));
        data.closings = Some(Arc::new(closings));
        data
    }

    fn series(&self, unit: &Id, files: &UnitFiles<'_>) -> UnitData {
        let mut data = UnitData::default();
        let mut series = UnitHistory::default();
        let mut broken = false;
        for input in &files.inputs {
            match input.place {
                FileRole::Plan | FileRole::Phase(..) => {}
                FileRole::Unit(_) => match data.filed(self.recognitions_file(unit, input), input) {
                    Filed::Good(read) => series.recognitions = read,
                    Filed::Broken => broken = true,
                },
                FileRole::Handed(period, _) => {
                    let read = self.return_file(unit, period, &series.recognitions, input);
                    if input.unfilled {
                        data.waits(read, input);
                        continue;
                    }
                    series.returns.insert(period, data.filed(read, input));
                }
            }
        }
        if broken {
            series.returns.values_mut().for_each(|filed| *filed = Filed::Broken);
        }
        self.closings(unit, files, &mut series, &mut data);
        if self.checks {
            validate::history::check(self.plan, unit, &mut series, &mut data.findings);
        }
        for (period, file) in &files.issued {
            let read = |node: &Node, sink: &Sink| {
                returns::unit_return(node, self.plan, unit, *period, sink)
            };
            let Some(read) = issued(file, read) else { continue };
            let present = series.returns.insert(*period, Filed::Good(read));
            series.present.extend(present.map(|present| (*period, present)));
        }
        data.series = Some(Arc::new(series));
        data
    }

    fn closings(
        &self,
        unit: &Id,
        files: &UnitFiles<'_>,
        series: &mut UnitHistory,
        data: &mut UnitData,
    ) {
        for input in &files.inputs {
            let Some(phase) = data.phase_of(self.plan, input) else { continue };
            let mut read = self.closing_file(Some(unit), phase, input);
            let last = series.returns.get(&phase.to).and_then(Filed::good);
            let dates = read.content.as_ref().zip(last);
            read.findings
                .extend(dates.and_then(|(own, last)| validate::heading::same_date(own, last)));
            series.closings.insert(phase.id.clone(), data.filed(read, input));
        }
    }

    fn return_file(
        &self,
        unit: &Id,
        period: Period,
        recognitions: &Recognitions,
        input: &Input,
    ) -> FileRead<Return> {
        self.file(input, |node, sink| {
            let read = returns::unit_return(node, self.plan, unit, period, sink)?;
            self.texts(&read.heading, period, node, sink);
            if self.checks {
                validate::figures::check(&read, self.plan, recognitions, node, sink);
            }
            Some(read)
        })
    }

    fn recognitions_file(&self, unit: &Id, input: &Input) -> FileRead<Recognitions> {
        self.file(input, |node, sink| returns::recognitions(node, self.plan, unit, sink))
    }

    fn closing_file(&self, unit: Option<&Id>, phase: &Phase, input: &Input) -> FileRead<Closing> {
        self.file(input, |node, sink| {
            let closing = closing::closing(node, self.plan, unit, phase, sink)?;
            self.texts(&closing.heading, phase.to, node, sink);
            Some(closing)
        })
    }

    /// What is checked in every file with a heading and prose.
    fn texts(&self, heading: &Heading, period: Period, node: &Node, sink: &Sink) {
        if self.checks {
            validate::heading::check(heading, period, sink);
            validate::wording::check(node, self.plan, sink);
        }
    }

    fn file<T>(&self, input: &Input, read: impl FnOnce(&Node, &Sink) -> Option<T>) -> FileRead<T> {
        if self.checks {
            return file(input, self.coverage, read);
        }
        unchecked(input, read)
    }
}

impl UnitData {
    /// The phase a file is of; a folder that only looks like one is told.
    fn phase_of<'p>(&mut self, plan: &'p Plan, input: &Input) -> Option<&'p Phase> {
        self.findings.extend(phases::stray(plan, input));
        phases::phase(plan, input)
    }

    /// Takes in a file that was only opened: nothing of it is missing yet, and only what is wrong with its keys is told.
    fn waits<T>(&mut self, mut read: FileRead<T>, input: &Input) {
        read.findings.retain(|one| one.is_error() && one.code != Code::MissingKey);
        _ = self.filed(read, input);
    }

    fn filed<T>(&mut self, read: FileRead<T>, input: &Input) -> Filed<T> {
        let broken = any_error(&read.findings);
        let subject = input.subject();
        self.findings.extend(read.findings.into_iter().map(|one| one.subject(&subject)));
        self.values.extend(read.values.map(|values| (input.hash, values)));
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
    let finding = Finding::new(Code::UnknownName, message).at(&Span::whole(&file)).hint(hint);
    finding.subject(&input.subject())
}

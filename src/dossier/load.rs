//! Loads every dossier below the inputs folder: files in, dossiers and findings out. Not for building reports.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::disk::{self, Found};
use super::fields::Sink;
use super::path_slips::path_meant;
use super::yaml::{self, Node};
use super::{Dossier, Filed, Submitted, plan, returns};
use crate::diagnostic::{Code, Finding, any_error};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::Recognitions;
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

/// Reads all dossiers below `root`. `shown` is how findings call that folder.
#[must_use]
pub fn load(root: &Path, shown: &str, coverage: &Coverage<'_>) -> Loaded {
    let mut folders: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    let mut loaded = Loaded::default();
    for mut found in disk::files(root) {
        if found.parts.len() == 1 {
            loaded.findings.extend(unused(&found, shown, true));
        } else {
            folders.entry(found.parts.remove(0)).or_default().push(found);
        }
    }
    for (folder, files) in &folders {
        loaded.findings.extend(
            files.iter().filter_map(|found| unused(found, &format!("{shown}/{folder}"), false)),
        );
    }
    for (folder, files) in folders {
        let reader = Reader { shown: format!("{shown}/{folder}"), coverage };
        let Some(plan_file) = files.iter().find(|found| found.parts == ["ke-hoach.yaml"]) else {
            continue;
        };
        match reader.plan(plan_file, &folder, &mut loaded.findings) {
            Some(plan) => loaded.dossiers.push(reader.dossier(plan, &files, &mut loaded.findings)),
            None => loaded.refused.push(folder),
        }
    }
    orphans(&mut loaded);
    loaded
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
                found.push((
                    dossier.plan.id.clone(),
                    Finding::new(Code::UnknownName, message).at(span).hint(hint),
                ));
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

/// What every file of one dossier is read with.
struct Reader<'a> {
    shown: String,
    coverage: &'a Coverage<'a>,
}

impl Reader<'_> {
    fn plan(&self, found: &Found, folder: &str, findings: &mut Vec<Finding>) -> Option<Plan> {
        let (read, mut found_here) = self.file(found, |node, sink| {
            let plan = plan::plan(node, sink)?;
            if plan.id.as_str() != folder {
                let message = format!("«ma: {}» khác tên thư mục «{folder}»", plan.id);
                sink.push(
                    Finding::new(Code::BadId, message)
                        .at(&node.span)
                        .hint("đặt mã trùng tên thư mục"),
                );
            }
            validate::plan::check(&plan, &node.span, sink);
            Some(plan)
        });
        let read = read.filter(|_| !any_error(&found_here));
        findings.append(&mut found_here);
        read
    }

    /// Reads everything below one plan, and holds returns against each other once all are read.
    fn dossier(&self, plan: Plan, files: &[Found], all: &mut Vec<Finding>) -> Dossier {
        let findings = &mut Vec::new();
        let mut dossier = self.submissions(plan, files, findings);
        validate::history::check(&mut dossier, findings);
        let periods: Vec<Period> = dossier.periods.keys().copied().collect();
        for period in periods {
            for acknowledged in validate::history::acknowledgements(&dossier, period).into_values()
            {
                // Prose is held against figures when a report is made.
                let now: Vec<_> = acknowledged
                    .iter()
                    .filter(|one| one.code != Code::ProseDiffers)
                    .cloned()
                    .collect();
                let useless = validate::history::acknowledge(findings, &now);
                findings.extend(useless);
            }
        }
        all.append(findings);
        dossier
    }

    fn submissions(&self, plan: Plan, files: &[Found], findings: &mut Vec<Finding>) -> Dossier {
        let mut recognitions = BTreeMap::new();
        let mut broken_units = Vec::new();
        for (name, found) in
            files.iter().filter_map(|found| yaml_in(found, "don-vi").map(|name| (name, found)))
        {
            let Some(unit) = self.unit(&plan, name, found, findings) else { continue };
            match self.filed(found, findings, |node, sink| {
                returns::recognitions(node, &plan, &unit, sink)
            }) {
                Filed::Good(read) => _ = recognitions.insert(unit, read),
                Filed::Broken => broken_units.push(unit),
            }
        }
        let mut dossier = Dossier { plan, periods: BTreeMap::new(), recognitions };
        for found in files {
            let [folder, _] = found.parts.as_slice() else { continue };
            let Some((period, name)) = Period::parse(folder).zip(yaml_in(found, folder)) else {
                continue;
            };
            self.submission(&mut dossier, period, name, found, findings);
        }
        for unit in broken_units {
            for submitted in dossier.periods.values_mut() {
                submitted.returns.entry(unit.clone()).and_modify(|filed| *filed = Filed::Broken);
            }
        }
        dossier
    }

    fn submission(
        &self,
        dossier: &mut Dossier,
        period: Period,
        name: &str,
        found: &Found,
        all: &mut Vec<Finding>,
    ) {
        let Dossier { plan, periods, recognitions } = dossier;
        let submitted: &mut Submitted = periods.entry(period).or_default();
        if name == "_tong-hop" {
            submitted.board = Some(self.filed(found, all, |node, sink| {
                let board = returns::board_text(node, plan, period, sink)?;
                validate::heading::check(&board.heading, period, sink);
                validate::wording::check(node, plan, sink);
                Some(board)
            }));
        } else if let Some(unit) = self.unit(plan, name, found, all) {
            let none = Recognitions::new();
            let filed = self.filed(found, all, |node, sink| {
                let read = returns::unit_return(node, plan, &unit, period, sink)?;
                validate::heading::check(&read.heading, period, sink);
                validate::wording::check(node, plan, sink);
                validate::figures::check(
                    &read,
                    plan,
                    recognitions.get(&unit).unwrap_or(&none),
                    node,
                    sink,
                );
                Some(read)
            });
            submitted.returns.insert(unit, filed);
        }
    }

    /// The unit a file is named after; unknown names are found.
    fn unit(
        &self,
        plan: &Plan,
        name: &str,
        found: &Found,
        findings: &mut Vec<Finding>,
    ) -> Option<Id> {
        if let Some(unit) = plan.unit(name) {
            return Some(unit.id.clone());
        }
        let file = SourceFile::new(self.name(found), "");
        let names = plan.units.iter().map(|unit| unit.id.as_str()).chain(["_tong-hop"]);
        let nearest = crate::vietnamese::nearest::nearest(name, names);
        let hint = nearest.map_or_else(
            || "tên tệp phải là mã một đơn vị trong ke-hoach.yaml".to_owned(),
            |near| format!("đổi tên tệp thành «{near}.yaml»?"),
        );
        findings.push(
            Finding::new(
                Code::UnknownName,
                format!("{}: không có đơn vị nào mang mã «{name}»", file.path()),
            )
            .at(&Span::whole(&file))
            .hint(hint),
        );
        None
    }

    fn filed<T>(
        &self,
        found: &Found,
        findings: &mut Vec<Finding>,
        read: impl FnOnce(&Node, &Sink) -> Option<T>,
    ) -> Filed<T> {
        let (content, mut found_here) = self.file(found, read);
        let broken = any_error(&found_here);
        findings.append(&mut found_here);
        content.filter(|_| !broken).map_or(Filed::Broken, Filed::Good)
    }

    fn file<T>(
        &self,
        found: &Found,
        read: impl FnOnce(&Node, &Sink) -> Option<T>,
    ) -> (Option<T>, Vec<Finding>) {
        let parsed = disk::read(&found.path, &self.name(found)).and_then(|file| self.parse(&file));
        match parsed {
            Ok((node, sink)) => (read(&node, &sink), few(sink.into_findings())),
            Err(finding) => (None, vec![named(finding, || disk::bytes(&found.path))]),
        }
    }

    fn parse(&self, file: &Arc<SourceFile>) -> Result<(Node, Sink), Finding> {
        let node = yaml::parse(file)?;
        let sink = Sink::default();
        validate::characters::check(&node, self.coverage, &sink);
        Ok((node, sink))
    }

    fn name(&self, found: &Found) -> String {
        format!("{}/{}", self.shown, found.parts.join("/"))
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

/// A YAML file that nothing reads, because of its place or name.
fn unused(found: &Found, shown: &str, at_root: bool) -> Option<Finding> {
    let parts: Vec<&str> = found.parts.iter().map(String::as_str).collect();
    let name = parts.last()?.to_ascii_lowercase();
    let extension = Path::new(&name).extension()?.to_str()?;
    // Notepad likes to add a second ending.
    let doubled = name.contains(".yaml.") || name.contains(".yml.");
    let read = match parts[..] {
        ["ke-hoach.yaml"] => !at_root,
        [folder, _] => {
            (folder == "don-vi" || Period::parse(folder).is_some())
                && yaml_in(found, folder).is_some()
        }
        _ => false,
    };
    if read || !(doubled || matches!(extension, "yaml" | "yml")) || name.starts_with('.') {
        return None;
    }
    let path = format!("{shown}/{}", parts.join("/"));
    let hint = match parts[..] {
        _ if doubled || extension == "yml" => "đổi đuôi tệp thành .yaml",
        [folder, _] if Period::parse(&folder.to_ascii_uppercase()).is_some() => {
            "đổi tên thư mục kỳ cho đúng, ví dụ 2024-Q1 (chữ Q hoa)"
        }
        _ => "chuyển tệp vào đúng chỗ: ke-hoach.yaml, don-vi/<mã>.yaml hoặc <năm>-Q<quý>/<mã>.yaml",
    };
    let message = format!("{path}: tệp không được dùng");
    let hint = path_meant(&parts, at_root)
        .map_or_else(|| hint.to_owned(), |meant| format!("{hint}; có phải là «{meant}»?"));
    Some(
        Finding::new(Code::UnusedFile, message)
            .at(&Span::whole(&SourceFile::new(path, "")))
            .hint(hint),
    )
}

/// The name without `.yaml` of a file that stands directly in `folder`.
fn yaml_in<'f>(found: &'f Found, folder: &str) -> Option<&'f str> {
    match found.parts.as_slice() {
        [parent, name] if parent == folder => {
            name.strip_suffix(".yaml").filter(|name| !name.starts_with('.'))
        }
        _ => None,
    }
}

//! Why a report was built, down to the value, and what the next run needs to say so. Not for deciding what is built.

use std::collections::BTreeMap;

use super::changes::{differences, named};
use super::context::{RunContext, UnitDataById};
use super::result::{ReportResult, RunResult};
use super::select::select;
use super::worklist::Worklist;
use crate::build_report::Outcome;
use crate::inputs::snapshot::Input;
use crate::model::dossier::Dossier;
use crate::output::fingerprint::Reason;
use crate::output::input_history;
use crate::output::input_history::{InputHistory, short};
use crate::output::store::OutputStore;
use crate::report::due::Job;
use crate::yaml;
use crate::yaml::flat::flat;

/// Says which values changed, for every report that was built because its content did, and enters what reports were
/// made from.
pub(super) fn enter<'i>(
    run: &mut RunResult,
    dossiers: &[Dossier],
    worklist: &Worklist<'i>,
    unit_data: &UnitDataById<'i>,
    store: &mut OutputStore<'_>,
    context: &RunContext<'_, 'i>,
) {
    let lines: BTreeMap<String, &str> = unit_data
        .values()
        .flat_map(|data| &data.values)
        .map(|(hash, lines)| (short(hash), lines.as_str()))
        .collect();
    let mut jobs = select(dossiers, &context.toolchain.kinds, context.selection);
    jobs.retain(|job| worklist.keys.contains_key(&job.name()));
    let hashes = context.previous.templates.hashes();
    let templates = hashes.map(|(path, hash)| (path.to_owned(), short(&hash))).collect();
    let mut reports: BTreeMap<String, &mut ReportResult> =
        run.reports.iter_mut().map(|report| (report.name.clone(), report)).collect();
    for jobs in jobs.chunk_by(|one, next| one.dossier.plan.id == next.dossier.plan.id) {
        let id = jobs[0].dossier.plan.id.as_str();
        let update = HistoryUpdate { id, lines: &lines, templates: &templates, context };
        update.enter(&mut reports, jobs, store);
    }
}

/// What the history of one dossier's values is brought up to date with.
struct HistoryUpdate<'a, 'i> {
    id: &'a str,
    lines: &'a BTreeMap<String, &'a str>,
    templates: &'a input_history::FileHashes,
    context: &'a RunContext<'a, 'i>,
}

impl HistoryUpdate<'_, '_> {
    fn enter(
        &self,
        reports: &mut BTreeMap<String, &mut ReportResult>,
        jobs: &[Job<'_>],
        store: &mut OutputStore<'_>,
    ) {
        let out = &self.context.options.paths.out;
        let read = InputHistory::read(self.context.environment.files, out, self.id);
        let mut history = read.clone().unwrap_or_default();
        let before = history.clone();
        let all = short(&self.context.previous.shared);
        for job in jobs {
            let name = job.name();
            let Some(report) = reports.get_mut(&name) else { continue };
            let inputs = self.context.sources.inputs(job);
            for reason in &mut report.reasons {
                if let Reason::Content(changes) = reason {
                    *changes = self.changes(job, &inputs, &before);
                }
            }
            if matches!(report.outcome, Outcome::Built | Outcome::Unchanged) {
                for input in inputs {
                    let hash = short(&input.hash);
                    history.values.entry(hash).or_insert_with(|| self.values(input));
                }
                history.inputs.insert(name.clone(), self.context.sources.hashes(job));
                history.templates.insert(name, all.clone());
            }
        }
        history.template_files.insert(all, self.templates.clone());
        history.inputs.retain(|name, _| store.entry(name).is_some());
        history.templates.retain(|name, _| store.entry(name).is_some());
        history.tidy();
        if read.is_some() && history != before {
            // Without it the next run cannot name values; nothing else depends on it.
            _ = store.write_private(&input_history::path(out, self.id), &history.text());
        }
    }

    /// A file's values as lines: those that were read, else read for that.
    fn values(&self, input: &Input) -> String {
        if let Some(lines) = self.lines.get(&short(&input.hash)) {
            return (*lines).to_owned();
        }
        let node = input.text.clone().and_then(|file| yaml::parse(&file));
        node.map_or_else(|_| String::new(), |node| flat(&node))
    }

    /// What differs from what the report was made from, in words.
    fn changes(&self, job: &Job<'_>, inputs: &[&Input], before: &InputHistory) -> Vec<String> {
        let name = job.name();
        let Some(files) = before.inputs.get(&name) else { return Vec::new() };
        let mut told: Vec<(bool, String)> = Vec::new();
        for input in inputs {
            let now = short(&input.hash);
            match files.get(&input.name) {
                None => told.push((true, format!("tệp mới {}", input.name))),
                Some(old) if *old == now => {}
                Some(old) => match before.values.get(old) {
                    Some(old) => told.extend(differences(job, input, old, &self.values(input))),
                    None => told.push((true, format!("{} đã đổi", input.name))),
                },
            }
        }
        let gone = files.keys().filter(|file| inputs.iter().all(|input| input.name != **file));
        told.extend(gone.map(|file| (true, format!("không còn tệp {file}"))));
        if told.is_empty() {
            let old = before.templates.get(&name).and_then(|all| before.template_files.get(all));
            let changed = old.into_iter().flat_map(|old| {
                self.templates.iter().filter(|(path, hash)| old.get(*path) != Some(*hash))
            });
            told.extend(changed.map(|(path, _)| (true, format!("khuôn mẫu {path} đã đổi"))));
        }
        named(told)
    }
}

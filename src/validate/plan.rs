//! Rules on the plan itself: every id it uses is declared, every due report has an issuer. Not for returns.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::model::id::Id;
use crate::model::plan::Plan;
use crate::model::target::{Measure, Target};
use crate::model::text::Line;
use crate::source::{At, Span};
use crate::vietnamese::nearest::{fold, nearest};
use crate::yaml::fields::Sink;

/// Checks a plan that was read without errors; `span` is the file.
pub fn check(plan: &Plan, span: &Span, sink: &Sink) {
    let names = DeclaredNames { plan, span, sink };
    for figure in &plan.figures {
        figure.sum_of.iter().for_each(|id| names.figure(id, figure.id.as_str()));
        figure.not_over.iter().for_each(|id| names.figure(id, figure.id.as_str()));
        figure.reported_by.iter().for_each(|id| names.unit(id, figure.id.as_str()));
    }
    for target in &plan.targets {
        target.measure.figures().for_each(|id| names.figure(id, target.id.as_str()));
        same_measure(plan, target, span, sink);
        names.words(plan, target);
        if let Some(task) = &target.in_task {
            let tasks = plan.tasks.iter().map(|task| task.id.as_str());
            names.declared(task, "nhiệm vụ", target.id.as_str(), tasks);
        }
    }
    for wanted in plan.outlines.values().flat_map(|outline| &outline.targets) {
        in_form(plan, wanted, sink);
    }
    plan.outlines.keys().for_each(|kind| outlined(plan, kind, span, sink));
    unique(plan.phases.iter().map(|phase| &phase.id), "đợt tổng kết", span, sink);
    for kind in plan.unit_issuers.iter().chain(&plan.area_issuers).flat_map(|issuer| &issuer.kinds)
    {
        let due = plan.calendar.iter().map(|due| due.kind.as_str());
        names.nearly(("loai", kind.as_str()), "loại báo cáo", due);
    }
    unique(plan.figures.iter().map(|figure| &figure.id), "số liệu", span, sink);
    unique(plan.targets.iter().map(|target| &target.id), "chỉ tiêu", span, sink);
}

/// An outline or form is of a kind that is made; one that is near to none may be of a kind that comes by itself.
fn outlined(plan: &Plan, kind: &Id, span: &Span, sink: &Sink) {
    let phases = plan.phases.iter().map(|phase| &phase.due);
    let known = plan.calendar.iter().chain(phases).map(|due| due.kind.as_str());
    if known.clone().any(|known| known == kind.as_str()) {
        return;
    }
    let Some(near) = nearest(kind.as_str(), known) else { return };
    let message =
        format!("«de_cuong», «bieu_mau» nêu loại báo cáo «{kind}», lịch báo cáo không có");
    let text = span.file().text();
    let at = text.rfind(&format!("{kind}:"));
    let at =
        at.map_or_else(|| span.clone(), |at| Span::new(span.file(), at..at + kind.as_str().len()));
    sink.push(Finding::new(Code::UnknownName, message).at(&at).hint(did_you_mean(near)));
}

/// A superior's form orders targets of the plan.
fn in_form(plan: &Plan, wanted: &At<Id>, sink: &Sink) {
    if plan.target(wanted.value.as_str()).is_some() {
        return;
    }
    let names = plan.targets.iter().map(|target| target.id.as_str());
    let message = format!("biểu mẫu nêu chỉ tiêu «{}», kế hoạch không có", wanted.value);
    sink.push(Finding::new(Code::UnknownName, message).at(&wanted.span).did_you_mean(
        nearest(wanted.value.as_str(), names),
        "ghi mã của chỉ tiêu như ở «chi_tieu» của kế hoạch",
    ));
}

/// V16: a percentage is of like by like.
fn same_measure(plan: &Plan, target: &Target, span: &Span, sink: &Sink) {
    if target.unit.as_str() != "%" || !matches!(target.measure, Measure::Ratio { .. }) {
        return;
    }
    let figures = target.measure.figures().filter_map(|id| plan.figure(id.as_str()));
    let measures: BTreeSet<&str> = figures
        .map(|figure| figure.measure.as_str())
        .filter(|measure| !measure.is_empty())
        .collect();
    if measures.len() > 1 {
        let names: Vec<&str> = measures.into_iter().collect();
        let message = format!(
            "chỉ tiêu «{}» tính phần trăm từ các đơn vị tính khác nhau: {}",
            target.id,
            names.join(", ")
        );
        let at = mention(span, target.id.as_str(), target.id.as_str());
        sink.push(
            Finding::new(Code::WrongMeasure, message)
                .at(&at)
                .about(&target.id)
                .hint("chọn số liệu cùng đơn vị tính, hoặc khai don_vi_tinh và nhan cho đúng nếu không phải phần trăm"),
        );
    }
}

struct DeclaredNames<'a> {
    plan: &'a Plan,
    span: &'a Span,
    sink: &'a Sink,
}

impl DeclaredNames<'_> {
    fn figure(&self, id: &Id, user: &str) {
        self.declared(
            id,
            "số liệu",
            user,
            self.plan.figures.iter().map(|figure| figure.id.as_str()),
        );
    }

    fn unit(&self, id: &Id, user: &str) {
        self.declared(id, "đơn vị", user, self.plan.units.iter().map(|unit| unit.id.as_str()));
    }

    /// Kinds of units and levels a target names: written as elsewhere in the plan.
    fn words(&self, plan: &Plan, target: &Target) {
        let kinds: Vec<&str> = plan.units.iter().map(|unit| unit.kind.as_str()).collect();
        for kind in &target.applies_to {
            self.nearly(("loai", kind.as_str()), "loại đơn vị", kinds.iter().copied());
        }
        if let Some(level) = &target.level {
            let top = plan.top_level.iter().map(Line::as_str);
            self.nearly(("cap_danh_gia", level.as_str()), "cấp tổng hợp", top);
        }
    }

    /// A word that only accents, case or hyphens part from one declared: it would match nothing.
    fn nearly<'n>(
        &self,
        (key, word): (&str, &str),
        what: &str,
        mut names: impl Iterator<Item = &'n str> + Clone,
    ) {
        let same = |name: &&str| !name.is_empty() && fold(name) == fold(word);
        if names.clone().any(|name| name == word) {
            return;
        }
        let Some(near) = names.find(same) else { return };
        let text = self.span.file().text();
        let typed = [format!("{key}: {word}"), format!("{key}: [{word}")];
        let at = typed.iter().find_map(|typed| text.find(typed).map(|at| at + typed.len()));
        let at = at.map_or_else(
            || self.span.clone(),
            |end| Span::new(self.span.file(), end - word.len()..end),
        );
        let finding = Finding::new(Code::UnknownName, format!("không có {what} «{word}»")).at(&at);
        self.sink.push(finding.hint(did_you_mean(near)));
    }

    fn declared<'n>(
        &self,
        id: &Id,
        what: &str,
        user: &str,
        names: impl Iterator<Item = &'n str> + Clone,
    ) {
        if names.clone().any(|name| name == id.as_str()) {
            return;
        }
        let message = format!("«{user}» dùng {what} «{id}», chưa được khai báo trong kế hoạch");
        let finding =
            Finding::new(Code::UnknownName, message).at(&mention(self.span, id.as_str(), user));
        let otherwise = format!("khai báo {what} này, hoặc sửa mã");
        self.sink.push(finding.did_you_mean(nearest(id.as_str(), names), otherwise));
    }
}

fn unique<'a>(ids: impl Iterator<Item = &'a Id>, what: &str, span: &Span, sink: &Sink) {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids.filter(|id| !seen.insert(id.as_str())) {
        let message = format!("{what} «{id}» được khai báo hai lần");
        sink.push(
            Finding::new(Code::BadId, message)
                .at(&mention(span, id.as_str(), ""))
                .hint("giữ một mã"),
        );
    }
}

/// The last mention of `id` in the plan's text after the first one of `user`.
fn mention(span: &Span, id: &str, user: &str) -> Span {
    let text = span.file().text();
    let from = text.find(&format!("ma: {user}")).unwrap_or(0);
    let after = text[from..].find(id).map(|at| from + at).or_else(|| text.rfind(id));
    after.map_or_else(|| span.clone(), |at| Span::new(span.file(), at..at + id.len()))
}

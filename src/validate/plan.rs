//! Rules on the plan itself: every id it uses is declared, every due report has an issuer. Not for returns.

use std::collections::{BTreeMap, BTreeSet};

use super::{added, issuers, signers};
use crate::diagnostic::{Code, Finding, Severity, did_you_mean};
use crate::model::figure::Figure;
use crate::model::id::Id;
use crate::model::outline::Outline;
use crate::model::plan::Plan;
use crate::model::target::{Measure, Target};
use crate::model::text::Line;
use crate::model::unit::Unit;
use crate::source::{At, Span};
use crate::vietnamese::nearest::{fold, nearest};
use crate::yaml::fields::Sink;

/// Checks a plan that was read without errors.
pub fn check(plan: &Plan, sink: &Sink) {
    let names = DeclaredNames { plan, sink };
    for figure in &plan.figures {
        figure.sum_of.iter().for_each(|id| names.figure(id, &figure.id));
        figure.not_over.iter().for_each(|id| names.figure(id, &figure.id));
        figure.reported_by.iter().for_each(|id| names.unit(id, &figure.id));
        figure.weight.iter().for_each(|id| names.figure(id, &figure.id));
        figure.unit_kinds.iter().for_each(|kind| names.unit_kind(kind));
        added::figure(plan, figure, sink);
    }
    for target in &plan.targets {
        target.measure.named().for_each(|id| names.figure(id, &target.id));
        target.in_task.iter().for_each(|id| names.task(id, &target.id));
        same_measure(plan, target, sink);
        added::target(plan, target, sink);
        names.words(target);
    }
    for (kind, outline) in &plan.outlines {
        outline.targets.iter().for_each(|wanted| in_form(plan, wanted, sink));
        outlined(plan, kind, outline, sink);
    }
    for kind in plan.unit_issuers.iter().chain(&plan.area_issuers).flat_map(|issuer| &issuer.kinds)
    {
        names.nearly(kind, "loại báo cáo", plan.calendar.iter().map(|due| due.kind.as_str()));
    }
    issuers::check(plan, sink);
    signers::check(plan, sink);
    same_name(plan, sink);
    unique(plan.phases.iter().map(|phase| (&phase.id, &phase.span)), "đợt tổng kết", sink);
    unique(plan.figures.iter().map(|figure| (&figure.id, &figure.span)), "số liệu", sink);
    unique(plan.targets.iter().map(|target| (&target.id, &target.span)), "chỉ tiêu", sink);
}

/// An outline or form is of a kind that is made; one that is near to none may be of a kind that comes by itself.
fn outlined(plan: &Plan, kind: &Id, outline: &Outline, sink: &Sink) {
    let phases = plan.phases.iter().map(|phase| &phase.due);
    let known = plan.calendar.iter().chain(phases).map(|due| due.kind.as_str());
    if known.clone().any(|known| known == kind.as_str()) {
        return;
    }
    let Some(near) = nearest(kind.as_str(), known) else { return };
    let message =
        format!("«de_cuong», «bieu_mau» nêu loại báo cáo «{kind}», lịch báo cáo không có");
    let finding = Finding::new(Code::UnknownName, message).hint(did_you_mean(near));
    let mut named = outline.named.iter();
    let finding = finding.at_maybe(named.next_back().cloned());
    sink.push(finding.also_all(named, "cũng nêu ở đây"));
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
fn same_measure(plan: &Plan, target: &Target, sink: &Sink) {
    if target.unit.as_str() != "%" || !matches!(target.measure, Measure::Ratio { .. }) {
        return;
    }
    let figures = target.measure.figures().filter_map(|id| plan.figure(id.as_str()));
    let counted: Vec<&Figure> = figures.filter(|figure| !figure.measure.is_empty()).collect();
    let measures: BTreeSet<&str> = counted.iter().map(|figure| figure.measure.as_str()).collect();
    if measures.len() > 1 {
        let names: Vec<&str> = measures.into_iter().collect();
        let message = format!(
            "chỉ tiêu «{}» tính phần trăm từ các đơn vị tính khác nhau: {}",
            target.id,
            names.join(", ")
        );
        let finding = Finding::new(Code::WrongMeasure, message).at(&target.span);
        let finding = counted.iter().fold(finding, |finding, figure| {
            finding.also(&figure.span, format!("tính bằng {}", figure.measure))
        });
        sink.push(
            finding
                .about(&target.id)
                .hint("chọn số liệu cùng đơn vị tính, hoặc khai don_vi_tinh và nhan cho đúng nếu không phải phần trăm"),
        );
    }
}

struct DeclaredNames<'a> {
    plan: &'a Plan,
    sink: &'a Sink,
}

impl DeclaredNames<'_> {
    fn figure(&self, id: &At<Id>, user: &Id) {
        let figures = self.plan.figures.iter().map(|figure| figure.id.as_str());
        self.declared(id, "số liệu", user, figures);
    }

    fn unit(&self, id: &At<Id>, user: &Id) {
        let units = self.plan.units.iter().map(|unit| unit.id.as_str());
        self.declared(id, "đơn vị", user, units);
    }

    fn task(&self, id: &At<Id>, user: &Id) {
        let tasks = self.plan.tasks.iter().map(|task| task.id.as_str());
        self.declared(id, "nhiệm vụ", user, tasks);
    }

    /// Kinds of units and levels a target names: written as elsewhere in the plan.
    fn words(&self, target: &Target) {
        target.unit_kinds.iter().for_each(|kind| self.unit_kind(kind));
        if let Some(level) = &target.level {
            self.nearly(level, "cấp tổng hợp", self.plan.top_level.iter().map(Line::as_str));
        }
    }

    fn unit_kind(&self, kind: &At<Line>) {
        let kinds = self.plan.units.iter().map(|unit| unit.kind.as_str());
        self.nearly(kind, "loại đơn vị", kinds);
    }

    /// A word that only accents, case or hyphens part from one declared: it would match nothing.
    fn nearly<'n>(
        &self,
        word: &At<Line>,
        what: &str,
        mut names: impl Iterator<Item = &'n str> + Clone,
    ) {
        let typed = word.value.as_str();
        let same = |name: &&str| !name.is_empty() && fold(name) == fold(typed);
        if names.clone().any(|name| name == typed) {
            return;
        }
        let Some(near) = names.find(same) else { return };
        let message = format!("không có {what} «{typed}»");
        let finding = Finding::new(Code::UnknownName, message).at(&word.span);
        self.sink.push(finding.hint(did_you_mean(near)));
    }

    fn declared<'n>(
        &self,
        id: &At<Id>,
        what: &str,
        user: &Id,
        names: impl Iterator<Item = &'n str> + Clone,
    ) {
        let At { value: id, span } = id;
        if names.clone().any(|name| name == id.as_str()) {
            return;
        }
        let message = format!("«{user}» dùng {what} «{id}», chưa được khai báo trong kế hoạch");
        let finding = Finding::new(Code::UnknownName, message).at(span);
        let otherwise = format!("khai báo {what} này, hoặc sửa mã");
        self.sink.push(finding.did_you_mean(nearest(id.as_str(), names), otherwise));
    }
}

/// Two units that are called the same at the same time: nobody can tell their reports, or their rows in a table, apart.
fn same_name(plan: &Plan, sink: &Sink) {
    let mut seen: BTreeMap<String, Vec<&Unit>> = BTreeMap::new();
    for unit in &plan.units {
        let named = seen.entry(unit.full_name().to_lowercase()).or_default();
        if let Some(first) = named.iter().find(|other| other.validity.overlaps(unit.validity)) {
            let message =
                format!("«{}» và «{}» cùng tên là {}", first.id, unit.id, unit.full_name());
            let finding = Finding::new(Code::BadId, message).severity(Severity::Warning);
            let hint =
                "thêm vào «ten» chữ phân biệt hai đơn vị; đơn vị cũ và mới thì ghi «hieu_luc»";
            sink.push(finding.at(&unit.span).hint(hint).first_at(&first.span));
        }
        named.push(unit);
    }
}

/// Ids with the places they are declared at: each is declared once.
fn unique<'a>(ids: impl Iterator<Item = (&'a Id, &'a Span)>, what: &str, sink: &Sink) {
    let mut seen: BTreeMap<&Id, &Span> = BTreeMap::new();
    for (id, span) in ids {
        if let Some(first) = seen.get(id) {
            let message = format!("{what} «{id}» được khai báo hai lần");
            let finding = Finding::new(Code::BadId, message).at(span).hint("giữ một mã");
            sink.push(finding.first_at(first));
        } else {
            seen.insert(id, span);
        }
    }
}

//! Reads bytes as each YAML file a person writes, and as prose with bindings. Not for tables ([`super::tables`]).

use std::sync::{Arc, LazyLock};

use baocao::assets::files::TemplateFiles;
use baocao::assets::fonts::Fonts;
use baocao::diagnostic::render::{Format, render};
use baocao::disk::file_system::Local;
use baocao::load::plan_file;
use baocao::model::period::Period;
use baocao::model::plan::Plan;
use baocao::model::returns::Recognitions;
use baocao::model::text::Text;
use baocao::model::unit::Unit;
use baocao::read::{closing, plan, returns};
use baocao::source::{SourceFile, Span};
use baocao::yaml::fields::Sink;
use baocao::yaml::flat::flat;
use baocao::yaml::tree::Node;
use baocao::{binding, validate, vietnamese, yaml};

use super::files::repository;

/// A plan that uses all a plan can say.
pub(super) static PLAN: LazyLock<Plan> = LazyLock::new(|| {
    let folder = repository().join("inputs/lac-duong");
    plan_file::read(&Local, &folder, "inputs/lac-duong").expect("a sample's plan")
});
static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::load(&TemplateFiles::embedded()));

/// A file of the inputs: its tree, what it says as a plan, a return, a board's text, and every finding drawn.
pub(super) fn yaml(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        _ = vietnamese::bytes::guess(bytes);
        return;
    };
    let file = SourceFile::new("tep.yaml", text);
    let sink = Sink::default();
    match yaml::parse(&file) {
        Ok(node) => {
            validate::characters::check(&node, &FONTS.coverage(), &sink);
            _ = flat(&node);
            as_plan(&node, &sink);
            as_return(&node, &sink);
        }
        Err(finding) => sink.push(finding),
    }
    draw(sink);
}

fn as_plan(node: &Node, sink: &Sink) {
    if let Some(plan) = plan::plan(node, sink) {
        validate::plan::check(&plan, sink);
    }
}

fn as_return(node: &Node, sink: &Sink) {
    let (plan, unit, period) = (&*PLAN, unit(), period());
    if let Some(read) = returns::unit_return(node, plan, &unit.id, period, sink) {
        validate::heading::check(&read.heading, period, sink);
        validate::figures::check(&read, plan, &Recognitions::default(), node, sink);
    }
    validate::wording::check(node, plan, sink);
    _ = returns::board_text(node, plan, period, sink);
    _ = returns::recognitions(node, plan, &unit.id, sink);
    for phase in &plan.phases {
        _ = closing::closing(node, plan, Some(&unit.id), phase, sink);
    }
}

/// Prose of a unit and of the board: what stands in braces, and every finding about it drawn.
pub(super) fn bindings(bytes: &[u8]) {
    let file = SourceFile::new("tep.yaml", String::from_utf8_lossy(bytes));
    let whole = Span::new(&file, 0..file.text().len());
    let text = Text::parse(file.text()).at(&whole);
    let sink = Sink::default();
    for writer in [binding::Writer::Unit(unit()), binding::Writer::Board] {
        for braces in binding::braces::all(&text) {
            _ = binding::read(&braces, &PLAN, writer);
        }
        validate::bindings::check(&text, &PLAN, writer, &sink);
    }
    lossless(&file);
    draw(sink);
}

/// Cutting a line at its braces loses nothing.
fn lossless(file: &Arc<SourceFile>) {
    let words = |piece: binding::Piece<'_>| match piece {
        binding::Piece::Words(words) => words.to_owned(),
        binding::Piece::Braces(braces) => braces.whole.to_owned(),
    };
    let again: String = binding::pieces(file.text()).into_iter().map(words).collect();
    assert_eq!(again, file.text(), "braces lost a part of the line");
}

fn unit() -> &'static Unit {
    PLAN.unit("lat").expect("a unit of the sample")
}

pub(super) fn period() -> Period {
    Period::parse("2024-Q2").expect("a period")
}

fn draw(sink: Sink) {
    for finding in sink.into_findings() {
        for format in [Format::Human, Format::Short, Format::Json] {
            _ = render(&finding, format, false);
        }
    }
}

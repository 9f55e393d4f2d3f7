//! V14: a number in prose that names a figure or target must be the one the program prints. Only sentences with the
//! full name and a single number of its unit are judged, so that a finding is worth reading. Not for other numbers.

use std::sync::LazyLock;

use memchr::memmem;
use regex::Regex;

use crate::diagnostic::{Code, Finding};
use crate::model::figure::Figure;
use crate::model::id::Id;
use crate::model::returns::Narrative;
use crate::model::target::Target;
use crate::model::text::{Line, Text};
use crate::report::facts::facts;
use crate::report::figures::amount;
use crate::report::scene::Scene;
use crate::rollup::rows::Row;
use crate::rollup::value::total;
use crate::vietnamese::nearest::fold;
use crate::vietnamese::number;

/// Shorter names (without accents and spaces) occur in too many sentences that mean something else.
const SHORTEST_NAME: usize = 12;

static AMOUNT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(\d+(?:\.\d{3})*(?:,\d+)?)\s*(%|\p{L}+)").ok());

/// A sentence with a number in it.
struct Sentence<'a> {
    text: &'a Text,
    words: String,
    folded: String,
}

/// A name in prose and the numbers that may stand beside it.
struct Named<'a> {
    id: &'a Id,
    name: &'a Line,
    folded: String,
    unit: &'a str,
    printed: Vec<String>,
}

/// Checks every text of the scene's narrative.
#[must_use]
pub fn check(scene: &Scene<'_>) -> Vec<Finding> {
    let numbered = texts(scene.narrative).into_iter().flat_map(numbered);
    let sentences: Vec<Sentence<'_>> = numbered.collect();
    let named = named(scene, &sentences);
    let about = |sentence: &Sentence<'_>| {
        let meant = named.iter().filter(|name| sentence.folded.contains(&name.folded));
        meant.filter_map(|name| contradiction(sentence, name)).collect::<Vec<_>>()
    };
    sentences.iter().flat_map(about).collect()
}

/// The figures and targets some sentence names. Few are, and only their numbers are worked out.
fn named<'a>(scene: &Scene<'a>, sentences: &[Sentence<'_>]) -> Vec<Named<'a>> {
    let all: Vec<&str> = sentences.iter().map(|sentence| sentence.folded.as_str()).collect();
    // Joined by what no folded name has.
    let all = all.join(" ");
    let mentioned = |name: &Line| {
        let folded = fold(name.as_str());
        let told_apart = folded.chars().count() >= SHORTEST_NAME;
        let named = told_apart && memmem::find(all.as_bytes(), folded.as_bytes()).is_some();
        named.then_some(folded)
    };
    let plan = scene.plan;
    let figures = plan.figures.iter().filter(|figure| !figure.measure.is_empty());
    let figures = figures.filter_map(|figure| {
        let folded = mentioned(&figure.name)?;
        let printed = figure_printed(scene, figure)?;
        let unit = figure.measure.as_str();
        Some(Named { id: &figure.id, name: &figure.name, folded, unit, printed })
    });
    let targets = plan.targets.iter().filter(|target| target.unit.as_str() == "%");
    let targets = targets.filter_map(|target| {
        let folded = mentioned(&target.name)?;
        let printed = target_printed(scene, target)?;
        Some(Named { id: &target.id, name: &target.name, folded, unit: "%", printed })
    });
    figures.chain(targets).collect()
}

/// The figure now and in the periods compared with.
fn figure_printed(scene: &Scene<'_>, figure: &Figure) -> Option<Vec<String>> {
    let value =
        |rows: &[Row<'_>]| total(scene.plan, figure, rows).known().map(|sum| amount(sum, figure));
    let now = value(&scene.rows)?;
    let earlier = scene.earlier.iter().filter_map(|then| value(&then.rows));
    Some(std::iter::once(now).chain(earlier).collect())
}

/// The target's value, its goals and its road map.
fn target_printed(scene: &Scene<'_>, target: &Target) -> Option<Vec<String>> {
    let goals = target.goals.iter().flat_map(|goal| goal.test.marks());
    let goals = goals.chain(target.road_map.values().copied());
    let goals = goals.map(|goal| number::decimal(goal, 2));
    Some(std::iter::once(facts(scene, target).shown?.text).chain(goals).collect())
}

fn texts(narrative: &Narrative) -> Vec<&Text> {
    let single = [
        &narrative.situation,
        &narrative.dissemination,
        &narrative.inspection,
        &narrative.strengths,
        &narrative.limits,
        &narrative.objective_causes,
        &narrative.subjective_causes,
        &narrative.lessons,
        &narrative.direction,
    ];
    let grouped = narrative
        .tasks
        .values()
        .chain(narrative.proposals.values())
        .chain(narrative.remarks.values());
    single.into_iter().chain(grouped).collect()
}

/// The sentences of a text that have a number. A thousands dot is no sentence end: pieces are joined again while they
/// break inside a number.
fn numbered(text: &Text) -> Vec<Sentence<'_>> {
    let lines = text.paragraphs().iter().map(|paragraph| paragraph.line.as_str());
    let mut whole: Vec<String> = Vec::new();
    for piece in lines.flat_map(|line| line.split_inclusive(['.', ';'])) {
        match whole.last_mut() {
            Some(last) if piece.starts_with(|c: char| c.is_ascii_digit()) => last.push_str(piece),
            _ => whole.push(piece.to_owned()),
        }
    }
    let numbered = |words: &String| words.contains(|c: char| c.is_ascii_digit());
    let sentence = |words: String| Sentence { text, folded: fold(&words), words };
    whole.into_iter().filter(numbered).map(sentence).collect()
}

fn contradiction(sentence: &Sentence<'_>, named: &Named<'_>) -> Option<Finding> {
    let unit = named.unit.split(' ').next().unwrap_or_default();
    let of_unit =
        |found: &regex::Captures<'_>| found[2].eq_ignore_ascii_case(unit) || found[2] == *unit;
    let mut numbers =
        AMOUNT.iter().flat_map(|amount| amount.captures_iter(&sentence.words)).filter(of_unit);
    let (first, more) = (numbers.next()?, numbers.next());
    if more.is_some() || named.printed.iter().any(|printed| *printed == first[1]) {
        return None;
    }
    let printed = named.printed.first()?;
    let message = format!("lời văn ghi {} cho «{}», số liệu là {printed}", &first[0], named.name);
    let finding = Finding::new(Code::ProseDiffers, message).about(named.id).value(&first[0]);
    let finding =
        finding.hint(format!("sửa thành {printed}, hoặc bỏ con số: chương trình tự in số này"));
    Some(match sentence.text.place_of(&first[0]) {
        Some(place) => finding.at(&place),
        None => finding,
    })
}

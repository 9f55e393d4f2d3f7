//! V14: a number in prose that names a figure or target must be the one the program prints. Only sentences with the
//! full name and a single number of its unit are judged, so that a finding is worth reading. Not for other numbers.

use std::sync::LazyLock;

use regex::Regex;

use crate::diagnostic::{Code, Finding};
use crate::model::returns::Narrative;
use crate::model::text::Text;
use crate::report::facts::facts;
use crate::report::figures::amount;
use crate::report::scene::Scene;
use crate::rollup::value::total;
use crate::vietnamese::nearest::fold;
use crate::vietnamese::number;

/// Shorter names (without accents and spaces) occur in too many sentences that mean something else.
const SHORTEST_NAME: usize = 12;

static AMOUNT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(\d+(?:\.\d{3})*(?:,\d+)?)\s*(%|\p{L}+)").ok());

/// A name in prose and the numbers that may stand beside it.
struct Named {
    id: String,
    name: String,
    folded: String,
    unit: String,
    printed: Vec<String>,
}

/// Checks every text of the scene's narrative.
#[must_use]
pub fn check(scene: &Scene<'_>) -> Vec<Finding> {
    let named = names(scene);
    let judged = |text: &Text| -> Vec<Finding> {
        let sentences = sentences(text);
        let about = |sentence: &String| {
            // A sentence is folded once, however many names there are.
            let folded = fold(sentence);
            let meant = named.iter().filter(move |name| folded.contains(&name.folded));
            meant.filter_map(|name| contradiction(sentence, text, name)).collect::<Vec<_>>()
        };
        let numbered = |sentence: &&String| sentence.contains(|c: char| c.is_ascii_digit());
        sentences.iter().filter(numbered).flat_map(about).collect()
    };
    texts(scene.narrative).into_iter().flat_map(judged).collect()
}

fn names(scene: &Scene<'_>) -> Vec<Named> {
    let figures = scene.plan.figures.iter().filter_map(|figure| {
        let value =
            |rows: &[_]| total(scene.plan, figure, rows).known().map(|sum| amount(sum, figure));
        let now = value(&scene.rows)?;
        let earlier = scene.earlier.iter().filter_map(|then| value(&then.rows));
        Some((
            figure.id.to_string(),
            &figure.name,
            figure.measure.to_string(),
            std::iter::once(now).chain(earlier).collect(),
        ))
    });
    let targets =
        scene.plan.targets.iter().filter(|target| target.unit.as_str() == "%").filter_map(
            |target| {
                let facts = facts(scene, target);
                let goals = target
                    .goals
                    .iter()
                    .flat_map(|goal| goal.test.marks())
                    .chain(target.road_map.values().copied());
                let goals = goals.map(|goal| number::decimal(goal, 2));
                let printed: Vec<String> =
                    std::iter::once(facts.shown?.text).chain(goals).collect();
                Some((target.id.to_string(), &target.name, "%".to_owned(), printed))
            },
        );
    let named = figures.chain(targets).map(
        |(id, name, unit, printed): (String, _, String, Vec<String>)| Named {
            id,
            name: name.to_string(),
            folded: fold(name.as_str()),
            unit,
            printed,
        },
    );
    named
        .filter(|named| named.folded.chars().count() >= SHORTEST_NAME && !named.unit.is_empty())
        .collect()
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

/// The sentences of a text. A thousands dot is no sentence end: pieces are joined again while they break inside a
/// number.
fn sentences(text: &Text) -> Vec<String> {
    let lines = text.paragraphs().iter().map(|paragraph| paragraph.line.as_str());
    let mut whole: Vec<String> = Vec::new();
    for piece in lines.flat_map(|line| line.split_inclusive(['.', ';'])) {
        match whole.last_mut() {
            Some(last) if piece.starts_with(|c: char| c.is_ascii_digit()) => last.push_str(piece),
            _ => whole.push(piece.to_owned()),
        }
    }
    whole
}

fn contradiction(sentence: &str, text: &Text, named: &Named) -> Option<Finding> {
    let unit = named.unit.split(' ').next().unwrap_or_default();
    let of_unit =
        |found: &regex::Captures<'_>| found[2].eq_ignore_ascii_case(unit) || found[2] == *unit;
    let mut numbers =
        AMOUNT.iter().flat_map(|amount| amount.captures_iter(sentence)).filter(of_unit);
    let (first, more) = (numbers.next()?, numbers.next());
    if more.is_some() || named.printed.iter().any(|printed| *printed == first[1]) {
        return None;
    }
    let printed = named.printed.first()?;
    let message = format!("lời văn ghi {} cho «{}», số liệu là {printed}", &first[0], named.name);
    let finding = Finding::new(Code::ProseDiffers, message).about(&named.id).value(&first[0]);
    let finding =
        finding.hint(format!("sửa thành {printed}, hoặc bỏ con số: chương trình tự in số này"));
    Some(match text.place_of(&first[0]) {
        Some(place) => finding.at(&place),
        None => finding,
    })
}

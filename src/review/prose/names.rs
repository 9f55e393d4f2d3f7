//! What figures and targets are called in prose: their names, the same without the counting word, short names, the last
//! words of a share's name, and abbreviations. Not for the numbers beside them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::tokens::{Token, TokenKind, tokens};
use crate::model::figure::{Figure, FigureKind};
use crate::model::id::Id;
use crate::model::plan::Plan;
use crate::model::target::{Measure, Target};
use crate::model::unit::Unit;

/// Fewer letters occur in too many sentences that mean something else.
const SHORTEST: usize = 10;
/// Fewer words do not tell a share from others by the end of its name.
const SHORTEST_TAIL: usize = 4;
/// Words a name may begin with that prose leaves out.
const COUNTING: [&[&str]; 5] =
    [&["tong", "so"], &["ty", "le"], &["ti", "le"], &["so", "luong"], &["so"]];

/// What a name is of.
#[derive(Debug, Clone, Copy)]
pub(super) enum FigureOrTarget<'p> {
    Figure(&'p Figure),
    Target(&'p Target),
}

impl<'p> FigureOrTarget<'p> {
    pub(super) fn id(self) -> &'p Id {
        match self {
            Self::Figure(figure) => &figure.id,
            Self::Target(target) => &target.id,
        }
    }

    pub(super) fn name(self) -> &'p str {
        match self {
            Self::Figure(figure) => figure.name.as_str(),
            Self::Target(target) => target.name.as_str(),
        }
    }

    /// What its number counts.
    pub(super) fn measure(self) -> &'p str {
        match self {
            Self::Figure(figure) => figure.measure.as_str(),
            Self::Target(target) => target.unit.as_str(),
        }
    }

    /// The path that prints it.
    pub(super) fn path(self) -> String {
        match self {
            Self::Figure(figure) => format!("so_lieu.{}", figure.id),
            Self::Target(target) => format!("chi_tieu.{}", target.id),
        }
    }

    /// Whether a number of a part of the year may stand beside it.
    pub(super) fn starts_anew(self) -> bool {
        matches!(self, Self::Figure(figure) if figure.kind == FigureKind::YearToDate)
    }
}

/// A way to call it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NameForm {
    /// Its words without accents.
    pub(super) words: Vec<String>,
    /// Whether it is only the end of the name, or a short name.
    pub(super) tail: bool,
}

/// A figure or target and what it may be called.
#[derive(Debug)]
pub(super) struct Named<'p> {
    pub(super) subject: FigureOrTarget<'p>,
    called: &'p Called,
}

impl<'p> Named<'p> {
    pub(super) fn forms(&self) -> &'p [NameForm] {
        &self.called.forms
    }

    /// What its figures count.
    pub(super) fn counted(&self) -> &'p [Vec<String>] {
        &self.called.counted
    }
}

/// What a figure or target may be called, and what its figures count.
#[derive(Debug)]
struct Called {
    forms: Vec<NameForm>,
    counted: Vec<Vec<String>>,
}

/// The words of the plans of a run, each found when the first report of its plan is reviewed.
#[derive(Debug, Default)]
pub struct Lexicons(BTreeMap<Id, OnceLock<Lexicon>>);

impl Lexicons {
    /// For these plans; nothing is worked out yet.
    #[must_use]
    pub fn for_plans<'p>(plans: impl Iterator<Item = &'p Plan>) -> Self {
        Self(plans.map(|plan| (plan.id.clone(), OnceLock::new())).collect())
    }

    /// The words of one of the plans.
    pub(crate) fn get(&self, plan: &Plan) -> &Lexicon {
        let words = self.0.get(&plan.id).expect("the plan of a report is one of its run");
        words.get_or_init(|| Lexicon::new(plan))
    }
}

/// What the figures and targets of a plan may be called in prose; the same for all its reports.
#[derive(Debug)]
pub struct Lexicon {
    /// In the plan's order.
    figures: Vec<Called>,
    /// In the plan's order.
    targets: Vec<Called>,
    /// What the figures count.
    pub(super) measures: Vec<Vec<String>>,
}

impl Lexicon {
    /// The words of a plan.
    #[must_use]
    pub(crate) fn new(plan: &Plan) -> Self {
        let shares: Vec<Vec<String>> =
            plan.targets.iter().map(|target| words(target.name.as_str())).collect();
        let measure = |figure: &Figure| words(figure.measure.as_str());
        let own = |id: &Id| plan.figure(id.as_str()).map(measure);
        let figure = |figure: &Figure| Called {
            forms: forms(FigureOrTarget::Figure(figure), &shares),
            counted: vec![measure(figure)],
        };
        let target = |target: &Target| Called {
            forms: forms(FigureOrTarget::Target(target), &shares),
            counted: target.measure.figures().filter_map(own).collect(),
        };
        Self {
            figures: plan.figures.iter().map(figure).collect(),
            targets: plan.targets.iter().map(target).collect(),
            measures: plan.figures.iter().map(measure).filter(|own| !own.is_empty()).collect(),
        }
    }

    /// Everything prose of a unit, or of the board, may name and the program prints.
    pub(super) fn names<'p>(&'p self, plan: &'p Plan, unit: Option<&Unit>) -> Vec<Named<'p>> {
        let counted = |figure: &Figure| {
            let number = !figure.kind.is_yes_no();
            number && unit.is_none_or(|unit| figure.is_owed_by(unit))
        };
        let shown = |target: &Target| {
            let counted = matches!(target.measure, Measure::Count { .. });
            target.measure != Measure::Words
                && unit.is_none_or(|unit| !counted && plan.is_shown_for(target, unit))
        };
        let figures = plan.figures.iter().zip(&self.figures).filter(|(figure, _)| counted(figure));
        let targets = plan.targets.iter().zip(&self.targets).filter(|(target, _)| shown(target));
        let figures = figures.map(|(figure, called)| (FigureOrTarget::Figure(figure), called));
        let all =
            figures.chain(targets.map(|(target, called)| (FigureOrTarget::Target(target), called)));
        let named = all.map(|(subject, called)| Named { subject, called });
        named.filter(|named| !named.forms().is_empty()).collect()
    }
}

fn forms(subject: FigureOrTarget<'_>, shares: &[Vec<String>]) -> Vec<NameForm> {
    let whole = words(subject.name());
    let mut all = vec![without_counting(&whole), whole.clone()];
    if let FigureOrTarget::Target(target) = subject {
        let short = words(target.short_name.as_str());
        all.extend([without_counting(&short), short]);
    }
    all.retain(|words| words.len() > 2 && words.iter().map(String::len).sum::<usize>() >= SHORTEST);
    all.sort();
    all.dedup();
    // A short name leaves out whom it speaks of, as the end of a name does.
    let full = without_counting(&whole);
    let form = |words: Vec<String>| NameForm { tail: words != whole && words != full, words };
    let mut forms: Vec<NameForm> = all.into_iter().map(form).collect();
    if subject.measure() == "%" {
        let tails = (1..whole.len().saturating_sub(SHORTEST_TAIL - 1)).map(|at| &whole[at..]);
        let alone =
            |tail: &&[String]| shares.iter().filter(|name| name.ends_with(tail)).count() == 1;
        let known = |tail: &&[String]| forms.iter().any(|form| form.words == *tail);
        let tails: Vec<NameForm> = tails
            .filter(|tail| alone(tail) && !known(tail))
            .map(|tail| NameForm { words: tail.to_vec(), tail: true })
            .collect();
        forms.extend(tails);
    }
    forms
}

fn without_counting(words: &[String]) -> Vec<String> {
    let begins = |start: &&&[&str]| {
        words.len() > start.len() && words.iter().zip(start.iter()).all(|(a, b)| a == b)
    };
    let start = COUNTING.iter().find(begins).map_or(0, |start| start.len());
    words[start..].to_vec()
}

/// The words of a name without accents; numbers are words of it.
pub(super) fn words(name: &str) -> Vec<String> {
    let own = tokens(name, 0).into_iter().filter(|token| !token.is_mark());
    own.map(|token| token.folded()).collect()
}

/// The words an abbreviation such as `BHYT` stands for, if the names have such words, and only one such.
pub(super) fn spelt_out(token: &Token<'_>, named: &[Named<'_>]) -> Option<Vec<String>> {
    let capitals = token.kind == TokenKind::Word && token.text.chars().all(char::is_uppercase);
    let folded = if capitals { token.folded() } else { return None };
    let length = folded.len();
    if length < 3 {
        return None;
    }
    let initial = |(word, letter): (&String, char)| word.starts_with(letter);
    let runs = named.iter().flat_map(Named::forms).flat_map(|form| form.words.windows(length));
    let mut meant: Vec<&[String]> =
        runs.filter(|run| run.iter().zip(folded.chars()).all(initial)).collect();
    meant.sort();
    meant.dedup();
    match meant[..] {
        [only] => Some(only.to_vec()),
        _ => None,
    }
}

//! V14: a number in prose that speaks of a figure or target must be one the program prints, and is better bound than
//! typed. In doubt a number speaks of something else, so that a finding is worth reading. Not for numbers that are bound
//! ([`super::bindings`]).

pub(crate) mod cues;
pub(crate) mod names;
pub(crate) mod sentence;
pub(crate) mod tokens;

use self::names::{FigureOrTarget, Named, words};
pub use self::names::{Lexicon, Lexicons};
use self::sentence::{Claim, Sentence};
use self::tokens::{number, sentences, tokens};
use crate::diagnostic::{Code, Finding};
use crate::model::date::PartialDate;
use crate::model::exact::Exact;
use crate::model::figure::Figure;
use crate::model::target::Target;
use crate::model::text::Text;
use crate::model::written_date::short;
use crate::report::context::ReportContext;
use crate::report::document::period_view;
use crate::report::due::Scope;
use crate::report::fact_table::FactTable;
use crate::report::views::table::ViewTable;
use crate::report::views::targets::TargetView;
use crate::source::Span;

/// Checks every text of the context's narrative; `lexicon` is what its plan's figures and targets are called.
#[must_use]
pub(crate) fn check(views: &ViewTable<'_>, lexicon: &Lexicon) -> Vec<Finding> {
    let context = &views.context;
    let numbered = |text: &&Text| {
        let mut lines = text.paragraphs().iter().map(|paragraph| paragraph.line.as_str());
        lines.any(|line| line.contains(|c: char| c.is_ascii_digit()))
    };
    let texts: Vec<&Text> = context.narrative.texts().filter(numbered).collect();
    if texts.is_empty() {
        return Vec::new();
    }
    let named = lexicon.names(context.plan(), context.scope().unit());
    let judge = ProseReview { views, named, counted: &lexicon.measures, ours: ours(context) };
    texts.into_iter().flat_map(|text| judge.text(text)).collect()
}

/// What the writer's own name, period and as-of date are called: words that lead away from nothing.
fn ours(context: &ReportContext<'_>) -> Vec<Vec<String>> {
    let period = period_view(context);
    let mut names = vec![period.ten, period.trich_yeu, context.plan().wording.area.to_string()];
    names.extend(context.as_of().map(|date| format!("ngày {}", short(PartialDate::from(date)))));
    if let Scope::Unit(unit) = context.scope() {
        names.push(unit.full_name());
    }
    names.iter().map(|name| words(name)).filter(|name| !name.is_empty()).collect()
}

struct ProseReview<'s, 'a> {
    views: &'s ViewTable<'a>,
    named: Vec<Named<'s>>,
    counted: &'s [Vec<String>],
    ours: Vec<Vec<String>>,
}

impl ProseReview<'_, '_> {
    fn text(&self, text: &Text) -> Vec<Finding> {
        let mut found = Vec::new();
        for (at, paragraph) in text.paragraphs().iter().enumerate() {
            for (start, words) in sentences(paragraph.line.as_str()) {
                if words.contains(|c: char| c.is_ascii_digit()) {
                    let tokens = tokens(words, start);
                    let read = Sentence::new(&tokens, &self.named, &self.ours, self.counted);
                    let claims = read.claims();
                    found.extend(claims.iter().filter_map(|claim| self.claim(claim, text, at)));
                }
            }
        }
        found
    }

    fn claim(&self, claim: &Claim<'_, '_>, text: &Text, paragraph: usize) -> Option<Finding> {
        let (subject, typed) = (claim.subject, claim.number);
        let value = typed.value()?;
        let printed = match subject {
            FigureOrTarget::Figure(figure) => printed_figure(&self.views.context.table, figure)?,
            FigureOrTarget::Target(target) => printed_target(self.views.target(target), target)?,
        };
        if printed.others.contains(&value) || number(&printed.now) == Some(value) {
            return None;
        }
        let unit = subject.measure();
        let gap = if unit == "%" { "" } else { " " };
        let (name, now) = (subject.name(), &printed.now);
        let written = format!("{}{gap}{unit}", typed.text);
        let message = format!("lời văn ghi {written} cho «{name}», số liệu là {now}");
        let hint = format!(
            "viết {{{{ {} }}}}{gap}{unit} thay con số để chương trình điền {now}; nếu lời văn đúng thì sửa số liệu",
            subject.path()
        );
        let finding = Finding::new(Code::ProseDiffers, message).about(subject.id()).value(written);
        let place = text.place_of_nth(typed.text, nth(text, paragraph, typed.start, typed.text));
        Some(finding.hint(hint).at_maybe(place).also_all(self.reported(subject), "số liệu"))
    }

    /// Where the figure itself stands, in a report of one unit.
    fn reported(&self, subject: FigureOrTarget<'_>) -> Option<&Span> {
        let context = &self.views.context;
        let read = context.scope().unit().and(context.rows().first()?.submitted)?;
        match subject {
            FigureOrTarget::Figure(figure) => Some(&read.figures.get(&figure.id)?.span),
            FigureOrTarget::Target(_) => None,
        }
    }
}

/// How often `words` stand in a text before a place in one of its paragraphs.
pub(in crate::review) fn nth(text: &Text, paragraph: usize, start: usize, words: &str) -> usize {
    let before = text.paragraphs()[..paragraph].iter();
    let whole: usize = before.map(|one| one.line.as_str().matches(words).count()).sum();
    whole + text.paragraphs()[paragraph].line.as_str()[..start].matches(words).count()
}

/// The number the program prints, and others that may stand beside the same name.
struct Printed {
    now: String,
    others: Vec<Exact>,
}

/// A figure now and in the periods compared with, and how far they are apart.
fn printed_figure(table: &FactTable<'_>, figure: &Figure) -> Option<Printed> {
    let now = table.total(figure).known()?;
    let before = table.earlier.iter().filter_map(|then| then.table.total(figure).known());
    let others = before.flat_map(|then| [then, if now < then { then - now } else { now - then }]);
    Some(Printed {
        now: table.figure_column(figure).write(now).in_sentence(),
        others: others.collect(),
    })
}

/// A target's value, goals and road map, its earlier values, how far they are apart, and the values of units.
fn printed_target(view: &TargetView, target: &Target) -> Option<Printed> {
    let goals = target.goals.iter().flat_map(|goal| goal.test.marks());
    let mut others: Vec<Exact> = goals.chain(target.road_map.values().copied()).collect();
    let distances = view.so_sanh.iter().flat_map(|one| [&one.so_truoc, &one.chenh]);
    let marks = [&view.dich, &view.lo_trinh].into_iter().flatten().map(|goal| &goal.chenh);
    others.extend(distances.chain(marks).flatten().filter_map(|text| number(text)));
    Some(Printed { now: view.so.clone()?, others })
}

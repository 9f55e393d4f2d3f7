//! V20: a text that was copied from the author's last report, or from another unit's of the same time. Not for figures
//! ([`crate::validate::copied_figures`]) and not for how near texts are ([`super::nearness`]).

use super::nearness::{Nearness, TextIndex, WordRuns};
use crate::diagnostic::{Code, Finding};
use crate::model::keyed_texts::{KeyedText, keyed, keyed_of_return};
use crate::model::period::Period;
use crate::model::returns::Return;
use crate::model::unit::Unit;
use crate::report::context::ReportContext;
use crate::report::due::{Job, Scope};

/// What the report's author copied from their last one; of a roll-up also what units copied from each other.
#[must_use]
pub(super) fn check(job: &Job<'_>, context: &ReportContext<'_>) -> Vec<Finding> {
    let mut found = from_before(job, context);
    if job.scope == Scope::Area {
        found.extend(among_units(context));
    }
    found
}

/// The texts of a period somebody wrote for.
type OfPeriod<'a> = (Period, Vec<KeyedText<'a>>);

fn from_before(job: &Job<'_>, context: &ReportContext<'_>) -> Vec<Finding> {
    let Some((period, then)) = before(job) else { return Vec::new() };
    let explained = own_return(context).filter(|_| job.phase.is_none());
    let now = explained.map_or_else(|| keyed(context.narrative), keyed_of_return);
    let copied = |one: &KeyedText<'_>| {
        let twin = then.iter().find(|twin| twin.key == one.key)?;
        let nearness = WordRuns::of(one.text)?.nearness(&WordRuns::of(twin.text)?)?;
        let of = format!("báo cáo kỳ {period}");
        let what_to_do = "viết lại theo tình hình kỳ này";
        Some(copy(one, twin, nearness, &of, what_to_do))
    };
    now.iter().filter_map(copied).collect()
}

/// What the author wrote last; before the end of a phase, for its last period.
fn before<'a>(job: &Job<'a>) -> Option<OfPeriod<'a>> {
    let until = if job.phase.is_some() { job.period.next() } else { job.period };
    match job.scope {
        Scope::Unit(unit) => {
            let returns = &job.dossier.series.get(&unit.id)?.returns;
            let last = returns.range(..until).rev().find_map(|(_, filed)| filed.good())?;
            Some((last.period, keyed_of_return(last)))
        }
        Scope::Area => {
            let last =
                job.dossier.boards.range(..until).rev().find_map(|(_, filed)| filed.good())?;
            Some((last.period, keyed(&last.narrative)))
        }
        Scope::Missing(_) => None,
    }
}

/// The return a unit's report is made from.
pub(super) fn own_return<'a>(context: &ReportContext<'a>) -> Option<&'a Return> {
    context.scope().unit().and(context.rows().first()?.submitted)
}

/// What units wrote as another did before them, in the plan's order.
fn among_units(context: &ReportContext<'_>) -> Vec<Finding> {
    let words = |row| Some((row, context.words_of(row)?));
    let written = context.rows().iter().filter_map(words);
    let texts =
        written.flat_map(|(row, words)| keyed(words).into_iter().map(move |one| (row, one)));
    let mut index = TextIndex::default();
    let (mut found, mut indexed) = (Vec::new(), Vec::<(&Unit, KeyedText<'_>)>::new());
    for (row, one) in texts {
        let Some(runs) = WordRuns::of(one.text) else { continue };
        let twin = index.add(runs, |at| indexed[at].0.id != row.unit.id);
        if let Some((at, nearness)) = twin {
            let (other, twin) = &indexed[at];
            let of = format!("«{}» của {} cùng kỳ", twin.key, other.full_name());
            found.push(copy(&one, twin, nearness, &of, "viết theo tình hình của đơn vị mình"));
        }
        indexed.push((row.unit, one));
    }
    found
}

fn copy(
    one: &KeyedText<'_>,
    twin: &KeyedText<'_>,
    nearness: Nearness,
    of: &str,
    what_to_do: &str,
) -> Finding {
    let how = match nearness {
        Nearness::Same => "giống hệt",
        Nearness::Near => "gần như chép lại",
    };
    let finding = Finding::new(Code::Copied, format!("lời văn «{}» {how} {of}", one.key));
    let finding = finding.at_maybe(one.text.place().cloned());
    finding.also_all(twin.text.place(), of).unless_acknowledged(&one.key, what_to_do)
}

//! V13: a roll-up dated before the reports it adds up, a document cited in a text after the report's date, a year in a text
//! that cannot be. Not for documents that are listed ([`super::documents`]).

use chrono::NaiveDate;

use super::documents::own_date;
use super::mentions::{TextSentence, sentences_of};
use super::prose::tokens::TokenKind;
use crate::diagnostic::{Code, Finding, Severity};
use crate::model::keyed_texts::{KeyedText, keyed};
use crate::model::limits::LIVED;
use crate::model::returns::Heading;
use crate::model::unit::Unit;
use crate::model::written_date::short;
use crate::report::context::ReportContext;
use crate::report::due::{Job, Scope};
use crate::source::Span;

/// So many tokens before its date a document's number is looked for.
const BEFORE_DATE: usize = 12;
/// So many digits have the years that are looked at.
const YEAR_DIGITS: usize = 4;
/// So many of the units whose reports are later are shown.
const SHOWN: usize = 3;

/// What is wrong with the dates of a report and of its texts.
#[must_use]
pub(super) fn check(job: &Job<'_>, context: &ReportContext<'_>) -> Vec<Finding> {
    if context.reminder.is_some() {
        return Vec::new();
    }
    let texts = keyed(context.narrative);
    let in_texts = texts.iter().flat_map(|one| {
        let found = sentences_of(one.text, may_name_a_year).flat_map(|sentence| {
            let years = impossible_years(one, &sentence);
            let cited = cited_later(context, one, &sentence);
            years.into_iter().chain(cited).collect::<Vec<_>>()
        });
        found.collect::<Vec<_>>()
    });
    before_its_parts(job, context).into_iter().chain(in_texts).collect()
}

/// Whether there are as many digits in a row as years have, without which there is no date here either.
fn may_name_a_year(sentence: &str) -> bool {
    sentence.as_bytes().windows(YEAR_DIGITS).any(|run| run.iter().all(u8::is_ascii_digit))
}

/// A roll-up that is dated before a report it adds up.
fn before_its_parts(job: &Job<'_>, context: &ReportContext<'_>) -> Option<Finding> {
    let own = context.date.filter(|_| context.scope() == Scope::Area)?;
    let dated = |(unit, heading): (_, &Heading)| Some((unit, date_of(job, unit, heading)?));
    let later: Vec<(&Unit, Dated)> =
        parts(context).filter_map(dated).filter(|(_, dated)| dated.date > own).collect();
    let (unit, Dated { date, .. }) = later.iter().max_by_key(|(_, dated)| dated.date)?;
    let others = match later.len() {
        1 => String::new(),
        more => format!(" và của {} đơn vị khác", more - 1),
    };
    let message = format!(
        "báo cáo tổng hợp ghi ngày {}, trước báo cáo của {} (ngày {}){others}",
        short(own.into()),
        unit.full_name(),
        short((*date).into())
    );
    let finding = Finding::new(Code::BadDate, message).severity(Severity::Warning);
    let finding = finding.at_maybe(own_date(context).cloned());
    let finding = later.iter().take(SHOWN).fold(finding, |finding, (unit, dated)| {
        finding.also_all(&dated.place, &format!("báo cáo của {}", unit.full_name()))
    });
    Some(
        finding.unless_acknowledged(
            &"van_ban",
            "sửa ngày báo cáo tổng hợp, hoặc ngày báo cáo của đơn vị",
        ),
    )
}

/// The date of a unit's report, and where it stands.
struct Dated {
    date: NaiveDate,
    place: Option<Span>,
}

/// The date a unit's report was issued on, else the one its file gives it.
fn date_of(job: &Job<'_>, unit: &Unit, heading: &Heading) -> Option<Dated> {
    let folder = job.phase.map_or_else(|| job.period.to_string(), |phase| phase.id.to_string());
    let report = format!("{}/{folder}/{}", job.dossier.plan.id, unit.id);
    let issued = job.dossier.issued.iter().find(|one| one.in_force && one.report == report);
    let issued = issued.map(|one| Dated { date: one.date, place: Some(one.span.clone()) });
    let typed = || Some(Dated { date: heading.date?, place: heading.document.clone() });
    issued.or_else(typed)
}

/// The units whose reports a roll-up adds up, with the heads of these.
fn parts<'c>(context: &'c ReportContext<'_>) -> impl Iterator<Item = (&'c Unit, &'c Heading)> {
    context.rows().iter().filter_map(|row| {
        let Some(closing) = context.closing else {
            return Some((row.unit, &row.submitted?.heading));
        };
        let series = closing.dossier.series.get(&row.unit.id)?;
        Some((row.unit, &series.closings.get(&closing.phase.id)?.good()?.heading))
    })
}

/// Years in a sentence that cannot be: `năm 1024`, `ngày 02/3/2204`.
fn impossible_years(one: &KeyedText<'_>, sentence: &TextSentence<'_>) -> Vec<Finding> {
    let dated = |at: usize| at >= 4 && sentence.date(at - 4).is_some();
    let named = |at: usize| at >= 1 && sentence.tokens[at - 1].lower == "năm";
    let year = |at: &usize| {
        let four = sentence.tokens[*at].text.len() == YEAR_DIGITS;
        let year = sentence.number(*at).filter(|_| four && (dated(*at) || named(*at)));
        year.and_then(|year| i32::try_from(year).ok()).is_some_and(|year| !LIVED.contains(&year))
    };
    let wrong = (0..sentence.tokens.len()).filter(year);
    let finding = |at: usize| {
        let (typed, place) = sentence.typed(at, at + 1);
        let message = format!("lời văn «{}» nhắc năm {typed}, năm không thể có", one.key);
        let finding = Finding::new(Code::BadDate, message).severity(Severity::Warning);
        finding.value(typed).at_maybe(place).unless_acknowledged(&one.key, "sửa năm")
    };
    wrong.map(finding).collect()
}

/// A document a sentence cites, `Công văn số 41-CV/HU, ngày 02/3/2024`, that is later than the report.
fn cited_later(
    context: &ReportContext<'_>,
    one: &KeyedText<'_>,
    sentence: &TextSentence<'_>,
) -> Vec<Finding> {
    let Some(own) = context.date else { return Vec::new() };
    let later = (0..sentence.tokens.len()).filter_map(|at| {
        let (day, month, year) = sentence.date(at)?;
        let year = i32::try_from(year).ok().filter(|year| LIVED.contains(year))?;
        let day = NaiveDate::from_ymd_opt(year, month, day).filter(|day| *day > own)?;
        Some((document_before(sentence, at)?, at, day))
    });
    let finding = |(from, at, day): (usize, usize, NaiveDate)| {
        let (typed, place) = sentence.typed(from, at + 5);
        let message = format!(
            "lời văn «{}» dẫn văn bản «{typed}», sau ngày báo cáo {}",
            one.key,
            short(own.into())
        );
        let finding = Finding::new(Code::BadDate, message).severity(Severity::Warning);
        let finding = finding.at_maybe(place).value(short(day.into()));
        let finding = finding.also_all(own_date(context), "ngày báo cáo");
        finding.unless_acknowledged(&one.key, "sửa ngày của văn bản, hoặc ngày báo cáo")
    };
    later.map(finding).collect()
}

/// Where `số 41-CV/HU` stands before a date, if the date is a document's.
fn document_before(sentence: &TextSentence<'_>, date: usize) -> Option<usize> {
    let dated = date >= 1 && sentence.tokens[date - 1].lower == "ngày";
    let from = date.saturating_sub(BEFORE_DATE);
    let numbered = |at: &usize| {
        let symbol = sentence.mark(at + 2, "-") || sentence.mark(at + 2, "/");
        let letters =
            sentence.tokens.get(at + 3).is_some_and(|token| token.kind == TokenKind::Word);
        sentence.tokens[*at].lower == "số" && sentence.number(at + 1).is_some() && symbol && letters
    };
    (from..date).rev().find(numbered).filter(|_| dated)
}

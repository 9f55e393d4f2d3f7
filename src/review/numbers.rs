//! V22: a number used twice for one body's documents of one type, in a term of its committee or, where the plan gives none, in a
//! year: its reports over periods and kinds, issued or numbered by hand, its letters, the documents it lists; and a later number
//! with an earlier date. Not for numbers that are left out, since not every document is known here.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::numbered::{Numbered, Origin, Series, first_year};
use crate::diagnostic::{Code, Finding};
use crate::kinds::audience::Audience;
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::Due;
use crate::model::returns::{Heading, Narrative};
use crate::model::stamp::numbered;
use crate::model::written_date::short;
use crate::report::document::{area_issuer, put_unit, symbol, unit_issuer};
use crate::report::due::{Job, Scope};
use crate::source::Span;

/// The numbers in the report's file that were used before, in it or an earlier one.
#[must_use]
pub(super) fn check(job: &Job<'_>) -> Vec<Finding> {
    let mut used: BTreeMap<Series, Vec<Numbered<'_>>> = BTreeMap::new();
    let name = job.name();
    let issued = job.dossier.issued.iter().filter(|one| one.is_of(job.scope.name()));
    for one in issued.filter(|one| one.report != name).map(Numbered::issued) {
        used.entry(one.series.clone()).or_default().push(one);
    }
    let mut found = Vec::new();
    for file in files(job) {
        for one in file.numbered(job) {
            let before = used.entry(one.series.clone()).or_default();
            let other = before.iter().find(|other| !one.same_document(other));
            if let Some(other) = other.filter(|_| file.is_of(job)) {
                found.push(twice(&one, other));
            }
            before.push(one);
        }
    }
    found.extend(out_of_order(&used, &own_spans(job)));
    found.extend(
        files(job).iter().filter(|file| file.is_of(job)).filter_map(|file| file.other(job)),
    );
    found
}

/// Where numbers stand in the report's own file.
fn own_spans(job: &Job<'_>) -> Vec<Span> {
    let own = files(job).into_iter().filter(|file| file.is_of(job));
    let numbered = own.flat_map(|file| file.numbered(job));
    numbered.filter(|one| one.origin == Origin::Made).map(|one| one.span.clone()).collect()
}

/// Reports made here whose number and date do not follow those of another report of the series.
fn out_of_order(used: &BTreeMap<Series, Vec<Numbered<'_>>>, own: &[Span]) -> Vec<Finding> {
    let all = || used.values().flatten().filter(|one| one.origin == Origin::Made);
    let against = |one: &Numbered<'_>, other: &Numbered<'_>| {
        let (number, then) = (one.series.2, other.series.2);
        let same = (&one.series.0, one.series.1) == (&other.series.0, other.series.1);
        let dates = one.date.zip(other.date);
        same && dates.is_some_and(|(day, before)| {
            (then < number && before > day) || (then > number && before < day)
        })
    };
    let made = all().filter(|one| own.contains(one.span));
    let told =
        made.filter_map(|one| Some(disordered(one, all().find(|other| against(one, other))?)));
    told.collect()
}

/// A file with numbers: a return, the board's text, or what one of them wrote at the end of a phase.
struct NumberedFile<'a> {
    heading: &'a Heading,
    narrative: &'a Narrative,
    period: Period,
    phase: Option<&'a Due>,
}

/// The author's files until the report's own, in order.
fn files<'a>(job: &Job<'a>) -> Vec<NumberedFile<'a>> {
    let (dossier, periods) = (job.dossier, ..=job.period);
    let (mut files, closings): (Vec<_>, _) = match job.scope {
        Scope::Unit(unit) => {
            let Some(series) = dossier.series.get(&unit.id) else { return Vec::new() };
            let good = series.returns.range(periods).filter_map(|(_, filed)| filed.good());
            let files = good.map(|one| (&one.heading, &one.narrative, one.period, None));
            (files.collect(), &series.closings)
        }
        Scope::Area => {
            let good = dossier.boards.range(periods).filter_map(|(_, filed)| filed.good());
            let files = good.map(|one| (&one.heading, &one.narrative, one.period, None));
            (files.collect(), &*dossier.closings)
        }
        Scope::Missing(_) => return Vec::new(),
    };
    let until = |to: Period| to < job.period || (to == job.period && job.phase.is_some());
    let phases = dossier.plan.phases.iter().filter(|phase| until(phase.to));
    files.extend(phases.filter_map(|phase| {
        let one = closings.get(&phase.id)?.good()?;
        Some((&one.heading, &one.narrative, phase.to, Some(&phase.due)))
    }));
    files.sort_by_key(|(_, _, period, phase)| (*period, phase.is_some()));
    let file =
        |(heading, narrative, period, phase)| NumberedFile { heading, narrative, period, phase };
    files.into_iter().map(file).collect()
}

impl<'a> NumberedFile<'a> {
    fn is_of(&self, job: &Job<'_>) -> bool {
        let phase = job.phase.map(|phase| &phase.due);
        self.period == job.period && self.phase == phase
    }

    fn numbered(&self, job: &Job<'a>) -> Vec<Numbered<'a>> {
        let heading = self.heading;
        let plain = self.kinds(job).into_iter().filter(|kind| heading.other(kind).is_none());
        let stamp = job.stamp.filter(|_| self.is_of(job));
        let own = plain.filter_map(|kind| {
            let given = stamp.and_then(|stamp| stamp.number);
            let span = heading.document.as_ref().or(given.map(|_| &heading.as_of.span))?;
            let date = stamp.and_then(|stamp| stamp.date).or(heading.date);
            self.made(job, kind, (given.or(heading.number)?, date), (span, "van_ban"))
        });
        let others = heading.others.iter().filter_map(|other| {
            let place = (&other.span, "van_ban_khac");
            self.made(job, &other.kind, (other.number?, other.date), place)
        });
        let listed = self.narrative.documents.iter().filter_map(|one| Numbered::listed(one, job));
        own.chain(others).chain(listed).collect()
    }

    /// A number or date in the file that is not the one the report was issued under.
    fn other(&self, job: &Job<'_>) -> Option<Finding> {
        let (stamp, place) = (job.stamp?, self.heading.document.as_ref()?);
        let (number, date) = (stamp.number?, stamp.date?);
        let same = self.heading.number.is_none_or(|typed| typed == number)
            && self.heading.date.is_none_or(|typed| typed == date);
        (!same && self.heading.other(&job.due.kind).is_none()).then(|| {
            let message = format!(
                "«van_ban» không đúng như sổ đăng ký: báo cáo này đã ban hành số {number:02}, ngày {}",
                short(date.into())
            );
            Finding::new(Code::WronglyListed, message).at(place).about(&"van_ban").hint(
                "bỏ dòng «van_ban», hoặc ghi đúng số và ngày đã ban hành",
            )
        })
    }

    /// The kinds of report that are made from the file.
    fn kinds(&self, job: &Job<'a>) -> Vec<&'a Id> {
        if let Some(due) = self.phase {
            return vec![&due.kind];
        }
        let audience = match job.scope {
            Scope::Unit(_) => Audience::Filed,
            Scope::Area | Scope::Missing(_) => Audience::Area,
        };
        let quarter = self.period.quarter();
        let calendar = job.dossier.plan.calendar.iter().filter(|due| due.quarter == quarter);
        let kinds = calendar.map(|due| &due.kind);
        kinds.filter(|kind| job.kinds.audience(kind).contains(&audience)).collect()
    }

    /// A document that is made here.
    fn made(
        &self,
        job: &Job<'a>,
        kind: &Id,
        (number, date): (u32, Option<NaiveDate>),
        (span, about): (&'a Span, &str),
    ) -> Option<Numbered<'a>> {
        let (plan, day) = (&job.dossier.plan, date.unwrap_or_else(|| self.period.last_day()));
        let (issuer, given) = match job.scope {
            Scope::Unit(unit) => {
                let issuer = unit_issuer(plan, kind, day)?;
                (issuer, put_unit(&issuer.symbol.value, unit))
            }
            Scope::Area | Scope::Missing(_) => {
                let issuer = area_issuer(plan, kind, day)?;
                (issuer, issuer.symbol.value.to_string())
            }
        };
        let symbol = symbol(job.kinds.get(kind)?, issuer, &given);
        let shown = numbered(number, &symbol);
        let series = (symbol.to_uppercase(), first_year(issuer, day), number);
        Some(Numbered { series, date, origin: Origin::Made, span, shown, about: about.to_owned() })
    }
}

fn disordered(one: &Numbered<'_>, other: &Numbered<'_>) -> Finding {
    let day = |date: Option<NaiveDate>| date.map_or_else(String::new, |date| short(date.into()));
    let message = format!(
        "số {} ngày {} không theo thứ tự với số {} ngày {}",
        one.shown,
        day(one.date),
        other.shown,
        day(other.date)
    );
    let finding =
        Finding::new(Code::WronglyListed, message).at(one.span).also(other.span, "số kia ở đây");
    finding.value(one.shown.as_str()).unless_acknowledged(
        &one.about,
        "số sau không ghi ngày trước số trước: xem lại sổ văn bản, sửa số hoặc ngày",
    )
}

fn twice(one: &Numbered<'_>, other: &Numbered<'_>) -> Finding {
    let of = other.date.map_or(String::new(), |date| format!(" ngày {}", short(date.into())));
    let message = format!("số {} đã dùng cho một văn bản khác{of}", one.shown);
    let finding = Finding::new(Code::WronglyListed, message).at(one.span).first_at(other.span);
    finding.value(one.shown.as_str()).unless_acknowledged(&one.about, "mỗi số chỉ dùng một lần trong nhiệm kỳ (chưa khai nhiem_ky thì trong năm) cho một loại văn bản: xem lại sổ văn bản, sửa số hoặc ngày")
}

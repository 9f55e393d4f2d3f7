//! V22: a number used twice for one body's documents of one type, in a term of its committee or, where the plan gives none, in a
//! year: its reports over periods and kinds, issued or numbered by hand, its letters, the documents it lists; and a later number
//! with an earlier date. Not for numbers that are left out, since not every document is known here.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::diagnostic::{Code, Finding};
use crate::kinds::audience::Audience;
use crate::model::id::Id;
use crate::model::issuing::Issuer;
use crate::model::period::Period;
use crate::model::plan::{Document, Due};
use crate::model::returns::{Heading, Narrative};
use crate::model::stamp::{IssuedDocument, numbered};
use crate::model::text::Line;
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

/// What a number is unique in: symbol with the body, if another's, the term or year, and the number.
type Series = (String, i32, u32);

/// What stands for the time within which numbers run on: the first year of the issuer's term, else the year.
fn first_year(issuer: &Issuer, day: NaiveDate) -> i32 {
    let term = issuer.term.as_ref().and_then(|term| term.value.as_str().get(..4)?.parse().ok());
    term.unwrap_or_else(|| day.year())
}

/// The same for a document that is listed, by the issuer whose symbol it bears.
fn listed_year(job: &Job<'_>, symbol: &str, day: NaiveDate) -> i32 {
    let plan = &job.dossier.plan;
    let issuers = match job.scope {
        Scope::Unit(_) => &plan.unit_issuers,
        Scope::Area | Scope::Missing(_) => &plan.area_issuers,
    };
    let body = |symbol: &str| symbol.rsplit_once('/').map(|(_, body)| body.to_uppercase());
    let own = |one: &&Issuer| {
        one.validity.contains(day) && body(one.symbol.value.as_str()) == body(symbol)
    };
    issuers.iter().rev().find(own).map_or_else(|| day.year(), |issuer| first_year(issuer, day))
}

/// Where a document is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin<'a> {
    /// It is made here.
    Made,
    /// It is listed, with this subject.
    Listed(Option<&'a Line>),
}

/// A document with a number.
struct Numbered<'a> {
    series: Series,
    date: Option<NaiveDate>,
    origin: Origin<'a>,
    span: &'a Span,
    /// The number with its symbol.
    shown: String,
    about: String,
}

impl<'a> Numbered<'a> {
    /// A document that was issued under a number of the register.
    fn issued(document: &'a IssuedDocument) -> Self {
        let shown = numbered(document.number, &document.symbol);
        Self {
            series: (document.symbol.to_uppercase(), document.term, document.number),
            date: Some(document.date),
            origin: Origin::Made,
            span: &document.span,
            about: shown.clone(),
            shown,
        }
    }

    /// A document that is listed, if its date is known.
    fn listed(document: &'a Document, job: &Job<'_>) -> Option<Self> {
        let shown = document.number.as_ref()?.to_string();
        let digits = shown.find(|c: char| !c.is_ascii_digit())?;
        let (number, symbol) = (shown[..digits].parse().ok()?, shown[digits..].to_uppercase());
        let symbol = symbol.trim_start_matches(['-', '/', ' ']);
        let body = document.body.as_ref().map_or("", |body| body.as_str());
        let date = document.date?;
        let date = NaiveDate::from_ymd_opt(date.year, date.month, date.day?)?;
        Some(Self {
            series: (format!("{symbol}{body}"), listed_year(job, symbol, date), number),
            date: Some(date),
            origin: Origin::Listed(document.subject.as_ref()),
            span: &document.span,
            about: shown.clone(),
            shown,
        })
    }

    /// Whether this may be the same document once more, as a letter that is also listed.
    fn same_document(&self, other: &Self) -> bool {
        let subjects = match (self.origin, other.origin) {
            (Origin::Made, Origin::Made) => return false,
            (Origin::Listed(own), Origin::Listed(then)) => Some((own, then)),
            _ => None,
        };
        let (Some(own), Some(then)) = (self.date, other.date) else { return true };
        // Another file may word the subject otherwise.
        let one_list = self.span.file() == other.span.file();
        own == then && subjects.is_none_or(|(own, then)| own == then || !one_list)
    }
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

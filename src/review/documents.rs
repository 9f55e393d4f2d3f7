//! Documents a report lists as issued in its time (V22) or cites (V13): their dates against the report's, their symbols
//! against its issuer's. Not for how often a number is used ([`super::numbers`]).

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::diagnostic::{Code, Finding, Severity};
use crate::model::plan::Document;
use crate::model::text::Line;
use crate::model::written_date::short;
use crate::report::context::ReportContext;
use crate::report::document::put_unit;
use crate::report::due::{Job, Scope};
use crate::source::Span;

/// What is wrong with the documents a report lists and cites.
#[must_use]
pub(super) fn check(job: &Job<'_>, context: &ReportContext<'_>) -> Vec<Finding> {
    if context.heading.is_none() || context.reminder.is_some() {
        return Vec::new();
    }
    let times = ReportTimes { from: first_day(job, context), context };
    let symbols = symbols(context);
    let listed = context.narrative.documents.iter();
    let listed = listed.flat_map(|document| {
        [times.listed(document), foreign(document, &symbols)].into_iter().flatten()
    });
    let cited = context.plan().documents.iter().filter_map(|document| times.cited(document));
    listed.chain(cited).collect()
}

/// The days a report speaks of, and its own.
struct ReportTimes<'c, 'a> {
    from: NaiveDate,
    context: &'c ReportContext<'a>,
}

impl ReportTimes<'_, '_> {
    /// A document that cannot have been issued in the report's time.
    fn listed(&self, document: &Document) -> Option<Finding> {
        let date = document.date?;
        let day = NaiveDate::from_ymd_opt(date.year, date.month, date.day?)?;
        self.after_report(document, day).or_else(|| self.outside(document, day))
    }

    fn outside(&self, document: &Document, day: NaiveDate) -> Option<Finding> {
        let to = self.context.period().last_day();
        let within = (self.from..=to).contains(&day);
        (!within).then(|| {
            let message = format!(
                "{} ghi ngày {}, ngoài thời gian của báo cáo (từ {} đến {})",
                called(document),
                short(day.into()),
                short(self.from.into()),
                short(to.into())
            );
            let finding = Finding::new(Code::WronglyListed, message).at(&document.span);
            let what_to_do = "sửa «ngay»; văn bản của kỳ khác thì nêu ở báo cáo kỳ ấy";
            finding.unless_acknowledged(&about(document), what_to_do)
        })
    }

    fn after_report(&self, document: &Document, day: NaiveDate) -> Option<Finding> {
        let own = self.context.date.filter(|own| day > *own)?;
        let message = format!(
            "{} ghi ngày {}, sau ngày báo cáo {}",
            called(document),
            short(day.into()),
            short(own.into())
        );
        let finding = Finding::new(Code::BadDate, message).severity(Severity::Warning);
        let finding = finding.at(&document.span).also_all(self.own_date(), "ngày báo cáo");
        Some(
            finding
                .unless_acknowledged(&about(document), "sửa ngày của văn bản, hoặc ngày báo cáo"),
        )
    }

    /// A document of the plan that was not there yet.
    fn cited(&self, document: &Document) -> Option<Finding> {
        let date = document.date?;
        let day = NaiveDate::from_ymd_opt(date.year, date.month, date.day?)?;
        let Finding { message, .. } = self.after_report(document, day)?;
        let finding = Finding::new(Code::BadDate, format!("căn cứ của kế hoạch: {message}"));
        let finding = finding.severity(Severity::Warning).at_maybe(self.own_date().cloned());
        let finding = finding.also(&document.span, "văn bản căn cứ");
        Some(finding.unless_acknowledged(
            &about(document),
            "sửa ngày báo cáo, hoặc ngày ở «can_cu» của kế hoạch",
        ))
    }

    fn own_date(&self) -> Option<&Span> {
        own_date(self.context)
    }
}

/// Where the report's date stands.
#[must_use]
pub(super) fn own_date<'a>(context: &ReportContext<'a>) -> Option<&'a Span> {
    let heading = context.heading?;
    let other = heading.other(&context.kind.id).map(|other| &other.span);
    other.or(heading.document.as_ref())
}

/// The first day of what a report lists: of its phase; of the year, if it is about the year so far; else the day after the
/// last report's figures, since nothing later could stand in that.
fn first_day(job: &Job<'_>, context: &ReportContext<'_>) -> NaiveDate {
    if let Some(phase) = job.phase {
        return phase.from.first_day();
    }
    let period = context.period();
    let since_january = context.kind.period.since_january;
    let year = NaiveDate::from_ymd_opt(period.first_day().year(), 1, 1);
    let own = year.filter(|_| since_january).unwrap_or_else(|| period.first_day());
    let behind_last = last_as_of(job).and_then(|last| last.succ_opt());
    behind_last.map_or(own, |day| own.min(day))
}

/// The as-of date of the author's last report.
fn last_as_of(job: &Job<'_>) -> Option<NaiveDate> {
    let until = ..job.period;
    let heading = match job.scope {
        Scope::Unit(unit) => {
            let returns = &job.dossier.series.get(&unit.id)?.returns;
            &returns.range(until).rev().find_map(|(_, filed)| filed.good())?.heading
        }
        Scope::Area | Scope::Missing(_) => {
            let boards = job.dossier.boards.range(until).rev();
            &boards.into_iter().find_map(|(_, filed)| filed.good())?.heading
        }
    };
    Some(heading.as_of.value)
}

/// The symbols of the report's issuers, each with its body's part: `ĐU` of `BC/ĐU`.
fn symbols(context: &ReportContext<'_>) -> Vec<String> {
    let plan = context.plan();
    let put = |line: &Line| match context.scope() {
        Scope::Unit(unit) => put_unit(line, unit),
        Scope::Area | Scope::Missing(_) => line.to_string(),
    };
    let issuers = match context.scope() {
        Scope::Unit(_) => &plan.unit_issuers,
        Scope::Area | Scope::Missing(_) => &plan.area_issuers,
    };
    let mut all: Vec<String> = issuers
        .iter()
        .filter_map(|one| body_of(&put(&one.symbol.value)).map(str::to_owned))
        .collect();
    let mut seen = BTreeSet::new();
    all.retain(|symbol| seen.insert(symbol.clone()));
    all
}

fn body_of(symbol: &str) -> Option<&str> {
    symbol.rsplit_once('/').map(|(_, body)| body.trim())
}

/// A document that is listed as the issuer's own and bears another body's symbol.
fn foreign(document: &Document, symbols: &[String]) -> Option<Finding> {
    let number = document.number.as_ref().filter(|_| document.body.is_none())?;
    let body = body_of(number.as_str())?;
    let own = symbols.iter().any(|own| own.to_uppercase() == body.to_uppercase());
    (!own && !symbols.is_empty()).then(|| {
        let known: Vec<String> = symbols.iter().map(|own| format!("…/{own}")).collect();
        let message = format!(
            "{} nêu là văn bản của cơ quan báo cáo, mà ký hiệu không phải {}",
            called(document),
            known.join(", ")
        );
        let finding = Finding::new(Code::WronglyListed, message).at(&document.span).value(body);
        let what_to_do = "văn bản của cơ quan khác thì ghi thêm co_quan; gõ nhầm thì sửa «so»";
        finding.unless_acknowledged(&about(document), what_to_do)
    })
}

/// What a finding calls a document: `Công văn số 41-CV/ĐU`.
fn called(document: &Document) -> String {
    let number = document.number.as_ref().map_or(String::new(), |number| format!(" số {number}"));
    format!("{}{number}", document.kind)
}

/// What the data can acknowledge it by.
fn about(document: &Document) -> &str {
    document.number.as_ref().unwrap_or(&document.kind).as_str()
}

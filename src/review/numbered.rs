//! A document with a number, as it is known from the register, from a file or from a list, and the series its number is unique in. Not for
//! holding numbers against each other ([`super::numbers`]).

use chrono::{Datelike, NaiveDate};

use crate::model::issuing::Issuer;
use crate::model::plan::Document;
use crate::model::stamp::{IssuedDocument, numbered};
use crate::model::text::Line;
use crate::report::due::{Job, Scope};
use crate::source::Span;

/// What a number is unique in: symbol with the body, if another's, the term or year, and the number.
pub(super) type Series = (String, i32, u32);

/// What stands for the time within which numbers run on: the first year of the issuer's term, else the year.
pub(super) fn first_year(issuer: &Issuer, day: NaiveDate) -> i32 {
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
pub(super) enum Origin<'a> {
    /// It is made here.
    Made,
    /// It is listed, with this subject.
    Listed(Option<&'a Line>),
}

/// A document with a number.
pub(super) struct Numbered<'a> {
    pub(super) series: Series,
    pub(super) date: Option<NaiveDate>,
    pub(super) origin: Origin<'a>,
    pub(super) span: &'a Span,
    /// The number with its symbol.
    pub(super) shown: String,
    /// What a confirmation names it by.
    pub(super) about: String,
}

impl<'a> Numbered<'a> {
    /// A document that was issued under a number of the register.
    pub(super) fn issued(document: &'a IssuedDocument) -> Self {
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
    pub(super) fn listed(document: &'a Document, job: &Job<'_>) -> Option<Self> {
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
    pub(super) fn same_document(&self, other: &Self) -> bool {
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

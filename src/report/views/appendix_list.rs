//! The appendices a report has, numbered. Not for what is in them: each has a template.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::kinds::appendix_rule::{AppendixRule, Landscape};
use crate::kinds::audience::Audience;
use crate::report::context::ReportContext;
use crate::report::due::Scope;

/// An appendix as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct AppendixEntry {
    /// Its id, the name of its template: `theo-don-vi`.
    pub(crate) ma: String,
    /// The same as a key of the phrase bank: `theo_don_vi`.
    pub(crate) khoa: String,
    /// Its number, from 1; none where it is the only one.
    pub(crate) so: Option<usize>,
    /// Whether its pages are landscape.
    pub(crate) ngang: bool,
}

/// Numbers by key, as sentences ask for them.
pub(crate) type AppendixNumbers = BTreeMap<String, Option<usize>>;

/// The appendices of a context's report, in the order of the manifest. Those that would be `empty` are left out.
#[must_use]
pub(crate) fn appendix_list(
    context: &ReportContext<'_>,
    empty: &[(&str, bool)],
    many_years: bool,
) -> Vec<AppendixEntry> {
    let reader = match context.scope() {
        Scope::Unit(_) => Audience::Filed,
        Scope::Area => Audience::Area,
        Scope::Missing(_) => Audience::Missing,
    };
    let is_there = |rule: &&AppendixRule| {
        rule.audience.contains(&reader) && !empty.contains(&(rule.id.as_str(), true))
    };
    let rules = context.kind.layout.appendices.iter().filter(is_there);
    let rules: Vec<&AppendixRule> = rules.collect();
    let numbered = rules.len() > 1;
    let entry = |(at, rule): (usize, &&AppendixRule)| AppendixEntry {
        ma: rule.id.clone(),
        khoa: rule.id.replace('-', "_"),
        so: numbered.then_some(at + 1),
        ngang: match rule.landscape {
            Landscape::Never => false,
            Landscape::Always => true,
            Landscape::RollUp => context.scope() == Scope::Area,
            Landscape::ManyYears => many_years,
        },
    };
    rules.iter().enumerate().map(entry).collect()
}

/// The numbers of these appendices by key.
#[must_use]
pub(crate) fn numbers(entries: &[AppendixEntry]) -> AppendixNumbers {
    entries.iter().map(|entry| (entry.khoa.clone(), entry.so)).collect()
}

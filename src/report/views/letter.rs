//! What a letter to a unit that handed nothing in speaks of: whom it goes to, what is owed, by when. Not for its words.

use chrono::NaiveDate;
use serde::Serialize;

use crate::model::date::PartialDate;
use crate::model::text::Line;
use crate::model::unit::{Rank, Unit};
use crate::model::written_date::short;
use crate::report::context::ReportContext;
use crate::report::document::{PeriodView, period_names, put_unit, unit_issuer};
use crate::report::pattern::fill;

/// A letter as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub struct LetterView {
    /// Whom it is addressed to.
    pub(crate) kinh_gui: Vec<String>,
    /// The body of the unit it is about.
    pub(crate) co_quan: Option<String>,
    /// Whether it owes figures alone, as a superior-level row does, which has no report of its own.
    pub(crate) chi_so_lieu: bool,
    /// What is owed.
    pub(crate) con_thieu: Vec<OwedView>,
    /// By when it is asked for now.
    pub(crate) han_moi: Option<String>,
    /// Which letter it is, from 1.
    pub(crate) lan: u8,
    /// By when the letter before asked for it.
    pub(crate) han_truoc: Option<String>,
    /// The number of the letter before.
    pub(crate) so_truoc: Option<u32>,
    /// Its date.
    pub(crate) ngay_truoc: Option<String>,
}

/// A report that is owed.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct OwedView {
    /// What the kind is called.
    pub(crate) ten: String,
    /// Its period.
    pub(crate) ky: PeriodView,
    /// By when it was due.
    pub(crate) han_nop: Option<String>,
}

/// The letter of a context; none if its kind is no letter.
#[must_use]
pub(crate) fn letter_view(context: &ReportContext<'_>) -> Option<LetterView> {
    let letter = context.kind.letter.as_ref()?;
    let body = context.scope().unit().map(|unit| body_of(context, unit));
    let values = [("co_quan", body.as_deref().unwrap_or_default())];
    let reminder = context.reminder.as_ref();
    let day = |date: NaiveDate| short(PartialDate::from(date));
    let before = reminder.and_then(|reminder| reminder.before.as_ref());
    let written = before.and_then(|before| before.written);
    let owed = reminder.into_iter().flat_map(|reminder| &reminder.owed);
    Some(LetterView {
        kinh_gui: letter.to.iter().map(|to: &Line| fill(to.as_str(), &values)).collect(),
        con_thieu: owed
            .map(|one| OwedView {
                ten: one.kind.name.to_string(),
                ky: period_names(one.kind, context.period(), None),
                han_nop: one.deadline.map(day),
            })
            .collect(),
        chi_so_lieu: context.scope().unit().is_some_and(|unit| unit.rank == Rank::Superior),
        han_moi: reminder.and_then(|reminder| reminder.until).map(day),
        lan: reminder.map_or(1, |reminder| reminder.time),
        han_truoc: before.and_then(|before| before.until).map(day),
        so_truoc: written.and_then(|one| one.number),
        ngay_truoc: written.and_then(|one| one.date).map(day),
        co_quan: body,
    })
}

/// The body that answers for a unit: who issues its reports, or a superior-level row itself.
fn body_of(context: &ReportContext<'_>, unit: &Unit) -> String {
    let kinds = context.reminder.iter().flat_map(|reminder| &reminder.owed);
    let kind = kinds.map(|owed| &owed.kind.id).next().unwrap_or(&context.kind.id);
    let issuer = unit_issuer(context.plan(), kind, context.reference());
    match issuer.filter(|_| unit.rank == Rank::Member) {
        Some(issuer) => put_unit(&issuer.letterhead(), unit),
        None => unit.full_name(),
    }
}

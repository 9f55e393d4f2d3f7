//! What a letter to a unit that handed nothing in speaks of: whom it goes to, what is owed, by when. Not for its words.

use chrono::NaiveDate;
use serde::Serialize;

use super::document::{PeriodView, period_names, put_unit, unit_issuer};
use super::due::{self, Job};
use super::pattern::fill;
use super::scene::Scene;
use crate::model::date::PartialDate;
use crate::model::text::Line;
use crate::model::unit::{Rank, Unit};
use crate::template::kind::Kind;
use crate::vietnamese::date::short;

/// A report a unit owes.
#[derive(Clone, Copy)]
pub struct Owed<'a> {
    /// Its kind.
    pub kind: &'a Kind,
    /// By when it was due.
    pub deadline: Option<NaiveDate>,
}

/// The reports the unit of `job` owes for its period.
#[must_use]
pub fn owed<'a>(job: &Job<'a>) -> Vec<Owed<'a>> {
    let all = due::owed(job.dossier, job.kinds, job.period).into_iter();
    all.filter_map(|due| {
        Some(Owed { kind: job.kinds.get(&due.kind)?, deadline: due.deadline_of(job.period) })
    })
    .collect()
}

/// A letter as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub struct LetterView {
    /// Whom it is addressed to.
    pub kinh_gui: Vec<String>,
    /// The body of the unit it is about.
    pub co_quan: Option<String>,
    /// What is owed.
    pub con_thieu: Vec<OwedView>,
    /// By when it is asked for now.
    pub han_moi: Option<String>,
}

/// A report that is owed.
#[derive(Debug, Clone, Serialize)]
pub struct OwedView {
    /// What the kind is called.
    pub ten: String,
    /// Its period.
    pub ky: PeriodView,
    /// By when it was due.
    pub han_nop: Option<String>,
}

/// The letter of a scene; none if its kind is no letter.
#[must_use]
pub fn letter_view(scene: &Scene<'_>) -> Option<LetterView> {
    let letter = scene.kind.letter.as_ref()?;
    let body = scene.scope.unit().map(|unit| body_of(scene, unit));
    let values = [("co_quan", body.as_deref().unwrap_or_default())];
    let reminder = scene.reminder.as_ref();
    let day = |date: NaiveDate| short(PartialDate::from(date));
    let owed = reminder.into_iter().flat_map(|reminder| &reminder.owed);
    Some(LetterView {
        kinh_gui: letter.to.iter().map(|to: &Line| fill(to.as_str(), &values)).collect(),
        con_thieu: owed
            .map(|one| OwedView {
                ten: one.kind.name.to_string(),
                ky: period_names(one.kind, scene.period, None),
                han_nop: one.deadline.map(day),
            })
            .collect(),
        han_moi: reminder.and_then(|reminder| reminder.until).map(day),
        co_quan: body,
    })
}

/// The body that answers for a unit: who issues its reports, or a superior-level row itself.
fn body_of(scene: &Scene<'_>, unit: &Unit) -> String {
    let kinds = scene.reminder.iter().flat_map(|reminder| &reminder.owed);
    let kind = kinds.map(|owed| &owed.kind.id).next().unwrap_or(&scene.kind.id);
    let issuer = unit_issuer(scene.plan, kind, scene.reference);
    match issuer.filter(|_| unit.rank == Rank::Member) {
        Some(issuer) => put_unit(&issuer.body, unit),
        None => unit.full_name(),
    }
}

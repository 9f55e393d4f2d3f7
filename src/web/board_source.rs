//! What boards are made of: the same look over the same files as `status` takes. Not for what a page makes of it
//! ([`super::board_view`]).

use super::page_error::PageError;
use super::site::Site;
use crate::disk::file_system::Local;
use crate::error::Error;
use crate::model::period::Period;
use crate::options::AskedPeriod;
use crate::pipeline::survey::survey;
use crate::pipeline::surveyed::{Survey, SurveyedPeriod};
use crate::status::period::period_meant;

/// Looks over a period, or the one that is due, of every dossier or of one.
///
/// # Errors
/// What stops the command `status`.
pub(super) fn surveyed(
    site: &Site,
    dossiers: &[&str],
    period: Option<Period>,
) -> Result<Survey, PageError> {
    let (asked, today) = (period.map(AskedPeriod::Whole), site.today());
    let options = site.options(dossiers);
    let chosen = |dossier: &_, kinds: &_| period_meant(asked, today, dossier, kinds);
    let surveyed = survey(&Local, &options, &chosen, &site.kept)?;
    if surveyed.periods.is_empty() && surveyed.refused.is_empty() {
        return Err(Error::NotDue(surveyed.absent.join("; ")).into());
    }
    Ok(surveyed)
}

/// The periods of a dossier that can be looked at, the newest first: those with returns, and the one that is seen.
pub(super) fn periods(seen: &SurveyedPeriod) -> Vec<Period> {
    let mut all = seen.dossier.periods.clone();
    all.insert(seen.period);
    all.into_iter().rev().filter(|one| seen.dossier.plan.base_year != Some(one.year())).collect()
}

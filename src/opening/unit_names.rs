//! The units a plan had before, known again by their names, and the kind a name begins with. Not for reading tables
//! ([`super::unit_table`]).

use std::collections::BTreeSet;

use super::plan_text::known_kinds;
use crate::import::names::without_office;
use crate::model::id::Id;
use crate::model::plan::Plan;
use crate::model::unit::{Rank, Unit};
use crate::vietnamese::nearest::{fold, nearest};

/// The units of the plan that is gone on from, if there is one.
#[derive(Default)]
pub(crate) struct OldUnits<'p> {
    plan: Option<&'p Plan>,
}

impl<'p> OldUnits<'p> {
    /// Those of this plan.
    #[must_use]
    pub(crate) fn of(plan: Option<&'p Plan>) -> Self {
        Self { plan }
    }

    /// The members.
    fn units(&self) -> impl Iterator<Item = &'p Unit> {
        let units = self.plan.map_or(&[][..], |plan| &plan.units);
        units.iter().filter(|unit| unit.rank == Rank::Member)
    }

    /// The unit of this name, with the dossier it is in; none if no name is like it.
    ///
    /// # Errors
    /// The name it only resembles, or that several units have.
    pub(crate) fn named(&self, name: &str) -> Result<Option<(&'p str, &'p Unit)>, String> {
        let Some(plan) = self.plan else { return Ok(None) };
        let typed = without_office(name).unwrap_or(name).to_lowercase();
        let full = |unit: &&Unit| unit.full_name().to_lowercase() == typed;
        let bare =
            |unit: &&Unit| unit.name.as_str().to_lowercase() == typed || unit.id.as_str() == typed;
        if let Some(unit) = self.units().find(full) {
            return Ok(Some((plan.id.as_str(), unit)));
        }
        let mut named = self.units().filter(bare);
        match (named.next(), named.next()) {
            (Some(unit), None) => return Ok(Some((plan.id.as_str(), unit))),
            (Some(one), Some(other)) => {
                return Err(format!("{}» hay «{}", one.full_name(), other.full_name()));
            }
            _ => {}
        }
        let known: Vec<String> =
            self.units().flat_map(|one| [one.full_name(), one.name.to_string()]).collect();
        let same = known.iter().find(|one| fold(one) == fold(&typed));
        // A slip in a long name; in a short one another name is as likely.
        let near = || {
            let near = nearest(&typed, known.iter().map(String::as_str))?;
            (fold(near).len() >= 6 && fold(near).len().abs_diff(fold(&typed).len()) <= 1)
                .then(|| near.to_owned())
        };
        same.cloned().or_else(near).map_or(Ok(None), Err)
    }

    /// The ids of rows of the superior level, which stay.
    #[must_use]
    pub(crate) fn superior(&self) -> BTreeSet<Id> {
        let units = self.plan.map_or(&[][..], |plan| &plan.units);
        let superior = units.iter().filter(|unit| unit.rank == Rank::Superior);
        superior.map(|unit| unit.id.clone()).collect()
    }

    /// What its members are: `xã`, `thị trấn`.
    #[must_use]
    pub(crate) fn kinds(&self) -> BTreeSet<String> {
        self.units().map(|unit| unit.kind.as_str().to_lowercase()).collect()
    }
}

/// A name parted into the kind it begins with and the rest, an office before it left out.
#[must_use]
pub(crate) fn parted(shown: &str, old: &OldUnits<'_>) -> Option<(String, String)> {
    let mut kinds: Vec<String> = old.kinds().into_iter().collect();
    kinds.extend(known_kinds().map(str::to_owned));
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.chars().count()));
    without_office(shown).into_iter().chain([shown]).find_map(|text| {
        kinds.iter().find_map(|kind| {
            let (before, after) = split(text, kind)?;
            Some((before.to_owned(), after.to_owned()))
        })
    })
}

/// A text behind words it begins with, whatever their case.
fn split<'t>(text: &'t str, words: &str) -> Option<(&'t str, &'t str)> {
    let text = text.trim();
    let end =
        text.char_indices().map(|(at, c)| at + c.len_utf8()).nth(words.chars().count() - 1)?;
    let (before, after) = text.split_at(end);
    let whole = before.to_lowercase() == words && after.starts_with(char::is_whitespace);
    (whole && !after.trim().is_empty()).then(|| (before, after.trim()))
}

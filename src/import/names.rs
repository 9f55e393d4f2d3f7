//! Recognises what a table calls units and figures: ids, or the plan's names whatever their accents, spaces and case.
//! Not for where in the table they stand ([`super::head`], [`super::rows`]).

use std::collections::BTreeMap;

use crate::model::figure::Figure;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::target::Target;
use crate::model::unit::Unit;
use crate::vietnamese::nearest::{fold, nearest};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column<'p> {
    /// Values of a figure.
    Figure(&'p Figure),
    /// Where a figure's values come from, in words.
    Source(&'p Figure),
    /// A target's values, which are computed and never taken from a table.
    Target(&'p Target),
}

/// The unit that a row's name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UnitMatch<'p> {
    /// A unit of the period.
    Unit(&'p Unit),
    /// A unit of the plan that does not exist in the period.
    Gone(&'p Unit),
    /// A name that several units share.
    Several,
}

/// What a plan calls its units, figures and targets.
pub(crate) struct PlanNames<'p> {
    plan: &'p Plan,
    period: Period,
    units: BTreeMap<String, Vec<&'p Unit>>,
    columns: BTreeMap<String, Column<'p>>,
    /// Units of measure, which a row of the head may name.
    measures: Vec<String>,
}

impl<'p> PlanNames<'p> {
    /// Gathers the names, for tables of this period.
    #[must_use]
    pub(crate) fn new(plan: &'p Plan, period: Period) -> Self {
        let mut units: BTreeMap<String, Vec<&Unit>> = BTreeMap::new();
        for (key, unit) in plan.units.iter().flat_map(|unit| keys(unit).map(move |key| (key, unit)))
        {
            let named = units.entry(key).or_default();
            if !named.contains(&unit) {
                named.push(unit);
            }
        }
        let measures = plan.figures.iter().map(|figure| fold(figure.measure.as_str())).collect();
        Self { plan, period, units, columns: columns(plan), measures }
    }

    /// The unit that a row of this name is about; none if the plan knows no such unit.
    #[must_use]
    pub(crate) fn unit(&self, text: &str) -> Option<UnitMatch<'p>> {
        let named = self.units.get(&fold(text))?;
        let last_day = self.period.last_day();
        let now: Vec<&&Unit> =
            named.iter().filter(|unit| unit.validity.contains(last_day)).collect();
        match (now.as_slice(), named.as_slice()) {
            ([unit], _) => Some(UnitMatch::Unit(unit)),
            ([], [unit]) => Some(UnitMatch::Gone(unit)),
            _ => Some(UnitMatch::Several),
        }
    }

    /// What a column of this heading holds; numbering before a name and its unit of measure after it do not matter.
    #[must_use]
    pub(crate) fn column(&self, heading: &str) -> Option<Column<'p>> {
        let folded = fold(heading);
        let unnumbered = folded.trim_start_matches(|c: char| c.is_ascii_digit());
        self.columns.get(&folded).or_else(|| self.columns.get(unnumbered)).copied()
    }

    /// Whether a text of the head names no column: numbering, a unit of measure.
    #[must_use]
    pub(crate) fn is_no_heading(&self, text: &str) -> bool {
        let folded = fold(text);
        folded.chars().filter(|c| c.is_alphabetic()).count() < 2 || self.measures.contains(&folded)
    }

    /// The figure whose name or id is nearest.
    #[must_use]
    pub(crate) fn nearest_figure(&self, text: &str) -> Option<&'p Figure> {
        let names = self.plan.figures.iter().map(|figure| figure.name.as_str());
        let by_name = nearest(text, names.clone())
            .or_else(|| names.clone().find(|name| shortens(text, name)));
        let of_name = |name| self.plan.figures.iter().find(|figure| figure.name.as_str() == name);
        by_name.and_then(of_name).or_else(|| {
            let id = nearest(text, self.plan.figures.iter().map(|figure| figure.id.as_str()))?;
            self.plan.figure(id)
        })
    }

    /// The unit whose name or id is nearest.
    #[must_use]
    pub(crate) fn nearest_unit(&self, text: &str) -> Option<&'p Unit> {
        let key = nearest(text, self.units.keys().map(String::as_str))?;
        self.units.get(key)?.first().copied()
    }
}

/// What a unit may be called: `dung-kno`, `xã Đưng K'Nớ`, `Đưng K'Nớ`, `X. Đưng K'Nớ`. Not with another level's word:
/// a township and a commune may share a name.
fn keys(unit: &Unit) -> impl Iterator<Item = String> {
    let name = fold(unit.name.as_str());
    let initials: String = unit
        .kind
        .as_str()
        .split_whitespace()
        .filter_map(|word| fold(word).chars().next())
        .collect();
    // A bare number is a row's number rather than a unit called «1».
    let bare = name.chars().any(char::is_alphabetic).then(|| name.clone());
    [fold(unit.id.as_str()), fold(&unit.full_name()), format!("{initials}{name}")]
        .into_iter()
        .chain(bare)
}

/// Whether `text` is `name` with some of its words shortened to their initials: «Số người có BHYT».
fn shortens(text: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect()
    };
    let (short, long) = (words(text), words(name));
    let mut rest = long.as_slice();
    for word in &short {
        let letters = word.chars().count();
        let initials: String =
            rest.iter().take(letters).filter_map(|word| word.chars().next()).collect();
        rest = match rest {
            [first, after @ ..] if first == word => after,
            _ if letters > 1 && initials == *word => &rest[letters..],
            _ => return false,
        };
    }
    rest.is_empty() && !short.is_empty()
}

fn columns(plan: &Plan) -> BTreeMap<String, Column<'_>> {
    let mut columns = BTreeMap::new();
    for target in &plan.targets {
        for name in [target.name.as_str(), target.short_name.as_str(), target.id.as_str()] {
            columns.insert(fold(name), Column::Target(target));
        }
    }
    // Figures win over targets of the same name.
    for figure in &plan.figures {
        let (name, id, measure) =
            (fold(figure.name.as_str()), fold(figure.id.as_str()), fold(figure.measure.as_str()));
        for key in [&name, &id] {
            columns.insert(key.clone(), Column::Figure(figure));
            columns.insert(format!("{key}{measure}"), Column::Figure(figure));
            columns.insert(format!("{key}nguon"), Column::Source(figure));
            columns.insert(format!("nguon{key}"), Column::Source(figure));
            columns.insert(format!("nguonsolieu{key}"), Column::Source(figure));
        }
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_stand_for_the_words_they_begin() {
        let name = "Số người tham gia bảo hiểm y tế";
        assert!(shortens("Số người tham gia BHYT", name));
        assert!(!shortens("Số người tham gia BHXH", name));
        assert!(!shortens("Số người", name) && !shortens("", name));
    }
}

//! Recognises what a table calls units and figures: ids, or the plan's names. A name has to be right to its last mark; one
//! typed without any mark is taken where it can mean one thing. Not for where in the table they stand ([`super::head`],
//! [`super::rows`]).

use std::collections::BTreeMap;

use super::footnotes::{unmarked, unnumbered};
use super::measures::TableMeasure;
use super::spelling::{is_unmarked, spelt};
use crate::model::figure::Figure;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::target::Target;
use crate::model::unit::Unit;
use crate::vietnamese::nearest::{fold, nearest};

/// Offices of a unit that stand for it before its name, without marks.
const OFFICES: [&str; 12] = [
    "ban chap hanh dang bo",
    "bch dang bo",
    "ban thuong vu dang uy",
    "btv dang uy",
    "dang uy",
    "dang bo",
    "uy ban nhan dan",
    "ubnd",
    "hoi dong nhan dan",
    "hdnd",
    "chi bo",
    "chi uy",
];

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

/// Names by their spelling, and by their letters without marks.
#[derive(Debug)]
struct Spellings<T> {
    exact: BTreeMap<String, Vec<T>>,
    folded: BTreeMap<String, Vec<T>>,
}

impl<T: Copy + PartialEq> Spellings<T> {
    fn new() -> Self {
        Self { exact: BTreeMap::new(), folded: BTreeMap::new() }
    }

    fn add(&mut self, name: &str, named: T) {
        for (names, key) in [(&mut self.exact, spelt(name)), (&mut self.folded, fold(name))] {
            let all = names.entry(key).or_default();
            if !all.contains(&named) {
                all.push(named);
            }
        }
    }

    /// All that are called so.
    fn get(&self, text: &str) -> &[T] {
        let exact = self.exact.get(&spelt(text));
        let found = exact.or_else(|| self.folded.get(&fold(text)).filter(|_| is_unmarked(text)));
        found.map_or(&[], Vec::as_slice)
    }
}

/// What a plan calls its units, figures and targets.
pub(crate) struct PlanNames<'p> {
    plan: &'p Plan,
    period: Period,
    units: Spellings<&'p Unit>,
    columns: Spellings<Column<'p>>,
    /// Units of measure, which a row of the head may name.
    measures: Vec<TableMeasure>,
}

impl<'p> PlanNames<'p> {
    /// Gathers the names, for tables of this period.
    #[must_use]
    pub(crate) fn new(plan: &'p Plan, period: Period) -> Self {
        let mut units = Spellings::new();
        for unit in &plan.units {
            unit_names(unit).for_each(|name| units.add(&name, unit));
        }
        let measures =
            plan.figures.iter().map(|figure| TableMeasure::read(figure.measure.as_str())).collect();
        Self { plan, period, units, columns: columns(plan), measures }
    }

    /// The period of the tables.
    #[must_use]
    pub(crate) fn period(&self) -> Period {
        self.period
    }

    /// The plan.
    #[must_use]
    pub(crate) fn plan(&self) -> &'p Plan {
        self.plan
    }

    /// The unit that a row of this name is about; none if the plan knows no such unit.
    #[must_use]
    pub(crate) fn unit(&self, text: &str) -> Option<UnitMatch<'p>> {
        let text = unmarked(text);
        let readings = [text, unnumbered(text)];
        let readings = readings.into_iter().flat_map(|text| [Some(text), without_office(text)]);
        let named =
            readings.flatten().map(|text| self.called(text)).find(|named| !named.is_empty())?;
        let last_day = self.period.last_day();
        let now: Vec<&&Unit> =
            named.iter().filter(|unit| unit.validity.contains(last_day)).collect();
        match (now.as_slice(), named) {
            ([unit], _) => Some(UnitMatch::Unit(unit)),
            ([], [unit]) => Some(UnitMatch::Gone(unit)),
            _ => Some(UnitMatch::Several),
        }
    }

    /// The units of a name; the word for their kind may have its marks where the name has none.
    fn called(&self, text: &str) -> &[&'p Unit] {
        let named = self.units.get(text);
        if !named.is_empty() {
            return named;
        }
        let kind = |unit: &&Unit| {
            let words = unit.kind.as_str().split_whitespace().count();
            let (kind, name) = split_after(text, words)?;
            (spelt(kind) == spelt(unit.kind.as_str()) && is_unmarked(name)).then_some(())
        };
        let folded = self.units.folded.get(&fold(text)).map_or(&[][..], Vec::as_slice);
        if folded.iter().all(|unit| kind(unit).is_some()) { folded } else { &[] }
    }

    /// What a column of exactly this heading holds.
    #[must_use]
    pub(crate) fn column(&self, heading: &str) -> Option<Column<'p>> {
        match self.columns.get(heading) {
            [column] => Some(*column),
            // Figures win over targets of the same name.
            several => {
                let mut figures = several.iter().filter(|one| !matches!(one, Column::Target(_)));
                figures.next().filter(|_| figures.next().is_none()).copied()
            }
        }
    }

    /// Whether a text is a unit of measure some figure could be in.
    #[must_use]
    pub(crate) fn is_measure(&self, text: &str) -> bool {
        let measure = TableMeasure::read(text);
        let counts = fold(text).chars().any(char::is_alphabetic);
        counts && self.measures.iter().any(|known| measure.in_terms_of(known).is_some())
    }

    /// Whether a figure of the plan is itself a percentage.
    #[must_use]
    pub(crate) fn has_shares(&self) -> bool {
        self.plan.figures.iter().any(|figure| figure.measure.as_str() == "%")
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
        let text = unnumbered(unmarked(text));
        let mut texts = [without_office(text), Some(text)].into_iter().flatten();
        let names = || self.units.folded.keys().map(String::as_str);
        let key = texts.find_map(|text| nearest(text, names()))?;
        self.units.folded.get(key)?.first().copied()
    }
}

/// What a unit may be called: `dung-kno`, `xã Đưng K'Nớ`, `Đưng K'Nớ`, `X. Đưng K'Nớ`. Not with another level's word:
/// a township and a commune may share a name.
fn unit_names(unit: &Unit) -> impl Iterator<Item = String> {
    let name = unit.name.as_str().to_owned();
    let initials: String =
        unit.kind.as_str().split_whitespace().filter_map(|word| word.chars().next()).collect();
    // A bare number is a row's number rather than a unit called «1».
    let bare = name.chars().any(char::is_alphabetic).then(|| name.clone());
    [unit.id.to_string(), unit.full_name(), format!("{initials} {name}")].into_iter().chain(bare)
}

/// What stands behind the name of a unit's office: `xã Lát` of `Đảng ủy xã Lát`.
pub(crate) fn without_office(text: &str) -> Option<&str> {
    OFFICES.iter().find_map(|office| {
        let (before, after) = split_after(text, office.split_whitespace().count())?;
        (fold(before) == fold(office)).then_some(after)
    })
}

/// A text parted behind so many words.
fn split_after(text: &str, words: usize) -> Option<(&str, &str)> {
    let gaps = text.match_indices(char::is_whitespace).map(|(at, _)| at);
    let mut ends = gaps.filter(|at| text[..*at].split_whitespace().count() == words);
    let at = ends.next_back()?;
    let (before, after) = text.split_at(at);
    (words > 0 && !after.trim().is_empty()).then_some((before, after.trim()))
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

fn columns(plan: &Plan) -> Spellings<Column<'_>> {
    let mut columns = Spellings::new();
    for target in &plan.targets {
        for name in [target.name.as_str(), target.short_name.as_str(), target.id.as_str()] {
            columns.add(name, Column::Target(target));
        }
    }
    for figure in &plan.figures {
        for key in [figure.name.as_str(), figure.id.as_str()] {
            columns.add(key, Column::Figure(figure));
            columns.add(&format!("{key} nguồn"), Column::Source(figure));
            columns.add(&format!("nguồn {key}"), Column::Source(figure));
            columns.add(&format!("nguồn số liệu {key}"), Column::Source(figure));
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

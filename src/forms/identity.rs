//! What a form says of itself, so that it is known again whatever became of it: dossier, period, unit, and of which plan it
//! was made. Not for where in a file that stands ([`super::recognise`]).

use crate::model::figure::Figure;
use crate::model::period::Period;
use crate::model::plan::Plan;

/// What every identity begins with, and the version of how forms are laid out.
const BEGINNING: &str = "baocao-bieu|1|";

/// The name of the document property and of the hidden sheet that hold it.
pub(crate) const PLACE: &str = "_baocao";

/// Whose form it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FormIdentity {
    /// The dossier.
    pub(crate) dossier: String,
    /// The period.
    pub(crate) period: Period,
    /// The unit; none for a form with a row per unit.
    pub(crate) unit: Option<String>,
    /// A hash of what the plan asked for when it was made.
    pub(crate) version: String,
}

impl FormIdentity {
    /// As one word.
    #[must_use]
    pub(crate) fn written(&self) -> String {
        let unit = self.unit.as_deref().unwrap_or("*");
        format!("{BEGINNING}{}|{}|{unit}|{}", self.dossier, self.period, self.version)
    }

    /// The identity that a word is, if it is one.
    #[must_use]
    pub(crate) fn read(word: &str) -> Option<Self> {
        let rest = word.trim().strip_prefix(BEGINNING)?;
        let [dossier, period, unit, version] = rest.split('|').collect::<Vec<_>>()[..] else {
            return None;
        };
        Some(Self {
            dossier: dossier.to_owned(),
            period: Period::parse(period)?,
            unit: (unit != "*").then(|| unit.to_owned()),
            version: version.to_owned(),
        })
    }

    /// Whether both are of the same dossier, period and unit.
    #[must_use]
    pub(crate) fn is_of_the_same(&self, other: &Self) -> bool {
        let key = |one: &Self| (one.dossier.clone(), one.period, one.unit.clone());
        key(self) == key(other)
    }
}

/// A hash of what a plan says of these figures: another name or unit of measure is another form.
#[must_use]
pub(crate) fn version<'p>(plan: &Plan, figures: impl Iterator<Item = &'p Figure>) -> String {
    let mut hasher = blake3::Hasher::new();
    let mut add = |word: &str| {
        hasher.update(word.as_bytes());
        hasher.update(b"\n");
    };
    for figure in figures {
        let kind = format!("{:?} {}", figure.kind, figure.decimals);
        [figure.id.as_str(), figure.name.as_str(), figure.measure.as_str(), &kind]
            .into_iter()
            .for_each(&mut add);
    }
    plan.tasks.iter().for_each(|task| add(task.id.as_str()));
    plan.addressees.iter().for_each(|level| add(level.id.as_str()));
    hasher.finalize().to_hex()[..12].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_read_as_it_was_written() {
        let period = Period::parse("2025-Q1").expect("a period");
        for unit in [Some("lat".to_owned()), None] {
            let (dossier, version) = ("lac-duong".to_owned(), "0f".to_owned());
            let one = FormIdentity { dossier, period, unit, version };
            assert_eq!(FormIdentity::read(&one.written()), Some(one));
        }
        assert_eq!(FormIdentity::read("baocao-bieu|1|lac-duong|2025-Q5|lat|0f"), None);
        assert_eq!(FormIdentity::read("Biểu"), None);
    }
}

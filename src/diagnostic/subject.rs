//! Whom a finding is about: the dossier, the period and the unit of the file or report it was found in. Not for where it
//! stands, which is its span.

use serde::{Deserialize, Serialize};

/// Whom a finding is about, by the names of their folders and files. What is none is not said: a finding in a plan is about
/// no period and no unit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Subject {
    /// The dossier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dossier: Option<String>,
    /// The period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) period: Option<String>,
    /// The unit, or the name the board has among them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unit: Option<String>,
}

impl Subject {
    /// A dossier as a whole.
    #[must_use]
    pub(crate) fn of_dossier(id: &impl ToString) -> Self {
        Self { dossier: Some(id.to_string()), ..Self::default() }
    }

    /// Whom a report of this name is about: `lac-duong/2024-Q1/lat`.
    #[must_use]
    pub(crate) fn of_report(name: &str) -> Self {
        let mut parts = name.split('/').map(str::to_owned);
        Self { dossier: parts.next(), period: parts.next(), unit: parts.next() }
    }

    /// What was handed in, or is made, for a period of a dossier.
    #[must_use]
    pub(crate) fn of_period(self, period: &impl ToString) -> Self {
        Self { period: Some(period.to_string()), ..self }
    }

    /// What a unit of a dossier handed in.
    #[must_use]
    pub(crate) fn of_unit(self, unit: &impl ToString) -> Self {
        Self { unit: Some(unit.to_string()), ..self }
    }
}

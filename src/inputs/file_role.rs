//! What a file is for, by its place in the folder of its dossier. Not for finding files ([`super::snapshot`]).

use crate::model::id::Id;
use crate::model::names;
use crate::model::period::Period;

/// What a file is for, by its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FileRole {
    /// `ke-hoach.yaml`.
    Plan,
    /// `don-vi/<unit>.yaml`: what does not change each quarter.
    Unit(String),
    /// `<period>/<name>.yaml`: a unit's return, or the board's text.
    Handed(Period, String),
    /// `<phase>/<name>.yaml`: what a unit or the board says at the end of a phase, if the plan has such a phase.
    Phase(String, String),
}

impl FileRole {
    /// The place of a file by the parts of its path below the dossier's folder; none if nothing reads it.
    #[must_use]
    pub(crate) fn of(parts: &[String]) -> Option<Self> {
        let name = |file: &str| {
            let name = file.strip_suffix(".yaml").filter(|name| !name.starts_with('.'));
            name.map(str::to_owned)
        };
        match parts {
            [file] if file == names::PLAN => Some(Self::Plan),
            [folder, _] if folder == names::ISSUED => None,
            [folder, file] if folder == names::UNITS => Some(Self::Unit(name(file)?)),
            [folder, file] => match Period::parse(folder) {
                Some(period) => Some(Self::Handed(period, name(file)?)),
                None if Period::is_like(folder) || Id::parse(folder).is_err() => None,
                None => Some(Self::Phase(folder.clone(), name(file)?)),
            },
            _ => None,
        }
    }

    /// The unit a file is about, or [`names::BOARD`]; none for the plan.
    #[must_use]
    pub(crate) fn about(&self) -> Option<&str> {
        match self {
            Self::Plan => None,
            Self::Unit(name) | Self::Handed(_, name) | Self::Phase(_, name) => Some(name),
        }
    }

    /// The folder of the phase the file is of, if its place is that of one.
    #[must_use]
    pub(crate) fn phase(&self) -> Option<&str> {
        match self {
            Self::Phase(phase, _) => Some(phase),
            _ => None,
        }
    }

    /// The period, if the file is of one.
    #[must_use]
    pub(crate) fn period(&self) -> Option<Period> {
        match self {
            Self::Handed(period, _) => Some(*period),
            _ => None,
        }
    }
}

//! What was asked for, in the names the inputs have. Not for what of it is due ([`super::select`]).

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Subject};
use crate::error::Error;
use crate::inputs::folder::Folder;
use crate::inputs::typed_names::{below, dossier_meant, unit_meant};
use crate::load::loaded::Loaded;
use crate::model::names::AREA;
use crate::model::period::Period;
use crate::options::{AskedPeriod, Options};

/// Which reports were asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Selection {
    dossiers: Vec<String>,
    /// Only this period.
    pub(super) period: Option<Period>,
    /// Only this unit's report, or the roll-up.
    pub(super) unit: Option<String>,
}

impl Selection {
    /// Holds what was typed against what there is.
    ///
    /// # Errors
    /// There is no dossier at all, or none, no unit or no period of that name.
    pub(super) fn of(
        options: &Options,
        loaded: &Loaded,
        folders: &[Folder<'_>],
    ) -> Result<Self, Error> {
        if folders.is_empty() {
            let nothing = || Error::NoDossiers(options.paths.inputs.clone());
            return Err(unread(loaded, |_| true).unwrap_or_else(nothing));
        }
        let known = folders.iter().map(|folder| folder.id);
        let meant = |name: &String| {
            let found = dossier_meant(name, &options.paths.inputs, known.clone());
            let named = |folder: &str| below(name, &options.paths.inputs) == [folder];
            found.map_err(|error| unread(loaded, named).unwrap_or(error))
        };
        let dossiers = options.dossiers.iter().map(meant).collect::<Result<Vec<_>, _>>()?;
        let dossiers = dossiers.into_iter().map(str::to_owned).collect();
        let selection = Self { dossiers, period: None, unit: None };
        let unit = options.unit.as_deref().map(|unit| selection.meant_unit(unit, loaded));
        let period = options.period.map(|period| selection.meant_period(period, loaded, folders));
        Ok(Self { unit: unit.transpose()?, period: period.transpose()?, ..selection })
    }

    /// Whether a dossier is among those asked for.
    pub(super) fn asks_for(&self, dossier: &str) -> bool {
        self.dossiers.is_empty() || self.dossiers.iter().any(|name| name == dossier)
    }

    /// Whether nothing was left out.
    pub(super) fn is_everything(&self) -> bool {
        self.dossiers.is_empty() && self.period.is_none() && self.unit.is_none()
    }

    /// Whether dossiers were named.
    pub(super) fn lists_dossiers(&self) -> bool {
        !self.dossiers.is_empty()
    }

    /// The unit, if the reports of one unit alone were asked for.
    pub(super) fn one_unit(&self) -> Option<&str> {
        self.unit.as_deref().filter(|unit| *unit != AREA)
    }

    /// The unit meant. A plan with errors may have any: what is wrong with it is told then, not its units.
    fn meant_unit(&self, typed: &str, loaded: &Loaded) -> Result<String, Error> {
        let units = loaded.dossiers.iter().flat_map(|dossier| &dossier.plan.units);
        let meant = unit_meant(typed, units.map(|unit| (unit.id.as_str(), unit.name.as_str())));
        match meant {
            Err(_) if self.asks_for_refused(loaded) => Ok(typed.to_owned()),
            meant => meant.map(str::to_owned),
        }
    }

    /// The period meant, among those of the dossiers asked for and then of all.
    fn meant_period(
        &self,
        typed: AskedPeriod,
        loaded: &Loaded,
        folders: &[Folder<'_>],
    ) -> Result<Period, Error> {
        let of = |asked: &dyn Fn(&str) -> bool| -> BTreeSet<Period> {
            let those = folders.iter().filter(|folder| asked(folder.id));
            those.flat_map(|folder| folder.periods.union(&folder.unread.periods).copied()).collect()
        };
        let (own, all) = (of(&|dossier| self.asks_for(dossier)), of(&|_| true));
        let meant = typed
            .among(&own)
            .or_else(|several| if several.is_empty() { typed.among(&all) } else { Err(several) });
        match (meant, typed) {
            (Ok(period), _) => Ok(period),
            (Err(_), AskedPeriod::Whole(period)) if self.asks_for_refused(loaded) => Ok(period),
            (Err(_), AskedPeriod::Whole(period)) => Err(Error::NoPeriod {
                period,
                known: all.iter().map(ToString::to_string).collect(),
                unused: self.unused(period, loaded),
            }),
            (Err(several), AskedPeriod::Quarter(quarter)) => {
                let several = if several.is_empty() { all.into_iter().collect() } else { several };
                Err(Error::WhichYear { quarter, periods: several })
            }
        }
    }

    fn asks_for_refused(&self, loaded: &Loaded) -> bool {
        loaded.refused.iter().any(|refused| self.asks_for(refused))
    }

    /// Files of this period that nothing reads because of their place or name.
    fn unused(&self, period: Period, loaded: &Loaded) -> Vec<String> {
        let period = period.to_string();
        let of_period = loaded.findings.iter().filter(|finding| {
            finding.code == Code::UnusedFile && finding.subject.period.as_ref() == Some(&period)
        });
        let asked = of_period.filter(|finding| {
            finding.subject.dossier.as_ref().is_none_or(|dossier| self.asks_for(dossier))
        });
        asked.filter_map(|finding| Some(finding.span.as_ref()?.file().path().to_owned())).collect()
    }
}

/// Why nothing of a folder beside the dossiers is read, if it was to be one and is called so.
fn unread(loaded: &Loaded, named: impl Fn(&str) -> bool) -> Option<Error> {
    let codes = [Code::UnusedFile, Code::Unreadable];
    let unused = loaded.findings.iter().filter(|finding| codes.contains(&finding.code));
    let mut whole = unused.filter(|finding| {
        let Subject { dossier, unit, .. } = &finding.subject;
        unit.is_none() && dossier.as_deref().is_some_and(&named)
    });
    whole.next().map(Error::unread)
}

//! Whose report of which period a page is about. Not for finding it among what was read ([`super::workspace`]).

use serde::Serialize;

use super::addresses::address;
use super::page_error::PageError;
use crate::model::period::Period;

/// A unit of a dossier, or the whole area, and a period, by the names in an address.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'p> {
    /// The dossier's id.
    pub(super) dossier: &'p str,
    /// The period.
    pub(super) period: Period,
    /// The unit's id, or `tong-hop`.
    pub(super) unit: &'p str,
}

/// The way to the page of a unit: the board, the unit.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PlaceTrail {
    ho_so: String,
    ky: String,
    dia_chi_bang: String,
    ten: String,
    dia_chi: String,
}

impl<'p> Place<'p> {
    /// Reads the names of an address.
    ///
    /// # Errors
    /// No period is called so.
    pub(super) fn of(dossier: &'p str, period: &str, unit: &'p str) -> Result<Self, PageError> {
        let period = Period::parse(period).ok_or(PageError::NotThere)?;
        Ok(Self { dossier, period, unit })
    }

    /// The address of a page about it; `below` are the parts behind its own.
    pub(super) fn address(&self, below: &[&str]) -> String {
        let period = self.period.to_string();
        address(&[&["ho-so", self.dossier, &period, self.unit], below].concat())
    }

    /// The way to its page, whose name is `called`, from the first page.
    pub(super) fn trail(&self, called: String) -> PlaceTrail {
        PlaceTrail {
            ho_so: self.dossier.to_owned(),
            ky: self.period.to_string(),
            dia_chi_bang: self.board(),
            ten: called,
            dia_chi: self.address(&[]),
        }
    }

    /// The address of the board it is on.
    pub(super) fn board(&self) -> String {
        address(&["ho-so", self.dossier, &self.period.to_string()])
    }
}

//! Whose report of which period a page is about. Not for finding it among what was read ([`super::workspace`]).

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

    /// The address of the board it is on.
    pub(super) fn board(&self) -> String {
        address(&["ho-so", self.dossier, &self.period.to_string()])
    }
}

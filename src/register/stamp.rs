//! What the register says of a document, as it stands on its page. Not for the register itself ([`super::book`]).

use super::book::Register;
use super::entry::Entry;
use crate::model::stamp::{Replaced, Stamp};

/// Number and date of an issued document, and what it takes the place of.
#[must_use]
pub(crate) fn stamp(register: &Register, entry: &Entry) -> Stamp {
    let before = entry.replaces.and_then(|order| register.entry(order));
    let reason = entry.reason.clone().unwrap_or_default();
    Stamp {
        number: Some(entry.number),
        date: Some(entry.date),
        reference: entry.date,
        replaces: before.map(|before| Replaced {
            number: before.number,
            symbol: before.symbol.clone(),
            date: before.date,
            reason,
        }),
    }
}

/// A draft beside an issued document.
#[must_use]
pub(crate) fn draft(entry: &Entry) -> Stamp {
    Stamp { number: None, date: None, reference: entry.date, replaces: None }
}

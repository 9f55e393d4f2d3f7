//! Loads dossiers: files read, checked and put together. Not for single keys ([`crate::read`]) or rules between values
//! ([`crate::validate`]).

pub mod dossiers;
pub(crate) mod file;
pub(crate) mod issued_returns;
pub(crate) mod kept_units;
pub mod loaded;
pub mod plan_file;
mod predecessors;
pub(crate) mod unit_data;

//! The parts of a report as a template sees them, computed and formatted. Not for putting them together
//! ([`super::view`]).

pub(crate) mod apart;
pub mod appendix;
pub(crate) mod appendix_list;
pub(crate) mod comparison;
pub(crate) mod coverage;
pub mod figures;
pub mod goals;
pub(crate) mod issued;
pub(crate) mod letter;
pub(crate) mod names;
pub(crate) mod origins;
pub(crate) mod outline;
pub(crate) mod printed_tables;
pub(crate) mod submissions;
pub mod table;
pub(crate) mod tally;
pub mod targets;
pub(crate) mod text;
pub(crate) mod unmet;
pub(crate) mod unwritten;
pub mod years;

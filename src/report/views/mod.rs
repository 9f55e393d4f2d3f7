//! The parts of a report as a template sees them, computed and formatted. Not for putting them together
//! ([`super::view`]).

pub mod apart;
pub mod appendix;
pub mod appendix_list;
pub mod comparison;
pub mod coverage;
pub mod figures;
pub mod goals;
pub mod issued;
pub mod letter;
pub mod origins;
pub mod outline;
pub mod printed_tables;
pub mod submissions;
pub mod table;
pub mod tally;
pub mod targets;
pub mod text;
pub mod years;

//! What a finished report is told about: how complete it is, references without a value, prose against figures. Not for
//! rules while a file is read ([`crate::validate`]).

pub(crate) mod bindings;
pub mod prose;
pub mod submission;

//! What a finished report is told about: how complete it is, references without a value, prose against figures, what was
//! copied or speaks of somebody else, documents and their numbers. Not for
//! rules while a file is read ([`crate::validate`]).

pub(crate) mod bindings;
mod copies;
mod dates;
mod documents;
mod issued_states;
mod mentions;
mod nearness;
mod numbered;
mod numbers;
mod other_periods;
mod other_units;
pub mod prose;
pub mod submission;
mod word_hash;

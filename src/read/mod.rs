//! Reads YAML nodes into model types: the plan, the returns, their texts. Every mistake is a finding, and one file can have
//! many. Not for the tree itself ([`crate::yaml`]) or for rules between values ([`crate::validate`]).

pub mod amounts;
pub mod closing;
pub mod dates;
pub mod entries;
pub mod heading;
pub mod narrative;
pub mod plan;
pub mod plan_forms;
pub mod plan_parts;
pub mod plan_targets;
pub mod returns;

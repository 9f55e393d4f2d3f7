//! Reads YAML nodes into model types: the plan, the returns, their texts. Every mistake is a finding, and one file can have
//! many. Not for the tree itself ([`crate::yaml`]) or for rules between values ([`crate::validate`]).

pub(crate) mod amounts;
pub mod closing;
pub(crate) mod dates;
pub(crate) mod entries;
pub(crate) mod heading;
pub(crate) mod issuers;
pub(crate) mod narrative;
pub mod plan;
pub(crate) mod plan_forms;
pub(crate) mod plan_parts;
pub(crate) mod plan_targets;
pub mod returns;

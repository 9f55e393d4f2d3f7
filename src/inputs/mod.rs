//! The inputs folder as it lies on disk: which files there are, by place and content. Not for what they say
//! ([`crate::yaml`], [`crate::read`]).

pub mod folder;
pub mod path_slips;
pub mod phases;
pub mod snapshot;
pub mod unused;

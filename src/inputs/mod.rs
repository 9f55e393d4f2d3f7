//! The inputs folder as it lies on disk: which files there are, by place and content. Not for what they say
//! ([`crate::yaml`], [`crate::read`]).

pub(crate) mod file_role;
pub(crate) mod folder;
pub(crate) mod path_slips;
pub(crate) mod phases;
pub(crate) mod reach;
pub(crate) mod records;
pub(crate) mod snapshot;
pub(crate) mod typed_names;
pub(crate) mod unfilled;
pub(crate) mod unreached;
pub(crate) mod unused;

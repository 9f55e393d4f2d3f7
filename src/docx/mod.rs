//! Word documents (`WordprocessingML`, ISO/IEC 29500) as a file format: written and read. Not for what a report says
//! ([`crate::draft`]).
//!
//! [`archive`] opens the file and tells what it is if it is none; [`reading`] puts its parts together: [`body`] walks through
//! the text ([`walker`], [`marks`]) with its [`controls`] and [`revision`]s, [`comments`] takes the remarks beside it. [`settled`] is the text once
//! tracked changes are taken or turned down. A [`document`] to be written is another thing, simpler than what comes back ([`mod@write`]).

pub(crate) mod archive;
pub(crate) mod aside;
mod body;
pub(crate) mod comments;
pub(crate) mod controls;
pub(crate) mod document;
pub(crate) mod fault;
mod identity;
pub(crate) mod marks;
pub(crate) mod reading;
pub(crate) mod revision;
pub(crate) mod settled;
pub(crate) mod text;
mod walker;
pub(crate) mod write;
mod xml;

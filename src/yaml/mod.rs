//! YAML as a tree in which every value knows its place. Not for what keys mean ([`crate::read`]).

pub(crate) mod braces;
pub mod fields;
pub mod flat;
mod groups;
pub(crate) mod places;
mod read_lines;
mod repairs;
pub(crate) mod slips;
pub(crate) mod syntax;
pub mod tree;
pub(crate) mod values;

pub use self::tree::parse;

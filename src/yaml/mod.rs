//! YAML as a tree in which every value knows its place. Not for what keys mean ([`crate::read`]).

pub mod braces;
pub mod fields;
pub mod flat;
pub mod places;
pub mod slips;
pub mod syntax;
pub mod tree;
pub mod values;

pub use self::tree::parse;

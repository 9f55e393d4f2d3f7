//! A report's view becomes Typst markup: templates, sentences, escaping. Not for what a kind declares
//! ([`crate::kinds`]) and not for layout ([`crate::typeset`]).

pub(crate) mod code;
pub(crate) mod engine;
pub(crate) mod escape;
pub mod finish;
mod limits;
pub(crate) mod origins;
pub(crate) mod pages;
pub(crate) mod pieces;
mod printing;
pub(crate) mod source_map;
pub mod together;

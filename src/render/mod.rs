//! A report's view becomes Typst markup: templates, sentences, escaping. Not for what a kind declares
//! ([`crate::kinds`]) and not for layout ([`crate::typeset`]).

pub mod code;
pub mod engine;
pub mod escape;
pub mod finish;
pub mod pieces;
mod printing;
pub mod source_map;
pub mod together;

//! From a report's view to Typst markup: template files, kinds, the phrase bank, escaping. Not for laying pages out.

pub mod chart;
pub mod code;
pub mod engine;
pub mod escape;
pub mod files;
pub mod kind;
pub mod kinds;
pub mod phrases;
pub mod trace;
pub mod words;

//! Kinds of report as their folders declare them: manifest, charts, phrases. Not for rendering ([`crate::render`]).

pub mod catalog;
pub mod chart;
pub mod kind;
pub mod phrases;
pub mod words;

//! Kinds of report as their folders declare them: manifest, charts, phrases. Not for rendering ([`crate::render`]).

pub mod appendix_rule;
pub mod audience;
pub mod catalog;
pub mod chart;
pub mod kind;
pub mod known_names;
pub mod layout;
pub mod phrases;
pub mod table_layout;
mod text_width;
pub mod words;

//! Kinds of report as their folders declare them: manifest, layout, charts, phrases. Not for rendering ([`crate::render`]).

pub(crate) mod appendix_rule;
pub(crate) mod audience;
pub(crate) mod catalog;
pub(crate) mod chart;
pub mod kind;
pub(crate) mod kind_names;
pub mod known_names;
pub(crate) mod layout;
pub mod phrases;
pub(crate) mod table_layout;
mod text_width;
pub(crate) mod words;

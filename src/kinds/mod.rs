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

/// The folder of what all kinds share.
pub(crate) const COMMON: &str = "chung";
/// The ending of a template's name.
pub(crate) const TEMPLATE: &str = ".typ.j2";
/// A kind's manifest, in its folder.
pub(crate) const MANIFEST: &str = "loai.yaml";

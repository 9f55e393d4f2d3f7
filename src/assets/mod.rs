//! What comes with the program and a folder may replace: template files and fonts. Not for what is in them
//! ([`crate::kinds`], [`crate::render`]).

pub mod files;
pub mod fonts;
pub(crate) mod location;
mod misnamed;
mod text;

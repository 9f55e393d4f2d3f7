//! Rules between values, by concern. All come from what the plan declares; none knows what the figures mean.

pub mod bindings;
pub mod change;
pub mod characters;
pub mod contradiction;
pub mod cut_text;
pub mod encodings;
pub mod figures;
pub mod heading;
pub mod history;
pub mod look_alikes;
pub mod places;
pub mod plan;
pub mod spellings;
pub mod submission;
pub mod wording;

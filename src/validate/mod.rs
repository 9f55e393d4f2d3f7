//! Rules between values, by concern. All come from what the plan declares; none knows what the figures mean.

pub mod bindings;
pub mod change;
pub mod characters;
pub mod cut_text;
pub mod earlier;
pub mod encodings;
pub mod figures;
pub mod heading;
pub mod history;
pub mod lookalikes;
pub mod plan;
pub mod recognitions;
pub mod spellings;
pub mod wording;

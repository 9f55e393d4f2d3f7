//! Rules between values, by concern. All come from what the plan declares; none knows what the figures mean.

mod added;
pub mod bindings;
pub(crate) mod change;
pub mod characters;
pub(crate) mod copied_figures;
pub(crate) mod cut_text;
pub(crate) mod earlier;
pub(crate) mod encodings;
pub mod figures;
pub mod heading;
pub(crate) mod history;
pub(crate) mod issuers;
pub(crate) mod lookalikes;
pub mod plan;
pub(crate) mod recognitions;
mod signer_name;
pub(crate) mod signers;
pub(crate) mod spellings;
pub(crate) mod to_fill_in;
mod uncomposed;
pub mod wording;

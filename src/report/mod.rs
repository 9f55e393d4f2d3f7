//! The view of one report: every fact a template may print, computed and formatted. Not for sentences (the phrase
//! bank) and not for layout (the Typst library).

mod author;
pub mod binding;
pub mod charts;
mod column;
pub mod context;
pub(crate) mod document;
mod documents;
pub mod due;
pub(crate) mod earlier;
pub mod fact_table;
pub(crate) mod facts;
mod groups;
pub(crate) mod history;
pub(crate) mod narrative;
pub(crate) mod number_origins;
pub(crate) mod once_list;
pub(crate) mod owed;
pub(crate) mod pattern;
pub(crate) mod signature;
pub(crate) mod suggestions;
pub(crate) mod view;
pub mod views;

pub use due::due;
pub use view::{ReportView, assemble};

//! The view of one report: every fact a template may print, computed and formatted. Not for sentences (the phrase
//! bank) and not for layout (the Typst library).

mod author;
pub mod binding;
pub mod charts;
pub mod context;
pub mod document;
pub mod due;
pub mod earlier;
pub mod fact_table;
pub mod facts;
pub mod history;
pub mod narrative;
pub mod once_list;
pub mod owed;
pub mod pattern;
pub mod suggestions;
pub mod view;
pub mod views;

pub use due::due;
pub use view::{ReportView, assemble};

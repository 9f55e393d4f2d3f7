//! The view of one report: every fact a template may print, computed and formatted. Not for sentences (the phrase
//! bank) and not for layout (the Typst library).

pub mod apart;
pub mod appendix;
mod author;
pub mod bands;
pub mod bars;
pub mod binding;
pub mod charts;
pub mod document;
pub mod due;
pub mod earlier;
pub mod facts;
pub mod figures;
pub mod goals;
pub mod issued;
pub mod letter;
pub mod narrative;
pub mod origins;
pub mod outline;
pub mod pattern;
pub mod scale;
pub mod scene;
pub mod series;
pub mod suggestions;
pub mod targets;
pub mod view;
pub mod years;

pub use due::{Job, Scope, due};
pub use view::{ReportView, assemble};

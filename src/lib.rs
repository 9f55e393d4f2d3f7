//! From YAML figures to formal Party reports in PDF: checked, added up exactly, set to the format's half millimetre.
//!
//! The road of a report, and the module that is each step:
//!
//! 1. [`inputs`] takes the files of the inputs folder in; [`load`] reads them, as a [`yaml`] tree and then, by [`read`],
//!    as types of the [`model`]; [`validate`] holds them against what the plan declares. What is wrong is a
//!    [`diagnostic::Finding`] with its place in a [`source`].
//! 2. [`rollup`] adds figures up over units, exactly, and decides verdicts and comparisons.
//! 3. [`report`] computes the view of one report: every fact a page may print, already formatted; [`binding`] is how
//!    prose refers to facts, [`review`] what is said of the finished whole.
//! 4. [`render`] turns the view into Typst markup, as [`kinds`] of report declare and their templates in [`assets`] word it.
//! 5. [`typeset`] lays the markup out and exports PDF.
//! 6. [`output`] writes it whole or not at all, through [`disk`], and remembers what it was made from.
//!
//! [`build_report`] takes these steps for one report with what [`toolchain`] has loaded, [`pipeline`] for
//! every report that is due and may have changed, [`watch`] after every save. [`opening`] makes the files of a quarter,
//! [`status`] says who has handed in. [`forms`] go out to units and come back filled in, [`import`] fills returns from a table,
//! [`schema`] describes them to an editor, [`trace`] says where a printed number comes from, [`mod@diff`] what a report says
//! otherwise than before, [`inspect`] measures finished pages. [`web`] shows all that in a browser. [`cli`] is the command line and the only place that prints.
//!
//! Nothing here knows what the figures mean: plans, kinds of report and format profiles are data.

pub mod assets;
pub mod binding;
pub mod build_report;
pub mod cli;
pub mod diagnostic;
pub mod diff;
pub mod disk;
mod docx;
mod draft;
pub mod drafting;
pub mod error;
pub mod forms;
mod guide;
pub mod import;
mod inputs;
pub mod inspect;
pub mod issuing;
pub mod kinds;
pub mod load;
pub mod model;
pub mod opening;
pub mod options;
mod output;
mod pattern;
pub mod pipeline;
pub mod read;
mod register;
pub mod render;
pub mod report;
pub mod review;
pub mod rollup;
pub mod schema;
pub mod source;
mod status;
pub mod toolchain;
pub mod trace;
pub mod typeset;
pub mod validate;
pub mod vietnamese;
mod watch;
mod web;
pub mod yaml;

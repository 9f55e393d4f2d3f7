//! The promises of the program, kept through its command line and its library. One program, since each would link all
//! of Typst.

mod archive;
mod area;
mod broken_files;
mod codes;
mod conformance;
mod docs;
mod dossier;
mod faces;
mod failing_disk;
mod figures;
mod findings;
mod foreign;
mod form;
mod hostile;
mod incremental;
mod inspect;
mod killed;
mod kinds;
mod loader;
#[path = "../../benches/made_up/mod.rs"]
mod made_up;
mod measure;
mod merged;
mod numbers;
mod output;
mod over_time;
mod parts;
mod pdf;
mod pen;
mod properties;
mod reader;
mod roll_up;
mod same_figure;
mod sample_data;
mod samples;
mod scale;
mod scenarios;
mod slips;
mod specimen;
mod templates;
mod terminal;
mod told;
mod views;
mod watching;
mod words;

//! The promises of the program, kept through its command line and its library. One program, since each would link all
//! of Typst.

mod area;
mod broken_files;
mod codes;
mod docs;
mod dossier;
mod figures;
mod findings;
mod foreign;
mod form;
mod hostile;
mod kinds;
mod loader;
mod merged;
mod numbers;
mod output;
mod over_time;
mod pdf;
mod properties;
mod reader;
mod roll_up;
mod same_figure;
mod sample_data;
mod samples;
mod scenarios;
mod slips;
mod templates;
mod terminal;
mod told;
mod views;
mod words;

//! The promises of the program, kept through its command line and its library. One program, since each would link all
//! of Typst.

mod archive;
mod broken_files;
mod codes;
mod conformance;
mod docs;
mod dossier;
mod faces;
mod figures;
mod findings;
mod foreign;
mod form;
mod hostile;
mod inspect;
mod measure;
mod numbers;
mod output;
mod over_time;
mod parts;
mod pdf;
mod pen;
mod roll_up;
mod sample_data;
mod samples;
mod specimen;
mod templates;
mod terminal;
mod told;

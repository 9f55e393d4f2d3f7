//! What is written to `out/`: PDFs, the manifest of what they were made from, and what saves work next time. Never a
//! partial file under a final name, and never two runs at once.

pub mod drive;
pub mod fingerprint;
pub mod ledger;
pub mod lock;
pub mod manifest;
pub mod memory;
pub mod note;
pub mod shelf;
pub mod values;
pub mod write;

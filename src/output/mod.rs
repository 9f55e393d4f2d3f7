//! What is written to `out/`: PDFs, the manifest of what they were made from. Never a partial file under a final name.

pub mod fingerprint;
pub mod manifest;
pub mod write;

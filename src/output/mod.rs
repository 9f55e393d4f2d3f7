//! What is written to `out/`: PDFs, the manifest of what they were made from, and what saves work next time. Never a
//! partial file under a final name, and never two runs at once.

pub mod artifact;
pub mod build_cache;
pub mod fingerprint;
pub mod input_history;
pub mod lock;
pub mod manifest;
pub mod markup;
pub mod store;
pub mod stored_finding;

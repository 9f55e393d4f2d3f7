//! What is written to `out/`: PDFs, the manifest of what they were made from, and what saves work next time. Never a
//! partial file under a final name, and never two runs at once.

pub(crate) mod artifact;
pub(crate) mod build_cache;
pub(crate) mod fingerprint;
pub(crate) mod input_history;
pub(crate) mod last_content;
pub(crate) mod lock;
pub(crate) mod manifest;
pub(crate) mod markup;
pub(crate) mod store;
pub(crate) mod stored_finding;

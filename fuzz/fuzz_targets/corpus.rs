//! Gives libFuzzer the files it begins with. Not for what it finds itself.
#![expect(clippy::disallowed_methods, reason = "seeds are written for libFuzzer to read")]

use std::fs;
use std::path::Path;

use crate::entries;

/// Writes the seeds of a target into its corpus, where they are not there yet.
pub(crate) fn fill(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    fs::create_dir_all(&folder).expect("a folder for the corpus");
    for (at, seed) in (entries::target(name).seeds)().iter().enumerate() {
        fs::write(folder.join(format!("seed-{at}")), seed).expect("a seed is written");
    }
}

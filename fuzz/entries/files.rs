//! Files of the repository. Not for what is made of them ([`super::seeds`]).
#![expect(clippy::disallowed_methods, reason = "seeds are files of the repository")]

use std::fs;
use std::path::{Path, PathBuf};

/// The repository, whichever of its packages this is compiled in.
pub(crate) fn repository() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let parent = package.parent().filter(|_| package.ends_with("fuzz"));
    parent.unwrap_or(package).to_owned()
}

/// The bytes of every file in a folder of the repository, in order of name.
pub(crate) fn files(folder: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(repository().join(folder)).expect("a folder of the repository");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    paths.iter().map(|path| bytes(path)).collect()
}

/// The bytes of a file.
pub(crate) fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

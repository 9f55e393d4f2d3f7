//! What each report said when it was last written, to say later what has changed since. Without it nothing is lost but that
//! answer, until the report is built again. Not for deciding what is rebuilt ([`super::fingerprint`]).

use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::artifact;
use super::lock::PRIVATE;
use crate::disk::file_system::FileSystem;
use crate::disk::read::{ReadFault, if_there};

/// The folder below the program's own.
const FOLDER: &str = "noi-dung";

/// What a report said, and the hash of the markup it was taken from.
#[derive(Debug, Serialize, Deserialize)]
struct LastContent<T> {
    markup: String,
    content: T,
}

/// Where the content of a report of `out` is kept.
#[must_use]
pub(crate) fn path(out: &Path, name: &str) -> PathBuf {
    artifact::path(&out.join(PRIVATE).join(FOLDER), name, "json")
}

/// The text of the file for a report whose markup has this hash.
#[must_use]
pub(crate) fn text(markup: &str, content: &impl Serialize) -> String {
    let markup = markup.to_owned();
    serde_json::to_string(&LastContent { markup, content }).expect("plain data")
}

/// The text of a file for a report whose markup has another hash, as one that is issued: what it says is what was printed last.
#[must_use]
pub(crate) fn of_other_markup(kept: &str, markup: &str) -> Option<String> {
    let last: LastContent<serde_json::Value> = serde_json::from_str(kept).ok()?;
    Some(text(markup, &last.content))
}

/// What the report of this name said when its markup had this hash.
///
/// # Errors
/// It is kept and cannot be read.
pub(crate) fn read<T: DeserializeOwned>(
    files: &dyn FileSystem,
    out: &Path,
    name: &str,
    markup: &str,
) -> Result<Option<T>, ReadFault> {
    let bytes = if_there(files, &path(out, name))?.unwrap_or_default();
    let last = serde_json::from_slice::<LastContent<T>>(&bytes).ok();
    Ok(last.filter(|last| last.markup == markup).map(|last| last.content))
}

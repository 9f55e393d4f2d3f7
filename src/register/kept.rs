//! The folder in which an issued document is kept as it was: its files, and the list of their hashes in the form `sha256sum -c`
//! reads. Not for the register ([`super::book`]).

use crate::disk::sha256::sha256;
use crate::model::names::ISSUED;

/// The document.
pub(crate) const PDF: &str = "bao-cao.pdf";
/// What the document was laid out from.
pub(crate) const MARKUP: &str = "van-ban.typ";
/// What it says, in reading order, to be held against what it would say today.
pub(crate) const CONTENT: &str = "noi-dung.json";
/// The files it was made from, below it by their places among the inputs.
pub(crate) const DATA: &str = "du-lieu";
/// The entry of the register.
pub(crate) const ENTRY: &str = "muc.yaml";
/// Versions of program and templates.
pub(crate) const VERSIONS: &str = "phien-ban.yaml";
/// The list of hashes.
pub(crate) const SUMS: &str = "SHA256SUMS";
/// What stands between report and number in a folder's name.
const NUMBERED: &str = ".so-";

/// The list of these files.
#[must_use]
pub(crate) fn sums<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> String {
    let lines = files.map(|(name, bytes)| format!("{}  {name}\n", sha256(bytes)));
    lines.collect::<Vec<_>>().concat()
}

/// The files of a list with their hashes.
pub(crate) fn listed(sums: &str) -> impl Iterator<Item = (&str, &str)> {
    sums.lines().filter_map(|line| line.split_once("  ")).map(|(hash, name)| (name, hash))
}

/// The folder of a report's document with this number, below the inputs: `lac-duong/da-ban-hanh/2024-Q3/lat.so-12`.
#[must_use]
pub(crate) fn folder(report: &str, number: u32) -> String {
    let (dossier, rest) = report.split_once('/').unwrap_or((report, ""));
    format!("{dossier}/{ISSUED}/{rest}{NUMBERED}{number}")
}

/// The same for a report that has a document with this number already, in another series: with the entry's place behind.
#[must_use]
pub(crate) fn further_folder(report: &str, number: u32, order: u32) -> String {
    format!("{}.muc-{order}", folder(report, number))
}

/// The report and number a document's folder is named after: `lat.so-12`, `lat.so-12.muc-30`.
#[must_use]
pub(crate) fn named_after(folder: &str) -> Option<(&str, u32)> {
    let (report, rest) = folder.rsplit_once(NUMBERED)?;
    let (number, order) = rest.split_once(".muc-").unwrap_or((rest, "1"));
    order.parse::<u32>().ok()?;
    Some((report, number.parse().ok()?))
}

/// The name of a signed copy with this hash.
#[must_use]
pub(crate) fn signed_copy(hash: &str) -> String {
    format!("ban-ky-{}.pdf", &hash[..12])
}

/// Whether a document's folder may have this name.
#[must_use]
pub(crate) fn is_folder(name: &str) -> bool {
    named_after(name).is_some()
}

/// Whether a document has a file with this name in its folder.
#[must_use]
pub(crate) fn is_own(file: &str) -> bool {
    [PDF, MARKUP, CONTENT, ENTRY, VERSIONS, SUMS].contains(&file)
        || file.strip_prefix(DATA).is_some_and(|rest| rest.starts_with('/'))
}

//! How one report's changes are told in a line or as JSON. Not for the whole account for people ([`crate::diff::tell`]).

use serde::Serialize;

use super::reports::StateReport;
use crate::diff::differences::Differences;
use crate::diff::tell::summary;

/// What changed in a report, as JSON tells it.
#[derive(Serialize)]
struct Told<'d> {
    #[serde(flatten)]
    differences: &'d Differences,
    tu: &'d str,
    den: &'d str,
    phai_ky_lai: Option<&'d str>,
}

/// A line of JSON, ending in a line end.
#[must_use]
pub(super) fn json(
    found: &Differences,
    old: &StateReport,
    new: &StateReport,
    signed: Option<&str>,
) -> String {
    let told = Told { differences: found, tu: &old.words, den: &new.words, phai_ky_lai: signed };
    format!("{}\n", serde_json::to_string(&told).expect("plain data"))
}

/// How much changed, ending in a line end.
#[must_use]
pub(super) fn line(stem: &str, found: &Differences, signed: Option<&str>) -> String {
    let said =
        if found.is_empty() { "không có gì thay đổi".to_owned() } else { summary(found) };
    let sign = signed.map_or(String::new(), |document| format!("; phải ký lại {document}"));
    format!("{stem}: {said}{sign}\n")
}

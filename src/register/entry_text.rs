//! Writes an entry as the lines of YAML that are sealed. Not for reading it back ([`super::read_entry`]).

use std::fmt::Write as _;

use super::entry::{ACTS, Entry};
use super::seal::seal;

/// What every entry begins with.
pub(crate) const BEGINNING: &str = "  - muc: ";
/// What its last line begins with.
pub(crate) const SEAL: &str = "    dau: ";

/// The lines of an entry with its seal, after an entry with the seal `before`; with it that seal.
#[must_use]
pub(crate) fn sealed(entry: &Entry, before: &str) -> (String, String) {
    let text = unsealed(entry);
    let own = seal(before, &text);
    (format!("{text}{SEAL}{}\n", quoted(&own)), own)
}

fn unsealed(entry: &Entry) -> String {
    let act = ACTS.iter().find(|(_, act)| *act == entry.act).map_or("", |(word, _)| word);
    let mut text = format!("{BEGINNING}{}\n    viec: {act}\n", entry.order);
    let mut line = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            writeln!(text, "    {key}: {value}").expect("a string takes what is written");
        }
    };
    let words = |value: &Option<String>| value.as_deref().map(quoted);
    let number = |value: Option<u32>| value.map(|value| value.to_string());
    line("so", number(Some(entry.number)));
    line("ky_hieu", Some(quoted(&entry.symbol)));
    line("ngay", Some(entry.date.to_string()));
    line("loai", Some(quoted(&entry.series.kind)));
    line("co_quan", Some(quoted(&entry.series.body)));
    line("nhiem_ky", Some(quoted(&entry.series.term)));
    line("trich_yeu", Some(quoted(&entry.subject)));
    line("nguoi_ky", Some(quoted(&entry.signer)));
    let recipients: Vec<String> = entry.recipients.iter().map(|one| quoted(one)).collect();
    line("noi_nhan", Some(format!("[{}]", recipients.join(", "))));
    line("so_ban", number(entry.copies));
    line("ghi_chu", words(&entry.note));
    line("bao_cao", words(&entry.report));
    line("thay_the", number(entry.replaces));
    line("ve_muc", number(entry.about));
    line("ly_do", words(&entry.reason));
    line("nhay_so", words(&entry.gap));
    line("luu", entry.kept.as_ref().map(|kept| quoted(&kept.folder)));
    line("kiem_tep", entry.kept.as_ref().map(|kept| quoted(&kept.sums)));
    line("tep", entry.signed.as_ref().map(|signed| quoted(&signed.file)));
    line("bam_tep", entry.signed.as_ref().map(|signed| quoted(&signed.hash)));
    line("doi_chieu", entry.signed.as_ref().map(|signed| quoted(&signed.proof)));
    text
}

/// A text in double quotes, which YAML and JSON write alike.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a string can be quoted")
}

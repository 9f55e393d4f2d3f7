//! Reads bytes as a table and holds it against the returns of a sample, as `import --dry-run` does. Not for making
//! tables ([`super::loose`]).

use std::borrow::Cow;
use std::io::Write;

use baocao::disk::file_system::Local;
use baocao::import::{ImportRequest, import};

use super::files::repository;
use super::loose;
use super::texts::{PLAN, period};

/// A CSV file, a workbook, or a workbook taken apart: changes of a packed one would seldom get past its checksums.
pub(super) fn table(bytes: &[u8]) {
    let (ending, bytes) = match loose::packed(bytes) {
        Some(book) => (".xlsx", Cow::from(book)),
        None if bytes.starts_with(b"PK") => (".xlsx", Cow::from(bytes)),
        None => (".csv", Cow::from(bytes)),
    };
    let file = tempfile::Builder::new().suffix(ending).tempfile();
    let mut file = file.expect("a temporary file");
    file.write_all(&bytes).expect("the table is written");
    let request = ImportRequest {
        file: file.path().to_owned(),
        sheet: None,
        dossier: None,
        period: period(),
        as_of: None,
        reading: baocao::import::ReadingOptions::default(),
    };
    _ = import(&Local, &request, &PLAN, &repository().join("inputs/lac-duong"), "inputs/lac-duong");
}

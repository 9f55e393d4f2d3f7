//! Whether a file is a form of ours, and whose: by its cells, its hidden sheet and its document properties, which agree
//! unless somebody put two forms together. Not for what is filled in ([`super::filled`]).

use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;

use super::identity::FormIdentity;
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding};
use crate::disk::file_system::FileSystem;
use crate::disk::read::up_to;
use crate::import::sheets::tables;
use crate::import::table::SourceTable;
use crate::import::unpacked::LARGEST_BOOK;
use crate::source::{SourceFile, Span};

/// Parts larger than this are no properties.
const LARGEST: u64 = 1024 * 1024;

/// A file that is a form.
pub(crate) struct FormFile {
    /// Whose.
    pub(crate) identity: FormIdentity,
    /// Its sheets.
    pub(crate) tables: Vec<SourceTable>,
    /// What was found when it was read.
    pub(crate) findings: Vec<Finding>,
}

/// The form a file is; none if it is another table.
///
/// # Errors
/// It cannot be read, or has parts of several forms.
pub(crate) fn recognise(files: &dyn FileSystem, file: &Path) -> Result<Option<FormFile>, Finding> {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !is_workbook(ending) {
        return Ok(None);
    }
    let mut findings = Vec::new();
    let tables = tables(files, file, &mut findings)?;
    // What tells a form is in a row and a column nobody sees, and a filter hides rows that are filled in.
    let tables: Vec<SourceTable> = tables.into_iter().map(SourceTable::with_hidden).collect();
    let mut found = of_cells(&tables);
    found.extend(of_properties(files, file).map(|identity| (identity, None)));
    let Some((identity, _)) = found.first().cloned() else { return Ok(None) };
    let other = found.iter().find(|(other, _)| !other.is_of_the_same(&identity));
    if let Some((other, place)) = other {
        let name = |one: &FormIdentity| {
            format!("{} {}", one.unit.as_deref().unwrap_or("mọi đơn vị"), one.period)
        };
        let message =
            format!("một tệp có phần của hai biểu: {} và {}", name(&identity), name(other));
        let shown = slashed(file);
        let whole = Span::whole(&SourceFile::new(shown, ""));
        let place = place.clone().or_else(|| found.iter().find_map(|(_, place)| place.clone()));
        let hint =
            "lấy lại biểu của đúng đơn vị, đúng kỳ (baocao form), chép số vào rồi nhập tệp ấy";
        let finding = Finding::new(Code::FormChanged, message);
        return Err(finding.at(&place.unwrap_or(whole)).hint(hint));
    }
    Ok(Some(FormFile { identity, tables, findings }))
}

/// Whether a file of this ending may be a form.
#[must_use]
pub(crate) fn is_workbook(ending: &str) -> bool {
    let known = ["xlsx", "xlsm", "xlsb", "xls", "ods", "et"];
    known.contains(&ending.to_ascii_lowercase().as_str())
}

/// An identity and the cell it was found in, if it was in one.
type FoundIdentity = (FormIdentity, Option<Span>);

fn of_cells(tables: &[SourceTable]) -> Vec<FoundIdentity> {
    let cells =
        tables.iter().flat_map(|table| table.cells().map(move |(at, cell)| (table, at, cell)));
    let found = cells.filter_map(|(table, at, cell)| {
        Some((FormIdentity::read(&cell.shown())?, Some(table.span(at))))
    });
    found.collect()
}

/// The identity among the properties of a document, where office programs keep them.
fn of_properties(files: &dyn FileSystem, file: &Path) -> Option<FormIdentity> {
    let bytes = up_to(files, file, LARGEST_BOOK).ok()?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
        let words = text.split(['<', '>']);
        words.into_iter().find_map(FormIdentity::read)
    };
    part("docProps/custom.xml").or_else(|| part("meta.xml"))
}

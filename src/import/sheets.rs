//! Reads the file of a table, whatever its format, and chooses the sheet. Not for single formats ([`super::workbook`],
//! [`super::delimited`]).

use std::path::Path;

use super::blocks::{TableBlock, blocks};
use super::hidden_parts;
use super::names::PlanNames;
use super::old_texts::old_encoding;
use super::surroundings::other_period;
use super::table::SourceTable;
use super::unit_form::{UnitForm, form};
use super::unpacked::{LARGEST_BOOK, is_bounded};
use super::workbook::Workbook;
use super::{delimited, workbook};
use crate::diagnostic::shown::slashed;
use crate::diagnostic::system_error::words;
use crate::diagnostic::{Code, Finding};
use crate::disk;
use crate::disk::file_system::FileSystem;
use crate::disk::read::{ReadFault, not_read, up_to};
use crate::error::Error;
use crate::source::{SourceFile, Span};
use crate::vietnamese::nearest::fold;

/// Every sheet of a file.
///
/// # Errors
/// The finding that keeps the file from being read.
pub(crate) fn tables(
    files: &dyn FileSystem,
    file: &Path,
    findings: &mut Vec<Finding>,
) -> Result<Vec<SourceTable>, Finding> {
    let book = slashed(file);
    let whole = || Span::whole(&SourceFile::new(book.as_str(), ""));
    let refuse = |message: String| Finding::new(Code::Unreadable, message).at(&whole());
    let extension = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if matches!(extension.to_ascii_lowercase().as_str(), "csv" | "tsv" | "txt") {
        let text = disk::read(files, file, &book).map_err(|finding| {
            finding.hint("trong Excel chọn Lưu thành (Save As), kiểu «CSV UTF-8», rồi nhập tệp đó; hoặc nhập thẳng tệp .xlsx")
        })?;
        return Ok(vec![delimited::table(&book, text.text())?]);
    }
    let bytes = up_to(files, file, LARGEST_BOOK).map_err(|fault| match fault {
        ReadFault::System(error) => {
            refuse(format!("{book}: không mở được tệp ({})", words(&error)))
                .hint("xem lại tên tệp và thư mục; đóng tệp nếu đang mở")
        }
        fault => not_read(&fault, &book),
    })?;
    if !is_bounded(&bytes) {
        return Err(refuse(format!("{book}: bảng bung ra lớn bất thường nên không được đọc"))
            .hint("chép riêng các hàng, cột cần nhập sang một bảng mới"));
    }
    let Workbook { tables, looks_known } = workbook::sheets(&book, bytes).map_err(|why| {
        refuse(format!("{book}: {why}"))
            .hint("mở bằng Excel hoặc LibreOffice, lưu thành .xlsx, không đặt mật khẩu")
    })?;
    if !looks_known {
        let message = format!(
            "{book}: không biết được ô nào là tỷ lệ phần trăm (ô 100% được đọc là 1), hàng và cột nào bị ẩn"
        );
        let hint = "nên lưu bảng thành .xlsx rồi nhập; hoặc xem kỹ từng số với --dry-run";
        findings.push(Finding::new(Code::NotImported, message).at(&whole()).hint(hint));
    }
    Ok(tables)
}

/// The sheet of this name, whatever its accents and case.
///
/// # Errors
/// No such sheet.
pub(crate) fn sheet(tables: Vec<SourceTable>, name: &str) -> Result<SourceTable, Error> {
    let names: Vec<String> = tables.iter().filter_map(|table| table.sheet.clone()).collect();
    let mut found = tables.into_iter().filter(|table| {
        table.sheet.as_ref().is_some_and(|sheet| sheet == name || fold(sheet) == fold(name))
    });
    let known = names.iter().map(String::as_str);
    found.next().ok_or_else(|| Error::unknown("trang", name, known))
}

/// What a sheet with units and figures holds.
pub(crate) enum SheetContent<'p> {
    /// Tables with a row per unit, from the left.
    Blocks(Vec<TableBlock<'p>>),
    /// One unit's form.
    Form(UnitForm<'p>),
}

impl SheetContent<'_> {
    /// The row above which titles stand.
    #[must_use]
    pub(crate) fn top(&self) -> u32 {
        match self {
            Self::Blocks(blocks) => blocks.iter().map(|block| block.head.top).min().unwrap_or(0),
            Self::Form(form) => form.first,
        }
    }
}

/// A sheet with units and figures.
pub(crate) struct ChosenSheet<'t, 'p> {
    /// Its cells.
    pub(crate) table: &'t SourceTable,
    /// Where units and figures stand.
    pub(crate) content: SheetContent<'p>,
    /// What was found in the head.
    pub(crate) findings: Vec<Finding>,
}

/// The first sheet with units and figures that is of the period; other such sheets are told, hidden ones too.
pub(crate) fn chosen<'t, 'p>(
    tables: &'t [SourceTable],
    names: &PlanNames<'p>,
    findings: &mut Vec<Finding>,
) -> Option<ChosenSheet<'t, 'p>> {
    let mut refusals = Vec::new();
    let mut usable: Vec<ChosenSheet<'t, 'p>> = Vec::new();
    // A sheet that is the only one was asked for by name, or nothing else can be meant.
    let alone = tables.len() == 1;
    for table in tables.iter().filter(|table| table.cells().next().is_some()) {
        let mut found = Vec::new();
        match content(table, names, &mut found) {
            Ok(_) if table.is_hidden && !alone => findings.push(hidden_parts::sheet(table)),
            Ok(content) => usable.push(ChosenSheet { table, content, findings: found }),
            Err(_) if table.is_hidden && !alone => {}
            Err(refusal) => {
                refusals.extend(found.into_iter().filter(|one| one.code != Code::UnknownName));
                refusals.push(old_encoding(table).unwrap_or(refusal));
            }
        }
    }
    let fits = |sheet: &ChosenSheet<'_, '_>| {
        other_period(sheet.table, sheet.content.top(), names.period()).is_none()
    };
    let first = usable.iter().position(fits).unwrap_or(0);
    if usable.is_empty() {
        refusals.sort_by_key(|refusal| refusal.code == Code::BadTable);
        findings.push(refusals.into_iter().next().unwrap_or_else(|| empty(tables)));
        return None;
    }
    let chosen = usable.remove(first);
    let others: Vec<&str> =
        usable.iter().filter_map(|other| other.table.sheet.as_deref()).collect();
    if !others.is_empty() {
        let name = chosen.table.sheet.as_deref().unwrap_or_default();
        let message = format!(
            "chỉ nhập trang «{name}»; trang khác cũng có số liệu: «{}»",
            others.join("», «")
        );
        let hint = "nhập từng trang với --sheet TÊN";
        findings
            .push(Finding::new(Code::NotImported, message).at(&chosen.table.whole()).hint(hint));
    }
    Some(chosen)
}

/// What a sheet holds: rows of units, or else one unit's form.
fn content<'p>(
    table: &SourceTable,
    names: &PlanNames<'p>,
    findings: &mut Vec<Finding>,
) -> Result<SheetContent<'p>, Finding> {
    let refusal = match blocks(table, names, findings) {
        Ok(blocks) => return Ok(SheetContent::Blocks(blocks)),
        Err(refusal) => refusal,
    };
    let Some(form) = form(table, names) else { return Err(refusal) };
    findings.clear();
    Ok(SheetContent::Form(form?))
}

fn empty(tables: &[SourceTable]) -> Finding {
    let whole = tables.first().map(SourceTable::whole);
    let finding = Finding::new(Code::BadTable, "bảng không có ô nào có chữ hoặc số");
    finding.hint("chọn đúng tệp, hoặc đúng trang với --sheet").at_maybe(whole)
}

//! Reads the file of a table, whatever its format, and chooses the sheet. Not for single formats ([`super::workbook`],
//! [`super::delimited`]).

use std::path::Path;

use super::head::{TableHead, head};
use super::names::PlanNames;
use super::table::SourceTable;
use super::unpacked::{LARGEST_BOOK, is_bounded};
use super::{delimited, workbook};
use crate::diagnostic::system_error::words;
use crate::diagnostic::{Code, Finding};
use crate::disk;
use crate::disk::read::{ReadFault, not_read, up_to};
use crate::error::Error;
use crate::source::{SourceFile, Span};
use crate::vietnamese::nearest::fold;

/// Every sheet of a file.
///
/// # Errors
/// The finding that keeps the file from being read.
pub(crate) fn tables(
    file: &Path,
    findings: &mut Vec<Finding>,
) -> Result<Vec<SourceTable>, Finding> {
    let book = file.to_string_lossy().replace('\\', "/");
    let whole = || Span::whole(&SourceFile::new(book.as_str(), ""));
    let refuse = |message: String| Finding::new(Code::Unreadable, message).at(&whole());
    let extension = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if matches!(extension.to_ascii_lowercase().as_str(), "csv" | "tsv" | "txt") {
        let text = disk::read(file, &book).map_err(|finding| {
            finding.hint("trong Excel chọn Lưu thành (Save As), kiểu «CSV UTF-8», rồi nhập tệp đó; hoặc nhập thẳng tệp .xlsx")
        })?;
        return Ok(vec![delimited::table(&book, text.text())?]);
    }
    let bytes = up_to(file, LARGEST_BOOK).map_err(|fault| match fault {
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
    let (tables, looks_known) = workbook::sheets(&book, bytes).map_err(|why| {
        refuse(format!("{book}: {why}"))
            .hint("mở bằng Excel hoặc LibreOffice, lưu thành .xlsx, không đặt mật khẩu")
    })?;
    if !looks_known {
        let message =
            format!("{book}: không biết được ô nào là tỷ lệ phần trăm; ô 100% được đọc là 1");
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

/// A sheet with units and figures.
pub(crate) struct ChosenSheet<'t, 'p> {
    /// Its cells.
    pub(crate) table: &'t SourceTable,
    /// Where units and figures stand.
    pub(crate) head: TableHead<'p>,
    /// What was found in the head.
    pub(crate) findings: Vec<Finding>,
}

/// The first sheet with units and figures; other such sheets are told.
pub(crate) fn chosen<'t, 'p>(
    tables: &'t [SourceTable],
    names: &PlanNames<'p>,
    findings: &mut Vec<Finding>,
) -> Option<ChosenSheet<'t, 'p>> {
    let mut refusals = Vec::new();
    let mut usable: Vec<ChosenSheet<'t, 'p>> = Vec::new();
    for table in tables.iter().filter(|table| table.cells().next().is_some()) {
        let mut findings = Vec::new();
        match head(table, names, &mut findings) {
            Ok(head) => usable.push(ChosenSheet { table, head, findings }),
            Err(refusal) => refusals.push(refusal),
        }
    }
    let others: Vec<&str> =
        usable.iter().skip(1).filter_map(|other| other.table.sheet.as_deref()).collect();
    if let Some(first) = usable.first().filter(|_| !others.is_empty()) {
        let message =
            format!("chỉ nhập trang đầu; trang khác cũng có số liệu: «{}»", others.join("», «"));
        let hint = "nhập từng trang với --sheet TÊN";
        findings.push(Finding::new(Code::NotImported, message).at(&first.table.whole()).hint(hint));
    }
    if usable.is_empty() {
        findings.push(refusals.into_iter().next().unwrap_or_else(|| empty(tables)));
    }
    usable.into_iter().next()
}

fn empty(tables: &[SourceTable]) -> Finding {
    let whole = tables.first().map(SourceTable::whole);
    let finding = Finding::new(Code::BadTable, "bảng không có ô nào có chữ hoặc số");
    finding.hint("chọn đúng tệp, hoặc đúng trang với --sheet").at_maybe(whole)
}

//! Fills returns from a plain table, a row per unit and a column per figure: workbook or CSV in, YAML files changed in
//! place. Not for reports, and not for the rules between figures, which `check` holds them to.
//!
//! [`workbook`] and [`delimited`] read files into a [`table`]; [`head`] finds the columns and [`rows`] the units, by
//! their [`names`]; [`cells`] reads values in the words of a YAML value; [`changes`] holds them against the [`returns`]
//! there are, changed by [`edit`] or begun by [`scaffold`]; [`command`] tells and writes.

pub mod cells;
pub mod changes;
pub mod command;
pub mod delimited;
pub mod edit;
pub mod head;
pub mod names;
pub mod percent;
pub mod proof;
pub mod returns;
pub mod rows;
pub mod scaffold;
pub mod table;
pub mod totals;
pub mod workbook;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use self::changes::{Desk, Draft};
use self::head::head;
use self::names::Names;
use self::returns::Shelf;
use self::scaffold::Head;
use self::table::Table;
use crate::diagnostic::{Code, Finding};
use crate::dossier::disk;
use crate::error::Error;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::source::{SourceFile, Span};
use crate::vietnamese::nearest::{fold, nearest};

/// What to import, and into what.
#[derive(Debug)]
pub struct Order {
    /// The table's file.
    pub file: PathBuf,
    /// The sheet; none: the first that has units and figures.
    pub sheet: Option<String>,
    /// The period the figures are of.
    pub period: Period,
    /// The as-of date of new returns; none: the one all other returns of the period have.
    pub as_of: Option<NaiveDate>,
}

/// What an import comes to; nothing is written yet.
#[derive(Debug, Default)]
pub struct Import {
    /// The returns that change.
    pub drafts: Vec<Draft>,
    /// How many rows are in their returns already.
    pub unchanged: usize,
    /// The units whose rows are not imported.
    pub refused: Vec<String>,
    /// Everything found, in the order of the table.
    pub findings: Vec<Finding>,
}

/// Holds a table against the returns of a dossier, whose folder findings call `shown`.
///
/// # Errors
/// A sheet on the command line that is not in the file.
pub fn import(order: &Order, plan: &Plan, folder: &Path, shown: &str) -> Result<Import, Error> {
    let mut import = Import::default();
    let tables = match tables(&order.file) {
        Ok(tables) => tables,
        Err(finding) => {
            import.findings.push(finding);
            return Ok(import);
        }
    };
    let tables = match &order.sheet {
        Some(name) => vec![sheet(tables, name)?],
        None => tables,
    };
    let names = Names::new(plan, order.period);
    let Some((table, head, found)) = chosen(&tables, &names, &mut import.findings) else {
        return Ok(import);
    };
    import.findings.extend(found);
    let rows = rows::rows(table, &head, &names, plan, &mut import.findings);
    import.findings.extend(totals::check(table, &head, &rows));
    let shelf = Shelf::new(folder.to_owned(), shown.to_owned());
    let begin = Head::of(&shelf, order.period, order.as_of);
    let desk = Desk { plan, period: order.period, shelf: &shelf, head: begin };
    for row in &rows.units {
        let drafted = if row.refused { None } else { Some(desk.draft(row, &mut import.findings)) };
        match drafted {
            Some(Ok(Some(draft))) => import.drafts.push(draft),
            Some(Ok(None)) => import.unchanged += 1,
            Some(Err(finding)) => {
                import.findings.push(finding);
                import.refused.push(row.unit.full_name());
            }
            None => import.refused.push(row.unit.full_name()),
        }
    }
    import.refused.dedup();
    Ok(import)
}

/// Every sheet of a file.
fn tables(file: &Path) -> Result<Vec<Table>, Finding> {
    let book = file.to_string_lossy().replace('\\', "/");
    let whole = || Span::whole(&SourceFile::new(book.as_str(), ""));
    let refuse = |message: String| Finding::new(Code::Unreadable, message).at(&whole());
    let extension = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if matches!(extension.to_ascii_lowercase().as_str(), "csv" | "tsv" | "txt") {
        let text = disk::read(file, &book).map_err(|finding| {
            finding.hint("trong Excel chọn Lưu thành (Save As), kiểu «CSV UTF-8», rồi nhập tệp đó; hoặc nhập thẳng tệp .xlsx")
        })?;
        return Ok(vec![delimited::table(&book, text.text())]);
    }
    let bytes = disk::bytes(file).ok_or_else(|| {
        refuse(format!("{book}: không mở được tệp"))
            .hint("xem lại tên tệp và thư mục; đóng tệp nếu đang mở")
    })?;
    workbook::sheets(&book, bytes).map_err(|why| {
        refuse(format!("{book}: {why}"))
            .hint("mở bằng Excel hoặc LibreOffice, lưu thành .xlsx, không đặt mật khẩu")
    })
}

fn sheet(tables: Vec<Table>, name: &str) -> Result<Table, Error> {
    let names: Vec<String> = tables.iter().filter_map(|table| table.sheet.clone()).collect();
    let mut found = tables.into_iter().filter(|table| {
        table.sheet.as_ref().is_some_and(|sheet| sheet == name || fold(sheet) == fold(name))
    });
    found.next().ok_or_else(|| Error::Unknown {
        what: "trang",
        name: name.to_owned(),
        nearest: nearest(name, names.iter().map(String::as_str)).map(str::to_owned),
    })
}

type Chosen<'t, 'p> = (&'t Table, head::Head<'p>, Vec<Finding>);

/// The first sheet with units and figures; other such sheets are told.
fn chosen<'t, 'p>(
    tables: &'t [Table],
    names: &Names<'p>,
    findings: &mut Vec<Finding>,
) -> Option<Chosen<'t, 'p>> {
    let mut refusals = Vec::new();
    let mut usable: Vec<Chosen<'t, 'p>> = Vec::new();
    for table in tables.iter().filter(|table| table.cells().next().is_some()) {
        let mut found = Vec::new();
        match head(table, names, &mut found) {
            Ok(head) => usable.push((table, head, found)),
            Err(refusal) => refusals.push(refusal),
        }
    }
    let others: Vec<&str> =
        usable.iter().skip(1).filter_map(|(table, ..)| table.sheet.as_deref()).collect();
    if let Some((first, ..)) = usable.first().filter(|_| !others.is_empty()) {
        let message =
            format!("chỉ nhập trang đầu; trang khác cũng có số liệu: «{}»", others.join("», «"));
        let hint = "nhập từng trang với --sheet TÊN";
        findings.push(Finding::new(Code::NotImported, message).at(&first.whole()).hint(hint));
    }
    if usable.is_empty() {
        findings.push(refusals.into_iter().next().unwrap_or_else(|| empty(tables)));
    }
    usable.into_iter().next()
}

fn empty(tables: &[Table]) -> Finding {
    let whole = tables.first().map(Table::whole);
    let finding = Finding::new(Code::BadTable, "bảng không có ô nào có chữ hoặc số");
    let finding = finding.hint("chọn đúng tệp, hoặc đúng trang với --sheet");
    whole.map_or_else(|| finding.clone(), |whole| finding.clone().at(&whole))
}

//! Fills returns from a plain table, a row per unit and a column per figure: workbook or CSV in, YAML files changed in
//! place. Not for reports, and not for the rules between figures, which `check` holds them to.
//!
//! [`sheets`] reads a file into a [`table`] ([`workbook`], [`delimited`]) and chooses the sheet: [`blocks`] with a [`head`]
//! of [`columns`], each with its [`meaning`], or one unit's [`unit_form`]. [`rows`] finds the units by their [`names`],
//! [`unit_row`] and [`cells`] read values in the words of a YAML value, [`problems`] gathers what is wrong with them;
//! [`totals`] and [`ratios`] are only compared. The [`importer`] holds the values against the [`returns`] there are
//! ([`differences`]) and makes a [`draft`] of each, changed by [`edit`] or begun by [`scaffold`], which [`verify`] reads
//! again. The [`result`], with its [`account`], is told by the command, and written.

mod abbreviations;
pub(crate) mod account;
pub(crate) mod blank_date;
pub(crate) mod blocks;
pub(crate) mod cells;
pub(crate) mod columns;
mod compound;
pub(crate) mod delimited;
pub(crate) mod differences;
pub mod draft;
pub(crate) mod edit;
pub(crate) mod footnotes;
pub(crate) mod head;
pub(crate) mod headings;
pub(crate) mod hidden_parts;
pub(crate) mod importer;
pub(crate) mod issued;
pub(crate) mod labels;
mod list_edit;
pub(crate) mod lock;
pub(crate) mod meaning;
pub(crate) mod measures;
pub(crate) mod merged_values;
pub(crate) mod names;
mod number_format;
mod ods;
pub(crate) mod old_texts;
pub(crate) mod only_edited;
mod package;
pub(crate) mod problems;
mod raised_marks;
pub(crate) mod ratios;
pub(crate) mod request;
pub(crate) mod result;
pub mod returns;
pub(crate) mod rows;
pub(crate) mod scaffold;
mod sheet_looks;
pub(crate) mod sheets;
pub(crate) mod shifts;
mod spelling;
pub(crate) mod stacks;
pub(crate) mod stated_periods;
pub(crate) mod surroundings;
pub(crate) mod table;
pub(crate) mod table_row;
pub(crate) mod text_edit;
pub(crate) mod text_numbers;
mod text_places;
pub(crate) mod totals;
pub(crate) mod unit_form;
mod unit_form_lines;
pub(crate) mod unit_row;
pub(crate) mod unpacked;
pub(crate) mod verify;
pub(crate) mod workbook;
mod xls;
mod xlsb;

pub use self::request::{BadRows, ImportRequest, NumberStyle, ReadingOptions};
pub use self::result::ImportResult;

use std::path::Path;

use self::importer::Importer;
use self::names::PlanNames;
use self::old_texts::old_encoding;
use self::returns::ReturnsFolder;
use self::rows::{TableRow, TableRows};
use self::scaffold::PeriodReturns;
use self::sheets::{ChosenSheet, SheetContent, chosen, sheet, tables};
use self::surroundings::{other_period, stated_date};
use self::unit_row::TableReading;
use crate::diagnostic::Code;
use crate::disk::file_system::FileSystem;
use crate::error::Error;
use crate::model::plan::Plan;

/// Holds a table against the returns of a dossier, whose folder findings call `shown`. Nothing is written yet.
///
/// # Errors
/// A sheet on the command line that is not in the file.
pub fn import(
    files: &dyn FileSystem,
    request: &ImportRequest,
    plan: &Plan,
    folder: &Path,
    shown: &str,
) -> Result<ImportResult, Error> {
    let mut result = ImportResult::default();
    let tables = match tables(files, &request.file, &mut result.findings) {
        Ok(tables) => tables,
        Err(finding) => {
            result.findings.push(finding);
            return Ok(result);
        }
    };
    let tables = match &request.sheet {
        Some(name) => vec![sheet(tables, name)?],
        None => tables,
    };
    let names = PlanNames::new(plan, request.period);
    let Some(sheet) = chosen(&tables, &names, &mut result.findings) else { return Ok(result) };
    result.findings.extend(hidden_parts::rows_and_columns(sheet.table));
    result.findings.extend(sheet.findings.iter().cloned());
    if let Some(finding) = other_period(sheet.table, sheet.content.top(), request.period) {
        result.findings.push(finding);
        return Ok(result);
    }
    let rows = read(&sheet, &names, request, &mut result);
    if result.findings.iter().any(|finding| finding.code == Code::UnknownName) {
        result.findings.extend(old_encoding(sheet.table));
    }
    let stated = stated_date(sheet.table, sheet.content.top()).map(|(_, date)| date);
    let returns = ReturnsFolder::new(files, folder.to_owned(), shown.to_owned());
    let header = PeriodReturns::of(&returns, request.period).header(request.as_of);
    let ImportRequest { period, as_of, .. } = *request;
    let importer = Importer { plan, period, returns: &returns, header, stated, named: as_of };
    for row in &rows {
        add(&mut result, row, &importer);
    }
    result.refused.dedup();
    Ok(result)
}

/// The rows of units on a sheet, held against its sums and shares.
fn read<'p>(
    sheet: &ChosenSheet<'_, 'p>,
    names: &PlanNames<'p>,
    request: &ImportRequest,
    result: &mut ImportResult,
) -> Vec<TableRow<'p>> {
    let mut all = TableRows::default();
    match &sheet.content {
        SheetContent::Blocks(blocks) => {
            for block in blocks {
                let reading = TableReading::new(&block.table, &block.head, names, request.reading);
                let rows = rows::rows(&reading, &mut result.findings);
                result.findings.extend(totals::check(&reading, &rows, blocks.len() == 1));
                result.findings.extend(ratios::check(&reading, &rows));
                result.account.add(&reading, &rows);
                all.units.extend(rows.units);
            }
            if blocks.len() > 1 {
                rows::twice(&mut all, &mut result.findings);
            }
            result.account.find_absent(&all.units, names.plan(), request.period);
        }
        SheetContent::Form(form) => {
            let read = form.read(sheet.table, names, request.reading, &mut result.findings);
            result.account.parts = form.account(sheet.table, &read);
            result.account.of_one = true;
            all.units.push(read.row);
        }
    }
    all.units
}

/// Adds what becomes of one row.
fn add(result: &mut ImportResult, row: &TableRow<'_>, importer: &Importer<'_>) {
    if row.refused {
        return result.refused.push(row.unit.full_name());
    }
    match importer.draft(row, &mut result.findings) {
        Ok(Some(draft)) => result.drafts.push(draft),
        Ok(None) => result.unchanged += 1,
        Err(finding) => {
            result.findings.push(finding);
            result.refused.push(row.unit.full_name());
        }
    }
}

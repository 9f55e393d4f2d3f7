//! Fills returns from a plain table, a row per unit and a column per figure: workbook or CSV in, YAML files changed in
//! place. Not for reports, and not for the rules between figures, which `check` holds them to.
//!
//! [`sheets`] reads a file into a [`table`] ([`workbook`], [`delimited`]); [`head`] finds the columns and [`rows`] the
//! units, by their [`names`]; [`cells`] reads values in the words of a YAML value. The [`importer`] holds them against
//! the [`returns`] there are ([`differences`]) and makes a [`draft`] of each, changed by [`edit`] or begun by
//! [`scaffold`], which [`verify`] reads again. The [`result`] is told by the command, and written.

pub(crate) mod cells;
mod compound;
pub(crate) mod delimited;
pub(crate) mod differences;
pub mod draft;
pub(crate) mod edit;
pub(crate) mod head;
pub(crate) mod importer;
pub(crate) mod names;
mod ods;
pub(crate) mod percent;
pub(crate) mod request;
pub(crate) mod result;
pub mod returns;
pub(crate) mod rows;
pub(crate) mod scaffold;
pub(crate) mod sheets;
pub(crate) mod table;
pub(crate) mod totals;
pub(crate) mod verify;
pub(crate) mod workbook;
mod xls;
mod xlsb;

pub use self::request::ImportRequest;
pub use self::result::ImportResult;

use std::path::Path;

use self::importer::Importer;
use self::names::PlanNames;
use self::returns::ReturnsFolder;
use self::rows::TableRow;
use self::scaffold::ReturnHeader;
use self::sheets::{ChosenSheet, chosen, sheet, tables};
use crate::error::Error;
use crate::model::plan::Plan;

/// Holds a table against the returns of a dossier, whose folder findings call `shown`. Nothing is written yet.
///
/// # Errors
/// A sheet on the command line that is not in the file.
pub fn import(
    request: &ImportRequest,
    plan: &Plan,
    folder: &Path,
    shown: &str,
) -> Result<ImportResult, Error> {
    let mut result = ImportResult::default();
    let tables = match tables(&request.file, &mut result.findings) {
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
    let Some(ChosenSheet { table, head, findings }) = chosen(&tables, &names, &mut result.findings)
    else {
        return Ok(result);
    };
    result.findings.extend(findings);
    let rows = rows::rows(table, &head, &names, plan, &mut result.findings);
    result.findings.extend(totals::check(table, &head, &rows));
    let returns = ReturnsFolder::new(folder.to_owned(), shown.to_owned());
    let header = ReturnHeader::of(&returns, request.period, request.as_of);
    let importer = Importer { plan, period: request.period, returns: &returns, header };
    rows.units.iter().for_each(|row| add(&mut result, row, &importer));
    result.refused.dedup();
    Ok(result)
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

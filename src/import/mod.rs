//! Fills returns from a plain table, a row per unit and a column per figure: workbook or CSV in, YAML files changed in
//! place. Not for reports, and not for the rules between figures, which `check` holds them to.
//!
//! [`sheets`] reads a file into a [`table`] ([`workbook`], [`delimited`]); [`head`] finds the columns and [`rows`] the
//! units, by their [`names`]; [`cells`] reads values in the words of a YAML value; [`changes`] holds them against the
//! [`returns`] there are, changed by [`edit`] or begun by [`scaffold`]; [`command`] tells and writes.

pub mod cells;
pub mod changes;
pub mod delimited;
pub mod edit;
pub mod head;
pub mod names;
pub mod percent;
pub mod proof;
pub mod returns;
pub mod rows;
pub mod scaffold;
pub mod sheets;
pub mod table;
pub mod totals;
pub mod workbook;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use self::changes::{Desk, Draft};
use self::names::Names;
use self::returns::Shelf;
use self::rows::UnitRow;
use self::scaffold::Head;
use self::sheets::{chosen, sheet, tables};
use crate::diagnostic::Finding;
use crate::error::Error;
use crate::model::period::Period;
use crate::model::plan::Plan;

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
    let tables = match tables(&order.file, &mut import.findings) {
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
    rows.units.iter().for_each(|row| import.take(row, &desk));
    import.refused.dedup();
    Ok(import)
}

impl Import {
    /// Drafts the return of a row.
    fn take(&mut self, row: &UnitRow<'_>, desk: &Desk<'_>) {
        if row.refused {
            return self.refused.push(row.unit.full_name());
        }
        match desk.draft(row, &mut self.findings) {
            Ok(Some(draft)) => self.drafts.push(draft),
            Ok(None) => self.unchanged += 1,
            Err(finding) => {
                self.findings.push(finding);
                self.refused.push(row.unit.full_name());
            }
        }
    }
}

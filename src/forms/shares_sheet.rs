//! The sheet of shares: the value of each ratio target as it follows from what is typed. Not for judging it.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::checks::{Places, cell};
use super::columns::Column;
use super::content::{FormContent, FormSet};
use super::figures_sheet;
use super::look::{Look, height, protect, sheet};
use super::words;
use crate::model::exact::{Exact, in_steps, power_of_ten, round};
use crate::model::id::Id;
use crate::model::number;
use crate::model::returns::Amount;
use crate::model::target::{Measure, Target};
use crate::source::At;

/// The sheet's name.
const NAME: &str = "Tỷ lệ";
const HEADS: [(&str, u16); 5] =
    [("STT", 5), ("Chỉ tiêu", 46), ("Kế hoạch giao", 52), ("Đơn vị tính", 18), ("Kỳ này", 14)];

/// Adds the sheet, where any ratio is made of the form's figures.
///
/// # Errors
/// What a workbook cannot hold.
pub(crate) fn add(
    book: &mut Workbook,
    set: &FormSet<'_>,
    form: &FormContent<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    let (rows, earlier) = (&form.rows, form.earlier);
    let places = Places { rows, first: figures_sheet::FIRST, period: set.period, earlier };
    let plan = set.plan();
    let shown = plan.targets.iter().filter(|target| plan.is_shown_for(target, form.unit));
    let shares = |target| Some((target, share(target, plan.digits, &places)?));
    let shares: Vec<_> = shown.filter_map(shares).collect();
    if shares.is_empty() {
        return Ok(());
    }
    let sheet = sheet(book, NAME)?;
    let earlier = words::earlier(form.earlier, form.unknown);
    for (column, (head, width)) in (0..).zip(HEADS.into_iter().chain([(earlier.as_str(), 14)])) {
        sheet.write_string_with_format(0, column, head, &look.head)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_row_height(0, 36)?;
    for (row, (target, formula)) in (1..).zip(&shares) {
        sheet.write_number_with_format(row, 0, row, &look.middle)?;
        let given = [target.name.as_str(), target.wording.as_str(), target.unit.as_str()];
        for (column, words) in (1..).zip(given) {
            sheet.write_string_with_format(row, column, words, &look.words)?;
        }
        let format = look.number(plan.digits);
        sheet.write_formula_with_format(row, 4, formula.as_str(), &format)?;
        match earlier_share(target, form) {
            Some(share) => {
                let (share, _) = in_steps(round(share, plan.digits), plan.digits);
                let share = i64::try_from(share).map(|share| number::typed(share, plan.digits));
                let share: f64 = share.unwrap_or_default().parse().unwrap_or_default();
                sheet.write_number_with_format(row, 5, share, &format)?
            }
            None => sheet.write_blank(row, 5, &format)?,
        };
        sheet.set_row_height(row, height(&[(given[0], 44), (given[1], 50)]))?;
    }
    sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    protect(sheet);
    Ok(())
}

/// The ratio of the earlier values, if all are known.
fn earlier_share(target: &Target, form: &FormContent<'_>) -> Option<Exact> {
    let Measure::Ratio { numerator, denominator, factor } = &target.measure else { return None };
    let value = |part: &At<Id>| {
        let row = form.rows.iter().find(|row| row.figure.id == part.value)?;
        match row.earlier? {
            Amount::Value(value) => {
                let scale = power_of_ten(row.figure.decimals);
                Some(Exact::new(i128::from(value), scale))
            }
            Amount::NoneArose => None,
        }
    };
    let sum = |parts: &[At<Id>]| parts.iter().map(value).sum::<Option<Exact>>();
    let (above, below) = (sum(numerator)?, sum(denominator)?);
    let factor = Exact::from_integer(i128::from(*factor));
    (below > Exact::ZERO).then(|| above * factor / below)
}

/// The formula of a ratio over the values to be filled in; none for a target that is no ratio of the form's own figures.
fn share(target: &Target, digits: u8, places: &Places<'_>) -> Option<String> {
    let Measure::Ratio { numerator, denominator, factor } = &target.measure else { return None };
    let of = |part: &At<Id>| {
        let cell = cell(Column::Value, places.row(&part.value)?);
        Some(format!("'{}'!{cell}", figures_sheet::NAME))
    };
    let cells = |parts: &[At<Id>]| {
        parts.iter().map(of).collect::<Option<Vec<_>>>().map(|cells| cells.join(","))
    };
    let (above, below) = (cells(numerator)?, cells(denominator)?);
    let count = numerator.len() + denominator.len();
    let ratio = format!("ROUND(SUM({above})*{factor}/SUM({below}),{digits})");
    let all = format!("COUNT({above},{below})={count}");
    Some(format!("=IF({all},IF(SUM({below})=0,\"\",{ratio}),\"\")"))
}

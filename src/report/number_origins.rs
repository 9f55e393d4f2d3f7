//! Marks the numbers of a view with the figure or target they are of, for who asks where on a page they stand. Not for numbers in an
//! author's sentence, which are marked with the reference that prints them ([`super::binding`]).

use super::ReportView;
use super::views::appendix::Appendix;
use super::views::figures::FigureView;
use super::views::targets::TargetView;
use crate::model::origin_marks::value;

/// Marks every number of the view's targets and figures, `chi_tieu.bhyt`, `so_lieu.tram`, and each unit's in the table by units,
/// `don_vi.lat.chi_tieu.bhyt`.
pub(crate) fn mark_numbers(view: &mut ReportView) {
    view.chi_tieu.iter_mut().for_each(mark_target);
    let figures = view.bang_so_lieu.iter_mut().chain(&mut view.so_lieu_khac);
    figures.chain(view.so_lieu.values_mut()).for_each(mark_figure);
    if let Some(by_unit) = &mut view.phu_luc {
        mark_units(by_unit);
    }
}

fn mark_units(table: &mut Appendix) {
    table.cot.iter_mut().for_each(mark_target);
    for row in &mut table.hang {
        for (cell, target) in row.o.iter_mut().zip(&table.cot) {
            let said = format!("don_vi.{}.chi_tieu.{}", row.unit, target.ma);
            if let Some(number) = &mut cell.gia_tri {
                mark(number, &said);
            }
        }
    }
}

fn mark_target(view: &mut TargetView) {
    let said = format!("chi_tieu.{}", view.ma);
    let numbers = [&mut view.gia_tri, &mut view.giua, &mut view.so, &mut view.mau_so];
    for number in numbers.into_iter().flatten().chain([&mut view.tu_so]) {
        mark_in_text(number, &said);
    }
    let cells = [&mut view.gia_tri_cot, &mut view.so_cot, &mut view.mau_so_cot];
    for number in cells.into_iter().flatten().chain([&mut view.tu_so_cot]) {
        mark(number, &said);
    }
}

fn mark_figure(view: &mut FigureView) {
    let said = format!("so_lieu.{}", view.ma);
    let ranges = view.khoang.iter_mut().flatten();
    for number in [&mut view.so, &mut view.giua].into_iter().flatten().chain(ranges) {
        mark_in_text(number, &said);
    }
    for number in view.so_cot.iter_mut().chain(view.khoang_cot.iter_mut().flatten()) {
        mark(number, &said);
    }
}

/// A single digit stays as it is: templates ask whether a count is 0 or 1.
fn mark_in_text(number: &mut String, said: &str) {
    if number.len() > 1 {
        mark(number, said);
    }
}

fn mark(number: &mut String, said: &str) {
    *number = value(number, said);
}

//! Marks the numbers of a view with the figure or target they are of, for who asks where on a page they stand. Not for numbers in an
//! author's sentence, which are marked with the reference that prints them ([`super::binding`]).

use super::ReportView;
use super::views::figures::FigureView;
use super::views::targets::TargetView;
use crate::model::origin_marks::value;

/// Marks every number of the view's targets and figures: `chi_tieu.bhyt`, `so_lieu.tram`.
pub(crate) fn mark_numbers(view: &mut ReportView) {
    view.chi_tieu.iter_mut().for_each(mark_target);
    let figures = view.bang_so_lieu.iter_mut().chain(&mut view.so_lieu_khac);
    figures.chain(view.so_lieu.values_mut()).for_each(mark_figure);
}

fn mark_target(view: &mut TargetView) {
    let said = format!("chi_tieu.{}", view.ma);
    let numbers = [
        &mut view.gia_tri,
        &mut view.gia_tri_cot,
        &mut view.giua,
        &mut view.so,
        &mut view.so_cot,
        &mut view.mau_so,
        &mut view.mau_so_cot,
    ];
    let sums = [&mut view.tu_so, &mut view.tu_so_cot];
    for number in numbers.into_iter().flatten().chain(sums) {
        mark(number, &said);
    }
}

fn mark_figure(view: &mut FigureView) {
    let said = format!("so_lieu.{}", view.ma);
    let ranges = view.khoang.iter_mut().chain(&mut view.khoang_cot).flatten();
    let numbers = [&mut view.so, &mut view.so_cot, &mut view.giua];
    for number in numbers.into_iter().flatten().chain(ranges) {
        mark(number, &said);
    }
}

/// A single digit stays as it is: templates ask whether a count is 0 or 1.
fn mark(number: &mut String, said: &str) {
    if number.len() > 1 {
        *number = value(number, said);
    }
}

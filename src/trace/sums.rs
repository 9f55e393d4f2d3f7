//! The addends of a value, with the file and line each was read from, and who is missing. Not for what is made of the
//! sums ([`super::arithmetic`]).

use serde::Serialize;

use crate::model::exact::Exact;
use crate::model::figure::{Figure, FigureKind};
use crate::model::number::decimal;
use crate::model::returns::Recognition;
use crate::model::written_date::short;
use crate::rollup::contribution::{ContributedFigure, Contribution};
use crate::rollup::digits::Column;
use crate::rollup::rows::{Addend, Origin, Row};
use crate::rollup::value::MeasuredValue;
use crate::source::Span;

/// The addends of a value over some rows.
#[derive(Debug, Serialize)]
pub struct SumTrace {
    /// Each figure with what the rows add to it.
    pub so_lieu: Vec<FigureSum>,
    /// The sum above the line.
    pub tu_so: String,
    /// The sum below the line; for a count, all units.
    pub mau_so: Option<String>,
    /// Units counted in.
    pub co: usize,
    /// Units it should cover.
    pub tong: usize,
    /// Who is left out, and why.
    pub thieu: Vec<Missing>,
}

/// A figure and what the rows add to it.
#[derive(Debug, Serialize)]
pub struct FigureSum {
    /// Its id.
    pub ma: String,
    /// Its name.
    pub(crate) ten: String,
    /// What is counted.
    pub(crate) don_vi_tinh: String,
    /// Whether it stands below the line.
    pub o_mau_so: bool,
    /// The addends.
    pub cong_tu: Vec<AddendLine>,
    /// Their sum.
    pub cong: String,
}

/// What one unit adds.
#[derive(Debug, Serialize)]
pub struct AddendLine {
    /// The unit that reported it.
    pub(crate) don_vi: String,
    /// The unit it stands in for, which did not exist then.
    pub(crate) thay_cho: Option<String>,
    /// The value as printed.
    pub gia_tri: String,
    /// Whether it is an estimate.
    pub(crate) uoc: bool,
    /// The file it was read from.
    pub tep: Option<String>,
    /// The line, from 1.
    pub dong: Option<usize>,
    /// The column, from 1.
    pub cot: Option<usize>,
    /// The decision behind a recognition, or that there is none.
    pub ghi_chu: Option<String>,
}

/// A unit that is left out of the sums.
#[derive(Debug, Serialize)]
pub struct Missing {
    /// The unit.
    pub(crate) don_vi: String,
    /// Why.
    pub(crate) ly_do: String,
    /// The file that lacks something.
    pub(crate) tep: Option<String>,
}

/// The addends of `value`, from the shares it was added up from.
#[must_use]
pub(crate) fn sums(shares: &[Contribution<'_, '_>], value: &MeasuredValue<'_>) -> SumTrace {
    let number = |sum| decimal(sum, value.decimals);
    SumTrace {
        so_lieu: figures(shares),
        tu_so: number(value.numerator),
        mau_so: value.denominator.map(number),
        co: value.coverage.counted.len(),
        tong: value.coverage.total(),
        thieu: shares.iter().filter(|share| share.is_missing()).map(missing).collect(),
    }
}

/// The figures in the order of the formula.
fn figures(shares: &[Contribution<'_, '_>]) -> Vec<FigureSum> {
    let mut order: Vec<(usize, &Figure)> = Vec::new();
    for part in shares.iter().flat_map(|share| &share.parts) {
        if !order.iter().any(|(list, figure)| *list == part.list && figure.id == part.figure.id) {
            order.push((part.list, part.figure));
        }
    }
    order.sort_by_key(|(list, _)| *list);
    order.into_iter().map(|(list, figure)| figure_sum(shares, list, figure)).collect()
}

fn figure_sum(shares: &[Contribution<'_, '_>], list: usize, figure: &Figure) -> FigureSum {
    let counted = shares.iter().filter(|share| !share.is_missing());
    let parts: Vec<(&Row<'_>, &ContributedFigure<'_>)> = counted
        .flat_map(|share| share.parts.iter().map(|part| (&share.row, part)))
        .filter(|(_, part)| part.list == list && part.figure.id == figure.id)
        .collect();
    let amounts: Vec<Exact> = parts.iter().map(|(_, part)| part.amount()).collect();
    let column = Column::of(None, (&[], &amounts), figure.decimals, &[]);
    FigureSum {
        ma: figure.id.to_string(),
        ten: figure.name.to_string(),
        don_vi_tinh: figure.measure.to_string(),
        o_mau_so: list > 0,
        cong: column.write(amounts.into_iter().sum()).text,
        cong_tu: parts.into_iter().map(|(row, part)| line(row, part, column)).collect(),
    }
}

fn line(row: &Row<'_>, part: &ContributedFigure<'_>, column: Column) -> AddendLine {
    let figure = part.figure;
    let fact = figure.kind.is_yes_no();
    let decision = row.recognition(&figure.id).filter(|_| figure.kind == FigureKind::Recognition);
    let reported = row.submitted.and_then(|read| read.figures.get(&figure.id));
    let span = reported.map(|one| &one.span).or(decision.map(|one| &one.span));
    let position = span.map(Span::position);
    AddendLine {
        don_vi: named(row),
        thay_cho: row.origin.is_some().then(|| row.unit.full_name()),
        gia_tri: match part.addend {
            Addend::Value(value) if fact => if value > 0 { "có" } else { "không" }.to_owned(),
            Addend::Value(_) => column.write(part.amount()).text,
            Addend::NoneArose => "không phát sinh".to_owned(),
            Addend::Missing => "chưa có".to_owned(),
        },
        uoc: part.estimate,
        tep: span.map(|span| span.file().path().to_owned()),
        dong: position.map(|(line, _)| line),
        cot: position.map(|(_, column)| column),
        ghi_chu: match (figure.kind, decision) {
            (FigureKind::Recognition, None) => Some("không có quyết định còn hiệu lực".to_owned()),
            (_, decision) => decision.map(decided),
        },
    }
}

/// The unit whose figures a row has.
fn named(row: &Row<'_>) -> String {
    match row.origin {
        None => row.unit.full_name(),
        Some(Origin::Unit(unit)) => unit.full_name(),
        Some(Origin::Outside(name)) => name.to_string(),
    }
}

fn decided(decision: &Recognition) -> String {
    let (from, to) = (short(decision.date.into()), short(decision.expires.value.into()));
    format!("quyết định số {} ngày {from}, đến {to}", decision.number)
}

fn missing(share: &Contribution<'_, '_>) -> Missing {
    let row = &share.row;
    let lacking = share.parts.iter().filter(|part| part.addend == Addend::Missing);
    let ids: Vec<&str> = lacking.map(|part| part.figure.id.as_str()).collect();
    let ly_do = match (row.submitted, row.origin) {
        (Some(_), _) => format!("thiếu {}", ids.join(", ")),
        (None, Some(Origin::Outside(_))) => "không có hồ sơ ở đây".to_owned(),
        (None, _) if row.broken => "tệp đang có lỗi".to_owned(),
        (None, _) => "chưa nộp".to_owned(),
    };
    let file = row.submitted.map(|read| read.heading.as_of.span.file().path().to_owned());
    Missing { don_vi: named(row), ly_do, tep: file }
}

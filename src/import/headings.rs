//! Reads one text of a table's head: the name of a figure with what is said of it around, a unit of measure, a word such
//! as «Kế hoạch» or «Thực hiện», a number of a column. Not for how texts of a column go together ([`super::head`]).

use super::footnotes::{unmarked, unnumbered};
use super::measures::TableMeasure;
use super::names::{Column, PlanNames};
use super::stated_periods::{StatedPeriod, YearPart, as_of, periods, without_date};
use crate::model::figure::{Figure, FigureKind};
use crate::model::period::Period;
use crate::vietnamese::nearest::fold;

/// What a text says of the figure it stands with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Qualifier {
    /// What was reached, at the end of the period: «thực hiện», «số lượng», «tổng số».
    Reached,
    /// From January on: «9 tháng», «từ đầu năm».
    YearSoFar,
    /// Since whenever: «lũy kế».
    SoFar,
    /// In this quarter.
    ThisQuarter,
    /// Something else: a plan, a share, another period.
    Other,
}

impl Qualifier {
    /// Whether a value of which this is said is what the plan asks for.
    #[must_use]
    pub(crate) fn suits(self, figure: &Figure, period: Period) -> bool {
        let first = period.quarter() == 1;
        match (self, figure.kind) {
            (Self::Other, _) | (Self::ThisQuarter | Self::YearSoFar, FigureKind::Cumulative) => {
                false
            }
            (Self::ThisQuarter, FigureKind::YearToDate) => first,
            (Self::SoFar, kind) => kind.is_running(),
            (Self::Reached | Self::ThisQuarter | Self::YearSoFar, _) => true,
        }
    }
}

/// What a text of the head is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Heading<'p> {
    /// The name of a column, the unit of measure behind it, and what is said of it.
    Name(Column<'p>, Option<TableMeasure>, Option<Qualifier>),
    /// A unit of measure.
    Measure(TableMeasure),
    /// Something said of what stands above or below.
    Qualifier(Qualifier),
    /// A number, a letter, a formula of column numbers.
    Number,
    /// The heading of a share.
    Share,
    /// Anything else.
    Unknown,
}

/// Words for what was reached.
const REACHED: [&str; 24] = [
    "thuchien",
    "ketqua",
    "ketquathuchien",
    "soluong",
    "soluongthuchien",
    "solieu",
    "tongso",
    "tong",
    "tongcong",
    "giatri",
    "datduoc",
    "kybaocao",
    "kynay",
    "hientai",
    "hienco",
    "cuoiky",
    "thucte",
    "thuchienkynay",
    "thuchienkybaocao",
    "solieukybaocao",
    "solieubaocao",
    "ketquadatduoc",
    "dathuchien",
    "solieuthuchien",
];
/// Words for what has run up since whenever.
const SO_FAR: [&str; 6] =
    ["luyke", "luyketudaunam", "congdon", "tudaunam", "luykedenky", "tudaunamdenky"];
/// Words that make of a figure another one.
const OTHER: [&str; 23] = [
    "ke hoach",
    "kh",
    "chi tieu giao",
    "chi tieu",
    "giao",
    "du kien",
    "uoc",
    "phan dau",
    "muc tieu",
    "ky truoc",
    "cung ky",
    "nam truoc",
    "quy truoc",
    "thang truoc",
    "so voi",
    "tang",
    "giam",
    "du toan",
    "dat",
    "dau ky",
    "con lai",
    "nhu cau",
    "tang giam",
];

/// Reads a text of the head.
#[must_use]
pub(crate) fn read<'p>(text: &str, names: &PlanNames<'p>) -> Heading<'p> {
    let text = unmarked(text);
    if let Some(column) = names.column(text).or_else(|| names.column(unnumbered(text))) {
        return Heading::Name(column, None, None);
    }
    if let Some(measure) = stated_measure(text) {
        return Heading::Measure(measure);
    }
    let measure = TableMeasure::read(text);
    if measure.is_share() && !names.has_shares() {
        return Heading::Share;
    }
    if measure.is_known() || names.is_measure(&measure.written) {
        return Heading::Measure(measure);
    }
    if fold(text).chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return if text.contains('%') { Heading::Share } else { Heading::Number };
    }
    if let Some(named) = bracketed(text, names).or_else(|| qualified(unnumbered(text), names)) {
        return named;
    }
    if let Some(qualifier) = qualifier(text, names.period()) {
        return Heading::Qualifier(qualifier);
    }
    let share =
        ["tyle", "tile", "tysuat", "tisuat"].iter().any(|word| fold(text).starts_with(word));
    if share || text.contains('%') { Heading::Share } else { Heading::Unknown }
}

/// `triệu đồng` of «Đơn vị tính: triệu đồng», «ĐVT: 1.000 đ».
#[must_use]
pub(crate) fn stated_measure(text: &str) -> Option<TableMeasure> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '(' || c == ')');
    let (before, after) = text.split_once(':')?;
    let says = matches!(fold(before).as_str(), "donvitinh" | "dvt" | "dvtinh" | "donvi" | "dv");
    let measure = TableMeasure::read(after);
    // «Đơn vị: xã Lát» names a unit that reports.
    let short = fold(before).as_str() == "donvi" || fold(before).as_str() == "dv";
    (says && !after.trim().is_empty() && (!short || measure.is_known())).then_some(measure)
}

/// A text and what stands behind it in brackets, behind a comma, a dash or in a line of its own.
#[must_use]
pub(super) fn parted(text: &str) -> Option<(&str, &str)> {
    match text.strip_suffix(')') {
        Some(open) => open.rsplit_once('('),
        None => text.rsplit_once([',', '-', '–', '\n']),
    }
}

/// A name with a unit of measure or something else in brackets, or behind a comma.
fn bracketed<'p>(text: &str, names: &PlanNames<'p>) -> Option<Heading<'p>> {
    let (before, inside) = parted(text)?;
    let inside =
        stated_measure(inside).map_or_else(|| inside.to_owned(), |measure| measure.written);
    let (before, inside) = (before.trim(), inside.trim());
    match (read(before, names), read(inside, names)) {
        (Heading::Name(column, None, said), Heading::Measure(measure)) => {
            Some(Heading::Name(column, Some(measure), said))
        }
        (Heading::Name(column, measure, None), Heading::Qualifier(said)) => {
            Some(Heading::Name(column, measure, Some(said)))
        }
        (Heading::Name(column, measure, said), Heading::Number) => {
            Some(Heading::Name(column, measure, said))
        }
        _ => None,
    }
}

/// A name with a word before or behind it: «Dân số quý III», «Kế hoạch dân số».
fn qualified<'p>(text: &str, names: &PlanNames<'p>) -> Option<Heading<'p>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..words.len()).rev().find_map(|at| {
        let (front, back) = (words[..at].join(" "), words[at..].join(" "));
        let measure = TableMeasure::read(&back);
        if (measure.is_known() || names.is_measure(&back))
            && let Some(column) = names.column(&front)
        {
            return Some(Heading::Name(column, Some(measure), None));
        }
        let behind = names.column(&front).zip(qualifier(&back, names.period()));
        let before = || names.column(&back).zip(qualifier(&front, names.period()));
        let (column, said) = behind.or_else(before)?;
        Some(Heading::Name(column, None, Some(said)))
    })
}

/// What a text says of a figure, if it says nothing else.
#[must_use]
pub(crate) fn qualifier(text: &str, period: Period) -> Option<Qualifier> {
    let folded = fold(text);
    if let Some(date) = as_of(text) {
        let rest = fold(&without_date(text));
        let said = rest.is_empty() || ["tinh", "co"].contains(&rest.as_str()) || is_reached(&rest);
        let of_date = if period.contains(date) { Qualifier::Reached } else { Qualifier::Other };
        return said.then_some(of_date);
    }
    if let [stated] = periods(text).as_slice()
        && let Some(said) = of_period(text, stated, period)
    {
        return Some(said);
    }
    if is_reached(&folded) {
        return Some(Qualifier::Reached);
    }
    if SO_FAR.contains(&folded.as_str()) {
        return Some(Qualifier::SoFar);
    }
    let plain: Vec<String> = text.split_whitespace().map(fold).collect();
    let plain = format!(" {} ", plain.join(" "));
    let other = OTHER.iter().any(|words| plain.starts_with(&format!(" {words} ")));
    other.then_some(Qualifier::Other)
}

fn is_reached(folded: &str) -> bool {
    REACHED.contains(&folded)
}

/// What a text with a period in it says, if all else in it is a word for what was reached.
fn of_period(text: &str, stated: &StatedPeriod, period: Period) -> Option<Qualifier> {
    let rest = fold(&text.replacen(stated.words.as_str(), " ", 1));
    let rest = rest.trim_start_matches("trong").trim_end_matches("nam").to_owned();
    let so_far = SO_FAR.contains(&rest.as_str());
    if !(rest.is_empty() || so_far || is_reached(&rest) || rest == "dau") {
        return None;
    }
    match stated.part {
        _ if !stated.is(period) => Some(Qualifier::Other),
        _ if so_far => Some(Qualifier::SoFar),
        YearPart::Quarter(_) | YearPart::Month(_) => Some(Qualifier::ThisQuarter),
        YearPart::Months(_) => Some(Qualifier::YearSoFar),
        // «Năm 2024» above a quarter's figures may be the year's plan.
        YearPart::Whole if period.quarter() == 4 => Some(Qualifier::YearSoFar),
        YearPart::Whole => Some(Qualifier::Other),
    }
}

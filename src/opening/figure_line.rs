//! The line of a figure in a file that is opened: blank, with its name, its unit of measure and what was last reported. Not
//! for which figures a unit owes ([`super::return_text`]).
//!
//! A figure that hardly moves (`it_bien_dong`) is carried over from the period before, under a key that says it waits to be
//! confirmed ([`Reported::CARRIED`]); `check` asks for it until one word is changed. Anything else is blank, so that what
//! nobody has counted can never be printed.

use super::lines::{line, quoted};
use crate::model::dossier::{Filed, UnitHistory};
use crate::model::figure::{Figure, FigureKind};
use crate::model::period::Period;
use crate::model::returns::{Reported, Return};
use crate::model::written_amount;

/// What a unit last said of a figure.
#[derive(Clone, Copy)]
struct LastValue<'a> {
    period: Period,
    reported: &'a Reported,
}

/// The line of a figure in the file of a period.
#[must_use]
pub(crate) fn figure_line(
    figure: &Figure,
    period: Period,
    history: Option<&UnitHistory>,
) -> String {
    let last = history.and_then(|history| last(figure, period, history));
    let carried = last.filter(|_| figure.steady && !figure.kind.is_running());
    let value = carried.map_or_else(String::new, |last| format!(" {}", carried_over(last, figure)));
    line(&format!("  {}:{value}", figure.id), &comment(figure, period, last))
}

fn last<'h>(figure: &Figure, period: Period, history: &'h UnitHistory) -> Option<LastValue<'h>> {
    let earlier = history.returns.range(..period).rev();
    // What one with errors says is not known, so nothing older is taken for the last.
    let mut good = earlier.map_while(|(_, filed)| Filed::good(filed));
    let of = |read: &'h Return| {
        let reported = read.figures.get(&figure.id)?;
        Some(LastValue { period: read.period, reported })
    };
    let found = good.find_map(of)?;
    // What was counted in another year says nothing, but for the year's total at its end.
    let told = figure.kind != FigureKind::YearToDate
        || found.period.year() == period.year()
        || found.period.next() == period;
    told.then_some(found)
}

/// The value of the period before, with its source, as what has to be confirmed.
fn carried_over(last: LastValue<'_>, figure: &Figure) -> String {
    let value = written_amount::typed(last.reported.amount, figure);
    let source = last.reported.source.as_ref();
    let source = source.map_or(String::new(), |line| format!(", nguon: {}", quoted(line.as_str())));
    format!("{{ {}: {value}{source} }}", Reported::CARRIED)
}

fn comment(figure: &Figure, period: Period, last: Option<LastValue<'_>>) -> String {
    let measure = match figure.measure.as_str() {
        "" => String::new(),
        measure => format!(" ({measure})"),
    };
    let counted = match figure.kind {
        FigureKind::YearToDate => "; cộng dồn từ đầu năm",
        FigureKind::Cumulative => "; cộng dồn từ đầu giai đoạn",
        FigureKind::Fact => "; có hoặc không",
        FigureKind::Stock | FigureKind::Recognition => "",
    };
    let source = if figure.source_required && last.is_none() {
        "; ghi { gia_tri: …, nguon: … }"
    } else {
        ""
    };
    let optional = if figure.optional { "; không bắt buộc" } else { "" };
    let last = last.map_or(String::new(), |last| format!("; {}", told(figure, period, last)));
    format!("{}{measure}{counted}{source}{optional}{last}", figure.name)
}

/// `kỳ 2024-Q4: 4.700`; of what was counted through the year before, `cả năm 2024: 15`.
fn told(figure: &Figure, period: Period, last: LastValue<'_>) -> String {
    let value = written_amount::told(last.reported.amount, figure);
    let whole_year = figure.kind == FigureKind::YearToDate && last.period.year() < period.year();
    let when = if whole_year {
        format!("cả năm {}", last.period.year())
    } else {
        format!("kỳ {}", last.period)
    };
    format!("{when}: {value}")
}

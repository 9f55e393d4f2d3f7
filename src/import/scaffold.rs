//! The text of a return that was not there: the plan's figures in their order, each named in a comment. Not for
//! changing returns that are there ([`super::edit`]).

use chrono::NaiveDate;

use super::returns::{ReturnsFolder, scalar};
use crate::model::figure::{Figure, FigureKind};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::unit::{Rank, Unit};

/// The column comments begin in.
const COMMENTS: usize = 42;

/// The line that leads an editor from a return to its schema.
pub(crate) const MODELINE: &str = "# yaml-language-server: $schema=../.luoc-do/bao-cao.json\n";

/// The line that leads an editor from the board's texts to their schema.
pub(crate) const BOARD_MODELINE: &str =
    "# yaml-language-server: $schema=../.luoc-do/tong-hop.json\n";

/// What a new return begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReturnHeader {
    /// The as-of date.
    pub(crate) as_of: NaiveDate,
    /// Whether the figures are illustrative, as those of all other returns of the period are.
    pub(crate) illustrative: bool,
}

/// What the other returns of a period have in common, by which new ones go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PeriodReturns {
    /// The as-of date they all have; none where they differ or there are none.
    agreed: Option<NaiveDate>,
    /// Whether all are illustrative.
    illustrative: bool,
}

impl PeriodReturns {
    /// Reads all of them.
    #[must_use]
    pub(crate) fn of(returns: &ReturnsFolder<'_>, period: Period) -> Self {
        let others: Vec<_> = returns.of_period(period).collect();
        let date = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        let mut dates = others.iter().filter_map(|file| date(scalar(&file.root, "chot_den")?));
        let first = dates.next();
        let agreed = first.filter(|first| dates.all(|date| date == *first));
        let marked = others.iter().all(|file| scalar(&file.root, "minh_hoa") == Some("true"));
        Self { agreed, illustrative: !others.is_empty() && marked }
    }

    /// The header of a new return: as of `named`, or of the date all others have; none where that is not known.
    #[must_use]
    pub(crate) fn header(self, named: Option<NaiveDate>) -> Option<ReturnHeader> {
        let Self { agreed, illustrative } = self;
        Some(ReturnHeader { as_of: named.or(agreed)?, illustrative })
    }
}

/// A new return with these values; figures the unit owes besides are left open.
#[must_use]
pub(crate) fn scaffold(
    plan: &Plan,
    unit: &Unit,
    period: Period,
    header: ReturnHeader,
    values: &[(&Figure, String)],
) -> String {
    let mut lines = vec![
        MODELINE.to_owned(),
        format!("# Số liệu kỳ {period} của {}.\n", unit.full_name()),
        format!("don_vi: {}\nky: {period}\n", unit.id),
        line(&format!("chot_den: {}", header.as_of), "ngày chốt số liệu"),
    ];
    if header.illustrative {
        lines.push(line("minh_hoa: true", "số liệu minh họa"));
    }
    if unit.rank == Rank::Member {
        lines.push(line("van_ban: { so: null, ngay: null }", "số và ngày, điền khi phát hành"));
    }
    lines.push("\nso_lieu:\n".to_owned());
    let owed = plan.figures.iter().filter(|figure| figure.is_owed_by(unit));
    lines.extend(owed.filter(|figure| figure.kind != FigureKind::Recognition).map(|figure| {
        let value = values.iter().find(|(other, _)| other.id == figure.id);
        let value = value.map_or("null", |(_, value)| value.as_str());
        line(&format!("  {}: {value}", figure.id), &named(figure))
    }));
    lines.concat()
}

/// The board's texts of a period, none of which is written yet.
#[must_use]
pub(crate) fn board_scaffold(period: Period, header: ReturnHeader) -> String {
    let mut lines = vec![
        BOARD_MODELINE.to_owned(),
        format!(
            "# Lời của Ban trong báo cáo tổng hợp kỳ {period}; số liệu do chương trình cộng.\n"
        ),
        format!("ky: {period}\n"),
        line(&format!("chot_den: {}", header.as_of), "ngày chốt số liệu"),
    ];
    if header.illustrative {
        lines.push(line("minh_hoa: true", "số liệu minh họa"));
    }
    lines.push(line("van_ban: { so: null, ngay: null }", "số và ngày, điền khi phát hành"));
    lines.concat()
}

fn named(figure: &Figure) -> String {
    if figure.measure.is_empty() {
        return figure.name.to_string();
    }
    format!("{} ({})", figure.name, figure.measure)
}

fn line(words: &str, comment: &str) -> String {
    let gap = COMMENTS.saturating_sub(words.chars().count()).max(1);
    format!("{words}{}# {comment}\n", " ".repeat(gap))
}

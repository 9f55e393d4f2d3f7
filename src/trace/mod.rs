//! Where a printed number comes from: its addends with their files and lines, the arithmetic, the verdict on exact
//! integers, what it is compared with. Values, verdicts and comparisons are those of the report's own tables; only the addends
//! are listed here anew. Not for finding codes (`explain V07`).

pub(crate) mod arithmetic;
pub(crate) mod comparison;
pub(crate) mod index;
pub(crate) mod printed;
pub mod sums;
pub(crate) mod tell;
pub mod verdict;

use serde::Serialize;

use self::arithmetic::{Arithmetic, formula, steps};
use self::comparison::{Comparison, figure_comparisons, target_comparisons};
use self::index::{ReportHead, head};
use self::sums::{SumTrace, sums};
use self::verdict::{Judgement, judgement, mark};
use crate::binding::Fact;
use crate::binding::parts::{FigurePart, TargetPart};
use crate::model::figure::Figure;
use crate::model::target::Target;
use crate::report::views::table::ViewTable;
use crate::rollup::contribution::{shares, shares_of_figure};
pub(crate) use printed::{VERSION, printed};

/// Where one number of a report comes from. The keys are those of the JSON form.
#[derive(Debug, Serialize)]
pub struct Trace {
    /// [`VERSION`].
    pub(crate) phien_ban: u8,
    /// The report.
    pub(crate) bao_cao: ReportHead,
    /// The id of the figure or target.
    pub(crate) ma: String,
    /// Its name.
    pub(crate) ten: String,
    /// Its unit of measure.
    pub(crate) don_vi_tinh: String,
    /// What the report prints of it.
    pub gia_tri: String,
    /// How it is computed; none for a plain figure.
    pub(crate) cach_tinh: Option<String>,
    /// The addends.
    pub tong: SumTrace,
    /// From the sums to the printed number; none without one, and for plain figures.
    pub phep_tinh: Option<Arithmetic>,
    /// Whether the goal is met, and why; none for plain figures.
    pub ket_luan: Option<Judgement>,
    /// This year's mark of the road map.
    pub lo_trinh: Option<Judgement>,
    /// The earlier values.
    pub so_sanh: Vec<Comparison>,
}

/// Where a figure comes from.
#[must_use]
pub fn figure(views: &ViewTable<'_>, dossier: &str, figure: &Figure) -> Trace {
    let (context, table) = (&views.context, &views.context.table);
    let shares = shares_of_figure(figure, &table.rows);
    let total = table.total(figure);
    Trace {
        phien_ban: VERSION,
        bao_cao: head(context, dossier),
        ma: figure.id.to_string(),
        ten: figure.name.to_string(),
        don_vi_tinh: figure.measure.to_string(),
        gia_tri: printed(views, &Fact::Figure(figure.id.clone(), FigurePart::Number)),
        cach_tinh: None,
        so_sanh: figure_comparisons(table, figure),
        tong: SumTrace {
            tu_so: table.figure_column(figure).write(total.numerator).in_sentence(),
            ..sums(&shares, total)
        },
        phep_tinh: None,
        ket_luan: None,
        lo_trinh: None,
    }
}

/// Where a target's value comes from.
#[must_use]
pub fn target(views: &ViewTable<'_>, dossier: &str, target: &Target) -> Trace {
    let (context, table) = (&views.context, &views.context.table);
    let shares = shares(table.plan, target, &table.rows);
    let seen = views.target(target);
    Trace {
        phien_ban: VERSION,
        bao_cao: head(context, dossier),
        ma: target.id.to_string(),
        ten: target.name.to_string(),
        don_vi_tinh: target.unit.to_string(),
        gia_tri: printed(views, &Fact::Target(target.id.clone(), TargetPart::Value)),
        cach_tinh: formula(table.plan, target),
        phep_tinh: steps(table, target),
        ket_luan: Some(judgement(context, target)),
        lo_trinh: mark(context, target),
        so_sanh: target_comparisons(table, target, seen),
        tong: SumTrace {
            tu_so: seen.tu_so.clone(),
            mau_so: seen.mau_so.clone(),
            ..sums(&shares, table.value(target))
        },
    }
}

//! Every number of a report that can be explained, with what the report prints of it. Not for where they come from.

use serde::Serialize;

use super::printed::{VERSION, printed};
use crate::binding::Fact;
use crate::binding::parts::{FigurePart, TargetPart};
use crate::model::date::PartialDate;
use crate::model::unit::Unit;
use crate::model::written_date::short;
use crate::report::context::ReportContext;
use crate::report::document::period_view;
use crate::report::views::table::ViewTable;

/// Which report a number is of.
#[derive(Debug, Serialize)]
pub(crate) struct ReportHead {
    /// The dossier.
    pub(crate) ho_so: String,
    /// The period.
    pub(crate) ky: String,
    /// The period as the report calls it.
    pub(crate) ten_ky: String,
    /// The kind of report.
    pub(crate) loai: String,
    /// The unit's id; `tong-hop` for the roll-up.
    pub(crate) don_vi: String,
    /// The unit's name; what the area is called for the roll-up.
    pub(crate) ten: String,
    /// The as-of date.
    pub(crate) chot_den: Option<String>,
}

/// A number of a report.
#[derive(Debug, Serialize)]
pub(crate) struct IndexEntry {
    /// The id of the figure or target.
    pub(crate) ma: String,
    /// Its name.
    pub(crate) ten: String,
    /// What the report prints of it.
    pub(crate) gia_tri: String,
    /// What is counted, for a figure.
    pub(crate) don_vi_tinh: Option<String>,
    /// The verdict, for a target.
    pub(crate) ket_luan: Option<String>,
}

/// The numbers of a report.
#[derive(Debug, Serialize)]
pub(crate) struct Index {
    /// [`VERSION`].
    pub(crate) phien_ban: u8,
    /// The report.
    pub(crate) bao_cao: ReportHead,
    /// Its targets.
    pub(crate) chi_tieu: Vec<IndexEntry>,
    /// Its figures.
    pub(crate) so_lieu: Vec<IndexEntry>,
}

/// What a report is called.
#[must_use]
pub(crate) fn head(context: &ReportContext<'_>, dossier: &str) -> ReportHead {
    let area = || context.plan().wording.area.to_string();
    let name = context.scope().unit().map_or_else(area, Unit::full_name);
    ReportHead {
        ho_so: dossier.to_owned(),
        ky: context.period().to_string(),
        ten_ky: period_view(context).ten,
        loai: context.kind.id.to_string(),
        don_vi: context.scope().name().to_owned(),
        ten: name,
        chot_den: context.as_of().map(|date| short(PartialDate::from(date))),
    }
}

/// Every number of a report, in the order of its tables.
#[must_use]
pub(crate) fn index(views: &ViewTable<'_>, dossier: &str) -> Index {
    let context = &views.context;
    let targets = views.targets().map(|view| {
        let target = context.plan().target(&view.ma).expect("a view is of a target");
        let value = Fact::Target(target.id.clone(), TargetPart::Value);
        IndexEntry {
            ma: view.ma.clone(),
            ten: view.ten.clone(),
            gia_tri: printed(views, &value),
            don_vi_tinh: None,
            ket_luan: Some(context.kind.words.verdict(view.ket_luan)),
        }
    });
    let figures = views.figures().map(|view| {
        let figure = context.plan().figure(&view.ma).expect("a view is of a figure");
        IndexEntry {
            ma: view.ma.clone(),
            ten: view.ten.clone(),
            gia_tri: printed(views, &Fact::Figure(figure.id.clone(), FigurePart::Number)),
            don_vi_tinh: Some(view.don_vi_tinh.clone()),
            ket_luan: None,
        }
    });
    Index {
        phien_ban: VERSION,
        bao_cao: head(context, dossier),
        chi_tieu: targets.collect(),
        so_lieu: figures.collect(),
    }
}

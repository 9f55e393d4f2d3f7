//! Every number of a report that can be explained, with what the report prints of it. Not for where they come from.

use serde::Serialize;

use super::{VERSION, printed};
use crate::model::date::PartialDate;
use crate::model::unit::Unit;
use crate::report::binding::Fact;
use crate::report::binding::parts::{FigurePart, TargetPart};
use crate::report::document::period_view;
use crate::report::figures::figure_views;
use crate::report::scene::Scene;
use crate::report::view::target_views;
use crate::vietnamese::date::short;

/// Which report a number is of.
#[derive(Debug, Serialize)]
pub struct Head {
    /// The dossier.
    pub ho_so: String,
    /// The period.
    pub ky: String,
    /// The period as the report calls it.
    pub ten_ky: String,
    /// The kind of report.
    pub loai: String,
    /// The unit's id; `tong-hop` for the roll-up.
    pub don_vi: String,
    /// The unit's name; what the area is called for the roll-up.
    pub ten: String,
    /// The as-of date.
    pub chot_den: Option<String>,
}

/// A number of a report.
#[derive(Debug, Serialize)]
pub struct Entry {
    /// The id of the figure or target.
    pub ma: String,
    /// Its name.
    pub ten: String,
    /// What the report prints of it.
    pub gia_tri: String,
    /// What is counted, for a figure.
    pub don_vi_tinh: Option<String>,
    /// The verdict, for a target.
    pub ket_luan: Option<String>,
}

/// The numbers of a report.
#[derive(Debug, Serialize)]
pub struct Index {
    /// [`VERSION`].
    pub phien_ban: u8,
    /// The report.
    pub bao_cao: Head,
    /// Its targets.
    pub chi_tieu: Vec<Entry>,
    /// Its figures.
    pub so_lieu: Vec<Entry>,
}

/// What a report is called.
#[must_use]
pub fn head(scene: &Scene<'_>, dossier: &str) -> Head {
    let area = || scene.plan.wording.area.to_string();
    let name = scene.scope.unit().map_or_else(area, Unit::full_name);
    Head {
        ho_so: dossier.to_owned(),
        ky: scene.period.to_string(),
        ten_ky: period_view(scene).ten,
        loai: scene.kind.id.to_string(),
        don_vi: scene.scope.name().to_owned(),
        ten: name,
        chot_den: scene.as_of().map(|date| short(PartialDate::from(date))),
    }
}

/// Every number of a report, in the order of its tables.
#[must_use]
pub fn index(scene: &Scene<'_>, dossier: &str) -> Index {
    let targets = target_views(scene);
    let targets = targets.iter().filter_map(|view| {
        let target = scene.plan.target(&view.ma)?;
        let value = Fact::Target(target.id.clone(), TargetPart::Value);
        Some(Entry {
            ma: view.ma.clone(),
            ten: view.ten.clone(),
            gia_tri: printed(scene, &value),
            don_vi_tinh: None,
            ket_luan: Some(scene.kind.words.verdict(view.ket_luan)),
        })
    });
    let figures = figure_views(scene);
    let figures = figures.iter().filter_map(|view| {
        let figure = scene.plan.figure(&view.ma)?;
        Some(Entry {
            ma: view.ma.clone(),
            ten: view.ten.clone(),
            gia_tri: printed(scene, &Fact::Figure(figure.id.clone(), FigurePart::Number)),
            don_vi_tinh: Some(view.don_vi_tinh.clone()),
            ket_luan: None,
        })
    });
    Index {
        phien_ban: VERSION,
        bao_cao: head(scene, dossier),
        chi_tieu: targets.collect(),
        so_lieu: figures.collect(),
    }
}

//! Puts the view of one report together. Not for what its parts contain.

use std::collections::BTreeMap;

use serde::Serialize;

use super::appendix::{Appendix, appendix};
use super::charts::{ChartView, charts};
use super::document::{DocumentHead, PeriodView, document_head, issuer, period_view};
use super::due::Scope;
use super::figures::{FigureView, by_id, figure_views};
use super::narrative::{
    DocumentView, NamedView, NarrativeView, document_view, lines, narrative_view,
};
use super::origins::origins;
use super::scene::Scene;
use super::targets::{ComparisonView, TargetView, target_view};
use crate::diagnostic::{Code, Finding};
use crate::model::date::PartialDate;
use crate::model::target::{Measure, Target};
use crate::rollup::compare::{Change, Comparator};
use crate::rollup::verdict::Verdict;
use crate::vietnamese::collate::Alphabet;
use crate::vietnamese::date::short;

/// Everything a template may print.
#[derive(Debug, Clone, Serialize)]
pub struct ReportView {
    /// Whether it is the roll-up.
    pub tong_hop: bool,
    /// The kind's sections, in order.
    pub muc: Vec<String>,
    /// The columns of the target table, in order.
    pub cot: Vec<String>,
    /// The period.
    pub ky: PeriodView,
    /// The format profile.
    pub the_thuc: String,
    /// Letterhead, number, signer.
    pub van_ban: DocumentHead,
    /// Whether figures are illustrative.
    pub minh_hoa: bool,
    /// The unit's name with its kind; none for the roll-up.
    pub don_vi: Option<String>,
    /// What the area is called in a sentence.
    pub toan_dia_ban: String,
    /// What units are called together.
    pub goi_chung: String,
    /// The as-of date.
    pub chot_den: Option<String>,
    /// The general goal in the plan's words.
    pub muc_tieu_chung: super::narrative::Lines,
    /// The cited documents.
    pub can_cu: Vec<DocumentView>,
    /// Targets in the plan's order.
    pub chi_tieu: Vec<TargetView>,
    /// How many targets are met.
    pub tong_ket: Tally,
    /// Comparisons that no target has, each with its one reason.
    pub so_sanh_chung: Vec<ComparisonView>,
    /// Units whose figures stand in for units that did not exist before.
    pub hop_thanh: Vec<String>,
    /// Predecessors whose figures are not here.
    pub thieu_goc: Vec<String>,
    /// Explanations of figures that fell.
    pub giai_trinh: Vec<NamedView>,
    /// Figures in the plan's order.
    pub bang_so_lieu: Vec<FigureView>,
    /// What the figures' earlier values are of.
    pub so_voi: Option<Comparator>,
    /// Figures by id.
    pub so_lieu: BTreeMap<String, FigureView>,
    /// The texts.
    pub loi: NarrativeView,
    /// Which units handed in.
    pub nop: Submissions,
    /// The table with a row per unit.
    pub phu_luc: Option<Appendix>,
    /// The charts.
    pub bieu_do: Vec<ChartView>,
}

/// How many targets are met: `dat + chua_dat + chua_co = n`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Judged targets.
    pub n: usize,
    /// Met.
    pub dat: usize,
    /// Missed.
    pub chua_dat: usize,
    /// Without enough figures.
    pub chua_co: usize,
    /// Not judged: no number in the plan, or nothing to measure here.
    pub ngoai: usize,
}

/// Which units handed in.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Submissions {
    /// Units that handed in a usable return.
    pub co: usize,
    /// All units.
    pub tong: usize,
    /// Units without one.
    pub thieu: Vec<String>,
}

/// Assembles the view of `scene`.
///
/// # Errors
/// A finding when the plan names nobody to issue the report on its date.
pub fn assemble(scene: &Scene<'_>, profile: &str) -> Result<ReportView, Finding> {
    let issuer = issuer(scene).ok_or_else(|| no_issuer(scene))?;
    let ky = period_view(scene);
    let chi_tieu = target_views(scene);
    let bang_so_lieu = figure_views(scene);
    let wording = &scene.plan.wording;
    let origins = origins(scene);
    Ok(ReportView {
        tong_hop: matches!(scene.scope, Scope::Area),
        muc: scene.kind.sections.clone(),
        cot: scene.kind.columns.clone(),
        the_thuc: profile.to_owned(),
        van_ban: document_head(scene, issuer, &ky),
        minh_hoa: scene.illustrative(),
        don_vi: match scene.scope {
            Scope::Unit(unit) => Some(unit.full_name()),
            Scope::Area => None,
        },
        toan_dia_ban: wording.area.to_string(),
        goi_chung: wording.units.to_string(),
        chot_den: scene.as_of().map(|date| short(PartialDate::from(date))),
        muc_tieu_chung: scene.plan.general_goal.as_ref().map(lines).unwrap_or_default(),
        can_cu: scene.plan.documents.iter().map(document_view).collect(),
        tong_ket: tally(&chi_tieu),
        so_sanh_chung: shared_reasons(&chi_tieu),
        hop_thanh: origins.here,
        thieu_goc: origins.lacking,
        giai_trinh: explanations(scene),
        phu_luc: appendix(scene, &chi_tieu),
        bieu_do: charts(scene, &chi_tieu),
        chi_tieu,
        so_voi: scene.earlier.first().map(|then| then.comparator),
        so_lieu: by_id(&bang_so_lieu),
        bang_so_lieu,
        loi: narrative_view(scene.plan, scene.narrative),
        nop: submissions(scene),
        ky,
    })
}

fn no_issuer(scene: &Scene<'_>) -> Finding {
    let date = short(PartialDate::from(scene.reference));
    let message = format!(
        "{}: kế hoạch không nêu cơ quan ban hành cho loại «{}» ngày {date}",
        scene.plan.id, scene.kind.id
    );
    Finding::new(Code::MissingKey, message)
        .hint("bổ sung một mục trong «ban_hanh» có hiệu lực vào ngày này")
}

/// Targets in the plan's order; a unit's report leaves out what only the whole area is judged by.
fn target_views(scene: &Scene<'_>) -> Vec<TargetView> {
    let shown = |target: &&Target| match scene.scope {
        Scope::Area => true,
        Scope::Unit(unit) => {
            let own_level = scene.plan.is_of_units(target);
            let applies = target.applies_to.is_empty() || target.applies_to.contains(&unit.kind);
            let owes = target.measure.figures().filter_map(|id| scene.plan.figure(id.as_str()));
            own_level
                && applies
                && (target.measure == Measure::Words
                    || owes.into_iter().any(|f| scene.plan.owes(unit, f)))
        }
    };
    let targets = scene.plan.targets.iter().filter(shown);
    targets.enumerate().map(|(at, target)| target_view(scene, target, at + 1)).collect()
}

fn tally(views: &[TargetView]) -> Tally {
    let count = |test: fn(Verdict) -> bool| views.iter().filter(|view| test(view.ket_luan)).count();
    let (dat, chua_dat) = (count(|v| v == Verdict::Met), count(Verdict::is_missed));
    let chua_co = count(Verdict::lacks_data);
    let n = dat + chua_dat + chua_co;
    Tally { n, dat, chua_dat, chua_co, ngoai: views.len() - n }
}

/// A comparison that fails for every target for the same reason is said once, not with each target.
fn shared_reasons(views: &[TargetView]) -> Vec<ComparisonView> {
    let Some(first) = views.first() else { return Vec::new() };
    let of = |voi| {
        let all = views
            .iter()
            .flat_map(move |view| view.so_sanh.iter().filter(move |one| one.voi == voi));
        all.filter(|one| one.thay_doi != Change::NotComparable)
    };
    let shared = first.so_sanh.iter().filter_map(|one| {
        let reason = of(one.voi).next()?;
        let fails = matches!(
            reason.thay_doi,
            Change::NoBase | Change::BrokenBase | Change::OtherCoverage | Change::NoOrigin
        );
        (fails && of(one.voi).all(|other| other.thay_doi == reason.thay_doi))
            .then(|| reason.clone())
    });
    shared.collect()
}

/// Why figures fell, in the plan's order, for the part on causes.
fn explanations(scene: &Scene<'_>) -> Vec<NamedView> {
    let Scope::Unit(_) = scene.scope else { return Vec::new() };
    let Some(own) = scene.rows.first().and_then(|row| row.submitted) else { return Vec::new() };
    let explained = scene.plan.figures.iter().filter_map(|figure| {
        let text = own.explanations.get(&figure.id)?;
        Some(NamedView {
            ma: figure.id.to_string(),
            ten: figure.name.to_string(),
            van: lines(text),
        })
    });
    explained.collect()
}

fn submissions(scene: &Scene<'_>) -> Submissions {
    let members: Vec<_> = scene.rows.iter().filter(|row| row.is_member()).collect();
    let missing = members.iter().filter(|row| row.submitted.is_none());
    let mut thieu: Vec<String> = missing.map(|row| row.unit.full_name()).collect();
    if thieu.len() > 1 {
        let alphabet = Alphabet::new();
        thieu.sort_by(|a, b| alphabet.compare(a, b));
    }
    Submissions { co: members.len() - thieu.len(), tong: members.len(), thieu }
}

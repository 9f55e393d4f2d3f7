//! Puts the view of one report together. Not for what its parts contain.

use std::collections::BTreeMap;

use serde::Serialize;

use super::apart::left_out;
use super::appendix::{Appendix, appendix};
use super::binding::lines;
use super::charts::{ChartView, charts};
use super::document::{DocumentHead, PeriodView, document_head, issuer, period_view};
use super::due::Scope;
use super::figures::{FigureView, by_id, figure_views};
use super::issued::issued;
use super::letter::{LetterView, letter_view};
use super::narrative::{
    DocumentView, NamedView, NarrativeView, document_view, narrative_view, plain,
};
use super::origins::origins;
use super::outline::{Asked, shape, targets};
use super::scene::Scene;
use super::targets::{ComparisonView, TargetView, target_view};
use super::years::{YearView, years};
use crate::diagnostic::{Code, Finding};
use crate::model::date::PartialDate;
use crate::model::target::Target;
use crate::model::unit::Unit;
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
    /// Sentences in the superior's words, by their key in the phrase bank.
    pub cau_rieng: BTreeMap<String, String>,
    /// What of sections, columns and sentences the plan asks for by name.
    #[serde(skip)]
    pub asked: Vec<Asked>,
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
    /// The years of a report that compares by year, its own time last.
    pub cac_nam: Vec<YearView>,
    /// Targets in the plan's order, or the form's.
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
    /// The figures that the table of targets does not spell out, in the plan's order.
    pub so_lieu_khac: Vec<FigureView>,
    /// Figures by id.
    pub so_lieu: BTreeMap<String, FigureView>,
    /// The texts.
    pub loi: NarrativeView,
    /// Every document issued in the phase, for a report that closes one.
    pub danh_muc: Vec<DocumentView>,
    /// Which units handed in.
    pub nop: Submissions,
    /// Whom a letter goes to and what it asks for.
    pub thu: Option<LetterView>,
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
    let shape = shape(scene);
    let chi_tieu = with_remarks(scene, target_views(scene));
    let bang_so_lieu = figure_views(scene);
    let phu_luc = appendix(scene, &chi_tieu);
    let wording = &scene.plan.wording;
    let origins = origins(scene);
    Ok(ReportView {
        tong_hop: scene.scope == Scope::Area,
        so_lieu_khac: left_out(scene, (&chi_tieu, phu_luc.as_ref()), &shape.columns, &bang_so_lieu),
        muc: shape.sections,
        cot: shape.columns,
        cau_rieng: shape.words,
        asked: shape.asked,
        the_thuc: profile.to_owned(),
        van_ban: document_head(scene, issuer, &ky),
        minh_hoa: scene.illustrative(),
        don_vi: scene.scope.unit().map(Unit::full_name),
        toan_dia_ban: wording.area.to_string(),
        goi_chung: wording.units.to_string(),
        chot_den: scene.as_of().map(|date| short(PartialDate::from(date))),
        muc_tieu_chung: scene.plan.general_goal.as_ref().map(plain).unwrap_or_default(),
        can_cu: scene.plan.documents.iter().map(document_view).collect(),
        cac_nam: years(scene),
        tong_ket: tally(&chi_tieu),
        so_sanh_chung: shared_reasons(&chi_tieu),
        hop_thanh: origins.here,
        thieu_goc: origins.lacking,
        giai_trinh: explanations(scene),
        phu_luc,
        bieu_do: charts(scene, &chi_tieu),
        chi_tieu,
        so_voi: scene.earlier.first().map(|then| then.comparator),
        so_lieu: by_id(&bang_so_lieu),
        bang_so_lieu,
        loi: narrative_view(scene),
        danh_muc: issued(scene),
        nop: submissions(scene),
        thu: letter_view(scene),
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

/// Targets in order; a unit's report leaves out what only the whole area is judged by, a letter has none.
#[must_use]
pub fn target_views(scene: &Scene<'_>) -> Vec<TargetView> {
    let shown = |target: &&Target| match scene.scope {
        Scope::Area => true,
        Scope::Missing(_) => false,
        Scope::Unit(unit) => scene.plan.is_shown_for(target, unit),
    };
    let targets = targets(scene).into_iter().filter(shown);
    targets.enumerate().map(|(at, target)| target_view(scene, target, at + 1)).collect()
}

/// The author's own sentences with the targets; they may refer to any of them.
fn with_remarks(scene: &Scene<'_>, mut views: Vec<TargetView>) -> Vec<TargetView> {
    for (id, text) in &scene.narrative.remarks {
        if let Some(view) = views.iter_mut().find(|view| view.ma == id.as_str()) {
            view.nhan_xet = lines(scene, text);
        }
    }
    views
}

pub(super) fn tally(views: &[TargetView]) -> Tally {
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
    // What explains a fall within a phase was printed in the report of its quarter.
    if !matches!(scene.scope, Scope::Unit(_)) || scene.closing.is_some() {
        return Vec::new();
    }
    let Some(own) = scene.rows.first().and_then(|row| row.submitted) else { return Vec::new() };
    let explained = scene.plan.figures.iter().filter_map(|figure| {
        let text = own.explanations.get(&figure.id)?;
        Some(NamedView {
            ma: figure.id.to_string(),
            ten: figure.name.to_string(),
            van: lines(scene, text),
        })
    });
    explained.collect()
}

pub(super) fn submissions(scene: &Scene<'_>) -> Submissions {
    let rows = scene.reminder.as_ref().map_or(&scene.rows, |reminder| &reminder.area);
    let members: Vec<_> = rows.iter().filter(|row| row.is_member()).collect();
    let missing = members.iter().filter(|row| row.submitted.is_none());
    let mut thieu: Vec<String> = missing.map(|row| row.unit.full_name()).collect();
    if thieu.len() > 1 {
        let alphabet = Alphabet::new();
        thieu.sort_by(|a, b| alphabet.compare(a, b));
    }
    Submissions { co: members.len() - thieu.len(), tong: members.len(), thieu }
}

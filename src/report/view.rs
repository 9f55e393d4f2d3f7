//! Puts the view of one report together. Not for what its parts contain.

use std::collections::BTreeMap;

use serde::Serialize;

use super::binding::lines;
use super::charts::{ChartView, charts};
use super::context::ReportContext;
use super::document::{DocumentHead, PeriodView, document_head, issuer, period_view};
use super::due::Scope;
use super::narrative::{NarrativeView, narrative_view};
use super::views::apart::left_out;
use super::views::appendix::{Appendix, appendix};
use super::views::appendix_list::{AppendixEntry, AppendixNumbers, appendix_list, numbers};
use super::views::comparison::ComparisonView;
use super::views::figures::{FigureView, by_id};
use super::views::issued::issued;
use super::views::letter::{LetterView, letter_view};
use super::views::origins::origins;
use super::views::outline::{OutlineName, report_outline};
use super::views::printed_tables::{TableView, are_many, tables};
use super::views::submissions::{Submissions, submissions};
use super::views::table::ViewTable;
use super::views::tally::Tally;
use super::views::targets::TargetView;
use super::views::text::{DocumentView, Lines, NamedView, document_view, plain};
use super::views::years::{YearView, years};
use crate::diagnostic::{Code, Finding};
use crate::kinds::appendix_rule::{BY_UNIT, CHARTS, DOCUMENTS};
use crate::model::comparator::Comparator;
use crate::model::date::PartialDate;
use crate::model::unit::Unit;
use crate::model::written_date::short;
use crate::rollup::compare::Change;

/// Everything a template may print.
#[derive(Debug, Clone, Serialize)]
pub struct ReportView {
    /// Whether it is the roll-up.
    pub tong_hop: bool,
    /// The kind's sections, in order.
    pub(crate) muc: Vec<String>,
    /// How headings within a section stand: `rieng`, `lien`.
    pub(crate) de_muc_nho: &'static str,
    /// The columns of the target table, in order.
    pub cot: Vec<String>,
    /// The tables by name, each with its columns as they are printed.
    pub(crate) bang: BTreeMap<String, TableView>,
    /// The appendices, in order.
    pub(crate) cac_phu_luc: Vec<AppendixEntry>,
    /// Their numbers by key.
    pub(crate) so_phu_luc: AppendixNumbers,
    /// Sentences in the superior's words, by their key in the phrase bank.
    pub(crate) cau_rieng: BTreeMap<String, String>,
    /// What of sections, columns and sentences the plan asks for by name.
    #[serde(skip)]
    pub(crate) asked: Vec<OutlineName>,
    /// The period.
    pub ky: PeriodView,
    /// The format profile.
    pub(crate) the_thuc: String,
    /// Letterhead, number, signer.
    pub(crate) van_ban: DocumentHead,
    /// Whether figures are illustrative.
    pub(crate) minh_hoa: bool,
    /// The unit's name with its kind; none for the roll-up.
    pub don_vi: Option<String>,
    /// Whether small counts are written with two digits.
    pub(crate) dem_hai_chu_so: bool,
    /// What the area is called in a sentence.
    pub toan_dia_ban: String,
    /// What units are called together.
    pub(crate) goi_chung: String,
    /// The as-of date.
    pub(crate) chot_den: Option<String>,
    /// The general goal in the plan's words.
    pub(crate) muc_tieu_chung: Lines,
    /// The cited documents.
    pub(crate) can_cu: Vec<DocumentView>,
    /// The years of a report that compares by year, its own time last.
    pub cac_nam: Vec<YearView>,
    /// Targets in the plan's order, or the form's.
    pub chi_tieu: Vec<TargetView>,
    /// How many targets are met.
    pub(crate) tong_ket: Tally,
    /// Comparisons that no target has, each with its one reason.
    pub so_sanh_chung: Vec<ComparisonView>,
    /// Those that fail for many targets for the same reason.
    pub(crate) so_sanh_nhieu: Vec<ComparisonView>,
    /// Units whose figures stand in for units that did not exist before.
    pub(crate) hop_thanh: Vec<String>,
    /// Predecessors whose figures are not here.
    pub(crate) thieu_goc: Vec<String>,
    /// Explanations of figures that fell.
    pub(crate) giai_trinh: Vec<NamedView>,
    /// Figures in the plan's order.
    pub bang_so_lieu: Vec<FigureView>,
    /// What the figures' earlier values are of.
    pub(crate) so_voi: Option<Comparator>,
    /// The figures that the table of targets does not spell out, in the plan's order.
    pub(crate) so_lieu_khac: Vec<FigureView>,
    /// Figures by id.
    pub so_lieu: BTreeMap<String, FigureView>,
    /// The texts.
    pub loi: NarrativeView,
    /// Every document issued in the phase, for a report that closes one.
    pub danh_muc: Vec<DocumentView>,
    /// Which units handed in.
    pub(crate) nop: Submissions,
    /// Whom a letter goes to and what it asks for.
    pub thu: Option<LetterView>,
    /// The table with a row per unit.
    pub phu_luc: Option<Appendix>,
    /// The charts.
    pub bieu_do: Vec<ChartView>,
}

/// Assembles the view of a report from those of its parts.
///
/// # Errors
/// A finding when the plan names nobody to issue the report on its date.
pub fn assemble(views: &ViewTable<'_>, profile: &str) -> Result<ReportView, Finding> {
    let context = &views.context;
    let plan = context.plan();
    let issuer = issuer(context).ok_or_else(|| no_issuer(context))?;
    let ky = period_view(context);
    let outline = report_outline(context);
    let chi_tieu = with_remarks(views);
    let bang_so_lieu: Vec<FigureView> = views.figures().cloned().collect();
    let phu_luc = appendix(context, &chi_tieu);
    let origins = origins(&context.table);
    let (so_sanh_chung, so_sanh_nhieu) = shared_reasons(&chi_tieu);
    let (cac_nam, danh_muc) = (years(&context.table), issued(context));
    let bieu_do = charts(context, &chi_tieu);
    let empty = [
        (BY_UNIT, phu_luc.is_none()),
        (DOCUMENTS, danh_muc.is_empty()),
        (CHARTS, bieu_do.is_empty()),
    ];
    let cac_phu_luc = appendix_list(context, &empty, are_many(&cac_nam));
    let shown = (&chi_tieu[..], phu_luc.as_ref());
    let so_lieu_khac = left_out(context, shown, &outline.columns, &bang_so_lieu);
    Ok(ReportView {
        tong_hop: context.scope() == Scope::Area,
        so_lieu_khac,
        muc: outline.sections,
        de_muc_nho: context.kind.layout.headings.word(),
        bang: tables(context, &outline.columns, &chi_tieu, &bang_so_lieu, &cac_nam),
        so_phu_luc: numbers(&cac_phu_luc),
        cac_phu_luc,
        cot: outline.columns,
        cau_rieng: outline.words,
        asked: outline.asked,
        the_thuc: profile.to_owned(),
        van_ban: document_head(context, issuer, &ky),
        minh_hoa: context.illustrative(),
        don_vi: context.scope().unit().map(Unit::full_name),
        dem_hai_chu_so: plan.wording.two_digit_counts,
        toan_dia_ban: plan.wording.area.to_string(),
        goi_chung: plan.wording.units.to_string(),
        chot_den: context.as_of().map(|date| short(PartialDate::from(date))),
        muc_tieu_chung: plan.general_goal.as_ref().map(plain).unwrap_or_default(),
        can_cu: plan.documents.iter().map(document_view).collect(),
        cac_nam,
        tong_ket: views.tally().clone(),
        so_sanh_chung,
        so_sanh_nhieu,
        hop_thanh: origins.here,
        thieu_goc: origins.lacking,
        giai_trinh: explanations(views),
        phu_luc,
        bieu_do,
        chi_tieu,
        so_voi: context.earlier().first().map(|then| then.comparator),
        so_lieu: by_id(&bang_so_lieu),
        bang_so_lieu,
        loi: narrative_view(views),
        danh_muc,
        nop: submissions(context),
        thu: letter_view(context),
        ky,
    })
}

fn no_issuer(context: &ReportContext<'_>) -> Finding {
    let date = short(PartialDate::from(context.reference()));
    let message = format!(
        "{}: kế hoạch không nêu cơ quan ban hành cho loại «{}» ngày {date}",
        context.plan().id,
        context.kind.id
    );
    Finding::new(Code::MissingKey, message)
        .hint("bổ sung một mục trong «ban_hanh» có hiệu lực vào ngày này")
}

/// The author's own sentences with the targets; they may refer to any of them.
fn with_remarks(views: &ViewTable<'_>) -> Vec<TargetView> {
    let mut targets: Vec<TargetView> = views.targets().cloned().collect();
    for (id, text) in &views.context.narrative.remarks {
        if let Some(view) = targets.iter_mut().find(|view| view.ma == id.as_str()) {
            view.nhan_xet = lines(views, text);
        }
    }
    targets
}

/// As many targets for which a comparison fails for one reason are told of it together.
const MANY: usize = 3;

/// Comparisons that fail for the same reason: those for every target, and those for many of them. Both are said once, not with
/// each target.
fn shared_reasons(views: &[TargetView]) -> (Vec<ComparisonView>, Vec<ComparisonView>) {
    let (mut for_all, mut for_many): (Vec<ComparisonView>, Vec<_>) = (Vec::new(), Vec::new());
    let compared = || views.iter().flat_map(|view| &view.so_sanh);
    let fails = |one: &&ComparisonView| {
        use Change::{BrokenBase, NoBase, NoOrigin, OtherCoverage};
        matches!(one.thay_doi, NoBase | BrokenBase | OtherCoverage | NoOrigin)
    };
    for one in compared().filter(fails) {
        let alike = |other: &ComparisonView| (other.voi, other.thay_doi) == (one.voi, one.thay_doi);
        if for_all.iter().chain(&for_many).any(alike) {
            continue;
        }
        let of_it = |other: &&ComparisonView| {
            other.voi == one.voi && other.thay_doi != Change::NotComparable
        };
        let (all, same) =
            (compared().filter(of_it).count(), compared().filter(|o| alike(o)).count());
        match same {
            _ if same == all => for_all.push(one.clone()),
            MANY.. => for_many.push(one.clone()),
            _ => {}
        }
    }
    (for_all, for_many)
}

/// Why figures fell, in the plan's order, for the part on causes.
fn explanations(views: &ViewTable<'_>) -> Vec<NamedView> {
    let context = &views.context;
    // What explains a fall within a phase was printed in the report of its quarter.
    if !matches!(context.scope(), Scope::Unit(_)) || context.closing.is_some() {
        return Vec::new();
    }
    let Some(own) = context.rows().first().and_then(|row| row.submitted) else { return Vec::new() };
    let explained = context.plan().figures.iter().filter_map(|figure| {
        let text = own.explanations.get(&figure.id)?;
        let (ma, ten) = (figure.id.to_string(), figure.name.to_string());
        let van = lines(views, text);
        (!van.is_empty()).then_some(NamedView { ma, ten, van })
    });
    explained.collect()
}

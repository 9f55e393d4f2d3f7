//! Gathers what a report says: its figures from the views its page is made from, its text from the markup of that page. Not for
//! reading markup ([`super::printed_text`]).

use super::content::{
    Content, DocumentIdentity, FigureContent, ReportIdentity, TargetContent, UnitAddend, UnitCell,
    VERSION,
};
use super::places::{Places, enter};
use super::printed_text::printed_text;
use crate::diagnostic::Finding;
use crate::model::date::PartialDate;
use crate::model::target::Target;
use crate::model::written_date::short;
use crate::report::ReportView;
use crate::report::document::DocumentHead;
use crate::report::views::table::ViewTable;
use crate::rollup::contribution::shares_of_figure;
use crate::toolchain::{CompiledKind, Toolchain, rendered};
use crate::trace::index::{IndexEntry, head, index};
use crate::trace::sums::{AddendLine, sums};
use crate::trace::verdict::{judgement, mark};

/// What the report of these views says.
///
/// # Errors
/// A finding: no issuer or profile for its date, or a template that does not render.
pub fn content(
    views: &ViewTable<'_>,
    kind: &CompiledKind,
    toolchain: &Toolchain,
) -> Result<Content, Finding> {
    let (view, markup) = rendered(views, kind, toolchain)?;
    Ok(of_page(views, &view, &markup))
}

/// What a page says that was rendered from these views.
#[must_use]
pub(crate) fn of_page(views: &ViewTable<'_>, view: &ReportView, markup: &str) -> Content {
    gathered(views, view, markup, &mut |_, _| {})
}

/// The same, and where the values stand that it was made from.
#[must_use]
pub(crate) fn with_places(
    views: &ViewTable<'_>,
    view: &ReportView,
    markup: &str,
) -> (Content, Places) {
    let mut places = Places::new();
    let content = gathered(views, view, markup, &mut |id, line| enter(&mut places, id, line));
    (content, places)
}

/// What a page says; each addend of a figure is shown to `seen` on the way.
fn gathered(
    views: &ViewTable<'_>,
    view: &ReportView,
    markup: &str,
    seen: &mut dyn FnMut(&str, &AddendLine),
) -> Content {
    let dossier = views.context.plan().id.as_str();
    let numbers = index(views, dossier);
    Content {
        phien_ban: VERSION,
        bao_cao: identity(views, dossier),
        van_ban: document(&view.van_ban),
        so_lieu: numbers.so_lieu.into_iter().map(|entry| figure(views, entry, seen)).collect(),
        chi_tieu: numbers.chi_tieu.into_iter().map(|entry| target(views, view, entry)).collect(),
        khoi: printed_text(markup),
    }
}

fn identity(views: &ViewTable<'_>, dossier: &str) -> ReportIdentity {
    let head = head(&views.context, dossier);
    ReportIdentity {
        ho_so: head.ho_so,
        ky: head.ky,
        ten_ky: head.ten_ky,
        loai: head.loai,
        don_vi: head.don_vi,
        ten: head.ten,
    }
}

fn document(head: &DocumentHead) -> DocumentIdentity {
    let date = &head.ngay;
    let whole = PartialDate { year: date.nam, month: date.thang, day: date.ngay };
    DocumentIdentity {
        so: head.so,
        ky_hieu: head.ky_hieu.clone(),
        ngay: date.ngay.map(|_| short(whole)),
    }
}

fn figure(
    views: &ViewTable<'_>,
    entry: IndexEntry,
    seen: &mut dyn FnMut(&str, &AddendLine),
) -> FigureContent {
    let table = &views.context.table;
    let figure = views.context.plan().figure(&entry.ma).expect("an entry is of a figure");
    let sums = sums(&shares_of_figure(figure, &table.rows), table.total(figure));
    let lines = sums.so_lieu.into_iter().flat_map(|sum| sum.cong_tu);
    let lines = lines.inspect(|line| seen(&entry.ma, line));
    let addend = |line: AddendLine| UnitAddend { don_vi: line.don_vi, gia_tri: line.gia_tri };
    let theo_don_vi = lines.map(addend).collect();
    FigureContent {
        ma: entry.ma,
        ten: entry.ten,
        don_vi_tinh: entry.don_vi_tinh.unwrap_or_default(),
        gia_tri: entry.gia_tri,
        co: sums.co,
        tong: sums.tong,
        theo_don_vi,
    }
}

fn target(views: &ViewTable<'_>, view: &ReportView, entry: IndexEntry) -> TargetContent {
    let context = &views.context;
    let target = context.plan().target(&entry.ma).expect("an entry is of a target");
    let coverage = &context.table.value(target).coverage;
    TargetContent {
        theo_don_vi: unit_cells(views, view, target),
        ma: entry.ma,
        ten: entry.ten,
        gia_tri: entry.gia_tri,
        ket_luan: entry.ket_luan.unwrap_or_default(),
        muc: judgement(context, target).muc,
        lo_trinh: mark(context, target).and_then(|mark| mark.muc),
        co: coverage.counted.len(),
        tong: coverage.total(),
    }
}

/// A target's column of the appendix.
fn unit_cells(views: &ViewTable<'_>, view: &ReportView, target: &Target) -> Vec<UnitCell> {
    let Some(appendix) = &view.phu_luc else { return Vec::new() };
    let column = appendix.cot.iter().position(|column| column.ma == target.id.as_str());
    let Some(at) = column else { return Vec::new() };
    let words = &views.context.kind.words;
    let rows = appendix.hang.iter().filter_map(|row| Some((row, row.o.get(at)?)));
    let cell = rows.map(|(row, cell)| UnitCell {
        don_vi: row.ten.clone(),
        gia_tri: cell.gia_tri.clone(),
        ket_luan: words.verdict(cell.ket_luan),
    });
    cell.collect()
}

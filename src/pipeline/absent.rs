//! Why there is no report of a unit or of the board for a period. Not for reports that are held back.

use super::selection::Selection;
use crate::model::dossier::Dossier;
use crate::model::names::AREA;
use crate::model::period::Period;
use crate::model::unit::{Rank, Unit};

/// Why a dossier has no report of `unit`, or no roll-up, for a period.
#[must_use]
pub(crate) fn no_report(dossier: &Dossier, unit: Option<&Unit>, period: Period) -> String {
    let plan = &dossier.plan;
    let name = unit.map_or("báo cáo tổng hợp".to_owned(), Unit::full_name);
    let due = plan.calendar.iter().any(|due| due.quarter == period.quarter());
    let why = match unit {
        _ if plan.base_year == Some(period.year()) => "kỳ của năm gốc không lập báo cáo",
        _ if !due => "kỳ không có trong lịch báo cáo",
        Some(unit) if unit.rank == Rank::Superior => {
            "hàng cấp trên không có báo cáo riêng, số của hàng này ở báo cáo tong-hop"
        }
        None => "kỳ mới mở, chưa tệp nào có số liệu",
        Some(unit) if dossier.is_opened(&unit.id, period) => "tệp đã mở, chưa điền",
        Some(_) => "đơn vị chưa nộp",
    };
    format!("{name} không có báo cáo kỳ {period}: {why}")
}

/// Why nothing that was asked for is due, a reason a dossier asked for.
pub(super) fn nothing_due(dossiers: &[Dossier], selection: &Selection) -> Vec<String> {
    let asked = dossiers.iter().filter(|dossier| selection.asks_for(dossier.plan.id.as_str()));
    let all = selection.lists_dossiers();
    let mut reasons: Vec<String> =
        asked.filter_map(|dossier| reason(dossier, selection, all)).collect();
    reasons.dedup();
    reasons
}

/// Why one dossier has nothing; none where that is clear, since others were meant.
fn reason(dossier: &Dossier, selection: &Selection, named: bool) -> Option<String> {
    let (id, asked) = (&dossier.plan.id, selection.unit.as_deref());
    let unit = asked.and_then(|unit| dossier.plan.unit(unit));
    if let Some(asked) = asked.filter(|asked| *asked != AREA && unit.is_none()) {
        return named.then(|| format!("hồ sơ {id} không có đơn vị {asked}"));
    }
    let Some(period) = selection.period.or(dossier.periods.last().copied()) else {
        return Some(format!("hồ sơ {id} chưa có số liệu kỳ nào"));
    };
    if !dossier.periods.contains(&period) {
        return named.then(|| format!("hồ sơ {id} chưa có số liệu kỳ {period}"));
    }
    Some(no_report(dossier, unit, period))
}

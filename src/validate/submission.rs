//! Rules on what was handed in for a period (B01, B02, B05, V04, V14, V17), told once per dossier and period.
//! Not for single files.

use super::{bindings, contradiction, history};
use crate::diagnostic::{Code, Finding};
use crate::dossier::Dossier;
use crate::model::period::Period;
use crate::report::figures::amount;
use crate::report::{Job, Scope, scene::Scene};
use crate::rollup::rows::rows;
use crate::rollup::value::total;
use crate::source::{SourceFile, Span};

/// Units that did not hand in, and periods nothing is due for. `shown` is how findings call the inputs folder.
#[must_use]
pub fn completeness(dossier: &Dossier, period: Period, shown: &str) -> Vec<Finding> {
    let plan = &dossier.plan;
    if !dossier.periods.contains(&period) {
        return Vec::new();
    }
    let folder = format!("{shown}/{}/{period}", plan.id);
    if !plan.calendar.iter().any(|due| due.quarter == period.quarter()) {
        let message =
            format!("{folder}: kỳ này không có trong lịch báo cáo, không lập báo cáo nào");
        let file = SourceFile::new(folder, "");
        return vec![
            Finding::new(Code::NotDue, message)
                .at(&Span::whole(&file))
                .hint("thêm kỳ vào «lich_bao_cao» trong ke-hoach.yaml nếu cần báo cáo"),
        ];
    }
    let late = plan.rows(period.last_day()).filter(|unit| {
        let owes = plan.figures.iter().any(|figure| plan.owes(unit, figure));
        owes && !dossier.filed.get(&period).is_some_and(|filed| filed.contains(&unit.id))
    });
    let finding = |unit: &crate::model::unit::Unit| {
        let path = format!("{folder}/{}.yaml", unit.id);
        let message = format!("{} chưa nộp báo cáo kỳ {period}", unit.full_name());
        let hint = format!(
            "khi có số liệu, tạo tệp {path}; trước đó báo cáo tổng hợp ghi rõ đơn vị chưa có số liệu"
        );
        Finding::new(Code::NotSubmitted, message)
            .at(&Span::whole(&SourceFile::new(path, "")))
            .hint(hint)
    };
    late.map(finding).collect()
}

/// What the values of one report ask to be looked at: prose that differs, broken bases, totals that do not reconcile.
#[must_use]
pub fn values(job: &Job<'_>, scene: &Scene<'_>) -> Vec<Finding> {
    let mut findings = match job.scope {
        Scope::Unit(_) => Vec::new(),
        Scope::Area => reconciliation(job),
    };
    findings.extend(contradiction::check(scene));
    findings.extend(bindings::gaps(scene));
    let own = scene
        .rows
        .first()
        .and_then(|row| row.submitted)
        .filter(|_| matches!(job.scope, Scope::Unit(_)));
    history::acknowledge(&mut findings, own.map_or(&[], |read| &read.acknowledged));
    for then in &scene.earlier {
        for row in then.rows.iter().filter(|row| {
            row.broken
                && scene.rows.iter().any(|now| now.submitted.is_some() && now.unit == row.unit)
        }) {
            let message = format!(
                "{} kỳ {} đang có lỗi nên kỳ {} chưa so sánh được",
                row.unit.full_name(),
                then.period,
                scene.period
            );
            findings.push(
                Finding::new(Code::BrokenBase, message)
                    .hint(format!("sửa tệp của kỳ {}", then.period)),
            );
        }
    }
    findings
}

/// V04: the published totals against the sums, when every unit has reported.
fn reconciliation(job: &Job<'_>) -> Vec<Finding> {
    let (plan, period) = (&job.dossier.plan, job.period);
    let board = job.dossier.board(period);
    let all = rows(job.dossier, period);
    let mut findings = Vec::new();
    for (id, published) in board.iter().flat_map(|board| &board.published) {
        let Some(figure) = plan.figure(id.as_str()) else { continue };
        let value = total(plan, figure, &all);
        let Some(sum) = value.known().filter(|_| value.coverage.is_full()) else { continue };
        let stated = crate::model::exact::Exact::new(
            i128::from(published.value),
            crate::model::exact::power_of_ten(figure.decimals),
        );
        if sum != stated {
            let message = format!(
                "tổng «{id}» của các đơn vị là {}, số đã công bố là {}",
                amount(sum, figure),
                amount(stated, figure)
            );
            findings.push(
                Finding::new(Code::NotReconciled, message)
                    .at(&published.span)
                    .hint("tìm đơn vị nhập sai, hoặc xem lại số công bố"),
            );
        }
    }
    findings
}

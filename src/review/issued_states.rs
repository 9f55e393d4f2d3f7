//! S05: a report that goes by what a unit issued, where the unit's file says something else by now. Not for the unit's own report.

use crate::diagnostic::{Code, Finding};
use crate::model::dossier::Filed;
use crate::report::due::{Job, Scope};
use crate::source::{SourceFile, Span};

/// The units, and for a unit's report its earlier periods, whose issued state the report goes by.
#[must_use]
pub(super) fn check(job: &Job<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for unit in &job.dossier.plan.units {
        let Some(series) = job.dossier.series.get(&unit.id) else { continue };
        for (period, present) in &series.present {
            let told = match job.scope {
                Scope::Area => *period == job.period,
                Scope::Unit(own) => own.id == unit.id && *period < job.period,
                Scope::Missing(_) => false,
            };
            if !told {
                continue;
            }
            let name = unit.full_name();
            let message = format!(
                "dùng số liệu {name} đã ban hành cho kỳ {period}; tệp của {name} đã sửa sau khi ban hành"
            );
            let place = present.good().map(|read| read.heading.as_of.span.clone());
            let file = || {
                let name = format!("inputs/{}/{period}/{}.yaml", job.dossier.plan.id, unit.id);
                Span::whole(&SourceFile::new(name, ""))
            };
            let place = match present {
                Filed::Good(_) => place,
                Filed::Broken => Some(file()),
            };
            findings.push(
                Finding::new(Code::OlderState, message)
                    .at_maybe(place)
                    .hint("muốn dùng số mới thì ban hành bản thay thế báo cáo của đơn vị (baocao issue … --replace)"),
            );
        }
    }
    findings
}

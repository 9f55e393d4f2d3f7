//! S05: a report that goes by what a unit issued, where the unit's file says something else by now. Not for the unit's own report.

use crate::diagnostic::{Code, Finding};
use crate::model::dossier::{Dossier, Filed};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::returns::Return;
use crate::model::unit::{Predecessor, Unit};
use crate::report::due::{Job, Scope};

/// The units, and for a unit's report its earlier periods, whose issued state the report goes by; with the units they were before.
#[must_use]
pub(super) fn check(job: &Job<'_>) -> Vec<Finding> {
    let units = job.dossier.plan.units.iter().filter(|unit| match job.scope {
        Scope::Area => true,
        Scope::Unit(own) => own.id == unit.id,
        Scope::Missing(_) => false,
    });
    units.flat_map(|unit| of_unit(job, unit)).collect()
}

fn of_unit(job: &Job<'_>, unit: &Unit) -> Vec<Finding> {
    // A unit's own report is made from its file as it is.
    let is_used = |period: Period| match job.scope {
        Scope::Area => period <= job.period,
        Scope::Unit(_) | Scope::Missing(_) => period < job.period,
    };
    let own = told(job.dossier, &unit.id, is_used);
    let before = unit.predecessors.iter().flat_map(|before| match before {
        Predecessor::Unit { dossier, unit, .. } => {
            let other = job.family.iter().find(|other| other.plan.id == *dossier);
            other.map(|other| told(other, unit, |_| true)).unwrap_or_default()
        }
        Predecessor::Outside(_) => Vec::new(),
    });
    own.into_iter().chain(before).collect()
}

/// The periods of a unit that are used as they were issued.
fn told(dossier: &Dossier, unit: &Id, is_used: impl Fn(Period) -> bool) -> Vec<Finding> {
    let Some(series) = dossier.series.get(unit) else { return Vec::new() };
    let named = dossier.plan.units.iter().find(|one| one.id == *unit);
    let name = named.map_or_else(|| unit.to_string(), Unit::full_name);
    let used = series.present.iter().filter(|(period, _)| is_used(**period));
    used.map(|(period, present)| {
        let message = format!(
            "dùng số liệu {name} đã ban hành cho kỳ {period}; tệp của {name} đã sửa sau khi ban hành"
        );
        let place = |read: &Return| read.heading.as_of.span.clone();
        // A file that cannot be read has no place to show; what was issued has one.
        let issued = || series.returns.get(period).and_then(Filed::good).map(place);
        Finding::new(Code::OlderState, message)
            .at_maybe(present.good().map(place).or_else(issued))
            .hint("muốn dùng số mới thì ban hành bản thay thế báo cáo của đơn vị (baocao issue … --replace)")
    })
    .collect()
}

//! Holds the units a plan takes over from other dossiers against those: one that is nowhere refuses the plan that names it; one
//! whose plan has errors only costs the comparison. Not for the comparison.

use std::collections::BTreeMap;

use super::loaded::Loaded;
use crate::diagnostic::{Code, Finding, Subject};
use crate::model::id::Id;
use crate::model::names::PLAN;
use crate::model::unit::Predecessor;
use crate::source::Span;

/// A unit that was another before: the dossier that says so, the one it was in, its id there, and where that is said.
type Named = (Id, Id, Id, Span);

/// Refuses plans that name nobody, then tells which others lose a comparison. `shown` is how findings call the inputs folder.
pub(super) fn check(loaded: &mut Loaded, shown: &str) {
    let wrong: Vec<Named> =
        named(loaded).into_iter().filter(|named| !is_known(loaded, named)).collect();
    for (dossier, before, unit, span) in wrong {
        loaded.dossiers.retain(|other| other.plan.id != dossier);
        if !loaded.refused.iter().any(|refused| refused == dossier.as_str()) {
            loaded.refused.push(dossier.to_string());
        }
        loaded.findings.push(nowhere(&dossier, &before, &unit, &span));
    }
    let mut lost: BTreeMap<(Id, Id), Vec<(Id, Span)>> = BTreeMap::new();
    for (dossier, before, unit, span) in named(loaded) {
        if !loaded.dossiers.iter().any(|other| other.plan.id == before) {
            lost.entry((dossier, before)).or_default().push((unit, span));
        }
    }
    loaded.findings.extend(lost.into_iter().map(|(pair, units)| uncompared(&pair, &units, shown)));
}

fn named(loaded: &Loaded) -> Vec<Named> {
    let plans = loaded.dossiers.iter().map(|dossier| &dossier.plan);
    let all = plans.flat_map(|plan| {
        let before = plan.units.iter().flat_map(|unit| &unit.predecessors);
        before.filter_map(|one| match one {
            Predecessor::Unit { dossier, unit, span } => {
                Some((plan.id.clone(), dossier.clone(), unit.clone(), span.clone()))
            }
            Predecessor::Outside(_) => None,
        })
    });
    all.collect()
}

/// Whether there is such a unit, or nobody can tell because of errors in its plan.
fn is_known(loaded: &Loaded, (_, before, unit, _): &Named) -> bool {
    let source = loaded.dossiers.iter().find(|other| other.plan.id == *before);
    let refused = || loaded.refused.iter().any(|refused| refused == before.as_str());
    source.map_or_else(refused, |source| source.plan.unit(unit.as_str()).is_some())
}

fn nowhere(dossier: &Id, before: &Id, unit: &Id, span: &Span) -> Finding {
    let message = format!("không có đơn vị «{unit}» trong hồ sơ «{before}»");
    let hint = "sửa ho_so, ma; đơn vị không có số liệu ở đây thì viết { ngoai: \"tên đơn vị\" }";
    let finding = Finding::new(Code::UnknownName, message).at(span).hint(hint);
    finding.subject(&Subject::of_dossier(dossier))
}

/// One finding for all units of one dossier: the plan that names them is right, the other is to be mended.
fn uncompared((dossier, before): &(Id, Id), units: &[(Id, Span)], shown: &str) -> Finding {
    let names: Vec<&str> = units.iter().map(|(unit, _)| unit.as_str()).collect();
    let message = format!(
        "kế hoạch của hồ sơ «{before}» đang có lỗi nên chưa so sánh được với số liệu của {}",
        names.join(", ")
    );
    let hint = format!("sửa tệp {shown}/{before}/{PLAN}; tệp này không phải sửa");
    let finding = Finding::new(Code::BrokenBase, message).hint(hint);
    let place = units.first().map(|(_, span)| span.clone());
    finding.at_maybe(place).subject(&Subject::of_dossier(dossier))
}

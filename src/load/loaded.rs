//! What was read from the inputs folder. Not for reading it ([`mod@super::dossiers`]).

use crate::diagnostic::{Code, Finding, Subject};
use crate::model::dossier::Dossier;
use crate::model::period::Period;
use crate::model::plan::Plan;

/// What was read from the inputs folder.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Dossiers whose plan is right, by id.
    pub dossiers: Vec<Dossier>,
    /// Dossiers whose plan has errors: nothing of them can be built.
    pub refused: Vec<String>,
    /// Everything found.
    pub findings: Vec<Finding>,
}

impl Loaded {
    /// What is said of a dossier whose folder was not opened, the first that is called so.
    pub(crate) fn unread_dossier(&self, named: &dyn Fn(&str) -> bool) -> Option<&Finding> {
        self.findings.iter().find(|finding| {
            let Subject { dossier, period, unit } = &finding.subject;
            let whole = finding.code == Code::Unreadable && period.is_none() && unit.is_none();
            whole && dossier.as_deref().is_some_and(named)
        })
    }
}

/// What of a dossier is earlier than a period and could not be read: last values may be in it.
pub(crate) fn unread_before(
    loaded: &Loaded,
    plan: &Plan,
    period: Period,
) -> impl Iterator<Item = Finding> {
    let (id, asked) = (plan.id.to_string(), period.to_string());
    let is_before = move |finding: &&Finding| {
        let subject = &finding.subject;
        finding.code == Code::Unreadable
            && subject.dossier.as_ref() == Some(&id)
            && subject.period.as_ref().is_none_or(|own| *own < asked)
    };
    loaded.findings.iter().filter(is_before).cloned()
}

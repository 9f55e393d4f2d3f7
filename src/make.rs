//! Makes one report: view, markup, PDF. Not for choosing reports, and not for writing them
//! ([`crate::output::ledger`]).

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Finding};
use crate::dossier::disk;
use crate::inspect::inspect;
use crate::inspect::tell::sentence;
use crate::model::returns::Narrative;
use crate::options::{Goal, Options};
use crate::output::fingerprint::{Fingerprint, Reason};
use crate::output::ledger::Product;
use crate::output::manifest::Entry;
use crate::output::shelf::{self, PDF, Standing};
use crate::report::scene::Scene;
use crate::report::suggestions;
use crate::report::{Job, Scope, assemble};
use crate::validate::submission;
use crate::workshop::{Form, Workshop};

/// The ending of the file with what units wrote, beside a roll-up.
const SUGGESTIONS: &str = "goi-y.yaml";

/// What became of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Outcome {
    /// Written (or, in a check, without errors).
    Built,
    /// Nothing that shapes it has changed, and the file is there.
    Unchanged,
    /// Its data has errors.
    Refused,
    /// Data fine, but its template, layout or file failed.
    Failed,
    /// Not tried, because the run stopped at an error.
    #[default]
    Skipped,
}

/// A report that was tried.
#[derive(Debug, Default)]
pub struct Made {
    /// What became of it.
    pub outcome: Outcome,
    /// What was found.
    pub findings: Vec<Finding>,
    /// Why it was built.
    pub reasons: Vec<Reason>,
    /// Its files, if its data is right and it was to be built.
    pub product: Option<Product>,
}

impl Made {
    /// Refused for its data.
    #[must_use]
    pub fn refused(findings: Vec<Finding>) -> Self {
        Self { outcome: Outcome::Refused, findings, ..Self::default() }
    }

    /// Failed though its data is right.
    #[must_use]
    pub fn failed(findings: Vec<Finding>) -> Self {
        Self { outcome: Outcome::Failed, findings, ..Self::default() }
    }
}

/// What there is of a report already.
#[derive(Debug, Clone, Copy)]
pub struct Before<'m> {
    /// What the manifest says of it.
    pub entry: Option<&'m Entry>,
    /// How its PDF stands to that.
    pub pdf: Standing,
}

/// Makes the report of `job`; what fails is a finding, never lost. Writes nothing.
#[must_use]
pub fn make(
    job: &Job<'_>,
    form: &Form,
    workshop: &Workshop,
    options: &Options,
    goal: Goal,
    before: Before<'_>,
) -> Made {
    let none = Narrative::default();
    let scene = Scene::new(job, &form.kind, &none);
    let printed = || match markup(&scene, form, workshop) {
        Err(finding) if finding.code == Code::Template => Made::failed(vec![finding]),
        Err(finding) => Made::refused(vec![finding]),
        Ok(_) if goal == Goal::Check => Made { outcome: Outcome::Built, ..Made::default() },
        Ok(markup) => pdf(job, &scene, markup, form, workshop, options, before),
    };
    let (mut made, found) = rayon::join(printed, || submission::values(job, &scene));
    if let (Scope::Area, Some(product)) = (job.scope, &mut made.product) {
        let text = suggestions::to_yaml(&suggestions::gather(&scene)).unwrap_or_default();
        product.files.push((SUGGESTIONS, text.into_bytes()));
    }
    made.findings.extend(found);
    made
}

/// The Typst markup of a report.
///
/// # Errors
/// A finding: no issuer or profile for its date, or a template that does not render.
pub fn markup(scene: &Scene<'_>, form: &Form, workshop: &Workshop) -> Result<String, Finding> {
    let profile = workshop.profiles.on(scene.reference)?;
    let view = assemble(scene, profile)?;
    form.engine.render(&view)
}

fn pdf(
    job: &Job<'_>,
    scene: &Scene<'_>,
    markup: String,
    form: &Form,
    workshop: &Workshop,
    options: &Options,
    before: Before<'_>,
) -> Made {
    let name = job.name();
    let fingerprint = workshop.shared.of(&markup);
    let reasons = reasons(&fingerprint, options, before);
    let mut product = Product { fingerprint, files: Vec::new(), kept: BTreeMap::new() };
    if reasons.is_empty() {
        let own = disk::bytes(&shelf::path(&options.out, &name, PDF));
        if let Some(found) = own.and_then(|own| off_format(&own, scene, workshop, &name)) {
            return Made::failed(found);
        }
        let mark = before.entry.and_then(|entry| entry.tep.get(PDF));
        product.kept.extend(mark.map(|mark| (PDF.to_owned(), mark.clone())));
        return Made { outcome: Outcome::Unchanged, product: Some(product), ..Made::default() };
    }
    let bytes = match workshop.press.typeset(markup, &name) {
        Ok(bytes) => bytes,
        Err(findings) => return Made::failed(traced(findings, &name, scene, form, workshop)),
    };
    if let Some(found) = off_format(&bytes, scene, workshop, &name) {
        return Made::failed(found);
    }
    product.files.push((PDF, bytes));
    Made { outcome: Outcome::Built, reasons, product: Some(product), findings: Vec::new() }
}

/// What deviates from the format in a finished report, if reports are to be inspected; none if it conforms.
fn off_format(
    bytes: &[u8],
    scene: &Scene<'_>,
    workshop: &Workshop,
    name: &str,
) -> Option<Vec<Finding>> {
    let tables = workshop.tables.as_ref()?;
    let profile = workshop.profiles.on(scene.reference).ok();
    let told = match inspect(bytes, tables, profile) {
        Ok(inspection) => inspection.deviations.iter().map(sentence).collect(),
        Err(unreadable) => vec![unreadable.to_string()],
    };
    let finding = |told: String| {
        Finding::new(Code::OffFormat, format!("{name}: {told}"))
            .hint("báo cho người phụ trách khuôn mẫu; bỏ --inspect để lập và xem trang")
    };
    (!told.is_empty()).then(|| told.into_iter().map(finding).collect())
}

/// Why a report has to be built; empty when nothing has changed.
fn reasons(fingerprint: &Fingerprint, options: &Options, before: Before<'_>) -> Vec<Reason> {
    if options.force {
        return vec![Reason::Asked];
    }
    let Some(entry) = before.entry else { return vec![Reason::New] };
    match before.pdf {
        Standing::Missing => vec![Reason::Missing],
        Standing::Changed => vec![Reason::Damaged],
        Standing::Right => fingerprint.differences(&entry.dau_van_tay),
    }
}

/// What Typst objects to, led back to template lines: the report is rendered and laid out once more with marks.
fn traced(
    findings: Vec<Finding>,
    name: &str,
    scene: &Scene<'_>,
    form: &Form,
    workshop: &Workshop,
) -> Vec<Finding> {
    let again = || {
        let engine = workshop.marked(&form.kind)?;
        let profile = workshop.profiles.on(scene.reference).ok()?;
        let markup = engine.render(&assemble(scene, profile).ok()?).ok()?;
        let mut findings = workshop.press.typeset(markup, name).err()?;
        for finding in &mut findings {
            finding.span = finding.span.take().map(|place| engine.origin(&place).unwrap_or(place));
        }
        Some(findings)
    };
    again().unwrap_or(findings).into_iter().map(|finding| of_report(finding, name)).collect()
}

fn of_report(mut finding: Finding, name: &str) -> Finding {
    finding.message = format!("{name}: {}", finding.message);
    finding
}

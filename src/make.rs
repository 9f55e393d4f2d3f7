//! Makes one report: view, markup, PDF, file. Not for choosing reports or for what happens to the others.

use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Finding};
use crate::dossier::disk;
use crate::inspect::inspect;
use crate::inspect::tell::sentence;
use crate::model::returns::Narrative;
use crate::options::{Goal, Options};
use crate::output::fingerprint::Fingerprint;
use crate::output::manifest::Manifest;
use crate::output::write;
use crate::report::scene::Scene;
use crate::report::suggestions;
use crate::report::{Job, Scope, assemble};
use crate::validate::submission;
use crate::workshop::{Form, Workshop};

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
    pub reasons: Vec<&'static str>,
    /// What it was made from and its size, if its file is now right.
    pub written: Option<(Fingerprint, u64)>,
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

/// Makes the report of `job`; what fails is a finding, never lost.
#[must_use]
pub fn make(
    job: &Job<'_>,
    form: &Form,
    workshop: &Workshop,
    options: &Options,
    goal: Goal,
    manifest: &Manifest,
) -> Made {
    let none = Narrative::default();
    let scene = Scene::new(job, &form.kind, &none);
    let found = submission::values(job, &scene);
    let made = match markup(&scene, form, workshop) {
        Err(finding) if finding.code == Code::Template => Made::failed(vec![finding]),
        Err(finding) => Made::refused(vec![finding]),
        Ok(_) if goal == Goal::Check => Made { outcome: Outcome::Built, ..Made::default() },
        Ok(markup) => pdf(job, &scene, markup, form, workshop, options, manifest),
    };
    let mut made = if goal == Goal::Build && made.written.is_some() {
        with_suggestions(job, &scene, options, made)
    } else {
        made
    };
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
    manifest: &Manifest,
) -> Made {
    let name = job.name();
    let path = output_path(&options.out, &name, "pdf");
    let fingerprint = workshop.shared.of(&markup);
    let reasons = reasons(&name, &path, &fingerprint, options, manifest);
    if reasons.is_empty() {
        let size = manifest.bao_cao.get(&name).map_or(0, |entry| entry.kich_thuoc);
        if let Some(found) =
            disk::bytes(&path).and_then(|own| off_format(&own, scene, workshop, &name))
        {
            return Made::failed(found);
        }
        return Made {
            outcome: Outcome::Unchanged,
            written: Some((fingerprint, size)),
            ..Made::default()
        };
    }
    let bytes = match workshop.press.typeset(markup, &name) {
        Ok(bytes) => bytes,
        Err(findings) => return Made::failed(traced(findings, &name, scene, form, workshop)),
    };
    if let Some(found) = off_format(&bytes, scene, workshop, &name) {
        return Made::failed(found);
    }
    match write::replace(&path, &bytes) {
        Ok(()) => {
            let written = Some((fingerprint, bytes.len() as u64));
            Made { outcome: Outcome::Built, reasons, written, findings: Vec::new() }
        }
        Err(error) => Made::failed(vec![not_written(&path, &error)]),
    }
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
fn reasons(
    name: &str,
    path: &Path,
    fingerprint: &Fingerprint,
    options: &Options,
    manifest: &Manifest,
) -> Vec<&'static str> {
    if options.force {
        return vec!["được yêu cầu dựng lại (--force)"];
    }
    let Some(entry) = manifest.bao_cao.get(name) else { return vec!["báo cáo mới"] };
    let size = std::fs::metadata(path).map(|data| data.len()).ok();
    match size {
        None => vec!["tệp PDF không còn"],
        Some(size) if size != entry.kich_thuoc => vec!["tệp PDF đã bị thay đổi"],
        Some(_) => fingerprint.differences(&entry.dau_van_tay),
    }
}

/// A roll-up also leaves the units' words beside its PDF.
fn with_suggestions(job: &Job<'_>, scene: &Scene<'_>, options: &Options, mut made: Made) -> Made {
    if !matches!(job.scope, Scope::Area) {
        return made;
    }
    let path = output_path(&options.out, &job.name(), "goi-y.yaml");
    let written = suggestions::to_yaml(&suggestions::gather(scene))
        .map_err(std::io::Error::other)
        .and_then(|text| write::replace_if_changed(&path, text.as_bytes()));
    if let Err(error) = written {
        made.outcome = Outcome::Failed;
        made.findings.push(not_written(&path, &error));
    }
    made
}

/// Where a report is written: `name` below `out`, with this extension.
#[must_use]
pub fn output_path(out: &Path, name: &str, extension: &str) -> PathBuf {
    let mut path = out.to_owned();
    path.extend(name.split('/'));
    path.as_mut_os_string().push(format!(".{extension}"));
    path
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

fn not_written(path: &Path, error: &std::io::Error) -> Finding {
    Finding::new(Code::NotWritten, format!("không ghi được {}: {error}", path.display()))
        .hint("đóng tệp nếu đang mở, kiểm tra ổ đĩa và quyền ghi, rồi chạy lại; bản cũ còn nguyên")
}

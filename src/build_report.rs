//! Makes one report: view, markup, PDF. Not for choosing reports, and not for writing them
//! ([`crate::output::store`]).

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Finding, Subject};
use crate::diff::gather::of_page;
use crate::disk;
use crate::disk::file_system::Local;
use crate::inspect::inspect;
use crate::inspect::inspection::Deviation;
use crate::inspect::rule::RuleOwner;
use crate::inspect::tell::sentence;
use crate::model::names::BOARD;
use crate::model::returns::Narrative;
use crate::options::{Options, RunMode};
use crate::output::artifact;
use crate::output::artifact::{FileStatus, PDF};
use crate::output::fingerprint::{Fingerprint, Reason};
use crate::output::last_content;
use crate::output::manifest::ManifestEntry;
use crate::output::store::Product;
use crate::report::context::ReportContext;
use crate::report::document::issuer;
use crate::report::due::{Job, Scope};
use crate::report::suggestions;
use crate::report::views::table::ViewTable;
use crate::report::{ReportView, assemble};
use crate::review::prose::Lexicons;
use crate::review::submission;
use crate::toolchain::{CompiledKind, Toolchain, rendered};
use crate::validate::to_fill_in;

/// The ending of the file with what units wrote, beside a roll-up.
const SUGGESTIONS: &str = "goi-y.yaml";

/// What to do about a page that is laid out otherwise than the format asks.
const LAYOUT_CURE: &str = "báo cho người phụ trách khuôn mẫu; bỏ --inspect để lập và xem trang";

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
pub(crate) struct BuiltReport {
    /// What became of it.
    pub(crate) outcome: Outcome,
    /// What was found.
    pub(crate) findings: Vec<Finding>,
    /// Why it was built.
    pub(crate) reasons: Vec<Reason>,
    /// Its files, if its data is right and it was to be built.
    pub(crate) product: Option<Product>,
    /// Its markup, if that is to be written too; also of a report that could not be laid out.
    pub(crate) markup: Option<String>,
}

impl BuiltReport {
    /// Refused for its data.
    #[must_use]
    pub(crate) fn refused(findings: Vec<Finding>) -> Self {
        Self { outcome: Outcome::Refused, findings, ..Self::default() }
    }

    /// Failed though its data is right.
    #[must_use]
    pub(crate) fn failed(findings: Vec<Finding>) -> Self {
        Self { outcome: Outcome::Failed, findings, ..Self::default() }
    }
}

/// What there is of a report already.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Before<'m> {
    /// What the manifest says of it.
    pub(crate) entry: Option<&'m ManifestEntry>,
    /// How its PDF compares to that.
    pub(crate) pdf: FileStatus,
}

/// What the reports of a run are built with.
#[derive(Clone, Copy)]
pub(crate) struct BuildContext<'a> {
    /// Templates, profiles, fonts, Typst.
    pub(crate) toolchain: &'a Toolchain,
    /// What figures and targets are called in prose.
    pub(crate) lexicons: &'a Lexicons,
    /// What was asked for.
    pub(crate) options: &'a Options,
    /// Whether reports are built or only checked.
    pub(crate) mode: RunMode,
}

/// Builds the report of `job`; what fails is a finding, never lost. Writes nothing.
#[must_use]
pub(crate) fn build_report(
    job: &Job<'_>,
    kind: &CompiledKind,
    with: BuildContext<'_>,
    before: Before<'_>,
) -> BuiltReport {
    let none = Narrative::default();
    let views = ViewTable::new(ReportContext::new(job, &kind.kind, &none));
    let draft = BuildJob { name: job.name(), views: &views, kind, with };
    let printed = || match to_fill_in::obstacle(&job.dossier.plan.to_fill_in) {
        Some(finding) => BuiltReport::refused(vec![finding]),
        None => draft.printed(before),
    };
    let reviewed = || submission::values(job, &views, with.lexicons);
    let (mut built, found) = rayon::join(printed, reviewed);
    if let (Scope::Area, Some(product)) = (job.scope, &mut built.product) {
        product.files.push(words_of(&views.context));
    }
    built.findings.extend(found);
    let subject = subject(job);
    built.findings = built.findings.into_iter().map(|one| one.subject(&subject)).collect();
    built
}

/// What units wrote, for the file beside a roll-up.
#[must_use]
pub(crate) fn words_of(context: &ReportContext<'_>) -> (&'static str, Vec<u8>) {
    let text = suggestions::to_yaml(&suggestions::gather(context));
    (SUGGESTIONS, text.into_bytes())
}

/// Whom findings of a report are about.
fn subject(job: &Job<'_>) -> Subject {
    let unit = match job.scope {
        Scope::Unit(unit) | Scope::Missing(unit) => unit.id.as_str(),
        Scope::Area => BOARD,
    };
    Subject::of_dossier(&job.dossier.plan.id).of_period(&job.period).of_unit(&unit)
}

/// A report under way.
struct BuildJob<'d, 'a> {
    name: String,
    views: &'d ViewTable<'a>,
    kind: &'d CompiledKind,
    with: BuildContext<'d>,
}

impl BuildJob<'_, '_> {
    /// Its page, unless there is one already that nothing has changed.
    fn printed(&self, before: Before<'_>) -> BuiltReport {
        match rendered(self.views, self.kind, self.with.toolchain) {
            Err(finding) if finding.code == Code::Template => BuiltReport::failed(vec![finding]),
            Err(finding) => BuiltReport::refused(vec![finding]),
            Ok(_) if self.with.mode == RunMode::Check => {
                BuiltReport { outcome: Outcome::Built, ..BuiltReport::default() }
            }
            Ok((view, markup)) => {
                let asked = self.with.options.typst.is_some();
                let copy = asked.then(|| markup.clone());
                BuiltReport { markup: copy, ..self.make(&view, markup, before) }
            }
        }
    }

    /// Lays markup out, unless nothing has changed.
    fn make(&self, view: &ReportView, markup: String, before: Before<'_>) -> BuiltReport {
        let fingerprint = self.with.toolchain.shared.of(&markup);
        let reasons = reasons(&fingerprint, self.with.options, before);
        let says = || {
            let content = of_page(self.views, view, &markup);
            Some(last_content::text(&fingerprint.content, &content))
        };
        if reasons.is_empty() {
            let kept = last_content::path(&self.with.options.paths.out, &self.name);
            let content =
                if disk::has_file(&Local, &kept).unwrap_or(false) { None } else { says() };
            return self.unchanged(fingerprint, content, before);
        }
        let content = says();
        let bytes = match self.with.toolchain.typesetter.typeset(markup, &self.name) {
            Ok(bytes) => bytes,
            Err(findings) => return BuiltReport::failed(self.traced(findings)),
        };
        if let Some(found) = self.off_format(&bytes) {
            return BuiltReport::failed(found);
        }
        let product =
            Product { fingerprint, files: vec![(PDF, bytes)], kept: BTreeMap::new(), content };
        BuiltReport {
            outcome: Outcome::Built,
            reasons,
            product: Some(product),
            ..BuiltReport::default()
        }
    }

    /// The PDF that is there stays; it is inspected like a new one.
    fn unchanged(
        &self,
        fingerprint: Fingerprint,
        content: Option<String>,
        before: Before<'_>,
    ) -> BuiltReport {
        let bytes = disk::bytes(&artifact::path(&self.with.options.paths.out, &self.name, PDF));
        if let Some(found) = bytes.and_then(|bytes| self.off_format(&bytes)) {
            return BuiltReport::failed(found);
        }
        let mark = before.entry.and_then(|entry| entry.files.get(PDF));
        let kept = mark.map(|mark| (PDF.to_owned(), mark.clone())).into_iter().collect();
        let product = Product { fingerprint, files: Vec::new(), kept, content };
        BuiltReport {
            outcome: Outcome::Unchanged,
            product: Some(product),
            ..BuiltReport::default()
        }
    }

    /// What deviates from the format in a finished report, if reports are to be inspected; none if it conforms.
    fn off_format(&self, bytes: &[u8]) -> Option<Vec<Finding>> {
        let tables = self.with.toolchain.tables.as_ref()?;
        let profile = self.with.toolchain.profiles.on(self.views.context.reference()).ok();
        let found: Vec<Finding> = match inspect(bytes, tables, profile) {
            Ok(inspection) => inspection.deviations.iter().map(|one| self.deviating(one)).collect(),
            Err(unreadable) => vec![self.off(&unreadable.to_string()).hint(LAYOUT_CURE)],
        };
        (!found.is_empty()).then_some(found)
    }

    fn off(&self, told: &str) -> Finding {
        Finding::new(Code::OffFormat, format!("{}: {told}", self.name))
    }

    /// A deviation with who is to mend it: what the plan declares and what was written is not the template's fault.
    fn deviating(&self, deviation: &Deviation) -> Finding {
        let finding = self.off(&sentence(deviation));
        match deviation.rule.owner() {
            RuleOwner::Issuer if !deviation.looks => {
                let issuer = issuer(&self.views.context).map(|issuer| issuer.span.clone());
                finding.at_maybe(issuer).hint("sửa mục này ở «ban_hanh» của kế hoạch rồi lập lại")
            }
            RuleOwner::Writer if !deviation.looks => {
                finding.hint("tìm chữ được nêu trong lời văn của báo cáo, sửa rồi lập lại")
            }
            _ => finding.hint(LAYOUT_CURE),
        }
    }

    /// What Typst objects to, led back to template lines: the report is rendered and laid out once more with marks.
    fn traced(&self, findings: Vec<Finding>) -> Vec<Finding> {
        let again = self.marked().unwrap_or(findings);
        let of_report = |mut finding: Finding| {
            finding.message = format!("{}: {}", self.name, finding.message);
            finding
        };
        again.into_iter().map(of_report).collect()
    }

    fn marked(&self) -> Option<Vec<Finding>> {
        let toolchain = self.with.toolchain;
        let engine = toolchain.marked(&self.kind.kind)?;
        let profile = toolchain.profiles.on(self.views.context.reference()).ok()?;
        let markup = engine.render(&assemble(self.views, profile).ok()?).ok()?;
        let mut findings = toolchain.typesetter.typeset(markup, &self.name).err()?;
        for finding in &mut findings {
            finding.span = finding.span.take().map(|place| engine.origin(&place).unwrap_or(place));
        }
        Some(findings)
    }
}

/// Why a report has to be built; empty when nothing has changed.
fn reasons(fingerprint: &Fingerprint, options: &Options, before: Before<'_>) -> Vec<Reason> {
    if options.force {
        return vec![Reason::Asked];
    }
    let Some(entry) = before.entry else { return vec![Reason::New] };
    match before.pdf {
        FileStatus::Missing => vec![Reason::Missing],
        FileStatus::Modified | FileStatus::Unread => vec![Reason::Damaged],
        FileStatus::Intact => fingerprint.differences(&entry.fingerprint),
    }
}

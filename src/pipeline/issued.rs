//! Reports that are issued: their PDF stays as it was issued, whatever happens to their files; where they would be others today
//! that is told (S03), and the new state is made beside it as a draft. Not for issuing them ([`crate::issuing`]).

use super::changes::{differences, named};
use super::kept_report::KeptReport;
use super::sources::ReadInput;
use super::workers::Workers;
use crate::build_report::{Before, BuildContext, BuiltReport, Outcome, build_report, words_of};
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding, Subject};
use crate::diff::content::Content;
use crate::inputs::snapshot::Input;
use crate::model::returns::Narrative;
use crate::model::written_date::short;
use crate::options::RunMode;
use crate::output::artifact;
use crate::output::artifact::{FileStatus, PDF, file_status};
use crate::output::fingerprint::Reason;
use crate::output::last_content;
use crate::output::manifest::ManifestEntry;
use crate::output::store::Product;
use crate::register::archive::Archive;
use crate::register::entry::Entry;
use crate::register::kept;
use crate::register::stamp::{draft, stamp};
use crate::report::context::ReportContext;
use crate::report::due::{Job, Scope};
use crate::source::{SourceFile, Span};
use crate::toolchain::CompiledKind;
use crate::yaml;
use crate::yaml::flat::{flat, says_other};

/// The ending of the draft beside an issued report.
pub(crate) const DRAFT: &str = "du-thao.pdf";

/// What is made beside an issued report.
#[derive(Default)]
struct Beside {
    /// The draft.
    draft: Option<Vec<u8>>,
    /// The hash of its markup.
    printed: String,
    /// What it says, as it is kept.
    content: Option<String>,
    /// A further file.
    more: Option<(&'static str, Vec<u8>)>,
}

impl Workers<'_, '_> {
    /// The report of a job that is issued.
    pub(super) fn make_issued(
        &self,
        job: &Job<'_>,
        entry: &Entry,
        kind: &CompiledKind,
        earlier: Option<&ManifestEntry>,
    ) -> BuiltReport {
        let Some(kept) = KeptReport::read(&self.archive(), entry) else {
            // What is wrong with it is told of the register (S02); the PDF in the output folder stays.
            return BuiltReport::failed(Vec::new());
        };
        let (issued, beside) = (stamp(self.context.register, entry), draft(entry));
        if job.broken() {
            let told = self.told(job, entry, &["tệp số liệu đang có lỗi".to_owned()]);
            return self.product(entry, kept, Beside::default(), earlier, vec![told]);
        }
        let as_issued = Job { stamp: Some(&issued), ..*job };
        let as_draft = Job { stamp: Some(&beside), ..*job };
        let same = kept.is_said_by(&as_issued, kind, self.context.toolchain);
        let shown = if same { as_issued } else { as_draft };
        let context = self.context;
        let mode = if same { RunMode::Check } else { context.mode };
        let with = BuildContext {
            toolchain: context.toolchain,
            lexicons: self.lexicons,
            options: context.options,
            mode,
        };
        let before = Before { entry: None, pdf: FileStatus::Missing };
        let mut built = build_report(&shown, kind, with, before);
        let mut findings = std::mem::take(&mut built.findings);
        if same {
            let beside = Beside { more: suggestions(job, kind), ..Beside::default() };
            return self.product(entry, kept, beside, earlier, findings);
        }
        findings.push(self.told(job, entry, &self.changes(job, entry)));
        let product = built.product.unwrap_or_default();
        let printed = product.fingerprint.content.clone();
        let mut files = product.files;
        let at = files.iter().position(|(ending, _)| *ending == PDF);
        let draft = at.map(|at| files.remove(at).1);
        let beside = Beside { draft, printed, content: product.content, more: files.pop() };
        self.product(entry, kept, beside, earlier, findings)
    }

    fn archive(&self) -> Archive<'_> {
        let context = self.context;
        Archive { disk: context.environment.files, snapshot: context.previous.snapshot }
    }

    /// The issued PDF, and the draft beside it if there is one.
    fn product(
        &self,
        entry: &Entry,
        kept: KeptReport,
        beside: Beside,
        earlier: Option<&ManifestEntry>,
        findings: Vec<Finding>,
    ) -> BuiltReport {
        if self.context.mode == RunMode::Check {
            return BuiltReport { outcome: Outcome::Built, findings, ..BuiltReport::default() };
        }
        let shared = &self.context.toolchain.shared;
        let fingerprint = shared.of(&format!("{entry:?}{}", beside.printed));
        // What was printed last is the draft, if there is one.
        let content = match &beside.content {
            Some(content) => last_content::of_other_markup(content, &fingerprint.content),
            None => Content::from_json(&kept.content)
                .map(|content| last_content::text(&fingerprint.content, &content)),
        };
        let draft = beside.draft.map(|draft| (DRAFT, draft));
        let files: Vec<_> = [(PDF, kept.pdf)].into_iter().chain(draft).chain(beside.more).collect();
        let reasons = match earlier {
            _ if self.context.options.force => vec![Reason::Asked],
            None => vec![Reason::New],
            Some(before) => fingerprint.differences(&before.fingerprint),
        };
        let name = entry.report.as_deref().unwrap_or_default();
        let stands = earlier.is_some_and(|before| self.stands(name, before));
        let outcome =
            if reasons.is_empty() && stands { Outcome::Unchanged } else { Outcome::Built };
        let product = Product { fingerprint, files, content, ..Product::default() };
        BuiltReport { outcome, findings, reasons, product: Some(product), markup: None }
    }

    fn stands(&self, name: &str, before: &ManifestEntry) -> bool {
        let out = &self.context.options.paths.out;
        before.files.iter().all(|(ending, mark)| {
            let path = artifact::path(out, name, ending);
            file_status(self.context.environment.files, &path, mark, None, true)
                == FileStatus::Intact
        })
    }

    /// A report that would be another today.
    fn told(&self, job: &Job<'_>, entry: &Entry, changes: &[String]) -> Finding {
        let message = format!(
            "{} đã ban hành số {}, ngày {}; từ đó {}",
            entry.series.kind,
            entry.numbered(),
            short(entry.date.into()),
            changes.join("; ")
        );
        let inputs = self.context.sources.read(job);
        let is_other = |input: &&ReadInput<'_>| is_changed(self.archive(), &[**input], entry);
        let place = inputs.iter().find(is_other).or(inputs.last());
        let place = place.map(|(input, _)| Span::whole(&SourceFile::new(input.name.as_str(), "")));
        let report = entry.report.as_deref().unwrap_or_default();
        let parts: Vec<&str> = report.split('/').collect();
        let again = format!(
            "baocao issue {} --date … --replace {} --reason \"…\"",
            parts.join(" "),
            entry.number
        );
        let draft = artifact::path(&self.context.options.paths.out, report, DRAFT);
        let draft = slashed(&draft);
        Finding::new(Code::IssuedChanged, message)
            .at_maybe(place)
            .hint(format!("bản đã ban hành giữ nguyên, bản mới ghi «Dự thảo» ở {draft}; sửa nhầm thì trả lại như cũ, bản đã gửi sai thì thay thế: {again}"))
            .subject(&Subject::of_report(report))
    }

    /// What differs between the files it was made from and those of today, in words.
    fn changes(&self, job: &Job<'_>, entry: &Entry) -> Vec<String> {
        let Some(kept) = &entry.kept else { return Vec::new() };
        let archive = self.archive();
        let mut told = Vec::new();
        for (input, text) in self.context.sources.read(job) {
            let place = below(input, &archive.snapshot.shown);
            let was = archive.text(&format!("{}/{}/{place}", kept.folder, kept::DATA));
            let was = was.ok().flatten();
            match (was, text) {
                (None, _) => told.push((true, format!("tệp mới {}", input.name))),
                (Some(was), Some(now)) if was.text() != now.text() => {
                    told.extend(differences(job, input, &lines(&was), &lines(now)));
                }
                _ => {}
            }
        }
        let told = named(told);
        if told.is_empty() { vec!["khuôn mẫu đã đổi".to_owned()] } else { told }
    }
}

/// Whether a value in the files an issued report is made from is another by now.
#[must_use]
pub(super) fn is_changed(archive: Archive<'_>, inputs: &[ReadInput<'_>], entry: &Entry) -> bool {
    let Some(kept) = &entry.kept else { return false };
    if archive.is_closed(&kept.folder) {
        return false;
    }
    inputs.iter().any(|(input, text)| {
        let place = below(input, &archive.snapshot.shown);
        let was = archive.text(&format!("{}/{}/{place}", kept.folder, kept::DATA));
        match (was.ok().flatten(), text) {
            (Some(was), Some(now)) => {
                was.text() != now.text() && says_other(&lines(&was), &lines(now))
            }
            _ => true,
        }
    })
}

/// The file's name below the inputs folder.
fn below<'f>(input: &'f Input, shown: &str) -> &'f str {
    input.name.strip_prefix(shown).map_or(&*input.name, |rest| rest.trim_start_matches('/'))
}

fn lines(file: &std::sync::Arc<SourceFile>) -> String {
    yaml::parse(file).map_or_else(|_| String::new(), |node| flat(&node))
}

/// What units wrote, beside a roll-up.
fn suggestions(job: &Job<'_>, kind: &CompiledKind) -> Option<(&'static str, Vec<u8>)> {
    let none = Narrative::default();
    (job.scope == Scope::Area).then(|| words_of(&ReportContext::new(job, &kind.kind, &none)))
}

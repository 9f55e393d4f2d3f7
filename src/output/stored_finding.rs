//! Findings kept from one run to the next, for files that did not change. Not for showing them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Finding, Severity, Subject};
use crate::source::{SourceFile, Span};

/// A place as it is kept: a file's name, the first byte, the one behind the last.
type StoredPlace = (String, usize, usize);

/// A finding as it is kept: its place by name and bytes, since the text is in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StoredFinding {
    code: String,
    severity: Severity,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    place: Option<StoredPlace>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    label: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    also: Vec<(StoredPlace, String)>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    value: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    hint: Option<String>,
    subject: Subject,
}

impl StoredFinding {
    /// Whether it is a finding of this code.
    #[must_use]
    pub(crate) fn is(&self, code: Code) -> bool {
        self.code == code.id()
    }

    /// Whether it is an error.
    #[must_use]
    pub(crate) fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl From<&Finding> for StoredFinding {
    fn from(finding: &Finding) -> Self {
        let also = finding.also.iter().map(|(span, label)| (place(span), label.clone()));
        Self {
            code: finding.code.id().to_owned(),
            severity: finding.severity,
            message: finding.message.clone(),
            place: finding.span.as_ref().map(place),
            label: finding.label.clone(),
            also: also.collect(),
            about: finding.about.clone(),
            value: finding.value.clone(),
            hint: finding.hint.clone(),
            subject: finding.subject.clone(),
        }
    }
}

fn place(span: &Span) -> StoredPlace {
    let range = span.range();
    (span.file().path().to_owned(), range.start, range.end)
}

/// By what a finding is known again in a later run: its words and file, not its line.
#[must_use]
pub(crate) fn identity(finding: &Finding) -> String {
    let file = finding.span.as_ref().map(|span| span.file().path());
    let (code, severity) = (finding.code.id(), finding.severity);
    let words = format!("{code} {severity:?} {file:?} {}", finding.message);
    blake3::hash(words.as_bytes()).to_hex()[..16].to_owned()
}

/// Findings in the form they are kept in.
#[must_use]
pub(crate) fn stored(findings: &[Finding]) -> Vec<StoredFinding> {
    findings.iter().map(StoredFinding::from).collect()
}

/// The findings again; `source` gives a file's text by name. None if one has a code this version of the program has not.
pub(crate) fn restored(
    findings: &[StoredFinding],
    source: &impl Fn(&str) -> Option<Arc<SourceFile>>,
) -> Option<Vec<Finding>> {
    findings.iter().map(|finding| finding.restored(source)).collect()
}

impl StoredFinding {
    fn restored(&self, source: &impl Fn(&str) -> Option<Arc<SourceFile>>) -> Option<Finding> {
        let code = Code::parse(&self.code)?;
        let mut finding = Finding::new(code, &self.message).severity(self.severity);
        let span = |(name, start, end): &StoredPlace| {
            let file = source(name).unwrap_or_else(|| SourceFile::new(name.as_str(), ""));
            Span::new(&file, *start..*end)
        };
        finding.span = self.place.as_ref().map(span);
        finding.also =
            self.also.iter().map(|(place, label)| (span(place), label.clone())).collect();
        finding.label.clone_from(&self.label);
        finding.about.clone_from(&self.about);
        finding.value.clone_from(&self.value);
        finding.hint.clone_from(&self.hint);
        finding.subject.clone_from(&self.subject);
        Some(finding)
    }
}

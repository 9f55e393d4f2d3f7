//! Findings kept from one run to the next, for files that did not change. Not for showing them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::{Code, Finding, Severity, Subject};
use crate::source::{SourceFile, Span};

/// A finding as it is kept: its place by name and bytes, since the text is in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredFinding {
    ma: String,
    muc_do: Severity,
    noi_dung: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    cho: Option<(String, usize, usize)>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    nhan: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    o: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    gia_tri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    cach_sua: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    ho_so: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    ky: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    don_vi: Option<String>,
}

impl From<&Finding> for StoredFinding {
    fn from(finding: &Finding) -> Self {
        let place = |span: &Span| {
            let range = span.range();
            (span.file().path().to_owned(), range.start, range.end)
        };
        Self {
            ma: finding.code.id().to_owned(),
            muc_do: finding.severity,
            noi_dung: finding.message.clone(),
            cho: finding.span.as_ref().map(place),
            nhan: finding.label.clone(),
            o: finding.about.clone(),
            gia_tri: finding.value.clone(),
            cach_sua: finding.hint.clone(),
            ho_so: finding.subject.dossier.clone(),
            ky: finding.subject.period.clone(),
            don_vi: finding.subject.unit.clone(),
        }
    }
}

/// Notes of findings.
#[must_use]
pub fn notes(findings: &[Finding]) -> Vec<StoredFinding> {
    findings.iter().map(StoredFinding::from).collect()
}

/// The findings again; `source` gives a file's text by name. None if a note is not of this version of the program.
pub fn findings(
    notes: &[StoredFinding],
    source: &impl Fn(&str) -> Option<Arc<SourceFile>>,
) -> Option<Vec<Finding>> {
    notes.iter().map(|note| finding(note, source)).collect()
}

fn finding(
    note: &StoredFinding,
    source: &impl Fn(&str) -> Option<Arc<SourceFile>>,
) -> Option<Finding> {
    let code = Code::parse(&note.ma)?;
    let mut finding = Finding::new(code, &note.noi_dung).severity(note.muc_do);
    if let Some((name, start, end)) = &note.cho {
        let file = source(name).unwrap_or_else(|| SourceFile::new(name.as_str(), ""));
        finding = finding.at(&Span::new(&file, *start..*end));
    }
    finding.label.clone_from(&note.nhan);
    finding.about.clone_from(&note.o);
    finding.value.clone_from(&note.gia_tri);
    finding.hint.clone_from(&note.cach_sua);
    finding.subject =
        Subject { dossier: note.ho_so.clone(), period: note.ky.clone(), unit: note.don_vi.clone() };
    Some(finding)
}

//! Findings as pages show them, in the words of `check`. Not for finding anything.

use serde::Serialize;

use crate::diagnostic::shown::visible;
use crate::diagnostic::{Finding, Severity};
use crate::source::Span;

/// A finding.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FindingView {
    /// The class its border has.
    lop: &'static str,
    muc_do: &'static str,
    ma: &'static str,
    noi_dung: String,
    cach_sua: Option<String>,
    cho: Vec<SpanView>,
}

/// A place in a file.
#[derive(Debug, Clone, Serialize)]
struct SpanView {
    /// File, line and column.
    noi: String,
    nhan: Option<String>,
    /// The line as it stands there.
    dong_chu: Option<String>,
}

/// The findings, errors first.
pub(super) fn views<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<FindingView> {
    let mut sorted: Vec<&Finding> = findings.into_iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    sorted.into_iter().map(view).collect()
}

fn view(finding: &Finding) -> FindingView {
    let own = finding.span.iter().map(|span| (span, finding.label.as_deref()));
    let also = finding.also.iter().map(|(span, label)| (span, Some(label.as_str())));
    FindingView {
        lop: match finding.severity {
            Severity::Error => "thieu",
            Severity::Warning => "can-lam",
            Severity::Note => "ghi-chu",
        },
        muc_do: finding.severity.word(),
        ma: finding.code.id(),
        noi_dung: visible(&finding.message).into_owned(),
        cach_sua: finding.hint.as_deref().map(|hint| visible(hint).into_owned()),
        cho: own.chain(also).map(|(span, label)| place(span, label)).collect(),
    }
}

fn place(span: &Span, label: Option<&str>) -> SpanView {
    let drawn = !span.file().text().is_empty() && span.file().cell().is_none();
    let line = drawn.then(|| span.whole_line());
    SpanView {
        noi: visible(&span.to_string()).into_owned(),
        nhan: label.map(|label| visible(label).into_owned()),
        dong_chu: line.map(|line| visible(line.text().trim_end()).into_owned()),
    }
}

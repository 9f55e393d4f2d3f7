//! Findings as pages show them, in the words of `check`. Not for finding anything.

use serde::Serialize;
use serde_json::Value;

use super::page_words::{PageWord, page_words};
use super::place::Place;
use crate::diagnostic::shown::visible;
use crate::diagnostic::{Finding, Severity};
use crate::model::names::{AREA, BOARD};
use crate::model::period::Period;
use crate::source::Span;

/// A finding.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FindingView {
    /// The class its border has.
    lop: &'static str,
    muc_do: String,
    ma: String,
    noi_dung: String,
    cach_sua: Option<String>,
    cho: Vec<SpanView>,
    /// What of the commands it names is where on the page.
    tren_trang: Vec<PageWord>,
    /// Where what it is about is typed; none where that is no form's.
    sua: Option<String>,
    /// What it is about and where it is acknowledged; none where it cannot be.
    xac_nhan: Option<(String, String)>,
}

impl FindingView {
    /// Leads to the pages of a quarter, where it is not known whose quarter it is about.
    pub(super) fn place(&mut self, dossier: &str, period: &str) {
        for word in &mut self.tren_trang {
            word.place(dossier, period);
        }
    }
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
    sorted(findings).into_iter().map(view).collect()
}

/// The same, each leading to the field its place is in: `field` has the field's address for a place.
pub(super) fn views_with_fields<'f>(
    findings: impl IntoIterator<Item = &'f Finding>,
    field: impl Fn(&Span) -> Option<String>,
) -> Vec<FindingView> {
    let led = |finding: &Finding| {
        let mut view = view(finding);
        view.sua = finding.span.as_ref().and_then(&field).or(view.sua);
        view
    };
    sorted(findings).into_iter().map(led).collect()
}

/// Errors first.
fn sorted<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<&'f Finding> {
    let mut sorted: Vec<&Finding> = findings.into_iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    sorted
}

/// A finding as a command told it in a line of JSON; none if it is no finding.
pub(super) fn told(line: &str) -> Option<FindingView> {
    let told: Value = serde_json::from_str(line).ok()?;
    let text =
        |value: &Value, key: &str| value[key].as_str().map(|text| visible(text).into_owned());
    let muc_do = text(&told, "muc_do")?;
    let levels = [Severity::Error, Severity::Warning, Severity::Note];
    let level = levels.into_iter().find(|level| level.word() == muc_do);
    let place = |place: &Value| {
        let position = ["o_bang", "dong", "cot"].map(|key| match &place[key] {
            Value::String(cell) => format!(":{cell}"),
            Value::Number(number) if place["o_bang"].is_null() => format!(":{number}"),
            _ => String::new(),
        });
        let noi = format!("{}{}", text(place, "tep")?, position.concat());
        Some(SpanView { noi, nhan: text(place, "nhan"), dong_chu: None })
    };
    let also = told["cho_khac"].as_array().map(Vec::as_slice).unwrap_or_default();
    let (message, cure) = (text(&told, "noi_dung")?, text(&told, "cach_sua"));
    Some(FindingView {
        tren_trang: page_words(&format!("{message}\n{}", cure.as_deref().unwrap_or_default())),
        lop: class(level.unwrap_or(Severity::Note)),
        muc_do,
        ma: text(&told, "ma")?,
        noi_dung: message,
        cach_sua: cure,
        sua: None,
        xac_nhan: None,
        cho: [&told].into_iter().chain(also).filter_map(place).collect(),
    })
}

/// The class of the border a finding has.
fn class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "thieu",
        Severity::Warning => "can-lam",
        Severity::Note => "ghi-chu",
    }
}

fn view(finding: &Finding) -> FindingView {
    let own = finding.span.iter().map(|span| (span, finding.label.as_deref()));
    let also = finding.also.iter().map(|(span, label)| (span, Some(label.as_str())));
    let cure = finding.hint.as_deref().unwrap_or_default();
    let mut view = FindingView {
        tren_trang: page_words(&format!("{}\n{cure}", finding.message)),
        lop: class(finding.severity),
        muc_do: finding.severity.word().to_owned(),
        ma: finding.code.id().to_owned(),
        noi_dung: visible(&finding.message).into_owned(),
        cach_sua: finding.hint.as_deref().map(|hint| visible(hint).into_owned()),
        cho: own.chain(also).map(|(span, label)| place(span, label)).collect(),
        xac_nhan: form(finding).zip(acknowledged_as(finding)).map(|(form, about)| (about, form)),
        sua: form(finding),
    };
    let subject = &finding.subject;
    if let Some((dossier, period)) = subject.dossier.as_deref().zip(subject.period.as_deref()) {
        view.place(dossier, period);
    }
    view
}

/// What a finding is about in the words in which its file acknowledges it; none if it cannot be.
fn acknowledged_as(finding: &Finding) -> Option<String> {
    let asked = finding.hint.as_deref().is_some_and(|hint| hint.contains(ACKNOWLEDGE));
    finding.about.clone().filter(|_| asked && !finding.is_error())
}

/// What a hint says where a warning can be acknowledged.
const ACKNOWLEDGE: &str = "xác nhận: chap_nhan:";

/// The form of the return a finding stands in.
fn form(finding: &Finding) -> Option<String> {
    let subject = &finding.subject;
    let (dossier, unit) = (subject.dossier.as_deref()?, subject.unit.as_deref()?);
    let period = subject.period.as_deref()?;
    let (period, name) = (Period::parse(period)?, if unit == AREA { BOARD } else { unit });
    let own = format!("/{dossier}/{period}/{name}.yaml");
    let stands = finding.span.as_ref().is_some_and(|span| span.file().path().ends_with(&own));
    let unit = if unit == BOARD { AREA } else { unit };
    stands.then(|| Place { dossier, period, unit }.address(&["nhap"]))
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

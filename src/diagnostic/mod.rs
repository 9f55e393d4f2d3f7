//! Findings: what is wrong with the user's data or templates, as data.
//! Not for how they look ([`render`]) and not for errors that stop the run ([`crate::error`]).

mod code;
pub(crate) mod not_written;
pub mod render;
mod severity;
pub(crate) mod shown;
mod subject;
pub(crate) mod summary;
pub(crate) mod system_error;

pub use code::Code;
pub use severity::Severity;
pub(crate) use subject::Subject;

use std::fmt;

use crate::source::Span;

/// One thing to tell the user: a code, a message that makes sense alone on one line, a place, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of finding it is.
    pub code: Code,
    /// How bad it is; the code's own severity unless set otherwise.
    pub severity: Severity,
    /// The message, in Vietnamese, without file or line.
    pub message: String,
    /// Where it is, if it is anywhere.
    pub span: Option<Span>,
    /// A word under the drawn line.
    pub(crate) label: Option<String>,
    /// Other places to look at, such as the number this one disagrees with, each with a word under its line.
    pub also: Vec<(Span, String)>,
    /// The figure or key it is about, by which the data can acknowledge it.
    pub(crate) about: Option<String>,
    /// The value found, as typed or as printed.
    pub(crate) value: Option<String>,
    /// What to do.
    pub hint: Option<String>,
    /// Whom it is about.
    pub(crate) subject: Subject,
}

impl Finding {
    /// A finding of `code` with the code's own severity and no place yet.
    #[must_use]
    pub(crate) fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            span: None,
            label: None,
            also: Vec::new(),
            about: None,
            value: None,
            hint: None,
            subject: Subject::default(),
        }
    }

    /// Says where.
    #[must_use]
    pub(crate) fn at(mut self, span: &Span) -> Self {
        self.span = Some(span.clone());
        self
    }

    /// Says where, if that is known.
    #[must_use]
    pub(crate) fn at_maybe(self, place: Option<Span>) -> Self {
        Self { span: place.or(self.span), ..self }
    }

    /// Adds a word under the drawn line.
    #[must_use]
    pub(crate) fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Points at another place too.
    #[must_use]
    pub(crate) fn also(mut self, place: &Span, label: impl Into<String>) -> Self {
        self.also.push((place.clone(), label.into()));
        self
    }

    /// Points at the first of two that are the same, where this is the second.
    #[must_use]
    pub(crate) fn first_at(self, place: &Span) -> Self {
        self.also(place, "lần đầu ở đây")
    }

    /// Points at several other places for one reason.
    #[must_use]
    pub(crate) fn also_all<'s>(
        self,
        places: impl IntoIterator<Item = &'s Span>,
        label: &str,
    ) -> Self {
        places.into_iter().fold(self, |finding, place| finding.also(place, label))
    }

    /// Says which figure or key it is about.
    #[must_use]
    pub(crate) fn about(mut self, id: &impl ToString) -> Self {
        self.about = Some(id.to_string());
        self
    }

    /// Says which value was found.
    #[must_use]
    pub(crate) fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Makes it milder or harder than its code usually is.
    #[must_use]
    pub(crate) fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Says what to do.
    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Says what to do, and what to write in the file where `about` is right as it stands.
    #[must_use]
    pub(crate) fn unless_acknowledged(self, about: &impl ToString, what_to_do: &str) -> Self {
        let line =
            format!("chap_nhan: [{{ ma: {}, o: {}, ly_do: \"…\" }}]", self.code, about.to_string());
        self.about(about).hint(format!("{what_to_do}; nếu đúng như vậy, xác nhận: {line}"))
    }

    /// Asks whether the nearest known name was meant; without one, says what to do.
    #[must_use]
    pub(crate) fn did_you_mean(self, near: Option<&str>, otherwise: impl Into<String>) -> Self {
        self.hint(near.map_or_else(|| otherwise.into(), did_you_mean))
    }

    /// Says whom it is about.
    #[must_use]
    pub(crate) fn subject(mut self, subject: &Subject) -> Self {
        self.subject = subject.clone();
        self
    }

    /// Whether a report with this finding is refused.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// What findings are sorted by: file, place, then code and words.
    fn sort_key(&self) -> (&str, usize, Code, &str) {
        let (file, start) =
            self.span.as_ref().map_or(("", 0), |span| (span.file().path(), span.range().start));
        (file, start, self.code, &self.message)
    }
}

/// The question whether a name was meant.
#[must_use]
pub(crate) fn did_you_mean(name: impl fmt::Display) -> String {
    format!("có phải là «{name}»?")
}

/// Sorts findings by file and place and drops those that tell once more what another tells, whomever they are about: a
/// unit's report and the roll-up may find the same.
pub(crate) fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    findings.dedup_by(|next, last| {
        let Finding { code, severity, message, span, label, also, about, value, hint, subject: _ } =
            last;
        *code == next.code
            && *severity == next.severity
            && *message == next.message
            && *span == next.span
            && *label == next.label
            && *also == next.also
            && *about == next.about
            && *value == next.value
            && *hint == next.hint
    });
}

/// Whether any finding refuses a report.
#[must_use]
pub fn any_error(findings: &[Finding]) -> bool {
    findings.iter().any(Finding::is_error)
}

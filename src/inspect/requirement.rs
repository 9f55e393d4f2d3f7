//! What a regulation asks by one rule. Not for which rules there are.

use serde::Deserialize;

use super::rule::Rule;

/// How far a place may be off unless its requirement says otherwise (mm).
const TOLERANCE: f64 = 0.5;

/// What is asked by one rule; what is not given is not asked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Requirement {
    /// The cell of the regulation's legend, or a name where it has none.
    #[serde(rename = "o")]
    pub(crate) cell: String,
    /// What the component is called.
    #[serde(rename = "ten")]
    pub(crate) name: String,
    /// Where the specification says so.
    #[serde(rename = "nguon")]
    pub(crate) source: String,
    /// The size in points: one, or from – to.
    #[serde(rename = "co_chu", default)]
    pub(crate) sizes: Vec<f64>,
    /// Whether bold.
    #[serde(rename = "dam", default)]
    pub(crate) bold: Option<bool>,
    /// Whether slanted.
    #[serde(rename = "nghieng", default)]
    pub(crate) italic: Option<bool>,
    /// Whether in capitals.
    #[serde(rename = "hoa", default)]
    pub(crate) capitals: Option<bool>,
    /// Measures (mm or pt), as many as the rule goes by.
    #[serde(rename = "khoang", default)]
    pub(crate) measures: Vec<f64>,
    /// How far a place may be off (mm).
    #[serde(rename = "lech", default)]
    tolerance: Option<f64>,
    /// A mark, or words.
    #[serde(rename = "chu", default)]
    mark: Option<String>,
    /// Names or words, any of which will do.
    #[serde(rename = "danh", default)]
    pub(crate) names: Vec<String>,
}

impl Requirement {
    /// How far a place may be off (mm).
    #[must_use]
    pub(crate) fn tolerance(&self) -> f64 {
        self.tolerance.unwrap_or(TOLERANCE)
    }

    /// The `at`-th measure, one of those [`Self::lacks`] demands of the rule.
    #[must_use]
    pub(crate) fn measure(&self, at: usize) -> f64 {
        *self.measures.get(at).expect("a table is read only with the measures of its rules")
    }

    /// Its mark; only of rules that go by one.
    #[must_use]
    pub(crate) fn mark(&self) -> &str {
        self.mark.as_deref().expect("a table is read only with the marks of its rules")
    }

    /// What `rule` goes by and is not given, in Vietnamese.
    #[must_use]
    pub(crate) fn lacks(&self, rule: Rule) -> Option<String> {
        let key = rule.key();
        let least = least_measures(rule);
        if self.names.is_empty() && matches!(rule, Rule::Typeface | Rule::DocumentType) {
            Some(format!("mục «{key}» thiếu «danh»"))
        } else if self.mark.is_none() && goes_by_mark(rule) {
            Some(format!("mục «{key}» thiếu «chu»"))
        } else if self.measures.len() < least {
            Some(format!("mục «{key}» cần {least} số trong «khoang»"))
        } else {
            None
        }
    }
}

fn goes_by_mark(rule: Rule) -> bool {
    matches!(rule, Rule::Hyphens | Rule::LegalBasis | Rule::Addressee | Rule::Recipients)
}

/// How many measures a rule goes by at least.
fn least_measures(rule: Rule) -> usize {
    match rule {
        // Paper: its two sides. Numbers and notes: the distance from the edge, and how far it may be off.
        Rule::PaperSize | Rule::PageNumber | Rule::CirculationNote | Rule::MediaNote => 2,
        Rule::TopMargin
        | Rule::BottomMargin
        | Rule::LeftMargin
        | Rule::RightMargin
        | Rule::FirstLineIndent
        | Rule::LineSpacing
        | Rule::ParagraphSpacing
        | Rule::SigningRoom => 1,
        _ => 0,
    }
}

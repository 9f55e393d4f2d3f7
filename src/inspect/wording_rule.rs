//! Rules about words, as data: what a component may or must say, when, and what to tell of it. Not for looking at a document
//! ([`super::rules`]).

use std::collections::BTreeMap;

use regex::Regex;
use serde::Deserialize;

use super::parts::component::Component;
use super::rule::Rule;

/// When a component is wrong.
pub(crate) enum WrongWhen {
    /// Its text matches.
    Matches(Regex),
    /// Its text does not match.
    Differs(Regex),
    /// It is not there.
    Missing,
}

/// What one component may or must say.
pub(crate) struct WordingRule {
    /// The rule a deviation is told by.
    pub(crate) rule: Rule,
    /// The component looked at.
    pub(crate) of: Component,
    /// What other components have to say for the rule to hold.
    pub(crate) when: Vec<(Component, Regex)>,
    /// What none of them may say.
    pub(crate) unless: Vec<(Component, Regex)>,
    /// When it is wrong.
    pub(crate) wrong: WrongWhen,
    /// What is told, and what is expected.
    pub(crate) measured: String,
    pub(crate) expected: String,
}

/// The file of these rules, for all regulations.
#[derive(Default)]
pub(crate) struct Wording {
    /// The rules.
    pub(crate) rules: Vec<WordingRule>,
    /// How the symbol of each type of document begins.
    pub(crate) type_codes: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingFile {
    #[serde(rename = "ma_loai")]
    type_codes: BTreeMap<String, Vec<String>>,
    #[serde(rename = "cau_chu")]
    rules: Vec<RawRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    #[serde(rename = "muc")]
    rule: String,
    #[serde(rename = "xet")]
    of: Component,
    #[serde(rename = "khi", default)]
    when: BTreeMap<Component, String>,
    #[serde(rename = "tru", default)]
    unless: BTreeMap<Component, String>,
    #[serde(rename = "sai", default)]
    wrong: Option<String>,
    #[serde(rename = "dung", default)]
    right: Option<String>,
    #[serde(rename = "la")]
    measured: String,
    #[serde(rename = "phai_la")]
    expected: String,
}

impl Wording {
    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn read(text: &str) -> Result<Self, WordingFault> {
        let file: WordingFile = serde_yaml::from_str(text).map_err(WordingFault::Yaml)?;
        let rules = file.rules.into_iter().map(RawRule::compiled).collect::<Result<_, _>>();
        let rules = rules.map_err(WordingFault::Rule)?;
        Ok(Self { rules, type_codes: file.type_codes })
    }
}

/// Why the wording cannot be used.
pub(crate) enum WordingFault {
    /// It is no YAML of its shape.
    Yaml(serde_yaml::Error),
    /// A rule does not exist, or its pattern is none.
    Rule(String),
}

impl RawRule {
    fn compiled(self) -> Result<WordingRule, String> {
        let rule = Rule::ALL.iter().find(|rule| rule.key() == self.rule);
        let wrong = match (self.wrong, self.right) {
            (Some(wrong), None) => WrongWhen::Matches(compiled(&wrong)?),
            (None, Some(right)) => WrongWhen::Differs(compiled(&right)?),
            (None, None) => WrongWhen::Missing,
            (Some(_), Some(_)) => {
                return Err(format!("«{}»: chỉ ghi «sai» hoặc «dung»", self.measured));
            }
        };
        Ok(WordingRule {
            rule: *rule.ok_or_else(|| format!("không có mục nào là «{}»", self.rule))?,
            of: self.of,
            when: conditions(self.when)?,
            unless: conditions(self.unless)?,
            wrong,
            measured: self.measured,
            expected: self.expected,
        })
    }
}

fn conditions(given: BTreeMap<Component, String>) -> Result<Vec<(Component, Regex)>, String> {
    given.into_iter().map(|(component, text)| Ok((component, compiled(&text)?))).collect()
}

fn compiled(text: &str) -> Result<Regex, String> {
    Regex::new(text).map_err(|error| error.to_string())
}

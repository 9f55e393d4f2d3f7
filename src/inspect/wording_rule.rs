//! Rules about words, as data: what a component may or must say, when, and what to tell of it. Not for looking at a document
//! ([`super::rules`]).

use std::collections::BTreeMap;

use regex::Regex;
use serde::Deserialize;

use super::parts::beginnings::Beginnings;
use super::parts::component::Component;
use super::rule::Rule;

/// Pieces name others so deep at most.
const NESTED: usize = 3;

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
    /// Whether it is told only of what no rule before it told anything of.
    pub(crate) remaining: bool,
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
    /// Of what names are made.
    pub(crate) name_words: NameWords,
    /// How names begin.
    pub(crate) beginnings: Beginnings,
}

/// Of what names of bodies and positions are made, in capitals.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NameWords {
    /// The words they are composed of, whose initials make abbreviations.
    #[serde(rename = "ghep")]
    pub(crate) composing: Vec<String>,
    /// The words that have a proper name behind them: a kind of place, a body of its own.
    #[serde(rename = "truoc_ten_rieng")]
    pub(crate) before_names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordingFile {
    #[serde(rename = "ma_loai")]
    type_codes: BTreeMap<String, Vec<String>>,
    /// Pieces of patterns by their names, which other patterns hold in braces.
    #[serde(rename = "tu_vung", default)]
    pieces: BTreeMap<String, String>,
    #[serde(rename = "chu_cua_ten")]
    name_words: NameWords,
    #[serde(rename = "dau_cua_ten")]
    beginnings: Beginnings,
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
    #[serde(rename = "con_lai", default)]
    remaining: bool,
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
        let WordingFile { type_codes, pieces, name_words, beginnings, rules } = file;
        let pieces = Pieces(pieces);
        let rules = rules.into_iter().map(|rule| rule.compiled(&pieces));
        let rules = rules.collect::<Result<_, _>>();
        let rules = rules.map_err(WordingFault::Rule)?;
        Ok(Self { rules, type_codes, name_words, beginnings })
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
    fn compiled(self, pieces: &Pieces) -> Result<WordingRule, String> {
        let rule = Rule::ALL.iter().find(|rule| rule.key() == self.rule);
        let wrong = match (self.wrong, self.right) {
            (Some(wrong), None) => WrongWhen::Matches(pieces.compiled(&wrong)?),
            (None, Some(right)) => WrongWhen::Differs(pieces.compiled(&right)?),
            (None, None) => WrongWhen::Missing,
            (Some(_), Some(_)) => {
                return Err(format!("«{}»: chỉ ghi «sai» hoặc «dung»", self.measured));
            }
        };
        Ok(WordingRule {
            rule: *rule.ok_or_else(|| format!("không có mục nào là «{}»", self.rule))?,
            of: self.of,
            when: pieces.conditions(self.when)?,
            unless: pieces.conditions(self.unless)?,
            wrong,
            remaining: self.remaining,
            measured: self.measured,
            expected: self.expected,
        })
    }
}

/// Pieces of patterns: the words names are composed of.
struct Pieces(BTreeMap<String, String>);

impl Pieces {
    /// The pattern with the pieces it names, each of which may name others.
    fn compiled(&self, text: &str) -> Result<Regex, String> {
        let mut text = text.to_owned();
        for _ in 0..NESTED {
            for (name, piece) in &self.0 {
                text = text.replace(&format!("{{{name}}}"), &format!("(?:{piece})"));
            }
        }
        Regex::new(&text).map_err(|error| error.to_string())
    }

    fn conditions(
        &self,
        given: BTreeMap<Component, String>,
    ) -> Result<Vec<(Component, Regex)>, String> {
        let compiled = |(component, text): (_, String)| Ok((component, self.compiled(&text)?));
        given.into_iter().map(compiled).collect()
    }
}

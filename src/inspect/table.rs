//! What the regulation asks of each component, read from `report-templates/the-thuc-kiem-tra/`: a table of its own,
//! written from the regulation and not from the numbers pages are laid out with. Not for judging.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

use super::error::InspectionError;
use super::requirement::Requirement;
use super::rule::Rule;
use super::wording_rule::{Wording, WordingFault};
use crate::assets::files::TemplateFiles;
use crate::model::unit::Validity;
use crate::vietnamese::nearest::nearest;

/// What is said of a day that is none.
const NO_DAY: &str = " không phải ngày viết theo dạng 2026-05-27";

/// Where the tables are, below the templates.
const FOLDER: &str = "the-thuc-kiem-tra";

/// What components may and must say, below the tables' folder.
const WORDING: &str = "chung/tu-ngu";

/// Every table by the name of its profile, and what holds for all of them.
pub struct RuleTables {
    tables: BTreeMap<String, RuleTable>,
    pub(crate) wording: Wording,
}

/// What one regulation asks.
#[derive(Debug)]
pub(crate) struct RuleTable {
    /// The profile's name; the file's.
    pub(crate) name: String,
    /// The regulation.
    pub(crate) regulation: String,
    /// What this reader cannot judge.
    pub(crate) unjudged: Vec<Unjudged>,
    in_force: Validity,
    /// One for every rule.
    requirements: BTreeMap<Rule, Requirement>,
}

/// The file of a table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TableFile {
    #[serde(rename = "quy_dinh")]
    regulation: String,
    #[serde(rename = "hieu_luc")]
    in_force: InForce,
    #[serde(rename = "o")]
    requirements: BTreeMap<String, Requirement>,
    #[serde(rename = "khong_xet")]
    unjudged: Vec<Unjudged>,
}

/// The days a regulation is in force, the first and the last included.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct InForce {
    #[serde(rename = "tu", default, deserialize_with = "day")]
    from: Option<NaiveDate>,
    #[serde(rename = "den", default, deserialize_with = "day")]
    to: Option<NaiveDate>,
}

fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
    let text = String::deserialize(from)?;
    let day = NaiveDate::parse_from_str(&text, "%Y-%m-%d");
    day.map(Some).map_err(|_| serde::de::Error::custom(format!("«{text}»{NO_DAY}")))
}

/// What cannot be judged, and when to say so.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Unjudged {
    /// What the document must hold.
    #[serde(rename = "khi")]
    pub(crate) when: UnjudgedWhen,
    /// What cannot be judged, in Vietnamese.
    #[serde(rename = "noi_dung")]
    pub(crate) text: String,
}

/// What a document must hold for something to be worth saying that cannot be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(crate) enum UnjudgedWhen {
    /// Nothing: it is always said.
    #[serde(rename = "luon")]
    Always,
    /// A table.
    #[serde(rename = "bang")]
    Table,
    /// A chart.
    #[serde(rename = "bieu-do", alias = "bieu_do")]
    Chart,
    /// A page on its side.
    #[serde(rename = "ngang")]
    Landscape,
    /// A picture.
    #[serde(rename = "anh")]
    Image,
    /// An appendix.
    #[serde(rename = "phu-luc", alias = "phu_luc")]
    Appendix,
    /// Signatures of several bodies.
    #[serde(rename = "lien-tich", alias = "lien_tich")]
    Joint,
    /// No type of document, and no letter.
    #[serde(rename = "khong-loai", alias = "khong_loai")]
    NoType,
}

impl RuleTables {
    /// Reads the tables.
    ///
    /// # Errors
    /// A table that cannot be read, or lacks a rule, or has one that does not exist.
    pub fn load(files: &TemplateFiles) -> Result<Self, InspectionError> {
        let (mut tables, mut wording) = (BTreeMap::new(), Wording::default());
        for (file, bytes) in files.below(FOLDER) {
            let Some(name) = file.strip_suffix(".yaml") else { continue };
            let refused = |fault: Fault| InspectionError::Table {
                file: format!("{FOLDER}/{file}"),
                line: fault.line,
                reason: fault.reason,
            };
            if name == WORDING {
                wording = read_wording(bytes).map_err(refused)?;
            } else {
                let table = RuleTable::read(name, bytes).map_err(refused)?;
                tables.insert(name.to_owned(), table);
            }
        }
        Ok(Self { tables, wording })
    }

    /// The table of that name.
    ///
    /// # Errors
    /// No such table.
    pub(crate) fn named(&self, name: &str) -> Result<&RuleTable, InspectionError> {
        self.tables.get(name).ok_or_else(|| InspectionError::NoProfile {
            name: name.to_owned(),
            known: self.tables.keys().cloned().collect(),
        })
    }

    /// The names any table gives a rule.
    #[must_use]
    pub(crate) fn names(&self, rule: Rule) -> Vec<String> {
        self.tables.values().flat_map(|table| table.requirement(rule).names.clone()).collect()
    }

    /// The table in force on `date`.
    ///
    /// # Errors
    /// None is in force then.
    pub(crate) fn on(&self, date: NaiveDate) -> Result<&RuleTable, InspectionError> {
        let in_force = |table: &&RuleTable| table.in_force.contains(date);
        self.tables.values().find(in_force).ok_or(InspectionError::NoneInForce(date))
    }

    /// The table that came into force last: the one for a document without a date.
    ///
    /// # Errors
    /// There is no table.
    pub(crate) fn latest(&self) -> Result<&RuleTable, InspectionError> {
        let latest = self.tables.values().max_by_key(|table| table.in_force.from);
        latest.ok_or_else(|| InspectionError::Table {
            file: FOLDER.to_owned(),
            line: None,
            reason: "thư mục không có bảng nào".to_owned(),
        })
    }
}

impl RuleTable {
    /// What is asked by a rule.
    #[must_use]
    pub(crate) fn requirement(&self, rule: Rule) -> &Requirement {
        self.requirements.get(&rule).expect("a table is read only with every rule")
    }

    fn read(name: &str, bytes: &[u8]) -> Result<Self, Fault> {
        let text = std::str::from_utf8(bytes).map_err(|error| not_text(bytes, error))?;
        let file: TableFile = serde_yaml::from_str(text).map_err(|error| unread(&error))?;
        let requirements = complete(file.requirements);
        Ok(Self {
            name: name.to_owned(),
            regulation: file.regulation,
            unjudged: file.unjudged,
            in_force: Validity { from: file.in_force.from, to: file.in_force.to },
            requirements: requirements.map_err(|reason| Fault { line: None, reason })?,
        })
    }
}

/// Why a table cannot be used.
struct Fault {
    line: Option<usize>,
    reason: String,
}

fn read_wording(bytes: &[u8]) -> Result<Wording, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|error| not_text(bytes, error))?;
    Wording::read(text).map_err(|fault| match fault {
        WordingFault::Yaml(error) => unread(&error),
        WordingFault::Rule(reason) => Fault { line: None, reason },
    })
}

fn not_text(bytes: &[u8], error: std::str::Utf8Error) -> Fault {
    let before = bytes.iter().take(error.valid_up_to()).filter(|byte| **byte == b'\n');
    let reason = "tệp không phải UTF-8; mở tệp, chọn «Lưu với mã UTF-8» rồi lưu lại".to_owned();
    Fault { line: Some(before.count() + 1), reason }
}

/// What the reader of YAML objects to, in Vietnamese.
fn unread(error: &serde_yaml::Error) -> Fault {
    let words = error.to_string();
    let (_, named) = words.split_once('`').unwrap_or_default();
    let (name, _) = named.split_once('`').unwrap_or_default();
    let has = |what: &str| words.contains(what);
    let own = words.find(NO_DAY).and_then(|end| Some((words[..end].rfind('«')?, end)));
    let reason = if let Some((start, end)) = own {
        // Words of ours, with where they stand before and behind them.
        words[start..end + NO_DAY.len()].to_owned()
    } else if has("missing field") {
        format!("thiếu khóa «{name}»")
    } else if has("unknown field") {
        format!("không có khóa «{name}»")
    } else if has("unknown variant") {
        format!("không có giá trị «{name}»")
    } else if has("duplicate") {
        "một khóa ghi hai lần".to_owned()
    } else {
        "giá trị không đúng dạng, hoặc dòng viết sai cú pháp YAML".to_owned()
    };
    Fault { line: error.location().and_then(|place| usize::try_from(place.line()).ok()), reason }
}

/// The requirements by their rules.
///
/// # Errors
/// What is missing, unknown or lacks something, each by its key.
fn complete(
    mut given: BTreeMap<String, Requirement>,
) -> Result<BTreeMap<Rule, Requirement>, String> {
    let mut requirements = BTreeMap::new();
    let mut wrong: Vec<String> = Vec::new();
    for rule in Rule::ALL {
        match given.remove(rule.key()) {
            Some(requirement) => {
                wrong.extend(requirement.lacks(*rule));
                requirements.insert(*rule, requirement);
            }
            None => wrong.push(format!("thiếu mục «{}»", rule.key())),
        }
    }
    wrong.extend(given.keys().map(|key| unknown(key)));
    if wrong.is_empty() { Ok(requirements) } else { Err(wrong.join("; ")) }
}

fn unknown(key: &str) -> String {
    let near = nearest(key, Rule::ALL.iter().map(|rule| rule.key()));
    let near = near.map_or(String::new(), |near| format!(" (có phải là «{near}»?)"));
    format!("không có mục nào là «{key}»{near}")
}

//! What the regulation asks of each component, read from `report-templates/the-thuc-kiem-tra/`: a table of its own,
//! written from the regulation and not from the numbers pages are laid out with. Not for judging.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::Unreadable;
use crate::assets::files::TemplateFiles;

/// Where the tables are, below the templates.
const FOLDER: &str = "the-thuc-kiem-tra";
/// The profile of a document without a date.
const LATEST: &str = "hd05";

/// Every table by the name of its profile.
#[derive(Debug, Default)]
pub struct Tables(BTreeMap<String, Table>);

/// What one regulation asks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The profile's name; the file's.
    #[serde(skip)]
    pub name: String,
    /// The regulation.
    pub quy_dinh: String,
    hieu_luc: Validity,
    /// What is asked of each component.
    pub o: BTreeMap<String, Row>,
    /// What this reader cannot judge.
    pub khong_xet: Vec<Unjudged>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Validity {
    #[serde(default)]
    tu: Option<String>,
    #[serde(default)]
    den: Option<String>,
}

/// What is asked of one component; what is not given is not asked.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The cell of the regulation's legend, or a name where it has none.
    pub o: String,
    /// What the component is called.
    pub ten: String,
    /// Where the specification says so.
    pub nguon: String,
    /// The size in points: one, or from – to.
    #[serde(default)]
    pub co_chu: Vec<f64>,
    /// Whether bold.
    #[serde(default)]
    pub dam: Option<bool>,
    /// Whether slanted.
    #[serde(default)]
    pub nghieng: Option<bool>,
    /// Whether in capitals.
    #[serde(default)]
    pub hoa: Option<bool>,
    /// A measure: at least, or from – to.
    #[serde(default)]
    pub khoang: Vec<f64>,
    /// How far a measure may be off.
    #[serde(default)]
    pub lech: Option<f64>,
    /// Words or a mark.
    #[serde(default)]
    pub chu: Option<String>,
    /// Names or words, any of which will do.
    #[serde(default)]
    pub danh: Vec<String>,
}

/// What cannot be judged, and when to say so.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unjudged {
    /// `luon` (always), or what the document must hold: `bang`, `bieu-do`, `ngang`, `anh`, `phu-luc`, `lien-tich`, `khong-loai`.
    pub khi: String,
    /// What cannot be judged, in Vietnamese.
    pub noi_dung: String,
}

impl Row {
    /// How far a place may be off: half a millimetre unless it says otherwise.
    #[must_use]
    pub fn tolerance(&self) -> f64 {
        self.lech.unwrap_or(0.5)
    }

    /// The `at`-th measure; 0 if the row has none.
    #[must_use]
    pub fn measure(&self, at: usize) -> f64 {
        self.khoang.get(at).copied().unwrap_or_default()
    }

    /// Its words; none if it has none.
    #[must_use]
    pub fn words(&self) -> &str {
        self.chu.as_deref().unwrap_or_default()
    }
}

impl Tables {
    /// Reads the tables.
    ///
    /// # Errors
    /// A table that cannot be read.
    pub fn load(files: &TemplateFiles) -> Result<Self, Unreadable> {
        let mut tables = BTreeMap::new();
        for (file, bytes) in files.below(FOLDER) {
            let Some(name) = file.strip_suffix(".yaml") else { continue };
            let wrong = |error: &dyn std::fmt::Display| {
                Unreadable(format!("bảng {FOLDER}/{file} không dùng được: {error}"))
            };
            let text = std::str::from_utf8(bytes).map_err(|error| wrong(&error))?;
            let table: Table = serde_yaml::from_str(text).map_err(|error| wrong(&error))?;
            tables.insert(name.to_owned(), Table { name: name.to_owned(), ..table });
        }
        Ok(Self(tables))
    }

    /// The table of that name.
    ///
    /// # Errors
    /// No such table.
    pub fn named(&self, name: &str) -> Result<&Table, Unreadable> {
        self.0.get(name).ok_or_else(|| {
            let known: Vec<&str> = self.0.keys().map(String::as_str).collect();
            Unreadable(format!("không có thể thức «{name}»; các thể thức có: {}", known.join(", ")))
        })
    }

    /// The words a row of any table names.
    #[must_use]
    pub fn words(&self, rule: &str) -> Vec<String> {
        self.0
            .values()
            .filter_map(|table| table.o.get(rule))
            .flat_map(|row| row.danh.clone())
            .collect()
    }

    /// The table in force on `date`; the latest regulation's without one.
    ///
    /// # Errors
    /// None is in force then.
    pub fn on(&self, date: Option<NaiveDate>) -> Result<&Table, Unreadable> {
        let Some(date) = date else { return self.named(LATEST) };
        let day = date.format("%Y-%m-%d").to_string();
        let holds = |table: &&Table| {
            table.hieu_luc.tu.as_ref().is_none_or(|from| *from <= day)
                && table.hieu_luc.den.as_ref().is_none_or(|to| day <= *to)
        };
        self.0.values().find(holds).ok_or_else(|| {
            let day = date.format("%d/%m/%Y");
            Unreadable(format!(
                "không có thể thức nào có hiệu lực ngày {day}; chỉ rõ bằng --profile"
            ))
        })
    }
}

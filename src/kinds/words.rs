//! Plain words of the phrase bank that stand inside a sentence somebody typed. Not for sentences, which are templates.

use std::collections::BTreeMap;

use super::phrases;
use crate::assets::files::TemplateFiles;
use crate::diagnostic::Finding;
use crate::model::id::Id;
use crate::rollup::verdict::Verdict;
use crate::vietnamese::text::uncapitalised;

/// Where the table's words for verdicts are.
const VERDICTS: &str = "bang.ket_luan";
/// Where the others are.
const OTHERS: &str = "trong_loi_van";
/// The others.
const KEYS: [&str; 12] = [
    "chua_co",
    "chua_du",
    "chua_so_sanh",
    "tam_tinh",
    "khong_phat_sinh",
    "khong_ap_dung",
    "chua_co_loi",
    "co",
    "chua",
    "tang",
    "giam",
    "bang",
];

/// The words of one kind of report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct KindWords(BTreeMap<String, String>);

impl KindWords {
    /// Reads the words of `kind`.
    ///
    /// # Errors
    /// A phrase bank with errors.
    ///
    /// # Panics
    /// The bank that comes with the program lacks a word.
    pub(crate) fn read(files: &TemplateFiles, kind: &Id) -> Result<Self, Finding> {
        let bank = phrases::read(files, kind)?;
        let verdicts = Verdict::ALL.iter().map(|verdict| format!("{VERDICTS}.{}", verdict.case()));
        let others = KEYS.iter().map(|key| format!("{OTHERS}.{key}"));
        let word = |key: String| {
            let file = bank.get(&key).expect("chung/cau-chu.yaml comes with the program, whole");
            (key, file.text().to_owned())
        };
        Ok(Self(verdicts.chain(others).map(word).collect()))
    }

    /// The word of this key, such as `chua_co`.
    #[must_use]
    pub(crate) fn get(&self, key: &str) -> &str {
        self.word(&format!("{OTHERS}.{key}"))
    }

    /// A verdict as the table words it, inside a sentence.
    #[must_use]
    pub(crate) fn verdict(&self, verdict: Verdict) -> String {
        uncapitalised(self.word(&format!("{VERDICTS}.{}", verdict.case())))
    }

    fn word(&self, key: &str) -> &str {
        self.0.get(key).expect("all words were read")
    }
}

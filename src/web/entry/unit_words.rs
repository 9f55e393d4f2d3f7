//! What the units wrote, for who writes the board's text of the same name: to be quoted by name, or read and worded anew. Not for
//! numbers ([`super::references`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::opened::Opened;
use crate::model::keyed_texts::keyed;
use crate::report::due::Scope;
use crate::report::views::table::ViewTable;

/// A unit's words under a key.
#[derive(Debug, Clone, Serialize)]
pub(super) struct UnitWords {
    ten: String,
    /// As they are quoted.
    ma: String,
    loi: String,
}

/// The words of units by the key they stand under: `danh_gia.han_che`.
pub(super) type WordsByKey = BTreeMap<String, Vec<UnitWords>>;

/// What the units of a roll-up wrote; nothing for the form of a unit.
pub(super) fn unit_words(opened: &Opened<'_>) -> WordsByKey {
    if opened.content.owner.unit().is_some() {
        return WordsByKey::new();
    }
    let jobs = opened.workspace.jobs(opened.place).unwrap_or_default();
    let rolled_up = jobs.iter().find(|job| job.scope == Scope::Area);
    let words = rolled_up.map(|job| opened.workspace.with_views(job, |views, _| Ok(words(views))));
    // Why a report cannot be made is told where its pages would be.
    words.and_then(Result::ok).unwrap_or_default()
}

fn words(views: &ViewTable<'_>) -> WordsByKey {
    let mut all = WordsByKey::new();
    for row in views.context.rows() {
        let Some(own) = views.context.words_of(row) else { continue };
        for text in keyed(own) {
            let lines: Vec<&str> =
                text.text.paragraphs().iter().map(|one| one.line.as_str()).collect();
            let said = UnitWords {
                ten: row.unit.full_name(),
                ma: format!("{{{{ don_vi.{}.{} }}}}", row.unit.id, text.key),
                loi: lines.join("\n"),
            };
            all.entry(text.key).or_default().push(said);
        }
    }
    all
}

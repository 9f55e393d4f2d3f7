//! The documents a report lists as issued in its time: of a quarter those of its own text; of a report that covers the year so
//! far, those of every text since 01/01. Not for the list of a whole phase ([`super::views::issued`]).

use std::collections::BTreeSet;

use super::due::{Job, Scope};
use crate::kinds::kind::Kind;
use crate::model::plan::Document;
use crate::model::returns::Narrative;
use crate::vietnamese::nearest::fold;

/// Types of Party documents as offices order them, the weightiest first; others stand after them. Folded.
const RANKS: [&str; 17] = [
    "nghiquyet",
    "quyetdinh",
    "chithi",
    "ketluan",
    "quyche",
    "quydinh",
    "chuongtrinh",
    "dean",
    "phuongan",
    "kehoach",
    "huongdan",
    "thongtri",
    "thongbao",
    "thongcao",
    "baocao",
    "totrinh",
    "congvan",
];

/// The documents of a report with this text, by rank and date, each once.
pub(super) fn documents<'a>(
    job: &Job<'a>,
    kind: &Kind,
    own: Option<&'a Narrative>,
) -> Vec<&'a Document> {
    let year_so_far = kind.period.since_january && job.phase.is_none();
    let texts: Vec<&Narrative> = match job.scope {
        _ if !year_so_far => own.into_iter().collect(),
        Scope::Unit(unit) => {
            let returns = job.dossier.series.get(&unit.id).into_iter();
            let returns = returns.flat_map(|series| series.returns.range(job.period.year_so_far()));
            returns.filter_map(|(_, filed)| Some(&filed.good()?.narrative)).collect()
        }
        Scope::Area | Scope::Missing(_) => {
            let boards = job.dossier.boards.range(job.period.year_so_far());
            boards.filter_map(|(_, filed)| Some(&filed.good()?.narrative)).collect()
        }
    };
    sorted(texts.into_iter().flat_map(|text| &text.documents))
}

/// Each document once, by rank of its type, then by date.
pub(super) fn sorted<'a>(all: impl Iterator<Item = &'a Document>) -> Vec<&'a Document> {
    let mut seen = BTreeSet::new();
    let mut all: Vec<&Document> = all
        .filter(|one| {
            let subject = one.subject.clone().filter(|_| one.number.is_none());
            seen.insert((one.kind.clone(), one.number.clone(), one.body.clone(), subject))
        })
        .collect();
    all.sort_by_key(|one| (rank(one), one.date.map(|date| (date.year, date.month, date.day))));
    all
}

fn rank(document: &Document) -> usize {
    let kind = fold(document.kind.as_str());
    RANKS.iter().position(|known| kind == *known).unwrap_or(RANKS.len())
}

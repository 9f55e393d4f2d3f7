//! Whether figures moved on since a draft was written. Not for texts that changed ([`super::merge`]).

use std::collections::BTreeMap;

use super::explained::name;
use super::snapshot::{Part, Piece, Snapshot};
use crate::diagnostic::{Code, Finding, Severity};
use crate::source::Span;

/// That numbers in texts are others now than in the document.
pub(super) fn figures_moved(then: &Snapshot, now: &Snapshot, place: &Span) -> Option<Finding> {
    let numbers = |snapshot: &Snapshot| {
        let parts = snapshot.doan.iter().flat_map(|paragraph| &paragraph.phan);
        let texts = parts.filter_map(|part| match part {
            Part::Loi(written) => Some(written.clone()),
            Part::In(_) => None,
        });
        let numbers = texts.flat_map(|text| {
            let of = move |piece: Piece| match piece {
                Piece::So { in_ra, nguon } => Some((nguon, in_ra)),
                Piece::Chu(_) => None,
            };
            text.manh.into_iter().filter_map(of)
        });
        numbers.collect::<BTreeMap<String, String>>()
    };
    let (then, now) = (numbers(then), numbers(now));
    let moved =
        then.iter().filter(|(typed, printed)| now.get(*typed).is_some_and(|now| now != *printed));
    let moved: Vec<String> = moved
        .map(|(typed, printed)| format!("{} {printed} → {}", name(typed), now[typed]))
        .collect();
    (!moved.is_empty()).then(|| {
        let message = format!("từ khi lập bản Word, số trong lời văn đã đổi: {}", moved.join("; "));
        Finding::new(Code::WordConflict, message)
            .severity(Severity::Note)
            .at(place)
            .hint("lời văn vẫn nối với số liệu, lần lập sau in số mới; xem lại câu sửa có còn đúng")
    })
}

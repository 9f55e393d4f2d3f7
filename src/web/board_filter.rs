//! Which units of a board are shown: by how they stand, by what is typed of their names. Not for how they look
//! ([`super::board_view`]).

use crate::status::unit_line::{UnitLine, UnitState};
use crate::vietnamese::nearest::fold;

/// How a unit may stand to be shown: its word in an address, its name, and whether a unit stands so.
pub(super) struct Filter {
    /// The word in an address.
    pub(super) word: &'static str,
    /// What it is called, as `status` calls it.
    pub(super) name: &'static str,
    holds: fn(&UnitLine) -> bool,
}

impl Filter {
    /// Whether a unit stands so.
    pub(super) fn holds(&self, line: &UnitLine) -> bool {
        (self.holds)(line)
    }
}

/// The filters there are; the first shows all.
pub(super) const FILTERS: [Filter; 8] = [
    Filter { word: "", name: "tất cả", holds: |_| true },
    Filter { word: "can-lam", name: "còn phải làm", holds: UnitLine::needs_something },
    Filter {
        word: "chua-nop",
        name: "chưa nộp",
        holds: |line| !line.state.is_received() && line.state != UnitState::Unread,
    },
    Filter {
        word: "nop-muon",
        name: "nộp muộn",
        holds: |line| line.state.is_received() && line.late > 0,
    },
    Filter {
        word: "co-loi",
        name: "có lỗi, bị giữ lại",
        holds: |line| matches!(line.state, UnitState::WithErrors | UnitState::Held),
    },
    Filter {
        word: "con-trong",
        name: "còn số trống",
        holds: |line| {
            line.state.is_received() && !(line.blank.is_empty() && line.unconfirmed.is_empty())
        },
    },
    Filter {
        word: "chua-lap",
        name: "chưa lập",
        holds: |line| matches!(line.state, UnitState::NotBuilt | UnitState::Outdated),
    },
    Filter { word: "da-lap", name: "đã lập", holds: |line| line.state.is_made() },
];

/// The filter of a word; all units for one there is none of.
pub(super) fn filter(word: &str) -> &'static Filter {
    FILTERS.iter().find(|filter| filter.word == word).unwrap_or(&FILTERS[0])
}

/// What a unit is found by: its name and its id without marks, a space between.
pub(super) fn found_by(line: &UnitLine) -> String {
    format!("{} {}", fold(&line.name), fold(&line.id))
}

/// Whether what is typed, with or without marks, is part of what a unit is found by.
pub(super) fn finds(typed: &str, found_by: &str) -> bool {
    let typed = fold(typed);
    found_by.split(' ').any(|part| part.contains(&typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_without_its_marks() {
        let found_by = format!("{} {}", fold("Xã Đưng K'Nớ"), fold("dung-kno"));
        for typed in ["dung kno", "Đưng K’Nớ", "KNO", "xã đưng", ""] {
            assert!(finds(typed, &found_by), "{typed}");
        }
        assert!(!finds("knodung", &found_by), "name and id are two");
    }
}

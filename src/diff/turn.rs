//! What something was and is, and whether a page shows that it turned. Not for what turned ([`super::numbers`]).

use serde::Serialize;

use super::words::{Mark, Stretch};

/// What something was and is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Turn {
    /// What it was.
    pub cu: String,
    /// What it is.
    pub moi: String,
}

impl Turn {
    /// What differs; nothing of what is the same.
    #[must_use]
    pub(crate) fn of(old: &str, new: &str) -> Option<Self> {
        (old != new).then(|| Self { cu: old.to_owned(), moi: new.to_owned() })
    }
}

/// All words that went and came.
pub(super) struct ChangedTexts {
    gone: String,
    come: String,
}

impl ChangedTexts {
    /// Those of these stretches.
    pub(super) fn of<'s>(stretches: impl Iterator<Item = &'s Stretch>) -> Self {
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        for one in stretches {
            match one.dau {
                Mark::Kept => {}
                Mark::Removed => gone.push(one.chu.as_str()),
                Mark::Added => come.push(one.chu.as_str()),
            }
        }
        Self { gone: gone.join("\n"), come: come.join("\n") }
    }

    /// Whether the page changed at all.
    pub(super) fn are_there(&self) -> bool {
        !self.gone.is_empty() || !self.come.is_empty()
    }

    /// Whether the page shows that a value turned: its digits went or came. A value without digits is put in words of the
    /// template, so that any change may show it.
    pub(super) fn show(&self, turn: &Turn) -> bool {
        let number = |text: &str| {
            let digits = text.split(|c: char| !c.is_ascii_digit() && !".,".contains(c));
            digits.map(str::to_owned).find(|digits| digits.contains(|c: char| c.is_ascii_digit()))
        };
        match (number(&turn.cu), number(&turn.moi)) {
            (None, None) => self.are_there(),
            (old, new) => {
                old.is_some_and(|old| self.gone.contains(&old))
                    || new.is_some_and(|new| self.come.contains(&new))
            }
        }
    }
}

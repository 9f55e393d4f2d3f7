//! The tags of content controls, by which a place of a draft is known again. Not for finding controls in a document
//! ([`super::reading`]).

/// What a control holds, by its tag; numbers are places in the snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tag {
    /// `L12` or `L12.1`: what somebody wrote, in paragraph 12, part 1.
    Written(usize, Option<usize>),
    /// `S12.1.3`: a number in it, its piece 3.
    Value(usize, usize, usize),
    /// `I12` or `I12.0`: computed words.
    Computed(usize, Option<usize>),
}

impl Tag {
    /// Reads a tag; none if it is none of ours.
    #[must_use]
    pub(crate) fn read(tag: &str) -> Option<Self> {
        let kind = tag.chars().next()?;
        let numbers: Option<Vec<usize>> =
            tag[kind.len_utf8()..].split('.').map(|part| part.parse().ok()).collect();
        match (kind, numbers?.as_slice()) {
            ('L', [n]) => Some(Self::Written(*n, None)),
            ('L', [n, k]) => Some(Self::Written(*n, Some(*k))),
            ('S', [n, k, m]) => Some(Self::Value(*n, *k, *m)),
            ('I', [n]) => Some(Self::Computed(*n, None)),
            ('I', [n, k]) => Some(Self::Computed(*n, Some(*k))),
            _ => None,
        }
    }

    /// The paragraph of the snapshot it is of.
    #[must_use]
    pub(crate) fn paragraph(self) -> usize {
        match self {
            Self::Written(n, _) | Self::Value(n, ..) | Self::Computed(n, _) => n,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tags_of_ours_are_read() {
        assert_eq!(Tag::read("L12"), Some(Tag::Written(12, None)));
        assert_eq!(Tag::read("L12.1"), Some(Tag::Written(12, Some(1))));
        assert_eq!(Tag::read("S1.0.3"), Some(Tag::Value(1, 0, 3)));
        assert_eq!(Tag::read("I7.0"), Some(Tag::Computed(7, Some(0))));
        for other in ["", "L", "L1.2.3", "S1", "Lưu", "Ngày 1", "L-1", "goog_rdk_1"] {
            assert_eq!(Tag::read(other), None, "{other}");
        }
    }
}

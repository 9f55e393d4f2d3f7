//! Numbers that look drawn by lot and are the same for the same seed on every machine (`SplitMix64`). Not for secrets,
//! and not for statistics: a remainder is good enough here.

/// A stream of numbers.
pub(crate) struct Random(u64);

impl Random {
    /// The stream of one place in a dossier, so that a unit's numbers do not depend on how many others there are.
    pub(crate) fn of(seed: u64, place: &[u64]) -> Self {
        let mut own = Self(seed);
        for part in place {
            own.0 = own.next() ^ part;
        }
        own
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        let drawn = self.next() % u64::from(high - low + 1);
        low + u32::try_from(drawn).unwrap_or(0)
    }

    /// True once in `times`.
    pub(crate) fn one_in(&mut self, times: u32) -> bool {
        self.between(1, times) == 1
    }

    /// One of a list, which is not empty.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let most = u32::try_from(from.len() - 1).unwrap_or(u32::MAX);
        &from[self.between(0, most) as usize]
    }
}

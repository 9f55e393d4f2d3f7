//! Made-up units: names of two syllables, no two alike in a dossier, with hamlets of their own. Not for real places,
//! though some names may be borne by one.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use super::prose::Words;
use super::random::Random;

/// Steps through all pairs of syllables without meeting one twice: a prime that divides none of their counts.
const STRIDE: usize = 1009;

/// A unit that reports.
pub(crate) struct Unit {
    /// Its place in the dossier, from 0.
    pub(crate) at: u64,
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    /// The region it is listed under.
    pub(crate) group: &'static str,
    /// The places its texts speak of.
    pub(crate) hamlets: Vec<String>,
}

/// The units of dossier `area`.
pub(crate) fn units(words: &Words, count: u32, area: u64, seed: u64) -> Vec<Unit> {
    let mut taken = BTreeMap::new();
    (0..u64::from(count))
        .map(|at| {
            let mut random = Random::of(seed, &[area, at]);
            let name = name(words, Random::of(seed, &[area]).between(0, 4999) as usize, at);
            let mut hamlet = |_| name_at(words, random.between(0, 4999) as usize);
            let hamlets = (0..8).map(&mut hamlet).collect();
            let kind = if random.one_in(5) { "phường" } else { "xã" };
            let group = *random.pick(&["Vùng ven biển", "Vùng đồng bằng", "Vùng đồi núi"]);
            Unit { at, id: id(&name, &mut taken), kind, name, group, hamlets }
        })
        .collect()
}

/// The name of the whole area.
pub(crate) fn area(words: &Words, area: u64, seed: u64) -> String {
    name(words, Random::of(seed, &[u64::MAX]).between(0, 4999) as usize, area)
}

fn name(words: &Words, from: usize, at: u64) -> String {
    name_at(words, from + usize::try_from(at).unwrap_or(0) * STRIDE)
}

/// The pair of different syllables with this number.
fn name_at(words: &Words, number: usize) -> String {
    let syllables = words.list("am_tiet");
    let number = number % (syllables.len() * (syllables.len() - 1));
    let (first, second) = (number / (syllables.len() - 1), number % (syllables.len() - 1));
    let second = if second >= first { second + 1 } else { second };
    format!("{} {}", syllables[first], syllables[second])
}

/// The name without accents, numbered where another unit has it already.
fn id(name: &str, taken: &mut BTreeMap<String, u32>) -> String {
    let plain: String = name
        .to_lowercase()
        .nfd()
        .filter_map(|c| match c {
            'đ' => Some('d'),
            ' ' => Some('-'),
            c => c.is_ascii_alphabetic().then_some(c),
        })
        .collect();
    let times = taken.entry(plain.clone()).and_modify(|times| *times += 1).or_insert(1);
    if *times == 1 { plain } else { format!("{plain}-{times}") }
}

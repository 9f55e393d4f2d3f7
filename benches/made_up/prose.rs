//! Made-up sentences, put together from the pieces of `loi-van.txt`; no paragraph is said twice. Not for what a text
//! is about: any text fits any place.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::Quarter;
use super::random::Random;

/// The pieces, by name.
pub(crate) struct Words(BTreeMap<&'static str, Vec<&'static str>>);

impl Words {
    pub(crate) fn read() -> Self {
        let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut name = "";
        let lines = include_str!("loi-van.txt").lines();
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                Some(heading) => name = heading,
                None => lists.entry(name).or_default().push(line),
            }
        }
        Self(lists)
    }

    /// The ways to say `name`.
    pub(crate) fn list(&self, name: &str) -> &[&'static str] {
        self.0.get(name).unwrap_or_else(|| panic!("loi-van.txt lacks [{name}]"))
    }
}

/// What one text is about.
pub(crate) struct Topic<'a> {
    /// The places it may name.
    pub(crate) places: &'a [String],
    pub(crate) quarter: Quarter,
}

/// Says things, each once.
pub(crate) struct Prose {
    pub(crate) words: Words,
    said: BTreeSet<u64>,
}

impl Prose {
    pub(crate) fn new() -> Self {
        Self { words: Words::read(), said: BTreeSet::new() }
    }

    /// A paragraph of the list `name` that was not said before.
    pub(crate) fn say(&mut self, name: &str, topic: &Topic<'_>, random: &mut Random) -> String {
        loop {
            let mut text = String::new();
            self.expand(name, topic, random, &mut text);
            let text = capitals(&text);
            if self.said.insert(short_hash(&text)) {
                return text;
            }
        }
    }

    /// Adds one way to say `name`, its own pieces put in.
    fn expand(&self, name: &str, topic: &Topic<'_>, random: &mut Random, text: &mut String) {
        let mut rest = *random.pick(self.words.list(name));
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            text.push_str(before);
            match name {
                "thon" => {
                    let place: &String = random.pick(topic.places);
                    text.push_str(place);
                }
                "ngay" => text.push_str(&topic.quarter.some_day(random)),
                "thang" => text.push_str(&topic.quarter.some_month(random)),
                "so" => text.push_str(&random.between(2, 48).to_string()),
                name => self.expand(name, topic, random, text),
            }
            rest = after;
        }
        text.push_str(rest);
    }
}

/// Sentences begin with a capital.
fn capitals(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        if begins && c.is_alphanumeric() {
            written.extend(c.to_uppercase());
            begins = false;
        } else {
            begins |= c == '.';
            written.push(c);
        }
    }
    written
}

fn short_hash(text: &str) -> u64 {
    let hash = blake3::hash(text.as_bytes());
    hash.as_bytes().iter().take(8).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

//! A thousand random edits to figures and texts of the samples: each that changes what is printed is found with its old and its new
//! value, and nothing is found that no edit changed. Not for the words it is told in ([`super::states`]).

use std::collections::BTreeMap;

use baocao::diff::content::Content;
use baocao::diff::differences::{Differences, differences};
use baocao::diff::words::{Mark, Stretch};
use regex::Regex;

use super::contents;
use crate::dossier::Dossier;
use crate::made_up::random::Random;
use crate::views::read;

/// A few units of a dossier of the samples, and how many edits are made to their last returns.
struct Edited {
    dossier: &'static str,
    periods: &'static [&'static str],
    units: &'static [&'static str],
    edits: u32,
}

const EDITED: [Edited; 4] = [
    Edited {
        dossier: "lac-duong",
        periods: &["2024-Q2", "2024-Q3"],
        units: &["lat", "da-sar", "_tong-hop"],
        edits: 250,
    },
    Edited {
        dossier: "ninh-hai",
        periods: &["2024-Q1", "2024-Q2"],
        units: &["ho-hai", "tri-hai", "_tong-hop"],
        edits: 250,
    },
    Edited {
        dossier: "chuyen-doi-so",
        periods: &["2026-Q2", "2026-Q3"],
        units: &["co-quan-dang", "thon-ben-go", "_tong-hop"],
        edits: 250,
    },
    Edited {
        dossier: "chuyen-doi-so",
        periods: &["2026-Q1"],
        units: &["cong-an", "tram-y-te", "_tong-hop"],
        edits: 250,
    },
];

/// A change to a file.
enum Edit {
    /// A figure is another.
    Figure { id: String, old: String, new: String },
    /// A word is another.
    Word { old: String, new: &'static str },
    /// Nothing that is printed.
    Nothing,
}

/// The word others are replaced by.
const NEW_WORD: &str = "hoànchỉnh";

/// A number as reports print it: `2.466`.
fn dotted(digits: &str) -> String {
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).expect("digits"))
        .collect();
    groups.join(".")
}

/// One of the places that a pattern finds, with its groups.
fn drawn<'t>(pattern: &str, text: &'t str, random: &mut Random) -> Option<regex::Captures<'t>> {
    let pattern = Regex::new(pattern).expect("a pattern");
    let found = u32::try_from(pattern.captures_iter(text).count()).expect("few places");
    let last = found.checked_sub(1)?;
    pattern.captures_iter(text).nth(random.between(0, last) as usize)
}

/// `text` with `new` in the place of a range.
fn with(text: &str, place: regex::Match<'_>, new: &str) -> String {
    format!("{}{new}{}", &text[..place.start()], &text[place.end()..])
}

/// A text after an edit, and what was done.
fn edited(text: &str, random: &mut Random) -> Option<(String, Edit)> {
    match random.between(0, 9) {
        0 => {
            let line = drawn("(?m)^[a-z_]+:", text, random)?.get(0)?;
            Some((with(text, line, &format!("# ghi chú\n{}", line.as_str())), Edit::Nothing))
        }
        1 => {
            let two = drawn("(?m)^(  [a-z_]+: [0-9]+\n)(  [a-z_]+: [0-9]+\n)", text, random)?;
            let swapped = format!("{}{}", &two[2], &two[1]);
            Some((with(text, two.get(0)?, &swapped), Edit::Nothing))
        }
        2..=5 => {
            let figure = drawn("(?m)^  ([a-z_]+): ([0-9]+)$", text, random)?;
            let old: u32 = figure[2].parse().ok()?;
            let less = random.one_in(2) && old > 0;
            let new = if less { old - 1 } else { old + random.between(1, 9) }.to_string();
            let edit = Edit::Figure {
                id: figure[1].to_owned(),
                old: dotted(&figure[2]),
                new: dotted(&new),
            };
            Some((with(text, figure.get(2)?, &new), edit))
        }
        _ => {
            let prose = drawn(r#"(?m)^ +(?:- )?\p{Lu}[^\n{}:"]*$"#, text, random)?.get(0)?;
            let word = drawn(r"\b\p{Ll}{3,}\b", prose.as_str(), random)?.get(0)?;
            let line = with(prose.as_str(), word, NEW_WORD);
            let edit = Edit::Word { old: word.as_str().to_owned(), new: NEW_WORD };
            Some((with(text, prose, &line), edit))
        }
    }
}

/// How often a word or number stands on a page.
fn times(content: &Content, word: &str) -> usize {
    let lines = content.khoi.iter().map(baocao::diff::content::Block::line);
    let word =
        Regex::new(&format!(r"(?:^|[^\p{{L}}0-9.,]){}(?:$|[^\p{{L}}0-9])", regex::escape(word)));
    let word = word.expect("a pattern");
    lines.map(|line| word.find_iter(&line).count()).sum()
}

fn marked(found: &Differences, mark: Mark) -> String {
    let stretches = found.loi.iter().flat_map(|change| &change.doan);
    let of_mark = stretches.filter(|one| one.dau == mark).map(|one| one.chu.as_str());
    of_mark.collect::<Vec<_>>().join("\n")
}

/// Holds what was found to being all that differs: without it both pages are the same, and marked words give back both texts.
fn is_all(found: &Differences, old: &Content, new: &Content, case: &str) {
    let mut left: BTreeMap<String, i64> = BTreeMap::new();
    let mut add = |line: String, by: i64| *left.entry(line).or_default() += by;
    old.khoi.iter().for_each(|block| add(block.line(), 1));
    new.khoi.iter().for_each(|block| add(block.line(), -1));
    for change in &found.loi {
        assert_ne!(change.cu, change.moi, "{case}");
        change.cu.iter().for_each(|line| add(line.clone(), -1));
        change.moi.iter().for_each(|line| add(line.clone(), 1));
        let without = |mark: Mark| -> String {
            let kept = change.doan.iter().filter(|one: &&Stretch| one.dau != mark);
            kept.map(|one| one.chu.as_str()).collect()
        };
        assert_eq!(without(Mark::Added), change.cu.clone().unwrap_or_default(), "{case}");
        assert_eq!(without(Mark::Removed), change.moi.clone().unwrap_or_default(), "{case}");
    }
    left.retain(|_, times| *times != 0);
    assert_eq!(left, BTreeMap::new(), "{case}");
}

/// Holds what was found in a report to what was done; whether its page changed.
fn is_right(edit: &Edit, old: &Content, new: &Content, case: &str) -> bool {
    let found = differences(old, new);
    is_all(&found, old, new, case);
    let printed_otherwise = |word: &str| times(old, word) != times(new, word);
    match edit {
        Edit::Nothing => assert!(found.is_empty(), "{case}: {found:?}"),
        Edit::Word { old: word, new: other } => {
            assert!(found.so_lieu.is_empty() && found.chi_tieu.is_empty(), "{case}: {found:?}");
            if printed_otherwise(other) {
                assert!(marked(&found, Mark::Removed).contains(word.as_str()), "{case}: {found:?}");
                assert!(marked(&found, Mark::Added).contains(other), "{case}: {found:?}");
            }
        }
        Edit::Figure { id, old: was, new: is } => {
            let invented = found.so_lieu.iter().find(|change| change.ma != *id);
            assert!(invented.is_none(), "{case}: {invented:?}");
            let own = old.so_lieu.iter().any(|figure| figure.ma == *id && figure.gia_tri == *was);
            if own && printed_otherwise(was) && printed_otherwise(is) {
                let turn = found.so_lieu.first().map(|change| &change.gia_tri);
                let turn = turn.map(|turn| (turn.cu.as_str(), turn.moi.as_str()));
                assert_eq!(turn, Some((was.as_str(), is.as_str())), "{case}: {:?}", found.loi);
            }
        }
    }
    found.changes_the_page()
}

/// Makes edits to one dossier; how many were made, and how many of them changed a page.
fn edit_at_random(edited_dossier: &Edited, seed: u64) -> (u32, u32) {
    let Edited { dossier, periods, units, edits } = edited_dossier;
    let mut random = Random::of(25, &[seed]);
    let paths = periods.iter().flat_map(|period| units.iter().map(move |unit| (*period, *unit)));
    let plan = format!("inputs/{dossier}/ke-hoach.yaml");
    let repository =
        |path: &str| crate::dossier::text_of(path).unwrap_or_else(|| panic!("no {path}"));
    let workspace =
        paths.fold(Dossier::empty().write(&plan, repository(&plan)), |made, (period, unit)| {
            let path = format!("inputs/{dossier}/{period}/{unit}.yaml");
            made.write(&path, repository(&path))
        });
    let last = periods.last().expect("a period");
    let below = format!("{dossier}/{last}/");
    let of_edited = |name: &str| name.starts_with(&below);
    let before = contents(&read(&workspace), |job| of_edited(&job.name()));
    let (mut made, mut changed, mut tries) = (0, 0, 0);
    while made < *edits {
        tries += 1;
        assert!(tries < edits * 4, "{dossier}: few edits leave a report: {made} of {tries}");
        let unit = random.pick(units);
        let path = format!("inputs/{dossier}/{last}/{unit}.yaml");
        let text = workspace.read(&path);
        let Some((edited, edit)) = edited(&text, &mut random) else { continue };
        workspace.put(&path, &edited);
        let own = |name: &str| name.ends_with(&format!("/{unit}")) || name.ends_with("/tong-hop");
        let after = contents(&read(&workspace), |job| of_edited(&job.name()) && own(&job.name()));
        workspace.put(&path, &text);
        // An edit that is an error holds the report back.
        if !after.contains_key(&format!("{below}{}", unit.trim_start_matches('_'))) {
            continue;
        }
        let mut any = false;
        for (name, new) in &after {
            let case = format!("{name}, edit {tries}");
            any |= is_right(&edit, &before[name], new, &case);
        }
        made += 1;
        changed += u32::from(any);
    }
    (made, changed)
}

#[test]
fn each_of_a_thousand_random_edits_is_found_and_nothing_else() {
    let all = std::thread::scope(|scope| {
        let each = EDITED.iter().zip(1..);
        let started: Vec<_> =
            each.map(|(edited, seed)| scope.spawn(move || edit_at_random(edited, seed))).collect();
        let ended = started.into_iter().map(|one| one.join().expect("no edit is lost"));
        ended.fold((0, 0), |sums, one| (sums.0 + one.0, sums.1 + one.1))
    });
    assert_eq!(all.0, 1_000);
    assert!(all.1 > 600, "of 1,000 edits only {} changed a page", all.1);
}

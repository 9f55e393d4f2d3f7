//! The guide of the format library: each example is laid out, each function and parameter and each key of a profile is told, and no
//! other. Not for what pages look like ([`crate::conformance`]).

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;
use serde_json::Value;

use crate::dossier::{files, repository, repository_has, text_of};
use crate::schema::template_keys::keys_of_the_library;
use crate::views::TOOLCHAIN;

const FOLDER: &str = "report-templates/van-ban-dang";
const IMPORT: &str = "#import \"/van-ban-dang/lib.typ\": *";

fn file(name: &str) -> String {
    text_of(&format!("{FOLDER}/{name}")).unwrap_or_else(|| panic!("no {name}"))
}

/// The Typst blocks of a guide.
fn examples(guide: &str) -> Vec<String> {
    let blocks = guide.split("```typst\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap_or_default().to_owned()).collect()
}

/// What must stand before a part of a document: the first example's own beginning.
fn head(examples: &[String]) -> String {
    let (head, _) = examples[0].split_once("\n)\n").expect("a show rule");
    format!("{head}\n)\n")
}

#[test]
fn every_example_of_the_guides_is_laid_out() {
    let guide = examples(&file("README.md"));
    assert!(guide.len() > 8, "{} examples", guide.len());
    let head = head(&guide);
    for example in &guide {
        let whole = example.starts_with(IMPORT);
        let sheet = if whole { example.clone() } else { format!("{head}\n{example}") };
        let laid_out = TOOLCHAIN.typesetter.typeset(sheet, "guide");
        assert!(laid_out.is_ok(), "{:#?}\n{example}", laid_out.err());
    }
}

/// The parameters of a function, from its definition in one of the library's files.
fn parameters(function: &str, library: &str) -> BTreeSet<String> {
    let pattern = format!(r"(?s)#let {function}\((.*?)\) =");
    let found = Regex::new(&pattern).expect("a pattern").captures(library);
    let list = found.unwrap_or_else(|| panic!("no {function}"))[1].to_owned();
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in list.chars() {
        depth += i32::from(c == '(') - i32::from(c == ')');
        match c {
            ',' if depth == 0 => parts.push(String::new()),
            c => parts.last_mut().expect("a part").push(c),
        }
    }
    let name = |part: &String| part.split(':').next().unwrap_or_default().trim().to_owned();
    parts.iter().map(name).filter(|name| !name.is_empty()).collect()
}

/// The public functions and their parameters.
fn functions() -> BTreeMap<String, BTreeSet<String>> {
    let import = Regex::new(r#"#import "[a-z-]+\.typ": (.*)"#).expect("a pattern");
    let sources = files(&repository().join(FOLDER)).into_iter();
    let sources = sources
        .filter(|(name, _)| name.strip_suffix(".typ").is_some_and(|name| !name.contains('/')));
    let library: String =
        sources.map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8")).collect();
    let public = file("lib.typ");
    let names = import
        .captures_iter(&public)
        .flat_map(|found| found[1].split(", ").map(str::to_owned).collect::<Vec<_>>());
    names.map(|name| (name.clone(), parameters(&name, &library))).collect()
}

/// What stands in backquotes in the first cell of a table's rows.
fn told(section: &str) -> BTreeSet<String> {
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.filter_map(|row| row.split('`').nth(1)).map(str::to_owned).collect()
}

#[test]
fn the_guide_tells_every_function_and_parameter_and_no_other() {
    let guide = file("README.md");
    let (_, functions_of_guide) = guide.split_once("\n## Các hàm\n").expect("the functions");
    let (functions_of_guide, _) = functions_of_guide.split_once("\n## ").expect("their end");
    let sections = functions_of_guide.split("\n### ").skip(1);
    let told: BTreeMap<String, BTreeSet<String>> = sections
        .map(|section| {
            let (name, text) = section.split_once('\n').expect("a name");
            (name.to_owned(), told(text))
        })
        .collect();
    assert!(told["van-ban"].contains("trich-yeu"), "{told:?}");
    assert_eq!(told, functions());
}

/// The keys of a profile as the library has them, as paths with their units.
fn keys(value: &Value, path: &str, into: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(keys_below) => {
            for (key, value) in keys_below {
                let dot = if path.is_empty() { "" } else { "." };
                keys(value, &format!("{path}{dot}{key}"), into);
            }
        }
        unit => {
            let unit = match unit.as_str().expect("a unit") {
                "chu" => "chữ",
                "co" => "true/false",
                "mang" => "danh sách",
                "tu-dien" => "bảng",
                unit => unit,
            };
            into.insert(path.to_owned(), unit.to_owned());
        }
    }
}

#[test]
fn the_guide_tells_every_key_of_a_profile_with_its_unit_and_no_other() {
    let guide = file("README.md");
    let (_, table) =
        guide.split_once("| Khóa | Cho | Các khóa con và đơn vị |\n").expect("a table");
    let mut told = BTreeMap::new();
    for row in table.lines().skip(1).take_while(|line| line.starts_with('|')) {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [group, _, below] = cells[..] else { panic!("three cells: {row}") };
        let group = group.trim_matches('`');
        for entry in below.split("; ") {
            let key = match entry.strip_prefix('`').and_then(|entry| entry.split_once("` ")) {
                Some((key, unit)) => (format!("{group}.{key}"), unit.to_owned()),
                None => (group.to_owned(), entry.to_owned()),
            };
            assert!(told.insert(key.0, key.1).is_none(), "twice: {row}");
        }
    }
    let mut all = BTreeMap::new();
    keys(&keys_of_the_library(), "", &mut all);
    assert!(all.len() > 60, "{all:?}");
    assert_eq!(told, all);
}

#[test]
fn the_guides_point_to_files_that_are_there() {
    let link = Regex::new("(?:\\]\\(|src=\")([^)\"#]+)[)\"]").expect("a pattern");
    for guide in ["README.md", "README.en.md"] {
        let text = file(guide);
        let targets: Vec<String> =
            link.captures_iter(&text).map(|found| found[1].to_owned()).collect();
        assert!(targets.len() > 5, "{guide}: {targets:?}");
        for target in targets {
            let there = repository_has(&format!("{FOLDER}/{target}"));
            assert!(there, "{guide} points to {target}, which is not there");
        }
    }
}

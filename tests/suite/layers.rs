//! Imports only go down: between rooms as ARCHITECTURE.md draws them, and between files nothing comes round in a circle.
//! Not for what a room is for.

use std::collections::{BTreeMap, BTreeSet};

use regex::Regex;

use crate::dossier::{files, repository, text_of};

/// A module by the parts of its path: `["report", "charts", "bars"]`.
type Module = Vec<String>;

/// Every module of the library and the text of its file without comments and unit tests.
fn modules() -> BTreeMap<Module, String> {
    let sources = files(&repository().join("src")).into_iter();
    let rust = sources.filter_map(|(path, bytes)| {
        let mut module: Module = path.strip_suffix(".rs")?.split('/').map(str::to_owned).collect();
        module.pop_if(|last| *last == "mod");
        let text = String::from_utf8(bytes).expect("UTF-8");
        (!["lib", "main"].contains(&module[0].as_str())).then(|| (module, code(&text)))
    });
    rust.collect()
}

/// The lines of a file up to its unit tests, without comments.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let bare = |line: &str| line.split("//").next().unwrap_or_default().to_owned() + "\n";
    text.lines().map(bare).collect()
}

/// The paths of a `use`, with its braces taken apart.
fn paths(tree: &str) -> Vec<String> {
    let Some((prefix, rest)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let inside = rest.trim().trim_end_matches('}');
    let (mut depth, mut parts) = (0, vec![String::new()]);
    for c in inside.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match c {
            ',' if depth == 0 => parts.push(String::new()),
            c => parts.last_mut().expect("a part").push(c),
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts
        .flat_map(|part| paths(part.trim()))
        .map(|path| format!("{}{path}", prefix.trim()))
        .collect()
}

/// The module a path leads to, from the place it stands in.
fn target(path: &str, from: &Module, all: &BTreeMap<Module, String>) -> Option<Module> {
    let mut parts = path.split("::").map(str::trim).peekable();
    let mut module: Module = match parts.peek()? {
        &"crate" => Vec::new(),
        &"super" | &"self" => from.clone(),
        first => {
            let child = [&from[..], &[(*first).to_owned()]].concat();
            all.contains_key(&child).then(|| from.clone())?
        }
    };
    for part in parts {
        match part {
            "crate" | "self" => {}
            "super" => _ = module.pop(),
            name => module.push(name.to_owned()),
        }
    }
    while !module.is_empty() && !all.contains_key(&module) {
        module.pop();
    }
    (!module.is_empty() && module != *from).then_some(module)
}

/// Which modules each module imports.
fn imports(all: &BTreeMap<Module, String>) -> BTreeMap<Module, BTreeSet<Module>> {
    let uses = Regex::new(r"\buse ([^;]+);").expect("a pattern");
    let inline = Regex::new(r"\b(?:crate|super)(?:::\w+)+").expect("a pattern");
    let of = |module: &Module, text: &String| {
        let trees = uses.captures_iter(text).flat_map(|found| paths(&found[1]));
        let inside = inline.find_iter(text).map(|found| found.as_str().to_owned());
        trees.chain(inside).filter_map(|path| target(&path, module, all)).collect()
    };
    all.iter().map(|(module, text)| (module.clone(), of(module, text))).collect()
}

/// The rooms of a layer each, from the top, as ARCHITECTURE.md draws them.
pub(crate) fn drawn() -> Vec<Vec<String>> {
    let text = text_of("ARCHITECTURE.md").expect("the text");
    let drawing = text.split("```layers\n").nth(1).and_then(|rest| rest.split("```").next());
    let words = Regex::new(r"`?([a-z_]+)`?").expect("a pattern");
    let rooms = |line: &str| {
        let rooms = line.split_once(' ').map_or("", |(_, rooms)| rooms);
        words.captures_iter(rooms).map(|found| found[1].to_owned()).collect()
    };
    drawing.expect("the drawing of layers").lines().map(rooms).collect()
}

/// What is wrong with the imports between rooms: those that do not go down, and rooms that are not drawn.
fn upward(all: &BTreeMap<Module, String>, layers: &[Vec<String>]) -> Vec<String> {
    let place = |room: &String| layers.iter().position(|rooms| rooms.contains(room));
    let mut wrong = Vec::new();
    for (module, imported) in imports(all) {
        for other in imported.iter().filter(|other| other[0] != module[0]) {
            let (from, to) = (place(&module[0]), place(&other[0]));
            if from.is_none() || to.is_none() || from >= to {
                wrong.push(format!("{} imports {}", module.join("::"), other.join("::")));
            }
        }
    }
    wrong
}

/// A circle of files that import each other, if there is one.
fn circle(imports: &BTreeMap<Module, BTreeSet<Module>>) -> Vec<String> {
    let mut left: BTreeMap<&Module, BTreeSet<&Module>> =
        imports.iter().map(|(module, others)| (module, others.iter().collect())).collect();
    // What imports nothing that is left is in no circle.
    loop {
        let ends: Vec<&Module> = left
            .iter()
            .filter(|(_, others)| others.is_empty())
            .map(|(module, _)| *module)
            .collect();
        if ends.is_empty() {
            break;
        }
        for end in &ends {
            left.remove(*end);
        }
        for others in left.values_mut() {
            others.retain(|other| !ends.contains(other));
        }
    }
    // Every one that is left imports another that is left: a way along them comes back.
    let Some(mut at) = left.keys().next().copied() else { return Vec::new() };
    let mut way: Vec<&Module> = Vec::new();
    while !way.contains(&at) {
        way.push(at);
        at = left[at].first().expect("it imports one that is left");
    }
    let from = way.iter().position(|module| *module == at).expect("it was passed");
    way[from..].iter().map(|module| module.join("::")).collect()
}

#[test]
fn every_import_goes_down_the_drawn_layers() {
    let (all, layers) = (modules(), drawn());
    assert!(all.len() > 200 && layers.len() > 10, "{} modules", all.len());
    assert_eq!(upward(&all, &layers), Vec::<String>::new());
    let rooms: BTreeSet<&String> = layers.iter().flatten().collect();
    let real: BTreeSet<&String> = all.keys().map(|module| &module[0]).collect();
    assert_eq!(rooms, real, "the rooms drawn and those there are");
}

#[test]
fn no_file_comes_back_to_itself_by_its_imports() {
    assert_eq!(circle(&imports(&modules())), Vec::<String>::new());
}

#[test]
fn an_import_that_goes_up_is_named_and_so_is_a_circle() {
    let all: BTreeMap<Module, String> = [
        ("model::plan", "use super::unit::Unit;\nuse crate::{report::{view, due::Job}};"),
        ("model::unit", "fn a() { crate::model::plan::b() }"),
        ("report::view", "use crate::model::plan::Plan;"),
        ("report::due", ""),
    ]
    .into_iter()
    .map(|(path, text)| (path.split("::").map(str::to_owned).collect(), text.to_owned()))
    .collect();
    let layers = [vec!["report".to_owned()], vec!["model".to_owned()]];
    let named = ["model::plan imports report::due", "model::plan imports report::view"];
    assert_eq!(upward(&all, &layers), named);
    assert_eq!(circle(&imports(&all)).len(), 2);
}

//! The keys of the schemas are those the readers ask for, group by group, in both directions.

use std::collections::BTreeSet;
use std::path::Path;

use baocao::diagnostic::Finding;
use baocao::disk::file_system::Local;
use baocao::load::plan_file;
use baocao::model::id::Id;
use baocao::model::period::Period;
use baocao::model::plan::Plan;
use baocao::read::{closing, plan as plan_reader, returns};
use baocao::schema::schemas;
use baocao::source::SourceFile;
use baocao::yaml;
use baocao::yaml::fields::Sink;
use baocao::yaml::tree::Node;
use serde_json::{Map, Value, json};

use crate::dossier::{Dossier, files, repository};

/// A key nobody asks for.
pub(super) const NOBODYS: &str = "khong_ai_hoi";

/// A group of keys in a file: the way to it, and the keys the schema gives it.
pub(super) type Group = (Vec<String>, BTreeSet<String>);

/// The plan the keys of returns and of the texts of its phase come from.
fn plan() -> Plan {
    let phase = "tong_ket: [{ ma: tong-ket, tu: 2024-Q1, den: 2024-Q3 }]\n";
    let case = Dossier::case("hai-xa").replace(
        "inputs/hai-xa/ke-hoach.yaml",
        "ma: hai-xa\n",
        &format!("ma: hai-xa\n{phase}"),
    );
    let folder = case.path("inputs/hai-xa");
    plan_file::read(&Local, Path::new(&folder), "inputs/hai-xa").expect("a plan")
}

/// A value with every key the schema gives, the `choice`-th of shapes where there are several.
pub(super) fn example(schema: &Value, choice: usize) -> Value {
    if let Some(shapes) = schema["anyOf"].as_array() {
        // The long forms are what has keys.
        let keyed: Vec<&Value> = shapes.iter().filter(|shape| has_keys(shape)).collect();
        let shape = keyed.get(choice.min(keyed.len().saturating_sub(1))).copied();
        return example(shape.unwrap_or(&shapes[0]), choice);
    }
    if let Some(words) = schema["enum"].as_array() {
        return words[0].clone();
    }
    let kind = schema["type"].as_array().map_or(&schema["type"], |types| &types[0]);
    match kind.as_str() {
        Some("object") => {
            let mut keys: Map<String, Value> = Map::new();
            for (key, shape) in schema["properties"].as_object().into_iter().flatten() {
                keys.insert(key.clone(), example(shape, choice));
            }
            for shape in schema["patternProperties"]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(_, shape)| shape)
            {
                keys.insert("2024".to_owned(), example(shape, choice));
            }
            Value::Object(keys)
        }
        Some("array") => json!([example(&schema["items"], choice)]),
        Some("integer" | "number") => schema["minimum"]
            .as_f64()
            .map_or(json!(1), |least| json!(if least > 1.0 { 2024 } else { 1 })),
        Some("string") => schema["patternErrorMessage"]
            .as_str()
            .map_or(json!("chữ"), |message| json!(message.rsplit("ví dụ ").next())),
        _ => json!("chữ"),
    }
}

fn has_keys(schema: &Value) -> bool {
    schema["properties"].is_object() || schema["items"].is_object() && has_keys(&schema["items"])
}

/// Every group of keys in a value made by [`example`].
pub(super) fn groups(value: &Value, way: &[String]) -> Vec<Group> {
    let below = |key: &str, value: &Value| groups(value, &[way, &[key.to_owned()]].concat());
    match value {
        Value::Object(keys) => {
            let here = (way.to_vec(), keys.keys().cloned().collect());
            std::iter::once(here)
                .chain(keys.iter().flat_map(|(key, value)| below(key, value)))
                .collect()
        }
        Value::Array(items) => items.iter().flat_map(|item| below("0", item)).collect(),
        _ => Vec::new(),
    }
}

pub(super) fn at<'v>(value: &'v mut Value, way: &[String]) -> &'v mut Value {
    way.iter().fold(value, |value, key| match value {
        Value::Array(items) => &mut items[key.parse::<usize>().expect("an index")],
        value => &mut value[key.as_str()],
    })
}

/// What the reader of a file says of keys nobody asks for.
fn unknown(file: &str, plan: &Plan, value: &Value) -> BTreeSet<String> {
    // JSON is YAML.
    let node = yaml::parse(&SourceFile::new("thu.yaml", value.to_string())).expect("YAML");
    let sink = Sink::default();
    read(file, plan, &node, &sink);
    names_of_keys(&sink.into_findings())
}

/// The keys that findings say nobody asks for.
pub(super) fn names_of_keys(findings: &[Finding]) -> BTreeSet<String> {
    let of_keys = findings.iter().filter(|finding| finding.message.contains("không có trong "));
    let name = |message: &str| message.split('«').nth(1)?.split('»').next().map(str::to_owned);
    of_keys.filter_map(|finding| name(&finding.message)).collect()
}

fn read(file: &str, plan: &Plan, node: &Node, sink: &Sink) {
    let unit = Id::parse("suoi-bac").expect("an id");
    let period = Period::parse("2024-Q3").expect("a period");
    match file {
        "ke-hoach.json" => drop(plan_reader::plan(node, sink)),
        "bao-cao.json" => drop(returns::unit_return(node, plan, &unit, period, sink)),
        "tong-hop.json" => drop(returns::board_text(node, plan, period, sink)),
        "tong-ket.json" => {
            drop(closing::closing(node, plan, Some(&unit), &plan.phases[0], sink));
        }
        "tong-ket-tong-hop.json" => {
            drop(closing::closing(node, plan, None, &plan.phases[0], sink));
        }
        _ => drop(returns::recognitions(node, plan, &unit, sink)),
    }
}

/// Every key any reader asks for, and every id of the plan that is a key of a return.
fn all_keys(plan: &Plan) -> BTreeSet<String> {
    let keys = keys_in(&["src/read", "src/yaml"]).into_iter();
    keys.chain(plan.figures.iter().map(|figure| figure.id.to_string())).collect()
}

/// Every word in quotes in some rooms, and a key nobody asks for.
pub(super) fn keys_in(rooms: &[&str]) -> BTreeSet<String> {
    let sources: Vec<_> = rooms.iter().map(|room| files(&repository().join(room))).collect();
    let quoted = regex::bytes::Regex::new("\"([A-Za-z0-9_-]+)\"").expect("a pattern");
    let word = |found: regex::bytes::Captures<'_>| String::from_utf8_lossy(&found[1]).into_owned();
    let keys = sources.iter().flatten().flat_map(|(_, text)| quoted.captures_iter(text).map(word));
    keys.chain([NOBODYS.to_owned()]).collect()
}

/// Whether a key is refused in other words, or by another step: years of a road map, the other form of a predecessor,
/// kinds of reports and the names of their headings.
fn known_elsewhere(way: &[String], key: &str) -> bool {
    let inside = |name: &str| way.iter().any(|part| part == name);
    let free = ["de_cuong", "bieu_mau", "de_muc", "ten_cot"];
    inside("lo_trinh")
        || inside("ke_thua") && key == "ngoai"
        || way.last().is_some_and(|last| free.contains(&last.as_str()))
}

#[test]
fn every_key_of_the_schemas_is_asked_for_by_the_reader_and_no_other_is() {
    let plan = plan();
    let all = all_keys(&plan);
    assert!(all.contains("khong_qua") && all.contains("gia_tri") && all.contains("dan_so"));
    for (file, text) in schemas(&plan) {
        let schema: Value = serde_json::from_str(&text).expect("JSON");
        for choice in 0..2 {
            let whole = example(&schema, choice);
            assert_eq!(
                unknown(file, &plan, &whole),
                BTreeSet::new(),
                "{file}: keys no reader knows"
            );
            for (way, known) in groups(&whole, &[]) {
                let others: BTreeSet<String> = all.difference(&known).cloned().collect();
                let mut more = whole.clone();
                for key in &others {
                    at(&mut more, &way)[key.as_str()] = Value::Null;
                }
                let refused = unknown(file, &plan, &more);
                let mut asked = others.iter().filter(|key| !refused.contains(*key));
                let found = asked.find(|key| !known_elsewhere(&way, key));
                assert_eq!(found, None, "{file}: {way:?} lacks a key");
            }
        }
    }
}

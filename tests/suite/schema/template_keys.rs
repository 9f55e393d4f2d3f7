//! The keys of the templates' schemas are those the readers ask for, in both directions: of manifests and the layout, of phrase
//! banks, and of profiles, which the Typst library reads.

use std::collections::{BTreeMap, BTreeSet};

use baocao::assets::files::TemplateFiles;
use baocao::diagnostic::Finding;
use baocao::disk::file_system::Local;
use baocao::kinds::kind;
use baocao::kinds::known_names::known_names;
use baocao::kinds::phrases;
use baocao::model::id::Id;
use baocao::schema::template_schemas;
use serde_json::{Value, json};

use super::keys::{NOBODYS, at, example, groups, keys_in, names_of_keys};
use crate::dossier::Dossier;
use crate::views::TOOLCHAIN;

/// A schema of the program's own templates.
pub(crate) fn schema(name: &str) -> Value {
    let (names, findings) = known_names(&TemplateFiles::embedded());
    assert!(findings.is_empty(), "{findings:?}");
    let all = template_schemas(&names);
    let (_, text) = all.into_iter().find(|(file, _)| *file == name).expect("a schema");
    serde_json::from_str(&text).expect("JSON")
}

/// What the reader says of a manifest, or of the layout of all kinds. JSON is YAML.
fn findings(name: &str, value: &Value) -> Vec<Finding> {
    let path = if name == "loai.json" { "mau/quy/loai.yaml" } else { "mau/chung/bo-cuc.yaml" };
    let dossier = Dossier::empty().write(path, value.to_string());
    let files = TemplateFiles::with_folder(&Local, &dossier.path("mau"), "mau");
    kind::read(&files, &Id::parse("quy").expect("an id")).err().unwrap_or_default()
}

/// Whether keys are names somebody gives: of tables.
fn is_free(way: &[String]) -> bool {
    way.last().is_some_and(|last| last == "bang")
}

#[test]
fn every_key_of_a_manifest_and_of_the_layout_is_asked_for_and_no_other_is() {
    let all = keys_in(&["src/kinds", "src/yaml"]);
    assert!(all.contains("nhieu_nhat") && all.contains("phai_co") && all.contains(NOBODYS));
    for name in ["loai.json", "bo-cuc.json"] {
        let schema = schema(name);
        for choice in 0..2 {
            let whole = example(&schema, choice);
            let unknown = names_of_keys(&findings(name, &whole));
            assert_eq!(unknown, BTreeSet::new(), "{name}: keys no reader knows");
            for (way, known) in groups(&whole, &[]).into_iter().filter(|(way, _)| !is_free(way)) {
                let others: Vec<&String> = all.difference(&known).collect();
                let mut more = whole.clone();
                for key in &others {
                    at(&mut more, &way)[key.as_str()] = Value::Null;
                }
                let refused = names_of_keys(&findings(name, &more));
                let asked = others.iter().find(|key| !refused.contains(**key));
                assert_eq!(asked, None, "{name}: {way:?} lacks a key");
            }
        }
    }
}

/// The words a schema offers at each place of a manifest that takes one of a few.
const CHOICES: [(&str, &str); 7] = [
    ("/so_sanh/items", "so_sanh: [xyz]"),
    ("/phai_co/items", "phai_co: [xyz]"),
    ("/cho/items", "cho: [xyz]"),
    ("/khi", "khi: xyz"),
    ("/de_muc_nho", "de_muc_nho: xyz"),
    ("/bieu_do/items/properties/kieu", "bieu_do: [{ kieu: xyz, chi_tieu: chinh }]"),
    (
        "/bang/patternProperties/^.+$/properties/cot/items/anyOf/1/properties/can",
        "bang: { so_lieu: { cot: [{ ma: stt, can: xyz }] } }",
    ),
];

/// The words an editor offers at a place, not their other spellings.
fn words(shape: &Value) -> BTreeSet<String> {
    let shapes = shape["anyOf"].as_array().map_or(std::slice::from_ref(shape), Vec::as_slice);
    let words = shapes.iter().filter_map(|shape| shape["enum"].as_array()).flatten();
    let word = |word: &Value| word.as_str().map_or_else(|| word.to_string(), str::to_owned);
    words.filter(|word| !word.is_null()).map(word).collect()
}

#[test]
fn every_word_a_schema_offers_is_one_the_reader_takes_and_no_other_is() {
    let schema = schema("loai.json");
    let landscape = "/phu_luc/items/anyOf/2/properties/ngang";
    let appendix = (landscape, "phu_luc: [{ ma: so-lieu, ngang: xyz }]");
    for (place, yaml) in CHOICES.into_iter().chain([appendix]) {
        let offered = words(schema.pointer(&format!("/properties{place}")).expect("words"));
        let value: Value = serde_yaml::from_str(yaml).expect("YAML");
        let found = findings("loai.json", &value);
        let told = found.iter().find(|one| one.message.contains("«xyz»")).expect("a refusal");
        let hint = told.hint.as_deref().unwrap_or_default();
        let (_, taken) = hint.split_once("họn một trong: ").unwrap_or_else(|| panic!("{hint}"));
        let taken: BTreeSet<String> = taken.split(", ").map(str::to_owned).collect();
        assert_eq!(offered, taken, "{place}");
    }
}

/// The sentences of a schema of phrase banks, by key.
fn sentences(schema: &Value, prefix: &str, into: &mut BTreeSet<String>) {
    for (key, shape) in schema["properties"].as_object().expect("keys") {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        if shape["properties"].is_object() {
            sentences(shape, &key, into);
        } else {
            into.insert(key);
        }
    }
}

#[test]
fn the_sentences_of_the_schema_are_those_of_the_phrase_banks() {
    let mut offered = BTreeSet::new();
    sentences(&schema("cau-chu.json"), "", &mut offered);
    let files = TemplateFiles::embedded();
    let folders = files.paths().filter_map(|path| path.strip_suffix("/cau-chu.yaml"));
    let banks = folders.map(|folder| phrases::of_folder(&files, folder).expect("a bank"));
    let read: BTreeSet<String> = banks.flat_map(BTreeMap::into_keys).collect();
    assert!(read.len() > 200, "{} sentences", read.len());
    assert_eq!(offered, read);
}

/// A shape of a profile in the words the Typst library has for its keys.
fn in_the_librarys_words(key: &str, shape: &Value) -> Value {
    let told = shape["description"].as_str().unwrap_or_default();
    match shape["type"].as_str() {
        Some("object") if shape["properties"].is_object() && key != "hieu_luc" => {
            let keys = shape["properties"].as_object().expect("keys");
            let required: BTreeSet<&str> = shape["required"]
                .as_array()
                .expect("all")
                .iter()
                .filter_map(Value::as_str)
                .collect();
            assert_eq!(required.len(), keys.len(), "{key}: every key must be there");
            keys.iter()
                .map(|(key, shape)| (key.clone(), in_the_librarys_words(key, shape)))
                .collect()
        }
        Some("object") => json!("tu-dien"),
        Some("number") if told.ends_with("mm.") => json!("mm"),
        Some("number") if told.ends_with("point.") => json!("pt"),
        Some("string") => json!("chu"),
        Some("boolean") => json!("co"),
        Some("array") => json!("mang"),
        other => panic!("{key}: {other:?}"),
    }
}

/// The keys a profile must have, as the Typst library says.
pub(crate) fn keys_of_the_library() -> Value {
    let sheet =
        "#import \"/van-ban-dang/the-thuc.typ\": khoa\n#panic(json.encode(khoa, pretty: false))\n";
    let refused = TOOLCHAIN.typesetter.typeset(sheet.to_owned(), "keys").expect_err("it panics");
    let message = &refused[0].message;
    let (_, told) = message.split_once("tự dừng và nói: ").unwrap_or_else(|| panic!("{message}"));
    serde_json::from_str(told).unwrap_or_else(|error| panic!("{error}: {told}"))
}

#[test]
fn the_keys_of_a_profile_and_their_units_are_those_of_the_typst_library() {
    assert_eq!(in_the_librarys_words("", &schema("the-thuc.json")), keys_of_the_library());
}

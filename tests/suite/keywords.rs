//! Keywords are read with hyphens and with underscores, in every list of a plan, a return and a manifest, and a schema
//! takes both; so are the names of sections, appendices and columns. Not for ids of a plan, which are what somebody called them.

use std::collections::BTreeMap;

use baocao::assets::files::TemplateFiles;
use baocao::disk::file_system::Local;
use baocao::kinds::kind;
use baocao::model::comparator::Comparator;
use baocao::model::id::Id;
use baocao::model::returns::{Amount, NarrativePart};
use baocao::read::plan;
use baocao::schema::schemas;
use baocao::source::SourceFile;
use baocao::yaml;
use baocao::yaml::fields::Sink;
use baocao::yaml::tree::Node;
use baocao::yaml::tree::Value as Content;
use regex::Regex;
use serde_json::Value;

use crate::area::PLAN;
use crate::dossier::{Dossier, text_of};
use crate::schema::template_keys;
use crate::schema::validator::wrong;

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";

/// Text whose hyphens are underscores and whose underscores are hyphens.
fn respelt(text: &str) -> String {
    let other = |c| match c {
        '-' => '_',
        '_' => '-',
        c => c,
    };
    text.chars().map(other).collect()
}

/// One of the schemas of the plan of two communes.
pub(crate) fn schema(file: &str) -> Value {
    let all = schemas(&PLAN);
    let (_, text) = all.iter().find(|(name, _)| *name == file).expect("a schema");
    serde_json::from_str(text).expect("JSON")
}

/// A keyword of a file: the bytes of it, and the list it is of.
type Keyword = (std::ops::Range<usize>, Vec<String>);

/// The words of a list of keywords that have several parts.
fn words(shape: &Value) -> Option<Vec<String>> {
    let all = shape["enum"].as_array()?.iter();
    let all: Vec<String> = all.filter_map(|word| word.as_str().map(str::to_owned)).collect();
    all.iter().any(|word| word.contains(['-', '_'])).then_some(all)
}

/// Every keyword below `node`, found as an editor finds it.
fn keywords(node: &Node, shape: &Value, found: &mut Vec<Keyword>) {
    for shape in shape["anyOf"].as_array().into_iter().flatten() {
        keywords(node, shape, found);
    }
    match &node.value {
        Content::Null => {}
        Content::Scalar(text) => {
            let list = words(shape).filter(|words| words.contains(text));
            found.extend(list.map(|words| (node.span.range(), words)));
        }
        Content::List(items) => {
            for item in items {
                keywords(item, &shape["items"], found);
            }
        }
        Content::Map(entries) => {
            for (key, value) in entries {
                keywords(value, &shape["properties"][&key.text], found);
            }
        }
    }
}

/// The lists of keywords in a schema.
fn lists(shape: &Value, found: &mut Vec<Vec<String>>) {
    found.extend(words(shape));
    match shape {
        Value::Array(items) => items.iter().for_each(|item| lists(item, found)),
        Value::Object(keys) => keys.values().for_each(|value| lists(value, found)),
        _ => {}
    }
}

fn tree(text: &str) -> Node {
    yaml::parse(&SourceFile::new("ke-hoach.yaml", text)).expect("YAML")
}

/// What a plan says, and what is found in it.
fn read(text: &str) -> (String, Vec<String>) {
    let sink = Sink::default();
    let plan = plan::plan(&tree(text), &sink);
    let found = sink.into_findings();
    (format!("{plan:?}"), found.into_iter().map(|one| one.message).collect())
}

#[test]
fn every_keyword_of_a_plan_is_read_in_both_spellings() {
    let (shape, mut places) = (schema("ke-hoach.json"), BTreeMap::new());
    let samples = ["chuyen-doi-so", "lac-duong", "lam-dong-2026", "ninh-hai"];
    let samples = samples.map(|id| text_of(&format!("inputs/{id}/ke-hoach.yaml")).expect("a plan"));
    let extra = "khan: khan\n      luu_hanh: noi-bo\n      ky_hieu: BC/ĐU";
    let with_extra = samples[0].replacen("ky_hieu: BC/ĐU", extra, 1);
    for text in samples.iter().chain([&with_extra]) {
        let mut found = Vec::new();
        keywords(&tree(text), &shape, &mut found);
        for (place, words) in found {
            places.entry(words).or_insert((place, text));
        }
    }
    let mut all = Vec::new();
    lists(&shape, &mut all);
    for list in all {
        let (place, text) = places.get(&list).unwrap_or_else(|| panic!("no sample has {list:?}"));
        for word in &list {
            let with = |word: &str| [&text[..place.start], word, &text[place.end..]].concat();
            let (one, other) = (with(word), with(&respelt(word)));
            assert_eq!(read(&one), read(&other), "{word}");
            let refused = |message: &String| message.contains("không dùng được ở đây");
            assert!(!read(&one).1.iter().any(refused), "{word}");
            let value: Value = serde_yaml::from_str(&other).expect("YAML");
            assert_eq!(wrong(&shape, &value, ""), Vec::<String>::new(), "{word}");
        }
    }
}

#[test]
fn none_arose_is_read_in_both_spellings() {
    for word in [Amount::NONE_AROSE.to_owned(), respelt(Amount::NONE_AROSE)] {
        for typed in [word.clone(), format!("{{ gia_tri: {word} }}")] {
            let case = Dossier::case("hai-xa");
            let case = case.replace(SUOI_BAC, "buoi: 1", &format!("buoi: {typed}"));
            assert_eq!(case.check().ends_with(0).findings(), [], "{typed}");
            let value: Value = serde_yaml::from_str(&case.read(SUOI_BAC)).expect("YAML");
            let figures = &schema("bao-cao.json")["properties"]["so_lieu"];
            assert_eq!(wrong(figures, &value["so_lieu"], ""), Vec::<String>::new());
        }
    }
    let near = Dossier::case("hai-xa").replace(SUOI_BAC, "buoi: 1", "buoi: khong phat sinh");
    near.check().ends_with(1).one("V01");
}

#[test]
fn every_keyword_of_a_manifest_is_read_in_both_spellings() {
    let all = |words: &[&str]| format!("[{}]", words.join(", "));
    let manifest = text_of("report-templates/tong-ket/loai.yaml").expect("a manifest");
    let line = |key: &str, value: &str, text: &str| {
        let of_key = Regex::new(&format!("(?m)^{key}:.*\n")).expect("a pattern");
        format!("{}{key}: {value}\n", of_key.replace(text, ""))
    };
    let text = line("so_sanh", &all(&Comparator::WORDS.map(|(word, _)| word)), &manifest);
    let text = line("phai_co", &all(&NarrativePart::WORDS.map(|(word, _)| word)), &text);
    let text = line("cho", &all(&["don_vi_da_nop", "tong_hop", "don_vi_chua_nop"]), &text);
    let text = line("khi", "tu_dong", &text) + "tep: \"thu-{don_vi}\"\n";
    let lists =
        Regex::new(r"\b(so_sanh|phai_co|cho|khi|kieu|ngang|muc|cot|ma): (\[[^\]{]*\]|[\w-]+)");
    let lists = lists.expect("a pattern");
    let other = lists.replace_all(&text, |found: &regex::Captures<'_>| {
        format!("{}: {}", &found[1], respelt(&found[2]))
    });
    let words = ["ky-truoc", "han-che", "don-vi-da-nop", "tu-dong", "theo-ky", "nhieu-nam"];
    let names = ["ket_qua,", "dich, theo-nam", "theo_don_vi, ngang", "so-lieu-ten"];
    for word in words.into_iter().chain(names) {
        assert!(other.contains(word) && !text.contains(word), "{word}");
    }
    let shape = template_keys::schema("loai.json");
    for text in [text.as_str(), &other] {
        let value: Value = serde_yaml::from_str(text).expect("YAML");
        assert_eq!(wrong(&shape, &value, ""), Vec::<String>::new());
    }
    let read = |text: &str| {
        let folder = Dossier::empty().write("tong-ket/loai.yaml", text);
        let files = TemplateFiles::with_folder(&Local, &folder.path(""), "report-templates");
        let kind = kind::read(&files, &Id::parse("tong-ket").expect("an id"));
        format!("{:?}", kind.unwrap_or_else(|found| panic!("{found:?}")))
    };
    assert_eq!(read(&text), read(&other));
}

//! Holds a value against JSON Schema draft-07, as far as our schemas use it; a keyword unknown here fails. A validator of
//! all of draft-07 would bring Typst other features of the crates they share, and so a second copy of all of Typst.

use regex::Regex;
use serde_json::{Map, Value};

/// What only tells people.
const TELLING: [&str; 8] = [
    "$schema",
    "title",
    "description",
    "markdownDescription",
    "enumDescriptions",
    "patternErrorMessage",
    "default",
    "examples",
];

/// Where a value is not what the schema wants; none if it is.
pub(crate) fn wrong(schema: &Value, value: &Value, path: &str) -> Vec<String> {
    let rules = schema.as_object().expect("a schema is an object");
    let broken = |(keyword, rule): (&String, &Value)| rule_of(keyword, rule, rules, value, path);
    rules.iter().flat_map(broken).collect()
}

fn rule_of(
    keyword: &str,
    rule: &Value,
    rules: &Map<String, Value>,
    value: &Value,
    path: &str,
) -> Vec<String> {
    let unless = |kept: bool| {
        if kept { Vec::new() } else { vec![format!("{path}: {keyword} {rule}: {value}")] }
    };
    match keyword {
        _ if TELLING.contains(&keyword) => Vec::new(),
        "type" => {
            let types = rule.as_array().map_or(std::slice::from_ref(rule), Vec::as_slice);
            unless(types.iter().any(|name| is(value, name.as_str().expect("a type's name"))))
        }
        "enum" => unless(rule.as_array().expect("words").contains(value)),
        "anyOf" => {
            let mut shapes = rule.as_array().expect("shapes").iter();
            unless(shapes.any(|shape| wrong(shape, value, path).is_empty()))
        }
        "pattern" => {
            let pattern = Regex::new(rule.as_str().expect("a pattern")).expect("a pattern");
            unless(value.as_str().is_none_or(|text| pattern.is_match(text)))
        }
        "minimum" => unless(value.as_f64().is_none_or(|number| Some(number) >= rule.as_f64())),
        "maximum" => unless(value.as_f64().is_none_or(|number| Some(number) <= rule.as_f64())),
        "required" => {
            let has = |key: &Value| value.get(key.as_str().expect("a key")).is_some();
            unless(!value.is_object() || rule.as_array().expect("keys").iter().all(has))
        }
        "items" => value.as_array().map_or_else(Vec::new, |items| {
            let each = |(at, item): (usize, &Value)| wrong(rule, item, &format!("{path}[{at}]"));
            items.iter().enumerate().flat_map(each).collect()
        }),
        // Where other keys are refused, all keys are looked at there.
        "properties" if !rules.contains_key("additionalProperties") => {
            let named = rule.as_object().expect("keys").iter();
            let there = named.filter_map(|(key, shape)| Some((key, shape, value.get(key)?)));
            there
                .flat_map(|(key, shape, value)| wrong(shape, value, &format!("{path}.{key}")))
                .collect()
        }
        "properties" | "patternProperties" => Vec::new(),
        "additionalProperties" => {
            assert_eq!(rule, &Value::Bool(false), "other keys are refused or not spoken of");
            keys(rules, value, path)
        }
        other => panic!("a keyword the validator does not know: {other}"),
    }
}

/// The keys of an object: each is known, and what it holds is right.
fn keys(rules: &Map<String, Value>, value: &Value, path: &str) -> Vec<String> {
    let Some(entries) = value.as_object() else { return Vec::new() };
    let shape = |key: &str| {
        let named = rules.get("properties").and_then(|keys| keys.get(key));
        named.or_else(|| {
            let patterns = rules.get("patternProperties")?.as_object()?;
            let mut fitting = patterns.iter().filter(|(pattern, _)| {
                Regex::new(pattern).is_ok_and(|pattern| pattern.is_match(key))
            });
            fitting.next().map(|(_, shape)| shape)
        })
    };
    let one = |(key, value): (&String, &Value)| match shape(key) {
        Some(shape) => wrong(shape, value, &format!("{path}.{key}")),
        None => vec![format!("{path}.{key}: no such key")],
    };
    entries.iter().flat_map(one).collect()
}

fn is(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => {
            value.is_i64()
                || value.is_u64()
                || value.as_f64().is_some_and(|number| number.fract() == 0.0)
        }
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type of JSON: {other}"),
    }
}

//! The shapes JSON Schema (draft-07) is put together from: words, numbers, lists, objects with their keys. Not for what
//! a plan or a return is made of ([`super::plan`], [`super::returns`]).

use serde_json::{Map, Value, json};

/// Lines of a schema's file are about this long.
const WIDTH: usize = 110;

/// What may stand in a place of a file.
#[derive(Debug, Clone)]
pub(crate) struct Shape {
    schema: Map<String, Value>,
    required: bool,
}

impl Shape {
    fn of(schema: Value) -> Self {
        let Value::Object(schema) = schema else { unreachable!("a schema is an object") };
        Self { schema, required: false }
    }

    /// Anything: kept for readers of the file, or read elsewhere.
    #[must_use]
    pub(crate) fn anything() -> Self {
        Self { schema: Map::new(), required: false }
    }

    /// Paragraphs of text.
    #[must_use]
    pub(crate) fn text() -> Self {
        Self::of(json!({ "type": "string" }))
    }

    /// A line of text; YAML takes one of digits for a number.
    #[must_use]
    pub(crate) fn line() -> Self {
        Self::of(json!({ "type": ["string", "number"] }))
    }

    /// A word that looks like `example`. Editors type examples into files, so the schema itself gives none.
    #[must_use]
    pub(crate) fn pattern(pattern: &str, example: &str) -> Self {
        let message = format!("viết đúng dạng, ví dụ {example}");
        Self::of(json!({ "type": "string", "pattern": pattern, "patternErrorMessage": message }))
    }

    /// An id, such as `dung-kno`.
    #[must_use]
    pub(crate) fn id() -> Self {
        let told = "chữ thường không dấu, chữ số, - và _, ví dụ dung-kno";
        Self::pattern("^[a-z0-9][a-z0-9_-]{0,39}$", "").with("patternErrorMessage", json!(told))
    }

    /// A date, `2024-03-15`.
    #[must_use]
    pub(crate) fn date() -> Self {
        Self::pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2024-03-15")
    }

    /// A period, `2024-Q3`.
    #[must_use]
    pub(crate) fn period() -> Self {
        Self::pattern("^[0-9]{4}-Q[1-4]$", "2024-Q3")
    }

    /// A whole number within bounds.
    #[must_use]
    pub(crate) fn integer(least: i64, most: i64) -> Self {
        Self::of(json!({ "type": "integer", "minimum": least, "maximum": most }))
    }

    /// A number.
    #[must_use]
    pub(crate) fn number() -> Self {
        Self::of(json!({ "type": "number" }))
    }

    /// Yes or no.
    #[must_use]
    pub(crate) fn flag() -> Self {
        Self::of(json!({ "enum": [true, false, "có", "không", "Có", "Không"] }))
    }

    /// One of some words, each with what it means.
    #[must_use]
    pub(crate) fn choice<'a>(words: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let (words, meanings): (Vec<&str>, Vec<String>) = words.into_iter().unzip();
        Self::of(json!({ "enum": words, "enumDescriptions": meanings }))
    }

    /// One of some keywords, each with what it means. An editor offers them as they are; with underscores for hyphens, or
    /// the other way round, they are as right.
    #[must_use]
    pub(crate) fn keyword<'a>(words: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        let words: Vec<(&str, String)> = words.into_iter().collect();
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        Self::choice(words).in_either_spelling(&names)
    }

    /// One of some keywords that need no explanation.
    #[must_use]
    pub(crate) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let words: Vec<&str> = words.into_iter().collect();
        Self::of(json!({ "enum": words })).in_either_spelling(&words)
    }

    /// One of some keywords, each with what it means.
    #[must_use]
    pub(crate) fn words(words: &[(&str, &str)]) -> Self {
        Self::keyword(words.iter().map(|(word, meaning)| (*word, (*meaning).to_owned())))
    }

    /// This shape, or one of `words` with underscores for hyphens or the other way round.
    fn in_either_spelling(self, words: &[&str]) -> Self {
        let joined = words.iter().filter(|word| word.contains(['-', '_']));
        let spelt: Vec<String> = joined.map(|word| word.replace(['-', '_'], "[-_]")).collect();
        if spelt.is_empty() {
            return self;
        }
        let pattern = format!("^({})$", spelt.join("|"));
        Self::either([self, Self::of(json!({ "type": "string", "pattern": pattern }))])
    }

    /// A list.
    #[must_use]
    pub(crate) fn list(item: Self) -> Self {
        Self::of(json!({ "type": "array", "items": item.into_value() }))
    }

    /// One, or a list of them.
    #[must_use]
    pub(crate) fn one_or_list(item: Self) -> Self {
        Self::either([item.clone(), Self::list(item)])
    }

    /// Any of these shapes.
    #[must_use]
    pub(crate) fn either(shapes: impl IntoIterator<Item = Self>) -> Self {
        let schemas: Vec<Value> = shapes.into_iter().flat_map(Self::alternatives).collect();
        Self::of(json!({ "anyOf": schemas }))
    }

    /// What it may be: the shapes it is any of, if it says nothing else.
    fn alternatives(mut self) -> Vec<Value> {
        match self.schema.remove("anyOf") {
            Some(Value::Array(shapes)) if self.schema.is_empty() => shapes,
            shapes => {
                self.schema.extend(shapes.map(|shapes| ("anyOf".to_owned(), shapes)));
                vec![self.into_value()]
            }
        }
    }

    /// A group of keys and no others. A key that may be left out may also stand empty.
    #[must_use]
    pub(crate) fn object<K: Into<String>>(keys: impl IntoIterator<Item = (K, Self)>) -> Self {
        let keys: Vec<(String, Self)> =
            keys.into_iter().map(|(key, shape)| (key.into(), shape)).collect();
        let required: Vec<&String> =
            keys.iter().filter(|(_, shape)| shape.required).map(|(key, _)| key).collect();
        let required = json!(required);
        let schema =
            |shape: Self| if shape.required { shape } else { shape.or_empty() }.into_value();
        let properties: Map<String, Value> =
            keys.into_iter().map(|(key, shape)| (key, schema(shape))).collect();
        let mut object =
            json!({ "type": "object", "properties": properties, "additionalProperties": false });
        if required.as_array().is_some_and(|keys| !keys.is_empty()) {
            object["required"] = required;
        }
        Self::of(object)
    }

    /// Keys that are known, and any others; none stands empty.
    #[must_use]
    pub(crate) fn known_keys<'a>(keys: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        let keys: Map<String, Value> =
            keys.into_iter().map(|(key, shape)| (key.to_owned(), shape.into_value())).collect();
        Self::of(json!({ "type": "object", "properties": keys }))
    }

    /// Keys that look like `pattern`, each with a value of one shape.
    #[must_use]
    pub(crate) fn keyed(pattern: &str, value: Self) -> Self {
        Self::of(json!({
            "type": "object",
            "patternProperties": { pattern: value.into_value() },
            "additionalProperties": false
        }))
    }

    /// Says what it is called.
    #[must_use]
    pub(crate) fn named(self, title: &str) -> Self {
        self.with("title", json!(title))
    }

    /// Says what it is for.
    #[must_use]
    pub(crate) fn told(self, description: &str) -> Self {
        self.with("description", json!(description))
    }

    /// Must be there.
    #[must_use]
    pub(crate) fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Sets one keyword.
    #[must_use]
    pub(crate) fn with(mut self, keyword: &str, value: Value) -> Self {
        self.schema.insert(keyword.to_owned(), value);
        self
    }

    /// May stand empty.
    #[must_use]
    pub(crate) fn or_empty(mut self) -> Self {
        let null = json!({ "type": "null" });
        match self.schema.get_mut("type") {
            Some(Value::Array(types)) => types.push(json!("null")),
            Some(one) => *one = json!([one.clone(), "null"]),
            None => {}
        }
        if let Some(Value::Array(words)) = self.schema.get_mut("enum") {
            words.push(Value::Null);
        }
        if let Some(Value::Array(shapes)) = self.schema.get_mut("anyOf") {
            shapes.push(null);
        }
        self
    }

    /// The schema.
    #[must_use]
    pub(crate) fn into_value(self) -> Value {
        Value::Object(self.schema)
    }

    /// The schema of a whole file, as its text.
    #[must_use]
    pub(crate) fn into_file(self) -> String {
        let whole = self.with("$schema", json!("http://json-schema.org/draft-07/schema#"));
        format!("{}\n", laid_out(&whole.into_value(), 0))
    }
}

/// JSON with what fits on a line on one line, so that a schema can be read and its changes too.
fn laid_out(value: &Value, indent: usize) -> String {
    let flat = value.to_string();
    let gap = " ".repeat(indent + 2);
    let inner = |value: &Value| laid_out(value, indent + 2);
    let (open, lines, close): (char, Vec<String>, char) = match value {
        Value::Object(entries) if flat.chars().count() + indent > WIDTH => {
            let line =
                |(key, value): (&String, &Value)| format!("{gap}{}: {}", json!(key), inner(value));
            ('{', entries.iter().map(line).collect(), '}')
        }
        Value::Array(items) if flat.chars().count() + indent > WIDTH => {
            ('[', items.iter().map(|item| format!("{gap}{}", inner(item))).collect(), ']')
        }
        _ => return flat,
    };
    format!("{open}\n{}\n{}{close}", lines.join(",\n"), " ".repeat(indent))
}

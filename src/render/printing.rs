//! How values leave a template: printed into markup, or as Typst code by a filter. Text stays text, whoever wrote the
//! template. Not for the last step to markup ([`super::finish`]).

use minijinja::value::Value;
use minijinja::{Environment, Error, ErrorKind, Output, State};

use super::code;
use super::limits;
use super::pieces::{self, Place, ReadLine, change_start, characters, is_number, may_break_after};
use super::together::Together;
use crate::kinds::phrases;
use crate::vietnamese::text::{capitalised, uncapitalised};

/// Sets how values are printed, and the filters of the templates.
pub(super) fn set(environment: &mut Environment<'static>, together: &Together) {
    environment.set_formatter(print);
    let literal = |value: Value| code::literal(&value).map(Value::from_safe_string);
    environment.add_filter("typst", literal);
    environment.add_filter("chu", literal);
    let together = together.clone();
    environment.add_filter("o", move |text: Value| cell(&text, &together));
    environment.add_filter("hoa_dau", |text: Value| start(&text, capitalised));
    environment.add_filter("thuong_dau", |text: Value| start(&text, uncapitalised));
    environment.add_filter("roi", |state: &mut State<'_, '_>, value: Value| loose(state, &value));
}

/// Prints a value: text as such, what templates wrote as it is, whole numbers; nothing else.
fn print(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let place = place(state);
    limits::count_bytes(state, value.as_str().map_or(0, str::len))?;
    let written = match value.as_str() {
        Some(text) if value.is_safe() => out.write_str(text),
        // What a template joined of sentences is read as text.
        Some(text) => out.write_str(&pieces::value(&characters(text), place)),
        None if value.is_integer() => out.write_str(&pieces::value(&value.to_string(), place)),
        None => {
            let message = format!("in một giá trị loại «{}», không phải chữ hay số", value.kind());
            return Err(Error::new(ErrorKind::InvalidOperation, message));
        }
    };
    written.map_err(Error::from)
}

fn place(state: &State<'_, '_>) -> Place {
    let of_a_sentence = state.name().starts_with(phrases::FOLDER);
    if of_a_sentence { Place::Sentence } else { Place::Section }
}

/// A table's cell: a number as a string, which the library need not measure; text as Typst's `text(..)`, which it lays out in
/// half the time of markup; markup where something is kept together.
fn cell(value: &Value, together: &Together) -> Result<Value, Error> {
    let Some(text) = value.as_str() else {
        return code::literal(value).map(Value::from_safe_string);
    };
    let text = if value.is_safe() { text.to_owned() } else { as_value(&characters(text)) };
    // Marks of where words come from say nothing of what they are.
    let line = ReadLine::with_origins(&text);
    let cell = if is_number(&line.text) {
        code::string(&line.marked())
    } else if line.has_plain_words() && together.runs(&line).is_empty() {
        format!("text({})", code::string(&line.marked()))
    } else {
        format!("[{text}]")
    };
    Ok(Value::from_safe_string(cell))
}

fn as_value(text: &str) -> String {
    pieces::value(text, Place::Sentence)
}

/// Changes the first letter.
fn start(text: &Value, change: fn(&str) -> String) -> Value {
    match text.as_str() {
        Some(words) if text.is_safe() => Value::from_safe_string(change_start(words, change)),
        Some(words) => Value::from(change_start(words, change)),
        None => text.clone(),
    }
}

/// The value with leave for the line to break behind it, though what follows would be kept on the same line.
fn loose(state: &mut State<'_, '_>, value: &Value) -> Result<Value, Error> {
    let text = state.format(value.clone())?;
    Ok(Value::from_safe_string(may_break_after(&text)))
}

#[cfg(test)]
mod tests {
    use minijinja::{AutoEscape, context};

    use super::super::finish::finished;
    use super::*;
    use crate::assets::files::TemplateFiles;

    /// What a template makes of `v`, and of the sentence `s` that has `v` in it.
    fn rendered(template: &str, v: &str) -> String {
        let together = Together::read(&TemplateFiles::embedded()).expect("the list");
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| AutoEscape::Custom("typst".into()));
        set(&mut environment, &together);
        let template = format!("{{% set s %}}chữ {{{{ v }}}} chữ{{% endset %}}{template}");
        let name = "cau/thu";
        environment.add_template_owned(name, template).expect("a template");
        let template = environment.get_template(name).expect("the template");
        finished(&template.render(context! { v }).expect("it renders"), &together)
    }

    /// Markup without what [`super::super::escape`] writes and without boxes.
    fn bare(markup: &str) -> String {
        let markup = markup.replace("#box[", "").replace("];", "");
        let mut parts = markup.split("\\u{");
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |bare, part| bare + part.split_once('}').expect("an escape").1)
    }

    #[test]
    fn text_stays_text_whatever_a_template_does_to_it() {
        let hostile = [
            "# $ @ < > * _ \\ [ ] { } ~ --- ... // /* ' \" = - + / 1. `",
            "]#panic(1)[",
            "#box[x]; \\u{23}panic",
            "\u{fdd2}#panic()\u{fdd0}",
            "a\u{f0023}b",
            "5#xã 12$x$ 3",
            "một\n= hai\n- ba",
        ];
        let templates = [
            "{{ v }}",
            "{{ s }}",
            "{{ s|reverse }}",
            "{{ s|upper }}",
            "{{ s|lower }}",
            "{{ s|title }}",
            "{{ s|split(' ')|join('x') }}",
            "{{ s|split('#')|last }}",
            "{{ s|lines|join(', ') }}",
            "{{ s|last }}",
            "{{ s|first }}",
            "{{ s[7:] }}",
            "{{ s[:9] }}",
            "{{ v[2:] }}",
            "{{ s ~ v }}",
            "{{ (s ~ '')|safe }}",
            "{{ s|replace('a', v) }}",
            "{{ v|replace('a', s) }}",
            "{{ s|trim }}",
            "{{ s|trim('chữ ') }}",
            "{{ [s, v]|join(', ') }}",
            "{{ '%s'|format(s) }}",
            "{{ s|capitalize }}",
            "{{ v|hoa_dau }}",
            "{{ s|thuong_dau }}",
            "{{ s|roi }}",
            "{{ v|roi }} xã",
            "{{ v|escape }}",
            "{% filter upper %}{{ s }}{% endfilter %}",
            "{{ s|list|join }}",
        ];
        for template in templates {
            for text in hostile {
                let markup = rendered(template, text);
                let left = bare(&markup);
                let harmless = |c: char| c.is_alphanumeric() || " ,.:;%/()\u{fffd}".contains(c);
                assert!(left.chars().all(harmless), "{template} of {text:?}: {markup}");
            }
        }
    }

    #[test]
    fn text_stays_in_its_quotes_in_code() {
        for template in [
            "{{ v|typst }}",
            "{{ s|chu }}",
            "{{ s|typst }}",
            "{{ (s ~ v)|chu }}",
            "{{ [s, v]|typst }}",
        ] {
            let written = rendered(template, "\"); #panic(\"x\") \\ \n");
            let quotes = written.matches('"').count();
            assert_eq!(quotes, if template.contains('[') { 4 } else { 2 }, "{template}: {written}");
            assert!(!written.contains("\\n") && !written.contains('\n'), "{template}: {written}");
        }
    }

    #[test]
    fn a_sentence_is_read_as_its_characters_where_a_template_joins_it() {
        assert_eq!(
            rendered("{{ s ~ '!' }}", "năm 2030"),
            "chữ\\u{20}#box[năm 2030];\\u{20}chữ\\u{21}"
        );
        assert_eq!(rendered("{{ (s ~ '!')|chu }}", "năm 2030"), "\"chữ năm 2030 chữ!\"");
    }

    #[test]
    fn a_cell_is_text_where_nothing_is_kept_together() {
        for (template, v, cell) in [
            ("{{ v|o }}", "92,53%", "\"92,53%\""),
            ("{{ v|o }}", "Đưng K'Nớ", "text(\"Đưng K'Nớ\")"),
            ("{{ s|o }}", "a\\b", "text(\"chữ a\\u{5c}b chữ\")"),
            ("{{ (s ~ '!')|o }}", "92%", "text(\"chữ 92% chữ!\")"),
            ("{{ v|o }}", "5-6", "[#box[5\\u{2d}6];]"),
            (
                "{% set t %}trên {{ v }}% (2030){% endset %}{{ t|o }}",
                "95",
                "text(\"trên 95% (2030)\")",
            ),
            ("{% set t %}{{ v }} - 10{% endset %}{{ t|o }}", "9", "[#box[9 - 10];]"),
            ("{% set t %}*{{ v }}*{% endset %}{{ t|o }}", "đậm", "[*đậm*]"),
            ("{% set t %}{{ v }}{% endset %}{{ t|o }}", "*đậm*", "text(\"*đậm*\")"),
            ("{% set t %}- {{ v }}{% endset %}{{ t|o }}", "x", "[- x]"),
            ("{% set t %}a // {{ v }}{% endset %}{{ t|o }}", "x", "[a // x]"),
            ("{{ 5|o }}", "", "5"),
        ] {
            assert_eq!(rendered(template, v), cell, "{template} of {v}");
        }
    }
}

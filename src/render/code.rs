//! Values as Typst code, for arguments of library functions. Not for markup ([`super::escape`]).

use std::fmt::Write;

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};

use super::pieces::characters;

/// `value` as a Typst literal: a string, integer, boolean, `none`, array or dictionary. No text can leave its quotes.
///
/// # Errors
/// A value that has no literal, such as an undefined one or a float.
pub(crate) fn literal(value: &Value) -> Result<String, Error> {
    let mut out = String::new();
    write(value, &mut out)?;
    Ok(out)
}

/// `text` as a Typst string.
#[must_use]
pub(crate) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    quoted(text, &mut out);
    out
}

fn write(value: &Value, out: &mut String) -> Result<(), Error> {
    match value.kind() {
        ValueKind::None => out.push_str("none"),
        ValueKind::Bool => out.push_str(if value.is_true() { "true" } else { "false" }),
        ValueKind::Number if value.is_integer() => out.push_str(&value.to_string()),
        ValueKind::String => quoted(value.as_str().expect("a string"), out),
        ValueKind::Seq | ValueKind::Iterable => {
            out.push('(');
            for item in value.try_iter()? {
                write(&item, out)?;
                out.push_str(", ");
            }
            out.push(')');
        }
        ValueKind::Map => dictionary(value, out)?,
        kind => {
            let message = format!("giá trị loại «{kind}» không thể là tham số Typst");
            return Err(Error::new(ErrorKind::InvalidOperation, message));
        }
    }
    Ok(())
}

fn dictionary(value: &Value, out: &mut String) -> Result<(), Error> {
    out.push_str("(:");
    let mut first = true;
    for key in value.try_iter()? {
        if first {
            out.pop();
        }
        first = false;
        quoted(&key.to_string(), out);
        out.push_str(": ");
        write(&value.get_item(&key)?, out)?;
        out.push_str(", ");
    }
    out.push(')');
    Ok(())
}

/// Text, or what is read of a sentence.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    for c in characters(text).chars() {
        if c == '"' || c == '\\' || c.is_control() {
            // Writing to a string cannot fail.
            _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_leave_its_quotes() {
        let value = Value::from("\"); #read(\"/etc/passwd\") \\ \n");
        let written = literal(&value).expect("a literal");
        assert_eq!(written.matches('"').count(), 2, "{written}");
        assert_eq!(literal(&Value::from(vec!["a"])).expect("a literal"), "(\"a\", )");
        assert!(literal(&Value::UNDEFINED).is_err());
    }
}

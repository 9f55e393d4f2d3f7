//! How numbers and lines of the register may be typed. Not for what they are used for ([`super::register_arguments`]).

use crate::vietnamese::text::clean;

/// No series of a term comes near it.
const LARGEST: u32 = 99_999;

/// The number of a document.
///
/// # Errors
/// How it is written.
pub(super) fn number(typed: &str) -> Result<u32, String> {
    whole(typed).ok_or_else(|| format!("số văn bản viết bằng chữ số, từ 1 đến {LARGEST}"))
}

/// How many copies.
///
/// # Errors
/// How it is written.
pub(super) fn count(typed: &str) -> Result<u32, String> {
    whole(typed).ok_or_else(|| format!("số bản viết bằng chữ số, từ 1 đến {LARGEST}"))
}

fn whole(typed: &str) -> Option<u32> {
    let typed = Some(typed.trim()).filter(|typed| !typed.starts_with('+'));
    typed?.parse().ok().filter(|number| (1..=LARGEST).contains(number))
}

/// A text as one line, without what nobody can see.
///
/// # Errors
/// It says nothing.
pub(super) fn line(typed: &str) -> Result<String, String> {
    let text = clean(typed).split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().any(char::is_alphanumeric) {
        return Ok(text);
    }
    Err("ghi rõ bằng chữ, không để trống".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_what_can_be_read_and_must_say_something() {
        let typed = "sửa \"số\": # {{ so }}\r\nhai\tdòng\u{7}";
        assert_eq!(line(typed).as_deref(), Ok("sửa \"số\": # {{ so }} hai dòng"));
        for typed in ["", " . ", "\n", "\u{200b}"] {
            assert!(line(typed).is_err(), "{typed:?}");
        }
    }

    #[test]
    fn a_number_is_one_a_series_can_reach() {
        assert_eq!(number("12"), Ok(12));
        for typed in ["0", "-1", "+7", "100000", "mười", ""] {
            assert!(number(typed).is_err(), "{typed}");
        }
    }
}

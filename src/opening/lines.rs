//! Lines of a file that people fill in: a key, and behind it a word of explanation. Not for what the words are.

/// The column comments begin in.
const COMMENTS: usize = 42;

/// A line with a comment behind it; without one, the words alone.
#[must_use]
pub(crate) fn line(words: &str, comment: &str) -> String {
    if comment.is_empty() {
        return format!("{words}\n");
    }
    let gap = COMMENTS.saturating_sub(words.chars().count()).max(1);
    format!("{words}{}# {comment}\n", " ".repeat(gap))
}

/// A text as a value between braces: quoted where YAML would read it otherwise.
#[must_use]
pub(crate) fn quoted(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || " ./-".contains(c);
    let first = text.chars().next().is_some_and(char::is_alphabetic);
    let word = ["true", "false", "null", "yes", "no", "on", "off"];
    if first && text.chars().all(plain) && !word.contains(&text.to_lowercase().as_str()) {
        return text.to_owned();
    }
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::{line, quoted};

    #[test]
    fn a_comment_stands_in_its_column_or_after_a_space() {
        assert_eq!(line("ky: 2025-Q1", ""), "ky: 2025-Q1\n");
        assert_eq!(line("a:", "b").find('#'), Some(42));
        assert_eq!(line(&"a".repeat(50), "b"), format!("{} # b\n", "a".repeat(50)));
    }

    #[test]
    fn what_yaml_would_read_otherwise_is_quoted() {
        assert_eq!(quoted("Công an xã"), "Công an xã");
        assert_eq!(quoted("Công an, xã"), "\"Công an, xã\"");
        assert_eq!(quoted("không: \"số\""), "\"không: \\\"số\\\"\"");
        assert_eq!(quoted("No"), "\"No\"");
        assert_eq!(quoted("1"), "\"1\"");
    }
}

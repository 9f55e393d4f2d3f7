//! What a browser asks for: the parts of an address, what a form sends. Not for whether it is let in ([`super::access`]) and not for
//! what becomes of it ([`super::routes`]).

use hyper::body::Bytes;
use percent_encoding::percent_decode_str;

/// More parts no form of ours sends.
const MOST_PAIRS: usize = 4096;

/// Names with their values, in the order sent.
pub(super) type Pairs = Vec<(String, String)>;

/// A file a form sends.
#[derive(Debug)]
pub(super) struct SentFile {
    /// Its name, as the browser says.
    pub(super) name: String,
    /// What is in it.
    pub(super) bytes: Bytes,
}

/// A request that was let in.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The parts of the address between `/`.
    pub(super) path: Vec<String>,
    /// What stands behind `?`.
    pub(super) query: Pairs,
    /// What a form sends; none if nothing is sent.
    pub(super) form: Option<Pairs>,
    /// The files a form sends.
    pub(super) files: Vec<SentFile>,
}

impl Asked {
    /// Reads an address.
    ///
    /// Returns none if it is no text.
    pub(super) fn of(path: &str, query: &str) -> Option<Self> {
        let parts = path.split('/').filter(|part| !part.is_empty());
        let path = parts.map(decoded).collect::<Option<Vec<_>>>()?;
        Some(Self { path, query: pairs(query)?, ..Self::default() })
    }

    /// The first value of a name behind `?`.
    pub(super) fn value(&self, name: &str) -> &str {
        first(&self.query, name).unwrap_or_default()
    }
}

/// The first value of a name.
pub(super) fn first<'p>(pairs: &'p Pairs, name: &str) -> Option<&'p str> {
    pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// Names with their values as a form sends them; none if they are no text, or more than any form has.
pub(super) fn pairs(text: &str) -> Option<Pairs> {
    let parts: Vec<&str> =
        text.split('&').filter(|part| !part.is_empty()).take(MOST_PAIRS + 1).collect();
    if parts.len() > MOST_PAIRS {
        return None;
    }
    let pair = |part: &str| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        Some((decoded(&key.replace('+', " "))?, decoded(&value.replace('+', " "))?))
    };
    parts.into_iter().map(pair).collect()
}

/// A part without its `%` marks; none if it is no text.
fn decoded(part: &str) -> Option<String> {
    let text = percent_decode_str(part).decode_utf8().ok()?;
    (!text.contains('\0')).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_a_form_are_read_as_text_or_not_at_all() {
        let asked =
            Asked::of("/ho-so/l%E1%BA%A1c//2024-Q1", "tim=dung+kno&loc=%2B&x").expect("text");
        assert_eq!(asked.path, ["ho-so", "lạc", "2024-Q1"]);
        assert_eq!(
            (asked.value("tim"), asked.value("loc"), asked.value("x")),
            ("dung kno", "+", "")
        );
        assert_eq!(Asked::of("/..%2f..", "").expect("text").path, ["../.."]);
        assert!(Asked::of("/%ff", "").is_none() && pairs("a=%00").is_none());
        assert!(pairs(&"a&".repeat(MOST_PAIRS + 1)).is_none());
    }
}

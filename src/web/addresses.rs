//! Addresses of pages, written so that any name fits in. Not for reading them ([`super::asked`]).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The address of these parts.
pub(super) fn address(parts: &[&str]) -> String {
    let escaped = parts.iter().map(|part| format!("/{}", escaped(part)));
    let address: String = escaped.collect();
    if address.is_empty() { "/".to_owned() } else { address }
}

/// Names with their values behind an address; those without a value are left out.
pub(super) fn query(pairs: &[(&str, &str)]) -> String {
    let filled = pairs.iter().filter(|(_, value)| !value.is_empty());
    let written: Vec<String> =
        filled.map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect();
    if written.is_empty() { String::new() } else { format!("?{}", written.join("&")) }
}

fn escaped(part: &str) -> String {
    utf8_percent_encode(part, ESCAPED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_fits_into_an_address() {
        assert_eq!(address(&["ho-so", "a/../b?#"]), "/ho-so/a%2F..%2Fb%3F%23");
        assert_eq!(address(&[]), "/");
        assert_eq!(query(&[("tim", "đ &"), ("loc", "")]), "?tim=%C4%91%20%26");
    }
}

//! The text a page gives in place of its glyphs (`/ActualText`), which copying takes and drawing does not. Not for glyphs
//! ([`super::collector`]).

use memchr::memmem;

/// The key the text stands behind.
const KEY: &[u8] = b"/ActualText";
/// What text in UTF-16 begins with.
const UTF_16: [u8; 2] = [0xfe, 0xff];

/// Each such text of a page's content, as far as it stands there in hexadecimal, as word processors write it.
pub(crate) fn of(content: &[u8]) -> Vec<String> {
    let behind =
        memmem::find_iter(content, KEY).map(|at| content[at + KEY.len()..].trim_ascii_start());
    behind.filter_map(|rest| hexadecimal(rest.strip_prefix(b"<")?)).collect()
}

fn hexadecimal(rest: &[u8]) -> Option<String> {
    let end = rest.iter().position(|byte| *byte == b'>')?;
    let digits: Option<Vec<u8>> = rest[..end].iter().map(|byte| digit(*byte)).collect();
    let bytes: Vec<u8> = digits?.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect();
    let units: Vec<u16> = bytes
        .strip_prefix(&UTF_16)?
        .chunks_exact(2)
        .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
        .collect();
    String::from_utf16(&units).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_place_of_glyphs_is_read_and_what_is_broken_is_not() {
        assert_eq!(of(b"/Span<</ActualText<feff0075031b>>> BDC"), ["u\u{31b}"]);
        assert_eq!(of(b"/Span<</ActualText (abc)>> BDC /ActualText<feff00"), [""; 0]);
        assert_eq!(of(b"/ActualText<feffd800>"), [""; 0]);
    }
}

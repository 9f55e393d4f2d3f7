//! The two ways to place a tone on `oa`, `oe`, `uy`: `hòa` and `hoà`. Both are right; a report keeps to one. Not for
//! tones that are misplaced ([`super::syllable`]).

use super::syllable::vowel;

/// Where the tone of `oa`, `oe`, `uy` stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ToneStyle {
    /// On the first letter: `hòa`, `khỏe`, `ủy`.
    First,
    /// On the second letter: `hoà`, `khoẻ`, `uỷ`.
    Second,
}

/// The words of `text` that show a style, with where they start, in bytes. `quý`, `của` and `hoàn` show none. Text has
/// to be composed (NFC). One pass, without looking at words that have no such letters.
pub(crate) fn styled(text: &str) -> impl Iterator<Item = (usize, &str, ToneStyle)> {
    let mut before = [' '; 2];
    text.char_indices().filter_map(move |(at, c)| {
        let [onset, first] = before;
        before = [first, c];
        let style = style(first, c)?;
        let end = at + c.len_utf8();
        let closed = text[end..].starts_with(char::is_alphabetic);
        // After q, u is no vowel.
        let vowel = matches!(onset, 'q' | 'Q') || vowel(onset).is_some();
        if closed || vowel {
            return None;
        }
        let start = text[..at].rfind(|c: char| !c.is_alphabetic());
        let start = start.map_or(0, |gap| text.ceil_char_boundary(gap + 1));
        Some((start, &text[start..end], style))
    })
}

/// The style of two vowels beside each other, if they are `oa`, `oe` or `uy` with a tone.
fn style(first: char, second: char) -> Option<ToneStyle> {
    match first {
        'o' | 'O' => matches!(
            second,
            'à' | 'á'
                | 'ả'
                | 'ã'
                | 'ạ'
                | 'è'
                | 'é'
                | 'ẻ'
                | 'ẽ'
                | 'ẹ'
                | 'À'
                | 'Á'
                | 'Ả'
                | 'Ã'
                | 'Ạ'
                | 'È'
                | 'É'
                | 'Ẻ'
                | 'Ẽ'
                | 'Ẹ'
        )
        .then_some(ToneStyle::Second),
        'u' | 'U' => matches!(second, 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' | 'Ỳ' | 'Ý' | 'Ỷ' | 'Ỹ' | 'Ỵ')
            .then_some(ToneStyle::Second),
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'Ò' | 'Ó' | 'Ỏ' | 'Õ' | 'Ọ' => {
            matches!(second, 'a' | 'e' | 'A' | 'E').then_some(ToneStyle::First)
        }
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'Ù' | 'Ú' | 'Ủ' | 'Ũ' | 'Ụ' => {
            matches!(second, 'y' | 'Y').then_some(ToneStyle::First)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vietnamese::tone_style::ToneStyle::{First, Second};

    #[test]
    fn only_open_oa_oe_uy_show_a_style() {
        let text = "Hoà, hòa; khoẻ khỏe UỶ ủy thuý Thúy, quý quả già hoàn khoản thoại của khuỷu quỹ Toà-án luỹ";
        let found: Vec<(&str, ToneStyle)> =
            styled(text).map(|(_, word, style)| (word, style)).collect();
        let expected = [
            ("Hoà", Second),
            ("hòa", First),
            ("khoẻ", Second),
            ("khỏe", First),
            ("UỶ", Second),
            ("ủy", First),
            ("thuý", Second),
            ("Thúy", First),
            ("Toà", Second),
            ("luỹ", Second),
        ];
        assert_eq!(found, expected);
        assert_eq!(
            styled(text).map(|(at, word, _)| &text[at..at + word.len()]).collect::<Vec<_>>()[3],
            "khỏe"
        );
    }
}

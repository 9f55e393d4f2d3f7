//! The two ways to place a tone on `oa`, `oe`, `uy`: `hòa` and `hoà`. Both are right; a report keeps to one. Not for
//! tones that are misplaced ([`super::syllable`]).

use super::syllable::{Syllable, Tone};

/// Where the tone of `oa`, `oe`, `uy` stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// On the first letter: `hòa`, `khỏe`, `ủy`.
    First,
    /// On the second letter: `hoà`, `khoẻ`, `uỷ`.
    Second,
}

/// The words of `text` that show a style, with where they start, in bytes. Text has to be composed (NFC).
pub fn styled(text: &str) -> impl Iterator<Item = (usize, &str, Style)> {
    candidates(text).filter_map(|at| {
        let (start, word) = word_at(text, at);
        style(word).map(|style| (start, word, style))
    })
}

/// The style of a word that shows one: `quý`, `của` and `hoàn` show none.
#[must_use]
pub fn style(word: &str) -> Option<Style> {
    let read = Syllable::read(word)?;
    if read.tone == Tone::Level || !matches!(read.rhyme(), "oa" | "oe" | "uy") {
        return None;
    }
    Some(if read.at == read.onset { Style::First } else { Style::Second })
}

/// Where a letter with a tone stands beside another vowel as in those words. The quick way past nearly all letters.
fn candidates(text: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, c)| {
        let first = matches!(before, 'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'Ò' | 'Ó' | 'Ỏ' | 'Õ' | 'Ọ')
            && matches!(c, 'a' | 'e' | 'A' | 'E')
            || matches!(before, 'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'Ù' | 'Ú' | 'Ủ' | 'Ũ' | 'Ụ')
                && matches!(c, 'y' | 'Y');
        let second = matches!(before, 'o' | 'O')
            && matches!(
                c,
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
            || matches!(before, 'u' | 'U')
                && matches!(c, 'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' | 'Ỳ' | 'Ý' | 'Ỷ' | 'Ỹ' | 'Ỵ');
        before = c;
        (first || second).then_some(at)
    })
}

/// The word around a byte of `text`, and where it starts.
fn word_at(text: &str, at: usize) -> (usize, &str) {
    let outside = |c: char| !c.is_alphabetic();
    let start = text[..at].rfind(outside).map_or(0, |gap| text.ceil_char_boundary(gap + 1));
    let end = text[at..].find(outside).map_or(text.len(), |gap| at + gap);
    (start, &text[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_open_oa_oe_uy_show_a_style() {
        let text = "Hoà, hòa; khoẻ khỏe UỶ ủy thuý Thúy, quý quả già hoàn khoản thoại của khuỷu quỹ Toà-án luỹ";
        let found: Vec<(&str, Style)> =
            styled(text).map(|(_, word, style)| (word, style)).collect();
        use Style::{First, Second};
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

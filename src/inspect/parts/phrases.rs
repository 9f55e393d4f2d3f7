//! Words and signs a line is known by, wherever it stands. Not for what only one component looks for.

use strsim::osa_distance;

use crate::vietnamese::nearest::fold;

/// Whether a line is one of the state's heading.
pub(crate) fn is_state_heading(text: &str) -> bool {
    let text = text.to_uppercase().replace("HOÀ", "HÒA").replace(['–', '—'], "-");
    text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA") || text.contains("ĐỘC LẬP - TỰ DO")
}

/// Whether a line is nothing but a few hyphens or dashes.
pub(crate) fn is_hyphens(text: &str) -> bool {
    let signs: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    signs.len() >= 2 && signs.iter().all(|c| "-–—_".contains(*c))
}

/// The letters an ornament may have: «-o0o-».
const ORNAMENT: &str = "oO0";

/// Whether a line is nothing but signs: an asterisk, hyphens, or what is set in their place.
pub(crate) fn is_ornament(text: &str) -> bool {
    text.chars().all(|c| !c.is_alphanumeric() || ORNAMENT.contains(c))
}

/// So many letters may be one more, one less or another.
const LETTERS_A_SLIP: usize = 6;

/// Whether a text says these words, whatever its marks, spaces and tones, up to a slip of the finger.
pub(crate) fn said_nearly(text: &str, words: &str) -> bool {
    slips(text, words).is_some()
}

/// How many letters of a text are otherwise than in these words, if few enough to be slips of the finger.
pub(crate) fn slips(text: &str, words: &str) -> Option<usize> {
    let (text, words) = (fold(text), fold(words));
    let most = words.len() / LETTERS_A_SLIP;
    let near = text.len().abs_diff(words.len()) <= most;
    near.then(|| osa_distance(&text, &words)).filter(|slips| *slips <= most)
}

/// The words before addressees, folded: a greeting and what is done with the document.
const GREETING: &str = "kinh";
const SENDING: &[&str] = &["gui", "goi", "trinh", "chuyen"];
/// What ends them.
const ENDS: &[char] = &[':', ';', '.', ','];

/// Whether a line begins the addressees of a letter or a tờ trình: "Kính gửi:" or what is written in its place, alone or
/// before the first of them. A sentence that begins so has more before its colon, or none.
pub(crate) fn is_salutation(text: &str) -> bool {
    let (label, rest) = text.split_once(':').unwrap_or((text.trim_end_matches(ENDS), ""));
    let words: Vec<String> = label.split_whitespace().map(fold).collect();
    let alone = rest.trim().is_empty();
    let sends = |word: &String| SENDING.iter().any(|own| osa_distance(own, word) <= 1);
    match &words[..] {
        [greeting, word] => osa_distance(greeting, GREETING) <= 1 && sends(word),
        [greeting, word, ..] => greeting == GREETING && sends(word) && text.contains(':'),
        [only] => alone && text.ends_with(ENDS) && SENDING.contains(&&**only),
        [] => false,
    }
}

/// The text of an item without the dash before it.
pub(crate) fn without_dash(text: &str) -> &str {
    text.trim_start_matches(['-', '–', ' '])
}

/// The text without its white space.
pub(crate) fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

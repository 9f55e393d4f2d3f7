//! Words and signs a line is known by, wherever it stands. Not for what only one component looks for.

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

/// What the addressees of a letter or a tờ trình begin with, rightly or not.
const SALUTATIONS: &[&str] = &["kính gửi", "kính gởi", "kính trình"];

/// Whether a line begins the addressees of a letter or a tờ trình. A sentence that begins so has more before its colon.
pub(crate) fn is_salutation(text: &str) -> bool {
    let text = text.to_lowercase();
    let rest = SALUTATIONS.iter().find_map(|words| text.strip_prefix(words));
    rest.is_some_and(|rest| rest.trim().is_empty() || rest.contains(':'))
}

/// The text of an item without the dash before it.
pub(crate) fn without_dash(text: &str) -> &str {
    text.trim_start_matches(['-', '–', ' '])
}

/// The text without its white space.
pub(crate) fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

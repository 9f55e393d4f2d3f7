//! Two sentences run into one: a word that opens sentences, with a capital, behind a small word and no full stop. Not for
//! names, which have capitals too: only openers no name begins with are known.

/// What sentences about tasks open with.
const OPENERS: [&str; 12] = [
    "Đẩy mạnh",
    "Tăng cường",
    "Tiếp tục",
    "Nâng cao",
    "Chú trọng",
    "Quan tâm",
    "Tập trung",
    "Chủ động",
    "Củng cố",
    "Khuyến khích",
    "Huy động",
    "Bên cạnh",
];
/// Words before the name of something, which may begin so: `chương trình Tăng cường …`.
const BEFORE_NAMES: [&str; 14] = [
    "trình", "án", "hoạch", "trào", "đề", "động", "dung", "nghị", "mục", "phần", "là", "về", "gồm",
    "chỉ",
];

/// The word before and the opener, wherever two sentences run into one.
pub(crate) fn run_together(text: &str) -> impl Iterator<Item = (&str, &'static str)> {
    let gaps = text.char_indices().filter(|(_, c)| c.is_whitespace());
    let openers = gaps.filter_map(move |(gap, c)| {
        let at = gap + c.len_utf8();
        let opener = OPENERS.iter().find(|opener| text[at..].starts_with(**opener))?;
        Some((word_before(text, at)?, *opener))
    });
    openers.filter(|(before, _)| {
        before.chars().all(char::is_lowercase) && !BEFORE_NAMES.contains(before)
    })
}

/// The word right before a byte, if nothing but spaces or one line end parts them.
fn word_before(text: &str, at: usize) -> Option<&str> {
    let head = &text[..at];
    let words = head.trim_end();
    let gap = &head[words.len()..];
    let whole = words.rsplit(|c: char| c.is_whitespace()).next()?;
    (!gap.is_empty() && gap.matches('\n').count() < 2 && whole.ends_with(char::is_alphabetic))
        .then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_full_stop_is_seen_before_an_opener() {
        let found = |text| run_together(text).collect::<Vec<_>>();
        assert_eq!(found("nâng cao sức khỏe Đẩy mạnh phong trào"), [("khỏe", "Đẩy mạnh")]);
        assert_eq!(found("trong kỳ\n  Tiếp tục rà soát"), [("kỳ", "Tiếp tục")]);
        for right in [
            "sức khỏe. Đẩy mạnh phong trào",
            "Đẩy mạnh",
            "sức khỏe\n\nĐẩy mạnh",
            "chương trình Tăng cường năng lực",
            "- Tiếp tục",
            "“Tiếp tục củng cố”",
            "Ban Chủ động",
            "sức khỏe; Tiếp tục",
            "Nghị quyết về Tăng cường",
        ] {
            assert!(found(right).is_empty(), "{right}");
        }
    }
}

//! The line that says for whom somebody signs (cell 7a): how it is known, however its mark is written. Not for whether it is
//! written rightly.

use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::pattern;

/// The marks by their letters, whatever signs are between and behind them, and their words in full.
const MARKS: &str = r"(?:(?:T\W{0,3}M|K\W{0,3}T|T\W{0,3}L|T?\W{0,3}U\W{0,3}Q)\W{1,3}|(?:THAY MẶT|K[ÝÍ] THAY|THỪA LỆNH|(?:THỪA )?(?:ỦY|UỶ) QUYỀN)\W+)";
/// How collectives and heads begin; a committee is called one behind whatever level it is of.
const SIGNERS: &str =
    r"(?:(?:đảng|chi|ban|ủy|uỷ|hội|bí|chủ|phó|trưởng|chánh|giám|tập)\s|\p{L}+\s(?:ủy|uỷ)\b)";

/// A mark before capitals; with a slash before anything; or before a word collectives and heads begin with.
static FOR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"^(?:{MARKS}\P{{Ll}}+$|[TK]\s?/\s?(?:(?i:M|T|L|UQ)\W{{1,3}}|(?:M|T|L|UQ)\p{{Lu}})|(?i:{MARKS}{SIGNERS}))"
    ))
});

/// Whether a line says for whom somebody signs.
pub(crate) fn is_for(text: &str) -> bool {
    FOR.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_known_whatever_signs_it_is_written_with() {
        for line in [
            "T/M CHI BỘ",
            "TM. ĐẢNG ỦY",
            "TM/ ĐẢNG ỦY",
            "T / M ĐẢNG ỦY",
            "T\\M CHI BỘ",
            "T/M: CHI BỘ",
            "K.T TRƯỞNG BAN",
            "kt. trưởng ban",
            "Thay mặt Đảng ủy",
            "T/M Đảng ủy",
            "T/MCHI BỘ",
            "THỪA LỆNH BAN THƯỜNG VỤ",
        ] {
            assert!(is_for(line), "{line}");
        }
        for other in [
            "TRƯỞNG BAN",
            "THỊ ỦY",
            "Tạ Minh Long",
            "KTS. Lê Văn Hai",
            "Thay mặt nhân dân, xã cảm ơn",
        ] {
            assert!(!is_for(other), "{other}");
        }
    }
}

//! Words around a number that say whether it is the one the program prints, or one of a part, another time, a plan, a
//! distance. Vietnamese words only; what a plan counts is in the plan.

use super::sentence::{Match, Sentence};
use super::tokens::Kind;

/// Words that lead from a name to its number.
pub(super) const LINKS: [&str; 14] = [
    "là", "đạt", "có", "gồm", "bằng", "chiếm", "còn", "với", "ước", "lên", "được", "mức", "cộng",
    "tới",
];
/// Words that may stand between the end of a name and what leads to the number.
pub(super) const HOLDING: [&str; 8] = ["hiện", "đã", "nay", "chung", "mới", "chỉ", "đến", "ở"];
/// Words that may stand before the end of a name and leave it what it is.
pub(super) const COVER: [&str; 2] = ["phủ", "về"];
/// Words between a name and a number that make it a distance or an estimate.
pub(super) const DISTANCES: [&str; 16] = [
    "tăng", "giảm", "thêm", "hơn", "thấp", "cao", "vượt", "so", "từ", "trên", "dưới", "gần",
    "khoảng", "xấp", "thiếu", "hụt",
];
/// Words a count may be followed by.
pub(super) const AFTER_COUNT: [&str; 9] =
    ["đạt", "chiếm", "bằng", "tăng", "giảm", "so", "và", "cao", "thấp"];
/// Words a share may be followed by.
pub(super) const AFTER_SHARE: [&str; 9] =
    ["dân", "tăng", "giảm", "cao", "thấp", "vượt", "chưa", "và", "là"];
/// Words that lead from a count to its share.
pub(super) const TO_SHARE: [&str; 10] =
    ["đạt", "chiếm", "bằng", "tương", "đương", "ước", "tỷ", "tỉ", "lệ", "là"];

/// Words before a number that make it one of a plan.
const PLANS: [&str; 12] =
    ["phấn", "mục", "kế", "lộ", "dự", "sẽ", "cần", "giao", "yêu", "cuối", "nếu", "đăng"];
/// Words before a number that make it one of a part.
const PARTS: [&str; 8] = ["nhóm", "riêng", "từng", "mỗi", "đó", "nơi", "một", "khác"];
/// Words before a number that make it one of another time.
const TIMES: [&str; 10] =
    ["tháng", "ngày", "tuần", "quý", "kỳ", "đợt", "trước", "năm", "hôm", "ngoái"];

/// Whether anything before a number, outside its name, speaks of a part (what other figures count is one), another
/// time, a plan or another place.
pub(super) fn elsewhere(sentence: &Sentence<'_, '_>, at: usize, named: &Match<'_, '_>) -> bool {
    let aside =
        |word: &usize| !(named.from..named.to).contains(word) && !sentence.words[*word].ours;
    (0..at).filter(aside).any(|word| {
        let lower = sentence.lower(word);
        let listed = [&PLANS[..], &PARTS[..], &TIMES[..]].iter().any(|list| list.contains(&lower));
        listed || is_place(sentence, word) || sentence.counts_others(word, named)
    })
}

/// Whether a word is a name: a capital inside a sentence. Abbreviations are not.
fn is_place(sentence: &Sentence<'_, '_>, word: usize) -> bool {
    let at = sentence.words[word].token;
    let token = &sentence.tokens[at];
    let capital = token.text.chars().next().is_some_and(char::is_uppercase);
    let all = token.text.chars().all(|c| !c.is_lowercase());
    let first = at == 0 || matches!(sentence.tokens[at - 1].text, ":" | "“" | "\"" | "(");
    token.kind == Kind::Word && capital && !all && !first
}

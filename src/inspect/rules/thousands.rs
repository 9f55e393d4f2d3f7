//! The rule that what is counted has no decimals: a comma before three figures parts thousands there, wrongly. Not for other
//! signs in numbers, which are rules of words.

use std::sync::LazyLock;

use regex::Regex;

use super::inspector::Inspector;
use crate::inspect::parts::body::BodyParagraph;
use crate::inspect::rule::Rule;
use crate::pattern::pattern;

/// A number with three figures behind a comma, and the word behind it.
static THREE_BEHIND_COMMA: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[^\d.,/])([1-9]\d{0,2},\d{3})\s?(\p{L}+)"));
/// Words of measures, which have decimals; and those that say nothing of what is counted.
const MEASURED: &[&str] = &[
    "km", "ha", "m", "cm", "mm", "kg", "g", "tấn", "tạ", "yến", "lít", "mẫu", "sào", "tỷ", "tỉ",
    "triệu", "nghìn", "ngàn", "phần", "điểm", "lần", "giờ", "kWh", "MW", "độ", "và", "so", "lên",
    "xuống", "là", "đến", "của", "ở", "với", "tại", "cho", "theo", "thì", "trên", "trong", "năm",
    "tháng", "hoặc", "còn",
];

/// Holds the numbers of a paragraph against the rule.
pub(crate) fn check(paragraph: &BodyParagraph, text: &str, inspector: &mut Inspector<'_>) {
    let Some(line) = paragraph.lines.first() else { return };
    for parts in THREE_BEHIND_COMMA.captures_iter(text) {
        if !MEASURED.contains(&&parts[2]) {
            let measured =
                format!("có dấu phẩy giữa các hàng nghìn: «{} {}»", &parts[1], &parts[2]);
            inspector.note_line(Rule::DecimalSeparator, line, measured, "dấu chấm: 12.350 hộ");
        }
    }
}

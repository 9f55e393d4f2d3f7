//! Rules on the name a plan declares under a signature (V23): no titles, notes or capitals. Not for authority and position
//! ([`super::signers`]).

use std::sync::LazyLock;

use regex::Regex;

use super::issuers::{in_capitals, tell};
use crate::model::text::Line;
use crate::pattern::pattern;
use crate::source::At;
use crate::vietnamese::nearest::fold;
use crate::yaml::fields::Sink;

/// Titles that a name under a document does not bear, without marks, as whole words before it.
static HONOUR: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?:gs|pgs|tskh|ths|bsck[i12]+|dsck[i12]+|ngnd|ngut|nsnd|nsut|ttnd|ttut|(?:pho )?giao su|(?:tien|thac|bac|duoc) s[iy]",
        r"|ky su|cu nhan|luat su|nha giao uu tu|dong chi|dc|anh hung|(?:dai|thuong|trung|thieu) (?:tuong|uy)",
        r"|(?:dai|thuong|trung|thieu) ta (?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly)",
        r"|(?:ong|ba) (?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly)) "
    ))
});
/// Titles of two letters with their stop: alone they may be a name's first word.
static SHORT_HONOUR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:TS|BS|DS|CN|KS|LS)[.,:]"));

/// Cell 7b.
pub(super) fn check(line: &At<Line>, sink: &Sink) {
    let text = line.value.as_str();
    let told = |message: &str, hint: &str| {
        tell(sink, &line.span, format!("{message}: «{text}»"), hint);
    };
    // Behind a comma, a bracket or a dash stands what is no name.
    let parted = text.contains([',', ';']) || text.contains(" - ") || text.contains(" (");
    let note = text.starts_with('(') || text.contains("ký") && text.contains(')');
    let bears = HONOUR.is_match(&folded(&text.replace(['.', ','], " ")))
        || SHORT_HONOUR.is_match(text)
        || parted && !note;
    if bears {
        told("họ tên kèm học hàm, học vị, cấp bậc, danh xưng", "chỉ ghi họ và tên");
    } else if note {
        told("chỗ họ tên ghi lời chú", "chỉ ghi họ và tên; chưa biết thì ho_ten: null");
    } else if in_capitals(text) {
        told("họ tên viết toàn chữ hoa", "viết hoa chữ đầu mỗi tiếng, ví dụ «Nguyễn Văn A»");
    } else if text.split_whitespace().any(|word| word.starts_with(char::is_lowercase)) {
        told("họ tên có tiếng không viết hoa", "viết hoa chữ đầu mỗi tiếng, ví dụ «Nguyễn Văn A»");
    }
}

/// Words without marks.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}

//! What Typst calls kinds of values and signs, in Vietnamese. Not for whole objections ([`super::objections`]).

/// What Typst calls kinds of values and signs.
const NOUNS: &[(&str, &str)] = &[
    ("string", "chuỗi chữ"),
    ("str", "chuỗi chữ"),
    ("integer", "số nguyên"),
    ("float", "số thập phân"),
    ("decimal", "số thập phân"),
    ("length", "độ dài"),
    ("relative length", "độ dài"),
    ("ratio", "tỷ lệ"),
    ("fraction", "phần chia (fr)"),
    ("angle", "góc"),
    ("content", "nội dung"),
    ("boolean", "giá trị đúng/sai"),
    ("array", "dãy"),
    ("dictionary", "bộ khóa và giá trị"),
    ("arguments", "các tham số"),
    ("function", "hàm"),
    ("module", "tệp hoặc nhóm hàm"),
    ("type", "kiểu giá trị"),
    ("symbol", "ký hiệu"),
    ("none", "giá trị trống"),
    ("auto", "giá trị tự chọn (auto)"),
    ("color", "màu"),
    ("stroke", "nét kẻ"),
    ("alignment", "cách canh lề"),
    ("direction", "chiều viết"),
    ("datetime", "ngày giờ"),
    ("duration", "khoảng thời gian"),
    ("label", "nhãn"),
    ("location", "vị trí"),
    ("selector", "bộ chọn"),
    ("regex", "biểu thức chính quy"),
    ("bytes", "dữ liệu"),
    ("path", "đường dẫn tệp"),
    ("pattern", "một tên"),
    ("expression", "một biểu thức"),
    ("identifier", "một tên"),
    ("underscore", "dấu gạch dưới"),
    ("comma", "dấu phẩy"),
    ("comma or semicolon", "dấu phẩy hoặc dấu chấm phẩy"),
    ("colon", "dấu hai chấm"),
    ("semicolon", "dấu chấm phẩy"),
    ("semicolon or line break", "dấu chấm phẩy hoặc ngắt dòng"),
    ("equals sign", "dấu bằng"),
    ("dot", "dấu chấm"),
    ("dots", "dấu hai chấm liền (..)"),
    ("star", "dấu sao"),
    ("hash", "dấu #"),
    ("opening paren", "dấu ( mở"),
    ("closing paren", "dấu ) đóng"),
    ("opening bracket", "dấu [ mở"),
    ("closing bracket", "dấu ] đóng"),
    ("opening brace", "dấu { mở"),
    ("closing brace", "dấu } đóng"),
    ("block", "một khối { … } hoặc [ … ]"),
    ("keyword `in`", "chữ in"),
    ("end of file", "hết tệp"),
];

/// More words than these are cut: Typst lists a hundred sizes of paper.
const MOST: usize = 8;

/// What Typst calls a kind of value or sign, or several of which any will do.
#[must_use]
pub(super) fn noun(words: &str) -> String {
    let known = |word: &str| NOUNS.iter().find(|(typst, _)| *typst == word).map(|(_, said)| *said);
    if let Some(said) = known(words) {
        return said.to_owned();
    }
    let single = words.replace(", or ", ", ").replace(" or ", ", ");
    let all: Vec<String> = single
        .split(", ")
        .map(|word| {
            known(word)
                .map_or_else(|| format!("“{}”", word.trim_matches(['`', '"'])), str::to_owned)
        })
        .collect();
    if all.len() > MOST {
        return format!("{}, …", all[..MOST].join(", "));
    }
    match all.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} hoặc {last}", before.join(", ")),
        _ => all.concat(),
    }
}

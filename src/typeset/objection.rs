//! What Typst objects to, in Vietnamese: the usual objections by their kind, others quoted. Not for where they are
//! ([`super::typesetter`]).

/// The objections a broken template usually meets: how Typst's words begin, and what is said; `{}` is what follows.
const USUAL: &[(&str, &str)] = &[
    ("panicked with: ", "khuôn mẫu tự dừng và nói: {}"),
    ("panicked", "khuôn mẫu tự dừng (panic)"),
    ("assertion failed: ", "khuôn mẫu tự dừng vì một điều kiện không đúng: {}"),
    ("assertion failed", "khuôn mẫu tự dừng vì một điều kiện không đúng"),
    ("unknown variable: ", "không có tên «{}»"),
    ("unknown font family: ", "không có phông chữ «{}»"),
    ("file not found", "không có tệp được nêu (khuôn mẫu chỉ đọc được tệp trong van-ban-dang)"),
    ("failed to load file", "không đọc được tệp được nêu"),
    ("unclosed delimiter", "dấu ngoặc mở ra mà chưa đóng"),
    ("unclosed string", "dấu ngoặc kép mở ra mà chưa đóng"),
    ("unclosed raw text", "dấu ` mở ra mà chưa đóng"),
    ("unclosed label", "dấu < mở nhãn mà chưa đóng"),
    ("unexpected closing ", "thừa một dấu ngoặc đóng ({})"),
    ("unexpected argument: ", "hàm không nhận tham số «{}»"),
    ("unexpected argument", "hàm được gọi thừa tham số"),
    ("missing argument: ", "hàm thiếu tham số «{}»"),
    ("unexpected ", "có một chỗ thừa hoặc sai cú pháp (“{}”)"),
    ("cannot divide by zero", "có một phép chia cho 0"),
    ("cannot ", "có một việc không làm được với giá trị này (“cannot {}”)"),
    ("maximum function call depth exceeded", "hàm gọi lại chính nó mãi không dừng"),
    ("maximum layout depth exceeded", "các khối lồng nhau quá sâu"),
    ("maximum show rule depth exceeded", "quy tắc show gọi lại chính nó mãi không dừng"),
    ("loop seems to be infinite", "vòng lặp chạy mãi không dừng"),
    ("layout did not converge", "dàn trang nhiều lần mà vị trí vẫn thay đổi"),
];

/// What Typst calls kinds of values and signs.
const NOUNS: &[(&str, &str)] = &[
    ("string", "chuỗi chữ"),
    ("integer", "số nguyên"),
    ("float", "số thập phân"),
    ("length", "độ dài"),
    ("relative length", "độ dài"),
    ("ratio", "tỷ lệ"),
    ("content", "nội dung"),
    ("boolean", "giá trị đúng/sai"),
    ("array", "dãy"),
    ("dictionary", "bộ khóa và giá trị"),
    ("function", "hàm"),
    ("none", "giá trị trống"),
    ("color", "màu"),
    ("expression", "một biểu thức"),
    ("comma", "dấu phẩy"),
    ("colon", "dấu hai chấm"),
    ("identifier", "một tên"),
    ("semicolon or line break", "dấu chấm phẩy hoặc ngắt dòng"),
];

fn noun(words: &str) -> String {
    let known = NOUNS.iter().find(|(typst, _)| *typst == words);
    known.map_or_else(|| format!("“{words}”"), |(_, said)| (*said).to_owned())
}

/// Typst's words for something, as a Vietnamese sentence.
#[must_use]
pub(super) fn in_vietnamese(words: &str) -> String {
    let usual = USUAL.iter().find_map(|(begins, said)| {
        words.strip_prefix(begins).map(|rest| said.replace("{}", rest.trim_matches('"')))
    });
    let said = usual.or_else(|| mismatch(words));
    said.unwrap_or_else(|| format!("bộ dàn trang báo: “{words}”"))
}

/// `expected integer, found string`.
fn mismatch(words: &str) -> Option<String> {
    let rest = words.strip_prefix("expected ")?;
    Some(match rest.rsplit_once(", found ") {
        Some((wanted, found)) => format!("cần {} mà lại có {}", noun(wanted), noun(found)),
        None => format!("thiếu {}", noun(rest)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_objections_are_told_in_vietnamese_and_others_quoted() {
        for (words, said) in [
            ("panicked with: \"thiếu tên\"", "khuôn mẫu tự dừng và nói: thiếu tên"),
            ("unknown variable: khong-co", "không có tên «khong-co»"),
            ("expected length, found string", "cần độ dài mà lại có chuỗi chữ"),
            ("expected comma", "thiếu dấu phẩy"),
            ("unclosed delimiter", "dấu ngoặc mở ra mà chưa đóng"),
            ("text is too odd", "bộ dàn trang báo: “text is too odd”"),
        ] {
            assert_eq!(in_vietnamese(words), said);
        }
    }
}

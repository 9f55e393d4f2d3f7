//! What Typst objects to, in Vietnamese: what a template's author can meet by its kind, the rest quoted as Typst's own words.
//! Not for where it is ([`super::typesetter`]), nor for the list of kinds ([`super::objections`]).

use super::nouns::noun;
use super::objections::USUAL;

/// Typst's words for something, as a Vietnamese sentence.
#[must_use]
pub(super) fn in_vietnamese(words: &str) -> String {
    let usual = USUAL.iter().find_map(|(typst, said)| Some(filled(said, &holes(typst, words)?)));
    usual.unwrap_or_else(|| {
        format!("bộ dàn trang không chấp nhận một chỗ; nguyên văn của Typst: “{words}”")
    })
}

/// What stands in the holes of a kind of objection, `{}` or `{n}`; none where the words are of another kind.
fn holes<'w>(kind: &str, words: &'w str) -> Option<Vec<&'w str>> {
    let mut pieces = kind.split("{}");
    let mut rest = words.strip_prefix(pieces.next()?)?;
    let mut found = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        // The last words of a kind end the objection: what stands in its last hole may hold the same words.
        let last = pieces.peek().is_none();
        let at = if last {
            rest.strip_suffix(piece).map(str::len)?
        } else {
            rest.find(piece).filter(|at| *at > 0)?
        };
        found.push(&rest[..at]);
        rest = &rest[at + piece.len()..];
    }
    rest.is_empty().then_some(found)
}

/// The Vietnamese sentence with what stood in the holes: `{0}` as Typst wrote it, `{n0}` the name of a kind of value.
fn filled(said: &str, found: &[&str]) -> String {
    let mut sentence = said.to_owned();
    for (at, words) in found.iter().enumerate() {
        let plain = words.trim_matches(['"', '`']);
        sentence = sentence
            .replace(&format!("{{n{at}}}"), &noun(words))
            .replace(&format!("{{{at}}}"), plain);
    }
    sentence
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
            (
                "expected integer or float, found none",
                "cần số nguyên hoặc số thập phân mà lại có giá trị trống",
            ),
            ("cannot add length and string", "không cộng được độ dài với chuỗi chữ"),
            ("type array has no method `khong`", "dãy không có hàm «khong»"),
            (
                "text is too odd",
                "bộ dàn trang không chấp nhận một chỗ; nguyên văn của Typst: “text is too odd”",
            ),
        ] {
            assert_eq!(in_vietnamese(words), said);
        }
    }

    #[test]
    fn every_kind_fills_the_holes_it_has() {
        for (typst, said) in USUAL {
            let holes = typst.matches("{}").count();
            let filled = (0..9).filter(|at| {
                said.contains(&format!("{{{at}}}")) || said.contains(&format!("{{n{at}}}"))
            });
            assert!(filled.clone().all(|at| at < holes), "{typst}: {said}");
            assert!(!said.is_empty() && filled.count() <= holes, "{typst}: {said}");
        }
    }

    #[test]
    fn no_kind_hides_behind_a_wider_one_before_it() {
        for (at, (typst, _)) in USUAL.iter().enumerate() {
            let example = typst.replace("{}", "xyz");
            let first = USUAL.iter().position(|(kind, _)| holes(kind, &example).is_some());
            assert_eq!(first, Some(at), "{typst}");
        }
    }
}

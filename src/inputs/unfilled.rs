//! Whether a file of a quarter was only opened: it has its keys, and nobody has written anything after them. Such a file is
//! not a return yet, and the unit it is of has not handed in. Not for what is blank in a return that was begun
//! ([`crate::validate::figures`]).
//!
//! The state comes from the content, never from a mark somebody has to take away: the first figure or the first word makes the
//! file a return. Whatever is not surely blank counts as written, so that nothing is passed over.

use crate::model::returns::Reported;

/// Keys that stand in a file before anybody writes in it.
const HEAD: [&str; 4] = ["don_vi", "ky", "chot_den", "minh_hoa"];

/// Whether nothing is written below the head of a file: there are keys, and each is empty or waits to be confirmed.
#[must_use]
pub(crate) fn unfilled(text: &str) -> bool {
    let mut waiting = false;
    for line in text.lines() {
        match state(line) {
            LineState::Apart => {}
            LineState::Waits => waiting = true,
            LineState::Written => return false,
        }
    }
    waiting
}

/// What a line says of its file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineState {
    /// Nothing: a comment, a blank line, a key of the head.
    Apart,
    /// A key waits for its value.
    Waits,
    /// Something is written, or it cannot be told.
    Written,
}

fn state(line: &str) -> LineState {
    let own = line.trim();
    if own.is_empty() || own.starts_with('#') {
        return LineState::Apart;
    }
    let Some((key, rest)) = own.split_once(':').filter(|(key, _)| is_key(key)) else {
        return LineState::Written;
    };
    if !line.starts_with(' ') && HEAD.contains(&key) {
        return LineState::Apart;
    }
    let value = rest.split_once(" #").map_or(rest, |(value, _)| value).trim();
    match value {
        "{ so: null, ngay: null }" => LineState::Apart,
        "" | "null" | "~" => LineState::Waits,
        _ if is_carried(value) => LineState::Waits,
        _ => LineState::Written,
    }
}

/// `{ cho_xac_nhan: 4921, nguon: Công an xã }`: a value of the period before.
fn is_carried(value: &str) -> bool {
    let inner = value.strip_prefix('{').map(str::trim_start);
    let after = inner.and_then(|inner| inner.strip_prefix(Reported::CARRIED));
    after.is_some_and(|after| after.starts_with(':')) && !value.contains("gia_tri")
}

fn is_key(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::unfilled;

    const OPENED: &str = "# đầu\ndon_vi: lat\nky: 2025-Q1\nchot_den:   # ngày\nvan_ban: { so: null, ngay: null }\n\nso_lieu:\n  dan_so: { cho_xac_nhan: 4921, nguon: \"Công an xã\" }   # Dân số\n  buoi:   # Số buổi; kỳ trước: 7\n\ntinh_hinh:   # đặc điểm\nnhiem_vu:\n  nhan_thuc:\n";

    #[test]
    fn a_file_that_was_only_opened_waits() {
        assert!(unfilled(OPENED));
        assert!(unfilled(&OPENED.replace("chot_den:", "chot_den: 2025-03-14")));
        assert!(unfilled(&OPENED.replace("buoi:", "buoi: null")));
        assert!(unfilled(&OPENED.replace('\n', "\r\n")));
    }

    #[test]
    fn the_first_figure_or_word_makes_it_a_return() {
        for (from, to) in [
            ("buoi:", "buoi: 0"),
            ("cho_xac_nhan", "gia_tri"),
            ("tinh_hinh:", "tinh_hinh: Xã vùng sâu."),
            ("  nhan_thuc:\n", "  nhan_thuc: |\n    Đã học tập.\n"),
            ("so: null", "so: 5"),
            ("  buoi:", "  - buoi:"),
            ("  buoi:", "  Buoi chieu:"),
        ] {
            assert!(!unfilled(&OPENED.replace(from, to)), "{to}");
        }
    }

    #[test]
    fn a_file_without_keys_to_fill_is_none_that_was_opened() {
        assert!(!unfilled(""));
        let head = "ky: 2025-Q1\nchot_den: 2025-03-14\nvan_ban: { so: null, ngay: null }\n";
        assert!(!unfilled(head));
    }
}

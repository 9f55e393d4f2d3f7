//! What a spreadsheet's cell leaves behind when it is pasted where a number belongs: error messages, formulas, dates
//! it made of numbers, marks for an empty cell, letters for digits. Not for ways to write a number
//! ([`super::number`]).

use super::slip::Slip;
use super::written_number::{Wanted, plain_hint, typed, write};
use crate::vietnamese::lookalike::as_seen;
use crate::vietnamese::nearest::fold;

/// What to do about a cell without a number.
const NOTHING: &str = "chưa có số liệu thì xóa cả dòng hoặc viết null; không phát sinh thì viết khong-phat-sinh; bằng không thì viết 0";

/// What is wrong with `text`, if a cell left it.
#[must_use]
pub(crate) fn explain(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    message(text)
        .or_else(|| nothing(text))
        .or_else(|| quoted(text, wanted))
        .or_else(|| date(text))
        .or_else(|| share(text, wanted))
        .or_else(|| answer(text, wanted))
        .or_else(|| letters(text, wanted))
}

/// An empty cell, or what people put there instead.
fn nothing(text: &str) -> Option<Slip> {
    const WORDS: [&str; 16] = [
        "na",
        "kcs",
        "chuaco",
        "chuacosolieu",
        "khongcosolieu",
        "khongcodulieu",
        "chuatonghop",
        "chuabaocao",
        "trong",
        "khongro",
        "chuaro",
        "chua",
        "none",
        "null",
        "khongco",
        "k",
    ];
    if fold(text) == "khongphatsinh" {
        return Some(Slip::new(
            "viết chưa đúng mẫu",
            "viết không dấu, có gạch nối: khong-phat-sinh",
        ));
    }
    if text.is_empty() {
        return Some(Slip::new("để trống, không có chữ số nào", NOTHING));
    }
    if text.eq_ignore_ascii_case("x") || matches!(text, "✓" | "✔" | "v" | "V") {
        return Some(Slip::new("là dấu đánh dấu, không phải số", NOTHING));
    }
    let marks =
        text.chars().all(|c| !c.is_alphanumeric() && !"#%".contains(c)) && text.chars().count() < 6;
    (marks || WORDS.contains(&fold(text).as_str()))
        .then(|| Slip::new("là cách ghi ô trống, không phải số", NOTHING))
}

/// `#REF!`, `=SUM(A1)`, `NaN`.
fn message(text: &str) -> Option<Slip> {
    let upper = text.to_ascii_uppercase();
    if is_error(&upper) {
        let hint =
            "sửa công thức ở bảng tính rồi gõ con số của ô đó; chưa có số liệu thì để trống (null)";
        return Some(Slip::new("là mã lỗi của bảng tính, không phải số", hint));
    }
    if text.starts_with(['=', '@']) {
        return Some(Slip::new(
            "là công thức của bảng tính, không phải giá trị",
            "gõ con số mà công thức cho ra, ví dụ 4921",
        ));
    }
    let not_a_number = matches!(
        upper.trim_start_matches(['.', '-', '+']),
        "NAN" | "INF" | "INFINITY" | "-NAN(IND)"
    );
    not_a_number
        .then(|| Slip::new("không phải số: bảng tính cho ra khi chia cho 0 hoặc ô trống", NOTHING))
}

/// Whether a text is one of the messages a spreadsheet shows instead of a number.
#[must_use]
pub(crate) fn is_error(text: &str) -> bool {
    const ERRORS: [&str; 9] = [
        "#REF!",
        "#DIV/0!",
        "#N/A",
        "#VALUE!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#SPILL!",
        "#GETTING_DATA",
    ];
    let hashes = text.len() > 2 && text.bytes().all(|b| b == b'#');
    hashes
        || ERRORS.iter().any(|error| text.eq_ignore_ascii_case(error))
        || text.starts_with("ERR:")
}

/// `'4921`: the mark that makes a cell text.
fn quoted(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    let marks = ['\'', '’', '‘', '"', '“', '”', '`', '´'];
    let inner = text.trim_matches(marks).trim();
    (inner.len() < text.len() && typed(inner, wanted).is_some())
        .then(|| Slip::new("có dấu nháy đi kèm số", write(inner, wanted)))
}

/// A date a spreadsheet made of `9-10`.
fn date(text: &str) -> Option<Slip> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let day = text.split(' ').next().unwrap_or_default();
    let day = day
        .split_once('T')
        .map_or(day, |(day, clock)| if clock.contains(':') { day } else { text });
    let parts: Vec<&str> = day.split(['-', '/']).collect();
    let digits = |part: &&str| {
        !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())
    };
    let month = |part: &&str| {
        let small = part.to_lowercase();
        MONTHS.iter().any(|name| small.starts_with(name)) || small.starts_with("thg")
    };
    let numbers = parts.iter().all(digits);
    let four = parts.iter().filter(|part| part.len() == 4).count();
    let is_date = match parts.len() {
        3 => (numbers && four == 1) || parts.iter().any(month) || numbers && day.contains('/'),
        2 => parts.iter().any(month) && parts.iter().any(digits),
        _ => false,
    };
    let hint = "gõ lại con số; ở bảng tính, đặt kiểu cột là Văn bản (Text) trước khi nhập";
    is_date.then(|| {
        Slip::new("là ngày tháng: bảng tính hay tự đổi những số như 9-10 thành ngày", hint)
    })
}

/// A percentage.
fn share(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    let share =
        text.strip_suffix(['%', '％', '‰']).map(str::trim).filter(|share| !share.is_empty())?;
    if wanted.measure == "%" || wanted.measure.is_empty() {
        return Some(Slip::new("có dấu %", format!("bỏ dấu %: {}", write(share, wanted))));
    }
    let hint = format!("tỷ lệ {share}% do chương trình tính; ghi số {} ở đây", wanted.measure);
    Some(Slip::new("là tỷ lệ phần trăm", hint))
}

/// Yes or no where a number belongs.
fn answer(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    const WORDS: [&str; 12] =
        ["co", "khong", "ko", "yes", "no", "on", "off", "true", "false", "dat", "y", "n"];
    let answer = WORDS.contains(&fold(text).as_str());
    let measure = if wanted.measure.is_empty() { "đếm được" } else { wanted.measure };
    let hint = format!("ghi số {measure}, ví dụ 0 hoặc 4921; chưa có số liệu thì để trống (null)");
    answer.then(|| Slip::new("là câu trả lời có hoặc không, còn ở đây cần một con số", hint))
}

/// Letters that look like digits, and digits of other scripts.
fn letters(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    let seen: String = as_seen(text).chars().map(|c| other_digit(c).unwrap_or(c)).collect();
    if seen != text && typed(&seen, wanted).is_some() {
        return Some(Slip::new(
            "viết bằng chữ số kiểu khác (toàn khổ, Ả Rập …)",
            write(&seen, wanted),
        ));
    }
    let letter = |c: char| match c {
        'O' | 'o' => Some('0'),
        'l' | 'I' | 'i' | '|' => Some('1'),
        _ => None,
    };
    let at = seen.chars().position(|c| letter(c).is_some())?;
    let wrong = text.chars().nth(at)?;
    let meant: String = seen.chars().map(|c| letter(c).unwrap_or(c)).collect();
    let has_digit = seen.contains(|c: char| c.is_ascii_digit());
    let machine = seen.starts_with("0o");
    (has_digit && !machine && typed(&meant, wanted).is_some()).then(|| {
        let digit = seen.chars().nth(at).and_then(letter).unwrap_or(wrong);
        let why = format!("có chữ «{wrong}» ở chỗ của chữ số {digit}");
        Slip::new(why, write(&meant, wanted))
    })
}

/// The digit another script writes so.
fn other_digit(c: char) -> Option<char> {
    const ZEROS: [u32; 8] = [0x660, 0x6f0, 0x966, 0xe50, 0xed0, 0x17e0, 0xff10, 0x1040];
    let digit =
        ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|digit| *digit < 10));
    digit.and_then(|digit| char::from_digit(digit, 10))
}

/// What is said of an empty value behind which a comment hides what was meant.
#[must_use]
pub(crate) fn swallowed(rest: &str, wanted: Wanted<'_>) -> Option<Slip> {
    let words = rest.trim();
    if let Some(number) =
        words.strip_prefix(['&', '!']).filter(|rest| typed(rest, wanted).is_some())
    {
        return Some(Slip::new(
            "không được đọc: dấu ở đầu có nghĩa riêng trong YAML",
            write(number, wanted),
        ));
    }
    let first = words.split_whitespace().next().unwrap_or_default();
    if is_error(first) {
        return message(first);
    }
    let number = first.strip_prefix('#').filter(|rest| typed(rest, wanted).is_some())?;
    let why = "không được đọc: sau dấu # là chú thích";
    Some(Slip::new(why, format!("{}, hoặc {}", write(number, wanted), plain_hint(wanted))))
}

//! More than a number where a number belongs: `khoảng 500`, `4921 người`, `1,25 tỷ`, `9-10`. Not for how the number
//! itself is written ([`super::number`]).

use super::slip::Slip;
use super::written_number::{Wanted, digits, plain_hint, typed, write};
use crate::model::exact::{Exact, power_of_ten};
use crate::model::number;
use crate::vietnamese::nearest::fold;
use crate::vietnamese::text::is_odd_space;

/// What is wrong with `text`, if it is more than a number.
#[must_use]
pub(crate) fn explain(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    several(text, wanted).or_else(|| measured(text, wanted))
}

/// `~500`, `khoảng 500`, `500 trở lên`.
#[must_use]
pub(crate) fn estimated(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    const MARKS: [&str; 9] = ["~", "≈", "±", ">=", "<=", ">", "<", "≥", "≤"];
    const WORDS: [&str; 16] = [
        "khoảng chừng",
        "khoảng",
        "gần",
        "hơn",
        "trên",
        "dưới",
        "ước đạt",
        "ước tính",
        "ước",
        "chừng",
        "cỡ",
        "độ",
        "xấp xỉ",
        "tầm",
        "ít nhất",
        "tối thiểu",
    ];
    let small = text.to_lowercase();
    let rest = MARKS.iter().chain(&WORDS).find_map(|mark| small.strip_prefix(mark));
    let rest = rest.or_else(|| {
        let end = ["+", "trở lên", "trở xuống"].iter().find_map(|end| small.strip_suffix(end));
        end.filter(|rest| digits(rest, wanted).is_some())
    })?;
    let end = rest.trim().find(|c: char| c.is_alphabetic()).unwrap_or(rest.trim().len());
    let number = typed(&rest.trim()[..end], wanted)?;
    let hint = if wanted.reported {
        format!("ghi con số và đánh dấu là số ước: {{ gia_tri: {number}, uoc: true }}")
    } else {
        format!("viết {number}")
    };
    Some(Slip::new("là con số ước chừng", hint))
}

/// `4921 người`, `1,25 tỷ`, `4921.`, `4921(1)`.
fn measured(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    let mark = |c: char| ".,'’_ ".contains(c) || is_odd_space(c);
    let end = text.find(|c: char| !c.is_ascii_digit() && !mark(c)).unwrap_or(text.len());
    let number = text[..end].trim_end_matches(mark);
    let rest = text[number.len()..].trim();
    digits(number, wanted)?;
    if !rest.contains(char::is_alphabetic) {
        return Some(Slip::new(format!("có «{rest}» thừa sau số"), write(number, wanted)));
    }
    let why = format!("có chữ «{rest}» sau số");
    if fold(rest) == fold(wanted.measure) || wanted.measure.is_empty() {
        return Some(Slip::new(why, format!("chỉ ghi số: {}", write(number, wanted))));
    }
    let converted = in_measure(number, rest, wanted);
    let measure = wanted.measure;
    let hint = converted.map_or_else(
        || {
            format!(
                "số liệu này tính bằng {measure}: nếu đúng là số {measure} thì {}",
                write(number, wanted)
            )
        },
        |number| format!("đổi ra {measure}, chỉ ghi số: {number}"),
    );
    Some(Slip::new(why, hint))
}

/// `1,25 tỷ` in millions is 1250.
fn in_measure(number: &str, unit: &str, wanted: Wanted<'_>) -> Option<String> {
    let typed = typed(number, Wanted { decimals: 9, ..wanted })?;
    let (from, to) = (thousands(unit)?, thousands(wanted.measure).unwrap_or(0));
    let value = number::parse_decimal(&typed)? * Exact::from_integer(power_of_ten(from))
        / Exact::from_integer(power_of_ten(to));
    let steps = value * Exact::from_integer(power_of_ten(wanted.decimals));
    let steps = steps.is_integer().then(|| i64::try_from(steps.to_integer()).ok())??;
    Some(number::typed(steps, wanted.decimals))
}

/// The power of ten a word stands for.
fn thousands(unit: &str) -> Option<u8> {
    let first = unit.split_whitespace().next().unwrap_or_default().to_lowercase();
    let known = [
        ("tỷ", 9),
        ("tỉ", 9),
        ("triệu", 6),
        ("tr", 6),
        ("vạn", 4),
        ("nghìn", 3),
        ("ngàn", 3),
        ("trăm", 2),
        ("đồng", 0),
        ("đ", 0),
        ("vnđ", 0),
        ("vnd", 0),
    ];
    known.into_iter().find(|(word, _)| *word == first).map(|(_, power)| power)
}

/// Two numbers, or a sum, where one belongs.
fn several(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    let parts: Vec<&str> = text
        .split(['-', '–', '—', '/', '+', '*', ' ', '=', ';'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let word = |part: &&str| matches!(*part, "từ" | "đến" | "và" | "x");
    let numbers: Vec<&str> = parts.iter().copied().filter(|part| !word(part)).collect();
    if numbers.len() < 2 || !numbers.iter().all(|part| digits(part, wanted).is_some()) {
        return None;
    }
    let last = numbers.last().and_then(|number| typed(number, wanted));
    let one = plain_hint(wanted);
    Some(if text.contains(['+', '*', '=']) {
        Slip::new("là một phép tính", format!("ghi kết quả của phép tính: {one}"))
    } else if text.contains('/') {
        Slip::new(
            "là hai số, tử số và mẫu số",
            "ghi mỗi số ở dòng của nó; tỷ lệ do chương trình tính",
        )
    } else if text.contains(['-', '–', '—']) || text.contains("đến") {
        let estimate = last.filter(|_| wanted.reported).map_or(String::new(), |number| {
            format!("; nếu là số ước chừng: {{ gia_tri: {number}, uoc: true }}")
        });
        Slip::new("là một khoảng, không phải một số", format!("ghi một số{estimate}"))
    } else {
        let joined = typed(&numbers.concat(), wanted).unwrap_or(one);
        Slip::new(
            "có dấu cách giữa các chữ số",
            format!("nếu là một số thì viết liền: {joined}; nếu là hai số, mỗi dòng ghi một số"),
        )
    })
}

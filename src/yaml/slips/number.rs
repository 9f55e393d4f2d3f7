//! What a clerk typed or pasted where a number belongs, and what to type instead. Not for what is left of a
//! spreadsheet's cell ([`super::cell`]) or stands beside the number ([`super::amount`]), and not for whether
//! a number can be right ([`crate::validate`]).

use super::slip::Slip;
use super::written_number::{Wanted, digits, plain_hint, typed, write};
use super::{amount, cell};
use crate::model::exact::{Exact, power_of_ten};
use crate::model::number;
use crate::vietnamese::text::{is_hidden, is_odd_space};

/// What is wrong with `text`, which is not the number wanted.
#[must_use]
pub(crate) fn explain(text: &str, wanted: Wanted<'_>) -> Slip {
    let seen: String = text.chars().filter(|c| !is_hidden(*c)).collect();
    let seen = seen.trim();
    if seen.len() != text.len() && seen.contains(|c: char| c.is_ascii_digit()) {
        return unseen(text, seen, wanted);
    }
    cell::explain(seen, wanted)
        .or_else(|| signed(seen, wanted))
        .or_else(|| amount::estimated(seen, wanted))
        .or_else(|| machine_written(seen, wanted))
        .or_else(|| grouped(seen, wanted))
        .or_else(|| amount::explain(seen, wanted))
        .unwrap_or_else(|| unknown(seen, wanted))
}

/// Characters nobody sees, or spaces inside quotation marks.
fn unseen(text: &str, seen: &str, wanted: Wanted<'_>) -> Slip {
    let why = text.chars().find(|c| is_hidden(*c)).map_or_else(
        || "có dấu cách thừa trong ngoặc kép".to_owned(),
        |c| format!("có ký tự ẩn U+{:04X} mà mắt không thấy", u32::from(c)),
    );
    Slip::new(why, format!("gõ lại, đừng dán: {}", write(seen, wanted)))
}

fn signed(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    let negative = text.strip_prefix(['-', '−', '–']).map(str::trim);
    let negative =
        negative.or_else(|| text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')));
    if negative.is_some_and(|rest| digits(rest, wanted).is_some()) {
        let hint = if wanted.reported {
            "số liệu báo cáo không âm: ghi số hiện có, không ghi số tăng giảm; dấu gạch thay cho ô trống thì bỏ cả dòng"
        } else {
            "viết số không âm"
        };
        return Some(Slip::new("là số âm", hint));
    }
    let positive = text.strip_prefix('+').filter(|rest| digits(rest.trim(), wanted).is_some())?;
    Some(Slip::new("có dấu + phía trước", write(positive, wanted)))
}

/// What machines write: `1e3`, `0x10`, `007`, `12:30`.
fn machine_written(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    if let Some(number) = power(text) {
        let hint = typed(&number, wanted)
            .map_or_else(|| plain_hint(wanted), |number| format!("viết đủ chữ số: {number}"));
        return Some(Slip::new("viết theo lũy thừa của 10, như bảng tính viết số dài", hint));
    }
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if text.split_once(['e', 'E']).is_some_and(|(head, tail)| digits(head) && digits(tail)) {
        let why = "viết theo lũy thừa của 10, lớn bất thường";
        return Some(Slip::new(why, format!("xem lại ô của bảng tính; {}", plain_hint(wanted))));
    }
    let small = text.to_ascii_lowercase();
    let radix = [("0x", 16), ("0o", 8), ("0b", 2)]
        .into_iter()
        .find_map(|(start, radix)| i64::from_str_radix(small.strip_prefix(start)?, radix).ok());
    if let Some(number) = radix {
        return Some(Slip::new(
            "viết theo hệ đếm của máy tính",
            format!("viết theo hệ thập phân: {number}"),
        ));
    }
    if text.len() > 1 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit()) {
        let hint = format!("nếu là số đếm thì {}", write(text, wanted));
        return Some(Slip::new("bắt đầu bằng số 0, như mã, ngày tháng hoặc số điện thoại", hint));
    }
    let clock =
        text.split(':').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()));
    (text.contains(':') && clock)
        .then(|| Slip::new("là giờ phút", format!("gõ lại con số: {}", plain_hint(wanted))))
}

/// A number such as `4.921E+03` written out, if it is whole.
fn power(text: &str) -> Option<String> {
    let (head, tail) = text.split_once(['e', 'E'])?;
    let places: usize = tail.trim_start_matches('+').parse().ok().filter(|places| *places < 16)?;
    let head = number::parse_decimal(&head.replace(',', "."))?;
    let value = head * Exact::from_integer(power_of_ten(u8::try_from(places).ok()?));
    value.is_integer().then(|| value.to_integer().to_string())
}

/// Thousands parted by dots, commas, spaces; decimals where none are.
fn grouped(text: &str, wanted: Wanted<'_>) -> Option<Slip> {
    let (_, fraction) = digits(text, wanted)?;
    let Some(number) = typed(text, wanted) else { return Some(too_fine(text, &fraction, wanted)) };
    if text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Slip::new("lớn bất thường", "kiểm tra có dán thừa chữ số không"));
    }
    if !fraction.is_empty() {
        let why = if wanted.decimals == 0 {
            "có phần lẻ bằng 0"
        } else {
            "viết phần lẻ sau dấu phẩy hoặc có dấu ngăn hàng nghìn"
        };
        let hint = if wanted.decimals == 0 {
            "viết số nguyên"
        } else {
            "viết liền, phần lẻ sau dấu chấm"
        };
        return Some(Slip::new(why, format!("{hint}: {number}")));
    }
    let mark = text.chars().find(|c| !c.is_ascii_digit())?;
    let why = match mark {
        '.' if number::parse_decimal(text).is_some() && wanted.decimals == 0 => {
            format!("được đọc là {}, không phải số nguyên", text.replace('.', ","))
        }
        '.' => "có dấu chấm ngăn hàng nghìn".to_owned(),
        ',' => "có dấu phẩy ngăn hàng nghìn".to_owned(),
        ' ' => "có dấu cách ngăn hàng nghìn".to_owned(),
        '_' => "có dấu gạch dưới ngăn hàng nghìn".to_owned(),
        c if is_odd_space(c) => {
            format!("có dấu cách đặc biệt (U+{:04X}) ngăn hàng nghìn", u32::from(c))
        }
        _ => "có dấu nháy ngăn hàng nghìn".to_owned(),
    };
    Some(Slip::new(why, format!("viết liền, không dấu ngăn hàng nghìn: {number}")))
}

fn too_fine(text: &str, fraction: &str, wanted: Wanted<'_>) -> Slip {
    let read = text.trim().replace('.', ",");
    if wanted.decimals > 0 {
        let why = format!("có {} chữ số lẻ, nhiều nhất được {}", fraction.len(), wanted.decimals);
        return Slip::new(
            why,
            format!(
                "làm tròn; phần lẻ (nhiều nhất {} chữ số) sau dấu chấm: 1250.5",
                wanted.decimals
            ),
        );
    }
    let why = if text.contains(',') {
        "có phần lẻ, không phải số nguyên".to_owned()
    } else {
        format!("được đọc là {read}, không phải số nguyên")
    };
    let measure = if wanted.measure.is_empty() { "đếm được" } else { wanted.measure };
    Slip::new(
        why,
        format!("ghi số {measure}, là số nguyên; nếu {read} là tỷ lệ thì bỏ: chương trình tự tính"),
    )
}

fn unknown(text: &str, wanted: Wanted<'_>) -> Slip {
    const WORDS: &str = "một hai ba bốn tư năm lăm sáu bảy bẩy tám chín mười mươi mốt trăm nghìn ngàn vạn triệu linh lẻ";
    let words = text.to_lowercase();
    let in_words = words
        .split_whitespace()
        .next()
        .is_some_and(|first| WORDS.split(' ').any(|word| word == first));
    let why = match (in_words, wanted.decimals) {
        (true, _) => "viết bằng chữ, không phải chữ số",
        (_, 0) => "không phải số nguyên",
        _ => "không phải một số",
    };
    Slip::new(why, plain_hint(wanted))
}

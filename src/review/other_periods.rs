//! V21: a text that speaks of another period as of now: its sentence opens with a time the report has not come to, or with
//! the same time of another year. Plans, and times compared with, are named in other ways.

use super::copies::own_return;
use super::mentions::{TextSentence, sentences_of};
use super::prose::tokens::{Token, TokenKind};
use crate::diagnostic::{Code, Finding};
use crate::model::keyed_texts::{KeyedText, keyed, keyed_of_return};
use crate::model::period::Period;
use crate::report::context::ReportContext;
use crate::report::document::period_view;

/// What may stand before the time where a sentence is about it.
const OPENERS: [&str; 24] = [
    "trong", "đến", "hết", "tính", "qua", "kết", "quả", "thực", "hiện", "công", "tác", "tình",
    "hình", "nhìn", "chung", "hoạt", "động", "nổi", "bật", "về", "của", "tổng", "thúc", "cuối",
];
/// Words of what is still to come.
const AHEAD: [&str; 14] = [
    "sẽ", "phấn", "dự", "tới", "sắp", "cần", "chuẩn", "chưa", "đề", "mục", "tiếp", "trước", "lộ",
    "tập",
];
/// Words that go on after a year rather than after a number of things.
const DONE: [&str; 6] = ["có", "đã", "đạt", "không", "toàn", "của"];
/// Words that hold now against then.
const COMPARED: [&str; 6] = ["nay", "này", "so", "cùng", "trước", "ngoái"];

/// A time a sentence opens with: its last quarter, the year if it is written, and its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Time {
    quarter: u8,
    year: Option<u32>,
    from: usize,
    to: usize,
}

/// What a report's texts say of another time as of now; nothing at the end of a phase, which has many.
#[must_use]
pub(super) fn check(context: &ReportContext<'_>) -> Vec<Finding> {
    if context.closing.is_some() || context.reminder.is_some() {
        return Vec::new();
    }
    let texts = own_return(context).map_or_else(|| keyed(context.narrative), keyed_of_return);
    let now = texts.iter().filter(|one| !one.looks_ahead());
    now.flat_map(|one| {
        let wrong = |sentence| wrong(context, one, &sentence);
        sentences_of(one.text, names_a_time).filter_map(wrong).collect::<Vec<_>>()
    })
    .collect()
}

fn names_a_time(sentence: &str) -> bool {
    ["uý ", "tháng", "ả năm"].iter().any(|time| sentence.contains(time))
}

fn wrong(
    context: &ReportContext<'_>,
    one: &KeyedText<'_>,
    sentence: &TextSentence<'_>,
) -> Option<Finding> {
    let time = opening(sentence)?;
    if !is_another(time, sentence, context.period()) {
        return None;
    }
    let (words, place) = sentence.typed(time.from, time.to);
    let name = period_view(context).ten;
    let message =
        format!("lời văn «{}» nói «{words}» như nói về kỳ này, báo cáo là của {name}", one.key);
    let finding = Finding::new(Code::SpeaksOfAnother, message).value(words).at_maybe(place);
    let what_to_do = "nếu còn sót từ báo cáo của kỳ khác, sửa lại cho đúng kỳ này";
    Some(finding.unless_acknowledged(&one.key, what_to_do))
}

/// Whether a time is later than the report's, or the same of another year, and nothing says that this is meant.
fn is_another(time: Time, sentence: &TextSentence<'_>, now: Period) -> bool {
    let own_year = u32::from(now.year());
    let year = time.year.unwrap_or(own_year);
    let later = (year, time.quarter) > (own_year, now.quarter());
    let same_of_another = year < own_year && time.quarter == now.quarter();
    (later && !sentence.any(&AHEAD)) || (same_of_another && !sentence.any(&COMPARED))
}

/// The time a sentence opens with.
fn opening(sentence: &TextSentence<'_>) -> Option<Time> {
    let opener = |at: &usize| OPENERS.contains(&sentence.tokens[*at].lower.as_str());
    let from = (0..sentence.tokens.len()).find(|at| !opener(at))?;
    quarter(sentence, from)
        .or_else(|| months(sentence, from))
        .or_else(|| whole_year(sentence, from))
}

/// `quý IV`, `quý IV năm 2024`, `quý IV/2024`.
fn quarter(sentence: &TextSentence<'_>, from: usize) -> Option<Time> {
    let token = sentence.tokens.get(from + 1).filter(|_| word(sentence, from, "quý"))?;
    let named = ["i", "ii", "iii", "iv"].iter().position(|roman| token.lower == *roman);
    let numbered = sentence.number(from + 1).filter(|number| (1..=4).contains(number));
    let quarter = named.map_or(numbered, |at| u32::try_from(at + 1).ok())?;
    Some(dated(sentence, u8::try_from(quarter).ok()?, from, from + 2))
}

/// `9 tháng`, `sáu tháng đầu năm 2024`; `6 tháng cuối năm` is no such time.
fn months(sentence: &TextSentence<'_>, from: usize) -> Option<Time> {
    let lower = sentence.tokens.get(from)?.lower.as_str();
    let quarter = match lower {
        "3" | "03" | "ba" => 1,
        "6" | "06" | "sáu" => 2,
        "9" | "09" | "chín" => 3,
        "12" => 4,
        "mười" if word(sentence, from + 1, "hai") => 4,
        _ => return None,
    };
    let months = if lower == "mười" { from + 2 } else { from + 1 };
    let first = word(sentence, months + 1, "đầu") && word(sentence, months + 2, "năm");
    let behind = if first { months + 2 } else { months + 1 };
    let alone = sentence.tokens.get(behind).is_none_or(Token::is_mark);
    let with_year = word(sentence, behind, "năm") || word(sentence, behind, "qua");
    (word(sentence, months, "tháng") && (first || alone || with_year))
        .then(|| dated(sentence, quarter, from, behind))
}

/// `cả năm`, `cả năm 2024`; `cả năm thôn` are five hamlets.
fn whole_year(sentence: &TextSentence<'_>, from: usize) -> Option<Time> {
    let a_year = |next: &Token<'_>| next.kind != TokenKind::Word || DONE.contains(&&*next.lower);
    let whole = word(sentence, from, "cả")
        && word(sentence, from + 1, "năm")
        && sentence.tokens.get(from + 2).is_none_or(a_year);
    whole.then(|| dated(sentence, 4, from, from + 1))
}

/// A time with the year behind it: `năm 2024`, `/2024`.
fn dated(sentence: &TextSentence<'_>, quarter: u8, from: usize, behind: usize) -> Time {
    let named = word(sentence, behind, "năm") || sentence.mark(behind, "/");
    let year = sentence.number(behind + 1).filter(|year| named && *year >= 1000);
    let in_words = word(sentence, behind, "năm") && behind < sentence.tokens.len();
    let to = behind + if year.is_some() { 2 } else { usize::from(in_words) };
    Time { quarter, year, from, to }
}

fn word(sentence: &TextSentence<'_>, at: usize, word: &str) -> bool {
    sentence.tokens.get(at).is_some_and(|token| token.lower == word)
}

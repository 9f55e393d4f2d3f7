//! Rules about "(Kèm theo …)": it names type, day and body as the head does. Not for number and symbol, nor for whether it
//! is there ([`super::appendix`]).

use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use regex::Regex;

use super::inspector::Inspector;
use super::number_date::{ZEROS, slip};
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::appendix::AppendixHead;
use crate::inspect::parts::component::with_usual_marks;
use crate::inspect::parts::date_line::named_day;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::{TextLine, text_of_lines};
use crate::pattern::pattern;

static TYPE: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^\(kèm theo\s+(.+?)\s+số"));
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)ngày\s+(\d{1,2})(?:/|\s+tháng\s+)(\d{1,2})(?:/|\s+năm\s+)(\d{4})")
});

/// Holds the line against the head.
pub(crate) fn check(
    parts: &DocumentParts,
    appendix: &AppendixHead,
    line: &TextLine,
    inspector: &mut Inspector<'_>,
) {
    let text = with_usual_marks(&text_of_lines(&appendix.attached));
    let wrong = [
        other_type(parts, &text),
        other_day(parts, &text),
        misspelt_day(&text),
        other_body(parts, &text),
    ];
    for (measured, expected) in wrong.into_iter().flatten() {
        inspector.note_line(Rule::AppendixAttachment, line, measured, expected);
    }
}

type Fault = (String, String);

fn other_type(parts: &DocumentParts, text: &str) -> Option<Fault> {
    let kind = parts.head.kind.as_ref().map(|_| &parts.head.kind_name)?;
    let named = TYPE.captures(text)?[1].to_uppercase();
    let differs = !named.starts_with(kind);
    differs.then(|| {
        ("khác tên loại văn bản".to_owned(), format!("«(Kèm theo {} số …»", kind.to_lowercase()))
    })
}

fn other_day(parts: &DocumentParts, text: &str) -> Option<Fault> {
    let day = named_day(&parts.head.date.as_ref()?.text())?;
    let printed = DATE.captures(text)?;
    let number = |at: usize| printed[at].parse::<u32>().ok();
    let year = printed[3].parse().ok()?;
    let named = NaiveDate::from_ymd_opt(year, number(2)?, number(1)?);
    let blank = !parts.head.date.as_ref()?.text().contains(&day.day().to_string());
    let differs = named != Some(day) && !blank;
    differs.then(|| ("khác ngày của văn bản".to_owned(), "ngày như ở đầu văn bản".to_owned()))
}

fn misspelt_day(text: &str) -> Option<Fault> {
    let printed = DATE.captures(text)?;
    Some((slip(&printed[1], &printed[2], &printed[3])?, ZEROS.to_owned()))
}

/// The body is held against the head as far as both name it: a place may be left away.
fn other_body(parts: &DocumentParts, text: &str) -> Option<Fault> {
    let issuing = with_usual_marks(&text_of_lines(&parts.head.issuing)).to_uppercase();
    let (text, mut words) = (text.to_uppercase(), issuing.splitn(3, ' '));
    let kind = [words.next()?, words.next()?].join(" ");
    let own = words.next()?;
    let after = text.split(&format!(" {kind}")).nth(1)?.trim_matches([' ', ')']);
    let differs = !after.starts_with(own) && !own.starts_with(after) && !issuing.contains('-');
    differs.then(|| {
        ("khác tên cơ quan ban hành".to_owned(), "tên cơ quan như ở đầu văn bản".to_owned())
    })
}

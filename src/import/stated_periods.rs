//! Periods and dates that texts of a table state: «quý II năm 2024», «9 tháng đầu năm», «tính đến ngày 14/6/2024». Not
//! for what a table may not say ([`super::surroundings`]).

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use crate::model::period::Period;

/// What part of a year a text speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum YearPart {
    /// One quarter.
    Quarter(u8),
    /// So many months from January.
    Months(u8),
    /// One month.
    Month(u8),
    /// The year.
    Whole,
}

/// A period a text states, with its year if it names one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StatedPeriod {
    /// The words.
    pub(crate) words: String,
    /// Which part.
    pub(crate) part: YearPart,
    /// Of which year.
    pub(crate) year: Option<u16>,
}

impl StatedPeriod {
    /// Whether a report of `period` may speak so of itself.
    #[must_use]
    pub(crate) fn is(&self, period: Period) -> bool {
        let quarter = period.quarter();
        let part = match self.part {
            YearPart::Quarter(stated) => stated == quarter,
            YearPart::Months(stated) => stated == quarter * 3,
            YearPart::Month(stated) => stated.div_ceil(3) == quarter,
            YearPart::Whole => true,
        };
        part && self.year.is_none_or(|year| year == period.year())
    }
}

static PERIOD: LazyLock<Regex> = LazyLock::new(|| {
    let part = r"quý\s*(?P<roman>iv|i{1,3})\b|quý\s*(?P<quarter>0?[1-4])\b|(?P<half>sáu|chín)\s+tháng|(?P<months>0?[369]|12)\s+tháng|tháng\s+(?P<month>1[0-2]|0?[1-9])\b";
    let year = r"(?:\s*(?:đầu|của|cuối))?(?:[\s,]*(?:năm|/|-|–)\s*(?P<year>20\d\d))?";
    let alone = r"(?:^|[^\p{L}\d])năm\s+(?P<alone>20\d\d)\b";
    Regex::new(&format!("(?i)(?:(?:{part}){year}|{alone})")).expect("a good expression")
});
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let date = r"(?:ngày\s*)?(?P<day>\d{1,2})\s*(?:/|-|\.|tháng)\s*(?P<month>\d{1,2})\s*(?:/|-|\.|năm)\s*(?P<year>20\d\d)";
    let until = r"(?P<until>(?:đến|tới|chốt|thời điểm)\s*(?:hết\s*)?)?";
    Regex::new(&format!("(?i){until}{date}")).expect("a good expression")
});
/// What makes a year one of another paper, of a plan, or of a span.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    let words = r"kế hoạch số|chỉ thị|nghị quyết|quyết định|thông tư|nghị định|hướng dẫn|công văn|giai đoạn|nhiệm kỳ|mục tiêu|đến năm|từ năm|20\d\d\s*[-–]\s*20\d\d";
    Regex::new(&format!("(?i)(?:{words})")).expect("a good expression")
});

/// Every period a text states of itself.
#[must_use]
pub(crate) fn periods(text: &str) -> Vec<StatedPeriod> {
    let text = without_date(text);
    let bare_year_is_other = OTHER.is_match(&text);
    let found = PERIOD.captures_iter(&text).filter_map(|found| {
        let number = |name: &str| found.name(name)?.as_str().parse::<u16>().ok();
        let small = |name: &str| number(name).and_then(|number| u8::try_from(number).ok());
        let roman = |text: &str| match text.to_lowercase().as_str() {
            "iv" => 4,
            ones => u8::try_from(ones.len()).unwrap_or(0),
        };
        let half = |text: &str| if text.to_lowercase() == "sáu" { 6 } else { 9 };
        let part = (found.name("roman").map(|text| YearPart::Quarter(roman(text.as_str()))))
            .or_else(|| small("quarter").map(YearPart::Quarter))
            .or_else(|| found.name("half").map(|text| YearPart::Months(half(text.as_str()))))
            .or_else(|| small("months").map(YearPart::Months))
            .or_else(|| small("month").map(YearPart::Month))
            .unwrap_or(YearPart::Whole);
        let words = found[0].trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let whole = part == YearPart::Whole;
        let year = number("year").or_else(|| number("alone"));
        (!whole || !bare_year_is_other).then_some(StatedPeriod { words, part, year })
    });
    found.collect()
}

/// The date figures are of, if a text says up to when.
#[must_use]
pub(crate) fn as_of(text: &str) -> Option<NaiveDate> {
    DATE.captures_iter(text).find_map(|found| {
        found.name("until")?;
        let number = |name: &str| found.name(name)?.as_str().parse::<u32>().ok();
        let year = i32::try_from(number("year")?).ok()?;
        NaiveDate::from_ymd_opt(year, number("month")?, number("day")?)
    })
}

/// A text without its dates.
#[must_use]
pub(crate) fn without_date(text: &str) -> String {
    DATE.replace_all(text, " ").into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(text: &str) -> Vec<(YearPart, Option<u16>)> {
        periods(text).into_iter().map(|one| (one.part, one.year)).collect()
    }

    #[test]
    fn a_title_states_its_period() {
        for (text, part, year) in [
            ("TỔNG HỢP SỐ LIỆU QUÝ II NĂM 2024", YearPart::Quarter(2), Some(2024)),
            ("Quý 3/2024", YearPart::Quarter(3), Some(2024)),
            ("Quý IV", YearPart::Quarter(4), None),
            ("BIỂU SỐ LIỆU 9 THÁNG ĐẦU NĂM 2024", YearPart::Months(9), Some(2024)),
            ("6 tháng đầu năm", YearPart::Months(6), None),
            ("Báo cáo tháng 8 năm 2024", YearPart::Month(8), Some(2024)),
            ("Biểu tổng hợp năm 2023", YearPart::Whole, Some(2023)),
        ] {
            assert_eq!(stated(text), [(part, year)], "{text}");
        }
        for other in [
            "Thực hiện Chỉ thị số 25-CT/TW, ngày 25/10/2023",
            "giai đoạn 2021-2025",
            "Lạc Dương, ngày 17 tháng 10 năm 2024",
            "Kế hoạch số 5 năm 2023",
            "Quy mô dân số",
        ] {
            assert_eq!(stated(other), [], "{other}");
        }
    }

    #[test]
    fn a_title_states_up_to_when_figures_are() {
        let date = |text| as_of(text).map(|date| date.to_string());
        for text in [
            "(Số liệu tính đến ngày 14/6/2024)",
            "chốt đến 14-6-2024",
            "đến ngày 14 tháng 6 năm 2024",
        ] {
            assert_eq!(date(text).as_deref(), Some("2024-06-14"), "{text}");
        }
        assert_eq!(date("Lạc Dương, ngày 17 tháng 9 năm 2024"), None);
    }
}

//! Dates as Party documents write them: days below 10 and the months 1 and 2 get a leading zero, other months do
//! not (Hướng dẫn 05-HD/VPTW, cell 4). Not for parsing.

use super::date::PartialDate;

/// `05`, `12`: a day.
#[must_use]
pub(crate) fn day(day: u32) -> String {
    format!("{day:02}")
}

/// `01`, `02`, `3` … `12`: a month.
#[must_use]
pub(crate) fn month(month: u32) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

/// `26/02/2024`, or `01/2024` while the day is blank.
#[must_use]
pub(crate) fn short(date: PartialDate) -> String {
    let rest = format!("{}/{}", month(date.month), date.year);
    date.day.map_or_else(|| rest.clone(), |d| format!("{}/{rest}", day(d)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_two_months_get_a_zero() {
        let write = |text| short(PartialDate::parse(text).expect("a date"));
        assert_eq!(write("2024-02-05"), "05/02/2024");
        assert_eq!(write("2024-03-05"), "05/3/2024");
        assert_eq!(write("2024-10-12"), "12/10/2024");
        assert_eq!(write("2024-01"), "01/2024");
    }
}

//! Numbers typed as text: `15.260` is fifteen thousand in Vietnam and fifteen elsewhere. Which of the two a column means
//! is asked, never guessed. Not for numbers of a workbook, which have one value.

use super::footnotes::unmarked;
use super::request::NumberStyle;
use super::table::{CellContent, CellPosition, SourceTable};

/// What a text with dots or commas may mean, as a return would have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Readings {
    /// With a dot between thousands and a decimal comma.
    pub(crate) vietnamese: Option<String>,
    /// With a comma between thousands and a decimal dot.
    pub(crate) other: Option<String>,
}

impl Readings {
    /// Both readings of a text; none if it has no dot and no comma, or is no number at all.
    #[must_use]
    pub(crate) fn of(text: &str) -> Option<Self> {
        let text = unmarked(text);
        if !text.contains(['.', ',']) {
            return None;
        }
        let (vietnamese, other) = (number(text, '.', ','), number(text, ',', '.'));
        (vietnamese.is_some() || other.is_some()).then_some(Self { vietnamese, other })
    }

    /// Whether a decimal dot is all it can be.
    #[must_use]
    pub(crate) fn is_plain(&self) -> bool {
        self.vietnamese.is_none()
    }

    /// Both, for people: `15260 hay 15,26`.
    #[must_use]
    pub(crate) fn told(&self) -> String {
        let readings = [&self.vietnamese, &self.other].into_iter().flatten();
        readings.map(|reading| reading.replace('.', ",")).collect::<Vec<_>>().join(" hay ")
    }
}

/// A number whose thousands are parted by one mark and whose decimals follow the other, with a decimal dot.
fn number(text: &str, group: char, decimal: char) -> Option<String> {
    let (whole, decimals) = text.split_once(decimal).map_or((text, None), |(a, b)| (a, Some(b)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let groups: Vec<&str> = whole.split(group).collect();
    let grouped =
        groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|part| part.len() == 3);
    // 0.152 has no thousands.
    let zero = groups.len() > 1 && groups[0].starts_with('0');
    if !groups.iter().all(|part| digits(part)) || !grouped || zero || !decimals.is_none_or(digits) {
        return None;
    }
    let whole = groups.concat();
    let decimals = decimals.map(|decimals| decimals.trim_end_matches('0')).unwrap_or_default();
    Some(if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") })
}

/// How the texts of a column are read when the user says they are Vietnamese: so, if all of them can be.
#[must_use]
pub(crate) fn style(
    table: &SourceTable,
    column: u32,
    from: u32,
    wanted: NumberStyle,
) -> NumberStyle {
    let texts = table.cells().filter_map(|((row, other), cell): (CellPosition, _)| match cell {
        CellContent::Text(text) if other == column && row >= from => Readings::of(text),
        _ => None,
    });
    let agree = texts.into_iter().all(|readings| readings.vietnamese.is_some());
    if agree { wanted } else { NumberStyle::Plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_readings_it_can_have() {
        let readings = |text| {
            Readings::of(text)
                .map(|one| (one.vietnamese.unwrap_or_default(), one.other.unwrap_or_default()))
        };
        for (text, vietnamese, other) in [
            ("15.260", "15260", "15.26"),
            ("1.250,5", "1250.5", ""),
            ("152.500", "152500", "152.5"),
            ("1250,5", "1250.5", ""),
            ("1250.5", "", "1250.5"),
            ("35,699", "35.699", "35699"),
            ("1,250.5", "", "1250.5"),
            ("1.234.567 (1)", "1234567", ""),
            ("0.152", "", "0.152"),
            ("12,5", "12.5", ""),
        ] {
            assert_eq!(readings(text), Some((vietnamese.to_owned(), other.to_owned())), "{text}");
        }
        for none in ["6852", "abc", "9-10", "1.2.3", "", "96,5%"] {
            assert_eq!(readings(none), None, "{none}");
        }
    }
}

//! Measures and quotations as deviations word them, in Vietnamese. Not for what is measured.

use std::fmt::Write;

/// Longer words are cut short when quoted.
const QUOTED: usize = 48;

/// A measure the Vietnamese way, to a tenth.
pub(crate) fn number(value: f64) -> String {
    let text = format!("{:.1}", (value * 10.0).round() / 10.0 + 0.0);
    text.trim_end_matches(".0").replace('.', ",")
}

/// One measure, or from – to.
pub(crate) fn range(least: f64, most: f64) -> String {
    let mut text = number(least);
    if most > least {
        _ = write!(text, "–{}", number(most));
    }
    text
}

/// The words of a line, cut short at a space.
pub(crate) fn quoted(text: &str) -> String {
    if text.chars().count() <= QUOTED {
        return text.to_owned();
    }
    let cut: String = text.chars().take(QUOTED).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// How a text ends.
pub(crate) fn ending(text: &str) -> String {
    format!("kết thúc bằng «{}»", text.chars().last().unwrap_or(' '))
}

//! What a clerk meant by a line YAML cannot read that no change of signs makes readable: a pasted number with a sign YAML has
//! other uses for, words of another code page. Not for the syntax itself ([`crate::yaml::repairs`]).

use super::number::explain;
use super::written_number::Wanted;
use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::source::{SourceFile, Span};
use crate::vietnamese::legacy::suspect;

use std::sync::Arc;

/// Groups of figures.
const FIGURES: [&str; 2] = ["so_lieu", "doi_chieu"];
/// Keys of single numbers.
const NUMBERS: [&str; 7] = ["gia_tri", "so", "nhan", "nam", "tu", "den", "le"];
/// A figure with more words than these is a sentence.
const MOST_WORDS: usize = 3;

/// What is wrong with the line a syntax error was met on, if it is one of the common slips.
#[must_use]
pub(crate) fn explain_line(file: &Arc<SourceFile>, line: usize, unclosed: bool) -> Option<Finding> {
    let at = if unclosed { opening(file, line)? } else { Span::line(file, line) };
    misread(&at).or_else(|| signed(&at))
}

/// The line on which a quotation mark was opened that is not closed before `line`.
fn opening(file: &Arc<SourceFile>, line: usize) -> Option<Span> {
    let start = Span::line(file, line).range().end;
    let before = &file.text()[..start];
    let opens = |own: &str| {
        let value = parts(own).map_or(own.trim_start(), |(_, value)| value);
        value.starts_with(['\'', '"'])
            && value.chars().filter(|c| value.starts_with(*c)).count() % 2 == 1
    };
    let lines = before.lines().collect::<Vec<_>>();
    let number = lines.iter().rposition(|own| opens(own))?;
    Some(Span::line(file, number + 1))
}

/// Control characters that UTF-8 leaves when it is opened with a code page.
fn misread(line: &Span) -> Option<Finding> {
    if !line.text().contains(|c| ('\u{80}'..='\u{9f}').contains(&c)) {
        return None;
    }
    let found = suspect(line.text())?;
    let message = format!("chữ bằng bảng mã {}: «{}»", found.encoding.name(), shown(&found.typed));
    let hint =
        format!("{} Chép lại từ tệp gốc mở bằng mã UTF-8", did_you_mean(shown(&found.meant)));
    Some(Finding::new(Code::OldEncoding, message).at(line).hint(hint))
}

/// A text without the control characters a terminal would obey.
fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

/// What is wrong with the line, if it is a figure that no change makes readable.
#[must_use]
pub(crate) fn explain_figure(file: &Arc<SourceFile>, line: usize) -> Option<Finding> {
    number(&Span::line(file, line), |value| value.contains(char::is_alphabetic))
}

/// A figure that begins with a sign of YAML.
fn signed(line: &Span) -> Option<Finding> {
    number(line, |value| value.starts_with(|c: char| !c.is_alphanumeric()))
}

/// A figure that is wrong.
fn number(line: &Span, wrong: impl Fn(&str) -> bool) -> Option<Finding> {
    let (key, value) = parts(line.text())?;
    let at = Span::new(line.file(), line.range().end - value.len()..line.range().end);
    let value = value.trim_end();
    let words = value.split(' ').filter(|word| word.contains(char::is_alphabetic)).count();
    let braces = value.starts_with(['{', '[', '｛']);
    if !wrong(value) || braces || words > MOST_WORDS || !is_figure(key, line) {
        return None;
    }
    let slip = explain(value, Wanted { measure: "", decimals: 0, reported: true });
    let message = format!("tệp YAML sai cú pháp: «{value}» {}", slip.why);
    Some(Finding::new(Code::Syntax, message).at(&at).hint(slip.hint))
}

/// Whether a number belongs behind a key: below the figures of a return, or behind a key of numbers.
pub(crate) fn is_figure(key: &str, line: &Span) -> bool {
    let depth = |text: &str| text.len() - text.trim_start().len();
    let line = line.whole_line();
    let before = line.file().text()[..line.range().start].lines();
    let own = depth(line.text());
    let above = before.rev().find(|text| !text.trim().is_empty() && depth(text) < own);
    let group = above.map(|text| text.trim().trim_end_matches(':')).unwrap_or_default();
    FIGURES.contains(&group) || NUMBERS.contains(&key)
}

/// Key and value of a line.
fn parts(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.trim_start().trim_start_matches("- ").split_once(':')?;
    let value = value.strip_prefix([' ', '\t'])?.trim_start();
    (!key.contains(' ') && !value.is_empty()).then_some((key, value))
}

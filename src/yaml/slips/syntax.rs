//! What a clerk meant by a line YAML cannot read: a pasted number with a sign YAML has other uses for, a missing space, a
//! quotation mark that is not closed. Not for the syntax itself ([`crate::yaml::tree`]).

use super::number::explain;
use super::written_number::Wanted;
use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::source::{SourceFile, Span};
use crate::vietnamese::legacy::suspect;

use std::sync::Arc;

/// What is wrong with the line a syntax error was met on, if it is one of the common slips.
#[must_use]
pub(crate) fn explain_line(file: &Arc<SourceFile>, line: usize, unclosed: bool) -> Option<Finding> {
    let at = if unclosed { opening(file, line)? } else { Span::line(file, line) };
    misread(&at).or_else(|| value(&at)).or_else(|| no_space(&at))
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

/// A value that begins with a sign of YAML.
fn value(line: &Span) -> Option<Finding> {
    let (_, value) = parts(line.text())?;
    let sign = value.chars().next().filter(|c| !c.is_alphanumeric())?;
    let at = Span::new(line.file(), line.range().end - value.len()..line.range().end);
    let told = |message: String, hint: String| {
        let message = format!("tệp YAML sai cú pháp: {message}");
        Some(Finding::new(Code::Syntax, message).at(&at).hint(hint))
    };
    let value = value.trim_end();
    if value.contains(|c: char| c.is_ascii_digit()) || value.len() <= 5 {
        let slip = explain(value, Wanted { measure: "", decimals: 0, reported: true });
        return told(format!("«{value}» {}", slip.why), slip.hint);
    }
    if matches!(sign, '\'' | '"') {
        return None;
    }
    told(
        format!("giá trị bắt đầu bằng «{sign}», có nghĩa riêng trong YAML"),
        "bọc cả giá trị trong ngoặc kép \"…\"".to_owned(),
    )
}

/// `dan_so:4921`.
fn no_space(line: &Span) -> Option<Finding> {
    let text = line.text().trim();
    let (key, value) = text.trim_start_matches("- ").split_once(':')?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let meant = !key.is_empty()
        && key.chars().all(plain)
        && !value.is_empty()
        && !value.starts_with([' ', '/', ':']);
    meant.then(|| {
        Finding::new(Code::Syntax, "tệp YAML sai cú pháp: thiếu dấu cách sau dấu hai chấm")
            .at(line)
            .hint(format!("viết «{key}: {value}»"))
    })
}

/// Key and value of a line.
fn parts(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.trim_start().trim_start_matches("- ").split_once(':')?;
    let value = value.strip_prefix([' ', '\t'])?.trim_start();
    (!key.contains(' ') && !value.is_empty()).then_some((key, value))
}

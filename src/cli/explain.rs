//! `explain`: the page of a finding code, or where a number of a report comes from. Not for finding it out
//! ([`crate::trace`]).

use super::arguments::Explained;
use super::output;
use super::output::print;
use super::reporter::Reporter;
use super::trace::{NumberQuery, explain as trace};
use crate::diagnostic::render::Format;
use crate::diagnostic::{Code, did_you_mean};
use crate::trace::tell::tell;
use crate::vietnamese::nearest::nearest;

const HOW: &str = "Gõ «baocao explain» để xem mọi mã phát hiện; muốn biết một con số từ đâu ra, gõ hồ sơ, kỳ, đơn vị và mã số liệu hay
chỉ tiêu: baocao explain HỒ-SƠ KỲ ĐƠN-VỊ MÃ
";

/// Explains what the words ask for; the result is the exit code.
pub(super) fn explain(explained: &Explained) -> u8 {
    let format = Format::from(explained.format);
    let paths = explained.sources.paths();
    let kind = explained.kind.as_deref();
    let words: Vec<&str> = explained.words.iter().map(String::as_str).collect();
    let query = match words[..] {
        [] => return listed(),
        [code] => return page(code),
        [dossier, period, unit] => NumberQuery { dossier, period, unit, number: None, kind },
        [dossier, period, unit, number] => {
            NumberQuery { dossier, period, unit, number: Some(number), kind }
        }
        _ => return refused("cần nêu hồ sơ, kỳ, đơn vị"),
    };
    match trace(&query, &paths) {
        Ok(answer) => print(&tell(&answer, format)),
        Err(error) => Reporter::plain().stopped(&error),
    }
}

fn listed() -> u8 {
    let line = |code: &Code| format!("{code}  {:<9}  {}\n", code.severity().word(), code.title());
    print(&Code::ALL.iter().map(line).collect::<String>())
}

/// The page of a finding code, from the code list itself.
fn page(typed: &str) -> u8 {
    let Some(code) = Code::parse(typed) else {
        let near = nearest(typed, Code::ALL.iter().map(|code| code.id()));
        let near = near.map_or(String::new(), |near| format!("; {}", did_you_mean(near)));
        return refused(&format!("không có mã phát hiện «{typed}»{near}"));
    };
    print(&format!("{code} ({})\n{}\n\n{}\n", code.severity().word(), code.title(), code.page()))
}

fn refused(message: &str) -> u8 {
    output::tell(&format!("lỗi: {message}\n{HOW}"));
    2
}

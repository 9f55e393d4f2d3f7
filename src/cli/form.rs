//! The command `form`: has the forms written and tells where they are and what to do with them. Not for what is in them
//! ([`crate::forms`]).

use super::reporter::{Reporter, exit_code};
use crate::disk::file_system::FileSystem;
use crate::forms::writing::{FormRequest, FormResult, write};
use crate::options::Paths;

/// Runs the command; the result is the exit code.
#[must_use]
pub(crate) fn run(
    request: &FormRequest,
    paths: &Paths,
    files: &dyn FileSystem,
    reporter: &Reporter,
) -> u8 {
    match write(request, paths, files) {
        Ok(result) => {
            let more = reporter.findings(&result.findings.iter().collect::<Vec<_>>());
            reporter.beside(&format!("{}{more}.\n", closing(&result)));
            reporter.code(exit_code(&result.findings))
        }
        Err(error) => reporter.stopped(&error),
    }
}

/// The closing line without its end, which says what to do next.
fn closing(result: &FormResult) -> String {
    let folders: Vec<&str> = result.folders.iter().map(String::as_str).collect();
    let all = result.written + result.unchanged + result.kept;
    let counted = [
        (result.unchanged, "biểu không đổi"),
        (result.kept, "biểu giữ nguyên vì đã có người điền"),
    ];
    let told = counted.into_iter().filter(|(count, _)| *count > 0);
    let more: Vec<String> = told.map(|(count, what)| format!("; {count} {what}")).collect();
    if all == 0 {
        return "Chưa lập được biểu nào".to_owned();
    }
    format!(
        "Đã lập {} biểu{}, ở {}. Gửi mỗi đơn vị biểu của mình; nhận lại thì bỏ chung một thư mục rồi gõ: baocao import THƯ-MỤC",
        result.written,
        more.concat(),
        folders.join(", ")
    )
}

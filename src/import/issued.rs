//! Tells that a return an import changes is of a report that is issued already. Not for whether the report says something else
//! by then, which is found when it is made.

use super::draft::ReturnDraft;
use crate::diagnostic::{Code, Finding, Subject};
use crate::disk::file_system::FileSystem;
use crate::disk::read::{LARGEST_TEXT, text, up_to};
use crate::model::names::{AREA, BOARD, REGISTER};
use crate::model::written_date::short;
use crate::options::Paths;
use crate::register::book::Register;
use crate::register::entry::Entry;
use crate::source::{SourceFile, Span};

/// What is said of drafts for issued reports. A register that cannot be read is told by every other command.
#[must_use]
pub(crate) fn of_issued(
    drafts: &[ReturnDraft],
    paths: &Paths,
    disk: &dyn FileSystem,
) -> Vec<Finding> {
    let Ok(bytes) = up_to(disk, &paths.inputs.join(REGISTER), LARGEST_TEXT) else {
        return Vec::new();
    };
    let Ok(file) = text(&bytes, REGISTER) else { return Vec::new() };
    let register = Register::read(&file);
    let (in_force, inputs) = (register.in_force(), paths.inputs_shown());
    let told = |draft: &ReturnDraft| {
        let name = draft.shown.strip_prefix(&inputs)?.trim_start_matches('/');
        let name = name.strip_suffix(".yaml")?;
        let (folder, own) = name.rsplit_once('/')?;
        let name = format!("{folder}/{}", if own == BOARD { AREA } else { own });
        // A report of a second kind has its kind behind the name.
        let of = |report: &str| {
            report.strip_prefix(&name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let (_, entry) = in_force.iter().find(|(report, _)| of(report))?;
        Some(told_of(draft, entry))
    };
    drafts.iter().filter_map(told).collect()
}

fn told_of(draft: &ReturnDraft, entry: &Entry) -> Finding {
    let report = entry.report.as_deref().unwrap_or_default();
    let message = format!(
        "báo cáo này đã ban hành số {}, ngày {}; nhập vào tệp không đổi bản ấy, báo cáo tổng hợp vẫn dùng số liệu đã ban hành",
        entry.numbered(),
        short(entry.date.into())
    );
    let typed = report.replace('/', " ");
    let cure = format!(
        "nhập nhầm thì trả tệp lại như cũ; số mới đúng thì xem khác gì (baocao diff {typed}), rồi ban hành bản thay thế: baocao issue {typed} --date … --replace {} --reason \"…\"",
        entry.number
    );
    let whole = Span::whole(&SourceFile::new(draft.shown.as_str(), ""));
    let finding = Finding::new(Code::IssuedChanged, message).at(&whole).hint(cure);
    finding.subject(&Subject::of_report(report))
}

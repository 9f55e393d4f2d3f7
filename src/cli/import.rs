//! The command `import`: tells what would change, and writes it. Not for what changes.

use super::reporter::Reporter;
use crate::diagnostic::{Code, Finding, any_error};
use crate::disk::file_system::Local;
use crate::disk::write::replace;
use crate::error::Error;
use crate::import::changes::{Change, Draft};
use crate::import::{Import, Order, import};
use crate::load::plan_file;
use crate::options::Options;
use crate::source::{SourceFile, Span};

/// Runs the command for the one dossier the options name; the result is the exit code.
#[must_use]
pub fn run(order: &Order, options: &Options, dry: bool, reporter: &Reporter) -> u8 {
    match found(order, options) {
        Ok(import) => tell(import, dry, reporter),
        Err(error) => reporter.stopped(&error),
    }
}

fn found(order: &Order, options: &Options) -> Result<Import, Error> {
    let dossiers = plan_file::dossiers(&options.inputs, &options.dossiers)?;
    let [dossier] = dossiers.as_slice() else { return Err(Error::ManyDossiers(dossiers)) };
    let period = order.period;
    if let Some(date) = order.as_of.filter(|date| !period.contains(*date)) {
        return Err(Error::DateOutside { date, period });
    }
    let folder = options.inputs.join(dossier);
    let shown = format!("{}/{dossier}", options.inputs_shown());
    match plan_file::read(&folder, &shown) {
        Ok(plan) => {
            let known = plan.years.0.min(plan.base_year.unwrap_or(u16::MAX))..=plan.years.1;
            if !known.contains(&period.year()) {
                return Err(Error::OutsidePlan { period, years: plan.years });
            }
            import(order, &plan, &folder, &shown)
        }
        Err(findings) => Ok(Import { findings, ..Import::default() }),
    }
}

fn tell(mut import: Import, dry: bool, reporter: &Reporter) -> u8 {
    let told: String = import.drafts.iter().map(changes).collect();
    if !dry {
        write(&mut import);
    }
    reporter.findings(&import.findings.iter().collect::<Vec<_>>());
    reporter.beside(&told);
    reporter.beside(&closing(&import, dry));
    u8::from(any_error(&import.findings))
}

/// Writes every return; one that cannot be written stays as it was.
fn write(import: &mut Import) {
    let mut written = Vec::new();
    for draft in std::mem::take(&mut import.drafts) {
        match replace(&Local, &draft.path, &draft.bytes) {
            Ok(()) => written.push(draft),
            Err(error) => import.findings.push(unwritten(&draft, &error)),
        }
    }
    import.drafts = written;
}

fn unwritten(draft: &Draft, error: &std::io::Error) -> Finding {
    let message = format!("không ghi được {} ({error})", draft.shown);
    Finding::new(Code::NotWritten, message)
        .at(&Span::whole(&SourceFile::new(draft.shown.as_str(), "")))
        .hint("đóng tệp nếu đang mở, xem quyền ghi thư mục, rồi nhập lại")
}

fn changes(draft: &Draft) -> String {
    let new = if draft.new { " (tệp mới)" } else { "" };
    let line = |change: &Change| {
        let before = change.before.as_deref().unwrap_or("(chưa có)");
        format!("  {}: {before} → {}\n", change.key, change.after)
    };
    let lines: String = draft.changes.iter().map(line).collect();
    format!("{}{new}\n{lines}", draft.shown)
}

/// The closing line, which counts files, values and rows.
fn closing(import: &Import, dry: bool) -> String {
    let new = import.drafts.iter().filter(|draft| draft.new).count();
    let changed = import.drafts.len() - new;
    let values: usize = import.drafts.iter().map(|draft| draft.changes.len()).sum();
    let done = match (dry, import.drafts.is_empty()) {
        (_, true) if any_error(&import.findings) => "Chưa nhập được gì".to_owned(),
        (_, true) => "Không có gì thay đổi".to_owned(),
        (true, _) => format!("Sẽ sửa {changed} tệp, tạo {new} tệp: {values} số liệu; chưa ghi gì"),
        (false, _) => format!("Đã sửa {changed} tệp, tạo {new} tệp: {values} số liệu"),
    };
    let right = match import.unchanged {
        0 => String::new(),
        units => format!("; {units} đơn vị đã đúng như bảng"),
    };
    let skipped = match import.refused.join(", ") {
        units if units.is_empty() => units,
        units => format!("; bỏ qua vì có lỗi: {units}"),
    };
    format!("{done}{right}{skipped}.\n")
}

//! The command `schema`: writes the schemas of the dossiers asked for. Not for what is in them.

use super::reporter::Reporter;
use crate::diagnostic::{Code, Finding, any_error};
use crate::disk::file_system::Local;
use crate::disk::write::replace_if_changed;
use crate::error::Error;
use crate::load::plan_file;
use crate::options::Options;
use crate::schema::{FOLDER, schemas};
use crate::source::{SourceFile, Span};

/// Runs the command; the result is the exit code.
#[must_use]
pub fn run(options: &Options, reporter: &Reporter) -> u8 {
    match write(options) {
        Ok((written, findings)) => {
            reporter.findings(&findings.iter().collect::<Vec<_>>());
            reporter.beside(&format!(
                "{}\nĐã viết {} lược đồ.\n",
                written.join("\n"),
                written.len()
            ));
            u8::from(any_error(&findings))
        }
        Err(error) => reporter.stopped(&error),
    }
}

/// Writes every schema; one that is right already is left alone.
fn write(options: &Options) -> Result<(Vec<String>, Vec<Finding>), Error> {
    let (mut written, mut findings) = (Vec::new(), Vec::new());
    for dossier in plan_file::dossiers(&options.inputs, &options.dossiers)? {
        let folder = options.inputs.join(&dossier);
        let shown = format!("{}/{dossier}", options.inputs_shown());
        let plan = match plan_file::read(&folder, &shown) {
            Ok(plan) => plan,
            Err(found) => {
                findings.extend(found);
                continue;
            }
        };
        for (name, text) in schemas(&plan) {
            let path = format!("{shown}/{FOLDER}/{name}");
            match replace_if_changed(&Local, &folder.join(FOLDER).join(name), text.as_bytes()) {
                Ok(_) => written.push(path),
                Err(error) => findings.push(unwritten(&path, &error)),
            }
        }
    }
    Ok((written, findings))
}

fn unwritten(path: &str, error: &std::io::Error) -> Finding {
    Finding::new(Code::NotWritten, format!("không ghi được {path} ({error})"))
        .at(&Span::whole(&SourceFile::new(path, "")))
        .hint("xem quyền ghi thư mục số liệu, rồi chạy lại")
}

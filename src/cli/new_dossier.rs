//! The command `new --dossier`: has the plan of a new dossier written, empty or after another, and says what comes next. Not for
//! what is in the plan ([`crate::opening`]).

use std::path::PathBuf;
use std::sync::Arc;

use super::reporter::{Detail, Reporter, exit_code};
use crate::assets::fonts::Fonts;
use crate::assets::location::template_files;
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Finding, any_error};
use crate::disk;
use crate::disk::file_system::FileSystem;
use crate::disk::links::is_there;
use crate::error::Error;
use crate::load::plan_file;
use crate::model::id::Id;
use crate::model::names::PLAN;
use crate::model::plan::Plan;
use crate::opening::new_files::{NewFile, write};
use crate::opening::old_names::old_names;
use crate::opening::plan_after::{OldPlan, plan_after};
use crate::opening::plan_text::plan_text;
use crate::opening::unit_names::OldUnits;
use crate::opening::unit_table::units;
use crate::options::Paths;
use crate::read::plan;
use crate::source::{SourceFile, Span};
use crate::validate;
use crate::yaml;
use crate::yaml::fields::Sink;

/// A dossier to begin.
#[derive(Debug)]
pub(crate) struct DossierRequest {
    /// Its id.
    pub(crate) id: String,
    /// The dossier it goes on from.
    pub(crate) from: Option<String>,
    /// The table of its units.
    pub(crate) units: Option<PathBuf>,
}

/// What became of it.
struct NewDossier {
    shown: String,
    findings: Vec<Finding>,
    /// How many values have to be filled in; none: nothing was written.
    written: Option<usize>,
}

/// Begins a dossier; the result is the exit code.
#[must_use]
pub(crate) fn run(
    request: &DossierRequest,
    paths: &Paths,
    files: &dyn FileSystem,
    reporter: &Reporter,
) -> u8 {
    match begin(request, paths, files) {
        Ok(begun) => {
            // What still speaks of the other dossier is gone through line by line.
            let each = Reporter {
                detail: Detail::Each,
                unprinted: reporter.unprinted.clone(),
                ..*reporter
            };
            _ = each.findings(&begun.findings.iter().collect::<Vec<_>>());
            reporter.unprinted.set(each.unprinted.get());
            reporter.beside(&told(&begun, request));
            reporter.code(exit_code(&begun.findings))
        }
        Err(error) => reporter.stopped(&error),
    }
}

fn begin(
    request: &DossierRequest,
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<NewDossier, Error> {
    let id = free_id(&request.id, paths)?;
    let shown = format!("{}/{id}", paths.inputs_shown());
    let not_written =
        |findings| Ok(NewDossier { shown: format!("{shown}/{PLAN}"), findings, written: None });
    let old = match request.from.as_ref().map(|typed| old_plan(typed, paths, files)).transpose()? {
        None => None,
        Some(Ok(old)) => Some(old),
        Some(Err(findings)) => return not_written(findings),
    };
    let before = OldUnits::of(old.as_ref().map(|old| &old.plan));
    let read = request.units.as_ref().map(|table| units(files, table, &before)).transpose();
    let (units, mut findings) = match read {
        Ok(read) => read.unwrap_or_default(),
        Err(findings) => return not_written(findings),
    };
    let text = match &old {
        Some(old) => plan_after(old, &id, &units).ok_or_else(|| not_in_lines(&old.plan.id))?,
        None => plan_text(&id, &units),
    };
    let file = SourceFile::new(format!("{shown}/{PLAN}"), text.as_str());
    let (plan, found) = checked(&file, paths, files)?;
    if any_error(&found) {
        let by = WrittenBy { old: old.as_ref(), table: request.units.as_ref() };
        findings.extend(found.into_iter().map(|one| by.place(one)));
        return not_written(findings);
    }
    findings.extend(old.iter().flat_map(|old| old_names(&old.plan, &units, &file)));
    let folder = paths.inputs.join(id.as_str());
    let mut all = [NewFile::new((&folder, &shown), PLAN, text)];
    findings.extend(write(&mut all, files));
    let to_fill_in = plan.map_or(0, |plan| plan.to_fill_in.len());
    let written = (!any_error(&findings)).then_some(to_fill_in);
    Ok(NewDossier { shown: format!("{shown}/{PLAN}"), findings, written })
}

/// What a new plan's text was made of.
struct WrittenBy<'a> {
    old: Option<&'a OldPlan>,
    table: Option<&'a PathBuf>,
}

impl WrittenBy<'_> {
    /// A finding in a text that is not written, where what is wrong with it stands: in the other plan, else in the table.
    fn place(&self, finding: Finding) -> Finding {
        let Some(span) = &finding.span else { return finding };
        let copied = self.old.and_then(|old| in_old(&old.file, span));
        let table = || {
            let shown = slashed(self.table?);
            Some(Span::whole(&SourceFile::new(shown, "")))
        };
        let old = || self.old.map(|old| Span::whole(&old.file));
        let span = copied.or_else(table).or_else(old);
        Finding { span, also: Vec::new(), ..finding }
    }
}

/// The same place of the same line in the file it was copied from.
fn in_old(old: &Arc<SourceFile>, span: &Span) -> Option<Span> {
    let line = span.whole_line();
    let wanted = line.text();
    let at = old.text().lines().position(|own| own == wanted)?;
    let start = Span::line(old, at + 1).range().start;
    let into = span.range().start - line.range().start;
    Some(Span::new(old, start + into..start + into + span.range().len().min(wanted.len() - into)))
}

/// The id of a dossier there is none of yet.
fn free_id(typed: &str, paths: &Paths) -> Result<Id, Error> {
    let id = Id::parse(typed).map_err(|why| {
        let message = format!("«{typed}» không dùng làm mã hồ sơ được: {why}");
        refused(message, "viết chữ thường không dấu, chữ số, dấu -, ví dụ y-te-2026")
    })?;
    if is_there(&paths.inputs.join(id.as_str())) {
        let message = format!("đã có thư mục {}/{id}", paths.inputs_shown());
        return Err(refused(message, "chọn mã khác; chương trình không ghi vào hồ sơ đã có"));
    }
    Ok(id)
}

fn not_in_lines(old: &Id) -> Error {
    let message =
        format!("kế hoạch của hồ sơ {old} không viết mỗi khóa một dòng nên không chép theo được");
    refused(message, "chép tay tệp ke-hoach.yaml của hồ sơ ấy, hoặc bỏ --from để mở kế hoạch trống")
}

fn refused(message: String, hint: &str) -> Error {
    Error::Unread { message, hint: hint.to_owned() }
}

type OldPlanRead = Result<OldPlan, Vec<Finding>>;

/// The plan that is gone on from, or what is wrong with it.
fn old_plan(typed: &String, paths: &Paths, files: &dyn FileSystem) -> Result<OldPlanRead, Error> {
    let asked = plan_file::dossiers(files, paths, std::slice::from_ref(typed))?;
    let id = asked.names.first().expect("what was asked for is there");
    let shown = format!("{}/{id}", paths.inputs_shown());
    let plan = match plan_file::read(files, &paths.inputs.join(id), &shown) {
        Ok(plan) => plan,
        Err(found) => return Ok(Err(found)),
    };
    let read = disk::read(files, &paths.inputs.join(id).join(PLAN), &format!("{shown}/{PLAN}"));
    Ok(read
        .and_then(|file| {
            let node = yaml::parse(&file)?;
            Ok(OldPlan { file, node, plan })
        })
        .map_err(|finding| vec![finding]))
}

/// Reads the new plan as a run will.
fn checked(
    file: &Arc<SourceFile>,
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<(Option<Plan>, Vec<Finding>), Error> {
    let fonts = Fonts::load(&template_files(files, paths)?);
    let node = match yaml::parse(file) {
        Ok(node) => node,
        Err(finding) => return Ok((None, vec![finding])),
    };
    let sink = Sink::default();
    validate::characters::check(&node, &fonts.coverage(), &sink);
    let plan = plan::plan(&node, &sink);
    if let Some(plan) = &plan {
        validate::plan::check(plan, &sink);
    }
    Ok((plan, sink.into_findings()))
}

/// What became of it, and what comes next.
fn told(begun: &NewDossier, request: &DossierRequest) -> String {
    let (id, shown) = (&request.id, &begun.shown);
    let Some(open) = begun.written else {
        return "Chưa tạo hồ sơ; sửa các chỗ trên rồi chạy lại lệnh này.\n".to_owned();
    };
    let fill = match open {
        0 => format!("xem lại {shown}"),
        _ => format!("mở {shown}, thay {open} chỗ có chữ «(chưa điền)»"),
    };
    format!(
        "Đã tạo {shown}.\nViệc tiếp theo: {fill}, rồi gõ «baocao check {id}»; xong thì mở kỳ đầu: «baocao new KỲ {id}».\n"
    )
}

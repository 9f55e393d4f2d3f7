//! The command `new`: reads the dossiers, has the files of a period drawn up, writes those that are not there and says what
//! comes next. Not for what is in the files ([`crate::opening`]).

use chrono::NaiveDate;

use super::reporter::{Reporter, exit_code};
use crate::assets::fonts::Fonts;
use crate::assets::location::template_files;
use crate::diagnostic::{Code, Finding, any_error};
use crate::disk::file_system::FileSystem;
use crate::error::Error;
use crate::import::lock::DossierLock;
use crate::kinds::catalog::Kinds;
use crate::load::dossiers::load;
use crate::load::loaded::unread_before;
use crate::load::plan_file;
use crate::model::names::TO_FILL_IN;
use crate::model::period::Period;
use crate::opening::new_files::{NewFile, NewFileStatus, write};
use crate::opening::quarter::QuarterToOpen;
use crate::options::Paths;

/// So many files that were kept are named; the others are counted.
const NAMED: usize = 5;

/// A period to be opened.
#[derive(Debug, Clone)]
pub struct QuarterRequest {
    /// The period.
    pub period: Period,
    /// The dossiers; empty: each for which the period is due.
    pub dossiers: Vec<String>,
    /// The as-of date, if it is known already.
    pub as_of: Option<NaiveDate>,
}

/// What became of a period that was to be opened.
#[derive(Debug, Default)]
pub struct OpeningResult {
    /// The files of each dossier, by its id.
    pub opened: Vec<(String, Vec<NewFile>)>,
    /// What the plan of each dossier has to say yet, by its id.
    pub(crate) to_fill_in: Vec<(String, Vec<String>)>,
    /// Dossiers that have nothing to open, and why.
    pub(crate) obstacles: Vec<String>,
    /// Plans that cannot be used, and what could not be written.
    pub findings: Vec<Finding>,
}

/// Opens a period; the result is the exit code.
#[must_use]
pub(crate) fn run(
    request: &QuarterRequest,
    paths: &Paths,
    files: &dyn FileSystem,
    reporter: &Reporter,
) -> u8 {
    match perform(request, paths, files) {
        Ok(result) => tell(&result, request.period, reporter),
        Err(error) => reporter.stopped(&error),
    }
}

/// Writes the files of a period that are not there yet.
///
/// # Errors
/// No such dossier, an as-of date outside the period, or a period that is due for no dossier.
pub fn perform(
    request: &QuarterRequest,
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<OpeningResult, Error> {
    let period = request.period;
    if let Some(date) = request.as_of.filter(|date| !period.contains(*date)) {
        return Err(Error::DateOutside { date, period });
    }
    let asked = plan_file::dossiers(files, paths, &request.dossiers)?;
    let templates = template_files(files, paths)?;
    let (kinds, fonts) = (Kinds::read(&templates), Fonts::load(&templates));
    let loaded = load(files, &paths.inputs, &paths.inputs_shown(), &fonts.coverage())?;
    let mut result = OpeningResult { findings: asked.unread, ..OpeningResult::default() };
    result.findings.extend(templates.findings().iter().cloned());
    for id in asked.names {
        let known = loaded.dossiers.iter().find(|dossier| dossier.plan.id.as_str() == id);
        let Some(dossier) = known else {
            let of_plan = |one: &&Finding| {
                one.is_error()
                    && one.subject.dossier.as_ref() == Some(&id)
                    && one.subject.unit.is_none()
            };
            result.findings.extend(loaded.findings.iter().filter(of_plan).cloned());
            continue;
        };
        let (as_of, kinds, templates) = (request.as_of, &kinds, &templates);
        let quarter = QuarterToOpen { dossier, period, as_of, kinds, templates };
        let (folder, shown) = (paths.inputs.join(&id), format!("{}/{id}", paths.inputs_shown()));
        if let Some(obstacle) = quarter.obstacle(&shown) {
            result.obstacles.push(obstacle);
            continue;
        }
        result.findings.extend(unread_before(&loaded, &dossier.plan, period));
        // An import may be making the same files.
        let _lock = DossierLock::take(files, &folder)?;
        let mut opened = quarter.files((&folder, &shown));
        result.findings.extend(write(&mut opened, files));
        let of_plan = |one: &&Finding| {
            one.code == Code::NotFilledIn && one.subject.dossier.as_ref() == Some(&id)
        };
        let blank = loaded.findings.iter().filter(of_plan);
        result.to_fill_in.push((id.clone(), blank.filter_map(|one| one.about.clone()).collect()));
        result.opened.push((id, opened));
    }
    if result.opened.is_empty() && !any_error(&result.findings) {
        return Err(Error::NotDue(result.obstacles.join("; ")));
    }
    Ok(result)
}

fn tell(result: &OpeningResult, period: Period, reporter: &Reporter) -> u8 {
    _ = reporter.findings(&result.findings.iter().collect::<Vec<_>>());
    for obstacle in &result.obstacles {
        reporter.beside(&format!("{obstacle}.\n"));
    }
    for (id, files) in &result.opened {
        reporter.beside(&told(id, files, period));
    }
    for (id, keys) in result.to_fill_in.iter().filter(|(_, keys)| !keys.is_empty()) {
        let (count, keys) = (keys.len(), keys.join(", "));
        reporter.beside(&format!(
            "Kế hoạch của hồ sơ {id} còn {count} chỗ «{TO_FILL_IN}», thay hết thì báo cáo mới lập được: {keys}.\n"
        ));
    }
    reporter.code(exit_code(&result.findings))
}

/// What became of the files of one dossier, and what comes next.
fn told(id: &str, files: &[NewFile], period: Period) -> String {
    let with = |status| files.iter().filter(move |file| file.status == status);
    let (written, kept) = (with(NewFileStatus::Written).count(), with(NewFileStatus::Kept).count());
    let failed = with(NewFileStatus::Failed).count();
    if written + failed == 0 {
        return format!("Kỳ {period} của hồ sơ {id} đã mở đủ {kept} tệp; không có gì để làm.\n");
    }
    let mut line = format!("Đã mở kỳ {period} của hồ sơ {id}: tạo {written} tệp");
    if kept > 0 {
        let names: Vec<&str> =
            with(NewFileStatus::Kept).take(NAMED).map(|file| file.shown.as_str()).collect();
        let more = if kept > NAMED { " …" } else { "" };
        line = format!("{line}; giữ nguyên {kept} tệp đã có: {}{more}", names.join(", "));
    }
    if failed > 0 {
        return format!("{line}; {failed} tệp chưa ghi được, chạy lại lệnh này để tạo tiếp.\n");
    }
    format!("{line}.\n{}", next_step(id, files, period))
}

fn next_step(id: &str, files: &[NewFile], period: Period) -> String {
    let folder = files.first().and_then(|file| Some(file.shown.rsplit_once('/')?.0));
    let folder = folder.unwrap_or_default();
    format!(
        "Việc tiếp theo: điền số liệu, lời văn vào các tệp ở {folder} (hoặc nhập bảng: baocao import BẢNG.xlsx --period {period} {id}),\nrồi gõ «baocao check {id} --period {period}»; xem ai đã nộp: «baocao status {period} {id}».\n"
    )
}

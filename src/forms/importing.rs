//! Filled forms held against the returns of their dossiers: which count, what they change. Nothing is written yet. Not for
//! one form's cells ([`super::filled`]) and not for tables of others ([`crate::import`]).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::all_units_form;
use super::drafts::draft;
use super::filled::Filled;
use super::identity::{FormIdentity, version};
use super::owner::FormOwner;
use super::recognise::{FormFile, recognise};
use super::unit_form::filled;
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding, Severity, any_error};
use crate::disk::file_system::FileSystem;
use crate::error::Error;
use crate::import::ImportResult;
use crate::import::importer::Importer;
use crate::import::returns::ReturnsFolder;
use crate::import::scaffold::PeriodReturns;
use crate::load::plan_file;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::unit::Unit;
use crate::options::Paths;
use crate::report::owed::owed_figures;
use crate::source::{SourceFile, Span};

/// What becomes of a form some of whose cells are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// Nothing of it is imported.
    Whole,
    /// Its right cells are.
    RightCells,
}

/// What forms are held against.
#[derive(Debug, Clone)]
pub struct FormsRequest {
    /// Only forms of this dossier are right.
    pub dossier: Option<String>,
    /// Only forms of this period are right.
    pub period: Option<Period>,
    /// The as-of date of new returns whose form names none.
    pub as_of: Option<NaiveDate>,
    /// What becomes of forms with refused cells.
    pub taking: Taking,
}

/// A file and the form it is.
struct Sent {
    shown: String,
    form: FormFile,
}

/// Takes the forms out of `files`: what they come to, and the files that are none.
///
/// # Errors
/// No inputs folder, or no dossier in it.
pub fn import(
    disk: &dyn FileSystem,
    files: Vec<PathBuf>,
    request: &FormsRequest,
    paths: &Paths,
) -> Result<(ImportResult, Vec<PathBuf>), Error> {
    let mut result = ImportResult::default();
    let (sent, others) = sorted(disk, files, &mut result);
    let mut dossiers: BTreeMap<(String, Period), Vec<Sent>> = BTreeMap::new();
    for one in sent {
        let FormIdentity { dossier, period, .. } = &one.form.identity;
        match mismatch(&one, request) {
            Some(finding) => refuse(&mut result, &one.shown, finding),
            None => dossiers.entry((dossier.clone(), *period)).or_default().push(one),
        }
    }
    if dossiers.is_empty() {
        return Ok((result, others));
    }
    let known = plan_file::dossiers(disk, paths, &[])?;
    for ((dossier, period), sent) in dossiers {
        if !known.names.contains(&dossier) {
            let unread = known.unread_dossier(&dossier);
            for one in sent {
                if let Some(finding) = unread {
                    refuse(&mut result, &one.shown, finding.clone());
                    continue;
                }
                let message = format!("biểu của hồ sơ «{dossier}», không có trong thư mục số liệu");
                let hint = "nhập ở máy có hồ sơ ấy, hoặc chỉ đúng thư mục bằng --inputs";
                refuse(&mut result, &one.shown, at_file(&one.shown, message).hint(hint));
            }
            continue;
        }
        let (folder, shown) =
            (paths.inputs.join(&dossier), format!("{}/{dossier}", paths.inputs_shown()));
        match plan_file::read(disk, &folder, &shown) {
            Ok(plan) => of_dossier(
                &mut result,
                &sent,
                &plan,
                period,
                &ReturnsFolder::new(disk, folder, shown),
                request,
            ),
            Err(findings) => result.findings.extend(findings),
        }
    }
    Ok((result, others))
}

/// Forms, and files that are none.
fn sorted(
    disk: &dyn FileSystem,
    files: Vec<PathBuf>,
    result: &mut ImportResult,
) -> (Vec<Sent>, Vec<PathBuf>) {
    let (mut sent, mut others) = (Vec::new(), Vec::new());
    for file in files {
        let shown = shown(&file);
        match recognise(disk, &file) {
            Ok(Some(form)) => sent.push(Sent { shown, form }),
            Ok(None) => others.push(file),
            Err(finding) => refuse(result, &shown, finding),
        }
    }
    (sent, others)
}

fn shown(file: &Path) -> String {
    slashed(file)
}

fn at_file(shown: &str, message: String) -> Finding {
    let whole = Span::whole(&SourceFile::new(shown, ""));
    Finding::new(Code::FormChanged, message).at(&whole)
}

fn refuse(result: &mut ImportResult, who: &str, finding: Finding) {
    result.findings.push(finding);
    if !result.refused.iter().any(|other| other == who) {
        result.refused.push(who.to_owned());
    }
}

/// What of a form is not what was asked for on the command line.
fn mismatch(one: &Sent, request: &FormsRequest) -> Option<Finding> {
    let FormIdentity { dossier, period, .. } = &one.form.identity;
    if let Some(asked) = request.period.filter(|asked| asked != period) {
        let message = format!("biểu của kỳ {period}, lệnh ghi kỳ {asked}");
        return Some(
            at_file(&one.shown, message)
                .hint("bỏ --period để nhập theo kỳ của biểu, hoặc lấy đúng biểu"),
        );
    }
    let asked = request.dossier.as_ref().filter(|asked| *asked != dossier)?;
    let message = format!("biểu của hồ sơ «{dossier}», lệnh ghi hồ sơ «{asked}»");
    Some(at_file(&one.shown, message).hint("bỏ tên hồ sơ để nhập theo biểu, hoặc lấy đúng biểu"))
}

/// The forms of one dossier and period.
fn of_dossier(
    result: &mut ImportResult,
    sent: &[Sent],
    plan: &Plan,
    period: Period,
    returns: &ReturnsFolder<'_>,
    request: &FormsRequest,
) {
    if let Some(date) = request.as_of.filter(|date| !period.contains(*date)) {
        let message = Error::DateOutside { date, period }.to_string();
        for one in sent {
            let finding = at_file(&one.shown, message.clone());
            refuse(result, &one.shown, finding.hint("sửa --chot-den cho đúng kỳ của biểu"));
        }
        return;
    }
    let others = PeriodReturns::of(returns, period);
    let mut read = Vec::new();
    for one in sent {
        match units(one, plan, period) {
            Ok(units) => read.extend(units.into_iter().map(|(unit, filled)| (one, unit, filled))),
            Err(finding) => refuse(result, &one.shown, finding),
        }
    }
    let twice = doubled(&read);
    for (one, unit, mut filled) in read {
        if let Some(files) = twice.get(unit.id.as_str()) {
            let message = format!(
                "{} có {} biểu đã điền: {}",
                unit.full_name(),
                files.len(),
                files.join(", ")
            );
            let hint = "giữ một biểu, chuyển biểu kia ra thư mục khác, rồi nhập lại";
            let finding = at_file(&one.shown, message).hint(hint);
            refuse(result, &unit.full_name(), finding);
            continue;
        }
        let header = others.header(filled.as_of.or(request.as_of));
        let (stated, named) = (filled.as_of, request.as_of.filter(|_| filled.as_of.is_none()));
        let importer = Importer { plan, period, returns, header, stated, named };
        add(result, one, unit, &mut filled, &importer, request.taking);
    }
}

/// A form's units with what is filled in for each.
type FilledUnits<'p> = Vec<(&'p Unit, Filled<'p>)>;

fn units<'p>(one: &Sent, plan: &'p Plan, period: Period) -> Result<FilledUnits<'p>, Finding> {
    let Some(id) = &one.form.identity.unit else {
        return all_units_form::filled(&one.form, plan, period);
    };
    let unit = plan.unit(id).filter(|unit| unit.validity.contains(period.last_day()));
    let unit = unit.ok_or_else(|| {
        let message = format!("kế hoạch không có đơn vị «{id}» trong kỳ {period}");
        at_file(&one.shown, message).hint("đơn vị đã đổi: lập biểu mới bằng baocao form")
    })?;
    let mut filled = filled(&one.form, plan, unit)?;
    if version(plan, owed_figures(plan, &[unit])) != one.form.identity.version && !filled.is_empty()
    {
        let message = format!("biểu của {} lập khi kế hoạch còn khác", unit.full_name());
        let hint = "hàng còn đúng kế hoạch vẫn được nhập; xem lại số liệu mới thêm, mới đổi";
        let whole = Span::whole(&SourceFile::new(one.shown.as_str(), ""));
        filled
            .findings
            .insert(0, Finding::new(Code::FormOfOtherPlan, message).at(&whole).hint(hint));
    }
    Ok(vec![(unit, filled)])
}

/// Units with more than one form that is filled in, and the files.
fn doubled(read: &[(&Sent, &Unit, Filled<'_>)]) -> BTreeMap<String, Vec<String>> {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (one, unit, filled) in read {
        if !filled.is_empty() || any_error(&filled.findings) {
            files.entry(unit.id.to_string()).or_default().push(one.shown.clone());
        }
    }
    files.retain(|_, files| files.len() > 1);
    files
}

fn add(
    result: &mut ImportResult,
    one: &Sent,
    unit: &Unit,
    filled: &mut Filled<'_>,
    importer: &Importer<'_>,
    taking: Taking,
) {
    let span = Span::whole(&SourceFile::new(one.shown.as_str(), ""));
    let wrong = any_error(&filled.findings);
    if filled.is_empty() && !wrong {
        if one.form.identity.unit.is_some() {
            let message = format!("biểu của {} chưa điền gì", unit.full_name());
            let hint = "hỏi lại đơn vị; có thể đơn vị gửi nhầm tệp chưa điền";
            let finding = Finding::new(Code::NotImported, message).severity(Severity::Warning);
            result.findings.push(finding.at(&span).hint(hint));
            result.blank.push(unit.full_name());
        }
        return;
    }
    if wrong && taking == Taking::Whole {
        result.findings.append(&mut filled.findings);
        return result.refused.push(unit.full_name());
    }
    let drafted = draft(importer, FormOwner::Unit(unit), &span, filled);
    result.findings.append(&mut filled.findings);
    match drafted {
        Ok(Some(draft)) => result.drafts.push(draft),
        Ok(None) => result.unchanged += 1,
        Err(finding) => refuse(result, &unit.full_name(), finding),
    }
}

//! Writes the forms of a period, a file per unit or one for all, and never over one that somebody has filled in. Not for
//! what is in them ([`super::content`]).

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::content::{FormContent, FormSet};
use super::recognise::recognise;
use super::unit_form::filled;
use super::{all_units, all_units_form, book};
use crate::assets::fonts::Fonts;
use crate::assets::location::template_files;
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding, any_error};
use crate::disk::file_system::FileSystem;
use crate::disk::read::{ReadFault, up_to};
use crate::disk::write::replace_own;
use crate::error::{Error, nobody_left};
use crate::import::unpacked::LARGEST_BOOK;
use crate::inputs::typed_names::unit_meant;
use crate::kinds::catalog::Kinds;
use crate::load::dossiers::load;
use crate::load::loaded::unread_before;
use crate::load::plan_file;
use crate::model::dossier::Dossier;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::unit::Unit;
use crate::options::Paths;
use crate::source::{SourceFile, Span};

/// How many files there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One per unit.
    EachUnit,
    /// One with a row per unit.
    AllInOne,
}

/// What becomes of a form that somebody has filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilledForms {
    /// It stays.
    Keep,
    /// It is written anew.
    Replace,
}

/// Which forms.
#[derive(Debug, Clone)]
pub struct FormRequest {
    /// The period.
    pub period: Period,
    /// Only these dossiers; empty: all whose plan has the period.
    pub dossiers: Vec<String>,
    /// Only this unit's.
    pub unit: Option<String>,
    /// Files per unit or one.
    pub layout: Layout,
    /// The folder they go to, a folder per dossier and period in it.
    pub folder: PathBuf,
    /// What becomes of those filled in.
    pub filled: FilledForms,
}

/// What became of the forms.
#[derive(Debug, Default)]
pub struct FormResult {
    /// How many were written.
    pub written: usize,
    /// How many stood there as they should.
    pub unchanged: usize,
    /// How many stayed because somebody filled them in.
    pub kept: usize,
    /// The folders they are in.
    pub folders: BTreeSet<String>,
    /// What could not be read or written, and what stayed.
    pub findings: Vec<Finding>,
}

/// A form before it is written: its file, and its bytes or why there are none.
type MadeForm = (PathBuf, Result<Vec<u8>, rust_xlsxwriter::XlsxError>);

/// Writes the forms asked for.
///
/// # Errors
/// A dossier, unit or period there is none of.
pub fn write(
    request: &FormRequest,
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<FormResult, Error> {
    let asked = plan_file::dossiers(files, paths, &request.dossiers)?;
    let templates = template_files(files, paths)?;
    let fonts = Fonts::load(&templates);
    let loaded = load(files, &paths.inputs, &paths.inputs_shown(), &fonts.coverage())?;
    let kinds = Kinds::read(&templates);
    let mut result = FormResult { findings: asked.unread, ..FormResult::default() };
    result.findings.extend(templates.findings().iter().cloned());
    let mut obstacles = Vec::new();
    for dossier in &asked.names {
        let Some(dossier) = loaded.dossiers.iter().find(|one| one.plan.id.as_str() == dossier)
        else {
            let about = |finding: &&Finding| {
                finding.is_error() && finding.subject.dossier.as_ref() == Some(dossier)
            };
            result.findings.extend(loaded.findings.iter().filter(about).cloned());
            continue;
        };
        if let Some(obstacle) = obstacle(&dossier.plan, request.period) {
            obstacles.push(obstacle);
            continue;
        }
        result.findings.extend(unread_before(&loaded, &dossier.plan, request.period));
        let (made, unknown) = made(request, &loaded.dossiers, dossier, &kinds)?;
        let shown = format!("{}/{}", paths.inputs_shown(), dossier.plan.id);
        result.findings.extend(unknown.iter().map(|one| one.told(&shown)));
        result.put(made, request, &dossier.plan, files);
    }
    if result.folders.is_empty() && !any_error(&result.findings) && !obstacles.is_empty() {
        return Err(Error::NotDue(obstacles.join("; ")));
    }
    Ok(result)
}

/// Why a plan asks nobody for anything in a period, if it does not.
fn obstacle(plan: &Plan, period: Period) -> Option<String> {
    let (id, (first, last)) = (&plan.id, plan.years);
    let within = (first..=last).contains(&period.year()) || plan.base_year == Some(period.year());
    if !within {
        return Some(format!(
            "hồ sơ {id}: kỳ {period} nằm ngoài giai đoạn {first}-{last} của kế hoạch"
        ));
    }
    let somebody = plan.members(period.last_day()).next().is_some();
    (!somebody).then(|| nobody_left(id, period))
}

/// The forms of a dossier.
fn made(
    request: &FormRequest,
    family: &[Dossier],
    dossier: &Dossier,
    kinds: &Kinds,
) -> Result<(Vec<MadeForm>, Vec<UnknownEarlier>), Error> {
    let set = FormSet::new(family, dossier, kinds, request.period);
    let units: Vec<_> = set.units().collect();
    let names = units.iter().map(|unit| (unit.id.as_str(), unit.name.as_str()));
    let only = request.unit.as_ref().map(|typed| unit_meant(typed, names)).transpose()?;
    let wanted = units.iter().filter(|unit| only.is_none_or(|only| unit.id.as_str() == only));
    let forms: Vec<FormContent<'_>> = wanted.map(|unit| set.content(unit)).collect();
    let folder = request.folder.join(dossier.plan.id.as_str()).join(request.period.to_string());
    let path = |name: &str| folder.join(format!("bieu-{}-{name}.xlsx", request.period));
    let unknown = forms
        .iter()
        .filter_map(|form| Some(UnknownEarlier { unit: form.unit.clone(), period: form.unknown? }));
    let unknown = unknown.collect();
    let made = match request.layout {
        Layout::EachUnit => {
            let form =
                |form: &FormContent<'_>| (path(form.unit.id.as_str()), book::book(&set, form));
            forms.par_iter().map(form).collect()
        }
        Layout::AllInOne => vec![(path("cac-don-vi"), all_units::book(&set, &forms))],
    };
    Ok((made, unknown))
}

/// A unit whose last values are not shown on its form, since its last return has errors or cannot be read.
struct UnknownEarlier {
    unit: Unit,
    period: Period,
}

impl UnknownEarlier {
    /// A finding for that; `shown` is how findings call the folder of the dossier.
    fn told(&self, shown: &str) -> Finding {
        let Self { unit, period } = self;
        let path = format!("{shown}/{period}/{}.yaml", unit.id);
        let message = format!(
            "{} kỳ {period} đang có lỗi hoặc không đọc được nên cột «Kỳ trước» của biểu để trống",
            unit.full_name()
        );
        let hint = format!("xem baocao check --period {period}, sửa rồi lập lại biểu");
        let whole = Span::whole(&SourceFile::new(path, ""));
        Finding::new(Code::BrokenBase, message).at(&whole).hint(hint)
    }
}

impl FormResult {
    fn put(
        &mut self,
        made: Vec<MadeForm>,
        request: &FormRequest,
        plan: &Plan,
        files: &dyn FileSystem,
    ) {
        for (path, bytes) in made {
            let shown = slashed(&path);
            let folder = path.parent().unwrap_or(Path::new(".")).to_string_lossy();
            self.folders.insert(folder.replace('\\', "/"));
            let bytes = match bytes {
                Ok(bytes) => bytes,
                Err(error) => {
                    let error = std::io::Error::other(error);
                    self.findings.push(Finding::not_written(Unwritten::Output(&path), &error));
                    continue;
                }
            };
            let before = match up_to(files, &path, LARGEST_BOOK) {
                Ok(before) => Some(before),
                Err(ReadFault::System(error)) if error.kind() == ErrorKind::NotFound => None,
                // What cannot be read may be filled in.
                Err(fault) => {
                    self.kept += 1;
                    self.findings.push(unread(&shown, &fault));
                    continue;
                }
            };
            if before.as_ref() == Some(&bytes) {
                self.unchanged += 1;
            } else if before.is_some()
                && request.filled == FilledForms::Keep
                && !is_blank(files, &path, plan)
            {
                self.kept += 1;
                self.findings.push(kept(&shown));
            } else {
                match replace_own(files, &path, before.as_deref(), &bytes) {
                    Ok(()) => self.written += 1,
                    Err(error) => {
                        self.findings.push(Finding::not_written(Unwritten::Output(&path), &error));
                    }
                }
            }
        }
        for folder in &self.folders {
            if let Err(error) = files.sync_folder(Path::new(folder)) {
                let folder = Path::new(folder);
                self.findings.push(Finding::not_written(Unwritten::Output(folder), &error));
            }
        }
    }
}

/// Whether a file is a form in which nothing is filled in.
fn is_blank(files: &dyn FileSystem, path: &Path, plan: &Plan) -> bool {
    let Ok(Some(form)) = recognise(files, path) else { return false };
    let identity = &form.identity;
    if identity.dossier != plan.id.as_str() {
        return false;
    }
    match identity.unit.as_ref().map(|unit| plan.unit(unit)) {
        Some(Some(unit)) => filled(&form, plan, unit)
            .is_ok_and(|filled| filled.is_empty() && filled.findings.is_empty()),
        Some(None) => false,
        None => all_units_form::filled(&form, plan, identity.period).is_ok_and(|units| {
            units.iter().all(|(_, filled)| filled.is_empty() && filled.findings.is_empty())
        }),
    }
}

fn unread(shown: &str, fault: &ReadFault) -> Finding {
    let message = format!("{shown}: {fault}, có thể đã có người điền nên giữ nguyên");
    let hint = "xem quyền đọc tệp và thư mục chứa nó, hoặc ghi biểu mới vào chỗ khác bằng --out";
    let whole = Span::whole(&SourceFile::new(shown, ""));
    Finding::new(Code::FormKept, message).at(&whole).hint(hint)
}

fn kept(shown: &str) -> Finding {
    let message =
        format!("{shown}: tệp đã có người điền, hoặc không phải biểu chưa điền, nên giữ nguyên");
    let hint = "nhập tệp ấy trước (baocao import), ghi biểu mới vào chỗ khác bằng --out, hoặc bỏ tệp cũ bằng --force";
    let whole = Span::whole(&SourceFile::new(shown, ""));
    Finding::new(Code::FormKept, message).at(&whole).hint(hint)
}

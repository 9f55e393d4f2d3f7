//! Finds the report and the number that were asked for, and explains it. Not for what was typed ([`crate::cli`]).

use std::path::Path;

use super::typed_period::asked;
use crate::assets::fonts::Fonts;
use crate::assets::location::template_files;
use crate::disk::file_system::Local;
use crate::error::Error;
use crate::inputs::typed_names::{dossier_meant, unit_meant};
use crate::kinds::catalog::Kinds;
use crate::load::dossiers::load;
use crate::load::loaded::Loaded;
use crate::load::plan_file;
use crate::model::dossier::Dossier;
use crate::model::names::AREA;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::Narrative;
use crate::options::{AskedPeriod, Paths};
use crate::pipeline::no_report;
use crate::report::context::ReportContext;
use crate::report::due;
use crate::report::due::{Job, Scope};
use crate::report::views::table::ViewTable;
use crate::trace::index::index;
use crate::trace::tell::Answer;
use crate::trace::{figure, target};
use crate::vietnamese::nearest::nearest;

/// What was asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NumberQuery<'q> {
    /// The dossier.
    pub(crate) dossier: &'q str,
    /// The period.
    pub(crate) period: &'q str,
    /// The unit, or `tong-hop`.
    pub(crate) unit: &'q str,
    /// The figure or target; none: all of the report.
    pub(crate) number: Option<&'q str>,
    /// The kind of report, where a quarter has several.
    pub(crate) kind: Option<&'q str>,
}

/// Explains a number of a report, or lists its numbers.
///
/// # Errors
/// A name nothing has, with the nearest; a report that cannot be made.
pub(crate) fn explain(query: &NumberQuery<'_>, paths: &Paths) -> Result<Answer, Error> {
    plan_file::dossiers(&Local, paths, &[])?;
    let files = template_files(&Local, paths)?;
    if !files.findings().is_empty() {
        return Err(Error::Templates(files.findings().to_vec()));
    }
    let fonts = Fonts::load(&files);
    let loaded = load(&Local, &paths.inputs, &paths.inputs_shown(), &fonts.coverage())?;
    let dossier = dossier_of(query.dossier, &paths.inputs, &loaded)?;
    let period = period_of(query.period, dossier)?;
    let kinds = Kinds::read(&files);
    let units = dossier.plan.units.iter().map(|unit| (unit.id.as_str(), unit.name.as_str()));
    let unit = unit_meant(query.unit, units)?;
    let query = &NumberQuery { dossier: dossier.plan.id.as_str(), unit, ..*query };
    let job = job(query, &loaded.dossiers, dossier, &kinds, period)?;
    let kind = kinds.find(&job.due.kind).map_err(Error::Templates)?;
    let none = Narrative::default();
    let views = ViewTable::new(ReportContext::new(&job, kind, &none));
    match query.number {
        None => Ok(Answer::Index(Box::new(index(&views, query.dossier)))),
        Some(typed) => number(&views, query.dossier, typed),
    }
}

/// A target or a figure by its id; `so_lieu.` or `chi_tieu.` before it tells two of one id apart.
fn number(views: &ViewTable<'_>, dossier: &str, typed: &str) -> Result<Answer, Error> {
    let (of_figures, of_targets) =
        (typed.strip_prefix("so_lieu."), typed.strip_prefix("chi_tieu."));
    let known = index(views, dossier);
    let has = |entries: &[crate::trace::index::IndexEntry], id: &str| {
        entries.iter().any(|entry| entry.ma == id)
    };
    let plan = views.context.plan();
    let id = of_targets.or(of_figures).unwrap_or(typed);
    let wanted = plan.target(id).filter(|_| of_figures.is_none() && has(&known.chi_tieu, id));
    if let Some(wanted) = wanted {
        return Ok(Answer::Number(Box::new(target(views, dossier, wanted))));
    }
    let wanted = plan.figure(id).filter(|_| of_targets.is_none() && has(&known.so_lieu, id));
    if let Some(wanted) = wanted {
        return Ok(Answer::Number(Box::new(figure(views, dossier, wanted))));
    }
    if plan.target(id).is_some() || plan.figure(id).is_some() {
        let name = &known.bao_cao.ten;
        return Err(Error::NoNumber(format!(
            "báo cáo của {name} không có «{id}»; xem báo cáo {AREA}"
        )));
    }
    Err(Error::Unknown {
        what: "số liệu, chỉ tiêu",
        name: typed.to_owned(),
        nearest: nearest_number(id, plan),
    })
}

/// The id nearest to what was typed, which may be an id or a name.
fn nearest_number(typed: &str, plan: &Plan) -> Option<String> {
    let figures = plan.figures.iter().map(|figure| (&figure.id, &figure.name));
    let targets = plan.targets.iter().map(|target| (&target.id, &target.name));
    let all: Vec<_> = figures.chain(targets).collect();
    let id = nearest(typed, all.iter().map(|(id, _)| id.as_str()));
    let name = || nearest(typed, all.iter().map(|(_, name)| name.as_str()));
    let named =
        || all.iter().find(|(_, of_id)| Some(of_id.as_str()) == name()).map(|(id, _)| id.as_str());
    id.or_else(named).map(str::to_owned)
}

/// The dossier that was meant.
///
/// # Errors
/// There is none of that name, or its plan has errors.
pub(super) fn dossier_of<'l>(
    typed: &str,
    inputs: &Path,
    loaded: &'l Loaded,
) -> Result<&'l Dossier, Error> {
    let ids = loaded.dossiers.iter().map(|dossier| dossier.plan.id.as_str());
    let meant = dossier_meant(typed, inputs, ids.chain(loaded.refused.iter().map(String::as_str)))?;
    let found = loaded.dossiers.iter().find(|dossier| dossier.plan.id.as_str() == meant);
    found.ok_or_else(|| {
        let message =
            format!("kế hoạch của hồ sơ «{meant}» có lỗi; chạy «baocao check {meant}» để xem");
        Error::NoNumber(message)
    })
}

/// The period that was meant.
///
/// # Errors
/// Nothing was handed in for it.
pub(super) fn period_of(typed: &str, dossier: &Dossier) -> Result<Period, Error> {
    let known = || dossier.periods.iter().map(ToString::to_string);
    let Ok(asked) = asked(typed) else {
        let known: Vec<String> = known().collect();
        return Err(Error::unknown("kỳ", typed, known.iter().map(String::as_str)));
    };
    asked.among(&dossier.periods).map_err(|several| match asked {
        AskedPeriod::Whole(period) => {
            Error::NoPeriod { period, known: known().collect(), unused: Vec::new() }
        }
        AskedPeriod::Quarter(quarter) if several.is_empty() => {
            Error::WhichYear { quarter, periods: dossier.periods.iter().copied().collect() }
        }
        AskedPeriod::Quarter(quarter) => Error::WhichYear { quarter, periods: several },
    })
}

/// The report that is due for the unit, or the roll-up.
fn job<'l>(
    query: &NumberQuery<'_>,
    family: &'l [Dossier],
    dossier: &'l Dossier,
    kinds: &'l Kinds,
    period: Period,
) -> Result<Job<'l>, Error> {
    let plan = &dossier.plan;
    let unit = plan.unit(query.unit);
    let of_scope = |job: &Job<'_>| match job.scope {
        Scope::Unit(unit) => unit.id.as_str() == query.unit,
        Scope::Area => query.unit == AREA,
        Scope::Missing(_) => false,
    };
    let jobs: Vec<Job<'l>> = due(family, dossier, kinds)
        .into_iter()
        .filter(|job| job.period == period && of_scope(job))
        .collect();
    let Some(first) = jobs.first() else {
        return Err(Error::NoNumber(no_report(dossier, unit, period)));
    };
    if first.broken() {
        let message = format!(
            "tệp của báo cáo này có lỗi nên báo cáo bị giữ lại; chạy «baocao check {} --period {period}» để xem",
            plan.id
        );
        return Err(Error::NoNumber(message));
    }
    let Some(kind) = query.kind else { return Ok(*first) };
    let kinds = jobs.iter().map(|job| job.due.kind.as_str());
    let found = jobs.iter().find(|job| job.due.kind.as_str() == kind);
    found.copied().ok_or_else(|| Error::unknown("loại báo cáo", kind, kinds))
}

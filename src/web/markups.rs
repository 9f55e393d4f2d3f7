//! Reports of a workspace as what they print: their views, the markup of their pages and charts, where its words come from. Not for
//! what they are made from ([`super::workspace`]) and not for laying them out ([`super::sheets`]).

use super::workspace::Workspace;
use crate::diagnostic::Finding;
use crate::model::returns::Narrative;
use crate::render::origins::Origins;
use crate::report::context::ReportContext;
use crate::report::due::Job;
use crate::report::views::table::ViewTable;
use crate::toolchain::{CompiledKind, rendered, rendered_with_origins};

impl Workspace {
    /// What `made` makes of a report as a build makes it: number and date from the register, and what its unit's file says by now.
    ///
    /// # Errors
    /// What is wrong with its templates; nothing where its own file has errors, which are told by themselves.
    pub(super) fn with_job<T>(
        &self,
        job: &Job<'_>,
        made: impl FnOnce(&Job<'_>, &CompiledKind) -> Result<T, Vec<Finding>>,
    ) -> Result<T, Vec<Finding>> {
        let present = job.present();
        let dossier = present.as_ref().unwrap_or(job.dossier);
        let job = Job { dossier, ..*job };
        if job.broken() {
            return Err(Vec::new());
        }
        let compiled = self.toolchain.compiled(std::iter::once(&job.due.kind));
        match compiled.get(&job.due.kind).map(AsRef::as_ref) {
            Some(Ok(kind)) => {
                let stamp = self.stamp(&job, kind);
                made(&Job { stamp: stamp.as_ref(), ..job }, kind)
            }
            Some(Err(wrong)) => Err(wrong.clone()),
            None => Err(Vec::new()),
        }
    }

    /// What `made` makes of the view of a report.
    ///
    /// # Errors
    /// As [`Workspace::with_job`].
    pub(super) fn with_views<T>(
        &self,
        job: &Job<'_>,
        made: impl FnOnce(&ViewTable<'_>, &CompiledKind) -> Result<T, Vec<Finding>>,
    ) -> Result<T, Vec<Finding>> {
        let none = Narrative::default();
        self.with_job(job, |job, kind| {
            made(&ViewTable::new(ReportContext::new(job, &kind.kind, &none)), kind)
        })
    }

    /// The markup of a report's pages.
    ///
    /// # Errors
    /// As [`Workspace::with_job`].
    pub(super) fn markup(&self, job: &Job<'_>) -> Result<String, Vec<Finding>> {
        self.with_views(job, |views, kind| {
            let page = rendered(views, kind, &self.toolchain);
            page.map(|(_, markup)| markup).map_err(|finding| vec![finding])
        })
    }

    /// The markup of a report with nothing but the charts of its period.
    ///
    /// # Errors
    /// As [`Workspace::with_job`].
    pub(super) fn charts_markup(&self, job: &Job<'_>) -> Result<String, Vec<Finding>> {
        let none = Narrative::default();
        self.with_job(job, |job, kind| {
            let kind =
                CompiledKind { kind: kind.kind.with_charts_alone(), engine: kind.engine.clone() };
            let views = ViewTable::new(ReportContext::new(job, &kind.kind, &none));
            let page = rendered(&views, &kind, &self.toolchain);
            page.map(|(_, markup)| markup).map_err(|finding| vec![finding])
        })
    }

    /// The markup of a report's pages, and where its words come from, as far as templates print alike what is marked.
    ///
    /// # Errors
    /// As [`Workspace::with_job`].
    pub(super) fn markup_with_origins(
        &self,
        job: &Job<'_>,
    ) -> Result<(String, Origins), Vec<Finding>> {
        let none = Narrative::default();
        self.with_job(job, |job, kind| {
            let context = || ReportContext::new(job, &kind.kind, &none);
            let plain = || rendered(&ViewTable::new(context()), kind, &self.toolchain);
            let marked = || {
                let views = ViewTable::new(context().with_origins());
                rendered_with_origins(&views, kind, &self.toolchain)
            };
            let (plain, marked) = rayon::join(plain, marked);
            let (_, markup) = plain.map_err(|finding| vec![finding])?;
            let alike = marked.ok().filter(|(own, _)| *own == markup);
            Ok((markup, alike.map(|(_, origins)| origins).unwrap_or_default()))
        })
    }
}

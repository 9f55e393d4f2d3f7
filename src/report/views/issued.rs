//! Every document that was issued in a phase, from all returns of it: once each, in order of date. Not for those of a
//! single period ([`crate::report::narrative`]).

use std::collections::BTreeSet;

use super::text::{DocumentView, document_view};
use crate::model::dossier::Filed;
use crate::model::issuing::Issuer;
use crate::model::plan::Document;
use crate::model::returns::Narrative;
use crate::model::text::Line;
use crate::model::unit::Unit;
use crate::report::context::{ClosingContext, ReportContext};
use crate::report::document::{issuer, put_unit, unit_issuer};
use crate::report::due::Scope;

/// A document and who issued it, if that is to be said.
type Issued = (Document, Option<Line>);

/// The documents of a context's phase, with their issuing bodies for the roll-up; none for a report of a period.
#[must_use]
pub(crate) fn issued(context: &ReportContext<'_>) -> Vec<DocumentView> {
    let Some(closing) = context.closing else { return Vec::new() };
    let mut all: Vec<Issued> = match context.scope() {
        Scope::Unit(unit) => {
            documents_of_unit(closing, unit).cloned().map(|one| (one, None)).collect()
        }
        Scope::Area | Scope::Missing(_) => documents_of_area(context, closing),
    };
    // A stable sort: of one day, the units' in the plan's order.
    all.sort_by_key(|(document, _)| {
        let date = document.date.map(|date| (date.year, date.month, date.day.unwrap_or(0)));
        (date.is_none(), date)
    });
    let mut seen = BTreeSet::new();
    all.retain(|(document, body)| {
        let date = document.date.map(|date| (date.year, date.month, date.day));
        let body = document.body.clone().or_else(|| body.clone());
        let subject = document.subject.clone().filter(|_| document.number.is_none());
        seen.insert((document.kind.clone(), document.number.clone(), date, body, subject))
    });
    let view = |(document, body): Issued| {
        let own = document_view(&document);
        DocumentView { co_quan: own.co_quan.or_else(|| body.map(|body| body.to_string())), ..own }
    };
    all.into_iter().map(view).collect()
}

fn documents_of_unit<'a>(
    closing: ClosingContext<'a>,
    unit: &Unit,
) -> impl Iterator<Item = &'a Document> + use<'a> {
    let series = closing.dossier.series.get(&unit.id);
    let phase = closing.phase;
    let returns = series.into_iter().flat_map(|series| series.returns.range(phase.from..=phase.to));
    let returns = returns.filter_map(|(_, filed)| Some(&filed.good()?.narrative));
    let own = series.and_then(|series| series.closings.get(&phase.id)).and_then(Filed::good);
    documents(returns.chain(own.map(|own| &own.narrative)))
}

fn documents<'a>(
    narratives: impl Iterator<Item = &'a Narrative>,
) -> impl Iterator<Item = &'a Document> {
    narratives.flat_map(|narrative| &narrative.documents)
}

/// The units' in the plan's order, then the board's.
fn documents_of_area(context: &ReportContext<'_>, closing: ClosingContext<'_>) -> Vec<Issued> {
    let phase = closing.phase;
    let mut all = Vec::new();
    for unit in &context.plan().units {
        let issuer = unit_issuer(context.plan(), &context.kind.id, context.reference());
        let body = issuer.map(|issuer| Line::new(&put_unit(&issuer.letterhead(), unit)));
        all.extend(documents_of_unit(closing, unit).cloned().map(|one| (one, body.clone())));
    }
    let boards = closing.dossier.boards.range(phase.from..=phase.to);
    let boards = boards.filter_map(|(_, filed)| Some(&filed.good()?.narrative));
    let own = closing.dossier.closings.get(&phase.id).and_then(Filed::good);
    let documents_of_board = documents(boards.chain(own.map(|own| &own.narrative)));
    all.extend(documents_of_board.cloned().map(|one| {
        let body = body_by_symbol(&context.plan().area_issuers, &one);
        (one, body)
    }));
    all
}

/// The area's bodies share one text: which of them issued a document is told by its symbol.
fn body_by_symbol(issuers: &[Issuer], document: &Document) -> Option<Line> {
    let symbol = |line: &Line| line.as_str().rsplit_once('/').map(|(_, body)| body.to_owned());
    let own = document.number.as_ref().and_then(symbol)?;
    let issuer =
        issuers.iter().find(|issuer| symbol(&issuer.symbol.value).as_ref() == Some(&own))?;
    Some(issuer.named())
}

/// A document as a report of its time lists it: with the body whose symbol it bears, where that is not the reporting one.
#[must_use]
pub(crate) fn listed(context: &ReportContext<'_>, document: &Document) -> DocumentView {
    let view = document_view(document);
    if context.scope() != Scope::Area || view.co_quan.is_some() {
        return view;
    }
    let own = issuer(context).map(Issuer::named);
    let body = body_by_symbol(&context.plan().area_issuers, document);
    let co_quan = body.filter(|body| own.as_ref() != Some(body)).map(|body| body.to_string());
    DocumentView { co_quan, ..view }
}

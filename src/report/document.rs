//! The view of the document itself: letterhead, symbol, date, subject, signer, recipients. Not for its place on the
//! page.

use chrono::NaiveDate;
use serde::Serialize;

use super::context::ReportContext;
use super::due::Scope;
use super::pattern::fill;
use super::signature::{ExtraView, SignerView, extra_view, lead, signer_view};
use crate::kinds::kind::Kind;
use crate::model::date::PartialDate;
use crate::model::id::Id;
use crate::model::issuing::Issuer;
use crate::model::period::Period;
use crate::model::plan::{Phase, Plan};
use crate::model::stamp::{Replaced, Stamp, numbered};
use crate::model::text::Line;
use crate::model::unit::Unit;
use crate::model::written_date::short;
use crate::source::At;
use crate::vietnamese::text::uncapitalised;

/// The document as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DocumentHead {
    /// `BÁO CÁO`.
    pub(crate) loai: String,
    /// Whether it is a letter, which prints no type.
    pub(crate) cong_van: bool,
    /// The subject.
    pub(crate) trich_yeu: String,
    /// The superior body.
    pub(crate) cap_tren: Option<String>,
    /// The issuing body as the letterhead names it in one line.
    pub(crate) co_quan: String,
    /// The issuing bodies, of a joint document several, the lead first.
    pub(crate) cac_co_quan: Vec<String>,
    /// The issuing body as a sentence names it.
    pub(crate) ten_day_du: String,
    /// The number, if given.
    pub(crate) so: Option<u32>,
    /// The symbol.
    pub(crate) ky_hieu: String,
    /// The place.
    pub(crate) dia_danh: String,
    /// The date; the day is blank until the document is dated.
    pub(crate) ngay: DateView,
    /// The day that picks profile and issuer, also the PDF's date.
    pub(crate) ngay_quy_chieu: DateView,
    /// Who signs, of a joint document the lead.
    pub(crate) nguoi_ky: SignerView<String>,
    /// All who sign, the lead first, their positions line by line.
    pub(crate) cac_nguoi_ky: Vec<SignerView<Vec<String>>>,
    /// Recipients in order.
    pub(crate) noi_nhan: Vec<String>,
    /// Whether it is a draft beside an issued document, which it would take the place of.
    pub(crate) du_thao_sau_ban_hanh: bool,
    /// The document it takes the place of.
    pub(crate) thay_the: Option<ReplacedView>,
    /// What not every document bears.
    #[serde(flatten)]
    pub(crate) them: ExtraView,
}

/// The document that this one takes the place of.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ReplacedView {
    /// Number and symbol.
    pub(crate) so: String,
    /// Its date.
    pub(crate) ngay: String,
    /// Why.
    pub(crate) ly_do: String,
}

impl From<&Replaced> for ReplacedView {
    fn from(replaced: &Replaced) -> Self {
        Self {
            so: numbered(replaced.number, &replaced.symbol),
            ngay: short(replaced.date.into()),
            ly_do: replaced.reason.clone(),
        }
    }
}

/// A date in parts.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DateView {
    /// Year.
    pub(crate) nam: i32,
    /// Month.
    pub(crate) thang: u32,
    /// Day, if written.
    pub(crate) ngay: Option<u32>,
}

impl From<PartialDate> for DateView {
    fn from(date: PartialDate) -> Self {
        Self { nam: date.year, thang: date.month, ngay: date.day }
    }
}

/// What a report's subject and sentences call its period.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodView {
    /// `2024-Q1`.
    pub(crate) ma: String,
    /// In a sentence: `quý I/2024`.
    pub(crate) ten: String,
    /// In the subject: `quý I năm 2024`.
    pub trich_yeu: String,
    /// The time after it: `quý II/2024`.
    pub(crate) tiep_theo: String,
    /// The year.
    pub(crate) nam: u16,
    /// The quarter, Roman.
    pub(crate) quy: &'static str,
}

/// The names of the context's period, by the kind's patterns.
#[must_use]
pub(crate) fn period_view(context: &ReportContext<'_>) -> PeriodView {
    let owed = context.reminder.iter().flat_map(|reminder| &reminder.owed).next();
    if let Some(owed) = owed {
        return period_names(owed.kind, context.period(), None);
    }
    let phase = context.closing.map(|closing| closing.phase);
    let names = period_names(context.kind, context.period(), phase);
    match phase.and_then(|phase| phase.name.as_ref()) {
        Some(own) => PeriodView { ten: own.to_string(), trich_yeu: own.to_string(), ..names },
        None => names,
    }
}

/// The names a kind gives a period, or a phase.
#[must_use]
pub(crate) fn period_names(kind: &Kind, period: Period, phase: Option<&Phase>) -> PeriodView {
    let next = period.next();
    let (year, next_year) = (period.year().to_string(), next.year().to_string());
    let first_year = phase.map_or(period, |phase| phase.from).year().to_string();
    let values = [
        ("nam", year.as_str()),
        ("quy", period.roman()),
        ("nam_sau", &next_year),
        ("quy_sau", next.roman()),
        ("nam_dau", &first_year),
    ];
    let named = |pattern: &Line| fill(pattern.as_str(), &values);
    PeriodView {
        ma: phase.map_or_else(|| period.to_string(), |phase| phase.id.to_string()),
        ten: named(&kind.period.sentence),
        trich_yeu: named(&kind.period.subject),
        tiep_theo: named(&kind.period.next),
        nam: period.year(),
        quy: period.roman(),
    }
}

/// The issuer in force for this report.
#[must_use]
pub(crate) fn issuer<'a>(context: &ReportContext<'a>) -> Option<&'a Issuer> {
    match context.scope() {
        Scope::Unit(_) => unit_issuer(context.plan(), &context.kind.id, context.reference()),
        Scope::Area | Scope::Missing(_) => {
            area_issuer(context.plan(), &context.kind.id, context.reference())
        }
    }
}

/// The issuer in force for a unit's report of a kind.
#[must_use]
pub(crate) fn unit_issuer<'a>(plan: &'a Plan, kind: &Id, date: NaiveDate) -> Option<&'a Issuer> {
    in_force(&plan.unit_issuers, kind, date)
}

/// The issuer in force for the area's document of a kind.
#[must_use]
pub(crate) fn area_issuer<'a>(plan: &'a Plan, kind: &Id, date: NaiveDate) -> Option<&'a Issuer> {
    in_force(&plan.area_issuers, kind, date)
}

/// The last that matches, whole.
fn in_force<'a>(issuers: &'a [Issuer], kind: &Id, date: NaiveDate) -> Option<&'a Issuer> {
    let of_kind = |issuer: &&Issuer| issuer.kinds.is_empty() || names(issuer, kind);
    issuers.iter().rev().find(|issuer| of_kind(issuer) && issuer.validity.contains(date))
}

/// Whether an issuer was given for this very kind.
fn names(issuer: &Issuer, kind: &Id) -> bool {
    issuer.kinds.iter().any(|name| name.value.as_str() == kind.as_str())
}

/// A pattern of the plan with a unit's kind, name and place put in.
#[must_use]
pub(crate) fn put_unit(pattern: &Line, unit: &Unit) -> String {
    let values = [
        ("loai", unit.kind.as_str()),
        ("ten", unit.name.as_str()),
        ("dia_danh", unit.place.as_str()),
    ];
    fill(pattern.as_str(), &values)
}

/// The document as a template sees it.
#[must_use]
pub(crate) fn document_head(
    context: &ReportContext<'_>,
    issuer: &Issuer,
    period: &PeriodView,
) -> DocumentHead {
    let put = |line: &Line| match context.scope() {
        Scope::Unit(unit) => put_unit(line, unit),
        Scope::Area | Scope::Missing(_) => line.to_string(),
    };
    let put_at = |line: &At<Line>| put(&line.value);
    let signers: Vec<_> = issuer.signers.iter().map(|one| signer_view(one, put_at)).collect();
    let about = match context.scope() {
        Scope::Unit(_) => put(&context.plan().wording.unit_subject),
        Scope::Area | Scope::Missing(_) => context.plan().wording.area_subject.to_string(),
    };
    let subject = fill(
        context.kind.subject.as_str(),
        &[("trich_yeu", &uncapitalised(&about)), ("ky", &period.trich_yeu)],
    );
    let dated = context.date.map(PartialDate::from);
    DocumentHead {
        loai: context.kind.document_type.to_string(),
        cong_van: context.kind.letter.is_some(),
        trich_yeu: subject,
        cap_tren: issuer.superior.as_ref().map(put_at),
        ten_day_du: put(&issuer.named()),
        co_quan: put(&issuer.letterhead()),
        cac_co_quan: issuer.bodies.iter().map(put_at).collect(),
        so: context.number,
        ky_hieu: symbol(context.kind, issuer, &put_at(&issuer.symbol)),
        dia_danh: put_at(&issuer.place),
        ngay: dated.unwrap_or_else(|| PartialDate::without_day(context.reference())).into(),
        ngay_quy_chieu: PartialDate::from(context.reference()).into(),
        nguoi_ky: lead(&signers),
        cac_nguoi_ky: signers,
        noi_nhan: recipients(context.kind, issuer).map(put).collect(),
        du_thao_sau_ban_hanh: context.stamp.is_some_and(Stamp::is_draft),
        thay_the: context.stamp.and_then(|one| one.replaces.as_ref()).map(ReplacedView::from),
        them: extra_of(context, issuer, put),
    }
}

impl DocumentHead {
    /// Makes it a draft, the first or a later one.
    pub(crate) fn set_draft(&mut self, number: u8) {
        self.them.du_thao = Some(number);
    }
}

/// What not every document bears; one that is issued is no draft any more.
fn extra_of(
    context: &ReportContext<'_>,
    issuer: &Issuer,
    put: impl Fn(&Line) -> String,
) -> ExtraView {
    let extra = extra_view(&issuer.extra, put);
    ExtraView { du_thao: extra.du_thao.filter(|_| context.stamp.is_none()), ..extra }
}

/// The symbol of this kind of document: what a plan gives for its reports, with the kind's own code before the `/`.
#[must_use]
pub(crate) fn symbol(kind: &Kind, issuer: &Issuer, given: &str) -> String {
    let own = kind.code.as_ref().filter(|_| !names(issuer, &kind.id));
    match own.zip(given.split_once('/')) {
        Some((code, (_, body))) => format!("{code}/{body}"),
        None => given.to_owned(),
    }
}

/// The recipients the plan gives; of a kind with recipients of its own those and the plan's archive, which is last.
fn recipients<'a>(kind: &'a Kind, issuer: &'a Issuer) -> impl Iterator<Item = &'a Line> {
    let own = if names(issuer, &kind.id) { &[] } else { &kind.recipients[..] };
    let given = if own.is_empty() { 0 } else { issuer.recipients.len().saturating_sub(1) };
    own.iter().chain(issuer.recipients[given..].iter().map(|recipient| &recipient.value))
}

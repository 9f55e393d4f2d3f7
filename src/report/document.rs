//! The view of the document itself: letterhead, symbol, date, subject, signer, recipients. Not for its place on the
//! page.

use serde::Serialize;

use super::due::Scope;
use super::pattern::fill;
use super::scene::Scene;
use crate::model::date::PartialDate;
use crate::model::issuing::Issuer;
use crate::model::text::Line;
use crate::model::unit::Unit;
use crate::vietnamese::text::uncapitalised;

/// The document as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentHead {
    /// `BÁO CÁO`.
    pub loai: String,
    /// The subject.
    pub trich_yeu: String,
    /// The superior body.
    pub cap_tren: Option<String>,
    /// The issuing body as the letterhead names it.
    pub co_quan: String,
    /// The issuing body as a sentence names it.
    pub ten_day_du: String,
    /// The number, if given.
    pub so: Option<u32>,
    /// The symbol.
    pub ky_hieu: String,
    /// The place.
    pub dia_danh: String,
    /// The date; the day is blank until the document is dated.
    pub ngay: DateView,
    /// The day that picks profile and issuer, also the PDF's date.
    pub ngay_quy_chieu: DateView,
    /// Who signs.
    pub nguoi_ky: SignerView,
    /// Recipients in order.
    pub noi_nhan: Vec<String>,
}

/// A date in parts.
#[derive(Debug, Clone, Serialize)]
pub struct DateView {
    /// Year.
    pub nam: i32,
    /// Month.
    pub thang: u32,
    /// Day, if written.
    pub ngay: Option<u32>,
}

impl From<PartialDate> for DateView {
    fn from(date: PartialDate) -> Self {
        Self { nam: date.year, thang: date.month, ngay: date.day }
    }
}

/// A signature block.
#[derive(Debug, Clone, Serialize)]
pub struct SignerView {
    /// `T/M BAN THƯỜNG VỤ`.
    pub quyen_han: Option<String>,
    /// `BÍ THƯ`.
    pub chuc_vu: String,
    /// The name.
    pub ho_ten: Option<String>,
}

/// What a report's subject and sentences call its period.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodView {
    /// `2024-Q1`.
    pub ma: String,
    /// In a sentence: `quý I/2024`.
    pub ten: String,
    /// In the subject: `quý I năm 2024`.
    pub trich_yeu: String,
    /// The time after it: `quý II/2024`.
    pub tiep_theo: String,
    /// The year.
    pub nam: u16,
    /// The quarter, Roman.
    pub quy: &'static str,
}

/// The names of the scene's period, by the kind's patterns.
#[must_use]
pub fn period_view(scene: &Scene<'_>) -> PeriodView {
    let (period, next) = (scene.period, scene.period.next());
    let (year, next_year) = (period.year().to_string(), next.year().to_string());
    let values = [
        ("nam", year.as_str()),
        ("quy", period.roman()),
        ("nam_sau", &next_year),
        ("quy_sau", next.roman()),
    ];
    let named = |pattern: &Line| fill(pattern.as_str(), &values);
    PeriodView {
        ma: period.to_string(),
        ten: named(&scene.kind.period),
        trich_yeu: named(&scene.kind.period_in_subject),
        tiep_theo: named(&scene.kind.next_period),
        nam: period.year(),
        quy: period.roman(),
    }
}

/// The issuer in force for this report: the last that matches, whole.
#[must_use]
pub fn issuer<'a>(scene: &Scene<'a>) -> Option<&'a Issuer> {
    let issuers = match scene.scope {
        Scope::Unit(_) => &scene.plan.unit_issuers,
        Scope::Area => &scene.plan.area_issuers,
    };
    let kind = scene.kind.id.as_str();
    issuers.iter().rev().find(|issuer| {
        let for_kind =
            issuer.kinds.is_empty() || issuer.kinds.iter().any(|name| name.as_str() == kind);
        for_kind && issuer.validity.contains(scene.reference)
    })
}

/// A pattern of the plan with a unit's kind, name and place put in.
#[must_use]
pub fn put_unit(pattern: &Line, unit: &Unit) -> String {
    let values = [
        ("loai", unit.kind.as_str()),
        ("ten", unit.name.as_str()),
        ("dia_danh", unit.place.as_str()),
    ];
    fill(pattern.as_str(), &values)
}

/// The document as a template sees it.
#[must_use]
pub fn document_head(scene: &Scene<'_>, issuer: &Issuer, period: &PeriodView) -> DocumentHead {
    let put = |line: &Line| match scene.scope {
        Scope::Unit(unit) => put_unit(line, unit),
        Scope::Area => line.to_string(),
    };
    let about = match scene.scope {
        Scope::Unit(_) => put(&scene.plan.wording.unit_subject),
        Scope::Area => scene.plan.wording.area_subject.to_string(),
    };
    let subject = fill(
        scene.kind.subject.as_str(),
        &[("trich_yeu", &uncapitalised(&about)), ("ky", &period.trich_yeu)],
    );
    let dated = scene.heading.and_then(|heading| heading.date).map(PartialDate::from);
    let body = put(&issuer.body);
    DocumentHead {
        loai: scene.kind.document_type.to_string(),
        trich_yeu: subject,
        cap_tren: issuer.superior.as_ref().map(put),
        ten_day_du: issuer.full_body.as_ref().map_or_else(|| body.clone(), put),
        co_quan: body,
        so: scene.heading.and_then(|heading| heading.number),
        ky_hieu: put(&issuer.symbol),
        dia_danh: put(&issuer.place),
        ngay: dated.unwrap_or_else(|| PartialDate::without_day(scene.reference)).into(),
        ngay_quy_chieu: PartialDate::from(scene.reference).into(),
        nguoi_ky: SignerView {
            quyen_han: issuer.signer.authority.as_ref().map(put),
            chuc_vu: put(&issuer.signer.position),
            ho_ten: issuer.signer.name.as_ref().map(put),
        },
        noi_nhan: issuer.recipients.iter().map(put).collect(),
    }
}

//! The form of a return as a page shows it. Not for its fields ([`super::return_fields`]).

use std::collections::BTreeMap;

use serde::Serialize;

use super::finding_view::{self, FindingView};
use super::place::Place;
use super::return_fields::{AS_OF, ESTIMATE, FieldValues, NONE_AROSE, manner, source, text, value};
use super::return_typed::Wrong;
use crate::diagnostic::Finding;
use crate::forms::content::{FormContent, FormRow};
use crate::forms::figures_sheet::may_be_estimated;
use crate::import::differences::typed;
use crate::model::figure::FigureKind;
use crate::model::returns::Amount;

/// The page.
#[derive(Debug, Serialize)]
pub(super) struct ReturnView {
    ho_so: String,
    ky: String,
    ten: String,
    dia_chi: String,
    dia_chi_don_vi: String,
    /// The mark of the file this form was made from.
    ban: String,
    /// Whether the file changed since the form that was sent was made.
    da_doi: bool,
    /// The fields with something wrong in them.
    chua_dung: Vec<WrongField>,
    ky_truoc: Option<String>,
    chot_den: FieldView,
    so_lieu: Vec<FigureField>,
    loi_van: Vec<FieldView>,
    cac_phat_hien: Vec<FindingView>,
}

/// A field.
#[derive(Debug, Serialize)]
struct FieldView {
    ma: String,
    ten: String,
    giup: String,
    /// What stands in it.
    chu: String,
    /// What the file has.
    goc: String,
    /// What the file has by now, where that is neither what it had nor what was typed.
    khac: Option<String>,
    vuong: Vec<FindingView>,
}

/// A field with something wrong in it, to go to.
#[derive(Debug, Serialize)]
struct WrongField {
    ma: String,
    ten: String,
}

/// A figure.
#[derive(Debug, Serialize)]
struct FigureField {
    so: FieldView,
    cach: FieldView,
    nguon: Option<FieldView>,
    don_vi_tinh: String,
    truoc: String,
    /// Whether it is answered with yes or no.
    co_khong: bool,
    cach_chon: Vec<(&'static str, &'static str)>,
}

/// What a form shows.
pub(super) struct Shown<'s> {
    /// What stands in the fields.
    pub(super) typed: &'s FieldValues,
    /// What the file has.
    pub(super) disk: &'s FieldValues,
    /// What the file has in fields where something else was typed.
    pub(super) others: &'s BTreeMap<String, String>,
    /// The mark of the file.
    pub(super) version: &'s str,
    /// Whether it changed meanwhile.
    pub(super) changed: bool,
    /// What is wrong with fields.
    pub(super) wrong: &'s Wrong,
    /// What else was found.
    pub(super) found: &'s [Finding],
}

impl Shown<'_> {
    fn field(&self, name: String, called: &str, help: &str) -> FieldView {
        let wrong = self.wrong.get(&name).map(|finding| Finding { span: None, ..finding.clone() });
        FieldView {
            ten: called.to_owned(),
            giup: help.to_owned(),
            chu: self.typed[&name].clone(),
            goc: self.disk[&name].clone(),
            khac: self.others.get(&name).cloned(),
            vuong: finding_view::views(&wrong),
            ma: name,
        }
    }

    fn figure(&self, row: &FormRow<'_>) -> FigureField {
        let figure = row.figure;
        let named = || self.field(source(figure), "Nguồn số liệu", "");
        let mut manners = vec![("", "số đã chốt"), (NONE_AROSE, "không phát sinh")];
        if may_be_estimated(figure) {
            manners.insert(1, (ESTIMATE, "số ước"));
        }
        let before = row.earlier.map(|amount| match typed(amount, figure).as_str() {
            "true" => "có".to_owned(),
            "false" => "không".to_owned(),
            Amount::NONE_AROSE => "không phát sinh".to_owned(),
            number => number.replace('.', ","),
        });
        FigureField {
            so: self.field(value(figure), figure.name.as_str(), ""),
            cach: self.field(manner(figure), "Loại số", ""),
            nguon: figure.source_required.then(named),
            don_vi_tinh: figure.measure.to_string(),
            truoc: before.unwrap_or_else(|| "–".to_owned()),
            co_khong: figure.kind == FigureKind::Fact,
            cach_chon: manners,
        }
    }
}

/// The page of a form.
pub(super) fn view(place: Place<'_>, content: &FormContent<'_>, shown: &Shown<'_>) -> ReturnView {
    let help = "Năm-tháng-ngày, ví dụ 2025-03-14.";
    let chot_den = shown.field(AS_OF.to_owned(), "Ngày chốt số liệu", help);
    let so_lieu: Vec<FigureField> = content.rows.iter().map(|row| shown.figure(row)).collect();
    let texts = content.texts.iter().map(|field| shown.field(text(field), &field.name, field.help));
    let loi_van: Vec<FieldView> = texts.collect();
    let fields = [&chot_den].into_iter().chain(so_lieu.iter().map(|one| &one.so)).chain(&loi_van);
    let wrong = fields.filter(|field| !field.vuong.is_empty());
    let wrong = wrong.map(|field| WrongField { ma: field.ma.clone(), ten: field.ten.clone() });
    ReturnView {
        ho_so: place.dossier.to_owned(),
        ky: place.period.to_string(),
        ten: content.unit.full_name(),
        dia_chi: place.address(&["nhap"]),
        dia_chi_don_vi: place.address(&[]),
        ban: shown.version.to_owned(),
        da_doi: shown.changed,
        chua_dung: wrong.collect(),
        ky_truoc: content.earlier.map(|period| period.to_string()),
        chot_den,
        so_lieu,
        loi_van,
        cac_phat_hien: finding_view::views(shown.found),
    }
}

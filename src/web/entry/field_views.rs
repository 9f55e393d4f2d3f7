//! The fields of a form as a page shows them, with what the file has, what is wrong and what is found beside them. Not for the page they
//! stand on ([`super::view`]).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::fields::{ESTIMATE, FieldValues, NONE_AROSE, manner, reason, source, value};
use super::preview::{FieldNotes, PreviewView};
use super::typed::Wrong;
use super::unit_words::UnitWords;
use crate::diagnostic::Finding;
use crate::forms::content::FormRow;
use crate::forms::figures_sheet::may_be_estimated;
use crate::forms::words::counting;
use crate::import::blank_date::AS_OF;
use crate::model::figure::FigureKind;
use crate::model::returns::Amount;
use crate::model::written_amount::{told, typed};
use crate::web::finding_view::{self, FindingView};

/// A field.
#[derive(Debug, Serialize)]
pub(super) struct FieldView {
    pub(super) ma: String,
    pub(super) ten: String,
    pub(super) giup: String,
    /// What stands in it.
    pub(super) chu: String,
    /// What the file has.
    pub(super) goc: String,
    /// Whether it is a date that a browser's own field can show.
    pub(super) la_ngay: bool,
    /// What the file has by now, where that is neither what it had nor what was typed.
    pub(super) khac: Option<String>,
    pub(super) vuong: Vec<FindingView>,
    /// What is computed and found beside it.
    pub(super) kem: FieldNotes,
    /// What the units wrote under the same name.
    pub(super) loi_don_vi: Vec<UnitWords>,
}

/// A figure.
#[derive(Debug, Serialize)]
pub(super) struct FigureField {
    pub(super) so: FieldView,
    pub(super) cach: FieldView,
    pub(super) nguon: Option<FieldView>,
    /// Why it fell; none for a row without texts.
    pub(super) giai_trinh: Option<FieldView>,
    pub(super) don_vi_tinh: String,
    /// From when on it is counted.
    pub(super) cach_tinh: &'static str,
    pub(super) truoc: String,
    /// What is typed for the value of the period before, where nothing is typed yet; none if there is none.
    pub(super) nhu_truoc: Option<String>,
    /// Whether it is answered with yes or no.
    pub(super) co_khong: bool,
    pub(super) cach_chon: Vec<(&'static str, &'static str)>,
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
    /// What was typed into documents that are there no more.
    pub(super) lost: &'s [String],
    /// Whether what stands in the fields was typed and not saved.
    pub(super) unsaved: bool,
    /// What is wrong with fields.
    pub(super) wrong: &'s Wrong,
    /// What else was found.
    pub(super) found: &'s [Finding],
}

impl Shown<'_> {
    pub(super) fn field(
        &self,
        name: String,
        called: &str,
        help: &str,
        seen: &PreviewView,
    ) -> FieldView {
        let wrong = self.wrong.get(&name).map(|finding| Finding { span: None, ..finding.clone() });
        FieldView {
            ten: called.to_owned(),
            giup: help.to_owned(),
            la_ngay: is_date(&name, &self.typed[&name]),
            chu: self.typed[&name].clone(),
            goc: self.disk[&name].clone(),
            khac: self.others.get(&name).cloned(),
            vuong: finding_view::views(&wrong),
            kem: seen.o.get(&name).cloned().unwrap_or_default(),
            loi_don_vi: Vec::new(),
            ma: name,
        }
    }

    /// A figure; `same_year` if its earlier value is of the same year.
    pub(super) fn figure(
        &self,
        row: &FormRow<'_>,
        same_year: bool,
        seen: &PreviewView,
    ) -> FigureField {
        let figure = row.figure;
        let named = || self.field(source(figure), "Nguồn số liệu", "", seen);
        let why = Some(reason(figure)).filter(|name| self.typed.contains_key(name));
        let help = "Vì sao số này giảm hoặc không giữ được; in ở phần nguyên nhân.";
        let why = why.map(|name| self.field(name, "Giải trình", help, seen));
        let mut manners = vec![("", "số đã chốt"), (NONE_AROSE, "không phát sinh")];
        if may_be_estimated(figure) {
            manners.insert(1, (ESTIMATE, "số ước"));
        }
        let carried = row.earlier.filter(|amount| *amount != Amount::NoneArose);
        // What is counted from the first of January begins anew with the year.
        let goes_on = same_year || figure.kind != FigureKind::YearToDate;
        let carried = carried.filter(|_| goes_on && self.typed[&value(figure)].is_empty());
        FigureField {
            nhu_truoc: carried.map(|amount| typed(amount, figure).replace('.', ",")),
            so: self.field(value(figure), figure.name.as_str(), "", seen),
            cach: self.field(manner(figure), "Loại số", "", seen),
            nguon: figure.source_required.then(named),
            giai_trinh: why,
            don_vi_tinh: figure.measure.to_string(),
            cach_tinh: counting(figure),
            truoc: row.earlier.map_or_else(|| "–".to_owned(), |amount| told(amount, figure)),
            co_khong: figure.kind == FigureKind::Fact,
            cach_chon: manners,
        }
    }
}

/// Whether a field is of a date, which is blank or written as a browser's own field has it.
fn is_date(name: &str, typed: &str) -> bool {
    let asked = name == AS_OF || name.starts_with("vb") && name.rsplit('.').next() == Some("ngay");
    asked
        && (typed.is_empty()
            || typed.parse::<NaiveDate>().is_ok_and(|date| date.to_string() == typed))
}

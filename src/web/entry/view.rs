//! The form of a return as a page shows it. Not for its fields ([`super::fields`]).

use serde::Serialize;

use super::entry_form::EntryForm;
use super::field_views::{FieldView, FigureField, Shown};
use super::fields::{ListedRow, documents, listed, text};
use super::preview::PreviewView;
use super::unit_words::WordsByKey;
use crate::forms::called::AS_OF_NAME;
use crate::forms::documents_sheet::KINDS;
use crate::forms::text_fields::{TextField, reason_path};
use crate::import::blank_date::AS_OF;
use crate::web::finding_view::{self, FindingView};
use crate::web::place::{Place, PlaceTrail};

/// The page.
#[derive(Debug, Serialize)]
pub(super) struct ReturnView {
    duong: PlaceTrail,
    ky: String,
    ten: String,
    dia_chi: String,
    dia_chi_don_vi: String,
    /// The number its report was issued under.
    ban_hanh: Option<String>,
    /// What is done here.
    viec: &'static str,
    /// What is said where no figures are asked for.
    khong_so: Option<&'static str>,
    /// The mark of the file this form was made from.
    ban: String,
    /// Whether the file changed since the form that was sent was made.
    da_doi: bool,
    /// What was typed into documents that are there no more.
    da_mat: Vec<String>,
    /// The fields with something wrong in them.
    chua_dung: Vec<WrongField>,
    ky_truoc: Option<String>,
    chot_den: FieldView,
    so_lieu: Vec<FigureField>,
    /// What decisions give, which nobody types.
    theo_quyet_dinh: Vec<String>,
    loi_van: Vec<FieldView>,
    /// The documents the file lists.
    van_ban_da_co: Vec<ListedView>,
    /// Whether new ones stand open.
    van_ban_them: bool,
    /// New ones, a row each: kind, number, date, subject.
    van_ban: Vec<Vec<FieldView>>,
    loai_van_ban: [&'static str; 7],
    cac_phat_hien: Vec<FindingView>,
    /// Whether what stands in the fields was typed and not saved.
    chua_luu: bool,
    xem: PreviewView,
}

/// A document the file lists: kind, number, date, subject, and whether it is to be taken out.
#[derive(Debug, Serialize)]
struct ListedView {
    o: Vec<FieldView>,
    bo: FieldView,
}

/// A field with something wrong in it, to go to.
#[derive(Debug, Serialize)]
struct WrongField {
    ma: String,
    ten: String,
}

/// The page of a form.
pub(super) fn view(
    place: Place<'_>,
    content: &EntryForm<'_>,
    shown: &Shown<'_>,
    (seen, mut words): (PreviewView, WordsByKey),
    issued: Option<String>,
) -> ReturnView {
    let help = "Số liệu tính đến hết ngày nào.";
    let chot_den = shown.field(AS_OF.to_owned(), AS_OF_NAME, help, &seen);
    let same_year = content.earlier.is_some_and(|then| then.year() == content.period.year());
    let so_lieu: Vec<FigureField> =
        content.rows.iter().map(|row| shown.figure(row, same_year, &seen)).collect();
    let own = content.texts.iter().filter(|field| !is_reason(field));
    let mut of_units = |field: &TextField| words.remove(&field.key()).unwrap_or_default();
    let texts = own.map(|field| FieldView {
        loi_don_vi: of_units(field),
        ..shown.field(text(field), &field.name, field.help, &seen)
    });
    let loi_van: Vec<FieldView> = texts.collect();
    let (van_ban_da_co, van_ban) = document_views(content, shown, &seen);
    let figures = so_lieu.iter().flat_map(|one| std::iter::once(&one.so).chain(&one.giai_trinh));
    let known = van_ban_da_co.iter().flat_map(|one| &one.o);
    let fields = std::iter::once(&chot_den).chain(figures);
    let fields = fields.chain(known).chain(van_ban.iter().flatten());
    let fields = fields.chain(&loi_van);
    let wrong = fields.filter(|field| !field.vuong.is_empty());
    let wrong = wrong.map(|field| WrongField { ma: field.ma.clone(), ten: field.ten.clone() });
    let given = content.by_decision.iter().map(|row| row.figure.name.to_string());
    ReturnView {
        duong: place.trail(content.owner.called()),
        ky: place.period.to_string(),
        ten: content.owner.called(),
        ban_hanh: issued,
        viec: if content.owner.unit().is_some() {
            "Điền số liệu"
        } else {
            "Điền lời văn"
        },
        khong_so: content.owner.unit().is_none().then_some(NO_FIGURES),
        dia_chi: place.address(&["nhap"]),
        dia_chi_don_vi: place.address(&[]),
        ban: shown.version.to_owned(),
        da_doi: shown.changed,
        da_mat: shown.lost.to_vec(),
        chua_dung: wrong.collect(),
        ky_truoc: content.earlier.map(|period| period.to_string()),
        chot_den,
        so_lieu,
        theo_quyet_dinh: given.collect(),
        loi_van,
        van_ban_them: van_ban_da_co.is_empty()
            || van_ban
                .iter()
                .flatten()
                .any(|field| !field.chu.is_empty() || !field.vuong.is_empty()),
        van_ban_da_co,
        van_ban,
        loai_van_ban: KINDS,
        cac_phat_hien: finding_view::views(shown.found),
        chua_luu: shown.unsaved,
        xem: seen,
    }
}

/// The documents the file lists, and the rows of new ones.
fn document_views(
    content: &EntryForm<'_>,
    shown: &Shown<'_>,
    seen: &PreviewView,
) -> (Vec<ListedView>, Vec<Vec<FieldView>>) {
    let document = |row: [String; 4]| {
        let named = row.into_iter().zip(DOCUMENT_NAMES);
        named.map(|(name, called)| shown.field(name, called, "", seen)).collect::<Vec<_>>()
    };
    let listed_one = |row: ListedRow| ListedView {
        o: document(row.parts),
        bo: shown.field(row.gone, "Bỏ khỏi danh mục", "", seen),
    };
    let new = documents(content).into_iter().map(document).collect();
    (listed(shown.disk).map(listed_one).collect(), new)
}

/// What is said of the figures of a roll-up.
const NO_FIGURES: &str = "Số liệu của báo cáo tổng hợp do chương trình cộng từ báo cáo các đơn vị; ở đây chỉ viết lời của Ban.";

/// What the parts of a document are called.
const DOCUMENT_NAMES: [&str; 4] = ["Loại văn bản", "Số, ký hiệu", "Ngày", "Trích yếu"];

/// Whether a text stands with the figure it is about.
fn is_reason(field: &TextField) -> bool {
    field.path.first().is_some_and(|first| *first == reason_path("")[0])
}

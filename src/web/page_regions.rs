//! A page of a report on a screen: its picture, and where on it each number and sentence leads. Not for laying it out
//! ([`super::sheets`]).

use serde::Serialize;
use typst::layout::Abs;

use super::addresses::query;
use super::entry::places::FieldPlaces;
use super::place::Place;
use super::sheets::Sheet;
use super::workspace::UnitKinds;
use crate::render::origins::{OriginPart, Origins};
use crate::typeset::placed_words::PlacedWord;

/// Words of one origin that stand so close on a line are one region, in points.
const NEAR: f64 = 12.0;
/// Words stand on one line if their edges are so close, in points.
const LEVEL: f64 = 1.0;

/// A page of a report.
#[derive(Debug, Serialize)]
pub(super) struct SheetView {
    dia_chi: String,
    chu: String,
    rong: String,
    cao: String,
    vung: Vec<RegionView>,
}

/// A part of a page that leads somewhere.
#[derive(Debug, Serialize)]
struct RegionView {
    /// Where it leads, and what that is called.
    dia_chi: String,
    goi: &'static str,
    /// The number it is of this report: `chi-tieu/bhyt`; none for words, and for another report's.
    so: Option<String>,
    x: String,
    y: String,
    rong: String,
    cao: String,
}

/// Where the parts of a report's words lead.
pub(super) struct Leads<'l> {
    /// Whose report it is.
    pub(super) place: Place<'l>,
    /// Its kind.
    pub(super) kind: &'l str,
    /// The kind of report each unit makes of itself.
    pub(super) unit_kinds: &'l UnitKinds,
    /// The page of the form; empty if it is on the same page.
    pub(super) form: &'l str,
    /// The fields of the form.
    pub(super) fields: &'l FieldPlaces,
}

/// The pages of a report.
pub(super) fn sheet_views(pages: &[Sheet], origins: &Origins, leads: &Leads<'_>) -> Vec<SheetView> {
    let sheet = |(at, page): (usize, &Sheet)| {
        let file = format!("{}.svg", at + 1);
        let own = leads.place.address(&["trang", leads.kind, &file]);
        SheetView {
            dia_chi: format!("{own}{}", query(&[("ban", &page.mark)])),
            chu: page.picture.text.clone(),
            rong: points(page.picture.size.x),
            cao: points(page.picture.size.y),
            vung: leads.regions(&page.picture.words, origins),
        }
    };
    pages.iter().enumerate().map(sheet).collect()
}

impl Leads<'_> {
    fn regions(&self, words: &[PlacedWord], origins: &Origins) -> Vec<RegionView> {
        let mut joined: Vec<(usize, PlacedWord)> = Vec::new();
        for word in words {
            let Some(part) = origins.at(word.start) else { continue };
            match joined.last_mut() {
                Some((own, last)) if *own == part && goes_on(last, word) => {
                    last.width = word.x + word.width - last.x;
                    last.height = last.height.max(word.height);
                }
                _ => joined.push((part, *word)),
            }
        }
        joined.iter().filter_map(|(part, word)| self.region(&origins.0[*part], word)).collect()
    }

    fn region(&self, part: &OriginPart, word: &PlacedWord) -> Option<RegionView> {
        let number = part.value.as_deref().and_then(number);
        let dia_chi = match &number {
            Some(number) => self.number(number)?,
            None => self.field(part)?,
        };
        let goi = match &number {
            Some(NumberPath { unit: Some(_), .. }) => "Số của đơn vị này từ đâu ra",
            Some(_) => "Số này từ đâu ra",
            None => "Sửa lời này",
        };
        let own = number.filter(|number| number.unit.is_none());
        let so = own.map(|number| format!("{}/{}", number.group, number.id));
        Some(RegionView {
            dia_chi,
            goi,
            so,
            x: points(word.x),
            y: points(word.y),
            rong: points(word.width),
            cao: points(word.height),
        })
    }

    /// The page of a number: of this report, or of the one its unit makes of itself.
    fn number(&self, number: &NumberPath) -> Option<String> {
        let NumberPath { unit, group, id } = number;
        let Some(unit) = unit else {
            return Some(self.place.address(&["so", self.kind, group, id]));
        };
        let kind = self.unit_kinds.get(unit)?;
        Some(Place { unit, ..self.place }.address(&["so", kind, group, id]))
    }

    /// The field an author's words are typed in.
    fn field(&self, part: &OriginPart) -> Option<String> {
        let paragraph = part.paragraph.as_ref()?;
        let field = self.fields.field(&paragraph.file, paragraph.start)?;
        Some(format!("{}#{field}", self.form))
    }
}

/// A length in points, as a page's picture measures.
pub(super) fn points(length: Abs) -> String {
    format!("{:.1}", length.to_pt())
}

fn goes_on(last: &PlacedWord, word: &PlacedWord) -> bool {
    let (gap, level) = (word.x - (last.x + last.width), Abs::pt(LEVEL));
    (last.y - word.y).abs() < level && -level < gap && gap < Abs::pt(NEAR)
}

/// A number, as an address names it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct NumberPath {
    /// The unit in whose own report it stands; none: in the one that is shown.
    unit: Option<String>,
    /// `so-lieu` or `chi-tieu`.
    group: &'static str,
    /// Its id.
    id: String,
}

/// The number a reference prints: `{{ chi_tieu.bhyt.tu_so }}` is that of `chi-tieu` and `bhyt`.
fn number(typed: &str) -> Option<NumberPath> {
    let path = typed.trim_matches(|c: char| c == '{' || c == '}' || c.is_whitespace());
    let mut names = path.split('.').map(str::trim);
    let (first, mut unit) = (names.next()?, None);
    let group = if first == "don_vi" {
        unit = Some(names.next()?.to_owned());
        names.next()?
    } else {
        first
    };
    let group = match group {
        "chi_tieu" => "chi-tieu",
        "so_lieu" => "so-lieu",
        _ => return None,
    };
    Some(NumberPath { unit, group, id: names.next()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_leads_to_the_number_it_prints() {
        let told = |typed| number(typed).map(|one| (one.unit, one.group, one.id));
        let of = |unit: Option<&str>, group, id: &str| {
            Some((unit.map(str::to_owned), group, id.to_owned()))
        };
        assert_eq!(told("{{ chi_tieu.bhyt.tu_so }}"), of(None, "chi-tieu", "bhyt"));
        assert_eq!(told("so_lieu.tram"), of(None, "so-lieu", "tram"));
        assert_eq!(told("don_vi.lat.chi_tieu.bhyt"), of(Some("lat"), "chi-tieu", "bhyt"));
        assert_eq!(told("{{ don_vi.lat.danh_gia.han_che }}"), None);
        assert_eq!(told("{{ ky.ten }}"), None);
        assert_eq!(told("{{ so_lieu }}"), None);
    }
}

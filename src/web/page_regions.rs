//! A page of a report on a screen: its picture, and where on it each number and sentence leads. Not for laying it out
//! ([`super::sheets`]).

use serde::Serialize;
use typst::layout::Abs;

use super::addresses::query;
use super::entry::places::FieldPlaces;
use super::place::Place;
use super::sheets::Sheet;
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
    /// Where it leads.
    dia_chi: String,
    /// The number it is: `chi-tieu/bhyt`; none for words.
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
            Some((group, id)) => self.place.address(&["so", self.kind, group, id]),
            None => self.field(part)?,
        };
        let so = number.map(|(group, id)| format!("{group}/{id}"));
        Some(RegionView {
            dia_chi,
            so,
            x: points(word.x),
            y: points(word.y),
            rong: points(word.width),
            cao: points(word.height),
        })
    }

    /// The field an author's words are typed in.
    fn field(&self, part: &OriginPart) -> Option<String> {
        let paragraph = part.paragraph.as_ref()?;
        let field = self.fields.field(&paragraph.file, paragraph.start)?;
        Some(format!("{}#{field}", self.form))
    }
}

/// A length in points, as a page's picture measures.
fn points(length: Abs) -> String {
    format!("{:.1}", length.to_pt())
}

fn goes_on(last: &PlacedWord, word: &PlacedWord) -> bool {
    let (gap, level) = (word.x - (last.x + last.width), Abs::pt(LEVEL));
    (last.y - word.y).abs() < level && -level < gap && gap < Abs::pt(NEAR)
}

/// The number a reference prints, as an address names it: `{{ chi_tieu.bhyt.tu_so }}` is `chi-tieu` and `bhyt`.
fn number(typed: &str) -> Option<(&'static str, String)> {
    let path = typed.trim_matches(|c: char| c == '{' || c == '}' || c.is_whitespace());
    let mut names = path.split('.').map(str::trim);
    let group = match names.next()? {
        "chi_tieu" => "chi-tieu",
        "so_lieu" => "so-lieu",
        _ => return None,
    };
    Some((group, names.next()?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_leads_to_the_number_it_prints() {
        assert_eq!(number("{{ chi_tieu.bhyt.tu_so }}"), Some(("chi-tieu", "bhyt".to_owned())));
        assert_eq!(number("so_lieu.tram"), Some(("so-lieu", "tram".to_owned())));
        assert_eq!(number("{{ ky.ten }}"), None);
        assert_eq!(number("{{ so_lieu }}"), None);
    }
}

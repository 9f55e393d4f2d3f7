//! A unit of a plan that is begun, as a table names it: its id made from its name, its line in the plan. Not for reading the
//! table ([`super::unit_table`]).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::lines::quoted;
use crate::model::id::Id;
use crate::vietnamese::nearest::fold;

/// Ids made from names are at most this long, so that a kind or a number can stand with them.
const LONGEST: usize = 28;

/// Whom a unit was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum NewPredecessor {
    /// A unit of a dossier there is: dossier and unit.
    Known(String, Id),
    /// A unit no dossier has, by its name.
    Outside(String),
}

/// A unit as a table names it.
#[derive(Debug, Clone)]
pub(crate) struct NewUnit {
    /// Its id.
    pub(crate) id: Id,
    /// Its kind, in lower case.
    pub(crate) kind: String,
    /// Its name without the kind.
    pub(crate) name: String,
    /// The place its documents are dated at, if it is not the name.
    pub(crate) place: Option<String>,
    /// Its code of the statistical office.
    pub(crate) code: Option<String>,
    /// Its group.
    pub(crate) group: Option<String>,
    /// Since when there is such a unit, if that is known.
    pub(crate) from: Option<NaiveDate>,
    /// What it was made of.
    pub(crate) predecessors: Vec<NewPredecessor>,
}

impl NewUnit {
    /// Its line in a plan.
    #[must_use]
    pub(crate) fn line(&self) -> String {
        let mut parts = vec![
            format!("ma: {}", self.id),
            format!("loai: {}", quoted(&self.kind)),
            format!("ten: {}", quoted(&self.name)),
        ];
        let more = [("dia_danh", &self.place), ("ma_dvhc", &self.code), ("nhom", &self.group)];
        for (key, value) in more {
            parts.extend(value.as_ref().map(|value| format!("{key}: {}", quoted(value))));
        }
        parts.extend(self.from.map(|date| format!("hieu_luc: {{ tu: {date} }}")));
        if !self.predecessors.is_empty() {
            let each: Vec<String> = self.predecessors.iter().map(NewPredecessor::item).collect();
            parts.push(format!("ke_thua: [{}]", each.join(", ")));
        }
        format!("  - {{ {} }}\n", parts.join(", "))
    }
}

impl NewPredecessor {
    fn item(&self) -> String {
        match self {
            Self::Known(dossier, unit) => format!("{{ ho_so: {dossier}, ma: {unit} }}"),
            Self::Outside(name) => format!("{{ ngoai: {} }}", quoted(name)),
        }
    }
}

/// An id from a name that nothing else has: the name, else with its kind, else with a number.
#[must_use]
pub(crate) fn id_of(kind: &str, name: &str, taken: &BTreeSet<Id>) -> Id {
    let (name, kind) = (slug(name), slug(kind));
    let with_kind = format!("{kind}-{name}");
    let numbered = (2..).map(|number| format!("{with_kind}-{number}"));
    let mut all = [name, with_kind.clone()].into_iter().chain(numbered);
    let free = |text: String| Id::parse(&text).ok().filter(|id| !taken.contains(id));
    all.find_map(free).expect("some number is free")
}

/// A name in lower case without marks, its words joined by hyphens.
fn slug(name: &str) -> String {
    let parts = name.split(|c: char| c.is_whitespace() || "-–—/().,".contains(c));
    let ascii = |word: &str| fold(word).chars().filter(char::is_ascii).collect::<String>();
    let mut slug = String::new();
    for word in parts.map(ascii).filter(|word| !word.is_empty()) {
        if slug.len() + word.len() >= LONGEST && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug.truncate(LONGEST);
    if slug.is_empty() { "don-vi".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_made_from_names_and_none_is_given_twice() {
        let mut taken = BTreeSet::new();
        let mut of = |kind: &str, name: &str| {
            let id = id_of(kind, name, &taken);
            taken.insert(id.clone());
            id.to_string()
        };
        assert_eq!(of("xã", "Đưng K'Nớ"), "dung-kno");
        assert_eq!(of("phường", "Lang Biang - Đà Lạt"), "lang-biang-da-lat");
        assert_eq!(of("xã", "Tân Thành"), "tan-thanh");
        assert_eq!(of("xã", "Tân Thạnh"), "xa-tan-thanh");
        assert_eq!(of("xã", "Tản Thanh"), "xa-tan-thanh-2");
        assert_eq!(of("xã", "Con"), "xa-con");
        assert_eq!(of("xã", "1"), "1");
    }
}

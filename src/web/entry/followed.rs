//! Which document of a file that changed meanwhile a row of a form is of: known by what it said, not by where it stood. Not for fields
//! whose place is their key ([`super::opened`]).

use super::fields::{BEFORE, FieldValues, ListedRow, listed, listed_before, same};
use crate::web::asked::{Pairs, first};

/// A form whose rows of documents are those of the file as it is.
pub(super) struct FollowedForm {
    /// What was sent, by the rows of the file.
    pub(super) form: Pairs,
    /// What was typed into documents that are there no more, in words.
    pub(super) lost: Vec<String>,
}

/// Finds the documents of a form in a file.
pub(super) fn followed(form: &Pairs, disk: &FieldValues) -> FollowedForm {
    let rows: Vec<ListedRow> = listed_before(form).collect();
    let there: Vec<ListedRow> = listed(disk).collect();
    let places = places(form, &rows, disk, &there);
    let renamed = |name: &str| {
        let (prefix, own) = match name.strip_prefix(BEFORE) {
            Some(own) => (BEFORE, own),
            None => ("", name),
        };
        let Some(at) = rows.iter().position(|row| row.has(own)) else {
            return Some(name.to_owned());
        };
        let part = own.rsplit('.').next().unwrap_or_default();
        places[at].map(|to| format!("{prefix}{}", ListedRow::field(to, part)))
    };
    let kept = form.iter().filter_map(|(name, value)| Some((renamed(name)?, value.clone())));
    let gone = rows.iter().zip(&places).filter(|(_, place)| place.is_none());
    FollowedForm {
        form: kept.collect(),
        lost: gone.filter_map(|(row, _)| lost(form, row)).collect(),
    }
}

/// The place of each row's document in the file now, if it is there: the one that says what it said, else one that was corrected.
fn places(
    form: &Pairs,
    rows: &[ListedRow],
    disk: &FieldValues,
    there: &[ListedRow],
) -> Vec<Option<usize>> {
    let is_it = |row: &ListedRow, other: &ListedRow| {
        let mut parts = row.parts.iter().zip(&other.parts);
        parts.all(|(own, other)| same(before(form, own), &disk[other]))
    };
    let mut left: Vec<usize> = (0..there.len()).collect();
    let mut places: Vec<Option<usize>> = Vec::new();
    for row in rows {
        let own = left.iter().position(|at| *at == row.place && is_it(row, &there[*at]));
        let found = own.or_else(|| left.iter().position(|at| is_it(row, &there[*at])));
        places.push(found.map(|found| left.remove(found)));
    }
    // One that somebody corrected meanwhile says most of what it said; what merely stands in its place is another.
    let alike = |row: &ListedRow, other: &ListedRow| {
        let parts = row.parts.iter().zip(&other.parts);
        let kept = parts.filter(|(own, other)| {
            let said = before(form, own).trim();
            !said.is_empty() && same(said, &disk[*other])
        });
        kept.count() >= 2
    };
    for (row, place) in rows.iter().zip(&mut places).filter(|(_, place)| place.is_none()) {
        let found = left.iter().position(|at| alike(row, &there[*at]));
        *place = found.map(|found| left.remove(found));
    }
    places
}

fn before<'f>(form: &'f Pairs, field: &str) -> &'f str {
    first(form, &format!("{BEFORE}{field}")).unwrap_or_default()
}

/// What was typed into a document that is there no more; none if nothing was.
fn lost(form: &Pairs, row: &ListedRow) -> Option<String> {
    let typed = |field: &String| first(form, field).unwrap_or_default().trim().to_owned();
    let changed = row.parts.iter().any(|part| !same(&typed(part), before(form, part)));
    let words = row.parts.iter().map(typed).filter(|words| !words.is_empty());
    changed.then(|| words.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(prefix: &str, rows: &[&str]) -> Vec<(String, String)> {
        let field = |(at, number): (usize, &&str)| {
            let own = ListedRow::at(at);
            let [kind, so, date, subject] = own.parts;
            let day = if number.len() > 1 { "2024-05-02" } else { "" };
            [(kind, "Công văn"), (so, number), (date, day), (subject, ""), (own.gone, "")]
                .map(|(name, value)| (format!("{prefix}{name}"), value.to_owned()))
        };
        rows.iter().enumerate().flat_map(field).collect()
    }

    /// What a form with these rows, some typed into, comes to in a file with others.
    fn follow(rows: &[&str], typed: &[(&str, &str)], now: &[&str]) -> (Vec<String>, Vec<String>) {
        let mut form = [list("", rows), list(BEFORE, rows)].concat();
        for (name, value) in typed {
            let field = form.iter_mut().find(|(own, _)| own == name).expect("a field");
            (*value).clone_into(&mut field.1);
        }
        let followed = followed(&form, &list("", now).into_iter().collect());
        let fields = (1..=now.len()).flat_map(|at| {
            let gone = first(&followed.form, &format!("vbc.{at}.bo")).is_some_and(|bo| bo == "bo");
            let number = first(&followed.form, &format!("vbc.{at}.so")).unwrap_or("-").to_owned();
            [if gone { format!("bỏ {number}") } else { number }]
        });
        (fields.collect(), followed.lost)
    }

    #[test]
    fn a_row_follows_its_document() {
        let typed = [("vbc.1.bo", "bo"), ("vbc.2.so", "22")];
        let (fields, lost) = follow(&["1", "2", "3"], &typed, &["0", "1", "2", "3"]);
        assert_eq!(
            (fields, lost),
            (vec!["-".into(), "bỏ 1".into(), "22".into(), "3".into()], vec![])
        );
        let (fields, lost) = follow(&["1", "2", "3"], &typed, &["2", "3"]);
        assert_eq!((fields, lost), (vec!["22".into(), "3".into()], vec![]), "what is gone is gone");
        let (fields, lost) = follow(&["1", "2"], &[("vbc.1.bo", "bo")], &["5", "2"]);
        assert_eq!((fields, lost), (vec!["-".into(), "2".into()], vec![]), "no other is taken out");
        let (fields, lost) = follow(&["1", "20"], &typed, &["1", "50"]);
        assert_eq!(
            (fields, lost),
            (vec!["bỏ 1".into(), "22".into()], vec![]),
            "both versions of one"
        );
        let (_, lost) = follow(&["1", "2", "3"], &[("vbc.2.so", "22")], &["1", "3"]);
        assert_eq!(lost, ["Công văn, 22"]);
    }
}

//! Which dossier or unit was meant by what was typed on the command line: a path below the inputs folder, `_` for `-`,
//! capitals. Not for slips, which are asked about ([`crate::vietnamese::nearest`]).

use std::path::{Component, Path, absolute};

use crate::error::Error;
use crate::model::names::AREA;
use crate::model::period::Period;
use crate::vietnamese::nearest::nearest;

/// The one of the `known` dossiers that is meant.
///
/// # Errors
/// None is, with the nearest; a path that leads into a dossier is answered with the options that ask for it.
pub(crate) fn dossier_meant<'k>(
    typed: &str,
    inputs: &Path,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Result<&'k str, Error> {
    let parts = below(typed, inputs);
    let name = parts.first().map_or(typed, String::as_str);
    let found = the_same(name, known.clone());
    match (found, parts.get(1..).unwrap_or_default()) {
        (Some(found), []) => Ok(found),
        (Some(found), inner) => Err(unknown("hồ sơ", typed, Some(&options_for(found, inner)))),
        (None, _) => {
            let period = Period::parse(typed).map(|period| format!("--period {period}"));
            Err(unknown("hồ sơ", typed, period.as_deref().or_else(|| nearest(name, known))))
        }
    }
}

/// The one of the `known` units that is meant, each an id and a name; or the roll-up.
///
/// # Errors
/// None is, with the nearest.
pub(crate) fn unit_meant<'k>(
    typed: &str,
    known: impl Iterator<Item = (&'k str, &'k str)> + Clone,
) -> Result<&'k str, Error> {
    let name = typed.strip_suffix(".yaml").unwrap_or(typed);
    let ids = known.clone().map(|(id, _)| id).chain([AREA]);
    if let Some(found) = the_same(name, ids.clone()) {
        return Ok(found);
    }
    // The board's text is called `_tong-hop`.
    if the_same(name.trim_start_matches('_'), [AREA].into_iter()).is_some() {
        return Ok(AREA);
    }
    let near = nearest(name, ids).or_else(move || {
        let near = nearest(name, known.clone().map(|(_, name)| name))?;
        let mut named = known.filter(|(_, name)| *name == near);
        named.next().map(|(id, _)| id)
    });
    Err(unknown("đơn vị", typed, near))
}

/// The parts of a path below the inputs folder; what is no such path is one part.
#[must_use]
pub(crate) fn below(typed: &str, inputs: &Path) -> Vec<String> {
    let path = typed.replace('\\', "/");
    if !path.contains('/') {
        return vec![path];
    }
    let inner = absolute(&path).ok().zip(absolute(inputs).ok());
    let inner = inner.and_then(|(path, inputs)| Some(path.strip_prefix(inputs).ok()?.to_owned()));
    let parts = inner.iter().flat_map(|inner| inner.components()).filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().into_owned()),
        _ => None,
    });
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { vec![path] } else { parts }
}

/// The name itself, or the only one that differs from it by capitals and by `_` for `-`.
fn the_same<'k>(name: &str, known: impl Iterator<Item = &'k str> + Clone) -> Option<&'k str> {
    let plain = |name: &str| name.to_lowercase().replace('_', "-");
    if let Some(found) = known.clone().find(|other| *other == name) {
        return Some(found);
    }
    let mut others = known.filter(|other| plain(other) == plain(name));
    others.next().filter(|_| others.next().is_none())
}

/// How the file or folder at `inner` in a dossier is asked for.
fn options_for(dossier: &str, inner: &[String]) -> String {
    let period = inner.first().filter(|folder| Period::parse(folder).is_some());
    let period = period.map_or_else(String::new, |period| format!(" --period {period}"));
    let unit = inner.get(1).and_then(|file| file.strip_suffix(".yaml"));
    let unit = unit.map(|unit| unit.trim_start_matches('_'));
    let unit = unit.map_or_else(String::new, |unit| format!(" --unit {unit}"));
    format!("{dossier}{period}{unit}")
}

fn unknown(what: &'static str, name: &str, nearest: Option<&str>) -> Error {
    Error::Unknown { what, name: name.to_owned(), nearest: nearest.map(str::to_owned) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 4] = ["lac-duong", "ninh-hai", "da-nhim", "da_nhim"];

    #[test]
    fn a_dossier_is_known_by_its_folder_too() {
        for typed in [
            "lac-duong",
            "lac_duong",
            "Lac-Duong",
            "inputs/lac-duong",
            "inputs/lac-duong/",
            "./inputs//lac_duong/",
            "inputs\\lac-duong",
        ] {
            let meant = dossier_meant(typed, Path::new("./inputs/"), KNOWN.into_iter());
            assert_eq!(meant.ok(), Some("lac-duong"), "{typed}");
        }
        let meant = dossier_meant("da_nhim", Path::new("inputs"), KNOWN.into_iter());
        assert_eq!(meant.ok(), Some("da_nhim"), "the name itself is first");
    }

    #[test]
    fn what_may_be_another_dossier_is_asked_about() {
        for (typed, near) in [
            ("ban-cu/lac-duong", ""),
            ("DA-NHIM", "da-nhim"),
            ("lạc dương", "lac-duong"),
            ("inputs/lac-duong/2024-Q1", "lac-duong --period 2024-Q1"),
            ("inputs/lac-duong/2024-Q1/lat.yaml", "lac-duong --period 2024-Q1 --unit lat"),
            (
                "inputs/lac-duong/2024-Q1/_tong-hop.yaml",
                "lac-duong --period 2024-Q1 --unit tong-hop",
            ),
            ("inputs/lac-duong/ke-hoach.yaml", "lac-duong"),
            ("2024-Q1", "--period 2024-Q1"),
        ] {
            let told = dossier_meant(typed, Path::new("inputs"), KNOWN.into_iter());
            let told = told.expect_err(typed).to_string();
            let asked = if near.is_empty() {
                String::new()
            } else {
                format!("; có phải là «{near}»?")
            };
            assert_eq!(told, format!("không có hồ sơ «{typed}»{asked}"));
        }
    }

    #[test]
    fn a_unit_is_known_by_its_file_and_asked_about_by_its_name() {
        let units = [("dung-kno", "Đưng K'Nớ"), ("tt", "Lạc Dương")];
        let meant = |typed| unit_meant(typed, units.into_iter());
        for typed in ["dung-kno", "dung_kno", "Dung-Kno", "dung-kno.yaml"] {
            assert_eq!(meant(typed).ok(), Some("dung-kno"), "{typed}");
        }
        for typed in ["tong-hop", "tong_hop", "_tong-hop", "_tong-hop.yaml"] {
            assert_eq!(meant(typed).ok(), Some(AREA), "{typed}");
        }
        for (typed, near) in [("Đưng K'Nớ", "dung-kno"), ("Lạc Dương", "tt")] {
            let told = meant(typed).expect_err(typed).to_string();
            assert!(told.ends_with(&format!("có phải là «{near}»?")), "{told}");
        }
    }
}

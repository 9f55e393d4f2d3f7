//! What a misnamed file or folder of a dossier was to be: `2024-q1/lat.yml` is `2024-Q1/lat.yaml`, `bao-cao-lat.yaml` is of
//! the unit `lat`. Not for names typed on the command line ([`super::typed_names`]).

use crate::diagnostic::Subject;
use crate::model::names::BOARD;
use crate::model::period::Period;
use crate::vietnamese::nearest::{fold, nearest};
use crate::yaml::slips::date::period_meant;

/// Where the file was to be, below the folder of its dossier; none if that cannot be told. At the root of the inputs
/// there is no dossier to be in.
#[must_use]
pub(crate) fn path_meant(parts: &[&str], at_root: bool) -> Option<String> {
    let file = |name: &str| Some(stem(name).to_owned()).filter(|stem| !stem.is_empty());
    let meant = match parts {
        [_] if at_root => None,
        [name] => {
            nearest(&file(name)?, ["ke-hoach"].into_iter()).map(|plan| format!("{plan}.yaml"))
        }
        [folder, name] => {
            let folder = folder_meant(folder)?;
            let stem = file(name)?;
            let own = nearest(&stem, [BOARD].into_iter()).map(str::to_owned).unwrap_or(stem);
            Some(format!("{folder}/{own}.yaml"))
        }
        _ => None,
    };
    meant.filter(|meant| *meant != parts.join("/"))
}

/// A file's name without its ending, or both of them: Notepad likes to add a second one.
#[must_use]
pub(crate) fn stem(name: &str) -> &str {
    &name[..name.to_ascii_lowercase().find(".y").unwrap_or(name.len())]
}

/// The unit, of these ids and names, that a file of this name is about: the longest one whose words are in it, else the
/// nearest id.
#[must_use]
pub(crate) fn unit_named<'u>(
    name: &str,
    units: impl Iterator<Item = (&'u str, &'u str)> + Clone,
) -> Option<&'u str> {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
        parts.map(fold).filter(|word| !word.is_empty()).collect()
    };
    let there = words(name);
    let said = |text: &str| {
        let wanted = words(text);
        let all = !wanted.is_empty() && there.windows(wanted.len()).any(|part| *part == wanted[..]);
        if all { wanted.len() } else { 0 }
    };
    let named = units.clone().map(|(id, name)| (said(id).max(said(name)), id));
    let longest = named.filter(|(length, _)| *length > 0).max_by_key(|(length, _)| *length);
    longest.map(|(_, id)| id).or_else(|| nearest(name, units.map(|(id, _)| id)))
}

/// The period a folder is of, by its name or what that was to be.
#[must_use]
pub(crate) fn folder_period(folder: &str) -> Option<Period> {
    Period::parse(folder).or_else(|| period_meant(folder))
}

/// Whom a file would be about, by the names of its folders and its own, as they are or were to be. What lies beside the
/// dossiers may belong to any.
pub(super) fn subject(parts: &[String]) -> Subject {
    let Some((file, folders)) = parts.split_last() else { return Subject::default() };
    let period = folders.iter().skip(1).find_map(|folder| folder_period(folder));
    Subject {
        dossier: folders.first().cloned(),
        period: period.map(|period| period.to_string()),
        unit: Some(stem(file).to_owned()),
    }
}

/// A period or the folder of the units.
fn folder_meant(folder: &str) -> Option<String> {
    let period = folder_period(folder).map(|period| period.to_string());
    period.or_else(|| nearest(folder, ["don-vi"].into_iter()).map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misnamed_file_is_led_to_its_place() {
        let pairs: [(&[&str], Option<&str>); 9] = [
            (&["ke_hoach.yaml"], Some("ke-hoach.yaml")),
            (&["Kế hoạch.yml"], Some("ke-hoach.yaml")),
            (&["2024-q1", "lat.yaml"], Some("2024-Q1/lat.yaml")),
            (&["Q1-2024", "lat.yml"], Some("2024-Q1/lat.yaml")),
            (&["2024-Q1", "tonghop.yml"], Some("2024-Q1/_tong-hop.yaml")),
            (&["2024-Q1", "lat.yaml.txt"], Some("2024-Q1/lat.yaml")),
            (&["don vi", "lat.yaml"], Some("don-vi/lat.yaml")),
            (&["nháp", "lat.yaml"], None),
            (&["2024-Q1", "cu", "lat.yaml"], None),
        ];
        for (parts, meant) in pairs {
            assert_eq!(path_meant(parts, false).as_deref(), meant, "{parts:?}");
        }
        assert_eq!(path_meant(&["ke_hoach.yaml"], true), None);
    }

    #[test]
    fn a_return_under_a_wrong_name_is_known_by_its_unit() {
        let units =
            [("lat", "Lát"), ("dung-kno", "Đưng K'Nớ"), ("tt", "Lạc Dương"), ("xa-lat", "Lát Mới")];
        for (name, unit) in [
            ("Lat", "lat"),
            ("lát", "lat"),
            ("bao-cao-lat", "lat"),
            ("lat (1)", "lat"),
            ("BC xã Lát quý 1", "xa-lat"),
            ("dung_kno", "dung-kno"),
            ("dungkno", "dung-kno"),
            ("Đưng K'Nớ", "dung-kno"),
            ("thi-tran-lac-duong", "tt"),
            ("plat-form", ""),
            ("ghi-chu", ""),
        ] {
            assert_eq!(unit_named(name, units.into_iter()).unwrap_or_default(), unit, "{name}");
        }
    }
}

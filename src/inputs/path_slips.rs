//! The name a misnamed file or folder of a dossier was to have: `2024-q1/lat.yml` for `2024-Q1/lat.yaml`. Not for names of
//! units, which the plan knows.

use crate::model::names::BOARD;
use crate::model::period::Period;
use crate::vietnamese::nearest::nearest;
use crate::yaml::slips::date::period_meant;

/// Where the file was to be, below the folder of its dossier; none if that cannot be told. At the root of the inputs
/// there is no dossier to be in.
#[must_use]
pub(crate) fn path_meant(parts: &[&str], at_root: bool) -> Option<String> {
    let file = |name: &str| {
        let end = name.to_ascii_lowercase().find(".y").unwrap_or(name.len());
        let stem = &name[..end];
        (!stem.is_empty()).then(|| stem.to_owned())
    };
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

/// A period or the folder of the units.
fn folder_meant(folder: &str) -> Option<String> {
    let period =
        Period::parse(folder).or_else(|| period_meant(folder)).map(|period| period.to_string());
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
}

//! How `explain` is asked where a figure of a draft comes from. Not for what it answers ([`crate::trace`]).

use super::snapshot::{Part, Snapshot};
use crate::model::period::Period;

/// What the command is asked about a report; nothing where it knows none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Explained {
    /// The dossier and period, and the unit.
    report: Option<(String, String)>,
}

impl Explained {
    /// How the command is asked about the report of a draft: it knows what is reported for a period, neither reports of phases nor
    /// letters, which have no author's text.
    #[must_use]
    pub(crate) fn of(snapshot: &Snapshot) -> Self {
        let mut parts = snapshot.doan.iter().flat_map(|paragraph| &paragraph.phan);
        let is_report = parts.any(|part| matches!(part, Part::Loi(_)));
        let names: Vec<&str> = snapshot.bao_cao.split('/').collect();
        let report = match names[..] {
            [dossier, period, unit] if is_report && Period::parse(period).is_some() => {
                Some((format!("{dossier} {period}"), unit.to_owned()))
            }
            _ => None,
        };
        Self { report }
    }

    /// The command that lists the figures of the report.
    #[must_use]
    pub(crate) fn all(&self) -> Option<String> {
        let (base, unit) = self.report.as_ref()?;
        Some(format!("baocao explain {base} {unit}"))
    }

    /// The command that tells where a reference's figure comes from; none for what is neither a figure nor a target.
    #[must_use]
    pub(crate) fn one(&self, typed: &str) -> Option<String> {
        let (base, own) = self.report.as_ref()?;
        let path: Vec<&str> = name(typed).split('.').map(str::trim).collect();
        let (unit, path) = match path[..] {
            ["don_vi", unit, ref rest @ ..] => (unit, rest),
            ref path => (own.as_str(), path),
        };
        match path {
            ["so_lieu" | "chi_tieu", code, ..] => {
                Some(format!("baocao explain {base} {unit} {code}"))
            }
            _ => None,
        }
    }
}

/// What a reference refers to: `so_lieu.dan_so` for `{{ so_lieu.dan_so }}`.
#[must_use]
pub(crate) fn name(typed: &str) -> &str {
    typed.trim_matches(['{', '}', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(report: &str, typed: &str) -> Option<String> {
        let (base, unit) = report.rsplit_once(' ').expect("a unit");
        Explained { report: Some((base.to_owned(), unit.to_owned())) }.one(typed)
    }

    #[test]
    fn a_figure_is_asked_about_by_its_code_at_whose_it_is() {
        let area = "lac-duong 2025-Q2 tong-hop";
        for (typed, wanted) in [
            ("{{ so_lieu.dan_so }}", Some("baocao explain lac-duong 2025-Q2 tong-hop dan_so")),
            (
                "{{ chi_tieu.bhyt.ky_truoc }}",
                Some("baocao explain lac-duong 2025-Q2 tong-hop bhyt"),
            ),
            (
                "{{don_vi.da-chais.chi_tieu.qlsk.gia_tri}}",
                Some("baocao explain lac-duong 2025-Q2 da-chais qlsk"),
            ),
            ("{{ tong_ket.n }}", None),
            ("{{ don_vi.da-chais.tong_ket.dat }}", None),
            ("{{ ky.ten }}", None),
        ] {
            assert_eq!(of(area, typed).as_deref(), wanted, "{typed}");
        }
    }

    #[test]
    fn reports_it_does_not_know_are_not_asked_about() {
        let written = r#"{"loi":{"tep":"","khoa":[],"thu":0,"gach":false,"goc":"","khong_sua":null,"manh":[]}}"#;
        let snapshot = |name: &str, parts: &str| {
            let json =
                format!(r#"{{"phien_ban":1,"bao_cao":"{name}","doan":[{{"phan":[{parts}]}}]}}"#);
            Snapshot::from_json(&json).expect("a snapshot")
        };
        let all = |name: &str, parts: &str| Explained::of(&snapshot(name, parts)).all();
        let report = all("lac-duong/2025-Q2/lat", written);
        assert_eq!(report.as_deref(), Some("baocao explain lac-duong 2025-Q2 lat"));
        assert_eq!(all("lac-duong/tong-ket-2024-2025/lat", written), None);
        assert_eq!(all("lac-duong/2024-Q1/don-doc-da-chais", r#"{"in":"Kính gửi"}"#), None);
    }
}

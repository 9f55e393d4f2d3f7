//! The report that closes a phase: its values are those the reports of its years print, and its list of documents is whole.
//! Not for how the pages look ([`crate::conformance`]).
#![expect(clippy::float_arithmetic, reason = "printed numbers are held against each other")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use baocao::model::dossier::Filed;
use baocao::model::period::Period;
use baocao::model::returns::Narrative;
use baocao::report::ReportView;

use crate::dossier::Dossier;
use crate::views::{read, views};

const PHASE: &str = "lac-duong/tong-ket-2024-2025/";

static VIEWS: LazyLock<BTreeMap<String, ReportView>> = LazyLock::new(|| views(&Dossier::samples()));

/// The closing reports, by unit.
fn closings() -> impl Iterator<Item = (&'static str, &'static ReportView)> {
    VIEWS.iter().filter_map(|(name, view)| Some((name.strip_prefix(PHASE)?, view)))
}

/// The report of the same unit for a year's quarter.
fn of_year(unit: &str, year: u16, quarter: &str) -> Option<&'static ReportView> {
    let number = ["I", "II", "III", "IV"].iter().position(|roman| *roman == quarter)? + 1;
    VIEWS.get(&format!("lac-duong/{year}-Q{number}/{unit}"))
}

/// Whether two printed values are one: how many decimals are needed depends on what a value stands beside, so a share may
/// be printed finer here than there.
fn alike(one: &str, other: &str) -> bool {
    let number = |text: &str| {
        let number = text.split([' ', '%']).next()?.replace('.', "").replace(',', ".");
        number.parse::<f64>().ok()
    };
    one == other || number(one).zip(number(other)).is_some_and(|(a, b)| (a - b).abs() <= 0.005)
}

#[test]
fn a_years_column_prints_the_values_that_years_report_printed() {
    let (mut held, mut figures) = (0, 0);
    for (unit, closing) in closings() {
        for (at, year) in closing.cac_nam.iter().enumerate() {
            let Some(own) = of_year(unit, year.nam, year.quy) else { continue };
            for target in &closing.chi_tieu {
                let same = own.chi_tieu.iter().find(|one| one.ma == target.ma).expect("the target");
                match (&target.theo_nam[at].gia_tri, &same.gia_tri) {
                    (Some(here), Some(there)) => {
                        assert!(
                            alike(here, there),
                            "{unit} {} {}: {here}, {there}",
                            target.ma,
                            year.nam
                        );
                        held += 1;
                    }
                    (here, there) => assert_eq!(here, there, "{unit} {} {}", target.ma, year.nam),
                }
            }
            for figure in &closing.bang_so_lieu {
                let here = figure.theo_nam.get(at).unwrap_or(figure);
                let there = &own.so_lieu[&figure.ma];
                assert_eq!(
                    (&here.so, here.co),
                    (&there.so, there.co),
                    "{unit} {} {}",
                    figure.ma,
                    year.nam
                );
                figures += 1;
            }
        }
    }
    assert!(held > 100 && figures > 200, "{held}, {figures}");
}

type Named = BTreeSet<(String, Option<String>)>;

fn named<'a>(texts: impl Iterator<Item = &'a Narrative>) -> Named {
    let documents = texts.flat_map(|text| &text.documents);
    documents
        .map(|one| (one.kind.to_string(), one.number.as_ref().map(ToString::to_string)))
        .collect()
}

#[test]
fn the_list_of_documents_has_each_document_of_the_phase_once() {
    let loaded = read(&Dossier::samples());
    let dossier =
        loaded.dossiers.iter().find(|one| one.plan.id.as_str() == "lac-duong").expect("it");
    let phase = &dossier.plan.phases[0];
    let (from, to) = (Period::parse("2024-Q1").expect("it"), Period::parse("2025-Q2").expect("it"));
    let mut all = named(
        dossier.boards.range(from..=to).filter_map(|(_, text)| Some(&text.good()?.narrative)),
    );
    all.extend(named(
        dossier.closings.get(&phase.id).and_then(Filed::good).map(|one| &one.narrative).into_iter(),
    ));
    let listed = |view: &ReportView| -> Named {
        view.danh_muc.iter().map(|one| (one.loai.clone(), one.so.clone())).collect()
    };
    for (id, series) in &dossier.series {
        let returns =
            series.returns.range(from..=to).filter_map(|(_, one)| Some(&one.good()?.narrative));
        let own = series.closings.get(&phase.id).and_then(Filed::good).map(|one| &one.narrative);
        let own = named(returns.chain(own));
        if let Some(view) = VIEWS.get(&format!("{PHASE}{id}")) {
            assert_eq!(listed(view), own, "{id}");
        }
        all.extend(own);
    }
    assert_eq!(listed(&VIEWS[&format!("{PHASE}tong-hop")]), all);
    assert!(all.len() > 20, "{}", all.len());
}

#[test]
fn no_document_is_listed_twice() {
    for (unit, view) in closings() {
        let mut seen = BTreeSet::new();
        for one in &view.danh_muc {
            let key = (
                &one.loai,
                &one.so,
                &one.ngay,
                &one.co_quan,
                one.trich_yeu.as_ref().filter(|_| one.so.is_none()),
            );
            assert!(seen.insert(key), "{unit}: {key:?}");
        }
    }
}

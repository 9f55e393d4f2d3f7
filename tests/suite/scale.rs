//! Made-up dossiers can stand for real ones at any size. Not for how fast anything is (`benches/`).

use std::collections::{BTreeMap, BTreeSet};

use baocao::diagnostic::Finding;
use baocao::disk::file_system::Local;
use baocao::load::dossiers::load;
use baocao::load::loaded::Loaded;
use baocao::model::dossier::Dossier;
use baocao::model::text::Text;
use baocao::options::Paths;
use baocao::toolchain::Toolchain;

use crate::dossier::files;
use crate::made_up::Shape;
use crate::sample_data::handed_in;

const SMALL: Shape = Shape { units: 14, quarters: 5, dossiers: 3, seed: 1 };
const BROAD: Shape = Shape { units: 60, quarters: 9, dossiers: 1, seed: 7 };

/// Every file of a shape, by its name below the folder.
fn made(shape: Shape) -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    shape.write(folder.path()).expect("the dossiers are written");
    files(folder.path()).into_iter().collect()
}

fn loaded(shape: Shape) -> Loaded {
    let folder = tempfile::tempdir().expect("a folder");
    shape.write(folder.path()).expect("the dossiers are written");
    let toolchain = Toolchain::open(&Paths::default()).expect("the toolchain");
    load(&Local, folder.path(), "inputs", &toolchain.typesetter.fonts().coverage())
        .expect("the inputs")
}

#[test]
fn the_same_seed_makes_up_the_same_bytes_and_another_seed_others() {
    let first = made(SMALL);
    assert!(first == made(SMALL), "the same seed gave other bytes");
    let other = made(Shape { seed: 2, ..SMALL });
    let same = first.iter().filter(|(name, bytes)| other.get(*name) == Some(bytes));
    let same: Vec<_> = same.filter(|(name, _)| !name.ends_with("trung-tam.yaml")).collect();
    assert!(same.is_empty(), "{same:?}");
}

#[test]
fn units_are_spread_evenly_over_as_many_dossiers_as_asked_for() {
    let units = |one: &Dossier| one.plan.units.len() - 1;
    let dossiers = loaded(Shape { units: 98, quarters: 1, dossiers: 34, seed: 1 }).dossiers;
    assert_eq!((dossiers.len(), dossiers.iter().map(units).sum::<usize>()), (34, 98));
    assert!(dossiers.iter().all(|one| (2..=3).contains(&units(one))));
}

#[test]
fn made_up_figures_break_no_rule_and_seldom_raise_a_warning() {
    let loaded = loaded(BROAD);
    let errors: Vec<&Finding> = loaded.findings.iter().filter(|one| one.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(loaded.dossiers.len(), 1);
    let returns = 60 * 10;
    assert!(loaded.findings.len() < returns / 5, "{:#?}", loaded.findings);
    let acknowledged = |one: &Finding| one.message.contains("đã xác nhận");
    assert!(loaded.findings.iter().any(acknowledged), "some falls are acknowledged");
}

#[test]
fn made_up_prose_never_repeats_a_paragraph_and_says_it_is_illustrative() {
    let mut said = BTreeSet::new();
    let mut paragraphs = 0;
    for (place, heading, texts) in loaded(BROAD).dossiers.iter().flat_map(handed_in) {
        assert!(heading.illustrative, "{place} lacks «minh_hoa: true»");
        for paragraph in texts.into_iter().flat_map(Text::paragraphs) {
            paragraphs += 1;
            assert!(said.insert(paragraph.line.to_string()), "{place}: {}", paragraph.line);
        }
    }
    assert!(paragraphs > 60 * 9 * 20, "only {paragraphs} paragraphs");
}

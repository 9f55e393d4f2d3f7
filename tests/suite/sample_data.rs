//! What the samples' YAML holds: the right units, no signer's name, no sentence twice. Not for what is printed of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use baocao::diagnostic::Finding;
use baocao::disk::file_system::Local;
use baocao::load::dossiers;
use baocao::load::loaded::Loaded;
use baocao::model::dossier::{Closings, Dossier, Filed, UnitHistory};
use baocao::model::period::Period;
use baocao::model::returns::{Heading, Narrative};
use baocao::model::text::Text;
use baocao::model::unit::Rank;
use baocao::options::Paths;
use baocao::toolchain::Toolchain;
use unicode_normalization::UnicodeNormalization;

use crate::dossier::{files, repository};

/// Shorter paragraphs may recur.
const SHORTEST_PARAGRAPH: usize = 30;
/// Sentences of so few words may recur.
const SHORT_SENTENCE: usize = 8;

fn load() -> Loaded {
    let toolchain = Toolchain::open(&Paths::default()).expect("the toolchain");
    dossiers::load(
        &Local,
        &repository().join("inputs"),
        "inputs",
        &toolchain.typesetter.fonts().coverage(),
    )
    .expect("the inputs")
}

#[test]
fn every_sample_file_is_read_without_errors() {
    let loaded = load();
    let errors: Vec<&Finding> = loaded.findings.iter().filter(|one| one.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let read = |dossier: &Dossier| {
        let of_unit = |one: &Arc<UnitHistory>| {
            one.returns.len() + one.closings.len() + usize::from(!one.recognitions.is_empty())
        };
        1 + dossier.boards.len()
            + dossier.closings.len()
            + dossier.series.values().map(of_unit).sum::<usize>()
    };
    let there = files(&repository().join("inputs"));
    let is_data =
        |path: &str| path.rsplit('.').next() == Some("yaml") && !path.contains("/.luoc-do/");
    let there: Vec<_> = there.iter().filter(|(path, _)| is_data(path)).collect();
    let all = loaded.dossiers.iter().map(read).sum::<usize>();
    assert_eq!(all, there.len(), "a file was passed over");
}

#[test]
fn the_units_have_their_official_names_and_codes() {
    let official = [
        ("lac-duong", "24846", "thị trấn Lạc Dương"),
        ("lac-duong", "24847", "xã Đạ Chais"),
        ("lac-duong", "24848", "xã Đạ Nhim"),
        ("lac-duong", "24850", "xã Đưng K'Nớ"),
        ("lac-duong", "24862", "xã Lát"),
        ("lac-duong", "24865", "xã Đạ Sar"),
        ("lam-dong-2026", "24848", "xã Lạc Dương"),
        ("lam-dong-2026", "24846", "phường Lang Biang - Đà Lạt"),
        ("lam-dong-2026", "24853", "xã Đam Rông 4"),
        ("ninh-hai", "22834", "thị trấn Khánh Hải"),
        ("ninh-hai", "22846", "xã Vĩnh Hải"),
        ("ninh-hai", "22852", "xã Phương Hải"),
        ("ninh-hai", "22855", "xã Tân Hải"),
        ("ninh-hai", "22858", "xã Xuân Hải"),
        ("ninh-hai", "22861", "xã Hộ Hải"),
        ("ninh-hai", "22864", "xã Tri Hải"),
        ("ninh-hai", "22867", "xã Nhơn Hải"),
        ("ninh-hai", "22868", "xã Thanh Hải"),
    ];
    let official = official.map(|(plan, code, name)| [plan, code, name].map(str::to_owned));
    let units = load().dossiers.into_iter().flat_map(|dossier| {
        let members = dossier.plan.units.iter().filter(|unit| unit.rank == Rank::Member);
        // Party cells are no administrative units and have no code.
        let named = members.filter_map(|unit| {
            let code = unit.code.as_ref()?.to_string();
            Some([dossier.plan.id.to_string(), code, unit.full_name()])
        });
        named.collect::<Vec<_>>()
    });
    assert_eq!(units.collect::<BTreeSet<_>>(), BTreeSet::from(official));
}

#[test]
fn nobody_is_named_as_signer() {
    for plan in load().dossiers.iter().map(|dossier| &dossier.plan) {
        for issuer in plan.unit_issuers.iter().chain(&plan.area_issuers) {
            for signer in &issuer.signers {
                assert_eq!(signer.name, None, "{}", plan.id);
            }
        }
    }
}

#[test]
fn every_sample_return_is_marked_as_illustrative() {
    let loaded = load();
    for (place, heading, _) in loaded.dossiers.iter().flat_map(handed_in) {
        assert!(heading.illustrative, "{place} lacks «minh_hoa: true»");
    }
}

#[test]
fn the_hard_cases_are_in_the_samples() {
    let loaded = load();
    let lac_duong =
        loaded.dossiers.iter().find(|one| one.plan.id.as_str() == "lac-duong").expect("it");
    let handed_in = |period: &str| {
        let period = Period::parse(period).expect("a period");
        let filed = lac_duong.filed.get(&period);
        filed.is_some_and(|all| all.iter().any(|unit| unit.as_str() == "da-chais"))
    };
    assert!(!handed_in("2024-Q1"), "Đạ Chais is late");
    assert!(handed_in("2024-Q2"), "then it reports");
    let unnumbered = |one: &Dossier| one.plan.documents.iter().any(|cited| cited.number.is_none());
    assert!(loaded.dossiers.iter().any(unnumbered), "a plan whose number is still blank");
}

#[test]
fn no_paragraph_recurs_across_units_quarters_or_plans() {
    no_repeats(|text| {
        let long = |words: &String| words.chars().count() >= SHORTEST_PARAGRAPH;
        text.paragraphs().iter().map(|one| folded(one.line.as_str())).filter(long).collect()
    });
}

#[test]
fn no_sentence_of_more_than_eight_words_recurs() {
    no_repeats(|text| {
        let paragraphs = text.paragraphs().iter().map(|one| folded(one.line.as_str()));
        let sentences = paragraphs.flat_map(|words| {
            let cut = words.split(['.', ';', ':', '!', '?']).map(|one| one.trim().to_owned());
            cut.filter(|one| one.split(' ').count() > SHORT_SENTENCE).collect::<Vec<_>>()
        });
        sentences.collect()
    });
}

/// Holds all texts to each piece `cut` makes of them standing only once.
#[track_caller]
fn no_repeats(cut: impl Fn(&Text) -> Vec<String>) {
    let loaded = load();
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (place, _, texts) in loaded.dossiers.iter().flat_map(handed_in) {
        for piece in texts.into_iter().flat_map(&cut) {
            places.entry(piece).or_default().push(place.clone());
        }
    }
    assert!(places.len() > 300, "only {} pieces were compared", places.len());
    places.retain(|_, stand| stand.len() > 1);
    assert!(places.is_empty(), "{places:#?}");
}

/// Everything handed in: where, its heading, its texts with those that explain a figure.
pub(crate) fn handed_in(dossier: &Dossier) -> Vec<(String, &Heading, Vec<&Text>)> {
    let mut all = Vec::new();
    for (unit, series) in &dossier.series {
        for (period, filed) in &series.returns {
            let Filed::Good(read) = filed else { panic!("{period}/{unit} has errors") };
            let words = texts(&read.narrative).into_iter().chain(read.explanations.values());
            let place = format!("{}/{period}/{unit}", dossier.plan.id);
            all.push((place, &read.heading, words.collect()));
        }
        all.extend(said_at_the_end(dossier, unit.as_str(), &series.closings));
    }
    for (period, filed) in dossier.boards.iter() {
        let Filed::Good(board) = filed else { panic!("{period}: the board's text has errors") };
        let place = format!("{}/{period}/_tong-hop", dossier.plan.id);
        all.push((place, &board.heading, texts(&board.narrative)));
    }
    all.extend(said_at_the_end(dossier, "_tong-hop", &dossier.closings));
    all
}

/// What a unit or the board says at the end of phases.
fn said_at_the_end<'d>(
    dossier: &Dossier,
    name: &str,
    closings: &'d Closings,
) -> Vec<(String, &'d Heading, Vec<&'d Text>)> {
    let said = closings.iter().map(|(phase, filed)| {
        let Filed::Good(closing) = filed else { panic!("{phase}/{name} has errors") };
        let place = format!("{}/{phase}/{name}", dossier.plan.id);
        (place, &closing.heading, texts(&closing.narrative))
    });
    said.collect()
}

fn texts(narrative: &Narrative) -> Vec<&Text> {
    let Narrative {
        situation,
        documents: _,
        dissemination,
        inspection,
        tasks,
        strengths,
        limits,
        objective_causes,
        subjective_causes,
        lessons,
        direction,
        proposals,
        remarks,
        counted_unwritten: _,
    } = narrative;
    let single = [situation, dissemination, inspection, strengths, limits, objective_causes];
    let single = single.into_iter().chain([subjective_causes, lessons, direction]);
    single.chain(tasks.values()).chain(proposals.values()).chain(remarks.values()).collect()
}

/// NFC, lower case, single spaces.
fn folded(text: &str) -> String {
    let composed: String = text.nfc().flat_map(char::to_lowercase).collect();
    composed.split_whitespace().collect::<Vec<_>>().join(" ")
}

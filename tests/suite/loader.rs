//! Whatever lies in a file, the loader ends: it is read, or it is told what is wrong. Not for how single slips are told
//! ([`crate::broken_files`]).

use std::sync::LazyLock;

use baocao::diagnostic::render::{Format, render};
use baocao::diagnostic::{Finding, any_error};
use baocao::load::loaded::Loaded;
use baocao::model::period::Period;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::dossier::{Dossier, files, repository, text_of};
use crate::slips::{slip, torn, yaml};
use crate::views::{assembled, read};

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const RETURN: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const BOARD: &str = "inputs/hai-xa/2024-Q1/_tong-hop.yaml";
const RECOGNITION: &str = "inputs/hai-xa/don-vi/suoi-bac.yaml";

/// The plan of two communes and a return.
static RIGHT: LazyLock<[(&str, String); 2]> = LazyLock::new(|| {
    let case = Dossier::case("hai-xa");
    [PLAN, RETURN].map(|path| (path, case.read(path)))
});

/// A plan and a return, with this in the place of that file.
fn with(path: &str, content: impl AsRef<[u8]>) -> Dossier {
    let right = RIGHT.iter().filter(|(other, _)| *other != path);
    right.fold(Dossier::empty(), |made, (other, text)| made.write(other, text)).write(path, content)
}

/// A sample plan and one file beside it.
fn sample(folder: &str, path: &str, content: &[u8]) -> Dossier {
    let plan = format!("inputs/{folder}/ke-hoach.yaml");
    Dossier::empty().write(&plan, text_of(&plan).expect("a plan")).write(path, content)
}

/// Files nobody means to hand in, named after the code of what is told of them, `ok` where it is no error.
fn corpus() -> Vec<(String, Vec<u8>)> {
    let mut all = files(&repository().join("tests/cases/corpus"));
    all.retain(|(name, _)| name != ".gitattributes");
    all
}

/// What is told of one file. All that is found can be drawn, and every report that is not refused can be assembled.
fn told(loaded: &Loaded, path: &str) -> Vec<Finding> {
    let failed = assembled(loaded).into_values().filter_map(Result::err);
    let all: Vec<Finding> = loaded.findings.iter().cloned().chain(failed).collect();
    for (finding, format) in all
        .iter()
        .flat_map(|one| [Format::Human, Format::Short, Format::Json].map(|format| (one, format)))
    {
        assert!(render(finding, format, true).ends_with('\n'));
    }
    let here = |one: &Finding| one.span.as_ref().is_some_and(|span| span.file().path() == path);
    all.into_iter().filter(here).collect()
}

/// A plan costs its dossier, a return or a board's text its report, exactly when an error in it is told.
#[track_caller]
fn settled(dossier: &Dossier, path: &str) -> Vec<Finding> {
    let loaded = read(dossier);
    let found = told(&loaded, path);
    let parts: Vec<&str> = path.split('/').collect();
    let refused = match parts[..] {
        [_, folder, "ke-hoach.yaml"] => loaded.refused.contains(&folder.to_owned()),
        [_, _, "don-vi", _] => any_error(&found),
        [_, _, period, file] => {
            let period = Period::parse(period).expect("a period");
            let name = file.trim_end_matches(".yaml");
            let of_unit = |one: &baocao::model::dossier::Dossier| {
                let series = one.series.iter().find(|(unit, _)| unit.as_str() == name);
                series.and_then(|(_, all)| Some(all.returns.get(&period)?.good().is_none()))
            };
            let of_board = |one: &baocao::model::dossier::Dossier| {
                Some(one.boards.get(&period)?.good().is_none())
            };
            let states = loaded.dossiers.iter().map(|one| of_unit(one).or_else(|| of_board(one)));
            let states: Vec<bool> = states.flatten().collect();
            // A file that was only opened is no return yet; what is wrong with it is told all the same.
            if states.is_empty() {
                return found;
            }
            states.contains(&true)
        }
        _ => panic!("{path} is read as nothing"),
    };
    assert_eq!(refused, any_error(&found), "{path}: {found:#?}");
    found
}

proptest! {
    #[test]
    fn a_torn_return_is_read_or_told(
        file in select(&["2024-Q1/dung-kno", "2024-Q2/da-nhim", "2024-Q2/ttyt", "2025-Q2/lat", "2024-Q2/_tong-hop"][..]),
        slips in vec(slip(), 1..5)
    ) {
        let path = format!("inputs/lac-duong/{file}.yaml");
        let text = text_of(&path).expect("a sample");
        settled(&sample("lac-duong", &path, &torn(&text, &slips)), &path);
    }

    #[test]
    fn a_torn_plan_is_read_or_told(slips in vec(slip(), 1..4)) {
        settled(&with(PLAN, torn(&RIGHT[0].1, &slips)), PLAN);
    }

    #[test]
    fn a_torn_recognition_or_board_text_is_read_or_told(
        path in select(&[RECOGNITION, BOARD][..]), slips in vec(slip(), 1..4)
    ) {
        let text = text_of(&format!("tests/cases/hai-xa/{path}")).expect("a text");
        settled(&with(path, torn(&text, &slips)), path);
    }

    #[test]
    fn any_lines_are_read_or_told(text in yaml()) {
        settled(&with(RETURN, &text), RETURN);
    }

    #[test]
    fn any_bytes_are_read_or_told(bytes in vec(any::<u8>(), 0..200)) {
        settled(&with(RETURN, &bytes), RETURN);
    }
}

#[test]
fn every_file_of_the_corpus_is_told_as_its_name_says() {
    let corpus = corpus();
    assert!(corpus.len() > 100, "only {} files", corpus.len());
    for (name, bytes) in &corpus {
        let found = settled(&with(RETURN, bytes), RETURN);
        let errors = found.iter().filter(|one| one.is_error()).map(|one| one.code.id());
        let errors: Vec<&str> = errors.collect();
        let promised = name.split('-').next().expect("a code");
        let kept = if promised == "ok" { errors.is_empty() } else { errors.contains(&promised) };
        assert!(kept, "{name}: {found:#?}");
    }
}

#[test]
fn a_file_of_the_corpus_in_any_other_place_is_read_or_told() {
    for (_, bytes) in corpus() {
        for path in [PLAN, BOARD, RECOGNITION] {
            settled(&with(path, &bytes), path);
        }
    }
}

#[test]
fn a_file_far_too_large_is_told_in_one_line() {
    let text = "Một dòng chữ dán nhầm từ tệp khác.\n".repeat(50_000_000 / 43);
    for path in [PLAN, RETURN, BOARD, RECOGNITION] {
        let found = settled(&with(path, &text), path);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].code.id(), "Y07");
    }
}

#[test]
fn a_long_text_is_read_whole() {
    let head = &RIGHT[1].1;
    let lines = "  Đoạn chữ dài, còn tiếp tục thêm.\n".repeat(10_000);
    assert!(!any_error(&settled(&with(RETURN, format!("{head}tinh_hinh: |\n{lines}")), RETURN)));
}

#[test]
#[cfg_attr(windows, ignore = "some of these names are one there, or none")]
fn odd_names_of_folders_and_files_are_read_or_told() {
    let good = &RIGHT[1].1;
    let names = [
        "9999-Q4/suoi-bac.yaml",
        "2024-Q5/suoi-bac.yaml",
        "2024-q1/suoi-bac.yaml",
        "2024-Q1/.yaml",
        "2024-Q1/con.yaml",
        "2024-Q1/SUOI-BAC.YAML",
        "2024-Q1/suoi-bac.yaml.yaml",
        "2024-Q1/suối-bạc.yaml",
        "2024-Q1/suo\u{302}\u{301}i.yaml",
        "2024-Q1/doi-may/suoi-bac.yaml",
        "don-vi/_tong-hop.yaml",
        "don-vi/x/y/z.yaml",
        "ke-hoach.yaml.bak",
        "Ke-Hoach.yaml",
        "ke-hoach/ke-hoach.yaml",
        "2024-Q1/tong-hop.yaml",
        "đơn vị/suoi-bac.yaml",
        "2024-Q1 (1)/suoi-bac.yaml",
    ];
    let dossier = names.iter().fold(Dossier::case("hai-xa"), |made, name| {
        made.write(&format!("inputs/hai-xa/{name}"), good)
    });
    let long = format!("inputs/hai-xa/2024-Q1/{}.yaml", "a".repeat(200));
    let loaded = read(&dossier.write(&long, good));
    assert_eq!(told(&loaded, &long).len(), 1);
    assert!(loaded.refused.is_empty() && assembled(&loaded).len() > 5);
}

#[test]
fn a_file_of_nonsense_is_told_in_a_few_lines() {
    let lines: Vec<String> = (0..20_000).map(|at| format!("  k{at}: 1\n")).collect();
    let text = format!("{}chi_tieu:\n{}", RIGHT[1].1, lines.concat());
    assert!(read(&with(RETURN, text)).findings.len() < 200);
}

#[test]
fn a_date_is_written_with_two_digits_and_nothing_else() {
    for date in [" 2024-3-15", "+2024-3-15"] {
        let text = RIGHT[1].1.replace("2024-03-15", &format!("\"{date}\""));
        assert!(any_error(&settled(&with(RETURN, text), RETURN)), "{date}");
    }
}

#[test]
fn no_period_comes_before_the_first_year() {
    use baocao::model::period::Period;
    assert!(Period::parse("0000-Q1").is_none_or(|first| first.previous() < first));
}

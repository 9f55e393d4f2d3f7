//! Whatever a return looks like after hasty hands, an import ends: it is changed as wanted, or left as it is.

use std::path::Path;

use baocao::disk::file_system::Local;
use baocao::import::returns::scalar;
use baocao::import::{ImportRequest, ReadingOptions, import};
use baocao::load::plan_file;
use baocao::model::period::Period;
use baocao::source::SourceFile;
use baocao::yaml::tree::parse;
use proptest::collection::vec;
use proptest::prelude::*;

use super::two_communes;
use crate::slips::{slip, torn, yaml};

const PATH: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";

/// Imports one value into a return of these bytes.
fn imported(bytes: &[u8]) -> Result<(), TestCaseError> {
    let dossier = two_communes("xã;nguoi_bhyt;buoi\nSuối Bạc;951;7\n").write(PATH, bytes);
    let folder = dossier.path("inputs/hai-xa");
    let plan =
        plan_file::read(&Local, Path::new(&folder), "inputs/hai-xa").expect("the plan is right");
    let period = Period::parse("2024-Q1").expect("a period");
    let file = dossier.path("bang.csv");
    let request = ImportRequest {
        file,
        sheet: None,
        dossier: None,
        period,
        as_of: None,
        reading: ReadingOptions::default(),
    };
    let result =
        import(&Local, &request, &plan, &folder, "inputs/hai-xa").expect("the table is right");
    for draft in result.drafts {
        let text = String::from_utf8(draft.bytes).expect("UTF-8");
        let text = text.trim_start_matches('\u{feff}');
        let root = parse(&SourceFile::new("", text)).expect("YAML");
        let figures = root.at("so_lieu").expect("figures");
        for (figure, value) in [("nguoi_bhyt", "951"), ("buoi", "7")] {
            let long = figures.at(figure).and_then(|node| scalar(node, "gia_tri"));
            prop_assert_eq!(scalar(figures, figure).or(long), Some(value), "{}", text);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_torn_return_is_changed_as_wanted_or_left(slips in vec(slip(), 1..6)) {
        let text = two_communes("").read(PATH);
        imported(&torn(&text, &slips))?;
    }

    #[test]
    fn a_return_of_anything_is_changed_as_wanted_or_left(text in yaml()) {
        imported(text.as_bytes())?;
    }
}

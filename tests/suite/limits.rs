//! Limits and names that several rooms share: what one refuses no other lets pass. Not for what is wrong with a value
//! ([`crate::findings`]).

use baocao::model::id::Id;
use baocao::model::limits::{LARGEST_AMOUNT, YEARS};
use baocao::model::names::{AREA, CLOSING, LETTER, LIST};
use baocao::model::period::Period;

use crate::area::PLAN;
use crate::dossier::{Dossier, text_of};
use crate::keywords::schema;

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";

#[test]
fn an_amount_is_read_up_to_the_limit_the_schema_states() {
    let with = |amount: i64| {
        let from = "kinh_phi: 1250.5";
        Dossier::case("hai-xa").replace(SUOI_BAC, from, &format!("kinh_phi: {amount}")).check()
    };
    let decimals = PLAN.figure("kinh_phi").expect("a figure").decimals;
    let most = LARGEST_AMOUNT / 10_i64.pow(decimals.into());
    assert!(with(most).of("V01").is_empty());
    with(most + 1).ends_with(1).one("V01");
    let stated = schema("bao-cao.json")["properties"]["so_lieu"]["properties"]["kinh_phi"].clone();
    assert_eq!(stated["anyOf"][0]["maximum"], most, "{stated}");
}

#[test]
fn periods_are_of_the_years_the_schema_states() {
    let stated = schema("ke-hoach.json")["properties"]["giai_doan"]["properties"]["tu"].clone();
    let (first, last) = (*YEARS.start(), *YEARS.end());
    assert_eq!((&stated["minimum"], &stated["maximum"]), (&first.into(), &last.into()));
    let read = |year: u16| Period::parse(&format!("{year}-Q1")).is_some();
    assert!(read(first) && read(last) && !read(first - 1) && !read(last + 1));
}

#[test]
fn names_kept_from_ids_are_those_of_the_files_beside_them() {
    let letter = text_of("report-templates/don-doc/loai.yaml").expect("the kind of letters");
    assert!(letter.contains(&format!("\ntep: \"{LETTER}{{don_vi}}\"")), "{letter}");
    assert!(text_of(&format!("report-templates/{CLOSING}/loai.yaml")).is_some());
    for kept in [AREA, LIST, &format!("{LETTER}lat")] {
        assert!(Id::parse(kept).is_err(), "{kept}");
    }
}

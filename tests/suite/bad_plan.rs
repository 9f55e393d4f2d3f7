//! A plan with errors costs its own dossier, and others no more than the comparison with it. Not for what plans can have wrong.

use crate::dossier::Dossier;

const BAD: &str = "inputs/lac-duong/ke-hoach.yaml";
const GOOD: &str = "inputs/lam-dong-2026/ke-hoach.yaml";

/// The samples, of which one dossier takes over units of another, whose plan has a slip.
fn with_slip() -> Dossier {
    Dossier::samples().replace(BAD, "\ngiai_doan: {", "\ngiai_doan: x\n# {")
}

#[test]
fn a_slip_in_a_plan_costs_those_who_refer_to_it_the_comparison_and_blames_nobody_else() {
    let told = with_slip().check().ends_with(1);
    let errors = told.errors();
    assert!(!errors.is_empty() && errors.iter().all(|one| one.place().0 == BAD), "{errors:?}");
    let lost = told.of("B02");
    let lost: Vec<_> = lost.iter().filter(|one| one.place().0 == GOOD).collect();
    let [lost] = lost[..] else { panic!("one for all units: {lost:?}") };
    assert!(
        lost.noi_dung.contains("hồ sơ «lac-duong» đang có lỗi nên chưa so sánh được"),
        "{lost:?}"
    );
    assert!(lost.noi_dung.contains("da-sar") && lost.noi_dung.contains("dung-kno"), "{lost:?}");
    assert!(lost.cach_sua.as_ref().is_some_and(|hint| hint.contains(BAD)), "{lost:?}");
}

#[test]
fn reports_of_a_plan_whose_predecessors_have_errors_are_made_and_say_that_they_do_not_compare() {
    let dossier = with_slip();
    let report = "lam-dong-2026/2026-Q2/tong-hop";
    let told = dossier.run(["build", "lam-dong-2026", "--period", "2026-Q2"]).ends_with(0);
    assert!(told.stderr.contains("cảnh báo[B02]"), "{}", told.stderr);
    dossier.pdf(report).must_say("Chưa so sánh được: số liệu cùng kỳ năm 2025 đang được rà soát");
    let whole = Dossier::samples();
    whole.run(["build", "lam-dong-2026", "--period", "2026-Q2"]).ends_with(0);
    whole.pdf(report).must_not_say("đang được rà soát");
    let mended = dossier.replace(BAD, "\ngiai_doan: x\n# {", "\ngiai_doan: {");
    mended.run(["build", "lam-dong-2026", "--period", "2026-Q2"]).ends_with(0);
    assert!(
        mended.output_files()[&format!("{report}.pdf")]
            == whole.output_files()[&format!("{report}.pdf")]
    );
}

#[test]
fn a_unit_that_is_nowhere_still_refuses_the_plan_that_names_it() {
    let dossier = Dossier::samples().replace(GOOD, "ma: da-sar }", "ma: da-sarr }");
    let told = dossier.check().ends_with(1);
    assert_eq!(told.one("Y06").place().0, GOOD);
}

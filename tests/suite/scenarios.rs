//! The scenarios the field asks for, by their numbers, mostly on the samples themselves. Not for merged communes, which
//! are the eighth ([`crate::merged`]).

use baocao::model::period::Period;
use baocao::vietnamese::nearest::nearest;

use crate::dossier::Dossier;
use crate::pdf::Pdf;
use crate::views::{read, views};

/// Builds one report of a case.
#[track_caller]
pub(crate) fn report(dossier: &Dossier, folder: &str, period: &str, unit: &str) -> Pdf {
    dossier.run(["build", folder, "--period", period, "--unit", unit]).ends_with(0);
    dossier.pdf(&format!("{folder}/{period}/{unit}"))
}

#[test]
fn s1_a_total_over_five_of_six_communes_says_so_and_nothing_is_complete() {
    let folder = "inputs/lac-duong";
    let samples = Dossier::samples();
    let partial = report(&samples, "lac-duong", "2024-Q1", "tong-hop");
    partial.must_say("báo cáo của 5/6 xã, thị trấn; chưa có số liệu của xã Đạ Chais");
    partial.must_not_say("đạt 100%");
    let name = "lac-duong/2024-Q1/tong-hop";
    let complete = |dossier: &Dossier| {
        let targets = views(dossier).remove(name).expect("the roll-up").chi_tieu;
        targets.iter().filter(|target| target.gia_tri.as_deref() == Some("100%")).count()
    };
    assert_eq!(complete(&samples), 0);

    let late = samples.read(&format!("{folder}/2024-Q2/da-chais.yaml"));
    let late = late.replace("2024-Q2", "2024-Q1").replace("2024-06-1", "2024-03-1");
    let all = samples.write(&format!("{folder}/2024-Q1/da-chais.yaml"), late);
    let whole = report(&all, "lac-duong", "2024-Q1", "tong-hop");
    whole.must_say("báo cáo của 6/6 xã, thị trấn.");
    assert!(complete(&all) > 0);
}

#[test]
fn s2_exactly_ninety_five_percent_is_not_above_ninety_five() {
    let file = "inputs/lac-duong/2024-Q2/dung-kno.yaml";
    let cases = [
        ("2412", "94,96% (2.412/2.540 người), thấp hơn 0,04 điểm phần trăm so với", "Chưa đạt"),
        ("2413", "95% (2.413/2.540 người), bằng đúng mức 95%, chưa đạt", "Chưa đạt"),
        ("2414", "95,04% (2.414/2.540 người), vượt 0,04 điểm phần trăm so với", "Đạt"),
    ];
    for (people, words, verdict) in cases {
        let samples =
            Dossier::samples().replace(file, "nguoi_bhyt: 2413", &format!("nguoi_bhyt: {people}"));
        let page = report(&samples, "lac-duong", "2024-Q2", "dung-kno");
        page.must_say(&format!("{words} mục tiêu đến năm 2030 (trên 95%)"));
        let row = page.between("2.540", "8 Tỷ lệ lượt");
        assert!(row.ends_with(&verdict.replace(' ', "")), "{row}");
    }
}

#[test]
fn s3_a_rate_of_doctors_is_judged_against_a_range_that_may_be_passed() {
    let goal = "mục tiêu đến năm 2030 (9 - 10 bác sĩ/10.000 dân)";
    let cases = [
        ("25", "8,68, thấp hơn 0,32 bác sĩ/10.000 dân so với", "31/35.699"),
        ("27", "9,24, đạt", "33/35.699"),
        ("30", "10,08, vượt 0,08 bác sĩ/10.000 dân so với", "36/35.699"),
    ];
    for (doctors, words, sums) in cases {
        let samples = Dossier::samples().replace(
            "inputs/lac-duong/2024-Q2/ttyt.yaml",
            "bs_cap_huyen: 25",
            &format!("bs_cap_huyen: {doctors}"),
        );
        let page = report(&samples, "lac-duong", "2024-Q2", "tong-hop");
        page.must_say(&format!("Số bác sĩ trên 10.000 dân là {words} {goal}"));
        page.must_say(sums);
    }
}

/// A sample plan whose units live on, with one commune's return moved to June 2026.
fn in_2026(folder: &str, unit: &str) -> Dossier {
    let samples = Dossier::samples();
    let plan = samples.read(&format!("inputs/{folder}/ke-hoach.yaml"));
    let text = samples.read(&format!("inputs/{folder}/2024-Q2/{unit}.yaml"));
    let later = |line: &str| match line {
        head if head.starts_with("van_ban:") => "van_ban: { so: 9, ngay: 2026-06-30 }".to_owned(),
        line if line.starts_with("  thon_co_nvyt:") => "  thon_co_nvyt: 2".to_owned(),
        line => line.replace("2024-", "2026-"),
    };
    let text: Vec<String> = text.lines().map(later).collect();
    Dossier::empty()
        .write(
            &format!("inputs/{folder}/ke-hoach.yaml"),
            plan.replace(", hieu_luc: { den: 2025-06-30 }", ""),
        )
        .write(&format!("inputs/{folder}/2026-Q2/{unit}.yaml"), text.join("\n") + "\n")
}

#[test]
fn s4_the_same_shortfall_is_overdue_in_one_plan_and_not_kept_in_the_other() {
    let reached = report(&in_2026("ninh-hai", "phuong-hai"), "ninh-hai", "2026-Q2", "phuong-hai");
    reached.must_say("đạt 66,67% (2/3 thôn), thấp hơn 33,33 điểm phần trăm so với mục tiêu đến năm 2025 (100%); đã quá hạn");
    let row = reached.between("2/3", "2 Tỷ lệ");
    assert_eq!(row.split('%').next_back(), Some("Quáhạn"), "{row}");
    reached.must_not_say("chưa duy trì được mục tiêu, thấp hơn 33,33");

    let kept = report(&in_2026("lac-duong", "lat"), "lac-duong", "2026-Q2", "lat");
    kept.must_say("đạt 50% (2/4 thôn), chưa duy trì được mục tiêu, thấp hơn 50 điểm phần trăm so với mục tiêu đến năm 2030 (100%)");
    kept.must_say("Chưa giữ được yêu cầu “Mỗi thôn thuộc các xã có một nhân viên y tế");
    kept.must_not_say("quá hạn");
}

#[test]
fn s5_a_recognition_of_three_years_lapses_after_its_last_day() {
    let case = Dossier::case("hai-xa");
    let text = case.read("inputs/hai-xa/2024-Q1/suoi-bac.yaml");
    for (as_of, held) in [("2027-01-03", true), ("2027-03-31", false)] {
        let text = text.replace("2024-Q1", "2027-Q1").replace("2024-03-15", as_of);
        let later =
            Dossier::case("hai-xa").write("inputs/hai-xa/2027-Q1/suoi-bac.yaml", text + "\n");
        let told = later.check();
        assert_eq!(told.of("V09").is_empty(), held, "{}", told.stdout);
        let page = report(&later, "hai-xa", "2027-Q1", "suoi-bac");
        let lapsed = "“100% xã được công nhận”: xã Suối Bạc chưa đạt";
        assert_eq!(page.says(lapsed), !held, "{as_of}:\n{}", page.text());
        let area = report(&later, "hai-xa", "2027-Q1", "tong-hop");
        let row = area.between("1 Xã Suối Bạc", "2 Xã Đồi Mây");
        assert_eq!(row.ends_with("Có"), held, "{row}");
    }
}

#[test]
fn s6_only_the_days_and_the_first_two_months_are_written_with_a_zero() {
    let board = "inputs/hai-xa/2024-Q1/_tong-hop.yaml";
    let cases = [
        ("2024-02-05", "ngày 05 tháng 02 năm 2024", "ngày 05/02/2024"),
        ("2024-03-05", "ngày 05 tháng 3 năm 2024", "ngày 05/3/2024"),
        ("2024-01-31", "ngày 31 tháng 01 năm 2024", "ngày 31/01/2024"),
    ];
    for (date, header, short) in cases {
        let dated = format!("chot_den: 2024-01-15\nvan_ban: {{ so: 7, ngay: {date} }}");
        let case = Dossier::case("hai-xa").replace(
            board,
            "chot_den: 2024-03-15\nvan_ban: { so: null, ngay: null }",
            &dated,
        );
        let page = report(&case, "hai-xa", "2024-Q1", "tong-hop");
        page.must_say(&format!("Đồi Xanh, {header}"));
        page.must_say(&format!("(Kèm theo Báo cáo số 07-BC/BTGHU, {short} của"));
    }
}

#[test]
fn s7_the_fifteen_names_are_found_without_accents() {
    let loaded = read(&Dossier::samples());
    for (folder, count) in [("lac-duong", 6), ("ninh-hai", 9)] {
        let dossier = loaded.dossiers.iter().find(|one| one.plan.id.as_str() == folder);
        let day = Period::parse("2024-Q1").expect("a period").last_day();
        let units = dossier.expect("a sample").plan.members(day);
        let names: Vec<&str> = units.map(|unit| unit.name.as_str()).collect();
        assert_eq!(names.len(), count);
        let plain = |name: &str| baocao::vietnamese::nearest::fold(name);
        for name in &names {
            assert_eq!(nearest(&plain(name), names.iter().copied()), Some(*name));
        }
    }
}

#[test]
fn s9_a_pasted_text_in_tcvn3_is_named_with_what_it_says() {
    let file = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
    let dossier = Dossier::case("hai-xa").replace(file, "còn khó đi", "còn khó đi, nh©n d©n");
    let found = dossier.check().ends_with(1).one("K06");
    assert_eq!(found.place(), (file, 15, 42));
    assert!(found.noi_dung.contains("TCVN3") && found.noi_dung.contains("«nh©n d©n»"), "{found:?}");
    assert!(found.cach_sua.is_some_and(|hint| hint.starts_with("có phải là «nhân dân»?")));
}

#[test]
fn s10_a_typed_percentage_that_is_not_that_of_the_figures_is_told() {
    let file = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
    let figures = Dossier::case("hai-xa").replace(file, "dan_so: 1000", "dan_so: 1010").replace(
        file,
        "nguoi_bhyt: 950",
        "nguoi_bhyt: 954",
    );
    let typed = figures.replace(file, "còn khó đi.", "còn khó đi. Tỷ lệ dân số có thẻ đạt 95,4%.");
    let found = typed.check().one("V14");
    assert!(found.noi_dung.contains("95,4%") && found.noi_dung.contains("94,46"), "{found:?}");

    let as_a_figure = Dossier::case("hai-xa").replace(file, "nguoi_bhyt: 950", "nguoi_bhyt: 95,4%");
    let found = as_a_figure.check().ends_with(1).one("V01");
    assert!(found.cach_sua.is_some_and(|hint| hint.contains("tỷ lệ 95,4% do chương trình tính")));
}

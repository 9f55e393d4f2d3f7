//! What is wrong with returns: found at its place, with what to do, and at the cost of one report only.

use crate::dossier::Dossier;
use crate::pdf::Pdf;

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";

fn two_communes() -> Dossier {
    Dossier::case("hai-xa")
}

/// Two communes, of which one has handed in more people insured than it has.
fn broken() -> Dossier {
    two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 9500")
}

#[test]
fn two_wrong_values_in_one_file_are_two_findings_at_their_places() {
    let dossier = two_communes().replace(SUOI_BAC, "dan_so: 1000", "dan_so: 35.699").replace(
        SUOI_BAC,
        "bac_si: 1",
        "bac_si: một",
    );
    let told = dossier.check().ends_with(1);
    let places: Vec<_> =
        told.errors().iter().map(|one| (one.ma.clone(), one.dong, one.cot)).collect();
    assert_eq!(
        places,
        [("V01".to_owned(), Some(5), Some(11)), ("V01".to_owned(), Some(9), Some(11))]
    );
    assert!(told.errors().iter().all(|one| one.tep.as_deref() == Some(SUOI_BAC)));
    let short = dossier.run(["check", "--format", "short"]).ends_with(1);
    assert!(short.stderr.contains(&format!("{SUOI_BAC}:5:11: lỗi[V01]: ")), "{}", short.stderr);
    assert!(short.stderr.contains(&format!("{SUOI_BAC}:9:11: lỗi[V01]: ")), "{}", short.stderr);
}

#[test]
fn a_broken_return_refuses_its_own_report_only() {
    let dossier = broken();
    let told = dossier.build().ends_with(1);
    assert_eq!(told.counts(), [5, 0, 1, 0]);
    assert!(!dossier.has("hai-xa/2024-Q1/suoi-bac"));
    let others = [
        "2024-Q1/doi-may",
        "2024-Q1/tong-hop",
        "2024-Q2/suoi-bac",
        "2024-Q2/doi-may",
        "2024-Q2/tong-hop",
    ];
    for name in others {
        assert!(dossier.has(&format!("hai-xa/{name}")), "{name}");
    }
}

#[test]
fn a_broken_return_counts_as_not_reported_in_the_roll_up() {
    let dossier = broken();
    dossier.build().ends_with(1);
    let roll_up = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    roll_up.must_say("báo cáo của 1/2 xã; chưa có số liệu của xã Suối Bạc");
    roll_up.must_say("cần tập trung chỉ đạo (tính trên 1/2 xã; chi tiết tại Phụ lục):");
    roll_up.must_say("tạm tính 90% (9.000/10.000 người)");
}

#[test]
fn a_report_that_compares_with_a_broken_return_says_so_and_is_built() {
    let dossier = broken();
    let told = dossier.build().ends_with(1);
    assert!(
        told.stderr.contains("cảnh báo[B02]: xã Suối Bạc kỳ 2024-Q1 đang có lỗi"),
        "{}",
        told.stderr
    );
    // The unit's own report and the roll-up find the same.
    assert_eq!(told.stderr.matches("cảnh báo[B02]").count(), 1, "{}", told.stderr);
    let says = |pdf: &Pdf| pdf.says("Chưa so sánh được: số liệu quý I/2024 đang được rà soát.");
    assert!(says(&dossier.pdf("hai-xa/2024-Q2/suoi-bac")));
    assert!(!says(&dossier.pdf("hai-xa/2024-Q2/doi-may")));
    dossier
        .pdf("hai-xa/2024-Q2/tong-hop")
        .must_say("hưa so sánh được: số liệu quý I/2024 đang được rà soát");
}

#[test]
fn a_report_that_was_built_before_stays_when_its_return_breaks() {
    let dossier = two_communes();
    dossier.build().ends_with(0);
    let before = dossier.output_files();
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 9500");
    dossier.build().ends_with(1);
    let name = "hai-xa/2024-Q1/suoi-bac.pdf";
    assert!(
        dossier.output_files()[name] == before[name],
        "the refused report's older PDF was touched"
    );
}

#[test]
fn a_mistyped_key_is_found_with_the_nearest_one() {
    let cases = [
        ("tinh_hinh: Ổn định.\n", "tinh_hin: Ổn định.\n", "Y02", "tinh_hinh"),
        ("buoi: 1", "buio: 1", "Y06", "buoi"),
        ("nhan_thuc:", "nhan_thucs:", "Y06", "nhan_thuc"),
        ("  huyen:", "  huyện:", "Y06", "huyen"),
        ("han_che:", "han_chế:", "Y02", "han_che"),
        ("ky: 2024-Q1", "yk: 2024-Q1", "Y02", "ky"),
    ];
    for (right, wrong, code, nearest) in cases {
        let dossier = two_communes().edit(SUOI_BAC, |text| text + "tinh_hinh: Ổn định.\n");
        let told = dossier.replace(SUOI_BAC, right, wrong).check().ends_with(1);
        let found = told.one(code);
        assert_eq!(found.cach_sua, Some(format!("có phải là «{nearest}»?")), "{found:?}");
    }
}

#[test]
fn a_dot_between_thousands_is_found_with_the_number_meant() {
    for typed in ["35.699", "35,699", "35 699", "1.035.699"] {
        let told = two_communes()
            .replace(SUOI_BAC, "dan_so: 1000", &format!("dan_so: \"{typed}\""))
            .check();
        let found = told.ends_with(1).one("V01");
        let meant: String = typed.chars().filter(char::is_ascii_digit).collect();
        assert!(found.noi_dung.contains(typed), "{found:?}");
        assert!(found.cach_sua.as_ref().is_some_and(|hint| hint.ends_with(&meant)), "{found:?}");
    }
}

#[test]
fn a_dot_between_thousands_is_found_before_zeros_too() {
    for (right, typed) in [("buoi: 1", "buoi: 2.000"), ("kinh_phi: 1250.5", "kinh_phi: 1.200")] {
        let told = two_communes().replace(SUOI_BAC, right, typed).check();
        told.ends_with(1).one("V01");
    }
}

#[test]
fn what_is_no_count_is_refused_with_a_reason() {
    for typed in [
        "-5",
        "9.5",
        "95%",
        "một nghìn",
        "1e3",
        "0x10",
        ".inf",
        "99999999999999999999",
        "[1, 2]",
        "{ a: 1 }",
    ] {
        let dossier = two_communes().replace(SUOI_BAC, "dan_so: 1000", &format!("dan_so: {typed}"));
        let told = dossier.check().ends_with(1);
        assert!(told.errors().iter().all(|one| one.dong == Some(5)), "{typed}: {}", told.stdout);
    }
}

#[test]
fn a_name_that_leaves_the_folder_is_refused_and_nothing_is_written_there() {
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    for bad in ["../x", "../../x", "/tmp/x", "a/b", "C:x", "con", "tong-hop"] {
        let in_plan =
            two_communes().replace(plan, "{ ma: suoi-bac,", &format!("{{ ma: \"{bad}\","));
        let told = in_plan.run(["build", "--format", "json"]).ends_with(1);
        assert!(
            told.errors().iter().any(|one| one.ma == "Y05" && one.noi_dung.contains(bad)),
            "{}",
            told.stdout
        );
        let in_return =
            two_communes().replace(SUOI_BAC, "don_vi: suoi-bac", &format!("don_vi: \"{bad}\""));
        let told = in_return.run(["build", "--format", "json"]).ends_with(1);
        assert_eq!(told.errors()[0].place().0, SUOI_BAC, "{}", told.stdout);
        for dossier in [in_plan, in_return] {
            let names = crate::dossier::files(&dossier.path(""));
            let stray = |name: &str| {
                !name.starts_with("inputs/")
                    && !name.starts_with("out/hai-xa/2024-Q")
                    && name != "out/manifest.json"
                    && !name.starts_with("out/.baocao/")
            };
            assert!(
                !names.iter().any(|(name, _)| stray(name)),
                "{bad}: {:?}",
                names.iter().map(|(n, _)| n).collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn a_return_of_another_unit_or_period_is_refused() {
    for (from, to, words) in [
        ("don_vi: suoi-bac", "don_vi: doi-may", "khác tên tệp"),
        ("ky: 2024-Q1", "ky: 2024-Q2", "khác thư mục"),
        ("chot_den: 2024-03-15", "chot_den: 2024-04-15", "không thuộc kỳ"),
    ] {
        let told = two_communes().replace(SUOI_BAC, from, to).check().ends_with(1);
        assert!(told.errors()[0].noi_dung.contains(words), "{}", told.stdout);
    }
}

#[test]
fn totals_that_do_not_match_the_published_ones_are_told() {
    let published = "doi_chieu:\n  dan_so: 11010\n";
    let board = "inputs/hai-xa/2024-Q1/_tong-hop.yaml";
    let dossier = two_communes().edit(board, |text| text + published);
    let found = dossier.check().ends_with(0).one("V04");
    assert_eq!(found.place(), (board, 5, 11));
    assert!(found.noi_dung.contains("11.000") && found.noi_dung.contains("11.010"), "{found:?}");
}

#[test]
fn a_key_with_nothing_behind_it_is_told_at_that_key_and_filled_in_there() {
    let told = |from: &str, to: &str| two_communes().replace(SUOI_BAC, from, to).check();
    let blank = told("buoi: 1", "buoi:").one("B03");
    assert_eq!(blank.place(), (SUOI_BAC, 10, 3));
    assert!(blank.cach_sua.is_some_and(|cure| cure.starts_with("ghi số vào sau «buoi:»")));
    let gone = told("  buoi: 1\n", "").one("B03");
    assert!(gone.cach_sua.is_some_and(|cure| cure.starts_with("thêm dòng «buoi: …»")));
    let dateless = told("chot_den: 2024-03-15", "chot_den:").one("Y04");
    assert_eq!(dateless.place(), (SUOI_BAC, 3, 1));
    assert_eq!(dateless.cach_sua.as_deref(), Some("ghi tiếp vào sau «chot_den:» ở dòng này"));
}

//! The samples that come with the program: every one is read, built, and says what it must.

use crate::dossier::{Dossier, SAMPLES, files, reports, repository, sample};

#[test]
fn every_return_of_the_samples_and_every_quarter_has_its_report() {
    let (told, output_files) = &*SAMPLES;
    assert_eq!(told.code, 0, "{}", told.stderr);
    let built = reports(output_files);
    assert_eq!(told.counts(), [built.len(), 0, 0, 0]);
    assert!(built.len() >= 33 && told.stdout.contains("; 0 lỗi, "), "{}", told.stdout);
    for (path, _) in files(&repository().join("inputs")) {
        let parts: Vec<&str> = path.trim_end_matches(".yaml").split('/').collect();
        let [plan, period, name] = parts[..] else { continue };
        // The base year and the health centre's row are only compared with and added.
        if period.contains("-Q") && !period.starts_with("2023") && name != "ttyt" {
            let unit = if name == "_tong-hop" { "tong-hop" } else { name };
            let report = format!("{plan}/{period}/{unit}");
            assert!(built.contains(&report.as_str()), "no report {report}");
        }
    }
}

#[test]
fn one_job_or_two_give_the_same_bytes_in_any_folder_and_again_nothing_changes() {
    let samples = Dossier::samples();
    samples.run(["build", "--jobs", "1"]).ends_with(0);
    assert!(samples.output_files() == SAMPLES.1, "other bytes with one job");
    let again = samples.build().ends_with(0);
    assert_eq!(again.counts(), [0, reports(&SAMPLES.1).len(), 0, 0]);
    assert!(samples.output_files() == SAMPLES.1, "a file of out/ changed");
}

#[test]
fn every_sample_page_says_its_figures_are_illustrative() {
    for name in reports(&SAMPLES.1) {
        sample(name).must_say("SỐ LIỆU MINH HỌA");
    }
}

#[test]
fn a_missing_commune_is_named_in_the_roll_up() {
    let roll_up = sample("lac-duong/2024-Q1/tong-hop");
    roll_up.must_say("báo cáo của 5/6 xã, thị trấn; chưa có số liệu của xã Đạ Chais");
    assert!(!SAMPLES.1.contains_key("lac-duong/2024-Q1/da-chais.pdf"));
}

#[test]
fn a_target_complete_only_over_those_that_reported_is_never_called_complete() {
    let roll_up = sample("lac-duong/2024-Q1/tong-hop");
    roll_up.must_say("cần tập trung chỉ đạo (tính trên 5/6 xã, thị trấn; chi tiết tại Phụ lục):");
    roll_up.must_say(
        "- Chưa đủ số liệu để kết luận: tỷ lệ trạm y tế có ít nhất một bác sĩ cơ hữu tạm tính 5/5 trạm;",
    );
    roll_up.must_not_say("đạt 100%");
    let whole = roll_up.between("Đạ Chais chưa có chưa có", "Mục tiêu");
    assert!(whole.contains("Toànhuyện(tạmtính)5/5"), "{whole}");
    assert!(!whole.contains("100%"), "{whole}");
    roll_up.must_say("Đánh giá Chưa đủ số liệu Chưa duy trì");
}

#[test]
fn exactly_ninety_five_percent_is_not_above_ninety_five() {
    let report = sample("lac-duong/2024-Q2/dung-kno");
    report.must_say(
        "tham gia bảo hiểm y tế đạt 95% (2.413/2.540 người), bằng đúng mức 95%, chưa đạt mục tiêu",
    );
    report.must_say("2.413/2.540 95,00% 94,67% Chưa đạt");
}

#[test]
fn a_lost_maintenance_target_stands_among_the_limits_with_its_explanation() {
    let report = sample("lac-duong/2024-Q2/da-nhim");
    let limits = report.between("2. Hạn chế, khuyết điểm", "3. Nguyên nhân");
    assert!(limits.contains("“Duytrì100%TrạmYtếcóítnhấtmộtbácsĩcơhữu”:hiệnđạt0/1trạm"), "{limits}");
    report.must_say("Về số trạm y tế có ít nhất một bác sĩ cơ hữu: Từ ngày 02/5/2024");
}

#[test]
fn a_township_without_hamlets_has_nothing_to_measure_there() {
    for (township, name) in [("lac-duong", "thi-tran-lac-duong"), ("ninh-hai", "khanh-hai")] {
        let report = sample(&format!("{township}/2024-Q2/{name}"));
        report.must_say("Tỷ lệ thôn có nhân viên y tế được đào tạo");
        report.must_say(": không áp dụng, ");
        report.must_not_say("0/0");
    }
}

#[test]
fn the_apostrophe_of_a_name_stays_as_it_is() {
    let report = sample("lac-duong/2024-Q1/dung-kno");
    report.must_say("ĐẢNG ỦY XÃ ĐƯNG K'NỚ");
    report.must_say("trên địa bàn xã Đưng K'Nớ quý I năm 2024");
    report.must_not_say("K’N");
}

#[test]
fn task_groups_stand_in_the_order_of_their_own_plan() {
    let orders = [
        (
            "lac-duong/2024-Q1/lat",
            [
                "Nâng cao nhận thức",
                "Nâng cao hiệu quả quản lý",
                "Tăng cường đầu tư",
                "Nâng cao chất lượng nguồn nhân lực",
                "Đổi mới phương thức",
            ],
        ),
        (
            "ninh-hai/2024-Q1/tri-hai",
            [
                "Đẩy mạnh công tác tuyên truyền",
                "Nâng cao hiệu quả quản lý",
                "Nâng cao chất lượng nguồn nhân lực",
                "Đổi mới mạnh mẽ phương thức",
                "Tăng cường đầu tư",
            ],
        ),
    ];
    for (name, groups) in orders {
        let report = sample(name);
        for (at, group) in groups.iter().enumerate() {
            report.must_say(&format!("2.{}. {group}", at + 1));
        }
    }
}

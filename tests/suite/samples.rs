//! The samples that come with the program: every one is read, built, and says what it must.

use std::sync::LazyLock;

use crate::dossier::{Dossier, Shelf, reports};
use crate::pdf::Pdf;
use crate::told::Told;

/// The samples, built once.
pub(crate) static BUILT: LazyLock<(Told, Shelf)> = LazyLock::new(|| {
    let samples = Dossier::samples();
    let told = samples.build();
    (told, samples.shelf())
});

/// A report of the samples.
fn report(name: &str) -> Pdf {
    Pdf::read(BUILT.1.get(&format!("{name}.pdf")).unwrap_or_else(|| panic!("no report {name}")))
}

#[test]
fn every_sample_report_is_built() {
    let (told, shelf) = &*BUILT;
    assert_eq!(told.code, 0, "{}", told.stderr);
    assert_eq!(told.counts(), [33, 0, 0, 0]);
    assert!(told.stdout.contains("; 0 lỗi, "), "{}", told.stdout);
    assert_eq!(reports(shelf).len(), 33);
}

#[test]
fn a_second_build_leaves_every_report_as_it_is() {
    let samples = Dossier::samples();
    samples.build().ends_with(0);
    let first = samples.shelf();
    let again = samples.build().ends_with(0);
    assert_eq!(again.counts(), [0, 33, 0, 0]);
    assert!(samples.shelf() == first, "a file of out/ changed");
}

#[test]
fn the_same_samples_give_the_same_bytes_in_any_folder_and_with_any_number_of_jobs() {
    for jobs in ["1", "2"] {
        let samples = Dossier::samples();
        samples.run(["build", "--jobs", jobs]).ends_with(0);
        assert!(samples.shelf() == BUILT.1, "other bytes with --jobs {jobs}");
    }
}

#[test]
fn every_sample_page_says_its_figures_are_illustrative() {
    for name in reports(&BUILT.1) {
        report(name).must_say("SỐ LIỆU MINH HỌA");
    }
}

#[test]
fn a_missing_commune_is_named_in_the_roll_up() {
    let roll_up = report("lac-duong/2024-Q1/tong-hop");
    roll_up.must_say("báo cáo của 5/6 xã, thị trấn; chưa có số liệu của xã Đạ Chais");
    assert!(!BUILT.1.contains_key("lac-duong/2024-Q1/da-chais.pdf"));
}

#[test]
fn a_target_complete_only_over_those_that_reported_is_never_called_complete() {
    let roll_up = report("lac-duong/2024-Q1/tong-hop");
    roll_up.must_say("đạt 5/5 trạm (tính trên 5/6 xã, thị trấn), chưa đủ số liệu để kết luận");
    roll_up.must_not_say("đạt 100%");
    let whole = roll_up.between("Đạ Chais chưa có chưa có", "Phụ lục 2");
    assert!(whole.contains("Toànhuyện5/5"), "{whole}");
    assert!(!whole.contains("100%"), "{whole}");
}

#[test]
fn exactly_ninety_five_percent_is_not_above_ninety_five() {
    let report = report("lac-duong/2024-Q2/dung-kno");
    report.must_say(
        "tham gia bảo hiểm y tế đạt 95% (2.413/2.540 người), bằng đúng mức 95%, chưa đạt mục tiêu",
    );
    report.must_say("2.413/2.540 95% 94,67% Chưa đạt");
}

#[test]
fn a_lost_maintenance_target_stands_among_the_limits_with_its_explanation() {
    let report = report("lac-duong/2024-Q2/da-nhim");
    let limits = report.between("2. Hạn chế, khuyết điểm", "3. Nguyên nhân");
    assert!(limits.contains("“Duytrì100%TrạmYtếcóítnhấtmộtbácsĩcơhữu”:hiệnđạt0/1trạm"), "{limits}");
    report.must_say("Về số trạm y tế có ít nhất một bác sĩ cơ hữu: Từ ngày 02/5/2024");
}

#[test]
fn a_township_without_hamlets_has_nothing_to_measure_there() {
    for (township, name) in [("lac-duong", "thi-tran-lac-duong"), ("ninh-hai", "khanh-hai")] {
        let report = report(&format!("{township}/2024-Q2/{name}"));
        report.must_say("Tỷ lệ thôn có nhân viên y tế được đào tạo");
        report.must_say(": không áp dụng, ");
        report.must_not_say("0/0");
    }
}

#[test]
fn the_apostrophe_of_a_name_stays_as_it_is() {
    let report = report("lac-duong/2024-Q1/dung-kno");
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
        let report = report(name);
        for (at, group) in groups.iter().enumerate() {
            report.must_say(&format!("2.{}. {group}", at + 1));
        }
    }
}

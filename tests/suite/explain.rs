//! `explain` on the command line: a roll-up, a unit's value, a comparison and a verdict, who is left out, wrong names. That
//! all numbers add up is held by [`crate::trace`].

use crate::dossier::{Dossier, text_of};

/// What `explain` says of the samples.
fn said(words: &str) -> String {
    Dossier::samples().run(["explain"].into_iter().chain(words.split(' '))).ends_with(0).stdout
}

#[track_caller]
fn must_say(said: &str, lines: &[&str]) {
    for line in lines {
        assert!(said.contains(line), "no «{line}» in:\n{said}");
    }
}

#[test]
fn a_roll_up_names_each_units_addend_at_its_line() {
    must_say(
        &said("lac-duong 2024-Q3 tong-hop bhyt"),
        &[
            "Báo cáo in: 94,28%\n",
            "Cách tính: Số người tham gia bảo hiểm y tế × 100 : Dân số\n",
            "  xã Đưng K'Nớ         2.431  inputs/lac-duong/2024-Q3/dung-kno.yaml:21:15\n",
            "  cộng                33.738\n",
            "Đơn vị có số liệu: 6/6\n",
            "33738·100 : 35785 = 94,279726…; làm tròn 2 chữ số lẻ, in 94,28\n",
            "Kết luận: chưa đạt: 33738·100 = 3.373.800 ≤ 95·35785 = 3.399.575 (mục tiêu > 95, năm 2030, 143-KH/HU)\n",
            "Lộ trình: đạt: 33738·100 = 3.373.800 ≥ 93·35785 = 3.328.005 (mức ≥ 93, năm 2024)\n",
            "So với kỳ trước (2024-Q2): tăng 0,52 (từ 93,76)\n",
            "    xã Đưng K'Nớ         2.413  inputs/lac-duong/2024-Q2/dung-kno.yaml:21:15\n",
            "So với cùng kỳ (2023-Q3): chưa có số liệu để so sánh\n",
        ],
    );
}

#[test]
fn exactly_ninety_five_is_shown_not_to_be_more() {
    must_say(
        &said("lac-duong 2024-Q2 dung-kno bhyt"),
        &["Kết luận: chưa đạt: 2413·100 = 241.300 ≤ 95·2540 = 241.300 (mục tiêu > 95"],
    );
}

#[test]
fn a_value_with_addends_of_a_superior_row_is_told_figure_by_figure() {
    must_say(
        &said("lac-duong 2024-Q3 tong-hop bs_10k"),
        &[
            "  Trung tâm Y tế huyện  25  inputs/lac-duong/2024-Q3/ttyt.yaml:8:17\nCộng tử số: 31\n",
            "Kết luận: chưa đạt: 31·10000 = 310.000 < 9·35785 = 322.065",
        ],
    );
}

#[test]
fn a_recognition_is_led_to_its_decision() {
    must_say(
        &said("lac-duong 2024-Q1 tong-hop xa_tcqg"),
        &[
            "inputs/lac-duong/don-vi/lat.yaml:6:7 (quyết định số 418/QĐ-UBND ngày 11/3/2022, đến 11/3/2025)",
            "xã Đưng K'Nớ        không  (không có quyết định còn hiệu lực)",
            "4·100 = 400 < 100·6 = 600",
        ],
    );
}

#[test]
fn what_is_open_shows_what_the_missing_units_may_change() {
    let open = said("lac-duong 2024-Q1 tong-hop xa_nhs_ysn");
    must_say(
        &open,
        &[
            "Báo cáo in: 5/6 (tạm tính)\n",
            "chưa đủ số liệu: khi đủ các đơn vị: ít nhất 83,3333…%, nhiều nhất 100%",
        ],
    );
    assert!(!open.contains("in 83"), "{open}");
    must_say(
        &said("lac-duong 2024-Q1 tong-hop bhyt"),
        &[
            "Báo cáo in: 92,91% (tạm tính)\n",
            "nhiều nhất ",
            "mẫu số của xã Đạ Chais lấy theo báo cáo 2023-Q4",
        ],
    );
}

#[test]
fn a_digit_more_than_the_plan_asks_for_is_explained() {
    let near = Dossier::case("hai-xa")
        .replace("inputs/hai-xa/2024-Q1/suoi-bac.yaml", "dan_so: 1000", "dan_so: 100000")
        .replace("inputs/hai-xa/2024-Q1/suoi-bac.yaml", "nguoi_bhyt: 950", "nguoi_bhyt: 94996");
    let told = near.run(["explain", "hai-xa", "2024-Q1", "suoi-bac", "bhyt"]).ends_with(0);
    must_say(
        &told.stdout,
        &["làm tròn 3 chữ số lẻ, in 94,996; thêm chữ số lẻ", "9.499.600 ≤ 95·100000 = 9.500.000"],
    );
}

#[test]
fn units_that_are_left_out_are_named_with_the_reason() {
    let case = |path: &str, from: &str, to: &str| {
        let dossier = Dossier::case("hai-xa").replace(path, from, to);
        dossier.run(["explain", "hai-xa", "2024-Q1", "tong-hop", "bhyt"]).ends_with(0).stdout
    };
    let unit = "inputs/hai-xa/2024-Q1/doi-may.yaml";
    let lacks = "không tính xã Đồi Mây: thiếu nguoi_bhyt (inputs/hai-xa/2024-Q1/doi-may.yaml)";
    must_say(&case(unit, "  nguoi_bhyt: 9000\n", ""), &["Đơn vị có số liệu: 1/2", lacks]);
    let broken = case(unit, "nguoi_bhyt: 9000", "nguoi_bhyt: 90001");
    must_say(&broken, &["không tính xã Đồi Mây: tệp đang có lỗi"]);
    let late = Dossier::case("hai-xa").remove(unit);
    let late = late.run(["explain", "hai-xa", "2024-Q1", "tong-hop", "bhyt"]).ends_with(0);
    must_say(&late.stdout, &["không tính xã Đồi Mây: chưa nộp"]);
}

#[test]
fn a_merged_unit_is_led_to_what_it_was_made_from() {
    let told = crate::merged::merged().run(["explain", "moi", "2026-Q4", "xa-lac-duong", "bhyt"]);
    must_say(
        &told.ends_with(0).stdout,
        &["  xã Đạ Sar (nay là xã Lạc Dương)  ", "inputs/lac-duong/2024-Q4/da-sar.yaml:"],
    );
    let outside = crate::merged::merged().run(["explain", "moi", "2026-Q4", "lang-biang", "bhyt"]);
    must_say(&outside.ends_with(0).stdout, &["không tính Phường 7 (Đà Lạt): không có hồ sơ ở đây"]);
}

#[test]
fn every_number_of_a_report_is_listed_with_what_it_prints() {
    must_say(
        &said("lac-duong 2024-Q3 tong-hop"),
        &["\n  bhyt  ", "94,28%  chưa đạt", "\n  dan_so  ", "35.785  ", "Dân số (người)\n"],
    );
}

#[test]
fn one_line_an_addend_or_json_say_the_same() {
    let short = said("lac-duong 2024-Q3 lat bhyt --format short");
    let line = "inputs/lac-duong/2024-Q3/lat.yaml:21:15: xã Lát: nguoi_bhyt = 6.452\n";
    assert!(short.starts_with(line) && short.ends_with("bhyt = 94,18%\n"), "{short}");
    let json: serde_json::Value =
        serde_json::from_str(&said("lac-duong 2024-Q3 lat bhyt --format json")).expect("JSON");
    let addend = &json["tong"]["so_lieu"][0]["cong_tu"][0];
    assert_eq!((addend["dong"].as_u64(), addend["gia_tri"].as_str()), (Some(21), Some("6.452")));
    assert_eq!(json["ket_luan"]["vi"][0], "6452·100 = 645.200 ≤ 95·6851 = 650.845");
    assert_eq!((&json["phien_ban"], &json["so_sanh"][0]["thay_doi"]), (&1.into(), &"tang".into()));
}

#[test]
fn a_wrong_name_offers_the_nearest_and_what_is_not_printed_is_said_why() {
    let samples = Dossier::samples();
    for (words, expected) in [
        ("lac-duon 2024-Q3 tong-hop bhyt", "«lac-duong»"),
        ("lac-duong 2024-Q33 tong-hop bhyt", "«2024-Q3»"),
        ("lac-duong 2026-Q1 tong-hop bhyt", "2025-Q2"),
        ("lac-duong 2024-Q3 dungkno bhyt", "«dung-kno»"),
        ("lac-duong 2024-Q3 lat nguoi_bhty", "«nguoi_bhyt»"),
        ("lac-duong 2024-Q3 lat bs_10k", "tong-hop"),
        ("lac-duong 2024-Q1 da-chais bhyt", "chưa nộp"),
        ("lac-duong 2024-Q3 ttyt bs_cap_huyen", "tong-hop"),
        ("lac-duong 2023-Q4 tong-hop bhyt", "năm gốc"),
        ("lac-duong 2024-Q3 lat bhyt --kind 9-thag", "«9-thang»"),
        ("lac-duong 2024-Q3", "hồ sơ, kỳ, đơn vị"),
    ] {
        let told = samples.run(["explain"].into_iter().chain(words.split(' '))).ends_with(2);
        assert!(
            told.stderr.contains(expected) && told.stdout.is_empty(),
            "{words}: {}",
            told.stderr
        );
    }
    let broken = samples.replace("inputs/lac-duong/2024-Q3/lat.yaml", "so_ho: ", "so_ho: x");
    let told = broken.run(["explain", "lac-duong", "2024-Q3", "lat", "bhyt"]).ends_with(2);
    assert!(told.stderr.contains("baocao check lac-duong --period 2024-Q3"), "{}", told.stderr);
}

#[test]
fn a_figure_and_a_target_of_one_id_are_told_apart() {
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let same = Dossier::case("hai-xa").replace(plan, "  - ma: von\n", "  - ma: kinh_phi\n");
    let told =
        |number| same.run(["explain", "hai-xa", "2024-Q1", "tong-hop", number]).ends_with(0).stdout;
    must_say(&told("kinh_phi"), &["2.050,5 triệu đồng", "Kết luận: đạt: 2.050,5 ≥ 2.000"]);
    assert!(!told("so_lieu.kinh_phi").contains("Kết luận"));
}

#[test]
fn the_explanation_the_guide_shows_is_the_one_of_the_samples() {
    let guide = text_of("TRA-CUU.md").expect("the guide");
    let shown = guide.split("```text\nbhyt: ").nth(1).expect("an explanation");
    let shown = shown.split("```").next().expect("its end");
    let lines: Vec<&str> = shown.lines().skip(1).filter(|line| *line != "…").collect();
    must_say(&said("lac-duong 2024-Q3 tong-hop bhyt"), &lines);
}

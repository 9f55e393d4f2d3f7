//! A quarter that is opened: files wait to be filled in, nothing in them is taken for a report, nothing that is there is
//! touched. Not for who has filled them in ([`crate::status`]).

use crate::dossier::{Dossier, files};

const SUOI_BAC: &str = "inputs/hai-xa/2025-Q1/suoi-bac.yaml";
const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";

/// The case of two communes, with a figure that hardly moves, and the first quarter of 2025 opened.
fn opened() -> Dossier {
    let dossier = steady();
    dossier.run(["new", "2025-Q1"]).ends_with(0);
    dossier
}

fn steady() -> Dossier {
    let plan = |text: String| {
        let steady = "ten: Số thôn, it_bien_dong: true, don_vi_tinh: thôn";
        text.replace("ten: Số thôn, don_vi_tinh: thôn", steady)
    };
    Dossier::case("hai-xa").edit(PLAN, plan)
}

/// Every figure of Suối Bạc but those carried over.
fn filled(text: &str) -> String {
    let values = [
        ("chot_den:", "chot_den: 2025-03-14"),
        ("  dan_so:", "  dan_so: 1010"),
        ("  nguoi_bhyt:", "  nguoi_bhyt: 970"),
        ("  thon_nvyt:", "  thon_nvyt: 4"),
        ("  bac_si:", "  bac_si: 1"),
        ("  buoi:", "  buoi: 2"),
        ("  kinh_phi:", "  kinh_phi: 1400.5"),
        ("  han_che:", "  han_che: Đường vào thôn xa còn khó đi."),
    ];
    let line = |line: &str| match values.iter().find(|(key, _)| line.starts_with(key)) {
        Some((_, value)) => format!("{value}\n"),
        None => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

#[test]
fn a_quarter_that_was_opened_is_quiet_but_for_who_has_to_hand_in() {
    let told = opened().run(["check", "--period", "2025-Q1", "--format", "json"]).ends_with(0);
    let said: Vec<String> = told
        .findings()
        .into_iter()
        .map(|found| format!("{} {}", found.ma, found.noi_dung))
        .collect();
    assert_eq!(
        said,
        [
            "B01 xã Đồi Mây chưa nộp báo cáo kỳ 2025-Q1: tệp đã mở, chưa điền",
            "B01 xã Suối Bạc chưa nộp báo cáo kỳ 2025-Q1: tệp đã mở, chưa điền",
            "B01 Trung tâm Y tế huyện chưa nộp báo cáo kỳ 2025-Q1: tệp đã mở, chưa điền",
        ]
    );
}

#[test]
fn a_quarter_nobody_has_written_in_has_no_report() {
    let told = opened().run(["build", "--period", "2025-Q1"]).ends_with(0);
    assert!(told.stdout.contains("kỳ mới mở, chưa tệp nào có số liệu"), "{}", told.stdout);
    let told = opened().run(["build", "--period", "2025-Q1", "--unit", "suoi-bac"]).ends_with(0);
    assert!(told.stdout.contains("tệp đã mở, chưa điền"), "{}", told.stdout);
}

#[test]
fn a_file_has_the_figures_its_unit_owes_and_no_others() {
    let dossier = opened();
    let commune = dossier.read(SUOI_BAC);
    for figure in ["dan_so", "nguoi_bhyt", "so_thon", "thon_nvyt", "bac_si", "buoi", "kinh_phi"] {
        assert!(commune.contains(&format!("\n  {figure}:")), "{figure} in:\n{commune}");
    }
    assert!(!commune.contains("bac_si_huyen") && !commune.contains("\n  cong_nhan:"), "{commune}");
    assert!(commune.contains("Quyết định công nhận không ghi ở đây mà ở don-vi/suoi-bac.yaml"));
    let centre = dossier.read("inputs/hai-xa/2025-Q1/trung-tam.yaml");
    assert!(centre.contains("\n  bac_si_huyen:  ") && !centre.contains("dan_so"), "{centre}");
    assert!(!centre.contains("van_ban") && !centre.contains("tinh_hinh"), "{centre}");
}

#[test]
fn what_was_last_reported_stands_beside_the_blank_and_never_in_it() {
    let text = opened().read(SUOI_BAC);
    let line = |key: &str| {
        let found = text.lines().find(|line| line.starts_with(&format!("  {key}:")));
        found.unwrap_or_else(|| panic!("no {key}")).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(line("dan_so"), "dan_so: # Dân số (người); kỳ 2024-Q2: 1.000");
    assert_eq!(
        line("kinh_phi"),
        "kinh_phi: # Kinh phí đã bố trí (triệu đồng); cộng dồn từ đầu giai đoạn; kỳ 2024-Q2: 1.250,5"
    );
    // Half a year of 2024 says nothing of 2025.
    assert_eq!(line("buoi"), "buoi: # Số buổi truyền thông (buổi); cộng dồn từ đầu năm");
    assert_eq!(line("so_thon"), "so_thon: { cho_xac_nhan: 4 } # Số thôn (thôn); kỳ 2024-Q2: 4");
}

#[test]
fn a_years_total_stands_beside_the_blank_of_the_next_first_quarter() {
    let last = "don_vi: suoi-bac\nky: 2024-Q4\nchot_den: 2024-12-10\nso_lieu: { buoi: 15 }\n";
    let dossier = steady().write("inputs/hai-xa/2024-Q4/suoi-bac.yaml", last);
    dossier.run(["new", "2025-Q1"]).ends_with(0);
    let text = dossier.read(SUOI_BAC);
    assert!(text.contains("cộng dồn từ đầu năm; cả năm 2024: 15\n"), "{text}");
    assert!(text.contains("\n  buoi:  "), "{text}");
}

#[test]
fn a_value_carried_over_is_no_value_until_it_is_confirmed() {
    let dossier = opened().edit(SUOI_BAC, |text| filled(&text));
    let told = dossier.run(["check", "--period", "2025-Q1", "--format", "json"]).ends_with(0);
    let found = told.one("B08");
    assert_eq!(found.noi_dung, "số kỳ trước của «so_thon» (Số thôn) chưa được xác nhận");
    assert_eq!(
        found.cach_sua.as_deref(),
        Some("nếu kỳ này vẫn là 4, đổi chữ «cho_xac_nhan» thành «gia_tri»; nếu khác, ghi số mới")
    );
    assert!(told.of("B03").is_empty(), "{}", told.stdout);
    dossier.run(["build", "--period", "2025-Q1"]).ends_with(0);
    assert!(!dossier.pdf("hai-xa/2025-Q1/suoi-bac").says("4/4"), "an unconfirmed value is printed");
    let dossier = dossier.replace(SUOI_BAC, "cho_xac_nhan", "gia_tri");
    let told = dossier.run(["check", "--period", "2025-Q1", "--format", "json"]).ends_with(0);
    assert!(told.of("B08").is_empty(), "{}", told.stdout);
    dossier.run(["build", "--period", "2025-Q1"]).ends_with(0);
    assert!(dossier.pdf("hai-xa/2025-Q1/suoi-bac").says("4/4"));
}

#[test]
fn the_first_figure_makes_the_file_a_return() {
    let dossier = opened().replace(SUOI_BAC, "  dan_so:", "  dan_so: 1010");
    let told = dossier.run(["check", "--period", "2025-Q1", "--format", "json"]).ends_with(1);
    assert!(told.of("B01").iter().all(|found| !found.noi_dung.contains("Suối Bạc")));
    // It is asked for its date now, then for the other figures.
    assert_eq!(told.one("Y04").noi_dung, "thiếu «chot_den»");
    let dossier = dossier.replace(SUOI_BAC, "chot_den:", "chot_den: 2025-03-14");
    let told = dossier.run(["check", "--period", "2025-Q1", "--format", "json"]).ends_with(0);
    assert_eq!(told.of("B03").len(), 5, "{}", told.stdout);
    let told = dossier.run(["build", "--period", "2025-Q1"]).ends_with(0);
    assert!(told.stdout.starts_with("Đã lập 2 báo cáo"), "{}", told.stdout);
    assert!(dossier.pdf("hai-xa/2025-Q1/tong-hop").says("1/2 xã"));
}

#[test]
fn what_is_wrong_with_a_key_is_told_though_nothing_is_written_in_the_file() {
    let dossier = opened().replace(SUOI_BAC, "  dan_so:", "  dan_soo:");
    let told = dossier.run(["check", "--period", "2025-Q1", "--format", "json"]).ends_with(1);
    assert_eq!(told.one("Y06").cach_sua.as_deref(), Some("có phải là «dan_so»?"));
}

#[test]
fn nothing_that_is_there_is_touched_and_the_second_run_has_nothing_to_do() {
    let own = "don_vi: suoi-bac\nky: 2025-Q1\nchot_den: 2025-03-14\nso_lieu: { dan_so: 7 }\n";
    let dossier = steady().write(SUOI_BAC, own);
    let told = dossier.run(["new", "2025-Q1", "hai-xa"]).ends_with(0);
    let said = "Đã mở kỳ 2025-Q1 của hồ sơ hai-xa: tạo 3 tệp; giữ nguyên 1 tệp đã có: inputs/hai-xa/2025-Q1/suoi-bac.yaml.\n";
    assert!(told.stdout.starts_with(said), "{}", told.stdout);
    assert!(told.stdout.contains("baocao check hai-xa --period 2025-Q1"), "{}", told.stdout);
    assert_eq!(dossier.read(SUOI_BAC), own);
    let before = files(&dossier.path("inputs"));
    let told = dossier.run(["new", "2025-Q1"]).ends_with(0);
    assert_eq!(told.stdout, "Kỳ 2025-Q1 của hồ sơ hai-xa đã mở đủ 4 tệp; không có gì để làm.\n");
    assert_eq!(files(&dossier.path("inputs")), before);
}

#[test]
fn a_file_has_the_texts_its_report_prints() {
    let board = opened().read("inputs/hai-xa/2025-Q1/_tong-hop.yaml");
    for key in ["\ntinh_hinh:", "\n  kiem_tra:", "\n  nhan_thuc:", "\n    chu_quan:", "\n  huyen:"]
    {
        assert!(board.contains(key), "{key} in:\n{board}");
    }
    let outline = "nhiem_vu:\n  - { ma: nhan_thuc";
    let own = format!("de_cuong: {{ quy: {{ muc: [chi-tieu, kien-nghi] }} }}\n{outline}");
    let dossier = steady().replace(PLAN, outline, &own);
    dossier.run(["new", "2025-Q1"]).ends_with(0);
    let text = dossier.read(SUOI_BAC);
    assert!(text.contains("\nkien_nghi:") && !text.contains("tinh_hinh"), "{text}");
}

#[test]
fn the_as_of_date_of_the_quarter_can_be_given() {
    let dossier = steady();
    dossier.run(["new", "2025-Q1", "--chot-den", "2025-03-14"]).ends_with(0);
    assert!(dossier.read(SUOI_BAC).contains("\nchot_den: 2025-03-14  "));
    let told = steady().run(["new", "2025-Q1", "--chot-den", "2025-04-14"]).ends_with(2);
    assert!(told.stderr.contains("không nằm trong kỳ 2025-Q1"), "{}", told.stderr);
}

#[test]
fn a_quarter_that_is_not_due_is_not_opened_and_it_is_said_why() {
    let ended = steady().edit(PLAN, |text| {
        text.replace("ten: Suối Bạc }", "ten: Suối Bạc, hieu_luc: { den: 2024-12-31 } }")
            .replace("ten: Đồi Mây }", "ten: Đồi Mây, hieu_luc: { den: 2024-12-31 } }")
    });
    for (dossier, period, why) in [
        (steady(), "2025-Q3", "quý III không có trong lịch báo cáo"),
        (steady(), "2031-Q1", "nằm ngoài giai đoạn 2024-2030"),
        (ended, "2025-Q1", "không đơn vị nào còn hiệu lực"),
    ] {
        let told = dossier.run(["new", period]).ends_with(2);
        assert!(told.stderr.contains(why), "{}", told.stderr);
        assert!(!dossier.is_there(&format!("inputs/hai-xa/{period}")));
    }
    let told = steady().run(["new", "2025"]).ends_with(2);
    assert!(told.stderr.contains("kỳ viết năm-Qsố"), "{}", told.stderr);
}

#[test]
fn the_base_years_quarter_has_figures_and_no_report() {
    let dossier = steady().replace(PLAN, "cap_tong_hop", "nam_goc: 2023\ncap_tong_hop");
    dossier.run(["new", "2023-Q4"]).ends_with(0);
    let text = dossier.read("inputs/hai-xa/2023-Q4/suoi-bac.yaml");
    assert!(text.contains("  dan_so:") && !text.contains("tinh_hinh"), "{text}");
    assert!(!dossier.is_there("inputs/hai-xa/2023-Q4/_tong-hop.yaml"));
    dossier.run(["check", "--strict"]).ends_with(0);
}

#[test]
fn every_sample_dossier_opens_its_next_quarter_and_reads_it_without_an_error() {
    let samples = Dossier::samples();
    for (dossier, period) in
        [("ninh-hai", "2025-Q1"), ("lam-dong-2026", "2026-Q4"), ("chuyen-doi-so", "2026-Q4")]
    {
        samples.run(["new", period, dossier]).ends_with(0);
        let arguments = ["check", dossier, "--period", period, "--format", "json"];
        let told = samples.run(arguments).ends_with(0);
        let others = told
            .findings()
            .into_iter()
            .filter(|found| found.muc_do == "cảnh báo" && found.ma != "B01");
        assert_eq!(others.collect::<Vec<_>>(), [], "{dossier}");
    }
}

#[cfg(unix)]
#[test]
#[expect(clippy::disallowed_methods, reason = "makes the link of the case")]
fn a_link_that_leads_nowhere_is_somebodys_and_stays() {
    let dossier = steady().write("inputs/hai-xa/2025-Q1/giu-cho.txt", "");
    let link = dossier.path(SUOI_BAC);
    std::os::unix::fs::symlink("/khong/co/o-dia.yaml", &link).expect("a link");
    dossier.run(["new", "2025-Q1", "hai-xa"]);
    let data = std::fs::symlink_metadata(&link).expect("it is there");
    assert!(data.is_symlink(), "a link was replaced");
}

#[test]
fn a_value_that_comes_takes_the_place_of_the_one_that_waits() {
    let dossier = steady();
    dossier.run(["new", "2025-Q1", "hai-xa", "--chot-den", "2025-03-14"]).ends_with(0);
    assert!(dossier.read(SUOI_BAC).contains("so_thon: { cho_xac_nhan: "), "nothing waits");
    let dossier = dossier.write("bang.csv", "Đơn vị;Số thôn\nSuối Bạc;5\n");
    let told = dossier.run(["import", "bang.csv", "hai-xa", "--period", "2025-Q1"]).ends_with(0);
    assert!(told.stdout.contains("(chờ xác nhận) → 5"), "{}", told.stdout);
    let text = dossier.read(SUOI_BAC);
    assert!(text.contains("so_thon: 5") && !text.contains("so_thon: { cho_xac_nhan"), "{text}");
}

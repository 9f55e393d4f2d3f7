//! Who has handed in, on a day: what `status` says before the first file of a quarter, while they come in, and after.

use serde_json::Value;

use crate::dossier::Dossier;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const DOI_MAY: &str = "inputs/hai-xa/2024-Q2/doi-may.yaml";

fn two_communes() -> Dossier {
    Dossier::case("hai-xa")
}

/// The board of the only dossier.
#[track_caller]
fn board(dossier: &Dossier, period: &str, today: &str) -> Value {
    let arguments = ["status", period, "--today", today, "--format", "json"];
    let told = dossier.run(arguments).ends_with(0);
    assert_eq!(told.stdout.lines().count(), 1, "{}", told.stdout);
    serde_json::from_str(&told.stdout).expect("a board")
}

/// What the board says of each unit: id and state, in its order.
fn states(board: &Value) -> Vec<String> {
    let units = board["don_vi"].as_array().expect("units");
    let text = |unit: &Value, key: &str| unit[key].as_str().expect("a text").to_owned();
    units.iter().map(|unit| format!("{} {}", text(unit, "ma"), text(unit, "trang_thai"))).collect()
}

fn unit<'b>(board: &'b Value, id: &str) -> &'b Value {
    let units = board["don_vi"].as_array().expect("units");
    units.iter().find(|unit| unit["ma"] == id).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn before_the_first_file_of_a_quarter_everybody_is_awaited() {
    let seen = board(&two_communes(), "2025-Q1", "2025-03-10");
    assert_eq!(states(&seen), ["suoi-bac chua_nop", "doi-may chua_nop", "trung-tam chua_nop"]);
    assert_eq!((&seen["dem"]["phai_nop"], &seen["dem"]["da_nop"]), (&3.into(), &0.into()));
    assert_eq!(unit(&seen, "doi-may")["muon"], 0);
    let told = two_communes().run(["status", "2025-Q1", "--today", "2025-03-10"]).ends_with(0);
    assert!(told.stdout.contains("hạn nộp 20/3/2025, còn 10 ngày"), "{}", told.stdout);
    assert_eq!(unit(&board(&two_communes(), "2025-Q1", "2025-03-25"), "doi-may")["muon"], 5);
}

#[test]
fn a_quarter_is_followed_from_its_opening_to_its_reports() {
    let dossier = two_communes();
    let file = "inputs/hai-xa/2025-Q1/suoi-bac.yaml";
    let now = |dossier: &Dossier| board(dossier, "2025-Q1", "2025-03-19");
    dossier.run(["new", "2025-Q1", "--chot-den", "2025-03-14"]).ends_with(0);
    assert_eq!(states(&now(&dossier))[0], "suoi-bac chua_dien");
    let dossier = dossier.replace(file, "  dan_so:", "  dan_so: 1010");
    let seen = now(&dossier);
    assert_eq!(states(&seen), ["doi-may chua_dien", "trung-tam chua_dien", "suoi-bac chua_lap"]);
    let blank = ["nguoi_bhyt", "so_thon", "thon_nvyt", "bac_si", "buoi", "kinh_phi"];
    assert_eq!(unit(&seen, "suoi-bac")["con_trong"], serde_json::json!(blank));
    dossier.run(["check", "--period", "2025-Q1"]).ends_with(0);
    dossier.run(["build", "--period", "2025-Q1"]).ends_with(0);
    let seen = now(&dossier);
    assert_eq!(unit(&seen, "suoi-bac")["trang_thai"], "da_lap");
    assert_eq!(unit(&seen, "suoi-bac")["con_trong"], serde_json::json!(blank));
    assert_eq!(seen["tong_hop"][0]["trang_thai"], "da_lap");
    let dossier = dossier.replace(file, "1010", "1011");
    assert_eq!(unit(&now(&dossier), "suoi-bac")["trang_thai"], "can_lap_lai");
    dossier.run(["build", "--period", "2025-Q1"]).ends_with(0);
    let dossier = dossier.remove("out/hai-xa/2025-Q1/suoi-bac.pdf");
    assert_eq!(unit(&now(&dossier), "suoi-bac")["trang_thai"], "chua_lap");
}

#[test]
fn a_return_with_errors_is_held_and_comes_before_those_that_are_done() {
    let dossier = two_communes().replace(DOI_MAY, "nguoi_bhyt: 9", "nguoi_bhyt: 99");
    dossier.run(["build", "--period", "2024-Q2"]).ends_with(1);
    let seen = board(&dossier, "2024-Q2", "2024-06-25");
    assert_eq!(states(&seen), ["doi-may co_loi", "suoi-bac da_lap", "trung-tam da_nop"]);
    assert_eq!(unit(&seen, "doi-may")["so_loi"], 1);
    assert_eq!(seen["dem"]["co_loi"], 1);
    assert_eq!(seen["dem"]["da_nop"], 3);
}

#[test]
fn a_value_to_be_confirmed_is_told_as_one() {
    let dossier =
        two_communes().replace(SUOI_BAC, "  so_thon: 4", "  so_thon: { cho_xac_nhan: 4 }");
    let seen = board(&dossier, "2024-Q2", "2024-06-25");
    assert_eq!(unit(&seen, "suoi-bac")["cho_xac_nhan"], serde_json::json!(["so_thon"]));
    assert_eq!(states(&seen)[0], "suoi-bac chua_lap");
}

#[test]
fn a_unit_that_has_ended_is_apart_and_nobody_is_counted_twice() {
    let ended = "ten: Đồi Mây, hieu_luc: { den: 2024-05-31 } }";
    let dossier = two_communes().replace(PLAN, "ten: Đồi Mây }", ended);
    let seen = board(&dossier, "2024-Q2", "2024-06-25");
    assert_eq!((&seen["dem"]["phai_nop"], &seen["dem"]["da_nop"]), (&2.into(), &2.into()));
    assert_eq!(seen["khong_phai_nop"][0]["ma"], "doi-may");
    assert_eq!(seen["khong_phai_nop"][0]["ly_do"], "hết hiệu lực 31/5/2024");
}

#[test]
fn when_a_unit_handed_in_is_told_by_its_document_else_by_its_as_of_date() {
    let number =
        |text: String| text.replace("so_lieu:", "van_ban: { so: 9, ngay: 2024-06-24 }\nso_lieu:");
    let dossier = two_communes().edit(DOI_MAY, number);
    let of_document = |seen: &Value| {
        let unit = unit(seen, "doi-may");
        assert_eq!((&unit["ngay"], &unit["ngay_theo"]), (&"2024-06-24".into(), &"van_ban".into()));
        assert_eq!(unit["muon"], 4);
    };
    let by_date = |seen: &Value| {
        let unit = unit(seen, "suoi-bac");
        assert_eq!((&unit["ngay_theo"], &unit["muon"]), (&"chot_den".into(), &0.into()));
    };
    let before = board(&dossier, "2024-Q2", "2024-06-30");
    of_document(&before);
    by_date(&before);
    // What a build remembers says the same.
    dossier.build().ends_with(0);
    let after = board(&dossier, "2024-Q2", "2024-06-30");
    of_document(&after);
    by_date(&after);
    assert_eq!(after["dem"]["nop_muon"], 1);
    let told =
        dossier.run(["status", "2024-Q2", "--today", "2024-06-30", "--details"]).ends_with(0);
    assert!(told.stdout.contains("24/6/2024"), "{}", told.stdout);
    assert!(told.stdout.contains("* ngày chốt số liệu, vì tệp chưa ghi ngày văn bản"));
}

#[test]
fn without_a_period_it_is_the_latest_that_was_opened_or_is_due() {
    let dossier = two_communes();
    let period = |today: &str| {
        let told = dossier.run(["status", "--today", today, "--format", "json"]).ends_with(0);
        let board: Value = serde_json::from_str(&told.stdout).expect("a board");
        board["ky"].as_str().expect("a period").to_owned()
    };
    assert_eq!(period("2024-01-02"), "2024-Q1");
    assert_eq!(period("2024-03-31"), "2024-Q1");
    assert_eq!(period("2024-04-01"), "2024-Q2");
    assert_eq!(period("2025-03-19"), "2024-Q2");
    assert_eq!(period("2025-03-20"), "2025-Q1");
    assert_eq!(period("2025-01-05"), "2024-Q2");
    dossier.run(["new", "2025-Q1"]).ends_with(0);
    assert_eq!(period("2025-01-05"), "2025-Q1");
}

#[test]
fn letters_are_due_when_the_deadline_is_over_and_not_before() {
    let letters = "{ loai: quy, han_nop: 03-20 }, { loai: don-doc, han_nop: 04-10 }";
    let dossier = two_communes().replace(PLAN, "{ loai: quy, han_nop: 03-20 }", letters);
    let dossier = dossier.remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let before = board(&dossier, "2024-Q1", "2024-03-20");
    assert_eq!(before["cong_van"], serde_json::json!([]));
    let due = board(&dossier, "2024-Q1", "2024-03-21");
    assert_eq!(due["cong_van"][0]["tep"], "hai-xa/2024-Q1/don-doc-doi-may");
    assert_eq!(due["cong_van"][0]["trang_thai"], "chua_lap");
    let told = dossier.run(["status", "2024-Q1", "--today", "2024-03-21"]).ends_with(0);
    assert!(told.stdout.contains("Công văn cần gửi 1 (đã lập 0): don-doc-doi-may."));
    assert!(told.stdout.contains("Lập công văn: «baocao build hai-xa --period 2024-Q1»."));
    dossier.build().ends_with(0);
    let built = board(&dossier, "2024-Q1", "2024-03-21");
    assert_eq!(built["cong_van"][0]["trang_thai"], "da_lap");
    // Nothing is there of a quarter nobody has opened, so that no letter can be made yet.
    let unopened = board(&dossier, "2025-Q1", "2025-03-25");
    assert_eq!(unopened["cong_van"].as_array().map(Vec::len), Some(3));
    assert_eq!(unopened["cong_van"][0]["tep"], Value::Null);
    let told = dossier.run(["status", "2025-Q1", "--today", "2025-03-25"]).ends_with(0);
    assert!(told.stdout.contains("Mở kỳ: «baocao new 2025-Q1 hai-xa»"), "{}", told.stdout);
}

#[test]
fn the_table_names_who_has_something_to_do_and_counts_the_others() {
    let dossier = two_communes().replace(SUOI_BAC, "  buoi: 2\n", "");
    dossier.build().ends_with(0);
    let told = dossier.run(["status", "2024-Q2", "--today", "2024-06-25"]).ends_with(0);
    let said = "\
Kỳ 2024-Q2, hồ sơ hai-xa: Kế hoạch thử của hai xã
Báo cáo 6 tháng, hạn nộp 20/6/2024, đã qua 5 ngày (tính đến 25/6/2024). Đã nộp 3/3 đơn vị; còn số trống 1; đã lập 2/2 báo cáo.

Đơn vị       Tình trạng  Ngày nộp    Muộn  Còn phải làm
xã Suối Bạc  đã lập      14/6/2024*  –     thiếu 1: buoi
* ngày chốt số liệu, vì tệp chưa ghi ngày văn bản

Đã xong 2: xã Đồi Mây, Trung tâm Y tế huyện.
Báo cáo tổng hợp (hai-xa/2024-Q2/tong-hop): đã lập.
";
    assert_eq!(told.stdout, said);
    assert!(!told.stdout.contains('\u{1b}'));
}

#[test]
fn each_dossier_has_its_board_and_nothing_is_written() {
    let samples = Dossier::samples();
    let told = samples.run(["status", "--today", "2026-10-01", "--format", "json"]).ends_with(0);
    let boards: Vec<Value> =
        told.stdout.lines().map(|line| serde_json::from_str(line).expect("a board")).collect();
    let said: Vec<String> =
        boards.iter().map(|board| format!("{} {}", board["ho_so"], board["ky"])).collect();
    let quoted = |text: &str| text.replace('\'', "\"");
    assert_eq!(
        said,
        [
            "'chuyen-doi-so' '2026-Q3'",
            "'lac-duong' '2025-Q2'",
            "'lam-dong-2026' '2026-Q3'",
            "'ninh-hai' '2025-Q2'"
        ]
        .map(quoted)
    );
    assert!(!samples.is_there("out"));
    for board in &boards {
        let count = |key: &str| board["dem"][key].as_u64().expect("a count");
        assert_eq!(count("phai_nop"), count("da_nop") + count("chua_nop"), "{board}");
        assert_eq!(count("chua_doc_duoc"), 0, "{board}");
    }
}

#[test]
fn a_period_nobody_owes_a_report_for_is_refused() {
    for (words, why) in [
        (["status", "2024-Q3"], "hồ sơ hai-xa không có báo cáo phải nộp kỳ 2024-Q3"),
        (["status", "hai-xaa"], "có phải là «hai-xa»?"),
        (["status", "2030-Q9"], "không có quý nào là «2030-Q9»; kỳ viết năm-Qsố"),
        (["status", "quý 7"], "không có quý nào là «quý 7»"),
    ] {
        let told = two_communes().run(words).ends_with(2);
        assert!(told.stderr.contains(why), "{}", told.stderr);
    }
    let broken = two_communes().replace(PLAN, "goi_chung: xã\n", "");
    let told = broken.run(["status", "--today", "2024-06-25"]).ends_with(1);
    assert!(told.stderr.contains("goi_chung"), "{}", told.stderr);
}

#[test]
fn the_board_is_printed_on_one_page_however_many_units_there_are() {
    let few = two_communes();
    few.run(["status", "2024-Q2", "--today", "2024-06-25", "--pdf"]).ends_with(0);
    let page = few.pdf("tinh-hinh-nop-hai-xa-2024-Q2");
    assert_eq!(page.pages().len(), 1);
    assert!(page.says("TÌNH HÌNH NỘP BÁO CÁO KỲ 2024-Q2") && page.says("xã Suối Bạc"));
    let many = crate::many_units::dossier_in("2024-Q4", &crate::many_units::units());
    many.run(["status", "2024-Q4", "--today", "2024-12-25", "--pdf=out/tinh-hinh.pdf"])
        .ends_with(0);
    let page = many.pdf("tinh-hinh");
    assert_eq!(page.pages().len(), 1);
    for [kind, name, _] in crate::many_units::units() {
        let start: String = format!("{kind} {name}").chars().take(8).collect();
        assert!(page.says(&start), "no {kind} {name}");
    }
}

#[test]
fn a_second_letter_stands_beside_the_first_once_the_first_has_gone_unanswered() {
    let letters = "{ loai: quy, han_nop: 03-20 }, { loai: don-doc, han_nop: 04-10 }, { loai: don-doc, lan: 2, han_nop: 04-21 }";
    let dossier = two_communes().replace(PLAN, "{ loai: quy, han_nop: 03-20 }", letters);
    let dossier = dossier.remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let listed = |today: &str| {
        let board = board(&dossier, "2024-Q1", today);
        let letters = board["cong_van"].as_array().expect("letters").clone();
        let text = |one: &Value| format!("{} {} {}", one["lan"], one["tep"], one["trang_thai"]);
        letters.iter().map(text).collect::<Vec<_>>()
    };
    let first = "1 \"hai-xa/2024-Q1/don-doc-doi-may\" \"chua_lap\"";
    let second = "2 \"hai-xa/2024-Q1/don-doc-doi-may-lan-2\" \"chua_lap\"";
    assert_eq!(listed("2024-04-10"), [first]);
    assert_eq!(listed("2024-04-11"), [first, second]);
}

#[test]
fn a_letter_that_comes_by_itself_is_listed_too() {
    let letter = "report-templates/don-doc/loai.yaml";
    let dossier = two_communes().with_folder("report-templates");
    let dossier = dossier.replace(letter, "khi: lich ", "khi: tu_dong ");
    let dossier = dossier.remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let due = board(&dossier, "2024-Q1", "2024-03-21");
    assert_eq!(due["cong_van"][0]["tep"], "hai-xa/2024-Q1/don-doc-doi-may");
}

#[test]
fn a_page_of_the_board_is_not_written_over_a_folder_and_the_board_is_told_all_the_same() {
    let dossier = two_communes().write("bieu/a.txt", "của tôi");
    let told = dossier.run(["status", "2024-Q2", "--today", "2024-06-25", "--pdf=bieu"]);
    let told = told.ends_with(1);
    let why = "không ghi được bieu (đây là thư mục, không phải tệp)";
    assert!(told.stderr.contains(why), "{}", told.stderr);
    assert!(told.stdout.contains("xã Suối Bạc"), "{}", told.stdout);
    assert_eq!(dossier.read("bieu/a.txt"), "của tôi");
}

//! What prose refers to: a bound number is the one the table prints, a unit's words stand in the board's text, and what
//! leads nowhere is told at its place.

use baocao::binding::Passage;
use baocao::binding::parts::{OF_FIGURE, OF_PERIOD, OF_SUBMISSION, OF_TALLY, OF_TARGET};

use crate::dossier::Dossier;
use crate::pdf::Pdf;
use crate::told::Found;

const FIRST: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const SECOND: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const OTHER: &str = "inputs/hai-xa/2024-Q2/doi-may.yaml";
const BOARD: &str = "inputs/hai-xa/2024-Q2/_tong-hop.yaml";
const HALF_YEAR: &str = "hai-xa/2024-Q2/suoi-bac";
const ROLL_UP: &str = "hai-xa/2024-Q2/tong-hop";
const LIMITS: &str = "  han_che: Đường vào thôn xa còn khó đi.";

/// Two communes, one of which grew, with these words for its limits and these keys of the board's.
fn written(limits: &str, board: &str) -> Dossier {
    let own = format!("  han_che: |\n    {}", limits.replace('\n', "\n    "));
    let both = Dossier::case("hai-xa").replace(SECOND, LIMITS, &own).replace(
        SECOND,
        "nguoi_bhyt: 950",
        "nguoi_bhyt: 960",
    );
    both.edit(BOARD, |text| text + board)
}

/// What is printed of `words` in the commune's half-year report.
fn printed(words: &str) -> Pdf {
    let dossier = written(words, "");
    dossier.build().ends_with(0);
    dossier.pdf(HALF_YEAR)
}

/// What is told of the commune's words.
fn told_of(words: &str) -> Vec<Found> {
    written(words, "").check().findings()
}

#[test]
fn a_bound_number_is_the_one_the_table_prints() {
    let page = printed(
        "Có {{ so_lieu.nguoi_bhyt }}/{{so_lieu.dan_so}} người, {{ chi_tieu.bhyt }}% là {{ chi_tieu.bhyt.gia_tri }}, \
         {{ chi_tieu.bhyt.ket_luan }} mức trên {{ chi_tieu.bhyt.dich }}% của năm {{ chi_tieu.bhyt.dich.nam }}, hơn \
         {{ chi_tieu.bhyt.chenh_lech.dich }} điểm.",
    );
    page.must_say("Có 960/1.000 người, 96% là 96%, đạt mức trên 95% của năm 2030, hơn 1 điểm.");
    page.must_say("960/1.000 96%");
}

#[test]
fn earlier_numbers_and_their_distance_are_bound_too() {
    let page = printed(
        "Thẻ {{ so_lieu.nguoi_bhyt.thay_doi.ky_truoc }} {{ so_lieu.nguoi_bhyt.chenh_lech.ky_truoc }} từ \
         {{ so_lieu.nguoi_bhyt.ky_truoc }}; tỷ lệ {{ chi_tieu.bhyt.thay_doi.ky_truoc }} {{ chi_tieu.bhyt.chenh_lech.ky_truoc }} từ \
         {{ chi_tieu.bhyt.ky_truoc }}%; dân số {{ so_lieu.dan_so.thay_doi.ky_truoc }}.",
    );
    page.must_say("Thẻ tăng 10 từ 950; tỷ lệ tăng 1 từ 95%; dân số không thay đổi.");
}

#[test]
fn period_name_and_tally_are_bound_and_a_sentence_begins_with_a_capital() {
    let page = printed(
        "{{ don_vi.ten }} trong {{ ky.ten }}: {{ tong_ket.dat }}/{{ tong_ket.n }} chỉ tiêu, đến {{ chot_den }}.",
    );
    page.must_say("Xã Suối Bạc trong 6 tháng đầu năm 2024: 3/3 chỉ tiêu, đến 14/6/2024.");
}

#[test]
fn numbers_are_bound_in_every_text() {
    let texts = [
        "tinh_hinh: \"A@\"\n",
        "lanh_dao: { quan_triet: \"B@\", kiem_tra: \"C@\" }\n",
        "phuong_huong: \"D@\"\n",
        "giai_trinh: { nguoi_bhyt: \"E@\" }\n",
        "chi_tieu: { bhyt: { nhan_xet: \"F@\" } }\n",
    ];
    let bound = texts.concat().replace('@', " {{ so_lieu.kinh_phi }} G");
    let assessment = "danh_gia:\n  uu_diem: \"H {{ so_lieu.kinh_phi }} G\"\n  bai_hoc: \"I {{ so_lieu.kinh_phi }} G\"\n  nguyen_nhan: { khach_quan: \"J {{ so_lieu.kinh_phi }} G\", chu_quan: \"K {{ so_lieu.kinh_phi }} G\" }\n";
    let dossier = written("L {{ so_lieu.kinh_phi }} G", "")
        .replace(SECOND, "danh_gia:\n", assessment)
        .replace(SECOND, "nhan_thuc: Xã", "nhan_thuc: M {{ so_lieu.kinh_phi }} G Xã")
        .replace(SECOND, "huyen: Đề", "huyen: N {{ so_lieu.kinh_phi }} G Đề")
        .edit(SECOND, |text| text + &bound);
    dossier.build().ends_with(0);
    let page = dossier.pdf(HALF_YEAR);
    for letter in 'A'..='N' {
        if letter != 'G' {
            page.must_say(&format!("{letter} 1.250,5 G"));
        }
    }
}

#[test]
fn a_yes_no_fact_is_bound_in_the_tables_words() {
    printed("Công nhận: {{ so_lieu.cong_nhan }}, {{ chi_tieu.xa_dat }}.")
        .must_say("Công nhận: có, có.");
}

#[test]
fn a_units_paragraphs_stand_in_the_boards_text() {
    let board = "danh_gia:\n  han_che: |\n    {{ don_vi.doi-may.danh_gia.han_che }}\n\n    - {{ don_vi.suoi-bac.danh_gia.han_che }}\n";
    let dossier = written(
        "Đoạn một có {{ so_lieu.nguoi_bhyt }} thẻ.\n\n- Ý hai của {{ don_vi.ten }}.",
        board,
    );
    dossier.build().ends_with(0);
    dossier.pdf(ROLL_UP).must_say(
        "Hạn chế, khuyết điểm Còn một thôn thiếu nhân viên. - Đoạn một có 960 thẻ. - Ý hai của xã Suối Bạc.",
    );
}

#[test]
fn a_units_words_and_numbers_stand_in_the_boards_sentence() {
    let board = "tinh_hinh: |\n  Ở {{ don_vi.doi-may.ten }} “{{ don_vi.doi-may.danh_gia.han_che }}”, {{ don_vi.doi-may.so_lieu.dan_so }} người; {{ don_vi.suoi-bac.chi_tieu.bhyt.gia_tri }} so với {{ chi_tieu.bhyt.gia_tri }} {{ nop.co }}/{{ nop.tong }} xã, {{ chi_tieu.bhyt.so_don_vi_dat }} đạt.\n";
    let dossier = written("Còn khó.", board);
    dossier.build().ends_with(0);
    dossier.pdf(ROLL_UP).must_say(
        "Ở xã Đồi Mây “Còn một thôn thiếu nhân viên”, 10.000 người; 96% so với 90,55% 2/2 xã, 1 đạt.",
    );
}

#[test]
fn a_units_words_are_only_words_in_the_boards_text() {
    let hostile = "#panic[x] $ * _ \\\\ @y {{ 7*7 }} {% raw %}";
    let line = format!("  han_che: \"{hostile}\"");
    let board = "danh_gia:\n  han_che: \"{{ don_vi.suoi-bac.danh_gia.han_che }}\"\n";
    let dossier =
        Dossier::case("hai-xa").replace(SECOND, LIMITS, &line).edit(BOARD, |text| text + board);
    dossier.build().ends_with(0);
    dossier.pdf(ROLL_UP).must_say("#panic[x] $ * _ \\ @y {{ 7*7 }} {% raw %}");
}

/// Mistakes in a commune's text, the code, the column on the text's first line, and a word of the hint.
const MISTAKES: [(&str, &str, usize, &str); 15] = [
    ("{{ so_lieu.nguoi_bhty }}", "Y06", 16, "«nguoi_bhyt»"),
    ("Có {{so_lieu.nguoi_bhty}}", "Y06", 18, "«nguoi_bhyt»"),
    ("{{ so_lieu.lieu }}", "Y06", 16, "dan_so"),
    ("{{ chi_tieu.bhit }}", "Y06", 17, "«bhyt»"),
    ("{{ chi_tieu.bhyt.tuso }}", "Y06", 22, "{{ chi_tieu.bhyt.tu_so }}"),
    ("{{ chi_tieu.bhyt.chenh_lech }}", "Y06", 22, "chenh_lech.ky_truoc"),
    ("{{ số_liệu.dan_so }}", "Y06", 8, "{{ so_lieu.dan_so }}"),
    ("{{ nguoi_bhyt }}", "Y06", 8, "{{ so_lieu.nguoi_bhyt }}"),
    ("{{ bhyt }}", "Y06", 8, "{{ chi_tieu.bhyt }}"),
    ("{{ so_lieu }}", "Y03", 8, "{{ so_lieu.dan_so }}"),
    ("{{ so_lieu.dan_so | round }}", "Y03", 8, "{{ so_lieu.dan_so }}"),
    ("{{ so_lieu.dan_so người", "Y03", 8, "}}"),
    ("{{ so_lieu.bac_si_huyen }}", "Y03", 16, "{{ }}"),
    ("{{ chi_tieu.bs_10k }}", "Y03", 17, "tổng hợp"),
    ("{{ don_vi.doi-may.so_lieu.dan_so }}", "Y03", 8, "_tong-hop.yaml"),
];

#[test]
fn a_path_that_leads_nowhere_is_told_at_its_name() {
    for (words, code, column, hint) in MISTAKES {
        let told = written(words, "").check().ends_with(1);
        let found = told.findings();
        assert_eq!(found.len(), 1, "{words}: {}", told.stdout);
        assert_eq!((found[0].ma.as_str(), found[0].muc_do.as_str()), (code, "lỗi"), "{words}");
        assert_eq!(found[0].place(), (SECOND, 16, column), "{words}: {found:?}");
        assert!(found[0].cach_sua.as_ref().is_some_and(|said| said.contains(hint)), "{found:?}");
    }
}

#[test]
fn the_place_is_right_in_every_style_of_yaml() {
    let wrong = "{{ so_lieu.sai }}";
    let styles = [
        (format!("  han_che: Khó {wrong}"), 15, 27),
        (format!("  han_che: \"Khó “{wrong}”\""), 15, 29),
        (format!("  han_che: >-\n    Khó\n    {wrong} đi"), 17, 16),
        (format!("  han_che: |\n    Một.\n\n    - Hai ba\n      bốn {wrong}"), 19, 22),
        (format!("  han_che: |\r\n    Một {{{{ so_lieu.dan_so }}}}\r\n    {wrong}"), 17, 16),
    ];
    for (style, line, column) in styles {
        let found = Dossier::case("hai-xa").replace(SECOND, LIMITS, &style).check().one("Y06");
        assert_eq!(found.place(), (SECOND, line, column), "{style}");
    }
}

#[test]
fn all_mistakes_of_a_text_are_told_at_once_and_cost_its_report_only() {
    let words = "{{ so_lieu.mot }} và {{ so_lieu.hai }}\n\n- {{ chi_tieu.ba }}";
    let dossier = written(words, "");
    let told = dossier.run(["build", "--format", "json"]).ends_with(1);
    let lines: Vec<_> = told.of("Y06").iter().map(|one| one.dong).collect();
    assert_eq!(lines, [Some(16), Some(16), Some(18)]);
    assert!(!dossier.has(HALF_YEAR) && dossier.has(ROLL_UP));
    dossier.pdf(ROLL_UP).must_say("chưa có số liệu của xã Suối Bạc");
}

#[test]
fn a_mistake_of_the_board_costs_the_roll_up_only() {
    for (path, near) in [
        ("don_vi.doi-mai.so_lieu.dan_so", "«doi-may»"),
        ("don_vi.doi-may.danh_gia.hanche", "danh_gia.han_che"),
        ("don_vi.doi-may.nhiem_vu.nhan_thu", "«nhan_thuc»"),
        ("don_vi.doi-may.chi_tieu.bs_10k", "tổng hợp"),
        ("danh_gia.han_che", "don_vi.<mã>.danh_gia.han_che"),
        ("chi_tieu.thon.so_don_vi_dat", "dem_dat"),
    ] {
        let dossier = written("Khó.", &format!("tinh_hinh: \"{{{{ {path} }}}}\"\n"));
        let told = dossier.run(["build", "--format", "json"]).ends_with(1);
        let found = told.errors();
        assert_eq!(found.len(), 1, "{path}: {}", told.stdout);
        assert!(found[0].cach_sua.as_ref().is_some_and(|hint| hint.contains(near)), "{found:?}");
        assert!(dossier.has(HALF_YEAR) && !dossier.has(ROLL_UP), "{path}");
    }
}

#[test]
fn other_braces_are_printed_as_typed_with_a_note() {
    let page = printed("Ghi {{ khó }} và {{ bc.x }} {% if %}.");
    page.must_say("Ghi {{ khó }} và {{ bc.x }} {% if %}.");
    let found = told_of("Có {{ so_lieu.dan_so }} người, {{ khó }}.");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].ma.as_str(), found[0].place()), ("K04", (SECOND, 16, 36)));
    assert_eq!(told_of("Có {{ so_lieu.dan_so }} người."), []);
}

#[test]
fn a_sentence_whose_number_is_missing_is_left_out_and_told() {
    let dossier = written("Xã đã họp dân. Có {{ so_lieu.buoi }} buổi. Kết quả khá.", "").replace(
        SECOND,
        "  buoi: 2\n",
        "",
    );
    let told = dossier.run(["build", "--format", "json"]).ends_with(0);
    let found = told.one("V17");
    assert_eq!((found.muc_do.as_str(), found.place()), ("cảnh báo", (SECOND, 15, 23)));
    assert!(found.noi_dung.ends_with("báo cáo bỏ câu này"), "{}", found.noi_dung);
    dossier.pdf(HALF_YEAR).must_say("Xã đã họp dân. Kết quả khá.");
    dossier.pdf(HALF_YEAR).must_not_say("chưa có số liệu buổi");
    let stands = "chap_nhan: [{ ma: V17, o: buoi, ly_do: Chờ tổng hợp }]\nnhiem_vu:";
    let accepted = dossier.replace(SECOND, "nhiem_vu:", stands).check();
    assert_eq!(accepted.one("V17").muc_do, "ghi chú");
    assert_eq!(accepted.of("B06"), []);
}

#[test]
fn a_hundred_is_never_bound_over_a_gap() {
    let board = "tinh_hinh: \"Đạt {{ chi_tieu.thon }}%. Thôn ({{ chi_tieu.thon.gia_tri }}); có thẻ {{ chi_tieu.bhyt.gia_tri }}.\"\n";
    let dossier = written("Khó.", board).remove(OTHER);
    let told = dossier.run(["build", "--format", "json"]).ends_with(0);
    let found = told.one("V17");
    assert_eq!(found.place(), (BOARD, 4, 17));
    assert!(found.cach_sua.is_some_and(|hint| hint.contains("{{ chi_tieu.thon.gia_tri }}")));
    let page = dossier.pdf(ROLL_UP);
    page.must_say("Thôn (4/4, tạm tính); có thẻ 96% (tạm tính).");
    page.must_not_say("chưa đủ số liệu%");
}

#[test]
fn a_sentence_left_out_for_a_broken_file_of_a_unit_names_that_unit() {
    let board = "tinh_hinh: Đạt {{ chi_tieu.thon }}%.\n";
    let told = written("Khó.", board).replace(OTHER, "dan_so: 10000", "dan_so: mười").check();
    let found = told.one("V17");
    assert!(found.noi_dung.contains("tệp của xã Đồi Mây đang có lỗi"), "{found:?}");
    assert!(
        found.cach_sua.is_some_and(|cure| cure.starts_with("sửa lỗi trong tệp của xã Đồi Mây"))
    );
}

#[test]
fn a_reference_to_words_nobody_wrote_is_told_and_leaves_no_trace() {
    let board = "tinh_hinh: |\n  Trước.\n\n  {{ don_vi.suoi-bac.phuong_huong }}\n\n  Sau.\n";
    let unwritten = written("Khó.", board);
    let told = unwritten.run(["build", "--format", "json"]).ends_with(0);
    assert_eq!(told.one("V17").place(), (BOARD, 7, 3));
    unwritten.pdf(ROLL_UP).must_say("Trước. Sau.");
    let late = written("Khó.", &board.replace("suoi-bac", "doi-may")).remove(OTHER).check();
    assert!(late.one("V17").noi_dung.contains("xã Đồi Mây chưa nộp báo cáo"), "{}", late.stdout);
    let broken = written("Khó.", &board.replace("suoi-bac", "doi-may"))
        .replace(OTHER, "dan_so: 10000", "dan_so: mười nghìn")
        .check();
    assert!(broken.one("V17").noi_dung.contains("đang có lỗi"), "{}", broken.stdout);
}

#[test]
fn what_leads_to_words_nobody_wrote_is_left_out_with_them() {
    let board = "kien_nghi:\n  huyen: |\n    Ban kính chuyển huyện xem xét:\n\n    - {{ don_vi.doi-may.kien_nghi.huyen }}\n";
    let unwritten = written("Khó.", board);
    unwritten.build().ends_with(0);
    unwritten.pdf(ROLL_UP).must_not_say("kính chuyển");
    unwritten.pdf(ROLL_UP).must_not_say("Kiến nghị, đề xuất");
    let proposed = written("Khó.", &board.replace("doi-may", "suoi-bac"));
    proposed.build().ends_with(0);
    proposed.pdf(ROLL_UP).must_say("Ban kính chuyển huyện xem xét: - Đề nghị");
}

/// These words of a commune that held no meeting all year.
fn none_arose(words: &str) -> Dossier {
    let none = "  buoi: khong-phat-sinh\n";
    written(words, "").replace(SECOND, "  buoi: 2\n", none).replace(FIRST, "  buoi: 1\n", none)
}

#[test]
fn a_unit_of_measure_never_stands_after_words() {
    let counted = none_arose("Xã khá. Có {{ so_lieu.buoi }} buổi.");
    let told = counted.run(["build", "--format", "json"]).ends_with(0);
    assert!(told.one("V17").cach_sua.is_some_and(|hint| hint.contains("không phát sinh")));
    counted.pdf(HALF_YEAR).must_not_say("không phát sinh buổi");
    let named = none_arose("Truyền thông: {{ so_lieu.buoi }}.");
    assert_eq!(named.run(["build", "--format", "json"]).ends_with(0).of("V17"), []);
    named.pdf(HALF_YEAR).must_say("Truyền thông: không phát sinh.");
}

#[test]
fn a_comparison_the_report_does_not_make_is_told() {
    let dossier = written("Xã khá. Năm gốc {{ so_lieu.dan_so.nam_goc }}.", "");
    let told = dossier.run(["build", "--format", "json"]).ends_with(0);
    assert!(told.one("V17").noi_dung.contains("không so được với kỳ ấy"), "{}", told.stdout);
    dossier.pdf(HALF_YEAR).must_not_say("Năm gốc");
}

#[test]
fn a_kind_words_what_did_not_arise_in_its_own_way() {
    let own = "trong_loi_van:\n  khong_phat_sinh: chưa có\n";
    let dossier = none_arose("Truyền thông: {{ so_lieu.buoi }}.")
        .write("report-templates/6-thang/cau-chu.yaml", own);
    dossier.build().ends_with(0);
    dossier.pdf(HALF_YEAR).must_say("Truyền thông: chưa có.");
}

#[test]
fn suggestions_offer_a_reference_beside_the_words() {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    let text = dossier.read("out/hai-xa/2024-Q1/tong-hop.goi-y.yaml");
    let read: serde_json::Value = serde_yaml::from_str(&text).expect("YAML");
    let limits = read["danh_gia"]["han_che"].as_str().expect("limits");
    assert!(
        limits.contains("{{ don_vi.suoi-bac.danh_gia.han_che }}\n- (xã Suối Bạc) Đường"),
        "{limits}"
    );
    let proposals = read["kien_nghi"]["huyen"].as_str().expect("proposals");
    assert!(proposals.contains("{{ don_vi.suoi-bac.kien_nghi.huyen }}\n"), "{proposals}");
}

#[test]
fn every_path_the_guide_shows_leads_somewhere_and_none_is_left_out() {
    let guide = crate::dossier::text_of("TRA-CUU.md").expect("the guide");
    let words = [
        OF_FIGURE.iter().map(|(word, _)| *word).collect::<Vec<_>>(),
        OF_TARGET.iter().map(|(word, _)| *word).collect(),
        OF_PERIOD.iter().map(|(word, _)| *word).collect(),
        OF_TALLY.iter().map(|(word, _)| *word).collect(),
        OF_SUBMISSION.iter().map(|(word, _)| *word).collect(),
        Passage::FIXED.iter().map(|(word, _)| *word).collect(),
    ];
    for word in words.concat().iter().flat_map(|word| word.split('.')) {
        assert!(guide.contains(word), "«{word}» is not in the guide");
    }
    let shown = guide.split("{{ ").skip(1).filter_map(|rest| rest.split(" }}").next());
    let paths = shown.filter(|path| path.contains('.') && !path.contains(['…', '<', ' ']));
    let (board, unit): (Vec<&str>, Vec<&str>) = paths.partition(|path| {
        let of_unit = path.starts_with("don_vi.") && *path != "don_vi.ten";
        of_unit || path.starts_with("nop.") || path.contains("so_don_vi")
    });
    assert!(board.len() > 8 && unit.len() > 15, "{board:?} {unit:?}");
    let bound = |paths: &[&str]| {
        let all: Vec<String> = paths.iter().map(|path| format!("{{{{ {path} }}}}")).collect();
        format!("tinh_hinh: |\n  {}\n\n", all.join("; "))
    };
    let with = |samples: Dossier, file: &str, paths: &[&str]| {
        samples.edit(&format!("inputs/lac-duong/2024-Q3/{file}.yaml"), |text| {
            text.replace("tinh_hinh: |\n", &bound(paths))
        })
    };
    let samples = with(with(Dossier::samples(), "dung-kno", &unit), "_tong-hop", &board);
    let told = samples.run(["check", "lac-duong", "--period", "2024-Q3", "--format", "json"]);
    assert_eq!(told.ends_with(0).errors(), []);
}

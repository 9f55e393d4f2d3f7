//! Sentences, sections and kinds of report as data: what a folder of templates may change, and what its errors cost.

use std::time::{Duration, Instant};

use crate::dossier::{Dossier, files, repository};
use crate::told::{Found, Told};

const QUARTER: &str = "hai-xa/2024-Q1/suoi-bac";
const HALF_YEAR: &str = "hai-xa/2024-Q2/suoi-bac";

fn two_communes() -> Dossier {
    Dossier::case("hai-xa")
}

/// A file of the templates that come with the program, changed.
#[track_caller]
fn changed(path: &str, from: &str, to: &str) -> String {
    let all = files(&repository().join("report-templates"));
    let found = all.into_iter().find(|(name, _)| name == path);
    let text = String::from_utf8(found.expect("a template").1).expect("UTF-8");
    assert!(text.contains(from), "no «{from}» in {path}");
    text.replace(from, to)
}

#[test]
fn a_folder_beside_the_inputs_replaces_single_files() {
    let phrases = changed("chung/cau-chu.yaml", "Trên đây là báo cáo kết quả", "Đó là báo cáo");
    let dossier = two_communes().write("report-templates/chung/cau-chu.yaml", phrases);
    dossier.build().ends_with(0);
    for name in [QUARTER, HALF_YEAR] {
        let report = dossier.pdf(name);
        report.must_say("Đó là báo cáo thực hiện Kế hoạch số 14-KH/HU");
        report.must_not_say("Trên đây là");
    }
}

#[test]
fn a_kind_replaces_single_sentences() {
    let own = "ket_luan:\n  chua_dat: còn phải phấn đấu\n";
    let dossier = two_communes().write("report-templates/6-thang/cau-chu.yaml", own);
    dossier.build().ends_with(0);
    dossier.pdf(HALF_YEAR).must_say("đạt 95% (950/1.000 người), còn phải phấn đấu");
    dossier.pdf(QUARTER).must_say("đạt 95% (950/1.000 người), bằng đúng mức 95%, chưa đạt");
}

#[test]
fn a_kind_replaces_single_sections() {
    let own = "= Ý kiến của {{ bc.don_vi or bc.toan_dia_ban }}\n\nKhông dùng mẫu chung.\n";
    let dossier = two_communes().write("report-templates/quy/muc/kien-nghi.typ.j2", own);
    dossier.build().ends_with(0);
    dossier.pdf(QUARTER).must_say("III- Ý KIẾN CỦA XÃ SUỐI BẠC Không dùng mẫu chung.");
    dossier.pdf(HALF_YEAR).must_say("III- KIẾN NGHỊ, ĐỀ XUẤT");
}

#[test]
fn a_new_kind_is_a_folder() {
    let manifest = changed(
        "quy/loai.yaml",
        "muc: [tinh-hinh, lanh-dao, ket-qua, danh-gia, phuong-huong, kien-nghi]",
        "muc: [kien-nghi, ket-qua]",
    )
    .replace("trich_yeu: \"kết quả", "trich_yeu: \"tình hình nhanh");
    let (before, columns) = manifest.split_once("cot:").expect("its columns");
    let (_, behind) = columns.split_once("\nbang:").expect("its tables");
    let manifest = format!("{before}cot: [ten, ket_luan, gia_tri]\nbang:{behind}");
    let dossier = two_communes().write("report-templates/nhanh/loai.yaml", manifest).replace(
        "inputs/hai-xa/ke-hoach.yaml",
        "Q1: [{ loai: quy,",
        "Q1: [{ loai: nhanh }, { loai: quy,",
    );
    let told = dossier.build().ends_with(0);
    assert_eq!(told.counts(), [9, 0, 0, 0]);
    let quick = dossier.pdf(QUARTER);
    quick
        .must_say("tình hình nhanh thực hiện kế hoạch thử trên địa bàn xã Suối Bạc quý I năm 2024");
    quick.must_say(
        "I- KIẾN NGHỊ, ĐỀ XUẤT 1. Đối với huyện: Đề nghị huyện sửa cầu Suối Bạc. II- KẾT QUẢ",
    );
    quick.must_say("Chỉ tiêu Đánh giá Kết quả");
    dossier.pdf(&format!("{QUARTER}.quy")).must_say("kết quả thực hiện kế hoạch thử");
}

/// A build whose half-year reports have this file: they fail, the quarter's reports are built.
#[track_caller]
fn failed(path: &str, content: impl AsRef<[u8]>) -> Told {
    let dossier = two_communes().write(path, content);
    let told = dossier.run(["build", "--format", "json"]).ends_with(1);
    assert!(!dossier.has(HALF_YEAR) && dossier.has(QUARTER), "{}", told.stdout);
    let [built, unchanged, refused, failed] = told.counts();
    assert!(built >= 3 && failed >= 1 && unchanged + refused == 0, "{}", told.stderr);
    told
}

#[test]
fn a_template_error_is_found_at_its_file_and_line() {
    let section = "report-templates/6-thang/muc/kien-nghi.typ.j2";
    for (template, code, line) in [
        ("dòng một\n\n{{ bc.khong_co }}\n", "M01", 3),
        ("dòng một\n{% for x in %}\n", "M01", 2),
        ("dòng một\n{% if bc.tong_hop %}\nchưa đóng\n", "M01", 3),
        ("{{ cau(\"khong.co\") }}\n", "M01", 1),
        ("\n{{ bc.chi_tieu }}\n", "M01", 2),
        ("{% for x in range(100000000) %}x{% endfor %}\n", "M01", 1),
        ("{% include \"khong-co.typ.j2\" %}\n", "M01", 1),
    ] {
        let told = failed(section, template);
        let found = told.of(code);
        let here = found.iter().any(|one| {
            one.place().0 == section && one.dong.is_some_and(|at| at.abs_diff(line) <= 1)
        });
        assert!(here, "{template}\n{}", told.stdout);
    }
}

#[test]
fn a_template_that_goes_on_and_on_is_stopped_at_its_file_and_line() {
    let section = "report-templates/6-thang/muc/kien-nghi.typ.j2";
    let loops =
        |inside: &str| format!("đầu\n{{% for a in range(100000) %}}\n{inside}\n{{% endfor %}}\n");
    let plain = "chữ ".repeat(3000);
    for (inside, said) in [
        (plain.as_str(), "in quá dài"),
        ("{% for b in range(100000) %}x{% endfor %}", "chạy mãi không xong"),
        ("{{ 'chữ' * 10000 }}", "in quá dài"),
        ("{% set x %}{{ 'chữ' * 10000 }}{% endset %}", "in quá dài"),
        ("{% set x = cau('lap_mai') %}", "chạy mãi không xong"),
    ] {
        let begun = Instant::now();
        let phrases = "lap_mai: '{% for b in range(100000) %}{% set c = b %}{% endfor %}'\n";
        let dossier = two_communes()
            .write("report-templates/6-thang/cau-chu.yaml", phrases)
            .write(section, loops(inside));
        let told = dossier.run(["build", "--format", "json"]).ends_with(1);
        let all = told.of("M01");
        assert!(!all.is_empty(), "{}", told.stdout);
        for found in all {
            let (file, line, _) = found.place();
            assert_eq!(file, section, "{}", told.stdout);
            assert!((2..=3).contains(&line) && found.noi_dung.contains(said), "{}", told.stdout);
            let hint = found.cach_sua.as_ref();
            assert!(hint.is_some_and(|hint| hint.contains("vòng lặp")), "{}", told.stdout);
        }
        assert!(dossier.has(QUARTER) && !dossier.has(HALF_YEAR), "{}", told.stderr);
        assert!(begun.elapsed() < Duration::from_mins(1), "{inside}: {:?}", begun.elapsed());
    }
}

#[test]
fn a_typst_error_of_a_template_is_told_with_its_report() {
    for (template, said) in [
        ("#khong-co()\n", "không có tên «khong-co»"),
        ("#panic(\"x\")\n", "khuôn mẫu tự dừng và nói: x"),
        ("#[\n", "dấu ngoặc mở ra mà chưa đóng"),
        ("#read(\"/etc/passwd\")\n", "không có tệp được nêu"),
        ("#image(\"x.png\")\n", "không có tệp được nêu"),
        ("#text(font: \"Arial\")[x]\n", "không có phông chữ «arial»"),
        ("#text(size: \"to\")[x]\n", "cần độ dài mà lại có chuỗi chữ"),
        ("#(1/0)\n", "có một phép chia cho 0"),
        ("#(1).khong()\n", "số nguyên không có hàm «khong»"),
    ] {
        let told = failed("report-templates/6-thang/muc/kien-nghi.typ.j2", template);
        let found = told.of("M02");
        let told_so = |one: &Found| {
            one.noi_dung.starts_with("hai-xa/2024-Q2/")
                && !one.noi_dung.contains("panicked")
                && one.place().0 == "report-templates/6-thang/muc/kien-nghi.typ.j2"
        };
        assert!(!found.is_empty() && found.iter().all(told_so), "{}", told.stdout);
        assert!(found.iter().any(|one| one.noi_dung.contains(said)), "{said}: {}", told.stdout);
    }
}

#[test]
fn a_phrase_that_cannot_be_read_is_found_at_its_place() {
    let own = "report-templates/6-thang/cau-chu.yaml";
    let told = failed(own, "ket_luan:\n  dat: '{{ ct.khong_co }}'\n");
    assert!(
        told.of("M01")
            .iter()
            .any(|one| one.place().0.starts_with("report-templates/6-thang/cau-chu.yaml")),
        "{}",
        told.stdout
    );
    for broken in ["ket_luan: [\n", "ket_luan:\n  dat: '{% if %}'\n", "ket_luan:\n  dat: [a]\n"] {
        failed(own, broken);
    }
}

#[test]
fn a_file_in_another_encoding_is_told_and_nothing_printed_in_its_place() {
    for file in ["muc/kien-nghi.typ.j2", "cau-chu.yaml", "loai.yaml"] {
        let path = format!("report-templates/6-thang/{file}");
        let own = b"mo_dau: V\xe2n b\xb6n\n";
        let told = failed(&path, own);
        let here = |one: &Found| {
            one.place() == (path.as_str(), 1, 10)
                && one.noi_dung.contains("không phải UTF-8")
                && one.cach_sua.as_deref().is_some_and(|how| how.contains("ưu với mã UTF-8"))
        };
        assert!(told.of("M01").iter().any(here), "{file}\n{}", told.stdout);
    }
}

#[test]
fn a_byte_order_mark_is_not_printed() {
    let section = "\u{feff}= Ý kiến\n\nKhông có ý kiến.\n";
    let phrases = "\u{feff}ket_luan:\n  chua_dat: còn phải phấn đấu\n";
    let dossier = two_communes()
        .write("report-templates/6-thang/muc/kien-nghi.typ.j2", section)
        .write("report-templates/6-thang/cau-chu.yaml", phrases);
    dossier.build().ends_with(0);
    let report = dossier.pdf(HALF_YEAR);
    report.must_say("III- Ý KIẾN Không có ý kiến.");
    report.must_say("còn phải phấn đấu");
}

#[test]
fn a_kind_that_is_incomplete_or_not_there_costs_its_own_reports() {
    let manifest = "report-templates/6-thang/loai.yaml";
    for broken in ["", "ten: Báo cáo\n", "ten: [\n"] {
        failed(manifest, broken);
    }
    failed(manifest, changed("6-thang/loai.yaml", "kien-nghi]", "khong-co]"));
    failed(manifest, changed("6-thang/loai.yaml", "ket_luan]", "khong_co]"));
    let plan =
        two_communes().read("inputs/hai-xa/ke-hoach.yaml").replace("loai: 6-thang", "loai: 6-thag");
    let told = failed("inputs/hai-xa/ke-hoach.yaml", &plan);
    let unknown = |one: &Found| {
        one.noi_dung.contains("6-thag") && one.place().0.ends_with("6-thag/loai.yaml")
    };
    assert!(told.of("M01").iter().any(unknown), "{}", told.stdout);
}

#[test]
fn a_profile_with_a_mistake_stops_the_run() {
    let broken =
        two_communes().write("report-templates/van-ban-dang/the-thuc/hd99.yaml", "ten: [\n");
    let told = broken.build().ends_with(2);
    assert!(
        told.stderr.contains("report-templates/van-ban-dang/the-thuc/hd99.yaml:"),
        "{}",
        told.stderr
    );
}

#[test]
fn a_changed_template_rebuilds_what_it_shapes() {
    let dossier = two_communes();
    dossier.build().ends_with(0);
    let own = "ket_luan:\n  chua_dat: còn phải phấn đấu\n";
    let dossier = dossier.write("report-templates/6-thang/cau-chu.yaml", own);
    let told = dossier.run(["build", "--why"]).ends_with(0);
    assert_eq!(told.counts(), [3, 3, 0, 0]);
    let library =
        changed("van-ban-dang/tokens.typ", "#let cach-sau-dau = 7.7mm", "#let cach-sau-dau = 9mm");
    let dossier = dossier.write("report-templates/van-ban-dang/tokens.typ", library);
    let told = dossier.run(["build", "--why"]).ends_with(0);
    assert_eq!(told.stdout.matches("thể thức (van-ban-dang) đã đổi").count(), 6, "{}", told.stdout);
}

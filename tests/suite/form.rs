//! The form of a page: the profile in force on its date, fonts, paper; sentences and kinds as data. Not for figures.

use baocao::assets::files::TemplateFiles;
use baocao::kinds::kind;
use baocao::kinds::phrases;
use baocao::model::comparator::Comparator;
use baocao::model::id::Id;
use baocao::rollup::compare::Change;
use baocao::rollup::verdict::Verdict;
use serde::Serialize;

use crate::dossier::{Dossier, SAMPLES, files, reports, repository, sample};

const PROFILES: &str = "van-ban-dang/the-thuc";

/// A file of the templates that come with the program.
fn template(path: &str) -> String {
    let all = files(&repository().join("report-templates"));
    let found = all.into_iter().find(|(name, _)| name == path);
    let (_, bytes) = found.unwrap_or_else(|| panic!("no template {path}"));
    String::from_utf8(bytes).expect("UTF-8")
}

/// Suối Bạc's report for the second quarter of 2026, dated `date`.
fn dated(date: &str) -> Dossier {
    let dossier = Dossier::case("hai-xa");
    let text = dossier.read("inputs/hai-xa/2024-Q2/suoi-bac.yaml").replace("2024-Q2", "2026-Q2");
    let head = format!("chot_den: 2026-05-20\nvan_ban: {{ so: 5, ngay: {date} }}");
    let text = text.replace("chot_den: 2024-06-14", &head);
    dossier.write("inputs/hai-xa/2026-Q2/suoi-bac.yaml", text)
}

#[test]
fn the_documents_date_picks_the_profile_in_force() {
    for (date, mark) in [("2026-05-26", ','), ("2026-05-27", ';')] {
        let dossier = dated(date);
        dossier.build().ends_with(0);
        let report = dossier.pdf("hai-xa/2026-Q2/suoi-bac");
        report.must_say(&format!("- Ban Thường vụ Huyện ủy{mark} - Lưu Văn phòng Đảng ủy."));
    }
}

#[test]
fn a_document_without_a_date_goes_by_the_last_day_of_its_period() {
    let dossier = Dossier::case("foreign");
    dossier.build().ends_with(0);
    dossier
        .pdf("doc-sach/2026-Q3/go-lim")
        .must_say("- Ban Thường vụ Thành ủy; - Thư viện thành phố;");
    let old = Dossier::case("hai-xa");
    old.build().ends_with(0);
    old.pdf("hai-xa/2024-Q1/suoi-bac")
        .must_say("- Ban Thường vụ Huyện ủy, - Lưu Văn phòng Đảng ủy.");
}

#[test]
fn a_further_profile_is_a_file_and_no_code() {
    let newer = template(&format!("{PROFILES}/hd05.yaml"))
        .replace("ten: hd05", "ten: hd99")
        .replace("hieu_luc: { tu: 2026-05-27 }", "hieu_luc: { tu: 2026-06-20 }")
        .replace("dau_giua: \";\"", "dau_giua: \" +\"");
    let older = template(&format!("{PROFILES}/hd05.yaml"))
        .replace("hieu_luc: { tu: 2026-05-27 }", "hieu_luc: { tu: 2026-05-27, den: 2026-06-19 }");
    for (date, mark) in [("2026-06-19", ";"), ("2026-06-20", " +")] {
        let dossier = dated(date)
            .write(&format!("mau/{PROFILES}/hd99.yaml"), &newer)
            .write(&format!("mau/{PROFILES}/hd05.yaml"), &older);
        dossier.run(["build", "--templates", "mau"]).ends_with(0);
        let report = dossier.pdf("hai-xa/2026-Q2/suoi-bac");
        report.must_say(&format!("- Ban Thường vụ Huyện ủy{mark} - Lưu Văn phòng Đảng ủy."));
    }
}

#[test]
fn of_two_profiles_in_force_the_later_one_is_taken() {
    let newer = template(&format!("{PROFILES}/hd05.yaml"))
        .replace("ten: hd05", "ten: hd99")
        .replace("hieu_luc: { tu: 2026-05-27 }", "hieu_luc: { tu: 2026-06-20 }")
        .replace("dau_giua: \";\"", "dau_giua: \" +\"");
    let dossier = dated("2026-06-20").write(&format!("mau/{PROFILES}/hd99.yaml"), &newer);
    dossier.run(["build", "--templates", "mau"]).ends_with(0);
    dossier.pdf("hai-xa/2026-Q2/suoi-bac").must_say("- Ban Thường vụ Huyện ủy +");
}

#[test]
fn a_date_no_profile_covers_is_told() {
    let dossier = dated("2026-06-01").write(
        &format!("report-templates/{PROFILES}/hd05.yaml"),
        template(&format!("{PROFILES}/hd05.yaml")).replace("tu: 2026-05-27", "tu: 2026-07-01"),
    );
    let told = dossier.run(["build", "--format", "json"]).ends_with(1);
    let refused = told.of("M01");
    assert!(
        refused.iter().all(|one| one.noi_dung.contains("không có thể thức nào có hiệu lực ngày")),
        "{refused:?}"
    );
    assert!(dossier.has("hai-xa/2024-Q1/suoi-bac") && !dossier.has("hai-xa/2026-Q2/suoi-bac"));
}

#[test]
fn pages_are_a4_and_set_in_embedded_liberation_serif_alone() {
    for name in reports(&SAMPLES.1) {
        let report = sample(name);
        let faces = report.fonts();
        assert!(faces.keys().all(|face| face.starts_with("LiberationSerif")), "{name}: {faces:?}");
        assert!(faces.values().all(|embedded| *embedded), "{name}: {faces:?}");
        let turned = report.pages().iter().filter(|size| **size == (842, 595)).count();
        let upright = report.pages().iter().filter(|size| **size == (595, 842)).count();
        assert_eq!(turned + upright, report.pages().len(), "{name}: {:?}", report.pages());
        assert_eq!(turned > 0, name.contains("/tong-hop"), "{name}: {turned} landscape pages");
        assert!(report.active_parts().is_empty(), "{name}: {:?}", report.active_parts());
    }
}

#[test]
fn a_pdf_is_dated_and_named_like_its_document() {
    let dossier = dated("2026-05-27");
    dossier.build().ends_with(0);
    let report = dossier.pdf("hai-xa/2026-Q2/suoi-bac");
    let about = |key| report.information(key).unwrap_or_default();
    assert_eq!(
        about("Title"),
        "Báo cáo sơ kết 6 tháng đầu năm 2026 thực hiện kế hoạch thử trên địa bàn xã Suối Bạc"
    );
    assert_eq!(about("Author"), "Đảng ủy xã Suối Bạc");
    assert!(about("CreationDate").starts_with("D:20260527"), "{}", about("CreationDate"));
}

/// The key a verdict or change has in the phrase bank.
fn key(case: &impl Serialize) -> String {
    serde_json::to_value(case).expect("a word").as_str().expect("a word").to_owned()
}

#[test]
fn every_verdict_and_every_change_has_its_sentence_in_every_kind() {
    let files = TemplateFiles::embedded();
    let kinds = crate::dossier::files(&repository().join("report-templates"));
    let kinds = kinds.iter().filter_map(|(path, _)| path.strip_suffix("/loai.yaml"));
    for id in kinds {
        let id = Id::parse(id).expect("an id");
        let kind = kind::read(&files, &id).expect("a kind");
        let bank = phrases::read(&files, &id).expect("a phrase bank");
        let verdicts = Verdict::ALL.iter().map(key);
        let verdicts = verdicts
            .flat_map(|word| ["ket_luan", "bang.ket_luan"].map(|bank| format!("{bank}.{word}")));
        let changes = Change::ALL.iter().map(|change| format!("so_sanh.{}", key(change)));
        let failing = [Change::NoBase, Change::BrokenBase, Change::OtherCoverage];
        let failing = failing.iter().map(|change| format!("so_sanh_chung.{}", key(change)));
        let compared = Comparator::WORDS.iter().map(|(word, _)| format!("voi.{word}"));
        let ways = ["vuot", "bang", "thap_hon"];
        let ways = ways
            .iter()
            .flat_map(|way| ["khoang_cach", "lo_trinh"].map(|bank| format!("{bank}.{way}")));
        let marks =
            ["tren", "tu", "bang", "duoi", "khong_qua", "trong"].map(|mark| format!("dich.{mark}"));
        let columns = kind
            .columns
            .iter()
            .flat_map(|one| ["bang.cot", "bang.o"].map(|bank| format!("{bank}.{one}")));
        let all = verdicts
            .chain(changes)
            .chain(failing)
            .chain(compared)
            .chain(ways)
            .chain(marks)
            .chain(columns);
        for phrase in all {
            assert!(bank.contains_key(&phrase), "{id} has no «{phrase}»");
        }
        assert!(!bank.contains_key("ket_luan.khong_co"));
    }
}

//! The schemas of what an office edits: manifests, layout, sentences, profiles. They are written into a folder of templates only,
//! the program's own files keep them, and slips are refused.

use serde_json::Value;

use super::told;
use crate::dossier::{Dossier, files, repository, text_of};

/// The folder of the program's own templates.
const TEMPLATES: &str = "report-templates";

/// The schema a file of the templates is held against, and the way up to it.
fn schema_of(path: &str) -> Option<(&'static str, &'static str)> {
    let name = path.rsplit('/').next()?;
    match name {
        "loai.yaml" => Some(("loai.json", "../")),
        "bo-cuc.yaml" => Some(("bo-cuc.json", "../")),
        "cau-chu.yaml" => Some(("cau-chu.json", "../")),
        _ if path.starts_with("van-ban-dang/the-thuc/") => Some(("the-thuc.json", "../../")),
        _ => None,
    }
}

/// A case with the program's own templates in a folder beside its inputs.
fn with_templates() -> Dossier {
    Dossier::case("hai-xa").with_folder(TEMPLATES)
}

/// A schema the program writes beside templates.
fn schema(dossier: &Dossier, name: &str) -> Value {
    serde_json::from_str(&dossier.read(&format!("{TEMPLATES}/.luoc-do/{name}"))).expect("JSON")
}

fn template(path: &str) -> String {
    text_of(&format!("{TEMPLATES}/{path}")).expect("a template")
}

#[test]
fn every_file_an_office_edits_keeps_its_schema_and_leads_editors_to_it() {
    let dossier = with_templates();
    dossier.run(["schema"]).ends_with(0);
    let mut held = 0;
    for (path, bytes) in files(&repository().join(TEMPLATES)) {
        let Some((name, up)) = schema_of(&path) else { continue };
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert_eq!(told(&schema(&dossier, name), &text), Vec::<String>::new(), "{path}");
        let modeline = format!("# yaml-language-server: $schema={up}.luoc-do/{name}");
        assert_eq!(text.lines().next(), Some(modeline.as_str()), "{path}");
        held += 1;
    }
    assert!(held > 10, "{held} files");
}

#[test]
fn schemas_of_templates_are_written_into_a_folder_of_templates_and_nowhere_else() {
    let names = ["loai", "bo-cuc", "cau-chu", "the-thuc"];
    let without = Dossier::case("hai-xa");
    let told = without.run(["schema"]).ends_with(0);
    assert!(!told.stdout.contains("loai.json"), "{}", told.stdout);
    let asked = without.write("mau/quy/loai.yaml", template("quy/loai.yaml"));
    let told = asked.run(["schema", "--templates", "mau"]).ends_with(0);
    for name in names {
        assert!(told.stdout.contains(&format!("mau/.luoc-do/{name}.json\n")), "{}", told.stdout);
        assert!(asked.is_there(&format!("mau/.luoc-do/{name}.json")));
    }
    assert!(told.stdout.ends_with("Đã viết 8 lược đồ.\n"), "{}", told.stdout);
    asked.run(["schema", "--templates", "khong-co"]).ends_with(2);
}

#[test]
fn schemas_beside_templates_are_no_templates() {
    let dossier = with_templates();
    dossier.build().ends_with(0);
    dossier.run(["schema"]).ends_with(0);
    let told = dossier.run(["build", "--typst", "nguon"]).ends_with(0);
    assert_eq!(told.counts()[0], 0, "{}", told.stdout);
    assert!(!dossier.is_there("nguon/.luoc-do"));
    assert_eq!(dossier.check().ends_with(0).findings(), []);
}

#[test]
fn an_offices_own_sections_columns_and_sentences_are_offered() {
    let own = "so_ket:\n  dau: Sơ kết\nbang:\n  o:\n    cap: '{{ ct.stt }}'\n";
    let dossier = with_templates()
        .write("report-templates/rieng/muc/so-ket.typ.j2", "= {{ cau(\"so_ket.dau\") }}\n")
        .write("report-templates/rieng/phu-luc/so-ket.typ.j2", "")
        .write("report-templates/rieng/cau-chu.yaml", own);
    dossier.run(["schema"]).ends_with(0);
    let manifest = template("quy/loai.yaml")
        .replace("[tinh-hinh, ", "[so-ket, ")
        .replace("  - stt ", "  - cap ")
        .replace("  - bieu-do ", "  - so-ket ");
    assert_eq!(told(&schema(&dossier, "loai.json"), &manifest), Vec::<String>::new());
    let bank = schema(&dossier, "cau-chu.json");
    assert_eq!(bank["properties"]["so_ket"]["properties"]["dau"]["description"], "Sơ kết");
    assert_eq!(
        bank["properties"]["ket_luan"]["properties"]["chua_co_so_lieu"]["description"],
        "chưa có số liệu"
    );
    // What the schemas do not know yet may be a sentence of the office's own.
    assert_eq!(told(&bank, "rieng:\n  moi: Câu mới\n"), Vec::<String>::new());
}

#[test]
fn a_slip_in_a_template_file_is_refused_while_it_is_typed() {
    let dossier = with_templates();
    dossier.run(["schema"]).ends_with(0);
    for (file, from, to, place) in [
        ("quy/loai.yaml", "so_sanh: [ky_truoc]", "so_sanh: [ky_truco]", ".so_sanh[0]"),
        ("quy/loai.yaml", "muc: [tinh-hinh, ", "muc: [tinh-hin, ", ".muc[0]"),
        ("quy/loai.yaml", "trich_yeu: \"kết quả", "trich_yue: \"kết quả", ".trich_yue"),
        ("quy/loai.yaml", "rong: 20 }", "rong: hai mươi }", ".cot"),
        ("quy/loai.yaml", "ngang: true", "ngang: có", ".phu_luc[0]"),
        ("quy/loai.yaml", "de_muc_nho: lien", "de_muc_nho: liền", ".de_muc_nho"),
        ("quy/loai.yaml", "loai_van_ban: BÁO CÁO\n", "", ": required"),
        ("don-doc/loai.yaml", "don-doc-{don_vi}", "Đôn đốc {don_vi}", ".tep"),
        ("nam/loai.yaml", "kieu: theo_ky", "kieu: theo_thang", ".bieu_do[1].kieu"),
        ("chung/bo-cuc.yaml", "co_chu: nho", "co_chu: nhỏ", ".bang.theo_don_vi.co_chu"),
        (
            "chung/cau-chu.yaml",
            "chua_dat: Chưa đạt",
            "chua_dat: [Chưa đạt]",
            ".bang.ket_luan.chua_dat",
        ),
        (
            "van-ban-dang/the-thuc/hd05.yaml",
            "co_chu: 14, gian_dong: 19",
            "co_chu: 14, gian_dong: \"19pt\"",
            ".than.gian_dong",
        ),
        (
            "van-ban-dang/the-thuc/hd05.yaml",
            "thut_dau_dong: 10",
            "thut_dau_dog: 10",
            ".than.thut_dau_dog",
        ),
        ("van-ban-dang/the-thuc/hd05.yaml", "quy_dinh: ", "quy_din: ", ".quy_din"),
        ("van-ban-dang/the-thuc/hd05.yaml", "[hoa, dam]", "[hoa, đậm]", ".de_muc.dang.I[1]"),
    ] {
        let text = template(file);
        assert!(text.contains(from), "{file}: no «{from}»");
        let (name, _) = schema_of(file).expect("a schema");
        let found = told(&schema(&dossier, name), &text.replacen(from, to, 1));
        assert!(found.iter().any(|one| one.starts_with(place)), "{to}: {found:?}");
    }
}

#[test]
fn a_phrase_bank_that_cannot_be_read_is_told_and_the_schemas_are_written() {
    let dossier =
        with_templates().write("report-templates/quy/cau-chu.yaml", "mo_dau: [một, hai]\n");
    let told = dossier.run(["schema", "--format", "json"]).ends_with(1);
    assert_eq!(told.one("M01").place().0, "report-templates/quy/cau-chu.yaml");
    assert!(dossier.is_there("report-templates/.luoc-do/cau-chu.json"));
}

#[test]
fn a_folder_in_the_way_of_a_schema_of_templates_costs_that_schema_only() {
    let dossier = with_templates().write("report-templates/.luoc-do/loai.json/x", "");
    let told = dossier.run(["schema", "--format", "json"]).ends_with(1);
    let refused = told.one("G01");
    assert_eq!(refused.place().0, "report-templates/.luoc-do/loai.json");
    assert_eq!(refused.cach_sua.as_deref(), Some("xem quyền ghi thư mục khuôn mẫu, rồi chạy lại"));
    assert!(dossier.is_there("report-templates/.luoc-do/the-thuc.json"));
}

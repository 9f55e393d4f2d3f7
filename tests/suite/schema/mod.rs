//! The schemas editors are given: the samples keep them, they are what the plan says now, and slips are refused. Not for those of
//! templates ([`templates`]).

mod keys;
pub(crate) mod template_keys;
mod templates;
pub(crate) mod validator;

use baocao::model::period::Period;
use serde_json::Value;

use self::validator::wrong;
use crate::dossier::{Dossier, files, repository, text_of};

/// The schema a file of a dossier is held against, by its path below `inputs/`.
fn schema_of(path: &str) -> Option<&'static str> {
    let parts: Vec<&str> = path.strip_suffix(".yaml")?.split('/').collect();
    match parts[..] {
        [_, "ke-hoach"] => Some("ke-hoach.json"),
        [_, "don-vi", _] => Some("don-vi.json"),
        [_, folder, file] => Some(match (Period::parse(folder).is_some(), file == "_tong-hop") {
            (true, true) => "tong-hop.json",
            (true, false) => "bao-cao.json",
            (false, true) => "tong-ket-tong-hop.json",
            (false, false) => "tong-ket.json",
        }),
        _ => None,
    }
}

/// The YAML files of the samples with the schemas they are held against.
fn samples() -> Vec<(String, String, &'static str)> {
    let all = files(&repository().join("inputs"));
    let yaml = |(path, bytes): (String, Vec<u8>)| {
        let schema = schema_of(&path)?;
        Some((path, String::from_utf8(bytes).expect("UTF-8"), schema))
    };
    all.into_iter().filter_map(yaml).collect()
}

fn schema(dossier: &str, name: &str) -> Value {
    let text = text_of(&format!("inputs/{dossier}/.luoc-do/{name}")).expect("a schema");
    serde_json::from_str(&text).expect("JSON")
}

/// What is wrong with a text as an editor sees it.
fn told(schema: &Value, yaml: &str) -> Vec<String> {
    let value: Value = serde_yaml::from_str(yaml).expect("YAML");
    wrong(schema, &value, "")
}

#[test]
fn every_sample_keeps_its_schema_and_leads_editors_to_it() {
    let samples = samples();
    assert!(samples.len() > 100, "{} samples", samples.len());
    for (path, text, name) in samples {
        let dossier = path.split('/').next().expect("a dossier");
        assert_eq!(told(&schema(dossier, name), &text), Vec::<String>::new(), "{path}");
        let up = if path.matches('/').count() == 1 { "" } else { "../" };
        let modeline = format!("# yaml-language-server: $schema={up}.luoc-do/{name}");
        assert_eq!(text.lines().next(), Some(modeline.as_str()), "{path}");
    }
}

#[test]
fn the_schemas_of_the_samples_are_what_the_program_writes() {
    let samples = Dossier::samples();
    let told = samples.run(["schema"]).ends_with(0);
    assert!(told.stdout.contains("inputs/lac-duong/.luoc-do/bao-cao.json\n"), "{}", told.stdout);
    let written = files(&samples.path("inputs"));
    let kept = files(&repository().join("inputs"));
    let names =
        |all: &[(String, Vec<u8>)]| all.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(names(&written), names(&kept));
    for ((path, written), (_, kept)) in written.iter().zip(&kept) {
        assert!(written == kept, "{path} is not up to date: run `baocao schema`");
    }
}

#[test]
fn schemas_are_out_of_the_way_of_everything_else() {
    let case = Dossier::case("hai-xa");
    case.run(["schema", "hai-xa"]).ends_with(0);
    assert_eq!(case.check().ends_with(0).findings(), []);
}

#[test]
fn a_slip_is_refused_while_it_is_typed() {
    let of = |name| schema("lac-duong", name);
    let right = text_of("inputs/lac-duong/2024-Q3/dung-kno.yaml").expect("a return");
    for (from, to, place) in [
        ("nguoi_bhyt: 2431", "nguoi_bhyt: \"2431\"", ".so_lieu.nguoi_bhyt"),
        ("nguoi_bhyt: 2431", "nguoi_bhyt: 35.699", ".so_lieu.nguoi_bhyt"),
        ("nguoi_bhyt: 2431", "nguoi_bhyt: -1", ".so_lieu.nguoi_bhyt"),
        ("nguoi_bhyt: 2431", "nguoi_bhtt: 2431", ".so_lieu.nguoi_bhtt"),
        ("nguoi_bhyt: 2431", "nguoi_bhyt: khong phat sinh", ".so_lieu.nguoi_bhyt"),
        ("co_nhs_ysn: true", "co_nhs_ysn: 1", ".so_lieu.co_nhs_ysn"),
        (", nguon: Công an xã, uoc: false", "", ".so_lieu.dan_so"),
        ("nguon: Công an xã", "ngun: Công an xã", ".so_lieu.dan_so"),
        ("don_vi: dung-kno", "don_vi: dung-kn", ".don_vi"),
        ("ky: 2024-Q3", "ky: quý 3", ".ky"),
        ("chot_den: 2024-09-13", "chot_den: 13/9/2024", ".chot_den"),
        ("danh_gia:", "danh_gía:", ".danh_gía"),
        ("han_che:", "hanche:", ".danh_gia.hanche"),
        ("ly_do:", "lido:", ".chap_nhan[0]"),
        ("  nhan_luc: |", "  nhanluc: |", ".nhiem_vu.nhanluc"),
    ] {
        assert!(right.contains(from), "no «{from}»");
        let found = told(&of("bao-cao.json"), &right.replace(from, to));
        assert!(found.iter().any(|one| one.starts_with(place)), "{to}: {found:?}");
    }
    let plan = text_of("inputs/lac-duong/ke-hoach.yaml").expect("a plan");
    for (from, to, place) in [
        ("loai: thoi-diem, nguon: bat-buoc", "loai: thoidiem, nguon: bat-buoc", ".so_lieu[0].loai"),
        ("khong_qua: dan_so", "khongqua: dan_so", ".so_lieu[1].khongqua"),
        ("dau: \">\"", "dau: trên", ".chi_tieu"),
        ("nam_goc: 2023", "nam_goc: hai nghìn", ".nam_goc"),
        ("han_nop: 03-20", "han_nop: 20/3", ".lich_bao_cao.Q1"),
    ] {
        assert!(plan.contains(from), "no «{from}»");
        let found = told(&of("ke-hoach.json"), &plan.replace(from, to));
        assert!(found.iter().any(|one| one.starts_with(place)), "{to}: {found:?}");
    }
    let decisions = "don_vi: lat\ncong_nhan:\n  cn_tcqg:\n    - { so: 1/QĐ, ngay: 2024-01-01 }\n";
    assert!(!told(&of("don-vi.json"), decisions).is_empty(), "a decision without its last day");
    let board = "ky: 2024-Q3\nchot_den: 2024-09-13\nso_lieu: { dan_so: 5 }\n";
    assert!(!told(&of("tong-hop.json"), board).is_empty(), "the board reports no figures");
    let closing = "don_vi: lat\nky: tong-ket-2024-2025\nchot_den: 2025-06-13\n";
    assert_eq!(told(&of("tong-ket.json"), closing), Vec::<String>::new());
    for (from, to, place) in [
        ("ky: tong-ket-2024-2025", "ky: 2025-Q2", ".ky"),
        ("chot_den", "so_lieu: { dan_so: 5 }\nchot_den", ".so_lieu"),
    ] {
        let found = told(&of("tong-ket.json"), &closing.replace(from, to));
        assert!(found.iter().any(|one| one.starts_with(place)), "{to}: {found:?}");
    }
}

#[test]
fn a_figure_explains_itself_with_the_plans_own_words() {
    let schema = schema("lac-duong", "bao-cao.json");
    let figure = &schema["properties"]["so_lieu"]["properties"]["nguoi_bhyt"];
    assert_eq!(figure["title"], "Số người tham gia bảo hiểm y tế");
    let description = figure["description"].as_str().expect("a description");
    for words in [
        "Đơn vị tính: người.",
        "Số tại ngày chốt số liệu.",
        "Không lớn hơn: Dân số (dan_so).",
        "tử số của «Tỷ lệ dân số tham gia bảo hiểm y tế»",
    ] {
        assert!(description.contains(words), "{description}");
    }
    let doctors = &schema["properties"]["so_lieu"]["properties"]["bs_cap_huyen"]["description"];
    assert!(
        doctors
            .as_str()
            .is_some_and(|told| told.contains("Chỉ báo cáo bởi: Trung tâm Y tế huyện.")),
        "{doctors}"
    );
}

#[test]
fn a_plan_with_errors_gets_no_schema_and_says_why() {
    let case = Dossier::case("hai-xa");
    let case = case.replace("inputs/hai-xa/ke-hoach.yaml", "ma: hai-xa\n", "ma: hai-xa\nmaa: x\n");
    let told = case.run(["schema", "--format", "json"]).ends_with(1);
    assert_eq!(told.one("Y02").place().0, "inputs/hai-xa/ke-hoach.yaml");
    assert!(!case.is_there("inputs/hai-xa/.luoc-do"));
}

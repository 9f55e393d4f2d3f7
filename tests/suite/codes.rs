//! Every finding code has a case that brings it about, and nothing else is called by a code. Not for single rules.

use std::collections::BTreeSet;

use baocao::diagnostic::Code;

use crate::dossier::{Dossier, text_of};
use crate::told::{Found, Told};
use crate::word_back::sample::{DRAFT, Draft, PROPOSALS, RATE, SITUATION, dossier};

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const NEXT: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const BOARD: &str = "inputs/hai-xa/2024-Q1/_tong-hop.yaml";
const RECOGNITION: &str = "inputs/hai-xa/don-vi/suoi-bac.yaml";

/// What is changed to bring a code about: in a file, these words by those; without words, the whole file.
type Slip = (&'static str, &'static [(&'static str, &'static str, &'static str)]);

const ONE_MORE_SHARE: &str = "chi_tieu:\n  - { ma: ca, ten: Cả, loi_van: Cả, tu_so: so_thon, mau_so: so_thon, don_vi_tinh: \"%\" }\n";

const SLIPS: &[Slip] = &[
    ("V01", &[(SUOI_BAC, "dan_so: 1000", "dan_so: 35.699")]),
    ("V02", &[(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 1001")]),
    (
        "V03",
        &[(PLAN, ", khong_qua: dan_so", ""), (SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 1001")],
    ),
    ("V04", &[(BOARD, "van_ban:", "doi_chieu: { dan_so: 35699 }\nvan_ban:")]),
    ("V05", &[(SUOI_BAC, "buoi: 1", "buoi: 3")]),
    ("V06", &[(SUOI_BAC, "kinh_phi: 1250.5", "kinh_phi: 1300")]),
    ("V07", &[(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 990")]),
    (
        "V08",
        &[(PLAN, "gia_tri: 100, nam: 2025 }]", "gia_tri: 100, nam: 2025 }]\n    che_do: duy_tri")],
    ),
    ("V09", &[(RECOGNITION, "den: 2027-01-03", "den: 2024-01-03")]),
    ("V10", &[(PLAN, "khong_qua: so_thon", "khong_qua: [so_thon, bac_si]")]),
    (
        "V12",
        &[
            (
                PLAN,
                "don_vi_tinh: người, loai: thoi-diem }",
                "don_vi_tinh: người, loai: thoi-diem, it_bien_dong: true }",
            ),
            (SUOI_BAC, "dan_so: 1000", "dan_so: 1100"),
        ],
    ),
    ("V13", &[(SUOI_BAC, "chot_den: 2024-03-15", "chot_den: 2024-04-15")]),
    ("V14", &[(SUOI_BAC, "còn khó đi.", "còn khó đi. Số người có thẻ là 960 người.")]),
    (
        "V15",
        &[
            (PLAN, "chi_tieu:\n", ONE_MORE_SHARE),
            (SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 1000"),
            (NEXT, "nguoi_bhyt: 950", "nguoi_bhyt: 1000"),
        ],
    ),
    ("V16", &[(SUOI_BAC, "dan_so: 1000", "dan_so: { gia_tri: 1000, don_vi_tinh: hộ }")]),
    (
        "V17",
        &[
            (SUOI_BAC, "còn khó đi", "còn khó đi, họp {{ so_lieu.buoi }} buổi"),
            (SUOI_BAC, "  buoi: 1\n", ""),
        ],
    ),
    (
        "V18",
        &[(PLAN, "    cap_danh_gia: huyen\n    dich: [{ dau: \">=\"", "    dich: [{ dau: \">=\"")],
    ),
    ("V19", &[(PLAN, "Số buổi truyền thông, don_vi_tinh: buổi", "Số buổi, don_vi_tinh: \"%\"")]),
    ("V20", &[(NEXT, "buoi: 2", "buoi: 1")]),
    ("V21", &[(SUOI_BAC, "Xã Suối Bạc đã họp", "Xã Đồi Mây đã họp")]),
    (
        "V22",
        &[(
            SUOI_BAC,
            "danh_gia:",
            "lanh_dao: { van_ban: [{ loai: Công văn, so: 7-CV/HU, ngay: 2024-02-01 }] }\ndanh_gia:",
        )],
    ),
    ("V23", &[(PLAN, "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ")]),
    ("Y01", &[(SUOI_BAC, "", "don_vi: [\n")]),
    ("Y02", &[(SUOI_BAC, "danh_gia:", "danh_gía:")]),
    ("Y03", &[(SUOI_BAC, "chot_den: 2024-03-15", "chot_den: 15/3/2024")]),
    ("Y04", &[(SUOI_BAC, "chot_den: 2024-03-15\n", "")]),
    ("Y05", &[(PLAN, "ma: doi-may", "ma: Đồi Mây")]),
    ("Y06", &[(SUOI_BAC, "buoi: 1", "buoi_hop: 1")]),
    ("K01", &[(SUOI_BAC, "còn khó đi", "còn khó đi 🛵")]),
    ("K02", &[(SUOI_BAC, "còn khó đi", "còn\u{200b} khó đi")]),
    (
        "K03",
        &[(
            SUOI_BAC,
            "khó đi",
            "khó-điiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
        )],
    ),
    ("K04", &[(SUOI_BAC, "còn khó đi", "còn {{ khó }} đi")]),
    ("K05", &[(SUOI_BAC, "còn khó đi", "còn khó đi, QÐ")]),
    ("K06", &[(SUOI_BAC, "còn khó đi", "cßn khã ®i")]),
    ("K07", &[(SUOI_BAC, "còn khó đi", "còn khó đi; ủy và uỷ")]),
    ("K08", &[(PLAN, "so_lieu:", "tu_ngu: [{ viet: khó đi, nen: chưa thông }]\nso_lieu:")]),
    ("K09", &[(SUOI_BAC, "han_che: Đường", "han_che: – Đường")]),
    ("Y09", &[(SUOI_BAC, "còn khó đi", "còn khó đi #2")]),
    ("Y08", &[("inputs/hai-xa/2024-Q1/suoi-bac.yml", "", "don_vi: suoi-bac\n")]),
    ("B02", &[(SUOI_BAC, "dan_so: 1000", "dan_so: một nghìn")]),
    ("B03", &[(SUOI_BAC, "  buoi: 1\n", "")]),
    ("B08", &[(SUOI_BAC, "bac_si: 1", "bac_si: { cho_xac_nhan: 1 }")]),
    ("B09", &[(PLAN, "toan_dia_ban: ", "toan_dia_ban: (chưa điền) ")]),
    ("B04", &[(PLAN, "so: 14-KH/HU", "so: null")]),
    ("B05", &[(PLAN, "  Q2: [{ loai: 6-thang, han_nop: 06-20 }]\n", "")]),
    (
        "B06",
        &[(
            SUOI_BAC,
            "danh_gia:",
            "chap_nhan: [{ ma: V07, o: dan_so, ly_do: Đã rà soát }]\ndanh_gia:",
        )],
    ),
    ("M01", &[("report-templates/quy/muc/kien-nghi.typ.j2", "", "{{ bc.khong_co }}")]),
    ("M02", &[("report-templates/quy/muc/kien-nghi.typ.j2", "", "#khong-co()")]),
];

/// A check with that slip; only typesetting needs a build.
fn slipped((code, changes): &Slip) -> Told {
    let change = |dossier: Dossier, &(path, from, to): &(&str, &str, &str)| match from {
        "" => dossier.write(path, to),
        _ => dossier.replace(path, from, to),
    };
    let dossier = changes.iter().fold(Dossier::case("hai-xa"), change);
    if *code == "M02" { built(&dossier) } else { dossier.check() }
}

fn built(dossier: &Dossier) -> Told {
    dossier.run(["build", "--format", "json"])
}

/// Codes brought about by what is there, or not, rather than by words in a file.
fn by_circumstance() -> [(&'static str, Told); 9] {
    let late = Dossier::case("hai-xa").remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let no_text = Dossier::case("hai-xa").write(SUOI_BAC, [0xff]);
    let in_the_way = Dossier::case("hai-xa").write("out/hai-xa/2024-Q1/suoi-bac.pdf/x", "");
    let stale = Dossier::case("hai-xa");
    stale.build();
    let stale = stale.replace(SUOI_BAC, "dan_so: 1000", "dan_so: một nghìn");
    let orphaned = Dossier::case("hai-xa");
    orphaned.build();
    let orphaned = orphaned.remove(SUOI_BAC);
    let copy =
        Dossier::case("hai-xa").read(NEXT).replace("2024-Q2", "2024-Q3").replace("06-14", "09-14");
    let copied = Dossier::case("hai-xa").write("inputs/hai-xa/2024-Q3/suoi-bac.yaml", copy);
    let phase = "tong_ket: [{ ma: tong-ket, tu: 2024-Q1, den: 2024-Q2 }]\n";
    let words = "don_vi: suoi-bac\nky: tong-ket\nchot_den: 2024-06-14\ntinh_hinh: Thuận lợi.\n";
    let unlearnt = Dossier::case("hai-xa")
        .edit(PLAN, |plan| plan + phase)
        .write("inputs/hai-xa/tong-ket/suoi-bac.yaml", words);
    let profile = "report-templates/van-ban-dang/the-thuc/hd36.yaml";
    let small =
        text_of(profile).expect("the profile").replace("than: { co_chu: 14", "than: { co_chu: 13");
    let small = Dossier::case("hai-xa").write(profile, small);
    let corrected = Dossier::case("hai-xa").write("out/hai-xa/2024-Q1/suoi-bac.docx", "x");
    let draft = ["draft", "--period", "2024-Q1", "--unit", "suoi-bac", "--format", "json"];
    [
        ("G05", corrected.run(draft)),
        ("T01", small.run(["build", "--inspect", "--format", "json"])),
        ("B01", built(&late)),
        ("B07", built(&unlearnt)),
        ("Y07", built(&no_text)),
        ("G01", built(&in_the_way)),
        ("V11", built(&copied)),
        ("G02", built(&stale)),
        ("G03", built(&orphaned)),
    ]
}

/// Codes brought about by forms: of another period, of a plan that changed, in the way of a new one.
fn by_forms() -> [(&'static str, Told); 3] {
    let case = || Dossier::case("hai-xa").with_files("tests/cases/forms");
    let asked = |dossier: Dossier, more: &[&str]| {
        dossier.run([&["import", "dien.xlsx", "--format", "json"][..], more].concat())
    };
    let more = "so_lieu:\n  - { ma: so_ho, ten: Số hộ, don_vi_tinh: hộ, loai: thoi-diem }\n";
    let changed = case().replace(PLAN, "so_lieu:\n", more);
    let in_the_way = case().write("out/bieu/hai-xa/2025-Q1/bieu-2025-Q1-suoi-bac.xlsx", "x");
    [
        ("N05", asked(case(), &["--period", "2025-Q2"])),
        ("N06", asked(changed, &[])),
        ("G04", in_the_way.run(["form", "2025-Q1", "--format", "json"])),
    ]
}

/// Codes brought about by what came back in a Word document.
fn by_word() -> [(&'static str, Told); 5] {
    let import = |draft: &Draft, dossier: Dossier| {
        let dossier = dossier.write(DRAFT, draft.bytes());
        dossier.run(["import", DRAFT, "--format", "json"])
    };
    let proposal = || Draft::new().replace(PROPOSALS, "sửa cầu", "làm cầu");
    let changed = dossier().replace(SUOI_BAC, "sửa cầu", "sửa đường");
    let picture = "<w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>";
    [
        ("W01", import(&Draft::new().without("customXml/item1.xml"), dossier())),
        ("W02", import(&Draft::new().replace(RATE, "95,0%", "96,0%"), dossier())),
        ("W03", import(&Draft::new().replace(SITUATION, ">950<", ">960<"), dossier())),
        ("W04", import(&proposal(), changed)),
        ("W05", import(&Draft::new().replace(PROPOSALS, "</w:p>", picture), dossier())),
    ]
}

/// Codes brought about by what was issued.
fn by_issuing() -> [(&'static str, Told); 6] {
    let case = || {
        let case = Dossier::case("hai-xa").replace(PLAN, "ho_ten: null", "ho_ten: Trần Văn Mẫu");
        case.replace(PLAN, "      dia_danh:", "      nhiem_ky: 2020-2025\n      dia_danh:")
    };
    let issue =
        ["issue", "hai-xa", "2024-Q2", "suoi-bac", "--date", "2024-06-18", "--with-warnings"];
    let issued = || {
        let case = case();
        case.run(issue).ends_with(0);
        case
    };
    let register = "inputs/so-dang-ky.yaml";
    let page = "inputs/hai-xa/da-ban-hanh/2024-Q2/suoi-bac.so-1/bao-cao.pdf";
    let json = |dossier: Dossier| dossier.run(["check", "--format", "json", "--details"]);
    [
        ("S01", json(issued().replace(register, "2024-06-18", "2024-06-19"))),
        ("S02", json(issued().write(page, "x"))),
        ("S03", json(issued().replace(NEXT, "buoi: 2", "buoi: 3"))),
        ("S04", json(issued().remove(register))),
        ("S05", json(issued().replace(NEXT, "buoi: 2", "buoi: 3"))),
        (
            "S06",
            case().run([
                "issue",
                "hai-xa",
                "2024-Q2",
                "suoi-bac",
                "--date",
                "2024-06-01",
                "--format",
                "json",
            ]),
        ),
    ]
}

/// Codes brought about by what is in a table.
fn by_import() -> [(&'static str, Told); 6] {
    let import = |dossier: Dossier, table: &str| {
        let dossier = dossier.write("bang.csv", table);
        dossier.run(["import", "bang.csv", "--period", "2024-Q1", "--format", "json"])
    };
    let case = || Dossier::case("hai-xa");
    // An alias would change with its anchor.
    let alias = case().replace(SUOI_BAC, "dan_so: 1000", "dan_so: &n 1000");
    let alias = alias.replace(SUOI_BAC, "bac_si: 1", "bac_si: *n");
    [
        ("N01", import(case(), "xã;số nhà\nSuối Bạc;5\n")),
        ("N02", import(case(), "xã;dan_so;bac_si_huyen\nSuối Bạc;1000;5\n")),
        ("N03", import(case(), "xã;dan_so\nSuối Bạc;1000\nTổng cộng;1001\n")),
        ("N04", import(alias, "xã;dan_so\nSuối Bạc;1001\n")),
        ("N07", import(case(), "Số liệu quý II năm 2024\nxã;dan_so\nSuối Bạc;1001\n")),
        ("N08", import(case(), "xã;dan_so;nguoi_bhyt;Tỷ lệ %\nSuối Bạc;1000;950;59\n")),
    ]
}

/// Codes whose findings have no place by nature, and why.
const UNPLACED: &[(&str, &str)] = &[("T01", "a place on a page, which is told in words")];

fn has_place(one: &Found) -> bool {
    one.tep.is_some() && (one.dong.is_some() || one.o_bang.is_some())
}

#[test]
fn every_code_is_brought_about_by_a_case() {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let slips = SLIPS.iter().map(|slip| (slip.0, slipped(slip)));
    let sent = by_import().into_iter().chain(by_forms()).chain(by_word());
    for (code, told) in slips.chain(by_circumstance()).chain(sent).chain(by_issuing()) {
        let found = told.of(code);
        assert!(!found.is_empty(), "no {code} in:\n{}", told.stdout);
        let hinted = |one: &Found| one.cach_sua.as_ref().is_some_and(|hint| !hint.is_empty());
        assert!(found.iter().all(hinted), "{code} says nothing to do: {found:?}");
        // A return reads a list of answers, so that is what is given to copy.
        let cures = found.iter().filter_map(|one| one.cach_sua.as_deref());
        let mut answers = cures.filter_map(|cure| cure.split("chap_nhan: ").nth(1));
        assert!(answers.all(|line| line.starts_with("[{ ma: ")), "{code}: {found:?}");
        let unplaced = UNPLACED.iter().any(|(without, _)| *without == code);
        let placed = found.iter().filter(|one| has_place(one)).count();
        let wanted = if unplaced { 0 } else { found.len() };
        assert_eq!(placed, wanted, "{code} has places: {found:?}");
        assert!(
            told.code == 1 || found.iter().all(|one| one.muc_do != "lỗi"),
            "{code}: exit code 0"
        );
        seen.insert(code);
    }
    let all: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
    assert_eq!(seen, all, "codes without a case, or cases without a code");
}

#[test]
fn without_a_slip_nothing_is_found() {
    assert_eq!(Dossier::case("hai-xa").check().ends_with(0).findings(), []);
}

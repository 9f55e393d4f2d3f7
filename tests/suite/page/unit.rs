//! A unit's page: its report as it will print, what `check` finds, where numbers come from, PDF and Word to take along. Not for the
//! board ([`super::board`]).

use super::browser::{Answer, Page};
use crate::dossier::Dossier;
use crate::pdf::{Pdf, squeezed};

const UNIT: &str = "/ho-so/hai-xa/2024-Q2/suoi-bac";

fn opened(dossier: Dossier) -> Page {
    Page::open(dossier, "2024-06-25")
}

/// The addresses a page has behind these words.
fn addresses(page: &str, before: &str) -> Vec<String> {
    let parts = page.split(before).skip(1);
    parts.map(|part| part.split('"').next().expect("an end").to_owned()).collect()
}

fn lines(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_pages_of_a_report_are_shown_as_they_will_print() {
    let page = opened(Dossier::case("hai-xa"));
    page.dossier.build().ends_with(0);
    let seen = page.get(UNIT).page();
    let pictures = addresses(&seen, "<image href=\"");
    let built = page.dossier.pdf("hai-xa/2024-Q2/suoi-bac");
    assert_eq!(pictures.len(), built.pages().len(), "{pictures:?}");
    for picture in &pictures {
        let answer = page.get(picture);
        assert_eq!(answer.header("content-type"), Some("image/svg+xml"));
        assert!(answer.page().starts_with("<svg"), "a picture");
        let policy = answer.header("content-security-policy").expect("a policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("script"), "{policy}");
    }
    let told = squeezed(&seen);
    assert!(told.contains(&squeezed("ĐẢNG CỘNG SẢN VIỆT NAM")), "what a page says can be read out");
    assert_eq!(
        page.get(&pictures[0].replace("/1.svg", "/9.svg").replace("ban=", "ban=x")).status,
        404
    );
    assert_eq!(page.get(&pictures[0].replace("ban=", "ban=x")).status, 200, "laid out again");
}

#[test]
fn the_pdf_to_take_along_is_the_one_a_build_writes() {
    let page = opened(Dossier::case("hai-xa"));
    page.dossier.build().ends_with(0);
    let own = addresses(&page.get(UNIT).page(), "class=\"nut\" href=\"");
    let own = own.iter().find(|address| address.contains("/pdf/")).expect("a PDF");
    let answer = page.get(own);
    assert_eq!(answer.header("content-type"), Some("application/pdf"));
    let named = answer.header("content-disposition").expect("a name");
    assert_eq!(named, "attachment; filename=\"hai-xa-2024-Q2-suoi-bac.pdf\"");
    let built = &page.dossier.output_files()["hai-xa/2024-Q2/suoi-bac.pdf"];
    assert!(answer.bytes == *built, "the same bytes");
    assert!(!Pdf::read(&answer.bytes).pages().is_empty());
}

#[test]
fn the_word_draft_to_take_along_is_written_only_when_asked_for() {
    let page = opened(Dossier::case("hai-xa"));
    let seen = page.get(UNIT).page();
    let own = addresses(&seen, "<form method=\"post\" action=\"");
    let asked = |answer: Answer| (answer.status, answer.bytes.get(..2).map(<[u8]>::to_vec));
    assert_eq!(asked(page.get(&own[0])).0, 404, "looking writes nothing");
    assert!(!page.dossier.is_there("out/hai-xa/2024-Q2/suoi-bac.docx"));
    assert_eq!(asked(page.post(&own[0], &[])), (200, Some(b"PK".to_vec())));
    assert!(page.dossier.is_there("out/hai-xa/2024-Q2/suoi-bac.docx"));
    page.dossier.put("out/hai-xa/2024-Q2/suoi-bac.docx", b"PK corrected");
    let again = page.post(&own[0], &[]);
    assert_eq!(again.bytes, b"PK corrected", "what somebody corrected is not written over");
}

#[test]
fn what_is_found_is_told_in_the_words_of_check_with_its_place() {
    let page = opened(Dossier::case("hai-xa").replace(
        "inputs/hai-xa/2024-Q2/suoi-bac.yaml",
        "nguoi_bhyt: ",
        "nguoi_bhyt: 99",
    ));
    let told = page
        .dossier
        .run(["check", "hai-xa", "--period", "2024-Q2", "--unit", "suoi-bac", "--format", "json"]);
    let findings: Vec<serde_json::Value> = told
        .stderr
        .lines()
        .chain(told.stdout.lines())
        .filter_map(|line| serde_json::from_str(line).ok())
        .collect();
    assert!(findings.iter().any(|one| one["muc_do"] == "lỗi"), "{findings:?}");
    let seen = page.get(UNIT).page().replace("&#x27;", "'").replace("&quot;", "\"");
    for finding in findings {
        for part in ["noi_dung", "ma"] {
            let words = finding[part].as_str().expect("words");
            assert!(lines(&seen).contains(&lines(words)), "{words}\n{seen}");
        }
        if let (Some(file), Some(line)) = (finding["tep"].as_str(), finding["dong"].as_u64()) {
            assert!(seen.contains(&format!("<code>{file}:{line}:")), "{file}:{line}\n{seen}");
        }
    }
    assert!(seen.contains("Chưa lập được báo cáo này") && !seen.contains("<img"), "{seen}");
}

#[test]
fn a_number_says_where_it_comes_from_as_explain_does() {
    let page = opened(Dossier::case("hai-xa"));
    let seen = page.get("/ho-so/hai-xa/2024-Q2/tong-hop").page();
    let numbers = addresses(&seen, "<th scope=\"row\"><a href=\"");
    let own = numbers.iter().find(|address| address.ends_with("/so-lieu/nguoi_bhyt"));
    let shown = page.get(own.expect("the number")).page();
    let told = page
        .dossier
        .run(["explain", "hai-xa", "2024-Q2", "tong-hop", "so_lieu.nguoi_bhyt"])
        .ends_with(0);
    assert!(shown.contains(told.stdout.trim()), "{shown}\n{}", told.stdout);
    assert!(numbers.len() > 5, "{numbers:?}");
    assert_eq!(page.get("/ho-so/hai-xa/2024-Q2/tong-hop/so/x/so-lieu/y").status, 404);
}

#[test]
fn a_cell_of_the_roll_ups_table_leads_to_the_number_of_its_unit() {
    let page = Page::open(Dossier::samples(), "2024-10-01");
    let roll_up = page.get("/ho-so/lac-duong/2024-Q3/tong-hop").page();
    let drawn = roll_up.split("<table>").next().expect("the pages stand before the list");
    let own = drawn.split("<a href=\"").filter_map(|part| part.split_once('"'));
    let leads: Vec<&str> = own.map(|(to, _)| to).filter(|to| to.contains("/lat/so/")).collect();
    let [first, ..] = leads.as_slice() else { panic!("no cell of a unit leads on: {drawn}") };
    assert!(!leads.iter().any(|lead| lead.contains("/tong-hop/")), "{leads:?}");
    let told = page.get(first).page();
    assert!(told.contains("xã Lát") && told.contains("2024-Q3/lat.yaml"), "{told}");
    assert!(told.contains("Lạc Dương") || told.contains("kỳ 2024-Q3"), "the way back: {told}");
}

#[test]
fn the_roll_ups_page_has_the_charts_of_the_period_whatever_its_report_prints() {
    let page = Page::open(Dossier::samples(), "2024-10-01");
    // Of a quarter's report no kind asks for charts; a year's prints its own.
    for period in ["2024-Q3", "2024-Q4"] {
        let roll_up = page.get(&format!("/ho-so/lac-duong/{period}/tong-hop")).page();
        let (_, charts) = roll_up.split_once("Biểu đồ của kỳ").expect("charts");
        let (_, words) = charts.split_once("alt=\"").expect("a chart in words");
        let words = words.split('"').next().unwrap_or_default();
        assert!(words.contains("xã Lát") || words.contains("Xã Lát"), "{period}: {words}");
        let (_, picture) = charts.split_once("<img src=\"").expect("a picture");
        let answer = page.get(picture.split('"').next().unwrap_or_default());
        assert_eq!(answer.header("content-type"), Some("image/svg+xml"), "{period}");
        assert!(charts.contains("Biểu đồ 1. ") && charts.contains("qua các quý"), "{period}");
    }
    let unit = page.get("/ho-so/lac-duong/2024-Q3/lat").page();
    assert!(!unit.contains("Biểu đồ của kỳ"));
}

#[test]
fn the_sign_of_a_roll_up_says_what_its_words_say() {
    let page = opened(Dossier::case("hai-xa"));
    let sign = || {
        let seen = page.get("/ho-so/hai-xa/2024-Q2/tong-hop").page();
        let state = seen.split("<p class=\"").nth(1).expect("a state");
        let text = state.split("</p>").next().expect("an end");
        (text.contains("✓"), text.contains("○"), text.contains("đã lập"))
    };
    assert_eq!(sign(), (false, true, false));
    page.dossier.build().ends_with(0);
    assert_eq!(sign(), (true, false, true));
}

#[test]
fn a_name_that_is_not_there_is_told_in_a_whole_sentence() {
    let page = opened(Dossier::case("hai-xa"));
    for (path, words) in [
        ("/ho-so/hai-xaa/2024-Q2", "<p>Không có hồ sơ «hai-xaa»; có phải là «hai-xa»?</p>"),
        ("/ho-so/hai-xa/2031-Q1", "<p>Hồ sơ hai-xa không có báo cáo phải nộp kỳ 2031-Q1.</p>"),
    ] {
        let told = page.get(path).text();
        assert!(told.contains(words) && told.contains("Trở về trang đầu."), "{path}: {told}");
    }
}

#[test]
fn every_unit_of_the_board_has_its_page() {
    let page = opened(Dossier::case("hai-xa"));
    let board = page.get("/ho-so/hai-xa/2024-Q2").page();
    let own = addresses(&board, "<th scope=\"row\"><a href=\"");
    assert_eq!(own.len(), 3);
    for address in own {
        assert!(page.get(&address).page().contains("<h1>"), "{address}");
    }
    assert!(board.contains("href=\"/ho-so/hai-xa/2024-Q2/tong-hop\""));
    assert_eq!(page.get("/ho-so/hai-xa/2024-Q2/khong-co").status, 404);
}

#[test]
fn after_each_edit_a_page_goes_by_the_files_as_they_are_and_by_the_plan_as_it_is() {
    let page = opened(Dossier::case("hai-xa"));
    let (file, plan) = ("inputs/hai-xa/2024-Q2/suoi-bac.yaml", "inputs/hai-xa/ke-hoach.yaml");
    let (said, rules) = (page.dossier.read(file), page.dossier.read(plan));
    let told = |of: &str, words: &str| page.get(of).page().contains(words);
    let other = "/ho-so/hai-xa/2024-Q2/doi-may";
    assert!(!told(UNIT, "V02") && told(UNIT, "950"));
    page.dossier.put(file, said.replace("nguoi_bhyt: 950", "nguoi_bhyt: 1100"));
    assert!(told(UNIT, "V02") && !told(other, "V02"));
    page.dossier.put(plan, rules.replace("khong_qua: dan_so", "duoc_bang_0: true"));
    assert!(!told(UNIT, "V02") && told(UNIT, "1.100"), "the rule is gone, the file is as it was");
    page.dossier.put(plan, &rules);
    assert!(told(UNIT, "V02"), "and there again");
    page.dossier.put(file, &said);
    assert!(!told(UNIT, "V02") && !told(UNIT, "1.100") && told(UNIT, "950"));
    assert!(!told("/ho-so/hai-xa/2024-Q2", "lỗi [V02]"));
}

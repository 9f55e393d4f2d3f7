//! The board on the local page: the units and how they stand, in the words of `status`; filtered and searched without a script. Not for
//! who may see it ([`super::security`]).

use super::browser::{Page, words};
use crate::dossier::{Dossier, text_of};

/// The rows of a board that are shown, without their tags.
fn shown(page: &str) -> Vec<String> {
    let rows = page.split("data-tim=").skip(1);
    let visible = rows.filter(|row| !row.split('>').next().expect("a tag").contains("hidden"));
    visible.map(|row| words(row.split("</tr>").next().expect("a row"))).collect()
}

#[test]
fn the_board_says_what_status_says() {
    let dossier = Dossier::case("hai-xa");
    dossier.run(["build", "--period", "2024-Q2"]).ends_with(0);
    let told = dossier.run(["status", "2024-Q2", "--today", "2024-06-25", "--details"]).stdout;
    let page = Page::open(dossier, "2024-06-25").get("/ho-so/hai-xa/2024-Q2").page();
    let said = words(&page);
    let summary = told.lines().nth(1).expect("a summary");
    assert!(said.contains(summary), "{said}\n{summary}");
    let rows: Vec<&str> = told.lines().skip(4).take_while(|line| !line.is_empty()).collect();
    for line in rows.into_iter().filter(|line| !line.starts_with('*')) {
        let cells: Vec<&str> =
            line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
        let row = shown(&page).into_iter().find(|row| row.contains(cells[0]));
        let row = row.unwrap_or_else(|| panic!("no {} in {said}", cells[0]));
        assert!(cells.iter().all(|cell| row.contains(cell)), "{row}\n{line}");
    }
    assert!(said.contains("Báo cáo tổng hợp (hai-xa/2024-Q2/tong-hop): đã lập."), "{said}");
}

#[test]
fn a_unit_is_found_without_accents_and_without_a_script() {
    let page = Page::open(Dossier::samples(), "2024-10-01");
    let found = |typed: &str| {
        shown(&page.get(&format!("/ho-so/lac-duong/2024-Q3?xem=bang&tim={typed}")).page())
    };
    assert!(found("").len() > 3);
    for typed in ["dung+kno", "%C4%90%C6%B0ng+K%27N%E1%BB%9B", "DUNGKNO"] {
        let rows = found(typed);
        assert_eq!(rows.len(), 1, "{typed}: {rows:?}");
        assert!(rows[0].contains("Đưng K'Nớ"), "{rows:?}");
    }
    let page = page.get("/ho-so/lac-duong/2024-Q3?tim=khong-co-dau").page();
    assert!(shown(&page).is_empty() && page.contains("<p id=\"khong-thay\">"), "{page}");
    assert!(page.contains("value=\"khong-co-dau\""), "what was typed stays");
}

#[test]
fn units_are_filtered_by_how_they_stand() {
    let dossier = Dossier::case("hai-xa")
        .replace("inputs/hai-xa/2024-Q2/doi-may.yaml", "nguoi_bhyt: 9", "nguoi_bhyt: 99")
        .remove("inputs/hai-xa/2024-Q2/trung-tam.yaml");
    let page = Page::open(dossier, "2024-06-25");
    let of = |filter: &str| shown(&page.get(&format!("/ho-so/hai-xa/2024-Q2?loc={filter}")).page());
    assert_eq!(of("").len(), 3);
    let (wrong, missing) = (of("co-loi"), of("chua-nop"));
    assert!(wrong.len() == 1 && wrong[0].contains("có lỗi, bị giữ lại"), "{wrong:?}");
    assert!(wrong[0].contains("1 lỗi"), "{wrong:?}");
    assert!(missing.len() == 1 && missing[0].contains("chưa nộp"), "{missing:?}");
    assert_eq!(of("khong-co").len(), 3, "a word nothing has filters nothing");
}

#[test]
fn the_first_page_lists_the_dossiers_and_a_single_one_opens_at_once() {
    let page = Page::open(Dossier::samples(), "2024-10-01").get("/").page();
    for dossier in ["lac-duong", "ninh-hai", "lam-dong-2026", "chuyen-doi-so"] {
        assert!(page.contains(&format!("href=\"/ho-so/{dossier}/")), "{dossier}: {page}");
    }
    let answer = Page::open(Dossier::case("hai-xa"), "2024-06-25").get("/");
    assert_eq!((answer.status, answer.header("location")), (303, Some("/ho-so/hai-xa/2024-Q2")));
}

#[test]
fn in_cells_a_state_is_said_in_words_beside_its_sign() {
    let page =
        Page::open(Dossier::samples(), "2024-10-01").get("/ho-so/lac-duong/2024-Q3?xem=gon").page();
    let cells = page.matches("data-tim=").count();
    assert!(cells > 3 && page.contains("<ul class=\"luoi\">"), "{cells}");
    assert_eq!(page.matches("<span class=\"chu\">: ").count(), cells);
}

#[test]
fn a_plan_that_cannot_be_used_is_told_in_the_words_of_check() {
    let dossier = Dossier::case("hai-xa")
        .edit("inputs/hai-xa/ke-hoach.yaml", |text| text.replacen("ten:", "tenn:", 1));
    let told = dossier.check();
    let page = words(&Page::open(dossier, "2024-06-25").get("/ho-so/hai-xa/2024-Q2").text());
    let first =
        told.stderr.lines().chain(told.stdout.lines()).find(|line| line.contains("\"lỗi\""));
    let finding: serde_json::Value = serde_json::from_str(first.expect("an error")).expect("JSON");
    let message = finding["noi_dung"].as_str().expect("words");
    assert!(page.contains(message), "{page}\n{message}");
}

#[test]
fn a_unit_that_is_not_there_is_no_page() {
    let page = Page::open(Dossier::case("hai-xa"), "2024-06-25");
    for path in ["/ho-so/khong-co", "/ho-so/hai-xa/2024-Q9", "/ho-so/hai-xa/x", "/khac"] {
        assert_eq!(page.get(path).status, 404, "{path}");
    }
}

#[test]
fn a_page_says_how_the_files_are_now() {
    let page = Page::open(Dossier::case("hai-xa"), "2024-06-25");
    let wrong = || shown(&page.get("/ho-so/hai-xa/2024-Q2?loc=co-loi").page()).len();
    assert_eq!(wrong(), 0);
    page.dossier.put("inputs/hai-xa/2024-Q2/doi-may.yaml", "so_lieu: [");
    assert_eq!(wrong(), 1);
}

#[test]
fn what_only_a_report_shows_is_counted_once_it_is_made_and_until_its_file_changes() {
    let file = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
    let words = "còn khó đi. Số người có thẻ là 960 người.";
    let dossier = Dossier::case("hai-xa").replace(file, "còn khó đi.", words);
    let page = Page::open(dossier, "2024-06-25");
    let row = || {
        let rows = shown(&page.get("/ho-so/hai-xa/2024-Q2").page());
        rows.into_iter().find(|row| row.contains("Suối Bạc")).expect("a row")
    };
    assert!(!row().contains("cảnh báo"), "{}", row());
    page.dossier.build();
    assert!(row().contains("1 cảnh báo"), "{}", row());
    let unit = page.get("/ho-so/hai-xa/2024-Q2/suoi-bac").page();
    assert_eq!(unit.matches("cảnh báo [").count(), 1, "as many as its page tells: {unit}");
    page.dossier.put(file, page.dossier.read(file).replace("là 960", "là 950"));
    assert!(!row().contains("cảnh báo"), "what was made is out of date: {}", row());
}

#[test]
fn every_button_the_guide_names_is_on_the_page() {
    let guide = text_of("HUONG-DAN.md").expect("the guide");
    let section = guide.split("## Làm trên trang").nth(1).expect("its section");
    let section = section.split("\n## ").next().expect("its end");
    let named: Vec<&str> = section.split("**").skip(1).step_by(2).collect();
    assert!(named.len() > 10, "{named:?}");
    let page = Page::open(Dossier::samples(), "2025-06-20");
    let seen = [
        "/ho-so/lac-duong/2025-Q2",
        "/ho-so/lac-duong/2025-Q2/lat",
        "/ho-so/lac-duong/2025-Q2/lat/nhap",
    ];
    let seen: String = seen.iter().map(|path| page.get(path).page()).collect();
    for name in named {
        assert!(seen.contains(name), "no «{name}»");
    }
}

//! Pages a clerk comes to besides: each is looked at. Not for what is done on them.

use serde_json::json;

use super::walkthrough::Walkthrough;
use crate::dossier::Dossier;
use crate::made_up::Shape;

#[test]
fn the_board_the_roll_up_a_number_and_a_refusal_are_for_everyone() {
    let Some(walk) = Walkthrough::begin(Dossier::samples(), "2024-10-01") else { return };
    for path in [
        "/ho-so/lac-duong/2024-Q3?xem=bang",
        "/ho-so/lac-duong/2024-Q3?xem=gon",
        "/ho-so/lac-duong/2024-Q3?loc=can-lam",
        "/ho-so/lac-duong/2024-Q3/tong-hop",
        "/ho-so/khong-co",
    ] {
        walk.go_to(path);
        walk.look(path);
    }
    walk.go_to("/ho-so/lac-duong/2024-Q3/tong-hop");
    walk.browser.click("table a");
    walk.comes_to("số này từ đâu ra");
    walk.look("số");
}

#[test]
fn a_hundred_and_sixty_eight_units_stand_on_one_screen() {
    let folder = Dossier::empty();
    let shape = Shape { units: 168, quarters: 1, dossiers: 1, seed: 1 };
    shape.write(&folder.path("inputs")).expect("made-up inputs");
    let Some(walk) = Walkthrough::begin(folder, "2026-04-15") else { return };
    walk.look("bảng 168 đơn vị");
    assert!(walk.browser.shown("[data-tim]") >= 168);
    let height = "return document.querySelector('.luoi').getBoundingClientRect().height";
    let height = walk.browser.script(height, &[]).as_f64().expect("a height");
    assert!(height < 900.0, "the units fill {height} px");
}

#[test]
fn whoever_comes_without_the_token_is_told_what_to_do() {
    let Some(walk) = Walkthrough::begin(Dossier::case("hai-xa"), "2024-06-25") else { return };
    walk.browser.devtools("Network.clearBrowserCookies", &json!({}));
    walk.go_to("/");
    walk.comes_to("Không vào được trang này");
    walk.look("không có mã");
}

#[test]
fn what_is_printed_is_black_on_white_without_what_only_a_screen_needs() {
    let Some(walk) = Walkthrough::begin(Dossier::case("hai-xa"), "2024-06-25") else { return };
    for path in ["", "/suoi-bac"] {
        walk.go_to(&format!("/ho-so/hai-xa/2024-Q2{path}"));
        walk.media("print", "dark");
        let colours = "const style = getComputedStyle(document.body);
            return [style.color, style.backgroundColor, getComputedStyle(document.querySelector('h1')).color]";
        let colours = walk.browser.script(colours, &[]);
        assert_eq!(
            colours,
            json!(["rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(0, 0, 0)"]),
            "{path}"
        );
        assert_eq!(walk.browser.shown("nav, form, button, footer, a.nut"), 0, "{path}");
        assert!(walk.browser.words("h1").len() > 3, "{path}");
    }
}

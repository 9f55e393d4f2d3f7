//! The page by keyboard alone: what is reached in which order, that one sees where one is, and that nothing covers it. Not for what is
//! typed and saved ([`super::fill_in`]).

use fantoccini::key::Key;
use serde_json::Value;

use super::fill_in::dossier;
use super::walkthrough::Walkthrough;
use crate::dossier::Dossier;

/// Where the focus is: its words or name, whether it is drawn around, whether its middle is covered or outside the window.
const FOCUS: &str = "const e = document.activeElement;
    if (e === document.body) { return null; }
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + Math.min(box.height / 2, 12));
    const name = e.getAttribute('aria-label') || e.innerText.trim() || e.id || e.tagName;
    const again = e === window.lastFocus;
    window.lastFocus = e;
    return {
        again: again,
        name: name.split('\\n')[0], id: e.id, top: box.top + scrollY,
        drawn: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: Boolean(at) && (e.contains(at) || at.contains(e)),
    };";

/// What is reached by the tabulator, from the top of the page, until it comes round.
#[track_caller]
fn reached(walk: &Walkthrough) -> Vec<String> {
    walk.browser.script("document.activeElement.blur(); window.scrollTo(0, 0)", &[]);
    let mut names = Vec::new();
    let mut marked = Vec::new();
    for _ in 0..400 {
        walk.browser.key(Key::Tab);
        let focus = walk.browser.script(FOCUS, &[]);
        let Value::Object(_) = focus else { return names };
        // A date is one field, though its day, month and year are reached one by one.
        if focus["again"] == true {
            continue;
        }
        let mark = format!("{} {}", focus["id"], focus["top"]);
        if names.first() == Some(&focus["name"].as_str().unwrap_or_default().to_owned())
            && names.len() > 1
        {
            return names;
        }
        assert_eq!(focus["drawn"], true, "one sees where one is: {focus}");
        assert_eq!(focus["seen"], true, "nothing covers it: {focus}");
        marked.push(mark);
        names.push(focus["name"].as_str().unwrap_or_default().to_owned());
    }
    panic!("it never comes round: {names:?}")
}

#[test]
fn the_first_key_offers_to_skip_to_the_content() {
    let Some(walk) = Walkthrough::begin(Dossier::case("hai-xa"), "2024-06-25") else { return };
    walk.browser.key(Key::Tab);
    assert_eq!(walk.browser.script(FOCUS, &[])["name"], "Đến nội dung");
    walk.look("bỏ qua");
    walk.browser.key(Key::Enter);
    walk.browser.key(Key::Tab);
    let focus = walk.browser.script(FOCUS, &[]);
    let inside = walk.browser.script("return document.activeElement.closest('main') !== null", &[]);
    assert_eq!(inside, true, "{focus}");
}

#[test]
fn a_return_is_found_filled_in_and_saved_by_keyboard_alone() {
    let Some(walk) = Walkthrough::begin(dossier(), "2024-06-25") else { return };
    let to = |name: &str| {
        for _ in 0..200 {
            walk.browser.key(Key::Tab);
            let focus = walk.browser.script(FOCUS, &[]);
            if focus["name"] == name || focus["id"] == name {
                return;
            }
        }
        panic!("no way to {name}");
    };
    to("tim");
    walk.browser.press("suoi bac");
    to("xã Suối Bạc");
    walk.browser.key(Key::Enter);
    walk.comes_to("xã Suối Bạc");
    to("Điền số liệu, lời văn");
    walk.browser.key(Key::Enter);
    walk.comes_to("Điền số liệu");
    to("so.dan_so");
    walk.browser.press("1012");
    walk.browser.key(Key::Enter);
    walk.comes_to("Đã lưu");
    let now = walk.page.dossier.read("inputs/hai-xa/2024-Q2/suoi-bac.yaml");
    assert!(now.contains("1012"), "{now}");
}

#[test]
fn all_that_can_be_done_is_reached_in_the_order_it_is_read() {
    let Some(walk) = Walkthrough::begin(dossier(), "2024-06-25") else { return };
    for path in ["", "/suoi-bac", "/suoi-bac/nhap"] {
        walk.go_to(&format!("/ho-so/hai-xa/2024-Q2{path}"));
        let names = reached(&walk);
        let script = "return Array.from(document.querySelectorAll(
            'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex=\"0\"]'))
            .filter((e) => e.checkVisibility() && e.tabIndex >= 0).length";
        let all = walk.browser.script(script, &[]).as_u64().expect("a count");
        assert_eq!(names.len() as u64, all, "{path}: {names:?}");
        assert_eq!(names[..2], ["Đến nội dung", "Các hồ sơ"], "{path}");
    }
}

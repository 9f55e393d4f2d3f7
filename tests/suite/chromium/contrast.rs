//! Lines one must see to find a field or a button, against the ground they stand on (WCAG 2.2, 1.4.11), which axe does not look at. Not
//! for words, which it does ([`super::axe`]).

use super::browser::Browser;

/// Fields and buttons whose border is less than 3:1 against the page, with what it is.
const FAINT: &str = "
    const part = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    const light = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
    };
    const ground = light(getComputedStyle(document.body).backgroundColor);
    return Array.from(document.querySelectorAll('main :is(input, select, textarea, button, a.nut)'))
        .filter((e) => e.type !== 'hidden' && e.checkVisibility()).flatMap((e) => {
            const [a, b] = [ground, light(getComputedStyle(e).borderTopColor)].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            return ratio < 3 ? [`${e.outerHTML.slice(0, 80)} ${ratio.toFixed(2)}:1`] : [];
        })";

/// Holds every field and button of the page to a border that is seen.
#[track_caller]
pub(super) fn borders_are_seen(browser: &Browser, what: &str) {
    let faint = browser.script(FAINT, &[]);
    assert_eq!(faint, serde_json::json!([]), "{what}");
}

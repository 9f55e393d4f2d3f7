//! Names and texts that look like markup are words on every page. Not for what else may be sent to the program
//! ([`crate::page::security`]).

use super::fill_in::dossier;
use super::walkthrough::Walkthrough;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const FILE: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const NAME: &str = "<img src=x onerror=document.title='sai'>\"'&{{ 7*7 }}";
const TEXT: &str = "</textarea><script>document.title='sai'</script> {% raw %}";

#[test]
fn a_hostile_name_and_text_are_words_on_every_page_and_run_nowhere() {
    let quoted = format!("\"{}\"", NAME.replace('"', "\\\""));
    let dossier = dossier()
        .replace(
            PLAN,
            "ma: suoi-bac, loai: xã, ten: Suối Bạc",
            &format!("ma: suoi-bac, loai: xã, ten: {quoted}"),
        )
        .replace(
            FILE,
            "han_che: Đường vào thôn xa còn khó đi.",
            &format!("han_che: |\n    {TEXT}"),
        );
    let Some(walk) = Walkthrough::begin(dossier, "2024-06-25") else { return };
    let unit = "/ho-so/hai-xa/2024-Q2/suoi-bac";
    for path in ["/ho-so/hai-xa/2024-Q2?tim=%22%3E%3Cscript%3E", "/ho-so/hai-xa/2024-Q2", unit] {
        walk.go_to(path);
        assert_eq!(walk.browser.shown("main img[src=x], main script"), 0, "{path}");
        assert!(!walk.browser.title().contains("sai –") && walk.browser.title() != "sai", "{path}");
        walk.look(&format!("tên lạ {path}"));
    }
    assert!(walk.words().contains(NAME), "{}", walk.words());
    walk.go_to(&format!("{unit}/nhap"));
    assert_eq!(walk.has("loi.danh_gia.han_che").trim_end(), TEXT);
    walk.look("tên lạ, nhập");
}

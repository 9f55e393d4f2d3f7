//! A file that changed while its form stood open: both versions are shown, nothing is lost. Not for saving alone
//! ([`super::fill_in`]).

use super::fill_in::dossier;
use super::walkthrough::Walkthrough;

const FILE: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";

#[test]
fn a_file_that_changed_meanwhile_is_shown_beside_what_was_typed_and_not_written_over() {
    let Some(walk) = Walkthrough::begin(dossier(), "2024-06-25") else { return };
    walk.go_to("/ho-so/hai-xa/2024-Q2/suoi-bac/nhap");
    let other =
        walk.page.dossier.read(FILE).replace("1000", "1005").replace("so_thon: 4", "so_thon: 5");
    walk.page.dossier.put(FILE, &other);
    walk.types("so.dan_so", "1012");
    walk.saves();
    let told = || walk.browser.words("[role=alert]").contains("Tệp đã đổi").then_some(());
    walk.browser.until("it is told that the file changed", told);
    assert_eq!(walk.page.dossier.read(FILE), other, "nothing is written");
    assert!(walk.words().contains("Trong tệp nay là: 1005"), "{}", walk.words());
    assert_eq!((walk.has("so.dan_so"), walk.has("so.so_thon")), ("1012".into(), "5".into()));
    walk.look("tệp đã đổi");
    walk.saves();
    walk.comes_to("Đã lưu");
    let now = walk.page.dossier.read(FILE);
    assert_eq!(now, other.replace("1005", "1012"));
}

//! What the program keeps between pages: after any edit its pages are those of a program that was only just opened. Not for what is on
//! them ([`super::unit`], [`super::board`]).

use super::browser::Page;
use crate::dossier::{Dossier, files};

const TODAY: &str = "2024-06-25";
const PAGES: [&str; 6] =
    ["", "/suoi-bac", "/doi-may", "/suoi-bac/nhap", "/tong-hop", "/tong-hop/nhap"];
const FILE: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const EARLIER: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const RECOGNITIONS: &str = "inputs/hai-xa/don-vi/suoi-bac.yaml";
const BOARD: &str = "inputs/hai-xa/2024-Q2/_tong-hop.yaml";
const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";

/// What a program says on each page.
fn said(page: &Page) -> Vec<(u16, String)> {
    let told = |below: &&str| {
        let answer = page.get(&format!("/ho-so/hai-xa/2024-Q2{below}"));
        (answer.status, answer.text())
    };
    PAGES.iter().map(told).collect()
}

/// What one that was only just opened says of the same files.
fn said_anew(page: &Page) -> Vec<(u16, String)> {
    let copy = Dossier::empty();
    for folder in ["inputs", "out"] {
        for (name, bytes) in files(&page.dossier.path(folder)) {
            copy.put(&format!("{folder}/{name}"), bytes);
        }
    }
    said(&Page::open(copy, TODAY))
}

#[test]
fn after_any_edit_the_pages_are_those_of_a_program_that_was_only_just_opened() {
    let page = Page::open(Dossier::case("hai-xa"), TODAY);
    let own = |path: &str| page.dossier.read(path);
    let before = [FILE, EARLIER, RECOGNITIONS, BOARD, PLAN].map(|path| (path, own(path)));
    let replace = |path: &str, from: &str, to: &str| {
        let text = own(path);
        assert!(text.contains(from), "{path} has {from}");
        page.dossier.put(path, text.replace(from, to));
    };
    let put_back = || before.iter().for_each(|(path, text)| page.dossier.put(path, text));
    let edits: [(&str, &dyn Fn()); 12] = [
        ("nothing yet", &|| ()),
        ("a figure that breaks a rule", &|| replace(FILE, "nguoi_bhyt: 950", "nguoi_bhyt: 1100")),
        ("a rule that is gone", &|| replace(PLAN, "khong_qua: dan_so", "duoc_bang_0: true")),
        ("what YAML cannot read", &|| replace(FILE, "so_lieu:", "so_lieu: [")),
        ("all put back", &put_back),
        ("an earlier figure", &|| replace(EARLIER, "dan_so: ", "dan_so: 1")),
        ("other words of the board", &|| replace(BOARD, "ky: 2024-Q2", "ky: 2024-Q3")),
        ("a build", &|| _ = page.dossier.build()),
        ("a name of the plan", &|| replace(PLAN, "ten: Đồi Mây", "ten: Đồi Gió")),
        ("a plan that cannot be used", &|| replace(PLAN, "giai_doan:", "giai_doan_x:")),
        ("all put back again", &put_back),
        ("recognitions of nobody", &|| page.dossier.put(RECOGNITIONS, "don_vi: suoi-bac\n")),
    ];
    for (edit, change) in edits {
        change();
        assert_eq!(said(&page), said_anew(&page), "after {edit}");
    }
}

#[test]
fn a_return_that_is_taken_away_and_comes_back_is_seen() {
    let page = Page::open(Dossier::case("hai-xa"), TODAY);
    let text = page.dossier.read(FILE);
    for _ in 0..2 {
        page.dossier.take_away(FILE);
        assert_eq!(said(&page), said_anew(&page), "it is gone");
        page.dossier.put(FILE, &text);
        assert_eq!(said(&page), said_anew(&page), "it is back");
    }
}

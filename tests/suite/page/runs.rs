//! Checks and builds begun on the local page: told as the commands tell them, watched, stopped, one at a time. Not for what they find
//! ([`crate::findings`]).

use super::browser::{Page, words};
use crate::dossier::Dossier;
use crate::many_units::{dossier_in, units};

const QUARTER: &str = "/viec/hai-xa/2024-Q2";

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_build_leaves_what_the_command_leaves_and_says_what_it_says() {
    let wrong = |dossier: Dossier| {
        dossier.replace("inputs/hai-xa/2024-Q2/doi-may.yaml", "nguoi_bhyt: 9", "nguoi_bhyt: 99")
    };
    for change in [|dossier: Dossier| dossier, wrong] {
        let twin = change(Dossier::case("hai-xa"));
        let page = Page::open(change(Dossier::case("hai-xa")), "2024-06-25");
        for (command, path) in [("check", "kiem-tra"), ("build", "lap")] {
            let own = ["hai-xa", "--period", "2024-Q2", "--format", "json"];
            let told = twin.run([command].into_iter().chain(own));
            let said = page.done(&format!("{QUARTER}/{path}"), &[]);
            assert!(said.contains(&joined(&told.stderr)), "{said}\n{}", told.stderr);
            for found in told.findings() {
                assert!(said.contains(&joined(&found.noi_dung)), "{said}\n{found:?}");
            }
            assert_eq!(said.contains("Còn việc phải xem"), told.code == 1, "{said}");
        }
        assert!(page.dossier.output_files() == twin.output_files(), "other reports");
    }
}

#[test]
fn a_build_under_way_says_how_far_it_is_keeps_others_out_and_can_be_stopped() {
    let dossier = dossier_in("2024-Q4", &units());
    let page = Page::open(dossier, "2025-01-05");
    let quarter = "/viec/nhieu/2024-Q4";
    let first = page.post(&format!("{quarter}/lap"), &[]);
    let job = first.header("location").expect("its page").to_owned();
    let seen = page.get(&job).page();
    assert!(seen.contains("id=\"tien-do\"") && seen.contains("role=\"status\""), "{seen}");
    assert!(seen.contains("<noscript><meta http-equiv=\"refresh\""), "{seen}");
    assert!(seen.contains(&format!("action=\"{job}/dung\"")), "{seen}");
    let second = page.done(&format!("{quarter}/lap"), &[]);
    assert!(second.contains("Chưa làm được") && second.contains("lỗi: "), "{second}");
    let told = page.dossier.run(["build"]).ends_with(2);
    assert!(second.contains(&joined(&told.stderr)), "{second}\n{}", told.stderr);
    let stopped = words(&page.follow(page.post(&format!("{job}/dung"), &[])));
    assert!(stopped.contains("đã dừng theo yêu cầu; chạy lại để làm tiếp"), "{stopped}");
    let whole = page.dossier.output_files();
    assert!(whole.keys().all(|name| !name.contains(".tmp")), "half a file: {:?}", whole.keys());
    assert!(whole.len() < units().len(), "all were made: {}", whole.len());
    assert_eq!(page.post("/dang-lam/khong-co/dung", &[]).status, 404);
}

#[cfg(unix)]
#[test]
fn who_closes_the_program_stops_a_build_under_way() {
    let page = Page::open(dossier_in("2024-Q4", &units()), "2025-01-05");
    page.post("/viec/nhieu/2024-Q4/lap", &[]);
    assert_eq!(page.interrupted(), Some(0));
}

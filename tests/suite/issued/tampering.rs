//! Every change to the register and to kept files is found, with what was changed.
#![expect(clippy::disallowed_methods, reason = "the tests change what nobody may")]

use super::{KEPT, REGISTER, issue, issued};
use crate::dossier::{Dossier, files};

/// Three documents and a void number.
fn four_entries() -> Dossier {
    let dossier = issued();
    let other = |period: &'static str, unit: &'static str| {
        ["issue", "hai-xa", period, unit, "--date", "2024-06-18", "--with-warnings"]
    };
    dossier.run(other("2024-Q2", "doi-may")).ends_with(0);
    dossier.run(other("2024-Q1", "suoi-bac")).ends_with(0);
    issue(&dossier, &["--void", "1", "--reason", "nhầm", "--date", "2024-06-19"]).ends_with(0);
    assert!(found(&dossier).is_empty(), "{:?}", found(&dossier));
    dossier
}

/// What `register` finds of register and kept files.
fn found(dossier: &Dossier) -> Vec<String> {
    let told = dossier.run(["register", "--format", "short"]).stderr;
    told.lines().filter(|line| line.contains("[S0")).map(str::to_owned).collect()
}

#[test]
fn every_byte_of_a_register_entry_and_of_a_kept_file_is_held() {
    let dossier = four_entries();
    let kept = files(&dossier.path(KEPT))
        .into_iter()
        .map(|(name, bytes)| (format!("{KEPT}/{name}"), bytes));
    let register = std::fs::read(dossier.path(REGISTER)).expect("a register");
    // Each line of the register, and places all over each kept file.
    let mut changed = 0;
    let lines =
        register.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at - 1);
    for at in lines.chain((0..register.len()).step_by(97)) {
        let mut bytes = register.clone();
        bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
        dossier.put(REGISTER, &bytes);
        assert!(
            !found(&dossier).is_empty(),
            "byte {at} of the register: {}",
            String::from_utf8_lossy(&bytes)
        );
        changed += 1;
    }
    dossier.put(REGISTER, &register);
    for (path, bytes) in kept {
        for at in [0, bytes.len() / 3, bytes.len() / 2, bytes.len() - 1] {
            let mut other = bytes.clone();
            other[at] ^= 1;
            dossier.put(&path, &other);
            assert!(!found(&dossier).is_empty(), "byte {at} of {path}");
            changed += 1;
        }
        std::fs::remove_file(dossier.path(&path)).expect("a file to remove");
        assert!(!found(&dossier).is_empty(), "{path} removed");
        dossier.put(&path, &bytes);
    }
    assert!(found(&dossier).is_empty());
    assert!(changed > 100, "{changed}");
}

#[test]
fn entries_that_are_removed_swapped_or_copied_are_found() {
    let dossier = four_entries();
    let register = dossier.read(REGISTER);
    let at = register.find("  - muc: ").expect("entries");
    let (head, rest) = register.split_at(at);
    let starts: Vec<usize> = rest.match_indices("  - muc: ").map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([rest.len()]);
    let entries: Vec<&str> = starts.iter().zip(ends).map(|(from, to)| &rest[*from..to]).collect();
    assert_eq!(entries.len(), 4);
    let mut cases: Vec<Vec<&str>> = Vec::new();
    for left_out in 0..4 {
        cases.push((0..4).filter(|at| *at != left_out).map(|at| entries[at]).collect());
        for other in left_out + 1..4 {
            let mut swapped = entries.clone();
            swapped.swap(left_out, other);
            cases.push(swapped);
        }
        let mut copied = entries.clone();
        copied.push(entries[left_out]);
        cases.push(copied);
    }
    for case in cases {
        dossier.put(REGISTER, format!("{head}{}", case.concat()));
        assert!(!found(&dossier).is_empty(), "{}", case.concat());
        let told = dossier.run(["issue", "hai-xa", "2024-Q1", "doi-may", "--date", "2024-06-20"]);
        assert_ne!(told.code, 0, "no number is given over a changed register");
    }
    let changed = register.replacen("ngay: 2024-06-18", "ngay: 2024-06-16", 1);
    dossier.put(REGISTER, changed);
    let said = found(&dossier).join("\n");
    assert!(said.contains("«ngay» từ «2024-06-18» thành «2024-06-16»"), "{said}");
    std::fs::remove_file(dossier.path(REGISTER)).expect("a register");
    assert!(!found(&dossier).is_empty(), "a lost register");
}

#[test]
fn a_changed_kept_file_is_an_error_of_the_check_and_the_page_in_the_output_folder_stays() {
    let dossier = issued();
    dossier.build().ends_with(0);
    let before = dossier.output_files();
    let path = format!("{KEPT}/bao-cao.pdf");
    let bytes = std::fs::read(dossier.path(&path)).expect("a kept page");
    dossier.put(&path, &bytes[..bytes.len() - 1]);
    let told = dossier.run(["check", "--format", "json"]).ends_with(1);
    let [found] = &told.of("S02")[..] else { panic!("{}", told.stdout) };
    assert!(found.noi_dung.contains("bao-cao.pdf"), "{}", found.noi_dung);
    dossier.build().ends_with(1);
    assert!(
        before["hai-xa/2024-Q2/suoi-bac.pdf"]
            == dossier.output_files()["hai-xa/2024-Q2/suoi-bac.pdf"]
    );
}

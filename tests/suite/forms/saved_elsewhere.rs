//! Forms that an office program saved again, in its own formats. `tests/cases/forms/` holds them: forms of `hai-xa` for
//! 2025-Q1, filled in as [`super::filled`] does, opened and saved with `soffice --headless --convert-to xlsx` (`ods`, `xls`).
//! Not for forms as they were written.

use super::{RETURN, SUOI_BAC, WANTED, asked, filled, form};
use crate::dossier::{Dossier, files, repository};

const SAVED: [&str; 3] = ["dien.ods", "dien.xls", "dien.xlsx"];

#[test]
fn what_libreoffice_saved_is_read_like_what_was_written() {
    for name in SAVED {
        let dossier = Dossier::case("hai-xa").with_files("tests/cases/forms");
        let told = dossier.run(["import", name]).ends_with(0);
        assert_eq!(dossier.read(RETURN), WANTED, "{name}\n{}{}", told.stdout, told.stderr);
        let told = dossier.run(["import", name]).ends_with(0);
        assert!(told.stdout.starts_with("Không có gì thay đổi"), "{name}: {}", told.stdout);
    }
}

#[test]
fn the_kept_files_are_there_and_no_others() {
    let kept = files(&repository().join("tests/cases/forms"));
    assert_eq!(kept.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), SAVED);
}

/// Writes the form the kept files are made from: `FORM=folder cargo test --release --test suite -- forms --ignored`.
#[test]
#[ignore = "makes the file from which the kept ones are saved"]
#[expect(clippy::disallowed_methods, reason = "where to write is said by who runs this")]
fn the_form_they_are_made_from() {
    let folder = std::env::var_os("FORM").expect("a folder");
    let book = filled(form(&asked(), SUOI_BAC));
    std::fs::write(std::path::Path::new(&folder).join("dien.xlsx"), book.bytes()).expect("written");
}

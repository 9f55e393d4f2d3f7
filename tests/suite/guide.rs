//! The clerk's guide in the program: shown in the terminal, written as a PDF. Not for what it says ([`crate::docs`]).
#![expect(clippy::disallowed_methods, reason = "reads back the PDF that was written")]

use crate::dossier::{Dossier, text_of};
use crate::pdf::Pdf;

#[test]
fn the_guide_is_shown_in_lines_a_terminal_holds() {
    let told = Dossier::empty().run(["guide"]).ends_with(0);
    assert!(told.stdout.starts_with("Hướng dẫn sử dụng baocao\n===="), "{}", told.stdout);
    assert!(told.stdout.contains("    baocao build lac-duong --period 2025-Q2\n"));
    let wide = told.stdout.lines().find(|line| line.chars().count() > 90);
    assert!(wide.is_none_or(|line| line.starts_with("    ")), "{wide:?}");
}

#[test]
fn the_guide_is_written_as_a_pdf_with_every_heading() {
    let folder = Dossier::empty();
    let told = folder.run(["guide", "--pdf"]).ends_with(0);
    assert!(told.stdout.contains("huong-dan.pdf"), "{}", told.stdout);
    let bytes = std::fs::read(folder.path("huong-dan.pdf")).expect("the PDF");
    let page = Pdf::read(&bytes);
    let guide = text_of("HUONG-DAN.md").expect("the guide");
    let headings: Vec<&str> = guide.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert!(headings.len() > 8, "{headings:?}");
    for heading in headings {
        page.must_say(heading);
    }
    assert_eq!(folder.run(["guide", "--pdf=huong-dan.pdf"]).code, 0, "it may be written again");
}

#[test]
fn the_guide_is_short() {
    let [guide, reference] =
        ["HUONG-DAN.md", "TRA-CUU.md"].map(|name| text_of(name).expect("a text"));
    assert!(guide.len() * 10 <= reference.len(), "{} of {}", guide.len(), reference.len());
}

#[test]
fn a_guide_is_not_written_over_a_folder_or_a_device() {
    let folder = Dossier::empty().write("bieu/a.txt", "của tôi");
    let told = folder.run(["guide", "--pdf=bieu"]).ends_with(1);
    let why = "không ghi được bieu (đây là thư mục, không phải tệp)";
    assert!(told.stderr.contains(why), "{}", told.stderr);
    assert_eq!(folder.read("bieu/a.txt"), "của tôi");
    if cfg!(unix) {
        let told = folder.run(["guide", "--pdf=/dev/null"]).ends_with(1);
        let why = "không ghi được /dev/null (đây là thiết bị, không phải tệp)";
        assert!(told.stderr.contains(why), "{}", told.stderr);
    }
}

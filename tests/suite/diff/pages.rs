//! Pages say the same to `diff` whether they are laid out or read from their PDF. Not for which of them changed
//! ([`super::edits`]).

use baocao::diff::pages::PagedText;

use crate::dossier::{Dossier, reports};
use crate::views::TOOLCHAIN;

#[test]
fn a_page_that_is_laid_out_says_what_its_pdf_says() {
    let build = ["build", "--typst", "nguon"];
    let one = ["lac-duong", "--period", "2024-Q3", "--unit", "tong-hop"];
    for (dossier, only) in [(Dossier::case("hai-xa"), &[][..]), (Dossier::samples(), &one)] {
        dossier.run(build.iter().chain(only).copied()).ends_with(0);
        let output_files = dossier.output_files();
        let names = reports(&output_files);
        assert!(!names.is_empty(), "{only:?}");
        for name in names {
            let markup = dossier.read(&format!("nguon/{name}.typ"));
            let texts = TOOLCHAIN.typesetter.texts(markup).expect("a page");
            let of_pdf = PagedText::read(&output_files[&format!("{name}.pdf")]);
            assert!(texts.iter().all(|text| text.len() > 20), "{name}: {texts:?}");
            assert_eq!(of_pdf, Some(PagedText::of(&texts)), "{name}");
        }
    }
}

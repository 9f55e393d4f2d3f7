//! `build --typst`: the markup of a report beside the library it needs, so that its author sees what was made and any Typst
//! can lay it out. Not for what the markup says.

use baocao::assets::files::TemplateFiles;
use baocao::assets::fonts::Fonts;
use baocao::disk::file_system::Local;
use baocao::typeset::typesetter::Typesetter;

use crate::dossier::{Dossier, files, reports, text_of};

const PROFILE: &str = "report-templates/van-ban-dang/the-thuc/hd36.yaml";
const BUILD: [&str; 5] = ["build", "--templates", "mau", "--typst", "nguon"];

/// Two communes whose templates have another margin than the program's own.
fn with_a_profile_of_its_own() -> Dossier {
    let profile = text_of(PROFILE).expect("a profile").replace("trai: 30", "trai: 25");
    let path = PROFILE.replace("report-templates", "mau");
    Dossier::case("hai-xa").write(&path, profile)
}

/// Typst with the library and fonts in a folder alone.
fn typst(dossier: &Dossier, folder: &str) -> Typesetter {
    let library = TemplateFiles::with_folder(&Local, &dossier.path(folder), folder);
    let fonts = Fonts::load(&library);
    Typesetter::new(&library, fonts)
}

#[test]
fn the_markup_laid_out_with_the_library_beside_it_is_the_pdf() {
    let dossier = with_a_profile_of_its_own();
    dossier.run(BUILD).ends_with(0);
    let (beside, own) = (typst(&dossier, "nguon"), typst(&dossier, "nowhere"));
    let output_files = dossier.output_files();
    assert!(reports(&output_files).len() > 5, "{:?}", output_files.keys());
    for name in reports(&output_files) {
        let markup = dossier.read(&format!("nguon/{name}.typ"));
        let pdf = &output_files[&format!("{name}.pdf")];
        assert!(beside.typeset(markup.clone(), name).expect("a page") == *pdf, "{name}");
        assert!(own.typeset(markup, name).expect("a page") != *pdf, "{name}: the margin is lost");
    }
}

#[test]
fn all_that_the_markup_imports_is_written_beside_it() {
    let dossier = with_a_profile_of_its_own();
    dossier.run(BUILD).ends_with(0);
    let written = files(&dossier.path("nguon"));
    for folder in ["van-ban-dang", "fonts"] {
        for (name, bytes) in
            files(&crate::dossier::repository().join("report-templates").join(folder))
        {
            let path = format!("{folder}/{name}");
            let found = written.iter().find(|(written, _)| *written == path);
            let (_, own) = found.unwrap_or_else(|| panic!("{path} is lacking"));
            assert!(*own == bytes || path.ends_with("hd36.yaml"), "{path} is another");
        }
    }
}

#[test]
fn reports_that_stand_as_they_should_are_not_made_again_for_their_markup() {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    let told = dossier.run(["build", "--typst", "nguon"]).ends_with(0);
    let output_files = dossier.output_files();
    let all = reports(&output_files);
    assert_eq!(told.counts(), [0, all.len(), 0, 0]);
    for name in all {
        assert!(dossier.read(&format!("nguon/{name}.typ")).contains("#show: van-ban"), "{name}");
    }
    let one = ["build", "--unit", "suoi-bac", "--period", "2024-Q1", "--typst", "mot"];
    dossier.run(one).ends_with(0);
    let written = files(&dossier.path("mot")).into_iter().map(|(name, _)| name);
    let sheets: Vec<String> = written.filter(|name| name.starts_with("hai-xa/")).collect();
    assert_eq!(sheets, ["hai-xa/2024-Q1/suoi-bac.typ"]);
}

#[test]
fn a_page_typst_refuses_leaves_its_markup_to_be_read() {
    let path = "report-templates/chung/cau-chu.yaml";
    let wrong = text_of(path).expect("phrases").replace(" báo cáo kết quả ", " #khong-co() ");
    let dossier = Dossier::case("hai-xa").write(path, wrong);
    dossier.run(["build", "--typst", "nguon"]).ends_with(1);
    assert!(!dossier.has("hai-xa/2024-Q1/suoi-bac"));
    assert!(dossier.read("nguon/hai-xa/2024-Q1/suoi-bac.typ").contains("#khong-co()"));
}

#[test]
fn markup_that_cannot_be_written_is_told_and_the_pdfs_are_there() {
    let dossier = Dossier::case("hai-xa").write("nguon", "một tệp, không phải thư mục");
    let told = dossier.run(["build", "--typst", "nguon", "--format", "json"]).ends_with(1);
    let refused = told.of("G01");
    assert_eq!(refused.len(), 1 + reports(&dossier.output_files()).len(), "{}", told.stdout);
    assert!(refused.iter().all(|one| one.noi_dung.contains("nguon/")), "{}", told.stdout);
    assert!(dossier.has("hai-xa/2024-Q1/suoi-bac"));
}

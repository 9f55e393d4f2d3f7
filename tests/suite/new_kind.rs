//! A kind of report and a format that nobody has written a line of Rust for: two folders of templates. Not for single
//! sentences and sections of the kinds there are ([`crate::templates`]).

use crate::dossier::Dossier;
use crate::measure::Run;
use crate::page_content::pages;
use crate::specimen::near;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
/// Before the new format is in force, and after.
const BEFORE: &str = "hai-xa/2024-Q1/suoi-bac";
const AFTER: &str = "hai-xa/2024-Q2/suoi-bac";

/// Two communes whose calendar asks for a special report in both quarters, from a format of their own in the second.
fn special() -> Dossier {
    let dossier = Dossier::case("hai-xa").with_files("tests/cases/chuyen-de");
    let dossier =
        dossier.replace(PLAN, "han_nop: 03-20 }]", "han_nop: 03-20 }, { loai: chuyen-de }]");
    let dossier =
        dossier.replace(PLAN, "han_nop: 06-20 }]", "han_nop: 06-20 }, { loai: chuyen-de }]");
    dossier.build().ends_with(0);
    dossier
}

/// What is printed on the first page of a report.
fn first_page(dossier: &Dossier, name: &str) -> Vec<Run> {
    let output_files = dossier.output_files();
    pages(&output_files[&format!("{name}.pdf")]).remove(0).runs
}

fn left_margin(runs: &[Run]) -> f64 {
    runs.iter().map(|run| run.left).fold(f64::MAX, f64::min)
}

#[test]
fn a_folder_makes_a_kind_with_its_own_sections_sentences_and_columns() {
    let dossier = special();
    for name in [BEFORE, AFTER] {
        let page = dossier.pdf(&format!("{name}.chuyen-de"));
        page.must_say("BÁO CÁO chuyên đề quý");
        page.must_say(
            "I- BAO PHỦ BẢO HIỂM Y TẾ Chuyên đề này chỉ xét tỷ lệ dân số có thẻ, nay là 95%.",
        );
        page.must_say("II- KIẾN NGHỊ, ĐỀ XUẤT 1. Đối với huyện: Đề nghị");
        page.must_say("Chỉ tiêu Kết quả");
        page.must_not_say("Đánh giá chung");
    }
    let area = dossier.pdf("hai-xa/2024-Q1/tong-hop.chuyen-de");
    area.must_say("(kèm theo Phụ lục 1 và Phụ lục 2).");
}

#[test]
fn a_folder_makes_an_appendix_with_a_table_of_its_own() {
    let dossier = special();
    let unit = dossier.pdf(&format!("{BEFORE}.chuyen-de"));
    unit.must_say("(kèm theo Phụ lục).");
    unit.must_say("Phụ lục Cam kết thực hiện");
    unit.must_say("Việc cam kết ghi tại Phụ lục. Việc Người làm Vận động Chi bộ");
    unit.must_not_say("Số liệu báo cáo của");
    let area = dossier.pdf("hai-xa/2024-Q1/tong-hop.chuyen-de");
    area.must_say("Phụ lục 1 Số liệu tổng hợp toàn huyện");
    area.must_say("Việc cam kết ghi tại Phụ lục 2.");
}

#[test]
fn a_file_makes_a_format_for_the_documents_of_its_time() {
    let dossier = special();
    for (name, margin, size) in [(BEFORE, 30.0, 14.0), (AFTER, 35.0, 15.0)] {
        for kind in ["", ".chuyen-de"] {
            let runs = first_page(&dossier, &format!("{name}{kind}"));
            near(left_margin(&runs), margin, 0.5, "the left margin");
        }
        let runs = first_page(&dossier, &format!("{name}.chuyen-de"));
        let body = runs.iter().find(|run| run.text.starts_with("Chuyên đề này"));
        near(body.expect("the sentence").size, size, 0.01, "the size of the text");
    }
}

#[test]
fn the_kinds_there_are_stay_as_they_were() {
    let old = Dossier::case("hai-xa");
    old.build().ends_with(0);
    let (old, new) = (old.output_files(), special().output_files());
    for unit in ["suoi-bac", "doi-may", "tong-hop"] {
        let name = format!("hai-xa/2024-Q1/{unit}.pdf");
        assert!(old[&name] == new[&name], "{name}");
    }
}

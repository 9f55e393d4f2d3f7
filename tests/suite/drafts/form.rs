//! A draft has the form of the document: headings, tables, pages, faces; and each word of an author stands in a control that says
//! where it can be changed.

use super::draft;
use super::reader::{Docx, Element, elements};

const REPORT: &str = "lac-duong/2025-Q2/lat";
const ROLL_UP: &str = "lac-duong/2025-Q2/tong-hop";

fn named<'e>(all: &'e [Element], name: &str) -> Vec<&'e Element> {
    all.iter().filter(|one| one.name() == name).collect()
}

/// The paragraphs of a style, as they are read.
fn of_style(docx: &Docx, style: &str) -> Vec<String> {
    let xml = docx.part("word/document.xml");
    let paragraphs =
        xml.split("<w:p>").filter(|one| one.contains(&format!("<w:pStyle w:val=\"{style}\"/>")));
    paragraphs
        .map(|one| {
            elements(&format!("<w:p>{}</w:p>", one.split("</w:p>").next().expect("a paragraph")))
                .pop()
                .expect("it")
                .text
        })
        .collect()
}

#[test]
fn headings_are_headings_of_their_level() {
    let docx = draft(REPORT);
    assert_eq!(of_style(&docx, "Title"), ["BÁO CÁO"]);
    let first = of_style(&docx, "Heading1");
    assert_eq!(
        first[..2],
        ["I- ĐẶC ĐIỂM, TÌNH HÌNH CHUNG", "II- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, QUÁN TRIỆT, TRIỂN KHAI"]
    );
    assert_eq!(of_style(&docx, "Heading2")[0], "1. Ban hành văn bản");
    let styles = elements(docx.part("word/styles.xml"));
    let named =
        |name: &str| styles.iter().any(|one| one.name() == "w:name" && one.get("w:val") == name);
    assert!((1..=9).all(|level| named(&format!("heading {level}"))));
}

#[test]
fn tables_repeat_their_heads_and_no_row_is_torn() {
    let all = draft(ROLL_UP).elements();
    let rows = named(&all, "w:tr").len();
    assert_eq!(named(&all, "w:cantSplit").len(), rows);
    let ruled = named(&all, "w:tblBorders").len();
    assert_eq!(
        named(&all, "w:tblHeader").len(),
        ruled,
        "each ruled table of this report has a head of one row"
    );
    let marked = named(&all, "w:tblCaption");
    assert_eq!(marked.len(), ruled);
}

#[test]
fn appendices_have_pages_of_their_own_counted_from_one() {
    let docx = draft(ROLL_UP);
    let all = docx.elements();
    let sections = named(&all, "w:sectPr").len();
    let papers = named(&all, "w:pgSz");
    assert_eq!((sections, papers[0].get("w:orient")), (papers.len(), ""));
    assert!(papers.iter().any(|one| one.get("w:orient") == "landscape"));
    let starts = named(&all, "w:pgNumType");
    assert!(starts.iter().all(|one| one.get("w:start") == "1"));
    assert_eq!((starts.len(), named(&all, "w:titlePg").len()), (sections, sections));
    let says_page = |part: &str| docx.part(part).contains(" PAGE ");
    let headers: Vec<&str> = docx.names().filter(|name| name.starts_with("word/header")).collect();
    assert_eq!(headers.len(), 2 * sections);
    assert!(
        says_page("word/header2.xml")
            && !says_page("word/header1.xml")
            && !says_page("word/header3.xml")
    );
}

#[test]
fn words_are_in_times_and_in_what_stands_in_for_it() {
    let docx = draft(REPORT);
    let faces = elements(docx.part("word/styles.xml"));
    assert_eq!(named(&faces, "w:rFonts")[0].get("w:ascii"), "Times New Roman");
    let fonts = docx.part("word/fontTable.xml");
    assert!(fonts.contains("<w:altName w:val=\"Liberation Serif\"/>"), "{fonts}");
}

#[test]
fn lines_keep_the_distance_of_the_format() {
    let docx = draft(REPORT);
    let styles = elements(docx.part("word/styles.xml"));
    let spacing = named(&styles, "w:spacing")[0];
    assert_eq!(
        (spacing.get("w:line"), spacing.get("w:lineRule"), spacing.get("w:after")),
        ("380", "exact", "120")
    );
    let all = docx.elements();
    let margins = named(&all, "w:pgMar")[0];
    let sides = ["w:top", "w:right", "w:bottom", "w:left", "w:header"]
        .map(|side| margins.get(side).to_owned());
    assert_eq!(sides, ["1134", "850", "1134", "1701", "567"]);
}

#[test]
fn an_author_s_words_stand_in_a_control_with_their_place_and_all_else_is_locked() {
    let docx = draft(ROLL_UP);
    let xml = docx.part("word/document.xml");
    let control = |tag: &str| -> String {
        let at = xml
            .find(&format!("<w:tag w:val=\"{tag}"))
            .unwrap_or_else(|| panic!("no control {tag}"));
        let start = xml[..at].rfind("<w:sdtPr>").expect("its properties");
        xml[start..at + xml[at..].find("</w:sdtPr>").expect("their end")].to_owned()
    };
    let own = control("L");
    assert!(own.contains("sdtLocked") && own.contains("tong-hop.yaml · "), "{own}");
    let value = control("S");
    assert!(value.contains("sdtContentLocked"), "{value}");
    let computed = control("I");
    assert!(
        computed.contains("sdtContentLocked") && computed.contains("không sửa ở đây"),
        "{computed}"
    );
    // A value of an author's sentence stands inside the sentence's control.
    let at = xml.find("<w:tag w:val=\"S").expect("a value");
    let before = &xml[..at];
    let depth = before.matches("<w:sdt>").count() - before.matches("</w:sdt>").count();
    assert_eq!(depth, 2);
}

#[test]
fn charts_are_pictures_with_what_they_show_in_words() {
    let names = super::DRAFTS.1.keys().filter_map(|name| name.strip_suffix(".docx"));
    let with: Vec<Docx> = names
        .map(draft)
        .filter(|docx| docx.names().any(|part| part.starts_with("word/media/")))
        .collect();
    assert!(!with.is_empty(), "no sample with a chart");
    for docx in with {
        let all = docx.elements();
        for picture in named(&all, "wp:docPr") {
            assert!(picture.get("descr").chars().count() > 30, "{picture:?}");
        }
    }
}

#[test]
fn what_was_said_is_kept_inside() {
    let docx = draft(REPORT);
    assert!(docx.part("docProps/custom.xml").contains(&format!("<vt:lpwstr>{REPORT}</vt:lpwstr>")));
    let kept = docx.part("customXml/item1.xml");
    assert!(kept.contains("urn:baocao:ban-word:1") && kept.contains("danh_gia"), "{kept}");
}

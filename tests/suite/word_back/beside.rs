//! Words beside the text, pictures and words struck through: told, never lost, never taken for a text. Not for the text itself.

use super::sample::{Draft, MEETINGS, PROPOSALS, TABLE, run, texts};
use super::{codes, imported, read_texts, with};

/// What is told of a draft whose texts stay as they are.
#[track_caller]
fn told_of(draft: &Draft, code: &str) -> String {
    let (dossier, told) = imported(draft, &["--format", "json"]);
    assert_eq!(read_texts(&dossier), texts(), "{}", told.stdout);
    told.one(code).noi_dung
}

#[test]
fn words_in_a_text_box_are_refused_once() {
    let words = "<w:txbxContent><w:p><w:r><w:t>Xem lại đoạn này</w:t></w:r></w:p></w:txbxContent>";
    let shape = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>{words}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{words}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    );
    let draft = Draft::new().replace(MEETINGS, "</w:p>", &shape);
    let said = told_of(&draft, "W02");
    assert!(said.contains("hộp văn bản") && said.contains("«Xem lại đoạn này»"), "{said}");
}

#[test]
fn words_of_notes_heads_and_feet_of_pages_are_refused() {
    let note = |root: &str, name: &str| {
        let xml = format!(
            "<w:{root} xmlns:w=\"w\"><w:{name} w:id=\"2\"><w:p><w:r><w:t>Theo số mới</w:t></w:r></w:p></w:{name}></w:{root}>"
        );
        xml
    };
    for (part, root, name, called) in [
        ("word/footnotes.xml", "footnotes", "footnote", "chú thích cuối trang"),
        ("word/endnotes.xml", "endnotes", "endnote", "chú thích cuối văn bản"),
        ("word/header2.xml", "hdr", "x", "đầu trang"),
        ("word/footer1.xml", "ftr", "x", "chân trang"),
    ] {
        let said = told_of(&Draft::new().part(part, &note(root, name)), "W02");
        assert!(said.contains(called) && said.contains("«Theo số mới»"), "{said}");
    }
}

#[test]
fn a_picture_is_told_and_the_words_beside_it_are_taken() {
    let picture = "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"Picture 1\"/><a:blip/></wp:inline></w:drawing></w:r></w:p>";
    let draft = Draft::new().replace(PROPOSALS, "</w:p>", picture).replace(PROPOSALS, "sửa", "làm");
    let (dossier, told) = imported(&draft, &["--format", "json"]);
    assert!(told.one("W05").noi_dung.contains("ảnh"), "{}", told.stdout);
    assert_eq!(read_texts(&dossier), with("kien_nghi.huyen", 0, "sửa", "làm"));
    told.ends_with(0);
    let own = picture.replace("Picture 1", "baocao-bieu-do-1");
    assert!(codes(&Draft::new().replace(PROPOSALS, "</w:p>", &own)).is_empty());
}

#[test]
fn words_struck_through_by_hand_are_told() {
    let struck = "</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>sửa cầu</w:t></w:r><w:r><w:t xml:space=\"preserve\">";
    let draft = Draft::new().replace(PROPOSALS, "sửa cầu", struck);
    assert!(told_of(&draft, "W05").contains("gạch ngang"));
}

#[test]
fn words_in_fields_links_tags_and_unknown_elements_are_read() {
    let wrapped = "</w:t></w:r><w:smartTag><w:hyperlink><w:fldSimple w:instr=\"X\"><w:khongBiet><w:r><w:t>nâng cấp</w:t></w:r></w:khongBiet></w:fldSimple></w:hyperlink></w:smartTag><w:r><w:sym w:font=\"Symbol\" w:char=\"002C\"/><w:tab/><w:t>làm</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">";
    let draft = Draft::new().replace(PROPOSALS, "sửa", wrapped);
    let (dossier, told) = imported(&draft, &[]);
    let wanted = with("kien_nghi.huyen", 0, "sửa", "nâng cấp, làm-");
    assert_eq!(read_texts(&dossier), wanted, "{}{}", told.stdout, told.stderr);
}

#[test]
fn pasted_text_is_cleaned_as_in_a_return() {
    let pasted = "nối\u{a0}dài\u{200b} đường 25\u{2011}CT, Ðắk\u{301}";
    let draft = Draft::new().replace(PROPOSALS, "sửa", pasted);
    let (dossier, told) = imported(&draft, &[]);
    let read = dossier.read(super::RETURN);
    assert!(read.contains("huyện nối dài đường 25-CT, Đắ"), "{read}{}", told.stderr);
    assert!(!read.contains('\u{a0}') && !read.contains('\u{200b}'), "{read}");
}

#[test]
fn a_line_break_in_a_text_begins_a_paragraph() {
    let draft = Draft::new().replace(MEETINGS, "y tế. Các", "y tế.</w:t><w:br/><w:t>Các");
    let (dossier, told) = imported(&draft, &[]);
    assert_eq!(read_texts(&dossier)[0].1.len(), 3, "{}{}", told.stdout, told.stderr);
}

#[test]
fn a_list_of_word_is_a_list() {
    let line = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"5\"/></w:numPr></w:pPr>";
    let new = format!("{line}{}</w:p>", run("Thiếu xe."));
    let draft = Draft::new().insert(super::FIRST_LIMIT + 1, new);
    let (dossier, _) = imported(&draft, &[]);
    let mut wanted = texts();
    wanted[3].1.insert(1, "- Thiếu xe.".to_owned());
    assert_eq!(read_texts(&dossier), wanted);
}

#[test]
fn a_row_that_was_added_or_taken_out_is_refused() {
    let row = "<w:tr><w:tc><w:p><w:r><w:t>Số hộ nghèo</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let said = told_of(&Draft::new().replace(TABLE, "</w:tbl>", row), "W02");
    assert!(said.contains("Số hộ nghèo"), "{said}");
    let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Thôn</w:t></w:r></w:p></w:tc>\
                 <w:tc><w:p><w:r><w:t>Hộ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let said = told_of(&Draft::new().insert(MEETINGS, table.to_owned()), "W02");
    assert_eq!(said, "2 ô bảng thêm trong Word, không thuộc lời văn nào: «Thôn | Hộ»");
    let said = told_of(&Draft::new().remove(TABLE), "W02");
    assert!(said.contains("6 đoạn, ô"), "{said}");
}

//! Tracked changes are taken or turned down and told with their authors; comments are told and written nowhere. Not for what
//! stands beside the text ([`super::beside`]).

use super::sample::{Draft, FIRST_LIMIT, MEETINGS, PROPOSALS, run, texts};
use super::{imported, read_texts, with};

const WHO: &str = "w:id=\"7\" w:author=\"Nguyễn Văn Mẫu\" w:date=\"2024-03-18T09:30:00Z\"";

fn inserted(words: &str) -> String {
    format!("<w:ins {WHO}>{}</w:ins>", run(words))
}

fn deleted(words: &str) -> String {
    let gone = run(words).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ");
    format!("<w:del {WHO}>{gone}</w:del>")
}

/// Puts tracked changes in the middle of the words of a block.
fn tracked(draft: Draft, block: usize, from: &str, to: &str) -> Draft {
    let around = |inside: &str| format!("</w:t></w:r>{inside}<w:r><w:t xml:space=\"preserve\">");
    draft.replace(block, from, &around(&format!("{}{}", deleted(from), inserted(to))))
}

#[test]
fn tracked_words_are_taken_or_turned_down_and_told() {
    let draft = tracked(Draft::new(), MEETINGS, "ba lần", "bốn lần");
    for draft in [draft.clone(), draft.without_controls()] {
        let (dossier, told) = imported(&draft, &[]);
        assert_eq!(
            read_texts(&dossier),
            with("tinh_hinh", 1, "ba lần", "bốn lần"),
            "{}",
            told.stderr
        );
        for words in [
            "Nguyễn Văn Mẫu, 18/3/2024 09:30, xóa «ba lần» (suoi-bac.yaml · tinh_hinh)",
            "thêm «bốn lần»",
        ] {
            assert!(told.stdout.contains(words), "{}", told.stdout);
        }
        told.ends_with(0);
        let (dossier, told) = imported(&draft, &["--theo-doi", "bo"]);
        assert_eq!(read_texts(&dossier), texts());
        assert!(told.stdout.contains("Sửa có theo dõi (không nhận)"), "{}", told.stdout);
        told.ends_with(0);
    }
}

#[test]
fn a_tracked_paragraph_is_taken_or_turned_down() {
    let mark = format!("<w:pPr><w:rPr><w:ins {WHO}/></w:rPr></w:pPr>");
    let new = format!("<w:p>{mark}{}</w:p>", inserted("- Thiếu xe."));
    let draft = Draft::new().insert(FIRST_LIMIT, new);
    let mut wanted = texts();
    wanted[3].1.insert(0, "- Thiếu xe.".to_owned());
    let (dossier, told) = imported(&draft, &[]);
    assert_eq!(read_texts(&dossier), wanted, "{}{}", told.stdout, told.stderr);
    let (dossier, told) = imported(&draft, &["--theo-doi", "bo"]);
    assert_eq!(read_texts(&dossier), texts(), "{}{}", told.stdout, told.stderr);
}

#[test]
fn a_paragraph_mark_that_was_deleted_joins_two_paragraphs() {
    let mark = format!("<w:pPr><w:jc w:val=\"both\"/><w:rPr><w:del {WHO}/></w:rPr></w:pPr>");
    let draft = Draft::new().replace(2, "<w:pPr><w:jc w:val=\"both\"/></w:pPr>", &mark);
    let (dossier, told) = imported(&draft, &[]);
    assert_eq!(read_texts(&dossier)[0].1.len(), 1, "{}{}", told.stdout, told.stderr);
    let (dossier, _) = imported(&draft, &["--theo-doi", "bo"]);
    assert_eq!(read_texts(&dossier), texts());
}

#[test]
fn moved_words_count_once() {
    let moved = "<w:moveFrom w:id=\"1\" w:author=\"A\" w:date=\"2024-03-18T09:30:00Z\"><w:r><w:t>Các thôn đều cử người dự họp đầy đủ.</w:t></w:r></w:moveFrom>";
    let to = moved.replace("moveFrom", "moveTo");
    let around = |inside: &str| format!("</w:t></w:r>{inside}<w:r><w:t xml:space=\"preserve\">");
    let draft = Draft::new()
        .replace(MEETINGS, "Các thôn đều cử người dự họp đầy đủ.", &around(moved))
        .replace(PROPOSALS, "Đề nghị huyện", &format!("{}Đề nghị huyện", around(&to)));
    let mut wanted = with("tinh_hinh", 1, " Các thôn đều cử người dự họp đầy đủ.", "");
    wanted[4].1[0] =
        "Các thôn đều cử người dự họp đầy đủ.Đề nghị huyện sửa cầu Suối Bạc.".to_owned();
    let (dossier, told) = imported(&draft, &[]);
    assert_eq!(read_texts(&dossier), wanted, "{}{}", told.stdout, told.stderr);
}

#[test]
fn a_comment_is_told_with_its_words_and_written_nowhere() {
    let anchored = "<w:commentRangeStart w:id=\"3\"/><w:r><w:t>sửa cầu</w:t></w:r><w:commentRangeEnd w:id=\"3\"/><w:r><w:commentReference w:id=\"3\"/></w:r>";
    let around = format!("</w:t></w:r>{anchored}<w:r><w:t xml:space=\"preserve\">");
    let comments = "<w:comments xmlns:w=\"w\"><w:comment w:id=\"3\" w:author=\"Trần Thị Thử\" w:date=\"2024-03-18T10:00:00Z\"><w:p><w:r><w:t>Nói rõ năm nào &amp; ai làm</w:t></w:r></w:p></w:comment></w:comments>";
    let draft =
        Draft::new().replace(PROPOSALS, "sửa cầu", &around).part("word/comments.xml", comments);
    let (dossier, told) = imported(&draft, &[]);
    assert_eq!(read_texts(&dossier), texts());
    let wanted = "Trần Thị Thử, 18/3/2024 10:00 về «sửa cầu» (suoi-bac.yaml · kien_nghi.huyen): Nói rõ năm nào & ai làm";
    assert!(told.stdout.contains(wanted), "{}", told.stdout);
    assert!(told.stdout.contains("Không có gì thay đổi.\n"), "{}", told.stdout);
    told.ends_with(0);
}

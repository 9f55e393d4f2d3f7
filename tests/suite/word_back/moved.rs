//! Paragraphs that are split, joined, moved or lost their controls: understood where nothing else can be meant. Not for tracked
//! changes ([`super::tracked`]).

use super::sample::{
    DRAFT, Draft, FIRST_LIMIT, MEETINGS, PROPOSALS, RETURN, SITUATION, STRENGTHS, Texts, paragraph,
    run, texts,
};
use super::{imported, read_texts, with};

/// Holds a draft, with its controls and without, to the texts that come of it.
#[track_caller]
fn comes_to(draft: &Draft, wanted: &Texts) {
    for draft in [draft.clone(), draft.clone().without_controls()] {
        let (dossier, told) = imported(&draft, &[]);
        assert_eq!(read_texts(&dossier), *wanted, "\n{}{}", told.stdout, told.stderr);
        told.ends_with(0);
    }
}

/// Ends a paragraph at some words and begins another with those behind, as Enter does in a control.
fn split(draft: Draft, block: usize, before: &str, behind: &str) -> Draft {
    let between = "</w:t></w:r></w:sdtContent></w:sdt></w:p><w:p><w:sdt><w:sdtPr><w:tag w:val=\"L3.0\"/></w:sdtPr><w:sdtContent><w:r><w:t>";
    draft.replace(block, &format!("{before} {behind}"), &format!("{before}{between}{behind}"))
}

#[test]
fn a_paragraph_is_split() {
    let draft = split(Draft::new(), MEETINGS, "công tác y tế.", "Các thôn");
    let mut wanted = texts();
    wanted[0].1[1] = "Đảng ủy xã đã họp ba lần để chỉ đạo công tác y tế.".to_owned();
    wanted[0].1.push("Các thôn đều cử người dự họp đầy đủ.".to_owned());
    comes_to(&draft, &wanted);
}

#[test]
fn two_paragraphs_become_one_with_their_numbers() {
    let mut draft = Draft::new();
    let second = draft.blocks.remove(MEETINGS);
    let inner = second.split_once("</w:pPr>").expect("a paragraph").1.to_owned();
    draft.blocks[SITUATION] =
        draft.blocks[SITUATION].replace("</w:p>", &format!("{}{inner}", run(" ")));
    let mut wanted = texts();
    let second = wanted[0].1.remove(1);
    wanted[0].1[0] = format!("{} {second}", wanted[0].1[0]);
    comes_to(&draft, &wanted);
}

#[test]
fn list_lines_change_places() {
    let mut draft = Draft::new();
    draft.blocks.swap(FIRST_LIMIT, FIRST_LIMIT + 2);
    let mut wanted = texts();
    wanted[3].1.swap(0, 2);
    comes_to(&draft, &wanted);
}

#[test]
fn a_paragraph_goes_to_another_text_with_its_number() {
    let mut draft = Draft::new();
    let moved = draft.blocks.remove(FIRST_LIMIT + 2);
    draft.blocks.insert(MEETINGS, moved);
    let mut wanted = texts();
    let moved = wanted[3].1.remove(2);
    wanted[0].1.insert(1, moved.trim_start_matches("- ").to_owned());
    let (dossier, told) = imported(&draft, &[]);
    let read = dossier.read(RETURN);
    assert!(read.contains("  - Cả xã còn {{ so_lieu.so_thon }} thôn"), "{read}{}", told.stderr);
    assert_eq!(read_texts(&dossier)[3], wanted[3], "{}", told.stderr);
    told.ends_with(0);
}

#[test]
fn a_sentence_goes_to_another_text() {
    let sentence = " Các thôn đều cử người dự họp đầy đủ.";
    let draft = Draft::new().replace(MEETINGS, sentence, "").replace(
        STRENGTHS,
        "từng hộ dân.",
        &format!("từng hộ dân.{sentence}"),
    );
    let mut wanted = with("tinh_hinh", 1, sentence, "");
    wanted[2].1[0].push_str(sentence);
    comes_to(&draft, &wanted);
}

#[test]
fn a_sentence_with_a_number_goes_elsewhere_in_its_paragraph_without_losing_it() {
    let draft = Draft::new().without_controls();
    let mut wanted = texts();
    wanted[0].1[0] = "Đời sống người dân ổn định. Trong kỳ, xã có {{ so_lieu.dan_so }} người, trong đó {{ so_lieu.nguoi_bhyt }} người có thẻ.".to_owned();
    let mut draft = draft;
    draft.blocks[SITUATION] = paragraph(&run(
        "Đời sống người dân ổn định. Trong kỳ, xã có 1.000 người, trong đó 950 người có thẻ.",
    ));
    let (dossier, told) = imported(&draft, &[]);
    assert_eq!(read_texts(&dossier), wanted, "{}{}", told.stdout, told.stderr);
}

#[test]
fn a_deleted_paragraph_and_a_deleted_sentence_with_its_number_go() {
    let draft = Draft::new().remove(FIRST_LIMIT + 2);
    let mut wanted = texts();
    wanted[3].1.pop();
    comes_to(&draft, &wanted);
    let draft = Draft::new().remove(PROPOSALS);
    let mut wanted = texts();
    wanted[4].1.clear();
    comes_to(&draft, &wanted);
}

#[test]
fn a_paragraph_that_was_typed_anew_stays_in_its_text() {
    let draft = Draft::new();
    for tagged in [true, false] {
        let mut draft = if tagged { draft.clone() } else { draft.clone().without_controls() };
        let old = "Đề nghị huyện sửa cầu Suối Bạc.";
        draft.blocks[PROPOSALS] =
            draft.blocks[PROPOSALS].replace(old, "Mong cấp trên quan tâm hơn nữa!");
        let (dossier, told) = imported(&draft, &[]);
        assert_eq!(
            read_texts(&dossier)[4].1,
            ["Mong cấp trên quan tâm hơn nữa!"],
            "{}",
            told.stderr
        );
        told.ends_with(0);
    }
}

#[test]
fn a_paragraph_that_was_moved_under_no_text_is_refused_and_its_text_stays() {
    let mut draft = Draft::new();
    let moved = draft.blocks.remove(PROPOSALS);
    draft.blocks.insert(5, moved);
    let (dossier, told) = imported(&draft, &["--format", "json"]);
    assert!(told.one("W02").noi_dung.contains("kien_nghi.huyen"), "{}", told.stdout);
    assert_eq!(read_texts(&dossier), texts());
}

#[test]
fn a_number_with_no_control_that_was_typed_anew_the_same_stays_bound() {
    let control = regex::Regex::new(r"<w:sdt><w:sdtPr><w:tag w:val=.S2.0.3./>.*?<w:t xml:space=.preserve.>950</w:t></w:r></w:sdtContent></w:sdt>").expect("a pattern");
    let mut draft = Draft::new();
    assert!(control.is_match(&draft.blocks[SITUATION]));
    draft.blocks[SITUATION] = control.replace(&draft.blocks[SITUATION], run("950")).into_owned();
    let (dossier, told) = imported(&draft, &[]);
    assert_eq!(read_texts(&dossier), texts());
    assert!(told.stdout.contains("Không có gì thay đổi.\n"), "{}", told.stdout);
    let draft = draft.replace(SITUATION, "xml:space=\"preserve\">950<", ">950.000<");
    let (dossier, told) = imported(&draft, &["--format", "json"]);
    assert_eq!(told.one("W03").gia_tri, None);
    assert_eq!(read_texts(&dossier), texts());
    assert!(dossier.is_there(DRAFT));
}

#[test]
fn letters_and_digits_typed_onto_a_number_touch_it() {
    for behind in ["xyz", "0", ".000"] {
        let onto = Draft::new().replace(SITUATION, ">950<", &format!(">950{behind}<"));
        let beside = format!("> {behind}").replace(' ', "");
        let beside =
            Draft::new().replace(SITUATION, "> người có thẻ", &format!("{beside} người có thẻ"));
        for draft in [onto.without_controls(), beside.clone(), beside.without_controls()] {
            let (dossier, told) = imported(&draft, &["--format", "json"]);
            assert_eq!(told.of("W03").len(), 1, "{behind}: {}", told.stdout);
            assert_eq!(read_texts(&dossier), texts());
        }
    }
}

/// The draft with its snapshot changed.
fn said_otherwise(draft: Draft, from: &str, to: &str) -> Draft {
    let place = "customXml/item1.xml";
    let own = draft.parts.iter().find(|(name, _)| name == place).expect("the part").1.clone();
    assert!(own.contains(from), "no {from}");
    draft.part(place, &own.replacen(from, to, 1))
}

#[test]
fn words_of_somebody_else_are_refused_with_why_and_the_rest_of_their_text_is_not() {
    let locked = "\"khong_sua\":\"lời của đơn vị khác\",\"manh\":[{\"chu\":\"Đề nghị";
    let draft =
        said_otherwise(Draft::new(), "\"khong_sua\":null,\"manh\":[{\"chu\":\"Đề nghị", locked);
    let (dossier, told) =
        imported(&draft.clone().replace(PROPOSALS, "sửa", "làm"), &["--format", "json"]);
    let found = told.one("W02");
    assert!(found.noi_dung.contains("lời của đơn vị khác"), "{}", told.stdout);
    assert!(found.cach_sua.expect("a hint").contains("bỏ chỗ sửa ấy trong bản Word"));
    assert_eq!(read_texts(&dossier), texts());
    let draft = draft.insert(PROPOSALS + 1, paragraph(&run("Đề nghị tỉnh cấp thuốc.")));
    let (dossier, _) = imported(&draft, &[]);
    assert_eq!(read_texts(&dossier)[4].1.len(), 2);
}

#[test]
fn paragraphs_no_page_prints_stay_where_they_are() {
    let draft = Draft::new().replace(MEETINGS, "ba lần", "bốn lần");
    let draft = said_otherwise(draft, "\"thu\":1", "\"thu\":2");
    let dossier = super::dossier().write(DRAFT, draft.bytes());
    let dossier =
        dossier.replace(RETURN, "\n\n  Đảng ủy", "\n\n  Câu chưa in vì thiếu số.\n\n  Đảng ủy");
    dossier.run(["import", DRAFT]).ends_with(0);
    let text = dossier.read(RETURN);
    assert!(
        text.contains("\n\n  Câu chưa in vì thiếu số.\n\n  Đảng ủy xã đã họp bốn lần"),
        "{text}"
    );
}

#[test]
fn a_control_around_whole_paragraphs_holds_new_ones_too() {
    let mut draft = Draft::new();
    let bare = draft.clone().without_controls();
    let tag = "<w:sdt><w:sdtPr><w:tag w:val=\"L3.0\"/></w:sdtPr><w:sdtContent>";
    let new = paragraph(&run("Xã được huyện cấp thêm thuốc."));
    draft.blocks[MEETINGS] = format!("{tag}{}{new}</w:sdtContent></w:sdt>", bare.blocks[MEETINGS]);
    let (dossier, told) = imported(&draft, &[]);
    assert_eq!(read_texts(&dossier)[0].1[2], "Xã được huyện cấp thêm thuốc.", "{}", told.stderr);
}

#[test]
fn what_a_control_shows_where_nothing_is_typed_is_no_text() {
    let mut draft = Draft::new();
    let old = "Đề nghị huyện sửa cầu Suối Bạc.";
    let hint = draft.blocks[PROPOSALS].replace(old, "Bấm vào đây để nhập văn bản.");
    draft.blocks[PROPOSALS] = hint.replace("</w:sdtPr>", "<w:showingPlcHdr/></w:sdtPr>");
    let (dossier, _) = imported(&draft, &[]);
    assert!(dossier.read(RETURN).contains("  huyen: null\n"), "{}", dossier.read(RETURN));
}

#[test]
fn a_heading_joined_with_the_text_below_it_leaves_both_as_they_are() {
    let mut draft = Draft::new();
    let second = draft.blocks.remove(STRENGTHS);
    let inner = second.split_once("</w:pPr>").expect("a paragraph").1.to_owned();
    let heading = &draft.blocks[STRENGTHS - 1];
    draft.blocks[STRENGTHS - 1] = heading.replace("</w:p>", &format!("{}{inner}", run(" ")));
    comes_to(&draft, &texts());
}

#[test]
fn a_text_printed_twice_takes_the_correction_of_either_place() {
    let draft = Draft::new();
    let mut twice = said_otherwise(
        draft,
        "{\"phan\":[{\"in\":\"Nơi nhận",
        "{\"phan\":[{\"loi\":{\"tep\":\"inputs/hai-xa/2024-Q1/suoi-bac.yaml\",\"khoa\":[\"kien_nghi\",\"huyen\"],\"thu\":0,\"gach\":false,\"goc\":\"Đề nghị huyện sửa cầu Suối Bạc.\",\"khong_sua\":null,\"manh\":[{\"chu\":\"Đề nghị huyện sửa cầu Suối Bạc.\"}]}}]},{\"phan\":[{\"in\":\"Nơi nhận",
    );
    twice = twice.insert(PROPOSALS + 1, paragraph(&run("Đề nghị huyện sửa cầu Suối Bạc.")));
    comes_to(&twice, &texts());
    let one = twice.clone().replace(PROPOSALS + 1, "sửa", "làm");
    let (dossier, told) = imported(&one, &[]);
    assert_eq!(read_texts(&dossier)[4].1, ["Đề nghị huyện làm cầu Suối Bạc."], "{}", told.stderr);
    let both = one.replace(PROPOSALS, "sửa", "dựng");
    let (dossier, told) = imported(&both, &["--format", "json"]);
    assert!(told.one("W02").noi_dung.contains("nhiều chỗ"), "{}", told.stdout);
    assert_eq!(read_texts(&dossier), texts());
}

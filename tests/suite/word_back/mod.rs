//! What leaders correct in a Word draft comes back: texts into their YAML keys with their references, all else refused by name. Not
//! for the draft that goes out.

mod beside;
mod faults;
mod moved;
pub(crate) mod sample;
mod seeded;
mod tracked;

use baocao::model::text::Text;
use baocao::source::SourceFile;
use baocao::yaml;
use baocao::yaml::tree::Value;

use self::sample::{
    DRAFT, Draft, FIRST_LIMIT, MEETINGS, PROPOSALS, RATE, RETURN, SITUATION, STRENGTHS, TABLE,
    Texts, dossier, paragraph, run, texts,
};
use crate::dossier::Dossier;
use crate::told::Told;

/// Imports a draft.
fn imported(draft: &Draft, more: &[&str]) -> (Dossier, Told) {
    let dossier = dossier().write(DRAFT, draft.bytes());
    let told = dossier.run([&["import", DRAFT][..], more].concat());
    (dossier, told)
}

/// The findings of an import.
fn codes(draft: &Draft) -> Vec<String> {
    let told = imported(draft, &["--format", "json"]).1;
    told.findings().into_iter().map(|found| found.ma).collect()
}

/// The texts in a return.
fn read_texts(dossier: &Dossier) -> Texts {
    let file = SourceFile::new(RETURN, dossier.read(RETURN));
    let root = yaml::parse(&file).expect("YAML");
    let read = |key: &'static str| {
        let node = key.split('.').try_fold(&root, |node, key| node.at(key)).expect("the key");
        let text = match &node.value {
            Value::Scalar(text) => text.clone(),
            _ => String::new(),
        };
        let all = Text::parse(&text);
        let lines = Text::parse(&text).paragraphs().len();
        let item = key == "danh_gia.han_che";
        let dashes: Vec<bool> = if item {
            text.lines()
                .filter(|line| !line.trim().is_empty())
                .map(|line| line.trim().starts_with("- "))
                .collect()
        } else {
            vec![false; lines]
        };
        let line = |(at, one): (usize, &baocao::model::text::Paragraph)| {
            format!("{}{}", if dashes[at] { "- " } else { "" }, one.line)
        };
        (key, all.paragraphs().iter().enumerate().map(line).collect())
    };
    texts().into_iter().map(|(key, _)| read(key)).collect()
}

/// The texts with one paragraph changed.
fn with(key: &str, at: usize, from: &str, to: &str) -> Texts {
    let mut all = texts();
    let own = all.iter_mut().find(|(own, _)| *own == key).expect("the key");
    assert!(own.1[at].contains(from), "no «{from}» in {}", own.1[at]);
    own.1[at] = own.1[at].replacen(from, to, 1);
    all
}

#[test]
fn a_draft_nobody_changed_changes_nothing() {
    for draft in [Draft::new(), Draft::new().without_controls()] {
        let (dossier, told) = imported(&draft, &[]);
        assert!(told.stdout.contains("Không có gì thay đổi.\n"), "{}{}", told.stdout, told.stderr);
        assert_eq!(read_texts(&dossier), texts());
        told.ends_with(0);
    }
}

#[test]
fn a_changed_sentence_goes_to_its_key_and_every_other_byte_stays() {
    let before = dossier().read(RETURN);
    for draft in [Draft::new(), Draft::new().without_controls()] {
        let draft = draft.replace(MEETINGS, "ba lần", "bốn lần");
        let (dossier, told) = imported(&draft, &[]);
        let wanted = before.replace("họp ba lần", "họp bốn lần");
        assert_eq!(dossier.read(RETURN), wanted);
        assert!(told.stdout.contains("suoi-bac.yaml · tinh_hinh"), "{}", told.stdout);
        assert!(
            told.stdout.contains("[-ba-]") && told.stdout.contains("{+bốn+}"),
            "{}",
            told.stdout
        );
        told.ends_with(0);
        let again = dossier.run(["import", DRAFT]).ends_with(0);
        assert!(again.stdout.contains("Không có gì thay đổi.\n"), "{}", again.stdout);
    }
}

#[test]
fn a_dry_run_shows_old_and_new_and_writes_nothing() {
    let draft = Draft::new().replace(PROPOSALS, "sửa cầu", "làm lại cầu");
    let (dossier, told) = imported(&draft, &["--dry-run"]);
    assert_eq!(read_texts(&dossier), texts());
    assert!(
        told.stdout.contains("[-sửa-]") && told.stdout.contains("{+làm lại+}"),
        "{}",
        told.stdout
    );
    assert!(told.stdout.contains("chưa ghi gì"), "{}", told.stdout);
    told.ends_with(0);
}

#[test]
fn words_around_a_number_change_and_it_stays_bound() {
    let draft = Draft::new().replace(SITUATION, "Đời sống", "Nhìn chung, đời sống");
    let wanted = with("tinh_hinh", 0, "Đời sống", "Nhìn chung, đời sống");
    for draft in [draft.clone(), draft.without_controls()] {
        let (dossier, told) = imported(&draft, &[]);
        assert_eq!(read_texts(&dossier), wanted, "{}{}", told.stdout, told.stderr);
        told.ends_with(0);
    }
}

#[test]
fn a_touched_number_is_refused_by_name_with_its_line_and_the_others_texts_are_taken() {
    let draft = Draft::new().replace(SITUATION, ">950<", ">960<").replace(PROPOSALS, "sửa", "làm");
    for draft in [draft.clone(), draft.without_controls()] {
        let (dossier, told) = imported(&draft, &["--format", "json"]);
        let found = told.one("W03");
        assert!(found.noi_dung.contains("950") && found.noi_dung.contains("so_lieu.nguoi_bhyt"));
        let place = &found.cho_khac[0];
        assert_eq!((place.tep.as_str(), place.dong), (RETURN, 6));
        let hint = found.cach_sua.expect("a hint");
        assert!(hint.contains("baocao explain hai-xa 2024-Q1 suoi-bac nguoi_bhyt "), "{hint}");
        assert_eq!(read_texts(&dossier), with("kien_nghi.huyen", 0, "sửa", "làm"));
        told.ends_with(1);
    }
}

#[test]
fn a_computed_sentence_and_a_cell_are_refused_with_where_to_change_them() {
    for (block, from, to) in [(RATE, "95,0%", "96,0%"), (TABLE, ">950<", ">960<")] {
        let draft = Draft::new().replace(block, from, to);
        for draft in [draft.clone(), draft.without_controls()] {
            let (dossier, told) = imported(&draft, &["--format", "json"]);
            let found = told.one("W02");
            assert!(found.cach_sua.expect("a hint").contains("explain hai-xa 2024-Q1 suoi-bac"));
            assert_eq!(read_texts(&dossier), texts());
            told.ends_with(1);
        }
    }
}

#[test]
fn words_put_behind_a_computed_sentence_are_refused_with_where_they_can_stand() {
    let told = |draft: &Draft| {
        let found = imported(draft, &["--format", "json"]).1.one("W02");
        (found.noi_dung, found.cach_sua.expect("a hint"))
    };
    let (said, hint) = told(&Draft::new().replace(4, "THỰC HIỆN", "THỰC HIỆN CHUNG"));
    assert!(said.contains("bị gõ thêm chữ") && hint.contains("chi_tieu.MÃ.nhan_xet"), "{said}");
    let (said, hint) = told(&Draft::new().replace(4, "THỰC HIỆN", "CHUNG"));
    assert!(said.contains("bị sửa") && !hint.contains("nhan_xet"), "{said}");
}

#[test]
fn two_copies_of_a_draft_that_say_the_same_are_taken_once() {
    let draft = Draft::new().replace(PROPOSALS, "sửa cầu", "làm cầu");
    let same = dossier().write("gui/a.docx", draft.bytes()).write("gui/b.docx", draft.bytes());
    let told = same.run(["import", "gui"]).ends_with(0);
    assert!(told.stdout.contains("Đã sửa 1 tệp"), "{}", told.stdout);
    let other = Draft::new().replace(PROPOSALS, "sửa cầu", "xây cầu");
    let dossier = dossier().write("gui/a.docx", draft.bytes()).write("gui/b.docx", other.bytes());
    let told = dossier.run(["import", "gui"]).ends_with(1);
    assert!(told.stderr.contains("xem lại những chỗ khác nhau"), "{}", told.stderr);
    assert!(dossier.read(RETURN).contains("làm cầu"));
}

#[test]
fn a_sentence_behind_a_computed_one_goes_to_its_own_key() {
    let draft = Draft::new().replace(RATE, "mỗi sáng", "mỗi sáng và mỗi chiều");
    let (dossier, told) = imported(&draft.without_controls(), &[]);
    let wanted = with("nhiem_vu.nhan_thuc", 0, "mỗi sáng", "mỗi sáng và mỗi chiều");
    assert_eq!(read_texts(&dossier), wanted);
    assert!(dossier.read(RETURN).contains("# nhận thức"));
    told.ends_with(0);
}

#[test]
fn new_paragraphs_and_list_lines_come_between_their_neighbours() {
    let draft = Draft::new()
        .insert(FIRST_LIMIT + 1, paragraph(&run("- Thiếu xe chuyển bệnh nhân.")))
        .insert(MEETINGS + 1, paragraph(&run("Xã được huyện cấp thêm thuốc.")));
    let mut wanted = texts();
    wanted[0].1.push("Xã được huyện cấp thêm thuốc.".to_owned());
    wanted[3].1.insert(1, "- Thiếu xe chuyển bệnh nhân.".to_owned());
    for draft in [draft.clone(), draft.without_controls()] {
        let (dossier, told) = imported(&draft, &[]);
        assert_eq!(read_texts(&dossier), wanted, "{}{}", told.stdout, told.stderr);
        told.ends_with(0);
    }
}

#[test]
fn new_words_under_no_text_are_refused_and_quoted() {
    let draft = Draft::new().insert(5, paragraph(&run("Câu chen vào giữa hai đoạn máy lập.")));
    let (_, told) = imported(&draft, &["--format", "json"]);
    assert!(told.one("W02").noi_dung.contains("Câu chen vào"), "{}", told.stdout);
    told.ends_with(1);
}

#[test]
fn braces_typed_in_word_are_refused() {
    let draft = Draft::new().replace(PROPOSALS, "sửa cầu", "sửa {{ so_lieu.buoi }} cầu");
    let (dossier, told) = imported(&draft, &["--format", "json"]);
    assert!(told.one("W02").noi_dung.contains("ngoặc nhọn"), "{}", told.stdout);
    assert_eq!(read_texts(&dossier), texts());
}

#[test]
fn a_text_that_changed_in_the_file_since_is_told_with_all_three_versions() {
    let draft = Draft::new().replace(PROPOSALS, "sửa cầu", "làm lại cầu").replace(
        STRENGTHS,
        "nhiệt tình",
        "tận tụy",
    );
    let dossier = dossier().write(DRAFT, draft.bytes());
    let dossier = dossier.replace(RETURN, "sửa cầu Suối Bạc", "sửa đường Suối Bạc");
    let told = dossier.run(["import", DRAFT, "--format", "json"]).ends_with(1);
    let found = told.one("W04");
    for words in ["sửa cầu Suối Bạc", "sửa đường Suối Bạc", "làm lại cầu Suối Bạc"]
    {
        assert!(found.noi_dung.contains(words), "{}", found.noi_dung);
    }
    let text = dossier.read(RETURN);
    assert!(text.contains("sửa đường Suối Bạc") && text.contains("tận tụy"), "{text}");
}

#[test]
fn a_text_that_is_no_longer_in_the_file_is_told_as_not_there() {
    let draft = Draft::new().replace(PROPOSALS, "sửa cầu", "làm lại cầu");
    let dossier = dossier().write(DRAFT, draft.bytes());
    let dossier = dossier.replace(RETURN, "huyen: Đề nghị huyện sửa cầu Suối Bạc.", "huyen:");
    let told = dossier.run(["import", DRAFT, "--format", "json"]).ends_with(1);
    let said = told.one("W04").noi_dung;
    assert!(said.contains("Nay trong tệp: (không có). Trong Word: «Đề nghị"), "{said}");
}

#[test]
fn a_draft_that_says_its_words_belong_elsewhere_changes_nothing_there() {
    let own = |name: &str| {
        Draft::new().parts.iter().find(|(own, _)| own == name).expect("a part").1.clone()
    };
    let place =
        own("customXml/item1.xml").replace("\"kien_nghi\",\"huyen\"", "\"so_lieu\",\"dan_so\"");
    let draft =
        Draft::new().part("customXml/item1.xml", &place).replace(PROPOSALS, "sửa cầu", "làm cầu");
    let (dossier, told) = imported(&draft, &["--format", "json"]);
    assert_eq!(read_texts(&dossier), texts());
    assert!(!told.of("W02").is_empty(), "{}", told.stdout);
    let place = own("customXml/item1.xml").replace(RETURN, "inputs/hai-xa/../../ke-hoach.yaml");
    let draft =
        Draft::new().part("customXml/item1.xml", &place).replace(PROPOSALS, "sửa cầu", "làm cầu");
    assert!(codes(&draft).contains(&"W02".to_owned()));
}

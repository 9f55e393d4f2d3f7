//! Slips YAML cannot read, many of which nobody sees: each is named at its line, and doing what the finding says makes the
//! file readable. Not for the kinds of error the YAML crate knows ([`crate::syntax`]) and not for numbers
//! ([`crate::pasted`]).

use baocao::diagnostic::Finding;
use baocao::source::SourceFile;
use baocao::yaml;

use crate::dossier::Dossier;
use crate::views::read;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const SENTENCE: &str = "han_che: Đường vào thôn xa còn khó đi.";
const TASK: &str = "nhan_thuc: Xã Suối Bạc đã họp dân ở bốn thôn.";

/// What stands in the return of Suối Bạc, what is typed instead, the line told, and what is said.
type Slip = (&'static str, &'static str, usize, &'static str);

const UNSEEN: &[Slip] = &[
    ("  bac_si", "\u{a0}\u{a0}bac_si", 9, "dấu cách không ngắt (U+00A0)"),
    ("  bac_si", " \u{202f}bac_si", 9, "dấu cách không ngắt (U+202F)"),
    ("  bac_si", "\u{3000}bac_si", 9, "dấu cách toàn khổ (U+3000)"),
    ("  bac_si", "\u{200b}  bac_si", 9, "ký tự ẩn (U+200B)"),
    ("  ", "\u{a0}\u{a0}", 5, "(10 dòng: 5, 6, 7, 8, 9, 10, 11, 13, …)"),
    (TASK, "nhan_thuc: |\n    Xã họp.\n\u{a0}\u{a0}\u{a0}\u{a0}Dân họp.", 15, "(U+00A0)"),
    ("bac_si: 1", "bac_si:\u{a0}1", 9, "sau dấu hai chấm"),
    ("  bac_si", "  \u{feff}bac_si", 9, "U+FEFF"),
    ("Đường vào", "Đường\u{b}vào", 15, "U+000B"),
    ("bac_si: 1", "bac_si: 1\u{b}", 9, "U+000B"),
    ("Suối Bạc.\n", "Suối Bạc.\n\u{1a}", 18, "U+001A"),
    ("so_lieu:", "\u{c}so_lieu:", 4, "U+000C"),
    ("Đường vào", "Đường\0vào", 15, "U+0000"),
    ("bac_si: 1\n", "bac_si: 1\u{2028}", 9, "U+2028"),
    ("bac_si: 1\n", "bac_si: 1\u{2029}", 9, "U+2029"),
    ("bac_si: 1\n", "bac_si: 1\u{85}", 9, "U+0085"),
    ("  bac_si", "\tbac_si", 9, "phím Tab"),
    ("  bac_si", " \tbac_si", 9, "phím Tab"),
    (TASK, "nhan_thuc: |\n\tXã họp.", 14, "phím Tab"),
];

const SIGNS: &[Slip] = &[
    ("bac_si: 1", "bac_si：1", 9, "«：» (U+FF1A)"),
    ("so_lieu:", "so_lieu：", 4, "«：» (U+FF1A)"),
    ("don_vi: suoi", "don_vi：suoi", 1, "«：» (U+FF1A)"),
    ("bac_si: 1", "bac_si∶ 1", 9, "«∶» (U+2236)"),
    ("bac_si: 1", "bac_si:1", 9, "thiếu dấu cách sau dấu hai chấm"),
    ("bac_si: 1", "bac_si = 1", 9, "thiếu dấu hai chấm"),
    ("bac_si: 1", "bac_si 1", 9, "thiếu dấu hai chấm"),
    ("bac_si: 1", "bac_si: { gia_tri: 1，uoc: true }", 9, "dấu phẩy"),
    ("bac_si: 1", "bac_si: { gia_tri: 1; uoc: true }", 9, "dấu phẩy"),
    ("bac_si: 1", "bac_si: { gia_tri: 1 uoc: true }", 9, "thiếu dấu phẩy"),
    ("bac_si: 1", "bac_si: { gia_tri: 1, uoc: true", 9, "không được đóng"),
    ("bac_si: 1", "bac_si: ｛ gia_tri: 1, uoc: true ｝", 9, "ngoặc"),
    ("bac_si: 1", "bac_si: { gia_tri: 1, uoc: true }# ước", 9, "trước dấu #"),
    (SENTENCE, "han_che: \"Đường 5\"# ghi chú", 15, "trước dấu #"),
    (
        "kien_nghi:",
        "chap_nhan:\n  -{ ma: V07, o: dan_so, ly_do: y }\nkien_nghi:",
        17,
        "gạch nối và một dấu cách",
    ),
    (
        "kien_nghi:",
        "chap_nhan:\n  -ma: V07\n   o: dan_so\n   ly_do: y\nkien_nghi:",
        17,
        "gạch nối và một dấu cách",
    ),
];

const INDENTS: &[Slip] = &[
    ("don_vi: suoi", "  don_vi: suoi", 1, "dòng đầu thụt vào sâu hơn"),
    ("don_vi: suoi", " don_vi: suoi", 1, "dòng đầu thụt vào sâu hơn"),
    ("  dan_so", "    dan_so", 5, "thụt lề không đều"),
    ("  bac_si", "   bac_si", 9, "thụt lề không đều"),
    ("  bac_si", " bac_si", 9, "thụt lề không đều"),
    ("nhiem_vu:", " nhiem_vu:", 12, "thụt lề không đều"),
    (TASK, "nhan_thuc: |\nXã họp.", 14, "đoạn văn dưới «nhan_thuc»"),
    (TASK, "nhan_thuc: |\n    Xã họp.\nDân họp.", 15, "đoạn văn dưới «nhan_thuc»"),
    (TASK, "nhan_thuc: |\n      Xã họp.\n    Dân họp.", 14, "đoạn văn dưới «nhan_thuc»"),
    (TASK, "nhan_thuc: |\n      \n    Xã họp.", 14, "đoạn văn dưới «nhan_thuc»"),
    ("Suối Bạc.\n", "Suối Bạc.\nXin cảm ơn.\n", 18, "đoạn văn dưới «huyen»"),
];

const SENTENCES: &[Slip] = &[
    (TASK, "nhan_thuc: | Xã họp 5 buổi.", 13, "sau dấu | không được viết chữ"),
    (TASK, "nhan_thuc: > Xã họp 5 buổi.", 13, "sau dấu > không được viết chữ"),
    (TASK, "nhan_thuc: |- Xã họp\n    5 buổi.", 13, "sau dấu | không được viết chữ"),
    (SENTENCE, "han_che: Kết quả: 5 km", 15, "thêm dấu hai chấm"),
    (SENTENCE, "han_che: Gồm 5 việc:", 15, "thêm dấu hai chấm"),
    (SENTENCE, "han_che: Gồm 5 việc:\n    - Đường", 15, "thêm dấu hai chấm"),
    (SENTENCE, "han_che: 95% đường: xấu", 15, "thêm dấu hai chấm"),
    (SENTENCE, "han_che: *5 km đường", 15, "«*»"),
    (SENTENCE, "han_che: % hộ nghèo còn 5", 15, "«%»"),
    (SENTENCE, "han_che: @ 5 hộ", 15, "«@»"),
    (SENTENCE, "han_che: `5 hộ` còn nghèo", 15, "«`»"),
    (SENTENCE, "han_che: & 5 hộ", 15, "«&»"),
    (SENTENCE, "han_che: [5] Đường", 15, "«[»"),
    (SENTENCE, "han_che: {{ so_lieu.buoi }} buổi", 15, "«{»"),
    (SENTENCE, "han_che: > 5 hộ", 15, "sau dấu >"),
    (SENTENCE, "han_che: - 5 hộ", 15, "«-»"),
    (SENTENCE, "han_che: “Đường: 5 km”", 15, "ngoặc kép cong"),
    (SENTENCE, "han_che: \"Đường 5 km\" còn xấu", 15, "dấu ngoặc kép trong câu"),
    (SENTENCE, "han_che: 'Đường 5 km' còn xấu", 15, "dấu nháy ở đầu câu"),
    (SENTENCE, "han_che: \"Đường 5 km", 15, "không được đóng"),
    (SENTENCE, "han_che:\n    * Đường 5 km\n    * Cầu", 15, "lời văn nhiều dòng"),
];

/// The return with a slip.
fn slipped(from: &str, to: &str) -> String {
    let good = Dossier::case("hai-xa").read(SUOI_BAC);
    assert!(good.contains(from), "no «{from}»");
    good.replace(from, to)
}

/// The errors of a return.
fn errors(text: &str) -> Vec<Finding> {
    let plan = Dossier::case("hai-xa").read(PLAN);
    let dossier = Dossier::empty().write(PLAN, plan).write(SUOI_BAC, text);
    let found = read(&dossier).findings;
    found.into_iter().filter(Finding::is_error).collect()
}

/// The words between two others.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    Some(rest.split_once(after)?.0)
}

/// What a file is when somebody did what a finding says, to the letter.
fn followed(text: &str, found: &Finding) -> String {
    let hint = found.hint.as_deref().expect("something to do");
    let line = found.span.as_ref().expect("a place").position().0 - 1;
    let depth = || between(hint, "thụt vào ", " dấu cách").and_then(|depth| depth.parse().ok());
    let blanks = || " ".repeat(depth().expect("a depth"));
    let each = |change: &dyn Fn(usize, &str) -> String| {
        let lines = text.split('\n').enumerate().map(|(at, own)| change(at, own));
        lines.collect::<Vec<_>>().join("\n")
    };
    let only = |line: usize, meant: String| {
        each(&|at, own| if at == line { meant.clone() } else { own.to_owned() })
    };
    let own = text.split('\n').nth(line).expect("the line");
    if let Some(code) = between(hint, "xóa ký tự U+", ":") {
        let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a character");
        return text.replace(c, "");
    }
    if let Some(next) = between(hint, "ngay trước «", "», xóa ký tự ẩn, bấm Enter") {
        let before = own.split_once(next).expect("the words").0;
        let kept = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let gap = before.len() - before.trim_end_matches(' ').len();
        let rest = &own[before.len()..];
        return only(line, format!("{kept}\n{}{rest}", " ".repeat(gap)));
    }
    if hint.contains("gõ lại bằng phím cách: dòng") {
        let odd = |c: char| c != ' ' && !c.is_alphanumeric() && c != '-';
        let width = |c: char| match c {
            '\u{3000}' => "  ",
            '\u{200b}' => "",
            _ => " ",
        };
        return each(&|_, own| {
            let words = own.trim_start_matches(|c: char| odd(c) || c == ' ');
            own[..own.len() - words.len()].chars().map(width).collect::<String>() + words
        });
    }
    if let Some(written) = between(hint, "viết «", "»").filter(|_| !hint.contains("[{")) {
        let head = own.len() - own.trim_start_matches(' ').len();
        return if hint.contains("chuyển câu xuống dòng dưới") {
            let value = own.split_once(": ").expect("a value").1;
            let value = value.trim_start_matches(['|', '>', '-', ' ']);
            only(line, format!("{}{written}\n{}{value}", &own[..head], blanks()))
        } else if depth().is_some() {
            only(line, format!("{}{written}", blanks()))
        } else {
            only(line, format!("{}{written}", &own[..head]))
        };
    }
    let named = between(hint, "dòng ", " thụt vào").unwrap_or("này");
    let lines: Vec<usize> = named.split(", ").filter_map(|line| line.parse().ok()).collect();
    let lines = if lines.is_empty() { vec![line + 1] } else { lines };
    let deep = |own: &str| format!("{}{}", blanks(), own.trim()).trim_end().to_owned();
    each(&|at, own| if lines.contains(&(at + 1)) { deep(own) } else { own.to_owned() })
}

/// Holds each slip to its line, its words and a cure that works.
#[track_caller]
fn all_are_cured(slips: &[Slip]) {
    for (from, to, line, words) in slips {
        let text = slipped(from, to);
        let found = errors(&text);
        let [told] = &found[..] else { panic!("{to:?}: {found:#?}") };
        let place = told.span.as_ref().map(|span| span.position().0);
        assert_eq!((told.code.id(), place), ("Y01", Some(*line)), "{to:?}: {told:#?}");
        assert!(told.message.contains(words), "{to:?}: {told:#?}");
        let cured = followed(&text, told);
        assert_eq!(errors(&cured), [], "{to:?}, {:?}:\n{cured}", told.hint);
    }
}

#[test]
fn what_nobody_sees_is_named_with_a_cure_that_works() {
    all_are_cured(UNSEEN);
}

#[test]
fn signs_that_look_like_others_are_named_with_a_cure_that_works() {
    all_are_cured(SIGNS);
}

#[test]
fn lines_too_deep_or_not_deep_enough_are_named_with_a_cure_that_works() {
    all_are_cured(INDENTS);
}

#[test]
fn sentences_yaml_cannot_read_are_named_with_a_cure_that_works() {
    all_are_cured(SENTENCES);
}

#[test]
fn a_sentence_is_never_answered_like_a_number() {
    for (from, to, ..) in SENTENCES.iter().chain(SIGNS) {
        for one in errors(&slipped(from, to)) {
            let said = format!("{} {}", one.message, one.hint.unwrap_or_default());
            for words in ["số nguyên", "4921", "con số", "số liệu", "gia_tri: 5"] {
                assert!(!said.contains(words), "{to}: {said}");
            }
        }
    }
}

#[test]
fn a_figure_is_answered_like_a_figure() {
    for typed in ["1e400", "*khong_co", "!!int mot", "@SUM(A1)"] {
        let found = errors(&slipped("bac_si: 1", &format!("bac_si: {typed}")));
        let [told] = &found[..] else { panic!("{typed}: {found:#?}") };
        let said = format!("{} {}", told.message, told.hint.clone().unwrap_or_default());
        assert!(said.contains("số") && !said.contains("ngoặc kép"), "{typed}: {told:#?}");
    }
}

#[test]
fn a_second_slip_is_told_when_the_first_is_mended() {
    let text = slipped("bac_si: 1", "bac_si：1").replace(SENTENCE, "han_che: Kết quả: 5 km");
    let found = errors(&text);
    let [first] = &found[..] else { panic!("{found:#?}") };
    assert!(first.message.contains("U+FF1A"), "{first:#?}");
    let found = errors(&followed(&text, first));
    let [second] = &found[..] else { panic!("{found:#?}") };
    assert!(second.message.contains("thêm dấu hai chấm"), "{second:#?}");
}

#[test]
fn what_yaml_reads_is_left_alone() {
    for (from, to) in [
        (SENTENCE, "han_che: Đường\u{a0}vào thôn: xấu".replace(": xấu", " xấu")),
        (SENTENCE, "han_che: |\n    Kết quả: 5 km # 3 @ `x` | y".to_owned()),
        (SENTENCE, "han_che: |2\n    Kết quả: 5 km".to_owned()),
        (SENTENCE, "han_che: |-\n    Một\n\n      hai".to_owned()),
        (SENTENCE, "han_che:\tĐường xấu".to_owned()),
        (SENTENCE, "han_che: “Đường 5 km”".to_owned()),
        ("bac_si: 1", "bac_si : 1\t# một".to_owned()),
        ("bac_si: 1", "bac_si: { gia_tri: 1, uoc: true } # ước".to_owned()),
    ] {
        assert_eq!(errors(&slipped(from, &to)), [], "{to}");
    }
}

#[test]
fn in_braces_the_keys_of_a_group_are_named() {
    let list =
        |list: &str| errors(&slipped("kien_nghi:", &format!("chap_nhan: {list}\nkien_nghi:")));
    for (typed, message, hint) in [
        ("[{ ma: V07 }]", "thiếu «o», «ly_do»", "thêm vào trong dấu { }: o: …, ly_do: …"),
        ("[V07]", "cần một nhóm khóa", "{ ma: …, o: …, ly_do: … }"),
        (
            "{ ma: V07, o: dan_so, ly_do: y }",
            "cần một danh sách",
            "viết «[{ ma: V07, o: dan_so, ly_do: y }]»",
        ),
    ] {
        let found = list(typed);
        let [told] = &found[..] else { panic!("{typed}: {found:#?}") };
        assert!(told.message.contains(message), "{typed}: {told:#?}");
        assert!(told.hint.as_ref().is_some_and(|told| told.contains(hint)), "{typed}: {told:#?}");
    }
    for (typed, hint) in [
        ("{gia_tri:1}", "thiếu dấu cách sau dấu hai chấm: viết «gia_tri: 1»"),
        ("{ gia_tri： 1 }", "«：» không phải dấu hai chấm: viết «gia_tri: 1»"),
        ("{ gia_tri = 1 }", "«=» không phải dấu hai chấm: viết «gia_tri: 1»"),
    ] {
        let found = errors(&slipped("bac_si: 1", &format!("bac_si: {typed}")));
        let [told] = &found[..] else { panic!("{typed}: {found:#?}") };
        assert_eq!(told.hint.as_deref(), Some(hint), "{typed}");
    }
    let found = errors(&slipped(SENTENCE, "han_che：Đường xấu"));
    let [told] = &found[..] else { panic!("{found:#?}") };
    assert!(told.hint.as_ref().is_some_and(|hint| hint.ends_with("viết «han_che: Đường xấu»")));
}

#[test]
fn a_file_that_is_long_and_wrong_is_told_at_once() {
    let text = format!("{}ghi_chu：\n", "# dán nhầm\n".repeat(60_000));
    let told = yaml::parse(&SourceFile::new("tep.yaml", text));
    assert!(told.is_ok(), "a text alone is a value: {told:?}");
    let text = format!("{}a: b: c\n", "# dán nhầm\n".repeat(60_000));
    assert!(yaml::parse(&SourceFile::new("tep.yaml", text)).is_err());
}

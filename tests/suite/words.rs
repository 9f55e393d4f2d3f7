//! Numbers and texts on their way to the page: nothing is lost, nothing becomes something else. Not for what is hostile
//! in every field ([`crate::hostile`]).

use baocao::model::exact::{Exact, power_of_ten, round};
use baocao::model::number::{decimal, parse_decimal, whole};
use baocao::model::text::{Line, Text};
use baocao::render::finish::markup;
use baocao::render::together::Together;
use baocao::vietnamese::text::clean;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use unicode_normalization::UnicodeNormalization;

use crate::pdf::Pdf;
use crate::views::TOOLCHAIN;

/// Texts set together on one page.
const BATCH: usize = 150;
/// Stands before and after each of them.
const EDGE: char = '‡';

/// Words as clerks paste them: composed or not, with marks and invisible characters inside.
fn word() -> impl Strategy<Value = String> {
    let words = [
        "Đưng K'Nớ",
        "tỷ",
        "lệ",
        "95%",
        "25-CT/TW",
        "-",
        "--",
        "–",
        "“về”",
        "a\u{a0}b",
        "…",
        "1.",
        "#x",
        "*đậm*",
        "- gạch",
        "Nô\u{301}i",
        "hoa\u{300}",
        "lie\u{302}\u{323}n",
        "bả\u{ad}n",
        "a\u{200b}b",
        "\u{feff}",
        "//",
        "\\",
    ];
    prop_oneof![
        4 => proptest::sample::select(words.to_vec()).prop_map(str::to_owned),
        1 => "[a-zàáạảãđ0-9,;:()]{1,9}",
    ]
}

/// Several lines of words, with all the ways to end one.
fn pasted() -> impl Strategy<Value = String> {
    let gap = [
        " ", "  ", "\n", "\r\n", "\n\n", "\n- ", "\n  - ", "\t", "\r", "\u{2028}", "\u{2029}",
        "\u{85}",
    ];
    let piece = (word(), proptest::sample::select(gap.to_vec()));
    proptest::collection::vec(piece, 0..30)
        .prop_map(|pieces| pieces.into_iter().map(|(word, gap)| word + gap).collect())
}

/// The words of a text in order, without the marks that only begin an item, or one below it.
fn words(text: &str) -> Vec<String> {
    let composed: String = text.nfc().collect();
    let bare = composed.split_whitespace().map(|word| word.trim_start_matches(['-', '–']));
    bare.filter(|word| !matches!(*word, "" | "o" | "•" | "+")).map(str::to_owned).collect()
}

/// Letters, marks and punctuation of Vietnamese, Greek and Russian that the fonts have, and what Typst reads as code.
fn printable() -> impl Strategy<Value = String> {
    let coverage = TOOLCHAIN.typesetter.fonts().coverage();
    let ranges = [' '..='~', '\u{a0}'..='ỹ', '\u{2010}'..='\u{2044}'];
    let all: Vec<char> = ranges
        .into_iter()
        .flatten()
        .filter(|c| coverage.has(*c) && clean(&c.to_string()) == c.to_string())
        .filter(|c| *c != EDGE && !('\u{300}'..='\u{36f}').contains(c))
        .filter(|c| !('\u{590}'..='\u{8ff}').contains(c))
        .collect();
    assert!(all.len() > 600, "only {} characters", all.len());
    let code = [
        "#", "$", "@x", "<y>", "```", "\\", "//", "/*", "*/", "---", "...", "= ", "- ", "+ ",
        "1. ", "~", "]", "#box[",
    ];
    let token = prop_oneof![
        3 => proptest::sample::select(all).prop_map(String::from),
        2 => proptest::sample::select(code.to_vec()).prop_map(str::to_owned),
        2 => word(),
        1 => Just("ngày 25/10/2023, quý I/2024, 5/6 xã, số 12-KH/ĐU".to_owned()),
    ];
    proptest::collection::vec(token, 1..12).prop_map(|tokens| tokens.concat())
}

/// Sets texts in one document of a single endless line each, and reads them back.
fn printed(texts: &[String]) -> Vec<String> {
    let together = Together::read(TOOLCHAIN.files()).expect("the list");
    let line = |text: &String| format!("{EDGE}{}{EDGE}\n\n", markup(text, &together));
    let lines = texts.iter().map(line).collect::<Vec<_>>().concat();
    let sheet = format!(
        "#set document(title: \"Thử\", date: datetime(year: 2024, month: 1, day: 1))\n\
         #set page(width: 900cm, height: 900cm)\n#set text(font: \"Liberation Serif\", lang: \"vi\")\n{lines}"
    );
    let pdf =
        TOOLCHAIN.typesetter.typeset(sheet, "words").unwrap_or_else(|found| panic!("{found:#?}"));
    let text = Pdf::read(&pdf).text().to_owned();
    let read = text.split(EDGE).skip(1).step_by(2).map(str::to_owned);
    read.collect()
}

proptest! {
    #[test]
    fn a_whole_number_reads_as_written(value in any::<i128>()) {
        let written = whole(value);
        prop_assert_eq!(written.replace('.', "").parse(), Ok(value));
        let groups: Vec<&str> = written.trim_start_matches('-').split('.').collect();
        prop_assert!((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3));
    }

    #[test]
    fn a_decimal_reads_as_written(above in -(1_i128 << 50)..1_i128 << 50, below in 1_i128..1 << 40, digits in 0..=6_u8) {
        let rounded = round(Exact::new(above, below), digits);
        let written = decimal(rounded, digits);
        prop_assert_eq!(parse_decimal(&written.replace('.', "").replace(',', ".")), Some(rounded), "{}", written);
        let tail = written.split_once(',').map_or(0, |(_, tail)| tail.len());
        prop_assert!(tail == 0 || tail == usize::from(digits), "{}", written);
        prop_assert!(!written.starts_with("-0,0") || rounded != Exact::ZERO);
    }

    #[test]
    fn a_typed_decimal_is_read_exactly(head in 0..1_i128 << 50, tail in 0..1_000_i128) {
        let read = parse_decimal(&format!("{head}.{tail:03}"));
        prop_assert_eq!(read, Some(Exact::new(head * power_of_ten(3) + tail, power_of_ten(3))));
    }

    #[test]
    fn no_word_of_a_text_is_lost(pasted in pasted()) {
        let text = Text::parse(&pasted);
        let kept: Vec<String> = text.paragraphs().iter().flat_map(|one| words(one.line.as_str())).collect();
        prop_assert_eq!(kept, words(&clean(&pasted)));
        let line = Line::new(&pasted);
        prop_assert_eq!(words(line.as_str()), words(&clean(&pasted)));
        prop_assert!(!line.as_str().contains(['\n', '\r']));
    }

    #[test]
    fn cleaning_twice_changes_nothing(pasted in pasted()) {
        let once = clean(&pasted);
        prop_assert_eq!(clean(&once), once.clone());
        let line = Line::new(&pasted);
        prop_assert_eq!(Line::new(line.as_str()), line);
    }
}

#[test]
fn what_stands_below_an_item_keeps_its_words() {
    let text = Text::parse("- Đưng K'Nớ\no Đạ Sar ");
    let kept: Vec<String> =
        text.paragraphs().iter().flat_map(|one| words(one.line.as_str())).collect();
    assert_eq!(kept, ["Đưng", "K'Nớ", "Đạ", "Sar"]);
}

#[test]
fn a_line_break_of_a_word_processor_parts_words() {
    for gap in ["\u{b}", "\u{c}"] {
        assert_eq!(words(Line::new(&format!("một{gap}hai")).as_str()), ["một", "hai"]);
    }
}

#[test]
fn every_text_is_printed_as_it_is_typed() {
    let mut runner = TestRunner::deterministic();
    for _ in 0..4 {
        let text = || printable().new_tree(&mut runner).expect("a text").current();
        let texts: Vec<String> = std::iter::repeat_with(text).take(BATCH).collect();
        let texts: Vec<String> = texts.iter().map(|text| clean(text)).collect();
        let read = printed(&texts);
        assert_eq!(read.len(), BATCH);
        for (typed, read) in texts.iter().zip(&read) {
            assert_eq!(read.nfc().collect::<String>(), typed.nfc().collect::<String>());
        }
    }
}

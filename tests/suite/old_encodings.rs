//! Text from older fonts and wrong code pages: found, named and read; good text, in Vietnamese or not, is never taken for
//! it. Not for other odd characters ([`crate::pasted_text`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use baocao::diagnostic::Finding;
use baocao::vietnamese::codepage::Codepage;
use baocao::vietnamese::legacy::{Encoding, Suspect, suspect};
use baocao::vietnamese::syllable::{VOWELS, is_syllable, lower};
use baocao::vietnamese::{misread, tcvn3, vni};

use crate::dossier::{Dossier, files, repository};
use crate::views::read;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";

/// The lines of the samples that are Vietnamese.
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = files(&repository().join("inputs")).into_iter();
    let texts = all
        .filter(|(path, _)| path.rsplit('.').next() == Some("yaml"))
        .map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8"));
    texts
        .flat_map(|text| {
            text.lines().filter(|line| !line.is_ascii()).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
});

/// Every word of them with a letter beyond ASCII.
static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let words = LINES.iter().flat_map(|line| line.split(|c: char| !c.is_alphabetic()));
    words.filter(|word| !word.is_ascii()).collect()
});

/// How each letter is written in TCVN3; capitals with a tone as the small letter of a face of capitals.
static TCVN3: LazyLock<BTreeMap<char, String>> = LazyLock::new(|| {
    let letters = (128..=255_u8)
        .filter_map(|byte| Some((tcvn3::letter(byte)?, char::from(byte).to_string())));
    with_capitals(&letters.collect(), str::to_owned)
});

/// How each letter is written in VNI: a base and a mark, or one character.
static VNI: LazyLock<BTreeMap<char, String>> = LazyLock::new(|| {
    let alone = "ñôöíìæóòî".chars().map(String::from);
    let marked = "aeiouyôö"
        .chars()
        .flat_map(|base| "øûõùïâàåãáäêèúüéë".chars().map(move |mark| format!("{base}{mark}")));
    let letter = |typed: String| {
        let read = vni::decode(&typed, Codepage::Western)?;
        let mut letters = read.chars();
        letters.next().filter(|_| letters.next().is_none()).map(|letter| (letter, typed))
    };
    with_capitals(&alone.chain(marked).filter_map(letter).collect(), str::to_uppercase)
});

fn with_capitals(
    small: &BTreeMap<char, String>,
    capital: impl Fn(&str) -> String,
) -> BTreeMap<char, String> {
    let upper = |letter: &char| letter.to_uppercase().next().expect("a capital");
    let mut all = small.clone();
    for (letter, typed) in small {
        all.entry(upper(letter)).or_insert_with(|| capital(typed));
    }
    all
}

/// A text as it is in an older encoding, its quotation marks and dashes plain.
fn encoded(text: &str, letters: &BTreeMap<char, String>) -> String {
    let plain = text.replace(['“', '”'], "\"").replace(['–', '…'], "-");
    plain.chars().map(|c| letters.get(&c).cloned().unwrap_or_else(|| c.to_string())).collect()
}

/// The same bytes read with another code page.
fn seen_with(text: &str, page: Codepage) -> String {
    text.chars().map(|c| Codepage::Western.byte(c).map_or(c, |byte| page.character(byte))).collect()
}

fn is_found(found: Option<&Suspect>) -> bool {
    found.is_some_and(|found| found.sure || found.words.len() > 1)
}

#[test]
fn every_word_of_the_samples_comes_back_from_every_encoding() {
    assert!(WORDS.len() > 1_500, "{} words", WORDS.len());
    for word in WORDS.iter() {
        for page in [Codepage::Western, Codepage::Vietnamese] {
            let typed = seen_with(&encoded(word, &TCVN3), page);
            let read = tcvn3::decode(&typed, page).unwrap_or_else(|| panic!("{word}: {typed}"));
            assert_eq!(read.to_lowercase(), word.to_lowercase(), "{typed}");
            let typed = seen_with(&encoded(word, &VNI), page);
            assert_eq!(vni::decode(&typed, page).as_deref(), Some(*word), "{typed}");
        }
        for page in misread::PAGES {
            let typed: String = word.bytes().map(|byte| page.character(byte)).collect();
            assert_eq!(
                misread::read(&typed, page).map(|read| read.text).as_deref(),
                Some(*word),
                "{typed}"
            );
        }
    }
}

#[test]
fn every_letter_of_the_alphabet_has_its_place_in_both_tables() {
    for letter in VOWELS.iter().flatten().chain(&['đ']).filter(|letter| !letter.is_ascii()) {
        for capital in [false, true] {
            let letter =
                if capital { letter.to_uppercase().next().expect("a capital") } else { *letter };
            let typed = TCVN3.get(&letter).unwrap_or_else(|| panic!("no {letter} in TCVN3"));
            let read = tcvn3::decode(typed, Codepage::Western).expect("a letter");
            assert_eq!(read.chars().map(lower).collect::<Vec<_>>(), [lower(letter)]);
            let typed = VNI.get(&letter).unwrap_or_else(|| panic!("no {letter} in VNI"));
            assert_eq!(vni::decode(typed, Codepage::Western), Some(letter.to_string()));
        }
    }
}

#[test]
fn every_sentence_of_the_samples_is_recognised_in_every_encoding() {
    let sentences = LINES.iter().filter(|line| {
        let words = line
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_ascii() && is_syllable(word));
        words.count() > 8
    });
    let mut count = 0;
    for sentence in sentences {
        count += 1;
        for (encoding, letters) in [(Encoding::Tcvn3, &*TCVN3), (Encoding::Vni, &*VNI)] {
            for page in [Codepage::Western, Codepage::Vietnamese] {
                let typed = seen_with(&encoded(sentence, letters), page);
                let found = suspect(&typed);
                assert!(is_found(found.as_ref()), "{encoding:?} {page:?}: {typed}");
                assert_eq!(found.map(|found| found.encoding), Some(encoding), "{page:?}: {typed}");
            }
        }
        for page in misread::PAGES {
            let typed: String = sentence.bytes().map(|byte| page.character(byte)).collect();
            let found = suspect(&typed);
            assert!(is_found(found.as_ref()), "{page:?}: {typed}");
            assert_eq!(
                found.map(|found| found.encoding),
                Some(Encoding::Misread),
                "{page:?}: {typed}"
            );
        }
    }
    assert!(count > 1_000, "{count} sentences");
}

#[test]
fn no_text_of_the_samples_is_taken_for_an_older_encoding() {
    for line in LINES.iter() {
        assert_eq!(suspect(line), None, "{line}");
    }
}

#[test]
fn no_syllable_that_can_be_is_taken_for_an_older_encoding() {
    let onsets = [
        "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "ng", "ngh", "nh",
        "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
    ];
    let ends = [
        "", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u", "y", "a", "e", "ê", "â", "ô",
        "ơ", "ă",
    ];
    for vowel in VOWELS.iter().flatten() {
        for (onset, end) in onsets.iter().flat_map(|onset| ends.map(|end| (onset, end))) {
            let word = format!("{onset}{vowel}{end}");
            if is_syllable(&word) {
                assert_eq!(suspect(&word), None, "{word}");
                assert_eq!(suspect(&word.to_uppercase()), None, "{word}");
            }
        }
    }
}

#[test]
fn words_of_other_languages_and_misplaced_tones_are_left_alone() {
    let words = "café Écrins K'Nớ K’Nớ naïve Noël Zürich über smörgås Citroën Łódź Brontë Aïda maïs señor niño El Niño
        Niña Curaçao façade garçon crème thé pâté Été Hô Hué Krông Srônh Pró Gié Brâu Pô Kô Jrai Srê Liêng P'ró Kông Chro Ñem
        H'Ñang Buôn Ñuôm Israël poème país für grün Köln Müller São João Haïti Hawaï reçu sûr Peña año µm µg/m3 m² 37°C KH¹
        TH¹ Microsoft® Vinamilk® §5 ª ½ 3×4 “về” «nam» tòan qúa qúy hòac hùynh ngòai dể bÉ tHÁNG TNFα Ê-đê Ê Đê Êđê Côte d'Ivoire
        Réunion déjà-vu Élysée Genève Besançon Nîmes Türkiye œuvre mañana Brasília Ceará Goiás Rondônia Espírito";
    for word in words.split_whitespace() {
        assert_eq!(suspect(word), None, "{word}");
    }
}

/// What is told of a return with this text.
fn told(text: &str) -> Vec<Finding> {
    let case = Dossier::case("hai-xa");
    let quoted = format!("han_che: \"{text}\"");
    let dossier = Dossier::empty()
        .write(PLAN, case.read(PLAN))
        .write(SUOI_BAC, case.read(SUOI_BAC))
        .replace(SUOI_BAC, "han_che: Đường vào thôn xa còn khó đi.", &quoted);
    read(&dossier).findings
}

#[test]
fn a_pasted_text_is_refused_with_its_encoding_and_how_it_reads() {
    let cases = [
        (
            "nh©n d©n trong x· ®· cã tr¹m y tÕ",
            "TCVN3 (ABC, phông .VnTime)",
            "nhân dân trong xã đã có",
        ),
        ("Ch\u{ad}¬ng tr×nh, NghÞ quyÕt", "TCVN3", "Chương trình Nghị quyết"),
        ("§¶NG Bé HUYÖN L¹C D\u{ad}¦NG", "TCVN3", "ĐẢNG BỘ HUYỆN LẠC DƯƯNG"),
        ("Nghị quyết số 5; Uû ban nh©n d©n x· Lát", "TCVN3", "Uỷ ban nhân dân xã Lát"),
        ("Ngh\u{303} quyƠt cña héi ®ång nh©n d©n", "TCVN3", "Nghị quyết của hội đồng nhân"),
        ("Ñaûng boä xaõ, nhaân daân", "VNI (phông VNI-Times)", "Đảng bộ xã nhân dân"),
        ("NGHÒ QUYEÁT CUÛA ÑAÛNG BOÄ", "VNI", "NGHỊ QUYẾT CỦA ĐẢNG BỘ"),
        ("Äáº£ng bá»™ xÃ£", "UTF-8 đã bị mở sai bảng mã", "Đảng bộ xã"),
        ("KhĂ´ng cĂ³ bĂ¡c sÄ©", "UTF-8", "Không có bác sĩ"),
        ("Quß║¡n ß╗ºy", "UTF-8", "Quận ủy"),
        ("Ä\u{90}áº£ng á»§y", "UTF-8", "Đảng ủy"),
    ];
    for (text, name, meant) in cases {
        let found = told(text);
        let here: Vec<&Finding> = found.iter().filter(|one| one.code.id() == "K06").collect();
        let [one] = here[..] else { panic!("{text}: {found:#?}") };
        assert!(one.is_error() && one.message.contains(name), "{one:#?}");
        let hint = one.hint.as_deref().unwrap_or_default();
        assert!(hint.contains("có phải là «") && hint.contains(meant), "{text}: {hint}");
        assert!(one.span.as_ref().is_some_and(|span| span.position().0 == 15), "{one:#?}");
        assert!(
            found.iter().all(|one| one.code.id() != "K02"),
            "its soft hyphens are letters: {found:#?}"
        );
    }
}

#[test]
fn many_pasted_texts_are_one_finding_with_a_count() {
    let case = Dossier::case("hai-xa");
    let texts: Vec<String> =
        (0..30).map(|at| format!("  - Thôn {at}: nh©n d©n ®· cã tr¹m y tÕ\n")).collect();
    let text = format!(
        "{}tinh_hinh: |\n  Ổn định.\nphuong_huong: |\n{}",
        case.read(SUOI_BAC),
        texts.concat()
    );
    let two = text.replace("han_che: Đường vào thôn xa còn khó đi.", "han_che: ViÖc lµm cßn khã.");
    let dossier = Dossier::empty().write(PLAN, case.read(PLAN)).write(SUOI_BAC, two);
    let found = read(&dossier).findings;
    let here: Vec<&Finding> = found.iter().filter(|one| one.code.id() == "K06").collect();
    assert_eq!(here.len(), 1, "{found:#?}");
    assert!(here[0].message.contains("(2 chỗ: dòng 15, 21)"), "{}", here[0].message);
}

#[test]
fn one_word_may_be_chance_and_two_are_not() {
    let k06 = |text: &str| told(text).iter().filter(|one| one.code.id() == "K06").count();
    assert_eq!(k06("Công ty Möng ở đây"), 0);
    assert_eq!(k06("Ông Möng kể: où est le café"), 0);
    assert_eq!(k06("trong viÖc nµy"), 1);
    assert_eq!(k06("chỉ một chữ tr¹m"), 1);
}

/// What is told of a file of these bytes.
fn of_bytes(bytes: &[u8]) -> Finding {
    let case = Dossier::case("hai-xa");
    let dossier = Dossier::empty().write(PLAN, case.read(PLAN)).write(SUOI_BAC, bytes);
    let found = read(&dossier).findings;
    found.into_iter().find(|one| one.code.id() == "Y07").expect("a finding")
}

#[test]
fn a_file_that_is_no_utf8_is_named_for_what_it_is() {
    let good = Dossier::case("hai-xa").read(SUOI_BAC);
    let latin = |text: &str| {
        text.chars().map(|c| Codepage::Western.byte(c).expect("a byte")).collect::<Vec<u8>>()
    };
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(good.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let vietnamese: Vec<u8> = [
        b"tinh_hinh: Xa\xde \xd0\xf4i M\xe2y c\xf3 b\xf4\xecn th\xf4n, nh\xe2n d\xe2n \xd0a\xd2ng b\xf4\xf2 v\xe0 tra\xf2m y t\xea\xec\n".as_slice(),
    ].concat();
    let cases: [(Vec<u8>, &str, &str); 5] = [
        (latin(&encoded(&good, &TCVN3)), "bảng mã TCVN3", "Xã Suối Bạc đã"),
        (latin(&encoded(&good, &VNI)), "bảng mã VNI", "Xã Suối Bạc đã"),
        (vietnamese, "bảng mã Windows-1258", "ví dụ đọc được «Xã"),
        (utf16, "UTF-16", "Lưu với mã UTF-8"),
        (b"PK\x03\x04\xff\xfe".to_vec(), "tệp Word, Excel", "chép nội dung sang tệp .yaml"),
    ];
    for (bytes, name, hint) in cases {
        let found = of_bytes(&bytes);
        assert!(found.message.contains(name), "{name}: {found:#?}");
        assert!(found.hint.as_ref().is_some_and(|told| told.contains(hint)), "{name}: {found:#?}");
    }
    assert!(of_bytes(b"ma: \xff\xff").hint.is_some_and(|hint| hint.contains("Lưu với mã UTF-8")));
}

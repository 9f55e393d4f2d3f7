//! Characters that look like the ones meant: Eth for Đ, Cyrillic and Greek letters inside a Vietnamese word, letters
//! and digits of full width. Put right only where nothing else can be meant. Not for characters nobody sees
//! ([`super::text`]) and not for whole texts in an older encoding ([`super::legacy`]).

use unicode_normalization::UnicodeNormalization;

use super::syllable::is_syllable;

/// What sort of character it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LookalikeKind {
    /// Eth and its like in the place of Đ.
    Stroke,
    /// A Cyrillic or Greek letter.
    Script,
    /// Full width, ligatures, Roman numerals and mathematical letters of one character.
    Form,
    /// Another letter with another hat: ǎ for ă.
    Hat,
}

impl LookalikeKind {
    /// What people call it.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Stroke => "chữ của tiếng nước ngoài trông giống chữ đ",
            Self::Script => "chữ Nga hoặc chữ Hy Lạp trông giống chữ Việt",
            Self::Form => "chữ toàn khổ, chữ ghép hoặc chữ kiểu",
            Self::Hat => "dấu mũ của tiếng nước ngoài",
        }
    }
}

/// A word that was put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Repair {
    /// What sort of character it had.
    pub(crate) kind: LookalikeKind,
    /// The first such character.
    pub(crate) letter: char,
    /// The word as typed.
    pub(crate) typed: String,
    /// The word as meant.
    pub(crate) meant: String,
}

/// Whether `c` may look like another character. Ordinary letters are told apart at once.
#[must_use]
pub(crate) fn is_odd(c: char) -> bool {
    match c {
        '\u{0}'..='\u{cf}' => false,
        'Ð' | 'ð' => true,
        _ => kind(c).is_some(),
    }
}

/// `text` with every such word put right, and what was done; nothing if there is nothing to do.
#[must_use]
pub(crate) fn repair(text: &str) -> Option<(String, Vec<Repair>)> {
    if !text.chars().any(is_odd) {
        return None;
    }
    let foreign = has_foreign_words(text);
    let mut repairs = Vec::new();
    let mut put_right = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        match mend(word, foreign) {
            Some(repair) => {
                put_right.push_str(&repair.meant);
                repairs.push(repair);
            }
            None => put_right.push_str(word),
        }
        put_right.push_str(&piece[word.len()..]);
    }
    (!repairs.is_empty()).then_some((put_right, repairs))
}

/// `text` in letters as they look, whatever is meant: for finding the name somebody typed.
#[must_use]
pub(crate) fn as_seen(text: &str) -> String {
    let plain = |c: char| match kind(c) {
        Some(LookalikeKind::Script) => {
            twin(c).map_or_else(|| c.to_string(), |(letter, _)| letter.to_string())
        }
        Some(_) => formed(c),
        None => c.to_string(),
    };
    text.chars().map(plain).collect()
}

/// The word put right, if it has such a character and nothing else can be meant.
fn mend(word: &str, foreign: bool) -> Option<Repair> {
    let (letter, kind) = word.chars().find_map(|c| kind(c).map(|kind| (c, kind)))?;
    let formed: String = word.chars().map(formed).collect();
    let mended: String = formed
        .split_inclusive(|c: char| !c.is_alphabetic() && !is_mark(c))
        .map(|run| in_latin(run, foreign).unwrap_or_else(|| run.to_owned()))
        .collect();
    let meant: String = mended.nfc().collect();
    let changed = meant.chars().ne(word.nfc());
    changed.then(|| Repair { kind, letter, typed: word.to_owned(), meant })
}

/// A run of letters in Latin ones.
fn in_latin(run: &str, foreign: bool) -> Option<String> {
    let split: Vec<char> = run.nfd().collect();
    if split.iter().any(|c| matches!(c, '\u{30c}' | 'ı')) {
        let hats = split.iter().map(|c| match c {
            '\u{30c}' => '\u{306}',
            'ı' => 'i',
            other => *other,
        });
        let breve: String = hats.nfc().collect();
        return is_syllable(breve.trim_end_matches(|c: char| !c.is_alphabetic())).then_some(breve);
    }
    let scripts = split.iter().filter(|c| kind(**c) == Some(LookalikeKind::Script)).count();
    if scripts == 0 {
        return None;
    }
    let twins: Option<Vec<(char, bool)>> = split.iter().map(|c| twin(*c)).collect();
    let twins = twins?;
    let meant: String = twins.iter().map(|(letter, _)| *letter).nfc().collect();
    let exact = twins.iter().all(|(_, exact)| *exact);
    let mixed = split.iter().any(char::is_ascii_alphabetic);
    let syllable = || is_syllable(meant.trim_end_matches(|c: char| !c.is_alphabetic()));
    let sure = if mixed { exact || syllable() } else { exact && !foreign };
    sure.then_some(meant)
}

/// Whether `text` has words of another script: letters that look like none of ours.
fn has_foreign_words(text: &str) -> bool {
    text.nfd().any(|c| kind(c) == Some(LookalikeKind::Script) && twin(c).is_none())
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn kind(c: char) -> Option<LookalikeKind> {
    match c {
        'Ð' | 'ð' | 'Ɖ' | 'ɖ' => Some(LookalikeKind::Stroke),
        'ǎ' | 'Ǎ' | 'ı' => Some(LookalikeKind::Hat),
        '\u{370}'..='\u{52f}' | '\u{1f00}'..='\u{1fff}' => {
            c.is_alphabetic().then_some(LookalikeKind::Script)
        }
        '\u{ff01}'..='\u{ff5e}'
        | '\u{fb00}'..='\u{fb06}'
        | '\u{2160}'..='\u{217f}'
        | '\u{1d400}'..='\u{1d7ff}'
        | 'ɑ'
        | 'ɡ' => Some(LookalikeKind::Form),
        _ => None,
    }
}

/// A character of another form as plain letters.
fn formed(c: char) -> String {
    match c {
        'Ð' | 'Ɖ' => "Đ".to_owned(),
        'ð' | 'ɖ' => "đ".to_owned(),
        'ɑ' => "a".to_owned(),
        'ɡ' => "g".to_owned(),
        c if kind(c) == Some(LookalikeKind::Form) => c.nfkc().collect(),
        c => c.to_string(),
    }
}

/// The letter that looks like `c`, and whether it looks exactly so. Letters of ours are their own.
fn twin(c: char) -> Option<(char, bool)> {
    const EXACT: (&str, &str) = (
        "АВЕКМНОРСТХІЈЅаеорсухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
        "ABEKMHOPCTXIJSaeopcyxijshdqwABEZHIKMNOPTYXo",
    );
    const NEAR: (&str, &str) = ("УкγανιкκρυχΥ", "YkyaviкkpuxY");
    if kind(c) != Some(LookalikeKind::Script) {
        // Marks Vietnamese does not have make another letter.
        return (!matches!(c, '\u{308}' | '\u{30b}')).then_some((c, true));
    }
    let find = |(from, to): (&str, &str)| {
        from.chars().position(|own| own == c).and_then(|at| to.chars().nth(at))
    };
    find(EXACT).map(|letter| (letter, true)).or_else(|| find(NEAR).map(|letter| (letter, false)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(text: &str) -> String {
        repair(text).map_or_else(|| text.to_owned(), |(meant, _)| meant)
    }

    #[test]
    fn letters_that_can_be_nothing_else_are_put_right() {
        let pairs = [
            ("Ðảng bộ, QÐ-UBND, ðã Ɖạ", "Đảng bộ, QĐ-UBND, đã Đạ"),
            ("xã Lаt, bаn thườnɡ vụ", "xã Lat, ban thường vụ"),
            ("е\u{302}\u{301}", "ế"),
            ("ВНХН và ТНСS", "BHXH và THCS"),
            ("cοi, xα, nǎm", "coi, xa, năm"),
            ("１２ người, Ｑuý Ⅲ, ﬁnal", "12 người, Quý III, final"),
            ("𝐁á𝐨 cáo", "Báo cáo"),
        ];
        for (typed, right) in pairs {
            assert_eq!(meant(typed), right);
        }
    }

    #[test]
    fn words_of_other_languages_are_left_alone() {
        for word in [
            "Москва",
            "из Москвы со мной",
            "TNFα",
            "α",
            "β-thalassemia",
            "μg",
            "Ω",
            "ё",
            "Αθήνα",
            "Škoda",
            "Işık",
            "ǧ",
        ] {
            assert_eq!(meant(word), word);
        }
    }

    #[test]
    fn what_was_done_is_told() {
        let (_, repairs) = repair("Theo QÐ của Ðảng ủy").expect("repairs");
        let told: Vec<_> =
            repairs.iter().map(|one| (one.kind, one.typed.as_str(), one.meant.as_str())).collect();
        assert_eq!(
            told,
            [(LookalikeKind::Stroke, "QÐ", "QĐ"), (LookalikeKind::Stroke, "Ðảng", "Đảng")]
        );
    }
}

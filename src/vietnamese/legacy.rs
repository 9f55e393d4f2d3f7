//! Text typed for older Vietnamese fonts, or read with the wrong code page: recognised, named and put right. Judged
//! word by word, so that a pasted sentence is found between good ones. Not for the tables ([`super::tcvn3`],
//! [`super::vni`], [`super::misread`]).

use std::collections::BTreeSet;

use super::codepage::Codepage;
use super::syllable::{Syllable, is_syllable, lower};
use super::{misread, tcvn3, vni};

/// What a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// TCVN3, also called ABC.
    Tcvn3,
    /// VNI for Windows.
    Vni,
    /// UTF-8 read with a code page.
    Misread,
}

impl Encoding {
    /// What offices call it, with its fonts.
    #[must_use]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (ABC, phông .VnTime)",
            Self::Vni => "VNI (phông VNI-Times)",
            Self::Misread => "UTF-8 đã bị mở sai bảng mã",
        }
    }
}

/// A text that looks like an older encoding. One word may be chance: see [`Suspect::sure`] and [`Suspect::words`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspect {
    /// What it is in.
    pub encoding: Encoding,
    /// The words that show it, as typed.
    pub words: BTreeSet<String>,
    /// Whether one of them can be nothing else.
    pub sure: bool,
    /// Some words around the first of them, as typed.
    pub(crate) typed: String,
    /// What these say.
    pub(crate) meant: String,
}

/// Words shown of a text.
const SHOWN: usize = 6;

/// What `text` is in, if words of it are no Vietnamese as they stand and Vietnamese when decoded.
#[must_use]
pub fn suspect(text: &str) -> Option<Suspect> {
    if !odd(text) {
        return None;
    }
    misread_text(text).or_else(|| {
        let found = [
            (Encoding::Tcvn3, Codepage::Western),
            (Encoding::Tcvn3, Codepage::Vietnamese),
            (Encoding::Vni, Codepage::Western),
            (Encoding::Vni, Codepage::Vietnamese),
        ];
        let found =
            found.into_iter().filter_map(|(encoding, page)| typed_text(text, encoding, page));
        // The first of equals: the more common one.
        found.rev().max_by_key(|suspect| (suspect.words.len(), suspect.sure))
    })
}

/// Whether `text` has a character good Vietnamese text has not, or not there. The quick way out for nearly all texts.
fn odd(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let found = !c.is_ascii() && sign(before, c);
        before = c;
        found
    })
}

/// Whether `c` after `before` is a sign of an older encoding.
fn sign(before: char, c: char) -> bool {
    match c {
        // A mark over a consonant, a capital inside a word.
        '\u{300}'..='\u{323}' => before.is_alphabetic() && !is_vowel(before),
        c if is_foreign(c) => true,
        'À'..='Ý' | 'Ă' | 'Đ' | 'Ơ' | 'Ư' => before.is_lowercase() || is_misread_lead(before),
        // Vowels that never follow each other.
        'à'..='ý' | 'ă' | 'ơ' => match before {
            'a' | 'e' | 'A' | 'E' => true,
            'o' | 'O' => matches!(c, 'ù' | 'õ' | 'â' | 'ơ'),
            'u' | 'y' | 'ô' | 'U' | 'Y' | 'Ô' => matches!(c, 'ù' | 'õ' | 'ơ'),
            _ => false,
        },
        _ => false,
    }
}

/// Symbols, control characters and box drawings, which are bytes of letters read as something else, and letters
/// Vietnamese does not have.
fn is_foreign(c: char) -> bool {
    matches!(c, '¡'..='¯' | 'µ'..='¾' | '\u{80}'..='\u{9f}' | '\u{2500}'..='\u{25a0}'
        | 'Ä'..='Ç' | 'Ë' | 'Î' | 'Ï' | 'Ñ' | 'Ö'..='Ø' | 'Û' | 'Ü' | 'Þ' | 'ß'
        | 'ä'..='ç' | 'ë' | 'î' | 'ï' | 'ñ' | 'ö'..='ø' | 'û' | 'ü' | 'þ')
}

fn is_misread_lead(c: char) -> bool {
    matches!(c, 'Ã' | 'Ă')
}

fn is_vowel(c: char) -> bool {
    super::syllable::vowel(c).is_some()
}

/// UTF-8 read with a code page: one letter put right may be chance, several are not.
fn misread_text(text: &str) -> Option<Suspect> {
    let readings = misread::PAGES
        .iter()
        .filter_map(|page| misread::read(text, *page).map(|reading| (reading.letters, *page)));
    let (letters, page) =
        readings.max_by_key(|(letters, page)| (*letters, std::cmp::Reverse(*page)))?;
    let all: Vec<&str> = text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect();
    let put_right = |word: &str| misread::read(word, page).is_some();
    let first = all.iter().position(|word| put_right(word))?;
    let typed = all[first..].iter().take(SHOWN).copied().collect::<Vec<_>>().join(" ");
    let meant = misread::read(&typed, page)?.text;
    let words = all.into_iter().filter(|word| put_right(word)).map(str::to_owned).collect();
    Some(Suspect { encoding: Encoding::Misread, words, sure: letters > 1, typed, meant })
}

/// Words of one of the older encodings.
fn typed_text(text: &str, encoding: Encoding, page: Codepage) -> Option<Suspect> {
    let all: Vec<LegacyWord<'_>> =
        words(text).map(|word| LegacyWord::read(word, encoding, page)).collect();
    let first = all.iter().position(LegacyWord::shows)?;
    let fits = |word: &&LegacyWord<'_>| word.meant.is_some();
    let start = first - all[..first].iter().rev().take(2).take_while(fits).count();
    let shown: Vec<&LegacyWord<'_>> = all[start..].iter().take(SHOWN).take_while(fits).collect();
    let typed = shown.iter().map(|word| word.typed).collect::<Vec<_>>().join(" ");
    let small = shown.iter().any(|word| word.has_small());
    let meant = shown.iter().filter_map(|word| word.cased(small)).collect::<Vec<_>>().join(" ");
    let showing: Vec<&LegacyWord<'_>> = all.iter().filter(|word| word.shows()).collect();
    Some(Suspect {
        encoding,
        sure: showing.iter().any(|word| word.is_sure()),
        words: showing.iter().map(|word| word.typed.to_owned()).collect(),
        typed,
        meant,
    })
}

/// A word of a text and what it says in an older encoding.
struct LegacyWord<'t> {
    typed: &'t str,
    encoding: Encoding,
    /// Decoded, if all its characters are letters there.
    meant: Option<String>,
    /// How many of its characters good text would not have there.
    signs: usize,
}

impl<'t> LegacyWord<'t> {
    fn read(typed: &'t str, encoding: Encoding, page: Codepage) -> Self {
        let meant = match encoding {
            Encoding::Tcvn3 => tcvn3::decode(typed, page),
            Encoding::Vni => vni::decode(typed, page),
            Encoding::Misread => None,
        };
        let before = std::iter::once(' ').chain(typed.chars());
        let signs =
            before.zip(typed.chars()).filter(|(before, c)| !c.is_ascii() && sign(*before, *c));
        Self { typed, encoding, meant, signs: signs.count() }
    }

    /// Whether it is Vietnamese only when decoded.
    fn shows(&self) -> bool {
        self.signs > 0
            && !Syllable::read(self.typed).is_some_and(|read| read.tone_is_typed())
            && self.meant.as_deref().is_some_and(is_syllable)
            && !is_marked_off(self.typed)
            && !self.is_name()
    }

    /// Names of the highlands have ñ and ö of their own.
    fn is_name(&self) -> bool {
        let plain = |c: char| c.is_ascii() || matches!(lower(c), 'ñ' | 'ö');
        self.encoding == Encoding::Vni && self.typed.chars().all(plain)
    }

    /// Whether nothing else can be meant: several signs, or a symbol between letters.
    fn is_sure(&self) -> bool {
        let letters: Vec<char> = self.typed.chars().collect();
        let between = |three: &[char]| {
            three[0].is_ascii_alphabetic()
                && three[2].is_ascii_alphabetic()
                && matches!(three[1], '§'..='¬' | '®' | '¶' | '¸'..='¾')
        };
        self.signs > 1 || letters.windows(3).any(between)
    }

    fn has_small(&self) -> bool {
        self.typed.contains(|c: char| c.is_ascii_lowercase())
    }

    /// What it says; in capitals when its face was one of capitals, which letters with marks do not show. A good word
    /// that says nothing when decoded was typed between the others.
    fn cased(&self, among_small: bool) -> Option<String> {
        let meant = self.meant.as_ref()?;
        if !is_syllable(meant) && is_syllable(self.typed) {
            return Some(self.typed.to_owned());
        }
        let capitals = self.typed.chars().filter(char::is_ascii_uppercase).count();
        let all = !self.has_small() && (capitals > 1 || capitals == 1 && !among_small);
        Some(if all { meant.to_uppercase() } else { meant.clone() })
    }
}

/// A word whose only sign may be something else: a footnote or trade mark behind an abbreviation (`KH¹`), the sign of
/// micro (`µm`), a quotation mark, or soft hyphens.
fn is_marked_off(word: &str) -> bool {
    let symbol = |c: char| matches!(c, '¡'..='¿' | '×' | '÷');
    let marked = word.strip_suffix(['¹', 'ª', 'º', '®', '©']).unwrap_or_default();
    let abbreviation = !marked.is_empty() && marked.bytes().all(|b| b.is_ascii_uppercase());
    let inner = word.trim_start_matches(['µ', '«']).trim_end_matches('»').replace('\u{ad}', "");
    abbreviation || inner.is_ascii() || word.chars().all(symbol)
}

/// The words of a text, with the symbols older encodings have for letters.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let part = |c: char| {
        !(c.is_alphabetic() || matches!(c, '¡'..='¿' | '×' | '÷' | '\u{300}'..='\u{323}' | '₫'))
    };
    text.split(part).filter(|word| !word.is_empty())
}

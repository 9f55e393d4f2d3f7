//! The build of a Vietnamese syllable: letters and tones, which syllables can be, and where the tone stands.
//! Not for what a word means; a syllable that can be need not be one.

/// A tone, in the order of [`VOWELS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tone {
    /// Ngang, unmarked.
    Level,
    /// Huyền.
    Grave,
    /// Hỏi.
    Hook,
    /// Ngã.
    Tilde,
    /// Sắc.
    Acute,
    /// Nặng.
    Dot,
}

/// The tones in their order.
pub(crate) const TONES: [Tone; 6] =
    [Tone::Level, Tone::Grave, Tone::Hook, Tone::Tilde, Tone::Acute, Tone::Dot];

/// The twelve vowels, each without a tone and with the five marks.
pub const VOWELS: [[char; 6]; 12] = [
    ['a', 'à', 'ả', 'ã', 'á', 'ạ'],
    ['ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'],
    ['â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'],
    ['e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'],
    ['ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'],
    ['i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'],
    ['o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'],
    ['ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'],
    ['ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'],
    ['u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'],
    ['ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'],
    ['y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'],
];

/// What a syllable may begin with; longer ones first.
const ONSETS: [&str; 27] = [
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g",
    "h", "k", "l", "m", "n", "r", "s", "t", "v", "x", "",
];

/// What may follow, without the tone.
const RHYMES: &str = "a ac ach ai am an ang anh ao ap at au ay \
    ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt \
    oe oem oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uc ui um un ung up ut uâ uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ \
    uy uya uych uynh uyt uyu uyên uyêt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
    y yêm yên yêng yêt yêu";

/// What may follow `qu` and `gi`, whose vowel is part of the onset.
const AFTER_QU: &str = "a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây \
    e en eo et ê êch ên êt i it ôc ơ y ych yên yêt ynh yt";
const AFTER_GI: &str = "a ac ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăt âc âm ân ât âu ây e em eo ep \
    êc êm êng êt êu o oc oi om on ong ô ôi ông ôp ôt ơ ơi u ua uc ui um un up uôc ư ưa ưng ươ ươi ương ươc";

/// Which of [`VOWELS`] a letter is and its tone.
#[must_use]
pub(crate) fn vowel(letter: char) -> Option<(char, Tone)> {
    let low = lower(letter);
    if low.is_ascii() {
        return "aeiouy".contains(low).then_some((low, Tone::Level));
    }
    VOWELS
        .iter()
        .find_map(|row| row.iter().position(|own| *own == low).map(|tone| (row[0], TONES[tone])))
}

/// The lower case of a letter that has one of a single letter.
#[must_use]
pub fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// A word taken apart: lower case, the tone apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Syllable {
    /// The letters without the tone, such as `hoa`.
    pub(crate) plain: String,
    /// The tone.
    pub(crate) tone: Tone,
    /// The letter the tone stands on, counted from 0.
    pub(crate) at: usize,
    /// How many letters the onset has.
    pub(crate) onset: usize,
}

impl Syllable {
    /// Takes `word` apart, if its letters can make a syllable wherever the tone stands.
    #[must_use]
    pub(crate) fn read(word: &str) -> Option<Self> {
        let (mut plain, mut tone, mut at) = (String::with_capacity(word.len()), Tone::Level, 0);
        for (place, letter) in word.chars().enumerate() {
            let (bare, own) = vowel(letter).unwrap_or((lower(letter), Tone::Level));
            if own != Tone::Level {
                if tone != Tone::Level {
                    return None;
                }
                (tone, at) = (own, place);
            }
            plain.push(bare);
        }
        let onset = onset(&plain)?;
        let stopped = ["c", "ch", "p", "t"].iter().any(|end| plain.ends_with(end));
        let fits = !stopped || matches!(tone, Tone::Acute | Tone::Dot);
        fits.then_some(Self { plain, tone, at, onset })
    }

    /// The letters after the onset.
    #[must_use]
    pub(crate) fn rhyme(&self) -> &str {
        let start =
            self.plain.char_indices().nth(self.onset).map_or(self.plain.len(), |(at, _)| at);
        &self.plain[start..]
    }

    /// Whether the tone stands where it is written, in either style of `oa`, `oe` and `uy`.
    #[must_use]
    pub(crate) fn tone_is_placed(&self) -> bool {
        let seat = self.at.checked_sub(self.onset);
        self.tone == Tone::Level || seat.is_some_and(|seat| seats(self.rhyme()).contains(&seat))
    }

    /// Whether the tone stands where it is written or before it, as in `tòan`: nobody types it behind.
    #[must_use]
    pub(crate) fn tone_is_typed(&self) -> bool {
        let last = seats(self.rhyme()).last().map_or(0, |seat| self.onset + seat);
        self.tone == Tone::Level || self.at <= last
    }
}

/// Whether `word` is written as a Vietnamese syllable is.
#[must_use]
pub fn is_syllable(word: &str) -> bool {
    Syllable::read(word).is_some_and(|read| read.tone_is_placed() && read.spelt())
}

impl Syllable {
    /// Whether the onset is the one written before this rhyme: `k` before `i`, `c` before `a`.
    fn spelt(&self) -> bool {
        let onset: String = self.plain.chars().take(self.onset).collect();
        let bright = self.rhyme().starts_with(['e', 'ê', 'i', 'y']);
        match onset.as_str() {
            "k" | "gh" | "ngh" => bright,
            "c" | "g" | "ng" => !bright || self.plain == "gi" || self.plain == "gin",
            _ => true,
        }
    }
}

/// Where the rhyme starts, if the rest is one.
fn onset(plain: &str) -> Option<usize> {
    ONSETS.iter().find_map(|onset| {
        let rest = plain.strip_prefix(onset)?;
        let known = match *onset {
            "qu" => AFTER_QU,
            "gi" => AFTER_GI,
            _ => RHYMES,
        };
        // A lone y follows few letters, and q nothing but u.
        let lone = rest.starts_with('y')
            && !matches!(*onset, "" | "h" | "k" | "l" | "m" | "s" | "t" | "v" | "qu");
        (!lone && known.split_ascii_whitespace().any(|own| own == rest))
            .then(|| onset.chars().count())
    })
}

/// The letters of a rhyme its tone may stand on.
fn seats(rhyme: &str) -> Vec<usize> {
    let letters: Vec<char> = rhyme.chars().collect();
    if matches!(rhyme, "oa" | "oe" | "uy") {
        return vec![0, 1];
    }
    if let Some(hat) = letters.iter().rposition(|letter| "ăâêôơư".contains(*letter)) {
        return vec![hat];
    }
    let vowels = letters.iter().take_while(|letter| vowel(**letter).is_some()).count();
    let closed = vowels < letters.len();
    match vowels {
        0 => Vec::new(),
        1 => vec![0],
        2 if !closed => vec![0],
        count => vec![if closed { count - 1 } else { 1 }],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_reports_is_a_syllable() {
        let words = "nghị quyết về tiếp tục củng cố hoàn thiện nâng cao chất lượng y tế cơ sở gì giếng già \
            quý quả huỷ hủy hoà hòa khuỷu thuở Ấp ĐẢNG ủy uỷ yếu nghiêng khuya quyển quỳnh gìn giữ ngoèo";
        for word in words.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn what_cannot_be_spoken_is_no_syllable() {
        for word in [
            "chương2",
            "trah",
            "tỡm1",
            "quýêt",
            "hát̉",
            "bảt",
            "ceo",
            "kong",
            "ngề",
            "gế",
            "strong",
            "hoạc̣",
            "tòan",
        ] {
            assert!(!is_syllable(word), "{word}");
        }
        assert!(Syllable::read("tòan").is_some(), "a misplaced tone is still one of ours");
    }
}

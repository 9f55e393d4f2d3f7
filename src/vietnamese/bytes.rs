//! What the bytes of a file are that is no UTF-8: UTF-16, an office document, or text in an older encoding. A guess, to
//! tell its owner what to do. Not for reading the file.

use super::codepage::Codepage;
use super::legacy::{Encoding, suspect};
use super::syllable::is_syllable;
use unicode_normalization::UnicodeNormalization;

/// Bytes looked at.
const ENOUGH: usize = 16 * 1024;
/// Words of a Vietnamese code page that make a text of them.
const SURE: usize = 3;

/// What a file seems to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// What it is.
    pub(crate) name: String,
    /// What to do.
    pub(crate) way: &'static str,
    /// Some words put right.
    pub(crate) sample: Option<String>,
}

/// What `bytes` seem to be, if they are like something known.
#[must_use]
pub fn guess(bytes: &[u8]) -> Option<Guess> {
    let bytes = &bytes[..bytes.len().min(ENOUGH)];
    document(bytes).or_else(|| code_page(bytes))
}

fn document(bytes: &[u8]) -> Option<Guess> {
    let save = "mở tệp, chọn «Lưu với mã UTF-8» rồi lưu lại";
    let paste = "đây không phải tệp chữ: mở bằng chương trình của nó, chép nội dung sang tệp .yaml";
    let known: [(&[u8], &str, &'static str); 5] = [
        (&[0xff, 0xfe], "tệp lưu bằng mã UTF-16 («Unicode» của Notepad)", save),
        (&[0xfe, 0xff], "tệp lưu bằng mã UTF-16", save),
        (b"PK\x03\x04", "là tệp Word, Excel hoặc tệp nén", paste),
        (&[0xd0, 0xcf, 0x11, 0xe0], "là tệp Word hoặc Excel đời cũ", paste),
        (b"%PDF", "là tệp PDF", paste),
    ];
    let found = known.into_iter().find(|(start, ..)| bytes.starts_with(start));
    // Without a mark at its start UTF-16 shows by the zeros between its letters.
    let wide = bytes.chunks_exact(2).filter(|pair| pair.contains(&0)).count();
    let found = found.or((wide > bytes.len() / 4).then_some((b"", "tệp lưu bằng mã UTF-16", save)));
    found.map(|(_, name, way)| Guess { name: name.to_owned(), way, sample: None })
}

/// Text in Windows-1258, TCVN3 or VNI: whichever makes most words.
fn code_page(bytes: &[u8]) -> Option<Guess> {
    let read = |page: Codepage| bytes.iter().map(|byte| page.character(*byte)).collect::<String>();
    let vietnamese: String = read(Codepage::Vietnamese).nfc().collect();
    let words: Vec<&str> = vietnamese
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_ascii() && is_syllable(word))
        .collect();
    let typed =
        suspect(&read(Codepage::Western)).filter(|found| found.encoding != Encoding::Misread);
    let western = typed.as_ref().map_or(0, |found| found.words.len());
    if words.len() > western.max(SURE) {
        return Some(Guess {
            name: "chữ bằng bảng mã Windows-1258".to_owned(),
            way: "mở tệp bằng mã Windows-1258 (Vietnamese), chọn «Lưu với mã UTF-8» rồi lưu lại",
            sample: Some(words[..words.len().min(6)].join(" ")),
        });
    }
    typed.map(|found| Guess {
        name: format!("chữ bằng bảng mã {}", found.encoding.name()),
        way: "chuyển tệp sang Unicode (UniKey Toolkit hoặc phần mềm chuyển mã) rồi lưu với mã UTF-8",
        sample: Some(found.meant),
    })
}

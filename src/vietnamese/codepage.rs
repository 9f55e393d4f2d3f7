//! Which byte a character was before somebody read it with the wrong code page. Not for what the bytes meant
//! ([`super::legacy`]).

/// A code page text is read with by mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Codepage {
    /// Windows-1252, and Latin-1, which is part of it.
    Western,
    /// Windows-1258, the one of Vietnamese Windows.
    Vietnamese,
    /// 850, of the command window.
    Console,
    /// 437, of older command windows.
    OldConsole,
}

/// The bytes 128 to 159 of Windows-1252; those without a character keep their number.
const WESTERN: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Where Windows-1258 differs from Windows-1252.
const VIETNAMESE: [(u8, char); 14] = [
    (0xc3, 'Ă'),
    (0xcc, '\u{300}'),
    (0xd0, 'Đ'),
    (0xd2, '\u{309}'),
    (0xd5, 'Ơ'),
    (0xdd, 'Ư'),
    (0xde, '\u{303}'),
    (0xe3, 'ă'),
    (0xec, '\u{301}'),
    (0xf0, 'đ'),
    (0xf2, '\u{323}'),
    (0xf5, 'ơ'),
    (0xfd, 'ư'),
    (0xfe, '₫'),
];

/// The bytes from 128 on.
const CONSOLE: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
    ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
const OLD_CONSOLE: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧\
    ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

impl Codepage {
    /// The byte that is read as `c`.
    #[must_use]
    pub fn byte(self, c: char) -> Option<u8> {
        if c.is_ascii() {
            return u8::try_from(c).ok();
        }
        match self {
            Self::Western => western(c),
            Self::Vietnamese => {
                let own = VIETNAMESE.iter().find(|(_, own)| *own == c).map(|(byte, _)| *byte);
                let same =
                    || western(c).filter(|byte| VIETNAMESE.iter().all(|(other, _)| other != byte));
                own.or_else(same)
            }
            Self::Console => place(CONSOLE, c),
            Self::OldConsole => place(OLD_CONSOLE, c),
        }
    }

    /// The character this page reads `byte` as.
    #[must_use]
    pub fn character(self, byte: u8) -> char {
        let upper = |table: &str| table.chars().nth(usize::from(byte & 0x7f)).unwrap_or('\u{fffd}');
        match (self, byte) {
            (_, 0..0x80) => char::from(byte),
            (Self::Console, _) => upper(CONSOLE),
            (Self::OldConsole, _) => upper(OLD_CONSOLE),
            (_, 0x80..0xa0) => upper(WESTERN),
            (Self::Vietnamese, _) => {
                let own = VIETNAMESE.iter().find(|(other, _)| *other == byte);
                own.map_or_else(|| char::from(byte), |(_, c)| *c)
            }
            (Self::Western, _) => char::from(byte),
        }
    }
}

fn western(c: char) -> Option<u8> {
    match u32::from(c) {
        // Below 0xa0 are control characters nobody types: bytes that were kept as they are.
        code @ 0x80..=0xff => u8::try_from(code).ok(),
        _ => place(WESTERN, c),
    }
}

fn place(table: &str, c: char) -> Option<u8> {
    table.chars().position(|own| own == c).and_then(|at| u8::try_from(at + 0x80).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_found_again_on_every_page() {
        for page in
            [Codepage::Western, Codepage::Vietnamese, Codepage::Console, Codepage::OldConsole]
        {
            for byte in 0..=255 {
                assert_eq!(page.byte(page.character(byte)), Some(byte), "{page:?} {byte:02x}");
            }
        }
    }
}

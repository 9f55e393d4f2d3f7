//! Files as they come out of hasty hands: torn, pasted into, put together from anything. Not for what becomes of them
//! ([`crate::loader`]).

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What a slip of the hand or a paste from elsewhere leaves in a file.
const PASTED: [&str; 30] = [
    "\"",
    "'",
    ": ",
    "- ",
    "&a ",
    "*a",
    "{",
    "[",
    "}",
    "]",
    "\t",
    "\0",
    "\u{feff}",
    "|\n",
    ">-\n",
    "!!binary ",
    "\r",
    " # ",
    "---\n",
    "...\n",
    "<<: *a",
    "👍",
    "\u{202e}",
    "99999999999999999999",
    "1e400",
    ".nan",
    "~",
    "%",
    "? ",
    "\u{301}",
];

/// Keys of a return.
const KEYS: &str =
    "don_vi ky chot_den so_lieu dan_so nguoi_bhyt gia_tri uoc nhiem_vu nhan_thuc van_ban so ngay
    chap_nhan giai_trinh dieu_chinh lanh_dao danh_gia kien_nghi tinh_hinh minh_hoa";

/// Values of every sort, one a line, the first empty.
const VALUES: &str = "
1
-1
0x1F
1e400
.inf
2024-02-30
2024-Q1
suoi-bac
khong-phat-sinh
null
true
[1, 2]
[
{ a: 1 }
{ gia_tri: 5, uoc: true }
|
>-
\"a\\u0000b\"
'
&a x
*a
!!binary aGk=
Xã: tốt
- x
👍
{{ 7*7 }}
~
? x
[{ ma: V07, o: x, ly_do: y }]
[{ ky: 2024-Q1, o: dan_so, ly_do: y }]";

/// One thing that went wrong with a file.
#[derive(Debug, Clone)]
pub(crate) enum Slip {
    Byte(Index, u8),
    Torn(Index),
    Twice(Index),
    Lost(Index),
    Quote(Index),
    Moved(Index, &'static str),
    Pasted(Index, &'static str),
}

/// One slip.
pub(crate) fn slip() -> impl Strategy<Value = Slip> {
    let at = any::<Index>;
    prop_oneof![
        2 => (at(), any::<u8>()).prop_map(|(at, byte)| Slip::Byte(at, byte)),
        1 => at().prop_map(Slip::Torn),
        2 => at().prop_map(Slip::Twice),
        1 => at().prop_map(Slip::Lost),
        2 => at().prop_map(Slip::Quote),
        2 => (at(), select(&[" ", "  ", "\t"][..])).prop_map(|(at, gap)| Slip::Moved(at, gap)),
        4 => (at(), select(&PASTED[..])).prop_map(|(at, words)| Slip::Pasted(at, words)),
    ]
}

impl Slip {
    fn on(&self, bytes: &mut Vec<u8>) {
        let starts: Vec<usize> = std::iter::once(0)
            .chain(
                bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1),
            )
            .collect();
        let line = |at: &Index| {
            let at = at.index(starts.len());
            starts[at]..starts.get(at + 1).copied().unwrap_or(bytes.len())
        };
        let place = |at: &Index| at.index(bytes.len() + 1);
        match self {
            Self::Byte(at, byte) => {
                let at = place(at);
                bytes.splice(at..(at + 1).min(bytes.len()), [*byte]);
            }
            Self::Torn(at) => bytes.truncate(place(at)),
            Self::Twice(at) => {
                let line = line(at);
                let again = bytes[line.clone()].to_vec();
                bytes.splice(line.end..line.end, again);
            }
            Self::Lost(at) => _ = bytes.drain(line(at)),
            Self::Quote(at) => {
                let quotes: Vec<usize> = (0..bytes.len())
                    .filter(|at| matches!(bytes[*at], b'"' | b'\'' | b':' | b'}'))
                    .collect();
                if !quotes.is_empty() {
                    bytes.remove(quotes[at.index(quotes.len())]);
                }
            }
            Self::Moved(at, words) => {
                let start = line(at).start;
                bytes.splice(start..start, words.bytes());
            }
            Self::Pasted(at, words) => {
                let at = place(at);
                bytes.splice(at..at, words.bytes());
            }
        }
    }
}

/// A file after some slips.
pub(crate) fn torn(text: &str, slips: &[Slip]) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for slip in slips {
        slip.on(&mut bytes);
    }
    bytes
}

/// Lines with the keys of a return and values of every sort.
pub(crate) fn yaml() -> impl Strategy<Value = String> {
    let keys: Vec<&str> = KEYS.split_whitespace().collect();
    let values: Vec<&str> = VALUES.lines().collect();
    let line = (0..4_usize, any::<bool>(), select(keys), select(values)).prop_map(
        |(depth, dash, key, value)| {
            let dash = if dash && depth > 2 { "- " } else { "" };
            format!("{}{dash}{key}: {value}\n", "  ".repeat(depth))
        },
    );
    let head = select(&["", "don_vi: suoi-bac\nky: 2024-Q1\nchot_den: 2024-03-15\n"][..]);
    (head, vec(line, 0..20)).prop_map(|(head, lines)| head.to_owned() + &lines.concat())
}

//! Changes bytes as accidents and ill will do. Not for reading them.

use crate::made_up::random::Random;

/// What readers stumble over: ends and openings of what they know, numbers beyond what they hold, letters in pieces.
const TOKENS: [&[u8]; 32] = [
    b"{{",
    b"}}",
    b"{% ",
    b"\"",
    b"'",
    b": ",
    b"\n- ",
    b"\n  ",
    b"&a ",
    b"*a",
    b"<<: ",
    b"|\n",
    b"---\n",
    b"!!int ",
    b"\t",
    b"\r\n",
    b";",
    b"<v>",
    b"</c>",
    b"<mergeCell ref=\"A1:XFD1048576\"/>",
    b"&#0;",
    b" 0 R",
    b" << ",
    b" >> ",
    b"[ ",
    b"endobj\n",
    b"stream\n",
    b" Tf\n",
    b"\0",
    b"\xff\xfe",
    "\u{feff}".as_bytes(),
    "a\u{302}\u{301}".as_bytes(),
];
/// Numbers in the place of others.
const NUMBERS: [&[u8]; 9] = [
    b"0",
    b"-1",
    b"1e400",
    b"0.000000001",
    b"65536",
    b"2147483648",
    b"18446744073709551616",
    b"170141183460469231731687303715884105728",
    b".nan",
];
/// Longer pieces are not moved about.
const LONGEST: u32 = 400;

/// One of the seeds with a few changes.
pub(super) fn changed(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = random.pick(seeds).clone();
    for _ in 0..random.between(1, 6) {
        change(&mut bytes, seeds, random);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, seeds: &[Vec<u8>], random: &mut Random) {
    let (start, end) = piece(bytes, random);
    match random.between(1, 8) {
        1 => {
            let bit = 1 << random.between(0, 7);
            bytes[start..end].iter_mut().take(1).for_each(|byte| *byte ^= bit);
        }
        2 => _ = bytes.drain(start..end),
        3 => insert(bytes, start, random.pick::<&[u8]>(&TOKENS)),
        4 => {
            let other = random.pick(seeds);
            let (from, to) = piece(other, random);
            _ = bytes.splice(start..end, other[from..to].iter().copied());
        }
        5 | 6 => {
            let digits = digits(bytes, start);
            _ = bytes.splice(digits, random.pick::<&[u8]>(&NUMBERS).iter().copied());
        }
        7 => {
            let times = if random.one_in(2) { 1 } else { random.between(2, 50) };
            let again = bytes[start..end].repeat(times as usize);
            insert(bytes, end, &again);
        }
        _ if random.one_in(4) => bytes.truncate(start),
        _ => {}
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, new: &[u8]) {
    bytes.splice(at..at, new.iter().copied());
}

/// Any piece, seldom a long one.
fn piece(bytes: &[u8], random: &mut Random) -> (usize, usize) {
    let most = u32::try_from(bytes.len()).expect("seeds are small");
    let start = random.between(0, most) as usize;
    let longest = random.between(1, LONGEST);
    let length = random.between(0, longest) as usize;
    (start, bytes.len().min(start + length))
}

/// The next digits.
fn digits(bytes: &[u8], from: usize) -> std::ops::Range<usize> {
    let is_digit = |at: &usize| bytes[*at].is_ascii_digit();
    let start = (from..bytes.len()).find(is_digit).unwrap_or(bytes.len());
    let end = (start..bytes.len()).find(|at| !is_digit(at)).unwrap_or(bytes.len());
    start..end
}

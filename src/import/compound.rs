//! The compound file an `.xls` workbook lies in, as far as its streams can be followed in bounded time and memory: the library
//! that reads workbooks follows a chain of sectors that bites its tail without end. Not for what is in a stream
//! ([`super::xls`]).

/// What every compound file begins with.
const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// The length of a header, and of a directory's entry.
const HEADER: usize = 512;
const ENTRY: usize = 128;
/// Streams shorter than this lie in sectors of the second size.
const SMALL_STREAM: usize = 4096;
const SMALL_SECTOR: usize = 64;
/// The first number that names no sector.
const NO_SECTOR: u32 = 0xFFFF_FFFA;
const END: u32 = 0xFFFF_FFFE;

/// Why there is no stream: a chain that does not end, or a length or place behind the end of the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Broken;

/// Whether a file is one at all.
#[must_use]
pub(super) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&SIGNATURE)
}

/// The first stream of one of `names`, none where there is none.
///
/// # Errors
/// The file is broken.
pub(super) fn stream(bytes: &[u8], names: &[&str]) -> Result<Option<Vec<u8>>, Broken> {
    let file = Compound::read(bytes)?;
    let directory = file.chain(number(bytes, 48)?, None)?;
    let entries: Vec<&[u8]> = directory.chunks_exact(ENTRY).collect();
    let entry_of = |name: &&str| entries.iter().find(|entry| is_named(entry, name));
    let root = entries.first().ok_or(Broken)?;
    // The library reads what holds the small streams whether one is asked for or not.
    let small = file.small_sectors(bytes, root)?;
    let Some(entry) = names.iter().find_map(entry_of) else { return Ok(None) };
    let (start, length) = (number(entry, 116)?, length(entry, file.size)?);
    if length >= SMALL_STREAM {
        return file.chain(start, Some(length)).map(Some);
    }
    follow(
        start,
        &small.1,
        small.0.chunks(SMALL_SECTOR).collect::<Vec<_>>().as_slice(),
        Some(length),
    )
    .map(Some)
}

/// A file's sectors, and after each the next one of its chain.
struct Compound<'b> {
    sectors: Vec<&'b [u8]>,
    size: usize,
    next: Vec<u32>,
}

impl<'b> Compound<'b> {
    fn read(bytes: &'b [u8]) -> Result<Self, Broken> {
        let size = match half(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return Err(Broken),
        };
        let sectors: Vec<&[u8]> = bytes.get(size..).ok_or(Broken)?.chunks(size).collect();
        if to_usize(number(bytes, 44)?) > sectors.len() {
            return Err(Broken);
        }
        let mut tables = numbers(&bytes[76..HEADER]);
        let (mut more, mut seen) = (number(bytes, 68)?, 0);
        while more < NO_SECTOR {
            tables.extend(numbers(sectors.get(to_usize(more)).ok_or(Broken)?));
            more = tables.pop().ok_or(Broken)?;
            seen += 1;
            if seen > sectors.len() {
                return Err(Broken);
            }
        }
        tables.retain(|table| *table < NO_SECTOR);
        if tables.len() > sectors.len() {
            return Err(Broken);
        }
        let table = |at: u32| Ok(numbers(sectors.get(to_usize(at)).ok_or(Broken)?));
        let next: Result<Vec<Vec<u32>>, Broken> = tables.into_iter().map(table).collect();
        Ok(Self { size, next: next?.concat(), sectors })
    }

    fn chain(&self, start: u32, length: Option<usize>) -> Result<Vec<u8>, Broken> {
        follow(start, &self.next, &self.sectors, length)
    }

    /// What holds the small streams, and after each of its sectors the next one.
    fn small_sectors(&self, bytes: &[u8], root: &[u8]) -> Result<(Vec<u8>, Vec<u32>), Broken> {
        let tables = to_usize(number(bytes, 64)?);
        if tables == 0 {
            return Ok((Vec::new(), Vec::new()));
        }
        let most = tables.checked_mul(self.size).ok_or(Broken)?;
        let next = self.chain(number(bytes, 60)?, Some(most))?;
        let held = self.chain(number(root, 116)?, Some(length(root, self.size)?))?;
        Ok((held, numbers(&next)))
    }
}

/// The bytes of a chain, as many as `length` says, or all.
fn follow(
    start: u32,
    next: &[u32],
    sectors: &[&[u8]],
    length: Option<usize>,
) -> Result<Vec<u8>, Broken> {
    let (mut bytes, mut sector, mut seen) = (Vec::new(), start, 0);
    while sector != END && length.is_none_or(|length| bytes.len() < length) {
        bytes.extend_from_slice(sectors.get(to_usize(sector)).ok_or(Broken)?);
        seen += 1;
        if seen > sectors.len() {
            return Err(Broken);
        }
        if length.is_some_and(|length| bytes.len() >= length) {
            break;
        }
        sector = *next.get(to_usize(sector)).ok_or(Broken)?;
    }
    bytes.truncate(length.unwrap_or(usize::MAX));
    Ok(bytes)
}

fn is_named(entry: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    entry.starts_with(&wide)
}

/// The length of a stream, in small sectors files of 4 bytes.
fn length(entry: &[u8], size: usize) -> Result<usize, Broken> {
    let high = if size == HEADER { 0 } else { number(entry, 124)? };
    if high == 0 { Ok(to_usize(number(entry, 120)?)) } else { Err(Broken) }
}

fn half(bytes: &[u8], at: usize) -> Result<u16, Broken> {
    let found = bytes.get(at..at + 2).and_then(|two| two.try_into().ok());
    found.map(u16::from_le_bytes).ok_or(Broken)
}

fn number(bytes: &[u8], at: usize) -> Result<u32, Broken> {
    let found = bytes.get(at..at + 4).and_then(|four| four.try_into().ok());
    found.map(u32::from_le_bytes).ok_or(Broken)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks().0.iter().map(|four| u32::from_le_bytes(*four)).collect()
}

fn to_usize(number: u32) -> usize {
    usize::try_from(number).expect("an address has 32 bits or more")
}

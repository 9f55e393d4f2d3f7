//! Holds a signed copy against the issued document: byte by byte where it begins with it, as a digital signature leaves it; else by
//! its words. A signature itself is not judged. Not for entering it ([`super::enter`]).

use crate::inspect::pdf::reader::pages;
use crate::inspect::text::assemble::lines;

/// So many words around a deviation are quoted.
const QUOTED: usize = 6;
/// So many deviations are named.
const NAMED: usize = 5;

/// What was found.
#[derive(Debug)]
pub(crate) struct Proof {
    /// In words, for the register.
    pub(crate) told: String,
    /// Where the words differ.
    pub(crate) deviations: Vec<String>,
}

/// Holds a copy against the issued document.
///
/// # Errors
/// It is no PDF that can be read, or nothing was added to the issued one.
pub(crate) fn compared(issued: &[u8], copy: &[u8]) -> Result<Proof, String> {
    let proof = |told: &str| Proof { told: told.to_owned(), deviations: Vec::new() };
    if copy == issued {
        return Err(
            "tệp này trùng từng byte với tệp đã ban hành, không có gì thêm: chưa có chữ ký"
                .to_owned(),
        );
    }
    if !issued.is_empty() && copy.starts_with(issued) {
        return Ok(proof(
            "phần đầu trùng từng byte với tệp đã ban hành; phần thêm vào (chữ ký số) không được kiểm tra",
        ));
    }
    let own = words(issued)?;
    let other = words(copy)?;
    if other.is_empty() {
        return Ok(proof("bản quét không có lớp chữ nên không đối chiếu được lời văn, số liệu"));
    }
    let deviations = deviations(&own, &other);
    let told = match deviations.len() {
        0 => "lời văn, số liệu trùng từng chữ với bản đã ban hành; tệp không trùng từng byte"
            .to_owned(),
        _ => format!("lời văn khác bản đã ban hành: {}", deviations.join("; ")),
    };
    Ok(Proof { told, deviations })
}

/// The words of a PDF in reading order.
fn words(bytes: &[u8]) -> Result<Vec<String>, String> {
    let pages = pages(bytes).map_err(|error| error.to_string())?;
    let lines = pages.iter().enumerate().flat_map(|(at, page)| lines(&page.glyphs, at));
    Ok(lines
        .flat_map(|line| line.text().split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect())
}

/// Where two texts differ, with the words there: found by the longest runs they have in common from either end, and between these
/// word by word.
fn deviations(own: &[String], other: &[String]) -> Vec<String> {
    let mut told = Vec::new();
    let (mut a, mut b) = (0, 0);
    while (a < own.len() || b < other.len()) && told.len() < NAMED {
        if a < own.len() && b < other.len() && own[a] == other[b] {
            (a, b) = (a + 1, b + 1);
            continue;
        }
        let (next_a, next_b) = together_again(&own[a..], &other[b..]);
        let quoted = |words: &[String]| match words.len() {
            0 => "không có".to_owned(),
            len if len > QUOTED => format!("«{} …»", words[..QUOTED].join(" ")),
            _ => format!("«{}»", words.join(" ")),
        };
        told.push(format!(
            "{} thành {}",
            quoted(&own[a..a + next_a]),
            quoted(&other[b..b + next_b])
        ));
        (a, b) = (a + next_a, b + next_b);
    }
    told
}

/// How many words of each to pass over until three of them agree again.
fn together_again(own: &[String], other: &[String]) -> (usize, usize) {
    const AGREEING: usize = 3;
    let most = own.len() + other.len();
    for sum in 1..=most {
        for a in 0..=sum.min(own.len()) {
            let b = sum - a;
            if b > other.len() {
                continue;
            }
            let (left, right) = (&own[a..], &other[b..]);
            let run = left.iter().zip(right).take(AGREEING).take_while(|(x, y)| x == y).count();
            if run == AGREEING || (run == left.len() && run == right.len()) {
                return (a, b);
            }
        }
        if sum > 400 {
            break;
        }
    }
    (own.len(), other.len())
}

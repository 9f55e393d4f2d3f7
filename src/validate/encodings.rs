//! K06: text in an older encoding, told once for each encoding in a file. One word may be chance: it takes two different
//! ones, or one that can be nothing else. Not for files that are no UTF-8 at all ([`named`] says what those look like).

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::source::Span;
use crate::vietnamese::bytes::guess;
use crate::vietnamese::legacy::{Encoding, Suspect, suspect};
use crate::yaml::fields::Sink;
use crate::yaml::places::{Places, place};

/// Texts under suspicion in one file.
#[derive(Debug, Default)]
pub(crate) struct Encodings<'n>(BTreeMap<Encoding, Vec<SuspectValue<'n>>>);

/// A value under suspicion.
#[derive(Debug)]
struct SuspectValue<'n> {
    suspect: Suspect,
    text: &'n str,
    span: &'n Span,
}

impl<'n> Encodings<'n> {
    /// Looks at one value; true if it is under suspicion.
    pub(crate) fn see(&mut self, text: &'n str, span: &'n Span) -> bool {
        let Some(suspect) = suspect(text) else { return false };
        let seen = SuspectValue { suspect, text, span };
        self.0.entry(seen.suspect.encoding).or_default().push(seen);
        true
    }

    /// One finding for each encoding that was met. What is left of the others is returned: it is no such text.
    pub(crate) fn tell(self, sink: &Sink) -> Vec<(&'n str, &'n Span)> {
        let mut cleared = Vec::new();
        for (encoding, texts) in self.0 {
            if is_met(&texts) {
                sink.push(told(encoding, &texts));
            } else {
                cleared.extend(texts.into_iter().map(|seen| (seen.text, seen.span)));
            }
        }
        cleared
    }
}

fn is_met(texts: &[SuspectValue<'_>]) -> bool {
    let words: BTreeSet<&String> = texts.iter().flat_map(|seen| &seen.suspect.words).collect();
    words.len() > 1 || texts.iter().any(|seen| seen.suspect.sure)
}

fn told(encoding: Encoding, texts: &[SuspectValue<'_>]) -> Finding {
    let mut places = Places::default();
    for SuspectValue { suspect, span, .. } in texts {
        let first = suspect.typed.split(' ').next().unwrap_or_default();
        places.add(place(span, first));
    }
    // The first of those that show most.
    let best = texts.iter().map(|seen| &seen.suspect).rev().max_by_key(|one| one.words.len());
    let (typed, meant) = best.map_or(("", ""), |best| (&best.typed, &best.meant));
    let message = format!(
        "chữ bằng bảng mã {}, không phải Unicode: «{}» ({})",
        encoding.name(),
        visible(typed),
        places.told()
    );
    let way = match encoding {
        Encoding::Misread => "mở lại tệp gốc bằng mã UTF-8 rồi chép lại",
        _ => "chuyển đoạn này sang Unicode (UniKey Toolkit hoặc phần mềm chuyển mã) rồi dán lại",
    };
    Finding::new(Code::OldEncoding, message)
        .value(typed)
        .hint(format!("{} Nếu đúng, {way}", did_you_mean(visible(meant))))
        .at_maybe(places.first().cloned())
}

/// Says of a file that is no UTF-8 what its bytes look like. `bytes` are asked for only then.
#[must_use]
pub(crate) fn named(finding: Finding, bytes: impl FnOnce() -> Option<Vec<u8>>) -> Finding {
    let readable = finding.span.as_ref().is_some_and(|span| !span.file().text().is_empty());
    if finding.code != Code::Unreadable || !readable {
        return finding;
    }
    let Some(guess) = bytes().and_then(|bytes| guess(&bytes)) else { return finding };
    let hint = match guess.sample {
        Some(sample) => format!("{}; ví dụ đọc được «{sample}»", guess.way),
        None => guess.way.to_owned(),
    };
    let message = format!("{}: {}", finding.message, guess.name);
    Finding { message, ..finding }.hint(hint)
}

/// A text without the characters a terminal would obey.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

//! What came back in a document, as tokens that know which controls they stand in. Not for what a draft said before
//! ([`super::printed`]).

use super::tokens::{Gap, Token, tokens};
use crate::docx::controls::Tag;
use crate::docx::text::Paragraph;

/// A token and the control of a value, and of a text, it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReceivedToken {
    /// The token.
    pub(crate) token: Token,
    /// Paragraph, part and piece of the value.
    pub(crate) value: Option<(usize, usize, usize)>,
    /// Paragraph and part of the text.
    pub(crate) written: Option<(usize, Option<usize>)>,
}

/// A paragraph that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReceivedParagraph {
    /// Its tokens.
    pub(crate) tokens: Vec<ReceivedToken>,
    /// What is compared.
    pub(crate) plain: String,
    /// The paragraph of the snapshot its controls are of, if of one.
    pub(crate) tagged: Option<usize>,
    /// Whether Word puts a mark of a list before it.
    pub(crate) listed: bool,
    /// The body or cell it is in.
    pub(crate) container: usize,
    /// Pictures that were put in.
    pub(crate) pictures: usize,
    /// Whether words of it are struck through by hand.
    pub(crate) struck: bool,
    /// Its place among the paragraphs of the document.
    pub(crate) place: usize,
}

/// The paragraphs of a document that say something or hold pictures.
#[must_use]
pub(crate) fn received(paragraphs: &[Paragraph]) -> Vec<ReceivedParagraph> {
    let all = paragraphs.iter().map(paragraph);
    all.filter(|one| !one.tokens.is_empty() || one.pictures > 0).collect()
}

fn paragraph(read: &Paragraph) -> ReceivedParagraph {
    let mut all: Vec<ReceivedToken> = Vec::new();
    let mut space = String::new();
    for run in &read.runs {
        let tags = || read.around.iter().chain(&run.tags).copied();
        let value = tags().find_map(|tag| match tag {
            Tag::Value(n, k, m) => Some((n, k, m)),
            _ => None,
        });
        let written = tags().filter_map(|tag| match tag {
            Tag::Written(n, k) => Some((n, k)),
            _ => None,
        });
        let written = written.reduce(|_, inner| inner);
        let (mut found, behind) = tokens(&run.text);
        let Some(first) = found.first_mut() else {
            space.push_str(&behind);
            continue;
        };
        let before = std::mem::replace(&mut space, behind) + &first.space;
        (first.gap, first.space) = (super::tokens::gap(&before), before);
        // A run may end inside a word.
        let joined = all.last_mut().filter(|last: &&mut ReceivedToken| {
            let same = last.value == value && last.written == written;
            same && first.gap == Gap::None && is_one(&last.token.word, &first.word)
        });
        if let Some(last) = joined {
            last.token.word.push_str(&first.word);
            found.remove(0);
        }
        all.extend(found.into_iter().map(|token| ReceivedToken { token, value, written }));
    }
    let mut tagged: Vec<usize> = read.tags().map(Tag::paragraph).collect();
    tagged.sort_unstable();
    tagged.dedup();
    ReceivedParagraph {
        plain: super::tokens::plain(&read.text()),
        tagged: (tagged.len() == 1).then(|| tagged[0]),
        tokens: all,
        listed: read.listed,
        container: read.container,
        pictures: read.pictures,
        struck: read.runs.iter().any(|run| run.struck && !run.text.trim().is_empty()),
        place: read.place,
    }
}

/// Whether two tokens without a space between them are one.
fn is_one(before: &str, next: &str) -> bool {
    tokens(&format!("{before}{next}")).0.len() == 1
}

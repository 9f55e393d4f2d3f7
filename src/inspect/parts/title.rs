//! Which lines of page 1 are the title: type, author, subject and hyphens (cell 5a). Not for the head above it
//! ([`super::head`]).

use super::head::{HeadParts, LOWEST, PageVocabulary};
use super::phrases::{is_ornament, said_nearly, without_spaces};
use crate::inspect::text::line::{TextLine, text_of_lines};

/// What an author begins with.
const AUTHOR: &str = "CỦA ";
/// What joins an author to what he writes about, in one subject.
const ABOUT: &str = " về ";
/// The hyphens are among so many lines under the type.
const TITLE_LINES: usize = 16;
/// The lines of a title are centred under the type to this (mm).
const CENTRED: f64 = 3.0;
/// The middle of a type is so far to the right (mm) of the page's, at most.
const OFF_MIDDLE: f64 = 12.0;
/// The part of a page's width lines of text begin before.
const LEFT: f64 = 0.19;

impl HeadParts {
    /// The type: on a line of its own, or else with more words in a line above the addressees that looks like a title, or
    /// else where a title stands, in letters that are nearly those of a type.
    pub(super) fn find_kind(
        &mut self,
        lines: &[&TextLine],
        salutation: Option<&TextLine>,
        width: f64,
        vocabulary: &PageVocabulary,
    ) {
        let addressed = salutation.map_or(LOWEST, |line| line.y);
        let begins = |line: &TextLine, kind: &str| {
            let title = line.caps() && line.bold() && line.y < addressed;
            title && line.text().starts_with(&format!("{kind} "))
        };
        let nearly = |line: &TextLine, kind: &str| {
            is_title(line, width) && line.y < addressed && said_nearly(&line.text(), kind)
        };
        let first = |names: &dyn Fn(&TextLine, &str) -> bool| {
            lines.iter().find_map(|line| {
                Some((*line, vocabulary.kinds.iter().find(|kind| names(line, kind))?))
            })
        };
        let found = first(&is_kind).or_else(|| first(&begins)).or_else(|| first(&nearly));
        if let Some((line, name)) = found {
            (self.kind, self.kind_name) = (Some(line.clone()), name.clone());
        }
    }

    /// Author, subject and hyphens.
    pub(super) fn find_title(&mut self, lines: &[&TextLine], width: f64) {
        let Some(kind) = &self.kind else { return };
        let below: Vec<&TextLine> =
            lines.iter().copied().filter(|line| line.y > kind.y + 1.0).collect();
        let centred = |line: &TextLine| (line.middle() - kind.middle()).abs() < CENTRED;
        let of_title = |line: &&&TextLine| line.bold() && centred(line) && line.x0() > width / 10.0;
        let under = |line: &&TextLine| is_ornament(&line.text()) && line.x0() > width * LEFT;
        let hyphens = below.iter().take(TITLE_LINES).position(under);
        let count = hyphens.unwrap_or_else(|| below.iter().take_while(of_title).count());
        self.hyphens = hyphens.map(|at| below[at].clone());
        let mut title: Vec<TextLine> = below[..count].iter().map(|line| (*line).clone()).collect();
        self.subject = title.split_off(author_lines(&title));
        self.author = title;
    }
}

/// Whether a line stands and looks like a title: in bold, by itself in the middle.
fn is_title(line: &TextLine, width: f64) -> bool {
    let off = line.middle() - width / 2.0;
    line.bold() && (0.0..OFF_MIDDLE).contains(&off) && line.x0() > width * LEFT
}

/// Whether a line is the name of that type, whatever mark is behind it and however its letters are spaced.
fn is_kind(line: &TextLine, kind: &str) -> bool {
    let typed = line.text();
    let text = typed.to_uppercase();
    // A paragraph's last line may be such a word: it does not begin like a title.
    typed.starts_with(char::is_uppercase)
        && without_spaces(text.trim_end_matches([':', '.', ' '])) == without_spaces(kind)
}

/// How many lines of a title are the author's: "CỦA …", in capitals.
fn author_lines(title: &[TextLine]) -> usize {
    // "của …" in small letters is an author only above a subject of its own; "kết luận của …" is a subject.
    let begins = |line: &TextLine| {
        line.text().to_uppercase().starts_with(AUTHOR) && (line.caps() || title.len() > 1)
    };
    // A subject begins in small letters, and goes on with what it is about.
    let goes_on = title.get(1).is_some_and(|line| line.text().starts_with(ABOUT.trim_start()));
    let apart = |first: &TextLine| {
        let text = first.text();
        text.starts_with(char::is_uppercase) && !text.contains(ABOUT) && !goes_on
    };
    let authored = title.first().is_some_and(|first| {
        begins(first) && (first.caps() || apart(first) || !text_of_lines(title).contains(ABOUT))
    });
    let of_author = |line: &&TextLine| line.caps() && !line.text().starts_with('(');
    if authored { title.iter().take_while(of_author).count().max(1) } else { 0 }
}

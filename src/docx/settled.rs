//! A text once its tracked changes are all taken, or all turned down: words go, paragraphs whose end goes become one. Not for
//! telling the changes ([`super::revision`]).

use super::revision::RevisionKind;
use super::text::Paragraph;

/// What becomes of tracked changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Tracked {
    /// They are taken.
    #[default]
    Accepted,
    /// They are turned down.
    Rejected,
}

/// The paragraphs of a document as they are then.
#[must_use]
pub(crate) fn settled(paragraphs: &[Paragraph], tracked: Tracked) -> Vec<Paragraph> {
    let stays = |kinds: &[RevisionKind]| {
        kinds.iter().all(|kind| kind.puts_in() == (tracked == Tracked::Accepted))
    };
    let mut all: Vec<Paragraph> = Vec::new();
    // Whether the last one goes on with the next.
    let mut goes_on = false;
    for paragraph in paragraphs {
        let mut kept = paragraph.clone();
        kept.runs.retain(|run| stays(&run.revisions));
        let last = all.last_mut().filter(|last| goes_on && last.container == kept.container);
        goes_on = !stays(&paragraph.ends);
        match last {
            Some(last) => {
                // The end that stays is the later one, and a paragraph looks as its end says.
                if last.runs.is_empty() {
                    last.place = kept.place;
                }
                last.listed = kept.listed;
                last.runs.append(&mut kept.runs);
                last.around.append(&mut kept.around);
                last.pictures += kept.pictures;
            }
            None => all.push(kept),
        }
    }
    all
}

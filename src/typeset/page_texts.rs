//! The text of pages that are laid out, in the order in which a PDF of them has it. Not for finished PDFs
//! ([`mod@crate::inspect`]).

use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

/// The text of each page.
#[must_use]
pub(super) fn page_texts(document: &PagedDocument) -> Vec<String> {
    let text = |frame: &Frame| {
        let mut text = String::new();
        add(frame, &mut text);
        text
    };
    document.pages().iter().map(|page| text(&page.frame)).collect()
}

fn add(frame: &Frame, text: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => add(&group.frame, text),
            FrameItem::Text(run) => text.push_str(&run.text),
            _ => {}
        }
    }
}

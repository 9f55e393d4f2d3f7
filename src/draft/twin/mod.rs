//! The Word document of a report, from the markup of its page. Not for writing it ([`crate::docx::write`]).
//!
//! The markup, its words marked with where they come from ([`crate::model::origin_marks`]), becomes a tree of what it says
//! ([`crate::typeset::typesetter::Typesetter`]): [`blocks`], [`tables`] and [`lines`] make paragraphs of it by the [`measures`] the
//! format library gives, [`words`] puts controls around what may be changed and what may not ([`origins`]) and writes down what
//! was said ([`crate::draft::snapshot`]), [`mod@picture`] draws charts; [`mod@charts`] are those of a report alone.

mod blocks;
pub(crate) mod charts;
mod document_measures;
mod lines;
mod measures;
mod origins;
mod picture;
mod tables;
mod words;

use typst_html::HtmlDocument;

use self::blocks::Blocks;
use self::measures::misread;
use self::origins::Origins;
use self::words::Words;
use crate::diagnostic::{Code, Finding};
use crate::docx::document::{Kept, WordDocument};
use crate::draft::snapshot::{Snapshot, VERSION, mark};
use crate::render::together::Together;
use crate::report::context::ReportContext;

/// The Word document of a report's tree; `name` is the report's name.
///
/// # Errors
/// A finding: the templates print something that has no form in Word.
pub(crate) fn document(
    tree: &HtmlDocument,
    context: &ReportContext<'_>,
    together: &Together,
    name: &str,
) -> Result<WordDocument, Finding> {
    if let Some(part) = misread(tree.root()) {
        return Err(not_written(name, &part));
    }
    let origins = Origins::of(context);
    let mut blocks =
        Blocks::new(Words { together, origins: &origins, said: Vec::new(), headers: Vec::new() });
    blocks.add(tree.root());
    if let Some(unknown) = blocks.unknown.first() {
        return Err(not_written(name, unknown));
    }
    let (measures, words) = (blocks.measures, blocks.words);
    let snapshot = Snapshot {
        phien_ban: VERSION,
        bao_cao: name.to_owned(),
        doan: words.said,
        dau_trang: words.headers,
    };
    let words = snapshot.to_json();
    let mark = mark(&words);
    Ok(WordDocument {
        body: measures.body(),
        title: measures.title,
        author: measures.author,
        keywords: measures.keywords,
        duplex: measures.duplex,
        sections: blocks.sections,
        kept: Some(Kept { name: name.to_owned(), words, mark }),
    })
}

fn not_written(name: &str, what: &str) -> Finding {
    let message = format!("{name}: bản Word không ghi được thành phần «{what}» của khuôn mẫu");
    Finding::new(Code::Typesetting, message).hint("báo cho người phụ trách khuôn mẫu")
}

//! Reads a Word document whole: its text, what stands beside it, its tracked changes and comments, and what the program put into
//! it to know it again. Not for what is made of them ([`crate::draft`]).

use super::archive::{Package, is_document};
use super::aside::{Aside, AsideKind};
use super::body::{beside, body};
use super::comments::{Comment, comments};
use super::fault::DocxFault;
use super::identity::{MARK, NAMESPACE, REPORT};
use super::revision::Revision;
use super::text::Paragraph;
use super::walker::Body;
use super::xml::{Piece, each};

/// No report has more paragraphs and cells.
const MOST_PARAGRAPHS: usize = 20_000;
/// Nor a longer paragraph, in bytes.
const LONGEST_PARAGRAPH: usize = 100_000;

/// A document.
#[derive(Debug, Default)]
pub(crate) struct ReceivedDocument {
    /// The paragraphs of the body and of cells, in reading order.
    pub(crate) paragraphs: Vec<Paragraph>,
    /// What stands beside them.
    pub(crate) asides: Vec<Aside>,
    /// Tracked changes.
    pub(crate) revisions: Vec<Revision>,
    /// Comments.
    pub(crate) comments: Vec<Comment>,
    /// What the document says it is a draft of.
    pub(crate) report: Option<String>,
    /// What it said when it was written, as it was put in.
    pub(crate) snapshot: Option<String>,
    /// By what that is found again where it was dropped.
    pub(crate) mark: Option<String>,
}

/// Reads a document.
///
/// # Errors
/// It is none, or is damaged.
pub(crate) fn read(bytes: &[u8]) -> Result<ReceivedDocument, DocxFault> {
    let mut package = Package::open(bytes)?;
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let main = main_part(&mut package, &names)?;
    let xml = package.part(&main)?.ok_or(DocxFault::Damaged)?;
    let Body { paragraphs, mut asides, revisions, anchors } = body(&xml)?;
    let longest = paragraphs.iter().map(|one| one.text().len()).max().unwrap_or(0);
    if paragraphs.len() > MOST_PARAGRAPHS || longest > LONGEST_PARAGRAPH {
        return Err(DocxFault::TooLarge);
    }
    let mut document = ReceivedDocument { paragraphs, revisions, ..ReceivedDocument::default() };
    for name in &names {
        let file = name.rsplit('/').next().unwrap_or_default();
        match kind(name) {
            Some(kind) => {
                let Some(xml) = package.part(name)? else { continue };
                asides.extend(beside(&xml, kind)?);
            }
            None if name.starts_with("word/") && file == "comments.xml" => {
                let Some(xml) = package.part(name)? else { continue };
                document.comments = comments(&xml, &anchors)?;
            }
            None if name.starts_with("customXml/item") && !file.contains("Props") => {
                // What others put there may be anything.
                let Ok(Some(xml)) = package.part(name) else { continue };
                document.snapshot = snapshot(&xml).or(document.snapshot);
            }
            None if name == "docProps/custom.xml" => {
                let Some(xml) = package.part(name)? else { continue };
                document.report = property(&xml, REPORT);
                document.mark = property(&xml, MARK);
            }
            None => {}
        }
    }
    document.asides = asides;
    Ok(document)
}

/// The part with the text: where the relations say, else where Word puts it.
fn main_part(package: &mut Package<'_>, names: &[String]) -> Result<String, DocxFault> {
    const USUAL: &str = "word/document.xml";
    let mut target = None;
    if let Some(xml) = package.part("_rels/.rels")? {
        each(&xml, |piece| {
            let Piece::Open(element) = piece else { return };
            let kind = element.attribute("Type").unwrap_or_default();
            if kind.ends_with("/officeDocument") {
                target = element.attribute("Target");
            }
        })?;
    }
    let target = target.map(|target| target.trim_start_matches('/').to_owned());
    let there = target.filter(|target| names.contains(target));
    let usual = || names.iter().find(|name| *name == USUAL);
    let other = || names.iter().find(|name| is_document(name));
    there.or_else(|| usual().or_else(other).cloned()).ok_or(DocxFault::Damaged)
}

/// What the words of a part are beside, by its name.
fn kind(name: &str) -> Option<AsideKind> {
    let stem = name.strip_prefix("word/")?.strip_suffix(".xml")?;
    Some(match stem {
        _ if stem.contains('/') => return None,
        "footnotes" => AsideKind::Footnote,
        "endnotes" => AsideKind::Endnote,
        _ if stem.starts_with("header") => AsideKind::Header,
        _ if stem.starts_with("footer") => AsideKind::Footer,
        _ => return None,
    })
}

/// What a draft says of itself, if a part holds that.
fn snapshot(xml: &str) -> Option<String> {
    if !xml.contains(NAMESPACE) {
        return None;
    }
    let (mut depth, mut own, mut words) = (0, false, String::new());
    let read = each(xml, |piece| match piece {
        Piece::Open(element) => {
            own |= depth == 0 && element.name() == REPORT;
            depth += 1;
        }
        Piece::Close => depth -= 1,
        Piece::Words(more) => words.push_str(&more),
    });
    read.ok().filter(|()| own).map(|()| words)
}

/// A property of a document by its name.
fn property(xml: &str, wanted: &str) -> Option<String> {
    let (mut inside, mut depth, mut value) = (None, 0, None);
    each(xml, |piece| match piece {
        Piece::Open(element) => {
            depth += 1;
            let named = element.attribute("name").is_some_and(|name| name == wanted);
            if named && inside.is_none() {
                inside = Some(depth);
                value = Some(String::new());
            }
        }
        Piece::Close => {
            inside = inside.filter(|at| *at != depth);
            depth -= 1;
        }
        Piece::Words(words) => {
            if let Some(value) = value.as_mut().filter(|_| inside.is_some()) {
                value.push_str(words.trim());
            }
        }
    })
    .ok()?;
    value
}

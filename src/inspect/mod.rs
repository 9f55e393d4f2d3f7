//! Holds a finished PDF against a format profile: what is printed where, in which face and size. It shares neither code
//! nor numbers with what lays pages out, so it can judge our own pages as well as a word processor's.
//!
//! 1. [`read`] takes glyphs and drawn lines out of the PDF; [`text`] puts them together to words and lines, by
//!    position alone.
//! 2. The `parts_*` modules say which lines are which component, by place and words.
//! 3. [`table`] is what the regulation asks of each component: data, in `report-templates/the-thuc-kiem-tra/`.
//! 4. [`page`], [`margin_lines`], [`faces`], [`head`], [`number_date`], [`body`], [`letter`], [`closing`] and [`appendix`] hold one
//!    against the other; [`report`] is what they found, [`tell`] words it, [`command`] prints it.

#![expect(
    clippy::float_arithmetic,
    reason = "positions on a page are measured, not counted; no figure of a report passes here"
)]

pub mod appendix;
pub mod body;
pub mod closing;
pub mod faces;
pub mod head;
pub mod letter;
pub mod margin_lines;
pub mod number_date;
pub mod page;
pub mod parts_appendix;
pub mod parts_body;
pub mod parts_closing;
pub mod parts_head;
pub mod parts_page;
pub mod read;
pub mod report;
pub mod table;
pub mod tell;
pub mod text;

use chrono::NaiveDate;

use self::parts_appendix::Appendix;
use self::parts_body::Paragraph;
use self::parts_closing::Closing;
use self::parts_head::{Head, Words};
use self::parts_page::Page;
use self::report::{Inspection, Judge};
use self::table::Tables;

/// A document taken apart into its components.
pub struct Parts {
    /// Its pages.
    pub pages: Vec<Page>,
    /// The top of page 1 (cells 1–5, 10, 11b).
    pub head: Head,
    /// What stands between the head and the signature.
    pub body: Vec<Paragraph>,
    /// The end: Nơi nhận and signature.
    pub closing: Closing,
    /// The appendices.
    pub appendices: Vec<Appendix>,
}

/// Why a file cannot be inspected, in Vietnamese.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unreadable(pub String);

/// Inspects the PDF in `bytes` against the profile of that name, or the one in force on the date it prints.
///
/// # Errors
/// No PDF, no text in it, or no such profile.
pub fn inspect(
    bytes: &[u8],
    tables: &Tables,
    profile: Option<&str>,
) -> Result<Inspection, Unreadable> {
    let words = Words {
        kinds: tables.words("loai"),
        superiors: tables.words("cap_tren"),
        bodies: tables.words("co_quan"),
    };
    let parts = take_apart(read::pages(bytes)?, &words)?;
    let table = match profile {
        Some(name) => tables.named(name)?,
        None => tables.on(date(&parts.head))?,
    };
    let mut judge = Judge::new(table);
    page::judge(&parts, &mut judge);
    head::judge(&parts, &mut judge);
    body::judge(&parts, &mut judge);
    letter::judge(&parts, &mut judge);
    closing::judge(&parts, &mut judge);
    appendix::judge(&parts, &mut judge);
    Ok(judge.done(&parts))
}

fn date(head: &Head) -> Option<NaiveDate> {
    head.date.as_ref().and_then(|line| parts_head::dated(&line.text()))
}

/// Which line is which component.
fn take_apart(sheets: Vec<read::Sheet>, words: &Words) -> Result<Parts, Unreadable> {
    if sheets.iter().all(|sheet| sheet.glyphs.iter().all(|glyph| glyph.text.is_empty())) {
        return Err(Unreadable("tệp không có chữ để đọc (có thể là bản quét ảnh)".to_owned()));
    }
    let pages = parts_page::lay_out(sheets);
    let head = parts_head::find(&pages, words);
    let closing = parts_closing::find(&pages, &head);
    let body = parts_body::find(&pages, &head, &closing);
    let appendices = parts_appendix::find(&pages);
    Ok(Parts { pages, head, body, closing, appendices })
}

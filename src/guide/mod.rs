//! The clerk's guide, which is in the program: for the terminal and as PDF. Not for what it says (`HUONG-DAN.md`).
//!
//! [`markup`] turns Markdown into Typst, [`plain`] into lines for a terminal.

pub(crate) mod markup;
pub(crate) mod plain;

use crate::diagnostic::Finding;
use crate::typeset::typesetter::Typesetter;

/// The guide in Markdown.
pub(crate) const TEXT: &str = include_str!("../../HUONG-DAN.md");
/// The look of its pages.
const LOOK: &str = include_str!("trang.typ");
/// The pictures the guide shows, by their paths in it.
const PICTURES: [(&str, &[u8]); 4] = [
    (".github/bao-cao.png", include_bytes!("../../.github/bao-cao.png")),
    (".github/trang-ky.png", include_bytes!("../../.github/trang-ky.png")),
    (".github/trang-nhap.png", include_bytes!("../../.github/trang-nhap.png")),
    (".github/trang-loi-ban.png", include_bytes!("../../.github/trang-loi-ban.png")),
];
/// What names the PDF for good.
const IDENTITY: &str = "huong-dan";

/// The guide as a PDF.
///
/// # Errors
/// What Typst objects to: a fault of the program, or faces without a letter of the guide.
pub(crate) fn pdf(typesetter: &Typesetter) -> Result<Vec<u8>, Vec<Finding>> {
    typesetter.typeset_with([LOOK, &markup::markup(TEXT)].concat(), IDENTITY, &PICTURES)
}

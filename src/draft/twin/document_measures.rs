//! What the format library says of the whole document, a page and a head of pages: its measures. Not for parts of a page
//! ([`super::measures`]).

use serde::Deserialize;

use crate::docx::document::{BodyLook, Page};

/// Of the whole document.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct DocumentMeasures {
    #[serde(rename = "tieu-de")]
    pub(super) title: String,
    #[serde(rename = "tac-gia")]
    pub(super) author: String,
    #[serde(rename = "tu-khoa")]
    pub(super) keywords: Vec<String>,
    #[serde(rename = "rong")]
    width: u32,
    #[serde(rename = "dai")]
    height: u32,
    #[serde(rename = "le")]
    margins: Margins,
    #[serde(rename = "le-ngang")]
    landscape_margins: Margins,
    #[serde(rename = "hai-mat")]
    pub(super) duplex: bool,
    #[serde(rename = "so-trang")]
    number: NumberMeasures,
    #[serde(rename = "than")]
    body: BodyMeasures,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
struct Margins {
    #[serde(rename = "tren")]
    top: u32,
    #[serde(rename = "duoi")]
    bottom: u32,
    #[serde(rename = "trai")]
    left: u32,
    #[serde(rename = "phai")]
    right: u32,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
struct NumberMeasures {
    #[serde(rename = "cach")]
    distance: u32,
    #[serde(rename = "co")]
    size: u32,
}

#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
struct BodyMeasures {
    #[serde(rename = "co")]
    size: u32,
    #[serde(rename = "dong")]
    line: u32,
    #[serde(rename = "sau")]
    after: u32,
    #[serde(rename = "thut")]
    first_line: u32,
}

impl DocumentMeasures {
    /// Its pages, upright or landscape.
    #[must_use]
    pub(super) fn page(&self, landscape: bool) -> Page {
        let margins = if landscape { self.landscape_margins } else { self.margins };
        let (width, height) =
            if landscape { (self.height, self.width) } else { (self.width, self.height) };
        Page {
            width,
            height,
            top: margins.top,
            bottom: margins.bottom,
            left: margins.left,
            right: margins.right,
            number_distance: self.number.distance,
            number_size: self.number.size,
        }
    }

    /// What a paragraph of its body looks like.
    #[must_use]
    pub(super) fn body(&self) -> BodyLook {
        let BodyMeasures { size, line, after, first_line } = self.body;
        BodyLook { size, line, after, first_line }
    }
}

/// Of pages: an appendix, a landscape part.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub(super) struct PageMeasures {
    #[serde(rename = "ngang")]
    pub(super) landscape: bool,
    #[serde(rename = "dem-lai")]
    pub(super) restarts: bool,
}

/// Of what stands above the first page's text.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub(super) struct HeaderMeasures {
    #[serde(rename = "cach")]
    pub(super) distance: u32,
}

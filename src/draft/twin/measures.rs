//! What the format library says of a part of the tree (`van-ban-dang/cau-truc/phan.typ`): its measures, as JSON in an attribute. Not
//! for what is made of them.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use typst_html::{HtmlElement, HtmlNode};

use super::document_measures::{DocumentMeasures, HeaderMeasures, PageMeasures};
use crate::docx::document::{Align, Foot, HeadingLook, ParagraphLook, RunLook};

/// Which part it is: `doan`, `luoi`, …; none of an element that Typst made itself.
#[must_use]
pub(super) fn part(element: &HtmlElement) -> Option<&str> {
    attribute(element, "data-loai")
}

/// The measures of a part; what is not said has its default. That they can be read was seen before ([`misread`]).
#[must_use]
pub(super) fn measures<T: DeserializeOwned + Default>(element: &HtmlElement) -> T {
    let said = attribute(element, "data-so").map(serde_json::from_str);
    said.and_then(Result::ok).unwrap_or_default()
}

/// The first part of a tree whose measures are none, by its name: a library of an office's own may say them otherwise.
#[must_use]
pub(super) fn misread(element: &HtmlElement) -> Option<String> {
    let own = part(element).zip(attribute(element, "data-so"));
    if let Some((part, said)) = own.filter(|(part, said)| !is_read(part, said)) {
        return Some(format!("{part} {said}"));
    }
    element.children.iter().find_map(|child| match child {
        HtmlNode::Element(inner) => misread(inner),
        _ => None,
    })
}

/// Whether the measures of a part are read.
fn is_read(part: &str, said: &str) -> bool {
    fn of<T: DeserializeOwned>(said: &str) -> bool {
        serde_json::from_str::<T>(said).is_ok()
    }
    match part {
        "van-ban" => of::<DocumentMeasures>(said),
        "trang" => of::<PageMeasures>(said),
        "dau-trang-dau" => of::<HeaderMeasures>(said),
        "doan" | "o" => of::<ParagraphMeasures>(said),
        "chu" | "muc" => of::<RunMeasures>(said),
        "luoi" => of::<TableMeasures>(said),
        "anh" => of::<PictureMeasures>(said),
        "giu-cung" | "hang" => true,
        _ => false,
    }
}

/// An attribute of an element.
#[must_use]
pub(super) fn attribute<'e>(element: &'e HtmlElement, name: &str) -> Option<&'e str> {
    let found = element.attrs.0.iter().find(|(key, _)| key.resolve().as_str() == name);
    found.map(|(_, value)| value.as_str())
}

/// Of a paragraph, and of the one a cell's words make up.
#[derive(Debug, Clone, Default, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the format library")]
#[serde(default)]
pub(super) struct ParagraphMeasures {
    #[serde(rename = "can")]
    align: Option<String>,
    #[serde(rename = "co")]
    size: Option<u32>,
    #[serde(rename = "dam")]
    bold: bool,
    #[serde(rename = "nghieng")]
    italic: bool,
    #[serde(rename = "dong")]
    line: Option<u32>,
    #[serde(rename = "truoc")]
    before: u32,
    #[serde(rename = "sau")]
    after: Option<u32>,
    #[serde(rename = "thut")]
    first_line: Option<u32>,
    #[serde(rename = "trai")]
    left: u32,
    #[serde(rename = "phai")]
    right: u32,
    #[serde(rename = "giu")]
    keep_next: bool,
    #[serde(rename = "kieu")]
    style: Option<String>,
    #[serde(rename = "cap")]
    level: Option<u32>,
    #[serde(rename = "ke-tren")]
    rule_above: bool,
    #[serde(rename = "ke-duoi")]
    rule_below: bool,
    #[serde(rename = "chan")]
    foot: Option<String>,
    #[serde(rename = "cach")]
    distance: u32,
    #[serde(skip)]
    is_high: bool,
    /// Of a cell: how many columns it fills.
    #[serde(rename = "gop-cot")]
    pub(super) columns: Option<usize>,
    /// Of a cell: how many rows it fills.
    #[serde(rename = "gop-hang")]
    pub(super) rows: Option<usize>,
}

impl ParagraphMeasures {
    /// Of a paragraph that holds a picture: as high as it is, in the middle.
    #[must_use]
    pub(super) fn picture() -> Self {
        let (align, first_line) = (Some("giua".to_owned()), Some(0));
        Self { align, first_line, is_high: true, ..Self::default() }
    }

    /// What its words look like.
    #[must_use]
    pub(super) fn run(&self) -> RunLook {
        RunLook { bold: self.bold, italic: self.italic, underline: false, size: self.size }
    }

    /// What it looks like.
    #[must_use]
    pub(super) fn paragraph(&self) -> ParagraphLook {
        let align = self.align.as_deref().map(|align| match align {
            "trai" => Align::Left,
            "giua" => Align::Centre,
            "phai" => Align::Right,
            _ => Align::Both,
        });
        let foot = self.foot.as_deref().map(|foot| match foot {
            "giay" => Foot::Paper(self.distance),
            _ => Foot::Text,
        });
        ParagraphLook {
            align,
            line: self.line,
            before: self.before,
            after: self.after,
            first_line: self.first_line,
            left: self.left,
            right: self.right,
            keep_next: self.keep_next,
            heading: self.level.map(|level| HeadingLook { level, run_in: false }),
            is_title: self.style.as_deref() == Some("ten-loai"),
            rule_above: self.rule_above,
            rule_below: self.rule_below,
            is_high: self.is_high,
            foot,
        }
    }
}

/// Of words within a line, and of the title that opens a paragraph.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub(super) struct RunMeasures {
    #[serde(rename = "dam")]
    bold: bool,
    #[serde(rename = "nghieng")]
    italic: bool,
    #[serde(rename = "gach")]
    underline: bool,
    #[serde(rename = "co")]
    size: Option<u32>,
    /// Of a title: its level.
    #[serde(rename = "cap")]
    pub(super) level: Option<u32>,
}

impl RunMeasures {
    /// What words look like that stand in others of the look `outer`.
    #[must_use]
    pub(super) fn inside(&self, outer: RunLook) -> RunLook {
        RunLook {
            bold: outer.bold || self.bold,
            italic: outer.italic || self.italic,
            underline: outer.underline || self.underline,
            size: self.size.or(outer.size),
        }
    }
}

/// Of a table.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct TableMeasures {
    #[serde(rename = "cot")]
    pub(super) columns: Vec<u32>,
    #[serde(rename = "vien")]
    pub(super) ruled: bool,
    #[serde(rename = "dem-ngang")]
    pub(super) padding_x: u32,
    #[serde(rename = "dem-doc")]
    pub(super) padding_y: u32,
    #[serde(rename = "dau")]
    pub(super) head_rows: usize,
    #[serde(rename = "co")]
    pub(super) size: Option<u32>,
    #[serde(rename = "dong")]
    pub(super) line: Option<u32>,
}

/// Of a picture.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct PictureMeasures {
    #[serde(rename = "rong")]
    pub(super) width: u32,
    #[serde(rename = "ta")]
    pub(super) description: String,
}

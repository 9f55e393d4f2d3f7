//! Draws a laid-out chart as a picture. Not for laying it out.

use typst::foundations::{Content, Smart};
use typst::layout::{Abs, Sides};
use typst_html::HtmlFrame;
use typst_layout::Page;
use typst_render::{RenderOptions, render};

use crate::docx::document::Picture;

/// Dots for a point: 300 to an inch.
const DOTS: f64 = 300.0 / 72.0;

/// A page that is a frame alone.
pub(super) fn page(frame: &HtmlFrame) -> Page {
    Page {
        frame: frame.inner.clone(),
        bleed: Sides::splat(Abs::zero()),
        fill: Smart::Auto,
        numbering: None,
        supplement: Content::empty(),
        number: 1,
    }
}

/// The picture of a frame, as wide as asked.
pub(super) fn picture(frame: &HtmlFrame, width: u32, description: &str) -> Picture {
    let options = RenderOptions { pixel_per_pt: DOTS.into(), ..RenderOptions::default() };
    let drawn = render(&page(frame), &options);
    let height = u64::from(width) * u64::from(drawn.height()) / u64::from(drawn.width().max(1));
    Picture {
        png: drawn.encode_png().expect("a picture of this size can be written to memory"),
        width,
        height: u32::try_from(height).unwrap_or(u32::MAX),
        description: description.to_owned(),
    }
}

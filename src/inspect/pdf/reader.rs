//! Reads the pages of a PDF. With `collector` the only place that knows the PDF library. Not for what is on
//! them.

use std::collections::HashMap;
use std::ops::RangeInclusive;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use hayro_syntax::page::Page;
use hayro_syntax::{LoadPdfError, Pdf};
use kurbo::{Affine, Rect};
use memchr::memmem;

use super::collector::{EndlessDrawing, GlyphCollector};
use super::page::{Face, POINT, PdfPage};
use super::{actual_text, page_tree, widths};
use crate::inspect::error::InspectionError;

/// What a PDF begins and ends with, and how near to its ends (bytes).
const BEGIN: &[u8] = b"%PDF-";
const END: &[u8] = b"%%EOF";
const NEAR_END: usize = 1024;
/// Pages whose unit is smaller or larger than this (points) are of no paper; they are taken at a point.
const UNITS: RangeInclusive<f32> = 0.01..=100.0;

/// Reads every page.
///
/// # Errors
/// What is not a PDF, has no page or is locked.
pub fn pages(bytes: &[u8]) -> Result<Vec<PdfPage>, InspectionError> {
    if bytes.is_empty() {
        return Err(InspectionError::Empty);
    }
    if !page_tree::ends(bytes) {
        return Err(InspectionError::EndlessPages);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => InspectionError::Encrypted,
        LoadPdfError::Invalid => unreadable(bytes),
    })?;
    if !widths::are_possible(&pdf) {
        return Err(InspectionError::ImpossibleFace);
    }
    let cache = InterpreterCache::new();
    let mut faces = HashMap::new();
    pdf.pages().iter().map(|page| until_endless(|| read(page, &cache, &mut faces))).collect()
}

/// What is wrong with a file no PDF can be read from.
fn unreadable(bytes: &[u8]) -> InspectionError {
    let begins = memmem::find(&bytes[..bytes.len().min(NEAR_END)], BEGIN).is_some();
    let ends = memmem::find(&bytes[bytes.len().saturating_sub(NEAR_END)..], END).is_some();
    match (begins, ends) {
        (false, _) => InspectionError::NotPdf,
        (true, false) => InspectionError::CutShort,
        (true, true) => InspectionError::Broken,
    }
}

/// What `read` returns, unless it was broken off because its drawing does not end.
fn until_endless(read: impl FnOnce() -> PdfPage) -> Result<PdfPage, InspectionError> {
    // What is left half done is not used again: the file is refused.
    catch_unwind(AssertUnwindSafe(read)).or_else(|payload| {
        if payload.is::<EndlessDrawing>() {
            Err(InspectionError::EndlessDrawing)
        } else {
            resume_unwind(payload)
        }
    })
}

/// The unit of a page's numbers, in points.
fn unit(page: &Page<'_>) -> f32 {
    page.raw().get::<f32>(b"UserUnit".as_slice()).filter(|unit| UNITS.contains(unit)).unwrap_or(1.0)
}

fn read<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    faces: &mut HashMap<u128, Arc<Face>>,
) -> PdfPage {
    let (width, height) = page.render_dimensions();
    let unit = f64::from(unit(page));
    let (width, height) = (f64::from(width) * unit, f64::from(height) * unit);
    let area = Rect::new(0.0, 0.0, width, height);
    let upright = Affine::scale(unit) * page.initial_transform(true).to_kurbo();
    // Notes stuck on a page are no text of it.
    let settings =
        InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
    let mut context = Context::new(upright, area, cache, page.xref(), settings);
    let size = (width * POINT, height * POINT);
    let mut collector = GlyphCollector::new(size, faces);
    interpret_page(page, &mut context, &mut collector);
    let copied = page.page_stream().map(actual_text::of).unwrap_or_default();
    PdfPage { copied, ..collector.into_page() }
}

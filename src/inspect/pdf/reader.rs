//! Reads the pages of a PDF. With `collector` the only place that knows the PDF library. Not for what is on
//! them.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;

use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use hayro_syntax::page::Page;
use hayro_syntax::{LoadPdfError, Pdf};
use kurbo::Rect;

use super::collector::{EndlessDrawing, GlyphCollector};
use super::page::{Face, POINT, PdfPage};
use super::{page_tree, widths};
use crate::inspect::error::InspectionError;

/// Reads every page.
///
/// # Errors
/// What is not a PDF, has no page or is locked.
pub fn pages(bytes: &[u8]) -> Result<Vec<PdfPage>, InspectionError> {
    if !page_tree::ends(bytes) {
        return Err(InspectionError::EndlessPages);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => InspectionError::Encrypted,
        LoadPdfError::Invalid => InspectionError::NotPdf,
    })?;
    if !widths::are_possible(&pdf) {
        return Err(InspectionError::ImpossibleFace);
    }
    let cache = InterpreterCache::new();
    let mut faces = HashMap::new();
    pdf.pages().iter().map(|page| until_endless(|| read(page, &cache, &mut faces))).collect()
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

fn read<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    faces: &mut HashMap<u128, Arc<Face>>,
) -> PdfPage {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, width.into(), height.into());
    let upright = page.initial_transform(true).to_kurbo();
    let settings = InterpreterSettings::default();
    let mut context = Context::new(upright, area, cache, page.xref(), settings);
    let size = (f64::from(width) * POINT, f64::from(height) * POINT);
    let mut collector = GlyphCollector::new(size, faces);
    interpret_page(page, &mut context, &mut collector);
    collector.into_page()
}

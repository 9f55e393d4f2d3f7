//! Reads the pages of a PDF. With [`super::collector`] the only place that knows the PDF library. Not for what is on
//! them.

use std::collections::HashMap;
use std::sync::Arc;

use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use hayro_syntax::page::Page;
use hayro_syntax::{LoadPdfError, Pdf};
use kurbo::Rect;

use super::collector::GlyphCollector;
use super::page::{Face, POINT, PdfPage};
use crate::inspect::error::InspectionError;

/// Reads every page.
///
/// # Errors
/// What is not a PDF, has no page or is locked.
pub fn pages(bytes: &[u8]) -> Result<Vec<PdfPage>, InspectionError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => InspectionError::Encrypted,
        LoadPdfError::Invalid => InspectionError::NotPdf,
    })?;
    let cache = InterpreterCache::new();
    let mut faces = HashMap::new();
    Ok(pdf.pages().iter().map(|page| read(page, &cache, &mut faces)).collect())
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

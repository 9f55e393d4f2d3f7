//! Typst with the format library and fonts loaded once, laying out one report at a time. It can read
//! nothing but those: no disk, no network, no clock. Not for writing files.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use typst::diag::{Severity, SourceDiagnostic, SourceResult};
use typst::foundations::{Bytes, Dict, IntoValue, Output, Smart};
use typst::layout::Size;
use typst::syntax::{DiagSpan, FileId, Source, Span as TextSpan};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, WorldExt};
use typst_html::HtmlDocument;
use typst_layout::{Page, PagedDocument};
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::{SvgOptions, svg};

use super::objection::in_vietnamese;
use super::page_texts::page_texts;
use super::placed_words::{PlacedWord, placed_words};
use super::report_world::{LibraryFile, LibraryFiles, ReportWorld, file_id};
use super::string_cells::StringCells;
use crate::assets::files::{TemplateFiles, is_a};
use crate::assets::fonts::Fonts;
use crate::diagnostic::{Code, Finding};
use crate::source::{SourceFile, Span};

/// The standards every PDF keeps; part of what shapes it.
pub(crate) const STANDARDS: &str = "PDF/A-2a PDF/UA-1";
/// What the format library is told where a tree is asked for (`cau-truc/phan.typ`).
const TREE: (&str, &str) = ("dich", "cau-truc");
/// What Typst says of every tree: that HTML is under way.
const UNDER_WAY: &str = "html export is under active development";
/// The name of a report's markup in findings.
const MAIN: &str = "bao-cao.typ";

/// Typst, the format library and the fonts.
pub struct Typesetter {
    library: LazyHash<Library>,
    /// The same for [`Typesetter::tree`].
    tree_library: LazyHash<Library>,
    fonts: Fonts,
    files: LibraryFiles,
    main: FileId,
    standards: PdfStandards,
}

/// A page for a screen.
#[derive(Debug)]
pub(crate) struct PagePicture {
    /// How it looks.
    pub(crate) svg: Arc<str>,
    /// What it says, in its order.
    pub(crate) text: String,
    /// Where its words stand.
    pub(crate) words: Vec<PlacedWord>,
    /// How wide and high it is.
    pub(crate) size: Size,
}

/// A page as SVG. Kept like all that Typst computes, since most pages stay as they were while somebody types.
#[comemo::memoize]
fn picture_of(page: &Page) -> Arc<str> {
    svg(page, &SvgOptions::default()).into()
}

/// What Typst defines itself, with what says how a cell of a table is tagged.
fn standard_library() -> Library {
    Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build()
}

/// The same, with what makes a tree: HTML, and the word by which the format library knows ([`TREE`]).
fn tree_library() -> Library {
    let mut inputs = Dict::new();
    inputs.insert(TREE.0.into(), TREE.1.into_value());
    let features = [Feature::A11yExtras, Feature::Html].into_iter().collect();
    Library::builder().with_features(features).with_inputs(inputs).build()
}

impl Typesetter {
    /// Loads the format library and fonts of `files`.
    #[must_use]
    pub fn new(files: &TemplateFiles, fonts: Fonts) -> Self {
        let library = files.below("van-ban-dang").filter_map(|(name, bytes)| {
            let path = format!("van-ban-dang/{name}");
            let id = file_id(&path)?;
            // Typst itself tells of text that is none.
            let text = files.source(&path).ok().flatten();
            let code = text.as_ref().filter(|_| is_a(name, &["typ"]));
            let source = code.map(|file| Source::new(id, file.text().to_owned()));
            Some((id, LibraryFile { source, bytes: Bytes::new(bytes.to_vec()), text }))
        });
        Self {
            library: LazyHash::new(standard_library()),
            tree_library: LazyHash::new(tree_library()),
            fonts,
            files: library.collect(),
            main: file_id(MAIN).expect("a name without folders is a path"),
            // For the archive and for everyone: the two are compatible, which a test of the finished PDF proves.
            standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
                .expect("PDF/A-2a and PDF/UA-1 go together"),
        }
    }

    /// The fonts.
    #[must_use]
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// Lays `markup` out and exports it. `identity` names the document for good; the same markup and identity give
    /// the same bytes.
    ///
    /// # Errors
    /// Findings: everything Typst objects to, warnings included, since a missing face or an unstable layout must not
    /// reach a reader.
    ///
    /// What Typst computed is kept for the next reports until [`Typesetter::forget`].
    pub fn typeset(&self, markup: String, identity: &str) -> Result<Vec<u8>, Vec<Finding>> {
        self.typeset_with(markup, identity, &[])
    }

    /// Like [`Typesetter::typeset`], with pictures, by the paths markup calls them.
    ///
    /// # Errors
    /// As [`Typesetter::typeset`].
    pub(crate) fn typeset_with(
        &self,
        markup: String,
        identity: &str,
        pictures: &[(&str, &'static [u8])],
    ) -> Result<Vec<u8>, Vec<Finding>> {
        let pictures =
            pictures.iter().filter_map(|(path, bytes)| Some((file_id(path)?, Bytes::new(*bytes))));
        let world = self.world(&self.library, markup, pictures.collect());
        self.compiled(&world, |document: &PagedDocument| {
            let options = PdfOptions {
                ident: Smart::Custom(identity.to_owned()),
                standards: self.standards.clone(),
                ..PdfOptions::default()
            };
            typst_pdf::pdf(document, &options)
        })
    }

    /// Lays `markup` out for the text of each of its pages alone, as its PDF would have it, at half the cost of making and
    /// reading that.
    ///
    /// # Errors
    /// As [`Typesetter::typeset`].
    pub fn texts(&self, markup: String) -> Result<Vec<String>, Vec<Finding>> {
        let world = self.world(&self.library, markup, HashMap::new());
        self.compiled(&world, |document: &PagedDocument| Ok(page_texts(document)))
    }

    /// Lays `markup` out for a screen: each page as a picture, with its text.
    ///
    /// # Errors
    /// As [`Typesetter::typeset`].
    pub(crate) fn pictures(&self, markup: String) -> Result<Vec<PagePicture>, Vec<Finding>> {
        let world = self.world(&self.library, markup, HashMap::new());
        self.compiled(&world, |document: &PagedDocument| {
            let own = |span: &TextSpan| span.id() == Some(self.main);
            let in_markup =
                |span| Some(span).filter(own).and_then(|span| world.range(span)).map(|at| at.start);
            let cells = StringCells::of(world.main.root());
            let pictures: Vec<_> = document.pages().par_iter().map(picture_of).collect();
            let pages = document.pages().iter().zip(pictures).zip(page_texts(document));
            let picture = |((page, svg), text): ((&Page, Arc<str>), String)| PagePicture {
                svg,
                text,
                words: placed_words(&page.frame, &in_markup, &cells),
                size: page.frame.size(),
            };
            Ok(pages.map(picture).collect())
        })
    }

    /// What `markup` says as a tree: the elements the format library describes in `cau-truc/phan.typ`, and those Typst makes of
    /// what a template wrote itself. Nothing is laid out but charts.
    ///
    /// # Errors
    /// As [`Typesetter::typeset`]; also what Typst would leave out.
    pub(crate) fn tree(&self, markup: String) -> Result<HtmlDocument, Vec<Finding>> {
        let world = self.world(&self.tree_library, markup, HashMap::new());
        self.compiled(&world, |tree: &HtmlDocument| Ok(tree.clone()))
    }

    fn world<'a>(
        &'a self,
        library: &'a LazyHash<Library>,
        markup: String,
        pictures: HashMap<FileId, Bytes>,
    ) -> ReportWorld<'a> {
        let (files, fonts, main) = (&self.files, &self.fonts, Source::new(self.main, markup));
        ReportWorld { files, fonts, library, main, pictures }
    }

    /// What `made` makes of a compiled document.
    fn compiled<D: Output, T>(
        &self,
        world: &ReportWorld<'_>,
        made: impl FnOnce(&D) -> SourceResult<T>,
    ) -> Result<T, Vec<Finding>> {
        let compiled = typst::compile::<D>(world);
        let known = |objection: &SourceDiagnostic| objection.message.starts_with(UNDER_WAY);
        let mut objections: Vec<SourceDiagnostic> =
            compiled.warnings.into_iter().filter(|one| !known(one)).collect();
        match compiled.output.and_then(|document| made(&document)) {
            Ok(made) if objections.is_empty() => Ok(made),
            Ok(_) => Err(self.findings(world, &objections)),
            Err(errors) => {
                objections.extend(errors);
                Err(self.findings(world, &objections))
            }
        }
    }

    /// Forgets what Typst keeps of sheets before the last so many; it keeps everything until it is told to.
    pub fn forget(keep: usize) {
        comemo::evict(keep);
    }

    fn findings(&self, world: &ReportWorld<'_>, objections: &[SourceDiagnostic]) -> Vec<Finding> {
        objections.iter().map(|objection| self.finding(world, objection)).collect()
    }

    /// Typst's own hints are English advice about its language, and left out.
    fn finding(&self, world: &ReportWorld<'_>, objection: &SourceDiagnostic) -> Finding {
        let warns = if objection.severity == Severity::Error { "" } else { " (cảnh báo)" };
        let said = in_vietnamese(&objection.message);
        Finding::new(Code::Typesetting, format!("không dàn được trang{warns}: {said}"))
            .hint("báo cho người phụ trách khuôn mẫu")
            .at_maybe(self.place(world, objection.span))
    }

    fn place(&self, world: &ReportWorld<'_>, span: DiagSpan) -> Option<Span> {
        let id = span.id()?;
        let range = world.range(span)?;
        let file = match self.files.get(&id) {
            Some(file) => Arc::clone(file.text.as_ref()?),
            None => SourceFile::new(MAIN, world.main.text()),
        };
        Some(Span::new(&file, range))
    }
}

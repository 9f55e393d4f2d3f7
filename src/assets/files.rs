//! The template files: those embedded in the program, with files of a folder on disk in their place.
//! Not for what is in them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use include_dir::{Dir, include_dir};

use crate::diagnostic::{Code, Finding};
use crate::disk;
use crate::error::Error;
use crate::options::Paths;
use crate::schema;
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::tree::Node;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/report-templates");

/// Every template file by its path, such as `quy/loai.yaml`, with `/` between folders.
#[derive(Debug, Default, Clone)]
pub struct TemplateFiles {
    files: BTreeMap<String, Arc<[u8]>>,
    shown: String,
    /// The YAML files that were parsed.
    trees: Arc<Mutex<BTreeMap<String, Parsed>>>,
}

/// A parsed file, or its syntax error.
type Parsed = Result<Arc<Node>, Finding>;

impl TemplateFiles {
    /// The embedded files.
    #[must_use]
    pub fn embedded() -> Self {
        let mut files = BTreeMap::new();
        collect(&EMBEDDED, &mut files);
        Self { files, shown: "report-templates".to_owned(), trees: Arc::default() }
    }

    /// The embedded files with those below `folder` in their place or beside them; `shown` is how findings call it.
    #[must_use]
    pub fn with_folder(folder: &Path, shown: &str) -> Self {
        let mut all = Self::embedded();
        shown.clone_into(&mut all.shown);
        let read = |found: &disk::Found| !found.parts.iter().any(|part| part == schema::FOLDER);
        for found in disk::files(folder).into_iter().filter(read) {
            if let Some(bytes) = disk::bytes(&found.path) {
                all.files.insert(found.parts.join("/"), bytes.into());
            }
        }
        all
    }

    /// The content of one file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(AsRef::as_ref)
    }

    /// One file as text, without a byte order mark, with the name findings show.
    ///
    /// # Errors
    /// It is not UTF-8.
    pub(crate) fn source(&self, path: &str) -> Result<Option<Arc<SourceFile>>, Finding> {
        let name = format!("{}/{path}", self.shown);
        self.get(path).map(|bytes| text(name, bytes)).transpose()
    }

    /// A file as a whole, for findings, whether it is there or not.
    #[must_use]
    pub(crate) fn place(&self, path: &str) -> Span {
        Span::whole(&SourceFile::new(format!("{}/{path}", self.shown), ""))
    }

    /// One YAML file as a tree, parsed once: every kind reads the common phrase bank.
    ///
    /// # Errors
    /// It is not UTF-8, or a syntax error.
    pub(crate) fn tree(&self, path: &str) -> Result<Option<Arc<Node>>, Finding> {
        self.parsed(path, || self.source(path))
    }

    /// The tree of the YAML file that comes with the program, where another one stands in its place.
    ///
    /// # Errors
    /// A syntax error.
    pub(crate) fn replaced(&self, path: &str) -> Result<Option<Arc<Node>>, Finding> {
        let name = format!("{path} (đi kèm)");
        self.parsed(&name, || {
            let bundled = EMBEDDED.get_file(path).map(include_dir::File::contents);
            let own = self.get(path);
            let replaced = bundled.filter(|bundled| own.is_some_and(|own| own != *bundled));
            replaced.map(|bundled| text(name.clone(), bundled)).transpose()
        })
    }

    fn parsed(
        &self,
        name: &str,
        file: impl FnOnce() -> Result<Option<Arc<SourceFile>>, Finding>,
    ) -> Result<Option<Arc<Node>>, Finding> {
        let mut trees = self.trees.lock().unwrap_or_else(PoisonError::into_inner);
        if !trees.contains_key(name) {
            let Some(file) = file()? else { return Ok(None) };
            trees.insert(name.to_owned(), yaml::parse(&file).map(Arc::new));
        }
        trees.get(name).cloned().transpose()
    }

    /// A file by the name findings show.
    #[must_use]
    pub(crate) fn named(&self, name: &str) -> Option<Arc<SourceFile>> {
        self.source(name.strip_prefix(&self.shown)?.strip_prefix('/')?).ok()?
    }

    /// Every file's path and the hash of its content.
    pub(crate) fn hashes(&self) -> impl Iterator<Item = (&str, blake3::Hash)> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), blake3::hash(bytes)))
    }

    /// Hash of all names and contents.
    #[must_use]
    pub(crate) fn hash(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        for (path, hash) in self.hashes() {
            hasher.update(path.as_bytes()).update(&[0]).update(hash.as_bytes());
        }
        hasher.finalize()
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Every file below `folder`: its path below it, and its content.
    pub(crate) fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files.iter().filter_map(move |(path, bytes)| {
            let rest = path.strip_prefix(folder)?.strip_prefix('/')?;
            Some((rest, bytes.as_ref()))
        })
    }
}

fn text(name: String, bytes: &[u8]) -> Result<Arc<SourceFile>, Finding> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(SourceFile::new(name, text.strip_prefix('\u{feff}').unwrap_or(text))),
        Err(error) => {
            let file = SourceFile::new(name, String::from_utf8_lossy(bytes));
            let at = error.valid_up_to();
            Err(Finding::new(Code::Template, "tệp không phải UTF-8")
                .at(&Span::new(&file, at..at))
                .hint("mở tệp, chọn «Lưu với mã UTF-8» rồi lưu lại"))
        }
    }
}

/// Whether a file's name ends in one of these extensions.
#[must_use]
pub fn is_a(name: &str, extensions: &[&str]) -> bool {
    let own = Path::new(name).extension();
    own.is_some_and(|own| extensions.iter().any(|extension| own.eq_ignore_ascii_case(extension)))
}

fn collect(dir: &Dir<'static>, files: &mut BTreeMap<String, Arc<[u8]>>) {
    for file in dir.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, file.contents().into());
    }
    for dir in dir.dirs().filter(|dir| !dir.path().ends_with(schema::FOLDER)) {
        collect(dir, files);
    }
}

/// The template files of the folder that is named, else of the one beside the inputs, else the embedded ones.
///
/// # Errors
/// The folder that is named is not there.
pub(crate) fn template_files(paths: &Paths) -> Result<TemplateFiles, Error> {
    if let Some(folder) = paths.templates.as_ref().filter(|folder| !disk::is_folder(folder)) {
        return Err(Error::NoTemplates(folder.clone()));
    }
    Ok(templates_folder(paths).map_or_else(TemplateFiles::embedded, |folder| {
        TemplateFiles::with_folder(&folder, &folder.to_string_lossy())
    }))
}

/// The folder whose templates stand in the place of the embedded ones: the one named, else the one beside the inputs.
#[must_use]
pub(crate) fn templates_folder(paths: &Paths) -> Option<PathBuf> {
    let beside = || Some(paths.inputs.with_file_name("report-templates"));
    paths.templates.clone().or_else(beside).filter(|folder| disk::is_folder(folder))
}

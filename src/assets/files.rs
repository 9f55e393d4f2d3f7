//! The template files: those embedded in the program, with files of a folder on disk in their place.
//! Not for what is in them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use include_dir::{Dir, include_dir};

use super::misnamed::KnownFiles;
use super::text::text;
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding, did_you_mean};
use crate::disk::file_system::FileSystem;
use crate::disk::links::{Listing, Obstacle, Unreached};
use crate::disk::read::{not_read, up_to};
use crate::disk::walk::followed;
use crate::schema;
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::tree::Node;

/// Larger files are no template, sentence or font.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/report-templates");

/// Every template file by its path, such as `quy/loai.yaml`, with `/` between folders.
#[derive(Debug, Default, Clone)]
pub struct TemplateFiles {
    files: BTreeMap<String, Arc<[u8]>>,
    shown: String,
    /// What is wrong with files as such: those that could not be read, are no text or are named almost like another.
    findings: Vec<Finding>,
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
        let shown = "report-templates".to_owned();
        Self { files, shown, findings: Vec::new(), trees: Arc::default() }
    }

    /// The embedded files with those below `folder` in their place or beside them; `shown` is how findings call it.
    #[must_use]
    pub fn with_folder(disk: &dyn FileSystem, folder: &Path, shown: &str) -> Self {
        let mut all = Self::embedded();
        shown.clone_into(&mut all.shown);
        let bundled: BTreeSet<String> = all.files.keys().cloned().collect();
        let Listing { files, unreached } = followed(disk, folder, folder);
        let mut own = BTreeSet::new();
        for found in files.into_iter().filter(|found| is_read(&found.parts)) {
            let path = found.parts.join("/");
            match up_to(disk, &found.path, LARGEST_FILE) {
                Ok(bytes) => _ = all.files.insert(path.clone(), bytes.into()),
                Err(fault) => all.findings.push(not_read(&fault, &format!("{shown}/{path}"))),
            }
            own.insert(path);
        }
        let closed = unreached.iter().filter(|found| is_read(&found.parts));
        all.findings.extend(closed.map(|found| told(found, shown)));
        all.look_at(&bundled, &own);
        all
    }

    /// Tells of own files that are no text, and of those named almost like one that is read.
    fn look_at(&mut self, bundled: &BTreeSet<String>, own: &BTreeSet<String>) {
        let known = KnownFiles { bundled, own };
        for path in own {
            if let Some(meant) = known.meant(path) {
                let message = "tên tệp hoặc thư mục sai nên tệp không được dùng";
                let finding = Finding::new(Code::Template, message).at(&self.place(path));
                self.findings.push(finding.hint(did_you_mean(format!("{}/{meant}", self.shown))));
            }
            if is_a(path, &["yaml", "j2", "typ"]) {
                let finding = self.source(path).err();
                self.findings.extend(finding);
            }
        }
    }

    /// What is wrong with files as such. A report made without them would be another one.
    #[must_use]
    pub(crate) fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// What of that concerns a kind: all but what is in the folder of another.
    pub(crate) fn findings_of(&self, kind: &str) -> impl Iterator<Item = &Finding> {
        let of_other = move |finding: &Finding| {
            let name = finding.span.as_ref().map_or("", |span| span.file().path());
            let below = name.strip_prefix(&self.shown).and_then(|name| name.strip_prefix('/'));
            let top = below.and_then(|path| path.split('/').next()).unwrap_or_default();
            top != kind && self.files.contains_key(&format!("{top}/loai.yaml"))
        };
        self.findings.iter().filter(move |finding| !of_other(finding))
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
        for finding in &self.findings {
            hasher.update(format!("{:?}{}", finding.span, finding.message).as_bytes());
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

/// Whether a path below the folder may be read: not the schemas, nor what editors and version control keep there.
fn is_read(parts: &[String]) -> bool {
    !parts.iter().any(|part| part.starts_with('.') || part.ends_with('~'))
}

/// A file or folder that was not reached.
fn told(found: &Unreached, shown: &str) -> Finding {
    let hint = match found.why {
        Obstacle::Closed(_) => "xem quyền đọc và kết nối đến ổ đĩa, rồi chạy lại",
        _ => "chép chính tệp hoặc thư mục ấy vào đây; không cần nữa thì xóa",
    };
    let mut parts = vec![shown.to_owned()];
    parts.extend(found.parts.iter().cloned());
    let place = Span::whole(&SourceFile::new(parts.join("/"), ""));
    Finding::new(Code::Template, format!("{} nên không được dùng", found.why)).at(&place).hint(hint)
}

/// Whether a file's name ends in one of these extensions.
#[must_use]
pub fn is_a(name: &str, extensions: &[&str]) -> bool {
    let own = Path::new(name).extension();
    own.is_some_and(|own| extensions.iter().any(|extension| own.eq_ignore_ascii_case(extension)))
}

fn collect(dir: &Dir<'static>, files: &mut BTreeMap<String, Arc<[u8]>>) {
    for file in dir.files() {
        let path = slashed(file.path());
        files.insert(path, file.contents().into());
    }
    for dir in dir.dirs().filter(|dir| !dir.path().ends_with(schema::FOLDER)) {
        collect(dir, files);
    }
}

//! The files of a dossier whose texts a document may change: returns and the board's texts. Not for what is in them
//! ([`super::merge`]).

use std::path::PathBuf;
use std::sync::Arc;

use super::printed::TextKey;
use crate::diagnostic::{Code, Finding, Severity};
use crate::disk::file_system::FileSystem;
use crate::disk::links::target;
use crate::disk::read::{LARGEST_TEXT, not_read, text, up_to};
use crate::disk::walk::followed;
use crate::inputs::file_role::FileRole;
use crate::inputs::unreached::told;
use crate::options::Paths;
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::tree::Node;

/// The keys texts stand under.
const TEXTS: [&str; 8] = [
    "tinh_hinh",
    "lanh_dao",
    "nhiem_vu",
    "danh_gia",
    "phuong_huong",
    "kien_nghi",
    "chi_tieu",
    "giai_trinh",
];

/// A file with texts.
pub(crate) struct TextFile {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What findings call it.
    pub(crate) shown: String,
    /// All of it, with the mark it may begin with.
    pub(crate) bytes: Vec<u8>,
    /// Its text.
    pub(crate) source: Arc<SourceFile>,
    /// Its nodes.
    pub(crate) root: Node,
}

/// Whether a place is one of a text: a document says itself where its words belong, and it may be anybody's.
#[must_use]
pub(crate) fn is_text(key: &TextKey, dossier: &str) -> bool {
    let known = key.keys.first().is_some_and(|first| TEXTS.contains(&first.as_str()));
    known && below(key, dossier).is_some()
}

/// The place of a file below its dossier, if texts stand there.
fn below(key: &TextKey, dossier: &str) -> Option<Vec<String>> {
    let parts: Vec<String> = key.file.split('/').map(str::to_owned).collect();
    let [.., own, folder, file] = parts.as_slice() else { return None };
    let below = vec![folder.clone(), file.clone()];
    let role = FileRole::of(&below).filter(|_| own == dossier);
    matches!(role?, FileRole::Handed(..) | FileRole::Phase(..)).then_some(below)
}

impl TextFile {
    /// Reads the file of a text.
    ///
    /// # Errors
    /// It is not there, cannot be read, or is no YAML.
    pub(crate) fn read(
        disk: &dyn FileSystem,
        key: &TextKey,
        dossier: &str,
        paths: &Paths,
    ) -> Result<Self, Finding> {
        let below = below(key, dossier).unwrap_or_default();
        let folder = paths.inputs.join(dossier);
        let base = format!("{}/{dossier}", paths.inputs_shown());
        let shown = format!("{base}/{}", below.join("/"));
        let listing = followed(disk, &folder, &paths.inputs);
        let Some(found) = listing.files.into_iter().find(|found| found.parts == below) else {
            let closed = listing
                .unreached
                .iter()
                .find(|one| one.parts.iter().zip(&below).all(|(own, part)| own == part));
            let finding = closed.and_then(|one| told(one, &base)).unwrap_or_else(|| gone(&shown));
            return Err(Finding { code: Code::Unreadable, severity: Severity::Error, ..finding });
        };
        // What a link leads to is changed, not the link put away.
        let path = target(found.path);
        let bytes = up_to(disk, &path, LARGEST_TEXT).map_err(|fault| not_read(&fault, &shown))?;
        let source = text(&bytes, &shown)?;
        let root = yaml::parse(&source)?;
        Ok(Self { path, shown, bytes, source, root })
    }
}

fn gone(shown: &str) -> Finding {
    let whole = Span::whole(&SourceFile::new(shown, ""));
    Finding::new(Code::Unreadable, format!("{shown}: không còn tệp này"))
        .at(&whole)
        .hint("khôi phục tệp, hoặc lập bản Word mới bằng baocao draft")
}

//! The returns a table is held against: files as bytes, their figures and sources. Not for changing them
//! ([`super::edit`]).

use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::{Code, Finding, Severity};
use crate::disk::file_system::FileSystem;
use crate::disk::links::{Listing, Unreached, target};
use crate::disk::read::{LARGEST_TEXT, not_read, text, up_to};
use crate::disk::walk::followed;
use crate::inputs::file_role::FileRole;
use crate::inputs::unreached::told;
use crate::model::period::Period;
use crate::model::text::Line;
use crate::source::SourceFile;
use crate::yaml;
use crate::yaml::fields::Sink;
use crate::yaml::tree::{Node, Value};
use crate::yaml::values;

/// The mark some editors put before UTF-8 text.
pub(crate) const MARK: &str = "\u{feff}";

/// A return that is there.
pub(crate) struct ReturnFile {
    /// All of it, with the mark it may begin with.
    pub(crate) bytes: Vec<u8>,
    /// Its text.
    pub(crate) source: Arc<SourceFile>,
    /// Its nodes.
    pub(crate) root: Node,
}

/// The returns in the folder of a dossier.
pub(crate) struct ReturnsFolder<'f> {
    disk: &'f dyn FileSystem,
    /// Where it is.
    pub(crate) folder: PathBuf,
    /// What findings call it.
    pub(crate) shown: String,
    /// Its periods and the names in each, newest first.
    files: Vec<(Period, String)>,
    /// What is there and was not reached, below the inputs folder.
    unreached: Vec<Unreached>,
}

impl<'f> ReturnsFolder<'f> {
    /// Lists the returns in a dossier's folder.
    #[must_use]
    pub(crate) fn new(disk: &'f dyn FileSystem, folder: PathBuf, shown: String) -> Self {
        let inputs = folder.parent().unwrap_or(&folder);
        let Listing { files, unreached } = followed(disk, &folder, inputs);
        let roles = files.into_iter().filter_map(|found| FileRole::of(&found.parts));
        let mut files: Vec<(Period, String)> = roles
            .filter_map(|role| match role {
                FileRole::Handed(period, name) => Some((period, name)),
                _ => None,
            })
            .collect();
        files.sort_by(|a, b| b.cmp(a));
        Self { disk, folder, shown, files, unreached }
    }

    /// Where a unit's return of a period is or would be, and what findings call it.
    #[must_use]
    pub(crate) fn path(&self, period: Period, unit: &str) -> (PathBuf, String) {
        let path = self.folder.join(period.to_string()).join(format!("{unit}.yaml"));
        // What a link leads to is changed, not the link put away.
        let path = if self.has(period, unit) { target(path) } else { path };
        (path, format!("{}/{period}/{unit}.yaml", self.shown))
    }

    fn has(&self, period: Period, unit: &str) -> bool {
        self.files.iter().any(|(at, name)| *at == period && name == unit)
    }

    /// A unit's return; none when it was not handed in.
    ///
    /// # Errors
    /// A finding when the file, or the folder it may be in, cannot be read, or is no YAML.
    pub(crate) fn read(&self, period: Period, unit: &str) -> Result<Option<ReturnFile>, Finding> {
        self.reached(period, unit)?;
        if !self.has(period, unit) {
            return Ok(None);
        }
        let (path, shown) = self.path(period, unit);
        let bytes =
            up_to(self.disk, &path, LARGEST_TEXT).map_err(|fault| not_read(&fault, &shown))?;
        let source = text(&bytes, &shown)?;
        let root = yaml::parse(&source)?;
        Ok(Some(ReturnFile { bytes, source, root }))
    }

    /// Whether nothing stands in the way of a return that may be there: it must not be taken for one that is not.
    fn reached(&self, period: Period, unit: &str) -> Result<(), Finding> {
        let (folder, file) = (period.to_string(), format!("{unit}.yaml"));
        let in_the_way = self.unreached.iter().find(|found| match found.parts.as_slice() {
            [own] => *own == folder,
            [own, name] => *own == folder && *name == file,
            _ => false,
        });
        let found = in_the_way.and_then(|found| told(found, &self.shown));
        found.map_or(Ok(()), |found| {
            Err(Finding { code: Code::Unreadable, severity: Severity::Error, ..found })
        })
    }

    /// The returns and the board's text of a period, as far as they can be read.
    pub(crate) fn of_period(&self, period: Period) -> impl Iterator<Item = ReturnFile> {
        let names = self.files.iter().filter(move |(at, _)| *at == period);
        names.filter_map(move |(_, name)| self.read(period, name).ok().flatten())
    }

    /// Where the unit last said this figure comes from.
    #[must_use]
    pub(crate) fn last_source(&self, before: Period, unit: &str, figure: &str) -> Option<Line> {
        let earlier = self.files.iter().filter(|(at, name)| *at < before && name == unit);
        earlier
            // What an unreadable one says is not known, so nothing older is taken for the last.
            .map_while(|(at, name)| self.read(*at, name).ok().flatten())
            .find_map(|file| source(file.root.at("so_lieu")?.at(figure)?))
    }
}

/// The source of a figure in its long form.
#[must_use]
pub(crate) fn source(node: &Node) -> Option<Line> {
    values::line(node.at("nguon")?, &Sink::default()).filter(|line| !line.is_empty())
}

/// The text of a scalar under a key.
#[must_use]
pub fn scalar<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    match &node.at(key)?.value {
        Value::Scalar(text) => Some(text),
        _ => None,
    }
}

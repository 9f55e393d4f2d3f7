//! A disk that fails at any one of its steps: every file stays whole, the command says what it could not write, and the
//! next one finishes the work. Not for builds that are cut off ([`crate::killed`]).

mod build;
mod drafts;
mod forms;
mod import;
mod issuing;
mod opening;
mod reads;
mod schema;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use baocao::diagnostic::{Code, Finding};
use baocao::disk::file_system::{Entries, FileSystem, Local};
use baocao::error::Error;
use baocao::options::Paths;
use tempfile::NamedTempFile;

use crate::dossier::{Dossier, files};

/// How long a disk goes on failing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lasting {
    /// For one step.
    Once,
    /// For all later steps too, as when it is full.
    Always,
}

/// Which steps are counted, and may fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    /// Those that change the disk.
    Writes,
    /// Those that look at it and read from it.
    Reads,
}

/// What a run comes to once nobody has the lock of its folder: a program another test is about to start holds the files of this
/// process until it is itself.
fn unlocked<T>(run: impl Fn() -> Result<T, Error>) -> Result<T, Error> {
    let is_locked = |ended: &Result<T, Error>| {
        matches!(ended, Err(Error::Locked(_) | Error::RegisterLocked(_) | Error::DossierLocked(_)))
    };
    for _ in 0..500 {
        let ended = run();
        if !is_locked(&ended) {
            return ended;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    run()
}

/// A file system whose step of this number fails.
struct Failing {
    counted: Counted,
    at: usize,
    lasting: Lasting,
    steps: AtomicUsize,
    /// What could not be read.
    failed: Mutex<Vec<PathBuf>>,
}

impl Failing {
    fn at(at: usize, lasting: Lasting) -> Self {
        let (counted, steps) = (Counted::Writes, AtomicUsize::new(0));
        Self { counted, at, lasting, steps, failed: Mutex::default() }
    }

    /// One that never fails, to count steps.
    fn never() -> Self {
        Self::at(usize::MAX, Lasting::Once)
    }

    /// One whose reading step of this number fails once, as that of a drive or a network at times.
    fn reading(at: usize) -> Self {
        Self { counted: Counted::Reads, ..Self::at(at, Lasting::Once) }
    }

    /// What could not be read.
    fn failed(&self) -> Vec<PathBuf> {
        self.failed.lock().expect("nobody panics").clone()
    }

    /// Every way in which one of so many steps can fail.
    fn each(steps: usize) -> impl Iterator<Item = Self> {
        let both = |at| [Lasting::Once, Lasting::Always].map(|lasting| Self::at(at, lasting));
        (0..steps).flat_map(both)
    }

    /// How many steps there were so far.
    fn counted(&self) -> usize {
        self.steps.load(Ordering::Relaxed)
    }

    fn step(&self) -> io::Result<()> {
        if self.fails(Counted::Writes) {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        Ok(())
    }

    fn read_step(&self, path: &Path) -> io::Result<()> {
        if self.fails(Counted::Reads) {
            self.failed.lock().expect("nobody panics").push(path.to_owned());
            return Err(io::Error::from(io::ErrorKind::StaleNetworkFileHandle));
        }
        Ok(())
    }

    fn fails(&self, kind: Counted) -> bool {
        if kind != self.counted {
            return false;
        }
        let now = self.steps.fetch_add(1, Ordering::Relaxed);
        now == self.at || (self.lasting == Lasting::Always && now > self.at)
    }
}

impl fmt::Display for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (at, failed) = (self.at, self.failed());
        write!(f, "step {at} of {:?} fails, {:?} {failed:?}", self.counted, self.lasting)
    }
}

impl FileSystem for Failing {
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        self.read_step(path).and_then(|()| Local.metadata(path))
    }
    fn entries(&self, folder: &Path) -> io::Result<Entries> {
        self.read_step(folder).and_then(|()| Local.entries(folder))
    }
    fn read(&self, path: &Path, size: u64, most: u64) -> io::Result<Vec<u8>> {
        self.read_step(path).and_then(|()| Local.read(path, size, most))
    }
    fn lock(&self, folder: &Path) -> io::Result<Option<File>> {
        Local.lock(folder)
    }
    fn folder(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Local.folder(path))
    }
    fn temporary(&self, folder: &Path) -> io::Result<NamedTempFile> {
        self.step().and_then(|()| Local.temporary(folder))
    }
    fn fill(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step() {
            // A full disk takes what still fits.
            file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        Local.fill(file, bytes)
    }
    fn sync(&self, file: &File) -> io::Result<()> {
        self.step().and_then(|()| Local.sync(file))
    }
    fn rename(&self, file: NamedTempFile, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Local.rename(file, path))
    }
    fn rename_over(
        &self,
        file: NamedTempFile,
        path: &Path,
        before: Option<&[u8]>,
    ) -> io::Result<()> {
        self.step().and_then(|()| Local.rename_over(file, path, before))
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Local.sync_folder(path))
    }
    fn open(&self, path: &Path) -> io::Result<File> {
        self.step().and_then(|()| Local.open(path))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Local.remove(path))
    }
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Local.remove_folder(path))
    }
}

fn paths(dossier: &Dossier) -> Paths {
    Paths { inputs: dossier.path("inputs"), out: dossier.path("out"), ..Paths::default() }
}

/// The files of the inputs folder.
fn inputs(dossier: &Dossier) -> BTreeMap<String, Vec<u8>> {
    files(&dossier.path("inputs")).into_iter().collect()
}

/// Holds the users' files to what they were or what they should become: none torn, none lost, none left over.
#[track_caller]
fn are_whole(
    now: &BTreeMap<String, Vec<u8>>,
    before: &BTreeMap<String, Vec<u8>>,
    after: &BTreeMap<String, Vec<u8>>,
    disk: &Failing,
) {
    for (name, bytes) in now {
        let known = [before.get(name), after.get(name)];
        assert!(known.contains(&Some(bytes)), "{disk}: {name} is torn or left over");
    }
    let lost = before.keys().find(|name| !now.contains_key(*name));
    assert_eq!(lost, None, "{disk}: a file is lost");
}

/// Holds findings to naming each of these files, and no other, as not written, with what to do.
#[track_caller]
fn are_told(findings: &[Finding], files: &[&str], disk: &Failing) {
    let told = findings.iter().filter(|finding| finding.code == Code::NotWritten);
    let told: Vec<&Finding> = told.collect();
    for file in files {
        let of_file = told.iter().find(|finding| finding.message.contains(file));
        let finding = of_file.unwrap_or_else(|| panic!("{disk}: {file} is not told: {told:?}"));
        assert!(
            finding.hint.as_ref().is_some_and(|hint| hint.contains("quyền ghi")),
            "{finding:?}"
        );
    }
    assert_eq!(told.len(), files.len(), "{disk}: {told:?}");
}

//! The steps by which the disk is read and changed, each of which can fail. Not for their order ([`super::write`],
//! [`super::walk`]).
#![expect(clippy::disallowed_methods, reason = "this is the place that asks and changes the disk")]

use std::ffi::OsString;
use std::fs::{File, FileType, Metadata};
use std::io::{self, Read, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile};

use super::windows_errors::understood;
use super::{exchange, lock};

/// What temporary files begin with; they stand beside the file they will become.
pub(crate) const PREFIX: &str = ".baocao-";
/// What they end with.
pub(crate) const SUFFIX: &str = ".tmp";

/// The names in a folder, each with what it is the name of.
pub type Entries = Vec<(OsString, FileType)>;

/// Where files are read and written. The methods are the real ones; an implementation may let any of them fail.
pub trait FileSystem: Sync {
    /// What is known of a file or folder without opening it, a link followed.
    ///
    /// # Errors
    /// It is not there, or nobody can tell.
    fn metadata(&self, path: &Path) -> io::Result<Metadata> {
        std::fs::metadata(path).map_err(understood)
    }

    /// What a folder holds, in order of name; links are not followed.
    ///
    /// # Errors
    /// It is not there, is no folder, or is not opened.
    fn entries(&self, folder: &Path) -> io::Result<Entries> {
        let named = |entry: io::Result<std::fs::DirEntry>| {
            let entry = entry?;
            Ok((entry.file_name(), entry.file_type()?))
        };
        let entries = std::fs::read_dir(folder).map_err(understood)?.map(named);
        let mut entries = entries.collect::<io::Result<Entries>>().map_err(understood)?;
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(entries)
    }

    /// The bytes of a file, at most `most`; it had `size` when it was looked at.
    ///
    /// # Errors
    /// It is not there, or its bytes cannot be had.
    fn read(&self, path: &Path, size: u64, most: u64) -> io::Result<Vec<u8>> {
        // Room for one more, so that its end is found without growing.
        let room = size.saturating_add(1).min(most);
        let mut bytes = Vec::new();
        bytes.try_reserve_exact(usize::try_from(room).unwrap_or(usize::MAX))?;
        let read = File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes));
        read.map_err(understood).map(|_| bytes)
    }

    /// Creates a folder and those above it.
    ///
    /// # Errors
    /// When it cannot be created.
    fn folder(&self, path: &Path) -> io::Result<()> {
        std::fs::create_dir_all(path).map_err(understood)
    }

    /// Opens a new temporary file in a folder.
    ///
    /// # Errors
    /// When it cannot be created.
    fn temporary(&self, folder: &Path) -> io::Result<NamedTempFile> {
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        // Others on the same machine may read a report; the process's own mask still applies.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        builder.tempfile_in(folder).map_err(understood)
    }

    /// Fills a temporary file.
    ///
    /// # Errors
    /// When the disk is full or gone.
    fn fill(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes).map_err(understood)
    }

    /// Waits until what was written is on the disk, not only in memory.
    ///
    /// # Errors
    /// When the disk reports that it is not.
    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_data().map_err(understood)
    }

    /// Gives a temporary file its final name, in the place of what had it.
    ///
    /// # Errors
    /// When the old file is open in another program or may not be replaced.
    fn rename(&self, file: NamedTempFile, path: &Path) -> io::Result<()> {
        file.persist(path).map(|_| ()).map_err(|error| exchange::not_replaced(error.error, path))
    }

    /// Gives a temporary file the name of a user's own one, with its mode and owner, if that still holds `before`; without
    /// `before`, if there still is none.
    ///
    /// # Errors
    /// When it holds something else by now, may only be read, or may not be replaced; it is then as it was.
    fn rename_over(
        &self,
        file: NamedTempFile,
        path: &Path,
        before: Option<&[u8]>,
    ) -> io::Result<()> {
        exchange::rename_over(file, path, before).map_err(understood)
    }

    /// Takes the one lock of a folder, which goes with the process; none where the drive knows no locks.
    ///
    /// # Errors
    /// Somebody else has it.
    fn lock(&self, folder: &Path) -> io::Result<Option<File>> {
        lock::of_folder(folder).map_err(understood)
    }

    /// Waits until the names in a folder are on the disk. Systems that keep names by themselves have nothing to do.
    ///
    /// # Errors
    /// When the folder is gone.
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        if cfg!(unix) { File::open(path)?.sync_data() } else { Ok(()) }
    }

    /// Opens a file that stays open for a whole run, to read and to write; creates it if need be.
    ///
    /// # Errors
    /// When it cannot be opened.
    fn open(&self, path: &Path) -> io::Result<File> {
        // What a link in its place leads to is somebody else's.
        if path.is_symlink() {
            std::fs::remove_file(path)?;
        }
        // A pipe in its place would be waited for without end.
        if std::fs::metadata(path).is_ok_and(|data| !data.is_file()) {
            return Err(io::Error::other("chỗ của tệp .baocao/khoa không phải một tệp thường"));
        }
        File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(understood)
    }

    /// Removes a file.
    ///
    /// # Errors
    /// When it may not be removed.
    fn remove(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_file(path).map_err(understood)
    }

    /// Removes a folder that holds nothing.
    ///
    /// # Errors
    /// When it holds something or may not be removed.
    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        std::fs::remove_dir(path).map_err(understood)
    }
}

/// The machine's own disks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Local;

impl FileSystem for Local {}

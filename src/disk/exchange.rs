//! Puts a file in the place of one of the user's own, unless somebody saved that in the meantime. Not for files only this
//! program writes ([`super::write::replace`]).
#![expect(clippy::disallowed_methods, reason = "this is the place that changes the disk")]

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::windows_errors::understood;

/// Gives `file` the name `path`, with the mode and owner of what had it, if that holds `before`.
pub(super) fn rename_over(
    file: NamedTempFile,
    path: &Path,
    before: Option<&[u8]>,
) -> io::Result<()> {
    let Some(before) = before else {
        return file.persist_noclobber(path).map(|_| ()).map_err(|error| match error.error {
            taken if taken.kind() == io::ErrorKind::AlreadyExists => saved(),
            error => error,
        });
    };
    let old = std::fs::metadata(path)?;
    may_be_written(path, &old)?;
    keep(file.as_file(), &old)?;
    if std::fs::read(path)? != before {
        return Err(saved());
    }
    swap(file, path, before)
}

/// Exchanges both in one step and looks at what stood there, so that no save falls between the look and the step.
#[cfg(target_os = "linux")]
fn swap(file: NamedTempFile, path: &Path, before: &[u8]) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    let exchange = || renameat_with(CWD, file.path(), CWD, path, RenameFlags::EXCHANGE);
    match exchange() {
        Ok(()) => {}
        // Some drives know no exchange.
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => {
            return file.persist(path).map(|_| ()).map_err(|error| not_replaced(error.error, path));
        }
        Err(error) => return Err(error.into()),
    }
    if std::fs::read(file.path()).is_ok_and(|replaced| replaced == before) {
        return Ok(());
    }
    if let Err(error) = exchange() {
        // What somebody saved meanwhile is under the temporary name: it is not to go with it.
        _ = file.keep();
        return Err(error.into());
    }
    Err(saved())
}

#[cfg(not(target_os = "linux"))]
fn swap(file: NamedTempFile, path: &Path, _: &[u8]) -> io::Result<()> {
    file.persist(path).map(|_| ()).map_err(|error| not_replaced(error.error, path))
}

/// Why a file was not replaced. Windows says of one that another program has open that it may not be replaced, as of one nobody
/// may write; an attempt to write it says which.
pub(super) fn not_replaced(error: io::Error, path: &Path) -> io::Error {
    let error = understood(error);
    if error.kind() != io::ErrorKind::PermissionDenied {
        return error;
    }
    let written = File::options().write(true).open(path).map_err(understood);
    written.err().filter(|why| why.kind() == io::ErrorKind::ResourceBusy).unwrap_or(error)
}

fn saved() -> io::Error {
    io::Error::other("tệp vừa được người khác lưu trong lúc ấy; bản vừa lưu được giữ nguyên")
}

/// What may only be read is not replaced either, though the folder would let it be.
fn may_be_written(path: &Path, old: &Metadata) -> io::Result<()> {
    let denied = File::options().write(true).open(path).err();
    match denied {
        _ if old.permissions().readonly() => Err(io::Error::other("tệp chỉ cho đọc")),
        Some(error) => Err(error),
        None => Ok(()),
    }
}

/// Mode and owner. Another's file stays with its group where the owner cannot be kept.
fn keep(file: &File, old: &Metadata) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let own = file.metadata()?;
        if (own.uid(), own.gid()) != (old.uid(), old.gid()) {
            _ = fchown(file, None, Some(old.gid()))
                .and_then(|()| fchown(file, Some(old.uid()), None));
        }
    }
    file.set_permissions(old.permissions())
}

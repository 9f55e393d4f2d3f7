//! The file system: the only room that looks at the disk, reads and writes files. Not for what is in them.

mod exchange;
pub mod file_system;
pub(crate) mod links;
pub(crate) mod listing;
mod lock;
pub(crate) mod read;
pub(crate) mod revision;
pub(crate) mod sha256;
pub(crate) mod walk;
mod windows_errors;
pub(crate) mod write;

pub use self::listing::{Found, Stamp, program};
pub(crate) use self::listing::{has_file, has_folder, program_file, stamp};
pub use self::read::bytes;
pub(crate) use self::read::read;

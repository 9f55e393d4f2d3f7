//! The file system: the only room that looks at the disk, reads and writes files. Not for what is in them.

mod exchange;
pub mod file_system;
pub(crate) mod links;
pub(crate) mod listing;
mod lock;
pub(crate) mod read;
pub(crate) mod write;

pub(crate) use self::listing::is_device;
pub use self::listing::{Found, Stamp, files, is_file, is_folder, program, stamp};
pub use self::read::{bytes, read};

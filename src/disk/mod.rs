//! The file system: the only place that reads and writes files. Not for what is in them.

pub mod file_system;
pub mod read;
pub mod write;

pub use self::read::{Found, Stamp, bytes, files, read, stamp};

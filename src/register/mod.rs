//! The register of outgoing documents: what was issued under which number, each entry sealed with the one before, and the
//! folders in which issued documents are kept as they were. Not for issuing ([`crate::issuing`]).

pub(crate) mod archive;
pub(crate) mod block;
pub(crate) mod book;
pub(crate) mod check;
pub(crate) mod entry;
pub(crate) mod entry_text;
pub(crate) mod kept;
mod kept_files;
pub(crate) mod read_entry;
mod rewritten;
pub(crate) mod seal;
pub(crate) mod series;
pub(crate) mod stamp;
pub(crate) mod unentered;
mod unentered_folder;

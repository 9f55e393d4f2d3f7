//! Issuing: a report gets its number and date, is kept as it was, and is entered in the register; later it can be replaced, its
//! number voided, its signed copy added. Not for the register's form ([`crate::register`]).

pub(crate) mod enter;
pub(crate) mod freeze;
pub mod issue;
pub(crate) mod listing;
mod new_entry;
pub(crate) mod ready;
pub(crate) mod recover;
pub(crate) mod register_book;
pub(crate) mod register_sheet;
mod replacement;
pub mod request;
mod signed_copy;
pub mod workspace;
